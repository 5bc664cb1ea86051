#include "wasm/screens/duty_import_dialog.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "wasm/app/app.h"
#include "wasm/screens/duty_labels.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/table_preview.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

// «Ignore» first, then as DutyColumn has them.
constexpr Msg kTargets[] = {Msg::import_ignore,   Msg::duty_post,
                            Msg::duty_import_day, Msg::duty_import_hours,
                            Msg::duty_from,       Msg::duty_to,
                            Msg::duty_person,     Msg::duty_position,
                            Msg::duty_telephone,  Msg::duty_import_people_of_post};
static_assert(std::size(kTargets) == kDutyColumns + 1);
constexpr std::size_t kShownShifts = 5;

// «07:00 30/04/2026 – 19:00 30/04/2026», «30/04/2026», or what cannot be read as it is written.
std::string shift_times(const DutyShift& shift) {
  if (shift.to.empty() || shift.from == shift.to) return shift.from;
  return shift.from + " – " + shift.to;
}

}  // namespace

void DutyImportDialog::open_empty(const Roster& roster) {
  close();
  roster_ = roster;
  open_ = true;
}

void DutyImportDialog::open(const App& app, const Roster& roster, Table table) {
  open_empty(roster);
  today_ = app.today();
  table_ = std::move(table);
  plan_ = plan_duty_import(table_);
  read();
  context().wants_frame = true;
}

void DutyImportDialog::read() {
  result_ =
      import_duty(table_, plan_, roster_, {.post = tr(Msg::duty_import_post), .near = today_});
}

bool DutyImportDialog::handle_paste(App& app, std::string_view text, std::string_view html) {
  if (!open_) return false;
  if (auto table = take_pasted_table(app, text, html))
    open(app, Roster(roster_), std::move(*table));
  return true;
}

void DutyImportDialog::import(App& app) {
  const std::string count = std::to_string(result_.added.size());
  if (app.taken(app.workspace.edit_roster(std::move(result_.roster), CommandKind::import_roster)))
    app.tell(tr(Msg::duty_imported, {count}));
  close();
}

// What of the table would not arrive, and what to look at.
void DutyImportDialog::draw_warnings(float width) const {
  const auto warn = [width](std::string_view title, std::string_view body) {
    notice(Tone::warn, title, body, width);
    space(12);
  };
  if (!plan_.header_row)
    warn(tr(Msg::accounts_import_no_heading_title), tr(Msg::log_import_no_heading));
  if (result_.unread_times > 0)
    warn({}, tr(Msg::duty_import_unread, {std::to_string(result_.unread_times)}));
  if (result_.skipped_over_limit > 0)
    warn(tr(Msg::import_over_limit_title),
         tr(Msg::duty_import_over_limit,
            {std::to_string(result_.skipped_over_limit), std::to_string(kMaxDutyPosts),
             std::to_string(kMaxDutyPeople), std::to_string(kMaxDutyShifts)}));
}

// How the first of the shifts were read: what the table does not show.
void DutyImportDialog::draw_read(float width) const {
  if (result_.added.empty()) return;
  heading(2, tr(Msg::duty_import_read), kBodyStrong, width);
  space(4);
  begin_group("read", Role::list, tr(Msg::duty_import_read));
  const std::size_t shown = std::min(result_.added.size(), kShownShifts);
  for (std::size_t i = 0; i < shown; ++i) {
    const DutyShift& shift = *find_shift(result_.roster, result_.added[i]);
    const DutyPerson* person = find_person(result_.roster, shift.person);
    ImGui::PushID(static_cast<int>(i));
    begin_group("shift", Role::listitem, "");
    text(tr(Msg::duty_import_line, {shift_times(shift), find_post(result_.roster, shift.post)->name,
                                    person_title(person)}),
         kBody, std::nullopt, width);
    end_group();
    ImGui::PopID();
  }
  end_group();
  if (shown < result_.added.size())
    text(tr(Msg::duty_plan_more_open, {std::to_string(result_.added.size() - shown)}), kBody,
         palette().text2, width);
  space(12);
}

void DutyImportDialog::draw_preview(float width) {
  std::string summary =
      tr(Msg::duty_import_summary, {std::to_string(result_.added.size()),
                                    std::to_string(result_.people), std::to_string(result_.posts)});
  if (result_.already_there > 0)
    summary += " " + tr(Msg::duty_import_there, {std::to_string(result_.already_there)});
  summary +=
      skipped_rows_label(result_.skipped_titles, result_.skipped_blank, result_.skipped_footer);
  text(summary, kBody, palette().text2, width);
  space(12);
  draw_warnings(width);
  draw_read(width);
  std::vector<std::string_view> labels;
  for (const Msg label : kTargets) labels.push_back(tr(label));
  std::vector<int> chosen;
  for (const auto& column : plan_.columns)
    chosen.push_back(column ? static_cast<int>(*column) + 1 : 0);
  const auto choice =
      draw_table_preview({table_, labels, chosen, plan_.header_row, result_.source_rows}, width);
  if (!choice) return;
  assign_column(plan_, choice->column,
                choice->target == 0 ? std::nullopt
                                    : std::optional(static_cast<DutyColumn>(choice->target - 1)));
  read();
}

void DutyImportDialog::draw(App& app) {
  if (!open_) return;
  const ImportStep step = draw_import_frame(
      app,
      {.key = "duty-import",
       .title = tr(Msg::duty_import_title),
       .how = tr(Msg::duty_import_how),
       .has_table = [&] { return !table_.rows.empty(); },
       .draw_choices = {},
       .draw_preview = [&](float width) { draw_preview(width); },
       .take_paste = [&](std::string_view pasted) { handle_paste(app, pasted, {}); },
       .confirm_label =
           [&] { return tr(Msg::duty_import_confirm, {std::to_string(result_.added.size())}); },
       .count = [&] { return result_.added.size(); }});
  if (step == ImportStep::import) import(app);
  if (step == ImportStep::close) close();
}

}  // namespace sokenh
