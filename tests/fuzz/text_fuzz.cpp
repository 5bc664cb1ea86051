// Text readers: no text crashes one, places lie inside the text, and what is normalised stays as it
// is.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/inventory/channel.h"
#include "core/inventory/channel_state.h"
#include "core/inventory/log.h"
#include "core/inventory/partial_date.h"
#include "core/inventory/written_moment.h"
#include "core/text/address.h"
#include "core/text/collate.h"
#include "core/text/compose.h"
#include "core/text/email.h"
#include "core/text/fold.h"
#include "core/text/telephone.h"
#include "core/text/utf8.h"

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sokenh;
  const std::string_view text(reinterpret_cast<const char*>(data), size);

  const std::string composed = text::compose(text);
  require(text::is_valid_utf8(composed));
  require(text::compose(composed) == composed);
  const std::string cleaned = text::clean(text);
  require(text::clean(cleaned) == cleaned && !text::has_forbidden_controls(cleaned));
  const std::string folded = text::fold(text);
  require(text::fold(folded) == folded && text::fold(composed) == folded);
  require(text::collation_key(composed) == text::collation_key(text));
  require(text::code_point_count(text) == text::to_code_points(text).size());
  require(text::trim(text::trim(text)) == text::trim(text));

  std::size_t last = 0;
  for (const text::WebAddress& address : text::find_addresses(text)) {
    require(last <= address.begin && address.begin < address.end && address.end <= text.size());
    require(!address.host.empty() && !address.normalised.empty());
    last = address.end;
  }
  last = 0;
  for (const text::FoundEmail& email : text::find_emails(text)) {
    require(last <= email.begin && email.begin < email.end && email.end <= text.size());
    require(text::is_email_address(email.address));
    last = email.end;
  }
  last = 0;
  for (const text::FoundTelephone& found : text::find_telephones(text).found) {
    require(last <= found.begin && found.begin < found.end && found.end <= text.size());
    const auto again = text::read_telephone(found.telephone.digits);
    require(again && again->digits == found.telephone.digits && !again->zero_was_missing);
    last = found.end;
  }

  const DateReading date = read_partial_date(text);
  if (date.problem == DateProblem::none) {
    require(is_valid(date.value.date));
    require(read_partial_date(iso_text(date.value)).value == date.value);
  }
  const MomentReading moment = read_moment(text);
  if (moment.problem == MomentProblem::none) {
    require(is_valid(moment.moment()));
    const MomentReading again = read_moment(iso_text(moment));
    require(again.problem == MomentProblem::none && iso_text(again) == iso_text(moment));
    require(iso_text(read_moment(vietnamese_text(moment))) == iso_text(moment));
  }
  if (const auto number = read_log_number(text)) require(*number <= kMaxLogNumber);
  const StateReading state = read_state(text);
  require(state.state == ChannelState::unknown || state.suggestion == state.state);
  Channel channel;
  channel.name = text;
  static_cast<void>(channel_kind(channel));
  return 0;
}
