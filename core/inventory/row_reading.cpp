#include "core/inventory/row_reading.h"

namespace sokenh {

RowReading read_row(const Channel& channel) {
  return {read_channel(channel), read_partial_date(channel.created), read_contact(channel.contact),
          read_state(channel.state)};
}

std::vector<const RowReading*> RowReadings::read(std::span<const Channel> channels) {
  // Of rows long gone; twice as many, so that a document is not read again and again.
  if (kept_.size() > 2 * channels.size()) kept_.clear();
  std::vector<const RowReading*> readings;
  readings.reserve(channels.size());
  for (const Channel& channel : channels) {
    const auto [entry, is_new] = kept_.try_emplace(channel.id);
    Kept& kept = entry->second;
    const bool same = !is_new && kept.name == channel.name &&
                      kept.identifier == channel.identifier && kept.created == channel.created &&
                      kept.contact == channel.contact && kept.state == channel.state;
    if (!same) {
      kept = {channel.name,    channel.identifier, channel.created,
              channel.contact, channel.state,      read_row(channel)};
    }
    readings.push_back(&kept.reading);
  }
  return readings;
}

}  // namespace sokenh
