// parse_html_table: a forgiving reader of the tags that tables are made of, in one pass, without
// recursion.
//
// It follows the HTML standard where that changes which cell a text is in (implied end tags,
// comments, raw text elements, a quote's '>' inside a tag) and ignores everything else.

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/exchange/html_text.h"
#include "core/exchange/table.h"
#include "core/exchange/table_text.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

bool is_html_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

struct Tag {
  std::string name;  // lower case
  bool closing = false;
  std::size_t row_span = 1;
  std::size_t column_span = 1;
};

// The number an attribute's value starts with, 1 without; `limit` is the standard's.
std::size_t span_value(std::string_view value, std::size_t limit) {
  while (!value.empty() && is_html_space(value.front())) value.remove_prefix(1);
  if (value.empty() || value.front() < '0' || value.front() > '9') return 1;
  std::size_t number = 0;
  for (const char c : value) {
    if (c < '0' || c > '9') break;
    number = std::min(number * 10 + static_cast<std::size_t>(c - '0'), limit);
  }
  return number;
}

// Reads the tag at text[position] == '<' and moves behind its '>'; a tag that is cut off takes the
// rest.
Tag read_tag(std::string_view text, std::size_t& position) {
  Tag tag;
  std::size_t at = position + 1;
  if (at < text.size() && text[at] == '/') {
    tag.closing = true;
    ++at;
  }
  const std::size_t name_start = at;
  while (at < text.size() && !is_html_space(text[at]) && text[at] != '>' && text[at] != '/') ++at;
  tag.name = lower_ascii(text.substr(name_start, at - name_start));
  while (at < text.size() && text[at] != '>') {
    if (is_html_space(text[at]) || text[at] == '/') {
      ++at;
      continue;
    }
    const std::size_t attribute_start = at++;
    while (at < text.size() && !is_html_space(text[at]) && text[at] != '=' && text[at] != '>' &&
           text[at] != '/') {
      ++at;
    }
    const std::string_view attribute = text.substr(attribute_start, at - attribute_start);
    while (at < text.size() && is_html_space(text[at])) ++at;
    if (at == text.size() || text[at] != '=') continue;
    ++at;
    while (at < text.size() && is_html_space(text[at])) ++at;
    std::string_view value;
    if (at < text.size() && (text[at] == '"' || text[at] == '\'')) {
      const std::size_t close = std::min(text.find(text[at], at + 1), text.size());
      value = text.substr(at + 1, close - at - 1);
      at = std::min(close + 1, text.size());
    } else {
      const std::size_t value_start = at;
      while (at < text.size() && !is_html_space(text[at]) && text[at] != '>') ++at;
      value = text.substr(value_start, at - value_start);
    }
    if (attribute.size() != 7) continue;
    const std::string attribute_name = lower_ascii(attribute);
    if (attribute_name == "rowspan") tag.row_span = span_value(value, 65534);
    if (attribute_name == "colspan")
      tag.column_span = std::max<std::size_t>(1, span_value(value, 1000));
  }
  position = std::min(at + 1, text.size());
  return tag;
}

// The text of a cell as HTML would show it: white space collapsed, lines where <br> and blocks end
// them.
class CellText {
 public:
  void add(char c) {
    if (is_html_space(c)) {
      space_ = true;
      return;
    }
    begin_text();
    text_.push_back(c);
  }

  void add_character(std::string_view utf8) {
    if (utf8.size() == 1) return add(utf8.front());
    begin_text();
    text_ += utf8;
  }

  void add_line_break() {
    begin_line();
    text_.push_back('\n');
    space_ = false;
  }

  // A block's start or end: what follows is on a line of its own.
  void add_block_edge() {
    block_edge_ = true;
    space_ = false;
  }

  std::string take() {
    const std::string clean = clean_cell(text_);
    *this = {};
    return std::string(text::trim(clean));
  }

 private:
  bool at_line_start() const { return text_.empty() || text_.back() == '\n'; }

  void begin_line() {
    if (block_edge_ && !at_line_start()) text_.push_back('\n');
    block_edge_ = false;
  }

  void begin_text() {
    begin_line();
    if (space_ && !at_line_start()) text_.push_back(' ');
    space_ = false;
  }

  std::string text_;
  bool space_ = false;
  bool block_edge_ = false;
};

// Builds rows out of table tags. Cells that a rowspan or colspan covers are empty.
class TableBuilder {
 public:
  void open_cell(std::size_t row_span, std::size_t column_span) {
    if (!in_row_) open_row();
    close_cell();
    while (column_ < kMaxTableColumns && covered_rows_[column_] > 0) ++column_;
    in_cell_ = true;
    cell_column_ = column_;
    const std::size_t end = std::min(column_ + column_span, kMaxTableColumns);
    // rowspan=0: to the end of the table.
    const std::size_t rows = row_span == 0 ? kMaxTableRows : row_span;
    for (; column_ < end; ++column_) covered_rows_[column_] = rows;
  }

  void close_cell() {
    if (!in_cell_) return;
    in_cell_ = false;
    TableRow& row = table_.rows.back();
    std::string cell = text.take();
    if (cell_column_ < kMaxTableColumns) {
      row.resize(cell_column_);
      row.push_back(std::move(cell));
    } else if (!cell.empty()) {
      // Empty cells may go past the limit: Excel writes them for a whole row.
      error_ = too_many_columns(table_.rows.size());
    }
  }

  void open_row() {
    close_row();
    if (table_.rows.size() == kMaxTableRows) error_ = too_many_rows();
    table_.rows.emplace_back();
    in_row_ = true;
    column_ = 0;
  }

