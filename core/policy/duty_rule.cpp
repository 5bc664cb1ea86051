#include "core/policy/duty_rule.h"

namespace sokenh {
namespace {

constexpr std::size_t kMaxTextBytes = 40;

std::optional<Date> read_day(JsonReader& reader, std::string_view name) {
  const std::string text = reader.string(name, kMaxTextBytes);
  const std::optional<Date> day = parse_iso_date(text);
  if (reader.ok() && !day) reader.fail_at(name, ErrorCode::pack_wrong_format, text);
  return day;
}

}  // namespace

DutyRule read_duty_rule(JsonReader reader) {
  reader.allow_only({"from", "to", "hours", "people"});
  DutyRule rule;
  if (reader.has("from") || reader.has("to")) {
    const auto from = read_day(reader, "from");
    const auto to = read_day(reader, "to");
    if (from && to) {
      const Span period{days_from_civil(*from) * kMinutesOfDay,
                        (days_from_civil(*to) + 1) * kMinutesOfDay};
      if (period.minutes() <= 0 || period.minutes() > kMaxRosterMinutes)
        reader.fail_at("to", ErrorCode::pack_wrong_format, iso_date(*to));
      rule.period = period;
    }
  }
  if (reader.has("hours")) {
    const std::string text = reader.string("hours", kMaxTextBytes);
    const auto hours = read_daily_hours(text);
    if (reader.ok() && !hours) reader.fail_at("hours", ErrorCode::pack_wrong_format, text);
    rule.hours = hours.value_or(DailyHours{});
  }
  rule.people = static_cast<int>(reader.optional_integer("people", 1, kMaxPeopleNeeded, 1));
  return rule;
}

}  // namespace sokenh
