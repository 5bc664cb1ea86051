// Machine: one server, workstation or device of the unit, with the addresses it has, as HP24-3.3
// asks for them: lists of infected machines name addresses, the unit has to know whose they are.
//
// As in a channel, what was written is kept; what it means is derived on demand.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/network/ip_address.h"

namespace sokenh {

// Stable within a document, never reused; 0 is «no machine».
using MachineId = std::uint32_t;

struct Machine {
  MachineId id = 0;
  std::string name;       // «Máy kế toán», as the logs name it
  std::string kind;       // one of machine_kind_keys(), "" while not said
  std::string owner;      // who uses it or answers for it
  std::string place;      // room, building
  std::string addresses;  // as written: addresses, prefixes, ranges, one beside another
  std::string note;

  friend bool operator==(const Machine&, const Machine&) = default;
};

enum class MachineField : std::uint8_t { name, kind, owner, place, addresses, note };
std::span<const MachineField> machine_fields();          // in the order of a list on paper
std::string_view machine_field_key(MachineField field);  // "addresses"
std::optional<MachineField> parse_machine_field_key(std::string_view key);
const std::string& machine_text(const Machine& machine, MachineField field);
// False (and nothing changed) when the text is no kind.
bool set_machine_text(Machine& machine, MachineField field, std::string_view text);

// "server", "workstation", and "device" for what is no computer: router, printer, camera.
std::span<const std::string_view> machine_kind_keys();
inline constexpr std::string_view kDeviceKind = "device";

// True when nothing says which machine or which address it is.
bool is_blank(const Machine& machine);

// «Không nối mạng», «không có»: the machine has no address, and that is said.
bool says_no_network(std::string_view addresses);

// The ranges of all machines, in their order: what a list is asked about.
struct OwnRange {
  std::size_t machine = 0;  // index in the list given
  std::string written;
  IpReading reading;  // one that cannot be read has its problem, and no range
};
std::vector<OwnRange> own_ranges(std::span<const Machine> machines);

}  // namespace sokenh
