// RowReading: all that is read from the cells of one channel, and a store of such readings.
#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/inventory/channel_reading.h"
#include "core/inventory/channel_state.h"
#include "core/inventory/contact_reading.h"
#include "core/inventory/partial_date.h"

namespace sokenh {

struct RowReading {
  ChannelReading channel;
  DateReading created;
  ContactReading contact;
  StateReading state;
};
RowReading read_row(const Channel& channel);

// Keeps what was read for as long as the cells it was read from stay the same: after a change all
// rows but one do.
class RowReadings {
 public:
  // In the channels' order; valid until the next call.
  std::vector<const RowReading*> read(std::span<const Channel> channels);

 private:
  struct Kept {
    std::string name, identifier, created, contact, state;
    RowReading reading;
  };
  std::unordered_map<ChannelId, Kept> kept_;
};

}  // namespace sokenh
