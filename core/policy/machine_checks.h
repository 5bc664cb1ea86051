// What is wrong with the list of machines. Internal to core/policy.
#pragma once

#include "core/policy/checks.h"

namespace sokenh {

Mark check_machines_in_order(const Facts& facts, Report& report);

}  // namespace sokenh
