// Ký & xuất: check, two signatures, and the ways out: file, e-mail draft, share sheet.
#include <algorithm>
#include <array>
#include <string>

#include "core/signing/signed_file.h"
#include "wasm/app/app.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/screens.h"
#include "wasm/screens/signature_labels.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;
using SignerRole = signing::Role;

namespace {

// Why nothing can be signed yet; empty when it can.
std::string_view reason_not_to_sign(App& app) {
  const Declaration& declaration = app.workspace.declaration();
  if (app.read_only) return tr(Msg::read_only_title);
  if (declaration.unit.name.empty()) return tr(Msg::sign_needs_unit);
  if (declaration.channels.empty() && !declaration.no_channels) return tr(Msg::sign_needs_channels);
  return {};
}

enum class Step { done, now, later };

void draw_step(int number, Step step, std::string_view title, std::string_view detail,
               float width) {
  const Palette& colors = palette();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const ImVec2 top = ImGui::GetCursorScreenPos();
  const ImVec2 center(top.x + scaled(14), top.y + scaled(20));
  if (step == Step::done) {
    draw->AddCircleFilled(center, scaled(14), colors.ok_soft);
    draw->AddCircle(center, scaled(14), colors.ok_line);
    draw_icon(draw, Icon::check, center, colors.ok);
  } else {
    draw->AddCircleFilled(center, scaled(14), step == Step::now ? colors.accent : colors.sunken);
    const std::string label = std::to_string(number);
    draw_text(draw, ImVec2(center.x - text_width(label, kBodyStrong) / 2, center.y - scaled(10)),
              step == Step::now ? colors.on_accent : colors.text2, label, kBodyStrong);
  }
  begin_group(title.data(), ui::Role::listitem, "");
  context().semantics.last().selected = step == Step::now;
  const Msg state = step == Step::done  ? Msg::step_done
                    : step == Step::now ? Msg::step_now
                                        : Msg::step_later;
  const ImRect disc(ImVec2(center.x - scaled(14), center.y - scaled(14)),
                    ImVec2(center.x + scaled(14), center.y + scaled(14)));
  add_node(ImGui::GetID("state"), ui::Role::image, tr(state, {std::to_string(number)}), disc);
  ImGui::SetCursorScreenPos(ImVec2(top.x + scaled(40), top.y + (detail.empty() ? scaled(10) : 0)));
  ImGui::BeginGroup();
  text(title, kBodyStrong, step == Step::now ? colors.accent_text : colors.text,
       width - scaled(48));
  if (!detail.empty()) text(detail, kCaption, colors.text2, width - scaled(48));
  ImGui::EndGroup();
  end_group();
}

void draw_steps(App& app, float width) {
  const int errors = app.count_findings(Severity::error);
  const bool preparer = app.signing.signed_by(app, SignerRole::preparer);
  const bool head = app.signing.signed_by(app, SignerRole::head);
  const std::string checked = errors == 0 ? std::string(tr(Msg::step_check_clean))
                                          : tr(Msg::step_check_errors, {std::to_string(errors)});
  const bool ready = reason_not_to_sign(app).empty();
  struct Entry {
    Msg title;
    std::string detail;
    bool done;
  };
  const Unit& unit = app.workspace.declaration().unit;
  const std::array<Entry, 4> steps{
      {{Msg::step_check, checked, ready && errors == 0},
       {Msg::step_preparer, unit.preparer_name, preparer},
       {Msg::step_head, unit.head_name, head},
       {Msg::step_export, std::string(tr(Msg::step_export_detail)), false}}};
  begin_card("steps", tr(Msg::sign_steps), width);
  const float inner = ImGui::CalcItemWidth();
  begin_group("list", ui::Role::list, tr(Msg::sign_steps));
  const bool row = inner >= scaled(620);
  const float each = row ? inner / 4 : inner;
  const ImVec2 top = ImGui::GetCursorScreenPos();
  bool reached = false;
  float bottom = top.y;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool done = steps[i].done;
    const Step step = done ? Step::done : !reached ? Step::now : Step::later;
    reached = reached || !done;
    if (row) ImGui::SetCursorScreenPos(ImVec2(top.x + each * static_cast<float>(i), top.y));
    const float step_top = ImGui::GetCursorScreenPos().y;
    draw_step(static_cast<int>(i) + 1, step, tr(steps[i].title), steps[i].detail, each);
    const float step_bottom = std::max(ImGui::GetItemRectMax().y, step_top + scaled(40));
    bottom = std::max(bottom, step_bottom);
    if (!row) ImGui::SetCursorScreenPos(ImVec2(top.x, step_bottom + scaled(8)));
  }
  end_group();
  ImGui::SetCursorScreenPos(ImVec2(top.x, bottom));
  ImGui::Dummy(ImVec2(inner, 0));
  end_card();
}

