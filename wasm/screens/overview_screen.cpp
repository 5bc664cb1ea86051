// Tổng quan: what each dispatch asks, what is done and what is due.
#include "wasm/screens/overview_screen.h"

#include <algorithm>
#include <string>

#include "wasm/app/app.h"
#include "wasm/app/due_calendar.h"
#include "wasm/screens/screens.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr long kSoon = 30;  // days

std::string summary(App& app) {
  int late = 0;
  int soon = 0;
  for (const Task& task : app.tasks()) {
    if (task.overdue) {
      ++late;
    } else if (task.due && days_between(app.today(), *task.due) <= kSoon) {
      ++soon;
    }
  }
  if (app.tasks().empty()) return std::string(tr(Msg::overview_nothing_to_do));
  std::string sentence = tr(Msg::overview_tasks, {std::to_string(app.tasks().size())});
  if (soon > 0)
    sentence += " " + tr(Msg::overview_soon, {std::to_string(soon), std::to_string(kSoon)});
  if (late > 0) sentence += " " + tr(Msg::overview_late, {std::to_string(late)});
  return sentence;
}

void download_calendar(App& app) {
  const Declaration& declaration = app.workspace.declaration();
  const Result<std::string> calendar = write_due_calendar(
      declaration, app.workspace.followed_packs(), app.evaluation(), app.today(), app.now());
  if (!calendar) {
    app.tell(error_message(calendar.error(), context().language), Notice::Kind::problem);
    return;
  }
  if (calendar->empty()) {
    app.tell(std::string(tr(Msg::calendar_nothing_ahead)));
    return;
  }
  const std::string name = due_calendar_file_name(declaration);
  push_effect("download", {{"name", name}, {"type", "text/calendar"}, {"text", *calendar}});
  app.tell(tr(Msg::calendar_downloaded, {name}));
}

void draw_actions(App& app) {
  const float room = ImGui::GetContentRegionAvail().x;
  const std::string_view next = tr(Msg::overview_next);
  const std::string_view calendar = tr(Msg::overview_calendar);
  const std::string_view print = tr(Msg::overview_print);
  const bool any = !app.tasks().empty();
  if (button("next", next, {.kind = ButtonKind::primary, .icon = Icon::right, .enabled = any}))
    app.go_to(Place(app.tasks().front().place));
  row_or_below(button_width(calendar, {.icon = Icon::calendar}), room);
  if (button("calendar", calendar, {.icon = Icon::calendar})) download_calendar(app);
  row_or_below(button_width(print, {.icon = Icon::print}), room);
  if (button("print", print, {.icon = Icon::print})) push_effect("print");
}

}  // namespace

void draw_overview_screen(App& app) {
  const float available = ImGui::GetContentRegionAvail().x;
  heading(1, tr(Msg::overview_title), kPageTitle);
  space(2);
  text(summary(app), kBody, palette().text2, available);
  space(12);
  draw_actions(app);
  space(16);
  draw_due_strip(app, available);
  space(16);
  const float gap = scaled(16);
  if (available < scaled(900)) {
    draw_task_list(app, available);
    space(16);
    draw_followed_packs(app, available);
  } else {
    const float left = std::floor((available - gap) * 0.5F);
    const ImVec2 top = ImGui::GetCursorScreenPos();
    draw_followed_packs(app, left);
    const float bottom = ImGui::GetCursorScreenPos().y;
    ImGui::SetCursorScreenPos(ImVec2(top.x + left + gap, top.y));
    ImGui::BeginGroup();
    draw_task_list(app, available - left - gap);
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos(ImVec2(top.x, std::max(bottom, ImGui::GetItemRectMax().y)));
  }
  space(20);
}

}  // namespace sokenh
