#include "wasm/screens/duty_labels.h"

#include "core/text/fold.h"
#include "wasm/ui/context.h"

namespace sokenh {

using namespace ui;

namespace {

std::string time_of(long minute) { return vietnamese_time(civil_from_minutes(minute)); }

long day_of(long minute) { return minute / kMinutesOfDay; }

}  // namespace

std::string roster_title(const Roster& roster) {
  if (!text::is_blank(roster.occasion)) return std::string(text::trim(roster.occasion));
  const std::string period = roster_period(roster);
  return period.empty() ? std::string(tr(Msg::duty_unnamed)) : period;
}

std::string roster_period(const Roster& roster) {
  const SpanReading reading = roster_span(roster);
  if (reading.problem != SpanProblem::none) {
    const bool blank = text::is_blank(roster.from) && text::is_blank(roster.to);
    return blank ? std::string() : roster.from + " – " + roster.to;
  }
  const auto [from, to] = reading.span;
  // Whole days are said as days, the last one included.
  if (from % kMinutesOfDay == 0 && to % kMinutesOfDay == 0)
    return vietnamese_date(civil_from_minutes(from).date) + " – " +
           vietnamese_date(civil_from_minutes(to - 1).date);
  return written_moment(from) + " – " + written_moment(to);
}

std::string post_title(const DutyPost& post) {
  return text::is_blank(post.name) ? std::string(tr(Msg::duty_post_unnamed))
                                   : std::string(text::trim(post.name));
}

std::string person_title(const DutyPerson* person) {
  if (person == nullptr) return std::string(tr(Msg::duty_nobody));
  return text::is_blank(person->name) ? std::string(tr(Msg::duty_person_unnamed))
                                      : std::string(text::trim(person->name));
}

std::string span_on_day(const Span& span) {
  const std::string from = time_of(span.from);
  if (span.to % kMinutesOfDay == 0 && day_of(span.to) == day_of(span.from) + 1)
    return from + "–24:00";
  std::string to = from + "–" + time_of(span.to);
  const long days = day_of(span.to) - day_of(span.from);
  if (days == 0) return to;
  if (days == 1) return tr(Msg::duty_next_day, {to});
  return to + " " + vietnamese_date(civil_from_minutes(span.to).date).substr(0, 5);
}

std::string hours_label(long minutes) {
  const std::string hours = std::to_string(minutes / 60);
  return minutes % 60 == 0 ? tr(Msg::duty_hours_count, {hours})
                           : tr(Msg::duty_hours_minutes, {hours, std::to_string(minutes % 60)});
}

std::string_view plan_problem_label(PlanProblem problem) {
  switch (problem) {
    case PlanProblem::none:
      break;
    case PlanProblem::period:
      return tr(Msg::duty_plan_needs_period);
    case PlanProblem::posts:
      return tr(Msg::duty_plan_needs_posts);
    case PlanProblem::hours:
      return tr(Msg::duty_plan_needs_hours);
    case PlanProblem::people:
      return tr(Msg::duty_plan_needs_people);
    case PlanProblem::options:
      return tr(Msg::duty_plan_first_wrong);
    case PlanProblem::too_many:
      return tr(Msg::duty_plan_too_many);
  }
  return {};
}

std::string obstacles_label(const OpenShift& open) {
  constexpr std::array<Msg, kPlanObstacles> kSentences{
      Msg::duty_obstacle_other_post, Msg::duty_obstacle_away, Msg::duty_obstacle_on_duty,
      Msg::duty_obstacle_rest, Msg::duty_obstacle_in_a_row};
  std::string label;
  for (std::size_t i = 0; i < kSentences.size(); ++i) {
    if (open.people[i] == 0) continue;
    if (!label.empty()) label += ", ";
    label += tr(kSentences[i], {std::to_string(open.people[i])});
  }
  return label;
}

}  // namespace sokenh
