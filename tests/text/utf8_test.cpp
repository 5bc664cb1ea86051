#include "core/text/utf8.h"

#include <doctest/doctest.h>

using namespace sokenh::text;

TEST_CASE("RFC 3629: well-formed text survives decoding and encoding") {
  const std::string text = "a đ ế € \xF0\x9F\x98\x80";
  CHECK(is_valid_utf8(text));
  CHECK(to_utf8(to_code_points(text)) == text);
  CHECK(code_point_count(text) == 9);
  CHECK(code_point_count("") == 0);
}

TEST_CASE("RFC 3629 3: every code point but the surrogates round-trips") {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    std::string bytes;
    append_code_point(bytes, c);
    const DecodedCodePoint decoded = decode_code_point(bytes, 0);
    REQUIRE(decoded.well_formed);
    REQUIRE(decoded.bytes == bytes.size());
    REQUIRE(decoded.code_point == (c >= 0xD800 && c <= 0xDFFF ? kReplacementCharacter : c));
  }
}

TEST_CASE("Unicode 3.9: each maximal ill-formed part becomes one U+FFFD") {
  struct Case {
    std::string_view bytes;
    std::u32string_view decoded;
  };
  const Case cases[] = {
      {"\x80", U"\uFFFD"},
      {"a\xFFz", U"a\uFFFDz"},
      {"\xC0\xAF", U"\uFFFD\uFFFD"},                      // overlong /
      {"\xE0\x80\xAF", U"\uFFFD\uFFFD\uFFFD"},            // overlong
      {"\xED\xA0\x80", U"\uFFFD\uFFFD\uFFFD"},            // surrogate
      {"\xF4\x90\x80\x80", U"\uFFFD\uFFFD\uFFFD\uFFFD"},  // beyond U+10FFFF
      {"\xE1\xBA", U"\uFFFD"},                            // cut short
      {"\xE1\xBAz", U"\uFFFDz"},
      {"\xF0\x9F\x98", U"\uFFFD"},
  };
  for (const Case& c : cases) {
    CHECK(to_code_points(c.bytes) == c.decoded);
    CHECK_FALSE(is_valid_utf8(c.bytes));
  }
}
