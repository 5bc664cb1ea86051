#include "core/inventory/log.h"

#include <algorithm>
#include <array>

#include "core/text/ascii.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

constexpr std::array<std::string_view, 3> kTargets{"portal", "system", "machine"};
constexpr std::array<std::string_view, 2> kNewest{"yes", "no"};
constexpr std::array<std::string_view, 3> kLicences{"until", "unlimited", "none"};
constexpr std::array<std::string_view, 2> kThreats{"spam", "phishing"};
constexpr std::array<std::string_view, 3> kPurposes{"incident", "outage", "both"};
constexpr std::array<std::string_view, 2> kExercises{"drill", "restore"};
constexpr std::array<std::string_view, 2> kResults{"nothing", "found"};
constexpr std::array<std::string_view, 2> kOutcomes{"passed", "failed"};
constexpr std::array<std::string_view, 2> kFooters{"complete", "incomplete"};
constexpr std::array<std::string_view, 4> kLevels{"low", "medium", "high", "critical"};
constexpr std::array<std::string_view, 5> kDataSets{"website", "school_records", "teacher_records",
                                                    "pupil_records", "other"};
constexpr std::array<std::string_view, 4> kActs{"backup", "correction", "withdrawal",
                                                "restore_test"};
constexpr std::span kBackups(kActs.data(), 2);
constexpr std::span kReferring(kActs.data() + 1, 3);
constexpr std::span kRestoreTest(kActs.data() + 3, 1);
constexpr std::array<std::string_view, 7> kMedia{"external_drive", "usb",   "optical", "network",
                                                 "machine",        "cloud", "other"};
constexpr std::array<std::string_view, 2> kComplete{"yes", "no"};
constexpr std::array<std::string_view, 1> kUntil{"until"};
constexpr std::array<std::string_view, 1> kSomething{"found"};
constexpr std::array<std::string_view, 1> kIncomplete{"incomplete"};

struct FieldEntry {
  LogField field;
  std::string_view key;
  LogFieldType type = LogFieldType::text;
  std::span<const std::string_view> choices = {};
};

constexpr FieldEntry choice(LogField field, std::string_view key,
                            std::span<const std::string_view> choices) {
  return {field, key, LogFieldType::choice, choices};
}

constexpr std::array kFields{
    FieldEntry{LogField::date, "date", LogFieldType::date},
    FieldEntry{LogField::at, "at", LogFieldType::moment},
    FieldEntry{LogField::reference, "reference"},
    choice(LogField::target, "target", kTargets),
    FieldEntry{LogField::system, "system"},
    FieldEntry{LogField::machine, "machine", LogFieldType::machine},
    FieldEntry{LogField::version, "version"},
    choice(LogField::newest, "newest", kNewest),
    choice(LogField::licence, "licence", kLicences),
    FieldEntry{LogField::licence_end, "licence_end", LogFieldType::date},
    FieldEntry{LogField::list_date, "list_date", LogFieldType::date},
    FieldEntry{LogField::digest, "digest"},
    FieldEntry{LogField::entries, "entries", LogFieldType::number},
    choice(LogField::data_set, "data_set", kDataSets),
    choice(LogField::act, "act", kActs),
    FieldEntry{LogField::refers, "refers", LogFieldType::number},
    choice(LogField::medium, "medium", kMedia),
    FieldEntry{LogField::place, "place"},
    FieldEntry{LogField::file, "file"},
    FieldEntry{LogField::bytes, "bytes", LogFieldType::number},
    choice(LogField::complete, "complete", kComplete),
    FieldEntry{LogField::topic, "topic"},
    FieldEntry{LogField::sender, "sender"},
    choice(LogField::threat, "threat", kThreats),
    FieldEntry{LogField::people, "people", LogFieldType::number},
    FieldEntry{LogField::recipients, "recipients", LogFieldType::number},
    choice(LogField::purpose, "purpose", kPurposes),
    choice(LogField::exercise, "exercise", kExercises),
    choice(LogField::result, "result", kResults),
    choice(LogField::outcome, "outcome", kOutcomes),
    FieldEntry{LogField::found, "found"},
    choice(LogField::level, "level", kLevels),
    FieldEntry{LogField::cause, "cause"},
    FieldEntry{LogField::damage, "damage"},
    FieldEntry{LogField::measures, "measures"},
    FieldEntry{LogField::due, "due", LogFieldType::date},
    FieldEntry{LogField::handled, "handled", LogFieldType::date},
    FieldEntry{LogField::contained, "contained", LogFieldType::moment},
    FieldEntry{LogField::reported, "reported", LogFieldType::moment},
    FieldEntry{LogField::reported_to, "reported_to"},
    FieldEntry{LogField::recovered, "recovered", LogFieldType::moment},
    FieldEntry{LogField::retired, "retired", LogFieldType::date},
    FieldEntry{LogField::person, "person"},
    FieldEntry{LogField::document, "document"},
    FieldEntry{LogField::note, "note"},
    FieldEntry{LogField::page, "page"},
    choice(LogField::footer, "footer", kFooters),
    FieldEntry{LogField::lacking, "lacking"},
    FieldEntry{LogField::items, "items"},
    FieldEntry{LogField::hints, "hints", LogFieldType::number},
    FieldEntry{LogField::serial, "serial", LogFieldType::number},
    FieldEntry{LogField::seal, "seal"},
};

