#include "core/exchange/table.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/exchange/html_text.h"
#include "core/exchange/table_text.h"

namespace sokenh {
namespace {

// Rows that tell which separator a file uses.
constexpr std::size_t kSniffedRows = 100;

// Reads rows of separated cells.
//
// Time is linear even with unclosed quotes. A scan for a closing quote that fails has passed only
// runs of an even number of quotes; a cell that starts with such a run ends its own scan inside the
// run. So every byte is looked at by at most two scans.
class DelimitedReader {
 public:
  DelimitedReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  bool at_end() const { return position_ == text_.size(); }

  // At most one cell more than the limit is kept, for the caller to see that it was passed. Empty
  // cells may go past it: Excel writes them for a whole row.
  TableRow read_row() {
    TableRow row;
    for (;;) {
      std::string cell = read_cell();
      const bool fits = row.size() < kMaxTableColumns;
      if (fits || (row.size() == kMaxTableColumns && !cell.empty())) row.push_back(std::move(cell));
      if (at_end()) return row;
      const char delimiter = text_[position_++];
      if (delimiter == separator_) continue;
      if (delimiter == '\r' && !at_end() && text_[position_] == '\n') ++position_;
      return row;
    }
  }

 private:
  bool ends_cell(std::size_t position) const {
    if (position == text_.size()) return true;
    const char c = text_[position];
    return c == separator_ || c == '\n' || c == '\r';
  }

  // Position of the quote that closes the cell opened at position_.
  std::optional<std::size_t> closing_quote() const {
    for (std::size_t at = text_.find('"', position_ + 1); at != std::string_view::npos;
         at = text_.find('"', at + 2)) {
      if (at + 1 < text_.size() && text_[at + 1] == '"') continue;
      if (ends_cell(at + 1)) return at;
      return std::nullopt;
    }
    return std::nullopt;
  }

  std::string read_cell() {
    std::string raw;
    const auto close = !at_end() && text_[position_] == '"' ? closing_quote() : std::nullopt;
    if (close) {
      for (std::size_t i = position_ + 1; i < *close; ++i) {
        raw.push_back(text_[i]);
        if (text_[i] == '"') ++i;
      }
      position_ = *close + 1;
    } else {
      const std::size_t start = position_;
      while (!ends_cell(position_)) ++position_;
      raw = text_.substr(start, position_ - start);
    }
    const std::string cell = clean_cell(raw);
    return std::string(without_neutralising(cell));
  }

  std::string_view text_;
  char separator_;
  std::size_t position_ = 0;
};

Result<Table> parse_delimited(std::string_view text, char separator) {
  DelimitedReader reader(text, separator);
  Table table;
  while (!reader.at_end()) {
    if (table.rows.size() == kMaxTableRows) return too_many_rows();
    table.rows.push_back(reader.read_row());
    if (table.rows.back().size() > kMaxTableColumns) return too_many_columns(table.rows.size());
  }
  return table;
}

// How many cells a separator cuts off in rows that agree on their number of columns; agreement
// counts more than number, for commas inside sentences cut off many cells in few rows.
std::size_t separator_score(std::string_view text, char separator) {
  DelimitedReader reader(text, separator);
  std::array<std::size_t, kMaxTableColumns + 1> rows_with{};
  for (std::size_t row = 0; row < kSniffedRows && !reader.at_end(); ++row) {
    ++rows_with[std::min(reader.read_row().size(), kMaxTableColumns)];
  }
  std::size_t score = 0;
  for (std::size_t columns = 2; columns < rows_with.size(); ++columns) {
    score = std::max(score, rows_with[columns] * rows_with[columns] * (columns - 1));
  }
  return score;
}

char find_separator(std::string_view text) {
  char best = ',';
  std::size_t best_score = 0;
  for (const char separator : {',', ';', '\t'}) {
    const std::size_t score = separator_score(text, separator);
    if (score > best_score) {
      best = separator;
      best_score = score;
    }
  }
  return best;
}

// Takes Excel's «sep=;» line off the front of `text`.
std::optional<char> take_separator_line(std::string_view& text) {
  if (text.size() < 5 || !(text.starts_with("sep=") || text.starts_with("SEP=")))
    return std::nullopt;
  const char separator = text[4];
  std::string_view rest = text.substr(5);
  if (rest.starts_with("\r\n")) {
    rest.remove_prefix(2);
  } else if (rest.starts_with('\n')) {
    rest.remove_prefix(1);
  } else {
    return std::nullopt;
  }
  if (separator != ',' && separator != ';' && separator != '\t' && separator != '|')
    return std::nullopt;
  text = rest;
  return separator;
}

// True when the cell, without apostrophes in front, is one that a spreadsheet evaluates or cuts.
bool is_evaluated(std::string_view cell) {
  if (cell.empty()) return false;
  const char first = cell.front();
  if (first == '\t' || first == '\r') return true;
  // A sign alone, the clerk's «-» for «none», is text to every spreadsheet.
  return cell.size() > 1 && (first == '=' || first == '+' || first == '-' || first == '@');
}

bool is_evaluated_behind_apostrophes(std::string_view cell) {
  const std::size_t start = cell.find_first_not_of('\'');
  return start != std::string_view::npos && is_evaluated(cell.substr(start));
}

}  // namespace

std::string neutralise_formula(std::string_view cell) {
  return is_evaluated_behind_apostrophes(cell) ? "'" + std::string(cell) : std::string(cell);
}

std::string_view without_neutralising(std::string_view cell) {
  if (cell.starts_with('\'') && is_evaluated_behind_apostrophes(cell)) cell.remove_prefix(1);
  return cell;
}

Result<Table> parse_tsv(std::string_view text) {
  const auto checked = check_table_text(text);
  if (!checked) return checked.error();
  return parse_delimited(*checked, '\t');
}

Result<Table> parse_csv(std::string_view text) {
  const auto checked = check_table_text(text);
  if (!checked) return checked.error();
  std::string_view rest = *checked;
  const auto named = take_separator_line(rest);
  return parse_delimited(rest, named ? *named : find_separator(rest));
}

std::string write_tsv(const Table& table) {
  std::string out;
  for (const TableRow& row : table.rows) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (column > 0) out.push_back('\t');
      const std::string cell = neutralise_formula(row[column]);
      if (cell.find_first_of("\t\r\n\"") == std::string::npos) {
        out += cell;
        continue;
      }
      out.push_back('"');
      for (const char c : cell) {
        if (c == '"') out.push_back('"');
        out.push_back(c);
      }
      out.push_back('"');
    }
    out += "\r\n";
  }
  return out;
}

std::string write_html_table(const Table& table) {
  // Excel reads mso-number-format, LibreOffice sdnum (0: language as found; @: text).
  std::string out = "<meta charset=\"utf-8\"><table>";
  for (const TableRow& row : table.rows) {
    out += "<tr>";
    for (const std::string& cell : row) {
      out += "<td sdnum=\"1033;0;@\" style=\"mso-number-format:'\\@';white-space:pre-wrap\">";
      for (const char c : escape_html(cell)) {
        if (c == '\n') {
          out += "<br style=\"mso-data-placement:same-cell\">";
        } else {
          out.push_back(c);
        }
      }
      out += "</td>";
    }
    out += "</tr>\r\n";
  }
  return out + "</table>";
}

}  // namespace sokenh
