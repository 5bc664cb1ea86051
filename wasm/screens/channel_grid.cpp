#include "wasm/screens/channel_grid.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <span>

#include "core/exchange/table.h"
#include "core/inventory/channel_state.h"
#include "core/text/fold.h"
#include "wasm/app/app.h"
#include "wasm/app/shortcuts.h"
#include "wasm/screens/channel_marks.h"
#include "wasm/screens/labels.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

// Where things stand in this frame.
struct GridLayout {
  ImVec2 origin;                              // top left of the content, scrolled
  std::array<float, kColumnCount + 1> edges;  // x of each column's left edge, and the right end
  float header_top = 0;
  float header_height = 0;
};

namespace {

constexpr float kCellInset = 6;
constexpr float kRowPadding = 8;
constexpr float kMinimumRow = 51;
constexpr float kHeaderHeight = 46;
constexpr float kIconRoom = 24;
constexpr float kBottomRow = 44;
// Rows just out of view are in the tree too, so that screen readers go on to them.
constexpr float kMargin = 3 * kMinimumRow;

// Widths in CSS pixels: the least, and the share of what is left over.
struct ColumnWidth {
  float least;
  float share;
};
constexpr std::array<ColumnWidth, kColumnCount> kWidths{
    {{50, 0}, {166, 4}, {92, 2}, {110, 0}, {100, 1.4F}, {104, 1.4F}, {112, 1.6F}, {112, 0.6F}}};

constexpr std::array<Column, kColumnCount> kColumns{
    Column::ordinal,       Column::name,           Column::identifier, Column::created,
    Column::managing_unit, Column::administrators, Column::contact,    Column::state};

std::size_t index_of(Column column) { return static_cast<std::size_t>(column); }

TextStyle cell_style(Column column) { return column == Column::name ? kCellMedium : kCell; }

float cell_text_width(Column column, float width) {
  const float used = scaled(kCellInset) * 2;
  const bool has_icon = column == Column::name || column == Column::state;
  return std::max(width - used - (has_icon ? scaled(kIconRoom) : 0), scaled(24));
}

// STT is nothing that could be copied by itself.
std::optional<Column> column_at(const GridLayout& layout, float x) {
  for (int i = 1; i < kColumnCount; ++i) {
    const auto at = static_cast<std::size_t>(i);
    if (x >= layout.edges[at] && x < layout.edges[at + 1]) return static_cast<Column>(i);
  }
  return std::nullopt;
}

void draw_selection(const ImRect& rect) {
  constexpr ImU32 kAlpha = 0x24;
  const ImU32 ink = palette().accent_text;
  const ImU32 tint = (ink & ~IM_COL32_A_MASK) | (kAlpha << IM_COL32_A_SHIFT);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddRectFilled(rect.Min, rect.Max, tint);
  draw->AddRect(rect.Min, rect.Max, ink);
}

std::size_t content_hash(const Channel& channel) {
  std::size_t hash = 0;
  for (const Column column : kColumns) {
    hash = hash * 16777619U + std::hash<std::string>{}(column_text(channel, column));
  }
  return hash;
}

}  // namespace

void announce_shown(const App& app, std::size_t shown) {
  const std::size_t all = app.workspace.declaration().channels.size();
  announce(tr(Msg::channels_shown, {std::to_string(shown), std::to_string(all)}));
}

const std::vector<std::size_t>& ChannelGrid::visible_rows(App& app) {
  const bool current = rows_revision_ == app.workspace.revision() && rows_search_ == search &&
                       rows_only_findings_ == only_findings;
  if (current) return rows_;
  const bool filtered = rows_search_ != search || rows_only_findings_ != only_findings;
  rows_revision_ = app.workspace.revision();
  rows_search_ = search;
  rows_only_findings_ = only_findings;
  // A row being edited never vanishes under the hands because it no longer matches.
  rows_ = matching_rows(app, row_);
  if (filtered) announce_shown(app, rows_.size());
  return rows_;
}

std::vector<std::size_t> ChannelGrid::matching_rows(App& app, ChannelId kept) const {
  const auto& channels = app.workspace.declaration().channels;
  std::vector<std::size_t> rows;
  const std::string wanted = text::fold(search);
  for (std::size_t i = 0; i < channels.size(); ++i) {
    const Channel& channel = channels[i];
    if (channel.id != kept) {
      if (only_findings && app.findings_of(channel.id).empty()) continue;
      const bool found =
          wanted.empty() || std::any_of(kColumns.begin(), kColumns.end(), [&](Column column) {
            return text::fold(column_text(channel, column)).find(wanted) != std::string::npos;
          });
      if (!found) continue;
    }
    rows.push_back(i);
  }
  return rows;
}