constexpr auto kFieldOrder = [] {
  std::array<LogField, kFields.size()> order{};
  for (std::size_t i = 0; i < kFields.size(); ++i) order[i] = kFields[i].field;
  return order;
}();
static_assert([] {
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    if (static_cast<std::size_t>(kFields[i].field) != i) return false;
  }
  return true;
}());

constexpr LogFieldUse required(LogField field) { return {.field = field, .required = true}; }
constexpr LogFieldUse optional(LogField field) { return {.field = field}; }
constexpr LogFieldUse subject(LogField field) {
  return {.field = field, .required = true, .subject = true};
}
// Entries about the same thing on different machines are about different things.
constexpr LogFieldUse optional_subject(LogField field) { return {.field = field, .subject = true}; }
constexpr LogFieldUse required_when(LogField field, LogField choice,
                                    std::span<const std::string_view> keys) {
  return {.field = field, .required = true, .when = choice, .when_keys = keys};
}
constexpr LogFieldUse of_backups(LogFieldUse use) {
  use.when = LogField::act;
  use.when_keys = kBackups;
  return use;
}
// What was found, where something was.
constexpr LogFieldUse kFound = required_when(LogField::found, LogField::result, kSomething);

constexpr std::array kPatchFields{required(LogField::date),   required(LogField::reference),
                                  required(LogField::system), optional(LogField::level),
                                  optional(LogField::due),    optional(LogField::handled),
                                  optional(LogField::person), optional(LogField::note)};
constexpr std::array kVulnerabilityFields{required(LogField::date),
                                          required(LogField::target),
                                          required(LogField::system),
                                          required(LogField::result),
                                          kFound,
                                          optional(LogField::level),
                                          optional(LogField::due),
                                          optional(LogField::handled),
                                          optional(LogField::measures),
                                          optional(LogField::person),
                                          optional(LogField::note)};
constexpr std::array kThreatHuntFields{required(LogField::date),    subject(LogField::machine),
                                       required(LogField::result),  kFound,
                                       optional(LogField::handled), optional(LogField::retired),
                                       optional(LogField::person),  optional(LogField::note)};
constexpr std::array kMonitoringFields{
    required(LogField::at),      required(LogField::system), required(LogField::result), kFound,
    optional(LogField::handled), optional(LogField::person), optional(LogField::note)};
constexpr std::array kAntivirusFields{
    required(LogField::date),
    subject(LogField::machine),
    required(LogField::system),
    required(LogField::licence),
    required_when(LogField::licence_end, LogField::licence, kUntil),
    required(LogField::result),
    kFound,
    optional(LogField::handled),
    optional(LogField::retired),
    optional(LogField::person),
    optional(LogField::note)};
constexpr std::array kSoftwareFields{
    required(LogField::date),    subject(LogField::system),  optional_subject(LogField::machine),
    required(LogField::version), required(LogField::newest), optional(LogField::retired),
    optional(LogField::person),  optional(LogField::note)};
