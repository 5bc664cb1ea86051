// Calendar: due dates and duties as an iCalendar file (RFC 5545), for whatever calendar the unit
// uses.
//
// All-day events with reminders, or events with their times, written as UTC: Vietnam's zone has no
// summer time, so no zone has to be described in the file, and every program shows the right hour.
// The texts come from the caller; nothing but what it gives goes into the file. A UID is made from
// the event's key, so a file taken again replaces its events instead of doubling them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/moment.h"
#include "core/base/result.h"

namespace sokenh {

struct CalendarTime {
  Moment from, to;
};

struct CalendarEvent {
  std::string key;  // stable for the thing that is due: "account/12/password_changed"
  Date day;
  std::string summary;
  std::string description;
  std::optional<CalendarTime> time = {};  // without one it is about the whole day
};

struct Calendar {
  std::string name;  // shown by programs that show one
  std::vector<CalendarEvent> events;
  std::vector<int> reminder_days;  // days before: an alarm each; 0: on the day itself
  int reminder_minutes = 0;        // before events with a time; 0: no alarm
};

// `made_at`: RFC 3339, "2026-11-21T16:30:00+07:00"; written as UTC. `seed` tells this document's
// events from another's: the same for every export of one document. Errors: calendar_time_invalid,
// calendar_not_utf8.
Result<std::string> write_calendar(const Calendar& calendar, std::string_view made_at,
                                   std::string_view seed);

}  // namespace sokenh
