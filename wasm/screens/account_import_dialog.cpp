#include "wasm/screens/account_import_dialog.h"

#include <algorithm>
#include <cmath>
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
  for (const AccountField field : account_fields()) labels.push_back(account_field_label(field));
  return labels;
}

}  // namespace

void AccountImportDialog::open_empty() {
  close();
  open_ = true;
}

void AccountImportDialog::open(Table table) {
  close();
  table_ = std::move(table);
  plan_ = plan_account_import(table_);
  open_ = true;
  read();
  context().wants_frame = true;
}

void AccountImportDialog::read() { result_ = import_accounts(table_, plan_); }

bool AccountImportDialog::handle_paste(App& app, std::string_view text, std::string_view html) {
  if (!open_) return false;
  if (auto table = take_pasted_table(app, text, html)) open(std::move(*table));
  return true;
}

void AccountImportDialog::import(App& app) {
  const std::string count = std::to_string(result_.accounts.size());
  const auto added =
      app.workspace.insert_accounts(app.workspace.declaration().accounts.size(),
                                    std::move(result_.accounts), CommandKind::import_accounts);
  close();
  if (added.empty()) {
    app.tell(std::string(tr(Msg::import_too_many)), Notice::Kind::problem);
    return;
  }
  app.accounts.list.show_all();
  app.accounts.list.choose(added.front(), true);
  app.tell(tr(Msg::accounts_imported, {count}));
}

// What of the table would not arrive, and what to look at.
void AccountImportDialog::draw_warnings(float width) const {
  const auto warn = [width](std::string_view title, std::string_view body) {
    notice(Tone::warn, title, body, width);
    space(12);
  };
  if (std::find(plan_.passwords.begin(), plan_.passwords.end(), true) != plan_.passwords.end())
    warn(tr(Msg::accounts_import_passwords_title), tr(Msg::accounts_import_passwords));
  if (!plan_.header_row)
    warn(tr(Msg::accounts_import_no_heading_title), tr(Msg::accounts_import_no_heading));
  if (result_.unread_answers > 0)
    warn({}, tr(Msg::accounts_import_unread, {std::to_string(result_.unread_answers)}));
  if (result_.cut_cells > 0)
    warn(tr(Msg::import_cut_title, {std::to_string(result_.cut_cells)}),
         tr(Msg::accounts_import_cut, {std::to_string(kMaxTextBytes)}));
  if (result_.skipped_over_limit > 0)
    warn(tr(Msg::import_over_limit_title),
         tr(Msg::accounts_import_over_limit,
            {std::to_string(result_.skipped_over_limit), std::to_string(kMaxAccounts)}));
}

// Lists of one system mostly have no column for it.
void AccountImportDialog::draw_system(float width) {
  const bool has_column = std::find(plan_.columns.begin(), plan_.columns.end(),
                                    AccountField::system) != plan_.columns.end();
  if (has_column) return;
  space(4);
  const auto usual = usual_systems();
  std::vector<std::string_view> choices{tr(Msg::account_choose)};
  choices.insert(choices.end(), usual.begin(), usual.end());
  const float choice = scaled(160);
  const float room = std::min(width, scaled(560)) - choice - scaled(8);
  bool changed =
      live_field("system", tr(Msg::accounts_import_system), plan_.system, {.width = room});
  const ImRect field = last_rect();
  const float height = context().touch ? field_height() : scaled(30);
  const ImVec2 below = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos(
      ImVec2(field.Min.x + room + scaled(8), below.y - std::round((field_height() + height) / 2)));
  if (const auto chosen = select("usual", tr(Msg::account_usual_systems), choices, 0,
                                 {.width = choice, .show_label = false})) {
    plan_.system = choices[static_cast<std::size_t>(*chosen)];
    changed = true;
  }
  ImGui::SetCursorScreenPos(below);
  ImGui::Dummy(ImVec2(1, 1));
  if (changed) read();
}

void AccountImportDialog::draw_preview(float width) {
  text(
      tr(Msg::accounts_import_summary, {std::to_string(result_.accounts.size())}) +
          skipped_rows_label(result_.skipped_titles, result_.skipped_blank, result_.skipped_footer),
      kBody, palette().text2, width);
  space(12);
  draw_warnings(width);
  const auto labels = target_labels();
  std::vector<int> chosen;
  for (const auto& field : plan_.columns)
    chosen.push_back(field ? static_cast<int>(*field) + 1 : 0);
  const auto choice = draw_table_preview(
      {table_, labels, chosen, plan_.header_row, result_.source_rows, plan_.passwords}, width);
  if (choice) {
    assign_column(plan_, choice->column,
                  choice->target == 0
                      ? std::nullopt
                      : std::optional(static_cast<AccountField>(choice->target - 1)));
    read();
  }
  draw_system(width);
}

void AccountImportDialog::draw(App& app) {
  if (!open_) return;
  const ImportStep step = draw_import_frame(
      app, {.key = "account-import",
            .title = tr(Msg::accounts_import_title),
            .how = tr(Msg::accounts_import_how),
            .has_table = [&] { return !table_.rows.empty(); },
            .draw_choices = {},
            .draw_preview = [&](float width) { draw_preview(width); },
            .take_paste = [&](std::string_view pasted) { handle_paste(app, pasted, {}); },
            .confirm_label =
                [&] {
                  return tr(Msg::accounts_import_confirm,
                            {std::to_string(result_.accounts.size())});
                },
            .count = [&] { return result_.accounts.size(); }});
  if (step == ImportStep::import) import(app);
  if (step == ImportStep::close) close();
}

}  // namespace sokenh
