#include "core/text/compose.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "core/text/utf8.h"
#include "tests/test_data.h"

using namespace sokenh::text;

TEST_CASE(
    "compose: the same as String.normalize('NFC') for Latin letters with marks in any order") {
  std::istringstream lines(sokenh::test_data("text/nfc.tsv"));
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    const std::size_t tab = line.find('\t');
    const auto given = nlohmann::json::parse(line.substr(0, tab)).get<std::string>();
    const auto expected = nlohmann::json::parse(line.substr(tab + 1)).get<std::string>();
    CAPTURE(line);
    CHECK(compose(given) == expected);
    CHECK(compose(expected) == expected);
  }
  CHECK(count > 400);
}

TEST_CASE("compose: Vietnamese letters whatever the order of their marks") {
  CHECK(compose("a\u0323\u0302") == "ậ");
  CHECK(compose("a\u0302\u0323") == "ậ");
  CHECK(compose("ạ\u0302") == "ậ");
  CHECK(compose("â\u0323") == "ậ");
  CHECK(compose("o\u0301\u031B") == "ớ");
  CHECK(compose("o\u031B\u0301") == "ớ");
  CHECK(compose("u\u031B\u0309") == "ử");
  CHECK(compose("e\u0302\u0341") == "ế");  // the deprecated Vietnamese tone mark
}

TEST_CASE("compose: other scripts pass unchanged, ill-formed bytes become U+FFFD") {
  CHECK(compose("Ελλάδα 日本 \xF0\x9F\x98\x80") == "Ελλάδα 日本 \xF0\x9F\x98\x80");
  CHECK(compose("a\xFF") == "a\uFFFD");
  CHECK(compose("\u0301a") == "\u0301a");  // a mark before any letter stays
  CHECK(compose("") == "");
}

TEST_CASE("compose: a long run of marks costs no more than its length") {
  std::string zalgo = "a";
  for (int i = 0; i < 200000; ++i) zalgo += i % 2 == 0 ? "\u0301" : "\u0323";
  CHECK(code_point_count(compose(zalgo)) == 200000);  // the dot below joins the letter
}

TEST_CASE("clean: line ends become line feeds; controls and direction marks go") {
  CHECK(clean("a\r\nb\rc\nd\te") == "a\nb\nc\nd\te");
  CHECK(clean(std::string_view("a\0b\x7F", 4)) == "ab");
  CHECK(clean("mp3.\u202Eexe\u2066") == "mp3.exe");
  CHECK(clean("a\x01\u0301") == "á");
  CHECK(has_forbidden_controls("a\rb"));
  CHECK_FALSE(has_forbidden_controls("Nhóm\tZalo\n"));
}
