// Machines in the workspace: every change is one command that can be undone.
#include <doctest/doctest.h>

#include "core/workspace/workspace.h"

using namespace sokenh;

namespace {

Machine machine(std::string name, std::string addresses) {
  Machine out;
  out.name = std::move(name);
  out.addresses = std::move(addresses);
  return out;
}

}  // namespace

TEST_CASE("HP24-3.3 machines: adding, editing and removing, undone and done again") {
  Workspace workspace;
  CHECK(workspace.set_no_machines(true));
  CHECK(workspace.undo_kind() == CommandKind::set_no_machines);
  const Declaration empty = workspace.declaration();
  const auto ids =
      workspace.insert_machines({machine("Máy kế toán", "10.0.0.5"), machine("Máy chủ", "")});
  REQUIRE(ids.size() == 2);
  CHECK_FALSE(workspace.declaration().no_machines);
  CHECK_FALSE(workspace.set_no_machines(true));
  CHECK(workspace.set_machine_field(ids[1], MachineField::addresses, "10.0.1.0/24\u202e"));
  CHECK(workspace.declaration().machines[1].addresses == "10.0.1.0/24");  // cleaned
  const std::uint64_t revision = workspace.revision();
  CHECK(workspace.set_machine_field(ids[1], MachineField::addresses, "10.0.1.0/24"));
  CHECK(workspace.revision() == revision);  // nothing changed
  CHECK_FALSE(workspace.set_machine_field(99, MachineField::name, "x"));
  CHECK_FALSE(
      workspace.set_machine_field(ids[0], MachineField::note, std::string(kMaxTextBytes + 1, 'x')));
  const Declaration edited = workspace.declaration();
  workspace.remove_machines(std::vector{ids[0], MachineId{77}});
  REQUIRE(workspace.declaration().machines.size() == 1);
  CHECK(workspace.declaration().machines[0].id == ids[1]);
  const Declaration removed = workspace.declaration();

  workspace.undo();
  CHECK(workspace.declaration() == edited);
  workspace.undo();
  CHECK(workspace.declaration().machines[1].addresses.empty());
  workspace.undo();
  CHECK(workspace.declaration().no_machines);
  CHECK(workspace.declaration().machines.empty());
  CHECK(workspace.declaration().no_machines == empty.no_machines);
  for (int i = 0; i < 3; ++i) workspace.redo();
  CHECK(workspace.declaration() == removed);
}

TEST_CASE("HP24-3.3 machines: ids are given out once, also across undo and another file") {
  Workspace workspace;
  const auto first = workspace.insert_machines({machine("A", "")});
  workspace.undo();
  const auto second = workspace.insert_machines({machine("B", "")});
  CHECK(second[0] > first[0]);
  Declaration other;
  other.machines = {machine("C", ""), machine("D", "")};
  other.no_machines = true;
  REQUIRE(workspace.replace_all(other));
  CHECK_FALSE(workspace.declaration().no_machines);
  CHECK(workspace.declaration().machines[0].id != workspace.declaration().machines[1].id);
  const auto third = workspace.insert_machines({machine("E", "")});
  CHECK(third[0] > second[0]);
  CHECK(third[0] > workspace.declaration().machines[1].id);
}

TEST_CASE("HP24-3.3 machines: too many, or too long, are refused whole") {
  Workspace workspace;
  CHECK(workspace.insert_machines({}).empty());
  CHECK(workspace.insert_machines(std::vector<Machine>(kMaxMachines + 1)).empty());
  CHECK(workspace
            .insert_machines({machine("A", ""), machine(std::string(kMaxTextBytes + 1, 'x'), "")})
            .empty());
  CHECK(workspace.declaration().machines.empty());
  CHECK(workspace.insert_machines(std::vector<Machine>(kMaxMachines, machine("A", ""))).size() ==
        kMaxMachines);
  CHECK(workspace.insert_machines({machine("B", "")}).empty());
}
