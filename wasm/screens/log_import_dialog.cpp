#include "wasm/screens/log_import_dialog.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/inventory/declaration.h"
#include "wasm/app/app.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/log_labels.h"
#include "wasm/screens/screens.h"
#include "wasm/screens/table_preview.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr std::size_t kUnreadShown = 5;

// «Ignore» first, then the kind's fields in order.
std::vector<std::string_view> target_labels(LogKind kind) {
  std::vector<std::string_view> labels{tr(Msg::import_ignore)};
  for (const LogFieldUse& use : log_fields(kind)) {
    // These come last in every kind that has them.
    if (!log_field_is_given(use.field)) labels.push_back(log_field_label(kind, use.field));
  }
  return labels;
}

int target_of(LogKind kind, std::optional<LogField> field) {
  if (!field) return 0;
  const auto fields = log_fields(kind);
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const LogFieldUse& use) { return use.field == *field; });
  return static_cast<int>(found - fields.begin()) + 1;
}

}  // namespace

void LogImportDialog::open_empty(LogKind kind) {
  close();
  plan_.kind = kind;
  open_ = true;
}

void LogImportDialog::open(Table table, LogKind kind) {
  close();
  table_ = std::move(table);
  plan_ = plan_log_import(table_, kind);
  open_ = true;
  read();
  context().wants_frame = true;
}

void LogImportDialog::read() { result_ = import_log(table_, plan_); }

bool LogImportDialog::handle_paste(App& app, std::string_view text, std::string_view html) {
  if (!open_) return false;
  if (auto table = take_pasted_table(app, text, html)) open(std::move(*table), plan_.kind);
  return true;
}

void LogImportDialog::import(App& app) {
  const std::string count = std::to_string(result_.entries.size());
  const LogKind kind = plan_.kind;
  const auto added =
      app.workspace.insert_log_entries(std::move(result_.entries), CommandKind::import_log);
  close();
  if (added.empty()) {
    app.tell(std::string(tr(Msg::import_too_many)), Notice::Kind::problem);
    return;
  }
  app.logs.show(kind, added.back());
  app.tell(tr(Msg::log_imported, {count, log_kind_label(kind)}));
}

// What of the table would not arrive, and what to look at.
void LogImportDialog::draw_warnings(float width) const {
  const auto warn = [width](std::string_view title, std::string_view body) {
    notice(Tone::warn, title, body, width);
    space(12);
  };
  if (!plan_.header_row)
    warn(tr(Msg::accounts_import_no_heading_title), tr(Msg::log_import_no_heading));
  if (result_.unread_cells > 0) {
    std::string cells;
    for (std::size_t i = 0; i < std::min(result_.unread.size(), kUnreadShown); ++i) {
      const UnreadCell& cell = result_.unread[i];
      if (!cells.empty()) cells += "\n";
      cells += tr(Msg::log_import_unread_cell,
                  {std::to_string(cell.row + 1), std::to_string(cell.column + 1),
                   log_field_label(plan_.kind, cell.field), cell.text});
    }
    warn(tr(Msg::log_import_unread, {std::to_string(result_.unread_cells)}), cells);
  }
  if (result_.cut_cells > 0)
    warn(tr(Msg::import_cut_title, {std::to_string(result_.cut_cells)}),
         tr(Msg::accounts_import_cut, {std::to_string(kMaxTextBytes)}));
  if (result_.skipped_over_limit > 0)
    warn(tr(Msg::import_over_limit_title),
         tr(Msg::log_import_over_limit,
            {std::to_string(result_.skipped_over_limit), std::to_string(kMaxLogEntries)}));
}

void LogImportDialog::draw_kind(float width) {
  std::vector<std::string_view> labels;
  for (const LogKind kind : log_kinds()) labels.push_back(log_kind_label(kind));
  const auto chosen = select("kind", tr(Msg::log_import_into), labels, static_cast<int>(plan_.kind),
                             {.width = std::min(width, scaled(320))});
  space(12);
  if (!chosen) return;
  const auto kind = log_kinds()[static_cast<std::size_t>(*chosen)];
  if (table_.rows.empty()) {
    plan_.kind = kind;
  } else {
    open(std::move(table_), kind);
  }
}

void LogImportDialog::draw_preview(float width) {
  text(
      tr(Msg::log_import_summary, {std::to_string(result_.entries.size())}) +
          skipped_rows_label(result_.skipped_titles, result_.skipped_blank, result_.skipped_footer),
      kBody, palette().text2, width);
  space(12);
  draw_warnings(width);
  const auto labels = target_labels(plan_.kind);
  std::vector<int> chosen;
  for (const auto& field : plan_.columns) chosen.push_back(target_of(plan_.kind, field));
  const auto choice =
      draw_table_preview({table_, labels, chosen, plan_.header_row, result_.source_rows}, width);
  if (!choice) return;
  assign_column(
      plan_, choice->column,
      choice->target == 0
          ? std::nullopt
          : std::optional(
                log_fields(plan_.kind)[static_cast<std::size_t>(choice->target - 1)].field));
  read();
}

void LogImportDialog::draw(App& app) {
  if (!open_) return;
  const ImportStep step = draw_import_frame(
      app,
      {.key = "log-import",
       .title = tr(Msg::log_import_title),
       .how = tr(Msg::log_import_how),
       .has_table = [&] { return !table_.rows.empty(); },
       .draw_choices = [&](float width) { draw_kind(width); },
       .draw_preview = [&](float width) { draw_preview(width); },
       .take_paste = [&](std::string_view pasted) { handle_paste(app, pasted, {}); },
       .confirm_label =
           [&] { return tr(Msg::log_import_confirm, {std::to_string(result_.entries.size())}); },
       .count = [&] { return result_.entries.size(); }});
  if (step == ImportStep::import) import(app);
  if (step == ImportStep::close) close();
}

}  // namespace sokenh
