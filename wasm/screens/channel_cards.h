// The channels on a phone: a card each instead of the wide grid, and the one that is opened with
// all its columns as fields.
//
// What is chosen and what is being typed lives in ChannelGrid, for both layouts: turning the phone
// or resizing the window changes neither.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/date.h"
#include "core/inventory/channel.h"
#include "wasm/ui/context.h"

namespace sokenh {

class App;

class ChannelCards {
 public:
  // Told before each frame whether this layout is in use.
  void set_shown(App& app, bool shown);
  bool shown() const { return shown_; }

  // Both into the current window: the list at the cursor, the open channel filling what is left.
  void draw_list(App& app, float width);
  void draw_open(App& app);

  bool is_open() const { return open_; }
  bool in_view(const App& app) const;  // the open channel is what the screen shows
  void open(App& app, ChannelId row);
  bool close(App& app);  // back to the list; false when there was nothing to close

  // Arrows between cards, and the key for the menu. True when it was used.
  bool handle_key(App& app, const ui::KeyPress& key);

 private:
  struct Place {
    std::size_t index = 0;  // of the channel
    float top = 0;          // from the first card's
    float height = 0;
    int name_lines = 1;
    int finding_lines = 0;  // 0: nothing to say
  };
  // What the places were measured for.
  struct Measured {
    std::uint64_t revision = ~std::uint64_t{0};
    Date today;
    float width = 0;
    float scale = 0;
    ui::Language language = ui::Language::vietnamese;
    std::string search;
    bool only_findings = false;
    friend bool operator==(const Measured&, const Measured&) = default;
  };

  void measure(App& app, float width);
  void draw_card(App& app, const Place& place, ImVec2 at, float width);
  void draw_bar(App& app, const Channel& channel);
  void draw_column(App& app, const Channel& channel, Column column, float width);
  void draw_findings(App& app, const Channel& channel, const char* key, float width,
                     std::optional<Column> column, std::optional<Attribute> attribute);
  void step(App& app, int direction);
  void settle(App& app);

  bool shown_ = false;
  bool open_ = false;
  bool to_top_ = false;       // of the open channel's fields, when it is another one
  bool focus_back_ = false;   // the open channel's first button
  ChannelId focus_card_ = 0;  // to be brought into view and given the focus
  ChannelId drawn_open_ = 0;

  std::vector<Place> places_;
  Measured measured_;
  std::vector<std::pair<ui::NodeId, ChannelId>> drawn_;  // the cards in the tree
  ChannelId fields_row_ = 0;
  std::vector<std::pair<ui::NodeId, Column>> fields_;  // the open channel's
};

}  // namespace sokenh
