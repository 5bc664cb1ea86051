// compose(): one spelling for one letter, so that equal words are equal bytes.
//
// «ế» may come as one code point, as ê + sắc, or as e + mũ + sắc (macOS file names, some input
// tools). The browser edge normalises all it takes in with String.normalize('NFC'); core does it by
// itself too, because files and the command line do not pass through a browser. Covered: every
// precomposed letter of Latin-1, Extended-A/B and Extended Additional with marks in any order,
// which is NFC for Vietnamese and all European Latin text. Other scripts pass unchanged.
#pragma once

#include <string>
#include <string_view>

namespace sokenh::text {

// Ill-formed UTF-8 becomes U+FFFD. The result may be a little longer than the input only by that.
std::string compose(std::string_view utf8);

// The one letter for a letter and a mark that follows it; 0 when there is none.
char32_t compose_pair(char32_t base, char32_t mark);

// Letters taken apart: base, then marks in canonical order. U+FFFD for ill-formed parts.
std::u32string decompose(std::string_view utf8);

// compose(), and what a cell or field may hold: line ends become \n; other control characters
// except tab, and marks that turn the writing direction (they can make a file show what it does not
// say), go.
std::string clean(std::string_view utf8);
// Whether clean() would leave out a character.
bool has_forbidden_controls(std::string_view utf8);

}  // namespace sokenh::text
