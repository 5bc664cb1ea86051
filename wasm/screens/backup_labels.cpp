#include "wasm/screens/backup_labels.h"

#include <algorithm>

#include "core/text/fold.h"
#include "wasm/screens/log_labels.h"
#include "wasm/ui/context.h"

namespace sokenh {

using namespace ui;

namespace {

const std::string& serial_of(const LogEntry& entry) { return log_text(entry, LogField::serial); }
const std::string& time_of(const LogEntry& entry) { return log_text(entry, LogField::at); }

std::string how_long_ago(const LogEntry& entry, const Date& today) {
  const DateReading day = log_day(entry);
  if (day.problem != DateProblem::none) return {};
  const long days = days_between(last_possible_day(day.value), today);
  if (days < 0) return {};
  return " (" +
         (days == 0 ? std::string(tr(Msg::backup_of_today))
                    : tr(Msg::backup_days_ago, {std::to_string(days)})) +
         ")";
}

}  // namespace

std::string known_backup_sentence(const KnownBackup& known, const Date& today) {
  const LogEntry& entry = *known.entry;
  const std::string set = log_shown_text(entry, LogField::data_set);
  std::string sentence =
      tr(Msg::backup_known, {set, serial_of(entry), time_of(entry) + how_long_ago(entry, today)});
  sentence += ' ';
  sentence += known.newer == 0
                  ? std::string(tr(Msg::backup_is_newest))
                  : tr(Msg::backup_is_old, {std::to_string(known.newer), serial_of(*known.newest),
                                            time_of(*known.newest)});
  return sentence;
}

std::string same_name_sentence(const LogEntry& entry) {
  return tr(Msg::backup_same_name,
            {log_text(entry, LogField::file), serial_of(entry), time_of(entry)});
}

std::string backup_standing_label(const LogEntry& entry, const BackupStanding& standing) {
  if (is_backup_draft(entry)) return std::string(tr(Msg::backup_draft));
  std::string label = tr(Msg::backup_number, {serial_of(entry)});
  if (standing.replaced_by != 0) {
    label += " · " + tr(standing.withdrawn ? Msg::backup_withdrawn_by : Msg::backup_corrected_by,
                        {std::to_string(standing.replaced_by)});
  }
  return label;
}

std::string missing_for_book(const LogEntry& draft) {
  std::string missing;
  for (const LogFieldUse& use : log_fields(draft.kind)) {
    const bool blank = text::is_blank(log_text(draft, use.field));
    const bool unread = use.field == log_day_field(draft.kind) && !blank &&
                        log_day(draft).problem != DateProblem::none;
    const bool no_number = log_field_type(use.field) == LogFieldType::number && !blank &&
                           !read_log_number(log_text(draft, use.field));
    if (!(blank && log_field_required(draft, use)) && !unread && !no_number) continue;
    if (!missing.empty()) missing += ", ";
    missing += log_field_label(draft.kind, use.field);
  }
  return missing;
}

}  // namespace sokenh
