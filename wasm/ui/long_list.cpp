#include "wasm/ui/long_list.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cstdlib>

#include "wasm/ui/widgets.h"

namespace sokenh::ui {
namespace {

constexpr float kMargin = 400;  // drawn beyond what is visible
constexpr float kGuess = 120;

}  // namespace

void LongList::begin(float width, int count) {
  if (width != width_ || context().text_scale != scale_) heights_.clear();
  width_ = width;
  scale_ = context().text_scale;
  count_ = count;
  position_ = 0;
  focused_position_ = focused_now_;
  focused_now_ = -2;
}

void LongList::item(const char* key, bool wanted, const std::function<void()>& draw) {
  const int position = position_++;
  const ImGuiID id = ImGui::GetID(key);
  const auto known = heights_.find(id);
  const float height = known != heights_.end() ? known->second : scaled(kGuess);
  const ImVec2 top = ImGui::GetCursorScreenPos();
  const ImRect view = ImGui::GetCurrentWindow()->InnerRect;
  const bool near =
      top.y + height > view.Min.y - scaled(kMargin) && top.y < view.Max.y + scaled(kMargin);
  const bool in_hand = std::abs(position - focused_position_) <= 1;
  if (!near && !in_hand && !wanted && !context().whole) {
    ImGui::Dummy(ImVec2(width_, height));
    return;
  }
  const Semantics& tree = context().semantics;
  const std::size_t first = tree.nodes().size();
  begin_group(key, Role::listitem, "");
  Node& node = context().semantics.last();
  node.position = position + 1;
  node.set_size = count_;
  ImGui::BeginGroup();
  draw();
  ImGui::EndGroup();
  end_group();
  const float drawn = ImGui::GetItemRectMax().y - top.y;
  if (drawn != height) {
    heights_[id] = drawn;
    context().wants_frame = true;
  }
  const auto focused = [](const Node& one) { return one.id == context().focused; };
  if (context().focused != 0 &&
      std::any_of(tree.nodes().begin() + static_cast<std::ptrdiff_t>(first), tree.nodes().end(),
                  focused))
    focused_now_ = position;
}

}  // namespace sokenh::ui
