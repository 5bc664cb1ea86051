// Kênh thông tin: the eight-column grid, its tools, and what is wrong with it.
#include <algorithm>
#include <string>

#include "core/inventory/channel_state.h"
#include "wasm/app/app.h"
#include "wasm/app/shortcuts.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/screens.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr float kFooterHeight = 40;

int count_active(const Declaration& declaration) {
  return static_cast<int>(std::count_if(
      declaration.channels.begin(), declaration.channels.end(), [](const Channel& channel) {
        return read_state(channel.state).state == ChannelState::active;
      }));
}

void draw_title(App& app) {
  const Declaration& declaration = app.workspace.declaration();
  const ImVec2 top = ImGui::GetCursorScreenPos();
  heading(1, tr(Msg::channels_title), kPageTitle);
  if (declaration.channels.empty()) return;
  const auto place = [&](float gap, float drop) {
    ImGui::SetCursorScreenPos(ImVec2(last_rect().Max.x + scaled(gap), top.y + scaled(drop)));
  };
  const std::string count = tr(Msg::channels_count, {std::to_string(declaration.channels.size()),
                                                     std::to_string(count_active(declaration))});
  const float available = ImGui::GetContentRegionAvail().x;
  float below = kPageTitle.line + 6;
  if (last_rect().GetWidth() + scaled(14) + text_width(count, kBody) > available) {
    text(count, kBody, palette().text2, available);
    below += kBody.line;
  } else {
    place(14, 5);
    text(count, kBody, palette().text2);
  }
  const int errors = app.count_findings(Severity::error);
  const int warnings = app.count_findings(Severity::warning);
  const bool narrow = available < scaled(520);
  if (narrow) {
    ImGui::SetCursorScreenPos(ImVec2(top.x, top.y + scaled(below)));
    if (errors > 0) {
      badge(tr(Msg::channels_errors, {std::to_string(errors)}), Tone::bad, Icon::error);
      if (warnings > 0) same_line(8);
    }
    if (warnings > 0)
      badge(tr(Msg::channels_warnings, {std::to_string(warnings)}), Tone::warn, Icon::warning);
    return;
  }
  if (errors > 0) {
    place(16, 1);
    badge(tr(Msg::channels_errors, {std::to_string(errors)}), Tone::bad, Icon::error);
  }
  if (warnings > 0) {
    place(8, 1);
    badge(tr(Msg::channels_warnings, {std::to_string(warnings)}), Tone::warn, Icon::warning);
  }
  ImGui::SetCursorScreenPos(ImVec2(top.x, top.y + scaled(kPageTitle.line)));
}

void add_channel(App& app) {
  app.grid.search.clear();
  app.grid.only_findings = false;
  const auto ids =
      app.workspace.insert(app.workspace.declaration().channels.size(), std::vector<Channel>(1));
  if (ids.empty()) return;
  if (app.cards.shown()) app.cards.open(app, ids.front());
  app.grid.activate(app, ids.front(), Column::name);
}

