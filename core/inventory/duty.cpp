#include "core/inventory/duty.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/text/ascii.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

constexpr std::size_t kMaxWrittenHours = 60;  // bytes, folded
// What stands between the two ends of a range, folded.
constexpr std::array<std::string_view, 5> kRangeSigns{"–", "—", " den ", " toi ", "-"};

template <class Item, class Field>
struct FieldEntry {
  Field field;
  std::string_view key;
  std::string Item::*text;
};
constexpr std::array kRosterFields{
    FieldEntry<Roster, RosterField>{RosterField::occasion, "occasion", &Roster::occasion},
    FieldEntry<Roster, RosterField>{RosterField::from, "from", &Roster::from},
    FieldEntry<Roster, RosterField>{RosterField::to, "to", &Roster::to},
    FieldEntry<Roster, RosterField>{RosterField::holidays, "holidays", &Roster::holidays},
    FieldEntry<Roster, RosterField>{RosterField::note, "note", &Roster::note}};
constexpr std::array kPostFields{
    FieldEntry<DutyPost, PostField>{PostField::name, "name", &DutyPost::name},
    FieldEntry<DutyPost, PostField>{PostField::hours, "hours", &DutyPost::hours},
    FieldEntry<DutyPost, PostField>{PostField::people, "people", &DutyPost::people}};
constexpr std::array kPersonFields{
    FieldEntry<DutyPerson, PersonField>{PersonField::name, "name", &DutyPerson::name},
    FieldEntry<DutyPerson, PersonField>{PersonField::position, "position", &DutyPerson::position},
    FieldEntry<DutyPerson, PersonField>{PersonField::telephone, "telephone",
                                        &DutyPerson::telephone},
    FieldEntry<DutyPerson, PersonField>{PersonField::away, "away", &DutyPerson::away}};
constexpr std::array kShiftFields{
    FieldEntry<DutyShift, ShiftField>{ShiftField::from, "from", &DutyShift::from},
    FieldEntry<DutyShift, ShiftField>{ShiftField::to, "to", &DutyShift::to}};

template <class Entries>
constexpr auto order_of(const Entries& entries) {
  std::array<decltype(entries[0].field), std::tuple_size_v<Entries>> order{};
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = entries[i].field;
  return order;
}
constexpr auto kRosterOrder = order_of(kRosterFields);
constexpr auto kPostOrder = order_of(kPostFields);
constexpr auto kPersonOrder = order_of(kPersonFields);
constexpr auto kShiftOrder = order_of(kShiftFields);

template <class Item>
const Item* find_in(const std::vector<Item>& list, DutyId id) {
  const auto found =
      std::find_if(list.begin(), list.end(), [id](const Item& item) { return item.id == id; });
  return id != 0 && found != list.end() ? &*found : nullptr;
}

// «24:00», «24h»: the end of a day, where read_moment() knows no such time.
std::optional<std::string> with_midnight(std::string_view written) {
  std::string folded = text::fold(written);
  for (std::size_t i = 0; i + 2 < folded.size(); ++i) {
    const bool alone = i == 0 || !text::is_ascii_digit(folded[i - 1]);
    if (!alone || folded.compare(i, 2, "24") != 0) continue;
    const char next = folded[i + 2];
    if (next != ':' && next != 'h' && next != 'g') continue;
    folded.replace(i, 2, "00");
    return folded;
  }
  return std::nullopt;
}

// A time without a day, in minutes; 24:00 is kMinutesOfDay.
std::optional<long> time_of_day(std::string_view written) {
  const auto read = [](const std::string& time) -> std::optional<long> {
    const MomentReading reading = read_moment("01/01/2000 " + time);
    if (reading.problem != MomentProblem::none || !reading.has_time) return std::nullopt;
    return reading.hour * 60L + reading.minute;
  };
  if (text::is_blank(written)) return std::nullopt;
  if (const auto time = read(std::string(written))) return time;
  const auto midnight = with_midnight(written);
  const auto time = midnight ? read(*midnight) : std::nullopt;
  return time && *time == 0 ? std::optional(kMinutesOfDay) : std::nullopt;
}

struct MinuteReading {
  bool empty = false;
  std::optional<long> minute;
};

