#include "wasm/screens/account_status.h"

#include "core/text/fold.h"
#include "wasm/app/app.h"
#include "wasm/screens/labels.h"

namespace sokenh {

using namespace ui;

const AccountStatus& AccountStatuses::of(App& app, AccountId account) {
  static const AccountStatus kNone;
  if (evaluation_ != app.evaluations()) {
    by_account_.clear();
    const Evaluation& evaluation = app.evaluation();
    for (const Finding& finding : evaluation.findings) {
      if (finding.account != 0) by_account_[finding.account].findings.push_back(&finding);
    }
    for (const OpenItem& item : evaluation.unanswered) {
      if (item.place.account != 0) by_account_[item.place.account].incomplete = true;
    }
    for (const DueDate& due : evaluation.due) {
      if (due.place.account == 0) continue;
      const DueDate*& earliest = by_account_[due.place.account].due;
      if (earliest == nullptr || due.date < earliest->date) earliest = &due;
    }
    evaluation_ = app.evaluations();
  }
  const auto found = by_account_.find(account);
  return found == by_account_.end() ? kNone : found->second;
}

bool is_due_soon(const App& app, const AccountStatus& status) {
  return status.due != nullptr && days_between(app.today(), status.due->date) <= kDueSoonDays;
}

std::string account_title(const Account& account) {
  for (const std::string* name : {&account.user_name, &account.holder, &account.system}) {
    if (!text::is_blank(*name)) return *name;
  }
  return std::string(tr(Msg::account_unnamed));
}

std::string due_label(const App& app, const AccountStatus& status) {
  if (status.due == nullptr) return {};
  const bool past = status.due->date < app.today();
  return tr(past ? Msg::account_was_due : Msg::account_due, {vietnamese_date(status.due->date)});
}

Tone due_tone(const App& app, const AccountStatus& status) {
  if (status.due == nullptr) return Tone::neutral;
  if (status.due->date < app.today()) return Tone::bad;
  return is_due_soon(app, status) ? Tone::warn : Tone::ok;
}

std::string due_clause(App& app, const AccountStatus& status) {
  if (status.due == nullptr) return {};
  const RequirementResult& asked = app.evaluation().requirements[status.due->requirement];
  return clause_reference(asked.pack, asked.requirement, app.workspace.packs());
}

std::string use_label(const Account& account) {
  switch (account.in_use) {
    case Answer::yes:
      return std::string(tr(Msg::attribute_in_use));
    case Answer::no:
      return account.unused_reason.empty()
                 ? std::string(tr(Msg::account_unused))
                 : tr(Msg::account_unused_because, {account.unused_reason});
    case Answer::not_applicable:
      return std::string(tr(Msg::answer_not_applicable));
    case Answer::unanswered:
      break;
  }
  return std::string(tr(Msg::account_use_unknown));
}

}  // namespace sokenh
