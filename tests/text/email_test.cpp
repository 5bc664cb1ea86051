#include "core/text/email.h"

#include <doctest/doctest.h>

using namespace sokenh::text;

TEST_CASE("RFC 5322 3.4.1: addresses found in a cell") {
  struct Case {
    std::string text;
    std::vector<std::string> addresses;
  };
  const Case cases[] = {
      {"mai.vt@example.edu.vn", {"mai.vt@example.edu.vn"}},
      {"0912 345 678; mai.vt@example.edu.vn", {"mai.vt@example.edu.vn"}},
      {"a@b.vn,c@d.vn", {"a@b.vn", "c@d.vn"}},
      {"Email:mai@b.vn.", {"mai@b.vn"}},
      {"«mai@b.vn»", {"mai@b.vn"}},
      {"<mai@b.vn>", {"mai@b.vn"}},
      {"Mai.VT+truong@Example.EDU.VN", {"Mai.VT+truong@Example.EDU.VN"}},
      {"TikTok @quangtrung.school", {}},
      {"đmai@b.vn", {}},
      {"mai@b", {}},
      {"mai@@b.vn", {}},
      {"mai.@b.vn", {}},
      {"mai..vt@b.vn", {}},
      {"mai@b..vn", {}},
      {"mai@-b.vn", {}},
      {"mai@192.168.1.1", {}},
      {"@", {}},
      {"", {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    std::vector<std::string> found;
    for (const FoundEmail& email : find_emails(c.text)) found.push_back(email.address);
    CHECK(found == c.addresses);
  }
}

TEST_CASE("is_email_address: one address and nothing else") {
  CHECK(is_email_address(" vanphongsgd@haiphong.edu.vn "));
  CHECK_FALSE(is_email_address("Văn phòng vanphongsgd@haiphong.edu.vn"));
  CHECK_FALSE(is_email_address("a@b.vn; c@d.vn"));
  CHECK_FALSE(is_email_address(""));
}
