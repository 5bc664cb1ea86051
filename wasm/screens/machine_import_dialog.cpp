#include "wasm/screens/machine_import_dialog.h"

#include <string>
#include <utility>
#include <vector>

#include "core/inventory/declaration.h"
#include "wasm/app/app.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/screens.h"
#include "wasm/screens/table_preview.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

// «Ignore» first, then the fields in order.
std::vector<std::string_view> target_labels() {
  std::vector<std::string_view> labels{tr(Msg::import_ignore)};
  for (const MachineField field : machine_fields()) labels.push_back(machine_field_label(field));
  return labels;
}

}  // namespace

void MachineImportDialog::open_empty() {
  close();
  open_ = true;
}

void MachineImportDialog::open(Table table) {
  close();
  table_ = std::move(table);
  plan_ = plan_machine_import(table_);
  open_ = true;
  read();
  context().wants_frame = true;
}

void MachineImportDialog::read() { result_ = import_machines(table_, plan_); }

bool MachineImportDialog::handle_paste(App& app, std::string_view text, std::string_view html) {
  if (!open_) return false;
  if (auto table = take_pasted_table(app, text, html)) open(std::move(*table));
  return true;
}

void MachineImportDialog::import(App& app) {
  const std::string count = std::to_string(result_.machines.size());
  const auto added =
      app.workspace.insert_machines(std::move(result_.machines), CommandKind::import_machines);
  close();
  if (added.empty()) {
    app.tell(tr(Msg::machines_full, {std::to_string(kMaxMachines)}), Notice::Kind::problem);
    return;
  }
  app.machines.list.show_all();
  app.machines.list.choose(added.front(), true);
  app.tell(tr(Msg::machines_imported, {count}));
}

// What of the table would not arrive, and what to look at.
void MachineImportDialog::draw_warnings(float width) const {
  const auto warn = [width](std::string_view title, std::string_view body) {
    notice(Tone::warn, title, body, width);
    space(12);
  };
  if (!plan_.header_row)
    warn(tr(Msg::accounts_import_no_heading_title), tr(Msg::log_import_no_heading));
  if (result_.unread_addresses > 0)
    warn({}, tr(Msg::machines_import_unread, {std::to_string(result_.unread_addresses)}));
  if (result_.unread_kinds > 0)
    warn({}, tr(Msg::machines_import_kinds, {std::to_string(result_.unread_kinds)}));
  if (result_.cut_cells > 0)
    warn(tr(Msg::import_cut_title, {std::to_string(result_.cut_cells)}),
         tr(Msg::machines_import_cut, {std::to_string(kMaxTextBytes)}));
  if (result_.skipped_over_limit > 0)
    warn(tr(Msg::import_over_limit_title),
         tr(Msg::machines_import_over_limit,
            {std::to_string(result_.skipped_over_limit), std::to_string(kMaxMachines)}));
}

void MachineImportDialog::draw_preview(float width) {
  text(
      tr(Msg::machines_import_summary, {std::to_string(result_.machines.size())}) +
          skipped_rows_label(result_.skipped_titles, result_.skipped_blank, result_.skipped_footer),
      kBody, palette().text2, width);
  space(12);
  draw_warnings(width);
  const auto labels = target_labels();
  std::vector<int> chosen;
  for (const auto& field : plan_.columns)
    chosen.push_back(field ? static_cast<int>(*field) + 1 : 0);
  const auto choice =
      draw_table_preview({table_, labels, chosen, plan_.header_row, result_.source_rows}, width);
  if (!choice) return;
  assign_column(plan_, choice->column,
                choice->target == 0 ? std::nullopt
                                    : std::optional(static_cast<MachineField>(choice->target - 1)));
  read();
}

void MachineImportDialog::draw(App& app) {
  if (!open_) return;
  const ImportStep step = draw_import_frame(
      app, {.key = "machine-import",
            .title = tr(Msg::machines_import_title),
            .how = tr(Msg::machines_import_how),
            .has_table = [&] { return !table_.rows.empty(); },
            .draw_choices = {},
            .draw_preview = [&](float width) { draw_preview(width); },
            .take_paste = [&](std::string_view pasted) { handle_paste(app, pasted, {}); },
            .confirm_label =
                [&] {
                  return tr(Msg::machines_import_confirm,
                            {std::to_string(result_.machines.size())});
                },
            .count = [&] { return result_.machines.size(); }});
  if (step == ImportStep::import) import(app);
  if (step == ImportStep::close) close();
}

}  // namespace sokenh
