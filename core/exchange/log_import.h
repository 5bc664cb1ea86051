// Turning a pasted or opened table into entries of one log, as core/exchange/channel_import.h does
// for channels: a guess, a preview, changed by the person, then imported.
//
// What cannot be read is said with its row and column. A day, a time or a number is kept as it
// stands there, to be corrected in the entry; a choice that none of the words stands for is left
// open.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/table.h"
#include "core/exchange/table_import.h"
#include "core/inventory/log.h"

namespace sokenh {

struct LogImportPlan {
  LogKind kind = LogKind::patch;
  std::optional<std::size_t>
      header_row;  // of the table, 0-based; rows above `first_row` are titles
  std::size_t first_row = 0;
  // For each column of the table where it goes, a field at most once; nullopt is «ignore».
  std::vector<std::optional<LogField>> columns;
};

LogImportPlan plan_log_import(const Table& table, LogKind kind);

// A column's field chosen by the person, one of the kind's; taking the field away from where it
// was.
void assign_column(LogImportPlan& plan, std::size_t table_column, std::optional<LogField> field);

struct UnreadCell {
  std::size_t row = 0, column = 0;  // of the table, 0-based
  LogField field = LogField::note;
  std::string text;  // shortened
  friend bool operator==(const UnreadCell&, const UnreadCell&) = default;
};
inline constexpr std::size_t kMaxUnreadCells = 100;  // that are told apart

struct LogImport : ImportedRows {
  std::vector<LogEntry> entries;   // ids not given yet
  std::vector<UnreadCell> unread;  // the first of them
  std::size_t unread_cells = 0;    // all of them
};

LogImport import_log(const Table& table, const LogImportPlan& plan);

// The choice that an office's words stand for: «Không phát hiện» is "nothing"; nullopt for others.
std::optional<std::string_view> read_log_choice(LogField field, std::string_view cell);

}  // namespace sokenh
