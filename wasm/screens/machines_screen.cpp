// Máy tính & IP: the unit's machines, their addresses, and what is wrong with them.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "wasm/app/app.h"
#include "wasm/screens/channel_details.h"
#include "wasm/screens/entry_screen.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/machine_form.h"
#include "wasm/screens/machines_view.h"
#include "wasm/screens/screens.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

const Machine* find_machine(const App& app, MachineId id) {
  for (const Machine& machine : app.workspace.declaration().machines) {
    if (machine.id == id) return &machine;
  }
  return nullptr;
}

}  // namespace

const Machine* MachinesView::chosen(const App& app) const {
  return find_machine(app, list.chosen());
}

bool MachinesView::form_beside(const App& app) const {
  return app.screen == Screen::machines && !on_phone(app) && !check_open_ && chosen(app) != nullptr;
}

bool MachinesView::shows_check(const App& app) const {
  return app.screen == Screen::machines && check_open_;
}

bool MachinesView::covers_list(const App& app) const {
  return shows_check(app) ||
         (app.screen == Screen::machines && on_phone(app) && form_open_ && chosen(app) != nullptr);
}

bool MachinesView::close(App& app) {
  check_last_ = check_open_;
  if (shows_check(app)) {
    check_open_ = false;
    focus_check_ = true;
    context().wants_frame = true;
    return true;
  }
  if (covers_list(app)) {
    list.choose(list.chosen(), true);
    form_open_ = false;
    return true;
  }
  if (!form_beside(app)) return false;
  hide_form();
  return true;
}

void MachinesView::hide_form() {
  const MachineId machine = list.chosen();
  list.choose(0, false);
  list.focus_on(machine);
}

void MachinesView::reopen(const App& app) {
  if (covers_list(app)) return;
  check_open_ = check_last_;
  form_open_ = !check_last_;
  context().wants_frame = true;
}

bool MachinesView::handle_key(App& app, const KeyPress& key) {
  return app.screen == Screen::machines && !app.dialog_open() && list.handle_key(key);
}

void MachinesView::open_check() {
  check_open_ = true;
  form_open_ = false;
  focus_back_ = true;
  context().wants_frame = true;
}

void MachinesView::handle_list_event(App& app, std::string_view event_json) {
  check_.check.handle(app, event_json);
}

bool MachinesView::handle_paste(App& app, NodeId id, std::string_view text, std::string_view html) {
  if (shows_check(app) && !app.dialog_open()) return check_.handle_paste(id, text);
  if (import_dialog.handle_paste(app, text, html)) return true;
  if (app.screen != Screen::machines || id != 0 || app.read_only || app.dialog_open()) return false;
  import_dialog.open_empty();
  return import_dialog.handle_paste(app, text, html);
}

// Where a task or a finding leads: the machine's form and its field, or the list.
void MachinesView::arrive(App& app) {
  if (!app.wanted_place) return;
  const Place wanted = *app.wanted_place;
  if (wanted.kind == PlaceKind::machine && find_machine(app, wanted.machine) != nullptr) {
    form_open_ = true;
    check_open_ = false;
    list.show_all();
    list.choose(wanted.machine, !wanted.machine_field && !on_phone(app));
  } else if (wanted.kind == PlaceKind::machines) {
    form_open_ = false;
    check_open_ = false;
  }
}

void MachinesView::insert(App& app, Machine machine) {
  const auto ids = app.workspace.insert_machines({std::move(machine)});
  if (ids.empty()) {
    app.tell(tr(Msg::machines_full, {std::to_string(kMaxMachines)}), Notice::Kind::problem);
    return;
  }
  app.go_to(machine_place(ids.front(), MachineField::name));
}

void MachinesView::add(App& app) { insert(app, {}); }

