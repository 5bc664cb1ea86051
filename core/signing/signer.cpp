#include "core/signing/signer.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/base/date.h"

namespace sokenh::signing {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Two digits at `at`, at most `max`.
bool two_digits(std::string_view text, std::size_t at, int max) {
  return text.size() >= at + 2 && is_digit(text[at]) && is_digit(text[at + 1]) &&
         (text[at] - '0') * 10 + (text[at + 1] - '0') <= max;
}

bool is_hours_minutes(std::string_view text) {
  return text.size() == 5 && two_digits(text, 0, 23) && text[2] == ':' && two_digits(text, 3, 59);
}

bool is_showable(std::string_view text) {
  constexpr char kDelete = 0x7F;
  return text.size() <= kMaxSignerTextBytes && find_invalid_utf8(text) == std::string_view::npos &&
         std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == kDelete; });
}

}  // namespace

bool is_date_time(std::string_view text) {
  constexpr std::size_t kDate = 10;
  constexpr std::size_t kSeconds = 19;
  if (text.size() <= kSeconds || text.size() > 40) return false;
  if (!parse_iso_date(text.substr(0, kDate)) || text[kDate] != 'T') return false;
  if (!is_hours_minutes(text.substr(kDate + 1, 5)) || text[16] != ':') return false;
  if (!two_digits(text, 17, 60)) return false;  // 60: a leap second
  std::size_t at = kSeconds;
  if (text[at] == '.') {
    const std::size_t fraction = ++at;
    while (at < text.size() && is_digit(text[at])) ++at;
    if (at == fraction) return false;
  }
  const std::string_view offset = text.substr(at);
  if (offset == "Z") return true;
  return !offset.empty() && (offset[0] == '+' || offset[0] == '-') &&
         is_hours_minutes(offset.substr(1));
}

void write_signer(nlohmann::json& object, const Signer& signer, std::string_view time_name) {
  object["role"] = role_key(signer.role);
  object["name"] = signer.name;
  object["title"] = signer.title;
  object[std::string(time_name)] = signer.time;
}

Signer read_signer(JsonReader& object, std::string_view time_name) {
  Signer signer;
  const std::string role = object.string("role", kMaxSignerTextBytes);
  const auto found = std::find(kRoleKeys.begin(), kRoleKeys.end(), role);
  if (found != kRoleKeys.end()) {
    signer.role = kAllRoles[static_cast<std::size_t>(found - kRoleKeys.begin())];
  } else {
    object.fail_at("role", ErrorCode::signer_role_unknown, role);
  }
  signer.name = object.string("name", kMaxSignerTextBytes);
  signer.title = object.string("title", kMaxSignerTextBytes);
  signer.time = object.string(time_name, kMaxSignerTextBytes);
  if (object.ok()) {
    if (const auto checked = check_signer(signer, time_name); !checked) {
      object.fail_at(checked.error().place, checked.error().code, checked.error().detail);
    }
  }
  return signer;
}

Status check_signer(const Signer& signer, std::string_view time_name) {
  if (signer.name.empty() || !is_showable(signer.name)) {
    return Error{ErrorCode::signer_text_invalid, "name"};
  }
  if (!is_showable(signer.title)) return Error{ErrorCode::signer_text_invalid, "title"};
  if (!is_date_time(signer.time)) {
    return Error{ErrorCode::signer_time_invalid, std::string(time_name), signer.time};
  }
  return ok();
}

}  // namespace sokenh::signing
