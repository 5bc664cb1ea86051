// Date: a day of the proleptic Gregorian calendar, without time or zone.
//
// Core has no clock: «today» is passed in by whoever asks (the page takes the local calendar day,
// which for the product's users is Vietnam's).
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace sokenh {

struct Date {
  int year = 1970;
  int month = 1;  // 1..12
  int day = 1;    // 1..31

  friend auto operator<=>(const Date&, const Date&) = default;  // NOLINT(modernize-use-nullptr)
};

bool is_leap_year(int year);
int days_in_month(int year, int month);
bool is_valid(const Date& date);  // a day that exists, years 1..9999

// Days since 1970-01-01 (negative before), and back.
long days_from_civil(const Date& date);
Date civil_from_days(long days);

Date add_days(const Date& date, long days);
// Calendar months: the same day of the later month, or its last day (31/8 + 1 month = 30/9). Years
// 1 and up.
Date add_months(const Date& date, int months);
long days_between(const Date& from, const Date& to);  // to - from

std::optional<Date> parse_iso_date(std::string_view text);  // exactly "YYYY-MM-DD"
std::string iso_date(const Date& date);                     // "2023-11-25"
std::string vietnamese_date(const Date& date);              // "25/11/2023"

}  // namespace sokenh