void draw_role(App& app, SignerRole role, std::string_view blocked, float width) {
  const signing::Verification* known = app.signing.verification(app);
  const signing::SignatureCheck* check = nullptr;
  if (known != nullptr) {
    for (const auto& one : known->checks) {
      if (one.signer.role == role) check = &one;
    }
  }
  signing::SignatureCheck missing;
  missing.signer.role = role;
  draw_signature(check != nullptr ? *check : missing, width);
  if (check != nullptr && check->state != signing::SignatureState::missing) return;
  space(6);
  const Msg label = role == SignerRole::preparer ? Msg::sign_as_preparer : Msg::sign_as_head;
  const bool first =
      role == SignerRole::preparer || app.signing.signed_by(app, SignerRole::preparer);
  if (button(role == SignerRole::preparer ? "sign-preparer" : "sign-head", tr(label),
             {.kind = first ? ButtonKind::primary : ButtonKind::secondary,
              .icon = Icon::pen,
              .enabled = blocked.empty(),
              .description = blocked})) {
    app.signing.open_sign_dialog(app, role);
  }
}

void draw_signatures(App& app, float width) {
  begin_card("signatures", tr(Msg::sign_signatures), width);
  const float inner = ImGui::CalcItemWidth();
  heading(2, tr(Msg::sign_signatures), kCardTitle);
  if (app.signing.complete(app)) {
    same_line(12);
    badge(tr(Msg::sign_all_valid), Tone::ok, Icon::check);
  }
  space(10);
  const std::string_view blocked = reason_not_to_sign(app);
  if (!blocked.empty()) {
    notice(Tone::warn, tr(Msg::sign_not_yet), blocked, inner);
    space(12);
  } else if (app.signing.outdated(app)) {
    notice(Tone::warn, tr(Msg::sign_outdated_title), tr(Msg::sign_outdated_body), inner);
    space(12);
  } else if (app.count_findings(Severity::error) > 0 && !app.signing.complete(app)) {
    notice(Tone::warn,
           tr(Msg::sign_errors_title, {std::to_string(app.count_findings(Severity::error))}),
           tr(Msg::sign_errors_body), inner);
    space(8);
    if (button("correct", tr(Msg::sign_go_correct))) app.go_to(Screen::channels);
    space(12);
  }
  const float gap = scaled(24);
  const bool side = inner >= scaled(520);
  const float each = side ? (inner - gap) / 2 : inner;
  const ImVec2 top = ImGui::GetCursorScreenPos();
  ImGui::BeginGroup();
  draw_role(app, SignerRole::preparer, blocked, each);
  ImGui::EndGroup();
  float bottom = ImGui::GetItemRectMax().y;
  if (side) {
    ImGui::SetCursorScreenPos(ImVec2(top.x + each + gap, top.y));
  } else {
    space(16);
  }
  ImGui::BeginGroup();
  draw_role(app, SignerRole::head, blocked, each);
  ImGui::EndGroup();
  bottom = std::max(bottom, ImGui::GetItemRectMax().y);
  ImGui::SetCursorScreenPos(ImVec2(top.x, bottom));
  ImGui::Dummy(ImVec2(inner, 0));
  space(12);
  text(tr(Msg::key_not_legal), kCaption, palette().text3, inner);
  end_card();
}

void draw_digest(App& app, float width) {
  const signing::Verification* known = app.signing.verification(app);
  if (known == nullptr) return;
  space(16);
  begin_card("digest", tr(Msg::digest_title), width);
  const float inner = ImGui::CalcItemWidth();
  const std::string& digest = known->payload_sha256;
  heading(2, tr(Msg::digest_title), kCardTitle);
  same_line(10);
  // On the heading's base line.
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + scaled(3));
  text("SHA-256", kCaption, palette().text3);
  space(8);
  std::string grouped;
  for (std::size_t i = 0; i < digest.size(); i += 4) {
    if (i > 0) grouped += "  ";
    for (std::size_t j = i; j < std::min(i + 4, digest.size()); ++j)
      grouped += static_cast<char>(std::toupper(static_cast<unsigned char>(digest[j])));
  }
  const float room = inner - scaled(32);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = text_height(grouped, kDigits, room) + scaled(20);
  ImGui::GetWindowDrawList()->AddRectFilled(at, ImVec2(at.x + inner, at.y + height),
                                            palette().sunken, scaled(kRadius));
  ImGui::SetCursorScreenPos(ImVec2(at.x + scaled(16), at.y + scaled(10)));
  text(grouped, kDigits, {}, room);
  space(18);
  text(tr(Msg::digest_help, {grouped.substr(0, 10)}), kCaption, palette().text2, inner);
  space(10);
  if (button("copy-digest", tr(Msg::digest_copy), {.icon = Icon::copy}))
    push_effect("copy", {{"text", digest}});
  end_card();
}

