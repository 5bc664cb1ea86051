#include "core/inventory/duty.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "core/inventory/duty_cover.h"

using namespace sokenh;

namespace {

constexpr Date kNear{2026, 4, 29};

long at(int day, int hour, int minute = 0) {
  return minutes_from_civil({{2026, 4, 1}, hour, minute}) + (day - 1) * kMinutesOfDay;
}

Roster roster_of(std::string from, std::string to) {
  Roster roster{.id = 1, .from = std::move(from), .to = std::move(to)};
  roster.posts = {{.id = 1, .name = "Trực lãnh đạo"}, {.id = 2, .name = "Trực kỹ thuật"}};
  roster.people = {{.id = 3, .name = "Mai"}, {.id = 4, .name = "Khải"}};
  return roster;
}

void add(Roster& roster, DutyId post, DutyId person, std::string from, std::string to) {
  roster.shifts.push_back({.id = next_duty_id(roster),
                           .post = post,
                           .person = person,
                           .from = std::move(from),
                           .to = std::move(to)});
}

}  // namespace

TEST_CASE("HP24-1.1: a period or a shift as written, day or moment") {
  struct Case {
    const char *from, *to;
    SpanProblem problem;
    Span span;
  };
  const Case cases[] = {
      {"29/04/2026", "30/04/2026", SpanProblem::none, {at(29, 0), at(31, 0)}},
      {"17h ngày 29/4/2026", "07:30 30/04/2026", SpanProblem::none, {at(29, 17), at(30, 7, 30)}},
      {"07:00 29/04/2026", "19:00", SpanProblem::none, {at(29, 7), at(29, 19)}},
      {"19:00 29/04/2026", "07:00", SpanProblem::none, {at(29, 19), at(30, 7)}},
      {"07:00 29/04/2026", "07:00", SpanProblem::none, {at(29, 7), at(30, 7)}},
      {"07:00 29/04/2026", "24:00", SpanProblem::none, {at(29, 7), at(30, 0)}},
      {"07:00 29/04/2026", "24h 29/04/2026", SpanProblem::none, {at(29, 7), at(30, 0)}},
      {"", "30/04/2026", SpanProblem::from_missing, {}},
      {"29/04/2026", " ", SpanProblem::to_missing, {}},
      {"mai", "30/04/2026", SpanProblem::from_unreadable, {}},
      {"04/2026", "30/04/2026", SpanProblem::from_unreadable, {}},
      {"29/04/2026", "25:00 30/04/2026", SpanProblem::to_unreadable, {}},
      {"29/04/2026", "24:30 30/04/2026", SpanProblem::to_unreadable, {}},
      {"29/04/2026", "5/2026", SpanProblem::to_unreadable, {}},
      {"30/04/2026", "29/04/2026", SpanProblem::not_after, {}},
      {"29/04/2026", "29/04/2028", SpanProblem::too_long, {}},
  };
  for (const Case& each : cases) {
    CAPTURE(each.from);
    CAPTURE(each.to);
    const SpanReading reading = read_span(each.from, each.to, kMaxRosterMinutes);
    CHECK(reading.problem == each.problem);
    if (each.problem == SpanProblem::none) CHECK(reading.span == each.span);
  }
}

TEST_CASE("HP24-1.1: hours of a post") {
  struct Case {
    const char* written;
    std::optional<DailyHours> hours;
  };
  const Case cases[] = {
      {"", DailyHours{}},
      {"24/7", DailyHours{}},
      {"24/24", DailyHours{}},
      {"00:00–24:00", DailyHours{}},
      {"07:00–17:00", DailyHours{420, 1020}},
      {"7h30 đến 17h", DailyHours{450, 1020}},
      {"7-17", DailyHours{420, 1020}},
      {"22:00 - 06:00", DailyHours{1320, 360}},
      {"18h–24h", DailyHours{1080, 0}},
      {"hành chính", std::nullopt},
      {"07:00", std::nullopt},
      {"7–25", std::nullopt},
  };
  for (const Case& each : cases) {
    CAPTURE(each.written);
    CHECK(read_daily_hours(each.written) == each.hours);
  }
  CHECK(spans_of({420, 1020}, {at(29, 8), at(30, 24)}) ==
        std::vector<Span>{{at(29, 8), at(29, 17)}, {at(30, 7), at(30, 17)}});
  CHECK(spans_of({1320, 360}, {at(29, 0), at(30, 0)}) ==
        std::vector<Span>{{at(29, 0), at(29, 6)}, {at(29, 22), at(30, 0)}});
  CHECK(read_people_needed(" 2 ") == 2);
  CHECK(read_people_needed("") == 1);
  for (const char* wrong : {"0", "21", "hai", "-1", "99999999999"})
    CHECK_FALSE(read_people_needed(wrong));
}

