#include "wasm/screens/entry_screen.h"

#include <algorithm>
#include <cmath>

#include "wasm/app/app.h"
#include "wasm/app/shortcuts.h"
#include "wasm/screens/labels.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

float height_left() {
  return ImGui::GetWindowHeight() - ImGui::GetCursorPosY() - ImGui::GetStyle().WindowPadding.y;
}

bool on_phone(const App& app) { return app.cards.shown(); }

float usual_width() { return scaled(context().touch ? 138 : 118); }

void draw_history_tools(App& app) {
  const bool can_undo = !app.read_only && app.workspace.can_undo();
  const bool can_redo = !app.read_only && app.workspace.can_redo();
  if (button("undo", tr(Msg::undo),
             {.kind = ButtonKind::quiet,
              .icon = Icon::undo,
              .enabled = can_undo,
              .icon_only = true,
              .shortcut = shortcut_keys(Action::undo),
              .description = can_undo ? command_label(app.workspace.undo_kind()) : ""}))
    app.undo();
  same_line(2);
  if (button("redo", tr(Msg::redo),
             {.kind = ButtonKind::quiet,
              .icon = Icon::redo,
              .enabled = can_redo,
              .icon_only = true,
              .shortcut = shortcut_keys(Action::redo),
              .description = can_redo ? command_label(app.workspace.redo_kind()) : ""}))
    app.redo();
}

bool draw_back(std::string_view label, bool& wants_focus) {
  if (wants_focus) {
    request_focus(ImGui::GetID("back"));
    wants_focus = false;
  }
  // Its frame is not drawn: the arrow stands where the title below begins, nearly.
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() - scaled(12));
  return button("back", label, {.kind = ButtonKind::quiet, .icon = Icon::left});
}

void draw_counted_title(std::string_view title, const std::string& count, float width) {
  const ImVec2 top = ImGui::GetCursorScreenPos();
  heading(1, title, kPageTitle);
  if (count.empty()) return;
  const float left = last_rect().Max.x + scaled(14);
  if (left + text_width(count, kBody) > top.x + width) {
    text(count, kBody, palette().text2, width);
    return;
  }
  ImGui::SetCursorScreenPos(ImVec2(left, top.y + scaled(5)));
  text(count, kBody, palette().text2);
  ImGui::SetCursorScreenPos(ImVec2(top.x, top.y + scaled(kPageTitle.line)));
}

int draw_entry_filter(const EntryFilter& filter, int chosen, std::string& search, float width) {
  const bool narrow = width < scaled(520);
  const float filter_width = narrow ? width : scaled(220);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float own = context().touch ? field_height() : scaled(30);
  ImGui::SetCursorScreenPos(ImVec2(at.x, at.y + std::round((field_height() - own) / 2)));
  const auto wanted = select("filter", filter.filter_label, filter.filters, chosen,
                             {.width = filter_width, .show_label = false});
  if (narrow) {
    space(8);
  } else {
    ImGui::SetCursorScreenPos(ImVec2(at.x + filter_width + scaled(8), at.y));
  }
  live_field("search", filter.search_label, search,
             {.width = narrow ? width : std::min(width - filter_width - scaled(8), scaled(320)),
              .placeholder = filter.search_label,
              .input_mode = "search",
              .show_label = false,
              .search = true});
  ImGui::SetCursorScreenPos(ImVec2(at.x, ImGui::GetCursorScreenPos().y));
  return wanted.value_or(chosen);
}

bool draw_entry_panel(const EntryPanel& panel, const DrawOpen& draw) {
  begin_group(panel.key, Role::complementary, panel.name);
  const float width = ImGui::GetContentRegionAvail().x;
  const ImVec2 top = ImGui::GetCursorScreenPos();
  heading(2, panel.title, kCardTitle, width - control_height() - scaled(8));
  const float bottom = std::max(ImGui::GetCursorScreenPos().y, top.y + control_height());
  ImGui::SetCursorScreenPos(ImVec2(top.x + width - control_height(), top.y - scaled(7)));
  const bool hide = button("hide", panel.hide_label,
                           {.kind = ButtonKind::quiet, .icon = Icon::close, .icon_only = true});
  ImGui::SetCursorScreenPos(ImVec2(top.x, bottom));
  space(6);
  draw(width);
  end_group();
  return hide;
}

bool draw_open_entry(App& app, std::uint32_t id, std::string_view title, bool& wants_focus,
                     const DrawOpen& draw) {
  const bool leave = draw_back(tr(Msg::card_back), wants_focus);
  same_line(8);
  draw_history_tools(app);
  space(8);
  // The fields scroll below; each entry begins at its top.
  const float height = std::max(height_left(), scaled(kLeastTable));
  ImGui::PushID(static_cast<int>(id));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, scaled(4)));
  ImGui::BeginChild("fields", ImVec2(0, height), ImGuiChildFlags_AlwaysUseWindowPadding);
  ImGui::PopStyleVar();
  context().scroll_panel = ImGui::GetCurrentWindow()->ID;
  const float width = ImGui::GetContentRegionAvail().x;
  heading(1, title, kPageTitle, width);
  space(12);
  draw(width);
  ImGui::EndChild();
  ImGui::PopID();
  return leave;
}

}  // namespace sokenh
