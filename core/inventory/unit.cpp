#include "core/inventory/unit.h"

#include <array>

namespace sokenh {
namespace {

constexpr std::array kFields{
    UnitField::name,           UnitField::parent,    UnitField::kind,
    UnitField::code,           UnitField::address,   UnitField::telephone,
    UnitField::email,          UnitField::place,     UnitField::preparer_name,
    UnitField::preparer_title, UnitField::head_name, UnitField::head_title,
};

constexpr std::array kKinds{UnitKind::unspecified, UnitKind::school,     UnitKind::commune,
                            UnitKind::department,  UnitKind::state_body, UnitKind::other};

// The member of a field that is text; nullptr for `kind`.
std::string Unit::*text_member(UnitField field) {
  switch (field) {
    case UnitField::name:
      return &Unit::name;
    case UnitField::parent:
      return &Unit::parent;
    case UnitField::kind:
      return nullptr;
    case UnitField::code:
      return &Unit::code;
    case UnitField::address:
      return &Unit::address;
    case UnitField::telephone:
      return &Unit::telephone;
    case UnitField::email:
      return &Unit::email;
    case UnitField::place:
      return &Unit::place;
    case UnitField::preparer_name:
      return &Unit::preparer_name;
    case UnitField::preparer_title:
      return &Unit::preparer_title;
    case UnitField::head_name:
      return &Unit::head_name;
    case UnitField::head_title:
      return &Unit::head_title;
  }
  return nullptr;
}

}  // namespace

std::span<const UnitField> unit_fields() { return kFields; }

std::string_view unit_field_key(UnitField field) {
  switch (field) {
    case UnitField::name:
      return "name";
    case UnitField::parent:
      return "parent";
    case UnitField::kind:
      return "kind";
    case UnitField::code:
      return "code";
    case UnitField::address:
      return "address";
    case UnitField::telephone:
      return "telephone";
    case UnitField::email:
      return "email";
    case UnitField::place:
      return "place";
    case UnitField::preparer_name:
      return "preparer_name";
    case UnitField::preparer_title:
      return "preparer_title";
    case UnitField::head_name:
      return "head_name";
    case UnitField::head_title:
      return "head_title";
  }
  return "";
}

std::string unit_field_text(const Unit& unit, UnitField field) {
  if (field == UnitField::kind) return std::string(unit_kind_key(unit.kind));
  return unit.*text_member(field);
}

void set_unit_field(Unit& unit, UnitField field, std::string_view text) {
  if (field != UnitField::kind) {
    unit.*text_member(field) = text;
    return;
  }
  const UnitKind kind = parse_unit_kind_key(text);
  if (kind != UnitKind::unspecified || text.empty()) unit.kind = kind;
}

std::string_view unit_kind_key(UnitKind kind) {
  switch (kind) {
    case UnitKind::unspecified:
      return "";
    case UnitKind::school:
      return "school";
    case UnitKind::commune:
      return "commune";
    case UnitKind::department:
      return "department";
    case UnitKind::state_body:
      return "state_body";
    case UnitKind::other:
      return "other";
  }
  return "";
}

UnitKind parse_unit_kind_key(std::string_view key) {
  for (const UnitKind kind : kKinds) {
    if (unit_kind_key(kind) == key) return kind;
  }
  return UnitKind::unspecified;
}

}  // namespace sokenh
