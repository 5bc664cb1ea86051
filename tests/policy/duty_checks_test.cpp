// The rule of duty rosters (core/policy/duty_rule.h), by a pack of its own.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/policy/evaluate.h"
#include "core/policy/pack_set.h"
#include "core/policy/tasks.h"

using namespace sokenh;
using Json = nlohmann::json;

namespace {

constexpr Date kToday{2026, 4, 20};

Json pack_json(const Json& duty) {
  Json requirement{{"id", "X-1"},
                   {"clause", "1"},
                   {"text", {{"vi", "x"}, {"en", "x"}}},
                   {"kind", "automatic"},
                   {"check", "duty.covered"}};
  if (!duty.is_null()) requirement["duty"] = duty;
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
          {"requirements", {requirement}}};
}

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

Outcome check(std::vector<Roster> rosters, const Json& duty = nullptr, const Date& today = kToday) {
  const auto pack = parse_pack(pack_json(duty).dump());
  REQUIRE(pack);
  Declaration declaration;
  declaration.no_channels = true;
  for (Roster& roster : rosters) roster.id = declaration.next_roster_id++;
  declaration.rosters = std::move(rosters);
  const Pack* followed[] = {&*pack};
  Evaluation evaluation = evaluate(declaration, followed, today);
  Outcome out{evaluation.requirements.at(0).status, {}, evaluation.due, evaluation.unanswered};
  for (const Finding& finding : evaluation.findings) {
    if (finding.requirement == "X-1") out.findings.push_back(finding);
  }
  return out;
}

