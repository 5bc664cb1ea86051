// Finding: one thing to correct, as data: what, how bad, where, by which clause, on what evidence.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/inventory/account.h"
#include "core/inventory/channel.h"
#include "core/inventory/log.h"
#include "core/inventory/machine.h"
#include "core/inventory/unit.h"
#include "core/policy/place.h"

namespace sokenh {

enum class FindingCode : std::uint8_t {
#define FINDING_CODE(name) name,
#include "core/policy/finding_codes.def"
#undef FINDING_CODE
};
std::string_view finding_code_name(FindingCode code);

enum class Severity : std::uint8_t {
  error,    // a clause is broken, or the form cannot be sent like this
  warning,  // incomplete or doubtful
  advice    // recommended
};
std::string_view severity_key(Severity severity);  // "error", "warning", "advice"

struct Finding {
  FindingCode code;
  Severity severity = Severity::error;
  ChannelId row = 0;  // 0: about the unit or the whole declaration
  std::optional<Column> column;
  std::optional<Attribute> attribute;   // instead of a column: one of the row's security attributes
  std::optional<UnitField> unit_field;  // for findings about the unit
  AccountId account = 0;                // for findings about an account: with the field
  std::optional<AccountField> account_field;
  MachineId machine = 0;  // for findings about a machine: with the field
  std::optional<MachineField> machine_field;
  IpProblem ip_problem = IpProblem::none;  // machine_address_unreadable: why
  std::string question;  // for findings about an answer of the self-check: its key
  // For findings about a log: its kind; about one entry: which, and the field.
  std::optional<LogKind> log;
  LogEntryId log_entry = 0;
  std::optional<LogField> log_field;
  DutyPlace duty;           // for findings about a roster
  std::string requirement;  // "HP23-1.2"
  std::string pack;         // "HP23"
  std::string clause;       // "1"
  std::string evidence;     // what was found there, shortened; never parsed
  // What to offer instead, or empty. With a column it replaces the whole cell («Đóng»), except for
  // address_not_https, where it is the new address within the cell. For what is overdue:
  // the day it was due; for machine_addresses_shared: the other machine.
  std::string suggestion;
  ChannelId other_row = 0;  // duplicates: the earlier row

  friend bool operator==(const Finding&, const Finding&) = default;
};

// Where to correct it.
Place place_of(const Finding& finding);

}  // namespace sokenh