void ChannelGrid::choose(ChannelId row, Column column) {
  if (editing_) return;
  anchor_.reset();
  row_ = row;
  column_ = column == Column::ordinal ? Column::name : column;
}

const std::string* ChannelGrid::draft(ChannelId row, Column column) const {
  return editing_ && row == row_ && column == column_ ? &draft_ : nullptr;
}

void ChannelGrid::type(App& app, ChannelId row, Column column, std::string text) {
  if ((row != row_ || column != column_) && !commit(app)) return;
  row_ = row;
  column_ = column;
  draft_ = std::move(text);
  editing_ = true;
}

bool ChannelGrid::take_attention() {
  const bool wanted = reveal_ || take_focus_;
  reveal_ = take_focus_ = false;
  return wanted;
}

float ChannelGrid::row_height(const Channel& channel) {
  RowHeight& known = heights_[channel.id];
  const std::size_t content = content_hash(channel);
  if (known.height > 0 && known.content == content) return known.height;
  float tallest = scaled(kMinimumRow);
  for (const Column column : kColumns) {
    if (column == Column::ordinal) continue;
    const float width = cell_text_width(column, column_widths_[index_of(column)]);
    const float needed = text_height(column_text(channel, column), cell_style(column), width) +
                         2 * scaled(kRowPadding);
    tallest = std::max(tallest, needed);
  }
  known = {content, tallest};
  return tallest;
}

void ChannelGrid::activate(App& app, ChannelId row, Column column) {
  if (!commit(app)) return;
  anchor_.reset();
  row_ = row;
  column_ = column == Column::ordinal ? Column::name : column;
  reveal_ = true;
  take_focus_ = true;
  context().wants_frame = true;
}

void ChannelGrid::extend(App& app, ChannelId row, Column column,
                         const std::optional<CellPlace>& begin) {
  if (!commit(app)) return;
  const CellPlace here = block(app) ? *anchor_ : CellPlace{row_, column_};
  const CellPlace anchor = begin.value_or(here);
  activate(app, row, column);
  anchor_ = anchor;
  if (const auto cells = block(app)) {
    const int columns = static_cast<int>(cells->right) - static_cast<int>(cells->left) + 1;
    announce(tr(Msg::cells_selected,
                {std::to_string(cells->bottom - cells->top + 1), std::to_string(columns)}));
  }
}

void ChannelGrid::select_all(App& app) {
  const auto& shown = visible_rows(app);
  const auto& channels = app.workspace.declaration().channels;
  if (shown.empty()) return;
  activate(app, channels[shown.back()].id, Column::state);
  extend(app, channels[shown.front()].id, Column::name);
}

std::size_t ChannelGrid::shown_position(App& app, ChannelId row) {
  const auto& shown = visible_rows(app);
  const auto& channels = app.workspace.declaration().channels;
  const auto found = std::find_if(shown.begin(), shown.end(),
                                  [&](std::size_t i) { return channels[i].id == row; });
  return static_cast<std::size_t>(found - shown.begin());
}

CellBlock ChannelGrid::block_to(App& app, const CellPlace& other_end) {
  const auto [top, bottom] =
      std::minmax({shown_position(app, other_end.row), shown_position(app, row_)});
  const auto [left, right] = std::minmax({other_end.column, column_});
  return {top, bottom, left, right};
}

std::optional<CellBlock> ChannelGrid::block(App& app) {
  if (!anchor_ || *anchor_ == CellPlace{row_, column_}) return std::nullopt;
  const CellBlock cells = block_to(app, *anchor_);
  // One end may have been deleted, or filtered out.
  return cells.bottom < visible_rows(app).size() ? std::optional(cells) : std::nullopt;
}

CellBlock ChannelGrid::selection(App& app) {
  return block(app).value_or(block_to(app, {row_, column_}));
}

