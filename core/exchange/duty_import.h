// Turning a pasted or opened duty roster into shifts of a roster, as
// core/exchange/machine_import.h does for machines: a guess, a preview, changed by the person, then
// imported.
//
// Offices write a roster in one of two ways: a shift a row, or a day a row with a column for each
// post. A day or a post that stands once for several rows (cells joined in Excel) holds for those
// below it. A time that cannot be read stays as it is written, to be corrected in the roster.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/table.h"
#include "core/exchange/table_import.h"
#include "core/inventory/duty.h"

namespace sokenh {

enum class DutyColumn : std::uint8_t {
  post,
  day,
  hours,  // «07:00–19:00», «Ca 1 (6h – 14h)», «24/24»
  from,
  to,
  person,
  position,
  telephone,
  people_of_post  // who stands on the post that the column's heading names
};
inline constexpr std::size_t kDutyColumns = 9;

struct DutyImportPlan {
  std::optional<std::size_t>
      header_row;  // of the table, 0-based; rows above `first_row` are titles
  std::size_t first_row = 0;
  // For each column of the table what it holds; nullopt is «ignore». Each at most once, but for
  // the people of a post, and positions and telephones: they are those of the people to their left.
  std::vector<std::optional<DutyColumn>> columns;
  std::vector<std::string> headings;  // of each column; "" without
};

DutyImportPlan plan_duty_import(const Table& table);

// What a column holds, chosen by the person; taken away from where it was.
void assign_column(DutyImportPlan& plan, std::size_t table_column, std::optional<DutyColumn> what);

struct DutyImport : ImportedRows {
  Roster roster;                      // the one given, with what was added
  std::vector<DutyId> added;          // shifts, in the order of the roster
  std::size_t people = 0, posts = 0;  // added
  std::size_t already_there = 0;      // shifts that the roster has
  std::size_t unread_times = 0;       // shifts whose times stay as written
};

// For what a table leaves unsaid.
struct DutyImportDefaults {
  std::string_view post;  // the name of the post of shifts, where the roster has not exactly one
  Date near;              // to days without a year, where the roster has no period
};
// Shifts of people whom the roster has are theirs: of the same name, and telephone where both have
// one.
DutyImport import_duty(const Table& table, const DutyImportPlan& plan, const Roster& roster,
                       const DutyImportDefaults& defaults);

}  // namespace sokenh
