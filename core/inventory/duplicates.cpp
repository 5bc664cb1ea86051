#include "core/inventory/duplicates.h"

#include <map>

#include "core/text/address.h"
#include "core/text/email.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

// «1», «không», «chưa có» in the ID column identify nothing.
constexpr std::size_t kMinIdentifier = 5;

std::string identifier_key(const Channel& channel) {
  std::string written;
  bool has_digit = false;
  for (const char c : text::fold(channel.identifier)) {
    if (c == ' ') continue;
    written += c;
    has_digit = has_digit || (c >= '0' && c <= '9');
  }
  // YouTube's ids tell case apart, so the letters are compared as written.
  std::string exact;
  for (const char c : channel.identifier) {
    if (c != ' ' && c != '\n' && c != '\t') exact += c;
  }
  return written.size() >= kMinIdentifier && has_digit ? exact : std::string{};
}

}  // namespace

std::vector<DuplicatePair> find_duplicates(std::span<const Channel> channels) {
  std::vector<DuplicatePair> pairs;
  std::map<std::string, ChannelId> seen;
  for (const Channel& channel : channels) {
    // What identifies the channel, each with what to show for it.
    std::vector<std::pair<std::string, std::string>> marks;
    for (const std::string* cell : {&channel.name, &channel.identifier}) {
      for (text::WebAddress& address : text::find_addresses(*cell)) {
        marks.emplace_back("address " + address.normalised, std::move(address.normalised));
      }
    }
    for (const text::FoundEmail& email : text::find_emails(channel.name)) {
      marks.emplace_back("email " + text::lower(email.address), text::lower(email.address));
    }
    const ChannelKind kind = channel_kind(channel);
    if (const std::string identifier = identifier_key(channel);
        !identifier.empty() && kind != ChannelKind::unknown) {
      marks.emplace_back("id " + std::string(channel_kind_key(kind)) + " " + identifier,
                         identifier);
    }

    ChannelId reported = 0;  // one finding a row, against the earliest it repeats
    std::string common;
    for (auto& [key, shown] : marks) {
      const auto [entry, is_new] = seen.try_emplace(std::move(key), channel.id);
      if (is_new || entry->second == channel.id || reported != 0) continue;
      reported = entry->second;
      common = std::move(shown);
    }
    if (reported != 0) pairs.push_back({reported, channel.id, std::move(common)});
  }
  return pairs;
}

}  // namespace sokenh
