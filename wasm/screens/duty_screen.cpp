// Trực: the duty rosters, and one of them with its days, posts and people.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "core/exchange/duty_exchange.h"
#include "core/exchange/table.h"
#include "core/text/fold.h"
#include "wasm/app/app.h"
#include "wasm/app/report_email.h"
#include "wasm/screens/channel_details.h"
#include "wasm/screens/duty_labels.h"
#include "wasm/screens/duty_view.h"
#include "wasm/screens/entry_screen.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/screens.h"
#include "wasm/screens/task_labels.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr std::string_view kRosterPlace = "/card";
constexpr float kDayWidth = 128;
constexpr float kLeastPost = 170;  // a column in which a shift can be read
constexpr float kCellGap = 12;
constexpr std::size_t kMostFindings = 6;

// A line that is a button, written from its left: a shift, a gap, a person.
bool line_button(const char* key, std::string_view label, std::string_view said, Icon icon,
                 ImU32 color, const TextStyle& style, float width, std::string_view below = {}) {
  const float inset = scaled(icon == Icon::none ? 8 : 28);
  const float text = text_height(label, style, width - inset - scaled(8));
  const float more = below.empty() ? 0 : text_height(below, kCaption, width - inset - scaled(8));
  const float least = context().touch ? scaled(kTouchHeight) : 0;
  const float height = std::max(text + more + scaled(8), least);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImRect rect(at, ImVec2(at.x + width, at.y + height));
  const NodeId id = ImGui::GetID(key);
  ImGui::ItemSize(rect);
  ImGui::ItemAdd(rect, id);
  bool hovered = false;
  bool held = false;
  ImGui::ButtonBehavior(rect, id, &hovered, &held);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  if (hovered) draw->AddRectFilled(rect.Min, rect.Max, palette().hover, scaled(kRadius));
  const float y = std::round(at.y + (height - text - more) / 2);
  if (icon != Icon::none)
    draw_icon(draw, icon, ImVec2(at.x + scaled(16), y + scaled(style.line) / 2), color);
  draw_text(draw, ImVec2(at.x + inset, y), color, label, style, width - inset - scaled(8));
  if (!below.empty())
    draw_text(draw, ImVec2(at.x + inset, y + text), palette().text2, below, kCaption,
              width - inset - scaled(8));
  focus_ring(draw, id, rect, scaled(kRadius));
  // Buttons have no place on paper: what they say has.
  std::string whole(label);
  if (!below.empty()) whole += ". " + std::string(below);
  if (context().whole) {
    add_node(id, Role::text, whole, rect);
    return false;
  }
  add_node(id, Role::button, whole, rect).description = said;
  return take_activation(id);
}

std::string day_title(long begin) {
  const Date date = civil_from_minutes(begin).date;
  return std::string(weekday_name(date)) + ", " + vietnamese_date(date);
}

std::string calendar_name(const Roster& roster, const DutyPerson* person) {
  std::string name = std::string(tr(Msg::duty_paper)) + " - " + roster_title(roster);
  if (person != nullptr) name += " - " + person_title(person);
  return safe_file_name(name + ".ics");
}

void download_calendar(App& app, const Roster& roster, const DutyPerson* person) {
  const auto calendar = write_duty_calendar(app.workspace.declaration().unit, roster,
                                            person != nullptr ? person->id : 0, app.now());
  if (!calendar) {
    app.tell(error_message(calendar.error(), context().language), Notice::Kind::problem);
    return;
  }
  push_effect(
      "download",
      {{"name", calendar_name(roster, person)}, {"type", "text/calendar"}, {"text", *calendar}});
}

}  // namespace

// --- what is open

std::string DutyView::place(const App& app) const {
  return app.screen == Screen::duty && open_ != 0 ? std::string(kRosterPlace) : std::string();
}

void DutyView::go_to_place(const App& app, std::string_view place) {
  if (!place.starts_with(kRosterPlace)) {
    focus_roster_ = open_;
    open_ = 0;
  } else if (open_ == 0 && find_roster(app.workspace.declaration(), focus_roster_) != nullptr) {
    open_ = focus_roster_;
  }
  context().wants_frame = true;
}

