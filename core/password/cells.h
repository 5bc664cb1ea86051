// A password as the matchers read it: one cell a character, however many code points it took.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/password/secret_text.h"

namespace sokenh::password {

enum class CharacterClass : std::uint8_t { lower, upper, digit, special, other_letter };

struct Cell {
  char32_t character = 0;   // NFC, of Vietnamese and other Latin letters
  std::uint32_t begin = 0;  // bytes of the password as given
  std::uint32_t end = 0;
  std::uint8_t symbol = 0;  // trie_symbol() without case and diacritics
  CharacterClass character_class = CharacterClass::special;
  bool has_marks = false;  // diacritics, also the stroke of đ
};

// At most `most` characters. Marks written apart (NFD) belong to the letter before them. Ill-formed
// parts are one cell each.
SecretVector<Cell> read_cells(std::string_view utf8, std::size_t most);

}  // namespace sokenh::password
