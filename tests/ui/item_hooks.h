// What Dear ImGui tells its test engine: every item drawn. The native build of Dear ImGui calls
// these hooks (cmake/imgui.cmake); the page's does not have them.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include <string>
#include <vector>

namespace sokenh {

struct DrawnItem {
  ImGuiID id = 0;
  ImRect rect;
  ImGuiID window = 0;
  std::string window_name;
};

// Items of the frames drawn while it lives, each id once.
class ItemRecorder {
 public:
  ItemRecorder();
  ~ItemRecorder();
  ItemRecorder(const ItemRecorder&) = delete;
  ItemRecorder& operator=(const ItemRecorder&) = delete;

  const std::vector<DrawnItem>& items() const;
};

}  // namespace sokenh
