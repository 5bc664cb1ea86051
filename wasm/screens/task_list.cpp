// What there is to do, in the order in which it is due; each line leads to the very field.
#include <algorithm>
#include <string>
#include <vector>

#include "wasm/app/app.h"
#include "wasm/screens/overview_screen.h"
#include "wasm/screens/task_labels.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr std::size_t kMore = 20;
constexpr float kTextLeft = 30;
constexpr float kInset = 10;

// True when it is chosen.
bool draw_task(App& app, const Task& task, float width) {
  const Palette& colors = palette();
  const std::string title = task_title(app, task);
  const std::string where = task_context(app, task);
  const std::string due = task_due(task, app.today());
  const bool narrow = width < scaled(440);  // the day stands below
  const float due_width = due.empty() || narrow ? 0 : text_width(due, kBodyStrong) + scaled(12);
  const float room = width - scaled(kTextLeft) - due_width - scaled(24);
  const float title_height = text_height(title, kBodyMedium, room);
  const float where_height = text_height(where, kCaption, room);
  const float below = narrow && !due.empty() ? scaled(kBody.line) : 0;
  const float height = std::max(title_height + where_height + below + 2 * scaled(kInset),
                                context().touch ? scaled(kTouchHeight) : 0);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImRect rect(at, ImVec2(at.x + width, at.y + height));
  const NodeId id = ImGui::GetID("task");
  ImGui::ItemSize(rect);
  ImGui::ItemAdd(rect, id);
  bool hovered = false;
  bool held = false;
  ImGui::ButtonBehavior(rect, id, &hovered, &held);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  if (hovered) draw->AddRectFilled(rect.Min, rect.Max, colors.hover, scaled(kRadius));
  const ToneColors tone = tone_colors(task_tone(task));
  draw_icon(draw, task_icon(task), ImVec2(at.x + scaled(12), at.y + scaled(kInset + 10)),
            tone.text);
  const ImVec2 text_at(at.x + scaled(kTextLeft), at.y + scaled(kInset));
  draw_text(draw, text_at, colors.text, title, kBodyMedium, room);
  draw_text(draw, ImVec2(text_at.x, text_at.y + title_height), colors.text2, where, kCaption, room);
  const ImVec2 due_at =
      narrow ? ImVec2(text_at.x, text_at.y + title_height + where_height)
             : ImVec2(rect.Max.x - scaled(24) - text_width(due, kBodyStrong), text_at.y);
  draw_text(draw, due_at, task.overdue ? colors.bad : colors.text2, due,
            task.overdue ? kBodyStrong : kBody);
  draw_icon(draw, Icon::right, ImVec2(rect.Max.x - scaled(10), text_at.y + scaled(10)),
            colors.text3);
  focus_ring(draw, id, rect, scaled(kRadius));
  const std::string when = due.empty()    ? std::string{}
                           : task.overdue ? due
                                          : tr(Msg::task_due_on, {due});
  // Buttons have no place on paper: what they say has.
  if (context().whole) {
    add_node(id, Role::text, title + " " + where + (when.empty() ? "" : " · " + when), rect);
    return false;
  }
  Node& node = add_node(id, Role::button, title, rect);
  node.description = when.empty() ? where : when + " · " + where;
  return take_activation(id);
}

}  // namespace

void draw_task_list(App& app, float width) {
  begin_card("tasks", tr(Msg::overview_to_do), width);
  const float inner = ImGui::CalcItemWidth();
  heading(2, tr(Msg::overview_to_do), kCardTitle, inner);
  space(2);
  text(tr(Msg::overview_by_due), kCaption, palette().text3, inner);
  space(8);
  const std::vector<Task>& tasks = app.tasks();
  const std::size_t shown =
      context().whole ? tasks.size() : std::min(tasks.size(), app.overview.tasks_shown);
  std::optional<Place> chosen;
  if (tasks.empty()) {
    notice(Tone::ok, tr(Msg::overview_nothing_to_do), {}, inner);
  } else {
    begin_group("list", Role::list, tr(Msg::overview_to_do));
    for (std::size_t i = 0; i < shown; ++i) {
      ImGui::PushID(static_cast<int>(i));
      const ImVec2 at = ImGui::GetCursorScreenPos();
      ImGui::GetWindowDrawList()->AddLine(at, ImVec2(at.x + inner, at.y), palette().line);
      begin_group("item", Role::listitem, "");
      Node& node = context().semantics.last();
      node.position = static_cast<int>(i) + 1;
      node.set_size = static_cast<int>(tasks.size());
      if (draw_task(app, tasks[i], inner)) chosen = tasks[i].place;
      end_group();
      ImGui::PopID();
    }
    end_group();
  }
  if (shown < tasks.size()) {
    space(8);
    const std::string label = tr(Msg::overview_more_tasks, {std::to_string(tasks.size() - shown)});
    if (button("more", label, {.icon = Icon::down})) app.overview.tasks_shown += kMore;
  }
  end_card();
  if (chosen) app.go_to(*chosen);
}

}  // namespace sokenh
