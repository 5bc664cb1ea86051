#include "core/inventory/log.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>

#include "core/base/json.h"
#include "core/inventory/declaration.h"

using namespace sokenh;
using Json = nlohmann::json;

namespace {

LogEntry patch_entry() {
  LogEntry entry{.id = 7, .kind = LogKind::patch};
  set_log_text(entry, LogField::system, "Máy chủ web");
  set_log_text(entry, LogField::date, "01/11/2026");
  set_log_text(entry, LogField::reference, "CVE-2026-1234");
  return entry;
}

Json declaration_json() {
  Declaration declaration;
  declaration.log = {patch_entry()};
  LogEntry mail{.id = 9, .kind = LogKind::bulk_mail};
  set_log_text(mail, LogField::at, "8h30 ngày 20/11/2026");
  set_log_text(mail, LogField::topic, "Thư mời");
  set_log_text(mail, LogField::recipients, "1.200");
  set_log_text(mail, LogField::reported, "sáng nay");
  declaration.log.push_back(mail);
  declaration.nothing_logged = {LogKind::spam, LogKind::incident};
  return to_json(declaration);
}

}  // namespace

TEST_CASE("Log: the table of kinds is whole") {
  std::set<std::string_view> keys;
  std::set<LogField> used;
  for (const LogKind kind : log_kinds()) {
    CAPTURE(log_kind_key(kind));
    CHECK(keys.insert(log_kind_key(kind)).second);
    CHECK(parse_log_kind_key(log_kind_key(kind)) == kind);
    const auto fields = log_fields(kind);
    REQUIRE_FALSE(fields.empty());
    // The first is the entry's day, and must be there.
    CHECK(fields[0].required);
    const LogFieldType day = log_field_type(log_day_field(kind));
    CHECK((day == LogFieldType::date || day == LogFieldType::moment));
    std::set<LogField> own;
    for (const LogFieldUse& use : fields) {
      CHECK(own.insert(use.field).second);
      used.insert(use.field);
      if (use.when_keys.empty()) continue;
      const auto choices = log_choices(use.when);
      for (const std::string_view key : use.when_keys)
        CHECK(std::find(choices.begin(), choices.end(), key) != choices.end());
      CHECK(find_log_field(kind, use.when) != nullptr);
    }
  }
  CHECK(used.size() == all_log_fields().size());
  CHECK_FALSE(parse_log_kind_key("magic"));
}

TEST_CASE("Log: the table of fields is whole") {
  std::set<std::string_view> keys;
  for (const LogField field : all_log_fields()) {
    CAPTURE(log_field_key(field));
    CHECK(keys.insert(log_field_key(field)).second);
    CHECK(parse_log_field_key(log_field_key(field)) == field);
    CHECK((log_field_type(field) == LogFieldType::choice) == !log_choices(field).empty());
    // Beside the members of every entry, and of what is derived.
    CHECK(log_field_key(field) != "id");
    CHECK(log_field_key(field) != "kind");
    CHECK_FALSE(log_field_key(field).ends_with("_value"));
  }
  CHECK_FALSE(parse_log_field_key("id"));
}

TEST_CASE("Log: texts stand in the kind's order, whatever the order they come in") {
  LogEntry entry = patch_entry();
  REQUIRE(entry.texts.size() == 3);
  CHECK(entry.texts[0].field == LogField::date);
  CHECK(entry.texts[1].field == LogField::reference);
  CHECK(entry.texts[2].field == LogField::system);
  CHECK(set_log_text(entry, LogField::reference, "CVE-2026-9"));
  CHECK(log_text(entry, LogField::reference) == "CVE-2026-9");
  CHECK(set_log_text(entry, LogField::reference, ""));
  CHECK(entry.texts.size() == 2);
  CHECK(log_text(entry, LogField::reference).empty());
  CHECK_FALSE(set_log_text(entry, LogField::people, "3"));  // the kind has none
  CHECK(set_log_text(entry, LogField::level, "high"));
  CHECK_FALSE(set_log_text(entry, LogField::level, "Cao"));
  CHECK(log_text(entry, LogField::level) == "high");
  CHECK(set_log_text(entry, LogField::level, ""));
  CHECK_FALSE(is_blank(entry));
  CHECK(is_blank(LogEntry{.kind = LogKind::spam, .texts = {{LogField::note, "  "}}}));
}

