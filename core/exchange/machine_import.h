// Turning a pasted or opened list of machines into machines, as core/exchange/account_import.h does
// for accounts: a guess, a preview, changed by the person, then imported.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/exchange/table.h"
#include "core/exchange/table_import.h"
#include "core/inventory/machine.h"

namespace sokenh {

struct MachineImportPlan {
  std::optional<std::size_t>
      header_row;  // of the table, 0-based; rows above `first_row` are titles
  std::size_t first_row = 0;
  // For each column of the table where it goes; nullopt is «ignore». A field at most once, but
  // addresses as often as there are columns of them (inside, outside).
  std::vector<std::optional<MachineField>> columns;
};

MachineImportPlan plan_machine_import(const Table& table);

// A column's field chosen by the person; taking the field away from where it was.
void assign_column(MachineImportPlan& plan, std::size_t table_column,
                   std::optional<MachineField> field);

struct MachineImport : ImportedRows {
  std::vector<Machine> machines;     // ids not given yet
  std::size_t unread_kinds = 0;      // cells that name no kind of machine: left open
  std::size_t unread_addresses = 0;  // parts of cells that are no address: kept as written
};

MachineImport import_machines(const Table& table, const MachineImportPlan& plan);

}  // namespace sokenh