std::vector<CellText> ChannelGrid::filled(App& app, const CellBlock& cells, std::string_view text) {
  std::vector<CellText> texts;
  const auto& shown = visible_rows(app);
  for (std::size_t row = cells.top; row <= cells.bottom; ++row) {
    for (int column = static_cast<int>(cells.left); column <= static_cast<int>(cells.right);
         ++column) {
      texts.push_back({app.workspace.declaration().channels[shown[row]].id,
                       static_cast<Column>(column), std::string(text)});
    }
  }
  return texts;
}

std::optional<Table> ChannelGrid::copy(App& app, bool cut) {
  take_editor_events(app);
  if (editing_ || app.row_number(row_) == 0) return std::nullopt;
  const CellBlock cells = selection(app);
  const auto& shown = visible_rows(app);
  const auto& channels = app.workspace.declaration().channels;
  Table table;
  for (std::size_t row = cells.top; row <= cells.bottom; ++row) {
    TableRow& copied = table.rows.emplace_back();
    for (int column = static_cast<int>(cells.left); column <= static_cast<int>(cells.right);
         ++column) {
      copied.push_back(column_text(channels[shown[row]], static_cast<Column>(column)));
    }
  }
  const std::size_t count = table.rows.size() * table.rows.front().size();
  if (cut && !app.read_only) app.taken(app.workspace.set_cells(filled(app, cells, {})));
  announce(tr(Msg::cells_copied, {std::to_string(count)}));
  context().wants_frame = true;
  return table;
}

// What stands in a block replaces what is selected, from its first cell on; one cell fills all.
bool ChannelGrid::write_block(App& app, const Table& table) {
  const auto cells = block(app);
  if (!cells || table.rows.empty()) return false;
  std::vector<CellText> texts;
  if (table.rows.size() == 1 && table.rows.front().size() == 1) {
    texts = filled(app, *cells, table.rows.front().front());
  } else {
    const auto& shown = visible_rows(app);
    const auto& channels = app.workspace.declaration().channels;
    // What does not fit beside the rows there are becomes new rows, by the dialog.
    if (table.rows.size() > shown.size() - cells->top) return false;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      if (table.rows[row].size() > static_cast<std::size_t>(kColumnCount) - index_of(cells->left))
        return false;
      for (std::size_t i = 0; i < table.rows[row].size(); ++i) {
        texts.push_back({channels[shown[cells->top + row]].id,
                         static_cast<Column>(index_of(cells->left) + i), table.rows[row][i]});
      }
    }
  }
  const std::uint64_t before = app.workspace.revision();
  if (app.taken(app.workspace.set_cells(texts)) && app.workspace.revision() != before)
    app.tell(tr(Msg::cells_written, {std::to_string(texts.size())}));
  return true;
}

void ChannelGrid::start_editing(const App& app) {
  for (const Channel& channel : app.workspace.declaration().channels) {
    if (channel.id == row_) draft_ = column_text(channel, column_);
  }
  editing_ = true;
  context().wants_frame = true;
}

bool ChannelGrid::commit(App& app) {
  if (!editing_) return true;
  context().wants_frame = true;
  // Too long: it stays in the cell being edited, where it can be shortened.
  if (app.row_number(row_) > 0 && !app.taken(app.workspace.set_cell(row_, column_, draft_)))
    return false;
  editing_ = false;
  draft_.clear();
  return true;
}

void ChannelGrid::take_editor_events(App& app) {
  if (editor_id_ == 0) return;
  if (auto typed = take_text(editor_id_, TextEvent::Kind::input)) {
    reveal_ = true;  // wherever the grid was scrolled to
    editing_ = true;
    draft_ = std::move(*typed);
  }
  if (auto left = take_text(editor_id_, TextEvent::Kind::commit)) {
    if (editing_) {
      draft_ = std::move(*left);
      commit(app);
    }
  }
  if (take_text(editor_id_, TextEvent::Kind::cancel)) editing_ = false;
  if (take_activation(editor_id_) && !editing_ && !app.read_only) start_editing(app);
}

void ChannelGrid::move(App& app, int rows, int columns, bool extended) {
  const auto& shown = visible_rows(app);
  const auto& channels = app.workspace.declaration().channels;
  const auto here = std::find_if(shown.begin(), shown.end(),
                                 [&](std::size_t i) { return channels[i].id == row_; });
  if (here == shown.end()) return;
  const auto last_row = static_cast<long>(shown.size()) - 1;
  const long row = std::clamp(static_cast<long>(here - shown.begin()) + rows, 0L, last_row);
  const int column = std::clamp(static_cast<int>(column_) + columns, 1, kColumnCount - 1);
  const ChannelId to = channels[shown[static_cast<std::size_t>(row)]].id;
  if (extended) {
    extend(app, to, static_cast<Column>(column));
  } else {
    activate(app, to, static_cast<Column>(column));
  }
}

