#include "core/workspace/workspace.h"

#include <doctest/doctest.h>

#include <random>

using namespace sokenh;

namespace {

Channel named(std::string name) {
  Channel channel;
  channel.name = std::move(name);
  return channel;
}

std::vector<std::string> names(const Workspace& workspace) {
  std::vector<std::string> list;
  for (const Channel& channel : workspace.declaration().channels) list.push_back(channel.name);
  return list;
}

// Ids are never given twice, so next_id alone does not go back.
Declaration without_next_id(Declaration declaration) {
  declaration.next_id = 0;
  return declaration;
}

}  // namespace

TEST_CASE(
    "Workspace: any commands undone one by one give back every earlier state, redone every later "
    "one") {
  std::mt19937 random(43);
  const auto number = [&random](std::size_t below) {
    return static_cast<std::size_t>(random() % below);
  };
  const std::vector<std::string> texts{"",   "a",   "Đóng", "9/2016", "e\u0301", "ă",
                                       "  ", "yes", "no",   "2019",   "đ\r\n",   "HP23"};
  const auto text = [&] { return texts[number(texts.size())]; };

  for (int round = 0; round < 40; ++round) {
    Workspace workspace;
    std::vector<Declaration> states{without_next_id(workspace.declaration())};
    const auto row = [&]() -> ChannelId {
      const auto& channels = workspace.declaration().channels;
      return channels.empty() || number(10) == 0 ? static_cast<ChannelId>(number(50))
                                                 : channels[number(channels.size())].id;
    };
    for (int step = 0; step < 120; ++step) {
      const std::uint64_t revision = workspace.revision();
      switch (number(14)) {
        case 0:
          workspace.set_unit_field(unit_fields()[number(unit_fields().size())], text());
          break;
        case 1:
        case 2:
          workspace.set_cell(row(), static_cast<Column>(number(kColumnCount)), text());
          break;
        case 3:
          workspace.set_attribute(row(), attributes()[number(attributes().size())], text());
          break;
        case 4:
          workspace.set_page_roles(row(),
                                   std::vector<PageRole>(number(3), PageRole{.account = text()}));
          break;
        case 5:
        case 6:
          workspace.insert(number(6), std::vector<Channel>(number(4), named(text())));
          break;
        case 7:
          workspace.duplicate(row());
          break;
        case 8: {
          const std::vector<ChannelId> rows{row(), row()};
          workspace.remove(rows);
          break;
        }
        case 9:
          workspace.move(row(), number(8));
          break;
        case 10:
          workspace.sort(static_cast<Column>(number(kColumnCount)), number(2) == 0);
          break;
        case 11:
          workspace.set_packs({text(), text()});
          break;
        case 12:
          workspace.set_no_channels(number(2) == 0);
          break;
        default:
          if (number(4) == 0) {
            Declaration other;
            other.channels = {named(text()), named(text())};
            other.unit.name = text();
            workspace.replace_all(other);
          }
      }
      const Declaration now = without_next_id(workspace.declaration());
      // A command and a revision exactly when something changed.
      REQUIRE((workspace.revision() != revision) == (now != states.back()));
      if (workspace.revision() != revision) states.push_back(now);
    }
    const ChannelId next_id = workspace.declaration().next_id;
    for (std::size_t i = states.size() - 1; i > 0; --i) {
      REQUIRE(workspace.can_undo());
      workspace.undo();
      REQUIRE(without_next_id(workspace.declaration()) == states[i - 1]);
    }
    REQUIRE_FALSE(workspace.can_undo());
    CHECK(workspace.undo() == 0);
    for (std::size_t i = 1; i < states.size(); ++i) {
      REQUIRE(workspace.can_redo());
      workspace.redo();
      REQUIRE(without_next_id(workspace.declaration()) == states[i]);
    }
    REQUIRE_FALSE(workspace.can_redo());
    CHECK(workspace.redo() == 0);
    CHECK(workspace.declaration().next_id == next_id);
  }
}

