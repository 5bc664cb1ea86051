// A duty roster for other programs: a calendar file, a table to be pasted.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/exchange/table.h"
#include "core/inventory/duty.h"
#include "core/inventory/unit.h"

namespace sokenh {

// Each shift an event, of one person (with a reminder an hour before) or, with 0, of all. An event
// keeps its UID as long as the shift begins when it does on its post, so that a roster taken again
// replaces its events. Shifts that cannot be read are not in it. Errors: of write_calendar.
Result<std::string> write_duty_calendar(const Unit& unit, const Roster& roster, DutyId person,
                                        std::string_view made_at);

// With Vietnamese headings: post, beginning, end, person, position, telephone. Shifts in their
// order.
Table duty_table(const Roster& roster);

}  // namespace sokenh