bool ChannelGrid::handle_key(App& app, const KeyPress& key) {
  // What was typed just before this key may not have been drawn yet.
  take_editor_events(app);
  constexpr int kPage = 10;
  constexpr int kAll = 1 << 20;
  const auto& shown = visible_rows(app);
  const auto& channels = app.workspace.declaration().channels;
  if (shown.empty()) return false;
  if (!editing_ && asks_for_menu(key)) {
    app.channel_menu.open(row_, column_);
    return true;
  }
  Action action = shortcut_action(editing_ ? Scope::edited_cell : Scope::ready_cell, key);
  if (action == Action::none) action = shortcut_action(Scope::grid, key);
  // Inside a field of several lines the arrows belong to the text.
  const bool vertical = action == Action::up || action == Action::down ||
                        action == Action::first_row || action == Action::last_row;
  if (vertical && editing_ && draft_.find('\n') != std::string::npos) return false;
  const auto go = [&](int rows, int columns) {
    if (commit(app)) move(app, rows, columns);
    return true;
  };
  switch (action) {
    case Action::leave:
      if (editing_) {
        editing_ = false;
        draft_.clear();
        context().wants_frame = true;
      } else if (block(app)) {
        activate(app, row_, column_);
      } else {
        push_effect("leaveGrid");
      }
      return true;
    case Action::edit_cell:
      if (!app.read_only) start_editing(app);
      return true;
    case Action::keep_and_go_down:
    case Action::down:
      return go(1, 0);
    case Action::keep_and_go_up:
    case Action::up:
      return go(-1, 0);
    case Action::next_cell:
    case Action::previous_cell: {
      const int direction = action == Action::next_cell ? 1 : -1;
      if (!commit(app)) return true;
      const Column end = direction > 0 ? Column::state : Column::name;
      const std::size_t end_row = direction > 0 ? shown.back() : shown.front();
      // Tab leaves the grid at its corners.
      if (column_ == end && channels[end_row].id == row_) return false;
      return column_ == end ? go(direction, -direction * kAll) : go(0, direction);
    }
    case Action::first_row:
      return go(-kAll, 0);
    case Action::last_row:
      return go(kAll, 0);
    case Action::left:
      return go(0, -1);
    case Action::right:
      return go(0, 1);
    case Action::first_cell:
      return go(0, -kAll);
    case Action::last_cell:
      return go(0, kAll);
    case Action::first_cell_of_all:
      return go(-kAll, -kAll);
    case Action::last_cell_of_all:
      return go(kAll, kAll);
    case Action::page_up:
      return go(-kPage, 0);
    case Action::page_down:
      return go(kPage, 0);
    case Action::clear_cell:
      if (app.read_only) return false;
      app.taken(app.workspace.set_cells(filled(app, selection(app), {})));
      return true;
    case Action::extend_up:
      move(app, -1, 0, true);
      return true;
    case Action::extend_down:
      move(app, 1, 0, true);
      return true;
    case Action::extend_left:
      move(app, 0, -1, true);
      return true;
    case Action::extend_right:
      move(app, 0, 1, true);
      return true;
    case Action::select_all:
      select_all(app);
      return true;
    case Action::duplicate_row:
      if (app.read_only) return false;
      if (const ChannelId copy = app.workspace.duplicate(row_)) activate(app, copy, column_);
      return true;
    default:
      return false;
  }
}

bool ChannelGrid::handle_paste(App& app, std::string_view text, std::string_view html) {
  take_editor_events(app);
  if (editing_ || app.read_only) return false;
  const Result<Table> table =
      html.find("<table") != std::string_view::npos ? parse_html_table(html) : parse_tsv(text);
  if (!table) {
    app.tell(error_message(table.error(), context().language), Notice::Kind::problem);
    return true;
  }
  if (write_block(app, *table)) return true;
  const bool single =
      table->rows.empty() || (table->rows.size() == 1 && table->rows.front().size() <= 1);
  if (single) return false;
  app.import_dialog.open(*table);
  return true;
}

