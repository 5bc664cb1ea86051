// The rules of logs (core/policy/log_rule.h), each by a pack of its own.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>

#include "core/inventory/backup_book.h"
#include "core/policy/evaluate.h"
#include "core/policy/log_rule.h"
#include "core/policy/pack_set.h"
#include "core/policy/tasks.h"

using namespace sokenh;
using Json = nlohmann::json;

namespace {

constexpr Date kToday{2026, 11, 20};

LogEntry entry(LogKind kind, const std::vector<std::pair<LogField, std::string>>& texts) {
  LogEntry made{.kind = kind};
  for (const auto& [field, text] : texts) REQUIRE(set_log_text(made, field, text));
  return made;
}

Json pack_json(const Json& rules) {
  return {{"format", "sokenh.pack"},
          {"version", 1},
          {"id", "X"},
          {"title", {{"vi", "x"}, {"en", "x"}}},
          {"short_name", {{"vi", "x"}, {"en", "x"}}},
          {"issuer", "x"},
          {"number", "1"},
          {"in_force", true},
          {"recipient", {{"name", ""}, {"telephone", ""}, {"email", ""}}},
          {"contacts", Json::array()},
          {"password", Json::object()},
          {"requirements",
           {{{"id", "X-1"},
             {"clause", "1"},
             {"text", {{"vi", "x"}, {"en", "x"}}},
             {"kind", "log"},
             {"check", "log.in_order"},
             {"log", rules}}}}};
}

// What one pack with these rules finds in a log.
struct Outcome {
  RequirementStatus status = RequirementStatus::unanswered;
  std::vector<Finding> findings;
  std::vector<DueDate> due;
  std::vector<OpenItem> unanswered;

  std::vector<std::string> codes() const {
    std::vector<std::string> out;
    for (const Finding& finding : findings) out.emplace_back(finding_code_name(finding.code));
    return out;
  }
};

Outcome check(const Json& rules, std::vector<LogEntry> log, const Date& today = kToday) {
  const auto pack = parse_pack(pack_json(rules).dump());
  REQUIRE(pack);
  Declaration declaration;
  declaration.no_channels = true;
  for (LogEntry& each : log) each.id = declaration.next_log_id++;
  declaration.log = std::move(log);
  const Pack* followed[] = {&*pack};
  Evaluation evaluation = evaluate(declaration, followed, today);
  Outcome out{evaluation.requirements.at(0).status, {}, evaluation.due, evaluation.unanswered};
  for (const Finding& finding : evaluation.findings) {
    if (finding.requirement == "X-1") out.findings.push_back(finding);
  }
  return out;
}

LogEntry session(const std::string& date) {
  return entry(LogKind::awareness,
               {{LogField::date, date}, {LogField::topic, "a"}, {LogField::people, "3"}});
}

LogEntry hunt(const std::string& machine, const std::string& date,
              const std::string& retired = "") {
  return entry(LogKind::threat_hunt, {{LogField::date, date},
                                      {LogField::machine, machine},
                                      {LogField::result, "nothing"},
                                      {LogField::retired, retired}});
}

LogEntry patch(const std::string& date, const std::string& due, const std::string& handled) {
  return entry(LogKind::patch, {{LogField::date, date},
                                {LogField::reference, "CVE-1"},
                                {LogField::system, "a"},
                                {LogField::due, due},
                                {LogField::handled, handled}});
}

}  // namespace

TEST_CASE("kept: an interval in months ends with the month, on the last day on time") {
  struct Case {
    const char* done;
    int months;
    Date last_day;
  };
  const Case cases[] = {{"31/08/2026", 1, {2026, 9, 30}},  {"30/11/2023", 3, {2024, 2, 29}},
                        {"30/11/2025", 3, {2026, 2, 28}},  {"31/03/2026", 6, {2026, 9, 30}},
                        {"29/02/2024", 12, {2025, 2, 28}}, {"8/2026", 1, {2026, 9, 30}},
                        {"2025", 12, {2026, 12, 31}}};
  for (const Case& c : cases) {
    CAPTURE(std::string(c.done));
    const Json rules{{{"rule", "kept"}, {"log", "awareness"}, {"months", c.months}}};
    const Outcome on_time = check(rules, {session(c.done)}, c.last_day);
    CHECK(on_time.status == RequirementStatus::met);
    REQUIRE(on_time.due.size() == 1);
    CHECK(on_time.due[0].date == c.last_day);
    CHECK(on_time.due[0].place == log_place(LogKind::awareness));
    const Outcome late = check(rules, {session(c.done)}, add_days(c.last_day, 1));
    CHECK(late.status == RequirementStatus::to_do);
    REQUIRE(late.findings.size() == 1);
    CHECK(late.findings[0].code == FindingCode::log_recurrence_overdue);
    CHECK(late.findings[0].suggestion == vietnamese_date(c.last_day));
    CHECK(place_of(late.findings[0]) == log_place(LogKind::awareness));
  }
}

