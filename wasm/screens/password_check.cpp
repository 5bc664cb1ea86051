// Kiểm tra mật khẩu: what is typed, looked at as it is typed.
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "wasm/app/app.h"
#include "wasm/screens/password_labels.h"
#include "wasm/screens/password_screen.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr std::size_t kMostParts = 10;

void draw_field(App& app, float width) {
  PasswordSession& session = app.password;
  const Msg label = session.typed_shown ? Msg::password_hide : Msg::password_show;
  const Icon icon = session.typed_shown ? Icon::hide : Icon::show;
  // As wide for either word: the field stays where it is.
  const float room = std::max(button_width(tr(Msg::password_hide), {.icon = icon}),
                              button_width(tr(Msg::password_show), {.icon = icon}));
  const float field = width - room - scaled(8);
  const ImVec2 top = ImGui::GetCursorScreenPos();
  if (std::exchange(session.wants_typing, false)) request_focus(ImGui::GetID("password"));
  const bool beside = field >= scaled(180);
  secret_field(
      "password", tr(Msg::password_field), session.typed,
      {.width = beside ? field : width, .help = tr(Msg::password_field_help), .below_width = width},
      {.shown = session.typed_shown, .large = true, .revision = session.typed_revision});
  const ImVec2 below = ImGui::GetCursorScreenPos();
  if (beside) {
    const float height = std::max(field_height(), scaled(kTouchHeight));
    const float line = top.y + scaled(kCaption.line) + scaled(4);
    ImGui::SetCursorScreenPos(
        ImVec2(top.x + field + scaled(8), std::round(line + (height - control_height()) / 2)));
  } else {
    space(8);
  }
  if (button("show", tr(label), {.icon = icon, .width = room}))
    session.typed_shown = !session.typed_shown;
  if (beside) ImGui::SetCursorScreenPos(below);
  if (has_vietnamese_letters(session.typed.view())) {
    space(10);
    notice(Tone::warn, tr(Msg::password_diacritics_title), tr(Msg::password_diacritics_body),
           width);
  }
}

void draw_bar(int score, float width) {
  const Palette& colors = palette();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float gap = scaled(4);
  const float each = (width - 4 * gap) / 5;
  const ImU32 fill = score <= 1 ? colors.bad_fill : score == 2 ? colors.warn_fill : colors.ok_fill;
  for (int i = 0; i < 5; ++i) {
    const float x = at.x + static_cast<float>(i) * (each + gap);
    draw->AddRectFilled(ImVec2(x, at.y), ImVec2(x + each, at.y + scaled(8)),
                        i <= score ? fill : colors.mute, 2);
  }
  ImGui::Dummy(ImVec2(width, scaled(8)));
}

// Who guesses, and beside it, or below on a phone, how long that takes.
void draw_attacker(const Attacker& attacker, double log10_guesses, float width) {
  ImGui::PushID(static_cast<int>(attacker.label));
  const std::string time = duration_label(log10_guesses - attacker.log10_per_second);
  const bool beside = width >= scaled(480);
  const float time_room = beside ? scaled(160) : width;
  const float who_room = beside ? width - time_room - scaled(12) : width;
  const std::string_view who = tr(attacker.label);
  const float who_height = text_height(who, kBody, who_room);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw_text(draw, at, palette().text2, who, kBody, who_room);
  add_node(ImGui::GetID("who"), Role::term, who,
           ImRect(at, ImVec2(at.x + who_room, at.y + who_height)));
  const ImVec2 from(beside ? at.x + width - time_room : at.x, beside ? at.y : at.y + who_height);
  const float time_height = text_height(time, kBodyMedium, time_room);
  draw_text(draw, from, palette().text, time, kBodyMedium, time_room);
  add_node(ImGui::GetID("time"), Role::definition, time,
           ImRect(from, ImVec2(from.x + time_room, from.y + time_height)));
  const float bottom = std::max(at.y + who_height, from.y + time_height);
  ImGui::Dummy(ImVec2(width, bottom - at.y + scaled(4)));
  ImGui::PopID();
}

