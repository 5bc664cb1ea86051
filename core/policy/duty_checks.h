// Whether rosters keep a requirement's rule (core/policy/duty_rule.h). Internal to core/policy.
#pragma once

#include <vector>

#include "core/policy/checks.h"

namespace sokenh {

// The rosters that count: where the rule names a period, those that reach into it; else those that
// are not over yet, or when all are, the one that ended last: it still is the record of how the
// unit kept watch. One whose period cannot be read always counts: nobody knows when it is.
std::vector<const Roster*> rosters_that_count(const Declaration& declaration, const DutyRule& rule,
                                              const Date& today);

Mark check_duty(const Facts& facts, Report& report);

}  // namespace sokenh