TEST_CASE(
    "kept: the latest counts, whatever the order of entries; days that cannot be read do not") {
  const Json rules{{{"rule", "kept"}, {"log", "awareness"}, {"days", 30}}};
  const Outcome mixed = check(rules, {session("01/11/2026"), session("01/01/2026")});
  CHECK(mixed.status == RequirementStatus::met);
  CHECK(mixed.due[0].date == Date{2026, 12, 1});
  const Outcome broken = check(rules, {session("hôm qua"), session("01/01/2026")});
  CHECK(broken.codes() == std::vector<std::string>{"log_recurrence_overdue", "date_unreadable"});
  CHECK(check(rules, {session("hôm qua")}).status == RequirementStatus::to_do);
  CHECK(check(rules, {session("21/11/2026")}).codes() ==
        std::vector<std::string>{"date_in_future"});
}

TEST_CASE("kept: without an interval once is enough; nothing yet asks for the first") {
  const Json rules{{{"rule", "kept"}, {"log", "awareness"}}};
  CHECK(check(rules, {session("01/01/2001")}).status == RequirementStatus::met);
  const Outcome none = check(rules, {});
  CHECK(none.status == RequirementStatus::unanswered);
  REQUIRE(none.unanswered.size() == 1);
  CHECK(none.unanswered[0].place == log_place(LogKind::awareness));
}

TEST_CASE("HP24-3.2 kept: each machine by its own latest entry, one that is out of use left out") {
  const Json rules{{{"rule", "kept"}, {"log", "threat_hunt"}, {"months", 1}}};
  const Outcome out = check(
      rules, {hunt("Máy A", "01/11/2026"), hunt("Máy B", "01/09/2026"), hunt("MÁY A", "01/10/2026"),
              hunt("Máy C", "01/01/2026", "9/2026"), hunt("Máy D", "01/01/2026", "12/2026")});
  CHECK(out.status == RequirementStatus::to_do);
  REQUIRE(out.findings.size() == 2);  // B, and D which is in use until December
  CHECK(out.findings[0].log_entry == 2);
  CHECK(out.findings[0].log_field == LogField::date);
  CHECK(out.findings[0].evidence == "01/09/2026");
  CHECK(out.findings[0].suggestion == "01/10/2026");
  CHECK(out.findings[1].log_entry == 5);
  CHECK(out.due.size() == 3);
  // Of two on one day the one entered last says how it stands.
  CHECK(check(rules, {hunt("A", "01/01/2026"), hunt("A", "01/01/2026", "01/01/2026")}).status ==
        RequirementStatus::not_applicable);
}

TEST_CASE("kept: machines of another log that this one says nothing of, each once") {
  const Json rules{{{"rule", "kept"}, {"log", "threat_hunt"}, {"also", {"antivirus"}}}};
  const auto scan = [](const std::string& machine, const std::string& retired = "") {
    return entry(LogKind::antivirus, {{LogField::date, "01/11/2026"},
                                      {LogField::machine, machine},
                                      {LogField::retired, retired}});
  };
  const Outcome out = check(rules, {scan("Máy A"), scan("máy  a"), scan("Máy B"),
                                    scan("Máy C", "01/11/2026"), hunt("MÁY B", "01/11/2026")});
  REQUIRE(out.findings.size() == 1);
  CHECK(out.findings[0].code == FindingCode::log_subject_missing);
  CHECK(out.findings[0].evidence == "máy  a");
  CHECK(place_of(out.findings[0]) == log_place(LogKind::threat_hunt));
  CHECK(check(rules, {scan("Máy A")}).status == RequirementStatus::to_do);
}

