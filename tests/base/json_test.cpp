#include "core/base/json.h"

#include <doctest/doctest.h>

#include <array>
#include <nlohmann/json.hpp>
#include <string>

using namespace sokenh;
using namespace std::string_literals;

namespace {

struct Refused {
  std::string text;
  ErrorCode code;
  std::string place;
};

void check_refused(const Refused& sample, const JsonLimits& limits = {}) {
  const std::string shown = sample.text.substr(0, 100);
  CAPTURE(shown);
  const auto result = parse_json(sample.text, limits);
  REQUIRE_FALSE(result);
  CHECK(error_code_name(result.error().code) == error_code_name(sample.code));
  CHECK(result.error().place == sample.place);
}

}  // namespace

TEST_CASE("RFC 8259: every kind of value is read") {
  const auto json =
      parse_json(" {\"a\":[1,-2,0.5,true,false,null,\"ch\\u1EEF\\ud83d\\ude00\"]} \n");
  REQUIRE(json);
  CHECK(json->at("a") == nlohmann::json::array({1, -2, 0.5, true, false, nullptr, "chữ😀"}));
  CHECK(parse_json("\"một giá trị\"")->get<std::string>() == "một giá trị");
  CHECK(parse_json("-0")->get<int>() == 0);
  CHECK(parse_json("{}")->is_object());
}

TEST_CASE("RFC 8259: what is not JSON is refused, with the byte") {
  const Refused samples[] = {
      {"", ErrorCode::json_syntax, "byte 1"},
      {"{", ErrorCode::json_syntax, "byte 2"},
      {"{\"a\":1,}", ErrorCode::json_syntax, "byte 8"},
      {"[1 2]", ErrorCode::json_syntax, "byte 4"},
      {"[01]", ErrorCode::json_syntax, "byte 3"},
      {"[+1]", ErrorCode::json_syntax, "byte 2"},
      {"[.5]", ErrorCode::json_syntax, "byte 2"},
      {"[NaN]", ErrorCode::json_syntax, "byte 2"},
      {"{'a':1}", ErrorCode::json_syntax, "byte 2"},
      {"[1] // chú thích", ErrorCode::json_trailing_bytes, "byte 5"},
      {"[/* */1]", ErrorCode::json_syntax, "byte 2"},
      {"[\"a\nb\"]", ErrorCode::json_syntax, "byte 4"},
      {"[\"\\x41\"]", ErrorCode::json_syntax, "byte 4"},
      {"\xEF\xBB\xBF{}", ErrorCode::json_syntax, "byte 1"},
      {"{}\0"s, ErrorCode::json_syntax, "byte 3"},
      {"{}\0{\"a\":1}"s, ErrorCode::json_syntax, "byte 3"},
      {"[\"a\0\"]"s, ErrorCode::json_syntax, "byte 4"},
  };
  for (const Refused& sample : samples) check_refused(sample);
}

TEST_CASE("RFC 8259 2: nothing may follow the value") {
  const Refused samples[] = {
      {"{} x", ErrorCode::json_trailing_bytes, "byte 4"},
      {"{}{}", ErrorCode::json_trailing_bytes, "byte 3"},
      {"1 2", ErrorCode::json_trailing_bytes, "byte 3"},
      {"[]]", ErrorCode::json_trailing_bytes, "byte 3"},
      {"null,", ErrorCode::json_trailing_bytes, "byte 5"},
      {"{}\"unfinished", ErrorCode::json_trailing_bytes, "byte 14"},
  };
  for (const Refused& sample : samples) check_refused(sample);
}

TEST_CASE("RFC 7493 2.1: text is UTF-8 without surrogates") {
  const Refused samples[] = {
      {"[\"\xC3\x28\"]", ErrorCode::json_not_utf8, "byte 3"},
      {"[\"\xC0\xAF\"]", ErrorCode::json_not_utf8, "byte 3"},          // overlong
      {"[\"\xE0\x80\xAF\"]", ErrorCode::json_not_utf8, "byte 3"},      // overlong
      {"[\"\xED\xA0\x80\"]", ErrorCode::json_not_utf8, "byte 3"},      // U+D800
      {"[\"\xF4\x90\x80\x80\"]", ErrorCode::json_not_utf8, "byte 3"},  // U+110000
      {"[\"\xE1\xBB\"]", ErrorCode::json_not_utf8, "byte 3"},
      {"[\"\xE1", ErrorCode::json_not_utf8, "byte 3"},
      {"[\"\x80\"]", ErrorCode::json_not_utf8, "byte 3"},
      {"[\"\xFF\"]", ErrorCode::json_not_utf8, "byte 3"},
      {"[] \xFF", ErrorCode::json_not_utf8, "byte 4"},
      {"[\"\\ud800\"]", ErrorCode::json_not_utf8, "byte 9"},
      {"[\"\\ud800\\u0041\"]", ErrorCode::json_not_utf8, "byte 14"},
      {"[\"\\udc00\"]", ErrorCode::json_not_utf8, "byte 8"},
      {"{\"\\udead\":1}", ErrorCode::json_not_utf8, "byte 8"},
  };
  for (const Refused& sample : samples) check_refused(sample);
}

