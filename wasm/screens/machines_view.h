// Máy tính & IP: what the screen of machines holds between frames: the list, the machine that is
// open, the dialog to import, and the lists of botnet addresses that are looked through.
//
// With room the open machine's form stands beside the list (the shell's panel for details); on a
// phone it is shown instead of the list, as the botnet lists always are.
#pragma once

#include <string_view>

#include "wasm/screens/ip_check_panel.h"
#include "wasm/screens/machine_import_dialog.h"
#include "wasm/screens/machine_list.h"

namespace sokenh {

class App;

class MachinesView {
 public:
  void draw(App& app);       // into the current window
  void draw_form(App& app);  // the panel beside the list
  bool form_beside(const App& app) const;

  // Whether something is shown instead of the list; back to the list, and to it again.
  bool covers_list(const App& app) const;
  bool close(App& app);
  void reopen(const App& app);

  bool handle_key(App& app, const ui::KeyPress& key);
  // A list pasted while nothing is being typed, or into the dialog. True when it was taken.
  bool handle_paste(App& app, ui::NodeId id, std::string_view text, std::string_view html);

  void open_check();
  void close_check() { check_open_ = false; }
  // Files that are dropped now are lists.
  bool takes_lists(const App& app) const { return shows_check(app); }
  // What the browser tells of botnet lists.
  void handle_list_event(App& app, std::string_view event_json);

  MachineList list;
  MachineImportDialog import_dialog;

 private:
  const Machine* chosen(const App& app) const;
  void arrive(App& app);
  void add(App& app);
  void insert(App& app, Machine machine);
  void remove(App& app, const Machine& machine);
  void hide_form();
  bool shows_check(const App& app) const;
  void draw_check(App& app);
  void draw_open_check(float width);
  void draw_add(App& app);
  void draw_title(App& app, float width);
  void draw_empty(App& app, float width);
  void draw_tools(App& app, float width);
  void draw_filters(App& app, float width);
  void draw_about_all(App& app, float width);
  void draw_open(App& app);
  void draw_fields(App& app, const Machine& machine, float width);
  void draw_form_tools(App& app, const Machine& machine, float width);

  IpCheckPanel check_;
  bool check_open_ = false;    // instead of the list
  bool check_last_ = false;    // of it and the form, what was closed last
  bool focus_check_ = false;   // the button that opened it
  bool form_open_ = false;     // on a phone
  bool focus_back_ = false;    // the first button of what was opened
  bool focus_add_ = false;     // the list has nothing left to go to
  std::size_t announced_ = 0;  // how many a search or filter left
};

}  // namespace sokenh