MinuteReading read_begin(std::string_view written) {
  const MomentReading reading = read_moment(written);
  if (reading.problem != MomentProblem::none)
    return {.empty = reading.problem == MomentProblem::empty};
  if (!reading.has_time && reading.day.precision != DatePrecision::day) return {};
  return {.minute = minutes_from_civil(reading.moment())};
}

MinuteReading read_end(std::string_view written, long begin) {
  MomentReading reading = read_moment(written);
  if (reading.problem == MomentProblem::empty) return {.empty = true};
  if (const auto time = time_of_day(written)) {
    const long midnight = begin - begin % kMinutesOfDay;
    const long same_day = midnight + *time;
    return {.minute = same_day > begin ? same_day : same_day + kMinutesOfDay};
  }
  long later = 0;
  if (reading.problem == MomentProblem::no_such_time) {
    const auto midnight = with_midnight(written);
    if (midnight) reading = read_moment(*midnight);
    if (reading.hour != 0 || reading.minute != 0) return {};
    later = kMinutesOfDay;
  }
  if (reading.problem != MomentProblem::none) return {};
  if (!reading.has_time) {
    if (reading.day.precision != DatePrecision::day) return {};
    later = kMinutesOfDay;
  }
  return {.minute = minutes_from_civil(reading.moment()) + later};
}

// «30/4»: a day of the year that brings it nearest.
std::optional<Date> day_without_year(std::string_view folded, const Date& near) {
  std::array<int, 2> numbers{};
  std::size_t at = 0;
  for (std::size_t i = 0; i < 2; ++i) {
    std::size_t digits = 0;
    while (at < folded.size() && text::is_ascii_digit(folded[at]) && digits < 2) {
      numbers[i] = numbers[i] * 10 + (folded[at++] - '0');
      ++digits;
    }
    if (digits == 0) return std::nullopt;
    if (i == 0 && (at >= folded.size() || (folded[at] != '/' && folded[at] != '.')))
      return std::nullopt;
    if (i == 0) ++at;
  }
  if (at != folded.size()) return std::nullopt;
  std::optional<Date> nearest;
  for (int year = near.year - 1; year <= near.year + 1; ++year) {
    const Date date{year, numbers[1], numbers[0]};
    if (!is_valid(date)) continue;
    if (!nearest || std::abs(days_between(near, date)) < std::abs(days_between(near, *nearest)))
      nearest = date;
  }
  return nearest;
}

std::optional<Span> read_one_day(std::string_view written, const Date& near) {
  const std::string folded = text::fold(written);
  const auto span_from = [](const Date& first, const Date& last) {
    return Span{days_from_civil(first) * kMinutesOfDay,
                (days_from_civil(last) + 1) * kMinutesOfDay};
  };
  if (const auto day = day_without_year(folded, near)) return span_from(*day, *day);
  const DateReading reading = read_partial_date(folded);
  if (reading.problem != DateProblem::none || reading.value.precision == DatePrecision::year)
    return std::nullopt;
  return span_from(reading.value.date, last_possible_day(reading.value));
}

// Tries to cut at each sign, so that a «-» within a date is one of the date's.
template <class Read>
auto read_range(std::string_view folded, Read read) -> decltype(read(folded, folded)) {
  for (const std::string_view sign : kRangeSigns) {
    for (std::size_t at = folded.find(sign); at != std::string_view::npos;
         at = folded.find(sign, at + 1)) {
      if (auto range = read(folded.substr(0, at), folded.substr(at + sign.size()))) return range;
    }
  }
  return std::nullopt;
}

std::optional<Span> read_days_piece(std::string_view written, const Date& near) {
  if (written.size() > 4 * kMaxWrittenHours) return std::nullopt;
  if (const auto day = read_one_day(written, near)) return day;
  const std::string folded = text::fold(written);
  return read_range(folded, [&near](std::string_view a, std::string_view b) -> std::optional<Span> {
    const auto last = read_one_day(b, near);
    const auto first = read_one_day(a, near);
    if (!first || !last || last->from < first->from) return std::nullopt;
    return Span{first->from, last->to};
  });
}

}  // namespace

