// Calendar: due dates as an iCalendar file (RFC 5545), for whatever calendar the unit uses.
//
// All-day events with reminders. The texts come from the caller; nothing but what it gives goes
// into the file. A UID is made from the event's key, so a file taken again replaces its events
// instead of doubling them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/result.h"

namespace sokenh {

struct CalendarEvent {
  std::string key;  // stable for the thing that is due: "account/12/password_changed"
  Date day;
  std::string summary;
  std::string description;
};

struct Calendar {
  std::string name;  // shown by programs that show one
  std::vector<CalendarEvent> events;
  std::vector<int> reminder_days;  // days before: an alarm each; 0: on the day itself
};

// `made_at`: RFC 3339, "2026-11-21T16:30:00+07:00"; written as UTC. `seed` tells this document's
// events from another's: the same for every export of one document. Errors: calendar_time_invalid,
// calendar_not_utf8.
Result<std::string> write_calendar(const Calendar& calendar, std::string_view made_at,
                                   std::string_view seed);

}  // namespace sokenh
