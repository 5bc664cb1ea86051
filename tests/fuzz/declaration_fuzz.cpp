// Declarations: no file crashes the reader, and what is read is written and read back unchanged,
// edited and evaluated without harm.
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/inventory/declaration.h"
#include "core/inventory/duty_plan.h"
#include "core/policy/evaluate.h"
#include "core/policy/pack_set.h"
#include "core/workspace/workspace.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sokenh;
  const auto json = parse_json(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!json) return 0;
  const auto declaration = declaration_from_json(*json);
  if (!declaration) return 0;
  const auto back = declaration_from_json(to_json(*declaration));
  if (!back || *back != *declaration) std::abort();

  static_cast<void>(evaluate(*declaration, PackSet().followed(*declaration), {2023, 11, 20}));
  Workspace workspace(*declaration);
  if (workspace.declaration().channels.size() != declaration->channels.size()) std::abort();
  if (workspace.declaration().accounts.size() != declaration->accounts.size()) std::abort();
  if (workspace.declaration().log.size() != declaration->log.size()) std::abort();
  const Declaration before = workspace.declaration();
  std::vector<LogEntryId> entries;
  for (const LogEntry& entry : before.log) entries.push_back(entry.id);
  workspace.remove_log_entries(entries);
  for (const Roster& roster : before.rosters) {
    const DutyPlan plan = plan_duty(roster, {});
    if (plan.problem == PlanProblem::none) workspace.edit_roster(plan.roster);
    workspace.remove_roster(roster.id);
  }
  for (const LogKind kind : log_kinds()) workspace.set_nothing_logged(kind, true);
  for (int column = 0; column < kColumnCount; ++column)
    workspace.sort(static_cast<Column>(column), true);
  while (workspace.can_undo()) workspace.undo();
  if (workspace.declaration() != before) std::abort();
  return 0;
}
