#include "core/text/fold.h"

#include <doctest/doctest.h>

#include "core/text/utf8.h"

using namespace sokenh::text;

TEST_CASE("fold: lower case without diacritics") {
  struct Case {
    std::string text;
    std::string folded;
  };
  const Case cases[] = {
      {"Đang hoạt động", "dang hoat dong"},
      {"khoá", "khoa"},
      {"khóa", "khoa"},
      {"KHO\u0301A", "khoa"},
      {"Thuỷ Nguyên", "thuy nguyen"},
      {"Trường\u00A0THCS \n Quang\tTrung  ", "truong thcs quang trung"},
      {"zero\u200Bwidth\uFEFF", "zerowidth"},
      {"ƯƠỢ", "uoo"},
      {"Ärger Ñandú", "arger nandu"},
      {"   ", ""},
      {"日本", "日本"},
  };
  for (const Case& c : cases) CHECK(fold(c.text) == c.folded);
}

TEST_CASE("letter case: every letter of the Latin blocks there and back") {
  CHECK(lower("TRƯỜNG TIỂU HỌC ĐẠI LỘC") == "trường tiểu học đại lộc");
  CHECK(upper("xã An Lão, Nguyễn Hữu Đạt") == "XÃ AN LÃO, NGUYỄN HỮU ĐẠT");
  CHECK(lower("ÿŸ×÷ß") == "ÿÿ×÷ß");
  for (char32_t c = 1; c < 0x2000; ++c) {
    if (lower(c) != c) CHECK(upper(lower(c)) == c);
    if (upper(c) != c) CHECK(lower(upper(c)) == c);
  }
}

TEST_CASE("trim and is_blank: Unicode white space counts") {
  CHECK(trim("  05/2025\u00A0\n") == "05/2025");
  CHECK(trim(" \u3000 ") == "");
  CHECK(is_blank(" \u00A0\u200B\n"));
  CHECK_FALSE(is_blank(" . "));
}
