#include "core/signing/canonical_json.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "core/base/digest.h"
#include "core/base/json.h"
#include "tests/test_data.h"

using namespace sokenh;
using namespace sokenh::signing;

namespace {

std::string canonical(std::string_view text) {
  const auto json = parse_json(text);
  REQUIRE(json);
  const auto result = canonical_json(*json);
  REQUIRE(result);
  return *result;
}

// Emscripten 3.1.6's library has no std::bit_cast.
double double_of(std::uint64_t bits) {
  double number = 0;
  std::memcpy(&number, &bits, sizeof number);
  return number;
}

std::string bytes_of_hex(std::string_view hex_text) {
  std::istringstream words{std::string(hex_text)};
  std::string bytes;
  for (std::string word; words >> word;) {
    bytes += static_cast<char>(std::stoi(word, nullptr, 16));
  }
  return bytes;
}

}  // namespace

TEST_CASE("RFC 8785 appendix: the author's six files, byte for byte") {
  for (const std::string name : {"arrays", "french", "structures", "unicode", "values", "weird"}) {
    CAPTURE(name);
    const std::string result = canonical(test_data("jcs/input/" + name + ".json"));
    CHECK(result == test_data("jcs/output/" + name + ".json"));
    CHECK(result == bytes_of_hex(test_data("jcs/outhex/" + name + ".txt")));
    CHECK(canonical(result) == result);
  }
}

TEST_CASE("RFC 8785 3.2.2.3: 10,000 numbers as ECMAScript prints them") {
  std::istringstream lines(test_data("jcs/es6numbers-10000.csv"));
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    const std::size_t comma = line.find(',');
    const auto bits = std::stoull(line.substr(0, comma), nullptr, 16);
    const std::string expected = line.substr(comma + 1);
    const std::string printed = ecmascript_number(double_of(bits));
    if (printed != expected) CHECK_MESSAGE(printed == expected, line);
  }
  CHECK(count == 10'000);
}

