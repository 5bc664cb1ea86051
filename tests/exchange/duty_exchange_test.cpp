// A duty roster as a calendar, a table and a paper.
#include "core/exchange/duty_exchange.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "core/exchange/unit_documents.h"
#include "core/policy/pack_set.h"

using namespace sokenh;

namespace {

Roster sample() {
  Roster roster{
      .id = 1, .occasion = "Lễ 30/4, 01/5", .from = "17:00 29/04/2026", .to = "07:00 01/05/2026"};
  roster.posts = {{.id = 1, .name = "Trực lãnh đạo"}};
  roster.people = {
      {.id = 2, .name = "Vũ Thị Mai", .position = "Hiệu trưởng", .telephone = "0912 345 678"},
      {.id = 3, .name = "Đỗ Văn Khải"}};
  roster.shifts = {
      {.id = 4, .post = 1, .person = 2, .from = "17:00 29/04/2026", .to = "07:00 30/04/2026"},
      {.id = 5, .post = 1, .person = 3, .from = "07:00 30/04/2026", .to = "07:00"},
      {.id = 6, .post = 1, .person = 3, .from = "?", .to = "07:00"}};
  return roster;
}

std::string calendar(const Roster& roster, DutyId person) {
  Unit unit;
  unit.name = "Trường THCS Quang Trung";
  const auto text = write_duty_calendar(unit, roster, person, "2026-04-20T08:00:00+07:00");
  REQUIRE(text);
  return *text;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

int count(const std::string& text, std::string_view part) {
  int found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++found;
  return found;
}

}  // namespace

TEST_CASE(
    "RFC 5545 3.3.5: a shift is an event with its times in UTC; one that cannot be read is left "
    "out") {
  const std::string all = calendar(sample(), 0);
  CHECK(count(all, "BEGIN:VEVENT") == 2);
  CHECK(has(all, "DTSTART:20260429T100000Z\r\nDTEND:20260430T000000Z\r\n"));
  CHECK(has(all, "DTSTART:20260430T000000Z\r\nDTEND:20260501T000000Z\r\n"));
  CHECK(has(all, "SUMMARY:Trực lãnh đạo: Vũ Thị Mai\r\n"));
  CHECK(has(all, "TRANSP:OPAQUE\r\n"));
  CHECK_FALSE(has(all, "VALARM"));
}

TEST_CASE("A person's calendar has their shifts alone, each with a reminder") {
  const std::string own = calendar(sample(), 2);
  CHECK(count(own, "BEGIN:VEVENT") == 1);
  CHECK(has(own, "SUMMARY:Trực lãnh đạo\r\n"));
  CHECK(has(own, "TRIGGER:-PT60M\r\n"));
  // The same event as in everybody's: its UID is the same.
  const std::size_t at = own.find("UID:");
  CHECK(has(calendar(sample(), 0), own.substr(at, own.find("\r\n", at) - at)));
}

TEST_CASE("A roster as a table to be pasted") {
  const Table table = duty_table(sample());
  REQUIRE(table.rows.size() == 4);
  CHECK(table.rows[1] == std::vector<std::string>{"Trực lãnh đạo", "17:00 29/04/2026",
                                                  "07:00 30/04/2026", "Vũ Thị Mai", "Hiệu trưởng",
                                                  "0912 345 678"});
  CHECK(table.rows[2][2] == "07:00 01/05/2026");
  CHECK(table.rows[3][1] == "?");
}

TEST_CASE("HP24-1.1: the paper of a roster, and what it lacks") {
  Declaration declaration;
  declaration.packs = {"HP24"};
  const auto packs = PackSet().followed(declaration);
  const auto source = [&](const Evaluation& evaluation) {
    return DocumentSource{.declaration = declaration,
                          .packs = packs,
                          .evaluation = evaluation,
                          .date = Date{2026, 4, 20}};
  };
  const Evaluation none;
  CHECK_FALSE(make_document(DocumentKind::duty_roster, source(none)));
  CHECK(missing_parts(DocumentKind::duty_roster, source(none))[0].gap == DocumentGap::roster);
  Roster later = sample();
  later.id = 2;
  later.from = "02/09/2026";
  later.to = "02/09/2026";
  later.shifts.clear();
  declaration.rosters = {later, sample()};
  // Of those to come the first.
  const auto document = make_document(DocumentKind::duty_roster, source(none));
  REQUIRE(document);
  const std::string json = to_json(*document).dump();
  for (const std::string_view part :
       {"LỊCH TRỰC", "Lễ 30/4, 01/5", "Thứ Tư\\n29/04/2026", "17:00 – 07:00\\n(30/04/2026)",
        "Vũ Thị Mai\\nHiệu trưởng", "0912 345 678", "024.3640.4421", "Lưu: VT."}) {
    CAPTURE(part);
    CHECK(has(json, part));
  }
  const auto missing = missing_parts(DocumentKind::duty_roster, source(none));
  CHECK(missing[0].gap == DocumentGap::telephones);
  CHECK(missing[0].place.duty == DutyPlace{1, DutyPart::person, 3});
  DocumentSource named = source(none);
  named.roster = 2;
  CHECK_FALSE(make_document(DocumentKind::duty_roster, named));
  CHECK(missing_parts(DocumentKind::duty_roster, named)[0].gap == DocumentGap::shifts);
  CHECK(prevents_document(DocumentGap::shifts));
}