void draw_export(App& app, float width) {
  begin_card("export", tr(Msg::export_title), width);
  const float inner = ImGui::CalcItemWidth();
  heading(2, tr(Msg::export_title), kCardTitle);
  space(4);
  const signing::SignedFile* file = app.signing.current(app);
  const bool complete = app.signing.complete(app);
  if (file == nullptr) {
    text(tr(Msg::export_after_signing), kBody, palette().text2, inner);
    end_card();
    return;
  }
  text(complete ? tr(Msg::export_complete) : tr(Msg::export_incomplete), kBody, palette().text2,
       inner);
  space(14);
  const std::string name = app.signing.file_name(app);
  const auto wide = [&](Msg label, Icon icon, ButtonKind kind = ButtonKind::secondary) {
    return ButtonOptions{
        .kind = kind,
        .icon = icon,
        .width = std::min(inner, std::max(button_width(tr(label), {.icon = icon}), scaled(280)))};
  };
  if (button("download", tr(Msg::export_download),
             wide(Msg::export_download, Icon::download, ButtonKind::primary))) {
    push_effect("download", {{"name", name},
                             {"type", "application/json"},
                             {"text", signing::write_signed_file(*file)}});
    app.tell(tr(Msg::export_downloaded, {name}));
  }
  space(4);
  text(name, kCaption, palette().text3, inner);
  space(14);
  heading(3, tr(Msg::export_mail_title), kBodyStrong);
  space(6);
  if (button("draft", tr(Msg::export_mail_draft), wide(Msg::export_mail_draft, Icon::mail))) {
    const Result<std::string> draft = app.signing.email(app);
    if (draft) {
      push_effect("download", {{"name", name.substr(0, name.size() - 5) + ".eml"},
                               {"type", "message/rfc822"},
                               {"text", *draft}});
    } else {
      app.tell(error_message(draft.error(), context().language), Notice::Kind::problem);
    }
  }
  space(4);
  text(tr(Msg::export_mail_draft_help), kCaption, palette().text3, inner);
  space(10);
  if (button("file-and-copy", tr(Msg::export_mail_copy), wide(Msg::export_mail_copy, Icon::copy))) {
    push_effect("download", {{"name", name},
                             {"type", "application/json"},
                             {"text", signing::write_signed_file(*file)}});
    push_effect("copy",
                {{"text", app.signing.email_subject(app) + "\n\n" + app.signing.email_body(app)}});
  }
  space(4);
  text(tr(Msg::export_mail_copy_help), kCaption, palette().text3, inner);
  if (app.shares_files) {
    space(10);
    if (button("share", tr(Msg::export_share), wide(Msg::export_share, Icon::share))) {
      push_effect("share", {{"name", name},
                            {"type", "application/json"},
                            {"file", signing::write_signed_file(*file)},
                            {"title", app.signing.email_subject(app)},
                            {"text", app.signing.email_body(app)}});
    }
  }
  space(14);
  for (const Pack* pack : app.workspace.followed_packs()) {
    if (const std::string recipient = recipient_line(*pack); !recipient.empty())
      text(recipient, kBody, palette().text2, inner);
    text(tr(Msg::export_paper_too), kCaption, palette().text3, inner);
  }
  space(8);
  text(tr(Msg::export_no_network), kCaption, palette().text3, inner);
  end_card();
}

}  // namespace

void draw_sign_screen(App& app) {
  const float available = ImGui::GetContentRegionAvail().x;
  heading(1, tr(Msg::sign_title), kPageTitle);
  space(2);
  text(tr(app.signing.complete(app) ? Msg::sign_subtitle_done : Msg::sign_subtitle), kBody,
       palette().text2, available);
  space(16);
  draw_steps(app, available);
  space(16);
  const float gap = scaled(16);
  if (available < scaled(860)) {
    draw_signatures(app, available);
    draw_digest(app, available);
    space(16);
    draw_export(app, available);
  } else {
    const float left = std::floor((available - gap) * 0.58F);
    const float right = available - gap - left;
    const ImVec2 top = ImGui::GetCursorScreenPos();
    ImGui::BeginGroup();
    draw_signatures(app, left);
    draw_digest(app, left);
    ImGui::EndGroup();
    const float bottom = ImGui::GetItemRectMax().y;
    ImGui::SetCursorScreenPos(ImVec2(top.x + left + gap, top.y));
    draw_export(app, right);
    ImGui::SetCursorScreenPos(ImVec2(top.x, std::max(bottom, ImGui::GetItemRectMax().y)));
  }
  space(20);
}

}  // namespace sokenh
