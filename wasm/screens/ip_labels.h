// What is said of addresses.
#pragma once

#include <string_view>

#include "core/network/ip_address.h"

namespace sokenh {

std::string_view ip_problem_key(IpProblem problem);    // "leading_zero"
std::string_view ip_problem_label(IpProblem problem);  // a sentence: what is wrong, what to write

}  // namespace sokenh