bool DutyView::close(App& app) {
  if (app.screen != Screen::duty || open_ == 0) return false;
  focus_roster_ = open_;
  open_ = 0;
  context().wants_frame = true;
  return true;
}

bool DutyView::handle_paste(App& app, NodeId id, std::string_view text, std::string_view html) {
  if (import_dialog.handle_paste(app, text, html)) return true;
  const Roster* roster = find_roster(app.workspace.declaration(), open_);
  if (app.screen != Screen::duty || roster == nullptr || id != 0 || app.read_only ||
      app.dialog_open())
    return false;
  import_dialog.open_empty(*roster);
  return import_dialog.handle_paste(app, text, html);
}

void DutyView::open_table(App& app, Table table) {
  const Roster* roster = find_roster(app.workspace.declaration(), open_);
  if (roster == nullptr) {
    app.tell(std::string(tr(Msg::duty_import_open_first)));
    return;
  }
  import_dialog.open(app, Roster(*roster), std::move(table));
}

void DutyView::open(RosterId roster) {
  open_ = roster;
  focus_back_ = true;
  context().wants_frame = true;
}

// Where a task or a finding leads: the roster, and the dialog of its part.
void DutyView::arrive(App& app) {
  if (app.wanted_place && app.wanted_place->kind == PlaceKind::rosters) open_ = 0;
  if (!app.wanted_place || app.wanted_place->kind != PlaceKind::roster) return;
  const DutyPlace wanted = app.wanted_place->duty;
  const Roster* roster = find_roster(app.workspace.declaration(), wanted.roster);
  app.wanted_place.reset();
  if (roster == nullptr) return;
  open(roster->id);
  if (app.read_only) return;
  if (wanted.part == DutyPart::post && (wanted.id == 0 || find_post(*roster, wanted.id))) {
    dialog.open_post(*roster, wanted.id);
  } else if (wanted.part == DutyPart::person && find_person(*roster, wanted.id)) {
    dialog.open_person(*roster, wanted.id);
  } else if (wanted.part == DutyPart::shift && find_shift(*roster, wanted.id)) {
    dialog.open_shift(*roster, wanted.id);
  } else if (wanted.part == DutyPart::shift && !roster->posts.empty()) {
    dialog.open_plan(*roster);
  }
}

const ShownRoster* DutyView::shown(App& app) {
  const Roster* roster = find_roster(app.workspace.declaration(), open_);
  if (roster == nullptr) return nullptr;
  const std::uint64_t evaluation = app.evaluations();
  if (shown_ && shown_->evaluation == evaluation && shown_->roster.id == open_) return &*shown_;
  shown_.emplace();
  shown_->evaluation = evaluation;
  shown_->roster = *roster;
  shown_->cover = cover_of(shown_->roster);
  shown_->loads = duty_loads(shown_->roster);
  make_days(*shown_);
  for (const Finding& finding : app.evaluation().findings) {
    if (finding.duty.roster == open_) shown_->findings.push_back(finding);
  }
  return &*shown_;
}

