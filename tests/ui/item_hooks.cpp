#include "tests/ui/item_hooks.h"

#include <algorithm>

namespace {

std::vector<sokenh::DrawnItem> drawn;

}  // namespace

namespace sokenh {

ItemRecorder::ItemRecorder() {
  drawn.clear();
  ImGui::GetCurrentContext()->TestEngineHookItems = true;
}

ItemRecorder::~ItemRecorder() { ImGui::GetCurrentContext()->TestEngineHookItems = false; }

const std::vector<DrawnItem>& ItemRecorder::items() const { return drawn; }

}  // namespace sokenh

// NOLINTBEGIN(readability-identifier-naming): Dear ImGui's names
void ImGuiTestEngineHook_ItemAdd(ImGuiContext* ctx, ImGuiID id, const ImRect& bb,
                                 const ImGuiLastItemData*) {
  const bool known = std::any_of(drawn.begin(), drawn.end(),
                                 [&](const sokenh::DrawnItem& item) { return item.id == id; });
  if (id == 0 || known) return;
  const ImGuiWindow* window = ctx->CurrentWindow;
  drawn.push_back({id, bb, window->ID, window->Name});
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}

void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }
// NOLINTEND(readability-identifier-naming)
