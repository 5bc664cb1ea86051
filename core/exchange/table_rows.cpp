#include "core/exchange/table_rows.h"

#include <algorithm>
#include <span>
#include <string>

#include "core/exchange/heading_match.h"
#include "core/inventory/declaration.h"
#include "core/text/ascii.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

bool starts_with_any(std::string_view words, std::span<const std::string_view> phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::string_view phrase) { return words.starts_with(phrase); });
}

// Enough of a cell to tell a title or a signature line from data.
std::string first_words(std::string_view cell) { return heading_words(cell.substr(0, 400)); }

// As heading_words() gives them.
constexpr std::string_view kTitlePhrases[] = {
    "thong ke kenh", "bang thong ke", "bieu thong ke",
    "danh sach",     "phu luc",       "kem theo",
    "bao cao",       "bang tong hop", "cong hoa xa hoi chu nghia",
    "doc lap tu do"};
constexpr std::string_view kFooterPhrases[] = {"xac nhan",
                                               "can bo thong ke",
                                               "nguoi thong ke",
                                               "nguoi lap",
                                               "can bo lap",
                                               "thu truong",
                                               "lanh dao don vi",
                                               "hieu truong",
                                               "pho hieu truong",
                                               "kt hieu truong",
                                               "ky ten",
                                               "ky ghi ro",
                                               "ky dong dau",
                                               "ky va ghi ro",
                                               "noi nhan",
                                               "tong cong",
                                               "tong so",
                                               "ghi chu",
                                               "luu y"};

// «An Lão, ngày 20 tháng 11 năm 2023», its numbers often left open.
bool is_dateline(std::string_view words) {
  const std::size_t day = words.find("ngay");
  const std::size_t month = words.find(" thang", day == std::string_view::npos ? 0 : day);
  return day != std::string_view::npos && month != std::string_view::npos &&
         words.find(" nam", month) != std::string_view::npos;
}

}  // namespace

std::string_view cell_at(const TableRow& row, std::size_t column) {
  return column < row.size() ? std::string_view(row[column]) : std::string_view();
}

std::size_t filled_count(const TableRow& row) {
  return static_cast<std::size_t>(std::count_if(
      row.begin(), row.end(), [](const std::string& cell) { return !text::is_blank(cell); }));
}

std::optional<int> read_ordinal(std::string_view cell) {
  cell = text::trim(cell);
  if (cell.starts_with('(')) cell.remove_prefix(1);
  if (cell.ends_with(')') || cell.ends_with('.')) cell.remove_suffix(1);
  if (cell.empty() || cell.size() > 5) return std::nullopt;
  int number = 0;
  for (const char c : cell) {
    if (!text::is_ascii_digit(c)) return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

bool is_numbering_row(const TableRow& row) {
  std::size_t count = 0;
  std::optional<int> last;
  for (const std::string& cell : row) {
    if (text::is_blank(cell)) continue;
    const auto number = read_ordinal(cell);
    if (!number || (last && *number != *last + 1)) return false;
    last = number;
    ++count;
  }
  return count >= 3;
}

bool is_footer_row(const TableRow& row) {
  bool found = false;
  for (const std::string& cell : row) {
    if (text::is_blank(cell)) continue;
    const std::string words = first_words(cell);
    if (starts_with_any(words, kFooterPhrases) || (is_dateline(words) && filled_count(row) <= 2)) {
      found = true;
    } else if (!read_ordinal(cell)) {
      return false;
    }
  }
  return found;
}

bool is_title_row(const TableRow& row) {
  for (const std::string& cell : row) {
    if (!text::is_blank(cell)) return starts_with_any(first_words(cell), kTitlePhrases);
  }
  return false;
}

std::size_t table_width(const Table& table) {
  std::size_t width = 0;
  for (const TableRow& row : table.rows) width = std::max(width, row.size());
  return width;
}

std::string_view cut_text(std::string_view text) {
  if (text.size() <= kMaxTextBytes) return text;
  std::size_t end = kMaxTextBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

}  // namespace sokenh
