#include "core/policy/evaluate.h"

#include <algorithm>
#include <cstdint>

#include "core/policy/checks.h"
#include "core/policy/log_checks.h"

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
    if (kind && row.kind() != *kind) continue;
    const Mark mark = check.row(facts, row, report);
    count(result, mark);
    all = std::max(all, mark);
  }
  return all;
}

bool is_on_one_of(const AccountFacts& account, std::span<const std::string> systems) {
  return systems.empty() ||
         std::any_of(systems.begin(), systems.end(), [&account](const std::string& name) {
           return account.system->find(name) != std::string::npos;
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
    if (!is_on_one_of(account, report.requirement().systems)) continue;
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

// The order of findings as numbers: see the top of evaluate.h.
class Places {
 public:
  explicit Places(const Declaration& declaration)
      : declaration_(&declaration), question_ranks_(declaration.answers.size()) {
    for (const Channel& channel : declaration.channels)
      rows_.emplace_back(channel.id, rows_.size());
    for (const Account& account : declaration.accounts)
      accounts_.emplace_back(account.id, accounts_.size());
    for (const Machine& machine : declaration.machines)
      machines_.emplace_back(machine.id, machines_.size());
    for (const LogEntry& entry : declaration.log) log_.emplace_back(entry.id, log_.size());
    std::sort(machines_.begin(), machines_.end());
    for (const Roster& roster : declaration.rosters) {
      duty_.emplace_back(std::pair{roster.id, 0U}, duty_.size());
      const auto add = [&](const auto& list) {
        for (const auto& item : list)
          duty_.emplace_back(std::pair{roster.id, item.id}, duty_.size());
      };
      add(roster.posts);
      add(roster.people);
      add(roster.shifts);
    }
    std::sort(duty_.begin(), duty_.end());
    std::sort(log_.begin(), log_.end());
    std::sort(rows_.begin(), rows_.end());
    std::sort(accounts_.begin(), accounts_.end());
  }

  // Equal for what is about the same place and no other, below 2^32. Questions in the order in
  // which they are first asked for.
  std::uint64_t key(const Finding& f) {
    // Unit fields, columns, then attributes, then what is about the row as a whole.
    const int part = f.unit_field      ? static_cast<int>(*f.unit_field)
                     : f.column        ? 100 + static_cast<int>(*f.column)
                     : f.attribute     ? 200 + static_cast<int>(*f.attribute)
                     : f.account_field ? static_cast<int>(*f.account_field)
                     : f.machine_field ? static_cast<int>(*f.machine_field)
                     : f.log_field     ? static_cast<int>(*f.log_field)
                                       : 300;
    if (f.duty.roster != 0) return 3ULL << 30U | (kFirstDuty + duty_position(f.duty)) << 10U;
    const bool of_machines = f.machine != 0 || f.code == FindingCode::machines_all_local;
    const std::uint64_t section = f.log                           ? 3
                                  : of_machines || f.account != 0 ? 1
                                  : f.question.empty()            ? 0
                                                                  : 2;
    const std::uint64_t position = f.log_entry != 0
                                       ? log_kinds().size() + position_of(log_, f.log_entry)
                                   : f.log          ? static_cast<std::size_t>(*f.log)
                                   : f.machine != 0 ? kMachines + position_of(machines_, f.machine)
                                   : of_machines    ? kMachines + machines_.size()
                                   : f.account != 0 ? position_of(accounts_, f.account)
                                   : !f.question.empty() ? rank_of(f.question)
                                   : f.row != 0          ? position_of(rows_, f.row) + 1
                                                         : 0;
    return section << 30U | position << 10U | static_cast<std::uint64_t>(part);
  }

  // Rosters come after the logs, in the same section of numbers.
  static constexpr std::uint64_t kFirstDuty = 1U << 19U;

 private:
  static constexpr std::uint64_t kMachines = 1U << 19U;  // behind all accounts
  std::size_t duty_position(const DutyPlace& place) const {
    const std::pair wanted{std::pair{place.roster, place.id}, std::size_t{0}};
    return std::lower_bound(duty_.begin(), duty_.end(), wanted)->second;
  }
  using Positions = std::vector<std::pair<std::uint32_t, std::size_t>>;  // by id

  static std::size_t position_of(const Positions& positions, std::uint32_t id) {
    return std::lower_bound(positions.begin(), positions.end(), std::pair{id, std::size_t{0}})
        ->second;
  }
  std::size_t rank_of(std::string_view question) {
    const QuestionAnswer* answer = find_answer(*declaration_, question);
    std::size_t& rank =
        question_ranks_[static_cast<std::size_t>(answer - declaration_->answers.data())];
    if (rank == 0) rank = ++ranks_;
    return rank;
  }

  const Declaration* declaration_;
  Positions rows_;
  Positions accounts_;
  Positions machines_;
  Positions log_;
  std::vector<std::pair<std::pair<RosterId, DutyId>, std::size_t>> duty_;
  std::vector<std::size_t> question_ranks_;  // of each answer, 0 before it has one
  std::size_t ranks_ = 0;
};
static_assert(kMaxChannels < 1U << 20U && kMaxAccounts < 1U << 19U && kMaxMachines < 1U << 19U &&
              kMaxAnswers < 1U << 20U && kMaxLogEntries + kLogKindCount < Places::kFirstDuty &&
              kMaxRosters * (1 + kMaxDutyPosts + kMaxDutyPeople + kMaxDutyShifts) <
                  (1U << 20U) - Places::kFirstDuty);

bool is_same(const Finding& a, const Finding& b) {
  return a.code == b.code && a.other_row == b.other_row && a.evidence == b.evidence;
}

// In order, and one finding for one thing: the first, or the one with the earliest due day.
std::vector<Finding> merged(std::vector<Candidate> candidates, const Declaration& declaration) {
  Places places(declaration);
  std::vector<std::uint64_t> order;  // place, then the order in which they were found
  order.reserve(candidates.size());
  for (const Candidate& candidate : candidates)
    order.push_back(places.key(candidate.finding) << 32U | order.size());
  std::sort(order.begin(), order.end());

  std::vector<Candidate*> kept;
  kept.reserve(candidates.size());
  const auto at_place = [&kept](std::size_t begin) {
    return kept.begin() + static_cast<std::ptrdiff_t>(begin);
  };
  for (std::size_t i = 0; i < order.size();) {
    const std::uint64_t place = order[i] >> 32U;
    const std::size_t begin = kept.size();
    bool blank = false;
    for (; i < order.size() && order[i] >> 32U == place; ++i) {
      Candidate& candidate = candidates[order[i] & 0xFFFFFFFFU];
      blank = blank || candidate.finding.code == FindingCode::cell_missing;
      const auto same =
          std::find_if(at_place(begin), kept.end(), [&candidate](const Candidate* other) {
            return is_same(candidate.finding, other->finding);
          });
      if (same == kept.end()) {
        kept.push_back(&candidate);
      } else if (candidate.overdue && candidate.overdue->due < (*same)->overdue->due) {
        *same = &candidate;
      }
    }
    // A blank cell and a missing administrator are one thing; the columns come first in the form.
    if (blank) {
      const auto is_missing_again = [](const Candidate* candidate) {
        return candidate->finding.code == FindingCode::administrator_missing;
      };
      kept.erase(std::remove_if(at_place(begin), kept.end(), is_missing_again), kept.end());
    }
  }

  std::vector<Finding> findings;
  findings.reserve(kept.size());
  for (Candidate* candidate : kept) {
    Finding& finding = findings.emplace_back(std::move(candidate->finding));
    if (candidate->overdue) {
      finding.evidence = vietnamese_text(candidate->overdue->last);
      finding.suggestion = vietnamese_date(candidate->overdue->due);
    }
    if (candidate->requirement == nullptr) continue;
    finding.pack = candidate->pack->id;
    finding.requirement = candidate->requirement->id;
    finding.clause = candidate->requirement->clause;
  }
  return findings;
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

namespace {

Evaluation evaluate_facts(const Facts& facts, std::span<const Pack* const> packs) {
  const Declaration& declaration = *facts.declaration;
  std::vector<Candidate> candidates;
  Evaluation evaluation;
  // A guess: enough for most.
  const std::size_t likely = 2 * (facts.rows.size() + facts.accounts.size());
  candidates.reserve(likely);
  evaluation.unanswered.reserve(2 * likely);
  evaluation.due.reserve(likely);
  std::size_t requirements = 0;
  for (const Pack* pack : packs) requirements += pack->requirements.size();
  evaluation.requirements.reserve(requirements);

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

  if (owner_of(packs, kMachinesCheck).requirement == nullptr) {
    Report machines_report(nullptr, nullptr, 0, candidates, evaluation);
    check_machines(facts, machines_report);
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

  // After those that a requirement looks at it for: of the same finding theirs is kept.
  Report book_report(nullptr, nullptr, 0, candidates, evaluation);
  check_backup_book(facts, book_report);

  evaluation.findings = merged(std::move(candidates), declaration);
  return evaluation;
}

}  // namespace

Evaluation evaluate(const Declaration& declaration, std::span<const Pack* const> packs,
                    const Date& today, const std::optional<Date>& reported) {
  return evaluate_facts(gather_facts(declaration, today, reported, nullptr), packs);
}

Evaluator::Evaluator() : kept_(std::make_unique<RowReadings>()) {}
Evaluator::~Evaluator() = default;

Evaluation Evaluator::evaluate(const Declaration& declaration, std::span<const Pack* const> packs,
                               const Date& today, const std::optional<Date>& reported) {
  return evaluate_facts(gather_facts(declaration, today, reported, kept_.get()), packs);
}

}  // namespace sokenh
