#include "core/policy/log_checks.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/policy/log_rule.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

Finding of_log(LogKind kind, FindingCode code, Severity severity, std::string evidence = {}) {
  Finding finding{.code = code, .severity = severity};
  finding.log = kind;
  finding.evidence = std::move(evidence);
  return finding;
}

Finding of_entry(const LogEntry& entry, LogField field, FindingCode code, Severity severity,
                 std::string evidence = {}, std::string suggestion = {}) {
  Finding finding = of_log(entry.kind, code, severity, std::move(evidence));
  finding.log_entry = entry.id;
  finding.log_field = field;
  finding.suggestion = std::move(suggestion);
  return finding;
}

std::vector<const LogEntryFacts*> entries_of(const Facts& facts, const LogRule& rule) {
  std::vector<const LogEntryFacts*> entries;
  for (const LogEntryFacts& each : facts.log.of(rule.log)) {
    const bool named = std::any_of(rule.where.begin(), rule.where.end(), [](const LogChoice& each) {
      return each.field == LogField::act;
    });
    if (each.counts && (each.is_event || named) && fits(*each.entry, rule.where))
      entries.push_back(&each);
  }
  return entries;
}

bool is_retired(const LogEntry& entry, const Date& today) {
  const DateReading retired = read_partial_date(log_text(entry, LogField::retired));
  return retired.problem == DateProblem::none && last_possible_day(retired.value) <= today;
}

// The latest entry about each subject, of those entered on one day the last; subjects that are out
// of use are left out. One entry at most for kinds without subjects.
std::vector<const LogEntryFacts*> latest_of(std::span<const LogEntryFacts* const> entries,
                                            const Date& today) {
  std::map<std::string_view, const LogEntryFacts*> latest;
  for (const LogEntryFacts* each : entries) {
    if (!each->day) continue;
    const LogEntryFacts*& known = latest[each->subject];
    if (known == nullptr || known->day->date <= each->day->date) known = each;
  }
  std::vector<const LogEntryFacts*> out;
  // In the log's order.
  for (const LogEntryFacts* each : entries) {
    const auto found = latest.find(each->subject);
    if (found != latest.end() && found->second == each && !is_retired(*each->entry, today))
      out.push_back(each);
  }
  return out;
}

// An infected machine comes first, and is not dealt with as other things are (HP24-3.3).
std::pair<FindingCode, Severity> open_finding(LogKind kind) {
  if (kind == LogKind::botnet_check) return {FindingCode::botnet_match_open, Severity::error};
  return {FindingCode::log_entry_open, Severity::warning};
}

// By when an entry is to be handled: its own due day, or the rule's.
std::optional<Date> handle_by(const LogRule& rule, const LogEntryFacts& facts) {
  const DateReading due = read_partial_date(log_text(*facts.entry, LogField::due));
  if (due.problem == DateProblem::none) return last_possible_day(due.value);
  return due_after(rule, last_possible_day(*facts.day));
}

// The rules of one requirement.
class LogCheck {
 public:
  LogCheck(const Facts& facts, Report& report) : facts_(facts), report_(report) {}

  Mark run() {
    if (const Mark concerns = check_concerns(); concerns != Mark::met) return concerns;
    Mark mark = check_faults();
    const std::vector<LogRule>& rules = report_.requirement().log_rules;
    if (std::any_of(rules.begin(), rules.end(),
                    [](const LogRule& rule) { return rule.log == LogKind::backup; }))
      mark = std::max(mark, check_backup_book(facts_, report_));
    for (const LogRule& rule : rules) mark = std::max(mark, check_rule(rule));
    return mark;
  }

 private:
  // A log without entries: stated to be empty, or not kept yet.
  Mark check_empty(const LogRule& rule) {
    if (rule.if_any || says_nothing_logged(*facts_.declaration, rule.log))
      return Mark::not_applicable;
    if (asked_.insert(rule.log).second) report_.ask(log_place(rule.log));
    return Mark::unanswered;
  }

  // Machines of other logs and of the list that this one says nothing of: each once.
  Mark check_other_machines(const LogRule& rule) {
    std::set<std::string> known;
    for (const LogEntryFacts& each : facts_.log.of(rule.log))
      known.insert(text::fold(log_text(*each.entry, LogField::machine)));
    Mark mark = Mark::not_applicable;
    const auto add_missing = [&](std::string_view written) {
      if (text::is_blank(written) || !known.insert(text::fold(written)).second) return;
      report_.add(of_log(rule.log, FindingCode::log_subject_missing, Severity::warning,
                         std::string(text::trim(written))));
      mark = Mark::to_do;
    };
    if (rule.also_machines) {
      for (const Machine& machine : facts_.declaration->machines) {
        if (machine.kind != kDeviceKind) add_missing(machine.name);
      }
    }
    for (const LogKind kind : rule.also) {
      std::vector<const LogEntryFacts*> entries;
      for (const LogEntryFacts& each : facts_.log.of(kind)) entries.push_back(&each);
      for (const LogEntryFacts* each : latest_of(entries, facts_.today)) {
        add_missing(log_text(*each->entry, LogField::machine));
      }
    }
    return mark;
  }

