#include "core/text/telephone.h"

#include <doctest/doctest.h>

using namespace sokenh::text;

TEST_CASE("Telephone: spellings of one number") {
  struct Case {
    std::string text;
    std::string digits;
    TelephoneKind kind;
    bool zero_was_missing;
  };
  constexpr auto mobile = TelephoneKind::mobile;
  constexpr auto landline = TelephoneKind::landline;
  constexpr auto service = TelephoneKind::service;
  const Case cases[] = {
      {"0225.3678.901", "02253678901", landline, false},
      {"0225 3678901", "02253678901", landline, false},
      {"(0225) 3678901", "02253678901", landline, false},
      {"(0225)3.678.901", "02253678901", landline, false},
      {"024.3640.4421", "02436404421", landline, false},
      {"+84 225 3678 901", "02253678901", landline, false},
      {"2253678901", "02253678901", landline, true},
      {"0912 345 678", "0912345678", mobile, false},
      {"0912345678", "0912345678", mobile, false},
      {"09 12 34 56 78", "0912345678", mobile, false},
      {"0912-345-678", "0912345678", mobile, false},
      {"+84 912 345 678", "0912345678", mobile, false},
      {"+84912345678", "0912345678", mobile, false},
      {"+84 (0)912 345 678", "0912345678", mobile, false},
      {"84912345678", "0912345678", mobile, false},
      {"0084912345678", "0912345678", mobile, false},
      {"086.9100.317", "0869100317", mobile, false},
      {"912345678", "0912345678", mobile, true},
      {"19001234", "19001234", service, false},
      {"1900 1234", "19001234", service, false},
      {"1800.599.920", "1800599920", service, false},
      {" 0912\u00A0345\u00A0678 ", "0912345678", mobile, false},
      {"0225 3678901 (máy lẻ 12)", "02253678901", landline, false},
      {"0225 3678901 ext. 12", "02253678901", landline, false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto telephone = read_telephone(c.text);
    REQUIRE(telephone.has_value());
    CHECK(telephone->digits == c.digits);
    CHECK(telephone->kind == c.kind);
    CHECK(telephone->zero_was_missing == c.zero_was_missing);
  }
}

TEST_CASE("Telephone: what is no number of the plan") {
  for (const char* text :
       {"", "Văn thư", "0912 345 67", "0912 345 6789", "0125 345 678", "0412345678", "123",
        "+1 202 555 0100", "0912345678 Mai", "0912345678; 0912345679", "100064211234567",
        "3941872210045512345", "15/08/2019"}) {
    CAPTURE(text);
    CHECK_FALSE(read_telephone(text).has_value());
  }
}

TEST_CASE("Telephone: several in one cell, whatever stands between") {
  struct Case {
    std::string text;
    std::vector<std::string> digits;
    std::vector<std::string> doubtful;
  };
  const Case cases[] = {
      {"0912 345 678; mai.vt@example.edu.vn", {"0912345678"}, {}},
      {"0225.3678.901 - 0912.345.678", {"02253678901", "0912345678"}, {}},
      {"ĐT: 0225 3678 901\nDĐ: 0912 345 678", {"02253678901", "0912345678"}, {}},
      {"0912345678/0987654321", {"0912345678", "0987654321"}, {}},
      {"0912345678 0987654321", {"0912345678", "0987654321"}, {}},
      {"Mai 0912 345 67", {}, {"0912 345 67"}},
      {"phòng 12, tầng 3", {}, {}},
      {"0912 345 67; 0912 345 678", {"0912345678"}, {"0912 345 67"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const TelephoneScan scan = find_telephones(c.text);
    std::vector<std::string> digits;
    for (const FoundTelephone& found : scan.found) digits.push_back(found.telephone.digits);
    CHECK(digits == c.digits);
    CHECK(scan.doubtful == c.doubtful);
  }
}
