// Whether a requirement's rules (core/policy/log_rule.h) hold. Internal to core/policy.
#pragma once

#include "core/policy/checks.h"

namespace sokenh {

Mark check_log(const Facts& facts, Report& report);
// That nothing in the book of backups was changed, put in, left out or moved, whatever is asked of
// it.
Mark check_backup_book(const Facts& facts, Report& report);

}  // namespace sokenh
