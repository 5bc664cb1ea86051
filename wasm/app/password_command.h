// The command line's `password`: what the dispatches and an attacker think of each line, and which
// lines are nearly one password. Nothing of a password is in the answer, only where its parts
// stand.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string_view>

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/inventory/declaration.h"
#include "core/policy/pack.h"

namespace sokenh {

// The dictionary, kept for the commands that follow.
Status take_password_words(std::string_view bytes);

// {"ok", "passwords": [{"line", "ok", "score", "log10_guesses", and unless brief
//   "characters", "label", "guesses",
//   "parts": [{"from", "to", "kind", "written", "log10_guesses", "text"}],
//   "rules": [{"rule", "passed", "asked", "found", "requirement", and of those not kept "clause",
//   "reference", "text"}]}],
//  "reused": [{"first", "second", "likeness", "text"}],
//  and unless brief "nist": [{"topic", "section", "requirement", "text"}]}
// Lines, and characters in them, are counted from 1. Empty lines are no passwords. A password is
// «ok» when every demand of a dispatch is met and it scores 2 and more. Errors: word_list_damaged
// when no dictionary was taken.
Result<nlohmann::json> check_passwords(std::string_view lines, const Declaration& declaration,
                                       std::span<const Pack* const> packs, const Date& today,
                                       bool brief);

}  // namespace sokenh
