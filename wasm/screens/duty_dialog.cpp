#include "wasm/screens/duty_dialog.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text/fold.h"
#include "core/text/telephone.h"
#include "wasm/app/app.h"
#include "wasm/screens/duty_labels.h"
#include "wasm/screens/screens.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr std::size_t kShownOpen = 5;
constexpr std::array kShiftHours{4, 6, 8, 12, 24};
constexpr std::array kRestHours{0, 8, 12, 16, 24, 48};
constexpr int kMostInARow = 4;

template <class Hours>
std::optional<int> select_hours(const char* key, Msg label, const Hours& hours, int minutes,
                                const FieldOptions& options) {
  std::vector<std::string> labels;
  labels.reserve(hours.size());
  for (const int each : hours)
    labels.push_back(each == 0 ? std::string(tr(Msg::duty_plan_no_rest)) : hours_label(each * 60L));
  const std::vector<std::string_view> shown(labels.begin(), labels.end());
  const auto current = std::find(hours.begin(), hours.end(), minutes / 60) - hours.begin();
  const auto chosen = select(key, tr(label), shown, static_cast<int>(current), options);
  if (!chosen) return std::nullopt;
  return hours[static_cast<std::size_t>(*chosen)] * 60;
}

bool is_wrong_from(SpanProblem problem) {
  return problem == SpanProblem::from_missing || problem == SpanProblem::from_unreadable;
}

bool telephone_unreadable(const std::string& written) {
  if (text::is_blank(written)) return false;
  const text::TelephoneScan scan = text::find_telephones(written);
  return scan.found.empty() || !scan.doubtful.empty();
}

}  // namespace

void DutyDialog::open(Kind kind, const Roster& roster, DutyId id) {
  *this = DutyDialog{};
  kind_ = kind;
  draft_ = roster;
  id_ = id;
  context().wants_frame = true;
}

void DutyDialog::open_new_roster(const App& app) {
  Roster roster;
  const Unit& unit = app.workspace.declaration().unit;
  roster.posts = {{.id = 1, .name = std::string("Trực lãnh đạo")},
                  {.id = 2, .name = std::string("Trực an toàn thông tin")}};
  DutyId id = 3;
  if (!text::is_blank(unit.head_name))
    roster.people.push_back({.id = id++, .name = unit.head_name, .position = unit.head_title});
  if (!text::is_blank(unit.preparer_name))
    roster.people.push_back(
        {.id = id++, .name = unit.preparer_name, .position = unit.preparer_title});
  open(Kind::roster, roster, 0);
  is_new_ = true;
}

void DutyDialog::open_next_roster(const Roster& previous) {
  Roster roster{.posts = previous.posts, .people = previous.people};
  for (DutyPerson& person : roster.people) person.away.clear();
  open(Kind::roster, roster, 0);
  is_new_ = true;
}

void DutyDialog::open_roster(const Roster& roster) { open(Kind::roster, roster, 0); }

void DutyDialog::open_post(const Roster& roster, DutyId id) {
  open(Kind::post, roster, id != 0 ? id : next_duty_id(roster));
  is_new_ = id == 0;
  if (is_new_) draft_.posts.push_back({.id = id_});
}

void DutyDialog::open_person(const Roster& roster, DutyId id) {
  open(Kind::person, roster, id != 0 ? id : next_duty_id(roster));
  is_new_ = id == 0;
  if (is_new_) draft_.people.push_back({.id = id_});
}

void DutyDialog::open_shift(const Roster& roster, DutyId id) {
  if (id == 0) {
    const SpanReading period = roster_span(roster);
    const long from = period.span.from;
    open_gap(roster, roster.posts.front().id, {from, from + 12 * 60});
  } else {
    open(Kind::shift, roster, id);
  }
}

