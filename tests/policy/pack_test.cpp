#include "core/policy/pack.h"

#include <doctest/doctest.h>

#include <functional>
#include <nlohmann/json.hpp>

#include "core/policy/embedded_packs.h"
#include "core/policy/evaluate.h"
#include "core/policy/pack_set.h"

using namespace sokenh;
using Json = nlohmann::json;

namespace {

Json hp23_json() {
  for (const EmbeddedPack& embedded : embedded_packs()) {
    if (embedded.file_name == "hp23.json") return Json::parse(embedded.json);
  }
  return {};
}

}  // namespace

TEST_CASE("Packs: every embedded one parses and has its own id") {
  for (const EmbeddedPack& embedded : embedded_packs()) {
    CAPTURE(std::string(embedded.file_name));
    const auto pack = parse_pack(embedded.json);
    if (!pack)
      FAIL(error_code_name(pack.error().code)
           << " " << pack.error().place << " " << pack.error().detail);
    CHECK(embedded.id == pack->id);
    CHECK(embedded.has_form == pack->form.has_value());
    const Pack* found = PackSet().find(pack->id);
    REQUIRE(found != nullptr);
    CHECK(found->id == pack->id);
    CHECK(found == builtin_pack(pack->id));
  }
  CHECK(builtin_packs().size() == embedded_packs().size());
  CHECK(PackSet().find("HP99") == nullptr);
}

TEST_CASE("HP23: the catalogue's requirements, in order, with their clauses") {
  const std::vector<std::pair<std::string, std::string>> expected = {
      {"HP23-1.1", "1"}, {"HP23-1.2", "1"}, {"HP23-2.1", "2"}, {"HP23-2.2", "2"}, {"HP23-2.3", "2"},
      {"HP23-2.4", "2"}, {"HP23-2.5", "2"}, {"HP23-2.6", "2"}, {"HP23-2.7", "2"}, {"HP23-3.1", "3"},
      {"HP23-3.2", "3"}, {"HP23-3.3", "3"}, {"HP23-3.4", "3"}, {"HP23-4.1", "4"}, {"HP23-4.2", "4"},
      {"HP23-4.3", "4"}, {"HP23-4.4", "4"}, {"HP23-4.5", "4"}, {"HP23-4.6", "4"}, {"HP23-5", "5"},
      {"HP23-6", "6"},   {"HP23-7", "end"}};
  const Pack* pack = PackSet().find("HP23");
  REQUIRE(pack != nullptr);
  std::vector<std::pair<std::string, std::string>> found;
  for (const Requirement& requirement : pack->requirements) {
    found.emplace_back(requirement.id, requirement.clause);
    CHECK_FALSE(requirement.text_vi.empty());
    CHECK_FALSE(requirement.text_en.empty());
    // What is decided from data names how.
    if (requirement.kind == RequirementKind::automatic) CHECK_FALSE(requirement.check.empty());
  }
  CHECK(found == expected);
}

TEST_CASE("HP23: before 25/11/2023, so the 24th is the last day on time") {
  const Pack* pack = PackSet().find("HP23");
  REQUIRE(pack->deadline.has_value());
  CHECK(last_day_on_time(*pack->deadline) == Date{2023, 11, 24});
  CHECK(last_day_on_time({{2023, 11, 25}, true}) == Date{2023, 11, 25});
  CHECK(last_day_on_time({{2024, 3, 1}, false}) == Date{2024, 2, 29});
  CHECK(pack->recipient.email == "vanphongsgd@haiphong.edu.vn");
}

TEST_CASE("HP23: the official form, word for word") {
  const Form& form = *PackSet().find("HP23")->form;
  CHECK(form.title == "THỐNG KÊ KÊNH CUNG CẤP THÔNG TIN TRÊN MÔI TRƯỜNG MẠNG");
  CHECK(form.subtitle == "(Kèm theo công văn số: …/SGDĐT-VP ngày … tháng … năm 2023)");
  CHECK(form.columns ==
        std::vector<std::string>{
            "STT",
            "Tên kênh cung cấp thông tin trên môi trường mạng (Trang/cổng thông tin "
            "điện tử/tài khoản zalo, facebook, youtube...)",
            "ID (Nếu có)", "Thời gian tạo lập", "Đơn vị quản lý", "Quản trị viên",
            "Thông tin liên hệ", "Trạng thái (Hoạt động/đóng /khóa/xóa)"});
  CHECK(form.left_signature == "XÁC NHẬN CỦA LÃNH ĐẠO ĐƠN VỊ");
  CHECK(form.right_signature == "CÁN BỘ THỐNG KÊ");
}

