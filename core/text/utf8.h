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

// `position` must be inside `utf8`.
DecodedCodePoint decode_code_point(std::string_view utf8, std::size_t position);
// The one that ends right before `position`; 0 at the start.
char32_t code_point_before(std::string_view utf8, std::size_t position);
void append_code_point(std::string& utf8, char32_t code_point);  // surrogates and beyond: U+FFFD

std::u32string to_code_points(std::string_view utf8);
std::string to_utf8(std::u32string_view code_points);

bool is_valid_utf8(std::string_view utf8);
std::size_t code_point_count(std::string_view utf8);

}  // namespace sokenh::text