void DutyDialog::open_gap(const Roster& roster, DutyId post, const Span& gap) {
  open(Kind::shift, roster, next_duty_id(roster));
  is_new_ = true;
  draft_.shifts.push_back(
      {.id = id_, .post = post, .from = written_moment(gap.from), .to = written_moment(gap.to)});
}

void DutyDialog::open_plan(const Roster& roster) {
  open(Kind::plan, roster, 0);
  first_ = "07:00";
  make_plan();
}

template <class List>
static auto& part_of(List& list, DutyId id) {
  return *std::find_if(list.begin(), list.end(), [id](const auto& item) { return item.id == id; });
}
DutyPost& DutyDialog::post() { return part_of(draft_.posts, id_); }
DutyPerson& DutyDialog::person() { return part_of(draft_.people, id_); }
DutyShift& DutyDialog::shift() { return part_of(draft_.shifts, id_); }

std::string_view DutyDialog::title() const {
  switch (kind_) {
    case Kind::none:
      break;
    case Kind::roster:
      return tr(is_new_ ? Msg::duty_roster_new : Msg::duty_roster_edit);
    case Kind::post:
      return tr(is_new_ ? Msg::duty_post_new : Msg::duty_post_edit);
    case Kind::person:
      return tr(is_new_ ? Msg::duty_person_new : Msg::duty_person_edit);
    case Kind::shift:
      return tr(is_new_ ? Msg::duty_shift_new : Msg::duty_shift_edit);
    case Kind::plan:
      return tr(Msg::duty_plan);
  }
  return {};
}

// --- the fields

void DutyDialog::draw_time(const char* key, std::string_view label, std::string& written,
                           bool wrong, float width, std::string_view help) {
  live_field(key, label, written,
             {.width = width,
              .help = help,
              .problem = refused_ && wrong ? tr(Msg::duty_time_wrong) : std::string_view{},
              .required = true});
}

// Of the roster, or of a shift.
void DutyDialog::draw_times(float width) {
  const bool of_roster = kind_ == Kind::roster;
  std::string& from = of_roster ? draft_.from : shift().from;
  std::string& to = of_roster ? draft_.to : shift().to;
  const SpanProblem problem = (of_roster ? roster_span(draft_) : shift_span(shift())).problem;
  draw_time("from", tr(Msg::duty_from), from, is_wrong_from(problem), width,
            tr(of_roster ? Msg::duty_from_help : Msg::duty_shift_from_help));
  space(12);
  draw_time("to", tr(Msg::duty_to), to, problem != SpanProblem::none && !is_wrong_from(problem),
            width, tr(of_roster ? Msg::duty_to_help : Msg::duty_shift_to_help));
}

void DutyDialog::draw_roster(float width) {
  live_field("occasion", tr(Msg::duty_occasion), draft_.occasion,
             {.width = width, .placeholder = tr(Msg::duty_occasion_example)});
  space(12);
  draw_times(width);
  space(12);
  live_field("holidays", tr(Msg::duty_holidays), draft_.holidays,
             {.width = width, .help = tr(Msg::duty_holidays_help)});
  space(12);
  live_field("note", tr(Msg::duty_note), draft_.note, {.width = width, .lines = 2});
}

void DutyDialog::draw_post(float width) {
  DutyPost& edited = post();
  live_field("name", tr(Msg::duty_post_name), edited.name,
             {.width = width,
              .problem = refused_ && text::is_blank(edited.name) ? tr(Msg::duty_name_wrong)
                                                                 : std::string_view{},
              .required = true});
  space(12);
  live_field("hours", tr(Msg::duty_post_hours), edited.hours,
             {.width = width,
              .help = tr(Msg::duty_post_hours_help),
              .problem = refused_ && !read_daily_hours(edited.hours) ? tr(Msg::duty_hours_wrong)
                                                                     : std::string_view{}});
  space(12);
  live_field("people", tr(Msg::duty_post_people), edited.people,
             {.width = width,
              .help = tr(Msg::duty_post_people_help),
              .problem = refused_ && !read_people_needed(edited.people) ? tr(Msg::duty_people_wrong)
                                                                        : std::string_view{},
              .input_mode = "numeric"});
}