TEST_CASE("RFC 8785 appendix B: number samples") {
  struct Sample {
    std::uint64_t bits;
    const char* printed;
  };
  const Sample samples[] = {
      {0x0000000000000000, "0"},
      {0x8000000000000000, "0"},
      {0x0000000000000001, "5e-324"},
      {0x8000000000000001, "-5e-324"},
      {0x7fefffffffffffff, "1.7976931348623157e+308"},
      {0xffefffffffffffff, "-1.7976931348623157e+308"},
      {0x4340000000000000, "9007199254740992"},
      {0xc340000000000000, "-9007199254740992"},
      {0x4430000000000000, "295147905179352830000"},
      {0x44b52d02c7e14af5, "9.999999999999997e+22"},
      {0x44b52d02c7e14af6, "1e+23"},
      {0x44b52d02c7e14af7, "1.0000000000000001e+23"},
      {0x444b1ae4d6e2ef4e, "999999999999999700000"},
      {0x444b1ae4d6e2ef4f, "999999999999999900000"},
      {0x444b1ae4d6e2ef50, "1e+21"},
      {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
      {0x3eb0c6f7a0b5ed8d, "0.000001"},
      {0x41b3de4355555553, "333333333.3333332"},
      {0x41b3de4355555557, "333333333.33333343"},
      {0xbecbf647612f3696, "-0.0000033333333333333333"},
      {0x43143ff3c1cb0959, "1424953923781206.2"},
  };
  for (const Sample& sample : samples) {
    CHECK(ecmascript_number(double_of(sample.bits)) == sample.printed);
  }
}

TEST_CASE("ECMA-262 Number::toString: the shortest that reads back, at every power of two") {
  // There the doubles below are twice as close as those above.
  for (int exponent = -1074; exponent <= 1023; ++exponent) {
    const double number = std::ldexp(1.0, exponent);
    const std::string printed = ecmascript_number(number);
    CHECK(std::strtod(printed.c_str(), nullptr) == number);
  }
  CHECK(ecmascript_number(std::ldexp(1.0, -44)) == "5.684341886080802e-14");
  CHECK(ecmascript_number(9.5) == "9.5");
  CHECK(ecmascript_number(0.1 + 0.2) == "0.30000000000000004");
  CHECK(ecmascript_number(-1e-7) == "-1e-7");
}

TEST_CASE("RFC 8785 3.2.3: names sort by UTF-16 code units, not by bytes") {
  // U+FB33 (EF AC B3) against U+1F600 (F0 9F 98 80, a surrogate pair).
  CHECK(canonical("{\"\\ufb33\":1,\"\\ud83d\\ude00\":2,\"\\u20ac\":3,\"\\r\":4,\"1\":5,"
                  "\"\\u0080\":6,\"\\u00f6\":7}") ==
        "{\"\\r\":4,\"1\":5,\"\xC2\x80\":6,\"ö\":7,\"€\":3,\"😀\":2,\"\xEF\xAC\xB3\":1}");
  CHECK(utf16_less("a", "ab"));
  CHECK_FALSE(utf16_less("ab", "a"));
  CHECK_FALSE(utf16_less("a", "a"));
  CHECK(utf16_less("", "a"));
  CHECK(utf16_less("\xED\x9F\xBF", "😀"));    // U+D7FF
  CHECK(utf16_less("😀", "\xEE\x80\x80"));    // U+E000
  CHECK(utf16_less("a😀", "a\xEF\xBF\xBF"));  // U+FFFF
  CHECK(utf16_less("😀", "😁"));
}

TEST_CASE("RFC 8785 3.2.2.2: the shortest escapes, other text as it is") {
  CHECK(
      canonical(R"("\u0000\u0008\u0009\u000a\u000b\u000c\u000d\u001f\u0022\u002f\u005c\u007f")") ==
      "\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\\\"/\\\\\x7f\"");
}

TEST_CASE("RFC 8785 3.1: text is not normalised") {
  CHECK(canonical("[\"\\u1ea1\",\"a\\u0323\"]") == "[\"\xE1\xBA\xA1\",\"a\xCC\xA3\"]");
}

TEST_CASE("RFC 8785 3.1: what I-JSON cannot hold is an error, with its pointer") {
  using nlohmann::json;
  json deep;
  for (int i = 0; i < 70; ++i) deep = json::array({deep});
  struct Sample {
    json value;
    ErrorCode code;
    std::string place;
  };
  const Sample samples[] = {
      {{{"a", "\xED\xA0\x80"}}, ErrorCode::json_not_utf8, "/a"},
      {{{"\xFF", 1}}, ErrorCode::json_not_utf8, "/\xFF"},
      {json::array({std::numeric_limits<double>::quiet_NaN()}), ErrorCode::json_number_out_of_range,
       "/0"},
      {json::array({0, std::numeric_limits<double>::infinity()}),
       ErrorCode::json_number_out_of_range, "/1"},
      {json(std::int64_t{-9007199254740992}), ErrorCode::json_number_out_of_range, ""},
      {json(std::uint64_t{9007199254740992}), ErrorCode::json_number_out_of_range, ""},
      {{{"b", json::binary({1, 2})}}, ErrorCode::json_wrong_type, "/b"},
  };
  for (const Sample& sample : samples) {
    CAPTURE(sample.place);
    const auto result = canonical_json(sample.value);
    REQUIRE_FALSE(result);
    CHECK(error_code_name(result.error().code) == error_code_name(sample.code));
    CHECK(result.error().place == sample.place);
  }
  const auto result = canonical_json(deep);
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::json_too_deep);
}

TEST_CASE("SHA-256: FIPS 180-4 example, and its groups for people") {
  const Digest digest = sha256("abc");
  CHECK(hex(digest) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(hex_groups(std::span(digest).first(5)) == "BA78 16BF 8F");
}