// Two days, two people taking turns, on one post round the clock.
Roster good() {
  Roster roster{.occasion = "Lễ 30/4", .from = "29/04/2026", .to = "30/04/2026"};
  roster.posts = {{.id = 1, .name = "Trực an toàn thông tin"}};
  roster.people = {{.id = 2, .name = "Mai", .telephone = "0912 345 678"},
                   {.id = 3, .name = "Khải", .telephone = "0912 345 679"}};
  roster.shifts = {{.id = 4, .post = 1, .person = 2, .from = "29/04/2026", .to = "29/04/2026"},
                   {.id = 5, .post = 1, .person = 3, .from = "30/04/2026", .to = "30/04/2026"}};
  return roster;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("HP24-1.1: what is wrong in a roster, and whether it breaks the clause") {
  struct Case {
    const char* name;
    void (*change)(Roster&);
    Codes codes;
    RequirementStatus status = RequirementStatus::to_do;
    DutyPart part = DutyPart::shift;
    DutyId id = 0;
  };
  constexpr auto kMet = RequirementStatus::met;
  constexpr auto kUnanswered = RequirementStatus::unanswered;
  const Case cases[] = {
      {"in order", [](Roster&) {}, {}, kMet},
      {"a gap",
       [](Roster& r) { r.shifts[1].from = "06:00 30/04/2026"; },
       {"duty_gap"},
       RequirementStatus::to_do,
       DutyPart::post,
       1},
      {"nobody yet",
       [](Roster& r) { r.shifts[1].person = 0; },
       {"duty_gap", "duty_nobody"},
       RequirementStatus::to_do,
       DutyPart::post,
       1},
      {"two posts at once",
       [](Roster& r) {
         r.posts.push_back({.id = 6, .name = "Trực lãnh đạo", .hours = "07:00–17:00"});
         r.people.push_back({.id = 9, .name = "Đạt", .telephone = "0912345670"});
         r.shifts.push_back({7, 6, 2, "07:00 29/04/2026", "17:00", false});
         r.shifts.push_back({8, 6, 9, "07:00 30/04/2026", "17:00", false});
       },
       {"duty_two_posts"},
       RequirementStatus::to_do,
       DutyPart::shift,
       7},
      {"twice on one post",
       [](Roster& r) {
         r.shifts.push_back({7, 1, 2, "07:00 29/04/2026", "17:00", false});
       },
       {"duty_twice"},
       RequirementStatus::to_do,
       DutyPart::shift,
       7},
      {"while away",
       [](Roster& r) { r.people[1].away = "30/4"; },
       {"duty_while_away"},
       RequirementStatus::to_do,
       DutyPart::shift,
       5},
      {"outside the period",
       [](Roster& r) {
         r.shifts.push_back({7, 1, 2, "02/05/2026", "02/05/2026", false});
       },
       {"duty_outside_period"},
       RequirementStatus::to_do,
       DutyPart::shift,
       7},
      {"no telephone",
       [](Roster& r) { r.people[0].telephone = ""; },
       {"duty_telephone_missing"},
       RequirementStatus::to_do,
       DutyPart::person,
       2},
      {"a telephone that is none",
       [](Roster& r) { r.people[0].telephone = "0912 345"; },
       {"duty_telephone_unreadable"},
       RequirementStatus::to_do,
       DutyPart::person,
       2},
      {"somebody who has no shift needs no telephone",
       [](Roster& r) { r.people.push_back({.id = 7, .name = "Lan"}); },
       {},
       kMet},
      {"no name",
       [](Roster& r) { r.people[0].name = " "; },
       {"duty_name_missing"},
       RequirementStatus::to_do,
       DutyPart::person,
       2},
      {"a post without a name",
       [](Roster& r) { r.posts[0].name = ""; },
       {"duty_name_missing"},
       RequirementStatus::to_do,
       DutyPart::post,
       1},
      {"a shift without its end",
       [](Roster& r) {
         r.shifts.push_back({7, 1, 2, "29/04/2026", "", false});
       },
       {"duty_time_missing"}},
      {"a shift that cannot be read",
       [](Roster& r) {
         r.shifts.push_back({7, 1, 2, "sáng 29", "29/04/2026", false});
       },
       {"duty_time_unreadable"}},
      {"an end before its beginning",
       [](Roster& r) {
         r.shifts.push_back({7, 1, 2, "29/04/2026", "28/04/2026", false});
       },
       {"duty_times_out_of_order"}},
      {"a shift of months",
       [](Roster& r) {
         r.shifts.push_back({7, 1, 2, "29/04/2026", "29/07/2026", false});
       },
       {"duty_time_too_long"}},
      {"hours that cannot be read",
       [](Roster& r) { r.posts[0].hours = "giờ hành chính"; },
       {"duty_hours_unreadable"}},
      {"a number of people that cannot be read",
       [](Roster& r) { r.posts[0].people = "vài"; },
       {"duty_people_unreadable"}},
      {"days that cannot be read",
       [](Roster& r) { r.people[0].away = "tuần sau"; },
       {"duty_days_unreadable"}},
      {"posts of office hours alone",
       [](Roster& r) {
         r.posts[0].hours = "07:00–17:00";
         r.shifts[0].to = "17:00";
       },
       {"duty_hours_short"},
       RequirementStatus::to_do,
       DutyPart::period},
      // Advice: what the clause does not ask.
      {"a handover",
       [](Roster& r) { r.shifts[0].to = "01:00 30/04/2026"; },
       {"duty_more_than_needed", "duty_without_rest"},
       kMet},
      {"a period that cannot be read",
       [](Roster& r) { r.from = "trước lễ"; },
       {"duty_time_unreadable"},
       RequirementStatus::to_do,
       DutyPart::period},
      {"no period", [](Roster& r) { r.from = ""; }, {}, kUnanswered},
      {"no post",
       [](Roster& r) {
         r.posts.clear();
         r.shifts.clear();
       },
       {},
       kUnanswered},
      {"no shift", [](Roster& r) { r.shifts.clear(); }, {}, kUnanswered},
  };
  for (const Case& each : cases) {
    CAPTURE(each.name);
    Roster roster = good();
    each.change(roster);
    REQUIRE((is_consistent(roster)));
    const Outcome outcome = check({roster});
    Codes codes = outcome.codes();
    std::sort(codes.begin(), codes.end());
    CHECK(codes == each.codes);
    CHECK(outcome.status == each.status);
    if (each.id != 0) {
      REQUIRE_FALSE(outcome.findings.empty());
      const Place place = place_of(outcome.findings.front());
      CHECK(place.kind == PlaceKind::roster);
      CHECK(place.duty == DutyPlace{1, each.part, each.id});
    }
    // It is to be in order before the period begins.
    if (each.status == RequirementStatus::to_do && each.part != DutyPart::period) {
      REQUIRE_FALSE(outcome.due.empty());
      CHECK(outcome.due.front().date == Date{2026, 4, 28});
    }
  }
}

TEST_CASE("HP24-1.1: without a roster nothing is answered, and one is asked for") {
  const Outcome outcome = check({});
  CHECK(outcome.status == RequirementStatus::unanswered);
  REQUIRE(outcome.unanswered.size() == 1);
  CHECK(outcome.unanswered[0].place.kind == PlaceKind::rosters);
}

TEST_CASE("HP24-1.1: rosters that are not over count; when all are, the one that ended last") {
  Roster bad = good();
  bad.shifts[1].from = "06:00 30/04/2026";
  Roster earlier = good();
  earlier.from = "01/01/2026";
  earlier.to = "01/01/2026";
  earlier.shifts.resize(1);
  earlier.shifts[0].from = earlier.shifts[0].to = "01/01/2026";
  CHECK(check({bad, earlier}).status == RequirementStatus::to_do);
  CHECK(check({earlier, good()}).status == RequirementStatus::met);
  // Both are over: the later one, whatever the order in which they were entered.
  CHECK(check({bad, earlier}, nullptr, {2026, 6, 1}).status == RequirementStatus::to_do);
  CHECK(check({bad, earlier}, nullptr, {2026, 6, 1}).due.empty());
  // Within it: the one of January does not count.
  Roster january = earlier;
  january.people[0].telephone = "";
  CHECK(check({january, good()}, nullptr, {2026, 4, 30}).status == RequirementStatus::met);
  CHECK(check({january}, nullptr, {2026, 4, 30}).status == RequirementStatus::to_do);
}

TEST_CASE("duty.covered: a pack may name the days, the hours and how many people") {
  const Json days{{"from", "2026-04-29"}, {"to", "2026-05-01"}};
  const Outcome outcome = check({good()}, days);
  CHECK(outcome.codes() == Codes{"duty_period_uncovered"});
  CHECK(outcome.findings[0].evidence == "00:00 01/05/2026 – 00:00 02/05/2026");
  CHECK(place_of(outcome.findings[0]).kind == PlaceKind::rosters);
  REQUIRE(outcome.due.size() == 1);
  CHECK(outcome.due[0].date == Date{2026, 4, 28});
  Roster rest = good();
  rest.from = rest.to = "01/05/2026";
  rest.shifts.resize(1);
  rest.shifts[0].from = rest.shifts[0].to = "01/05/2026";
  CHECK(check({good(), rest}, days).status == RequirementStatus::met);
  // Another period's roster is none of its business.
  CHECK(check({good()}, {{"from", "2026-09-02"}, {"to", "2026-09-02"}}).status ==
        RequirementStatus::unanswered);
  Roster office = good();
  office.posts[0].hours = "07:00–17:00";
  office.shifts[0] = {4, 1, 2, "07:00 29/04/2026", "17:00", false};
  office.shifts[1] = {5, 1, 3, "07:00 30/04/2026", "17:00", false};
  CHECK(check({office}, {{"hours", "07:00-17:00"}}).status == RequirementStatus::met);
  CHECK(check({office}, {{"hours", "06:00-17:00"}}).codes() == Codes{"duty_hours_short"});
  CHECK(check({office}).codes() == Codes{"duty_hours_short"});
  CHECK(check({good()}, {{"people", 2}}).codes() == Codes{"duty_hours_short"});
}

TEST_CASE("duty.covered: a rule that says nothing sensible is refused with its place") {
  const std::pair<Json, std::string> cases[] = {
      {{{"from", "2026-04-29"}}, "/requirements/0/duty"},
      {{{"from", "29/04/2026"}, {"to", "2026-05-01"}}, "/requirements/0/duty/from"},
      {{{"from", "2026-05-02"}, {"to", "2026-05-01"}}, "/requirements/0/duty/to"},
      {{{"from", "2024-05-02"}, {"to", "2026-05-01"}}, "/requirements/0/duty/to"},
      {{{"hours", "mornings"}}, "/requirements/0/duty/hours"},
      {{{"people", 0}}, "/requirements/0/duty/people"},
      {{{"days", 3}}, "/requirements/0/duty/days"},
  };
  for (const auto& each : cases) {
    CAPTURE(each.first.dump());
    const auto pack = parse_pack(pack_json(each.first).dump());
    REQUIRE_FALSE(pack);
    CHECK(pack.error().place.starts_with(each.second));
  }
  Json other = pack_json({{"people", 2}});
  other["requirements"][0]["check"] = "declaration.answer";
  CHECK_FALSE(parse_pack(other.dump()));
}

TEST_CASE("HP24-1.1: findings lead to their places, in the order of the rosters") {
  Roster first = good();
  first.people[1].telephone = "";
  Roster second = good();
  second.shifts.pop_back();
  const Outcome outcome = check({first, second});
  REQUIRE(outcome.codes() == Codes{"duty_telephone_missing", "duty_gap"});
  CHECK(outcome.findings[0].duty == DutyPlace{1, DutyPart::person, 3});
  CHECK(outcome.findings[1].duty == DutyPlace{2, DutyPart::post, 1});
  CHECK(outcome.findings[1].evidence ==
        "Trực an toàn thông tin: 00:00 30/04/2026 – 00:00 01/05/2026");
  CHECK(outcome.findings[1].suggestion == "24");
}