  void close_row() {
    close_cell();
    if (!in_row_) return;
    in_row_ = false;
    // A cell that opened in this row has covered it too.
    for (std::size_t& rows : covered_rows_) rows -= rows > 0 ? 1 : 0;
  }

  void close_table() {
    close_row();
    covered_rows_.fill(0);
  }

  bool in_cell() const { return in_cell_; }
  const std::optional<Error>& error() const { return error_; }
  Table& table() { return table_; }

  CellText text;  // of the open cell

 private:
  Table table_;
  std::optional<Error> error_;  // a limit that was passed
  bool in_row_ = false;
  bool in_cell_ = false;
  std::size_t column_ = 0;       // the next free one
  std::size_t cell_column_ = 0;  // of the open cell
  std::array<std::size_t, kMaxTableColumns> covered_rows_{};
};

constexpr std::string_view kBlocks[] = {"p",  "div", "li",  "ul",         "ol",     "h1",
                                        "h2", "h3",  "h4",  "h5",         "h6",     "dd",
                                        "dt", "dl",  "pre", "blockquote", "center", "hr"};
// Elements whose content is not markup; text inside is not shown.
constexpr std::string_view kRawText[] = {"style", "script", "title", "textarea", "noscript"};

template <std::size_t N>
bool contains(const std::string_view (&names)[N], std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

class HtmlTableReader {
 public:
  explicit HtmlTableReader(std::string_view html) : html_(html) {}

  Result<Table> read() {
    while (position_ < html_.size() && !builder_.error()) {
      if (html_[position_] == '<') {
        read_markup();
      } else {
        read_text();
      }
    }
    builder_.close_table();
    if (builder_.error()) return *builder_.error();
    if (builder_.table().rows.empty()) return Error{ErrorCode::html_no_table};
    return std::move(builder_.table());
  }

 private:
  void read_text() {
    const bool wanted = builder_.in_cell();
    while (position_ < html_.size() && html_[position_] != '<') {
      if (html_[position_] == '&') {
        std::string decoded;
        const std::size_t length = decode_character_reference(html_.substr(position_, 40), decoded);
        if (length > 0) {
          if (wanted) builder_.text.add_character(decoded);
          position_ += length;
          continue;
        }
      }
      if (wanted) builder_.text.add(html_[position_]);
      ++position_;
    }
  }

  // Moves behind the next `end`, or to the end of the input.
  void skip_past(std::string_view end) {
    const std::size_t found = html_.find(end, position_);
    position_ = found == std::string_view::npos ? html_.size() : found + end.size();
  }

  void read_markup() {
    const std::string_view rest = html_.substr(position_, 4);
    const char next = rest.size() > 1 ? rest[1] : '\0';
    if (rest == "<!--") {
      // Word's conditional comments are comments here as in every browser. «<!-->» is a whole
      // comment.
      position_ += 2;
      skip_past("-->");
    } else if (next == '!' || next == '?') {
      skip_past(">");
    } else if (is_letter(next) || (next == '/' && rest.size() > 2 && is_letter(rest[2]))) {
      apply(read_tag(html_, position_));
    } else {
      if (builder_.in_cell()) builder_.text.add('<');
      ++position_;
    }
  }

  void skip_raw_text(std::string_view name) {
    while (position_ < html_.size()) {
      skip_past("</");
      const std::string_view candidate = html_.substr(position_, name.size());
      if (candidate.size() == name.size() && lower_ascii(candidate) == name) {
        skip_past(">");
        return;
      }
    }
  }

  void apply(const Tag& tag) {
    if (tag.name == "table") {
      apply_table(tag.closing);
    } else if (!tag.closing && contains(kRawText, tag.name)) {
      skip_raw_text(tag.name);
    } else if (depth_ != 1 || !apply_structure(tag)) {
      apply_inside_cell(tag);
    }
  }

  // Rows and cells of the outer table; false when the tag is something else.
  bool apply_structure(const Tag& tag) {
    if (tag.name == "td" || tag.name == "th") {
      if (tag.closing) {
        builder_.close_cell();
      } else {
        builder_.open_cell(tag.row_span, tag.column_span);
      }
      return true;
    }
    if (tag.name == "tr" && !tag.closing) {
      builder_.open_row();
      return true;
    }
    if (tag.name == "tr" || tag.name == "tbody" || tag.name == "thead" || tag.name == "tfoot") {
      builder_.close_row();
      return true;
    }
    return false;
  }

  void apply_inside_cell(const Tag& tag) {
    if (!builder_.in_cell()) return;
    if (tag.name == "br") {
      builder_.text.add_line_break();
    } else if (tag.name == "tr" || contains(kBlocks, tag.name)) {
      builder_.text.add_block_edge();
    } else if (tag.name == "td" || tag.name == "th") {
      builder_.text.add(' ');  // between the cells of a table inside the cell
    }
  }

  void apply_table(bool closing) {
    if (builder_.in_cell()) builder_.text.add_block_edge();
    if (closing) {
      depth_ -= depth_ > 0 ? 1 : 0;
      if (depth_ == 0) builder_.close_table();
    } else if (depth_ == 0 || builder_.in_cell()) {
      ++depth_;
    } else {
      // Not inside a cell, a new table ends the open one, as in browsers.
      builder_.close_table();
    }
  }

  std::string_view html_;
  std::size_t position_ = 0;
  std::size_t depth_ = 0;  // 1 in a table, more in tables inside its cells
  TableBuilder builder_;
};

}  // namespace

Result<Table> parse_html_table(std::string_view html) {
  const auto checked = check_table_text(html);
  if (!checked) return checked.error();
  return HtmlTableReader(*checked).read();
}

}  // namespace sokenh
