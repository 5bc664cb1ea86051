// LogEntry: one dated record of what a unit did or what happened to it: a patch applied, a scan, a
// session held, an incident (HP23-2.7, HP23-3.1, HP23-5; HP24-1.2, HP24-2 to HP24-4; DL-2.5, DL-3,
// DL-4, DL-5.2, DL-5.3; TN17-1.2, TN17-1.3, TN17-2.2, TN17-2.3; BG24-1.6).
//
// One log, entries of many kinds. What a kind's entries hold is a row of a table here: its fields
// in the order of a paper log, which of them must be filled, which say what the entry is about.
// Adding a kind is adding a row; storing, editing, importing, printing and evaluating read the
// table.
//
// As in a channel, what was written is kept; what it means (a day, a time, a number) is derived on
// demand. A choice is kept as its key.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/inventory/partial_date.h"
#include "core/inventory/written_moment.h"

namespace sokenh {

// Stable within a document, never reused; 0 is «no entry». One count for all kinds.
using LogEntryId = std::uint32_t;

enum class LogKind : std::uint8_t {
  patch,          // HP24-2: security patches that the authorities warned of
  vulnerability,  // HP24-3.1, DL-4, DL-5.2: reviews, and what they found
  threat_hunt,    // HP24-3.2: per machine
  monitoring,     // HP24-1.2: looks at the monitoring and anti-malware systems
  antivirus,      // HP23-3.1: per machine, its licence and its scans
  software,       // HP23-2.7: per program, its version
  awareness,      // HP23-5, DL-3: sessions and notices for the staff
  bulk_mail,      // DL-2.5: mailings to many people in one go
  spam,           // BG24-1.6: spam and phishing received
  warning,        // HP24-3.4: warnings from IRLab or another coordinator
  incident,       // HP24-4, HP24-5
  plan,           // HP24-4, TN17-2.3: response and outage plans
  drill,          // HP24-4, TN17-2.3: drills and restore tests
  botnet_check,   // HP24-3.3: lists of botnet addresses looked through, one entry for each machine
                  // found in one, or one that says that none was
  page_check,     // TN17-1.2, DL-5.3: saved pages of websites looked at, per page
  backup          // TN17-1.3, TN17-2.2: a book whose entries are sealed one to the next
                  // (core/inventory/backup_book.h)
};
inline constexpr std::size_t kLogKindCount = static_cast<std::size_t>(LogKind::backup) + 1;

enum class LogField : std::uint8_t {
  date,
  at,
  reference,
  target,
  system,
  machine,
  version,
  newest,
  licence,
  licence_end,
  list_date,
  digest,
  entries,
  data_set,
  act,
  refers,
  medium,
  place,
  file,
  bytes,
  complete,
  topic,
  sender,
  threat,
  people,
  recipients,
  purpose,
  exercise,
  result,
  outcome,
  found,
  level,
  cause,
  damage,
  measures,
  due,
  handled,
  contained,
  reported,
  reported_to,
  recovered,
  retired,
  person,
  document,
  note,
  page,
  footer,
  lacking,
  items,
  hints,
  serial,
  seal
};

enum class LogFieldType : std::uint8_t {
  text,
  date,    // core/inventory/partial_date.h
  moment,  // core/inventory/written_moment.h
  number,  // digits, dots between thousands
  choice,  // one of log_choices(), or nothing
  machine  // a name that other entries use too
};

// A field as a kind's entries have it.
struct LogFieldUse {
  LogField field = LogField::note;
  bool required = false;  // an entry that it is for is not complete without it
  bool subject = false;   // says which thing the entry is about: entries of one subject follow on
                          // one another, and the latest says how it stands
  // Where this choice of the same entry has one of these keys, and only there; none: always.
  LogField when = LogField::note;
  std::span<const std::string_view> when_keys = {};
};

std::span<const LogKind> log_kinds();         // in the order of the enumeration
std::string_view log_kind_key(LogKind kind);  // "threat_hunt"
std::optional<LogKind> parse_log_kind_key(std::string_view key);
// The kind's fields; the first is the day (or the time) of the entry.
std::span<const LogFieldUse> log_fields(LogKind kind);
const LogFieldUse* find_log_field(LogKind kind, LogField field);  // nullptr: the kind has none such
LogField log_day_field(LogKind kind);
bool log_has_subjects(LogKind kind);
// Whether «nothing to log» can be true of the kind: no mail was sent, no warning came, there is no
// machine. What a unit must have or do (a plan, a drill, a review, a session) cannot be nothing.
bool log_may_be_empty(LogKind kind);

std::span<const LogField> all_log_fields();
std::string_view log_field_key(LogField field);  // "licence_end"
std::optional<LogField> parse_log_field_key(std::string_view key);
LogFieldType log_field_type(LogField field);
// Given by the program: nobody writes or pastes it.
bool log_field_is_given(LogField field);
std::span<const std::string_view> log_choices(LogField field);  // keys; empty for what is no choice

struct LogText {
  LogField field = LogField::note;
  std::string text;
  friend bool operator==(const LogText&, const LogText&) = default;
};

struct LogEntry {
  LogEntryId id = 0;
  LogKind kind = LogKind::patch;
  std::vector<LogText> texts;  // in the order of the kind's fields, none of them empty

  friend bool operator==(const LogEntry&, const LogEntry&) = default;
};

bool log_field_applies(const LogEntry& entry, const LogFieldUse& use);  // whether it is for it
bool log_field_required(const LogEntry& entry, const LogFieldUse& use);
const std::string& log_text(const LogEntry& entry, LogField field);  // "" where nothing is written
// False (and nothing changed) when the kind has no such field, or `text` is none of its choices.
bool set_log_text(LogEntry& entry, LogField field, std::string_view text);
bool is_blank(const LogEntry& entry);

// What is written in a field that is a number: «1.200» is 1200; nullopt for anything else.
std::optional<std::uint64_t> read_log_number(std::string_view written);
// The largest that every reader of JSON takes as it is; a backup has many bytes.
inline constexpr std::uint64_t kMaxLogNumber = 9'007'199'254'740'991;

// The day of the entry, whether it has a time or not.
DateReading log_day(const LogEntry& entry);
// What the entry is about, folded, the same for entries about the same: «may ke toan», of a choice
// its key; "" for kinds without subjects, and where nothing is written.
std::string log_subject(const LogEntry& entry);
// As written: «Máy kế toán», «Windows, Máy kế toán»; without choices.
std::string log_subject_text(const LogEntry& entry);
// What tells it from others of its kind: what it is about, else its number, file, topic, sender…,
// else its day. The first line of what is written.
std::string log_entry_name(const LogEntry& entry);

}  // namespace sokenh
