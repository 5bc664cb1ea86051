// PasswordSession: what the screen Mật khẩu holds while it is open: the password being checked,
// those compared in this sitting, the one just made. Every one of them lies in a SecretText; none
// is part of the workspace, so none can reach its journal, the store or a file. forget() gives all
// of them up: when the screen is left, and when the person asks for it.
//
// The word list is fetched by the browser when the screen is first used, and kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/password/context.h"
#include "core/password/estimate.h"
#include "core/password/generate.h"
#include "core/password/policy_check.h"
#include "core/password/reuse.h"
#include "core/password/secret_text.h"
#include "core/password/word_list.h"

namespace sokenh {

class App;

// What stands in the field, looked at.
struct CheckedPassword {
  password::PasswordEstimate estimate;
  password::PolicyCheck policy;
};

struct ComparedPassword {
  std::string label;  // «Facebook», or that it is the second
  password::SecretText password;
  int score = 0;
};

// What a new password is made of.
enum class RecipeKind { passphrase, random };

class PasswordSession {
 public:
  enum class Words { absent, coming, failed, here };
  Words words_state() const { return words_state_; }
  const password::WordList& words() const { return words_; }
  void ask_for_words();  // if they are absent, or failed to come
  void take_words(std::string_view bytes);
  void words_failed() { words_state_ = Words::failed; }

  bool holds_any() const {
    return !typed.empty() || !generated.empty() || !compared_.empty() || !label.empty();
  }
  // Secrets, labels and results; the choices of how to make one stay.
  void forget();

  // Of `typed`; nullptr when that is empty or the words have not come. Looked at once for each
  // change of it, of the workspace and of the day.
  const CheckedPassword* checked(App& app);
  // Puts `typed` among the compared ones, under the label, and empties the field.
  void compare(App& app);
  void remove_compared(std::size_t index);
  bool can_compare() const { return compared_.size() < password::kMaxCompared; }
  const std::vector<ComparedPassword>& compared() const { return compared_; }
  const std::vector<password::ReusedPair>& reused() const { return reused_; }

  void generate(App& app);
  void forget_generated();
  double generated_bits() const { return generated_bits_; }
  const CheckedPassword* checked_generated() const {
    return generated_checked_ ? &*generated_checked_ : nullptr;
  }

  // The fields of the screen.
  password::SecretText typed;
  int typed_revision = 0;  // grows when `typed` is changed other than by typing
  bool typed_shown = false;
  std::string label;
  password::SecretText generated;
  int generated_revision = 0;
  RecipeKind recipe = RecipeKind::passphrase;
  password::PassphraseRecipe passphrase{.words = 6};  // more than 60 bits
  password::RandomRecipe random;
  // When what was copied is taken off the clipboard again, «14:32:35»; empty when nothing is there.
  std::string clipboard_until;
  bool clipboard_waits = false;  // the browser lets it be cleared only when the page is used again
  bool wants_typing = false;     // the field asks for the focus: another one is to be typed

 private:
  const password::PasswordContext& context_for(App& app);
  CheckedPassword check(App& app, std::string_view text);

  Words words_state_ = Words::absent;
  password::WordList words_;
  std::optional<password::PasswordContext> context_;
  std::uint64_t context_revision_ = 0;
  Date context_day_;
  std::optional<CheckedPassword> checked_;
  password::SecretText checked_text_;
  std::vector<ComparedPassword> compared_;
  std::vector<password::ReusedPair> reused_;
  double generated_bits_ = 0;
  std::optional<CheckedPassword> generated_checked_;
};

// Whether a letter is there that a Vietnamese keyboard makes: â, đ, ở …
bool has_vietnamese_letters(std::string_view utf8);

}  // namespace sokenh
