// Đơn vị: who declares, and to which dispatch.
#include <algorithm>
#include <array>
#include <string>

#include "wasm/app/app.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/screens.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

const Finding* unit_finding(App& app, UnitField field) {
  for (const Finding& finding : app.evaluation().findings) {
    if (finding.row == 0 && finding.unit_field == field) return &finding;
  }
  return nullptr;
}

// What is missing is said once the person has been in a field and gone on: a form that nobody has
// begun is not wrong. Of telephone and e-mail one is enough, so both have to be left.
bool left(App& app, UnitField field) {
  const auto gone_from = [&](UnitField one) {
    return app.unit_fields_seen.test(static_cast<std::size_t>(one)) &&
           context().focused != ImGui::GetID(unit_field_key(one).data());
  };
  return gone_from(field) && (field != UnitField::telephone || gone_from(UnitField::email));
}

void draw_unit_field(App& app, UnitField field, float width, std::string_view input_mode = {}) {
  const Finding* finding = unit_finding(app, field);
  if (app.arrives_at(unit_place(field))) request_focus(ImGui::GetID(unit_field_key(field).data()));
  if (context().focused == ImGui::GetID(unit_field_key(field).data()))
    app.unit_fields_seen.set(static_cast<std::size_t>(field));
  const bool required = field == UnitField::name || field == UnitField::parent ||
                        field == UnitField::preparer_name || field == UnitField::head_name;
  const std::string_view help =
      field == UnitField::telephone ? tr(Msg::unit_contact_help) : std::string_view{};
  std::string problem;
  if (finding != nullptr && finding->code != FindingCode::unit_field_missing) {
    problem = finding_sentence(*finding, 0);
  } else if (finding != nullptr && left(app, field)) {
    problem = required ? tr(Msg::unit_field_empty) : help;
  }
  const auto typed = text_field(unit_field_key(field).data(), unit_field_label(field),
                                unit_field_text(app.workspace.declaration().unit, field),
                                {.width = width,
                                 .help = help,
                                 .problem = problem,
                                 .input_mode = input_mode,
                                 .required = required,
                                 .enabled = !app.read_only});
  if (typed) app.taken(app.workspace.set_unit_field(field, *typed));
}

// Two fields side by side where there is room, one below the other on a phone.
void draw_pair(App& app, UnitField left, UnitField right, float width,
               std::string_view left_mode = {}, std::string_view right_mode = {}) {
  const float gap = scaled(16);
  if (width < scaled(420)) {
    draw_unit_field(app, left, width, left_mode);
    space(14);
    draw_unit_field(app, right, width, right_mode);
  } else {
    const float half = std::floor((width - gap) / 2);
    draw_unit_field(app, left, half, left_mode);
    ImGui::SameLine(0, gap);
    draw_unit_field(app, right, half, right_mode);
  }
}

void draw_identity(App& app, float width) {
  begin_card("identity", tr(Msg::unit_identity), width);
  const float inner = ImGui::CalcItemWidth();
  heading(2, tr(Msg::unit_identity), kCardTitle);
  space(4);
  text(tr(Msg::unit_required), kCaption, palette().text3, inner);
  space(12);
  draw_unit_field(app, UnitField::name, inner);
  space(14);
  draw_unit_field(app, UnitField::parent, inner);
  space(14);
  const auto kinds = unit_kind_labels();
  const float gap = scaled(16);
  const bool narrow = inner < scaled(420);
  const float half = narrow ? inner : std::floor((inner - gap) / 2);
  if (app.arrives_at(unit_place(UnitField::kind))) request_focus(ImGui::GetID("kind"));
  const auto chosen =
      select("kind", unit_field_label(UnitField::kind), kinds,
             static_cast<int>(app.workspace.declaration().unit.kind),
             {.width = half, .help = tr(Msg::unit_kind_help), .enabled = !app.read_only});
  if (chosen)
    app.taken(app.workspace.set_unit_field(UnitField::kind,
                                           unit_kind_key(static_cast<UnitKind>(*chosen))));
  if (narrow) {
    space(14);
  } else {
    ImGui::SameLine(0, gap);
  }
  draw_unit_field(app, UnitField::code, half);
  space(14);
  draw_unit_field(app, UnitField::address, inner);
  space(14);
  draw_pair(app, UnitField::telephone, UnitField::email, inner, "tel", "email");
  space(14);
  draw_unit_field(app, UnitField::place, half);
  end_card();
}

