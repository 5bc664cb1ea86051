// Vietnamese dictionary order: a ă â b c d đ e ê … o ô ơ … u ư …, and tones ngang, huyền, hỏi, ngã,
// sắc, nặng where the letters are equal (a à ả ã á ạ), small before capital where those are equal
// too.
//
// The order of Intl.Collator('vi') for Latin text, ASCII and common punctuation; other scripts
// follow in code point order. Keys are made once and compared as bytes: sorting n texts costs n
// keys.
#pragma once

#include <string>
#include <string_view>

namespace sokenh::text {

// Compare keys with operator<.
std::string collation_key(std::string_view utf8);

// < 0, 0, > 0. Composed and decomposed spellings are equal.
int compare(std::string_view a, std::string_view b);

}  // namespace sokenh::text
