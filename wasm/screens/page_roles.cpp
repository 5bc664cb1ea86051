#include "wasm/screens/page_roles.h"

#include <string>
#include <vector>

#include "wasm/app/app.h"
#include "wasm/screens/labels.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

bool draw_answer(const char* key, Msg label, Answer& answer, float width, bool enabled) {
  const auto labels = answer_labels();
  space(6);
  const auto chosen = select(key, tr(label), labels, static_cast<int>(answer),
                             {.width = width, .enabled = enabled});
  if (!chosen) return false;
  answer = static_cast<Answer>(*chosen);
  return true;
}

enum class RoleChange { none, changed, removed };

RoleChange draw_role(PageRole& role, float width, bool enabled) {
  bool changed = false;
  begin_group("role", Role::group,
              role.account.empty() ? tr(Msg::page_role_account) : std::string_view(role.account));
  if (const auto typed = text_field("account", tr(Msg::page_role_account), role.account,
                                    {.width = width, .enabled = enabled})) {
    role.account = *typed;
    changed = true;
  }
  space(6);
  const std::string_view kinds[] = {tr(Msg::page_role_administrator), tr(Msg::page_role_editor)};
  const float kind_width = width - control_height() - scaled(8);
  const auto kind = select("kind", tr(Msg::page_role_kind), kinds, static_cast<int>(role.kind),
                           {.width = kind_width, .enabled = enabled, .show_label = false});
  if (kind) {
    role.kind = static_cast<PageRoleKind>(*kind);
    changed = true;
  }
  same_line(8);
  const bool removed = button(
      "remove", tr(Msg::page_role_remove),
      {.kind = ButtonKind::quiet, .icon = Icon::trash, .enabled = enabled, .icon_only = true});
  const auto answer = [&](const char* key, Msg label, Answer& value) {
    changed = draw_answer(key, label, value, width, enabled) || changed;
  };
  if (role.kind == PageRoleKind::administrator) {
    answer("real", Msg::page_role_real_name, role.real_name);
    answer("dedicated", Msg::page_role_dedicated, role.dedicated);
  } else {
    answer("members", Msg::page_role_members, role.may_manage_members);
  }
  end_group();
  space(14);
  if (removed) return RoleChange::removed;
  return changed ? RoleChange::changed : RoleChange::none;
}

}  // namespace

void draw_page_roles(App& app, const Channel& channel, float width) {
  heading(3, tr(Msg::page_roles_title), kBodyStrong, width);
  space(2);
  text(tr(Msg::page_roles_help), kCaption, palette().text3, width);
  space(8);
  std::vector<PageRole> roles = channel.security.page_roles;
  const auto keep = [&] { app.taken(app.workspace.set_page_roles(channel.id, roles)); };
  for (std::size_t i = 0; i < roles.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    const RoleChange change = draw_role(roles[i], width, !app.read_only);
    ImGui::PopID();
    if (change == RoleChange::none) continue;
    if (change == RoleChange::removed) roles.erase(roles.begin() + static_cast<std::ptrdiff_t>(i));
    keep();
    break;  // what follows is drawn with the next frame
  }
  const bool full = roles.size() >= kMaxPageRoles;
  if (app.arrives_at(channel_place(channel.id))) request_focus(ImGui::GetID("add-role"));
  if (button("add-role", tr(Msg::page_role_add),
             {.icon = Icon::add, .enabled = !app.read_only && !full})) {
    roles.emplace_back();
    keep();
  }
}

}  // namespace sokenh
