#include "core/inventory/duplicates.h"

#include <map>

#include "core/text/ascii.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

// «1», «không», «chưa có» in the ID column identify nothing.
constexpr std::size_t kMinIdentifier = 5;

std::string identifier_key(const Channel& channel) {
  if (channel.identifier.size() < kMinIdentifier) return {};
  std::size_t letters = 0;
  bool has_digit = false;
  for (const char c : text::fold(channel.identifier)) {
    if (c != ' ') ++letters;
    has_digit = has_digit || text::is_ascii_digit(c);
  }
  if (letters < kMinIdentifier || !has_digit) return {};
  // YouTube's ids tell case apart, so the letters are compared as written.
  std::string exact;
  for (const char c : channel.identifier) {
    if (c != ' ' && c != '\n' && c != '\t') exact += c;
  }
  return exact;
}

}  // namespace

std::vector<DuplicatePair> find_duplicates(std::span<const Channel> channels,
                                           std::span<const ChannelReading> readings) {
  std::vector<DuplicatePair> pairs;
  // What identifies a channel: an address, a mailbox, or an identifier on a platform.
  enum : int { address = -2, mailbox = -1 };
  using Mark = std::pair<int, std::string>;
  std::map<Mark, ChannelId> seen;
  for (std::size_t i = 0; i < channels.size(); ++i) {
    const Channel& channel = channels[i];
    const ChannelReading& reading = readings[i];
    bool reported = false;  // one finding a row, against the earliest it repeats
    const auto take = [&](int kind, std::string text) {
      const auto [entry, is_new] = seen.try_emplace({kind, std::move(text)}, channel.id);
      if (is_new || entry->second == channel.id || reported) return;
      reported = true;
      pairs.push_back({entry->second, channel.id, entry->first.second});
    };
    for (const text::WebAddress& found : reading.name_addresses) take(address, found.normalised);
    for (const text::WebAddress& found : reading.identifier_addresses)
      take(address, found.normalised);
    for (const text::FoundEmail& email : reading.name_emails)
      take(mailbox, text::lower(email.address));
    if (reading.kind == ChannelKind::unknown) continue;
    if (std::string identifier = identifier_key(channel); !identifier.empty())
      take(static_cast<int>(reading.kind), std::move(identifier));
  }
  return pairs;
}

}  // namespace sokenh
