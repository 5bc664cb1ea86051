// What can be done with one channel: by a long press on its card or cell, or the key for the
// context menu.
#pragma once

#include <optional>

#include "core/inventory/channel.h"

namespace sokenh {

class App;

class ChannelMenu {
 public:
  // `column`: the cell it was opened on, if any.
  void open(ChannelId row, std::optional<Column> column = {});
  bool is_open() const { return row_ != 0; }
  void close() { row_ = 0; }
  void draw(App& app);

 private:
  ChannelId row_ = 0;
  std::optional<Column> column_;
};

// With an announcement and the way back; nothing while only reading.
void duplicate_channel(App& app, ChannelId row);
void delete_channel(App& app, ChannelId row);

}  // namespace sokenh
