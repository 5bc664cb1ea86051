// What the rows of an office's table are, whatever its columns: numbered, titles, signature lines.
// Shared by the imports.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/exchange/table.h"

namespace sokenh {

std::string_view cell_at(const TableRow& row, std::size_t column);  // "" beyond the row's end
std::size_t filled_count(const TableRow& row);
std::size_t table_width(const Table& table);

// The number of a row: «1», «01», «1.», «(1)».
std::optional<int> read_ordinal(std::string_view cell);
// «(1) (2) (3) …» under the headings of an official form.
bool is_numbering_row(const TableRow& row);
bool is_title_row(const TableRow& row);
// Signature lines, totals and notes below a table: nothing in the row is anything else.
bool is_footer_row(const TableRow& row);

// The longest prefix of at most kMaxTextBytes (core/inventory/declaration.h) that does not cut a
// character.
std::string_view cut_text(std::string_view text);

}  // namespace sokenh
