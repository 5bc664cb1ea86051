// The preview of a pasted or opened list of machines, before anything changes; as ImportDialog for
// channels.
#pragma once

#include <string_view>

#include "core/exchange/machine_import.h"
#include "core/exchange/table.h"

namespace sokenh {

class App;

class MachineImportDialog {
 public:
  void open_empty();
  void open(Table table);
  bool is_open() const { return open_; }
  // A paste anywhere while the dialog is open. True when it was taken.
  bool handle_paste(App& app, std::string_view text, std::string_view html);
  void draw(App& app);
  void close() { *this = MachineImportDialog{}; }

 private:
  void read();
  void draw_warnings(float width) const;
  void draw_preview(float width);
  void import(App& app);

  bool open_ = false;
  Table table_;
  MachineImportPlan plan_;
  MachineImport result_;
};

}  // namespace sokenh
