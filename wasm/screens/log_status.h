// What the dispatches say of the logs: of each kind who asks for it and what is due, of each entry
// its findings. Looked up once for each evaluation.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/inventory/log.h"
#include "core/policy/evaluate.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

class App;

struct LogEntryStatus {
  std::vector<const Finding*> findings;
  const DueDate* due = nullptr;  // the earliest
};

struct LogKindStatus {
  std::vector<std::size_t> entries;       // of the declaration's log: the latest day first
  std::optional<PartialDate> last;        // day of an entry
  std::vector<const Finding*> findings;   // of the log as a whole
  int to_deal_with = 0;                   // findings, of entries too, advice aside
  int overdue = 0;                        // of these, what is late
  const DueDate* due = nullptr;           // the earliest that is still to come
  bool unanswered = false;                // a requirement waits for the first entry
  std::vector<std::size_t> requirements;  // of the evaluation: those that ask for the log
};

class LogStatuses {
 public:
  // Valid until there is a new evaluation.
  const LogKindStatus& of(App& app, LogKind kind);
  const LogEntryStatus& of(App& app, LogEntryId entry);

 private:
  void look_up(App& app);

  std::array<LogKindStatus, kLogKindCount> kinds_;
  std::unordered_map<LogEntryId, LogEntryStatus> entries_;
  std::uint64_t evaluation_ = 0;  // App::evaluations()
};

// Something late: a recurrence, what should have been handled, a licence.
bool is_late(const Finding& finding);
// «12/11/2026, Máy kế toán»: how an entry is named to be found in its list.
std::string log_entry_title(const LogEntry& entry);
// «Hạn lần tới 05/12/2026», «Quá hạn 05/11/2026»; empty when nothing is due.
std::string log_due_label(const DueDate* due, const Date& today);
// The clauses that ask for the log: «HP23-3.1, HP24-3.2».
std::string log_clauses(App& app, const LogKindStatus& status);

// How a log stands, in a word or two.
struct LogStanding {
  std::string label;
  ui::Tone tone = ui::Tone::neutral;
  ui::Icon icon = ui::Icon::note;
};
LogStanding log_standing(App& app, LogKind kind, const LogKindStatus& status);

}  // namespace sokenh
