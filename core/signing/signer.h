// Who signs, in which role, and when: what is written beside a signature and on a key file.
//
// All text is shown to people and printed, so it is checked when written and when read: no control
// characters, bounded length. It must be NFC already; normalising is the caller's duty.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/base/result.h"

namespace sokenh::signing {

enum class Role {
  preparer,  // cán bộ thống kê
  head,      // lãnh đạo đơn vị
};

// As written in files, in the order of the enum.
inline constexpr std::array<std::string_view, 2> kRoleKeys = {"preparer", "head"};
inline constexpr std::array<Role, 2> kAllRoles = {Role::preparer, Role::head};
inline std::string_view role_key(Role role) { return kRoleKeys[static_cast<std::size_t>(role)]; }

inline constexpr std::size_t kMaxSignerTextBytes = 400;

struct Signer {
  Role role = Role::preparer;
  std::string name;   // never empty
  std::string title;  // chức vụ; may be empty
  std::string time;   // of signing, of a key: of making; RFC 3339

  friend bool operator==(const Signer&, const Signer&) = default;
};

// "2023-11-24T14:26:00+07:00": date and time with offset (RFC 3339), seconds may have a fraction.
bool is_date_time(std::string_view text);

// The members "role", "name", "title" and the time under `time_name`.
void write_signer(nlohmann::json& object, const Signer& signer, std::string_view time_name);
// A failure is left in the reader: signer_role_unknown, signer_text_invalid, signer_time_invalid.
Signer read_signer(JsonReader& object, std::string_view time_name);
Status check_signer(const Signer& signer, std::string_view time_name);

}  // namespace sokenh::signing
