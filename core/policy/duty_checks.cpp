#include "core/policy/duty_checks.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/inventory/duty_cover.h"
#include "core/text/fold.h"
#include "core/text/telephone.h"

namespace sokenh {
namespace {

constexpr std::size_t kShownGaps = 3;

std::string written(const Span& span) {
  return written_moment(span.from) + " – " + written_moment(span.to);
}

// The first few, and how many more.
std::string written(std::span<const Span> spans) {
  std::string text;
  for (std::size_t i = 0; i < std::min(spans.size(), kShownGaps); ++i)
    text += (i == 0 ? "" : "; ") + written(spans[i]);
  if (spans.size() > kShownGaps) text += "; … (+" + std::to_string(spans.size() - kShownGaps) + ")";
  return text;
}

// Hours with at most one decimal, as Vietnamese writes them: «8», «7,5».
std::string hours_text(long minutes) {
  const long tenths = (minutes + 3) / 6;
  std::string text = std::to_string(tenths / 10);
  if (tenths % 10 != 0) text += "," + std::to_string(tenths % 10);
  return text;
}

std::string name_of(const DutyPerson* person) {
  return person == nullptr ? std::string() : std::string(text::trim(person->name));
}

// What is found in one roster.
class RosterCheck {
 public:
  RosterCheck(const Roster& roster, const DutyRule& rule, const Facts& facts, Report& report)
      : roster_(roster), rule_(rule), report_(report), cover_(cover_of(roster)) {
    if (cover_.period.problem != SpanProblem::none) return;
    const Date begin = civil_from_minutes(cover_.period.span.from).date;
    const Date end = civil_from_minutes(cover_.period.span.to - 1).date;
    // To be ready before it begins; what is over has no day by which.
    if (end >= facts.today) due_ = add_days(begin, -1);
    near_ = begin;
  }

  Mark run() {
    if (!check_period()) return mark_;
    check_people();
    check_shifts();
    if (roster_.posts.empty()) {
      ask(DutyPart::post);
    } else if (roster_.shifts.empty()) {
      ask(DutyPart::shift);
    } else {
      check_posts();
      check_rule();
    }
    return mark_;
  }

  const std::vector<DutyTime>& shifts() const { return cover_.shifts; }

 private:
  Place place(DutyPart part, DutyId id = 0) const {
    return {.kind = PlaceKind::roster, .duty = {roster_.id, part, id}};
  }
  void ask(DutyPart part) {
    report_.ask(place(part));
    if (due_) report_.set_due(place(part), *due_);
    mark_ = std::max(mark_, Mark::unanswered);
  }
  void add(DutyPart part, DutyId id, FindingCode code, Severity severity, std::string evidence = {},
           std::string suggestion = {}) {
    Finding finding{.code = code, .severity = severity};
    finding.duty = {roster_.id, part, id};
    finding.evidence = std::move(evidence);
    finding.suggestion = std::move(suggestion);
    report_.add(std::move(finding));
    if (severity == Severity::advice) return;  // beyond what the clause asks
    if (due_) report_.set_due(place(part, id), *due_);
    mark_ = Mark::to_do;
  }

  // Of the roster or of one of its shifts; false when it cannot be read.
  bool check_span(const SpanReading& reading, const std::string& from, const std::string& to,
                  DutyPart part, DutyId id) {
    switch (reading.problem) {
      case SpanProblem::none:
        return true;
      case SpanProblem::from_missing:
      case SpanProblem::to_missing:
        if (part == DutyPart::period) {
          ask(part);
        } else {
          add(part, id, FindingCode::duty_time_missing, Severity::warning);
        }
        return false;
      case SpanProblem::from_unreadable:
        add(part, id, FindingCode::duty_time_unreadable, Severity::warning, from);
        return false;
      case SpanProblem::to_unreadable:
        add(part, id, FindingCode::duty_time_unreadable, Severity::warning, to);
        return false;
      case SpanProblem::not_after:
        add(part, id, FindingCode::duty_times_out_of_order, Severity::error, to, from);
        return false;
      case SpanProblem::too_long:
        add(part, id, FindingCode::duty_time_too_long, Severity::warning, from + " – " + to);
        return false;
    }
    return false;
  }
  bool check_period() {
    return check_span(cover_.period, roster_.from, roster_.to, DutyPart::period, 0);
  }

