#include "core/inventory/declaration.h"

#include <doctest/doctest.h>

#include <functional>
#include <nlohmann/json.hpp>
#include <random>

#include "core/base/json.h"

using namespace sokenh;
using Json = nlohmann::json;

namespace {

Declaration sample() {
  Declaration declaration;
  declaration.unit.name = "Trường THCS Quang Trung";
  declaration.unit.kind = UnitKind::school;
  declaration.packs = {"HP23"};
  Channel channel;
  channel.id = 7;
  channel.name = "Nhóm Zalo Hội đồng sư phạm";
  channel.created = "tháng 9 năm 2020";
  channel.administrators = "Vũ Thị Mai\nĐỗ Văn Khải";
  channel.state = "HĐ";
  channel.security.two_step = Answer::yes;
  channel.security.login_alerts = Answer::not_applicable;
  channel.security.password_changed = "9/2023";
  channel.security.page_roles = {
      {"Mai QTV", PageRoleKind::administrator, Answer::yes, Answer::no, Answer::unanswered},
      {"Khải", PageRoleKind::editor, Answer::unanswered, Answer::unanswered, Answer::no}};
  declaration.channels = {channel, Channel{}};
  declaration.channels[1].id = 3;
  declaration.next_id = 8;
  declaration.channels[0].state_changes = {{"5/2021", "Đóng", "nghỉ hè"}};
  declaration.answers = {{"HP23-3.4", Answer::yes, "", "20/11/2026", "Mai", "QĐ 12"},
                         {"browser.not_saved", Answer::unanswered, "đang làm", "", "", ""}};
  Account account;
  account.id = 4;
  account.system = "QOffice";
  account.holder = "Mai";
  account.password_changed = "9/2026";
  account.removal_requested = "mai";
  account.in_use = Answer::no;
  account.unused_reason = "Nghỉ hưu";
  declaration.accounts = {account};
  declaration.next_account_id = 5;
  declaration.account_reviews = {{"20/11/2026", "Mai", 12, 1, ""}};
  Machine machine;
  machine.id = 6;
  machine.name = "Máy kế toán";
  machine.addresses = "10.0.0.5, 10.0.1.0/24";
  declaration.machines = {machine};
  declaration.next_machine_id = 7;
  Roster roster{.id = 2, .occasion = "Lễ 30/4", .from = "29/04/2026", .to = "03/05/2026"};
  roster.posts = {{.id = 1, .name = "Trực lãnh đạo"}};
  roster.people = {{.id = 2, .name = "Mai", .telephone = "0912345678", .posts = {1}}};
  roster.shifts = {{.id = 5,
                    .post = 1,
                    .person = 2,
                    .from = "07:00 29/04/2026",
                    .to = "07:00",
                    .planned = true}};
  declaration.rosters = {roster};
  declaration.next_roster_id = 3;
  return declaration;
}

std::string random_text(std::mt19937& random) {
  static const std::string_view pieces[] = {
      "a", "Z", "ế", "Đ", " ", "\n", "9/2020", "đóng", "\"", "\\", "日", "\xF0\x9F\x98\x80", "/"};
  std::string text;
  for (auto n = random() % 6; n > 0; --n) text += pieces[random() % std::size(pieces)];
  return text;
}

Answer random_answer(std::mt19937& random) { return static_cast<Answer>(random() % 4); }

Declaration random_declaration(std::mt19937& random) {
  Declaration declaration;
  for (const UnitField field : unit_fields())
    set_unit_field(declaration.unit, field, random_text(random));
  declaration.unit.kind = static_cast<UnitKind>(random() % 6);
  for (unsigned i = 0; i < random() % 3; ++i) declaration.packs.push_back("P" + std::to_string(i));
  ChannelId id = 0;
  for (auto n = random() % 4; n > 0; --n) {
    Channel channel;
    channel.id = id += 1 + random() % 1000;
    for (int i = 1; i < kColumnCount; ++i)
      set_column_text(channel, static_cast<Column>(i), random_text(random));
    for (const Attribute attribute : attributes()) {
      set_attribute_text(
          channel.security, attribute,
          attribute_is_answer(attribute) ? answer_key(random_answer(random)) : random_text(random));
    }
    for (auto r = random() % 3; r > 0; --r) {
      channel.security.page_roles.push_back(
          {random_text(random), static_cast<PageRoleKind>(random() % 2), random_answer(random),
           random_answer(random), random_answer(random)});
    }
    for (auto c = random() % 3; c > 0; --c) {
      channel.state_changes.push_back(
          {random_text(random), random_text(random), random_text(random)});
    }
    declaration.channels.push_back(std::move(channel));
  }
  for (unsigned i = 0; i < random() % 4; ++i) {
    declaration.answers.push_back({"q" + std::to_string(i), random_answer(random),
                                   random_text(random), random_text(random), random_text(random),
                                   random_text(random)});
  }
  for (auto n = random() % 4; n > 0; --n) {
    Account account;
    account.id = declaration.next_account_id += 1 + random() % 9;
    for (const AccountField field : account_fields()) {
      set_account_text(account, field,
                       account_field_is_answer(field)
                           ? std::string(answer_key(random_answer(random)))
                           : random_text(random));
    }
    declaration.accounts.push_back(std::move(account));
  }
  if (!declaration.accounts.empty())
    declaration.next_account_id = declaration.accounts.back().id + 1;
  declaration.no_accounts = declaration.accounts.empty() && random() % 2 == 0;
  for (auto n = random() % 3; n > 0; --n) {
    const auto reviewed = static_cast<std::uint32_t>(random() % 100);
    declaration.account_reviews.push_back(
        {random_text(random), random_text(random), reviewed, reviewed / 2, random_text(random)});
  }
  for (auto n = random() % 3; n > 0; --n) {
    Machine machine;
    machine.id = declaration.next_machine_id += 1 + random() % 9;
    for (const MachineField field : machine_fields())
      if (field == MachineField::kind) {
        set_machine_text(machine, field,
                         machine_kind_keys()[random() % machine_kind_keys().size()]);
      } else {
        set_machine_text(machine, field, random_text(random));
      }
    declaration.machines.push_back(std::move(machine));
  }
  if (!declaration.machines.empty())
    declaration.next_machine_id = declaration.machines.back().id + 1;
  declaration.no_machines = declaration.machines.empty() && random() % 2 == 0;
  for (auto n = random() % 3; n > 0; --n) {
    Roster roster{.id = declaration.next_roster_id += 1 + random() % 9};
    for (const RosterField field : roster_fields()) field_text(roster, field) = random_text(random);
    DutyId part = 0;
    for (auto p = random() % 3; p > 0; --p) {
      DutyPost& post = roster.posts.emplace_back(DutyPost{.id = part += 1 + random() % 9});
      for (const PostField field : post_fields()) field_text(post, field) = random_text(random);
    }
    for (auto p = random() % 3; p > 0; --p) {
      DutyPerson& person = roster.people.emplace_back(DutyPerson{.id = part += 1 + random() % 9});
      for (const PersonField field : person_fields())
        field_text(person, field) = random_text(random);
      if (!roster.posts.empty() && random() % 2 == 0) person.posts = {roster.posts[0].id};
    }
    for (auto s = roster.posts.empty() ? 0 : random() % 4; s > 0; --s) {
      DutyShift& shift = roster.shifts.emplace_back(DutyShift{.id = part += 1 + random() % 9,
                                                              .post = roster.posts.back().id,
                                                              .planned = random() % 2 == 0});
      if (!roster.people.empty()) shift.person = roster.people[0].id;
      for (const ShiftField field : shift_fields()) field_text(shift, field) = random_text(random);
    }
    declaration.rosters.push_back(std::move(roster));
  }
  if (!declaration.rosters.empty()) declaration.next_roster_id = declaration.rosters.back().id + 1;
  declaration.no_channels = declaration.channels.empty() && random() % 2 == 0;
  declaration.next_id = id + 1;
  return declaration;
}

}  // namespace

