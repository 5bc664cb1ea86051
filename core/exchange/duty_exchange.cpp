#include "core/exchange/duty_exchange.h"

#include <map>
#include <utility>

#include "core/exchange/calendar.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

constexpr int kReminderMinutes = 60;

// «Trực lãnh đạo: Vũ Thị Mai»; the person's own says the post alone.
std::string summary_of(const DutyPost& post, const DutyPerson* person, bool own) {
  std::string summary(text::trim(post.name));
  if (own || person == nullptr) return summary;
  return summary + ": " + std::string(text::trim(person->name));
}

std::string description_of(const Roster& roster, const DutyPerson* person) {
  std::string lines;
  const auto add = [&lines](const std::string& line) {
    if (text::is_blank(line)) return;
    if (!lines.empty()) lines += '\n';
    lines += line;
  };
  add(roster.occasion);
  if (person != nullptr) {
    add(person->position);
    add(person->telephone);
  }
  return lines;
}

std::string written(std::string_view time, long minute, SpanProblem problem) {
  return problem == SpanProblem::none ? written_moment(minute) : std::string(time);
}

}  // namespace

Result<std::string> write_duty_calendar(const Unit& unit, const Roster& roster, DutyId person,
                                        std::string_view made_at) {
  Calendar calendar;
  calendar.name = roster.occasion;
  if (person != 0) calendar.reminder_minutes = kReminderMinutes;
  // How many begin at once on one post: that many events are told apart.
  std::map<std::pair<DutyId, long>, int> count;
  for (const DutyShift& shift : roster.shifts) {
    const SpanReading reading = shift_span(shift);
    if (reading.problem != SpanProblem::none) continue;
    const auto [from, to] = reading.span;
    const int number = ++count[{shift.post, from}];
    if (person != 0 && shift.person != person) continue;
    const DutyPerson* who = find_person(roster, shift.person);
    const Moment begin = civil_from_minutes(from);
    calendar.events.push_back(
        {.key = "roster/" + std::to_string(roster.id) + "/" + std::to_string(shift.post) + "/" +
                iso_moment(begin) + "/" + std::to_string(number),
         .day = begin.date,
         .summary = summary_of(*find_post(roster, shift.post), who, person != 0),
         .description = description_of(roster, who),
         .time = CalendarTime{begin, civil_from_minutes(to)}});
  }
  return write_calendar(calendar, made_at, unit.name);
}

Table duty_table(const Roster& roster) {
  Table table;
  table.rows.push_back({"Vị trí trực", "Từ", "Đến", "Người trực", "Chức vụ", "Điện thoại"});
  for (const DutyShift& shift : roster.shifts) {
    const DutyPost* post = find_post(roster, shift.post);
    const DutyPerson* person = find_person(roster, shift.person);
    const DutyPerson nobody;
    const DutyPerson& who = person != nullptr ? *person : nobody;
    const SpanReading reading = shift_span(shift);
    table.rows.push_back({post->name, written(shift.from, reading.span.from, reading.problem),
                          written(shift.to, reading.span.to, reading.problem), who.name,
                          who.position, who.telephone});
  }
  return table;
}

}  // namespace sokenh
