#include "core/text/fold.h"

#include <doctest/doctest.h>

#include "core/text/compose.h"
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

TEST_CASE("fold: a letter is what its decomposition leaves without marks") {
  for (char32_t c = 0x80; c < 0x3000; ++c) {
    std::string expected;
    for (const char32_t part : decompose(to_utf8(std::u32string(1, c)))) {
      const std::string letter = to_utf8(std::u32string(1, lower(part)));
      const bool is_mark = part >= 0x300 && part < 0x370 && part != 0x34F;  // the joiner is none
      if (!is_mark && !is_space(part) && !is_zero_width(part))
        expected += part == U'đ' || part == U'Đ' ? "d" : letter;
    }
    CHECK_MESSAGE(fold(to_utf8(std::u32string(1, c))) == expected, static_cast<unsigned>(c));
  }
}

TEST_CASE("fold: ill-formed text gets longer, and nothing of it is lost") {
  CHECK(fold("\xFF\xFE MẠNG \xC3") == "\uFFFD\uFFFD mang \uFFFD");
  CHECK(fold("\u212A\u212B") == "ka");
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
  CHECK(trim("\u0085 \xC3 \u2003") == "\xC3");
  CHECK(is_blank(" \u00A0\u200B\n"));
  CHECK_FALSE(is_blank(" . "));
}
