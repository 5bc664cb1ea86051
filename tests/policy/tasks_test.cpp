#include "core/policy/tasks.h"

#include <doctest/doctest.h>

#include "core/policy/pack_set.h"

using namespace sokenh;

namespace {

constexpr Date kToday{2026, 11, 20};

Declaration office() {
  Declaration declaration;
  declaration.packs = {"BG24", "DL"};
  declaration.unit.name = "Văn phòng";
  declaration.unit.parent = "UBND xã An Lão";
  declaration.unit.telephone = "0225.3678.901";
  declaration.unit.preparer_name = "Vũ Thị Mai";
  declaration.unit.head_name = "Nguyễn Hữu Đạt";
  const auto account = [&declaration](const std::string& changed) {
    Account one;
    one.id = declaration.next_account_id++;
    one.system = "QOffice";
    one.in_use = one.default_replaced = one.password_strong = Answer::yes;
    one.password_changed = changed;
    declaration.accounts.push_back(one);
  };
  account("01/11/2026");
  account("01/08/2026");
  account("20/10/2026");
  account("");
  declaration.no_channels = true;
  return declaration;
}

std::vector<std::string> ids(const Task& task, const Evaluation& evaluation) {
  std::vector<std::string> list;
  for (const std::size_t index : task.requirements)
    list.push_back(evaluation.requirements[index].requirement);
  return list;
}

}  // namespace

TEST_CASE("Tasks: by due day, one for one place, the strictest clause first") {
  const Declaration declaration = office();
  const auto packs = PackSet().followed(declaration);
  const Evaluation evaluation = evaluate(declaration, packs, kToday);
  const std::vector<Task> tasks = what_to_do(evaluation, packs, kToday);
  REQUIRE(tasks.size() >= 4);
  const auto password = [](AccountId id) {
    return account_place(id, AccountField::password_changed);
  };

  CHECK(tasks[0].kind == TaskKind::correct);
  CHECK(tasks[0].place == password(2));
  CHECK(tasks[0].due == Date{2026, 9, 15});
  CHECK(tasks[0].overdue);
  CHECK(tasks[0].finding->requirement == "DL-2.3");
  CHECK(ids(tasks[0], evaluation) == std::vector<std::string>{"DL-2.3", "BG24-1.2"});

  CHECK(tasks[1].kind == TaskKind::renew);
  CHECK(tasks[1].place == password(3));
  CHECK(tasks[1].due == Date{2026, 12, 4});
  CHECK_FALSE(tasks[1].overdue);
  CHECK(tasks[2].place == password(1));
  CHECK(tasks[2].due == Date{2026, 12, 16});

  int answers = 0;
  bool never_entered = false;
  for (std::size_t i = 3; i < tasks.size(); ++i) {
    CHECK(tasks[i].kind == TaskKind::answer);
    CHECK_FALSE(tasks[i].due.has_value());
    answers += tasks[i].place.kind == PlaceKind::question ? 1 : 0;
    if (tasks[i].place == password(4)) {
      never_entered = true;
      CHECK(ids(tasks[i], evaluation) == std::vector<std::string>{"BG24-1.2", "DL-2.3"});
    }
    if (tasks[i].place.question == "browser.not_saved")
      CHECK(ids(tasks[i], evaluation) == std::vector<std::string>{"BG24-1.3", "DL-2.4"});
  }
  CHECK(never_entered);
  CHECK(answers == 4);
  // The day it is due is not late, the day after is.
  CHECK_FALSE(
      what_to_do(evaluate(declaration, packs, {2026, 12, 4}), packs, {2026, 12, 4})[1].overdue);
  CHECK(what_to_do(evaluate(declaration, packs, {2026, 12, 5}), packs, {2026, 12, 5})[1].overdue);
}

TEST_CASE("Tasks: before the 25th is due on the 24th; a past deadline is the report's alone") {
  Declaration declaration;
  declaration.packs = {"HP23"};
  const auto packs = PackSet().followed(declaration);
  const Date before{2023, 11, 20};
  for (const Task& task : what_to_do(evaluate(declaration, packs, before), packs, before)) {
    CHECK(task.due == Date{2023, 11, 24});
    CHECK_FALSE(task.overdue);
  }
  bool report = false;
  for (const Task& task : what_to_do(evaluate(declaration, packs, kToday), packs, kToday)) {
    if (task.place.kind == PlaceKind::report) {
      report = true;
      CHECK(task.due == Date{2023, 11, 24});
      CHECK(task.overdue);
    } else {
      CHECK_FALSE(task.due.has_value());
    }
  }
  CHECK(report);
}

TEST_CASE("Tasks: a report to each office, each with its own last day") {
  Declaration declaration;
  declaration.packs = {"HP23"};
  const auto packs = PackSet().followed(declaration);
  Pack later = *packs.front();
  later.id = "LATER";
  for (Requirement& requirement : later.requirements) requirement.id.replace(0, 4, later.id);
  later.deadline = Deadline{{2026, 12, 1}, false};
  const std::vector<const Pack*> both{packs.front(), &later};
  std::vector<Date> days;
  for (const Task& task : what_to_do(evaluate(declaration, both, kToday), both, kToday)) {
    if (task.place.kind != PlaceKind::report) continue;
    CHECK(task.requirements.size() == 1);
    if (task.due) days.push_back(*task.due);
  }
  CHECK(days == std::vector<Date>{{2023, 11, 24}, last_day_on_time(*later.deadline)});
}

TEST_CASE("Tasks: nothing to do when nothing is followed and nothing entered but in order") {
  Declaration declaration;
  declaration.no_channels = true;
  for (const Task& task : what_to_do(evaluate(declaration, {}, kToday), {}, kToday)) {
    CHECK(task.kind == TaskKind::correct);
    CHECK(task.place.kind == PlaceKind::unit);
    CHECK(task.requirements.empty());
  }
}

TEST_CASE("Progress: every requirement of the pack is counted once") {
  const Declaration declaration = office();
  const auto packs = PackSet().followed(declaration);
  const Evaluation evaluation = evaluate(declaration, packs, kToday);
  for (const Pack* pack : packs) {
    const Progress progress = progress_of(evaluation, pack->id);
    CHECK(progress.total() == static_cast<int>(pack->requirements.size()));
    CHECK(progress.to_do > 0);
  }
  CHECK(progress_of(evaluation, "HP23").total() == 0);
}
