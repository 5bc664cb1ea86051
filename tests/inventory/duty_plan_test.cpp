#include "core/inventory/duty_plan.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <set>

#include "core/inventory/duty_cover.h"

using namespace sokenh;

namespace {

Roster roster_of(int posts, int people, std::string from, std::string to) {
  Roster roster{.id = 1, .from = std::move(from), .to = std::move(to)};
  for (int i = 0; i < posts; ++i)
    roster.posts.push_back({.id = next_duty_id(roster), .name = "Vị trí " + std::to_string(i + 1)});
  for (int i = 0; i < people; ++i)
    roster.people.push_back({.id = next_duty_id(roster), .name = "Người " + std::to_string(i + 1)});
  return roster;
}

template <class Load>
int spread(const DutyPlan& plan, Load load) {
  const auto [least, most] = std::minmax_element(
      plan.loads.begin(), plan.loads.end(),
      [load](const DutyLoad& a, const DutyLoad& b) { return a.*load < b.*load; });
  return (*most).*load - (*least).*load;
}

// What the plan promises, whatever was asked; the roster's own shifts do not break it either.
void check_kept(const Roster& before, const DutyPlan& plan, const PlanOptions& options) {
  const Roster& roster = plan.roster;
  REQUIRE(is_consistent(roster));
  for (const DutyShift& shift : before.shifts) {
    if (!shift.planned) {
      REQUIRE(find_shift(roster, shift.id) != nullptr);
      REQUIRE(*find_shift(roster, shift.id) == shift);
    }
  }
  const DutyCover cover = cover_of(roster);
  const Date near = civil_from_minutes(cover.period.span.from).date;
  std::map<DutyId, std::vector<DutyTime>> by_person;
  for (const DutyTime& each : cover.shifts) by_person[each.shift->person].push_back(each);
  for (const DutyPerson& person : roster.people) {
    const auto away = read_days(person.away, near).spans;
    int in_a_row = 0;
    long end = 0;
    for (const DutyTime& each : by_person[person.id]) {
      const bool planned = each.shift->planned;
      if (planned) {
        REQUIRE(std::none_of(away.begin(), away.end(), [&each](const Span& day) {
          return day.from < each.span.to && each.span.from < day.to;
        }));
        REQUIRE((person.posts.empty() ||
                 std::binary_search(person.posts.begin(), person.posts.end(), each.shift->post)));
      }
      if (in_a_row > 0) REQUIRE(each.span.from >= end);
      in_a_row = in_a_row > 0 && each.span.from - end < options.rest_minutes ? in_a_row + 1 : 1;
      if (planned) REQUIRE(in_a_row <= options.in_a_row);
      end = each.span.to;
    }
  }
  // What is open is just what has no one.
  std::map<DutyId, long> open;
  for (const OpenShift& each : plan.open) open[each.post] += each.span.minutes();
  for (const PostCover& post : cover.posts) {
    if (*read_people_needed(post.post->people) == 1)
      REQUIRE(total_minutes(post.gaps) == open[post.post->id]);
    if (plan.open.empty()) REQUIRE(post.gaps.empty());
    REQUIRE(post.doubled.empty());
  }
}

using Cost = std::array<long, 4>;  // open, then squares of shifts, nights, days off

Cost cost_of(const DutyPlan& plan) {
  Cost cost{static_cast<long>(plan.open.size()), 0, 0, 0};
  for (const DutyLoad& load : plan.loads) {
    cost[1] += static_cast<long>(load.shifts) * load.shifts;
    cost[2] += static_cast<long>(load.nights) * load.nights;
    cost[3] += static_cast<long>(load.days_off) * load.days_off;
  }
  return cost;
}

// The best there is, by trying every way to give out the plan's shifts.
Cost best_cost(const Roster& roster, const DutyPlan& plan, const PlanOptions& options) {
  struct Slot {
    DutyId post;
    Span span;
  };
  std::vector<Slot> slots;
  for (const OpenShift& each : plan.open) slots.push_back({each.post, each.span});
  for (const DutyShift& shift : plan.roster.shifts)
    if (shift.planned) slots.push_back({shift.post, shift_span(shift).span});
  const Date near = civil_from_minutes(roster_span(roster).span.from).date;
  const auto holidays = read_days(roster.holidays, near).spans;
  std::vector<std::vector<Span>> held(roster.people.size());
  Cost best{1000, 0, 0, 0};
  const auto allowed = [&](std::size_t person, const Slot& slot) {
    const DutyPerson& p = roster.people[person];
    if (!p.posts.empty() && !std::binary_search(p.posts.begin(), p.posts.end(), slot.post))
      return false;
    for (const Span& day : read_days(p.away, near).spans)
      if (day.from < slot.span.to && slot.span.from < day.to) return false;
    std::vector<Span> all = held[person];
    all.push_back(slot.span);
    std::sort(all.begin(), all.end(), [](const Span& a, const Span& b) { return a.from < b.from; });
    int row = 1;
    for (std::size_t i = 1; i < all.size(); ++i) {
      if (all[i].from < all[i - 1].to) return false;
      row = all[i].from - all[i - 1].to < options.rest_minutes ? row + 1 : 1;
      if (row > options.in_a_row) return false;
    }
    return true;
  };
  const std::function<void(std::size_t, long)> go = [&](std::size_t slot, long open) {
    if (slot == slots.size()) {
      Cost cost{open, 0, 0, 0};
      for (const auto& spans : held) {
        long nights = 0, off = 0;
        for (const Span& span : spans) {
          nights += is_night(span) ? 1 : 0;
          off += is_day_off(span, holidays) ? 1 : 0;
        }
        const auto shifts = static_cast<long>(spans.size());
        cost[1] += shifts * shifts;
        cost[2] += nights * nights;
        cost[3] += off * off;
      }
      best = std::min(best, cost);
      return;
    }
    for (std::size_t person = 0; person < held.size(); ++person) {
      if (!allowed(person, slots[slot])) continue;
      held[person].push_back(slots[slot].span);
      go(slot + 1, open);
      held[person].pop_back();
    }
    go(slot + 1, open + 1);
  };
  go(0, 0);
  return best;
}

}  // namespace