void draw_people(App& app, float width) {
  begin_card("people", tr(Msg::unit_people), width);
  const float inner = ImGui::CalcItemWidth();
  heading(2, tr(Msg::unit_people), kCardTitle);
  space(4);
  text(tr(Msg::unit_people_help), kCaption, palette().text3, inner);
  space(12);
  draw_pair(app, UnitField::preparer_name, UnitField::preparer_title, inner);
  space(14);
  draw_pair(app, UnitField::head_name, UnitField::head_title, inner);
  end_card();
}

void draw_packs(App& app, float width) {
  begin_card("packs", tr(Msg::unit_packs), width);
  const float inner = ImGui::CalcItemWidth();
  heading(2, tr(Msg::unit_packs), kCardTitle);
  space(4);
  text(tr(Msg::unit_packs_help), kCaption, palette().text3, inner);
  space(8);
  // Copies: a box that is ticked changes what is drawn from.
  const std::vector<std::string> followed = app.workspace.declaration().packs;
  const PackSet packs_now = app.workspace.packs();
  const auto opened = packs_now.opened();
  std::string to_close;
  for (const Pack* each : packs_now.all()) {
    const Pack& pack = *each;
    const bool on = std::find(followed.begin(), followed.end(), pack.id) != followed.end();
    if (checkbox(pack.id.c_str(), pack_short_name(pack), on, !app.read_only)) {
      std::vector<std::string> packs = followed;
      if (on) {
        std::erase(packs, pack.id);
      } else {
        packs.push_back(pack.id);
      }
      app.workspace.set_packs(std::move(packs));
    }
    const bool vietnamese = context().language == Language::vietnamese;
    text(pack.issuer + " · " + (vietnamese ? pack.title_vi : pack.title_en), kBody, palette().text2,
         inner);
    if (pack.deadline) {
      const Date last = last_day_on_time(*pack.deadline);
      const bool late = app.today() > last;
      text(tr(late ? Msg::deadline_passed : Msg::deadline_last_day, {vietnamese_date(last)}),
           kCaption, late ? palette().warn : palette().text3, inner);
    }
    if (const std::string recipient = recipient_line(pack); !recipient.empty())
      text(recipient, kCaption, palette().text3, inner);
    if (std::any_of(opened.begin(), opened.end(),
                    [&](const auto& one) { return one->pack.id == pack.id; })) {
      space(4);
      if (button(("close-" + pack.id).c_str(), tr(Msg::pack_close),
                 {.icon = Icon::trash,
                  .enabled = !app.read_only,
                  .description = pack_short_name(pack)}))
        to_close = pack.id;
    }
    space(8);
  }
  for (const std::string& id : packs_now.unknown_ids(app.workspace.declaration())) {
    notice(Tone::warn, tr(Msg::pack_unknown, {id}), tr(Msg::pack_unknown_help), inner);
    space(8);
  }
  if (button("open-pack", tr(Msg::pack_open), {.icon = Icon::open, .enabled = !app.read_only}))
    push_effect("chooseFile", {{"purpose", "any"}, {"accept", ".json"}});
  end_card();
  if (!to_close.empty()) app.workspace.close_pack(to_close);
}

}  // namespace

void draw_unit_screen(App& app) {
  const float available = ImGui::GetContentRegionAvail().x;
  heading(1, tr(Msg::unit_title), kPageTitle);
  space(2);
  text(tr(Msg::unit_subtitle), kBody, palette().text2, available);
  space(16);
  const float gap = scaled(16);
  if (available < scaled(900)) {
    const float width = std::min(available, scaled(720));
    draw_identity(app, width);
    space(16);
    draw_people(app, width);
    space(16);
    draw_packs(app, width);
  } else {
    const float left = std::floor(std::min((available - gap) * 0.56F, scaled(720)));
    const float right = std::floor(std::min(available - gap - left, scaled(560)));
    const ImVec2 top = ImGui::GetCursorScreenPos();
    draw_identity(app, left);
    const float bottom = ImGui::GetCursorScreenPos().y;
    ImGui::SetCursorScreenPos(ImVec2(top.x + left + gap, top.y));
    ImGui::BeginGroup();
    draw_people(app, right);
    space(16);
    draw_packs(app, right);
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos(ImVec2(top.x, std::max(bottom, ImGui::GetItemRectMax().y)));
  }
  space(20);
}

}  // namespace sokenh
