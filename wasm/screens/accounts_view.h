// Tài khoản: what the screen of accounts holds between frames: the list, the account that is open,
// the record of reviews, and the dialogs.
//
// With room the open account's form stands beside the list (the shell's panel for details); on a
// phone it is shown instead of the list, as the record of reviews always is.
#pragma once

#include <string_view>

#include "wasm/screens/account_batch.h"
#include "wasm/screens/account_import_dialog.h"
#include "wasm/screens/account_list.h"
#include "wasm/screens/account_reviews.h"

namespace sokenh {

class App;

class AccountsView {
 public:
  void draw(App& app);       // into the current window
  void draw_form(App& app);  // the panel beside the list
  bool form_beside(const App& app) const;
  void draw_dialogs(App& app);
  bool dialog_open() const;
  bool leave_dialog();  // closes the dialog on top, if there is one

  // Whether something is shown instead of the list; back to the list, and to it again.
  bool covers_list(const App& app) const;
  bool close(App& app);
  void reopen(const App& app);

  bool handle_key(App& app, const ui::KeyPress& key);
  // A list pasted while nothing is being typed, or into the dialog. True when it was taken.
  bool handle_paste(App& app, ui::NodeId id, std::string_view text, std::string_view html);

  AccountList list;
  AccountImportDialog import_dialog;

 private:
  const Account* chosen(const App& app) const;
  void arrive(App& app);
  void add(App& app);
  void duplicate(App& app, const Account& account);
  void remove(App& app, const Account& account);
  void draw_add(App& app);
  void draw_title(App& app, float width);
  void draw_empty(App& app, float width);
  void draw_tools(App& app, float width);
  void draw_filters(App& app, float width);
  void draw_open(App& app);
  void draw_fields(App& app, const Account& account, float width);
  void draw_form_tools(App& app, const Account& account, float width);
  void draw_reviews(App& app);

  AccountReviews reviews_;
  AccountBatch batch_;
  bool form_open_ = false;     // on a phone
  bool reviews_open_ = false;  // instead of the list
  bool reviews_last_ = false;  // of the two, what was closed last
  bool focus_back_ = false;    // the first button of what was opened
  std::size_t announced_ = 0;  // how many a search or filter left
};

}  // namespace sokenh
