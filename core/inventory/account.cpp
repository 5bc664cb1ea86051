#include "core/inventory/account.h"

#include <algorithm>
#include <array>

#include "core/text/fold.h"

namespace sokenh {
namespace {

// One of the two members, by whether the field is an answer.
struct FieldEntry {
  AccountField field;
  std::string_view key;
  std::string Account::*text = nullptr;
  Answer Account::*answer = nullptr;
  bool is_date = false;
};

constexpr std::array kFields{
    FieldEntry{.field = AccountField::system, .key = "system", .text = &Account::system},
    FieldEntry{.field = AccountField::user_name, .key = "user_name", .text = &Account::user_name},
    FieldEntry{.field = AccountField::holder, .key = "holder", .text = &Account::holder},
    FieldEntry{.field = AccountField::position, .key = "position", .text = &Account::position},
    FieldEntry{.field = AccountField::password_changed,
               .key = "password_changed",
               .text = &Account::password_changed,
               .is_date = true},
    FieldEntry{.field = AccountField::in_use, .key = "in_use", .answer = &Account::in_use},
    FieldEntry{.field = AccountField::unused_reason,
               .key = "unused_reason",
               .text = &Account::unused_reason},
    FieldEntry{.field = AccountField::removal_requested,
               .key = "removal_requested",
               .text = &Account::removal_requested,
               .is_date = true},
    FieldEntry{.field = AccountField::default_replaced,
               .key = "default_replaced",
               .answer = &Account::default_replaced},
    FieldEntry{.field = AccountField::password_strong,
               .key = "password_strong",
               .answer = &Account::password_strong},
};

constexpr auto kFieldOrder = [] {
  std::array<AccountField, kFields.size()> order{};
  for (std::size_t i = 0; i < kFields.size(); ++i) order[i] = kFields[i].field;
  return order;
}();

const FieldEntry& entry_of(AccountField field) { return kFields[static_cast<std::size_t>(field)]; }

constexpr std::array<std::string_view, 6> kUsualSystems{
    "QOffice",          "Thư điện tử công vụ",
    "Một cửa điện tử",  "Phần mềm quản lý CBCCV",
    "Phần mềm kế toán", "eschool"};
constexpr std::array<std::string_view, 3> kUsualReasons{"Nghỉ hưu", "Chuyển công tác", "Nghỉ việc"};

}  // namespace

std::span<const AccountField> account_fields() { return kFieldOrder; }

std::string_view account_field_key(AccountField field) { return entry_of(field).key; }

std::optional<AccountField> parse_account_field_key(std::string_view key) {
  for (const FieldEntry& entry : kFields) {
    if (entry.key == key) return entry.field;
  }
  return std::nullopt;
}

bool account_field_is_answer(AccountField field) { return entry_of(field).answer != nullptr; }
bool account_field_is_date(AccountField field) { return entry_of(field).is_date; }

Answer account_answer(const Account& account, AccountField field) {
  const FieldEntry& entry = entry_of(field);
  return entry.answer == nullptr ? Answer::unanswered : account.*entry.answer;
}

std::string account_text(const Account& account, AccountField field) {
  const FieldEntry& entry = entry_of(field);
  return entry.answer == nullptr ? account.*entry.text
                                 : std::string(answer_key(account.*entry.answer));
}

bool set_account_text(Account& account, AccountField field, std::string_view text) {
  const FieldEntry& entry = entry_of(field);
  if (entry.answer == nullptr) {
    account.*entry.text = text;
    return true;
  }
  const auto answer = parse_answer_key(text);
  if (!answer) return false;
  account.*entry.answer = *answer;
  return true;
}

bool is_blank(const Account& account) {
  return text::is_blank(account.system) && text::is_blank(account.user_name) &&
         text::is_blank(account.holder);
}

std::span<const std::string_view> usual_systems() { return kUsualSystems; }
std::span<const std::string_view> usual_unused_reasons() { return kUsualReasons; }

}  // namespace sokenh
