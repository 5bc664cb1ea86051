// The record of account reviews (DL-1): the list of them, and the dialog in which one is written,
// its numbers counted from the accounts there are.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/inventory/account.h"

namespace sokenh {

class App;

class AccountReviews {
 public:
  void open_new(const App& app);
  void open(const App& app, std::size_t index);
  bool is_open() const { return open_; }
  void close() { open_ = false; }

  void draw_list(App& app, float width);
  void draw_dialog(App& app);

 private:
  bool save(App& app);

  bool open_ = false;
  bool refused_ = false;              // what is wrong is shown from the first try on
  std::optional<std::size_t> index_;  // of the one being edited
  AccountReview draft_;
  std::string reviewed_, unused_;  // as typed
};

}  // namespace sokenh
