// Table: cells of text, as from a spreadsheet's clipboard, a TSV/CSV file or an HTML table.
//
// Nothing is evaluated: a formula is text. Letters come out composed (NFC), line ends as \n,
// no-break spaces as spaces, other control characters dropped. Input is hostile until parsed:
// limits are errors, and every parser takes time linear in its input whatever the input is.
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

// Excel's and LibreOffice's clipboard text: tab between cells, cells with breaks, tabs or quotes
// quoted, a quote doubled inside. A quote that does not open a cell, or is never closed, is text. A
// BOM is skipped. The apostrophe that write_tsv puts before a formula is taken off again.
Result<Table> parse_tsv(std::string_view text);
// RFC 4180 with the separator found by itself (comma, semicolon, tab): Vietnamese Excel writes
// semicolons. Excel's own first line «sep=;» is obeyed. Otherwise as parse_tsv.
Result<Table> parse_csv(std::string_view text);
// The tables of a clipboard's or Word's HTML, parsed as text, never rendered. Tables after one
// another are read as one, top to bottom: Word's letterhead and signature blocks are tables of
// their own above and below the form's, and a long form may be split. A table inside a cell is text
// of that cell. rowspan/colspan give empty cells, <br> and paragraphs inside a cell give \n,
// entities are decoded. Error when there is no table.
Result<Table> parse_html_table(std::string_view html);

// For the clipboard and for files; rows end in \r\n. A cell that a spreadsheet would evaluate (= +
// - @ and something behind it, tab or CR first) gets an apostrophe in front. Quoting alone does not
// stop Excel from evaluating; the apostrophe is what a person types to keep text text, and
// parse_tsv and parse_csv take exactly one off such a cell again, so our own tables come back
// unchanged.
std::string write_tsv(const Table& table);

// The same for the clipboard's text/html, which Excel, LibreOffice and Word prefer over text/plain:
// cells are marked as text, so that telephone numbers keep their zero, long IDs their digits and
// dates their spelling, and nothing is evaluated without an apostrophe showing. Comes back through
// parse_html_table, where white space at a cell's ends is lost and inner white space is as HTML has
// it.
std::string write_html_table(const Table& table);

// What write_tsv does to a cell a spreadsheet would evaluate, and its exact inverse, for other
// writers of files that spreadsheets open.
std::string neutralise_formula(std::string_view cell);
std::string_view without_neutralising(std::string_view cell);

}  // namespace sokenh