TEST_CASE("HP24-1.1: days away, alone and as ranges, with and without a year") {
  const auto days = [](int first, int last) { return Span{at(first, 0), at(last + 1, 0)}; };
  const DaysReading reading =
      read_days("30/4; 01/05/2026 – 02/05/2026, 2026-05-10 đến 2026-05-11\n4/5-5/5", kNear);
  CHECK(reading.unreadable.empty());
  CHECK(reading.spans == std::vector<Span>{days(30, 32), days(34, 35), days(40, 41)});
  CHECK(read_days("hôm nào cũng được, 30/4, 31/4", kNear).unreadable == "hôm nào cũng được");
  CHECK(read_days("", kNear).spans.empty());
  // The year that brings the day nearest: a roster over New Year.
  CHECK(read_days("1/1", {2026, 12, 30}).spans[0].from ==
        days_from_civil({2027, 1, 1}) * kMinutesOfDay);
  CHECK(contains(reading.spans, at(31, 12)));
  CHECK_FALSE(contains(reading.spans, at(33, 0)));
}

TEST_CASE("HP24-1.1: a roster hangs together, and stays so when a part is taken out") {
  Roster roster = roster_of("29/04/2026", "30/04/2026");
  add(roster, 1, 3, "07:00 29/04/2026", "19:00");
  add(roster, 2, 4, "07:00 29/04/2026", "19:00");
  roster.people[0].posts = {1, 2};
  CHECK(is_consistent(roster));
  remove_part(roster, 3);
  CHECK(is_consistent(roster));
  CHECK(roster.shifts[0].person == 0);
  remove_part(roster, 2);
  CHECK(is_consistent(roster));
  CHECK(roster.shifts.size() == 1);
  CHECK(find_person(roster, 4)->name == "Khải");
  CHECK(find_person(roster, 0) == nullptr);
}

TEST_CASE("HP24-1.1: gaps, more than needed, two posts at once, long duty") {
  Roster roster = roster_of("29/04/2026", "30/04/2026");
  roster.posts[1].hours = "07:00–17:00";
  add(roster, 1, 3, "29/04/2026", "30/04/2026");              // 48 hours
  add(roster, 1, 4, "06:00 29/04/2026", "08:00 29/04/2026");  // a handover
  add(roster, 2, 4, "07:00 29/04/2026", "12:00");             // an hour on both posts
  add(roster, 2, 4, "13:00 29/04/2026", "17:00");
  add(roster, 2, 0, "07:00 30/04/2026", "17:00");             // nobody
  add(roster, 2, 4, "16:00 30/04/2026", "08:00 01/05/2026");  // past the end
  const DutyCover cover = cover_of(roster);
  CHECK(cover.posts[0].gaps.empty());
  CHECK(cover.posts[0].doubled == std::vector<Span>{{at(29, 6), at(29, 8)}});
  CHECK(cover.posts[1].gaps ==
        std::vector<Span>{{at(29, 12), at(29, 13)}, {at(30, 7), at(30, 16)}});
  REQUIRE(cover.double_duty.size() == 1);
  CHECK(cover.double_duty[0].both == Span{at(29, 7), at(29, 8)});
  CHECK_FALSE(cover.double_duty[0].same_post());
  REQUIRE(cover.long_duty.size() == 1);
  CHECK(cover.long_duty[0].span.minutes() == 2 * kMinutesOfDay);
  REQUIRE(cover.outside.size() == 1);
  CHECK(cover.outside[0]->id == 10);
  CHECK(total_minutes(cover.posts[1].gaps) == 600);
  CHECK(cover_of(roster_of("?", "30/04/2026")).posts.empty());
}

// Minute by minute, what the sweep must say.
TEST_CASE("HP24-1.1: the sweep agrees with counting each minute, in random rosters") {
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    Roster roster = roster_of("00:00 29/04/2026", "06:00 29/04/2026");
    roster.posts[0].people = std::to_string(1 + random() % 2);
    if (random() % 2 == 0) roster.posts[1].hours = "02:00–05:00";
    roster.people.push_back({.id = 5, .name = "Lan"});
    for (auto n = random() % 8; n > 0; --n) {
      const long from = at(29, 0) + static_cast<long>(random() % 300);
      add(roster, 1 + random() % 2, random() % 5 == 0 ? 0 : 3 + random() % 3, written_moment(from),
          written_moment(from + 1 + static_cast<long>(random() % 200)));
    }
    const DutyCover cover = cover_of(roster);
    for (const PostCover& post : cover.posts) {
      const int needed = *read_people_needed(post.post->people);
      const DailyHours hours = *read_daily_hours(post.post->hours);
      for (long minute = at(29, 0); minute < at(29, 6); ++minute) {
        std::vector<DutyId> there;
        for (const DutyTime& each : cover.shifts) {
          const bool now = each.span.from <= minute && minute < each.span.to;
          const DutyId person = each.shift->person;
          if (now && each.shift->post == post.post->id && person != 0 &&
              std::find(there.begin(), there.end(), person) == there.end())
            there.push_back(person);
        }
        const long of_day = minute - at(29, 0);
        const bool wanted = hours.whole_day() || (of_day >= hours.from && of_day < hours.to);
        const auto count = static_cast<int>(there.size());
        REQUIRE(contains(post.gaps, minute) == (wanted && count < needed));
        REQUIRE(contains(post.doubled, minute) == (count > needed));
      }
    }
  }
}
