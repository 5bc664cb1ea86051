#include "wasm/ui/row_list.h"

#include <algorithm>

#include "wasm/ui/widgets.h"

namespace sokenh::ui {

namespace {

// Rows just out of view are in the tree too, so that Tab and screen readers go on to them.
constexpr float kMargin = 200;

}  // namespace

void RowList::clear() { places_.clear(); }

void RowList::add(RowId id, std::size_t index, float height, float gap) {
  const float top = places_.empty() ? 0 : places_.back().top + places_.back().height + gap;
  places_.push_back({id, index, top, height});
}

int RowList::position_of(const RowPlace& place) const {
  return static_cast<int>(&place - places_.data());
}

float RowList::height() const {
  return places_.empty() ? 0 : places_.back().top + places_.back().height;
}

bool RowList::handle_key(const KeyPress& key) {
  const auto drawn = std::find_if(drawn_.begin(), drawn_.end(),
                                  [&](const auto& one) { return one.first == key.id; });
  if (key.id == 0 || drawn == drawn_.end() || key.control || key.alt || key.shift) return false;
  const auto here = std::find_if(places_.begin(), places_.end(),
                                 [&](const RowPlace& place) { return place.id == drawn->second; });
  if (here == places_.end()) return false;
  constexpr long kPage = 10;
  constexpr long kAll = 1L << 30;
  const long steps = key.key == "ArrowDown"  ? 1
                     : key.key == "ArrowUp"  ? -1
                     : key.key == "PageDown" ? kPage
                     : key.key == "PageUp"   ? -kPage
                     : key.key == "End"      ? kAll
                     : key.key == "Home"     ? -kAll
                                             : 0;
  if (steps == 0) return false;
  const long last = static_cast<long>(places_.size()) - 1;
  const long target = std::clamp(static_cast<long>(here - places_.begin()) + steps, 0L, last);
  focus_ = places_[static_cast<std::size_t>(target)].id;
  context().wants_frame = true;
  return true;
}

void RowList::draw(ImVec2 origin, const std::function<void(const RowPlace&, float top)>& draw_row) {
  const auto focused = std::find_if(drawn_.begin(), drawn_.end(),
                                    [](const auto& one) { return one.first == context().focused; });
  const RowId in_hand = focused == drawn_.end() ? 0 : focused->second;
  drawn_.clear();
  const ImRect view = ImGui::GetCurrentWindow()->InnerRect;
  const auto id_at = [&](std::size_t i) { return i < places_.size() ? places_[i].id : 0; };
  for (std::size_t i = 0; i < places_.size(); ++i) {
    const RowPlace& place = places_[i];
    const float top = origin.y + place.top;
    const bool near =
        top + place.height > view.Min.y - scaled(kMargin) && top < view.Max.y + scaled(kMargin);
    const bool beside = in_hand != 0 && (place.id == in_hand || id_at(i + 1) == in_hand ||
                                         (i > 0 && id_at(i - 1) == in_hand));
    if (!near && !beside && !context().whole && place.id != focus_) continue;
    ImGui::PushID(static_cast<int>(place.id));
    draw_row(place, top);
    ImGui::PopID();
  }
  focus_ = 0;
}

NodeId RowList::begin_button(RowId id, const ImRect& rect, bool* hovered) {
  const NodeId node = ImGui::GetID("open");
  if (id == focus_) {
    ImGui::ScrollToRect(ImGui::GetCurrentWindow(), rect, ImGuiScrollFlags_KeepVisibleEdgeY);
    request_focus(node);
  }
  ImGui::ItemAdd(rect, node);
  bool held = false;
  ImGui::ButtonBehavior(rect, node, hovered, &held);
  return node;
}

bool RowList::end_button(RowId id, NodeId node, const ImRect& rect, std::string_view name,
                         std::string_view description, bool selected) {
  Node& added = add_node(node, Role::button, name, rect);
  added.description = description;
  added.selected = selected;
  drawn_.emplace_back(node, id);
  return take_activation(node);
}

}  // namespace sokenh::ui
