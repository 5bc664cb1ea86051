// DutyRule: what a requirement with the check duty.covered wants of the rosters, as a pack says it.
//
//   from, to  the days over which people must be on duty, the last included. Without them: the
//             periods of the rosters that the unit enters
//   hours     of each day («07:00-17:00»); without it, round the clock
//   people    how many different people at any time, on whatever posts; without it, one
#pragma once

#include <optional>

#include "core/base/json.h"
#include "core/inventory/duty.h"

namespace sokenh {

struct DutyRule {
  std::optional<Span> period;
  DailyHours hours;
  int people = 1;
};

DutyRule read_duty_rule(JsonReader reader);

}  // namespace sokenh
