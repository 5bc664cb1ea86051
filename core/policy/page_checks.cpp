#include "core/policy/page_checks.h"

#include <algorithm>
#include <span>
#include <utility>

#include "core/inventory/page_check.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

// The entries about the channel, in the log's order, each once.
std::vector<const LogEntryFacts*> entries_of(const Facts& facts, const RowFacts& row) {
  std::vector<const LogEntryFacts*> entries;
  for (const std::string& key : page_keys(*row.channel, row.reading->channel)) {
    const auto found = facts.pages.find(key);
    if (found == facts.pages.end()) continue;
    for (const LogEntryFacts* each : found->second) {
      if (std::find(entries.begin(), entries.end(), each) == entries.end()) entries.push_back(each);
    }
  }
  return entries;
}

// The latest with something written in the field, of those of one day the last.
const LogEntryFacts* latest_with(std::span<const LogEntryFacts* const> entries, LogField field) {
  const LogEntryFacts* latest = nullptr;
  for (const LogEntryFacts* each : entries) {
    if (!each->day || log_text(*each->entry, field).empty()) continue;
    if (latest == nullptr || latest->day->date <= each->day->date) latest = each;
  }
  return latest;
}

Finding of_entry(const LogEntry& entry, LogField field, FindingCode code, Severity severity,
                 std::string evidence = {}) {
  Finding finding{.code = code, .severity = severity};
  finding.log = entry.kind;
  finding.log_entry = entry.id;
  finding.log_field = field;
  finding.evidence = std::move(evidence);
  return finding;
}

Mark ask(const RowFacts& row, Report& report) {
  Place place = log_place(LogKind::page_check);
  place.row = row.channel->id;
  report.ask(std::move(place));
  return Mark::unanswered;
}

Mark check_faults(const LogEntryFacts& entry, Report& report) {
  for (const LogFault& fault : entry.faults) {
    Finding finding =
        of_entry(*entry.entry, fault.field, fault.code, fault.severity, fault.evidence);
    finding.suggestion = fault.suggestion;
    report.add(std::move(finding));
  }
  return entry.faults.empty() ? Mark::met : Mark::to_do;
}

// Whether the entry is not too old for the requirement.
Mark check_age(const Facts& facts, const RowFacts& row, const LogEntryFacts& entry,
               Report& report) {
  const Requirement& requirement = report.requirement();
  if (!requirement.days && !requirement.months) return Mark::met;
  const Date day = std::min(last_possible_day(*entry.day), facts.today);
  const Date due =
      requirement.days ? add_days(day, *requirement.days) : add_months(day, *requirement.months);
  Place place = log_place(LogKind::page_check);
  place.row = row.channel->id;
  report.set_due(std::move(place), due);
  if (due >= facts.today) return Mark::met;
  report.add(
      of_entry(*entry.entry, LogField::date, FindingCode::log_recurrence_overdue, Severity::error),
      Overdue{*entry.day, due});
  return Mark::to_do;
}

}  // namespace

void gather_pages(Facts& facts) {
  for (const LogEntryFacts& each : facts.log.of(LogKind::page_check)) {
    for (std::string& key : page_keys(log_text(*each.entry, LogField::page)))
      facts.pages[std::move(key)].push_back(&each);
  }
}

Mark check_page_footer(const Facts& facts, const RowFacts& row, Report& report) {
  if (!row.in_service) return Mark::not_applicable;
  const std::vector<const LogEntryFacts*> entries = entries_of(facts, row);
  const LogEntryFacts* latest = latest_with(entries, LogField::footer);
  if (latest == nullptr) return ask(row, report);
  Mark mark = std::max(check_faults(*latest, report), check_age(facts, row, *latest, report));
  if (log_text(*latest->entry, LogField::footer) == "incomplete") {
    report.add(of_entry(*latest->entry, LogField::lacking, FindingCode::page_footer_lacking,
                        Severity::error, log_text(*latest->entry, LogField::lacking)));
    mark = Mark::to_do;
  }
  return mark;
}

Mark check_page_compared(const Facts& facts, const RowFacts& row, Report& report) {
  if (!row.in_service) return Mark::not_applicable;
  const std::vector<const LogEntryFacts*> entries = entries_of(facts, row);
  if (entries.empty()) return ask(row, report);
  const LogEntryFacts* latest = latest_with(entries, LogField::result);
  if (latest == nullptr) {
    report.add(of_entry(*entries.back()->entry, LogField::result, FindingCode::page_not_compared,
                        Severity::warning));
    return Mark::to_do;
  }
  Mark mark = std::max(check_faults(*latest, report), check_age(facts, row, *latest, report));
  for (const LogEntryFacts* each : entries) {
    const LogEntry& entry = *each->entry;
    if (log_text(entry, LogField::result) != "found" ||
        !text::is_blank(log_text(entry, LogField::handled)))
      continue;
    report.add(of_entry(entry, LogField::handled, FindingCode::page_change_open, Severity::error,
                        log_text(entry, LogField::found)));
    mark = Mark::to_do;
  }
  return mark;
}

}  // namespace sokenh
