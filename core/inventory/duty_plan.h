// plan_duty(): a fair rota for what a roster leaves open.
//
// Deterministic: the same roster and options give the same rota. Shifts that a person entered stay;
// those that an earlier plan made are made anew; what is still open is cut into shifts and people
// are found for them under these conditions, none of which is ever broken:
//   - nobody stands in two places at once, on a day away, or on a post that is not theirs;
//   - between two shifts of one person lie at least `rest` minutes; or, where `in_a_row` is more
//     than 1, up to so many shifts may follow on one another without, and then the rest.
//
// Fair means, in this order: as many shifts of all as possible have someone; the numbers of shifts
// of the people differ by as little as possible; then their numbers of nights and of days off
// (weekends and the roster's holidays) likewise. Balance is sought by moving shifts from one person
// to another, along chains of several people if need be, and for small rosters by trying all ways;
// kMaxSteps bounds the work.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/inventory/duty.h"

namespace sokenh {

struct PlanOptions {
  int shift_minutes = 12 * 60;  // of one shift; what is left at an end may be shorter
  int first_minute = 7 * 60;    // of the day, at which a shift begins
  int rest_minutes = 12 * 60;
  int in_a_row = 1;
};
inline constexpr int kMinShiftMinutes = 60;
inline constexpr int kMaxShiftOfPlan = 24 * 60;
inline constexpr int kMaxRestMinutes = 7 * 24 * 60;
inline constexpr int kMaxInARow = 10;

// Why a person cannot take a shift.
enum class PlanObstacle : std::uint8_t { other_post, away, on_duty, rest, in_a_row };
inline constexpr std::size_t kPlanObstacles = 5;

// A shift nobody can take: how many people each condition rules out.
struct OpenShift {
  DutyId post = 0;
  Span span;
  std::array<int, kPlanObstacles> people{};
};

struct DutyLoad {
  DutyId person = 0;
  int shifts = 0, nights = 0, days_off = 0;
  long minutes = 0;
};

enum class PlanProblem : std::uint8_t { none, period, posts, hours, people, options, too_many };

struct DutyPlan {
  PlanProblem problem = PlanProblem::none;  // with any other the rest is empty
  Roster roster;                            // with the plan's shifts, in order of time
  int made = 0;                             // how many of them the plan made
  std::vector<OpenShift> open;              // in order of time
  std::vector<DutyLoad> loads;              // of each person, in the roster's order
};
DutyPlan plan_duty(const Roster& roster, const PlanOptions& options);

// What each person has in a roster as it is.
std::vector<DutyLoad> duty_loads(const Roster& roster);
// A shift that holds 02:00 of some night; one that begins on a weekend's day or on a holiday.
bool is_night(const Span& span);
bool is_day_off(const Span& span, std::span<const Span> holidays);

}  // namespace sokenh
