// What the dispatches say of each account: its findings, when its password is due, whether
// something is still to be entered. Looked up once for each evaluation.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/inventory/account.h"
#include "core/policy/evaluate.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

class App;

struct AccountStatus {
  std::vector<const Finding*> findings;
  const DueDate* due = nullptr;  // the earliest: of the strictest dispatch
  bool incomplete = false;       // a question about it is open
};

class AccountStatuses {
 public:
  // Valid until there is a new evaluation.
  const AccountStatus& of(App& app, AccountId account);

 private:
  std::map<AccountId, AccountStatus> by_account_;
  std::uint64_t evaluation_ = 0;  // App::evaluations()
};

// A password that must be changed within these days is shown as due.
inline constexpr long kDueSoonDays = 14;
bool is_due_soon(const App& app, const AccountStatus& status);

std::string account_title(const Account& account);  // «mai.vt», or who has it, or on what it is
// «Đổi trước hết ngày 05/01/2027»; empty when nothing asks for it, or the last change is not known.
std::string due_label(const App& app, const AccountStatus& status);
ui::Tone due_tone(const App& app, const AccountStatus& status);
// The dispatch and clause that the day comes from.
std::string due_clause(App& app, const AccountStatus& status);
// «Còn sử dụng», «Không còn sử dụng: nghỉ hưu», «Chưa rõ còn sử dụng không».
std::string use_label(const Account& account);

}  // namespace sokenh
