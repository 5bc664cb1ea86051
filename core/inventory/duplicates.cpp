#include "core/inventory/duplicates.h"

#include <map>
#include <string_view>
#include <tuple>

namespace sokenh {

std::vector<DuplicatePair> find_duplicates(std::span<const Channel> channels,
                                           std::span<const ChannelReading* const> readings) {
  std::vector<DuplicatePair> pairs;
  std::map<std::tuple<ChannelIdentity::Kind, ChannelKind, std::string_view>, ChannelId> seen;
  for (std::size_t i = 0; i < channels.size(); ++i) {
    const ChannelId id = channels[i].id;
    bool reported = false;  // one finding a row, against the earliest it repeats
    for (const ChannelIdentity& identity : readings[i]->identities) {
      const auto [entry, is_new] =
          seen.try_emplace({identity.kind, identity.platform, identity.text}, id);
      if (is_new || entry->second == id || reported) continue;
      reported = true;
      pairs.push_back({entry->second, id, identity.text});
    }
  }
  return pairs;
}

}  // namespace sokenh
