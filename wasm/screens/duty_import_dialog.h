// The preview of a pasted or opened duty roster, before anything changes; as MachineImportDialog
// for machines.
#pragma once

#include <string_view>

#include "core/exchange/duty_import.h"
#include "core/exchange/table.h"

namespace sokenh {

class App;

class DutyImportDialog {
 public:
  // Into that roster.
  void open_empty(const Roster& roster);
  void open(const App& app, const Roster& roster, Table table);
  bool is_open() const { return open_; }
  // A paste anywhere while the dialog is open. True when it was taken.
  bool handle_paste(App& app, std::string_view text, std::string_view html);
  void draw(App& app);
  void close() { *this = DutyImportDialog{}; }

 private:
  void read();
  void draw_warnings(float width) const;
  void draw_read(float width) const;
  void draw_preview(float width);
  void import(App& app);

  bool open_ = false;
  Roster roster_;
  Date today_;
  Table table_;
  DutyImportPlan plan_;
  DutyImport result_;
};

}  // namespace sokenh