void DutyDialog::draw_person(float width) {
  DutyPerson& edited = person();
  live_field("name", tr(Msg::duty_person_name), edited.name,
             {.width = width,
              .problem = refused_ && text::is_blank(edited.name) ? tr(Msg::duty_name_wrong)
                                                                 : std::string_view{},
              .required = true});
  space(12);
  live_field("position", tr(Msg::duty_position), edited.position, {.width = width});
  space(12);
  live_field(
      "telephone", tr(Msg::duty_telephone), edited.telephone,
      {.width = width,
       .help = tr(Msg::duty_telephone_help),
       .problem = refused_ && telephone_unreadable(edited.telephone) ? tr(Msg::duty_telephone_wrong)
                                                                     : std::string_view{},
       .input_mode = "tel"});
  space(12);
  const SpanReading period = roster_span(draft_);
  const Date near = civil_from_minutes(period.span.from).date;
  const bool wrong = !read_days(edited.away, near).unreadable.empty();
  live_field("away", tr(Msg::duty_away), edited.away,
             {.width = width,
              .help = tr(Msg::duty_away_help),
              .problem = refused_ && wrong ? tr(Msg::duty_days_wrong) : std::string_view{}});
  if (draft_.posts.size() < 2) return;
  space(12);
  ui::text(tr(Msg::duty_person_posts), kCaptionStrong, palette().text2, width);
  space(4);
  for (const DutyPost& each : draft_.posts) {
    ImGui::PushID(static_cast<int>(each.id));
    const auto known = std::lower_bound(edited.posts.begin(), edited.posts.end(), each.id);
    const bool stands = known != edited.posts.end() && *known == each.id;
    if (checkbox("post", post_title(each), stands)) {
      if (stands) {
        edited.posts.erase(known);
      } else {
        edited.posts.insert(known, each.id);
      }
    }
    ImGui::PopID();
  }
  ui::text(tr(Msg::duty_person_posts_help), kCaption, palette().text3, width);
}

void DutyDialog::draw_shift(float width) {
  std::vector<std::string> names;
  int current = 0;
  for (const DutyPost& each : draft_.posts) {
    if (each.id == shift().post) current = static_cast<int>(names.size());
    names.push_back(post_title(each));
  }
  std::vector<std::string_view> labels(names.begin(), names.end());
  if (const auto chosen = select("post", tr(Msg::duty_post), labels, current, {.width = width}))
    shift().post = draft_.posts[static_cast<std::size_t>(*chosen)].id;
  space(12);
  names = {std::string(tr(Msg::duty_nobody))};
  current = 0;
  for (const DutyPerson& each : draft_.people) {
    if (each.id == shift().person) current = static_cast<int>(names.size());
    names.push_back(person_title(&each));
  }
  labels.assign(names.begin(), names.end());
  if (const auto chosen = select("person", tr(Msg::duty_person), labels, current, {.width = width}))
    shift().person = *chosen == 0 ? 0 : draft_.people[static_cast<std::size_t>(*chosen) - 1].id;
  space(12);
  draw_times(width);
}

// --- the rota

void DutyDialog::make_plan() {
  const auto hours = read_daily_hours(first_ + "–24:00");
  options_.first_minute = hours ? hours->from : -1;
  plan_ = plan_duty(draft_, options_);
}