void draw_strength(const password::PasswordEstimate& estimate, float width) {
  const ToneColors tone = tone_colors(score_tone(estimate.score));
  heading(3, tr(Msg::password_strength), kBodyStrong);
  const std::string_view label = score_label(estimate.score);
  const float label_width = text_width(label, kBodyStrong);
  const ImVec2 after = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos(
      ImVec2(after.x + width - label_width, after.y - scaled(kBodyStrong.line)));
  text(label, kBodyStrong, tone.text);
  ImGui::SetCursorScreenPos(after);
  space(6);
  draw_bar(estimate.score, width);
  space(8);
  text(tr(Msg::password_guesses, {count_label(estimate.log10_guesses)}), kBody, {}, width);
  space(4);
  begin_group("attackers", Role::properties, tr(Msg::password_attackers));
  for (const Attacker& attacker : kAttackers)
    draw_attacker(attacker, estimate.log10_guesses, width);
  end_group();
  text(tr(Msg::password_attackers_honest), kCaption, palette().text3, width);
}

void draw_parts(const password::PasswordEstimate& estimate, std::string_view typed, float width) {
  std::vector<const password::Part*> parts;
  for (const password::Part& part : estimate.parts) {
    if (is_guessable(part)) parts.push_back(&part);
  }
  space(12);
  heading(3, tr(Msg::password_parts), kBodyStrong);
  space(4);
  if (parts.empty()) {
    text(tr(Msg::password_parts_none), kBody, palette().text2, width);
    return;
  }
  begin_group("parts", Role::list, tr(Msg::password_parts));
  const std::size_t shown = std::min(parts.size(), kMostParts);
  for (std::size_t i = 0; i < shown; ++i) {
    ImGui::PushID(static_cast<int>(i));
    begin_group("part", Role::listitem, "");
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_icon(ImGui::GetWindowDrawList(), Icon::warning,
              ImVec2(at.x + scaled(8), at.y + scaled(10)), palette().warn);
    ImGui::SetCursorScreenPos(ImVec2(at.x + scaled(24), at.y));
    text(part_sentence(*parts[i], typed), kBody, {}, width - scaled(24));
    ImGui::SetCursorScreenPos(ImVec2(at.x, ImGui::GetCursorScreenPos().y));
    space(4);
    end_group();
    ImGui::PopID();
  }
  if (shown < parts.size()) {
    begin_group("more", Role::listitem, "");
    text(tr(Msg::password_parts_more, {std::to_string(parts.size() - shown)}), kBody,
         palette().text2, width);
    end_group();
  }
  end_group();
}

// One rule: passed, failed, or, where no dispatch asks for it, advice not taken.
void draw_rule(const password::PolicyResult& result, float width) {
  const Palette& colors = palette();
  const bool asked = result.requirement != nullptr;
  const ImU32 ink = result.passed ? colors.ok : asked ? colors.bad : colors.warn;
  const Icon icon = result.passed ? Icon::check : asked ? Icon::close : Icon::warning;
  const Msg state = result.passed ? Msg::password_rule_passed
                    : asked       ? Msg::password_rule_failed
                                  : Msg::password_rule_advice;
  const std::string clause = clause_of(result.pack, result.requirement);
  begin_group("rule", Role::listitem, "");
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImRect mark(at, ImVec2(at.x + scaled(16), at.y + scaled(20)));
  draw_icon(ImGui::GetWindowDrawList(), icon, mark.GetCenter(), ink);
  add_node(ImGui::GetID("state"), Role::image, tr(state), mark);
  ImGui::SetCursorScreenPos(ImVec2(at.x + scaled(24), at.y));
  ImGui::BeginGroup();
  text(rule_sentence(result), result.passed ? kBody : kBodyMedium, {}, width - scaled(24));
  text(clause.empty() ? tr(Msg::password_rule_nobody) : std::string_view(clause), kCaption,
       colors.text3, width - scaled(24));
  ImGui::EndGroup();
  const float bottom = ImGui::GetItemRectMax().y + scaled(8);
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy(ImVec2(width, bottom - at.y));
  end_group();
}

