#include "wasm/screens/task_labels.h"

#include <algorithm>
#include <array>

#include "wasm/app/app.h"
#include "wasm/screens/channel_marks.h"
#include "wasm/screens/duty_labels.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/log_labels.h"
#include "wasm/screens/machine_status.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr std::size_t kNamedRequirements = 3;

std::string fill(std::string_view what) { return tr(Msg::task_fill, {what}); }
std::string answer(std::string_view what) { return tr(Msg::task_answer, {what}); }

std::string channel_task(const Task& task) {
  const Place& place = task.place;
  if (place.column) return fill(column_label(*place.column));
  if (!place.attribute) return std::string(tr(Msg::task_page_roles));
  if (task.kind == TaskKind::renew) return std::string(tr(Msg::task_change_password));
  const std::string_view label = attribute_label(*place.attribute);
  return attribute_is_answer(*place.attribute) ? answer(label) : fill(label);
}

std::string account_task(const Task& task) {
  const Place& place = task.place;
  if (!place.account_field) return std::string(tr(Msg::task_declare_accounts));
  if (task.kind == TaskKind::renew) return std::string(tr(Msg::task_change_password));
  const std::string_view label = account_field_label(*place.account_field);
  return account_field_is_answer(*place.account_field) ? answer(label) : fill(label);
}

std::string machine_task(const Task& task) {
  return task.place.machine_field ? fill(machine_field_label(*task.place.machine_field))
                                  : std::string(tr(Msg::task_declare_machines));
}

std::string log_task(const Task& task) {
  const Place& place = task.place;
  const std::string_view kind = log_kind_label(*place.log);
  if (!place.log_field)
    return tr(task.kind == TaskKind::renew ? Msg::task_log_again : Msg::task_add_log_entry, {kind});
  if (task.kind != TaskKind::renew) return fill(log_field_label(*place.log, *place.log_field));
  // A day that comes round again, or what is still to be handled by it.
  return *place.log_field == log_day_field(*place.log)
             ? tr(Msg::task_log_again, {kind})
             : tr(Msg::task_log_renew, {log_field_label(*place.log, *place.log_field)});
}

std::string duty_task(const Task& task) {
  if (task.place.kind == PlaceKind::rosters) return std::string(tr(Msg::task_add_roster));
  switch (task.place.duty.part) {
    case DutyPart::period:
      return std::string(tr(Msg::task_roster_period));
    case DutyPart::post:
      return std::string(tr(Msg::task_roster_posts));
    case DutyPart::person:
    case DutyPart::shift:
      break;
  }
  return std::string(tr(Msg::task_roster_shifts));
}

// The channel, account, machine, entry of a log or roster it is about.
std::string subject(App& app, const Place& place) {
  const Declaration& declaration = app.workspace.declaration();
  if (place.kind == PlaceKind::channel) {
    for (const Channel& channel : declaration.channels) {
      if (channel.id == place.row) return channel_title(channel);
    }
  }
  if (place.kind == PlaceKind::log) return std::string(log_kind_label(*place.log));
  if (place.kind == PlaceKind::log_entry) {
    const LogEntry* entry = find_log_entry(declaration, place.log_entry);
    const std::string kind(log_kind_label(*place.log));
    return entry != nullptr ? kind + ", " + log_entry_label(*entry) : kind;
  }
  if (place.kind == PlaceKind::machine) {
    for (const Machine& machine : declaration.machines) {
      if (machine.id == place.machine) return machine_title(machine);
    }
  }
  if (place.kind == PlaceKind::roster) {
    const Roster* roster = find_roster(declaration, place.duty.roster);
    return roster != nullptr ? roster_title(*roster) : std::string();
  }
  if (place.kind == PlaceKind::account) {
    for (const Account& account : declaration.accounts) {
      if (account.id != place.account) continue;
      const std::string& who = account.holder.empty() ? account.user_name : account.holder;
      return account.system.empty() || who.empty() ? account.system + who
                                                   : account.system + ", " + who;
    }
  }
  return {};
}

int weekday(const Date& date) {
  return static_cast<int>(((days_from_civil(date) + 4) % 7 + 7) % 7);  // 1970-01-01: a Thursday
}

}  // namespace