  Mark check_recurrence(const LogRule& rule, const LogEntryFacts& last) {
    const Date day = std::min(last_possible_day(*last.day), facts_.today);
    const std::optional<Date> due = due_after(rule, day);
    if (!due) return Mark::met;
    const bool of_subject = log_has_subjects(rule.log);
    const LogField field = log_day_field(rule.log);
    report_.set_due(of_subject ? log_place(*last.entry, field) : log_place(rule.log), *due);
    if (*due >= facts_.today) return Mark::met;
    const FindingCode code = FindingCode::log_recurrence_overdue;
    report_.add(of_subject ? of_entry(*last.entry, field, code, Severity::error)
                           : of_log(rule.log, code, Severity::error),
                Overdue{*last.day, *due});
    return Mark::to_do;
  }

  // Backups are kept, but none as this rule wants it.
  Mark check_no_such_backup(const LogRule& rule) {
    const auto of_set =
        std::find_if(rule.where.begin(), rule.where.end(),
                     [](const LogChoice& each) { return each.field == LogField::data_set; });
    const bool one = of_set != rule.where.end() && of_set->is.size() == 1;
    Finding finding = of_log(rule.log, FindingCode::backup_missing, Severity::error,
                             one ? of_set->is.front() : std::string{});
    finding.log_field = LogField::data_set;
    report_.add(std::move(finding));
    return Mark::to_do;
  }

  Mark check_kept(const LogRule& rule) {
    const auto entries = entries_of(facts_, rule);
    Mark mark = check_other_machines(rule);
    if (entries.empty()) {
      const auto& all = facts_.log.of(rule.log);
      const bool any = std::any_of(all.begin(), all.end(), [](const LogEntryFacts& each) {
        return each.counts && each.is_event;
      });
      if (rule.log == LogKind::backup && any) return check_no_such_backup(rule);
      return mark == Mark::to_do ? mark : check_empty(rule);
    }
    for (const LogEntryFacts* last : latest_of(entries, facts_.today))
      mark = std::max(mark, check_recurrence(rule, *last));
    return mark;
  }

  Mark check_handled(const LogRule& rule) {
    if (facts_.log.of(rule.log).empty()) return check_empty(rule);
    const bool may_wait = rule.days || rule.months;
    Mark mark = Mark::met;
    for (const LogEntryFacts* each : entries_of(facts_, rule)) {
      const LogEntry& entry = *each->entry;
      if (!each->day || !text::is_blank(log_text(entry, *rule.field))) continue;
      if (log_text(entry, LogField::result) == "nothing") continue;
      const std::optional<Date> due = handle_by(rule, *each);
      if (due) report_.set_due(log_place(entry, *rule.field), *due);
      if (due && *due < facts_.today) {
        report_.add(of_entry(entry, *rule.field, FindingCode::log_entry_overdue, Severity::error,
                             log_entry_name(entry), vietnamese_date(*due)));
        mark = Mark::to_do;
      } else if (!may_wait) {
        const auto [code, severity] = open_finding(rule.log);
        report_.add(of_entry(entry, *rule.field, code, severity, log_entry_name(entry)));
        mark = Mark::to_do;
      }
    }
    return mark;
  }

  Mark check_reported_first(const LogRule& rule) {
    if (facts_.log.of(rule.log).empty()) return check_empty(rule);
    const std::optional<Date> since = looked_back_to(rule, facts_.today);
    Mark mark = Mark::met;
    for (const LogEntryFacts* each : entries_of(facts_, rule)) {
      const LogEntry& entry = *each->entry;
      if (!each->day || (since && last_possible_day(*each->day) < *since)) continue;
      const auto number = read_log_number(log_text(entry, *rule.field));
      if (!number || *number < rule.at_least) continue;
      const std::string& reported = log_text(entry, LogField::reported);
      const MomentReading first = read_moment(reported);
      if (first.problem == MomentProblem::empty) {
        report_.add(of_entry(entry, LogField::reported, FindingCode::log_not_reported,
                             Severity::error, log_entry_name(entry),
                             std::to_string(rule.at_least)));
        mark = Mark::to_do;
      } else if (first.problem == MomentProblem::none) {
        const MomentReading then = read_moment(log_text(entry, log_day_field(entry.kind)));
        if (may_precede(first, then)) continue;
        report_.add(of_entry(entry, LogField::reported, FindingCode::log_reported_late,
                             Severity::error, vietnamese_text(first), vietnamese_text(then)));
        mark = Mark::to_do;
      }
    }
    return mark;
  }

  Mark check_not_ended(const LogRule& rule) {
    const auto entries = entries_of(facts_, rule);
    if (facts_.log.of(rule.log).empty()) return check_empty(rule);
    Mark mark = Mark::met;
    for (const LogEntryFacts* last : latest_of(entries, facts_.today)) {
      const DateReading end = read_partial_date(log_text(*last->entry, *rule.field));
      if (end.problem != DateProblem::none) continue;
      const Date day = last_possible_day(end.value);
      report_.set_due(log_place(*last->entry, *rule.field), day);
      if (day >= facts_.today) continue;
      report_.add(of_entry(*last->entry, *rule.field, FindingCode::log_term_ended, Severity::error,
                           log_entry_name(*last->entry), vietnamese_text(end.value)));
      mark = Mark::to_do;
    }
    return mark;
  }

