#include "wasm/screens/machine_status.h"

#include <algorithm>

#include "core/text/fold.h"
#include "wasm/app/app.h"

namespace sokenh {

using namespace ui;

const MachineStatus& MachineStatuses::of(App& app, MachineId machine) {
  static const MachineStatus kNone;
  if (evaluation_ != app.evaluations()) {
    by_machine_.clear();
    for (const Finding& finding : app.evaluation().findings) {
      if (finding.machine != 0) by_machine_[finding.machine].findings.push_back(&finding);
    }
    evaluation_ = app.evaluations();
  }
  const auto found = by_machine_.find(machine);
  return found == by_machine_.end() ? kNone : found->second;
}

std::string machine_title(const Machine& machine) {
  for (const std::string* name : {&machine.name, &machine.addresses}) {
    const std::string_view text = text::trim(*name);
    if (!text.empty()) return std::string(text.substr(0, text.find('\n')));
  }
  return std::string(tr(Msg::machine_unnamed));
}

std::string machine_ranges_label(const Machine& machine) {
  std::string label;
  bool as_written = true;
  for (const OwnRange& own : own_ranges(std::span(&machine, 1))) {
    if (own.reading.problem != IpProblem::none) continue;
    const std::string read = ip_range_text(own.reading.range);
    as_written = as_written && read == own.written;
    if (!label.empty()) label += ", ";
    label += read;
  }
  return as_written ? std::string{} : label;
}

std::string_view machine_reach_label(const Machine& machine) {
  if (says_no_network(machine.addresses)) return tr(Msg::machine_offline);
  if (text::is_blank(machine.addresses)) return tr(Msg::machine_no_addresses);
  const std::vector<OwnRange> ranges = own_ranges(std::span(&machine, 1));
  const bool all_local = std::all_of(ranges.begin(), ranges.end(), [](const OwnRange& own) {
    return own.reading.problem == IpProblem::none && is_local(own.reading.range);
  });
  return all_local ? tr(Msg::machine_local_only) : std::string_view{};
}

}  // namespace sokenh
