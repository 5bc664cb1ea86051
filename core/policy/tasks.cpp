#include "core/policy/tasks.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/base/stable_order.h"

namespace sokenh {
namespace {

// The second: the channel or the roster; the fourth: the account, the machine, the log's entry or
// kind, the part of the roster.
using Key = std::tuple<PlaceKind, std::uint32_t, int, std::uint32_t, std::string>;

// A report is one to each office; all else is done for all of them at once.
Key key_of(const Place& place, std::string_view pack) {
  if (place.kind == PlaceKind::report) return {place.kind, 0, 0, 0, std::string(pack)};
  const int part = place.unit_field      ? static_cast<int>(*place.unit_field)
                   : place.column        ? 100 + static_cast<int>(*place.column)
                   : place.attribute     ? 200 + static_cast<int>(*place.attribute)
                   : place.account_field ? static_cast<int>(*place.account_field)
                   : place.machine_field ? static_cast<int>(*place.machine_field)
                   : place.log_field     ? static_cast<int>(*place.log_field)
                   : place.duty.roster   ? static_cast<int>(place.duty.part)
                                         : 300;
  const std::uint32_t other = place.log_entry != 0 ? place.log_entry
                              : place.log          ? static_cast<std::uint32_t>(*place.log)
                              : place.machine != 0 ? place.machine
                              : place.duty.roster  ? place.duty.id
                                                   : place.account;
  return {place.kind, place.row + place.duty.roster, part, other, place.question};
}

class Collector {
 public:
  Task& at(const Place& place, TaskKind kind, std::string_view pack = {}) {
    const auto [entry, is_new] = places_.try_emplace(key_of(place, pack), tasks_.size());
    if (is_new) {
      tasks_.push_back({.kind = kind, .place = place});
    } else if (kind < tasks_[entry->second].kind) {
      tasks_[entry->second].kind = kind;
    }
    return tasks_[entry->second];
  }
  std::vector<Task> take() && { return std::move(tasks_); }

 private:
  std::map<Key, std::size_t> places_;
  std::vector<Task> tasks_;
};

void add_requirement(Task& task, std::size_t requirement, bool first = false) {
  auto& list = task.requirements;
  const auto known = std::find(list.begin(), list.end(), requirement);
  if (known != list.end()) {
    if (!first) return;
    list.erase(known);
  }
  list.insert(first ? list.begin() : list.end(), requirement);
}

// What sorts tasks of one due day, or of none.
int rank(const Task& task) {
  if (task.kind == TaskKind::correct && task.finding != nullptr)
    return task.finding->severity == Severity::advice ? 3
                                                      : static_cast<int>(task.finding->severity);
  return task.kind == TaskKind::answer ? 2 : 4;
}

}  // namespace

std::vector<Task> what_to_do(const Evaluation& evaluation, std::span<const Pack* const> packs,
                             const Date& today) {
  std::map<std::string_view, std::size_t> by_id;
  for (std::size_t i = 0; i < evaluation.requirements.size(); ++i)
    by_id.try_emplace(evaluation.requirements[i].requirement, i);

  Collector collector;
  const auto pack_of = [&](std::size_t requirement) -> std::string_view {
    return evaluation.requirements[requirement].pack;
  };
  for (const Finding& finding : evaluation.findings) {
    const auto requirement = by_id.find(finding.requirement);
    const bool asked = requirement != by_id.end();
    Task& task = collector.at(place_of(finding), TaskKind::correct,
                              asked ? pack_of(requirement->second) : std::string_view());
    if (task.finding == nullptr || finding.severity < task.finding->severity)
      task.finding = &finding;
    if (asked) add_requirement(task, requirement->second);
  }
  for (const OpenItem& item : evaluation.unanswered) {
    add_requirement(collector.at(item.place, TaskKind::answer, pack_of(item.requirement)),
                    item.requirement);
  }
  for (const DueDate& due : evaluation.due) {
    Task& task = collector.at(due.place, TaskKind::renew, pack_of(due.requirement));
    const bool strictest = !task.due || due.date < *task.due;
    if (strictest) task.due = due.date;
    add_requirement(task, due.requirement, strictest);
  }

  std::vector<Task> tasks = std::move(collector).take();
  for (Task& task : tasks) {
    for (const std::size_t requirement : task.requirements) {
      if (task.kind == TaskKind::renew) break;
      const std::string& id = evaluation.requirements[requirement].pack;
      for (const Pack* pack : packs) {
        if (pack->id != id || !pack->deadline) continue;
        const Date last_day = last_day_on_time(*pack->deadline);
        // What has passed and is no report any more does not make everything else late.
        const bool counts = task.place.kind == PlaceKind::report || last_day >= today;
        if (counts && (!task.due || last_day < *task.due)) task.due = last_day;
      }
    }
    task.overdue = task.due && *task.due < today;
  }
  const auto order = stable_order(tasks.size(), [&tasks](std::size_t a, std::size_t b) {
    const Task& left = tasks[a];
    const Task& right = tasks[b];
    if (left.due.has_value() != right.due.has_value()) return left.due.has_value();
    if (left.due != right.due) return *left.due < *right.due;
    return rank(left) < rank(right);
  });
  std::vector<Task> sorted;
  sorted.reserve(tasks.size());
  for (const std::size_t index : order) sorted.push_back(std::move(tasks[index]));
  return sorted;
}

Progress progress_of(const Evaluation& evaluation, std::string_view pack) {
  Progress progress;
  for (const RequirementResult& result : evaluation.requirements) {
    if (result.pack != pack) continue;
    switch (result.status) {
      case RequirementStatus::met:
        ++progress.met;
        break;
      case RequirementStatus::to_do:
        ++progress.to_do;
        break;
      case RequirementStatus::unanswered:
        ++progress.unanswered;
        break;
      case RequirementStatus::not_applicable:
        ++progress.not_applicable;
        break;
    }
  }
  return progress;
}

}  // namespace sokenh
