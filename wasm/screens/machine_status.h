// What is known of each machine: its findings, and what is read in its addresses. Looked up once
// for each evaluation.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/inventory/machine.h"
#include "core/policy/finding.h"

namespace sokenh {

class App;

struct MachineStatus {
  std::vector<const Finding*> findings;
};

class MachineStatuses {
 public:
  // Valid until there is a new evaluation.
  const MachineStatus& of(App& app, MachineId machine);

 private:
  std::map<MachineId, MachineStatus> by_machine_;
  std::uint64_t evaluation_ = 0;  // App::evaluations()
};

std::string machine_title(const Machine& machine);  // its name, its address, or that it has none
// «192.168.1.0/24, 203.0.113.7»: what is read, where that is not how it is written; else "".
std::string machine_ranges_label(const Machine& machine);
// «Không nối mạng», «Chỉ dùng trong mạng nội bộ», «Chưa ghi địa chỉ»; "" where there is a public
// address, or none can be read.
std::string_view machine_reach_label(const Machine& machine);

}  // namespace sokenh
