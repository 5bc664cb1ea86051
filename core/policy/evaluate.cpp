#include "core/policy/evaluate.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/base/stable_order.h"
#include "core/policy/checks.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

struct Owner {
  const Pack* pack = nullptr;
  const Requirement* requirement = nullptr;
};

// The first followed requirement that names the check.
Owner owner_of(std::span<const Pack* const> packs, std::string_view check) {
  for (const Pack* pack : packs) {
    for (const Requirement& requirement : pack->requirements) {
      if (requirement.check == check) return {pack, &requirement};
    }
  }
  return {};
}

RequirementStatus status_of(Mark mark) {
  switch (mark) {
    case Mark::not_applicable:
      return RequirementStatus::not_applicable;
    case Mark::met:
      return RequirementStatus::met;
    case Mark::unanswered:
      return RequirementStatus::unanswered;
    case Mark::to_do:
      return RequirementStatus::to_do;
  }
  return RequirementStatus::unanswered;
}

void count(RequirementResult& result, Mark mark) {
  if (mark != Mark::not_applicable) ++result.applicable;
  if (mark == Mark::met) ++result.satisfied;
}

Mark check_rows(const Facts& facts, const Check& check, Report& report, RequirementResult& result) {
  if (facts.rows.empty()) {
    // Nothing it could be about. Of an empty document nobody knows yet.
    if (facts.declaration->no_channels) return Mark::not_applicable;
    report.ask({.kind = PlaceKind::channels});
    return Mark::unanswered;
  }
  const std::optional<ChannelKind>& kind = report.requirement().channel_kind;
  Mark all = Mark::not_applicable;
  for (const RowFacts& row : facts.rows) {
    if (kind && row.kind != *kind) continue;
    const Mark mark = check.row(facts, row, report);
    count(result, mark);
    all = std::max(all, mark);
  }
  return all;
}

bool is_on_one_of(const Account& account, std::span<const std::string> systems) {
  if (systems.empty()) return true;
  const std::string system = text::fold(account.system);
  return std::any_of(systems.begin(), systems.end(), [&system](const std::string& name) {
    return system.find(name) != std::string::npos;
  });
}

Mark check_accounts(const Facts& facts, const Check& check, Report& report,
                    RequirementResult& result) {
  if (facts.accounts.empty()) {
    if (facts.declaration->no_accounts) return Mark::not_applicable;
    report.ask({.kind = PlaceKind::accounts});
    return Mark::unanswered;
  }
  Mark all = Mark::not_applicable;
  for (const AccountFacts& account : facts.accounts) {
    if (!is_on_one_of(*account.account, report.requirement().systems)) continue;
    const Mark mark = check.account(facts, account, report);
    count(result, mark);
    all = std::max(all, mark);
  }
  return all;
}

RequirementResult check_requirement(const Facts& facts, Report& report) {
  const Requirement& requirement = report.requirement();
  RequirementResult result{report.pack().id, requirement.id};
  if (requirement.kind == RequirementKind::contact ||
      requirement.kind == RequirementKind::receiving) {
    result.status = RequirementStatus::not_applicable;
    return result;
  }
  const Check* check = find_check(requirement.check);
  if (check == nullptr) return result;
  Mark mark = check->row != nullptr       ? check_rows(facts, *check, report, result)
              : check->account != nullptr ? check_accounts(facts, *check, report, result)
                                          : check->whole(facts, report);
  if (requirement.check != kAnswerCheck) mark = std::max(mark, check_questions(facts, report));
  result.status = status_of(mark);
  return result;
}

