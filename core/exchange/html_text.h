// Text in HTML: escaping for what we write, character references for what we read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sokenh {

// For text and for attribute values in double quotes: & < > " ' become references.
std::string escape_html(std::string_view text);

// Decodes the character reference at the start of `text` ("&nbsp;", "&#7897;", "&#x1ED9;") onto
// `out`; returns how many bytes it took, 0 when it is none and the '&' is text. Looks at most 34
// bytes ahead. Numbers that are no character give U+FFFD; 128 to 159 are read as Windows-1252,
// which is what old Word means by them.
std::size_t decode_character_reference(std::string_view text, std::string& out);

}  // namespace sokenh
