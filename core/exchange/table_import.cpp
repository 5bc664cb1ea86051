#include "core/exchange/table_import.h"

#include "core/exchange/table_rows.h"
#include "core/inventory/declaration.h"
#include "core/text/fold.h"

namespace sokenh {

namespace {

constexpr std::size_t kHeadingSearchRows = 60;
constexpr std::size_t kSampleRows = 200;

}  // namespace

std::optional<std::size_t> find_heading_row(const Table& table,
                                            std::span<const HeadingPhrase> phrases) {
  return find_heading_row(table,
                          [phrases](const TableRow& row) { return is_heading_row(row, phrases); });
}

std::optional<std::size_t> find_heading_row(
    const Table& table, const std::function<bool(const TableRow&)>& is_heading) {
  const std::size_t end = std::min(table.rows.size(), kHeadingSearchRows);
  for (std::size_t row = 0; row < end; ++row) {
    if (is_heading(table.rows[row])) return row;
  }
  return std::nullopt;
}

bool column_mostly(const Table& table, std::size_t column,
                   const std::function<bool(std::string_view)>& holds) {
  std::size_t filled = 0;
  std::size_t fitting = 0;
  for (std::size_t row = 0; row < std::min(table.rows.size(), kSampleRows); ++row) {
    const std::string_view cell = text::trim(cell_at(table.rows[row], column));
    if (cell.empty() || cell.size() > kMaxTextBytes) continue;
    ++filled;
    fitting += holds(cell) ? 1 : 0;
  }
  return filled > 0 && fitting * 2 > filled;
}

void import_rows(const Table& table, std::size_t first_row, std::span<const HeadingPhrase> phrases,
                 ImportedRows& result, const std::function<void(std::size_t)>& add) {
  const std::size_t first = std::min(first_row, table.rows.size());
  for (std::size_t row = 0; row < first; ++row) {
    if (filled_count(table.rows[row]) > 0) ++result.skipped_titles;
  }
  for (std::size_t index = first; index < table.rows.size(); ++index) {
    const TableRow& row = table.rows[index];
    if (filled_count(row) == 0) {
      ++result.skipped_blank;
    } else if (is_numbering_row(row) || is_heading_row(row, phrases) || is_title_row(row)) {
      ++result.skipped_titles;
    } else if (is_footer_row(row)) {
      ++result.skipped_footer;
    } else {
      add(index);
    }
  }
}

void skip_row(const TableRow& row, ImportedRows& result) {
  ++(filled_count(row) == 1 ? result.skipped_titles : result.skipped_blank);
}

}  // namespace sokenh
