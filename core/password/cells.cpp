#include "core/password/cells.h"

#include "core/password/trie.h"
#include "core/text/compose.h"
#include "core/text/fold.h"
#include "core/text/latin_tables.h"
#include "core/text/utf8.h"

namespace sokenh::password {

namespace {

CharacterClass class_of(char32_t c) {
  if (c < 0x80) {
    if (c >= '0' && c <= '9') return CharacterClass::digit;
    if (c >= 'a' && c <= 'z') return CharacterClass::lower;
    if (c >= 'A' && c <= 'Z') return CharacterClass::upper;
    return CharacterClass::special;
  }
  if (text::lower(c) != c) return CharacterClass::upper;
  if (text::upper(c) != c || c == 0xDF) return CharacterClass::lower;
  // Punctuation, currencies, arrows, shapes; pictures beyond the first plane.
  const bool is_symbol =
      (c >= 0x2000 && c < 0x2C00) || (c >= 0x3000 && c < 0x3040) || (c >= 0x1F000 && c < 0x1FB00);
  const bool is_letter = !is_symbol && text::is_word_character(c) && !text::is_space(c) &&
                         !text::is_zero_width(c) && c != text::kReplacementCharacter;
  return is_letter ? CharacterClass::other_letter : CharacterClass::special;
}

void describe(Cell& cell) {
  char32_t letter = cell.character;
  if (letter >= 0x80) {
    while (const text::LatinComposition* found = text::find_composition(letter)) {
      letter = found->base;
      cell.has_marks = true;
    }
    letter = text::lower(letter);
    if (letter == 0x111) {  // đ
      letter = 'd';
      cell.has_marks = true;
    }
  } else if (letter >= 'A' && letter <= 'Z') {
    letter += 32;
  }
  cell.symbol = trie_symbol(letter);
  cell.character_class = class_of(cell.character);
}

}  // namespace

SecretVector<Cell> read_cells(std::string_view utf8, std::size_t most) {
  SecretVector<Cell> cells;
  cells.reserve(utf8.size() < most ? utf8.size() : most);
  for (std::size_t i = 0; i < utf8.size();) {
    const text::DecodedCodePoint decoded = text::decode_code_point(utf8, i);
    const char32_t c = decoded.code_point;
    const auto begin = static_cast<std::uint32_t>(i);
    i += decoded.bytes;
    const auto end = static_cast<std::uint32_t>(i);
    if (c >= 0x300 && text::combining_class(c) != 0 && !cells.empty()) {
      Cell& letter = cells.back();
      if (const char32_t composed = text::compose_pair(letter.character, c)) {
        letter.character = composed;
        letter.end = end;
        describe(letter);
        continue;
      }
    }
    if (cells.size() == most) break;
    cells.push_back({c, begin, end});
    describe(cells.back());
  }
  return cells;
}

}  // namespace sokenh::password
