// How roles and the states of signatures are called on the screen.
#pragma once

#include <string>
#include <string_view>

#include "core/signing/signed_file.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

std::string_view role_label(signing::Role role);
// «Chữ ký hợp lệ», «Thiếu chữ ký», …: what it is, and for a bad one what that means.
std::string signature_state_label(const signing::SignatureCheck& check);
ui::Tone signature_state_tone(signing::SignatureState state);
// "24/11/2023, 14:26" from RFC 3339.
std::string signing_time_label(std::string_view time);

// One signature: role, name, title, time, key.
void draw_signature(const signing::SignatureCheck& check, float width);

}  // namespace sokenh