void DutyDialog::draw_plan(float width) {
  ui::text(tr(Msg::duty_plan_how), kBody, palette().text2, width);
  space(12);
  const bool narrow = width < scaled(460);
  const float half = narrow ? width : std::floor((width - scaled(12)) / 2);
  bool changed = false;
  const ImVec2 top = ImGui::GetCursorScreenPos();
  float bottom = top.y;
  const auto place = [&](int column) {
    if (narrow) {
      if (column > 0) space(12);
    } else {
      ImGui::SetCursorScreenPos(ImVec2(top.x + (half + scaled(12)) * static_cast<float>(column % 2),
                                       column < 2 ? top.y : bottom + scaled(12)));
    }
  };
  place(0);
  if (const auto minutes = select_hours("length", Msg::duty_plan_length, kShiftHours,
                                        options_.shift_minutes, {.width = half})) {
    options_.shift_minutes = *minutes;
    changed = true;
  }
  bottom = ImGui::GetCursorScreenPos().y;
  place(1);
  if (live_field("first", tr(Msg::duty_plan_first), first_, {.width = half})) changed = true;
  bottom = std::max(bottom, ImGui::GetCursorScreenPos().y);
  place(2);
  if (const auto minutes = select_hours("rest", Msg::duty_plan_rest, kRestHours,
                                        options_.rest_minutes, {.width = half})) {
    options_.rest_minutes = *minutes;
    changed = true;
  }
  place(3);
  std::vector<std::string> counts;
  for (int i = 1; i <= kMostInARow; ++i) counts.push_back(std::to_string(i));
  const std::vector<std::string_view> labels(counts.begin(), counts.end());
  if (const auto chosen = select("row", tr(Msg::duty_plan_in_a_row), labels, options_.in_a_row - 1,
                                 {.width = half})) {
    options_.in_a_row = *chosen + 1;
    changed = true;
  }
  if (!narrow) ImGui::SetCursorScreenPos(ImVec2(top.x, ImGui::GetCursorScreenPos().y));
  if (changed) {
    make_plan();
    context().wants_frame = true;
  }
  space(16);
  draw_plan_result(width);
}

void DutyDialog::draw_plan_result(float width) {
  const DutyPlan& plan = *plan_;
  if (plan.problem != PlanProblem::none) {
    notice(Tone::warn, tr(Msg::duty_plan_impossible), plan_problem_label(plan.problem), width);
    return;
  }
  if (plan.open.empty()) {
    notice(Tone::ok, tr(Msg::duty_plan_full, {std::to_string(plan.made)}),
           tr(Msg::duty_plan_kept,
              {std::to_string(plan.roster.shifts.size() - static_cast<std::size_t>(plan.made))}),
           width);
  } else {
    std::string lines;
    for (std::size_t i = 0; i < std::min(plan.open.size(), kShownOpen); ++i) {
      const OpenShift& open = plan.open[i];
      if (!lines.empty()) lines += "\n";
      lines += tr(Msg::duty_plan_open_shift,
                  {post_title(*find_post(plan.roster, open.post)),
                   vietnamese_date(civil_from_minutes(open.span.from).date).substr(0, 5),
                   span_on_day(open.span), obstacles_label(open)});
    }
    if (plan.open.size() > kShownOpen)
      lines += "\n" + tr(Msg::duty_plan_more_open, {std::to_string(plan.open.size() - kShownOpen)});
    notice(Tone::bad, tr(Msg::duty_plan_short, {std::to_string(plan.open.size())}), lines, width);
  }
  space(12);
  heading(2, tr(Msg::duty_plan_shares), kBodyStrong, width);
  space(4);
  const auto [least, most] =
      std::minmax_element(plan.loads.begin(), plan.loads.end(),
                          [](const auto& a, const auto& b) { return a.shifts < b.shifts; });
  ui::text(tr(Msg::duty_plan_spread, {std::to_string(most->shifts), std::to_string(least->shifts)}),
           kBody, palette().text2, width);
  space(6);
  begin_group("shares", Role::list, tr(Msg::duty_plan_shares));
  for (const DutyLoad& load : plan.loads) {
    ImGui::PushID(static_cast<int>(load.person));
    begin_group("share", Role::listitem, "");
    ui::text(tr(Msg::duty_plan_share, {person_title(find_person(plan.roster, load.person)),
                                       std::to_string(load.shifts), std::to_string(load.nights),
                                       std::to_string(load.days_off), hours_label(load.minutes)}),
             kBody, palette().text, width);
    end_group();
    ImGui::PopID();
  }
  end_group();
}