std::span<const RosterField> roster_fields() { return kRosterOrder; }
std::span<const PostField> post_fields() { return kPostOrder; }
std::span<const PersonField> person_fields() { return kPersonOrder; }
std::span<const ShiftField> shift_fields() { return kShiftOrder; }
std::string_view field_key(RosterField field) {
  return kRosterFields[static_cast<std::size_t>(field)].key;
}
std::string_view field_key(PostField field) {
  return kPostFields[static_cast<std::size_t>(field)].key;
}
std::string_view field_key(PersonField field) {
  return kPersonFields[static_cast<std::size_t>(field)].key;
}
std::string_view field_key(ShiftField field) {
  return kShiftFields[static_cast<std::size_t>(field)].key;
}
std::string& field_text(Roster& roster, RosterField field) {
  return roster.*kRosterFields[static_cast<std::size_t>(field)].text;
}
std::string& field_text(DutyPost& post, PostField field) {
  return post.*kPostFields[static_cast<std::size_t>(field)].text;
}
std::string& field_text(DutyPerson& person, PersonField field) {
  return person.*kPersonFields[static_cast<std::size_t>(field)].text;
}
std::string& field_text(DutyShift& shift, ShiftField field) {
  return shift.*kShiftFields[static_cast<std::size_t>(field)].text;
}

const DutyPost* find_post(const Roster& roster, DutyId id) { return find_in(roster.posts, id); }
const DutyPerson* find_person(const Roster& roster, DutyId id) {
  return find_in(roster.people, id);
}
const DutyShift* find_shift(const Roster& roster, DutyId id) { return find_in(roster.shifts, id); }

DutyId next_duty_id(const Roster& roster) {
  DutyId next = 1;
  const auto above = [&next](const auto& list) {
    for (const auto& item : list) next = std::max(next, item.id + 1);
  };
  above(roster.posts);
  above(roster.people);
  above(roster.shifts);
  return next;
}

bool is_consistent(const Roster& roster) {
  std::set<DutyId> posts, people, all;
  const auto add = [&all](DutyId id) { return id != 0 && all.insert(id).second; };
  for (const DutyPost& post : roster.posts) {
    if (!add(post.id)) return false;
    posts.insert(post.id);
  }
  for (const DutyPerson& person : roster.people) {
    if (!add(person.id)) return false;
    people.insert(person.id);
    const auto& stands = person.posts;
    if (std::adjacent_find(stands.begin(), stands.end(), std::greater_equal<>()) != stands.end())
      return false;
    for (const DutyId post : stands)
      if (!posts.contains(post)) return false;
  }
  for (const DutyShift& shift : roster.shifts) {
    if (!add(shift.id) || !posts.contains(shift.post)) return false;
    if (shift.person != 0 && !people.contains(shift.person)) return false;
  }
  return true;
}

void remove_part(Roster& roster, DutyId id) {
  const auto has_id = [id](const auto& item) { return item.id == id; };
  std::erase_if(roster.posts, has_id);
  std::erase_if(roster.people, has_id);
  std::erase_if(roster.shifts,
                [id](const DutyShift& shift) { return shift.id == id || shift.post == id; });
  for (DutyPerson& person : roster.people) std::erase(person.posts, id);
  for (DutyShift& shift : roster.shifts) {
    if (shift.person == id) shift.person = 0;
  }
}

SpanReading read_span(std::string_view from, std::string_view to, long max_minutes) {
  const MinuteReading begin = read_begin(from);
  if (begin.empty) return {.problem = SpanProblem::from_missing};
  if (!begin.minute) return {.problem = SpanProblem::from_unreadable};
  const MinuteReading end = read_end(to, *begin.minute);
  if (end.empty) return {.problem = SpanProblem::to_missing};
  if (!end.minute) return {.problem = SpanProblem::to_unreadable};
  if (*end.minute <= *begin.minute) return {.problem = SpanProblem::not_after};
  if (*end.minute - *begin.minute > max_minutes) return {.problem = SpanProblem::too_long};
  return {.problem = SpanProblem::none, .span = {*begin.minute, *end.minute}};
}

SpanReading roster_span(const Roster& roster) {
  return read_span(roster.from, roster.to, kMaxRosterMinutes);
}

SpanReading shift_span(const DutyShift& shift) {
  return read_span(shift.from, shift.to, kMaxShiftMinutes);
}

