#include "core/inventory/page_check.h"

#include <algorithm>

#include "core/text/address.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

// Folders of an address: below that it is no website of a unit any more.
constexpr int kMaxFolders = 8;

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

std::string name_key(std::string_view name) { return "=" + text::fold(first_line(name)); }

}  // namespace

std::vector<std::string> page_keys(std::string_view written) {
  const std::vector<text::WebAddress> addresses = text::find_addresses(written);
  if (addresses.empty()) return {name_key(written)};
  std::vector<std::string> keys;
  const std::string& whole = addresses.front().normalised;
  std::size_t end = std::min(whole.find('/'), whole.size());
  for (int i = 0; i <= kMaxFolders && end < whole.size(); ++i) {
    keys.push_back(whole.substr(0, end));
    end = std::min(whole.find('/', end + 1), whole.size());
  }
  keys.push_back(whole);
  return keys;
}

std::vector<std::string> page_keys(const Channel& channel, const ChannelReading& reading) {
  std::vector<std::string> keys;
  for (const auto* addresses : {&reading.name_addresses, &reading.identifier_addresses}) {
    for (const text::WebAddress& address : *addresses) keys.push_back(address.normalised);
  }
  keys.push_back(name_key(channel.name));
  return keys;
}

std::string page_of_channel(const Channel& channel, const ChannelReading& reading) {
  const auto written = [](const std::string& text, const text::WebAddress& address) {
    return text.substr(address.begin, address.end - address.begin);
  };
  if (!reading.name_addresses.empty()) return written(channel.name, reading.name_addresses.front());
  if (!reading.identifier_addresses.empty())
    return written(channel.identifier, reading.identifier_addresses.front());
  return std::string(text::trim(first_line(channel.name)));
}

}  // namespace sokenh
