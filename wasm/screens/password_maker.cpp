// Tạo mật khẩu: a phrase of words or random characters, copied and taken off the clipboard again.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "wasm/app/app.h"
#include "wasm/screens/password_labels.h"
#include "wasm/screens/password_screen.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr std::array<int, 5> kWordCounts{4, 5, 6, 7, 8};
constexpr std::array<int, 5> kLengths{12, 16, 20, 24, 32};

template <std::size_t Count>
bool choose_number(const char* key, Msg label, const std::array<int, Count>& numbers, int& value,
                   float width) {
  std::vector<std::string> names;
  int current = -1;
  for (std::size_t i = 0; i < Count; ++i) {
    if (numbers[i] == value) current = static_cast<int>(i);
    names.push_back(std::to_string(numbers[i]));
  }
  const std::vector<std::string_view> labels(names.begin(), names.end());
  const auto chosen =
      select(key, tr(label), labels, current, {.width = std::min(width, scaled(160))});
  if (!chosen) return false;
  value = numbers[static_cast<std::size_t>(*chosen)];
  return true;
}

bool toggle(const char* key, Msg label, bool& value) {
  if (!checkbox(key, tr(label), value)) return false;
  value = !value;
  return true;
}

// True when it is to be made otherwise.
bool draw_passphrase_choices(password::PassphraseRecipe& recipe, float width) {
  bool changed = choose_number("words", Msg::password_words, kWordCounts, recipe.words, width);
  space(6);
  changed = toggle("capitals", Msg::password_capitals, recipe.capitals) || changed;
  changed = toggle("digit", Msg::password_digit, recipe.digit) || changed;
  bool spaces = recipe.separator == ' ';
  if (toggle("spaces", Msg::password_spaces, spaces)) {
    recipe.separator = spaces ? ' ' : '-';
    changed = true;
  }
  return changed;
}

bool draw_random_choices(password::RandomRecipe& recipe, float width) {
  bool changed = choose_number("length", Msg::password_length, kLengths, recipe.length, width);
  space(6);
  changed = toggle("lookalikes", Msg::password_no_lookalikes, recipe.without_lookalikes) || changed;
  return toggle("special", Msg::password_special, recipe.special) || changed;
}

void draw_kinds(PasswordSession& session, float width) {
  const bool phrase = session.recipe == RecipeKind::passphrase;
  begin_group("kinds", Role::group, tr(Msg::password_kind));
  const float each = std::max(button_width(tr(Msg::password_kind_phrase)),
                              button_width(tr(Msg::password_kind_random)));
  const bool to_phrase = button("phrase", tr(Msg::password_kind_phrase),
                                {.width = std::min(each, width), .chosen = phrase});
  row_or_below(each, width);
  const bool to_random = button("random", tr(Msg::password_kind_random),
                                {.width = std::min(each, width), .chosen = !phrase});
  end_group();
  if ((to_phrase && !phrase) || (to_random && phrase)) {
    session.recipe = to_phrase ? RecipeKind::passphrase : RecipeKind::random;
    session.forget_generated();
  }
}

void draw_made(App& app, float width) {
  PasswordSession& session = app.password;
  // All of it is to be read: as the browser breaks it, with a little room to be sure.
  const float room = width - scaled(28);
  const auto lines = static_cast<int>(wrap_lines(session.generated.view(), kSecret, room).size());
  secret_field("made", tr(Msg::password_new), session.generated,
               {.width = width,
                .placeholder = tr(Msg::password_not_made),
                .enabled = false,
                .lines = lines,
                .multiline = true},
               {.shown = true, .large = true, .revision = session.generated_revision});
  const CheckedPassword* checked = session.checked_generated();
  if (session.generated.empty()) return;
  space(6);
  const double log10_guesses = session.generated_bits() * std::log10(2.0);
  const Attacker& fastest = kAttackers[std::size(kAttackers) - 1];
  text(tr(Msg::password_bits, {std::to_string(std::lround(session.generated_bits())),
                               duration_label(log10_guesses - fastest.log10_per_second)}),
       kCaption, palette().text2, width);
  if (checked == nullptr) return;
  space(4);
  for (const password::PolicyResult& result : checked->policy.results) {
    if (result.passed || result.requirement == nullptr) continue;
    text(tr(Msg::password_made_lacks,
            {rule_sentence(result), clause_of(result.pack, result.requirement)}),
         kCaption, palette().bad, width);
  }
  if (checked->policy.passed) text(tr(Msg::password_made_fits), kCaption, palette().ok, width);
}

}  // namespace

void draw_password_maker(App& app, float width) {
  PasswordSession& session = app.password;
  begin_card("maker", tr(Msg::password_maker), width);
  const float inner = ImGui::CalcItemWidth();
  heading(2, tr(Msg::password_maker), kCardTitle);
  space(10);
  draw_kinds(session, inner);
  space(12);
  const bool phrase = session.recipe == RecipeKind::passphrase;
  const bool changed = phrase ? draw_passphrase_choices(session.passphrase, inner)
                              : draw_random_choices(session.random, inner);
  space(12);
  draw_made(app, inner);
  space(12);
  const bool made = !session.generated.empty();
  const bool possible = !phrase || session.words_state() == PasswordSession::Words::here;
  const Msg label = made ? Msg::password_make_again : Msg::password_make;
  const Icon icon = made ? Icon::refresh : Icon::key;
  if (button("make", tr(label),
             {.kind = made ? ButtonKind::secondary : ButtonKind::primary,
              .icon = icon,
              .enabled = possible,
              .description = possible ? std::string_view{} : tr(Msg::password_words_coming)}) ||
      (changed && made)) {
    session.generate(app);
  }
  row_or_below(button_width(tr(Msg::password_copy), {.icon = Icon::copy}), inner);
  if (button("copy", tr(Msg::password_copy),
             {.kind = made ? ButtonKind::primary : ButtonKind::secondary,
              .icon = Icon::copy,
              .enabled = made,
              .description = tr(Msg::password_copy_what)}))
    push_effect("copySecret", {{"id", std::to_string(ImGui::GetID("made"))}});
  space(8);
  text(session.clipboard_waits ? std::string(tr(Msg::password_clipboard_waits))
       : session.clipboard_until.empty()
           ? std::string(tr(Msg::password_copy_what))
           : tr(Msg::password_clipboard_until, {session.clipboard_until}),
       kCaption, palette().text3, inner);
  end_card();
}

}  // namespace sokenh