void DutyView::make_days(ShownRoster& made) const {
  for (const DutyShift& shift : made.roster.shifts) {
    if (shift_span(shift).problem != SpanProblem::none) made.elsewhere.push_back(&shift);
  }
  if (made.cover.period.problem != SpanProblem::none) return;
  const Span& period = made.cover.period.span;
  const long first = period.from - period.from % kMinutesOfDay;
  for (long begin = first; begin < period.to; begin += kMinutesOfDay)
    made.days.push_back({begin, std::vector<std::vector<DutyEntry>>(made.roster.posts.size())});
  const auto post_index = [&](DutyId id) {
    return static_cast<std::size_t>(find_post(made.roster, id) - made.roster.posts.data());
  };
  const auto add = [&](std::size_t post, const DutyShift* shift, const Span& span) {
    const long from = std::max(span.from, first);
    for (long begin = from - from % kMinutesOfDay; begin < span.to; begin += kMinutesOfDay) {
      const auto day = static_cast<std::size_t>((begin - first) / kMinutesOfDay);
      if (day >= made.days.size()) return;
      const bool goes_on = span.from < begin;
      // A gap is said day by day, a shift where it begins; where it goes on, until when.
      const Span part =
          shift != nullptr && !goes_on
              ? span
              : Span{std::max(span.from, begin), std::min(span.to, begin + kMinutesOfDay)};
      made.days[day].posts[post].push_back({shift, part, goes_on});
    }
  };
  for (const DutyTime& each : made.cover.shifts) {
    if (each.span.to <= first || each.span.from >= period.to) {
      made.elsewhere.push_back(each.shift);
    } else {
      add(post_index(each.shift->post), each.shift, each.span);
    }
  }
  for (std::size_t i = 0; i < made.cover.posts.size(); ++i) {
    for (const Span& gap : made.cover.posts[i].gaps) add(i, nullptr, gap);
  }
  for (DutyDay& day : made.days) {
    for (auto& entries : day.posts) {
      std::stable_sort(entries.begin(), entries.end(), [](const DutyEntry& a, const DutyEntry& b) {
        return a.span.from < b.span.from;
      });
    }
  }
}

// --- the rosters

// Looked up once for each evaluation: a list of long rosters is drawn with every frame.
const DutyView::Standing& DutyView::standing_of(App& app, const Roster& roster) {
  if (standings_of_ != app.evaluations()) standings_.clear();
  standings_of_ = app.evaluations();
  const auto [found, is_new] = standings_.try_emplace(roster.id);
  if (is_new) {
    const DutyCover cover = cover_of(roster);
    for (const PostCover& post : cover.posts) found->second.gaps += total_minutes(post.gaps);
    found->second.dated = cover.period.problem == SpanProblem::none;
  }
  return found->second;
}

void DutyView::draw_roster_item(App& app, const Roster& roster, float width) {
  const auto [gaps, dated] = standing_of(app, roster);
  std::string said = tr(Msg::duty_counts,
                        {std::to_string(roster.posts.size()), std::to_string(roster.people.size()),
                         std::to_string(roster.shifts.size())});
  int to_correct = 0;
  for (const Finding& finding : app.evaluation().findings) {
    if (finding.duty.roster == roster.id && finding.severity != Severity::advice) ++to_correct;
  }
  const bool empty = roster.shifts.empty();
  const bool good = !empty && gaps == 0 && to_correct == 0 && dated;
  const std::string standing = empty      ? std::string(tr(Msg::duty_not_planned))
                               : gaps > 0 ? tr(Msg::duty_open_hours, {hours_label(gaps)})
                               : to_correct > 0
                                   ? tr(Msg::navigation_to_correct, {std::to_string(to_correct)})
                                   : std::string(tr(Msg::duty_covered));
  const std::string period = roster_period(roster);
  std::string below =
      period.empty() || period == roster_title(roster) ? said : period + " · " + said;
  below += "\n" + standing;
  if (focus_roster_ == roster.id) {
    request_focus(ImGui::GetID("open"));
    focus_roster_ = 0;
  }
  if (line_button("open", roster_title(roster), {},
                  good    ? Icon::check
                  : empty ? Icon::note
                          : Icon::warning,
                  good    ? palette().ok
                  : empty ? palette().text
                          : palette().warn,
                  kBodyStrong, width, below))
    open(roster.id);
}

void DutyView::draw_rosters(App& app, float width) {
  heading(1, tr(Msg::duty_title), kPageTitle);
  space(2);
  ui::text(tr(Msg::duty_subtitle), kBody, palette().text2, width);
  space(12);
  if (app.arrives_at({.kind = PlaceKind::rosters})) request_focus(ImGui::GetID("add"));
  if (button("add", tr(Msg::duty_roster_new),
             {.kind = ButtonKind::primary, .icon = Icon::add, .enabled = !app.read_only}))
    dialog.open_new_roster(app);
  same_line(8);
  draw_history_tools(app);
  space(14);
  const std::vector<Roster> rosters = app.workspace.declaration().rosters;
  begin_card("rosters", tr(Msg::duty_title), width);
  const float inner = ImGui::CalcItemWidth();
  if (rosters.empty()) {
    heading(2, tr(Msg::duty_empty_title), kCardTitle, inner);
    space(6);
    ui::text(tr(Msg::duty_empty_how), kBody, palette().text2, inner);
  } else {
    begin_group("list", Role::list, tr(Msg::duty_title));
    // The newest first.
    for (auto roster = rosters.rbegin(); roster != rosters.rend(); ++roster) {
      ImGui::PushID(static_cast<int>(roster->id));
      begin_group("item", Role::listitem, "");
      draw_roster_item(app, *roster, inner);
      end_group();
      ImGui::PopID();
    }
    end_group();
  }
  end_card();
  space(20);
}

