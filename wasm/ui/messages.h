// The product's sentences in Vietnamese and English, one table for both: messages.def.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/policy/finding.h"

namespace sokenh::ui {

enum class Language { vietnamese, english };

enum class Msg {
#define MSG(key, vi, en) key,
#include "wasm/ui/messages.def"
#undef MSG
};

std::string_view message(Msg msg, Language language);
// With {0}, {1} … replaced by the arguments, in any order; an argument's own braces are left alone.
std::string message(Msg msg, Language language, std::initializer_list<std::string_view> arguments);

// What a code says: every ErrorCode and FindingCode has its sentence, or this does not compile.
std::string error_message(const Error& error, Language language);
Msg finding_title(FindingCode code);
Msg finding_advice(FindingCode code);

}  // namespace sokenh::ui