TEST_CASE("HP24-1.1 rota: five days, one post, four people, shifts of 12 hours") {
  const Roster roster = roster_of(1, 4, "07:00 29/04/2026", "07:00 04/05/2026");
  const DutyPlan plan = plan_duty(roster, {});
  REQUIRE(plan.problem == PlanProblem::none);
  CHECK(plan.made == 10);
  CHECK(plan.open.empty());
  CHECK(spread(plan, &DutyLoad::shifts) == 1);
  CHECK(spread(plan, &DutyLoad::nights) == 1);
  CHECK(spread(plan, &DutyLoad::days_off) <= 1);
  CHECK(plan.roster.shifts.front().from == "07:00 29/04/2026");
  CHECK(plan.roster.shifts.front().to == "19:00 29/04/2026");
  check_kept(roster, plan, {});
  // The same again.
  CHECK(plan_duty(plan.roster, {}).roster.shifts.size() == 10);
  CHECK(plan_duty(roster, {}).roster == plan.roster);
}

TEST_CASE("HP24-1.1 rota: what a person entered stays, what was planned is made anew") {
  Roster roster = roster_of(1, 2, "07:00 29/04/2026", "07:00 01/05/2026");
  roster.shifts = {{.id = 10, .post = 1, .person = 2, .from = "09:00 29/04/2026", .to = "15:00"},
                   {.id = 11,
                    .post = 1,
                    .person = 2,
                    .from = "07:00 30/04/2026",
                    .to = "07:00 01/05/2026",
                    .planned = true}};
  const PlanOptions options{.shift_minutes = 24 * 60, .rest_minutes = 0, .in_a_row = 2};
  const DutyPlan plan = plan_duty(roster, options);
  check_kept(roster, plan, options);
  CHECK(find_shift(plan.roster, 11) == nullptr);
  CHECK(plan.open.empty());
  // 07:00 to 09:00, 15:00 to 07:00, and the next day.
  CHECK(plan.made == 3);
}

TEST_CASE("HP24-1.1 rota: hours of a post are cut from where they begin") {
  Roster roster = roster_of(1, 3, "29/04/2026", "30/04/2026");
  roster.posts[0].hours = "08:00–18:00";
  const DutyPlan plan = plan_duty(roster, {.shift_minutes = 6 * 60, .rest_minutes = 0});
  REQUIRE(plan.made == 4);
  CHECK(plan.roster.shifts[0].to == "14:00 29/04/2026");
  CHECK(plan.roster.shifts[1].to == "18:00 29/04/2026");
  CHECK(plan.roster.shifts[2].from == "08:00 30/04/2026");
}

TEST_CASE("HP24-1.1 rota: when it cannot be, it is said which condition stands in the way") {
  Roster roster = roster_of(2, 3, "07:00 29/04/2026", "07:00 30/04/2026");
  roster.people[0].away = "29/4";
  roster.people[1].posts = {1};
  const DutyPlan plan = plan_duty(roster, {.shift_minutes = 12 * 60});
  // Three shifts are done at most: the second person one, the third one, the first none.
  REQUIRE(plan.open.size() == 2);
  int away = 0, other = 0, rest = 0;
  for (const OpenShift& each : plan.open) {
    away += each.people[static_cast<std::size_t>(PlanObstacle::away)];
    other += each.people[static_cast<std::size_t>(PlanObstacle::other_post)];
    rest += each.people[static_cast<std::size_t>(PlanObstacle::rest)];
    int all = 0;
    for (const int count : each.people) all += count;
    CHECK(all == 3);
  }
  CHECK(away + other + rest >= 4);
}

