// Place: where in a declaration something is to be entered or corrected: what a task leads to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/inventory/account.h"
#include "core/inventory/channel.h"
#include "core/inventory/duty.h"
#include "core/inventory/log.h"
#include "core/inventory/machine.h"
#include "core/inventory/unit.h"

namespace sokenh {

enum class PlaceKind : std::uint8_t {
  unit,             // `unit_field`
  channels,         // the list of channels as a whole
  channel,          // `row`, and `column` or `attribute`, or neither: its page roles
  accounts,         // the list of accounts as a whole
  account,          // `account`, `account_field`
  account_reviews,  // the record of reviews
  question,         // `question`
  machines,         // the list of machines as a whole
  machine,          // `machine`, `machine_field`
  log,              // the entries of kind `log` as a whole: one is to be added
  log_entry,        // `log_entry` of kind `log`, and `log_field`
  rosters,          // the duty rosters as a whole: one is to be entered
  roster,           // `duty`
  report            // signing and sending
};

// A part of a roster: its period, or a post, a person, a shift. `id` 0: one is to be added.
enum class DutyPart : std::uint8_t { period, post, person, shift };
struct DutyPlace {
  RosterId roster = 0;
  DutyPart part = DutyPart::period;
  DutyId id = 0;
  friend bool operator==(const DutyPlace&, const DutyPlace&) = default;
};

struct Place {
  PlaceKind kind = PlaceKind::report;
  ChannelId row = 0;
  std::optional<Column> column;
  std::optional<Attribute> attribute;
  std::optional<UnitField> unit_field;
  AccountId account = 0;
  std::optional<AccountField> account_field;
  MachineId machine = 0;
  std::optional<MachineField> machine_field;
  std::string question;
  std::optional<LogKind> log;
  LogEntryId log_entry = 0;
  std::optional<LogField> log_field;
  DutyPlace duty;

  friend bool operator==(const Place&, const Place&) = default;
};

inline Place unit_place(UnitField field) { return {.kind = PlaceKind::unit, .unit_field = field}; }
inline Place channel_place(ChannelId row) { return {.kind = PlaceKind::channel, .row = row}; }
inline Place channel_place(ChannelId row, Column column) {
  return {.kind = PlaceKind::channel, .row = row, .column = column};
}
inline Place channel_place(ChannelId row, Attribute attribute) {
  return {.kind = PlaceKind::channel, .row = row, .attribute = attribute};
}
inline Place account_place(AccountId account, AccountField field) {
  return {.kind = PlaceKind::account, .account = account, .account_field = field};
}
inline Place machine_place(MachineId machine, MachineField field) {
  return {.kind = PlaceKind::machine, .machine = machine, .machine_field = field};
}
inline Place log_place(LogKind kind) { return {.kind = PlaceKind::log, .log = kind}; }
inline Place log_place(const LogEntry& entry, LogField field) {
  return {
      .kind = PlaceKind::log_entry, .log = entry.kind, .log_entry = entry.id, .log_field = field};
}

}  // namespace sokenh
