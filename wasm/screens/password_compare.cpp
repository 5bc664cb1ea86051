// So sánh trong phiên này: passwords typed one after the other, none of them kept, to find one used
// twice.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "wasm/app/app.h"
#include "wasm/screens/account_status.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/password_labels.h"
#include "wasm/screens/password_screen.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr std::size_t kMostChoices = 300;  // in one list of the browser's

void draw_label(App& app, float width) {
  std::vector<std::string> names{std::string(tr(Msg::password_compare_choose))};
  for (const Channel& channel : app.workspace.declaration().channels) {
    if (names.size() > kMostChoices) break;
    if (!is_blank(channel)) names.push_back(channel_title(channel));
  }
  for (const Account& account : app.workspace.declaration().accounts) {
    if (names.size() > kMostChoices) break;
    std::string name = account_title(account);
    if (!account.system.empty() && account.system != name)
      name.append(" · ").append(account.system);
    std::replace(name.begin(), name.end(), '\n', ' ');  // one line a choice
    names.push_back(std::move(name));
  }
  if (names.size() > 1) {
    const std::vector<std::string_view> labels(names.begin(), names.end());
    if (const auto chosen = select("of", tr(Msg::password_compare_of), labels, 0, {.width = width});
        chosen && *chosen > 0)
      app.password.label = names[static_cast<std::size_t>(*chosen)];
    space(8);
  }
  live_field("label", tr(Msg::password_compare_label), app.password.label, {.width = width});
}

void draw_compared(App& app, float width) {
  const auto& compared = app.password.compared();
  begin_group("compared", Role::list, tr(Msg::password_compared));
  std::optional<std::size_t> removed;
  for (std::size_t i = 0; i < compared.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    begin_group("one", Role::listitem, "");
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float room = width - control_height() - scaled(8);
    const float height =
        std::max(text_height(compared[i].label, kBodyMedium, room) + scaled(kCaption.line),
                 control_height());
    text(compared[i].label, kBodyMedium, {}, room);
    text(score_label(compared[i].score), kCaption, tone_colors(score_tone(compared[i].score)).text,
         room);
    ImGui::SetCursorScreenPos(ImVec2(at.x + room + scaled(8), at.y));
    if (button("remove", tr(Msg::password_compare_remove, {compared[i].label}),
               {.kind = ButtonKind::quiet, .icon = Icon::close, .icon_only = true}))
      removed = i;
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy(ImVec2(width, height + scaled(6)));
    end_group();
    ImGui::PopID();
  }
  end_group();
  if (removed) {
    app.password.remove_compared(*removed);
    context().wants_frame = true;
  }
}

void draw_reused(App& app, float width) {
  const auto& compared = app.password.compared();
  if (compared.size() < 2) return;
  space(6);
  if (app.password.reused().empty()) {
    notice(Tone::ok, {}, tr(Msg::password_compare_all_differ), width);
    return;
  }
  begin_group("reused", Role::list, tr(Msg::password_reused));
  for (const password::ReusedPair& pair : app.password.reused()) {
    ImGui::PushID(static_cast<int>(pair.first * password::kMaxCompared + pair.second));
    begin_group("pair", Role::listitem, "");
    notice(
        Tone::bad,
        likeness_sentence(pair.likeness, compared[pair.first].label, compared[pair.second].label),
        {}, width);
    space(6);
    end_group();
    ImGui::PopID();
  }
  end_group();
  const password::Clause clause = password::reuse_clause(app.workspace.followed_packs());
  const std::string reference = clause_of(clause.pack, clause.requirement);
  if (!reference.empty()) text(reference, kCaption, palette().text2, width);
}

}  // namespace

void draw_password_compare(App& app, float width) {
  begin_card("compare", tr(Msg::password_compare), width);
  const float inner = ImGui::CalcItemWidth();
  heading(2, tr(Msg::password_compare), kCardTitle);
  space(2);
  text(tr(Msg::password_compare_what), kCaption, palette().text2, inner);
  space(10);
  draw_label(app, inner);
  space(10);
  const bool typed = app.password.checked(app) != nullptr;
  const bool room = app.password.can_compare();
  if (button("add", tr(Msg::password_compare_add),
             {.icon = Icon::add,
              .enabled = typed && room,
              .description = !room    ? tr(Msg::password_compare_full)
                             : !typed ? tr(Msg::password_compare_type)
                                      : std::string_view{}})) {
    app.password.compare(app);
  }
  if (!app.password.compared().empty()) {
    space(12);
    draw_compared(app, inner);
    draw_reused(app, inner);
  }
  end_card();
}

}  // namespace sokenh