void ChannelGrid::draw(App& app, float width, float height) {
  take_editor_events(app);
  const auto& channels = app.workspace.declaration().channels;

  // Column widths: the least each needs, and shares of the rest.
  float least = 0;
  float shares = 0;
  for (const ColumnWidth& column : kWidths) {
    least += scaled(column.least);
    shares += column.share;
  }
  const float rest = std::max(0.0F, width - scaled(12) - least);
  column_widths_.clear();
  for (const ColumnWidth& column : kWidths) {
    column_widths_.push_back(std::floor(scaled(column.least) + rest * column.share / shares));
  }
  if (heights_width_ != width || heights_scale_ != context().text_scale) {
    heights_.clear();
    heights_width_ = width;
    heights_scale_ = context().text_scale;
  }

  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  const float content_width = std::max(width - scaled(12), least);
  ImGui::SetNextWindowContentSize(ImVec2(content_width, 0));
  ImGui::BeginChild("grid", ImVec2(width, height), ImGuiChildFlags_None,
                    ImGuiWindowFlags_HorizontalScrollbar);
  ImGui::PopStyleVar();
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  // What is brought into view must not come to lie under the header.
  window->DecoInnerSizeY1 = scaled(kHeaderHeight);

  GridLayout layout;
  layout.origin = ImGui::GetCursorScreenPos();
  float x = layout.origin.x;
  for (std::size_t i = 0; i < kColumnCount; ++i) {
    layout.edges[i] = x;
    x += column_widths_[i];
  }
  layout.edges[kColumnCount] = std::max(x, layout.origin.x + content_width);
  layout.header_top = window->InnerRect.Min.y;
  layout.header_height = scaled(kHeaderHeight);

  const auto& shown = visible_rows(app);
  const bool known_row = std::any_of(shown.begin(), shown.end(),
                                     [&](std::size_t i) { return channels[i].id == row_; });
  if (!known_row) {
    editing_ = false;
    anchor_.reset();
    row_ = shown.empty() ? 0 : channels[shown.front()].id;
    column_ = Column::name;
  }

  begin_group("table", Role::grid, tr(Msg::channels_title));
  Node& grid_node = context().semantics.last();
  grid_node.row_count = static_cast<int>(channels.size()) + 1;
  grid_node.column_count = kColumnCount;
  draw_header(app, layout);

  ImGui::PushClipRect(ImVec2(window->InnerRect.Min.x, layout.header_top + layout.header_height),
                      window->InnerRect.Max, true);
  editor_id_ = 0;
  const auto selected = block(app);
  ImRect selected_rect(ImVec2(0, 0), ImVec2(0, 0));
  // Where it was pressed is remembered as a cell: the rows move under the mouse when they scroll.
  const bool pressing = ImGui::IsMouseClicked(ImGuiMouseButton_Left);
  if (pressing) pressed_.reset();
  std::optional<CellPlace> pointed;
  float y = layout.origin.y + layout.header_height;
  for (std::size_t place = 0; place < shown.size(); ++place) {
    const std::size_t index = shown[place];
    const Channel& channel = channels[index];
    float row = row_height(channel);
    if (editing_ && channel.id == row_) {  // the row grows with what is being typed
      const float room = cell_text_width(column_, column_widths_[index_of(column_)]);
      row = std::max(row, text_height(draft_, cell_style(column_), room) + 2 * scaled(kRowPadding));
    }
    if (channel.id == row_ && reveal_) {
      const ImRect rect(ImVec2(layout.edges[index_of(column_)], y),
                        ImVec2(layout.edges[index_of(column_) + 1], y + row));
      ImGui::ScrollToRect(window, rect,
                          ImGuiScrollFlags_KeepVisibleEdgeY | ImGuiScrollFlags_KeepVisibleEdgeX);
      reveal_ = false;
      context().wants_frame = true;
    }
    const bool near = y + row > layout.header_top + layout.header_height - scaled(kMargin) &&
                      y < window->InnerRect.Max.y + scaled(kMargin);
    // The active row is always in the tree: it holds the focus wherever the grid is scrolled to.
    const bool row_selected = selected && place >= selected->top && place <= selected->bottom;
    if (near || channel.id == row_ || context().whole)
      draw_row(app, layout, index, y, row, row_selected ? selected : std::nullopt);
    if (row_selected) {
      if (place == selected->top)
        selected_rect.Min = ImVec2(layout.edges[index_of(selected->left)], y);
      selected_rect.Max = ImVec2(layout.edges[index_of(selected->right) + 1], y + row);
    }
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    if (mouse.y >= y && mouse.y < y + row) {
      if (const auto column = column_at(layout, mouse.x)) pointed = CellPlace{channel.id, *column};
      if (pressing) pressed_ = pointed;
    }
    y += row;
  }
  if (selected) draw_selection(selected_rect);
  ImGui::PopClipRect();
  end_group();
  // ImGui has the window itself as the active item while a press that began in it goes on.
  const bool dragging = !editing_ && ImGui::GetCurrentContext()->ActiveId == window->MoveId &&
                        ImGui::IsMouseDragging(ImGuiMouseButton_Left);
  if (dragging && pressed_ && pointed && *pointed != CellPlace{row_, column_})
    extend(app, pointed->row, pointed->column, pressed_);

  // The row that adds a row.
  ImGui::PushClipRect(ImVec2(window->InnerRect.Min.x, layout.header_top + layout.header_height),
                      window->InnerRect.Max, true);
  const NodeId add_id = ImHashStr("add-row");
  const ImRect add_rect(ImVec2(layout.origin.x, y),
                        ImVec2(layout.edges[kColumnCount], y + scaled(kBottomRow)));
  ImGui::SetCursorScreenPos(add_rect.Min);
  ImGui::ItemSize(add_rect);
  if (!app.read_only) {
    ImGui::ItemAdd(add_rect, add_id);
    bool hovered = false;
    bool held = false;
    ImGui::ButtonBehavior(add_rect, add_id, &hovered, &held);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    if (hovered) draw->AddRectFilled(add_rect.Min, add_rect.Max, palette().hover);
    const float middle = add_rect.GetCenter().y;
    const float text_x = layout.edges[1] + scaled(kCellInset) + scaled(kIconRoom);
    draw_icon(draw, Icon::add, ImVec2(layout.edges[1] + scaled(kCellInset) + scaled(8), middle),
              palette().text3);
    draw_text(draw, ImVec2(text_x, middle - scaled(kCell.line) / 2), palette().text2,
              tr(Msg::channel_add_row), kCell);
    const ImRect ring(ImVec2(add_rect.Min.x + 6, add_rect.Min.y + 6),
                      ImVec2(add_rect.Max.x - 6, add_rect.Max.y - 6));
    focus_ring(draw, add_id, ring, 4);
    add_node(add_id, Role::button, tr(Msg::channel_add_row), add_rect);
    if (take_activation(add_id)) {
      search.clear();
      only_findings = false;
      const auto ids = app.workspace.insert(channels.size(), std::vector<Channel>(1));
      if (!ids.empty()) {
        activate(app, ids.front(), Column::name);
      }
    }
  }
  ImGui::PopClipRect();
  ImGui::EndChild();
}

