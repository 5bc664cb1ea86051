// What the lists of accounts, of log entries and of machines draw alike: a table whose rows are two
// lines and, below them, what is to be dealt with; on a phone cards of the same.
#pragma once

#include <imgui_internal.h>

#include <functional>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "core/policy/finding.h"
#include "wasm/ui/row_list.h"
#include "wasm/ui/theme.h"

namespace sokenh {

class App;

inline constexpr float kListHeaderHeight = 36;
inline constexpr float kListRowPadding = 8;
inline constexpr float kListCardInset = 12;

// Draws one row or card, in its place on the screen.
using DrawEntry = std::function<void(const ui::RowPlace&, const ImRect&)>;

// Of an entry's findings the worst, if there is more to it than advice; else nullptr.
const Finding* finding_to_deal_with(std::span<const Finding* const> findings);
// That finding and its clause on one line; what is read out of it, "" when there is none.
std::string draw_finding_line(App& app, std::span<const Finding* const> findings, ImVec2 at,
                              float room);

// The parts that are not empty.
std::string joined(std::initializer_list<std::string_view> parts, std::string_view between);

// Of a row, or a card, without a finding; and what a finding adds to it.
float list_row_height();
float list_card_height();
float list_finding_height();
// The two lines of a row, without the finding below them.
ImRect list_row_lines(const ImRect& row);

// A cell of two lines; the second is small.
struct ListCell {
  std::string_view first, second;
  ImU32 first_color, second_color;
};
void draw_list_cell(const ImRect& rect, const ListCell& cell, const ui::TextStyle& first_style);
// Its node, from 1, where there is no button in it.
void add_list_cell(int column, const ImRect& rect, std::string_view name);

// Below a header at the cursor: the rows, which scroll in a panel so high, header included.
void draw_list_rows(ui::RowList& rows, float width, float height, const DrawEntry& draw_row);
void draw_list_header_back(const ImRect& rect);

// The list of the cards at the cursor.
void draw_list_cards(ui::RowList& rows, std::string_view name, float width,
                     const DrawEntry& draw_card);
// A card's item in the tree, to be ended with end_group(), and its frame; `opens` is the part of it
// that is a button. Returns the button, of which ui::RowList::end_button() makes the node.
ui::NodeId begin_list_card(ui::RowList& rows, const ui::RowPlace& place, const ImRect& rect,
                           const ImRect& opens, bool chosen);

}  // namespace sokenh
