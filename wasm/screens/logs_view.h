// Sổ theo dõi: what the screen of the logs holds between frames: which log is open, its list, the
// entry that is open, and the dialog to import.
//
// The logs come first, then one of them instead of their list. With room the open entry's form
// stands beside the log's list (the shell's panel for details); on a phone it is shown instead of
// it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "wasm/screens/backup_panel.h"
#include "wasm/screens/log_import_dialog.h"
#include "wasm/screens/log_list.h"

namespace sokenh {

class App;

class LogsView {
 public:
  void draw(App& app);       // into the current window
  void draw_form(App& app);  // the panel beside the list
  bool form_beside(const App& app) const;

  // What lies open above the list of the logs, as parts of App::place(): "", "/card",
  // "/card/entry".
  std::string place(const App& app) const;
  void go_to_place(const App& app, std::string_view place);
  // Closes what lies open on top: the entry, else the log. False when there is nothing.
  bool close(App& app);

  // Opens the log with the entry in view and the focus on it.
  void show(LogKind kind, LogEntryId entry);

  bool handle_key(App& app, const ui::KeyPress& key);
  // A table pasted while nothing is being typed, or into the dialog. True when it was taken.
  bool handle_paste(App& app, ui::NodeId id, std::string_view text, std::string_view html);
  void open_table(Table table) { import_dialog.open(std::move(table), list.kind()); }

  // Whether the book of backups lies open, where files are dropped into it.
  bool takes_backups(const App& app) const;

  LogImportDialog import_dialog;
  LogList list;
  BackupPanel backups;

 private:
  const LogEntry* chosen(const App& app) const;
  bool covers_list(const App& app) const;  // on a phone, by the entry
  void arrive(App& app);
  void open(LogKind kind);
  void hide_form();
  void leave_log();
  void add(App& app);
  void duplicate(App& app, const LogEntry& entry);
  void remove(App& app, const LogEntry& entry);
  void show_paper(App& app, const LogEntry* incident);
  void draw_kinds(App& app, float width);
  bool draw_kind(App& app, LogKind kind, float width);
  void draw_log(App& app, float width);
  void draw_asked(App& app, float width);
  void draw_empty(App& app, float width);
  void draw_check(App& app);
  void draw_add(App& app);
  void draw_tools(App& app, float width);
  void draw_filters(App& app, float width);
  void draw_contacts(App& app, float width);
  void draw_fields(App& app, const LogEntry& entry, float width);
  void draw_form_tools(App& app, const LogEntry& entry, float width);
  void draw_backup_tools(App& app, const LogEntry& entry, float width);
  void add_about(App& app, const LogEntry& backup, std::string_view act);
  void draw_open(App& app);

  bool log_open_ = false;        // list.kind() instead of the logs
  bool form_open_ = false;       // on a phone
  bool focus_back_ = false;      // the first button of what was opened
  bool focus_kind_ = false;      // the log that was left
  bool write_focused_ = false;   // led to a draft's way into the book of backups
  LogEntryId just_written_ = 0;  // into the book, with the last frame
  std::size_t announced_ = 0;    // how many a search or filter left
};

}  // namespace sokenh
