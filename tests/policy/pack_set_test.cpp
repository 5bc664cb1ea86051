#include "core/policy/pack_set.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "core/policy/evaluate.h"
#include "core/policy/password_policy.h"

using namespace sokenh;
using Json = nlohmann::json;

namespace {

// A sixth dispatch, made of nothing but data.
Json sixth() {
  return Json::parse(R"({
    "format": "sokenh.pack", "version": 1, "id": "AL26",
    "title": {"vi": "V/v an toàn thông tin", "en": "On information safety"},
    "short_name": {"vi": "CV An Lão 2026", "en": "An Lão 2026"},
    "issuer": "UBND xã An Lão", "number": "12/UBND", "issued": "2026-10-05", "in_force": true,
    "deadline": {"date": "2026-11-30", "inclusive": true},
    "recipient": {"name": "Văn phòng", "telephone": "", "email": "vp@example.gov.vn"},
    "contacts": [],
    "password": {"strength": "AL26-1", "min_length": 12, "digit": true,
                 "change": "AL26-2", "change_days": 30},
    "requirements": [
      {"id": "AL26-1", "clause": "1a", "text": {"vi": "Mật khẩu 12 ký tự.", "en": "12 characters."},
       "kind": "attest", "check": "account.answer", "account_field": "password_strong"},
      {"id": "AL26-2", "clause": "1b", "text": {"vi": "Đổi 30 ngày.", "en": "Every 30 days."},
       "kind": "automatic", "check": "account.password_age"},
      {"id": "AL26-3", "clause": "2", "text": {"vi": "Có hai bước trên Zalo.", "en": "Two steps."},
       "kind": "attest", "check": "channel.attribute", "attribute": "two_step",
       "channel_kind": "zalo"},
      {"id": "AL26-4", "clause": "3", "text": {"vi": "Không lưu mật khẩu.", "en": "Not saved."},
       "kind": "attest", "check": "declaration.answer",
       "questions": [{"key": "browser.not_saved", "text": {"vi": "Không lưu.", "en": "No."}}]},
      {"id": "AL26-5", "clause": "4", "text": {"vi": "Gửi báo cáo.", "en": "Report."},
       "kind": "automatic", "check": "declaration.reported"}
    ]})");
}

}  // namespace

TEST_CASE("PackSet: a sixth pack of data alone opens, is followed and evaluated") {
  PackSet packs;
  const auto id = packs.open(sixth().dump());
  if (!id) FAIL(error_code_name(id.error().code) << " " << id.error().place);
  CHECK(*id == "AL26");
  CHECK(packs.all().size() == builtin_packs().size() + 1);
  CHECK(packs.opened()[0]->json == sixth().dump());

  Declaration declaration;
  declaration.packs = {"BG24", "AL26", "XX"};
  Channel zalo;
  zalo.id = 1;
  zalo.name = "Zalo OA";
  zalo.security.two_step = Answer::no;
  declaration.channels = {zalo};
  declaration.accounts = {{.id = 1, .system = "QOffice", .holder = "Mai"}};
  declaration.accounts[0].password_changed = "01/10/2026";
  declaration.answers = {{.question = "browser.not_saved", .answer = Answer::yes}};
  const auto followed = packs.followed(declaration);
  REQUIRE(followed.size() == 2);
  CHECK(packs.unknown_ids(declaration) == std::vector<std::string>{"XX"});
  const Evaluation evaluation = evaluate(declaration, followed, {2026, 11, 20});
  std::map<std::string, RequirementStatus> status;
  for (const RequirementResult& result : evaluation.requirements)
    status[result.requirement] = result.status;
  CHECK(status["AL26-1"] == RequirementStatus::unanswered);
  CHECK(status["AL26-2"] == RequirementStatus::to_do);
  CHECK(status["BG24-1.2"] == RequirementStatus::met);
  CHECK(status["AL26-3"] == RequirementStatus::to_do);
  CHECK(status["AL26-4"] == RequirementStatus::met);
  CHECK(status["BG24-1.3"] == RequirementStatus::met);
  CHECK(status["AL26-5"] == RequirementStatus::to_do);  // the unit's details
  CHECK(std::any_of(evaluation.findings.begin(), evaluation.findings.end(), [](const auto& f) {
    return f.requirement == "AL26-2" && f.clause == "1b" && f.suggestion == "31/10/2026";
  }));

  const StrictestPassword strictest = strictest_password(followed, {2026, 11, 20});
  CHECK(strictest.min_length.value == 12);
  CHECK(strictest.min_length.requirement->clause == "1a");
  CHECK(strictest.upper.pack == nullptr);
  CHECK(strictest.due.value == Date{2026, 12, 20});
  CHECK(strictest.due.requirement->id == "AL26-2");
}

TEST_CASE("Password: of five dispatches the strictest, each parameter with its clause") {
  const PackSet packs;
  const auto all = packs.all();
  const StrictestPassword strictest = strictest_password(all, {2025, 11, 30});
  CHECK(strictest.min_length.value == 8);
  CHECK(strictest.special.requirement->id == "DL-2.2");
  CHECK(strictest.due.requirement->id == "DL-2.3");
  CHECK(strictest.due.value == Date{2026, 1, 14});
  const Pack* bg24[] = {packs.find("BG24")};
  const StrictestPassword months = strictest_password(bg24, {2025, 11, 30});
  CHECK(months.due.value == Date{2026, 2, 28});
  CHECK(months.min_length.pack == nullptr);
  CHECK(strictest_password({}, {2025, 11, 30}).due.pack == nullptr);
}

TEST_CASE("PackSet: a built-in id is refused, a later issue replaces an earlier one") {
  PackSet packs;
  Json json = sixth();
  json["id"] = "HP23";
  CHECK(packs.open(json.dump()).error().code == ErrorCode::pack_id_built_in);
  CHECK(packs.open("{").error().code == ErrorCode::json_syntax);
  CHECK(packs.opened().empty());

  REQUIRE(packs.open(sixth().dump()));
  json = sixth();
  json["issued"] = "2026-10-06";
  json["number"] = "13/UBND";
  REQUIRE(packs.open(json.dump()));
  CHECK(packs.opened().size() == 1);
  CHECK(packs.find("AL26")->number == "13/UBND");
  const auto older = packs.open(sixth().dump());
  CHECK(older.error().code == ErrorCode::pack_older_issue);
  CHECK(older.error().detail == "2026-10-06");
  json.erase("issued");
  CHECK(packs.open(json.dump()).error().code == ErrorCode::pack_older_issue);
  CHECK(packs.find("AL26")->number == "13/UBND");

  CHECK(packs.close("AL26"));
  CHECK_FALSE(packs.close("AL26"));
  CHECK_FALSE(packs.close("HP23"));
}

TEST_CASE("PackSet: at most as many as a declaration can follow") {
  PackSet packs;
  for (std::size_t i = 0; i < kMaxPacks; ++i) {
    Json json = sixth();
    json["id"] = "P" + std::to_string(i);
    REQUIRE(packs.open(json.dump()));
  }
  CHECK(packs.open(sixth().dump()).error().code == ErrorCode::pack_too_many);
}