TEST_CASE("HP24-2 handled: an entry's own due day, else so long after the warning") {
  const Json rules{{{"rule", "handled"}, {"log", "patch"}, {"field", "handled"}, {"days", 30}}};
  const Outcome open = check(rules, {patch("21/10/2026", "", "")});
  CHECK(open.status == RequirementStatus::met);
  REQUIRE(open.due.size() == 1);
  CHECK(open.due[0].date == kToday);
  CHECK(open.due[0].place == (Place{.kind = PlaceKind::log_entry,
                                    .log = LogKind::patch,
                                    .log_entry = 1,
                                    .log_field = LogField::handled}));
  const Outcome late = check(rules, {patch("20/10/2026", "", "")});
  REQUIRE(late.findings.size() == 1);
  CHECK(late.findings[0].code == FindingCode::log_entry_overdue);
  CHECK(late.findings[0].severity == Severity::error);
  CHECK(late.findings[0].evidence == "CVE-1");
  CHECK(late.findings[0].suggestion == "19/11/2026");
  CHECK(check(rules, {patch("20/10/2026", "31/12/2026", "")}).status == RequirementStatus::met);
  CHECK(check(rules, {patch("19/11/2026", "19/11/2026", "")}).status == RequirementStatus::to_do);
  CHECK(check(rules, {patch("20/10/2026", "11/2026", "")}).status == RequirementStatus::met);
  CHECK(check(rules, {patch("20/10/2026", "", "01/11/2026")}).due.empty());
}

TEST_CASE("handled: without an interval what is open is found at once, and is overdue later") {
  const Json rules{{{"rule", "handled"}, {"log", "patch"}, {"field", "handled"}}};
  const Outcome open = check(rules, {patch("20/11/2026", "21/11/2026", "")});
  REQUIRE(open.findings.size() == 1);
  CHECK(open.findings[0].code == FindingCode::log_entry_open);
  CHECK(open.findings[0].severity == Severity::warning);
  CHECK(open.due.at(0).date == Date{2026, 11, 21});
  CHECK(check(rules, {patch("01/11/2026", "19/11/2026", "")}).codes() ==
        std::vector<std::string>{"log_entry_overdue"});
  CHECK(check(rules, {}).status == RequirementStatus::unanswered);
  const Json if_any{
      {{"rule", "handled"}, {"log", "patch"}, {"field", "handled"}, {"if_any", true}}};
  CHECK(check(if_any, {}).status == RequirementStatus::not_applicable);
}

TEST_CASE("Several rules on one empty log ask for it once") {
  const Json rules{{{"rule", "handled"}, {"log", "spam"}, {"field", "handled"}},
                   {{"rule", "handled"}, {"log", "spam"}, {"field", "reported"}}};
  CHECK(check(rules, {}).unanswered.size() == 1);
}

TEST_CASE("A fault of an entry is found once, however many rules and requirements look at it") {
  const Json rules{{{"rule", "kept"}, {"log", "awareness"}},
                   {{"rule", "kept"}, {"log", "awareness"}, {"days", 30}}};
  const Outcome out = check(
      rules,
      {entry(LogKind::awareness, {{LogField::date, "20/11/2026"}, {LogField::people, "ba"}})});
  CHECK(out.codes() == std::vector<std::string>{"log_field_missing", "log_number_unreadable"});
  CHECK(out.findings[0].log_field == LogField::topic);
  CHECK(out.findings[1].evidence == "ba");
  // HP23-5 and DL-3 look at the same log.
  Declaration declaration;
  declaration.packs = {"HP23", "DL"};
  LogEntry incomplete = entry(LogKind::awareness, {{LogField::date, "20/11/2026"}});
  incomplete.id = 1;
  declaration.log = {incomplete};
  const Evaluation evaluation = evaluate(declaration, PackSet().followed(declaration), kToday);
  CHECK(std::count_if(evaluation.findings.begin(), evaluation.findings.end(),
                      [](const Finding& each) { return each.log.has_value(); }) == 2);
}

