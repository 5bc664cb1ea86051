// The preview of a pasted or opened table: which column is what, which rows come in, before
// anything changes.
#pragma once

#include <optional>
#include <string>

#include "core/exchange/channel_import.h"
#include "core/exchange/table.h"

namespace sokenh {

class App;

class ImportDialog {
 public:
  // With a field to paste into, for the «Dán từ Excel» button.
  void open_empty();
  void open(Table table);
  bool is_open() const { return open_; }
  // A paste anywhere while the dialog is open. True when it was taken.
  bool handle_paste(App& app, std::string_view text, std::string_view html);
  void draw(App& app);
  void close();

 private:
  void draw_preview(App& app, float width);
  void draw_losses(float width) const;
  void import(App& app);

  bool open_ = false;
  bool replace_ = false;
  Table table_;
  ImportPlan plan_;
  ImportResult result_;
};

}  // namespace sokenh