  void check_people() {
    std::set<DutyId> on_duty;
    for (const DutyShift& shift : roster_.shifts) on_duty.insert(shift.person);
    for (const DutyPerson& person : roster_.people) {
      DaysReading away = read_days(person.away, near_);
      if (!away.unreadable.empty()) {
        add(DutyPart::person, person.id, FindingCode::duty_days_unreadable, Severity::warning,
            away.unreadable);
      }
      away_[person.id] = std::move(away.spans);
      if (!on_duty.contains(person.id)) continue;
      if (text::is_blank(person.name))
        add(DutyPart::person, person.id, FindingCode::duty_name_missing, Severity::warning);
      if (text::is_blank(person.telephone)) {
        add(DutyPart::person, person.id, FindingCode::duty_telephone_missing, Severity::error,
            name_of(&person));
        continue;
      }
      const text::TelephoneScan scan = text::find_telephones(person.telephone);
      if (scan.found.empty() || !scan.doubtful.empty()) {
        add(DutyPart::person, person.id, FindingCode::duty_telephone_unreadable, Severity::warning,
            person.telephone);
      }
    }
  }

  void check_shifts() {
    for (const DutyShift& shift : roster_.shifts) {
      const SpanReading reading = shift_span(shift);
      if (!check_span(reading, shift.from, shift.to, DutyPart::shift, shift.id)) continue;
      if (shift.person == 0) {
        add(DutyPart::shift, shift.id, FindingCode::duty_nobody, Severity::error,
            written(reading.span));
      } else if (stands_while_away(shift.person, reading.span)) {
        add(DutyPart::shift, shift.id, FindingCode::duty_while_away, Severity::warning,
            name_of(find_person(roster_, shift.person)), written(reading.span));
      }
    }
    for (const DutyShift* shift : cover_.outside) {
      add(DutyPart::shift, shift->id, FindingCode::duty_outside_period, Severity::warning,
          written(shift_span(*shift).span), written(cover_.period.span));
    }
    for (const DoubleDuty& each : cover_.double_duty) {
      const DutyPerson* person = find_person(roster_, each.second->person);
      if (each.same_post()) {
        add(DutyPart::shift, each.second->id, FindingCode::duty_twice, Severity::warning,
            name_of(person), written(each.both));
      } else {
        add(DutyPart::shift, each.second->id, FindingCode::duty_two_posts, Severity::error,
            name_of(person), written(each.both));
      }
    }
    for (const LongDuty& each : cover_.long_duty) {
      add(DutyPart::shift, each.first->id, FindingCode::duty_without_rest, Severity::advice,
          name_of(find_person(roster_, each.first->person)), hours_text(each.span.minutes()));
    }
  }
  bool stands_while_away(DutyId person, const Span& span) const {
    const auto& days = away_.at(person);
    return std::any_of(days.begin(), days.end(), [&span](const Span& day) {
      return day.from < span.to && span.from < day.to;
    });
  }

  void check_posts() {
    for (const PostCover& post : cover_.posts) {
      const DutyId id = post.post->id;
      const std::string name(text::trim(post.post->name));
      if (name.empty()) add(DutyPart::post, id, FindingCode::duty_name_missing, Severity::warning);
      if (!read_daily_hours(post.post->hours)) {
        add(DutyPart::post, id, FindingCode::duty_hours_unreadable, Severity::warning,
            post.post->hours);
      }
      if (!read_people_needed(post.post->people)) {
        add(DutyPart::post, id, FindingCode::duty_people_unreadable, Severity::warning,
            post.post->people);
      }
      if (!post.gaps.empty()) {
        add(DutyPart::post, id, FindingCode::duty_gap, Severity::error,
            name + ": " + written(post.gaps), hours_text(total_minutes(post.gaps)));
      }
      if (!post.doubled.empty()) {
        add(DutyPart::post, id, FindingCode::duty_more_than_needed, Severity::advice,
            name + ": " + written(post.doubled));
      }
    }
  }

