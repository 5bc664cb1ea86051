// What is done to several accounts at once, as one command: those that are picked in the list.
#pragma once

#include <string>

#include "core/inventory/account.h"

namespace sokenh {

class App;

class AccountBatch {
 public:
  // The buttons, while something is picked.
  void draw_bar(App& app, float width);
  bool is_open() const { return step_ != Step::none; }
  void close() { step_ = Step::none; }
  void draw_dialog(App& app);

 private:
  enum class Step { none, out_of_use, removal };  // what the dialog asks for

  void draw_reason(float width);
  void change(App& app);

  Step step_ = Step::none;
  std::string reason_;
  std::string date_;
  bool refused_ = false;
};

}  // namespace sokenh
