#include "core/password/reuse.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/password/cells.h"
#include "core/password/trie.h"

namespace sokenh::password {

namespace {

constexpr std::size_t kLeastStem = 4;  // characters; shorter ones are alike by chance
constexpr std::size_t kLeastContained = 5;

constexpr std::array<std::string_view, 5> kLikenessKeys{"equal", "same_but_writing", "same_stem",
                                                        "few_changes", "contained"};

// What is compared: letters without case and diacritics, l33t read, separators left out.
struct Plain {
  SecretVector<char32_t> characters;  // as typed
  SecretVector<char32_t> letters;
  SecretVector<char32_t> stem;  // without the digits and signs at both ends
};

char32_t plain_letter(const Cell& cell) {
  if (cell.symbol < 26) return U'a' + cell.symbol;
  switch (cell.character) {
    case '@':
    case '4':
      return 'a';
    case '3':
      return 'e';
    case '0':
      return 'o';
    case '1':
    case '!':
      return 'i';
    case '$':
    case '5':
      return 's';
    case '7':
      return 't';
    default:
      return cell.character;
  }
}

bool is_letter(const Cell& cell) {
  return cell.character_class != CharacterClass::digit &&
         cell.character_class != CharacterClass::special;
}

Plain plain_of(std::string_view password) {
  const SecretVector<Cell> cells = read_cells(password, kMaxComparedCharacters);
  Plain plain;
  auto begin = std::find_if(cells.begin(), cells.end(), is_letter);
  auto end = cells.end();
  while (end != begin && !is_letter(*(end - 1))) --end;
  for (auto cell = cells.begin(); cell != cells.end(); ++cell) {
    plain.characters.push_back(cell->character);
    const char32_t c = cell->character;
    if (c == ' ' || c == '-' || c == '_' || c == '.') continue;
    plain.letters.push_back(plain_letter(*cell));
    if (cell >= begin && cell < end) plain.stem.push_back(plain_letter(*cell));
  }
  return plain;
}

// Insertions, deletions and substitutions, when at most `most`.
std::optional<std::size_t> edits(const SecretVector<char32_t>& a, const SecretVector<char32_t>& b,
                                 std::size_t most) {
  SecretVector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
  }
  return row.back() <= most ? std::optional(row.back()) : std::nullopt;
}

bool contains(const SecretVector<char32_t>& whole, const SecretVector<char32_t>& part) {
  return part.size() >= kLeastContained &&
         std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end();
}

std::optional<Likeness> compare(std::string_view first, std::string_view second, const Plain& a,
                                const Plain& b) {
  if (first == second ||
      (a.characters == b.characters && a.characters.size() < kMaxComparedCharacters)) {
    return Likeness::equal;
  }
  if (a.letters == b.letters) return Likeness::same_but_writing;
  if (a.stem.size() >= kLeastStem && a.stem == b.stem) return Likeness::same_stem;
  const std::size_t longer = std::max(a.letters.size(), b.letters.size());
  const std::size_t few = std::max(std::size_t{1}, (longer - 1) / 4);
  if (edits(a.letters, b.letters, few)) return Likeness::few_changes;
  if (contains(a.letters, b.letters) || contains(b.letters, a.letters)) return Likeness::contained;
  return std::nullopt;
}

}  // namespace

std::string_view likeness_key(Likeness likeness) {
  return kLikenessKeys[static_cast<std::size_t>(likeness)];
}

std::vector<ReusedPair> find_reuse(std::span<const std::string_view> passwords) {
  passwords = passwords.first(std::min(passwords.size(), kMaxCompared));
  std::vector<Plain> plain;
  plain.reserve(passwords.size());
  for (const std::string_view password : passwords) plain.push_back(plain_of(password));
  std::vector<ReusedPair> pairs;
  for (std::size_t i = 0; i < passwords.size(); ++i) {
    for (std::size_t j = i + 1; j < passwords.size(); ++j) {
      if (passwords[i].empty() || passwords[j].empty()) continue;
      const std::optional<Likeness> likeness =
          compare(passwords[i], passwords[j], plain[i], plain[j]);
      if (likeness) pairs.push_back({i, j, *likeness});
    }
  }
  return pairs;
}

}  // namespace sokenh::password