TEST_CASE("Declaration: the written form, member by member") {
  const Json json = to_json(sample());
  CHECK(json["format"] == "sokenh.declaration");
  CHECK(json["version"] == 1);
  CHECK(json["unit"]["kind"] == "school");
  CHECK(json["unit"]["head_name"] == "");
  CHECK(json["packs"] == Json::array({"HP23"}));
  CHECK(json["no_channels"] == false);
  const Json& channel = json["channels"][0];
  CHECK(channel["id"] == 7);
  CHECK(channel["created"] == "tháng 9 năm 2020");
  CHECK(channel["created_date"] == "2020-09");
  CHECK(channel["state"] == "HĐ");
  CHECK(channel["state_value"] == "active");
  CHECK(
      channel["security"] ==
      Json::parse(
          R"({"two_step": "yes", "login_alerts": "na", "password_changed": "9/2023", "page_roles": [
          {"account": "Mai QTV", "role": "administrator", "real_name": "yes", "dedicated": "no"},
          {"account": "Khải", "role": "editor", "may_manage_members": "no"}]})"));
  CHECK(json["channels"][1]["security"] == Json::object());
  CHECK_FALSE(json["channels"][1].contains("created_date"));
  CHECK_FALSE(json["channels"][1].contains("state_value"));
  CHECK(channel["state_changes"] ==
        Json::parse(R"([{"date": "5/2021", "date_value": "2021-05", "state": "Đóng",
                        "state_value": "closed", "reason": "nghỉ hè"}])"));
  CHECK_FALSE(json["channels"][1].contains("state_changes"));
  CHECK(json["answers"] ==
        Json::parse(R"([{"question": "HP23-3.4", "answer": "yes", "date": "20/11/2026",
                         "date_value": "2026-11-20", "responsible": "Mai", "document": "QĐ 12"},
                        {"question": "browser.not_saved", "note": "đang làm"}])"));
  CHECK(json["accounts"] ==
        Json::parse(R"([{"id": 4, "system": "QOffice", "holder": "Mai", "in_use": "no",
                         "password_changed": "9/2026", "password_changed_value": "2026-09",
                         "unused_reason": "Nghỉ hưu", "removal_requested": "mai"}])"));
  CHECK(json["account_reviews"] ==
        Json::parse(R"([{"date": "20/11/2026", "date_value": "2026-11-20", "reviewer": "Mai",
                         "reviewed": 12, "unused": 1}])"));
  CHECK_FALSE(json.contains("no_accounts"));
  CHECK(json["machines"] ==
        Json::parse(R"([{"id": 6, "name": "Máy kế toán", "addresses": "10.0.0.5, 10.0.1.0/24"}])"));
  CHECK_FALSE(json.contains("no_machines"));
}

