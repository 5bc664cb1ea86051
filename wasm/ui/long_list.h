// LongList: a list of which only what is near the visible part is drawn and in the tree.
//
// Items may have any height: the real one is kept once an item was drawn, and guessed before. What
// has the focus stays drawn wherever the list is scrolled to, and so do its neighbours, to which
// Tab goes from it. On paper everything is there.
#pragma once

#include <imgui.h>

#include <functional>
#include <map>

#include "wasm/ui/context.h"

namespace sokenh::ui {

class LongList {
 public:
  // Between begin_group(…, Role::list, …) and end_group; `count` items follow.
  void begin(float width, int count);
  // One item, as a listitem with its place in the list. `wanted`: to be drawn wherever it lies.
  // `key`: the same for the same thing when the list changes.
  void item(const char* key, bool wanted, const std::function<void()>& draw);

 private:
  std::map<ImGuiID, float> heights_;
  float width_ = 0;
  float scale_ = 0;
  int count_ = 0;
  int position_ = 0;
  int focused_position_ = -2;  // of the last frame
  int focused_now_ = -2;
};

}  // namespace sokenh::ui