// One finding for one thing: the first, or the one with the earliest due day.
std::vector<Finding> merged(std::vector<Candidate> candidates) {
  using Key = std::tuple<int, ChannelId, int, int, int, std::string, ChannelId, AccountId, int,
                         std::string>;
  const int none = -1;
  std::map<Key, std::size_t> places;
  std::vector<Candidate> kept;
  for (Candidate& candidate : candidates) {
    const Finding& f = candidate.finding;
    const Key key{static_cast<int>(f.code),
                  f.row,
                  f.column ? static_cast<int>(*f.column) : none,
                  f.attribute ? static_cast<int>(*f.attribute) : none,
                  f.unit_field ? static_cast<int>(*f.unit_field) : none,
                  f.evidence,
                  f.other_row,
                  f.account,
                  f.account_field ? static_cast<int>(*f.account_field) : none,
                  f.question};
    const auto [entry, is_new] = places.try_emplace(key, kept.size());
    if (is_new) {
      kept.push_back(std::move(candidate));
    } else if (candidate.due < kept[entry->second].due) {
      kept[entry->second] = std::move(candidate);
    }
  }
  // A blank cell and a missing administrator are one thing; the columns come first in the form.
  const auto reported_as_blank = [&places, none](const Finding& f) {
    return f.code == FindingCode::administrator_missing &&
           places.contains({static_cast<int>(FindingCode::cell_missing), f.row,
                            static_cast<int>(Column::administrators), none, none, "", 0, 0, none,
                            ""});
  };
  std::vector<Finding> findings;
  findings.reserve(kept.size());
  for (Candidate& candidate : kept) {
    if (!reported_as_blank(candidate.finding)) findings.push_back(std::move(candidate.finding));
  }
  return findings;
}

void sort_findings(std::vector<Finding>& findings, const Declaration& declaration) {
  std::map<ChannelId, std::size_t> positions{{0, 0}};  // the unit first
  for (const Channel& channel : declaration.channels)
    positions.try_emplace(channel.id, positions.size());
  std::map<AccountId, std::size_t> account_positions;
  for (const Account& account : declaration.accounts)
    account_positions.try_emplace(account.id, account_positions.size());
  const auto place = [&](const Finding& f) {
    // Unit fields, columns, then attributes, then what is about the row as a whole.
    const int part = f.unit_field      ? static_cast<int>(*f.unit_field)
                     : f.column        ? 100 + static_cast<int>(*f.column)
                     : f.attribute     ? 200 + static_cast<int>(*f.attribute)
                     : f.account_field ? static_cast<int>(*f.account_field)
                                       : 300;
    const int section = f.account != 0 ? 1 : f.question.empty() ? 0 : 2;
    const std::size_t position = f.account != 0 ? account_positions[f.account] : positions[f.row];
    return std::tuple{section, position, part};
  };
  // Stable: within one place they stay in the order of the requirements that were checked.
  const auto order = stable_order(findings.size(), [&](std::size_t a, std::size_t b) {
    return place(findings[a]) < place(findings[b]);
  });
  std::vector<Finding> sorted;
  sorted.reserve(findings.size());
  for (const std::size_t index : order) sorted.push_back(std::move(findings[index]));
  findings = std::move(sorted);
}

}  // namespace

std::string_view requirement_status_key(RequirementStatus status) {
  switch (status) {
    case RequirementStatus::met:
      return "met";
    case RequirementStatus::to_do:
      return "to_do";
    case RequirementStatus::unanswered:
      return "unanswered";
    case RequirementStatus::not_applicable:
      return "not_applicable";
  }
  return "";
}

Evaluation evaluate(const Declaration& declaration, std::span<const Pack* const> packs,
                    const Date& today, const std::optional<Date>& reported_on) {
  const Facts facts = gather_facts(declaration, today, reported_on);
  std::vector<Candidate> candidates;
  Evaluation evaluation;

  const Owner reported = owner_of(packs, kReportedCheck);
  Report unit_report(reported.pack, reported.requirement, 0, candidates, evaluation);
  check_unit(facts, unit_report);
  const bool unit_complete = candidates.empty();

  const Owner columns = owner_of(packs, kColumnsCheck);
  Report cells_report(columns.pack, columns.requirement, 0, candidates, evaluation);
  check_any_channels(facts, cells_report);
  if (columns.requirement == nullptr) {
    for (const RowFacts& row : facts.rows) check_cells(facts, row, false, cells_report);
  }

  for (const Pack* pack : packs) {
    for (const Requirement& requirement : pack->requirements) {
      Report report(pack, &requirement, evaluation.requirements.size(), candidates, evaluation);
      RequirementResult result = check_requirement(facts, report);
      if (requirement.check == kColumnsCheck && facts.rows.empty()) {
        result.status = declaration.no_channels ? RequirementStatus::met : RequirementStatus::to_do;
      }
      if (requirement.check == kReportedCheck && !unit_complete)
        result.status = RequirementStatus::to_do;
      evaluation.requirements.push_back(std::move(result));
    }
  }

  evaluation.findings = merged(std::move(candidates));
  sort_findings(evaluation.findings, declaration);
  return evaluation;
}

}  // namespace sokenh
