#include "core/base/date.h"

#include <doctest/doctest.h>

using namespace sokenh;

TEST_CASE("Date: days since 1970 and back, over every day of six centuries") {
  Date expected{1600, 1, 1};
  const long first = days_from_civil(expected);
  CHECK(first == -135140);
  for (long days = first; expected.year < 2201; ++days) {
    REQUIRE(civil_from_days(days) == expected);
    REQUIRE(days_from_civil(expected) == days);
    if (++expected.day > days_in_month(expected.year, expected.month)) {
      expected.day = 1;
      if (++expected.month > 12) {
        expected.month = 1;
        ++expected.year;
      }
    }
  }
}

TEST_CASE("Date: leap years of the Gregorian calendar") {
  CHECK(is_leap_year(2024));
  CHECK(is_leap_year(2000));
  CHECK_FALSE(is_leap_year(1900));
  CHECK_FALSE(is_leap_year(2023));
  CHECK(days_in_month(2024, 2) == 29);
  CHECK(days_in_month(2023, 2) == 28);
  CHECK(days_in_month(2023, 13) == 0);
  CHECK_FALSE(is_valid({2023, 2, 30}));
  CHECK_FALSE(is_valid({0, 1, 1}));
  CHECK(is_valid({9999, 12, 31}));
}

TEST_CASE("Date: calendar months stay within the month") {
  struct Case {
    Date from;
    int months;
    Date sum;
  };
  const Case cases[] = {
      {{2024, 1, 15}, 3, {2024, 4, 15}},  {{2023, 11, 30}, 3, {2024, 2, 29}},
      {{2022, 11, 30}, 3, {2023, 2, 28}}, {{2024, 8, 31}, 1, {2024, 9, 30}},
      {{2024, 12, 1}, 1, {2025, 1, 1}},   {{2024, 1, 31}, 12, {2025, 1, 31}},
      {{2024, 3, 31}, -1, {2024, 2, 29}},
  };
  for (const Case& c : cases) CHECK(add_months(c.from, c.months) == c.sum);
  CHECK(add_days({2023, 11, 25}, -1) == Date{2023, 11, 24});
  CHECK(days_between({2024, 2, 28}, {2024, 3, 1}) == 2);
}

TEST_CASE("Date: ISO text is read exactly, both forms are written with leading zeros") {
  CHECK(parse_iso_date("2023-11-05") == Date{2023, 11, 5});
  for (const char* text : {"", "2023-11-5", "2023-11-31", "2023/11/05", "2023-11-05 ", "20a3-11-05",
                           "-123-01-01", "0000-01-01"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_iso_date(text));
  }
  CHECK(iso_date({2023, 11, 5}) == "2023-11-05");
  CHECK(vietnamese_date({2023, 11, 5}) == "05/11/2023");
  CHECK(iso_date({7, 1, 2}) == "0007-01-02");
}