TEST_CASE("Declaration: the end of a shift has the value of the moment that is meant") {
  const struct {
    const char *from, *to, *value;
  } cases[] = {
      {"07:00 29/04/2026", "19:00 29/04/2026", "2026-04-29T19:00+07:00"},
      {"07:00 29/04/2026", "19:00", "2026-04-29T19:00+07:00"},
      {"19:00 29/04/2026", "07:00", "2026-04-30T07:00+07:00"},
      {"07:00 29/04/2026", "07:00", "2026-04-30T07:00+07:00"},
      {"07:00 29/04/2026", "24:00", "2026-04-30T00:00+07:00"},
      {"07:00 29/04/2026", "24:00 30/04/2026", "2026-05-01T00:00+07:00"},
      {"29/04/2026", "30/04/2026", "2026-04-30"},
      {"", "19:00", nullptr},
      {"07:00 29/04/2026", "sáng", nullptr},
  };
  for (const auto& each : cases) {
    CAPTURE(each.from);
    CAPTURE(each.to);
    Declaration declaration = sample();
    DutyShift& shift = declaration.rosters[0].shifts[0];
    shift.from = each.from;
    shift.to = each.to;
    const Json json = to_json(declaration);
    const Json& written = json["rosters"][0]["shifts"][0];
    CHECK(written.contains("to_value") == (each.value != nullptr));
    if (each.value != nullptr) CHECK(written["to_value"] == each.value);
    CHECK(declaration_from_json(json));
  }
}