TEST_CASE("Packs: strict reading says what is wrong and where") {
  struct Case {
    std::string what;
    std::function<void(Json&)> change;
    ErrorCode code;
    std::string place;
  };
  const Case cases[] = {
      {"another format", [](Json& j) { j["format"] = "sokenh.declaration"; },
       ErrorCode::pack_wrong_format, "/format"},
      {"not an object", [](Json& j) { j = 1; }, ErrorCode::pack_wrong_format, ""},
      {"a later version", [](Json& j) { j["version"] = 2; }, ErrorCode::pack_newer_version,
       "/version"},
      {"an unknown member", [](Json& j) { j["x"] = 1; }, ErrorCode::json_unknown_value, "/x"},
      {"an id with a slash", [](Json& j) { j["id"] = "../HP"; }, ErrorCode::pack_wrong_format,
       "/id"},
      {"an empty id", [](Json& j) { j["id"] = ""; }, ErrorCode::pack_wrong_format, "/id"},
      {"no title", [](Json& j) { j.erase("title"); }, ErrorCode::json_missing_member, "/title"},
      {"one language only", [](Json& j) { j["title"].erase("en"); }, ErrorCode::json_missing_member,
       "/title/en"},
      {"a direction mark", [](Json& j) { j["issuer"] = "\u202Ea"; },
       ErrorCode::declaration_text_has_controls, "/issuer"},
      {"a date in Vietnamese order", [](Json& j) { j["issued"] = "11/2023"; },
       ErrorCode::pack_wrong_format, "/issued"},
      {"a deadline that is no day", [](Json& j) { j["deadline"]["date"] = "2023-11-31"; },
       ErrorCode::pack_wrong_format, "/deadline/date"},
      {"a recipient that is no address", [](Json& j) { j["recipient"]["email"] = "van phong"; },
       ErrorCode::pack_wrong_format, "/recipient/email"},
      {"a password of no length", [](Json& j) { j["password"]["min_length"] = 0; },
       ErrorCode::json_number_out_of_range, "/password/min_length"},
      {"seven columns", [](Json& j) { j["form"]["columns"].erase(0); },
       ErrorCode::pack_wrong_format, "/form/columns"},
      {"an unknown kind", [](Json& j) { j["requirements"][0]["kind"] = "magic"; },
       ErrorCode::json_unknown_value, "/requirements/0/kind"},
      {"an unknown check", [](Json& j) { j["requirements"][0]["check"] = "channel.magic"; },
       ErrorCode::pack_unknown_check, "/requirements/0/check"},
      {"an unknown attribute", [](Json& j) { j["requirements"][2]["attribute"] = "magic"; },
       ErrorCode::json_unknown_value, "/requirements/2/attribute"},
      {"an attribute missing", [](Json& j) { j["requirements"][2].erase("attribute"); },
       ErrorCode::json_missing_member, "/requirements/2/attribute"},
      {"an attribute of the wrong kind",
       [](Json& j) { j["requirements"][2]["attribute"] = "password_changed"; },
       ErrorCode::pack_wrong_format, "/requirements/2/attribute"},
      {"an attribute that nobody asks for",
       [](Json& j) { j["requirements"][0]["attribute"] = "two_step"; },
       ErrorCode::pack_wrong_format, "/requirements/0/attribute"},
      {"an attribute without a check", [](Json& j) { j["requirements"][2].erase("check"); },
       ErrorCode::pack_wrong_format, "/requirements/2/attribute"},
      {"an age without an interval",
       [](Json& j) {
         j["password"].erase("change_months");
         j["password"].erase("change");
       },
       ErrorCode::pack_wrong_format, "/requirements/3/check"},
      {"an interval that no requirement asks for", [](Json& j) { j["password"].erase("change"); },
       ErrorCode::json_missing_member, "/password/change"},
      {"a requirement on change without an interval",
       [](Json& j) { j["password"].erase("change_months"); }, ErrorCode::pack_wrong_format,
       "/password/change"},
      {"a strength that no requirement asks for", [](Json& j) { j["password"].erase("strength"); },
       ErrorCode::pack_wrong_format, "/password/min_length"},
      {"a strength asked for by nobody known",
       [](Json& j) { j["password"]["strength"] = "HP23-9"; }, ErrorCode::json_unknown_value,
       "/password/strength"},
      {"an account field for a channel's check",
       [](Json& j) { j["requirements"][2]["account_field"] = "in_use"; },
       ErrorCode::pack_wrong_format, "/requirements/2/account_field"},
      {"an account's check without its field",
       [](Json& j) {
         j["requirements"][2].erase("attribute");
         j["requirements"][2]["check"] = "account.answer";
       },
       ErrorCode::json_missing_member, "/requirements/2/account_field"},
      {"an account field that is no answer",
       [](Json& j) {
         j["requirements"][2].erase("attribute");
         j["requirements"][2]["check"] = "account.answer";
         j["requirements"][2]["account_field"] = "holder";
       },
       ErrorCode::pack_wrong_format, "/requirements/2/account_field"},
      {"an unknown kind of channel",
       [](Json& j) { j["requirements"][2]["channel_kind"] = "radio"; },
       ErrorCode::json_unknown_value, "/requirements/2/channel_kind"},
      {"a kind of channel for a check of no channels",
       [](Json& j) { j["requirements"][10]["channel_kind"] = "zalo"; },
       ErrorCode::pack_wrong_format, "/requirements/10/channel_kind"},
      {"systems for a check of no accounts",
       [](Json& j) { j["requirements"][2]["systems"] = {"eschool"}; }, ErrorCode::pack_wrong_format,
       "/requirements/2/systems"},
      {"a question's key with a space",
       [](Json& j) { j["requirements"][10]["questions"][0]["key"] = "a b"; },
       ErrorCode::pack_wrong_format, "/requirements/10/questions/0/key"},
      {"a question twice",
       [](Json& j) {
         j["requirements"][10]["questions"][1] = j["requirements"][10]["questions"][0];
       },
       ErrorCode::pack_duplicate_id, "/requirements/10/questions/1/key"},
      {"questions that nothing decides", [](Json& j) { j["requirements"][10].erase("check"); },
       ErrorCode::pack_wrong_format, "/requirements/10/questions"},
      {"a check of what is the office's own work",
       [](Json& j) { j["requirements"][10]["kind"] = "receiving"; }, ErrorCode::pack_wrong_format,
       "/requirements/10/check"},
      {"a guide without text",
       [](Json& j) {
         j["guides"] = {{{"title", j["title"]}}};
       },
       ErrorCode::json_missing_member, "/guides/0/text"},
      {"a note in one language", [](Json& j) { j["note"].erase("vi"); },
       ErrorCode::json_missing_member, "/note/vi"},
      {"a report without a deadline", [](Json& j) { j.erase("deadline"); },
       ErrorCode::pack_wrong_format, "/requirements/21/check"},
      {"an id twice", [](Json& j) { j["requirements"][1]["id"] = "HP23-1.1"; },
       ErrorCode::pack_duplicate_id, "/requirements/1/id"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    Json json = hp23_json();
    c.change(json);
    const auto pack = parse_pack(json.dump());
    REQUIRE_FALSE(pack.has_value());
    CHECK(error_code_name(pack.error().code) == error_code_name(c.code));
    CHECK(pack.error().place == c.place);
  }
  CHECK(parse_pack("{").error().code == ErrorCode::json_syntax);
}

TEST_CASE("Packs: what a dispatch may leave out") {
  Json json = hp23_json();
  json.erase("form");
  json["requirements"].erase(21);
  json.erase("deadline");
  const auto pack = parse_pack(json.dump());
  REQUIRE(pack);
  CHECK_FALSE(pack->form.has_value());
  CHECK_FALSE(pack->deadline.has_value());
}
