// ChannelReading: what a channel's name and identifier say it is, and where it is found.
//
// Read once, for all that ask: its kind, doubles, HTTPS, the domain.
#pragma once

#include <vector>

#include "core/inventory/channel.h"
#include "core/text/address.h"
#include "core/text/email.h"

namespace sokenh {

struct ChannelReading {
  std::vector<text::WebAddress> name_addresses;
  std::vector<text::WebAddress> identifier_addresses;
  std::vector<text::FoundEmail> name_emails;
  ChannelKind kind = ChannelKind::unknown;
};
ChannelReading read_channel(const Channel& channel);

}  // namespace sokenh