void MachinesView::remove(App& app, const Machine& machine) {
  const std::string title = machine_title(machine);
  // The one that takes its place gets the focus.
  const auto& shown = list.matching(app);
  const auto& machines = app.workspace.declaration().machines;
  const MachineId next = next_in_place_of(machine.id, shown, machines);
  const MachineId ids[] = {machine.id};
  app.workspace.remove_machines(ids);
  form_open_ = false;
  list.choose(0, false);
  if (next != 0) {
    list.focus_on(next);
  } else {
    focus_add_ = true;
  }
  app.tell(tr(Msg::machine_removed, {title}));
}

void MachinesView::draw_add(App& app) {
  if (app.arrives_at({.kind = PlaceKind::machines}) || focus_add_) {
    request_focus(ImGui::GetID("add"));
    focus_add_ = false;
  }
  if (button("add", tr(Msg::machine_add),
             {.kind = ButtonKind::primary, .icon = Icon::add, .enabled = !app.read_only}))
    add(app);
}

void MachinesView::draw_title(App& app, float width) {
  const auto& machines = app.workspace.declaration().machines;
  std::string count;
  if (!machines.empty()) {
    const std::size_t readable = check_.check.own(app).count;
    count = tr(Msg::machines_count, {std::to_string(machines.size()), std::to_string(readable)});
  }
  draw_counted_title(tr(Msg::machines_title), count, width);
}

// Nothing yet: what to do next, and the way to say that there is nothing to list.
void MachinesView::draw_empty(App& app, float width) {
  begin_card("empty", tr(Msg::machines_empty_title), std::min(width, scaled(640)));
  const float inner = ImGui::CalcItemWidth();
  heading(2, tr(Msg::machines_empty_title), kCardTitle);
  space(6);
  ui::text(tr(Msg::machines_empty_how), kBody, palette().text2, inner);
  space(16);
  draw_add(app);
  const ButtonOptions paste{.icon = Icon::paste, .enabled = !app.read_only};
  row_or_below(button_width(tr(Msg::machines_paste), paste), inner);
  if (button("paste", tr(Msg::machines_paste), paste)) import_dialog.open_empty();
  draw_open_check(inner);
  space(8);
  draw_history_tools(app);
  space(16);
  const bool none = app.workspace.declaration().no_machines;
  if (checkbox("none", tr(Msg::machines_none), none, !app.read_only))
    app.workspace.set_no_machines(!none);
  space(2);
  ui::text(tr(Msg::machines_none_help), kCaption, palette().text3, inner);
  end_card();
}

// Beside the button before it, where there is room.
void MachinesView::draw_open_check(float width) {
  const std::string_view label = tr(Msg::ip_check_open);
  row_or_below(button_width(label, {.icon = Icon::shield}), width);
  if (focus_check_) {
    request_focus(ImGui::GetID("check"));
    focus_check_ = false;
  }
  if (button("check", label, {.icon = Icon::shield})) open_check();
}

void MachinesView::draw_tools(App& app, float width) {
  draw_add(app);
  same_line(8);
  const bool narrow = width < scaled(520);
  if (button("paste", tr(Msg::machines_paste),
             {.icon = Icon::paste, .enabled = !app.read_only, .icon_only = narrow}))
    import_dialog.open_empty();
  draw_open_check(width);
  row_or_below(2 * control_height() + scaled(2), width);
  draw_history_tools(app);
  space(8);
  draw_filters(app, width);
}

void MachinesView::draw_filters(App& app, float width) {
  const std::array<std::string_view, 3> filters{tr(Msg::accounts_filter_all),
                                                tr(Msg::accounts_filter_to_correct),
                                                tr(Msg::accounts_filter_incomplete)};
  list.filter = static_cast<MachineFilter>(
      draw_entry_filter({tr(Msg::machines_filter), tr(Msg::machines_search), filters},
                        static_cast<int>(list.filter), list.search, width));
  const std::size_t shown = list.matching(app).size();
  if (shown == announced_) return;
  announced_ = shown;
  if (!list.search.empty() || list.filter != MachineFilter::all)
    announce(
        tr(Msg::machines_shown,
           {std::to_string(shown), std::to_string(app.workspace.declaration().machines.size())}));
}