TEST_CASE("RFC 7493 2.2: integers within 2^53-1, numbers finite") {
  CHECK(parse_json("[9007199254740991,-9007199254740991,1E30,1e-400,1.7976931348623157e308]"));
  const Refused samples[] = {
      {"[9007199254740992]", ErrorCode::json_number_out_of_range, "/0"},
      {"{\"a\":[0,-9007199254740992]}", ErrorCode::json_number_out_of_range, "/a/1"},
      {"[18446744073709551615]", ErrorCode::json_number_out_of_range, "/0"},
      {"[-9223372036854775808]", ErrorCode::json_number_out_of_range, "/0"},
      {"[123456789012345678901234567890]", ErrorCode::json_number_out_of_range, "/0"},
      {"{\"số\":1e400}", ErrorCode::json_number_out_of_range, "/số"},
      {"-1e400", ErrorCode::json_number_out_of_range, ""},
  };
  for (const Refused& sample : samples) check_refused(sample);
}

TEST_CASE("RFC 7493 2.3: a name appears once in an object, escapes undone") {
  const Refused samples[] = {
      {"{\"a\":1,\"a\":1}", ErrorCode::json_duplicate_key, "/a"},
      {"{\"a\":1,\"\\u0061\":2}", ErrorCode::json_duplicate_key, "/a"},
      {"{\"r\":[{},{\"x/y\":1,\"x\\/y\":2}]}", ErrorCode::json_duplicate_key, "/r/1/x~1y"},
      {"{\"\":1,\"\":2}", ErrorCode::json_duplicate_key, "/"},
      {"{\"a\":{},\"b\":1,\"a\":{}}", ErrorCode::json_duplicate_key, "/a"},
  };
  for (const Refused& sample : samples) check_refused(sample);
  CHECK(parse_json("{\"a\":{\"a\":1},\"b\":{\"a\":1}}"));
  // NFC and NFD are different names: no normalisation here.
  CHECK(parse_json("{\"\\u1ea1\":1,\"a\\u0323\":2}"));
}

