#include "wasm/screens/ip_labels.h"

#include "wasm/ui/context.h"

namespace sokenh {

using namespace ui;

std::string_view ip_problem_key(IpProblem problem) {
  switch (problem) {
    case IpProblem::none:
      return "none";
    case IpProblem::not_an_address:
      return "not_an_address";
    case IpProblem::part_too_large:
      return "part_too_large";
    case IpProblem::leading_zero:
      return "leading_zero";
    case IpProblem::zone_id:
      return "zone_id";
    case IpProblem::prefix_too_long:
      return "prefix_too_long";
    case IpProblem::broken_mask:
      return "broken_mask";
    case IpProblem::mixed_families:
      return "mixed_families";
    case IpProblem::backwards:
      return "backwards";
  }
  return {};
}

std::string_view ip_problem_label(IpProblem problem) {
  switch (problem) {
    case IpProblem::none:
      return {};
    case IpProblem::not_an_address:
      return tr(Msg::ip_problem_not_an_address);
    case IpProblem::part_too_large:
      return tr(Msg::ip_problem_part_too_large);
    case IpProblem::leading_zero:
      return tr(Msg::ip_problem_leading_zero);
    case IpProblem::zone_id:
      return tr(Msg::ip_problem_zone_id);
    case IpProblem::prefix_too_long:
      return tr(Msg::ip_problem_prefix_too_long);
    case IpProblem::broken_mask:
      return tr(Msg::ip_problem_broken_mask);
    case IpProblem::mixed_families:
      return tr(Msg::ip_problem_mixed_families);
    case IpProblem::backwards:
      return tr(Msg::ip_problem_backwards);
  }
  return {};
}

}  // namespace sokenh