  // Somebody must be there at any time, whichever post it is; not said again where a post that has
  // to be manned as long says it.
  void check_rule() {
    const bool said = std::any_of(cover_.posts.begin(), cover_.posts.end(), [&](const auto& post) {
      const auto hours = read_daily_hours(post.post->hours);
      const auto people = read_people_needed(post.post->people);
      return hours && people && *people >= rule_.people &&
             (hours->whole_day() || *hours == rule_.hours);
    });
    if (said) return;
    const auto wanted = spans_of(rule_.hours, cover_.period.span);
    const std::vector<Span> open = uncovered(cover_.shifts, wanted, rule_.people);
    if (open.empty()) return;
    add(DutyPart::period, 0, FindingCode::duty_hours_short, Severity::error, written(open),
        std::to_string(rule_.people));
  }

  const Roster& roster_;
  const DutyRule& rule_;
  Report& report_;
  DutyCover cover_;
  std::optional<Date> due_;
  Date near_;
  std::map<DutyId, std::vector<Span>> away_;
  Mark mark_ = Mark::met;
};

// The days that the rule names, by all rosters together.
Mark check_named_period(std::vector<DutyTime> shifts, const DutyRule& rule, Report& report) {
  std::sort(shifts.begin(), shifts.end(),
            [](const DutyTime& a, const DutyTime& b) { return a.span.from < b.span.from; });
  const std::vector<Span> open = uncovered(shifts, spans_of(rule.hours, *rule.period), rule.people);
  if (open.empty()) return Mark::met;
  Finding finding{.code = FindingCode::duty_period_uncovered, .severity = Severity::error};
  finding.evidence = written(open);
  finding.suggestion = written(*rule.period);
  report.add(std::move(finding));
  return Mark::to_do;
}

}  // namespace

std::vector<const Roster*> rosters_that_count(const Declaration& declaration, const DutyRule& rule,
                                              const Date& today) {
  std::vector<const Roster*> count;
  const Roster* last = nullptr;
  long last_end = 0;
  const long now = days_from_civil(today) * kMinutesOfDay;
  for (const Roster& roster : declaration.rosters) {
    const SpanReading reading = roster_span(roster);
    if (reading.problem != SpanProblem::none) {
      count.push_back(&roster);
    } else if (rule.period) {
      if (reading.span.from < rule.period->to && rule.period->from < reading.span.to)
        count.push_back(&roster);
    } else if (reading.span.to > now) {
      count.push_back(&roster);
    } else if (last == nullptr || reading.span.to > last_end) {
      last = &roster;
      last_end = reading.span.to;
    }
  }
  if (count.empty() && last != nullptr) count.push_back(last);
  return count;
}

Mark check_duty(const Facts& facts, Report& report) {
  const DutyRule& rule = report.requirement().duty;
  const Place all{.kind = PlaceKind::rosters};
  if (rule.period) {
    const Date first = civil_from_minutes(rule.period->from).date;
    const Date last = civil_from_minutes(rule.period->to - 1).date;
    if (last >= facts.today) report.set_due(Place(all), add_days(first, -1));
  }
  const auto rosters = rosters_that_count(*facts.declaration, rule, facts.today);
  if (rosters.empty()) {
    report.ask(Place(all));
    return Mark::unanswered;
  }
  Mark mark = Mark::met;
  std::vector<DutyTime> shifts;
  for (const Roster* roster : rosters) {
    RosterCheck check(*roster, rule, facts, report);
    mark = std::max(mark, check.run());
    shifts.insert(shifts.end(), check.shifts().begin(), check.shifts().end());
  }
  // Not beside what is wrong or open in the rosters themselves.
  if (rule.period && mark == Mark::met) mark = check_named_period(std::move(shifts), rule, report);
  return mark;
}

}  // namespace sokenh
