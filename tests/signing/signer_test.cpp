#include "core/signing/signer.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

using namespace sokenh;
using namespace sokenh::signing;

TEST_CASE("RFC 3339 5.6: date and time with offset") {
  for (const char* text : {"2023-11-24T14:26:00+07:00", "2023-11-24T07:26:00Z",
                           "2024-02-29T00:00:00.000Z", "2016-12-31T23:59:60Z"}) {
    CAPTURE(text);
    CHECK(is_date_time(text));
  }
  for (const char* text :
       {"", "2023-11-24", "2023-11-24T14:26:00", "2023-11-24 14:26:00Z", "2023-02-29T00:00:00Z",
        "2023-11-24T24:00:00Z", "2023-11-24T14:60:00Z", "2023-11-24T14:26:61Z",
        "2023-11-24T14:26:00.Z", "2023-11-24T14:26:00+0700", "2023-11-24T14:26:00+24:00",
        "2023-11-24T14:26:00Zx", "2023-11-24T14:26Z", "2023-11-24t14:26:00Z"}) {
    CAPTURE(text);
    CHECK_FALSE(is_date_time(text));
  }
}

TEST_CASE("Signer: name and title are short, without control characters; the name is there") {
  const Signer good{Role::preparer, "Phạm Thị Lan", "Văn thư", "2023-11-24T14:26:00+07:00"};
  CHECK(check_signer(good, "signed_at"));
  struct Sample {
    std::string name;
    std::string title;
    std::string time;
    ErrorCode code;
    std::string place;
  };
  const Sample samples[] = {
      {"", "Văn thư", good.time, ErrorCode::signer_text_invalid, "name"},
      {"Lan\n", "", good.time, ErrorCode::signer_text_invalid, "name"},
      {"Lan\x7f", "", good.time, ErrorCode::signer_text_invalid, "name"},
      {"Lan", "\xFF", good.time, ErrorCode::signer_text_invalid, "title"},
      {"Lan", std::string(401, 'x'), good.time, ErrorCode::signer_text_invalid, "title"},
      {"Lan", "", "24/11/2023", ErrorCode::signer_time_invalid, "signed_at"},
  };
  for (const Sample& sample : samples) {
    const auto status =
        check_signer({Role::head, sample.name, sample.title, sample.time}, "signed_at");
    REQUIRE_FALSE(status);
    CHECK(status.error().code == sample.code);
    CHECK(status.error().place == sample.place);
  }
}

TEST_CASE("Signer: written and read back") {
  const Signer signer{Role::head, "Nguyễn Văn Thành", "", "2023-11-24T14:31:00+07:00"};
  nlohmann::json json;
  write_signer(json, signer, "signed_at");
  std::optional<Error> failure;
  JsonReader reader(json, failure);
  CHECK(read_signer(reader, "signed_at") == signer);
  CHECK_FALSE(failure.has_value());

  json["role"] = "director";
  read_signer(reader, "signed_at");
  REQUIRE(failure.has_value());
  CHECK(failure->code == ErrorCode::signer_role_unknown);
  CHECK(failure->place == "/role");
}
