#include "wasm/app/password_session.h"

#include <sodium.h>

#include <utility>

#include "core/text/utf8.h"
#include "wasm/app/app.h"
#include "wasm/screens/password_labels.h"

namespace sokenh {

using namespace ui;
using password::SecretText;
using password::SecretVector;

void PasswordSession::ask_for_words() {
  if (words_state_ == Words::coming || words_state_ == Words::here) return;
  words_state_ = Words::coming;
  push_effect("loadWordList");
}

void PasswordSession::take_words(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  Result<password::WordList> read = password::WordList::read({data, bytes.size()});
  if (!read) {
    words_state_ = Words::failed;
    return;
  }
  words_ = std::move(*read);
  words_state_ = Words::here;
  checked_.reset();
}

void PasswordSession::forget() {
  typed = {};
  ++typed_revision;
  typed_shown = false;
  label.clear();
  checked_.reset();
  checked_text_ = {};
  compared_.clear();
  reused_.clear();
  forget_generated();
}

void PasswordSession::forget_generated() {
  generated = {};
  ++generated_revision;
  generated_bits_ = 0;
  generated_checked_.reset();
}

const password::PasswordContext& PasswordSession::context_for(App& app) {
  const std::uint64_t revision = app.workspace.revision();
  if (!context_ || context_revision_ != revision || context_day_ != app.today()) {
    context_ = password::context_of(app.workspace.declaration(), app.today());
    context_revision_ = revision;
    context_day_ = app.today();
    checked_.reset();
  }
  return *context_;
}

CheckedPassword PasswordSession::check(App& app, std::string_view text) {
  const password::PasswordContext& known = context_for(app);
  CheckedPassword result;
  result.estimate = password::estimate(text, words_, known);
  result.policy =
      password::check_policy(text, result.estimate, known, app.workspace.followed_packs());
  return result;
}

const CheckedPassword* PasswordSession::checked(App& app) {
  if (typed.empty() || words_state_ != Words::here) return nullptr;
  context_for(app);
  if (!checked_ || checked_text_.view() != typed.view()) {
    const int before = checked_ ? checked_->estimate.score : -1;
    checked_ = check(app, typed.view());
    checked_text_ = typed;
    if (checked_->estimate.score != before)
      announce(tr(Msg::password_strength_is, {score_label(checked_->estimate.score)}));
  }
  return &*checked_;
}

void PasswordSession::compare(App& app) {
  const CheckedPassword* known = checked(app);
  if (known == nullptr || !can_compare()) return;
  const int score = known->estimate.score;
  if (label.empty())
    label = tr(Msg::password_compared_number, {std::to_string(compared_.size() + 1)});
  compared_.push_back({std::exchange(label, {}), std::exchange(typed, {}), score});
  ++typed_revision;
  wants_typing = true;
  checked_.reset();
  checked_text_ = {};
  std::vector<std::string_view> texts;
  for (const ComparedPassword& one : compared_) texts.push_back(one.password.view());
  reused_ = password::find_reuse(texts);
}

void PasswordSession::remove_compared(std::size_t index) {
  compared_.erase(compared_.begin() + static_cast<std::ptrdiff_t>(index));
  std::vector<std::string_view> texts;
  for (const ComparedPassword& one : compared_) texts.push_back(one.password.view());
  reused_ = password::find_reuse(texts);
}

void PasswordSession::generate(App& app) {
  forget_generated();
  const bool phrase = recipe == RecipeKind::passphrase;
  if (phrase && words_.passphrase_words().empty()) return;
  SecretVector<std::uint8_t> bytes(phrase ? password::random_bytes_for(passphrase)
                                          : password::random_bytes_for(random));
  std::optional<password::Generated> made;
  while (!made) {
    randombytes_buf(bytes.data(), bytes.size());
    made =
        phrase ? password::generate(passphrase, words_, bytes) : password::generate(random, bytes);
  }
  generated = std::move(made->text);
  generated_bits_ = made->entropy_bits;
  if (words_state_ == Words::here) generated_checked_ = check(app, generated.view());
  announce(std::string(tr(Msg::password_made)));
}

bool has_vietnamese_letters(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const text::DecodedCodePoint one = text::decode_code_point(utf8, at);
    // Latin-1 letters, Extended-A and -B with đ, ă, ơ, ư, and the tones of Extended Additional.
    const char32_t letter = one.code_point;
    if ((letter >= 0xC0 && letter < 0x250) || (letter >= 0x1E00 && letter < 0x1F00)) return true;
    at += one.bytes;
  }
  return false;
}

}  // namespace sokenh
