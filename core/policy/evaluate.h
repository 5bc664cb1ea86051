// evaluate(): what a declaration lacks under the dispatches it follows.
//
// Pure: the same declaration, packs and day give the same findings in the same order (unit first,
// then by row, then by column, then by account, by machine, then questions, then logs, then
// rosters; within one
// place by requirement). A thing several clauses ask is reported once: under the first, or, where
// they set different intervals, under the strictest.
//
// Whether the cells can be read (dates, contacts, states, formulas, duplicates) is always looked
// at, and so are the machines' addresses. Such findings count for the first requirement followed
// that asks for complete columns, or for the machines, else for none. What the unit has not
// answered makes a requirement `unanswered` and no finding: a new document is not a list of faults.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/inventory/declaration.h"
#include "core/policy/finding.h"
#include "core/policy/pack.h"
#include "core/policy/place.h"

namespace sokenh {

class RowReadings;

enum class RequirementStatus { met, to_do, unanswered, not_applicable };
std::string_view requirement_status_key(RequirementStatus status);

struct RequirementResult {
  std::string pack;
  std::string requirement;
  RequirementStatus status = RequirementStatus::unanswered;
  // Channels or accounts that count for it, of which answered or met; 0 of 0 for a requirement
  // about the whole unit.
  int applicable = 0;
  int satisfied = 0;
};

// What a requirement still wants to know, and where it is entered.
struct OpenItem {
  std::size_t requirement = 0;  // index into Evaluation::requirements
  Place place;
};

// A day by which something is to be done (again): reached or not.
struct DueDate {
  std::size_t requirement = 0;
  Place place;
  Date date;  // the last day on time
};

struct Evaluation {
  std::vector<Finding> findings;
  std::vector<RequirementResult> requirements;  // in the packs' order
  std::vector<OpenItem> unanswered;             // by requirement
  std::vector<DueDate> due;                     // by requirement
};

// `reported`: the day on which the declaration was signed by everybody who must, if it was.
Evaluation evaluate(const Declaration& declaration, std::span<const Pack* const> packs,
                    const Date& today, const std::optional<Date>& reported = std::nullopt);

// The same, for a document that is evaluated after each change of it: what was read from the rows
// that stayed as they were is kept. It says what evaluate() says, for any document whose rows have
// ids of their own, as a Workspace's have.
class Evaluator {
 public:
  Evaluator();
  ~Evaluator();
  Evaluator(const Evaluator&) = delete;
  Evaluator& operator=(const Evaluator&) = delete;

  Evaluation evaluate(const Declaration& declaration, std::span<const Pack* const> packs,
                      const Date& today, const std::optional<Date>& reported = std::nullopt);

 private:
  std::unique_ptr<RowReadings> kept_;
};

// The checks a pack may name, for validation of packs and for their authors; see
// core/policy/checks.h.
std::span<const std::string_view> check_names();

}  // namespace sokenh
