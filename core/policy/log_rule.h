// LogRule: one thing that a requirement wants of a log, as a pack says it. Requirements with the
// check log.in_order have a list of them; all must hold.
//
//   kept            there are entries; with `days` or `months`, the latest is not older. Of kinds
//                   whose entries are about something (a machine, a program), for each of these;
//                   `also`: and for each machine of those logs, with "machines" also for each
//                   computer in the list of machines
//   handled         `field`, a day or a time, is filled in every entry. Without `days` or `months`
//                   an open entry is a finding at once, with them only after that long, or after
//                   the entry's own due day. Where nothing was found there is nothing to handle.
//                   `if_any`: a log without entries is in order
//   reported_first  an entry whose `field`, a number, is `at_least` so much was reported before it
//                   happened; with `days` or `months`, only entries that are not older are looked
//                   at
//   not_ended       `field`, a day, of the latest entry has not passed
//   latest          `field`, a choice, of the latest entry is one of `is`
//
// `where` leaves out entries whose choice is not one of those named; of a list of choices all must
// fit.
//
// Of the book of backups (core/inventory/backup_book.h) only what is sealed and neither corrected
// nor withdrawn counts, and a restore test only for rules whose `where` names the act. That its
// seals are whole is a condition of every rule about it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/json.h"
#include "core/inventory/log.h"

namespace sokenh {

enum class LogRuleKind : std::uint8_t { kept, handled, reported_first, not_ended, latest };

struct LogChoice {
  LogField field = LogField::result;
  std::vector<std::string> is;  // keys
};
bool fits(const LogEntry& entry, const LogChoice& choice);
bool fits(const LogEntry& entry, const std::vector<LogChoice>& choices);

struct LogRule {
  LogRuleKind rule = LogRuleKind::kept;
  LogKind log = LogKind::patch;
  std::vector<LogChoice> where;  // all of them
  std::optional<LogField> field;
  std::vector<std::string> is;
  std::optional<int> days, months;  // one of them, or neither
  std::vector<LogKind> also;
  bool also_machines = false;
  std::uint64_t at_least = 0;
  bool if_any = false;
};

// The day so long after `from`: calendar months at their ends as add_months() has them. nullopt
// when the rule has no interval.
std::optional<Date> due_after(const LogRule& rule, const Date& from);
// The day so long before `today`; nullopt likewise.
std::optional<Date> looked_back_to(const LogRule& rule, const Date& today);

LogRule read_log_rule(JsonReader& reader);

}  // namespace sokenh
