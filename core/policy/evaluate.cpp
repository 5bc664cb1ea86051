#include "core/policy/evaluate.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/base/stable_order.h"
#include "core/policy/checks.h"

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

RequirementResult check_rows(const Facts& facts, const Check& check, Report& report) {
  RequirementResult result;
  bool to_do = false;
  bool unanswered = false;
  for (const RowFacts& row : facts.rows) {
    const Mark mark = check.row(facts, row, report);
    if (mark != Mark::not_applicable) ++result.applicable;
    if (mark == Mark::met) ++result.satisfied;
    to_do = to_do || mark == Mark::to_do;
    unanswered = unanswered || mark == Mark::unanswered;
  }
  if (to_do) {
    result.status = RequirementStatus::to_do;
  } else if (unanswered) {
    result.status = RequirementStatus::unanswered;
  } else if (result.applicable > 0) {
    result.status = RequirementStatus::met;
  } else {
    // Nothing it could be about. Of an empty document nobody knows yet.
    const bool nothing_said = facts.rows.empty() && !facts.declaration->no_channels;
    result.status =
        nothing_said ? RequirementStatus::unanswered : RequirementStatus::not_applicable;
  }
  return result;
}

// One finding for one thing: the first, or the one with the earliest due day.
std::vector<Finding> merged(std::vector<Candidate> candidates) {
  using Key = std::tuple<int, ChannelId, int, int, int, std::string, ChannelId>;
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
                  f.other_row};
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
                            static_cast<int>(Column::administrators), none, none, "", 0});
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
  const auto place = [&positions](const Finding& f) {
    // Unit fields, columns, then attributes, then what is about the row as a whole.
    const int part = f.unit_field  ? static_cast<int>(*f.unit_field)
                     : f.column    ? 100 + static_cast<int>(*f.column)
                     : f.attribute ? 200 + static_cast<int>(*f.attribute)
                                   : 300;
    return std::pair{positions[f.row], part};
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
                    const Date& today) {
  const Facts facts = gather_facts(declaration, today);
  std::vector<Candidate> candidates;
  Evaluation evaluation;

  const Owner reported = owner_of(packs, kReportedCheck);
  Report unit_report(reported.pack, reported.requirement, candidates);
  check_unit(facts, unit_report);
  const bool unit_complete = candidates.empty();

  const Owner columns = owner_of(packs, kColumnsCheck);
  Report cells_report(columns.pack, columns.requirement, candidates);
  check_any_channels(facts, cells_report);
  if (columns.requirement == nullptr) {
    for (const RowFacts& row : facts.rows) check_cells(facts, row, false, cells_report);
  }

  for (const Pack* pack : packs) {
    for (const Requirement& requirement : pack->requirements) {
      Report report(pack, &requirement, candidates);
      RequirementResult result;
      const Check* check = find_check(requirement.check);
      if (check != nullptr && check->row != nullptr) {
        result = check_rows(facts, *check, report);
      } else if (check != nullptr) {
        result.status = check->whole(facts, report);
      }
      if (requirement.check == kColumnsCheck && facts.rows.empty()) {
        result.status = declaration.no_channels ? RequirementStatus::met : RequirementStatus::to_do;
      }
      if (requirement.check == kReportedCheck && !unit_complete)
        result.status = RequirementStatus::to_do;
      result.pack = pack->id;
      result.requirement = requirement.id;
      evaluation.requirements.push_back(std::move(result));
    }
  }

  evaluation.findings = merged(std::move(candidates));
  sort_findings(evaluation.findings, declaration);
  return evaluation;
}

std::vector<const Pack*> followed_packs(const Declaration& declaration) {
  std::vector<const Pack*> packs;
  for (const std::string& id : declaration.packs) {
    if (const Pack* pack = find_pack(id)) packs.push_back(pack);
  }
  return packs;
}

}  // namespace sokenh