constexpr std::array kAwarenessFields{required(LogField::date),     required(LogField::topic),
                                      required(LogField::people),   optional(LogField::person),
                                      optional(LogField::document), optional(LogField::note)};
constexpr std::array kBulkMailFields{required(LogField::at),          required(LogField::topic),
                                     required(LogField::recipients),  optional(LogField::reported),
                                     optional(LogField::reported_to), optional(LogField::person),
                                     optional(LogField::note)};
constexpr std::array kSpamFields{
    required(LogField::date),        required(LogField::sender),  required(LogField::threat),
    optional(LogField::topic),       optional(LogField::handled), optional(LogField::reported),
    optional(LogField::reported_to), optional(LogField::person),  optional(LogField::note)};
constexpr std::array kWarningFields{
    required(LogField::date),     required(LogField::reference), required(LogField::topic),
    optional(LogField::system),   optional(LogField::level),     optional(LogField::due),
    optional(LogField::handled),  optional(LogField::measures),  optional(LogField::person),
    optional(LogField::document), optional(LogField::note)};
constexpr std::array kIncidentFields{
    required(LogField::at),          required(LogField::system),    required(LogField::topic),
    optional(LogField::level),       optional(LogField::contained), optional(LogField::reported),
    optional(LogField::reported_to), optional(LogField::recovered), optional(LogField::cause),
    optional(LogField::damage),      optional(LogField::measures),  optional(LogField::person),
    optional(LogField::note)};
constexpr std::array kPlanFields{required(LogField::date), required(LogField::reference),
                                 required(LogField::purpose), optional(LogField::person),
                                 optional(LogField::note)};
constexpr std::array kDrillFields{required(LogField::date),     required(LogField::exercise),
                                  required(LogField::topic),    required(LogField::outcome),
                                  optional(LogField::people),   optional(LogField::person),
                                  optional(LogField::document), optional(LogField::note)};
// The list itself is not kept: its digest says which it was.
constexpr std::array kBotnetCheckFields{
    required(LogField::date),
    required(LogField::reference),
    optional(LogField::list_date),
    optional(LogField::sender),
    optional(LogField::digest),
    optional(LogField::entries),
    required(LogField::result),
    required_when(LogField::machine, LogField::result, kSomething),
    kFound,
    optional(LogField::handled),
    optional(LogField::person),
    optional(LogField::note)};

constexpr std::array kBackupFields{required(LogField::at),
                                   of_backups(subject(LogField::data_set)),
                                   required(LogField::act),
                                   required_when(LogField::refers, LogField::act, kReferring),
                                   of_backups(required(LogField::medium)),
                                   of_backups(optional(LogField::place)),
                                   of_backups(optional(LogField::file)),
                                   of_backups(optional(LogField::bytes)),
                                   of_backups(optional(LogField::digest)),
                                   of_backups(required(LogField::complete)),
                                   required_when(LogField::outcome, LogField::act, kRestoreTest),
                                   optional(LogField::topic),
                                   optional(LogField::person),
                                   optional(LogField::note),
                                   optional(LogField::serial),
                                   optional(LogField::seal)};

// The page itself is not kept: its digest says which file it was. Without a copy to compare with
// there is no result.
constexpr std::array kPageCheckFields{
    required(LogField::date),     subject(LogField::page),
    required(LogField::footer),   required_when(LogField::lacking, LogField::footer, kIncomplete),
    optional(LogField::items),    optional(LogField::hints),
    optional(LogField::result),   kFound,
    optional(LogField::handled),  optional(LogField::measures),
    optional(LogField::document), optional(LogField::digest),
    optional(LogField::person),   optional(LogField::note)};

struct KindEntry {
  LogKind kind;
  std::string_view key;
  std::span<const LogFieldUse> fields;
  bool may_be_empty = true;
};

