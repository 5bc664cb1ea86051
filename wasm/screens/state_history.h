// What happened to a channel's state, when and why (HP23-1.2): the list of changes, and the dialog
// that asks for date and reason when the state is changed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/inventory/channel.h"

namespace sokenh {

class App;

class StateDialog {
 public:
  // The state is changed once the dialog is confirmed.
  void open_change(const App& app, ChannelId row, std::string_view state);
  // A record alone, which leaves the channel's state as it is; no index: a new one.
  void open_record(const App& app, const Channel& channel, std::optional<std::size_t> index);
  bool is_open() const { return row_ != 0; }
  void close() { row_ = 0; }
  void draw(App& app);

 private:
  void draw_fields(float width);
  bool save(App& app, const Channel& channel);

  ChannelId row_ = 0;
  bool changes_state_ = false;
  bool refused_ = false;  // what is wrong is shown from the first try on
  std::optional<std::size_t> index_;
  StateChange draft_;
};

void draw_state_history(App& app, const Channel& channel, float width);

}  // namespace sokenh