void draw_tools(App& app, float width, bool details_shown) {
  const bool editable = !app.read_only;
  const float left = ImGui::GetCursorScreenPos().x;
  if (button("add", tr(Msg::channel_add),
             {.kind = ButtonKind::primary, .icon = Icon::add, .enabled = editable}))
    add_channel(app);
  same_line(8);
  if (button("paste", tr(Msg::channels_paste), {.icon = Icon::paste, .enabled = editable}))
    app.import_dialog.open_empty();
  if (width < scaled(520)) {
    space(8);
  } else {
    same_line(8);
  }
  const ChannelId row = app.grid.active_row();
  if (button("duplicate", tr(Msg::channel_duplicate),
             {.kind = ButtonKind::quiet,
              .icon = Icon::copy,
              .enabled = editable && row != 0,
              .icon_only = true,
              .shortcut = shortcut_keys(Action::duplicate_row)})) {
    duplicate_channel(app, row);
  }
  same_line(2);
  if (button("delete", tr(Msg::channel_delete),
             {.kind = ButtonKind::quiet,
              .icon = Icon::trash,
              .enabled = editable && row != 0,
              .icon_only = true})) {
    delete_channel(app, row);
  }
  same_line(2);
  if (button("undo", tr(Msg::undo),
             {.kind = ButtonKind::quiet,
              .icon = Icon::undo,
              .enabled = editable && app.workspace.can_undo(),
              .icon_only = true,
              .shortcut = shortcut_keys(Action::undo),
              .description =
                  app.workspace.can_undo() ? command_label(app.workspace.undo_kind()) : ""}))
    app.undo();
  same_line(2);
  if (button("redo", tr(Msg::redo),
             {.kind = ButtonKind::quiet,
              .icon = Icon::redo,
              .enabled = editable && app.workspace.can_redo(),
              .icon_only = true,
              .shortcut = shortcut_keys(Action::redo),
              .description =
                  app.workspace.can_redo() ? command_label(app.workspace.redo_kind()) : ""}))
    app.redo();
  if (!details_shown) {
    same_line(2);
    if (button("details", tr(Msg::details_show),
               {.kind = ButtonKind::quiet, .icon = Icon::info, .icon_only = true}))
      app.details_open = true;
  }
  same_line(16);
  const float only_width = button_width(tr(Msg::channels_only_findings)) + scaled(10);
  const float used = ImGui::GetCursorScreenPos().x - left;
  const float room = width - used - only_width - scaled(16);
  if (room < scaled(160)) {
    ImGui::NewLine();
    space(8);
  }
  const ImVec2 at = ImGui::GetCursorScreenPos();
  // Beside the taller field of a pointer the box is lowered; a finger's are of one height.
  const float drop = context().touch ? 0 : scaled(3);
  const float rise = context().touch ? 0 : scaled(1);
  ImGui::SetCursorScreenPos(ImVec2(at.x, at.y + drop));
  if (checkbox("only-findings", tr(Msg::channels_only_findings), app.grid.only_findings))
    app.grid.only_findings = !app.grid.only_findings;
  const float after = last_rect().Max.x + scaled(16);
  const float search_width = std::min(left + width - after, scaled(300));
  ImGui::SetCursorScreenPos(ImVec2(left + width - search_width, at.y - rise));
  live_field("search", tr(Msg::channels_search), app.grid.search,
             {.width = search_width,
              .placeholder = tr(Msg::channels_search),
              .show_label = false,
              .search = true});
}

// The same on a phone: below one another, and without what the cards' own menus hold.
void draw_card_tools(App& app, float width) {
  const bool editable = !app.read_only;
  if (button("add", tr(Msg::channel_add),
             {.kind = ButtonKind::primary, .icon = Icon::add, .enabled = editable}))
    add_channel(app);
  row_or_below(3 * control_height() + scaled(4), width);
  const auto tool = [&](const char* key, Msg label, Icon icon, bool enabled,
                        std::string_view description = {}) {
    const bool used = button(key, tr(label),
                             {.kind = ButtonKind::quiet,
                              .icon = icon,
                              .enabled = editable && enabled,
                              .icon_only = true,
                              .description = description});
    same_line(2);
    return used;
  };
  if (tool("paste", Msg::channels_paste, Icon::paste, true)) app.import_dialog.open_empty();
  const bool can_undo = app.workspace.can_undo();
  const bool can_redo = app.workspace.can_redo();
  if (tool("undo", Msg::undo, Icon::undo, can_undo,
           can_undo ? command_label(app.workspace.undo_kind()) : ""))
    app.undo();
  if (tool("redo", Msg::redo, Icon::redo, can_redo,
           can_redo ? command_label(app.workspace.redo_kind()) : ""))
    app.redo();
  ImGui::NewLine();
  space(8);
  live_field("search", tr(Msg::channels_search), app.grid.search,
             {.width = width,
              .placeholder = tr(Msg::channels_search),
              .input_mode = "search",
              .show_label = false,
              .search = true});
  space(4);
  if (checkbox("only-findings", tr(Msg::channels_only_findings), app.grid.only_findings))
    app.grid.only_findings = !app.grid.only_findings;
}

