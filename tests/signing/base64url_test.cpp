#include "core/signing/base64url.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace sokenh;
using namespace sokenh::signing;

TEST_CASE("RFC 4648 10: the test vectors, without padding") {
  const std::array<std::string, 2> pairs[] = {
      {"", ""},           {"f", "Zg"},          {"fo", "Zm8"},          {"foo", "Zm9v"},
      {"foob", "Zm9vYg"}, {"fooba", "Zm9vYmE"}, {"foobar", "Zm9vYmFy"}, {"\xFB\xFF", "-_8"},
  };
  for (const auto& [bytes, text] : pairs) {
    CHECK(base64url_encode(bytes) == text);
    CHECK(base64url_decode(text).value() == bytes);
  }
}

TEST_CASE("RFC 4648 5: every byte there and back") {
  std::string bytes;
  for (int i = 0; i < 256; ++i) {
    bytes += static_cast<char>(i);
    CHECK(base64url_decode(base64url_encode(bytes)).value() == bytes);
  }
}

TEST_CASE("RFC 4648 3.2, 3.3, 3.5: padding, other characters and unused bits are errors") {
  const std::array<std::string, 2> samples[] = {
      {"Zg==", "byte 3"}, {"Zm8=", "byte 4"}, {"Zm 8", "byte 3"},    {"Zm9v\n", "byte 5"},
      {"+_8A", "byte 1"}, {"-/8A", "byte 2"}, {"A", "byte 1"},       {"Zm9vA", "byte 5"},
      {"Zh", "byte 2"},   {"Zm9", "byte 3"},  {"Zm8\xC3", "byte 4"},
  };
  for (const auto& sample : samples) {
    const auto& text = sample[0];
    const auto& place = sample[1];
    CAPTURE(text);
    const auto result = base64url_decode(text);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::base64url_invalid);
    CHECK(result.error().place == place);
  }
}

TEST_CASE("base64url: a value of fixed size has that size") {
  std::array<std::uint8_t, 3> bytes{};
  CHECK(base64url_decode("Zm9v", bytes));
  CHECK(bytes[2] == 'o');
  CHECK_FALSE(base64url_decode("Zm8", bytes));
  CHECK_FALSE(base64url_decode("Zm9vYg", bytes));
}
