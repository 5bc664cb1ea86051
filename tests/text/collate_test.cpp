#include "core/text/collate.h"

#include <doctest/doctest.h>

#include <sstream>
#include <vector>

#include "tests/test_data.h"

using namespace sokenh::text;

TEST_CASE("compare: the order of Intl.Collator('vi'), every pair") {
  std::istringstream lines(sokenh::test_data("text/vietnamese_order.txt"));
  std::vector<std::string> texts;
  for (std::string line; std::getline(lines, line);) texts.push_back(line);
  REQUIRE(texts.size() > 200);
  std::vector<std::string> keys;
  keys.reserve(texts.size());
  for (const std::string& text : texts) keys.push_back(collation_key(text));
  for (std::size_t i = 0; i < keys.size(); ++i) {
    for (std::size_t j = i + 1; j < keys.size(); ++j) {
      if (keys[i] < keys[j]) continue;
      CAPTURE(texts[i]);
      CAPTURE(texts[j]);
      FAIL_CHECK("out of order");
    }
  }
}

TEST_CASE("compare: composed and decomposed spellings are equal") {
  CHECK(compare("Nguyễn", "Nguye\u0302\u0303n") == 0);
  CHECK(compare("đổi", "đo\u0309\u0302i") == 0);
  CHECK(compare("", "") == 0);
  CHECK(compare("", "a") < 0);
  CHECK(compare("zalo", "日本") < 0);
}