TEST_CASE("Workspace: what comes in is composed and freed of controls") {
  Workspace workspace;
  const ChannelId row = workspace.insert(0, {named("Tru\u031Bo\u031B\u0300ng\r\nA")}).front();
  CHECK(names(workspace) == std::vector<std::string>{"Trường\nA"});
  CHECK(workspace.set_cell(row, Column::contact, "e\u0302\u0301\x01"));
  CHECK(workspace.declaration().channels[0].contact == "ế");
  CHECK(workspace.set_unit_field(UnitField::name, "e\u0323\u0302"));
  CHECK(workspace.declaration().unit.name == "ệ");
  CHECK(workspace.set_attribute(row, Attribute::assignment, "e\u0301"));
  CHECK(workspace.declaration().channels[0].security.assignment == "é");
  CHECK(workspace.set_page_roles(row, {PageRole{.account = "e\u0301"}}));
  CHECK(workspace.declaration().channels[0].security.page_roles[0].account == "é");

  Declaration opened;
  opened.unit.parent = "a\u0301";
  opened.channels = {named("e\u0301"), named("b")};
  CHECK(Workspace(opened).declaration().channels[0].name == "é");
  CHECK(workspace.replace_all(opened));
  CHECK(workspace.declaration().unit.parent == "á");
  CHECK(workspace.declaration().channels[0].id != workspace.declaration().channels[1].id);
}

TEST_CASE("Workspace: what passes the limits is refused whole") {
  Workspace workspace;
  const ChannelId row = workspace.insert(0, {named("a")}).front();
  const std::uint64_t revision = workspace.revision();
  const std::string too_long(kMaxTextBytes + 1, 'a');
  CHECK_FALSE(workspace.set_cell(row, Column::name, too_long));
  CHECK_FALSE(workspace.set_unit_field(UnitField::name, too_long));
  CHECK_FALSE(workspace.set_attribute(row, Attribute::assignment, too_long));
  CHECK_FALSE(workspace.set_page_roles(row, {PageRole{.account = too_long}}));
  CHECK_FALSE(workspace.set_page_roles(row, std::vector<PageRole>(kMaxPageRoles + 1)));
  CHECK_FALSE(workspace.set_packs({too_long}));
  CHECK(workspace.insert(0, {named("b"), named(too_long)}).empty());
  CHECK(workspace.insert(0, std::vector<Channel>(kMaxChannels)).empty());
  Declaration large;
  large.channels.resize(kMaxChannels + 1);
  CHECK_FALSE(workspace.replace_all(large));
  CHECK(workspace.revision() == revision);
  CHECK(workspace.declaration().next_id == 2);

  CHECK(workspace.insert(0, std::vector<Channel>(kMaxChannels - 1)).size() == kMaxChannels - 1);
  CHECK(workspace.duplicate(row) == 0);
}

TEST_CASE("Workspace: refused are rows that are not there and texts that are no answer") {
  Workspace workspace;
  const ChannelId row = workspace.insert(0, {named("a")}).front();
  CHECK_FALSE(workspace.set_cell(99, Column::name, "x"));
  CHECK_FALSE(workspace.set_cell(row, Column::ordinal, "1"));
  CHECK_FALSE(workspace.set_attribute(row, Attribute::two_step, "maybe"));
  CHECK_FALSE(workspace.set_attribute(99, Attribute::two_step, "yes"));
  CHECK_FALSE(workspace.set_unit_field(UnitField::kind, "bank"));
  CHECK_FALSE(workspace.set_page_roles(99, {}));
  CHECK(workspace.duplicate(99) == 0);
}

TEST_CASE("Workspace: undo names the command and leads to its row") {
  Workspace workspace;
  const ChannelId row = workspace.insert(0, {named("a"), named("b")}).front();
  workspace.set_cell(row, Column::state, "Đóng");
  CHECK(workspace.undo_kind() == CommandKind::edit_cell);
  CHECK(workspace.undo() == row);
  CHECK(workspace.redo_kind() == CommandKind::edit_cell);
  CHECK(workspace.redo() == row);
  const std::vector<ChannelId> rows{row};
  workspace.remove(rows);
  CHECK(workspace.undo_kind() == CommandKind::remove);
  CHECK(workspace.undo() == row);
  workspace.undo();
  CHECK(workspace.undo_kind() == CommandKind::insert);
  CHECK(workspace.undo() == 0);  // the row is not there any more
  workspace.set_unit_field(UnitField::name, "x");
  CHECK_FALSE(workspace.can_redo());  // a new change ends the undone ones
}

TEST_CASE("Workspace: an id is never given twice, also after undo") {
  Workspace workspace;
  const ChannelId first = workspace.insert(0, {named("a")}).front();
  workspace.undo();
  CHECK(workspace.insert(0, {named("b")}).front() > first);
}

