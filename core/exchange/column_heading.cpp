#include "core/exchange/column_heading.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "core/base/stable_order.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

struct Phrase {
  std::string_view words;
  Column column;
  bool is_address = false;
};

// Words as heading_words() gives them. The official headings, then what offices write instead.
constexpr Phrase kPhrases[] = {
    {"stt", Column::ordinal},
    {"tt", Column::ordinal},
    {"so tt", Column::ordinal},
    {"so thu tu", Column::ordinal},
    {"thu tu", Column::ordinal},
    {"no", Column::ordinal},

    {"ten kenh cung cap thong tin tren moi truong mang", Column::name},
    {"ten kenh", Column::name},
    {"kenh cung cap thong tin", Column::name},
    {"kenh thong tin", Column::name},
    {"kenh", Column::name},
    {"ten trang", Column::name},
    {"ten cong", Column::name},
    {"ten tai khoan", Column::name},
    {"ten nhom", Column::name},
    {"trang cong thong tin dien tu", Column::name},
    {"ten", Column::name},
    {"duong dan", Column::name, true},
    {"duong link", Column::name, true},
    {"link", Column::name, true},
    {"url", Column::name, true},
    {"dia chi", Column::name, true},

    {"id", Column::identifier},
    {"ma id", Column::identifier},
    {"so id", Column::identifier},
    {"ma kenh", Column::identifier},
    {"ma so", Column::identifier},
    {"ma dinh danh", Column::identifier},
    {"dinh danh", Column::identifier},

    {"thoi gian tao lap", Column::created},
    {"thoi gian", Column::created},
    {"thoi diem", Column::created},
    {"ngay tao", Column::created},
    {"ngay lap", Column::created},
    {"ngay thanh lap", Column::created},
    {"ngay khoi tao", Column::created},
    {"nam tao", Column::created},
    {"nam lap", Column::created},
    {"nam thanh lap", Column::created},
    {"tao lap", Column::created},

    {"don vi quan ly", Column::managing_unit},
    {"don vi chu quan", Column::managing_unit},
    {"co quan quan ly", Column::managing_unit},
    {"co quan chu quan", Column::managing_unit},
    {"bo phan quan ly", Column::managing_unit},
    {"don vi", Column::managing_unit},
    {"co quan", Column::managing_unit},

    {"quan tri vien", Column::administrators},
    {"nguoi quan tri", Column::administrators},
    {"can bo quan tri", Column::administrators},
    {"quan tri", Column::administrators},
    {"admin", Column::administrators},
    {"nguoi quan ly", Column::administrators},
    {"nguoi phu trach", Column::administrators},
    {"can bo phu trach", Column::administrators},
    {"phu trach", Column::administrators},
    {"ho ten", Column::administrators},
    {"ho va ten", Column::administrators},

    {"thong tin lien he", Column::contact},
    {"lien he", Column::contact},
    {"dia chi lien he", Column::contact},
    {"sdt", Column::contact},
    {"so dt", Column::contact},
    {"so dien thoai", Column::contact},
    {"dien thoai", Column::contact},
    {"dt", Column::contact},
    {"email", Column::contact},
    {"e mail", Column::contact},
    {"dia chi email", Column::contact},
    {"dia chi thu dien tu", Column::contact},
    {"thu dien tu", Column::contact},

    {"trang thai", Column::state},
    {"tinh trang", Column::state},
    {"hien trang", Column::state},
};

// A heading is a label, not a sentence; the official one for the name has 140 bytes folded.
constexpr std::size_t kLongestHeading = 400;

bool is_word_byte(char c) {
  // Bytes of other scripts' letters count as letters.
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

bool contains_words(std::string_view text, std::string_view words) {
  for (std::size_t at = text.find(words); at != std::string_view::npos;
       at = text.find(words, at + 1)) {
    const bool starts = at == 0 || text[at - 1] == ' ';
    const std::size_t end = at + words.size();
    if (starts && (end == text.size() || text[end] == ' ')) return true;
  }
  return false;
}

// A whole cell beats its beginning, which beats its middle; then the longer phrase.
int match_strength(std::string_view heading, const Phrase& phrase) {
  const int length = static_cast<int>(phrase.words.size());
  if (heading == phrase.words) return kExactHeading + length;
  // One or two letters inside a longer text are no heading, nor is «Tên» before something else.
  const bool too_vague = phrase.words.size() <= 2 && phrase.words != "id";
  if (too_vague || phrase.words == "ten") return 0;
  if (heading.starts_with(phrase.words) && heading[phrase.words.size()] == ' ') return 500 + length;
  return contains_words(heading, phrase.words) ? 100 + length : 0;
}

}  // namespace

std::string heading_words(std::string_view cell) {
  std::string words;
  std::string bracketed;
  std::size_t depth = 0;
  for (const char c : text::fold(cell)) {
    if (c == '(') ++depth;
    std::string& out = depth > 0 ? bracketed : words;
    if (is_word_byte(c)) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
    if (c == ')' && depth > 0) --depth;
  }
  if (words.empty()) words = bracketed;
  if (words.ends_with(' ')) words.pop_back();
  return words;
}

std::optional<HeadingMatch> read_heading(std::string_view cell) {
  if (cell.size() > kLongestHeading) return std::nullopt;
  const std::string words = heading_words(cell);
  if (words.empty()) return std::nullopt;
  HeadingMatch best;
  for (const Phrase& phrase : kPhrases) {
    const int strength = match_strength(words, phrase);
    if (strength > best.strength) best = {phrase.column, strength, phrase.is_address};
  }
  if (best.strength == 0) return std::nullopt;
  return best;
}

bool is_heading_row(const TableRow& row) {
  std::array<bool, kColumnCount> seen{};
  int recognised = 0;
  int filled = 0;
  bool any_exact = false;
  for (const std::string& cell : row) {
    if (text::is_blank(cell)) continue;
    ++filled;
    const auto match = read_heading(cell);
    if (!match) continue;
    ++recognised;
    seen[static_cast<std::size_t>(match->column)] = true;
    any_exact = any_exact || match->strength >= kExactHeading;
  }
  const auto different = std::count(seen.begin(), seen.end(), true);
  // A table of one or two columns has no room for three headings.
  if (different < 3)
    return any_exact && different == filled && row.size() == static_cast<std::size_t>(filled);
  return any_exact && recognised * 2 >= filled;
}

std::vector<std::optional<Column>> heading_columns(const TableRow& row, std::size_t width) {
  struct Candidate {
    std::size_t table_column;
    HeadingMatch match;
  };
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < row.size() && i < width; ++i) {
    if (const auto match = read_heading(row[i])) candidates.push_back({i, *match});
  }
  // Addresses last: they take what is left. Then the surest first.
  const auto order = stable_order(candidates.size(), [&candidates](std::size_t a, std::size_t b) {
    const HeadingMatch& left = candidates[a].match;
    const HeadingMatch& right = candidates[b].match;
    if (left.is_address != right.is_address) return right.is_address;
    return left.strength > right.strength;
  });
  std::vector<std::optional<Column>> columns(width);
  const auto is_free = [&](Column column) {
    return std::find(columns.begin(), columns.end(), column) == columns.end();
  };
  for (const std::size_t index : order) {
    const auto& [table_column, match] = candidates[index];
    if (is_free(match.column)) {
      columns[table_column] = match.column;
    } else if (match.is_address && is_free(Column::identifier)) {
      columns[table_column] = Column::identifier;
    }
  }
  return columns;
}

}  // namespace sokenh
