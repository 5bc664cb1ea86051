#include "core/base/date.h"

#include <algorithm>
#include <array>

namespace sokenh {

bool is_leap_year(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  return month == 2 && is_leap_year(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

bool is_valid(const Date& date) {
  return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 &&
         date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

// Both conversions count in eras of 400 years (146,097 days) that begin on 1 March, so that the
// leap day is the last of its year: H. Hinnant, «chrono-Compatible Low-Level Date Algorithms».
long days_from_civil(const Date& date) {
  const long year = date.month <= 2 ? date.year - 1L : date.year;
  const long era = (year >= 0 ? year : year - 399) / 400;
  const long year_of_era = year - era * 400;
  const long month_from_march = (date.month + 9) % 12;
  const long day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
  const long day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Date civil_from_days(long days) {
  days += 719468;
  const long era = (days >= 0 ? days : days - 146096) / 146097;
  const long day_of_era = days - era * 146097;
  const long year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const long month_from_march = (5 * day_of_year + 2) / 153;
  Date date;
  date.day = static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
  date.month =
      static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  date.year = static_cast<int>(year_of_era + era * 400 + (date.month <= 2 ? 1 : 0));
  return date;
}

Date add_days(const Date& date, long days) { return civil_from_days(days_from_civil(date) + days); }

Date add_months(const Date& date, int months) {
  const int from_year_zero = date.year * 12 + date.month - 1 + months;
  Date sum{from_year_zero / 12, from_year_zero % 12 + 1, date.day};
  sum.day = std::min(sum.day, days_in_month(sum.year, sum.month));
  return sum;
}

long days_between(const Date& from, const Date& to) {
  return days_from_civil(to) - days_from_civil(from);
}

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [text](std::size_t begin, std::size_t length) {
    int value = 0;
    for (const char c : text.substr(begin, length)) {
      if (c < '0' || c > '9') return -1;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  const Date date{number(0, 4), number(5, 2), number(8, 2)};
  if (!is_valid(date)) return std::nullopt;
  return date;
}

namespace {

// The last digits, in the place of the zeros there.
void put_number(std::string& text, std::size_t begin, std::size_t width, int value) {
  for (std::size_t i = begin + width; i > begin; value /= 10)
    text[--i] = static_cast<char>('0' + value % 10);
}

}  // namespace

std::string iso_date(const Date& date) {
  std::string text = "0000-00-00";
  put_number(text, 0, 4, date.year);
  put_number(text, 5, 2, date.month);
  put_number(text, 8, 2, date.day);
  return text;
}

std::string vietnamese_date(const Date& date) {
  std::string text = "00/00/0000";
  put_number(text, 0, 2, date.day);
  put_number(text, 3, 2, date.month);
  put_number(text, 6, 4, date.year);
  return text;
}

}  // namespace sokenh
