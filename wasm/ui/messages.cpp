#include "wasm/ui/messages.h"

#include <array>
#include <cstddef>

namespace sokenh::ui {
namespace {

// All sentences of a language one after another, each ended by a NUL: pointers to them in a table
// would not compress, and are made when the first sentence is asked for.
// NOLINTBEGIN(bugprone-macro-parentheses): literals are joined, which parentheses would prevent
constexpr char kVietnamese[] =
#define MSG(key, vi, en) vi "\0"
#include "wasm/ui/messages.def"
#undef MSG
    ;
constexpr char kEnglish[] =
#define MSG(key, vi, en) en "\0"
#include "wasm/ui/messages.def"
#undef MSG
    ;
constexpr std::size_t kCount = 0
#define MSG(key, vi, en) +1
#include "wasm/ui/messages.def"
#undef MSG
    ;
// NOLINTEND(bugprone-macro-parentheses)

using Sentences = std::array<std::string_view, kCount>;

Sentences split(const char* text) {
  Sentences sentences;
  for (std::string_view& sentence : sentences) {
    sentence = text;
    text += sentence.size() + 1;
  }
  return sentences;
}

Msg error_sentence(ErrorCode code) {
  switch (code) {
#define ERROR_CODE(name) \
  case ErrorCode::name:  \
    return Msg::error_##name;
#include "core/base/error_codes.def"
#undef ERROR_CODE
  }
  return Msg::error_json_syntax;
}

// Core's errors name roles by their keys.
std::string_view detail_for_people(std::string_view detail, Language language) {
  if (detail == "preparer") return message(Msg::role_preparer, language);
  if (detail == "head") return message(Msg::role_head, language);
  return detail;
}

}  // namespace

std::string_view message(Msg msg, Language language) {
  static const Sentences vietnamese = split(kVietnamese);
  static const Sentences english = split(kEnglish);
  return (language == Language::vietnamese ? vietnamese : english)[static_cast<std::size_t>(msg)];
}

std::string message(Msg msg, Language language, std::initializer_list<std::string_view> arguments) {
  const std::string_view sentence = message(msg, language);
  std::string out;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const bool placeholder = sentence[i] == '{' && i + 2 < sentence.size() &&
                             sentence[i + 2] == '}' && sentence[i + 1] >= '0' &&
                             sentence[i + 1] <= '9';
    if (!placeholder) {
      out += sentence[i];
      continue;
    }
    const auto index = static_cast<std::size_t>(sentence[i + 1] - '0');
    if (index < arguments.size()) out += arguments.begin()[index];
    i += 2;
  }
  return out;
}

std::string error_message(const Error& error, Language language) {
  return message(error_sentence(error.code), language,
                 {error.place, detail_for_people(error.detail, language)});
}

Msg finding_title(FindingCode code) {
  switch (code) {
#define FINDING_CODE(name) \
  case FindingCode::name:  \
    return Msg::finding_##name;
#include "core/policy/finding_codes.def"
#undef FINDING_CODE
  }
  return Msg::finding_cell_missing;
}

Msg finding_advice(FindingCode code) {
  switch (code) {
#define FINDING_CODE(name) \
  case FindingCode::name:  \
    return Msg::advice_##name;
#include "core/policy/finding_codes.def"
#undef FINDING_CODE
  }
  return Msg::advice_cell_missing;
}

}  // namespace sokenh::ui
