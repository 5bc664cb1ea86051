#include "wasm/app/due_calendar.h"

#include <algorithm>
#include <tuple>

#include "core/exchange/calendar.h"
#include "core/policy/tasks.h"
#include "core/text/fold.h"
#include "wasm/app/report_email.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/log_labels.h"
#include "wasm/ui/context.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr int kReminderDays[] = {7, 1, 0};

// What the declaration itself is due by, unless it was signed in time.
void add_deadlines(Calendar& calendar, std::span<const Pack* const> followed,
                   const Evaluation& evaluation, const Date& today) {
  for (const Pack* pack : followed) {
    if (!pack->deadline) continue;
    const Date last_day = last_day_on_time(*pack->deadline);
    const Progress progress = progress_of(evaluation, pack->id);
    if (last_day < today || progress.to_do + progress.unanswered == 0) continue;
    const bool vietnamese = context().language == Language::vietnamese;
    calendar.events.push_back(
        {"pack/" + pack->id, last_day, tr(Msg::calendar_last_day, {pack_short_name(*pack)}),
         (vietnamese ? pack->title_vi : pack->title_en) + "\n" +
             tr(Msg::calendar_still_open,
                {std::to_string(progress.to_do), std::to_string(progress.unanswered)})});
  }
}

// «lan.pt, QOffice»; «Phạm Thị Lan, QOffice» where no user name is written.
std::string account_name(const Account& account) {
  const std::string& who = text::is_blank(account.user_name) ? account.holder : account.user_name;
  if (text::is_blank(who)) return account.system;
  return text::is_blank(account.system) ? who : who + ", " + account.system;
}

// The thing whose password it is, and a key for it; "" where it is no password.
std::pair<std::string, std::string> password_at(const Place& place,
                                                const Declaration& declaration) {
  if (place.attribute == Attribute::password_changed) {
    for (const Channel& channel : declaration.channels) {
      if (channel.id == place.row)
        return {channel_title(channel), "channel/" + std::to_string(channel.id)};
    }
  }
  if (place.account_field == AccountField::password_changed) {
    for (const Account& account : declaration.accounts) {
      if (account.id == place.account)
        return {account_name(account), "account/" + std::to_string(account.id)};
    }
  }
  return {};
}

// The clauses that ask for it, the strictest first, a line each.
std::string asked_by(const Task& task, std::span<const Pack* const> followed,
                     const Evaluation& evaluation) {
  std::string lines;
  for (const std::size_t index : task.requirements) {
    const RequirementResult& result = evaluation.requirements[index];
    const auto pack = std::find_if(followed.begin(), followed.end(),
                                   [&](const Pack* each) { return each->id == result.pack; });
    if (pack == followed.end()) continue;
    const Requirement* requirement = find_requirement(**pack, result.requirement);
    if (requirement == nullptr) continue;
    if (!lines.empty()) lines += '\n';
    lines += clause_reference(**pack, *requirement);
  }
  return lines;
}

// What is to be logged again or handled by a day, and a key for it; "" where it is no log.
std::pair<std::string, std::string> log_at(const Place& place, const Declaration& declaration) {
  if (!place.log) return {};
  const std::string kind(log_kind_label(*place.log));
  const std::string key = "log/" + std::string(log_kind_key(*place.log));
  const LogEntry* entry = find_log_entry(declaration, place.log_entry);
  if (entry == nullptr) return {tr(Msg::task_log_again, {kind}), key};
  const std::string name = log_entry_name(*entry);
  const bool again = place.log_field == log_day_field(entry->kind);
  std::string title =
      again ? tr(Msg::task_log_again, {kind + ", " + name})
            : tr(Msg::task_log_renew,
                 {std::string(log_field_label(entry->kind, *place.log_field)) + ", " + name});
  return {std::move(title), key + "/" + std::to_string(entry->id) + "/" +
                                std::string(log_field_key(*place.log_field))};
}

void add_renewals(Calendar& calendar, const Declaration& declaration,
                  std::span<const Pack* const> followed, const Evaluation& evaluation,
                  const Date& today) {
  for (const Task& task : what_to_do(evaluation, followed, today)) {
    if (!task.due || *task.due < today) continue;
    auto [title, key] = log_at(task.place, declaration);
    if (key.empty()) {
      std::tie(title, key) = password_at(task.place, declaration);
      title = tr(Msg::calendar_change_password, {title});
    }
    if (key.empty()) continue;
    calendar.events.push_back(
        {key, *task.due, std::move(title), asked_by(task, followed, evaluation)});
  }
}

}  // namespace

Result<std::string> write_due_calendar(const Declaration& declaration,
                                       std::span<const Pack* const> followed,
                                       const Evaluation& evaluation, const Date& today,
                                       std::string_view now) {
  Calendar calendar;
  calendar.name = tr(Msg::calendar_name, {declaration.unit.name});
  calendar.reminder_days.assign(std::begin(kReminderDays), std::end(kReminderDays));
  add_deadlines(calendar, followed, evaluation, today);
  add_renewals(calendar, declaration, followed, evaluation, today);
  if (calendar.events.empty()) return std::string();
  return write_calendar(calendar, now, declaration.unit.name);
}

std::string due_calendar_file_name(const Declaration& declaration) {
  return safe_file_name(tr(Msg::calendar_file_name, {declaration.unit.name}));
}

}  // namespace sokenh
