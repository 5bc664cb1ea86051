// PartialDate: a date known to the year, the month or the day, as offices write «Thời gian tạo
// lập».
#pragma once

#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/base/result.h"

namespace sokenh {

enum class DatePrecision { year, month, day };

struct PartialDate {
  Date date;  // the first day of what is known
  DatePrecision precision = DatePrecision::day;

  friend bool operator==(const PartialDate&, const PartialDate&) = default;
};

// The last day of what is known: of «9/2023» the 30th. Nobody is called late on a day he may have
// kept.
Date last_possible_day(const PartialDate& value);

enum class DateProblem {
  none,
  empty,
  unreadable,   // no date in it
  no_such_day,  // 30/02/2023
  out_of_range  // year before 1990 or after 2100: no online channel is older than the web
};

struct DateReading {
  DateProblem problem = DateProblem::empty;
  PartialDate value;  // meaningful when problem == none
};

// Reads `2019`, `9/2016`, `tháng 9 năm 2020`, `15/08/2019`, `01-03-2022`, `5.9.2021`,
// `ngày 5 tháng 9 năm 2021`, ISO `2020-10-05` and `2020-10`, Excel's serial day number
// (`45123` = 2023-07-16, 1900 system). Day before month, always.
DateReading read_partial_date(std::string_view written);

// ISO 8601 reduced precision: "2019", "2016-09", "2019-08-15"; and Vietnamese: "2019", "09/2016",
// "15/08/2019".
std::string iso_text(const PartialDate& value);
std::string vietnamese_text(const PartialDate& value);

}  // namespace sokenh
