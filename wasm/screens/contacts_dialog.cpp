// Whom a dispatch names, and the instructions that came with it: to be read, copied and printed.
#include <string>

#include "wasm/app/app.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/overview_screen.h"
#include "wasm/screens/screens.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

void draw_contact(const Contact& contact, Msg kind, float width) {
  heading(2, contact.name, kBodyStrong, width);
  space(2);
  text(tr(kind), kCaption, palette().text3, width);
  space(4);
  begin_group("ways", Role::properties, "");
  const float indent = std::min(scaled(130), width * 0.4F);
  const auto way = [&](Msg label, const std::string& value) {
    if (value.empty()) return;
    property(tr(label), value, indent, width);
    space(4);
  };
  way(Msg::unit_telephone, contact.telephone);
  way(Msg::unit_email, contact.email);
  end_group();
  space(12);
}

}  // namespace

bool draw_contact_buttons(App& app, float width, const std::function<bool(const Pack&)>& wanted) {
  bool drawn = false;
  for (const Pack* pack : app.workspace.followed_packs()) {
    if (pack->contacts.empty() || (wanted && !wanted(*pack))) continue;
    const std::string label = tr(Msg::log_contacts, {pack_short_name(*pack)});
    const ButtonOptions look{.icon = Icon::mail, .most_width = width};
    if (drawn) row_or_below(button_width(label, look), width);
    ImGui::PushID(pack->id.c_str());
    if (button("contacts", label, look)) app.overview.contacts_of = pack->id;
    ImGui::PopID();
    drawn = true;
  }
  return drawn;
}

void draw_contacts_dialog(App& app) {
  std::string& shown = app.overview.contacts_of;
  if (shown.empty()) return;
  const Pack* pack = app.workspace.packs().find(shown);
  if (pack == nullptr) {
    shown.clear();  // taken away by undo
    return;
  }
  const bool vietnamese = context().language == Language::vietnamese;
  const bool leave =
      begin_dialog("contacts", tr(Msg::pack_contacts_title, {pack_short_name(*pack)}), 600);
  const float width = ImGui::GetContentRegionAvail().x;
  draw_dialog_notices(app, width);
  int index = 0;
  const auto contact = [&](const Contact& one, Msg kind) {
    ImGui::PushID(index++);
    draw_contact(one, kind, width);
    ImGui::PopID();
  };
  if (!pack->recipient.name.empty()) contact(pack->recipient, Msg::pack_contact_recipient);
  for (const Contact& one : pack->contacts) contact(one, Msg::pack_contact_organisation);
  if (index == 0 && pack->guides.empty()) {
    text(tr(Msg::pack_no_contacts), kBody, palette().text2, width);
    space(12);
  }
  for (const Guide& guide : pack->guides) {
    heading(2, vietnamese ? guide.title_vi : guide.title_en, kBodyStrong, width);
    space(4);
    text(vietnamese ? guide.text_vi : guide.text_en, kBody, palette().text, width);
    space(12);
  }
  if (button("print", tr(Msg::print), {.icon = Icon::print})) push_effect("print");
  same_line(8);
  if (button("done", tr(Msg::close)) || leave) shown.clear();
  end_dialog();
}

}  // namespace sokenh
