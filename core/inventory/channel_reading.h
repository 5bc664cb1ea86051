// ChannelReading: what a channel's name and identifier say it is, and where it is found.
//
// Read once, for all that ask: its kind, doubles, HTTPS, the domain.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/inventory/channel.h"
#include "core/text/address.h"

namespace sokenh {

// What tells one channel from all others: two rows that share one are the same channel twice.
struct ChannelIdentity {
  enum class Kind : std::uint8_t { address, mailbox, identifier };
  Kind kind = Kind::address;
  ChannelKind platform = ChannelKind::unknown;  // of an identifier, which says nothing elsewhere
  std::string text;                             // in one spelling for all spellings
};

struct ChannelReading {
  std::vector<text::WebAddress> name_addresses;
  std::vector<text::WebAddress> identifier_addresses;
  std::vector<text::FoundEmail> name_emails;
  ChannelKind kind = ChannelKind::unknown;
  std::vector<ChannelIdentity> identities;
};
ChannelReading read_channel(const Channel& channel);

}  // namespace sokenh
