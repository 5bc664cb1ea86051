// Declaration: everything one unit declares, the payload of the signed file.
//
// Format "sokenh.declaration" version 1. Limits hold for everything that is read: they are far
// above any real unit and far below what could exhaust a ten-year-old PC.
#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/inventory/account.h"
#include "core/inventory/channel.h"
#include "core/inventory/duty.h"
#include "core/inventory/log.h"
#include "core/inventory/machine.h"
#include "core/inventory/question_answer.h"
#include "core/inventory/unit.h"

namespace sokenh {

inline constexpr std::size_t kMaxChannels = 5000;
inline constexpr std::size_t kMaxTextBytes = 4000;  // of one cell or field
inline constexpr std::size_t kMaxPageRoles = 100;   // of one channel
inline constexpr std::size_t kMaxPacks = 50;
inline constexpr ChannelId kMaxChannelId =
    1'000'000'000;  // and of accounts, log entries, machines, rosters
inline constexpr std::size_t kMaxStateChanges = 200;  // of one channel
inline constexpr std::size_t kMaxAnswers = 2000;
inline constexpr std::size_t kMaxAccounts = 5000;
inline constexpr std::size_t kMaxAccountReviews = 1000;
inline constexpr std::uint32_t kMaxReviewedAccounts = 1'000'000;
inline constexpr std::size_t kMaxLogEntries = 10'000;  // of all kinds together
inline constexpr std::size_t kMaxMachines = 5000;
inline constexpr std::size_t kMaxRosters = 50;

struct Declaration {
  Unit unit;
  std::vector<std::string> packs;  // ids of the dispatches followed, e.g. "HP23"
  std::vector<Channel> channels;
  // The unit states that it has no channel at all: «nothing to report», not «forgot to report».
  bool no_channels = false;
  ChannelId next_id = 1;

  std::vector<QuestionAnswer> answers;  // by their questions' keys, ascending
  std::vector<Account> accounts;
  bool no_accounts = false;  // as no_channels: the unit has no account on any shared system
  AccountId next_account_id = 1;
  std::vector<AccountReview> account_reviews;  // in the order they were entered

  std::vector<LogEntry> log;  // in the order they were entered, kinds mixed
  // Kinds of which the unit states that there is nothing to log («chưa nhận thư rác nào»): as
  // no_channels. Ascending; none has entries.
  std::vector<LogKind> nothing_logged;
  LogEntryId next_log_id = 1;

  std::vector<Machine> machines;
  bool no_machines = false;  // as no_channels: the unit has no machine of its own
  MachineId next_machine_id = 1;

  std::vector<Roster> rosters;  // in the order they were entered
  RosterId next_roster_id = 1;

  friend bool operator==(const Declaration&, const Declaration&) = default;
};

// Whether every text, number and list is within the limits above.
bool fits_limits(const Channel& channel);
bool fits_limits(const Account& account);
bool fits_limits(const AccountReview& review);
bool fits_limits(const QuestionAnswer& answer);  // its key included
bool fits_limits(const LogEntry& entry);
bool fits_limits(const Machine& machine);
bool fits_limits(const Roster& roster);  // and is_consistent()

// nullptr when the question has no entry.
const QuestionAnswer* find_answer(const Declaration& declaration, std::string_view question);
const LogEntry* find_log_entry(const Declaration& declaration, LogEntryId id);  // likewise
const Roster* find_roster(const Declaration& declaration, RosterId id);         // likewise
bool says_nothing_logged(const Declaration& declaration, LogKind kind);

// JSON as in the format's description (README, «File format»). Every column and unit field is
// written, of the security attributes, of an account, a machine and an answer only what was filled
// in; the lists below `channels` may be absent, as in files of programs that did not know them.
// Derived values ("created_date", "state_value", "date_value"…) stand beside the text they are read
// from wherever it can be read; reading checks that they agree, so that a file cannot show one
// thing to a person and another to a program. A derived value may be absent: a later version may
// read spellings that this one does not.
//
// Text is taken and given byte for byte (it may be signed); Workspace composes what people enter.
// Reading refuses what Workspace would never let in: control characters and direction marks.
nlohmann::json to_json(const Declaration& declaration);
Result<Declaration> declaration_from_json(const nlohmann::json& json);

}  // namespace sokenh
