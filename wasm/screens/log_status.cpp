#include "wasm/screens/log_status.h"

#include <algorithm>
#include <utility>

#include "core/policy/log_rule.h"
#include "core/policy/pack.h"
#include "core/text/fold.h"
#include "wasm/app/app.h"
#include "wasm/screens/log_labels.h"

namespace sokenh {

using namespace ui;

namespace {

// Entries without a day are being written: they come first.
void order_by_day(const std::vector<LogEntry>& log, std::vector<std::size_t>& entries) {
  std::vector<std::pair<Date, std::size_t>> keyed;
  keyed.reserve(entries.size());
  constexpr Date kUnknown{9999, 12, 31};
  for (const std::size_t index : entries) {
    const DateReading day = log_day(log[index]);
    keyed.emplace_back(day.problem == DateProblem::none ? day.value.date : kUnknown, index);
  }
  // Of one day, what was entered last comes first.
  std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return b < a; });
  for (std::size_t i = 0; i < keyed.size(); ++i) entries[i] = keyed[i].second;
}

}  // namespace

void LogStatuses::look_up(App& app) {
  if (evaluation_ == app.evaluations()) return;
  kinds_ = {};
  entries_.clear();
  const auto kind_status = [&](LogKind kind) -> LogKindStatus& {
    return kinds_[static_cast<std::size_t>(kind)];
  };
  const std::vector<LogEntry>& log = app.workspace.declaration().log;
  for (std::size_t i = 0; i < log.size(); ++i) kind_status(log[i].kind).entries.push_back(i);
  for (LogKindStatus& status : kinds_) {
    order_by_day(log, status.entries);
    for (const std::size_t index : status.entries) {
      const DateReading day = log_day(log[index]);
      if (day.problem != DateProblem::none || day.value.date > app.today()) continue;
      status.last = day.value;
      break;
    }
  }
  const Evaluation& evaluation = app.evaluation();
  for (const Finding& finding : evaluation.findings) {
    if (!finding.log) continue;
    LogKindStatus& status = kind_status(*finding.log);
    if (finding.severity != Severity::advice) ++status.to_deal_with;
    if (is_late(finding)) ++status.overdue;
    if (finding.log_entry != 0) {
      entries_[finding.log_entry].findings.push_back(&finding);
    } else {
      status.findings.push_back(&finding);
    }
  }
  const auto keep_earlier = [](const DueDate*& known, const DueDate& due) {
    if (known == nullptr || due.date < known->date) known = &due;
  };
  for (const DueDate& due : evaluation.due) {
    if (!due.place.log) continue;
    if (due.date >= app.today()) keep_earlier(kind_status(*due.place.log).due, due);
    if (due.place.log_entry != 0) keep_earlier(entries_[due.place.log_entry].due, due);
  }
  for (const OpenItem& item : evaluation.unanswered) {
    if (item.place.kind == PlaceKind::log) kind_status(*item.place.log).unanswered = true;
  }
  for (std::size_t i = 0; i < evaluation.requirements.size(); ++i) {
    const RequirementResult& result = evaluation.requirements[i];
    const Pack* pack = app.workspace.packs().find(result.pack);
    const Requirement* asked =
        pack != nullptr ? find_requirement(*pack, result.requirement) : nullptr;
    if (asked == nullptr) continue;
    if (asked->check.starts_with("page."))
      kind_status(LogKind::page_check).requirements.push_back(i);
    for (const LogRule& rule : asked->log_rules) {
      auto& requirements = kind_status(rule.log).requirements;
      if (requirements.empty() || requirements.back() != i) requirements.push_back(i);
    }
  }
  evaluation_ = app.evaluations();
}

const LogKindStatus& LogStatuses::of(App& app, LogKind kind) {
  look_up(app);
  return kinds_[static_cast<std::size_t>(kind)];
}

const LogEntryStatus& LogStatuses::of(App& app, LogEntryId entry) {
  static const LogEntryStatus kNone;
  look_up(app);
  const auto found = entries_.find(entry);
  return found == entries_.end() ? kNone : found->second;
}

bool is_late(const Finding& finding) {
  return finding.code == FindingCode::log_recurrence_overdue ||
         finding.code == FindingCode::log_entry_overdue ||
         finding.code == FindingCode::log_term_ended;
}

std::string log_entry_title(const LogEntry& entry) {
  const std::string& day = log_text(entry, log_day_field(entry.kind));
  const std::string name = log_entry_label(entry);
  if (text::is_blank(day)) return name.empty() ? std::string(tr(Msg::log_entry_blank)) : name;
  return name.empty() || name == day ? day : day + ", " + name;
}

std::string log_due_label(const DueDate* due, const Date& today) {
  if (due == nullptr) return {};
  const bool again = !due->place.log_field ||
                     (due->place.log && *due->place.log_field == log_day_field(*due->place.log));
  const Msg label = due->date < today ? Msg::log_was_due
                    : again           ? Msg::log_due_again
                                      : Msg::log_due;
  return tr(label, {vietnamese_date(due->date)});
}

std::string log_clauses(App& app, const LogKindStatus& status) {
  std::string clauses;
  for (const std::size_t index : status.requirements) {
    if (!clauses.empty()) clauses += ", ";
    clauses += app.evaluation().requirements[index].requirement;
  }
  return clauses;
}

LogStanding log_standing(App& app, LogKind kind, const LogKindStatus& status) {
  if (status.overdue > 0)
    return {tr(Msg::log_standing_late, {std::to_string(status.overdue)}), Tone::bad, Icon::error};
  if (status.to_deal_with > 0)
    return {tr(Msg::log_standing_to_do, {std::to_string(status.to_deal_with)}), Tone::warn,
            Icon::warning};
  if (status.unanswered)
    return {std::string(tr(Msg::log_standing_wanted)), Tone::neutral, Icon::note};
  if (status.entries.empty()) {
    const bool stated = says_nothing_logged(app.workspace.declaration(), kind);
    return {std::string(tr(stated ? Msg::log_standing_nothing : Msg::log_standing_empty)),
            Tone::neutral, stated ? Icon::check : Icon::note};
  }
  return {std::string(tr(Msg::log_standing_ok)), Tone::ok, Icon::check};
}

}  // namespace sokenh