constexpr std::array kKinds{
    KindEntry{LogKind::patch, "patch", kPatchFields},
    KindEntry{LogKind::vulnerability, "vulnerability", kVulnerabilityFields, false},
    KindEntry{LogKind::threat_hunt, "threat_hunt", kThreatHuntFields},
    KindEntry{LogKind::monitoring, "monitoring", kMonitoringFields},
    KindEntry{LogKind::antivirus, "antivirus", kAntivirusFields},
    KindEntry{LogKind::software, "software", kSoftwareFields},
    KindEntry{LogKind::awareness, "awareness", kAwarenessFields, false},
    KindEntry{LogKind::bulk_mail, "bulk_mail", kBulkMailFields},
    KindEntry{LogKind::spam, "spam", kSpamFields},
    KindEntry{LogKind::warning, "warning", kWarningFields},
    KindEntry{LogKind::incident, "incident", kIncidentFields},
    KindEntry{LogKind::plan, "plan", kPlanFields, false},
    KindEntry{LogKind::drill, "drill", kDrillFields, false},
    KindEntry{LogKind::botnet_check, "botnet_check", kBotnetCheckFields, false},
    KindEntry{LogKind::page_check, "page_check", kPageCheckFields, false},
    KindEntry{LogKind::backup, "backup", kBackupFields, false},
};

static_assert(kKinds.size() == kLogKindCount);

constexpr auto kKindOrder = [] {
  std::array<LogKind, kKinds.size()> order{};
  for (std::size_t i = 0; i < kKinds.size(); ++i) order[i] = kKinds[i].kind;
  return order;
}();
static_assert([] {
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    if (static_cast<std::size_t>(kKinds[i].kind) != i) return false;
  }
  return true;
}());

const KindEntry& entry_of(LogKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }
const FieldEntry& entry_of(LogField field) { return kFields[static_cast<std::size_t>(field)]; }

// Place of the field in the kind's order.
std::size_t rank_of(LogKind kind, LogField field) {
  const auto fields = log_fields(kind);
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [field](const LogFieldUse& use) { return use.field == field; });
  return static_cast<std::size_t>(found - fields.begin());
}

// The entry's subjects, as written or folded, one after another.
std::string joined_subjects(const LogEntry& entry, std::string_view separator, bool folded) {
  std::string out;
  for (const LogFieldUse& use : log_fields(entry.kind)) {
    if (!use.subject) continue;
    const bool is_choice = log_field_type(use.field) == LogFieldType::choice;
    const std::string_view written = text::trim(log_text(entry, use.field));
    if (written.empty() || (is_choice && !folded)) continue;
    if (!out.empty()) out += separator;
    out += folded ? text::fold(written) : std::string(written);
  }
  return out;
}

}  // namespace

std::span<const LogKind> log_kinds() { return kKindOrder; }

std::string_view log_kind_key(LogKind kind) { return entry_of(kind).key; }

std::optional<LogKind> parse_log_kind_key(std::string_view key) {
  for (const KindEntry& entry : kKinds) {
    if (entry.key == key) return entry.kind;
  }
  return std::nullopt;
}

std::span<const LogFieldUse> log_fields(LogKind kind) { return entry_of(kind).fields; }

const LogFieldUse* find_log_field(LogKind kind, LogField field) {
  const auto fields = log_fields(kind);
  const std::size_t rank = rank_of(kind, field);
  return rank < fields.size() ? &fields[rank] : nullptr;
}

LogField log_day_field(LogKind kind) { return log_fields(kind).front().field; }

bool log_has_subjects(LogKind kind) {
  const auto fields = log_fields(kind);
  return std::any_of(fields.begin(), fields.end(),
                     [](const LogFieldUse& use) { return use.subject; });
}

bool log_may_be_empty(LogKind kind) { return entry_of(kind).may_be_empty; }

std::span<const LogField> all_log_fields() { return kFieldOrder; }

std::string_view log_field_key(LogField field) { return entry_of(field).key; }

std::optional<LogField> parse_log_field_key(std::string_view key) {
  for (const FieldEntry& entry : kFields) {
    if (entry.key == key) return entry.field;
  }
  return std::nullopt;
}

LogFieldType log_field_type(LogField field) { return entry_of(field).type; }

bool log_field_is_given(LogField field) {
  return field == LogField::serial || field == LogField::seal;
}

