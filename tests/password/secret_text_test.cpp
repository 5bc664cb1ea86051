#include "core/password/secret_text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace sokenh::password;

TEST_CASE("Secret text: wipe() leaves only zeros") {
  std::string text = "Haiphong@2023";
  wipe(text.data(), text.size());
  CHECK(std::all_of(text.begin(), text.end(), [](char c) { return c == '\0'; }));
}

TEST_CASE("Secret text: even the shortest lies in memory that is wiped when given back") {
  const SecretText text("ab");
  const auto* begin = reinterpret_cast<const char*>(&text);
  const bool inside = text.view().data() >= begin && text.view().data() < begin + sizeof(text);
  CHECK_FALSE(inside);
}

TEST_CASE("Secret text: joined and compared") {
  SecretText text("Hải");
  text.append(" Phòng");
  CHECK(text.view() == "Hải Phòng");
  CHECK(text == SecretText("Hải Phòng"));
  CHECK_FALSE(text == SecretText("Hải"));
  CHECK(SecretText().empty());
}