TEST_CASE("An incident's times come one after another") {
  const Json rules{{{"rule", "handled"}, {"log", "incident"}, {"field", "recovered"}}};
  const auto incident = [](const char* contained, const char* recovered) {
    return entry(LogKind::incident, {{LogField::at, "08:30 19/11/2026"},
                                     {LogField::system, "a"},
                                     {LogField::topic, "b"},
                                     {LogField::contained, contained},
                                     {LogField::recovered, recovered}});
  };
  CHECK(check(rules, {incident("08:30 19/11/2026", "19/11/2026")}).status ==
        RequirementStatus::met);
  const Outcome wrong = check(rules, {incident("08:29 19/11/2026", "20/11/2026")});
  REQUIRE(wrong.findings.size() == 1);
  CHECK(wrong.findings[0].code == FindingCode::log_times_out_of_order);
  CHECK(wrong.findings[0].log_field == LogField::contained);
  CHECK(wrong.findings[0].suggestion == "08:30 19/11/2026");
  CHECK(check(rules, {incident("19/11/2026", "08:00 21/11/2026")}).codes() ==
        std::vector<std::string>{"date_in_future"});
  CHECK(check(rules, {incident("31/11/2026", "20/11/2026")}).codes() ==
        std::vector<std::string>{"date_no_such_day"});
  CHECK(check(rules, {incident("1/11/1026", "20/11/2026")}).codes() ==
        std::vector<std::string>{"date_out_of_range"});
}

TEST_CASE("not_ended: the day itself is still in time, and stands in the calendar") {
  const Json rules{{{"rule", "not_ended"}, {"log", "antivirus"}, {"field", "licence_end"}}};
  const auto licensed = [](const char* date, const char* end) {
    return entry(LogKind::antivirus, {{LogField::date, date},
                                      {LogField::machine, "Máy A"},
                                      {LogField::system, "BKAV"},
                                      {LogField::licence, "until"},
                                      {LogField::licence_end, end},
                                      {LogField::result, "nothing"}});
  };
  const Outcome good = check(rules, {licensed("01/11/2026", "11/2026")});
  CHECK(good.status == RequirementStatus::met);
  CHECK(good.due.at(0).date == Date{2026, 11, 30});
  CHECK(good.due.at(0).place.log_field == LogField::licence_end);
  const Outcome ended = check(rules, {licensed("01/11/2026", "19/11/2026")});
  REQUIRE(ended.findings.size() == 1);
  CHECK(ended.findings[0].evidence == "Máy A");
  CHECK(ended.findings[0].suggestion == "19/11/2026");
  // Renewed since.
  CHECK(check(rules, {licensed("01/10/2026", "19/11/2026"), licensed("20/11/2026", "19/11/2027")})
            .status == RequirementStatus::met);
}

TEST_CASE("Tasks: one for each entry's field, with its day; a kind's next entry is one task") {
  Declaration declaration;
  declaration.no_channels = true;
  declaration.packs = {"HP24", "DL"};
  LogEntry open = patch("01/11/2026", "25/11/2026", "");
  open.id = 1;
  LogEntry review = entry(LogKind::vulnerability, {{LogField::date, "20/11/2026"},
                                                   {LogField::target, "system"},
                                                   {LogField::system, "a"},
                                                   {LogField::result, "nothing"}});
  review.id = 2;
  declaration.log = {open, review};
  const auto packs = PackSet().followed(declaration);
  const Evaluation evaluation = evaluate(declaration, packs, kToday);
  const std::vector<Task> tasks = what_to_do(evaluation, packs, kToday);
  const auto at = [&tasks](const Place& place) {
    return std::count_if(tasks.begin(), tasks.end(),
                         [&place](const Task& task) { return task.place == place; });
  };
  CHECK(at(log_place(open, LogField::handled)) == 1);
  CHECK(at(log_place(LogKind::vulnerability)) == 1);
  for (const Task& task : tasks) {
    if (task.place == log_place(open, LogField::handled)) {
      CHECK(task.kind == TaskKind::renew);
      CHECK(task.due == Date{2026, 11, 25});
    }
    // HP24-3.1 and DL-4 want the same review.
    if (task.place == log_place(LogKind::vulnerability)) {
      CHECK(task.due == Date{2027, 5, 20});
      CHECK(task.requirements.size() == 2);
    }
  }
}

