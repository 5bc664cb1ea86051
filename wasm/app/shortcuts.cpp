#include "wasm/app/shortcuts.h"

#include <algorithm>
#include <array>

namespace sokenh {

using namespace ui;

namespace {

constexpr std::array kShortcuts = std::to_array<Shortcut>({
    {Scope::page, "?", Action::show_shortcuts, Msg::shortcut_show},
    {Scope::page, "Control+/", Action::show_shortcuts, Msg::shortcut_show},
    {Scope::page, "Tab", Action::browser, Msg::shortcut_next},
    {Scope::page, "Shift+Tab", Action::browser, Msg::shortcut_previous},
    {Scope::page, "F6", Action::next_part, Msg::shortcut_parts},
    {Scope::page, "Shift+F6", Action::previous_part, Msg::shortcut_parts},
    {Scope::page, "ArrowUp", Action::up, Msg::shortcut_scroll},
    {Scope::page, "ArrowDown", Action::down, Msg::shortcut_scroll},
    {Scope::page, "PageUp", Action::page_up, Msg::shortcut_scroll},
    {Scope::page, "PageDown", Action::page_down, Msg::shortcut_scroll},
    {Scope::page, "Home", Action::first_row, Msg::shortcut_scroll},
    {Scope::page, "End", Action::last_row, Msg::shortcut_scroll},
    {Scope::page, "Enter", Action::browser, Msg::shortcut_activate},
    {Scope::page, "Space", Action::browser, Msg::shortcut_activate},
    {Scope::page, "Control+Z", Action::undo, Msg::undo},
    {Scope::page, "Control+Y", Action::redo, Msg::redo},
    {Scope::page, "Control+Shift+Z", Action::redo, Msg::redo},
    {Scope::page, "Control+V", Action::browser, Msg::shortcut_paste_table},
    {Scope::page, "Control+P", Action::browser, Msg::shortcut_print},
    {Scope::page, "Escape", Action::leave, Msg::shortcut_leave},

    {Scope::ready_cell, "ArrowUp", Action::up, Msg::shortcut_move},
    {Scope::ready_cell, "ArrowDown", Action::down, Msg::shortcut_move},
    {Scope::ready_cell, "ArrowLeft", Action::left, Msg::shortcut_move},
    {Scope::ready_cell, "ArrowRight", Action::right, Msg::shortcut_move},
    {Scope::grid, "Tab", Action::next_cell, Msg::shortcut_next_cell},
    {Scope::grid, "Shift+Tab", Action::previous_cell, Msg::shortcut_previous_cell},
    {Scope::ready_cell, "Home", Action::first_cell, Msg::shortcut_row_ends},
    {Scope::ready_cell, "End", Action::last_cell, Msg::shortcut_row_ends},
    {Scope::ready_cell, "Control+ArrowLeft", Action::first_cell, Msg::shortcut_row_ends},
    {Scope::ready_cell, "Control+ArrowRight", Action::last_cell, Msg::shortcut_row_ends},
    {Scope::ready_cell, "Control+ArrowUp", Action::first_row, Msg::shortcut_column_ends},
    {Scope::ready_cell, "Control+ArrowDown", Action::last_row, Msg::shortcut_column_ends},
    {Scope::ready_cell, "Control+Home", Action::first_cell_of_all, Msg::shortcut_grid_ends},
    {Scope::ready_cell, "Control+End", Action::last_cell_of_all, Msg::shortcut_grid_ends},
    {Scope::ready_cell, "PageUp", Action::page_up, Msg::shortcut_pages},
    {Scope::ready_cell, "PageDown", Action::page_down, Msg::shortcut_pages},
    {Scope::ready_cell, "Enter", Action::edit_cell, Msg::shortcut_edit},
    {Scope::ready_cell, "F2", Action::edit_cell, Msg::shortcut_edit},
    {Scope::ready_cell, "Shift+Enter", Action::keep_and_go_up, Msg::shortcut_up},
    {Scope::ready_cell, "Delete", Action::clear_cell, Msg::shortcut_clear},
    {Scope::ready_cell, "Shift+ArrowUp", Action::extend_up, Msg::shortcut_extend},
    {Scope::ready_cell, "Shift+ArrowDown", Action::extend_down, Msg::shortcut_extend},
    {Scope::ready_cell, "Shift+ArrowLeft", Action::extend_left, Msg::shortcut_extend},
    {Scope::ready_cell, "Shift+ArrowRight", Action::extend_right, Msg::shortcut_extend},
    {Scope::ready_cell, "Control+A", Action::select_all, Msg::shortcut_select_all},
    {Scope::ready_cell, "Control+C", Action::browser, Msg::shortcut_copy},
    {Scope::ready_cell, "Control+X", Action::browser, Msg::shortcut_cut},
    {Scope::ready_cell, "Control+D", Action::duplicate_row, Msg::channel_duplicate},
    {Scope::ready_cell, "ContextMenu", Action::browser, Msg::shortcut_menu},
    {Scope::ready_cell, "Shift+F10", Action::browser, Msg::shortcut_menu},
    {Scope::ready_cell, "Escape", Action::leave, Msg::shortcut_leave_grid},

    {Scope::edited_cell, "Enter", Action::keep_and_go_down, Msg::shortcut_keep_down},
    {Scope::edited_cell, "Shift+Enter", Action::keep_and_go_up, Msg::shortcut_keep_up},
    {Scope::edited_cell, "Alt+Enter", Action::browser, Msg::shortcut_new_line},
    {Scope::edited_cell, "ArrowUp", Action::up, Msg::shortcut_keep_move},
    {Scope::edited_cell, "ArrowDown", Action::down, Msg::shortcut_keep_move},
    {Scope::edited_cell, "Control+ArrowUp", Action::first_row, Msg::shortcut_keep_ends},
    {Scope::edited_cell, "Control+ArrowDown", Action::last_row, Msg::shortcut_keep_ends},
    {Scope::edited_cell, "Escape", Action::leave, Msg::shortcut_discard},
});

bool same_key(std::string_view written, std::string_view pressed) {
  if (written == "Space") return pressed == " ";
  if (written.size() != 1 || pressed.size() != 1) return written == pressed;
  const auto upper = [](char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  };
  return upper(written[0]) == upper(pressed[0]);
}

// Takes «Control+» and the like off the front.
bool take_prefix(std::string_view& keys, std::string_view prefix) {
  if (!keys.starts_with(prefix) || keys.size() == prefix.size()) return false;
  keys.remove_prefix(prefix.size());
  return true;
}

bool matches(std::string_view keys, const KeyPress& press) {
  const bool control = take_prefix(keys, "Control+");
  const bool alt = take_prefix(keys, "Alt+");
  const bool shift = take_prefix(keys, "Shift+");
  // Which signs take Shift is the keyboard's.
  const bool sign = keys == "?" || keys == "/";
  return control == press.control && alt == press.alt && (sign || shift == press.shift) &&
         same_key(keys, press.key);
}

struct KeyName {
  std::string_view key;
  Msg name;
};
constexpr std::array kNames = std::to_array<KeyName>({{"ArrowUp", Msg::key_up},
                                                      {"ArrowDown", Msg::key_down},
                                                      {"ArrowLeft", Msg::key_left},
                                                      {"ArrowRight", Msg::key_right},
                                                      {"Space", Msg::key_space},
                                                      {"ContextMenu", Msg::key_menu}});

}  // namespace

std::span<const Shortcut> shortcuts() { return kShortcuts; }

Action shortcut_action(Scope scope, const KeyPress& key) {
  const auto found =
      std::find_if(kShortcuts.begin(), kShortcuts.end(), [&](const Shortcut& shortcut) {
        return shortcut.scope == scope && matches(shortcut.keys, key);
      });
  return found == kShortcuts.end() ? Action::none : found->action;
}

std::string_view shortcut_keys(Action action) {
  const auto found =
      std::find_if(kShortcuts.begin(), kShortcuts.end(),
                   [&](const Shortcut& shortcut) { return shortcut.action == action; });
  return found == kShortcuts.end() ? std::string_view{} : found->keys;
}

std::string shortcut_label(std::string_view keys) {
  std::string label;
  if (take_prefix(keys, "Control+")) label += "Ctrl + ";
  if (take_prefix(keys, "Alt+")) label += "Alt + ";
  if (take_prefix(keys, "Shift+")) label += "Shift + ";
  const auto name = std::find_if(kNames.begin(), kNames.end(),
                                 [&](const KeyName& known) { return known.key == keys; });
  return label + std::string(name == kNames.end() ? keys : tr(name->name));
}

}  // namespace sokenh
