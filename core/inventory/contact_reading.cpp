#include "core/inventory/contact_reading.h"

#include <algorithm>
#include <vector>

#include "core/text/address.h"
#include "core/text/email.h"
#include "core/text/fold.h"
#include "core/text/telephone.h"
#include "core/text/utf8.h"

namespace sokenh {

ContactReading read_contact(std::string_view cell) {
  // What belongs to an address is not read as a number: 0912345678@gmail.com.
  std::string rest(cell);
  const std::vector<text::FoundEmail> emails = text::find_emails(cell);
  const std::vector<text::WebAddress> addresses = text::find_addresses(cell, emails);
  const auto blank_out = [&rest](std::size_t begin, std::size_t end) {
    std::fill(rest.begin() + static_cast<std::ptrdiff_t>(begin),
              rest.begin() + static_cast<std::ptrdiff_t>(end), ';');
  };
  for (const text::FoundEmail& email : emails) blank_out(email.begin, email.end);
  for (const text::WebAddress& address : addresses) blank_out(address.begin, address.end);
  const text::TelephoneScan scan = text::find_telephones(rest);

  ContactReading reading;
  if (!scan.doubtful.empty()) reading.doubtful = scan.doubtful.front();
  if (reading.doubtful.empty() && emails.empty() && addresses.empty() && scan.found.empty())
    reading.doubtful = cell;
  // «mai.vt@» beside a good number is still a mistake.
  for (std::size_t at = rest.find('@'); reading.doubtful.empty() && at != std::string::npos;
       at = rest.find('@', at + 1)) {
    if (text::is_word_character(text::code_point_before(rest, at))) reading.doubtful = cell;
  }

  const auto lacks_zero = [](const text::FoundTelephone& found) {
    return found.telephone.zero_was_missing;
  };
  const auto first = std::find_if(scan.found.begin(), scan.found.end(), lacks_zero);
  if (first != scan.found.end()) {
    reading.without_zero = cell.substr(first->begin, first->end - first->begin);
    reading.with_zeros = cell;
    for (auto found = scan.found.rbegin(); found != scan.found.rend(); ++found) {
      if (lacks_zero(*found)) reading.with_zeros.insert(found->begin, 1, '0');
    }
  }
  return reading;
}

}  // namespace sokenh
