// Turning a pasted or opened table into channels: which row is the heading, which column is what.
//
// A guess is made, shown to the person with a preview, and can be changed before anything is imported.
#pragma once

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
  // For each column of the table, where it goes; nullopt is «ignore». A Column is used at most once.
  std::vector<std::optional<Column>> columns;
};

// Recognises the official headings in any order, case, spelling, composed or not; without a heading, the eight
// (or seven, without STT) columns in the form's order, checked against what the cells look like.
ImportPlan plan_import(const Table& table);

// A column's table index chosen by the person; taking a Column away from where it was.
void assign_column(ImportPlan& plan, std::size_t table_column, std::optional<Column> column);

struct ImportResult {
  std::vector<Channel> channels;         // ids not given yet
  std::vector<std::size_t> source_rows;  // table row of each channel
  std::size_t skipped_titles = 0;        // non-blank rows above the first
  std::size_t skipped_blank = 0;         // blank rows, and rows with only an STT
  std::size_t skipped_footer = 0;        // signature lines and the like below the table
};

ImportResult import_channels(const Table& table, const ImportPlan& plan);

}  // namespace sokenh