// What is wrong with the list as a whole.
void MachinesView::draw_about_all(App& app, float width) {
  for (const Finding& finding : app.evaluation().findings) {
    if (finding.code != FindingCode::machines_all_local) continue;
    const Finding copy = finding;
    begin_group("about-all", Role::list, tr(Msg::details_findings));
    draw_finding(app, copy, std::min(width, scaled(860)), 0);
    end_group();
    space(4);
    return;
  }
}

// --- the machine that is open

void MachinesView::draw_fields(App& app, const Machine& machine, float width) {
  draw_machine_form(app, machine, list.statuses.of(app, machine.id), width);
  // Led to the machine as a whole, or to a field that it does not show.
  if (app.wanted_place && app.wanted_place->machine == machine.id) app.wanted_place.reset();
}

void MachinesView::draw_form_tools(App& app, const Machine& machine, float width) {
  const bool copy = button("duplicate", tr(Msg::machine_duplicate),
                           {.icon = Icon::copy, .enabled = !app.read_only, .width = width});
  space(8);
  const bool gone = button(
      "delete", tr(Msg::machine_delete),
      {.kind = ButtonKind::danger, .icon = Icon::trash, .enabled = !app.read_only, .width = width});
  space(20);
  if (copy) {
    // No two machines have one address.
    Machine next = machine;
    next.addresses.clear();
    insert(app, std::move(next));
  }
  if (gone) remove(app, machine);
}

void MachinesView::draw_form(App& app) {
  const Machine* found = chosen(app);
  if (found == nullptr) return;
  const Machine machine = *found;  // a copy: the form changes the workspace while it is drawn
  const bool hide = draw_entry_panel(
      {"machine", tr(Msg::machine_details), machine_title(machine), tr(Msg::machine_details_hide)},
      [&](float width) {
        draw_fields(app, machine, width);
        space(4);
        draw_form_tools(app, machine, width);
      });
  if (hide) hide_form();
}

// On a phone, instead of the list.
void MachinesView::draw_open(App& app) {
  const Machine machine = *chosen(app);
  const bool leave =
      draw_open_entry(app, machine.id, machine_title(machine), focus_back_, [&](float width) {
        draw_fields(app, machine, width);
        space(8);
        draw_form_tools(app, machine, width);
      });
  if (leave) close(app);
}

void MachinesView::draw_check(App& app) {
  const float width = ImGui::GetContentRegionAvail().x;
  const bool leave = draw_back(tr(Msg::machines_back), focus_back_);
  same_line(8);
  draw_history_tools(app);
  space(8);
  check_.draw(app, width);
  if (leave) close(app);
}

void MachinesView::draw(App& app) {
  arrive(app);
  if (shows_check(app)) {
    draw_check(app);
    return;
  }
  if (covers_list(app)) {
    draw_open(app);
    return;
  }
  const float width = ImGui::GetContentRegionAvail().x;
  draw_title(app, width);
  space(12);
  if (app.workspace.declaration().machines.empty()) {
    draw_empty(app, width);
    return;
  }
  draw_tools(app, width);
  space(12);
  draw_about_all(app, width);
  if (list.matching(app).empty()) {
    ui::text(tr(Msg::machines_none_match), kBody, palette().text2, width);
  } else if (on_phone(app)) {
    list.draw_cards(app, width);
  } else {
    list.draw_table(app, width, std::max(height_left(), scaled(kLeastTable)));
  }
  if (list.take_opened() != 0) {
    form_open_ = true;
    focus_back_ = on_phone(app);
    if (on_phone(app)) ImGui::SetScrollY(0);
  }
}

void draw_machines_screen(App& app) { app.machines.draw(app); }

}  // namespace sokenh
