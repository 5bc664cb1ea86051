// Shortcuts: the keys the page knows, in one table that handling, aria-keyshortcuts and the list
// shown by «?» are all read from.
//
// Keys are written as aria-keyshortcuts does: "Control+Shift+Z"; a letter stands for itself in
// either case. On a Mac the command key counts as Control.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "wasm/ui/context.h"

namespace sokenh {

enum class Action {
  none,
  browser,  // in the list only: what the browser, or a field in it, does by itself
  show_shortcuts,
  next_part,
  previous_part,
  leave,  // the dialog, the grid, or what is being typed
  undo,
  redo,
  edit_cell,
  keep_and_go_down,
  keep_and_go_up,
  next_cell,
  previous_cell,
  up,
  down,
  left,
  right,
  first_row,
  last_row,
  first_cell,
  last_cell,
  first_cell_of_all,
  last_cell_of_all,
  page_up,
  page_down,
  clear_cell,
  extend_up,
  extend_down,
  extend_left,
  extend_right,
  select_all,
  duplicate_row
};

// Where a key means what the table says.
enum class Scope {
  page,         // everywhere
  grid,         // a cell is selected, edited or not
  ready_cell,   // selected only
  edited_cell,  // being edited
};

struct Shortcut {
  Scope scope;
  std::string_view keys;
  Action action;
  ui::Msg what;  // neighbours of one meaning are one line of the list
};

std::span<const Shortcut> shortcuts();

Action shortcut_action(Scope scope, const ui::KeyPress& key);
// The keys of an action, for aria-keyshortcuts.
std::string_view shortcut_keys(Action action);
// «Ctrl + Mũi tên lên»
std::string shortcut_label(std::string_view keys);

}  // namespace sokenh