// --- one roster

void DutyView::draw_tools(App& app, const ShownRoster& now, float width) {
  const Roster& roster = now.roster;
  const bool can_edit = !app.read_only;
  const bool has_posts = !roster.posts.empty();
  const auto tool = [&](const char* key, Msg label, Icon icon, ButtonKind kind, bool enabled) {
    const ButtonOptions options{.kind = kind, .icon = icon, .enabled = enabled};
    return button(key, tr(label), options);
  };
  const auto next = [&](Msg label, Icon icon) {
    row_or_below(button_width(tr(label), {.icon = icon}), width);
  };
  if (tool("plan", Msg::duty_plan, Icon::calendar, ButtonKind::primary, can_edit))
    dialog.open_plan(roster);
  next(Msg::duty_shift_new, Icon::add);
  if (tool("shift", Msg::duty_shift_new, Icon::add, ButtonKind::secondary,
           can_edit && has_posts && now.cover.period.problem == SpanProblem::none))
    dialog.open_shift(roster, 0);
  next(Msg::duty_import, Icon::paste);
  if (tool("import", Msg::duty_import, Icon::paste, ButtonKind::secondary, can_edit))
    import_dialog.open_empty(roster);
  next(Msg::duty_roster_edit, Icon::pen);
  if (tool("edit", Msg::duty_roster_edit, Icon::pen, ButtonKind::secondary, can_edit))
    dialog.open_roster(roster);
  next(Msg::duty_paper, Icon::print);
  if (tool("paper", Msg::duty_paper, Icon::print, ButtonKind::secondary, true)) {
    const RosterId id = roster.id;
    app.go_to(Screen::documents);
    if (app.screen == Screen::documents) {
      app.papers.roster = id;
      app.papers.shown = DocumentKind::duty_roster;
      app.papers.arriving = true;
    }
    return;
  }
  next(Msg::duty_calendar, Icon::download);
  if (tool("calendar", Msg::duty_calendar, Icon::download, ButtonKind::secondary,
           !now.cover.shifts.empty()))
    download_calendar(app, roster, nullptr);
  next(Msg::duty_copy, Icon::copy);
  if (tool("copy", Msg::duty_copy, Icon::copy, ButtonKind::secondary, !roster.shifts.empty())) {
    const Table table = duty_table(roster);
    push_effect("copy", {{"text", write_tsv(table)}, {"html", write_html_table(table)}});
    announce(std::string(tr(Msg::duty_copied)));
  }
  next(Msg::duty_next, Icon::refresh);
  if (tool("next", Msg::duty_next, Icon::refresh, ButtonKind::secondary, can_edit))
    dialog.open_next_roster(roster);
  row_or_below(2 * control_height() + scaled(2), width);
  draw_history_tools(app);
}

void DutyView::draw_findings(App& app, const ShownRoster& now, float width) {
  if (now.findings.empty()) return;
  heading(2, tr(Msg::duty_to_correct), kCardTitle, width);
  space(8);
  begin_group("findings", Role::list, tr(Msg::details_findings));
  const float room = std::min(width, scaled(720));
  std::optional<Place> wanted;
  for (std::size_t i = 0; i < std::min(now.findings.size(), kMostFindings); ++i) {
    const Finding& finding = now.findings[i];
    draw_finding(app, finding, room, static_cast<int>(i), [&](float) {
      if (finding.duty.part == DutyPart::period || app.read_only) return;
      space(6);
      if (button("go", tr(Msg::duty_correct))) wanted = place_of(finding);
    });
  }
  end_group();
  if (now.findings.size() > kMostFindings)
    ui::text(tr(Msg::account_more_findings, {std::to_string(now.findings.size() - kMostFindings)}),
             kCaption, palette().text2, width);
  space(8);
  if (wanted) app.go_to(*wanted);
}

