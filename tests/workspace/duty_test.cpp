// Rosters in the workspace: every change is one command that can be undone.
#include <doctest/doctest.h>

#include "core/workspace/workspace.h"

using namespace sokenh;

namespace {

Roster roster(std::string occasion) {
  Roster out{.occasion = std::move(occasion)};
  out.posts = {{.id = 1, .name = "Trực"}};
  out.people = {{.id = 2, .name = "Mai"}};
  return out;
}

}  // namespace

TEST_CASE("HP24-1.1 rosters: adding, editing and removing, undone and done again") {
  Workspace workspace;
  const RosterId first = workspace.insert_roster(roster("Lễ 30/4\u202e"));
  const RosterId second = workspace.insert_roster(roster("Lễ 2/9"));
  REQUIRE(first != 0);
  REQUIRE(second > first);
  CHECK(workspace.declaration().rosters[0].occasion == "Lễ 30/4");  // cleaned
  CHECK(workspace.undo_kind() == CommandKind::insert_roster);
  const Declaration added = workspace.declaration();
  Roster edited = added.rosters[0];
  edited.shifts = {{.id = 3, .post = 1, .person = 2, .from = "30/04/2026", .to = "30/04/2026"}};
  CHECK(workspace.edit_roster(edited, CommandKind::plan_roster));
  CHECK(workspace.undo_kind() == CommandKind::plan_roster);
  const std::uint64_t revision = workspace.revision();
  CHECK(workspace.edit_roster(edited));
  CHECK(workspace.revision() == revision);  // nothing changed
  workspace.remove_roster(first);
  workspace.remove_roster(99);
  CHECK(workspace.declaration().rosters.size() == 1);
  const Declaration removed = workspace.declaration();
  workspace.undo();
  CHECK(workspace.declaration().rosters[0] == edited);
  workspace.undo();
  CHECK(workspace.declaration() == added);
  workspace.undo();
  workspace.undo();
  CHECK(workspace.declaration().rosters.empty());
  for (int i = 0; i < 4; ++i) workspace.redo();
  CHECK(workspace.declaration() == removed);
  // Ids are given out once.
  CHECK(workspace.insert_roster(roster("Tết")) > second);
}

TEST_CASE("HP24-1.1 rosters: what does not hang together, or is too much, is refused whole") {
  Workspace workspace;
  Roster broken = roster("a");
  broken.shifts = {{.id = 3, .post = 9}};
  CHECK(workspace.insert_roster(broken) == 0);
  Roster lengthy = roster(std::string(kMaxTextBytes + 1, 'x'));
  CHECK(workspace.insert_roster(lengthy) == 0);
  const RosterId id = workspace.insert_roster(roster("a"));
  broken.id = id;
  CHECK_FALSE(workspace.edit_roster(broken));
  CHECK_FALSE(workspace.edit_roster(roster("b")));  // no such roster
  Roster crowded = roster("a");
  crowded.id = id;
  for (DutyId i = 0; i < kMaxDutyPosts; ++i) crowded.posts.push_back({.id = 10 + i});
  CHECK_FALSE(workspace.edit_roster(crowded));
  for (std::size_t i = 1; i < kMaxRosters; ++i) CHECK(workspace.insert_roster(roster("b")) != 0);
  CHECK(workspace.insert_roster(roster("c")) == 0);
}
