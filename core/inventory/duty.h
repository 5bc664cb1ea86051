// Roster: who is on duty when over a holiday or another period (HP24-1.1: «phân công người trực,
// theo dõi 24/7 trong suốt dịp lễ»).
//
// A roster is one value: its posts, its people and its shifts belong to it alone, so that a roster
// of last year still says who stood where with which telephone. As in a channel, what was written
// is kept; what it means (a moment, hours, days) is derived on demand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/inventory/written_moment.h"

namespace sokenh {

// Limits of one roster, as those of core/inventory/declaration.h.
inline constexpr std::size_t kMaxDutyPosts = 20;
inline constexpr std::size_t kMaxDutyPeople = 200;
inline constexpr std::size_t kMaxDutyShifts = 3000;

using RosterId = std::uint32_t;  // stable within a document, never reused; 0 is «no roster»
// Of a post, a person or a shift: one count for the three within their roster; 0 is none.
using DutyId = std::uint32_t;

// A place that has to be manned: «Trực lãnh đạo», «Trực an toàn thông tin».
struct DutyPost {
  DutyId id = 0;
  std::string name;
  std::string hours;   // of each day, as written («07:00–17:00»); "" is round the clock
  std::string people;  // how many at once, as written; "" is one

  friend bool operator==(const DutyPost&, const DutyPost&) = default;
};

struct DutyPerson {
  DutyId id = 0;
  std::string name;
  std::string position;
  std::string telephone;
  std::string away;           // days without duty, as written: «30/4, 02/05/2026 – 03/05/2026»
  std::vector<DutyId> posts;  // stands on these alone, ascending; empty: on any

  friend bool operator==(const DutyPerson&, const DutyPerson&) = default;
};

struct DutyShift {
  DutyId id = 0;
  DutyId post = 0;
  DutyId person = 0;     // 0: nobody named yet
  std::string from, to;  // as written; see shift_span()
  bool planned = false;  // made by plan_duty(), which may make it anew; what a person entered stays

  friend bool operator==(const DutyShift&, const DutyShift&) = default;
};

struct Roster {
  RosterId id = 0;
  std::string occasion;  // «Lễ 30/4 và 01/5»
  std::string from, to;  // as written; see roster_span()
  std::string holidays;  // the days off in it, weekends apart, as written
  std::string note;
  std::vector<DutyPost> posts;
  std::vector<DutyPerson> people;
  std::vector<DutyShift> shifts;  // in the order they were entered

  friend bool operator==(const Roster&, const Roster&) = default;
};

enum class RosterField : std::uint8_t { occasion, from, to, holidays, note };
enum class PostField : std::uint8_t { name, hours, people };
enum class PersonField : std::uint8_t { name, position, telephone, away };
enum class ShiftField : std::uint8_t { from, to };
std::span<const RosterField> roster_fields();
std::span<const PostField> post_fields();
std::span<const PersonField> person_fields();
std::span<const ShiftField> shift_fields();
std::string_view field_key(RosterField field);
std::string_view field_key(PostField field);
std::string_view field_key(PersonField field);
std::string_view field_key(ShiftField field);
std::string& field_text(Roster& roster, RosterField field);
std::string& field_text(DutyPost& post, PostField field);
std::string& field_text(DutyPerson& person, PersonField field);
std::string& field_text(DutyShift& shift, ShiftField field);
template <class Item, class Field>
const std::string& field_text(const Item& item, Field field) {
  return field_text(const_cast<Item&>(item), field);
}

// nullptr where there is none.
const DutyPost* find_post(const Roster& roster, DutyId id);
const DutyPerson* find_person(const Roster& roster, DutyId id);
const DutyShift* find_shift(const Roster& roster, DutyId id);
DutyId next_duty_id(const Roster& roster);
// Ids unique and not 0; what shifts and people name is there.
bool is_consistent(const Roster& roster);
// Without the post, the person or the shift: shifts of a post go with it, a person's stay without
// one.
void remove_part(Roster& roster, DutyId id);

// --- what is written, read. All in minutes as minutes_from_civil() counts them.

struct Span {
  long from = 0, to = 0;  // `to` is the first minute after it
  long minutes() const { return to - from; }
  friend bool operator==(const Span&, const Span&) = default;
};

enum class SpanProblem : std::uint8_t {
  none,
  from_missing,
  from_unreadable,
  to_missing,
  to_unreadable,
  not_after,
  too_long
};
struct SpanReading {
  SpanProblem problem = SpanProblem::from_missing;
  Span span;  // meaningful when problem == none
};
// «from» a day is from its beginning, «to» a day until its end, so «29/04/2026 to 03/05/2026» are
// five whole days. An end that is a time alone («07:00», «24:00») is the first such time after the
// beginning; one that is a time of a day may be «24:00» too.
SpanReading read_span(std::string_view from, std::string_view to, long max_minutes);
inline constexpr long kMinutesOfDay = 24L * 60;
inline constexpr long kMaxRosterMinutes = 400 * kMinutesOfDay;
inline constexpr long kMaxShiftMinutes = 31 * kMinutesOfDay;
SpanReading roster_span(const Roster& roster);
SpanReading shift_span(const DutyShift& shift);

// Minutes of the day; `to` not after `from` runs past midnight. Both 0: round the clock.
struct DailyHours {
  int from = 0, to = 0;
  bool whole_day() const { return from == to; }
  friend bool operator==(const DailyHours&, const DailyHours&) = default;
};
// «07:00–17:00», «7h30 đến 17h», «22:00 - 06:00», «00:00–24:00», «24/24», «24/7», ""; nullopt for
// anything else.
std::optional<DailyHours> read_daily_hours(std::string_view written);
// When such hours fall within a span, in order, not touching one another.
std::vector<Span> spans_of(const DailyHours& hours, const Span& within);

inline constexpr int kMaxPeopleNeeded = 20;                       // at once on one post
std::optional<int> read_people_needed(std::string_view written);  // "" is 1

// Days as written in a list, commas or semicolons between them; a range has «–», «-» or «đến»
// between its ends. A day without a year is the one nearest to `near`. Sorted, not touching one
// another; `unreadable` is the first piece that is no day, "" when all are.
struct DaysReading {
  std::vector<Span> spans;
  std::string unreadable;
};
DaysReading read_days(std::string_view written, const Date& near);
bool contains(std::span<const Span> sorted, long minute);
// By their beginnings, those of one moment by the posts' order; unreadable ones last.
void sort_shifts(Roster& roster);

std::string written_moment(long minute);  // "07:00 30/04/2026"

}  // namespace sokenh
