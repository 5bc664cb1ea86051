#include "wasm/app/touch_scroll.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace sokenh {
namespace {

constexpr float kTremble = 10;  // CSS pixels

// The innermost panel under a point that can scroll along the axis; 0 if there is none.
ImGuiID scrollable_panel(ImVec2 at, bool vertical) {
  ImGuiWindow* window = nullptr;
  ImGui::FindHoveredWindowEx(at, true, &window, nullptr);
  for (; window != nullptr; window = window->ParentWindow) {
    if ((vertical ? window->ScrollMax.y : window->ScrollMax.x) > 0) return window->ID;
    if ((window->Flags & ImGuiWindowFlags_ChildWindow) == 0) break;
  }
  return 0;
}

}  // namespace

bool TouchScroll::press(ImVec2 at, double time) {
  const bool caught = gliding_;
  cancel();
  pressed_ = true;
  start_ = at;
  tracks_[0].start(at.x, time);
  tracks_[1].start(at.y, time);
  return caught;
}

bool TouchScroll::move(ImVec2 at, double time) {
  if (!pressed_) return false;
  tracks_[0].move(at.x, time);
  tracks_[1].move(at.y, time);
  if (!dragging_) {
    const ImVec2 moved(std::abs(at.x - start_.x), std::abs(at.y - start_.y));
    if (std::max(moved.x, moved.y) < kTremble) return false;
    dragging_ = true;
    vertical_ = moved.y >= moved.x;
    panel_ = scrollable_panel(start_, vertical_);
    const ImGuiWindow* window = ImGui::FindWindowByID(panel_);
    panel_start_ = window == nullptr ? 0 : vertical_ ? window->Scroll.y : window->Scroll.x;
    finger_start_ = along(at);  // not where it was pressed: the panel would jump
    return true;
  }
  scroll_to(panel_start_ + finger_start_ - along(at));
  return true;
}

void TouchScroll::release(double time, bool may_glide) {
  const float velocity = dragging_ ? -tracks_[vertical_ ? 1 : 0].velocity(time) : 0;
  const ImGuiID panel = panel_;
  cancel();
  const ImGuiWindow* window = ImGui::FindWindowByID(panel);
  if (!may_glide || velocity == 0 || window == nullptr) return;
  panel_ = panel;
  // The last move may not have been drawn yet: its target is where the panel will be.
  const ImVec2 target = window->ScrollTarget;
  const float wanted = vertical_ ? target.y : target.x;
  const float now = vertical_ ? window->Scroll.y : window->Scroll.x;
  panel_start_ = wanted < FLT_MAX ? wanted : now;
  glide_ = ui::Glide(velocity, time);
  gliding_ = true;
}

void TouchScroll::cancel() {
  pressed_ = false;
  dragging_ = false;
  gliding_ = false;
  panel_ = 0;
}

bool TouchScroll::advance(double time) {
  if (!gliding_) return false;
  const ImGuiWindow* window = ImGui::FindWindowByID(panel_);
  // Gone from the screen, or at its end.
  const bool shown = window != nullptr && window->WasActive;
  const float position = panel_start_ + glide_.offset(time);
  const float end = !shown ? 0 : vertical_ ? window->ScrollMax.y : window->ScrollMax.x;
  if (shown) scroll_to(position);
  if (!shown || glide_.over(time) || position < 0 || position > end) gliding_ = false;
  return gliding_;
}

void TouchScroll::scroll_to(float position) {
  ImGuiWindow* window = ImGui::FindWindowByID(panel_);
  if (window == nullptr) return;
  if (vertical_) {
    ImGui::SetScrollY(window, std::clamp(position, 0.0F, window->ScrollMax.y));
  } else {
    ImGui::SetScrollX(window, std::clamp(position, 0.0F, window->ScrollMax.x));
  }
}

}  // namespace sokenh
