#include "core/base/moment.h"

namespace sokenh {
namespace {

constexpr std::string_view kZone = "+07:00";
constexpr long kMinutesInDay = 24L * 60;

std::optional<int> two_digits(std::string_view text) {
  if (text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9') return std::nullopt;
  return (text[0] - '0') * 10 + (text[1] - '0');
}

}  // namespace

bool is_valid(const Moment& moment) {
  return is_valid(moment.date) && moment.hour >= 0 && moment.hour <= 23 && moment.minute >= 0 &&
         moment.minute <= 59;
}

long minutes_from_civil(const Moment& moment) {
  return days_from_civil(moment.date) * kMinutesInDay + moment.hour * 60L + moment.minute;
}

Moment civil_from_minutes(long minutes) {
  const long in_day = (minutes % kMinutesInDay + kMinutesInDay) % kMinutesInDay;
  return {civil_from_days((minutes - in_day) / kMinutesInDay), static_cast<int>(in_day / 60),
          static_cast<int>(in_day % 60)};
}

long minutes_between(const Moment& from, const Moment& to) {
  return minutes_from_civil(to) - minutes_from_civil(from);
}

Moment add_minutes(const Moment& moment, long minutes) {
  return civil_from_minutes(minutes_from_civil(moment) + minutes);
}

std::string iso_moment(const Moment& moment) {
  return iso_date(moment.date) + "T" + vietnamese_time(moment) + std::string(kZone);
}

std::optional<Moment> parse_iso_moment(std::string_view text) {
  if (text.size() != 22 || text[10] != 'T' || text[13] != ':' || text.substr(16) != kZone)
    return std::nullopt;
  const std::optional<Date> date = parse_iso_date(text.substr(0, 10));
  const std::optional<int> hour = two_digits(text.substr(11, 2));
  const std::optional<int> minute = two_digits(text.substr(14, 2));
  if (!date || !hour || !minute) return std::nullopt;
  const Moment moment{*date, *hour, *minute};
  if (!is_valid(moment)) return std::nullopt;
  return moment;
}

std::string vietnamese_time(const Moment& moment) {
  const auto digit = [](int value) { return static_cast<char>('0' + value); };
  return {digit(moment.hour / 10), digit(moment.hour % 10), ':', digit(moment.minute / 10),
          digit(moment.minute % 10)};
}

std::string vietnamese_moment(const Moment& moment) {
  return vietnamese_time(moment) + " " + vietnamese_date(moment.date);
}

}  // namespace sokenh
