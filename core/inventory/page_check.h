// What an entry of the log page_check is about: which page, of which channel.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/inventory/channel.h"
#include "core/inventory/channel_reading.h"

namespace sokenh {

// What a page, as written in an entry, may be a page of: its address and those above it, so that a
// check of «truong.edu.vn/gioi-thieu» counts for the website «truong.edu.vn»; without an address,
// the name.
std::vector<std::string> page_keys(std::string_view written);
// The same of a channel: an entry that shares one is about it.
std::vector<std::string> page_keys(const Channel& channel, const ChannelReading& reading);

// How the channel's front page is written in an entry: its first address, else its name.
std::string page_of_channel(const Channel& channel, const ChannelReading& reading);

}  // namespace sokenh
