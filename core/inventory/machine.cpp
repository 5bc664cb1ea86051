#include "core/inventory/machine.h"

#include <algorithm>
#include <array>

#include "core/text/fold.h"

namespace sokenh {
namespace {

struct FieldEntry {
  MachineField field;
  std::string_view key;
  std::string Machine::*text;
};

constexpr std::array kFields{
    FieldEntry{MachineField::name, "name", &Machine::name},
    FieldEntry{MachineField::kind, "kind", &Machine::kind},
    FieldEntry{MachineField::owner, "owner", &Machine::owner},
    FieldEntry{MachineField::place, "place", &Machine::place},
    FieldEntry{MachineField::addresses, "addresses", &Machine::addresses},
    FieldEntry{MachineField::note, "note", &Machine::note},
};

constexpr std::array<std::string_view, 3> kKindKeys{"server", "workstation", kDeviceKind};

constexpr auto kFieldOrder = [] {
  std::array<MachineField, kFields.size()> order{};
  for (std::size_t i = 0; i < kFields.size(); ++i) order[i] = kFields[i].field;
  return order;
}();

const FieldEntry& entry_of(MachineField field) { return kFields[static_cast<std::size_t>(field)]; }

}  // namespace

std::span<const MachineField> machine_fields() { return kFieldOrder; }

std::string_view machine_field_key(MachineField field) { return entry_of(field).key; }

std::optional<MachineField> parse_machine_field_key(std::string_view key) {
  for (const FieldEntry& entry : kFields) {
    if (entry.key == key) return entry.field;
  }
  return std::nullopt;
}

const std::string& machine_text(const Machine& machine, MachineField field) {
  return machine.*entry_of(field).text;
}

bool set_machine_text(Machine& machine, MachineField field, std::string_view text) {
  if (field == MachineField::kind && !text.empty() &&
      std::find(kKindKeys.begin(), kKindKeys.end(), text) == kKindKeys.end())
    return false;
  machine.*entry_of(field).text = text;
  return true;
}

std::span<const std::string_view> machine_kind_keys() { return kKindKeys; }

bool is_blank(const Machine& machine) {
  return text::is_blank(machine.name) && text::is_blank(machine.addresses);
}

bool says_no_network(std::string_view addresses) {
  // An address has a digit or a colon in it.
  if (addresses.find_first_of("0123456789:") != std::string_view::npos) return false;
  const std::string folded = text::fold(addresses);
  constexpr std::array<std::string_view, 10> known{
      "khong",           "khong co",      "khong noi mang",   "khong ket noi mang",
      "khong dung mang", "khong ket noi", "khong co dia chi", "khong co ip",
      "khong co mang",   "offline"};
  return std::find(known.begin(), known.end(), folded) != known.end();
}

std::vector<OwnRange> own_ranges(std::span<const Machine> machines) {
  std::vector<OwnRange> ranges;
  for (std::size_t i = 0; i < machines.size(); ++i) {
    const std::string& written = machines[i].addresses;
    if (says_no_network(written)) continue;
    for (const WrittenIpRange& each : read_ip_ranges(written))
      ranges.push_back({i, written.substr(each.begin, each.end - each.begin), each.reading});
  }
  return ranges;
}

}  // namespace sokenh
