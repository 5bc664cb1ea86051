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
    FieldEntry{MachineField::owner, "owner", &Machine::owner},
    FieldEntry{MachineField::place, "place", &Machine::place},
    FieldEntry{MachineField::addresses, "addresses", &Machine::addresses},
    FieldEntry{MachineField::note, "note", &Machine::note},
};

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

void set_machine_text(Machine& machine, MachineField field, std::string_view text) {
  machine.*entry_of(field).text = text;
}

bool is_blank(const Machine& machine) {
  return text::is_blank(machine.name) && text::is_blank(machine.addresses);
}

std::vector<OwnRange> own_ranges(std::span<const Machine> machines) {
  std::vector<OwnRange> ranges;
  for (std::size_t i = 0; i < machines.size(); ++i) {
    const std::string& written = machines[i].addresses;
    for (const WrittenIpRange& each : read_ip_ranges(written))
      ranges.push_back({i, written.substr(each.begin, each.end - each.begin), each.reading});
  }
  return ranges;
}

}  // namespace sokenh