void ChannelGrid::draw_header(App& app, const GridLayout& layout) {
  const Palette& colors = palette();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const float top = layout.header_top;
  const float bottom = top + layout.header_height;
  draw->AddRectFilled(ImVec2(layout.edges.front(), top), ImVec2(layout.edges.back(), bottom),
                      colors.sunken);
  draw->AddLine(ImVec2(layout.edges.front(), bottom - 0.5F),
                ImVec2(layout.edges.back(), bottom - 0.5F), colors.line);

  begin_group("header", Role::row, "");
  context().semantics.last().row_index = 1;
  for (const Column column : kColumns) {
    const std::size_t i = index_of(column);
    const ImRect rect(ImVec2(layout.edges[i], top), ImVec2(layout.edges[i + 1], bottom));
    const std::string_view label = column_label(column);
    const NodeId id = ImGui::GetID(label.data(), label.data() + label.size());
    const bool sortable = column != Column::ordinal && !app.read_only;
    const float width = column == Column::ordinal ? 0
                                                  : rect.GetWidth() - 2 * scaled(kCellInset) -
                                                        (sorted_by_ == column ? scaled(14) : 0);
    const float text_top = std::round(rect.GetCenter().y - text_height(label, kHeader, width) / 2);
    bool hovered = false;
    bool held = false;
    if (sortable) {
      ImGui::ItemAdd(rect, id);
      ImGui::ButtonBehavior(rect, id, &hovered, &held);
      if (hovered) draw->AddRectFilled(rect.Min, ImVec2(rect.Max.x, rect.Max.y - 1), colors.hover);
    }
    const float indent = column == Column::name ? scaled(kIconRoom) : 0;
    const float text_x = column == Column::ordinal
                             ? rect.Max.x - scaled(kCellInset) - text_width(label, kHeader)
                             : rect.Min.x + scaled(kCellInset) + indent;
    draw_text(draw, ImVec2(text_x, text_top), colors.text2, label, kHeader,
              std::max(width - indent, 0.0F));
    if (sorted_by_ == column && sortable) {
      draw_icon(draw, sorted_descending_ ? Icon::sort_down : Icon::sort_up,
                ImVec2(rect.Max.x - scaled(12), rect.GetCenter().y), colors.accent_text, 12);
    }
    Node& node = add_node(id, Role::columnheader, label, rect);
    node.column_index = static_cast<int>(i) + 1;
    if (sorted_by_ == column && sortable)
      node.value = sorted_descending_ ? "descending" : "ascending";
    if (!sortable) continue;
    context().semantics.open(id);
    const NodeId sort_id = ImHashStr("sort", 0, id);
    focus_ring(
        draw, sort_id,
        ImRect(ImVec2(rect.Min.x + 5, rect.Min.y + 5), ImVec2(rect.Max.x - 5, rect.Max.y - 5)), 3);
    add_node(sort_id, Role::button, tr(Msg::channels_sort_by, {label}), rect);
    context().semantics.close();
    if (take_activation(sort_id)) {
      if (!commit(app)) continue;
      sorted_descending_ = sorted_by_ == column && !sorted_descending_;
      sorted_by_ = column;
      app.workspace.sort(column, sorted_descending_);
      announce(tr(Msg::channels_sorted, {label}));
    }
  }
  end_group();
}