TEST_CASE("HP24-1.1 rota: what stands in the way of making one at all") {
  const auto problem = [](const std::function<void(Roster&, PlanOptions&)>& change) {
    Roster roster = roster_of(1, 2, "29/04/2026", "30/04/2026");
    PlanOptions options;
    change(roster, options);
    return plan_duty(roster, options).problem;
  };
  CHECK(problem([](Roster& r, PlanOptions&) { r.to = ""; }) == PlanProblem::period);
  CHECK(problem([](Roster& r, PlanOptions&) { r.posts.clear(); }) == PlanProblem::posts);
  CHECK(problem([](Roster& r, PlanOptions&) { r.posts[0].hours = "?"; }) == PlanProblem::hours);
  CHECK(problem([](Roster& r, PlanOptions&) { r.posts[0].people = "?"; }) == PlanProblem::hours);
  CHECK(problem([](Roster& r, PlanOptions&) { r.people.clear(); }) == PlanProblem::people);
  CHECK(problem([](Roster&, PlanOptions& o) { o.shift_minutes = 30; }) == PlanProblem::options);
  CHECK(problem([](Roster&, PlanOptions& o) { o.in_a_row = 0; }) == PlanProblem::options);
  CHECK(problem([](Roster& r, PlanOptions& o) {
          r.to = "31/12/2026";
          o.shift_minutes = 60;
        }) == PlanProblem::too_many);
}

TEST_CASE("HP24-1.1 rota: random rosters keep every condition, and are fair where they can be") {
  std::mt19937 random(7);
  for (int round = 0; round < 120; ++round) {
    CAPTURE(round);
    const auto days = static_cast<long>(1 + random() % 9);
    const long begin = minutes_from_civil({{2026, 4, 27}, static_cast<int>(random() % 24), 0});
    Roster roster =
        roster_of(1 + static_cast<int>(random() % 2), 4 + static_cast<int>(random() % 6),
                  written_moment(begin), written_moment(begin + days * kMinutesOfDay));
    roster.holidays = "30/4, 1/5";
    const bool plain = round % 2 == 0;
    if (!plain) {
      for (DutyPerson& person : roster.people) {
        if (random() % 3 == 0) person.away = vietnamese_date(add_days({2026, 4, 27}, random() % 6));
        if (random() % 4 == 0) person.posts = {1};
      }
      for (int i = 0; i < 3; ++i) {
        const long from = begin + static_cast<long>(random() % 24) * 60 * days;
        roster.shifts.push_back({.id = next_duty_id(roster),
                                 .post = 1,
                                 .person = 0,
                                 .from = written_moment(from),
                                 .to = written_moment(from + 6 * 60),
                                 .planned = random() % 2 == 0});
      }
    }
    const PlanOptions options{.shift_minutes = std::array{8 * 60, 12 * 60, 24 * 60}[random() % 3],
                              .first_minute = 7 * 60,
                              .rest_minutes = plain ? 0 : static_cast<int>(random() % 3) * 8 * 60,
                              .in_a_row = plain ? 10 : 1 + static_cast<int>(random() % 2)};
    const DutyPlan plan = plan_duty(roster, options);
    REQUIRE(plan.problem == PlanProblem::none);
    check_kept(roster, plan, options);
    // Without days away and rest there is always a way to be within one shift of another.
    if (plain) {
      REQUIRE(plan.open.empty());
      REQUIRE(spread(plan, &DutyLoad::shifts) <= 1);
    }
  }
}

TEST_CASE("HP24-1.1 rota: small rosters are as good as trying every way") {
  std::mt19937 random(5);
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    const long begin = minutes_from_civil({{2026, 4, 29}, 7, 0});
    const int posts = 1 + static_cast<int>(random() % 2);
    const long half_days =
        posts == 1 ? 2 + static_cast<long>(random() % 5) : 2 + static_cast<long>(random() % 2);
    Roster roster = roster_of(posts, 2 + static_cast<int>(random() % 3), written_moment(begin),
                              written_moment(begin + half_days * 12 * 60));
    roster.holidays = "30/4";
    for (DutyPerson& person : roster.people) {
      if (random() % 3 == 0) person.away = vietnamese_date(add_days({2026, 4, 29}, random() % 3));
      if (posts == 2 && random() % 3 == 0) person.posts = {1};
    }
    const PlanOptions options{.rest_minutes = static_cast<int>(random() % 3) * 12 * 60,
                              .in_a_row = 1 + static_cast<int>(random() % 2)};
    const DutyPlan plan = plan_duty(roster, options);
    check_kept(roster, plan, options);
    REQUIRE(cost_of(plan) == best_cost(roster, plan, options));
  }
}