  Mark check_latest(const LogRule& rule) {
    const auto entries = entries_of(facts_, rule);
    if (facts_.log.of(rule.log).empty()) return check_empty(rule);
    Mark mark = Mark::met;
    const LogChoice wanted{*rule.field, rule.is};
    for (const LogEntryFacts* last : latest_of(entries, facts_.today)) {
      // One not chosen is a fault of the entry.
      if (log_text(*last->entry, *rule.field).empty() || fits(*last->entry, wanted)) continue;
      report_.add(of_entry(*last->entry, *rule.field, FindingCode::log_choice_not_in_order,
                           Severity::error));
      mark = Mark::to_do;
    }
    return mark;
  }

  Mark check_rule(const LogRule& rule) {
    switch (rule.rule) {
      case LogRuleKind::kept:
        return check_kept(rule);
      case LogRuleKind::handled:
        return check_handled(rule);
      case LogRuleKind::reported_first:
        return check_reported_first(rule);
      case LogRuleKind::not_ended:
        return check_not_ended(rule);
      case LogRuleKind::latest:
        return check_latest(rule);
    }
    return Mark::not_applicable;
  }

  // What is wrong with single fields of the entries that the rules look at.
  Mark check_faults() {
    Mark mark = Mark::not_applicable;
    const std::vector<LogRule>& rules = report_.requirement().log_rules;
    for (std::size_t i = 0; i < rules.size(); ++i) {
      for (const LogEntryFacts& each : facts_.log.of(rules[i].log)) {
        // Each entry once, however many rules look at it; one that does not say which kind of thing
        // it is may be meant by any.
        const auto looks = [&](const LogRule& rule) {
          return rule.log == rules[i].log &&
                 std::all_of(rule.where.begin(), rule.where.end(), [&](const LogChoice& choice) {
                   return log_text(*each.entry, choice.field).empty() || fits(*each.entry, choice);
                 });
        };
        const auto first = std::find_if(rules.begin(), rules.end(), looks);
        if (first != rules.begin() + static_cast<std::ptrdiff_t>(i)) continue;
        for (const LogFault& fault : each.faults) {
          report_.add(of_entry(*each.entry, fault.field, fault.code, fault.severity, fault.evidence,
                               fault.suggestion));
          mark = Mark::to_do;
        }
      }
    }
    return mark;
  }

  // Whether the unit has what the requirement is about, a channel in service of its kind:
  // not_applicable when not, unanswered while nobody knows.
  Mark check_concerns() {
    const std::optional<ChannelKind>& kind = report_.requirement().channel_kind;
    if (!kind) return Mark::met;
    if (facts_.rows.empty() && !facts_.declaration->no_channels) {
      report_.ask({.kind = PlaceKind::channels});
      return Mark::unanswered;
    }
    const bool any = std::any_of(facts_.rows.begin(), facts_.rows.end(), [&](const RowFacts& row) {
      return row.in_service && row.kind() == *kind;
    });
    return any ? Mark::met : Mark::not_applicable;
  }

  const Facts& facts_;
  Report& report_;
  std::set<LogKind> asked_;  // each once, however many rules look at it
};

}  // namespace

Mark check_backup_book(const Facts& facts, Report& report) {
  for (const BookFault& fault : facts.log.backups.faults) {
    const LogEntry& entry = *find_log_entry(*facts.declaration, fault.entry);
    const auto add = [&](FindingCode code, LogField field, std::string evidence,
                         std::string suggestion = {}) {
      report.add(of_entry(entry, field, code, Severity::error, std::move(evidence),
                          std::move(suggestion)));
    };
    const std::string serial = std::to_string(fault.serial);
    switch (fault.problem) {
      case BookProblem::unreadable:
        add(FindingCode::backup_seal_unreadable, LogField::seal, log_entry_name(entry));
        break;
      case BookProblem::repeated:
        add(FindingCode::backup_serial_repeated, LogField::serial, serial);
        break;
      case BookProblem::missing: {
        std::string missing = std::to_string(fault.first_missing);
        if (fault.until != fault.first_missing) missing += "–" + std::to_string(fault.until);
        add(FindingCode::backup_entries_missing, LogField::serial, std::move(missing), serial);
        break;
      }
      case BookProblem::broken:
        add(FindingCode::backup_seal_broken, LogField::seal, serial);
        break;
      case BookProblem::referring:
        add(FindingCode::backup_refers_nowhere, LogField::refers, serial,
            log_text(entry, LogField::refers));
        break;
    }
  }
  return facts.log.backups.whole() ? Mark::not_applicable : Mark::to_do;
}

Mark check_log(const Facts& facts, Report& report) { return LogCheck(facts, report).run(); }

}  // namespace sokenh
