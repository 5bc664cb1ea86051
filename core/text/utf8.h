// UTF-8 to code points and back (RFC 3629): the only place that knows the encoding.
//
// Decoding never fails and never reads past the end: each ill-formed part becomes one U+FFFD, cut
// as Unicode 3.9 «maximal subparts» asks, so that what follows is read right.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sokenh::text {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

struct DecodedCodePoint {
  char32_t code_point = kReplacementCharacter;
  std::size_t bytes = 1;  // that it took, at least 1
  bool well_formed = false;
};

DecodedCodePoint decode_beyond_ascii(std::string_view utf8, std::size_t position);
// `position` must be inside `utf8`. In the header for ASCII, which most of any text is.
inline DecodedCodePoint decode_code_point(std::string_view utf8, std::size_t position) {
  const auto lead = static_cast<unsigned char>(utf8[position]);
  if (lead < 0x80) return {lead, 1, true};
  return decode_beyond_ascii(utf8, position);
}
// The one that ends right before `position`; 0 at the start.
char32_t code_point_before(std::string_view utf8, std::size_t position);
// Bytes written, two to four.
std::size_t put_beyond_ascii(char32_t code_point, char* out);
void append_beyond_ascii(std::string& utf8, char32_t code_point);
inline void append_code_point(std::string& utf8,
                              char32_t code_point) {  // surrogates and beyond: U+FFFD
  if (code_point < 0x80) {
    utf8.push_back(static_cast<char>(code_point));
  } else {
    append_beyond_ascii(utf8, code_point);
  }
}

std::u32string to_code_points(std::string_view utf8);
std::string to_utf8(std::u32string_view code_points);

bool is_valid_utf8(std::string_view utf8);
std::size_t code_point_count(std::string_view utf8);

}  // namespace sokenh::text