void draw_rules(const password::PolicyCheck& policy, float width) {
  int asked = 0;
  int passed = 0;
  for (const password::PolicyResult& result : policy.results) {
    if (result.requirement == nullptr) continue;
    ++asked;
    if (result.passed) ++passed;
  }
  space(12);
  heading(3, tr(Msg::password_rules), kBodyStrong);
  space(2);
  text(asked == 0 ? std::string(tr(Msg::password_rules_nobody))
                  : tr(Msg::password_rules_passed, {std::to_string(passed), std::to_string(asked)}),
       kCaption, palette().text2, width);
  space(8);
  begin_group("rules", Role::list, tr(Msg::password_rules));
  const bool columns = width >= scaled(520);
  const float gap = scaled(24);
  const float each = columns ? (width - gap) / 2 : width;
  const std::size_t half = (policy.results.size() + 1) / 2;
  const ImVec2 top = ImGui::GetCursorScreenPos();
  float bottom = top.y;
  for (std::size_t i = 0; i < policy.results.size(); ++i) {
    if (columns && i == half) {
      bottom = ImGui::GetCursorScreenPos().y;
      ImGui::SetCursorScreenPos(ImVec2(top.x + each + gap, top.y));
    } else if (columns && i > half) {
      ImGui::SetCursorScreenPos(ImVec2(top.x + each + gap, ImGui::GetCursorScreenPos().y));
    }
    ImGui::PushID(static_cast<int>(i));
    draw_rule(policy.results[i], each);
    ImGui::PopID();
  }
  bottom = std::max(bottom, ImGui::GetCursorScreenPos().y);
  ImGui::SetCursorScreenPos(ImVec2(top.x, bottom));
  ImGui::Dummy(ImVec2(width, 0));
  end_group();
}

void draw_differences(App& app, float width) {
  const auto differences = password::nist_differences(app.workspace.followed_packs(), app.today());
  if (differences.empty()) return;
  space(4);
  heading(3, tr(Msg::password_nist), kBodyStrong);
  space(2);
  text(tr(Msg::password_nist_intro), kCaption, palette().text2, width);
  space(4);
  begin_group("nist", Role::list, tr(Msg::password_nist));
  for (const password::NistDifference& difference : differences) {
    ImGui::PushID(static_cast<int>(difference.topic));
    begin_group("difference", Role::listitem, "");
    std::string sentence = nist_sentence(difference);
    const std::string clause = clause_of(difference.pack, difference.requirement);
    if (!clause.empty()) sentence.append(" ").append(clause).append(".");
    text("– " + sentence, kCaption, palette().text2, width);
    space(2);
    end_group();
    ImGui::PopID();
  }
  end_group();
}

}  // namespace

bool draw_word_list_state(App& app, float width) {
  switch (app.password.words_state()) {
    case PasswordSession::Words::here:
      return true;
    case PasswordSession::Words::failed:
      notice(Tone::bad, tr(Msg::password_words_failed), tr(Msg::password_words_failed_body), width);
      space(8);
      if (button("again", tr(Msg::password_words_again), {.icon = Icon::refresh}))
        app.password.ask_for_words();
      return false;
    case PasswordSession::Words::absent:
    case PasswordSession::Words::coming:
      break;
  }
  notice(Tone::accent, {}, tr(Msg::password_words_coming), width);
  return false;
}

void draw_password_check(App& app, float width) {
  begin_card("check", tr(Msg::password_check), width);
  const float inner = ImGui::CalcItemWidth();
  heading(2, tr(Msg::password_check), kCardTitle);
  space(10);
  draw_field(app, inner);
  space(14);
  if (draw_word_list_state(app, inner)) {
    if (const CheckedPassword* checked = app.password.checked(app)) {
      draw_strength(checked->estimate, inner);
      draw_parts(checked->estimate, app.password.typed.view(), inner);
      draw_rules(checked->policy, inner);
    } else {
      text(tr(Msg::password_type_it), kBody, palette().text2, inner);
      space(8);
    }
    draw_differences(app, inner);
  }
  end_card();
}

}  // namespace sokenh