// Nothing yet: what to do next, and the way to say that there is nothing to list.
void draw_empty(App& app, float width) {
  const float card = std::min(width, scaled(640));
  begin_card("empty", tr(Msg::channels_empty_title), card);
  const float inner = ImGui::CalcItemWidth();
  heading(2, tr(Msg::channels_empty_title), kCardTitle);
  space(6);
  text(tr(Msg::channels_empty_how), kBody, palette().text2, inner);
  space(16);
  // Most have a table already.
  if (button("paste-first", tr(Msg::channels_paste),
             {.kind = ButtonKind::primary, .icon = Icon::paste, .enabled = !app.read_only}))
    app.import_dialog.open_empty();
  row_or_below(button_width(tr(Msg::channel_add), {.icon = Icon::add}), inner);
  if (button("add-first", tr(Msg::channel_add), {.icon = Icon::add, .enabled = !app.read_only}))
    add_channel(app);
  space(16);
  const bool none = app.workspace.declaration().no_channels;
  if (checkbox("none", tr(Msg::channels_none), none, !app.read_only))
    app.workspace.set_no_channels(!none);
  space(2);
  text(tr(Msg::channels_none_help), kCaption, palette().text3, inner);
  end_card();
}

void draw_footer(App& app, float width) {
  const float middle = ImGui::GetCursorScreenPos().y + scaled(10);
  const float left = ImGui::GetCursorScreenPos().x;
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const int number = app.row_number(app.grid.active_row());
  if (number > 0) {
    const std::string where = tr(app.grid.editing() ? Msg::grid_editing : Msg::grid_ready,
                                 {std::to_string(number), column_label(app.grid.active_column())});
    draw_text(draw, ImVec2(left, middle), palette().text2, where, kCaption);
  }
  const std::string_view keys =
      tr(app.grid.editing() ? Msg::grid_keys_editing : Msg::grid_keys_ready);
  const float keys_width = text_width(keys, kCaption);
  if (keys_width < width * 0.6F && !context().whole) {
    const ImVec2 at(left + width - keys_width, middle);
    draw_text(draw, at, palette().text3, keys, kCaption);
    add_node(ImGui::GetID("keys"), Role::text, keys,
             ImRect(at, ImVec2(left + width, middle + scaled(kCaption.line))));
  }
}

}  // namespace

void draw_channels_screen(App& app, bool details_shown) {
  const bool cards = app.cards.shown() && !app.workspace.declaration().channels.empty();
  if (cards && app.cards.is_open()) {
    app.cards.draw_open(app);
    return;
  }
  const ImVec2 available = ImGui::GetContentRegionAvail();
  const ImVec2 top = ImGui::GetCursorScreenPos();
  draw_title(app);
  space(12);
  if (app.workspace.declaration().channels.empty()) {
    draw_empty(app, available.x);
    return;
  }
  if (cards) {
    draw_card_tools(app, available.x);
    space(8);
    app.cards.draw_list(app, available.x);
    return;
  }
  draw_tools(app, available.x, details_shown);
  space(12);
  const float used = ImGui::GetCursorScreenPos().y - top.y;
  const float bleed = ImGui::GetStyle().WindowPadding.x;
  const float bottom_padding = ImGui::GetStyle().WindowPadding.y;
  const float grid_height =
      std::max(available.y + bottom_padding - used - scaled(kFooterHeight), scaled(160));
  ImGui::SetCursorScreenPos(ImVec2(top.x - bleed, ImGui::GetCursorScreenPos().y));
  app.grid.draw(app, available.x + 2 * bleed, grid_height);
  ImGui::SetCursorScreenPos(ImVec2(top.x, ImGui::GetCursorScreenPos().y));
  draw_footer(app, available.x);
}

}  // namespace sokenh
