// Hướng dẫn đặt mật khẩu: what the followed dispatches ask, with their clauses, how to come to a
// good one, and when the next change is due. For paper: no password is on it.
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/policy/password_policy.h"
#include "wasm/app/app.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/password_screen.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

void draw_lines(const char* key, Msg title, const std::vector<std::string>& lines, float width) {
  space(12);
  heading(2, tr(title), kCardTitle);
  space(4);
  begin_group(key, Role::list, tr(title));
  for (const std::string& line : lines) {
    begin_group(line.c_str(), Role::listitem, "");
    text(line, kBody, {}, width);
    end_group();
  }
  end_group();
}

std::string with_clause(std::string_view sentence, const Pack* pack,
                        const Requirement* requirement) {
  return std::string(sentence) + " – " + clause_of(pack, requirement);
}

std::vector<std::string> asked_lines(App& app) {
  const auto packs = app.workspace.followed_packs();
  const StrictestPassword strictest = strictest_password(packs, app.today());
  std::vector<std::string> lines;
  const auto add = [&](std::string_view sentence, const auto& parameter) {
    if (parameter.requirement != nullptr)
      lines.push_back(with_clause(sentence, parameter.pack, parameter.requirement));
  };
  add(tr(Msg::password_guide_length, {std::to_string(strictest.min_length.value)}),
      strictest.min_length);
  add(tr(Msg::password_rule_lower), strictest.lower);
  add(tr(Msg::password_rule_upper), strictest.upper);
  add(tr(Msg::password_rule_digit), strictest.digit);
  add(tr(Msg::password_rule_special), strictest.special);
  add(tr(Msg::password_guide_change,
         {std::to_string(days_between(app.today(), strictest.due.value))}),
      strictest.due);
  if (lines.empty()) lines.emplace_back(tr(Msg::password_rules_nobody));
  return lines;
}

template <std::size_t Count>
std::vector<std::string> lines_of(const std::array<Msg, Count>& messages) {
  std::vector<std::string> lines;
  lines.reserve(Count);
  for (const Msg message : messages) lines.emplace_back(tr(message));
  return lines;
}

}  // namespace

void draw_password_guide(App& app, float width) {
  heading(1, tr(Msg::password_guide), kPageTitle);
  space(2);
  text(tr(Msg::password_guide_what), kBody, palette().text2, width);
  draw_lines("asked", Msg::password_guide_asked, asked_lines(app), width);
  draw_lines("how", Msg::password_guide_how,
             lines_of(std::array{Msg::password_guide_how_words, Msg::password_guide_how_made,
                                 Msg::password_guide_how_each, Msg::password_guide_how_steps}),
             width);
  draw_lines(
      "never", Msg::password_guide_never,
      lines_of(std::array{Msg::password_guide_never_names, Msg::password_guide_never_dates,
                          Msg::password_guide_never_habits, Msg::password_guide_never_notes}),
      width);
  space(12);
  draw_password_rotation(app, width);
}

}  // namespace sokenh
