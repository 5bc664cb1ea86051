#include "wasm/screens/import_dialog.h"

#include <array>
#include <string>
#include <vector>

#include "wasm/app/app.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/screens.h"
#include "wasm/screens/table_preview.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

// «Ignore» first, then the form's columns in order.
std::array<std::string_view, kColumnCount + 1> target_labels() {
  std::array<std::string_view, kColumnCount + 1> labels;
  labels[0] = tr(Msg::import_ignore);
  for (std::size_t i = 0; i < kColumnCount; ++i)
    labels[i + 1] = column_label(static_cast<Column>(i));
  return labels;
}

int target_index(const std::optional<Column>& column) {
  return column ? static_cast<int>(*column) + 1 : 0;
}

}  // namespace

void ImportDialog::open_empty() {
  close();
  open_ = true;
}

void ImportDialog::open(Table table) {
  close();
  table_ = std::move(table);
  plan_ = plan_import(table_);
  result_ = import_channels(table_, plan_);
  open_ = true;
  context().wants_frame = true;
}

void ImportDialog::close() { *this = ImportDialog{}; }

bool ImportDialog::handle_paste(App& app, std::string_view text, std::string_view html) {
  if (!open_) return false;
  if (auto table = take_pasted_table(app, text, html)) open(std::move(*table));
  return true;
}

void ImportDialog::import(App& app) {
  const std::size_t count = result_.channels.size();
  std::vector<ChannelId> added;
  if (replace_) {
    Declaration declaration = app.workspace.declaration();
    declaration.channels.clear();
    for (Channel channel : result_.channels) {
      channel.id = declaration.next_id++;
      added.push_back(channel.id);
      declaration.channels.push_back(std::move(channel));
    }
    declaration.no_channels = false;
    if (!app.workspace.replace_all(std::move(declaration))) added.clear();
  } else {
    added = app.workspace.insert(app.workspace.declaration().channels.size(),
                                 std::move(result_.channels), CommandKind::import);
  }
  close();
  if (added.empty()) {
    app.tell(std::string(tr(Msg::import_too_many)), Notice::Kind::problem);
    return;
  }
  app.go_to(Screen::channels);
  app.grid.search.clear();
  app.grid.only_findings = false;
  app.grid.activate(app, added.front(), Column::name);
  app.tell(tr(Msg::import_done, {std::to_string(count)}));
}

// What of the table would not arrive.
void ImportDialog::draw_losses(float width) const {
  if (result_.skipped_over_limit > 0) {
    notice(Tone::warn, tr(Msg::import_over_limit_title),
           tr(Msg::import_over_limit,
              {std::to_string(result_.skipped_over_limit), std::to_string(kMaxChannels)}),
           width);
    space(12);
  }
  if (!result_.cut_cells.empty()) {
    const TableCell& first = result_.cut_cells.front();
    const bool one = result_.cut_cells.size() == 1;
    notice(Tone::warn, tr(Msg::import_cut_title, {std::to_string(result_.cut_cells.size())}),
           tr(one ? Msg::import_cut : Msg::import_cut_first,
              {std::to_string(first.row + 1), std::to_string(first.column + 1),
               std::to_string(kMaxTextBytes)}),
           width);
    space(12);
  }
}

void ImportDialog::draw_preview(App& app, float width) {
  const std::string count = std::to_string(result_.channels.size());
  text(
      tr(Msg::import_summary, {count}) +
          skipped_rows_label(result_.skipped_titles, result_.skipped_blank, result_.skipped_footer),
      kBody, palette().text2, width);
  space(12);
  draw_losses(width);
  const auto labels = target_labels();
  std::vector<int> chosen;
  for (const auto& column : plan_.columns) chosen.push_back(target_index(column));
  if (const auto choice = draw_table_preview(
          {table_, labels, chosen, plan_.header_row, result_.source_rows}, width)) {
    assign_column(plan_, choice->column,
                  choice->target == 0 ? std::nullopt
                                      : std::optional(static_cast<Column>(choice->target - 1)));
    result_ = import_channels(table_, plan_);
  }
  if (!app.workspace.declaration().channels.empty()) {
    const std::string existing = std::to_string(app.workspace.declaration().channels.size());
    if (checkbox("replace", tr(Msg::import_replace, {existing}), replace_)) replace_ = !replace_;
  }
}

void ImportDialog::draw(App& app) {
  if (!open_) return;
  const bool leave = begin_dialog("import", tr(Msg::import_title), 980);
  const float width = ImGui::GetContentRegionAvail().x;
  draw_dialog_notices(app, width);
  const bool empty = table_.rows.empty();
  if (empty) {
    if (const auto pasted = draw_paste_place(tr(Msg::import_how), width))
      handle_paste(app, *pasted, {});
  } else {
    draw_preview(app, width);
  }
  space(16);
  bool done = leave;
  if (!table_.rows.empty()) {
    const std::string label = tr(Msg::import_confirm, {std::to_string(result_.channels.size())});
    if (button("confirm", label,
               {.kind = ButtonKind::primary,
                .icon = Icon::check,
                .enabled = !result_.channels.empty()})) {
      import(app);
      end_dialog();
      return;
    }
    row_or_below(button_width(tr(Msg::cancel)), width);
  }
  if (button("cancel", tr(Msg::cancel))) done = true;
  end_dialog();
  if (done) close();
}

}  // namespace sokenh
