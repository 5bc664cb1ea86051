#include "wasm/screens/signature_labels.h"

#include "core/base/date.h"

namespace sokenh {

using namespace ui;
using signing::SignatureState;

std::string_view role_label(signing::Role role) {
  return tr(role == signing::Role::preparer ? Msg::role_preparer : Msg::role_head);
}

std::string signature_state_label(const signing::SignatureCheck& check) {
  const SignatureState state = check.state;
  switch (state) {
    case SignatureState::valid:
      return tr(Msg::signature_valid, {check.signer.name});
    case SignatureState::missing:
      return tr(Msg::signature_missing, {check.signer.name});
    case SignatureState::bad_signature:
      return tr(Msg::signature_bad_signature, {check.signer.name});
    case SignatureState::wrong_key_id:
      return tr(Msg::signature_wrong_key_id, {check.signer.name});
    case SignatureState::repeated_key:
      return tr(Msg::signature_repeated_key, {check.signer.name});
  }
  return {};
}

Tone signature_state_tone(SignatureState state) {
  if (state == SignatureState::valid) return Tone::ok;
  return state == SignatureState::missing ? Tone::warn : Tone::bad;
}

std::string signing_time_label(std::string_view time) {
  const auto date = parse_iso_date(time.substr(0, 10));
  if (!date || time.size() < 16) return std::string(time);
  return vietnamese_date(*date) + ", " + std::string(time.substr(11, 5));
}

void draw_signature(const signing::SignatureCheck& check, float width) {
  const Tone tone = signature_state_tone(check.state);
  begin_group(signing::role_key(check.signer.role).data(), Role::group,
              role_label(check.signer.role));
  const ImVec2 top = ImGui::GetCursorScreenPos();
  const Icon icon = tone == Tone::ok ? Icon::check : tone == Tone::warn ? Icon::note : Icon::error;
  draw_icon(ImGui::GetWindowDrawList(), icon, ImVec2(top.x + scaled(8), top.y + scaled(10)),
            tone_colors(tone).text);
  ImGui::SetCursorScreenPos(ImVec2(top.x + scaled(24), top.y));
  text(role_label(check.signer.role), kBodyStrong);
  space(4);
  text(signature_state_label(check), kBody, tone_colors(tone).text, width);
  space(4);
  if (check.state != SignatureState::missing) {
    begin_group("properties", Role::properties, "");
    const auto line = [&](Msg label, std::string_view value) {
      if (value.empty()) return;
      property(tr(label), value, scaled(86), width);
      space(4);
    };
    line(Msg::signature_signer, check.signer.name);
    line(Msg::signature_title, check.signer.title);
    line(Msg::signature_time, signing_time_label(check.signer.time));
    line(Msg::signature_key, check.fingerprint);
    end_group();
  }
  end_group();
}

}  // namespace sokenh
