// Tasks: what there is to do, in the order in which it is due, each leading to the very field.
//
// One task for one place: the clauses that want something there are listed with it, so that a unit
// that follows five dispatches does not read five times to change one password. What is in order
// until a later day (a password's next change) is a task too, with that day.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/policy/evaluate.h"
#include "core/policy/pack.h"
#include "core/policy/place.h"

namespace sokenh {

enum class TaskKind {
  correct,  // something was found wrong there: `finding`
  answer,   // not answered yet
  renew     // in order, to be done again by `due`
};

struct Task {
  TaskKind kind = TaskKind::answer;
  Place place;
  // The earliest last day on time of those who want something there; nullopt when there is none.
  std::optional<Date> due;
  bool overdue = false;
  // Indices into Evaluation::requirements, of the strictest first; empty for what no dispatch asks.
  std::vector<std::size_t> requirements;
  const Finding* finding = nullptr;  // the gravest, of the evaluation
};

// Overdue ones first, then by due day, then those without one: what is wrong before what is open,
// advice last; within that in the order of the evaluation. Pointers are into `evaluation`, which
// must outlive the tasks. A requirement whose pack has a deadline, and nothing nearer, is due then.
std::vector<Task> what_to_do(const Evaluation& evaluation, std::span<const Pack* const> packs,
                             const Date& today);

// How a pack's requirements stand, for its bar.
struct Progress {
  int met = 0, to_do = 0, unanswered = 0, not_applicable = 0;
  int total() const { return met + to_do + unanswered + not_applicable; }
};
Progress progress_of(const Evaluation& evaluation, std::string_view pack);

}  // namespace sokenh
