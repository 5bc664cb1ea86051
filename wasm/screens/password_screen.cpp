// Mật khẩu: how strong one is and what the dispatches say to it, new ones, those that are too much
// alike, and when each was changed. On paper it is a guide: nothing that was typed here is printed.
#include "wasm/screens/password_screen.h"

#include <algorithm>
#include <cmath>

#include "wasm/app/app.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/screens.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

std::string clause_of(const Pack* pack, const Requirement* requirement) {
  if (pack == nullptr || requirement == nullptr) return {};
  return clause_reference(*pack, *requirement);
}

namespace {

// Across from the title where there is room.
void draw_promise(ImVec2 top_left, float available) {
  const std::string_view promise = tr(Msg::password_stays);
  const float width = text_width(promise, kCaptionStrong) + scaled(36);
  const bool across = available >= scaled(700);
  const ImVec2 next = ImGui::GetCursorScreenPos();
  if (across) ImGui::SetCursorScreenPos(ImVec2(top_left.x + available - width, top_left.y));
  badge(promise, Tone::ok, Icon::shield);
  if (across) {
    ImGui::SetCursorScreenPos(next);
  } else {
    space(10);
  }
}

}  // namespace

void draw_password_screen(App& app) {
  const float available = ImGui::GetContentRegionAvail().x;
  if (context().whole) {
    draw_password_guide(app, available);
    return;
  }
  if (app.password.words_state() == PasswordSession::Words::absent) app.password.ask_for_words();
  const ImVec2 top_left = ImGui::GetCursorScreenPos();
  heading(1, tr(Msg::password_title), kPageTitle);
  space(2);
  text(tr(Msg::password_subtitle), kBody, palette().text2, available);
  space(10);
  draw_promise(top_left, available);
  if (button("print", tr(Msg::password_print), {.icon = Icon::print})) push_effect("print");
  row_or_below(button_width(tr(Msg::password_forget), {.icon = Icon::trash}), available);
  if (button("forget", tr(Msg::password_forget),
             {.icon = Icon::trash, .description = tr(Msg::password_forget_what)})) {
    app.password.forget();
    announce(std::string(tr(Msg::password_forgotten)));
  }
  space(16);
  const float gap = scaled(16);
  if (available < scaled(900)) {
    draw_password_check(app, available);
    space(16);
    draw_password_maker(app, available);
    space(16);
    draw_password_compare(app, available);
  } else {
    const float left = std::floor((available - gap) * 0.6F);
    const ImVec2 top = ImGui::GetCursorScreenPos();
    draw_password_check(app, left);
    const float bottom = ImGui::GetCursorScreenPos().y;
    ImGui::SetCursorScreenPos(ImVec2(top.x + left + gap, top.y));
    ImGui::BeginGroup();
    draw_password_maker(app, available - left - gap);
    space(16);
    draw_password_compare(app, available - left - gap);
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos(ImVec2(top.x, std::max(bottom, ImGui::GetItemRectMax().y)));
  }
  space(16);
  draw_password_rotation(app, available);
  space(20);
}

}  // namespace sokenh
