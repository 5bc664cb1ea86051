#include "core/password/reuse.h"

#include <doctest/doctest.h>

#include <string>

using namespace sokenh::password;

namespace {

std::string likeness(std::string_view first, std::string_view second) {
  const std::string_view both[] = {first, second};
  const auto pairs = find_reuse(both);
  if (pairs.empty()) return "";
  CHECK(pairs.size() == 1);
  CHECK(pairs[0].first == 0);
  CHECK(pairs[0].second == 1);
  return std::string(likeness_key(pairs[0].likeness));
}

}  // namespace

TEST_CASE("Reuse: equal and nearly equal passwords of one sitting") {
  struct Case {
    std::string first, second, likeness;
  };
  const Case cases[] = {
      {"vQ7#kd9!", "vQ7#kd9!", "equal"},
      {"Hải Phòng", "Ha\u0309i Pho\u0300ng", "equal"},
      {"Haiphong", "haiphong", "same_but_writing"},
      {"haiphong", "Hải-Phòng", "same_but_writing"},
      {"H@iph0ng", "haiphong", "same_but_writing"},
      {"Haiphong@2023", "Haiphong@2024!", "same_stem"},
      {"1haiphong", "haiphong99", "same_stem"},
      {"tuyenquangxk", "tuyenquongxk", "few_changes"},
      {"#vK29x7q", "#vK29x8q", "few_changes"},
      {"vK29x7q", "mZvK29x7qLpoW", "contained"},
      {"vQ7#kd9!", "zT4$mb2?", ""},
      {"abc1", "abc2", "few_changes"},
      {"a1", "b2", ""},
      {"haiphong", "haiduong", ""},
      {"", "", ""},
      {"", "haiphong", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.first);
    CAPTURE(c.second);
    CHECK(likeness(c.first, c.second) == c.likeness);
    CHECK(likeness(c.second, c.first) == c.likeness);
  }
}

TEST_CASE("Reuse: every pair is found, in order") {
  const std::string_view passwords[] = {"Haiphong@2023", "zT4$mb2?", "haiphong1", "zT4$mb2?"};
  const auto pairs = find_reuse(passwords);
  REQUIRE(pairs.size() == 2);
  CHECK(pairs[0].first == 0);
  CHECK(pairs[0].second == 2);
  CHECK(pairs[1].first == 1);
  CHECK(pairs[1].second == 3);
}

TEST_CASE("Reuse: very long passwords are equal only when all of them is") {
  const std::string first(5000, 'x');
  CHECK(likeness(first, first) == "equal");
  CHECK(likeness(first, first + "y") == "same_but_writing");
}
