// The dispatches the unit follows, each with its day and how far the unit is with it.
#include <string>
#include <vector>

#include "core/inventory/partial_date.h"
#include "wasm/app/app.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/overview_screen.h"
#include "wasm/screens/pack_progress.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

// «Sở Giáo dục và Đào tạo Hải Phòng · ban hành 11/2023»
std::string origin(const Pack& pack) {
  const DateReading issued = read_partial_date(pack.issued);
  if (issued.problem != DateProblem::none) return pack.issuer;
  return pack.issuer + " · " + tr(Msg::pack_issued, {vietnamese_text(issued.value)});
}

void draw_standing(const Pack& pack, const Date& today) {
  if (!pack.in_force) {
    badge(tr(Msg::pack_not_in_force), Tone::neutral, Icon::note);
    if (!pack.deadline) return;
    same_line(8);
  }
  if (!pack.deadline) {
    badge(tr(Msg::pack_no_deadline), Tone::neutral, Icon::calendar);
    return;
  }
  const Date last = last_day_on_time(*pack.deadline);
  const long left = days_between(today, last);
  const std::string date = vietnamese_date(last);
  if (left < 0) {
    badge(tr(Msg::deadline_passed, {date}), Tone::neutral, Icon::calendar);
  } else {
    badge(tr(Msg::deadline_days_left, {std::to_string(left), date}), Tone::warn, Icon::calendar);
  }
}

void draw_pack(App& app, const Pack& pack, float width) {
  const bool vietnamese = context().language == Language::vietnamese;
  begin_group(pack.id.c_str(), Role::listitem, "");
  heading(3, pack_short_name(pack), kBodyStrong, width);
  text(vietnamese ? pack.title_vi : pack.title_en, kBody, palette().text2, width);
  text(origin(pack), kCaption, palette().text3, width);
  space(8);
  draw_standing(pack, app.today());
  space(10);
  draw_progress(progress_of(app.evaluation(), pack.id), width);
  const std::string& note = vietnamese ? pack.note_vi : pack.note_en;
  if (!note.empty()) {
    space(8);
    text(note, kCaption, palette().text3, width);
  }
  space(8);
  const std::string name(pack_short_name(pack));
  if (button("contacts", tr(Msg::pack_contacts), {.icon = Icon::mail, .description = name}))
    app.overview.contacts_of = pack.id;
  end_group();
}

}  // namespace

void draw_followed_packs(App& app, float width) {
  begin_card("packs", tr(Msg::overview_packs), width);
  const float inner = ImGui::CalcItemWidth();
  heading(2, tr(Msg::overview_packs), kCardTitle, inner);
  space(6);
  draw_progress_legend(inner);
  space(10);
  const std::vector<const Pack*> packs = app.workspace.followed_packs();
  if (packs.empty()) text(tr(Msg::overview_no_packs), kBody, palette().text2, inner);
  begin_group("list", Role::list, tr(Msg::overview_packs));
  for (const Pack* pack : packs) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddLine(at, ImVec2(at.x + inner, at.y), palette().line);
    space(14);
    draw_pack(app, *pack, inner);
    space(14);
  }
  end_group();
  if (button("choose", tr(Msg::overview_choose_packs),
             {.kind = ButtonKind::quiet, .icon = Icon::unit}))
    app.go_to(Screen::unit);
  end_card();
}

}  // namespace sokenh