std::string task_title(App& app, const Task& task) {
  if (task.kind == TaskKind::correct && task.finding != nullptr) {
    return finding_sentence(*task.finding, app.row_number(task.finding->other_row),
                            question_text(task.finding->question, app.workspace.followed_packs()));
  }
  switch (task.place.kind) {
    case PlaceKind::unit:
      return fill(task.place.unit_field ? unit_field_label(*task.place.unit_field)
                                        : tr(Msg::unit_identity));
    case PlaceKind::channels:
      return std::string(tr(Msg::task_declare_channels));
    case PlaceKind::channel:
      return channel_task(task);
    case PlaceKind::accounts:
    case PlaceKind::account:
      return account_task(task);
    case PlaceKind::account_reviews:
      return std::string(tr(Msg::task_review_accounts));
    case PlaceKind::machines:
    case PlaceKind::machine:
      return machine_task(task);
    case PlaceKind::question:
      return answer(question_text(task.place.question, app.workspace.followed_packs()));
    case PlaceKind::log:
    case PlaceKind::log_entry:
      return log_task(task);
    case PlaceKind::rosters:
    case PlaceKind::roster:
      return duty_task(task);
    case PlaceKind::report:
      return std::string(tr(Msg::task_report));
  }
  return {};
}

std::string task_context(App& app, const Task& task) {
  std::string context(screen_name(task.place.kind));
  const auto add = [&context](std::string_view part) {
    if (!part.empty()) context.append(" · ").append(part);
  };
  add(subject(app, task.place));
  const std::size_t asking = task.requirements.size();
  // One left over takes no more room than saying so.
  const std::size_t named = asking <= kNamedRequirements + 1 ? asking : kNamedRequirements;
  for (std::size_t i = 0; i < named; ++i) {
    const RequirementResult& result = app.evaluation().requirements[task.requirements[i]];
    add(clause_reference(result.pack, result.requirement, app.workspace.packs()));
  }
  if (named < asking) add(tr(Msg::task_more_requirements, {std::to_string(asking - named)}));
  return context;
}

std::string task_due(const Task& task, const Date& today) {
  if (!task.due) return {};
  if (task.overdue) return tr(Msg::task_late, {std::to_string(days_between(*task.due, today))});
  const std::string date = vietnamese_date(*task.due);
  return task.due->year == today.year ? date.substr(0, 5) : date;
}

std::string_view screen_name(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::unit:
      return tr(Msg::unit_title);
    case PlaceKind::channels:
    case PlaceKind::channel:
      return tr(Msg::channels_title);
    case PlaceKind::accounts:
    case PlaceKind::account:
    case PlaceKind::account_reviews:
      return tr(Msg::accounts_title);
    case PlaceKind::machines:
    case PlaceKind::machine:
      return tr(Msg::machines_title);
    case PlaceKind::question:
      return tr(Msg::self_check_title);
    case PlaceKind::log:
    case PlaceKind::log_entry:
      return tr(Msg::logs_title);
    case PlaceKind::rosters:
    case PlaceKind::roster:
      return tr(Msg::duty_title);
    case PlaceKind::report:
      return tr(Msg::sign_title);
  }
  return {};
}

Tone task_tone(const Task& task) {
  if (task.overdue) return Tone::bad;
  return task.kind == TaskKind::correct && task.finding != nullptr
             ? severity_tone(task.finding->severity)
             : Tone::neutral;
}

Icon task_icon(const Task& task) {
  if (task.kind == TaskKind::renew) return task.overdue ? Icon::error : Icon::calendar;
  return task.kind == TaskKind::correct && task.finding != nullptr
             ? severity_icon(task.finding->severity)
             : Icon::note;
}

std::string_view weekday_name(const Date& date) {
  constexpr std::array<Msg, 7> kNames{Msg::sunday,   Msg::monday, Msg::tuesday, Msg::wednesday,
                                      Msg::thursday, Msg::friday, Msg::saturday};
  return tr(kNames[static_cast<std::size_t>(weekday(date))]);
}

std::string_view weekday_short(const Date& date) {
  constexpr std::array<Msg, 7> kNames{Msg::sunday_short,    Msg::monday_short,   Msg::tuesday_short,
                                      Msg::wednesday_short, Msg::thursday_short, Msg::friday_short,
                                      Msg::saturday_short};
  return tr(kNames[static_cast<std::size_t>(weekday(date))]);
}

bool is_weekend(const Date& date) {
  const int day = weekday(date);
  return day == 0 || day == 6;
}

}  // namespace sokenh