TEST_CASE("Log: what was found is wanted where something was, a licence's end where it has one") {
  LogEntry entry{.kind = LogKind::antivirus};
  const auto is_required = [&entry](LogField field) {
    return log_field_required(entry, *find_log_field(entry.kind, field));
  };
  CHECK(is_required(LogField::machine));
  CHECK_FALSE(is_required(LogField::found));
  CHECK_FALSE(is_required(LogField::licence_end));
  set_log_text(entry, LogField::result, "found");
  set_log_text(entry, LogField::licence, "until");
  CHECK(is_required(LogField::found));
  CHECK(is_required(LogField::licence_end));
  set_log_text(entry, LogField::result, "nothing");
  set_log_text(entry, LogField::licence, "unlimited");
  CHECK_FALSE(is_required(LogField::found));
  CHECK_FALSE(is_required(LogField::licence_end));
}

TEST_CASE("Log: numbers with and without dots between thousands") {
  CHECK(read_log_number("25") == 25U);
  CHECK(read_log_number(" 0 ") == 0U);
  CHECK(read_log_number("1.200") == 1200U);
  CHECK(read_log_number("12.345.678") == 12'345'678U);
  CHECK(read_log_number("100000000") == 100'000'000U);
  CHECK(read_log_number("9.007.199.254.740.991") == kMaxLogNumber);
  for (const char* text : {"", " ", "-1", "1,5", "1.5", "1.2000", "1200.000", ".5", "1.", "1..200",
                           "9007199254740992", "99999999999999999999", "25 thư", "２５"}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(read_log_number(text).has_value());
  }
}

TEST_CASE("Log: what an entry is about, and what it is called") {
  LogEntry software{.kind = LogKind::software};
  CHECK(log_subject(software).empty());
  set_log_text(software, LogField::system, "Windows 11");
  set_log_text(software, LogField::machine, " Máy  KẾ toán ");
  CHECK(log_subject(software) == "windows 11\nmay ke toan");
  CHECK(log_subject_text(software) == "Windows 11, Máy  KẾ toán");
  CHECK(log_entry_name(software) == log_subject_text(software));
  CHECK(log_has_subjects(LogKind::software));
  CHECK_FALSE(log_has_subjects(LogKind::patch));
  CHECK(log_subject(patch_entry()).empty());
  CHECK(log_entry_name(patch_entry()) == "CVE-2026-1234");
  LogEntry incident{.kind = LogKind::incident};
  set_log_text(incident, LogField::at, "20/11/2026");
  CHECK(log_entry_name(incident) == "20/11/2026");
  set_log_text(incident, LogField::topic, "Trang bị sửa\ncả đêm");
  CHECK(log_entry_name(incident) == "Trang bị sửa");
}

TEST_CASE("Log: the day of an entry with a time, or with a day") {
  LogEntry mail{.kind = LogKind::bulk_mail};
  CHECK(log_day(mail).problem == DateProblem::empty);
  set_log_text(mail, LogField::at, "08:30 20/11/2026");
  CHECK(log_day(mail).value.date == Date{2026, 11, 20});
  set_log_text(mail, LogField::at, "08:30 31/11/2026");
  CHECK(log_day(mail).problem == DateProblem::no_such_day);
  set_log_text(mail, LogField::at, "08:30 20/11/1926");
  CHECK(log_day(mail).problem == DateProblem::out_of_range);
  set_log_text(mail, LogField::at, "08:30");
  CHECK(log_day(mail).problem == DateProblem::unreadable);
  CHECK(log_day(patch_entry()).value.date == Date{2026, 11, 1});
}

TEST_CASE("Declaration: a log is written with what was read from it, and read back") {
  const Json json = declaration_json();
  const Json& mail = json["log"][1];
  CHECK(mail["kind"] == "bulk_mail");
  CHECK(mail["at"] == "8h30 ngày 20/11/2026");
  CHECK(mail["at_value"] == "2026-11-20T08:30+07:00");
  CHECK(mail["recipients_value"] == 1200);
  CHECK_FALSE(mail.contains("reported_value"));
  CHECK_FALSE(mail.contains("note"));
  CHECK(json["log"][0]["date_value"] == "2026-11-01");
  CHECK(json["nothing_logged"] == Json{"spam", "incident"});
  const auto back = declaration_from_json(json);
  REQUIRE(back);
  CHECK(to_json(*back) == json);
  CHECK(back->next_log_id == 10);
  CHECK(says_nothing_logged(*back, LogKind::spam));
  CHECK_FALSE(says_nothing_logged(*back, LogKind::patch));
  REQUIRE(find_log_entry(*back, 9) != nullptr);
  CHECK(find_log_entry(*back, 8) == nullptr);
}

TEST_CASE("Declaration: files from before the log have none") {
  Json json = declaration_json();
  json.erase("log");
  json.erase("nothing_logged");
  const auto back = declaration_from_json(json);
  REQUIRE(back);
  CHECK(back->log.empty());
  CHECK(back->next_log_id == 1);
  CHECK_FALSE(to_json(*back).contains("log"));
  CHECK_FALSE(to_json(*back).contains("nothing_logged"));
}