std::optional<DailyHours> read_daily_hours(std::string_view written) {
  if (written.size() > 4 * kMaxWrittenHours) return std::nullopt;
  const std::string folded = text::fold(written);
  if (folded.empty() || folded == "24/24" || folded == "24/7" || folded == "24h")
    return DailyHours{};
  if (folded.size() > kMaxWrittenHours) return std::nullopt;
  return read_range(
      folded, [](std::string_view a, std::string_view b) -> std::optional<DailyHours> {
        const auto time = [](std::string_view text) {
          std::string piece(text::trim(text));
          const bool bare = !piece.empty() && piece.size() <= 2 &&
                            std::all_of(piece.begin(), piece.end(), text::is_ascii_digit);
          return time_of_day(bare ? piece + "h" : piece);
        };
        const auto from = time(a);
        const auto to = time(b);
        if (!from || !to || *from == kMinutesOfDay) return std::nullopt;
        return DailyHours{static_cast<int>(*from), static_cast<int>(*to % kMinutesOfDay)};
      });
}

std::vector<Span> spans_of(const DailyHours& hours, const Span& within) {
  if (within.from >= within.to) return {};
  if (hours.whole_day()) return {within};
  std::vector<Span> spans;
  const long length =
      hours.to > hours.from ? hours.to - hours.from : hours.to - hours.from + kMinutesOfDay;
  const long in_day = (within.from % kMinutesOfDay + kMinutesOfDay) % kMinutesOfDay;
  for (long day = within.from - in_day - kMinutesOfDay; day < within.to; day += kMinutesOfDay) {
    const Span span{std::max(within.from, day + hours.from),
                    std::min(within.to, day + hours.from + length)};
    if (span.from < span.to) spans.push_back(span);
  }
  return spans;
}

std::optional<int> read_people_needed(std::string_view written) {
  const std::string_view trimmed = text::trim(written);
  if (trimmed.empty()) return 1;
  int number = 0;
  for (const char c : trimmed) {
    if (!text::is_ascii_digit(c) || number > kMaxPeopleNeeded) return std::nullopt;
    number = number * 10 + (c - '0');
  }
  if (number < 1 || number > kMaxPeopleNeeded) return std::nullopt;
  return number;
}

DaysReading read_days(std::string_view written, const Date& near) {
  DaysReading reading;
  for (std::size_t at = 0; at <= written.size();) {
    const std::size_t end = std::min(written.find_first_of(",;\n", at), written.size());
    const std::string_view piece = text::trim(written.substr(at, end - at));
    at = end + 1;
    if (piece.empty()) continue;
    if (const auto span = read_days_piece(piece, near)) {
      reading.spans.push_back(*span);
    } else if (reading.unreadable.empty()) {
      reading.unreadable = piece;
    }
  }
  std::sort(reading.spans.begin(), reading.spans.end(),
            [](const Span& a, const Span& b) { return a.from < b.from; });
  std::vector<Span> joined;
  for (const Span& span : reading.spans) {
    if (!joined.empty() && span.from <= joined.back().to) {
      joined.back().to = std::max(joined.back().to, span.to);
    } else {
      joined.push_back(span);
    }
  }
  reading.spans = std::move(joined);
  return reading;
}

bool contains(std::span<const Span> sorted, long minute) {
  const auto after =
      std::upper_bound(sorted.begin(), sorted.end(), minute,
                       [](long value, const Span& span) { return value < span.from; });
  return after != sorted.begin() && minute < std::prev(after)->to;
}

void sort_shifts(Roster& roster) {
  struct Key {
    bool unreadable = false;
    long from = 0;
    std::size_t post = 0;
    auto operator<=>(const Key&) const = default;  // NOLINT(modernize-use-nullptr)
  };
  std::vector<std::pair<Key, DutyShift>> keyed;
  keyed.reserve(roster.shifts.size());
  for (DutyShift& shift : roster.shifts) {
    const SpanReading reading = shift_span(shift);
    const bool unreadable = reading.problem != SpanProblem::none;
    const DutyPost* post = find_post(roster, shift.post);
    keyed.emplace_back(Key{unreadable, unreadable ? 0 : reading.span.from,
                           static_cast<std::size_t>(post - roster.posts.data())},
                       std::move(shift));
  }
  std::stable_sort(keyed.begin(), keyed.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < keyed.size(); ++i) roster.shifts[i] = std::move(keyed[i].second);
}

std::string written_moment(long minute) { return vietnamese_moment(civil_from_minutes(minute)); }

}  // namespace sokenh