void DutyView::draw_entries(App& app, const ShownRoster& now, const DutyDay& day, std::size_t post,
                            float width) {
  const Palette& colors = palette();
  const auto& entries = day.posts[post];
  if (entries.empty()) {
    ImGui::Indent(scaled(8));
    ui::text(tr(Msg::duty_no_duty), kCaption, colors.text3, width - scaled(8));
    ImGui::Unindent(scaled(8));
    return;
  }
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const DutyEntry& entry = entries[i];
    ImGui::PushID(static_cast<int>(i));
    if (entry.shift == nullptr) {
      const std::string label = tr(Msg::duty_gap, {span_on_day(entry.span)});
      if (line_button("gap", label, tr(Msg::duty_gap_fill), Icon::warning, colors.bad, kCellMedium,
                      width) &&
          !app.read_only)
        dialog.open_gap(now.roster, now.roster.posts[post].id, entry.span);
    } else {
      const DutyPerson* person = find_person(now.roster, entry.shift->person);
      std::string when = span_on_day(entry.span);
      if (entry.goes_on) when = tr(Msg::duty_goes_on, {when.substr(when.find("–") + 3)});
      const std::string below = person == nullptr ? std::string() : person->telephone;
      const ImU32 color = person == nullptr ? colors.bad
                          : entry.goes_on   ? colors.text2
                                            : colors.text;
      if (line_button("shift", when + "  " + person_title(person), tr(Msg::duty_shift_edit),
                      person == nullptr ? Icon::warning : Icon::none, color, kCell, width,
                      entry.goes_on ? std::string() : below) &&
          !app.read_only)
        dialog.open_shift(now.roster, entry.shift->id);
    }
    ImGui::PopID();
  }
}

void DutyView::draw_day(App& app, const ShownRoster& now, const DutyDay& day, float width,
                        bool columns) {
  const Palette& colors = palette();
  const Date near = civil_from_minutes(now.cover.period.span.from).date;
  const bool off = is_day_off({day.begin, day.begin + kMinutesOfDay},
                              read_days(now.roster.holidays, near).spans);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const ImVec2 top = ImGui::GetCursorScreenPos();
  draw->AddLine(top, ImVec2(top.x + width, top.y), colors.line);
  const Date date = civil_from_minutes(day.begin).date;
  float bottom = top.y;
  ImGui::SetCursorScreenPos(ImVec2(top.x, top.y + scaled(8)));
  if (columns) {
    const float room = scaled(kDayWidth - 8);
    ImGui::BeginGroup();
    ui::text(vietnamese_date(date), kBodyStrong, {}, room);
    ui::text(
        std::string(weekday_name(date)) + (off ? " · " + std::string(tr(Msg::duty_day_off)) : ""),
        kCaption, colors.text2, room);
    ImGui::EndGroup();
    bottom = ImGui::GetItemRectMax().y;
  } else {
    heading(3, day_title(day.begin) + (off ? " · " + std::string(tr(Msg::duty_day_off)) : ""),
            kCardTitle, width);
    bottom = ImGui::GetCursorScreenPos().y;
  }
  const auto count = static_cast<float>(std::max<std::size_t>(now.roster.posts.size(), 1));
  const float left = columns ? top.x + scaled(kDayWidth) : top.x;
  const float column = columns ? (width - scaled(kDayWidth)) / count : width;
  for (std::size_t i = 0; i < now.roster.posts.size(); ++i) {
    ImGui::PushID(static_cast<int>(now.roster.posts[i].id));
    const float x = columns ? left + column * static_cast<float>(i) : left;
    ImGui::SetCursorScreenPos(ImVec2(x, columns ? top.y + scaled(4) : bottom + scaled(6)));
    const std::string name = post_title(now.roster.posts[i]);
    begin_group("post", Role::group, name);
    ImGui::BeginGroup();
    if (!columns) ui::text(name, kCaptionStrong, colors.text2, width);
    draw_entries(app, now, day, i, columns ? column - scaled(kCellGap) : width);
    ImGui::EndGroup();
    end_group();
    bottom = std::max(bottom, ImGui::GetItemRectMax().y);
    ImGui::PopID();
  }
  ImGui::SetCursorScreenPos(top);
  ImGui::Dummy(ImVec2(width, bottom - top.y + scaled(6)));
}

