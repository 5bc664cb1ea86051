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
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/table.h"
#include "core/inventory/channel.h"
#include "core/workspace/workspace.h"
#include "wasm/ui/context.h"

namespace sokenh {

class App;

struct CellPlace {
  ChannelId row = 0;
  Column column = Column::name;
  friend bool operator==(const CellPlace&, const CellPlace&) = default;
};

// Of what is shown; both ends are inside.
struct CellBlock {
  std::size_t top = 0, bottom = 0;
  Column left = Column::name, right = Column::name;
};

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
  // The selected cells as a table, the one cell if there is no block; nothing while a cell is
  // edited, when copying is the field's. `cut` empties them.
  std::optional<Table> copy(App& app, bool cut);
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
                float height, const std::optional<CellBlock>& selected);
  void draw_cell(App& app, const Channel& channel, Column column, int row_number,
                 const ImRect& rect, bool selected);
  void move(App& app, int rows, int columns, bool extended = false);
  // From where the block begins, or from `begin`, to the cell, which becomes the active one.
  void extend(App& app, ChannelId row, Column column,
              const std::optional<CellPlace>& begin = std::nullopt);
  void select_all(App& app);
  std::optional<CellBlock> block(App& app);
  CellBlock selection(App& app);  // the block, or the active cell alone
  CellBlock block_to(App& app, const CellPlace& other_end);
  std::size_t shown_position(App& app, ChannelId row);
  std::vector<CellText> filled(App& app, const CellBlock& cells, std::string_view text);
  bool write_block(App& app, const Table& table);
  void start_editing(const App& app);
  void take_editor_events(App& app);

  ChannelId row_ = 0;
  Column column_ = Column::name;
  std::optional<CellPlace> anchor_;   // where the block that ends at the active cell begins
  std::optional<CellPlace> pressed_;  // the cell in which the mouse was pressed
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
