// What the checks of logs look at, read once for all of them. Internal to core/policy.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/inventory/backup_book.h"
#include "core/inventory/declaration.h"
#include "core/inventory/partial_date.h"
#include "core/policy/finding.h"

namespace sokenh {

// What is wrong with one field of an entry, whichever rule looks at it.
struct LogFault {
  FindingCode code = FindingCode::log_field_missing;
  Severity severity = Severity::warning;
  LogField field = LogField::note;
  std::string evidence, suggestion;
};

struct LogEntryFacts {
  const LogEntry* entry = nullptr;
  std::optional<PartialDate> day;  // nullopt: not written, not readable or still to come
  std::string subject;             // log_subject()
  std::vector<LogFault> faults;
  // False for what rules must not count: of the book of backups what is not written to it yet, and
  // what was corrected or withdrawn.
  bool counts = true;
  bool is_event = true;  // false: it only says something of another entry
};

struct LogFacts {
  BackupBook backups;
  // For each kind, in the order of the enumeration: in the log's order, blank ones left out.
  std::vector<std::vector<LogEntryFacts>> kinds;

  const std::vector<LogEntryFacts>& of(LogKind kind) const {
    return kinds[static_cast<std::size_t>(kind)];
  }
};
LogFacts gather_log_facts(const Declaration& declaration, const Date& today);

}  // namespace sokenh