void DutyView::draw_days(App& app, const ShownRoster& now, float width) {
  heading(2, tr(Msg::duty_days), kCardTitle, width);
  space(8);
  if (now.days.empty() || now.roster.posts.empty()) {
    ui::text(tr(now.days.empty() ? Msg::duty_needs_period : Msg::duty_needs_posts), kBody,
             palette().text2, width);
    space(8);
    return;
  }
  const auto count = static_cast<float>(now.roster.posts.size());
  const bool columns =
      !app.cards.shown() && width >= scaled(kDayWidth) + count * scaled(kLeastPost);
  if (columns) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float column = (width - scaled(kDayWidth)) / count;
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(at, ImVec2(at.x + width, at.y + scaled(32)), palette().sunken,
                        scaled(kRadius));
    // Seen only: each day says its posts itself.
    for (std::size_t i = 0; i < now.roster.posts.size(); ++i) {
      draw_text_elided(
          draw,
          ImVec2(at.x + scaled(kDayWidth + 8) + column * static_cast<float>(i), at.y + scaled(8)),
          palette().text2, post_title(now.roster.posts[i]), kHeader, column - scaled(kCellGap));
    }
    ImGui::Dummy(ImVec2(width, scaled(32)));
  }
  begin_group("days", Role::list, tr(Msg::duty_days));
  days_.begin(width, static_cast<int>(now.days.size()));
  for (const DutyDay& day : now.days) {
    const std::string key = std::to_string(day.begin);
    days_.item(key.c_str(), false, [&] { draw_day(app, now, day, width, columns); });
  }
  end_group();
  space(8);
}

// What does not stand in any of the days.
void DutyView::draw_elsewhere(App& app, const ShownRoster& now, float width) {
  if (now.elsewhere.empty()) return;
  heading(2, tr(Msg::duty_elsewhere), kCardTitle, width);
  space(4);
  begin_group("elsewhere", Role::list, tr(Msg::duty_elsewhere));
  for (const DutyShift* shift : now.elsewhere) {
    ImGui::PushID(static_cast<int>(shift->id));
    begin_group("item", Role::listitem, "");
    const std::string label = shift->from + " – " + shift->to + "  " +
                              person_title(find_person(now.roster, shift->person));
    if (line_button("shift", label, tr(Msg::duty_shift_edit), Icon::warning, palette().warn, kCell,
                    width) &&
        !app.read_only)
      dialog.open_shift(now.roster, shift->id);
    end_group();
    ImGui::PopID();
  }
  end_group();
  space(12);
}

void DutyView::draw_posts(App& app, const ShownRoster& now, float width) {
  begin_card("posts", tr(Msg::duty_posts), width);
  const float inner = ImGui::CalcItemWidth();
  heading(2, tr(Msg::duty_posts), kCardTitle, inner);
  space(6);
  begin_group("list", Role::list, tr(Msg::duty_posts));
  for (const DutyPost& post : now.roster.posts) {
    ImGui::PushID(static_cast<int>(post.id));
    begin_group("item", Role::listitem, "");
    const std::string hours =
        text::is_blank(post.hours) ? std::string(tr(Msg::duty_round_the_clock)) : post.hours;
    const std::string below = tr(
        Msg::duty_post_line, {hours, text::is_blank(post.people) ? std::string("1") : post.people});
    if (line_button("post", post_title(post), tr(Msg::duty_post_edit), Icon::none, palette().text,
                    kBodyMedium, inner, below) &&
        !app.read_only)
      dialog.open_post(now.roster, post.id);
    end_group();
    ImGui::PopID();
  }
  end_group();
  space(8);
  if (button("add", tr(Msg::duty_post_new),
             {.icon = Icon::add,
              .enabled = !app.read_only && now.roster.posts.size() < kMaxDutyPosts}))
    dialog.open_post(now.roster, 0);
  end_card();
}

