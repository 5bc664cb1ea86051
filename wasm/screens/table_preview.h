// A table that is to be imported, as the dialogs for channels and for accounts show it: where to
// paste it, what each column is, which rows come in.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/table.h"

namespace sokenh {

struct TablePreview {
  const Table& table;
  std::span<const std::string_view> targets;  // what a column can be; the first is «ignore»
  std::span<const int> chosen;                // of each column, an index into the targets
  std::optional<std::size_t> header_row;
  std::span<const std::size_t> taken_rows;  // ascending
  std::vector<bool> secret =
      {};  // columns that are neither shown nor to be chosen for; may be empty
};

struct ColumnChoice {
  std::size_t column = 0;
  int target = 0;
};

// What the person chose for a column, once.
std::optional<ColumnChoice> draw_table_preview(const TablePreview& preview, float width);

// A field to paste into and a button for a file; what was pasted, once.
std::optional<std::string> draw_paste_place(std::string_view how, float width);

Result<Table> parse_pasted_table(std::string_view text, std::string_view html);

// « Bỏ qua 2 dòng tiêu đề.» …, each only where there are some.
std::string skipped_rows_label(std::size_t titles, std::size_t blank, std::size_t footer);

}  // namespace sokenh