TEST_CASE("Workspace: «no channels» holds only without channels") {
  Workspace workspace;
  CHECK(workspace.set_no_channels(true));
  workspace.insert(0, {named("a")});
  CHECK_FALSE(workspace.declaration().no_channels);
  CHECK_FALSE(workspace.set_no_channels(true));
  workspace.undo();
  CHECK(workspace.declaration().no_channels);
  CHECK(workspace.declaration().channels.empty());
}

TEST_CASE("Workspace: sorting by text, date and state, blank cells last both ways") {
  struct Case {
    Column column;
    bool descending;
    std::vector<std::string> cells;
    std::vector<std::string> sorted;
  };
  const Case cases[] = {
      {Column::name, false, {"đá", "", "dê", "ă", "Á", "a"}, {"a", "Á", "ă", "dê", "đá", ""}},
      {Column::name, true, {"đá", "", "dê", "ă", "Á", "a"}, {"đá", "dê", "ă", "Á", "a", ""}},
      {Column::created,
       false,
       {"lâu rồi", "9/2016", "", "01-03-2022", "2016", "tháng 1 năm 2016"},
       {"2016", "tháng 1 năm 2016", "9/2016", "01-03-2022", "lâu rồi", ""}},
      {Column::created, true, {"lâu rồi", "9/2016", "", "2022"}, {"2022", "9/2016", "lâu rồi", ""}},
      {Column::state,
       false,
       {"Xóa", "?", "HĐ", "", "khoá", "Hoạt động", "đóng"},
       {"HĐ", "Hoạt động", "đóng", "khoá", "Xóa", "?", ""}},
      {Column::ordinal, true, {"1", "2", "3"}, {"3", "2", "1"}},
  };
  for (const Case& c : cases) {
    std::vector<Channel> channels;
    const Column shown = c.column == Column::ordinal ? Column::name : c.column;
    for (const std::string& cell : c.cells) {
      Channel channel;
      set_column_text(channel, shown, cell);
      channels.push_back(channel);
    }
    Workspace workspace;
    workspace.insert(0, channels);
    workspace.sort(c.column, c.descending);
    std::vector<std::string> sorted;
    for (const Channel& channel : workspace.declaration().channels)
      sorted.push_back(column_text(channel, shown));
    CHECK(sorted == c.sorted);
    const std::uint64_t revision = workspace.revision();
    if (c.column != Column::ordinal) workspace.sort(c.column, c.descending);
    CHECK(workspace.revision() == revision);  // already sorted: no command
  }
}

TEST_CASE("Workspace: moving a row, past the end too") {
  Workspace workspace;
  const auto ids = workspace.insert(0, {named("a"), named("b"), named("c")});
  workspace.move(ids[0], 1);
  CHECK(names(workspace) == std::vector<std::string>{"b", "a", "c"});
  workspace.move(ids[1], 99);
  CHECK(names(workspace) == std::vector<std::string>{"a", "c", "b"});
  workspace.move(ids[1], 0);
  CHECK(names(workspace) == std::vector<std::string>{"b", "a", "c"});
}

TEST_CASE("Workspace: a block of cells is written by one command, or not at all") {
  Workspace workspace;
  const auto ids = workspace.insert(0, {named("a"), named("b"), named("c")});
  const Declaration before = workspace.declaration();
  const std::vector<CellText> block{{ids[0], Column::name, "một"},
                                    {ids[0], Column::state, "Đóng\x07"},
                                    {ids[2], Column::name, "ba"}};
  CHECK(workspace.set_cells(block));
  CHECK(names(workspace) == std::vector<std::string>{"một", "b", "ba"});
  CHECK(workspace.declaration().channels[0].state == "Đóng");
  CHECK(workspace.undo_kind() == CommandKind::edit_cells);
  CHECK(workspace.undo() == ids[0]);
  CHECK(workspace.declaration() == before);
  CHECK(workspace.redo() == ids[0]);
  CHECK(names(workspace) == std::vector<std::string>{"một", "b", "ba"});

  const std::uint64_t revision = workspace.revision();
  CHECK(workspace.set_cells(block));  // nothing is different
  CHECK(workspace.set_cells({}));
  const std::vector<CellText> refused[] = {
      {{ids[0], Column::name, "x"}, {99, Column::name, "x"}},
      {{ids[0], Column::name, "x"}, {ids[1], Column::ordinal, "7"}},
      {{ids[0], Column::name, "x"}, {ids[1], Column::name, std::string(kMaxTextBytes + 1, 'x')}}};
  for (const auto& cells : refused) CHECK_FALSE(workspace.set_cells(cells));
  CHECK(workspace.revision() == revision);
}
