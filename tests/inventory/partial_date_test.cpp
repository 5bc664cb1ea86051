#include "core/inventory/partial_date.h"

#include <doctest/doctest.h>

using namespace sokenh;

TEST_CASE("Thời gian tạo lập: spellings that offices use") {
  struct Case {
    std::string text;
    std::string iso;
  };
  const Case cases[] = {
      {"2019", "2019"},
      {"năm 2019", "2019"},
      {" 2013 ", "2013"},
      {"9/2016", "2016-09"},
      {"09/2016", "2016-09"},
      {"12-2017", "2017-12"},
      {"05/2025 ", "2025-05"},
      {"9.2016", "2016-09"},
      {"tháng 9 năm 2020", "2020-09"},
      {"Tháng 9/2020", "2020-09"},
      {"THÁNG 09 - 2020", "2020-09"},
      {"T9/2020", "2020-09"},
      {"t9 năm 2020", "2020-09"},
      {"2020-10", "2020-10"},
      {"15/08/2019", "2019-08-15"},
      {"5/8/2019", "2019-08-05"},
      {"15 / 08 / 2019", "2019-08-15"},
      {"01-03-2022", "2022-03-01"},
      {"5.9.2021", "2021-09-05"},
      {"ngày 5 tháng 9 năm 2021", "2021-09-05"},
      {"Ngày 05/9/2021", "2021-09-05"},
      {"5 tháng 9 năm 2021", "2021-09-05"},
      {"2020-10-05", "2020-10-05"},
      {"2020/10/05", "2020-10-05"},
      {"29/02/2024", "2024-02-29"},
      {"45123", "2023-07-16"},
      {"15/08/2019 0:00", "2019-08-15"},
      {"2019-08-15T00:00:00", "2019-08-15"},
      {"15/08/2019 00:00:00", "2019-08-15"},
      {"1/1/1990", "1990-01-01"},
      {"31/12/2100", "2100-12-31"},
      {"tha\u0301ng 9 na\u0306m 2020", "2020-09"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const DateReading reading = read_partial_date(c.text);
    REQUIRE(reading.problem == DateProblem::none);
    CHECK(iso_text(reading.value) == c.iso);
  }
}

TEST_CASE("Thời gian tạo lập: what cannot be read, and why") {
  struct Case {
    std::string text;
    DateProblem problem;
  };
  const Case cases[] = {
      {"", DateProblem::empty},
      {" \u00A0\n", DateProblem::empty},
      {"30/02/2023", DateProblem::no_such_day},
      {"29/02/2023", DateProblem::no_such_day},
      {"31/4/2021", DateProblem::no_such_day},
      {"12/25/2019", DateProblem::no_such_day},  // the day comes first, always
      {"13/2019", DateProblem::no_such_day},
      {"0/2019", DateProblem::no_such_day},
      {"0/1/2019", DateProblem::no_such_day},
      {"1989", DateProblem::out_of_range},
      {"9/2101", DateProblem::out_of_range},
      {"15/08/0201", DateProblem::out_of_range},
      {"9/16", DateProblem::unreadable},  // a month of 2016 or the ninth of a day 16: nobody knows
      {"15/8/19", DateProblem::unreadable},
      {"16", DateProblem::unreadable},
      {"32000", DateProblem::unreadable},  // Excel's day, but of 1987
      {"99999", DateProblem::unreadable},
      {"201", DateProblem::unreadable},
      {"lâu rồi", DateProblem::unreadable},
      {"khoảng 2019", DateProblem::unreadable},
      {"2019-2020", DateProblem::unreadable},
      {"5 2019", DateProblem::unreadable},
      {"100064211234567", DateProblem::unreadable},
      {"1/2/3/4/5/6/7/8", DateProblem::unreadable},
      {"-2019", DateProblem::unreadable},
      {std::string(4000, '/'), DateProblem::unreadable},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(read_partial_date(c.text).problem == c.problem);
  }
}

TEST_CASE("PartialDate: what is written is read back, every day of a century and its precisions") {
  for (Date day{1990, 1, 1}; day.year <= 2100; day = add_days(day, 1)) {
    for (const PartialDate value : {PartialDate{day, DatePrecision::day},
                                    PartialDate{{day.year, day.month, 1}, DatePrecision::month},
                                    PartialDate{{day.year, 1, 1}, DatePrecision::year}}) {
      if (day.day > 2 && value.precision != DatePrecision::day) continue;
      REQUIRE(read_partial_date(iso_text(value)).value == value);
      REQUIRE(read_partial_date(vietnamese_text(value)).value == value);
    }
  }
  CHECK(vietnamese_text({{2016, 9, 1}, DatePrecision::month}) == "09/2016");
}
