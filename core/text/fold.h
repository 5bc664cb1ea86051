// Folding and letter case for Vietnamese and other Latin text.
#pragma once

#include <string>
#include <string_view>

namespace sokenh::text {

// For search and for recognising words: lower case, no diacritics, đ -> d, runs of white space
// (no-break and other Unicode spaces too) one space, none at the ends, zero-width characters left
// out. Old and new tone placement become equal («khoá», «khóa» -> "khoa"). Not for display.
std::string fold(std::string_view utf8);

// Case mapping, letter for letter, diacritics kept: ASCII, Latin-1, Extended-A/B, Extended
// Additional.
std::string lower(std::string_view utf8);
std::string upper(std::string_view utf8);
char32_t lower(char32_t code_point);
char32_t upper(char32_t code_point);

bool is_space(char32_t code_point);       // Unicode White_Space
bool is_zero_width(char32_t code_point);  // invisible: U+200B..200D, U+2060, U+FEFF, soft hyphen

// Part of a word: letters, digits and marks of any script, taken as everything that is no space,
// control, punctuation or symbol of ASCII, Latin-1 and General Punctuation.
bool is_word_character(char32_t code_point);

// Without white space at the ends, and nothing else changed.
std::string_view trim(std::string_view utf8);
bool is_blank(std::string_view utf8);  // nothing to see in it

}  // namespace sokenh::text
