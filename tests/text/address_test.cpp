#include "core/text/address.h"

#include <doctest/doctest.h>

using namespace sokenh::text;

TEST_CASE("find_addresses: in a name cell, with or without a scheme") {
  struct Case {
    std::string text;
    std::vector<std::string> found;  // the text taken
    std::vector<std::string> normalised;
  };
  const Case cases[] = {
      {"Trang thông tin điện tử thcsquangtrung.example.edu.vn",
       {"thcsquangtrung.example.edu.vn"},
       {"thcsquangtrung.example.edu.vn"}},
      {"https://www.facebook.com/thcsquangtrung.anlao",
       {"https://www.facebook.com/thcsquangtrung.anlao"},
       {"facebook.com/thcsquangtrung.anlao"}},
      {"youtube.com/@thcsquangtrunganlao",
       {"youtube.com/@thcsquangtrunganlao"},
       {"youtube.com/@thcsquangtrunganlao"}},
      {"http://quangtrung.anlao.example.gov.vn/tin-tuc",
       {"http://quangtrung.anlao.example.gov.vn/tin-tuc"},
       {"quangtrung.anlao.example.gov.vn/tin-tuc"}},
      {"Facebook cũ: fb.com/quangtrung.old",
       {"fb.com/quangtrung.old"},
       {"facebook.com/quangtrung.old"}},
      {"TikTok @quangtrung.school", {"@quangtrung.school"}, {"tiktok.com/@quangtrung.school"}},
      {"=HYPERLINK(\"http://x.example\";\"Trang web\")", {"http://x.example"}, {"x.example"}},
      {"Trang (thcs.edu.vn).", {"thcs.edu.vn"}, {"thcs.edu.vn"}},
      {"«thcs.edu.vn»", {"thcs.edu.vn"}, {"thcs.edu.vn"}},
      {"thcs.edu.vn/a(b)", {"thcs.edu.vn/a(b)"}, {"thcs.edu.vn/a(b)"}},
      {"a.vn, b.vn", {"a.vn", "b.vn"}, {"a.vn", "b.vn"}},
      {"https://trườnghọc.vn/", {"https://trườnghọc.vn/"}, {"trườnghọc.vn"}},
      {"c2quangtrung@example.edu.vn", {}, {}},
      {"Nhóm Facebook \"Phụ huynh khối 9\"", {}, {}},
      {"TP.HCM, GV.Mai, v.v., tệp.docx", {}, {}},
      {"Zalo @abc", {}, {}},
      {"a.vn:84@", {"a.vn"}, {"a.vn"}},
      {"http://", {}, {}},
      {"http:///x", {}, {}},
      {"", {}, {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    std::vector<std::string> found;
    std::vector<std::string> normalised;
    for (const WebAddress& address : find_addresses(c.text)) {
      found.push_back(std::string(c.text).substr(address.begin, address.end - address.begin));
      normalised.push_back(address.normalised);
    }
    CHECK(found == c.found);
    CHECK(normalised == c.normalised);
  }
}

TEST_CASE("normalise_address: spellings of one address are equal") {
  struct Case {
    std::string a;
    std::string b;
    bool equal;
  };
  const Case cases[] = {
      {"https://www.facebook.com/thcs.a", "facebook.com/thcs.a/", true},
      {"http://m.facebook.com/THCS.A?fbclid=1&utm_source=x", "fb.com/thcs.a", true},
      {"https://vi-vn.facebook.com/thcs.a", "https://fb.me/thcs.a", true},
      {"https://www.facebook.com/profile.php?id=1000&ref=x", "facebook.com/profile.php?id=1000",
       true},
      {"facebook.com/profile.php?id=1000", "facebook.com/profile.php?id=1001", false},
      {"HTTPS://TRUONG.EDU.VN:443/", "http://truong.edu.vn:80", true},
      {"https://truong.edu.vn:8443", "https://truong.edu.vn", false},
      {"https://truong.edu.vn/A", "https://truong.edu.vn/a", false},
      {"https://truong.edu.vn/#top", "truong.edu.vn", true},
      {"truong.edu.vn.", "truong.edu.vn", true},
      {"https://youtube.com/@THCSa", "m.youtube.com/@thcsa?si=abc", true},
      {"https://youtube.com/channel/UCabc", "https://youtube.com/channel/UCABC", false},
      {"https://a.vn/?p=1&q=2", "a.vn?p=1&q=2", true},
      {"https://xn--trnghc-n4a.vn", "http://www.xn--trnghc-n4a.vn/", true},
      {"TikTok @Abc", "https://www.tiktok.com/@abc?_t=1", true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.a);
    CAPTURE(normalise_address(c.a));
    CAPTURE(normalise_address(c.b));
    CHECK((normalise_address(c.a) == normalise_address(c.b)) == c.equal);
  }
}

TEST_CASE("find_addresses: the host is where the browser would go") {
  const auto found = find_addresses("http://facebook.com@evil.example/login");
  REQUIRE(found.size() == 1);
  CHECK(found[0].host == "evil.example");
  CHECK(found[0].scheme == "http");
  CHECK(find_addresses("HTTPS://A.vn")[0].scheme == "https");
  CHECK(find_addresses("a.vn")[0].scheme == "");
}

TEST_CASE("find_addresses, find_emails: hostile text takes linear time") {
  for (const char* piece :
       {"a@", "a.", "http://", "@", "a.vn/", "))", "(a.vn", "https://a.vn?&", "www.", "\u0301"}) {
    std::string text;
    while (text.size() < 300000) text += piece;
    CHECK(find_addresses(text).size() <= text.size());
  }
}

TEST_CASE("is_under: a domain and what is below it") {
  CHECK(is_under("haiphong.gov.vn", "gov.vn"));
  CHECK(is_under("gov.vn", "gov.vn"));
  CHECK_FALSE(is_under("fakegov.vn", "gov.vn"));
  CHECK_FALSE(is_under("gov.vn.evil.com", "gov.vn"));
}