// --- taking over

bool DutyDialog::is_complete() const {
  switch (kind_) {
    case Kind::none:
      return false;
    case Kind::roster:
      return roster_span(draft_).problem == SpanProblem::none;
    case Kind::post: {
      const DutyPost& edited = *find_post(draft_, id_);
      return !text::is_blank(edited.name) && read_daily_hours(edited.hours) &&
             read_people_needed(edited.people);
    }
    case Kind::person: {
      const DutyPerson& edited = *find_person(draft_, id_);
      const Date near = civil_from_minutes(roster_span(draft_).span.from).date;
      return !text::is_blank(edited.name) && !telephone_unreadable(edited.telephone) &&
             read_days(edited.away, near).unreadable.empty();
    }
    case Kind::shift:
      return shift_span(*find_shift(draft_, id_)).problem == SpanProblem::none;
    case Kind::plan:
      return plan_ && plan_->problem == PlanProblem::none && plan_->made > 0;
  }
  return false;
}

bool DutyDialog::save(App& app) {
  refused_ = true;
  if (!is_complete()) return false;
  if (kind_ == Kind::plan)
    return app.taken(app.workspace.edit_roster(plan_->roster, CommandKind::plan_roster));
  if (kind_ == Kind::shift) {
    shift().planned = false;  // by hand: it stays when the rota is made anew
    sort_shifts(draft_);
  }
  if (kind_ != Kind::roster || !is_new_) return app.taken(app.workspace.edit_roster(draft_));
  const RosterId id = app.workspace.insert_roster(draft_);
  if (id == 0) {
    app.tell(tr(Msg::duty_full, {std::to_string(kMaxRosters)}), Notice::Kind::problem);
    return false;
  }
  app.go_to({.kind = PlaceKind::roster, .duty = {.roster = id}});
  return true;
}

void DutyDialog::remove(App& app) {
  if (kind_ == Kind::roster) {
    app.workspace.remove_roster(draft_.id);
  } else {
    remove_part(draft_, id_);
    app.taken(app.workspace.edit_roster(draft_));
  }
  app.tell(std::string(tr(Msg::duty_removed)));
  close();
}

void DutyDialog::draw(App& app) {
  if (!is_open()) return;
  const bool leave = begin_dialog("duty", title(), kind_ == Kind::plan ? 620.0F : 480.0F);
  const float width = ImGui::GetContentRegionAvail().x;
  draw_dialog_notices(app, width);
  ImGui::PushID(static_cast<int>(kind_));
  if (kind_ == Kind::roster) draw_roster(width);
  if (kind_ == Kind::post) draw_post(width);
  if (kind_ == Kind::person) draw_person(width);
  if (kind_ == Kind::shift) draw_shift(width);
  if (kind_ == Kind::plan) draw_plan(width);
  ImGui::PopID();
  space(16);
  const bool is_plan = kind_ == Kind::plan;
  const bool keep = button(
      "save", tr(is_plan ? Msg::duty_plan_take : Msg::review_save),
      {.kind = ButtonKind::primary, .icon = Icon::check, .enabled = !is_plan || is_complete()});
  same_line(8);
  const bool cancelled = button("cancel", tr(Msg::cancel));
  bool gone = false;
  if (!is_new_ && !is_plan) {
    row_or_below(button_width(tr(Msg::duty_remove), {.icon = Icon::trash}), width);
    gone =
        button("remove", tr(Msg::duty_remove), {.kind = ButtonKind::danger, .icon = Icon::trash});
  }
  end_dialog();
  if (keep) {
    context().wants_frame = true;
    if (save(app)) close();
  } else if (gone) {
    remove(app);
  } else if (leave || cancelled) {
    close();
  }
}

}  // namespace sokenh
