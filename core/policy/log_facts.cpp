#include "core/policy/log_facts.h"

#include <utility>

#include "core/policy/checks.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

// Days that may be still to come.
bool may_be_ahead(LogField field) {
  return field == LogField::due || field == LogField::licence_end || field == LogField::retired;
}

// What happens after the day of the entry, or on it. A mailing is reported before it (DL-2.5).
bool follows_day(const LogEntry& entry, LogField field) {
  switch (field) {
    case LogField::handled:
    case LogField::contained:
    case LogField::recovered:
    case LogField::retired:
      return true;
    case LogField::reported:
      return entry.kind != LogKind::bulk_mail;
    default:
      return false;
  }
}

// What is written there as a day or a time, the fault that is in it, if one is.
struct FieldTime {
  MomentReading reading;
  std::optional<std::pair<FindingCode, Severity>> fault;
};

FieldTime read_time(LogFieldType type, const std::string& written, const Date& today) {
  FieldTime out;
  if (type == LogFieldType::date) {
    const DateReading reading = read_partial_date(written);
    out.reading = {.problem = reading.problem == DateProblem::none ? MomentProblem::none
                                                                   : MomentProblem::unreadable,
                   .day = reading.value};
    out.fault = date_fault(reading, today);
    return out;
  }
  out.reading = read_moment(written);
  switch (out.reading.problem) {
    case MomentProblem::none:
      out.fault = date_fault({DateProblem::none, out.reading.day}, today);
      break;
    case MomentProblem::empty:
      break;
    case MomentProblem::no_such_day:
      out.fault = date_fault({DateProblem::no_such_day, {}}, today);
      break;
    case MomentProblem::out_of_range:
      out.fault = date_fault({DateProblem::out_of_range, {}}, today);
      break;
    case MomentProblem::unreadable:
    case MomentProblem::no_such_time:
    case MomentProblem::day_missing:
    case MomentProblem::other_zone:
      out.fault = std::pair{FindingCode::log_time_unreadable, Severity::warning};
      break;
  }
  return out;
}

class Reader {
 public:
  Reader(const LogEntry& entry, const Date& today) : today_(today) { facts_.entry = &entry; }

  LogEntryFacts run() && {
    const LogEntry& entry = *facts_.entry;
    facts_.subject = log_subject(entry);
    for (const LogFieldUse& use : log_fields(entry.kind)) {
      const std::string& written = log_text(entry, use.field);
      if (text::is_blank(written)) {
        if (log_field_required(entry, use)) add(use.field, FindingCode::log_field_missing, {});
        continue;
      }
      read_field(use.field, written);
    }
    return std::move(facts_);
  }

 private:
  void add(LogField field, FindingCode code, std::string evidence, std::string suggestion = {},
           Severity severity = Severity::warning) {
    facts_.faults.push_back({code, severity, field, std::move(evidence), std::move(suggestion)});
  }

  void read_field(LogField field, const std::string& written) {
    const LogFieldType type = log_field_type(field);
    if (type == LogFieldType::number) {
      if (!read_log_number(written)) add(field, FindingCode::log_number_unreadable, written);
      return;
    }
    if (type != LogFieldType::date && type != LogFieldType::moment) return;
    const FieldTime time = read_time(type, written, today_);
    const LogEntry& entry = *facts_.entry;
    const bool is_day = field == log_day_field(entry.kind);
    if (time.fault && !(time.fault->first == FindingCode::date_in_future && may_be_ahead(field))) {
      add(field, time.fault->first, written, {}, time.fault->second);
      return;
    }
    if (is_day) {
      facts_.day = time.reading.day;
      begin_ = time.reading;
    } else if (facts_.day && follows_day(entry, field) && !may_precede(begin_, time.reading)) {
      add(field, FindingCode::log_times_out_of_order, written, vietnamese_text(begin_));
    }
  }

  LogEntryFacts facts_;
  Date today_;
  MomentReading begin_;  // the day of the entry
};

// What the entry is in the book. One that another stands for is not corrected any more.
void add_standing(LogEntryFacts& facts, const BackupBook& book) {
  const std::string& act = log_text(*facts.entry, LogField::act);
  const BackupStanding& standing = book.standings.at(facts.entry->id);
  facts.counts = standing.in_force() && act != "withdrawal";
  facts.is_event = act != "restore_test";
  if (standing.replaced_by != 0) facts.faults.clear();
  if (is_backup_draft(*facts.entry))
    facts.faults.push_back({FindingCode::backup_not_sealed,
                            Severity::warning,
                            LogField::serial,
                            log_entry_name(*facts.entry),
                            {}});
}

}  // namespace

LogFacts gather_log_facts(const Declaration& declaration, const Date& today) {
  LogFacts facts;
  facts.kinds.resize(log_kinds().size());
  facts.backups = read_backup_book(declaration.log);
  for (const LogEntry& entry : declaration.log) {
    if (is_blank(entry)) continue;
    LogEntryFacts read = Reader(entry, today).run();
    if (entry.kind == LogKind::backup) add_standing(read, facts.backups);
    facts.kinds[static_cast<std::size_t>(entry.kind)].push_back(std::move(read));
  }
  return facts;
}

}  // namespace sokenh
