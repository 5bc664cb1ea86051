// What the imports of accounts, log entries and machines have in common: where the headings are,
// which column holds what where there are none, and which rows are entries.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/exchange/heading_match.h"
#include "core/exchange/table.h"

namespace sokenh {

// What became of a table's rows, whatever they are.
struct ImportedRows {
  std::vector<std::size_t> source_rows;  // table row of each entry
  std::size_t skipped_titles = 0;        // above the first, repeated headings, section titles
  std::size_t skipped_blank = 0;         // blank rows, and rows of ignored columns only
  std::size_t skipped_footer = 0;        // signature lines, totals
  std::size_t skipped_over_limit = 0;    // after as many as a declaration may have
  std::size_t cut_cells = 0;             // longer than kMaxTextBytes and cut there
};

// The first row of headings, if it stands where headings do.
std::optional<std::size_t> find_heading_row(const Table& table,
                                            std::span<const HeadingPhrase> phrases);
std::optional<std::size_t> find_heading_row(const Table& table,
                                            const std::function<bool(const TableRow&)>& is_heading);

// Whether more than half of the column's cells, of those that are filled, are what `holds` says.
bool column_mostly(const Table& table, std::size_t column,
                   const std::function<bool(std::string_view)>& holds);

// The first column that has no field yet and mostly looks like it gets the field.
template <class Field>
void take_column(const Table& table, Field field, bool (*looks)(std::string_view),
                 std::vector<std::optional<Field>>& columns) {
  for (std::size_t column = 0; column < columns.size(); ++column) {
    if (columns[column] || !column_mostly(table, column, looks)) continue;
    columns[column] = field;
    return;
  }
}

// Gives `add` the rows from `first_row` on that can be entries, and counts the others.
void import_rows(const Table& table, std::size_t first_row, std::span<const HeadingPhrase> phrases,
                 ImportedRows& result, const std::function<void(std::size_t)>& add);
// Counts a row that has nothing for the columns that are wanted: a title over a group of entries,
// or only cells that nobody wants.
void skip_row(const TableRow& row, ImportedRows& result);

}  // namespace sokenh
