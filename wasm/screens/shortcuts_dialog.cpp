// The list of shortcuts: what stands in wasm/app/shortcuts.cpp, in words.
#include <algorithm>
#include <string>

#include "wasm/app/app.h"
#include "wasm/app/shortcuts.h"
#include "wasm/screens/screens.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

Msg part_title(Scope scope) {
  switch (scope) {
    case Scope::page:
      return Msg::shortcuts_everywhere;
    case Scope::grid:
    case Scope::ready_cell:
      return Msg::shortcuts_grid;
    case Scope::edited_cell:
      return Msg::shortcuts_editing;
  }
  return Msg::shortcuts_everywhere;
}

}  // namespace

void draw_shortcuts_dialog(App& app) {
  if (!app.shortcuts_open) return;
  const bool leave = begin_dialog("shortcuts", tr(Msg::shortcuts_title), 560);
  const float width = ImGui::GetContentRegionAvail().x;
  const float indent = std::min(scaled(210), width / 2);
  const auto all = shortcuts();
  std::size_t i = 0;
  while (i < all.size()) {
    const Msg title = part_title(all[i].scope);
    heading(2, tr(title), kBodyStrong);
    space(6);
    ImGui::PushID(static_cast<int>(title));
    begin_group("keys", Role::properties, "");
    while (i < all.size() && part_title(all[i].scope) == title) {
      const Msg what = all[i].what;
      std::string keys;
      for (; i < all.size() && all[i].what == what; ++i) {
        if (!keys.empty()) keys += ", ";
        keys += shortcut_label(all[i].keys);
      }
      property(keys, tr(what), indent, width);
      space(4);
    }
    end_group();
    ImGui::PopID();
    space(12);
  }
  if (button("done", tr(Msg::close)) || leave) app.shortcuts_open = false;
  end_dialog();
}

}  // namespace sokenh
