// Checks of what was looked at on the unit's websites (TN17-1.2, DL-5.3): entries of the log
// page_check, each of one page. Internal to core/policy.
#pragma once

#include "core/policy/checks.h"

namespace sokenh {

void gather_pages(Facts& facts);  // facts.log is there

Mark check_page_footer(const Facts& facts, const RowFacts& row, Report& report);
Mark check_page_compared(const Facts& facts, const RowFacts& row, Report& report);

}  // namespace sokenh
