#include "core/policy/password_policy.h"

#include <algorithm>

namespace sokenh {

std::optional<Date> password_due(const PasswordParameters& password, const Date& changed) {
  std::optional<Date> due;
  if (password.change_days) due = add_days(changed, *password.change_days);
  if (password.change_months) {
    const Date by_months = add_months(changed, *password.change_months);
    due = due ? std::min(*due, by_months) : by_months;
  }
  return due;
}

StrictestPassword strictest_password(std::span<const Pack* const> packs, const Date& changed) {
  StrictestPassword strictest;
  for (const Pack* pack : packs) {
    const PasswordParameters& password = pack->password;
    const Requirement* strength = find_requirement(*pack, password.strength_requirement);
    if (password.min_length > strictest.min_length.value)
      strictest.min_length = {password.min_length, pack, strength};
    const auto take = [pack, strength](Strictest<bool>& rule, bool asked) {
      if (asked && rule.pack == nullptr) rule = {true, pack, strength};
    };
    take(strictest.lower, password.lower);
    take(strictest.upper, password.upper);
    take(strictest.digit, password.digit);
    take(strictest.special, password.special);
    const std::optional<Date> due = password_due(password, changed);
    if (due && (strictest.due.pack == nullptr || *due < strictest.due.value)) {
      strictest.due = {*due, pack, find_requirement(*pack, password.change_requirement)};
    }
  }
  return strictest;
}

}  // namespace sokenh
