// What the checks of logs look at, read once for all of them. Internal to core/policy.
#pragma once

#include <optional>
#include <string>
#include <vector>

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
};

struct LogFacts {
  // For each kind, in the order of the enumeration: in the log's order, blank ones left out.
  std::vector<std::vector<LogEntryFacts>> kinds;

  const std::vector<LogEntryFacts>& of(LogKind kind) const {
    return kinds[static_cast<std::size_t>(kind)];
  }
};
LogFacts gather_log_facts(const Declaration& declaration, const Date& today);

}  // namespace sokenh