std::span<const std::string_view> log_choices(LogField field) { return entry_of(field).choices; }

bool log_field_applies(const LogEntry& entry, const LogFieldUse& use) {
  return use.when_keys.empty() || std::find(use.when_keys.begin(), use.when_keys.end(),
                                            log_text(entry, use.when)) != use.when_keys.end();
}

bool log_field_required(const LogEntry& entry, const LogFieldUse& use) {
  return use.required && log_field_applies(entry, use);
}

const std::string& log_text(const LogEntry& entry, LogField field) {
  static const std::string nothing;
  for (const LogText& each : entry.texts) {
    if (each.field == field) return each.text;
  }
  return nothing;
}

bool set_log_text(LogEntry& entry, LogField field, std::string_view text) {
  if (find_log_field(entry.kind, field) == nullptr) return false;
  const auto choices = log_choices(field);
  if (!choices.empty() && !text.empty() &&
      std::find(choices.begin(), choices.end(), text) == choices.end()) {
    return false;
  }
  const std::size_t rank = rank_of(entry.kind, field);
  const auto place = std::find_if(entry.texts.begin(), entry.texts.end(), [&](const LogText& each) {
    return rank_of(entry.kind, each.field) >= rank;
  });
  const bool exists = place != entry.texts.end() && place->field == field;
  if (text.empty()) {
    if (exists) entry.texts.erase(place);
  } else if (exists) {
    place->text = text;
  } else {
    entry.texts.insert(place, {field, std::string(text)});
  }
  return true;
}

bool is_blank(const LogEntry& entry) {
  return std::all_of(entry.texts.begin(), entry.texts.end(),
                     [](const LogText& each) { return text::is_blank(each.text); });
}

std::optional<std::uint64_t> read_log_number(std::string_view written) {
  written = text::trim(written);
  std::uint64_t value = 0;
  std::size_t digits = 0;
  std::size_t since_dot = 0;
  bool dotted = false;
  for (const char c : written) {
    if (c == '.') {
      // Between thousands only: «1.200», never «1.5».
      if (digits == 0 || (dotted ? since_dot != 3 : digits > 3)) return std::nullopt;
      dotted = true;
      since_dot = 0;
      continue;
    }
    if (!text::is_ascii_digit(c)) return std::nullopt;
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
    if (value > kMaxLogNumber) return std::nullopt;
    ++digits;
    ++since_dot;
  }
  if (digits == 0 || (dotted && since_dot != 3)) return std::nullopt;
  return value;
}

DateReading log_day(const LogEntry& entry) {
  const LogField field = log_day_field(entry.kind);
  const std::string& written = log_text(entry, field);
  if (log_field_type(field) == LogFieldType::date) return read_partial_date(written);
  const MomentReading reading = read_moment(written);
  switch (reading.problem) {
    case MomentProblem::none:
      return {DateProblem::none, reading.day};
    case MomentProblem::empty:
      return {DateProblem::empty, {}};
    case MomentProblem::no_such_day:
      return {DateProblem::no_such_day, {}};
    case MomentProblem::out_of_range:
      return {DateProblem::out_of_range, {}};
    case MomentProblem::unreadable:
    case MomentProblem::no_such_time:
    case MomentProblem::day_missing:
    case MomentProblem::other_zone:
      break;
  }
  return {DateProblem::unreadable, {}};
}

std::string log_subject(const LogEntry& entry) { return joined_subjects(entry, "\n", true); }

std::string log_subject_text(const LogEntry& entry) { return joined_subjects(entry, ", ", false); }

std::string log_entry_name(const LogEntry& entry) {
  std::string subject = log_subject_text(entry);
  if (!subject.empty()) return subject;
  for (const LogField field :
       {LogField::machine, LogField::reference, LogField::file, LogField::topic, LogField::sender,
        LogField::found, LogField::system}) {
    const std::string_view written = text::trim(log_text(entry, field));
    if (!written.empty()) return std::string(written.substr(0, written.find('\n')));
  }
  return log_text(entry, log_day_field(entry.kind));
}

}  // namespace sokenh
