// Unit: the office that declares. Its fields are what the official form's header, the e-mail and
// the signature blocks need.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace sokenh {

// Decides which domain rules apply (HP23-4.3: only state bodies are entitled to .gov.vn).
enum class UnitKind { unspecified, school, commune, department, state_body, other };

struct Unit {
  std::string name;    // «Trường Tiểu học Đại Lộc»
  std::string parent;  // the governing body: «UBND xã An Lão»
  UnitKind kind = UnitKind::unspecified;
  std::string code;  // identifier given by the receiving office, if any
  std::string address;
  std::string telephone;
  std::string email;
  std::string place;          // where documents are dated: «An Lão»
  std::string preparer_name;  // cán bộ thống kê
  std::string preparer_title;
  std::string head_name;  // lãnh đạo đơn vị
  std::string head_title;

  friend bool operator==(const Unit&, const Unit&) = default;
};

enum class UnitField : std::uint8_t {
  name,
  parent,
  kind,
  code,
  address,
  telephone,
  email,
  place,
  preparer_name,
  preparer_title,
  head_name,
  head_title
};

// The fields in the order of the form, and each one's key in the signed file ("preparer_name").
std::span<const UnitField> unit_fields();
std::string_view unit_field_key(UnitField field);

// Every field as text; `kind` as its key ("school"). set_unit_field ignores an unknown kind.
std::string unit_field_text(const Unit& unit, UnitField field);
void set_unit_field(Unit& unit, UnitField field, std::string_view text);

std::string_view unit_kind_key(UnitKind kind);  // "" for unspecified
UnitKind parse_unit_kind_key(std::string_view key);

}  // namespace sokenh
