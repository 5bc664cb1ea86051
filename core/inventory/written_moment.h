// A day with or without its time, as people write it into a log: «20/11/2026 08:30», «8h30 ngày
// 20/11/2026», «14 giờ 05 phút, 20-11-2026», ISO 8601, or the day alone.
#pragma once

#include <string>
#include <string_view>

#include "core/base/moment.h"
#include "core/inventory/partial_date.h"

namespace sokenh {

enum class MomentProblem {
  none,
  empty,
  unreadable,
  no_such_day,   // 30/02/2026
  no_such_time,  // 25:00
  out_of_range,  // see DateProblem
  day_missing,   // «08:30»
  other_zone     // a time that names another zone than Vietnam's
};

struct MomentReading {
  MomentProblem problem = MomentProblem::empty;
  // Meaningful when problem == none.
  PartialDate day;
  bool has_time = false;  // then the day is exact
  int hour = 0;
  int minute = 0;

  Moment moment() const { return {day.date, hour, minute}; }  // 00:00 without a time
};

MomentReading read_moment(std::string_view written);

// ISO 8601, as precise as what was written: "2026-11-20T08:30+07:00", "2026-11-20", "2026-11"; and
// Vietnamese: "08:30 20/11/2026", "20/11/2026".
std::string iso_text(const MomentReading& reading);
std::string vietnamese_text(const MomentReading& reading);

// Whether `first` may have been no later than `second`, by all that is known of both: by the minute
// where both have a time, else by the day, the month or the year.
bool may_precede(const MomentReading& first, const MomentReading& second);

}  // namespace sokenh