void DutyView::draw_people(App& app, const ShownRoster& now, float width) {
  begin_card("people", tr(Msg::duty_people), width);
  const float inner = ImGui::CalcItemWidth();
  heading(2, tr(Msg::duty_people), kCardTitle, inner);
  space(6);
  begin_group("list", Role::list, tr(Msg::duty_people));
  const float beside = control_height() + scaled(4);
  for (std::size_t i = 0; i < now.roster.people.size(); ++i) {
    const DutyPerson& person = now.roster.people[i];
    const DutyLoad& load = now.loads[i];
    ImGui::PushID(static_cast<int>(person.id));
    begin_group("item", Role::listitem, "");
    const ImVec2 at = ImGui::GetCursorScreenPos();
    std::string below = person.position;
    if (!below.empty()) below += " · ";
    below += text::is_blank(person.telephone) ? std::string(tr(Msg::duty_no_telephone))
                                              : person.telephone;
    below += " · " + tr(Msg::duty_load, {std::to_string(load.shifts), hours_label(load.minutes)});
    if (line_button("person", person_title(&person), tr(Msg::duty_person_edit), Icon::none,
                    palette().text, kBodyMedium, inner - beside, below) &&
        !app.read_only)
      dialog.open_person(now.roster, person.id);
    const float bottom = ImGui::GetCursorScreenPos().y;
    ImGui::SetCursorScreenPos(ImVec2(at.x + inner - control_height(), at.y));
    if (button("calendar", tr(Msg::duty_calendar_of, {person_title(&person)}),
               {.kind = ButtonKind::quiet,
                .icon = Icon::download,
                .enabled = load.shifts > 0,
                .icon_only = true}))
      download_calendar(app, now.roster, &person);
    ImGui::SetCursorScreenPos(ImVec2(at.x, std::max(bottom, ImGui::GetCursorScreenPos().y)));
    end_group();
    ImGui::PopID();
  }
  end_group();
  space(8);
  if (button("add", tr(Msg::duty_person_new),
             {.icon = Icon::add,
              .enabled = !app.read_only && now.roster.people.size() < kMaxDutyPeople}))
    dialog.open_person(now.roster, 0);
  end_card();
}

void DutyView::draw_open(App& app, const ShownRoster& now, float width) {
  const bool leave = draw_back(tr(Msg::duty_back), focus_back_);
  space(4);
  heading(1, roster_title(now.roster), kPageTitle, width);
  const std::string period = roster_period(now.roster);
  if (period != roster_title(now.roster)) ui::text(period, kBody, palette().text2, width);
  if (!now.roster.note.empty()) ui::text(now.roster.note, kBody, palette().text2, width);
  space(12);
  draw_tools(app, now, width);
  space(16);
  draw_findings(app, now, width);
  draw_days(app, now, width);
  draw_elsewhere(app, now, width);
  const bool beside = width >= scaled(720);
  const float half = beside ? std::floor((width - scaled(16)) / 2) : width;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  draw_posts(app, now, half);
  const float bottom = ImGui::GetCursorScreenPos().y;
  if (beside) {
    ImGui::SetCursorScreenPos(ImVec2(at.x + half + scaled(16), at.y));
  } else {
    space(16);
  }
  draw_people(app, now, half);
  ImGui::SetCursorScreenPos(ImVec2(at.x, std::max(bottom, ImGui::GetCursorScreenPos().y)));
  space(20);
  if (leave) close(app);
}

void DutyView::draw(App& app) {
  arrive(app);
  const float width = ImGui::GetContentRegionAvail().x;
  const ShownRoster* now = open_ != 0 ? shown(app) : nullptr;
  if (now == nullptr) {
    open_ = 0;
    draw_rosters(app, width);
  } else {
    draw_open(app, *now, width);
  }
}

void draw_duty_screen(App& app) { app.duty.draw(app); }

}  // namespace sokenh