void ChannelGrid::draw_row(App& app, const GridLayout& layout, std::size_t position, float y,
                           float height, const std::optional<CellBlock>& selected) {
  const Palette& colors = palette();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const Channel& channel = app.workspace.declaration().channels[position];
  const ImRect rect(ImVec2(layout.edges.front(), y), ImVec2(layout.edges.back(), y + height));
  const bool active = channel.id == row_;
  if (active) {
    draw->AddRectFilled(rect.Min, rect.Max, colors.accent_soft);
    draw->AddRectFilled(rect.Min, ImVec2(rect.Min.x + 3, rect.Max.y), colors.accent_text);
  } else if (ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows) &&
             ImGui::IsMouseHoveringRect(rect.Min, rect.Max)) {
    draw->AddRectFilled(rect.Min, rect.Max, colors.hover);
  }
  draw->AddLine(ImVec2(rect.Min.x, rect.Max.y - 0.5F), ImVec2(rect.Max.x, rect.Max.y - 0.5F),
                colors.line);

  ImGui::PushID(static_cast<int>(channel.id));
  begin_group("row", Role::row, "");
  Node& row = context().semantics.last();
  row.row_index = static_cast<int>(position) + 2;
  row.selected = active;
  for (const Column column : kColumns) {
    const std::size_t i = index_of(column);
    draw_cell(app, channel, column, static_cast<int>(position) + 1,
              ImRect(ImVec2(layout.edges[i], rect.Min.y), ImVec2(layout.edges[i + 1], rect.Max.y)),
              selected && column >= selected->left && column <= selected->right);
  }
  end_group();
  ImGui::PopID();
}

