// Baselines in the workspace: beside the declaration, each change one command that can be undone.
#include <doctest/doctest.h>

#include "core/workspace/workspace.h"

using namespace sokenh;

namespace {

page::Baseline baseline(std::string page, std::string file) {
  page::Baseline out;
  out.page = std::move(page);
  out.file = std::move(file);
  out.outline.blocks.push_back({.text = "Trường"});
  return out;
}

}  // namespace

TEST_CASE("DL-5.3 baselines: taken, replaced and removed, undone and done again") {
  Workspace workspace;
  const Declaration declaration = workspace.declaration();
  REQUIRE(workspace.keep_baseline(baseline("truong.edu.vn", "1.html")));
  CHECK(workspace.undo_kind() == CommandKind::keep_baseline);
  REQUIRE(workspace.keep_baseline(baseline("truong.edu.vn", "2.html")));
  CHECK(workspace.baselines().all().size() == 1);
  CHECK(workspace.drop_baseline("truong.edu.vn"));
  CHECK(workspace.undo_kind() == CommandKind::drop_baseline);
  CHECK_FALSE(workspace.drop_baseline("truong.edu.vn"));
  CHECK(workspace.declaration() == declaration);  // nothing of it is signed

  workspace.undo();
  CHECK(workspace.baselines().find("truong.edu.vn")->file == "2.html");
  workspace.undo();
  CHECK(workspace.baselines().find("truong.edu.vn")->file == "1.html");
  workspace.undo();
  CHECK(workspace.baselines().all().empty());
  for (int i = 0; i < 3; ++i) workspace.redo();
  CHECK(workspace.baselines().all().empty());

  const std::uint64_t revision = workspace.revision();
  page::Baseline large = baseline("x.vn", "x.html");
  for (int i = 0; i < 300; ++i) large.outline.blocks.push_back({.text = std::string(1000, 'a')});
  CHECK_FALSE(workspace.keep_baseline(std::move(large)));
  CHECK(workspace.revision() == revision);
}

TEST_CASE("Baselines that were stored are no command") {
  Workspace workspace;
  page::Baselines stored;
  REQUIRE(stored.keep(baseline("truong.edu.vn", "1.html")));
  workspace.restore_baselines(stored);
  CHECK(workspace.baselines() == stored);
  CHECK_FALSE(workspace.can_undo());
}
