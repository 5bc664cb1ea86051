// RowList: rows (or cards) of known heights one below another, each of them a button that opens
// what it shows. Only those in view, or near it, are drawn and in the tree; the arrows go from one
// to the next.
//
// Unlike ui::LongList, it knows where every row lies without drawing it: a row anywhere in
// thousands can be brought into view and given the focus.
#pragma once

#include <imgui_internal.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "wasm/ui/context.h"

namespace sokenh::ui {

using RowId = std::uint32_t;  // 0: none

struct RowPlace {
  RowId id = 0;
  std::size_t index = 0;  // the caller's
  float top = 0;          // from the first row's
  float height = 0;
};

class RowList {
 public:
  void clear();
  void add(RowId id, std::size_t index, float height, float gap);
  const std::vector<RowPlace>& places() const { return places_; }
  int position_of(const RowPlace& place) const;  // 0-based
  float height() const;                          // of all rows

  // To be brought into view and given the focus when it is next drawn.
  void request_focus_on(RowId id) { focus_ = id; }
  // Arrows, Home, End and the page keys, between the rows. True when it was used.
  bool handle_key(const KeyPress& key);

  // Draws those in view or near it, and the neighbours of the one that has the focus, to which Tab
  // goes from it. On paper all.
  void draw(ImVec2 origin, const std::function<void(const RowPlace&, float top)>& draw_row);
  // Within draw_row: the button of the row begins, and ends with its node. True when it was chosen.
  NodeId begin_button(RowId id, const ImRect& rect, bool* hovered);
  bool end_button(RowId id, NodeId node, const ImRect& rect, std::string_view name,
                  std::string_view description, bool selected);

 private:
  std::vector<RowPlace> places_;
  std::vector<std::pair<NodeId, RowId>> drawn_;
  RowId focus_ = 0;
};

}  // namespace sokenh::ui