TEST_CASE("Rules are read strictly") {
  struct Case {
    std::string what;
    Json rule;
    ErrorCode code;
    std::string place;
  };
  const Json handled{{"rule", "handled"}, {"log", "patch"}, {"field", "handled"}};
  const auto with = [](Json json, const Json& more) {
    json.update(more);
    return json;
  };
  const Json kept{{"rule", "kept"}, {"log", "awareness"}};
  const Case cases[] = {
      {"no object", 1, ErrorCode::json_wrong_type, ""},
      {"no rule", {{"log", "patch"}}, ErrorCode::json_missing_member, "/rule"},
      {"an unknown rule", with(kept, {{"rule", "magic"}}), ErrorCode::json_unknown_value, "/rule"},
      {"an unknown log", with(kept, {{"log", "magic"}}), ErrorCode::json_unknown_value, "/log"},
      {"an unknown member", with(kept, {{"x", 1}}), ErrorCode::json_unknown_value, "/x"},
      {"a field where none is wanted", with(kept, {{"field", "date"}}),
       ErrorCode::pack_wrong_format, "/field"},
      {"no field where one is",
       {{"rule", "handled"}, {"log", "patch"}},
       ErrorCode::json_missing_member,
       "/field"},
      {"a field of another log", with(handled, {{"field", "people"}}),
       ErrorCode::json_unknown_value, "/field"},
      {"a field that is no day", with(handled, {{"field", "note"}}), ErrorCode::pack_wrong_format,
       "/field"},
      {"days and months", with(kept, {{"days", 3}, {"months", 3}}), ErrorCode::pack_wrong_format,
       "/months"},
      {"no day", with(kept, {{"days", 0}}), ErrorCode::json_number_out_of_range, "/days"},
      {"an interval where none is wanted",
       {{"rule", "latest"},
        {"log", "software"},
        {"field", "newest"},
        {"is", {"yes"}},
        {"months", 3}},
       ErrorCode::pack_wrong_format,
       "/months"},
      {"a choice without keys",
       {{"rule", "latest"}, {"log", "software"}, {"field", "newest"}, {"is", Json::array()}},
       ErrorCode::pack_wrong_format,
       "/is"},
      {"a choice with an unknown key",
       {{"rule", "latest"}, {"log", "software"}, {"field", "newest"}, {"is", {"maybe"}}},
       ErrorCode::json_unknown_value,
       "/is/0"},
      {"where a field is no choice", with(handled, {{"where", {{"field", "note"}, {"is", {"x"}}}}}),
       ErrorCode::json_unknown_value, "/where/is/0"},
      {"no conditions", with(handled, {{"where", Json::array()}}), ErrorCode::pack_wrong_format,
       "/where"},
      {"one of several conditions",
       with(handled,
            {{"where",
              {{{"field", "level"}, {"is", {"high"}}}, {{"field", "level"}, {"is", {"x"}}}}}}),
       ErrorCode::json_unknown_value, "/where/1/is/0"},
      {"machines of a log without", with(kept, {{"also", {"antivirus"}}}),
       ErrorCode::pack_wrong_format, "/also"},
      {"a number that is none",
       {{"rule", "reported_first"}, {"log", "bulk_mail"}, {"field", "topic"}, {"at_least", 20}},
       ErrorCode::pack_wrong_format,
       "/field"},
      {"no number",
       {{"rule", "reported_first"}, {"log", "bulk_mail"}, {"field", "recipients"}},
       ErrorCode::json_missing_member,
       "/at_least"},
      {"a log in which nothing is reported",
       {{"rule", "reported_first"}, {"log", "awareness"}, {"field", "people"}, {"at_least", 20}},
       ErrorCode::pack_wrong_format,
       "/log"},
      {"a day that no rule looks at", with(handled, {{"at_least", 3}}),
       ErrorCode::pack_wrong_format, "/at_least"},
      {"if_any where it means nothing", with(kept, {{"if_any", true}}),
       ErrorCode::pack_wrong_format, "/if_any"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const auto pack = parse_pack(pack_json(Json::array({c.rule})).dump());
    REQUIRE_FALSE(pack.has_value());
    CHECK(error_code_name(pack.error().code) == error_code_name(c.code));
    CHECK(pack.error().place == "/requirements/0/log/0" + c.place);
  }
  Json none = pack_json(Json::array());
  CHECK(parse_pack(none.dump()).error().place == "/requirements/0/log");
  none["requirements"][0].erase("log");
  CHECK(parse_pack(none.dump()).error().code == ErrorCode::json_missing_member);
  Json other = pack_json(Json::array({kept}));
  other["requirements"][0]["check"] = "declaration.answer";
  CHECK(parse_pack(other.dump()).error().place == "/requirements/0/log");
}

// --- backups (TN17-1.3, TN17-2.2)

namespace {

LogEntry backup(const std::string& at, const std::string& set, const std::string& medium = "usb",
                const std::string& complete = "yes") {
  return entry(LogKind::backup, {{LogField::at, at},
                                 {LogField::data_set, set},
                                 {LogField::act, "backup"},
                                 {LogField::medium, medium},
                                 {LogField::complete, complete}});
}

LogEntry about(const std::string& act, const std::string& serial) {
  return entry(LogKind::backup, {{LogField::at, "19/11/2026"},
                                 {LogField::act, act},
                                 {LogField::refers, serial},
                                 {LogField::outcome, act == "restore_test" ? "passed" : ""}});
}

// Written to the book in their order.
std::vector<LogEntry> book(std::vector<LogEntry> entries) {
  seal_backups(read_backup_book({}), entries);
  return entries;
}

Json weekly(const std::string& set) {
  return {{"rule", "kept"},
          {"log", "backup"},
          {"days", 7},
          {"where",
           {{{"field", "data_set"}, {"is", {set}}},
            {{"field", "medium"}, {"is", {"external_drive", "usb"}}}}}};
}
const Json kWeekly{weekly("school_records"), weekly("pupil_records")};

}  // namespace

TEST_CASE("TN17-2.2: each data set is backed up weekly to an external medium") {
  const LogEntry school = backup("18/11/2026", "school_records");
  struct Case {
    const char* what;
    std::vector<LogEntry> log;
    RequirementStatus status;
    std::vector<std::string> codes;
  };
  using enum RequirementStatus;
  const Case cases[] = {
      {"nothing yet", {}, unanswered, {}},
      {"both", book({school, backup("13/11/2026", "pupil_records")}), met, {}},
      {"one a day late",
       book({school, backup("12/11/2026", "pupil_records")}),
       to_do,
       {"log_recurrence_overdue"}},
      {"one never", book({school}), to_do, {"backup_missing"}},
      {"one in the cloud only",
       book({school, backup("18/11/2026", "pupil_records", "cloud")}),
       to_do,
       {"backup_missing"}},
      {"the new one in the cloud",
       book({school, backup("01/11/2026", "pupil_records"),
             backup("18/11/2026", "pupil_records", "cloud")}),
       to_do,
       {"log_recurrence_overdue"}},
      {"the new one withdrawn",
       book({school, backup("01/11/2026", "pupil_records"), backup("18/11/2026", "pupil_records"),
             about("withdrawal", "3")}),
       to_do,
       {"log_recurrence_overdue"}},
      {"a restore test is no backup",
       book({school, backup("01/11/2026", "pupil_records"), about("restore_test", "2")}),
       to_do,
       {"log_recurrence_overdue"}},
      {"not written to the book",
       {backup("18/11/2026", "pupil_records")},
       to_do,
       {"backup_not_sealed"}},
  };
  for (const Case& c : cases) {
    CAPTURE(std::string(c.what));
    const Outcome outcome = check(kWeekly, c.log);
    CHECK(outcome.status == c.status);
    CHECK(outcome.codes() == c.codes);
  }
  const Outcome missing = check(kWeekly, book({school}));
  REQUIRE(missing.findings.size() == 1);
  CHECK(missing.findings[0].evidence == "pupil_records");
  CHECK(missing.findings[0].log_field == LogField::data_set);
  // When the next of each is due, at its last one.
  const Outcome both = check(kWeekly, book({school, backup("13/11/2026", "pupil_records")}));
  REQUIRE(both.due.size() == 2);
  CHECK(both.due[0].date == Date{2026, 11, 25});
  CHECK(both.due[1].date == Date{2026, 11, 20});
  CHECK(both.due[1].place.log_entry == 2);
}

TEST_CASE("TN17-1.3: a corrected backup counts as corrected, and restore tests can be asked for") {
  LogEntry corrected = backup("18/11/2026", "website");
  set_log_text(corrected, LogField::act, "correction");
  set_log_text(corrected, LogField::refers, "1");
  const Json complete{{{"rule", "latest"},
                       {"log", "backup"},
                       {"field", "complete"},
                       {"where", {{"field", "data_set"}, {"is", {"website"}}}},
                       {"is", {"yes"}}}};
  const LogEntry partial = backup("18/11/2026", "website", "usb", "no");
  CHECK(check(complete, book({partial})).codes() ==
        std::vector<std::string>{"log_choice_not_in_order"});
  CHECK(check(complete, book({partial, corrected})).status == RequirementStatus::met);

  const Json tested{{{"rule", "kept"},
                     {"log", "backup"},
                     {"months", 12},
                     {"where", {{"field", "act"}, {"is", {"restore_test"}}}}}};
  CHECK(check(tested, book({backup("18/11/2026", "website")})).codes() ==
        std::vector<std::string>{"backup_missing"});
  CHECK(check(tested, book({backup("18/11/2026", "website"), about("restore_test", "1")})).status ==
        RequirementStatus::met);
}

TEST_CASE("backups: a damaged book is an error whoever asks, and no rule about it is met") {
  struct Case {
    const char* code;
    std::function<void(std::vector<LogEntry>&)> damage;
    std::string evidence, suggestion;
  };
  const auto set = [](std::size_t i, LogField field, const std::string& text) {
    return [=](std::vector<LogEntry>& log) { set_log_text(log[i], field, text); };
  };
  const Case cases[] = {
      {"backup_seal_broken", set(3, LogField::medium, "external_drive"), "4", ""},
      {"backup_entries_missing", [](auto& log) { log.erase(log.begin() + 1, log.begin() + 3); },
       "2–3", "4"},
      {"backup_entries_missing", [](auto& log) { log.erase(log.begin()); }, "1", "2"},
      {"backup_serial_repeated", [](auto& log) { log.push_back(log[1]); }, "2", ""},
      {"backup_seal_unreadable", set(3, LogField::seal, "niêm phong"), "dl.zip", ""},
      {"backup_refers_nowhere",
       [](auto& log) {
         log.push_back(about("withdrawal", "9"));
         seal_backups(read_backup_book(log), std::span(log).last(1));
       },
       "5", "9"},
  };
  for (const Case& c : cases) {
    CAPTURE(std::string(c.code));
    LogEntry named = backup("18/11/2026", "pupil_records");
    set_log_text(named, LogField::file, "dl.zip");
    std::vector<LogEntry> log =
        book({backup("16/11/2026", "school_records"), backup("16/11/2026", "pupil_records"),
              backup("18/11/2026", "school_records"), named});
    // Entries are found by their ids.
    LogEntryId id = 0;
    for (LogEntry& each : log) each.id = ++id;
    c.damage(log);
    const Outcome outcome = check(kWeekly, log);
    CHECK(outcome.status == RequirementStatus::to_do);
    const auto found = std::find_if(
        outcome.findings.begin(), outcome.findings.end(),
        [&](const Finding& finding) { return finding_code_name(finding.code) == c.code; });
    REQUIRE(found != outcome.findings.end());
    CHECK(found->severity == Severity::error);
    CHECK(found->evidence == c.evidence);
    CHECK(found->suggestion == c.suggestion);

    Declaration declaration;
    for (LogEntry& each : log) each.id = declaration.next_log_id++;
    declaration.log = log;
    const Evaluation unasked = evaluate(declaration, {}, kToday);
    CHECK(std::count_if(unasked.findings.begin(), unasked.findings.end(),
                        [&](const Finding& finding) {
                          return finding_code_name(finding.code) == c.code;
                        }) == 1);
  }
}
