// TouchScroll: a finger drags the panel under it, which glides on when it is let go.
//
// The panel is set to where the finger is, not moved by steps, so it never drifts from under it:
// ImGui's own scrolling knows wheels only, and rounds every step to whole pixels.
#pragma once

#include <imgui.h>

#include <array>

#include "wasm/ui/kinetic_scroll.h"

struct ImGuiWindow;

namespace sokenh {

class TouchScroll {
 public:
  // True when the touch stopped a glide: it is not meant for what lies under it.
  bool press(ImVec2 at, double time);
  // True once the finger has gone further than a tap trembles.
  bool move(ImVec2 at, double time);
  void release(double time, bool may_glide);
  void cancel();

  // Before a frame: moves the panel on. True while it glides: another frame is needed.
  bool advance(double time);

 private:
  float along(ImVec2 at) const { return vertical_ ? at.y : at.x; }
  void scroll_to(float position);

  bool pressed_ = false;
  bool dragging_ = false;
  bool gliding_ = false;
  bool vertical_ = true;
  ImVec2 start_;
  ImGuiID panel_ = 0;       // 0: nothing to scroll there
  float panel_start_ = 0;   // its scroll position when the drag, or the glide, began
  float finger_start_ = 0;  // where the finger was then
  // Across and down, from the press on: a quick flick is one or two moves long.
  std::array<ui::FingerTrack, 2> tracks_;
  ui::Glide glide_;
};

}  // namespace sokenh