TEST_CASE("Declaration: what is wrong in a log is refused, with its place") {
  struct Case {
    std::string what;
    std::function<void(Json&)> change;
    ErrorCode code;
    std::string place;
  };
  const Case cases[] = {
      {"an unknown kind", [](Json& j) { j["log"][0]["kind"] = "magic"; },
       ErrorCode::json_unknown_value, "/log/0/kind"},
      {"no kind", [](Json& j) { j["log"][0].erase("kind"); }, ErrorCode::json_missing_member,
       "/log/0/kind"},
      {"no id", [](Json& j) { j["log"][0].erase("id"); }, ErrorCode::json_missing_member,
       "/log/0/id"},
      {"an id of nothing", [](Json& j) { j["log"][0]["id"] = 0; }, ErrorCode::declaration_bad_id,
       "/log/0/id"},
      {"an id twice", [](Json& j) { j["log"][1]["id"] = 7; }, ErrorCode::declaration_bad_id,
       "/log/1/id"},
      {"a field of another kind", [](Json& j) { j["log"][0]["people"] = "3"; },
       ErrorCode::json_unknown_value, "/log/0/people"},
      {"an unknown field", [](Json& j) { j["log"][0]["x"] = "3"; }, ErrorCode::json_unknown_value,
       "/log/0/x"},
      {"what was read from nothing", [](Json& j) { j["log"][0]["due_value"] = "2026-11-20"; },
       ErrorCode::json_unknown_value, "/log/0/due_value"},
      {"what was read otherwise", [](Json& j) { j["log"][0]["date_value"] = "2026-01-11"; },
       ErrorCode::declaration_inconsistent, "/log/0/date_value"},
      {"what cannot be read", [](Json& j) { j["log"][1]["reported_value"] = "2026-11-20"; },
       ErrorCode::declaration_inconsistent, "/log/1/reported_value"},
      {"a number as text", [](Json& j) { j["log"][1]["recipients_value"] = "1200"; },
       ErrorCode::declaration_inconsistent, "/log/1/recipients_value"},
      {"nothing written", [](Json& j) { j["log"][0]["note"] = ""; }, ErrorCode::json_unknown_value,
       "/log/0/note"},
      {"a choice that is none", [](Json& j) { j["log"][0]["level"] = "cao"; },
       ErrorCode::json_unknown_value, "/log/0/level"},
      {"a field that is no text", [](Json& j) { j["log"][0]["note"] = 1; },
       ErrorCode::json_wrong_type, "/log/0/note"},
      {"a direction mark", [](Json& j) { j["log"][0]["note"] = "\u202Ea"; },
       ErrorCode::declaration_text_has_controls, "/log/0/note"},
      {"a text too long", [](Json& j) { j["log"][0]["note"] = std::string(4001, 'a'); },
       ErrorCode::declaration_text_too_long, "/log/0/note"},
      {"an entry that is no object", [](Json& j) { j["log"][0] = 3; }, ErrorCode::json_wrong_type,
       "/log/0"},
      {"a log that is no list", [](Json& j) { j["log"] = Json::object(); },
       ErrorCode::json_wrong_type, "/log"},
      {"nothing of an unknown kind", [](Json& j) { j["nothing_logged"][0] = "magic"; },
       ErrorCode::json_unknown_value, "/nothing_logged/0"},
      {"nothing of a kind that has entries",
       [](Json& j) {
         j["nothing_logged"] = {"patch", "spam"};
       },
       ErrorCode::declaration_inconsistent, "/nothing_logged/0"},
      {"nothing of what must be", [](Json& j) { j["nothing_logged"] = {"plan"}; },
       ErrorCode::declaration_inconsistent, "/nothing_logged/0"},
      {"nothing twice",
       [](Json& j) {
         j["nothing_logged"] = {"spam", "spam"};
       },
       ErrorCode::declaration_inconsistent, "/nothing_logged/1"},
      {"nothing out of order",
       [](Json& j) {
         j["nothing_logged"] = {"incident", "spam"};
       },
       ErrorCode::declaration_inconsistent, "/nothing_logged/1"},
      {"too many entries",
       [](Json& j) {
         const Json entry = j["log"][0];
         for (std::size_t i = 0; i <= kMaxLogEntries; ++i) {
           j["log"].push_back(entry);
           j["log"].back()["id"] = 100 + i;
         }
       },
       ErrorCode::json_too_large, "/log"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    Json json = declaration_json();
    c.change(json);
    const auto declaration = declaration_from_json(json);
    REQUIRE_FALSE(declaration.has_value());
    CHECK(error_code_name(declaration.error().code) == error_code_name(c.code));
    CHECK(declaration.error().place == c.place);
  }
}
