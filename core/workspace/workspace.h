// Workspace: the declaration being edited, as a sequence of commands that can all be undone.
//
// Every change goes through one of the methods below and becomes one command, whatever it touched;
// undo and redo have no limit. `revision` grows with every change, undo and redo included, so
// whoever shows or stores the declaration knows when to do so. A change that changes nothing makes
// no command.
//
// What comes in is composed and freed of control characters (text::clean), so the declaration
// always is. What would pass the format's limits (core/inventory/declaration.h) is refused whole,
// never cut: a clerk sees that the text was not taken rather than losing its end. Ids are given out
// once, also across undo.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/inventory/declaration.h"

namespace sokenh {

// What a command did, for the undo button's label.
enum class CommandKind {
  edit_unit,
  edit_cell,
  edit_cells,
  edit_attribute,
  edit_page_roles,
  insert,
  duplicate,
  remove,
  move,
  sort,
  import,
  set_packs,
  set_no_channels,
  replace_all
};

struct CellText {
  ChannelId row = 0;
  Column column = Column::name;
  std::string text;
};

class Workspace {
 public:
  Workspace() = default;
  explicit Workspace(Declaration declaration);

  const Declaration& declaration() const { return declaration_; }
  std::uint64_t revision() const { return revision_; }

  // The setters return false when the text is not taken: too long, no such row, or (kind,
  // attributes that are answers) not one of the keys.
  bool set_unit_field(UnitField field, std::string_view text);
  bool set_cell(ChannelId row, Column column, std::string_view text);
  // One command for all; none of them is changed when one text is not taken.
  bool set_cells(std::span<const CellText> cells);
  bool set_attribute(ChannelId row, Attribute attribute, std::string_view text);
  bool set_page_roles(ChannelId row, std::vector<PageRole> roles);
  // Inserts before position (0-based; past the end appends). Ids are given here; returns them, none
  // when the channels or their texts would be too many or too long. Takes back «no channels», in
  // the same command.
  std::vector<ChannelId> insert(std::size_t position, std::vector<Channel> channels,
                                CommandKind kind = CommandKind::insert);
  ChannelId duplicate(
      ChannelId row);  // the copy, right below; 0 if there is no such row or no room
  void remove(std::span<const ChannelId> rows);
  void move(ChannelId row, std::size_t position);
  // Stable sort by a column, in Vietnamese order for text, by value for dates and states; blank
  // cells last.
  void sort(Column column, bool descending);
  bool set_packs(std::vector<std::string> packs);  // empty and repeated ids are left out
  bool set_no_channels(bool none);                 // refused while there are channels
  // Opening a file or importing over everything: one command, undoable like any other. False when
  // it does not keep the limits. Rows without an id, or with one given before in it, get a new one.
  bool replace_all(Declaration declaration);

  bool can_undo() const;
  bool can_redo() const;
  CommandKind undo_kind() const;  // of the command that undo would take back
  CommandKind redo_kind() const;
  // The row the change was about, so that the screen can go there; 0 if none, or if it is no longer
  // there.
  ChannelId undo();
  ChannelId redo();

 private:
  // See workspace.cpp: a command holds the values before and after, not a copy of the document, so
  // that a long day's editing of a large inventory stays small.
  struct ReplaceUnit {
    Unit before, after;
  };
  struct ReplaceChannels {
    std::vector<Channel> before, after;
  };
  struct InsertChannels {
    std::size_t position;
    std::vector<Channel> channels;
    bool no_channels_before;
  };
  struct RemoveChannels {
    std::vector<std::pair<std::size_t, Channel>> channels;
  };  // by position, ascending
  struct ReorderChannels {
    std::vector<ChannelId> before, after;
  };
  struct ReplaceSettings {
    std::vector<std::string> packs_before, packs_after;
    bool no_channels_before, no_channels_after;
  };
  struct ReplaceDeclaration {
    Declaration before, after;
  };
  using Change = std::variant<ReplaceUnit, ReplaceChannels, InsertChannels, RemoveChannels,
                              ReorderChannels, ReplaceSettings, ReplaceDeclaration>;
  struct Command {
    CommandKind kind;
    Change change;
    ChannelId row;
  };

  Channel* find(ChannelId row);
  bool exists(ChannelId row);
  bool replace_channel(CommandKind kind, Channel after);
  void execute(Command command);
  void apply(const Change& change);
  void revert(const Change& change);
  void reorder(const std::vector<ChannelId>& order);
  std::vector<ChannelId> order() const;

  Declaration declaration_;
  std::vector<Command> done_;
  std::vector<Command> undone_;
  std::uint64_t revision_ = 0;
};

}  // namespace sokenh