TEST_CASE("parse_json: depth, size and count are limited") {
  const JsonLimits limits{.max_bytes = 20, .max_depth = 3, .max_values = 5};
  CHECK(parse_json("[[[1]]]", limits));
  CHECK(parse_json("[1,2,3,4]", limits));
  check_refused({"[[[[1]]]]", ErrorCode::json_too_deep, "/0/0/0"}, limits);
  check_refused({"{\"a\":[{\"b\":{}}]}", ErrorCode::json_too_deep, "/a/0/b"}, limits);
  check_refused({"[1,2,3,4,5]", ErrorCode::json_too_large, "/4"}, limits);
  check_refused({"[1,2,3,[]]   /      /", ErrorCode::json_too_large, "byte 21"}, limits);
  std::string place;
  for (int i = 0; i < 64; ++i) place += "/0";
  check_refused({std::string(200'000, '['), ErrorCode::json_too_deep, place});
}

TEST_CASE("parse_json: what is quoted in an error is short and whole characters") {
  std::string name;
  for (int i = 0; i < 100; ++i) name += "ữ";
  const auto result = parse_json("{\"" + name + "\":1,\"" + name + "\":2}");
  REQUIRE_FALSE(result);
  CHECK(result.error().place.size() < 70);
  CHECK(find_invalid_utf8(result.error().place) == std::string::npos);
  CHECK(find_invalid_utf8(result.error().detail) == std::string::npos);
}

TEST_CASE("RFC 6901 3: pointers escape ~ and /") {
  CHECK(json_pointer("", "a") == "/a");
  CHECK(json_pointer("/a", "b/c~d") == "/a/b~1c~0d");
  CHECK(json_pointer("/a", std::size_t{3}) == "/a/3");
}

TEST_CASE("JsonReader: members of the right type are read") {
  const auto json = parse_json(
      R"({"s":"chữ","b":true,"n":7,"list":["x","y"],"rows":[{"id":1},{"id":2}],"role":"head"})");
  REQUIRE(json);
  std::optional<Error> failure;
  JsonReader reader(*json, failure);
  constexpr std::array<std::string_view, 2> kRoles = {"preparer", "head"};
  reader.allow_only({"s", "b", "n", "list", "rows", "role"});
  CHECK(reader.string("s", 10) == "chữ");
  CHECK(reader.boolean("b"));
  CHECK(reader.integer("n", 0, 10) == 7);
  CHECK(reader.strings("list", 2, 1) == std::vector<std::string>{"x", "y"});
  CHECK(reader.choice("role", kRoles) == 1);
  CHECK(reader.optional_string("none", 5, "mặc định") == "mặc định");
  CHECK(reader.optional_integer("none", 0, 5, 3) == 3);
  CHECK(reader.optional_boolean("none", true));
  CHECK(reader.optional_array("none", 5).empty());
  CHECK(reader.optional_strings("none", 5, 5).empty());
  std::int64_t sum = 0;
  for (JsonReader row : reader.array("rows", 10)) sum += row.integer("id", 0, 10);
  CHECK(sum == 3);
  CHECK_FALSE(failure.has_value());
}

TEST_CASE("JsonReader: the first failure is kept, with its pointer") {
  const auto json = parse_json(R"({"s":"chữ","n":7,"f":1.5,"z":null,"o":{"deep":[0,"x"]}})");
  REQUIRE(json);
  struct Case {
    const char* what;
    void (*read)(JsonReader&);
    ErrorCode code;
    std::string place;
  };
  const Case cases[] = {
      {"missing", [](JsonReader& r) { r.string("none", 9); }, ErrorCode::json_missing_member,
       "/none"},
      {"type", [](JsonReader& r) { r.string("n", 9); }, ErrorCode::json_wrong_type, "/n"},
      {"null", [](JsonReader& r) { r.optional_string("z", 9); }, ErrorCode::json_wrong_type, "/z"},
      {"boolean", [](JsonReader& r) { r.boolean("n"); }, ErrorCode::json_wrong_type, "/n"},
      {"fraction", [](JsonReader& r) { r.integer("f", 0, 9); }, ErrorCode::json_wrong_type, "/f"},
      {"range", [](JsonReader& r) { r.integer("n", 0, 6); }, ErrorCode::json_number_out_of_range,
       "/n"},
      {"long", [](JsonReader& r) { r.string("s", 4); }, ErrorCode::json_too_large, "/s"},
      {"array", [](JsonReader& r) { r.array("o", 9); }, ErrorCode::json_wrong_type, "/o"},
      {"items", [](JsonReader& r) { r.object("o").array("deep", 1); }, ErrorCode::json_too_large,
       "/o/deep"},
      {"item", [](JsonReader& r) { r.object("o").strings("deep", 2, 9); },
       ErrorCode::json_wrong_type, "/o/deep/0"},
      {"object", [](JsonReader& r) { r.object("s").string("x", 9); }, ErrorCode::json_wrong_type,
       "/s"},
      {"choice",
       [](JsonReader& r) {
         constexpr std::array<std::string_view, 1> kOnly = {"khác"};
         r.choice("s", kOnly);
       },
       ErrorCode::json_unknown_value, "/s"},
      {"unknown",
       [](JsonReader& r) {
         r.allow_only({"s", "n", "f", "z"});
       },
       ErrorCode::json_unknown_value, "/o"},
      {"own", [](JsonReader& r) { r.fail_at("s", ErrorCode::json_unknown_value); },
       ErrorCode::json_unknown_value, "/s"},
  };
  for (const Case& sample : cases) {
    CAPTURE(sample.what);
    std::optional<Error> failure;
    JsonReader reader(*json, failure);
    sample.read(reader);
    reader.string("later", 1);
    REQUIRE(failure.has_value());
    CHECK_FALSE(reader.ok());
    CHECK(error_code_name(failure->code) == error_code_name(sample.code));
    CHECK(failure->place == sample.place);
  }
}
