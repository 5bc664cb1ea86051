// Channels declared twice: the same page under another spelling of its address.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/inventory/channel_reading.h"

namespace sokenh {

struct DuplicatePair {
  ChannelId first = 0;   // the earlier row
  ChannelId second = 0;  // the later row
  std::string address;   // the common normalised address
};

// Compares normalised addresses (scheme, www., m., trailing slash, case of host, fb.com =
// facebook.com, tracking parameters) and, where both have one, equal identifiers on the same
// platform, in one pass.
// `readings`: of the channels, in their order.
std::vector<DuplicatePair> find_duplicates(std::span<const Channel> channels,
                                           std::span<const ChannelReading* const> readings);

}  // namespace sokenh