void ChannelGrid::draw_cell(App& app, const Channel& channel, Column column, int row_number,
                            const ImRect& rect, bool selected) {
  const Palette& colors = palette();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const bool active = channel.id == row_ && column == column_;
  const bool edited = active && editing_;
  const auto& findings = app.findings_of(channel.id);
  const Finding* finding = worst_finding(findings, column);
  const NodeId id = ImGui::GetID(static_cast<int>(column));
  const std::string& written = column_text(channel, column);
  const std::string shown = column == Column::ordinal ? std::to_string(row_number) : written;
  const TextStyle style = cell_style(column);
  const float width = cell_text_width(column, rect.GetWidth());
  const bool has_icon = column == Column::name || column == Column::state;
  const float text_x = rect.Min.x + scaled(kCellInset) + (has_icon ? scaled(kIconRoom) : 0);
  const float text_top = std::round(rect.GetCenter().y - text_height(shown, style, width) / 2);

  std::string spoken = shown;
  std::string problem;
  if (column == Column::ordinal) {
    draw_text(draw, ImVec2(rect.Max.x - scaled(kCellInset) - text_width(shown, kCell), text_top),
              colors.text2, shown, kCell);
    if (finding != nullptr && finding->severity != Severity::advice) {
      const Tone tone = severity_tone(finding->severity);
      draw_icon(draw, finding->severity == Severity::error ? Icon::error : Icon::warning,
                ImVec2(rect.Min.x + scaled(15), rect.GetCenter().y), tone_colors(tone).text);
    }
    if (finding != nullptr)
      problem = finding_sentence(*finding, app.row_number(finding->other_row));
  } else {
    if (finding != nullptr && finding->severity != Severity::advice) {
      const ToneColors tone = tone_colors(severity_tone(finding->severity));
      draw->AddRectFilled(ImVec2(rect.Min.x + 1, rect.Min.y + 1),
                          ImVec2(rect.Max.x - 1, rect.Max.y - 2), tone.soft);
      problem = finding_sentence(*finding, app.row_number(finding->other_row));
    }
    ImU32 ink = column == Column::name ? colors.text : colors.text2;
    if (column == Column::administrators || column == Column::created) ink = colors.text;
    if (finding != nullptr && finding->severity != Severity::advice)
      ink = tone_colors(severity_tone(finding->severity)).text;
    if (column == Column::name) {
      draw_icon(draw, channel_icon(channel_kind(channel)),
                ImVec2(rect.Min.x + scaled(kCellInset) + scaled(8), rect.GetCenter().y),
                colors.text2);
    }
    if (column == Column::state) {
      const ChannelState state = read_state(written).state;
      draw_state_mark(draw, state,
                      ImVec2(rect.Min.x + scaled(kCellInset) + scaled(8), rect.GetCenter().y));
      if (finding == nullptr) ink = state_color(state);
    }
    if (!edited) {
      const bool missing = finding != nullptr && finding->code == FindingCode::cell_missing;
      if (written.empty() && missing) {
        draw_text(draw, ImVec2(text_x, std::round(rect.GetCenter().y - scaled(kCell.line) / 2)),
                  ink, tr(Msg::cell_missing), kCellMedium);
      } else {
        draw_text(draw, ImVec2(text_x, text_top), ink, shown, style, width);
      }
    }
  }

  Node& node = add_node(id, Role::gridcell, spoken, rect);
  node.column_index = static_cast<int>(column) + 1;
  const bool invalid =
      !problem.empty() && finding->severity == Severity::error && column != Column::ordinal;
  node.invalid = invalid;
  node.description = problem;
  node.selected = active || selected;
  if (column == Column::ordinal) {
    if (take_activation(id)) {
      activate(app, channel.id, Column::name);
    }
    return;
  }
  if (active) {
    const ImRect field(ImVec2(rect.Min.x + 2, rect.Min.y + 2),
                       ImVec2(rect.Max.x - 2, rect.Max.y - 3));
    const float text_height_now = text_height(edited ? draft_ : shown, style, width);
    const float top = std::round(field.GetCenter().y - text_height_now / 2);
    editor_id_ = ImHashStr("editor", 0, id);
    const bool focused = context().focused == editor_id_;
    if (edited) draw->AddRectFilled(field.Min, field.Max, colors.surface, 4);
    draw->AddRect(field.Min, field.Max, focused ? colors.accent_text : colors.line_input, 4, 0,
                  focused ? 2.0F : 1.0F);
    context().semantics.open(id);
    const std::string label =
        tr(Msg::cell_name, {column_label(column), std::to_string(row_number)});
    Node& editor = add_node(editor_id_, Role::textbox, label, field);
    editor.value = edited ? draft_ : written;
    editor.multiline = true;
    editor.cell_editor = true;
    editor.editing = edited;
    editor.read_only = app.read_only;
    editor.invalid = invalid;
    editor.description = problem;
    editor.font_size = scaled(style.size);
    editor.inset_left = text_x - field.Min.x;
    editor.inset_top = top - field.Min.y;
    context().semantics.close();
    if (take_focus_) {
      request_focus(editor_id_);
      take_focus_ = false;
    }
  }
  if (take_menu_request(id) || (active && take_menu_request(editor_id_)))
    app.channel_menu.open(channel.id, column);
  if (take_activation(id)) {
    if (context().activated_with_shift) {
      extend(app, channel.id, column);
    } else {
      activate(app, channel.id, column);
    }
  }
}

}  // namespace sokenh