TEST_CASE("Declaration: a file from before accounts and answers is read, and written as it was") {
  Declaration old = sample();
  old.answers.clear();
  old.accounts.clear();
  old.account_reviews.clear();
  old.next_account_id = 1;
  old.machines.clear();
  old.rosters.clear();
  old.next_roster_id = 1;
  old.next_machine_id = 1;
  old.channels[0].state_changes.clear();
  const Json json = to_json(old);
  for (const char* member : {"answers", "accounts", "account_reviews", "no_accounts", "machines",
                             "no_machines", "rosters"})
    CHECK_FALSE(json.contains(member));
  const auto read = declaration_from_json(json);
  REQUIRE(read);
  CHECK(*read == old);
}

TEST_CASE("Declaration: what is written is read back, through text, for a thousand random ones") {
  std::mt19937 random(2023);
  for (int i = 0; i < 1000; ++i) {
    const Declaration declaration = random_declaration(random);
    const auto parsed = parse_json(to_json(declaration).dump());
    REQUIRE(parsed);
    const auto read = declaration_from_json(*parsed);
    if (!read)
      FAIL(error_code_name(read.error().code)
           << " " << read.error().place << " " << read.error().detail);
    REQUIRE(*read == declaration);
  }
}

TEST_CASE("Declaration: strict reading says what is wrong and where") {
  struct Case {
    std::string what;
    std::function<void(Json&)> change;
    ErrorCode code;
    std::string place;
  };
  const Case cases[] = {
      {"another format", [](Json& j) { j["format"] = "sokenh.pack"; },
       ErrorCode::declaration_wrong_format, "/format"},
      {"no format", [](Json& j) { j.erase("format"); }, ErrorCode::declaration_wrong_format, ""},
      {"format of another type", [](Json& j) { j["format"] = 1; },
       ErrorCode::declaration_wrong_format, "/format"},
      {"not an object", [](Json& j) { j = Json::array(); }, ErrorCode::declaration_wrong_format,
       ""},
      {"a later version, with members of its own",
       [](Json& j) {
         j["version"] = 2;
         j["new"] = true;
       },
       ErrorCode::declaration_newer_version, "/version"},
      {"version 0", [](Json& j) { j["version"] = 0; }, ErrorCode::json_number_out_of_range,
       "/version"},
      {"version as text", [](Json& j) { j["version"] = "1"; }, ErrorCode::json_wrong_type,
       "/version"},
      {"an unknown member", [](Json& j) { j["note"] = ""; }, ErrorCode::json_unknown_value,
       "/note"},
      {"an unknown member of a channel", [](Json& j) { j["channels"][1]["url"] = ""; },
       ErrorCode::json_unknown_value, "/channels/1/url"},
      {"an unknown attribute", [](Json& j) { j["channels"][0]["security"]["three_step"] = "yes"; },
       ErrorCode::json_unknown_value, "/channels/0/security/three_step"},
      {"no unit", [](Json& j) { j.erase("unit"); }, ErrorCode::json_missing_member, "/unit"},
      {"a column missing", [](Json& j) { j["channels"][0].erase("contact"); },
       ErrorCode::json_missing_member, "/channels/0/contact"},
      {"a column as a number", [](Json& j) { j["channels"][0]["created"] = 2019; },
       ErrorCode::json_wrong_type, "/channels/0/created"},
      {"null", [](Json& j) { j["channels"][0]["name"] = nullptr; }, ErrorCode::json_wrong_type,
       "/channels/0/name"},
      {"an unknown kind of unit", [](Json& j) { j["unit"]["kind"] = "bank"; },
       ErrorCode::json_unknown_value, "/unit/kind"},
      {"an unknown answer", [](Json& j) { j["channels"][0]["security"]["two_step"] = "maybe"; },
       ErrorCode::json_unknown_value, "/channels/0/security/two_step"},
      {"an answer that is none", [](Json& j) { j["channels"][0]["security"]["two_step"] = ""; },
       ErrorCode::json_unknown_value, "/channels/0/security/two_step"},
      {"an unknown role",
       [](Json& j) { j["channels"][0]["security"]["page_roles"][0]["role"] = "king"; },
       ErrorCode::json_unknown_value, "/channels/0/security/page_roles/0/role"},
      {"too many roles",
       [](Json& j) {
         Json& roles = j["channels"][0]["security"]["page_roles"];
         roles = Json(kMaxPageRoles + 1, roles[0]);
       },
       ErrorCode::json_too_large, "/channels/0/security/page_roles"},
      {"too many channels",
       [](Json& j) { j["channels"] = Json(kMaxChannels + 1, j["channels"][0]); },
       ErrorCode::declaration_too_many_channels, "/channels"},
      {"a text too long",
       [](Json& j) { j["channels"][0]["name"] = std::string(kMaxTextBytes + 1, 'a'); },
       ErrorCode::declaration_text_too_long, "/channels/0/name"},
      {"a field too long", [](Json& j) { j["unit"]["name"] = std::string(kMaxTextBytes + 1, 'a'); },
       ErrorCode::declaration_text_too_long, "/unit/name"},
      {"a direction override", [](Json& j) { j["channels"][0]["contact"] = "a\u202Eb"; },
       ErrorCode::declaration_text_has_controls, "/channels/0/contact"},
      {"a carriage return", [](Json& j) { j["unit"]["name"] = "a\rb"; },
       ErrorCode::declaration_text_has_controls, "/unit/name"},
      {"ill-formed text", [](Json& j) { j["unit"]["name"] = "a\xFF"; }, ErrorCode::json_not_utf8,
       "/unit/name"},
      {"id 0", [](Json& j) { j["channels"][0]["id"] = 0; }, ErrorCode::declaration_bad_id,
       "/channels/0/id"},
      {"id too large", [](Json& j) { j["channels"][0]["id"] = kMaxChannelId + 1; },
       ErrorCode::declaration_bad_id, "/channels/0/id"},
      {"the same id twice", [](Json& j) { j["channels"][1]["id"] = 7; },
       ErrorCode::declaration_bad_id, "/channels/1/id"},
      {"id not whole", [](Json& j) { j["channels"][0]["id"] = 1.5; }, ErrorCode::json_wrong_type,
       "/channels/0/id"},
      {"a date that says otherwise", [](Json& j) { j["channels"][0]["created_date"] = "2020-10"; },
       ErrorCode::declaration_inconsistent, "/channels/0/created_date"},
      {"a date beside unreadable text", [](Json& j) { j["channels"][1]["created_date"] = "2020"; },
       ErrorCode::declaration_inconsistent, "/channels/1/created_date"},
      {"a state that says otherwise", [](Json& j) { j["channels"][0]["state_value"] = "closed"; },
       ErrorCode::declaration_inconsistent, "/channels/0/state_value"},
      {"«no channels» with channels", [](Json& j) { j["no_channels"] = true; },
       ErrorCode::declaration_inconsistent, "/no_channels"},
      {"a state change that says otherwise",
       [](Json& j) { j["channels"][0]["state_changes"][0]["state_value"] = "active"; },
       ErrorCode::declaration_inconsistent, "/channels/0/state_changes/0/state_value"},
      {"a state change without reason",
       [](Json& j) { j["channels"][0]["state_changes"][0].erase("reason"); },
       ErrorCode::json_missing_member, "/channels/0/state_changes/0/reason"},
      {"too many state changes",
       [](Json& j) {
         Json& changes = j["channels"][0]["state_changes"];
         changes = Json(kMaxStateChanges + 1, changes[0]);
       },
       ErrorCode::json_too_large, "/channels/0/state_changes"},
      {"answers out of order", [](Json& j) { std::swap(j["answers"][0], j["answers"][1]); },
       ErrorCode::declaration_inconsistent, "/answers/1/question"},
      {"a question answered twice", [](Json& j) { j["answers"][1] = j["answers"][0]; },
       ErrorCode::declaration_inconsistent, "/answers/1/question"},
      {"a question that is no key", [](Json& j) { j["answers"][0]["question"] = "a b"; },
       ErrorCode::declaration_inconsistent, "/answers/0/question"},
      {"an unknown member of an answer", [](Json& j) { j["answers"][0]["who"] = ""; },
       ErrorCode::json_unknown_value, "/answers/0/who"},
      {"an answer's date that says otherwise",
       [](Json& j) { j["answers"][0]["date_value"] = "2026-11-21"; },
       ErrorCode::declaration_inconsistent, "/answers/0/date_value"},
      {"too many answers", [](Json& j) { j["answers"] = Json(kMaxAnswers + 1, j["answers"][0]); },
       ErrorCode::json_too_large, "/answers"},
      {"an account's id twice", [](Json& j) { j["accounts"].push_back(j["accounts"][0]); },
       ErrorCode::declaration_bad_id, "/accounts/1/id"},
      {"an account without id", [](Json& j) { j["accounts"][0].erase("id"); },
       ErrorCode::json_missing_member, "/accounts/0/id"},
      {"an account with a password", [](Json& j) { j["accounts"][0]["password"] = "x"; },
       ErrorCode::json_unknown_value, "/accounts/0/password"},
      {"an account's date that says otherwise",
       [](Json& j) { j["accounts"][0]["password_changed_value"] = "2026"; },
       ErrorCode::declaration_inconsistent, "/accounts/0/password_changed_value"},
      {"an account's date beside unreadable text",
       [](Json& j) { j["accounts"][0]["removal_requested_value"] = "2026"; },
       ErrorCode::declaration_inconsistent, "/accounts/0/removal_requested_value"},
      {"too many accounts",
       [](Json& j) { j["accounts"] = Json(kMaxAccounts + 1, j["accounts"][0]); },
       ErrorCode::json_too_large, "/accounts"},
      {"«no accounts» with accounts", [](Json& j) { j["no_accounts"] = true; },
       ErrorCode::declaration_inconsistent, "/no_accounts"},
      {"a machine's id twice", [](Json& j) { j["machines"].push_back(j["machines"][0]); },
       ErrorCode::declaration_bad_id, "/machines/1/id"},
      {"a machine without id", [](Json& j) { j["machines"][0].erase("id"); },
       ErrorCode::json_missing_member, "/machines/0/id"},
      {"an unknown member of a machine", [](Json& j) { j["machines"][0]["mac"] = ""; },
       ErrorCode::json_unknown_value, "/machines/0/mac"},
      {"a kind of machine that is none", [](Json& j) { j["machines"][0]["kind"] = "tablet"; },
       ErrorCode::json_unknown_value, "/machines/0/kind"},
      {"a kind of machine that is empty", [](Json& j) { j["machines"][0]["kind"] = ""; },
       ErrorCode::json_unknown_value, "/machines/0/kind"},
      {"a roster's id twice", [](Json& j) { j["rosters"].push_back(j["rosters"][0]); },
       ErrorCode::declaration_bad_id, "/rosters/1/id"},
      {"a shift's time that is another",
       [](Json& j) { j["rosters"][0]["shifts"][0]["from_value"] = "2026-04-30"; },
       ErrorCode::declaration_inconsistent, "/rosters/0/shifts/0/from_value"},
      {"a shift of somebody unknown", [](Json& j) { j["rosters"][0]["shifts"][0]["person"] = 9; },
       ErrorCode::declaration_inconsistent, "/rosters/0/shifts"},
      {"a shift on no post", [](Json& j) { j["rosters"][0]["shifts"][0].erase("post"); },
       ErrorCode::json_missing_member, "/rosters/0/shifts/0/post"},
      {"a person's id that is a post's", [](Json& j) { j["rosters"][0]["people"][0]["id"] = 1; },
       ErrorCode::declaration_inconsistent, "/rosters/0/shifts"},
      {"a person on an unknown post", [](Json& j) { j["rosters"][0]["people"][0]["posts"] = {7}; },
       ErrorCode::declaration_inconsistent, "/rosters/0/shifts"},
      {"an unknown member of a person",
       [](Json& j) { j["rosters"][0]["people"][0]["password"] = ""; },
       ErrorCode::json_unknown_value, "/rosters/0/people/0/password"},
      {"too many shifts",
       [](Json& j) {
         Json& shifts = j["rosters"][0]["shifts"];
         shifts = Json(kMaxDutyShifts + 1, shifts[0]);
       },
       ErrorCode::json_too_large, "/rosters/0/shifts"},
      {"too many rosters", [](Json& j) { j["rosters"] = Json(kMaxRosters + 1, j["rosters"][0]); },
       ErrorCode::json_too_large, "/rosters"},
      {"too many machines",
       [](Json& j) { j["machines"] = Json(kMaxMachines + 1, j["machines"][0]); },
       ErrorCode::json_too_large, "/machines"},
      {"«no machines» with machines", [](Json& j) { j["no_machines"] = true; },
       ErrorCode::declaration_inconsistent, "/no_machines"},
      {"more out of use than reviewed", [](Json& j) { j["account_reviews"][0]["unused"] = 13; },
       ErrorCode::declaration_inconsistent, "/account_reviews/0/unused"},
      {"a review of minus one", [](Json& j) { j["account_reviews"][0]["reviewed"] = -1; },
       ErrorCode::json_number_out_of_range, "/account_reviews/0/reviewed"},
      {"a pack twice",
       [](Json& j) {
         j["packs"] = {"HP23", "HP23"};
       },
       ErrorCode::declaration_inconsistent, "/packs/1"},
      {"a pack without id", [](Json& j) { j["packs"] = {""}; }, ErrorCode::declaration_inconsistent,
       "/packs/0"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    Json json = to_json(sample());
    c.change(json);
    const auto read = declaration_from_json(json);
    REQUIRE_FALSE(read.has_value());
    CHECK(error_code_name(read.error().code) == error_code_name(c.code));
    CHECK(read.error().place == c.place);
  }
}

TEST_CASE("Declaration: a derived value may be absent, the next id follows the largest") {
  Json json = to_json(sample());
  json["channels"][0].erase("created_date");
  json["channels"][0].erase("state_value");
  const auto read = declaration_from_json(json);
  REQUIRE(read);
  CHECK(*read == sample());
  CHECK(read->next_id == 8);
}

TEST_CASE("Declaration: limits of a channel") {
  Channel channel;
  CHECK(fits_limits(channel));
  channel.contact.assign(kMaxTextBytes, 'a');
  CHECK(fits_limits(channel));
  channel.security.assignment.assign(kMaxTextBytes + 1, 'a');
  CHECK_FALSE(fits_limits(channel));
  channel.security.assignment.clear();
  channel.security.page_roles.resize(kMaxPageRoles + 1);
  CHECK_FALSE(fits_limits(channel));
}
