// Account: one user account on a system that several bodies share (QOffice, thư công vụ, Một cửa
// điện tử…), as DL-1 and DL-2, BG24-1 and TN17-2.1 ask after it. No password is ever part of it.
//
// As in a channel, what was written is kept; what it means is derived on demand.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/inventory/channel.h"

namespace sokenh {

// Stable within a document, never reused; 0 is «no account». Counted apart from channels.
using AccountId = std::uint32_t;

struct Account {
  AccountId id = 0;
  std::string system;            // «QOffice»
  std::string user_name;         // what is typed to sign in
  std::string holder;            // whose it is
  std::string position;          // position, department
  std::string password_changed;  // date of the last change, as written
  Answer in_use = Answer::unanswered;
  std::string unused_reason;                     // why not: «nghỉ hưu»
  std::string removal_requested;                 // date of the request to delete it, as written
  Answer default_replaced = Answer::unanswered;  // DL-2.1: the initial password is replaced
  Answer password_strong = Answer::unanswered;   // DL-2.2

  friend bool operator==(const Account&, const Account&) = default;
};

enum class AccountField : std::uint8_t {
  system,
  user_name,
  holder,
  position,
  password_changed,
  in_use,
  unused_reason,
  removal_requested,
  default_replaced,
  password_strong
};
std::span<const AccountField> account_fields();          // in the order of a list on paper
std::string_view account_field_key(AccountField field);  // "user_name"
std::optional<AccountField> parse_account_field_key(std::string_view key);
bool account_field_is_answer(AccountField field);
bool account_field_is_date(AccountField field);

// The answer, for a field that is one; `unanswered` for others.
Answer account_answer(const Account& account, AccountField field);
// As text: an answer's key ("yes", "no", "na", "" unanswered) or the text itself.
std::string account_text(const Account& account, AccountField field);
// False (and nothing changed) when `text` is no answer key for a field that is an answer.
bool set_account_text(Account& account, AccountField field, std::string_view text);

// True when nothing says whose account on what it is.
bool is_blank(const Account& account);

// What offices write most: systems named by the dispatches, reasons named by DL-1.
std::span<const std::string_view> usual_systems();
std::span<const std::string_view> usual_unused_reasons();

// One review of all accounts (DL-1), as a dated record.
struct AccountReview {
  std::string date;      // as written
  std::string reviewer;  // who did it
  std::uint32_t reviewed = 0;
  std::uint32_t unused = 0;  // of these, found to be out of use
  std::string note;

  friend bool operator==(const AccountReview&, const AccountReview&) = default;
};

}  // namespace sokenh
