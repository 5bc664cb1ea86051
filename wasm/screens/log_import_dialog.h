// The preview of a pasted or opened table of log entries, before anything changes; as ImportDialog
// for channels. Into which log can be chosen too.
#pragma once

#include <string_view>

#include "core/exchange/log_import.h"
#include "core/exchange/table.h"

namespace sokenh {

class App;

class LogImportDialog {
 public:
  void open_empty(LogKind kind);
  void open(Table table, LogKind kind);
  bool is_open() const { return open_; }
  // A paste anywhere while the dialog is open. True when it was taken.
  bool handle_paste(App& app, std::string_view text, std::string_view html);
  void draw(App& app);
  void close() { *this = LogImportDialog{}; }

 private:
  void read();
  void draw_kind(float width);
  void draw_warnings(float width) const;
  void draw_preview(float width);
  void import(App& app);

  bool open_ = false;
  Table table_;
  LogImportPlan plan_;
  LogImport result_;
};

}  // namespace sokenh
