// The eight-column grid of channels: cells that are typed into as in a spreadsheet.
//
// The active cell always holds the browser's focus in a real text field laid over it. In «ready»
// the field is invisible and its text selected, so the first key, composed letter or paste replaces
// the cell natively, whatever the input method; from then on (or after Enter, F2, a double click)
// it is «editing» and visible.
#pragma once

#include <imgui_internal.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/inventory/channel.h"
#include "wasm/ui/context.h"

namespace sokenh {

class App;

// Says how many channels a search or filter leaves.
void announce_shown(const App& app, std::size_t shown);

class ChannelGrid {
 public:
  // Draws header, rows and the «add» row into the current window's remaining space.
  void draw(App& app, float width, float height);

  // A key pressed while the active cell has focus. True when it was used; the browser then leaves
  // it alone.
  bool handle_key(App& app, const ui::KeyPress& key);
  // A paste into the active cell. False lets the browser paste into the field.
  bool handle_paste(App& app, std::string_view text, std::string_view html);
  bool owns(ui::NodeId id) const { return id != 0 && id == editor_id_; }

  ChannelId active_row() const { return row_; }
  Column active_column() const { return column_; }
  bool editing() const { return editing_; }
  void activate(App& app, ChannelId row, Column column);
  // The same cell shown elsewhere (channel_cards.h): what is being typed is kept here all the same,
  // so that it survives a change of layout.
  void choose(ChannelId row, Column column);                     // without taking the focus
  const std::string* draft(ChannelId row, Column column) const;  // null: nothing is being typed
  void type(App& app, ChannelId row, Column column, std::string text);
  // Bring the active cell into view and give it the focus, in whichever layout is shown.
  // Takes in what was typed since the last frame, before another layout is drawn in this one's
  // place.
  void settle(App& app) { take_editor_events(app); }
  void attend(bool with_focus = true) {
    reveal_ = true;
    take_focus_ = with_focus;
  }
  bool take_attention();
  // What search and «only rows to correct» leave, by position; `kept` is never left out.
  std::vector<std::size_t> matching_rows(App& app, ChannelId kept) const;
  // Writes what is being typed into the workspace, e.g. before another screen is shown. False when
  // it is too long.
  bool commit(App& app);

  std::string search;  // shows only the rows that contain it, diacritics or not
  bool only_findings = false;

 private:
  struct RowHeight {
    std::size_t content = 0;
    float height = 0;
  };

  const std::vector<std::size_t>& visible_rows(App& app);
  float row_height(const Channel& channel);
  void draw_header(App& app, const struct GridLayout& layout);
  void draw_row(App& app, const struct GridLayout& layout, std::size_t position, float y,
                float height);
  void draw_cell(App& app, const Channel& channel, Column column, int row_number,
                 const ImRect& rect);
  void move(App& app, int rows, int columns);
  void start_editing(const App& app);
  void take_editor_events(App& app);

  ChannelId row_ = 0;
  Column column_ = Column::name;
  bool editing_ = false;
  std::string draft_;
  ui::NodeId editor_id_ = 0;
  bool reveal_ = false;      // scroll the active cell into view in the next frame
  bool take_focus_ = false;  // and give it the browser's focus

  std::map<ChannelId, RowHeight> heights_;
  float heights_width_ = 0;
  float heights_scale_ = 0;
  std::vector<float> column_widths_;

  std::vector<std::size_t> rows_;
  std::uint64_t rows_revision_ = ~std::uint64_t{0};
  std::string rows_search_;
  bool rows_only_findings_ = false;
  Column sorted_by_ = Column::ordinal;
  bool sorted_descending_ = false;
};

}  // namespace sokenh
