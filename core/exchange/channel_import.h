// Turning a pasted or opened table into channels: which row is the heading, which column is what.
//
// A guess is made, shown to the person with a preview, and can be changed before anything is
// imported. Every non-blank row of the table is accounted for: it is a channel, part of one, or
// counted as skipped.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/exchange/table.h"
#include "core/inventory/channel.h"

namespace sokenh {

struct ImportPlan {
  // Rows of the table, 0-based. Rows above `first_row` are titles or headings and are skipped.
  std::optional<std::size_t> header_row;
  std::size_t first_row = 0;
  // For each column of the table, where it goes; nullopt is «ignore». A Column is used at most
  // once.
  std::vector<std::optional<Column>> columns;
};

// Recognises the official headings in any order, case, spelling, composed or not; without a
// heading, the eight (or seven, without STT) columns in the form's order, checked against what the
// cells look like, else each column by what its cells look like.
ImportPlan plan_import(const Table& table);

// A column's table index chosen by the person; taking a Column away from where it was.
void assign_column(ImportPlan& plan, std::size_t table_column, std::optional<Column> column);

struct TableCell {
  std::size_t row = 0;
  std::size_t column = 0;
  friend bool operator==(const TableCell&, const TableCell&) = default;
};

struct ImportResult {
  std::vector<Channel> channels;         // ids not given yet
  std::vector<std::size_t> source_rows;  // table row of each channel
  std::size_t skipped_titles =
      0;  // non-blank rows above the first; section titles and headings below it
  std::size_t skipped_blank = 0;   // blank rows, and rows with only an STT or only ignored columns
  std::size_t skipped_footer = 0;  // signature lines and the like below the table
  std::size_t skipped_over_limit = 0;  // rows that would be channels after the kMaxChannels-th
  std::vector<TableCell> cut_cells;    // longer than kMaxTextBytes and cut there
};

// A heading row below the first (a second table, a page that repeats it) applies to the rows below
// it, when it names the columns otherwise than the first did: rows are never stacked under another
// column's heading. A row with neither STT nor name, in a table with STT, adds lines to the channel
// above: that is how a second administrator in cells of their own comes out of a vertically merged
// row.
ImportResult import_channels(const Table& table, const ImportPlan& plan);

}  // namespace sokenh
