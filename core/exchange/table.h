// Table: cells of text, as they come from a spreadsheet's clipboard, a TSV/CSV file or an HTML table.
//
// Nothing is evaluated: a formula is text. Letters come out composed (NFC), line ends as \n.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace sokenh {

using TableRow = std::vector<std::string>;
struct Table {
  std::vector<TableRow> rows;  // ragged as found
  friend bool operator==(const Table&, const Table&) = default;
};

inline constexpr std::size_t kMaxTableBytes = 16U << 20U;
inline constexpr std::size_t kMaxTableRows = 20000;
inline constexpr std::size_t kMaxTableColumns = 256;

// Excel's and LibreOffice's clipboard text: tab between cells, cells with breaks, tabs or quotes quoted,
// a quote doubled inside. A quote that does not open a cell is text. A BOM is skipped.
Result<Table> parse_tsv(std::string_view text);
// RFC 4180 with the separator found by itself (comma, semicolon, tab): Vietnamese Excel writes semicolons.
Result<Table> parse_csv(std::string_view text);
// The first <table> of a clipboard's or Word's HTML, parsed as text, never rendered: rowspan/colspan give empty
// cells, <br> and paragraphs inside a cell give \n, entities decoded. Error when there is no table.
Result<Table> parse_html_table(std::string_view html);

// For the clipboard, such that Excel gives back the same cells. A cell that a spreadsheet would evaluate
// (= + - @ at its start, tab or CR first) is written so that it stays text.
std::string write_tsv(const Table& table);

}  // namespace sokenh
