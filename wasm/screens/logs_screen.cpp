// Sổ theo dõi: the logs with how each stands, and one of them: its entries, its form, its tools.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "core/text/fold.h"
#include "wasm/app/app.h"
#include "wasm/screens/backup_labels.h"
#include "wasm/screens/channel_details.h"
#include "wasm/screens/entry_screen.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/log_form.h"
#include "wasm/screens/log_labels.h"
#include "wasm/screens/logs_view.h"
#include "wasm/screens/screens.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr float kKindInset = 12;
constexpr std::string_view kLogPlace = "/card";
constexpr std::string_view kEntryPlace = "/entry";

// Whom to call is wanted when something has happened.
bool wants_contacts(LogKind kind) {
  return kind == LogKind::incident || kind == LogKind::warning || kind == LogKind::plan;
}

}  // namespace

const LogEntry* LogsView::chosen(const App& app) const {
  return log_open_ ? find_log_entry(app.workspace.declaration(), list.chosen()) : nullptr;
}

bool LogsView::form_beside(const App& app) const {
  return app.screen == Screen::logs && !on_phone(app) && chosen(app) != nullptr;
}

bool LogsView::covers_list(const App& app) const {
  return app.screen == Screen::logs && on_phone(app) && form_open_ && chosen(app) != nullptr;
}

std::string LogsView::place(const App& app) const {
  if (app.screen != Screen::logs || !log_open_) return {};
  std::string place(kLogPlace);
  if (covers_list(app)) place += kEntryPlace;
  return place;
}

void LogsView::go_to_place(const App& app, std::string_view place) {
  const bool left = log_open_ && !place.starts_with(kLogPlace);
  log_open_ = place.starts_with(kLogPlace);
  form_open_ = on_phone(app) && place.ends_with(kEntryPlace);
  focus_kind_ = left;
  context().wants_frame = true;
}

bool LogsView::close(App& app) {
  if (app.screen != Screen::logs || !log_open_) return false;
  if (covers_list(app)) {
    list.choose(list.chosen(), true);
    form_open_ = false;
  } else if (form_beside(app)) {
    hide_form();
  } else {
    leave_log();
  }
  return true;
}

bool LogsView::takes_backups(const App& app) const {
  return app.screen == Screen::logs && log_open_ && list.kind() == LogKind::backup &&
         !covers_list(app) && !app.dialog_open();
}

void LogsView::hide_form() {
  const LogEntryId entry = list.chosen();
  list.choose(0, false);
  list.focus_on(entry);
}

void LogsView::leave_log() {
  log_open_ = false;
  focus_kind_ = true;
  context().wants_frame = true;
}

void LogsView::open(LogKind kind) {
  list.set_kind(kind);
  list.choose(0, false);
  log_open_ = true;
  form_open_ = false;
  focus_back_ = true;
  context().wants_frame = true;
}

void LogsView::show(LogKind kind, LogEntryId entry) {
  list.set_kind(kind);
  list.show_all();
  list.choose(entry, true);
  log_open_ = true;
  form_open_ = false;
}

bool LogsView::handle_key(App& app, const KeyPress& key) {
  return app.screen == Screen::logs && !app.dialog_open() && list.handle_key(key);
}

bool LogsView::handle_paste(App& app, NodeId id, std::string_view text, std::string_view html) {
  if (import_dialog.handle_paste(app, text, html)) return true;
  if (app.screen != Screen::logs || id != 0 || app.read_only || app.dialog_open()) return false;
  import_dialog.open_empty(list.kind());
  return import_dialog.handle_paste(app, text, html);
}

// Where a task or a finding leads: the entry's form and its field, or the log.
void LogsView::arrive(App& app) {
  if (!app.wanted_place) return;
  const Place wanted = *app.wanted_place;
  if (wanted.kind == PlaceKind::log_entry) {
    const LogEntry* entry = find_log_entry(app.workspace.declaration(), wanted.log_entry);
    if (entry == nullptr) return;
    show(entry->kind, entry->id);
    form_open_ = true;
    if (wanted.log_field || on_phone(app)) list.choose(entry->id, false);
  } else if (wanted.kind == PlaceKind::log && wanted.log) {
    if (!log_open_ || list.kind() != *wanted.log || covers_list(app)) open(*wanted.log);
    focus_back_ = false;
  }
}

void LogsView::add(App& app) {
  LogEntry entry;
  entry.kind = list.kind();
  if (entry.kind == LogKind::backup) set_log_text(entry, LogField::act, "backup");
  const auto ids = app.workspace.insert_log_entries({entry});
  if (ids.empty()) {
    app.tell(tr(Msg::log_full, {std::to_string(kMaxLogEntries)}), Notice::Kind::problem);
    return;
  }
  entry.id = ids.front();
  app.go_to(log_place(entry, log_day_field(entry.kind)));
}

void LogsView::duplicate(App& app, const LogEntry& entry) {
  LogEntry copy = entry;
  // It happened on another day.
  set_log_text(copy, log_day_field(copy.kind), "");
  const auto ids = app.workspace.insert_log_entries({copy});
  if (ids.empty()) {
    app.tell(tr(Msg::log_full, {std::to_string(kMaxLogEntries)}), Notice::Kind::problem);
    return;
  }
  copy.id = ids.front();
  app.go_to(log_place(copy, log_day_field(copy.kind)));
}

void LogsView::remove(App& app, const LogEntry& entry) {
  const std::string title = log_entry_title(entry);
  // The one that takes its place gets the focus.
  const auto& shown = list.matching(app);
  const auto& log = app.workspace.declaration().log;
  const LogEntryId next = next_in_place_of(entry.id, shown, log);
  const LogEntryId ids[] = {entry.id};
  app.workspace.remove_log_entries(ids);
  form_open_ = false;
  list.choose(0, false);
  if (next != 0) {
    list.focus_on(next);
  } else {
    focus_back_ = true;
  }
  app.tell(tr(Msg::log_entry_removed, {title}));
}

// The log, or the report on the incident, on the screen of documents.
void LogsView::show_paper(App& app, const LogEntry* incident) {
  const LogKind kind = list.kind();
  const LogEntryId id = incident != nullptr ? incident->id : 0;
  app.go_to(Screen::documents);
  if (app.screen != Screen::documents) return;  // what is being typed is not taken
  if (id != 0) {
    app.papers.incident = id;
    app.papers.shown = DocumentKind::incident_report;
  } else {
    app.papers.log = kind;
    app.papers.shown = DocumentKind::log;
  }
  app.papers.arriving = true;
}

// --- the logs

// True when it is chosen.
bool LogsView::draw_kind(App& app, LogKind kind, float width) {
  const Palette& colors = palette();
  const LogKindStatus& status = list.statuses.of(app, kind);
  const LogStanding standing = log_standing(app, kind, status);
  const std::string_view name = log_kind_label(kind);
  const std::string_view use = log_kind_use(kind);
  const std::string clauses = log_clauses(app, status);
  const std::string asked =
      clauses.empty() ? std::string(tr(Msg::log_not_asked)) : tr(Msg::log_asked_by, {clauses});
  std::string count = tr(Msg::log_count, {std::to_string(status.entries.size())});
  if (status.last) count += " · " + tr(Msg::log_last, {vietnamese_text(*status.last)});
  const std::string due = log_due_label(status.due, app.today());

  const bool narrow = width < scaled(620);  // how it stands is then below
  const float beside = narrow ? 0 : scaled(250);
  const float room = width - 2 * scaled(kKindInset) - beside - scaled(24);
  const float use_height = text_height(use, kCaption, room);
  const float asked_height = text_height(asked, kCaption, room);
  const float about = scaled(kBodyStrong.line) + use_height + asked_height;
  const float how = scaled(kBodyMedium.line) + scaled(kCaption.line) * (due.empty() ? 1.0F : 2.0F);
  const float height = std::round(2 * scaled(10) + (narrow ? about + how : std::max(about, how)));

  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImRect rect(at, ImVec2(at.x + width, at.y + height));
  const NodeId id = ImGui::GetID("kind");
  ImGui::ItemSize(rect);
  ImGui::ItemAdd(rect, id);
  bool hovered = false;
  bool held = false;
  ImGui::ButtonBehavior(rect, id, &hovered, &held);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  if (hovered) draw->AddRectFilled(rect.Min, rect.Max, colors.hover, scaled(kRadius));
  const float left = at.x + scaled(kKindInset);
  float y = at.y + scaled(10);
  draw_text(draw, ImVec2(left, y), colors.text, name, kBodyStrong, room);
  y += scaled(kBodyStrong.line);
  draw_text(draw, ImVec2(left, y), colors.text2, use, kCaption, room);
  y += use_height;
  draw_text(draw, ImVec2(left, y), colors.text3, asked, kCaption, room);
  y += asked_height;
  const ToneColors tone = tone_colors(standing.tone);
  const float x = narrow ? left : rect.Max.x - scaled(kKindInset + 24) - beside;
  if (!narrow) y = at.y + scaled(10);
  draw_icon(draw, standing.icon, ImVec2(x + scaled(8), y + scaled(kBodyMedium.line) / 2),
            tone.text);
  draw_text_elided(draw, ImVec2(x + scaled(24), y), tone.text, standing.label, kBodyMedium,
                   (narrow ? room : beside) - scaled(24));
  y += scaled(kBodyMedium.line);
  const float line = narrow ? room : beside;
  draw_text_elided(draw, ImVec2(x, y), colors.text2, count, kCaption, line);
  y += scaled(kCaption.line);
  draw_text_elided(draw, ImVec2(x, y), colors.text2, due, kCaption, line);
  draw_icon(draw, Icon::right,
            ImVec2(rect.Max.x - scaled(16), at.y + scaled(10 + kBodyStrong.line / 2)),
            colors.text3);
  focus_ring(draw, id, rect, scaled(kRadius));
  std::string said = standing.label + " · " + count;
  if (!due.empty()) said += " · " + due;
  said += " · " + std::string(use) + " " + asked;
  // Buttons have no place on paper: what they say has.
  if (context().whole) {
    add_node(id, Role::text, std::string(name) + ": " + said, rect);
    return false;
  }
  add_node(id, Role::button, name, rect).description = said;
  if (focus_kind_ && kind == list.kind()) {
    request_focus(id);
    focus_kind_ = false;
  }
  return take_activation(id);
}

void LogsView::draw_kinds(App& app, float width) {
  heading(1, tr(Msg::logs_title), kPageTitle);
  space(2);
  ui::text(tr(Msg::logs_subtitle), kBody, palette().text2, width);
  space(12);
  if (button("paste", tr(Msg::logs_paste), {.icon = Icon::paste, .enabled = !app.read_only}))
    import_dialog.open_empty(list.kind());
  same_line(8);
  draw_history_tools(app);
  space(14);
  begin_card("logs", tr(Msg::logs_title), width);
  const float inner = ImGui::CalcItemWidth();
  begin_group("kinds", Role::list, tr(Msg::logs_title));
  std::optional<LogKind> opened;
  for (const LogKind kind : log_kinds()) {
    ImGui::PushID(log_kind_key(kind).data());
    if (kind != log_kinds().front()) {
      const ImVec2 at = ImGui::GetCursorScreenPos();
      ImGui::GetWindowDrawList()->AddLine(at, ImVec2(at.x + inner, at.y), palette().line);
    }
    begin_group("item", Role::listitem, "");
    if (draw_kind(app, kind, inner)) opened = kind;
    end_group();
    ImGui::PopID();
  }
  end_group();
  end_card();
  space(20);
  if (opened) {
    open(*opened);
    ImGui::SetScrollY(0);
  }
}

// --- one log

void LogsView::draw_add(App& app) {
  if (app.arrives_at(log_place(list.kind()))) request_focus(ImGui::GetID("add"));
  if (button("add", tr(Msg::log_add),
             {.kind = ButtonKind::primary, .icon = Icon::add, .enabled = !app.read_only}))
    add(app);
}

// What is wrong with the log as a whole, and when it is to be written again.
void LogsView::draw_asked(App& app, float width) {
  const LogKindStatus& status = list.statuses.of(app, list.kind());
  const std::string clauses = log_clauses(app, status);
  ui::text(clauses.empty() ? std::string(tr(Msg::log_not_asked)) : tr(Msg::log_asked_by, {clauses}),
           kCaption, palette().text3, width);
  if (status.due != nullptr && !status.due->place.log_field)
    ui::text(log_due_label(status.due, app.today()), kBodyMedium, palette().text2, width);
  if (status.findings.empty()) return;
  std::vector<Finding> findings;
  for (const Finding* finding : status.findings) findings.push_back(*finding);
  space(8);
  ImGui::PushID("of-log");
  begin_group("findings", Role::list, tr(Msg::details_findings));
  constexpr std::size_t kMost = 3;
  for (std::size_t i = 0; i < std::min(findings.size(), kMost); ++i)
    draw_finding(app, findings[i], std::min(width, scaled(720)), static_cast<int>(i));
  end_group();
  if (findings.size() > kMost)
    ui::text(tr(Msg::account_more_findings, {std::to_string(findings.size() - kMost)}), kCaption,
             palette().text2, width);
  ImGui::PopID();
}

// Of each dispatch that asks for this log, or of all where none does: whom to call, one click away.
void LogsView::draw_contacts(App& app, float width) {
  const LogKindStatus& status = list.statuses.of(app, list.kind());
  const auto asks = [&](const Pack& pack) {
    return status.requirements.empty() ||
           std::any_of(status.requirements.begin(), status.requirements.end(),
                       [&](std::size_t index) {
                         return app.evaluation().requirements[index].pack == pack.id;
                       });
  };
  if (draw_contact_buttons(app, width, asks)) space(12);
}

// What is looked through, and written down, elsewhere.
void LogsView::draw_check(App& app) {
  if (list.kind() != LogKind::botnet_check) return;
  if (button("check", tr(Msg::ip_check_open),
             {.kind = ButtonKind::primary, .icon = Icon::shield})) {
    app.go_to(Screen::machines);
    if (app.screen == Screen::machines) app.machines.open_check();
  }
  space(8);
}

// Nothing yet: what to do next, and the way to say that there is nothing to log.
void LogsView::draw_empty(App& app, float width) {
  begin_card("empty", tr(Msg::log_empty_title), std::min(width, scaled(640)));
  const float inner = ImGui::CalcItemWidth();
  heading(2, tr(Msg::log_empty_title), kCardTitle, inner);
  space(6);
  ui::text(log_kind_use(list.kind()), kBody, palette().text2, inner);
  space(16);
  draw_check(app);
  draw_add(app);
  const ButtonOptions paste{.icon = Icon::paste, .enabled = !app.read_only};
  row_or_below(button_width(tr(Msg::logs_paste), paste), inner);
  if (button("paste", tr(Msg::logs_paste), paste)) import_dialog.open_empty(list.kind());
  space(8);
  draw_history_tools(app);
  if (log_may_be_empty(list.kind())) {
    space(16);
    const bool nothing = says_nothing_logged(app.workspace.declaration(), list.kind());
    if (checkbox("nothing", log_nothing_label(list.kind()), nothing, !app.read_only))
      app.workspace.set_nothing_logged(list.kind(), !nothing);
    space(2);
    ui::text(tr(Msg::log_nothing_help), kCaption, palette().text3, inner);
  }
  end_card();
}

void LogsView::draw_tools(App& app, float width) {
  draw_check(app);
  draw_add(app);
  same_line(8);
  const bool narrow = width < scaled(560);
  if (button("paste", tr(Msg::logs_paste),
             {.icon = Icon::paste, .enabled = !app.read_only, .icon_only = narrow}))
    import_dialog.open_empty(list.kind());
  same_line(8);
  if (button("paper", tr(Msg::log_paper), {.icon = Icon::print, .icon_only = narrow}))
    show_paper(app, nullptr);
  row_or_below(2 * control_height() + scaled(2), width);
  draw_history_tools(app);
  space(8);
  draw_filters(app, width);
}

void LogsView::draw_filters(App& app, float width) {
  const std::array<std::string_view, 4> filters{tr(Msg::accounts_filter_all),
                                                tr(Msg::accounts_filter_to_correct),
                                                tr(Msg::log_filter_late), tr(Msg::log_filter_due)};
  const bool narrow = width < scaled(520);
  const std::vector<std::string> machines = list.machines(app);
  const float choice = narrow ? width : scaled(180);
  float left = width;
  ImVec2 at = ImGui::GetCursorScreenPos();
  const float start = at.x;
  const float own = context().touch ? field_height() : scaled(30);
  const auto select_one = [&](const char* key, std::string_view label,
                              std::span<const std::string_view> labels, int current) {
    ImGui::SetCursorScreenPos(ImVec2(at.x, at.y + std::round((field_height() - own) / 2)));
    const auto chosen = select(key, label, labels, current, {.width = choice, .show_label = false});
    if (narrow) {
      space(8);
      at = ImGui::GetCursorScreenPos();
    } else {
      at.x += choice + scaled(8);
      left -= choice + scaled(8);
    }
    return chosen;
  };
  if (const auto chosen =
          select_one("filter", tr(Msg::log_filter), filters, static_cast<int>(list.filter)))
    list.filter = static_cast<LogFilter>(*chosen);
  if (machines.size() > 1 || !list.machine.empty()) {
    std::vector<std::string_view> labels{tr(Msg::log_all_machines)};
    int current = 0;
    for (const std::string& machine : machines) {
      if (text::fold(machine) == list.machine) current = static_cast<int>(labels.size());
      labels.emplace_back(machine);
    }
    if (const auto chosen = select_one("machine", tr(Msg::log_filter_machine), labels, current))
      list.machine =
          *chosen == 0 ? "" : text::fold(machines[static_cast<std::size_t>(*chosen - 1)]);
  }
  ImGui::SetCursorScreenPos(at);
  live_field("search", tr(Msg::log_search), list.search,
             {.width = narrow ? width : std::min(left, scaled(320)),
              .placeholder = tr(Msg::log_search),
              .input_mode = "search",
              .show_label = false,
              .search = true});
  ImGui::SetCursorScreenPos(ImVec2(start, ImGui::GetCursorScreenPos().y));
  const std::size_t shown = list.matching(app).size();
  if (shown == announced_) return;
  announced_ = shown;
  if (!list.shows_all())
    announce(
        tr(Msg::log_shown, {std::to_string(shown),
                            std::to_string(list.statuses.of(app, list.kind()).entries.size())}));
}

void LogsView::draw_log(App& app, float width) {
  const bool leave = draw_back(tr(Msg::logs_back), focus_back_);
  space(4);
  heading(1, log_kind_label(list.kind()), kPageTitle, width);
  draw_asked(app, width);
  space(12);
  if (wants_contacts(list.kind())) draw_contacts(app, width);
  if (list.kind() == LogKind::backup) backups.draw(app, width);
  if (list.statuses.of(app, list.kind()).entries.empty()) {
    draw_empty(app, width);
  } else {
    draw_tools(app, width);
    space(12);
    if (list.matching(app).empty()) {
      ui::text(tr(Msg::log_none_match), kBody, palette().text2, width);
    } else if (on_phone(app)) {
      list.draw_cards(app, width);
    } else {
      list.draw_table(app, width, std::max(height_left(), scaled(kLeastTable)));
    }
  }
  if (list.take_opened() != 0) {
    form_open_ = true;
    focus_back_ = on_phone(app);
    if (on_phone(app)) ImGui::SetScrollY(0);
  }
  if (leave) leave_log();
}

// --- the entry that is open

void LogsView::draw_fields(App& app, const LogEntry& entry, float width) {
  if (entry.kind == LogKind::backup) {
    const BackupBook& book = backups.book(app);
    const BackupStanding& standing = book.standings.at(entry.id);
    const bool sealed = is_sealed_backup(entry);
    std::string label = backup_standing_label(entry, standing);
    if (sealed) label += "\n" + tr(Msg::backup_seal, {log_text(entry, LogField::seal)});
    if (standing.tested != nullptr) {
      label += "\n" + tr(Msg::backup_tested, {log_text(*standing.tested, LogField::at),
                                              log_shown_text(*standing.tested, LogField::outcome)});
    }
    ui::text(label, kCaption, palette().text2, width);
    space(12);
  }
  draw_log_form(app, entry, list.statuses.of(app, entry.id), width);
  // Led to the entry as a whole, or to a field that it does not have.
  if (app.wanted_place && app.wanted_place->log_entry == entry.id) {
    write_focused_ = app.wanted_place->log_field == LogField::serial;
    app.wanted_place.reset();
  }
}

void LogsView::draw_form_tools(App& app, const LogEntry& entry, float width) {
  if (entry.kind == LogKind::backup) draw_backup_tools(app, entry, width);
  if (is_sealed_backup(entry)) {
    space(20);
    return;
  }
  const bool report =
      entry.kind == LogKind::incident &&
      button("report", tr(Msg::log_incident_paper), {.icon = Icon::print, .width = width});
  if (entry.kind == LogKind::incident) space(8);
  const bool copy = button("duplicate", tr(Msg::log_entry_duplicate),
                           {.icon = Icon::copy, .enabled = !app.read_only, .width = width});
  space(8);
  const bool gone = button(
      "delete", tr(Msg::log_entry_delete),
      {.kind = ButtonKind::danger, .icon = Icon::trash, .enabled = !app.read_only, .width = width});
  space(20);
  if (report) show_paper(app, &entry);
  if (copy) duplicate(app, entry);
  if (gone) remove(app, entry);
}

// A draft is written to the book; of what is in it, only a further entry says something else.
void LogsView::draw_backup_tools(App& app, const LogEntry& entry, float width) {
  if (is_backup_draft(entry)) {
    if (write_focused_) request_focus(ImGui::GetID("write"));
    write_focused_ = false;
    const std::string missing = missing_for_book(entry);
    const bool ready = missing.empty() && can_be_sealed(entry);
    const std::string why = ready ? std::string{} : tr(Msg::backup_write_missing, {missing});
    if (button("write", tr(Msg::backup_write),
               {.kind = ButtonKind::primary,
                .icon = Icon::lock,
                .enabled = ready && !app.read_only,
                .width = width,
                .description = why})) {
      backups.write(app, {entry.id});
      just_written_ = entry.id;
    }
    space(4);
    ui::text(ready ? tr(Msg::backup_write_help) : std::string_view(why), kCaption, palette().text3,
             width);
    space(8);
    return;
  }
  const BackupStanding& standing = backups.book(app).standings.at(entry.id);
  const std::string& act = log_text(entry, LogField::act);
  const bool has_tools = standing.in_force() && (act == "backup" || act == "correction");
  // The button that wrote it is gone; beside a field Ctrl+Z would be the field's.
  if (just_written_ == entry.id && has_tools) request_focus(ImGui::GetID("correct"));
  if (just_written_ == entry.id && !has_tools) list.focus_on(entry.id);
  just_written_ = 0;
  if (!has_tools) return;
  const bool correct = button("correct", tr(Msg::backup_correct),
                              {.icon = Icon::pen, .enabled = !app.read_only, .width = width});
  space(8);
  const bool test = button("test", tr(Msg::backup_test),
                           {.icon = Icon::refresh, .enabled = !app.read_only, .width = width});
  space(8);
  const bool withdraw = button(
      "withdraw", tr(Msg::backup_withdraw),
      {.kind = ButtonKind::danger, .icon = Icon::close, .enabled = !app.read_only, .width = width});
  if (correct) add_about(app, entry, "correction");
  if (test) add_about(app, entry, "restore_test");
  if (withdraw) add_about(app, entry, "withdrawal");
}

// A draft about an entry of the book; a correction begins as what it corrects.
void LogsView::add_about(App& app, const LogEntry& backup, std::string_view act) {
  LogEntry draft{.kind = LogKind::backup};
  if (act == "correction") {
    draft = backup;
  } else {
    set_log_text(draft, LogField::at, app.clock_text() + " " + vietnamese_date(app.today()));
    set_log_text(draft, LogField::person, log_text(backup, LogField::person));
  }
  set_log_text(draft, LogField::act, act);
  set_log_text(draft, LogField::refers, log_text(backup, LogField::serial));
  const auto ids = app.workspace.insert_log_entries({draft});
  if (!app.taken(!ids.empty())) return;
  draft.id = ids.front();
  app.go_to(log_place(draft, act == "correction"     ? LogField::data_set
                             : act == "restore_test" ? LogField::outcome
                                                     : LogField::note));
}

void LogsView::draw_form(App& app) {
  const LogEntry* found = chosen(app);
  if (found == nullptr) return;
  const LogEntry entry = *found;  // a copy: the form changes the workspace while it is drawn
  const bool hide = draw_entry_panel({"entry", tr(Msg::log_entry_details), log_entry_title(entry),
                                      tr(Msg::log_entry_details_hide)},
                                     [&](float width) {
                                       draw_fields(app, entry, width);
                                       space(4);
                                       draw_form_tools(app, entry, width);
                                     });
  if (hide) hide_form();
}

// On a phone, instead of the list.
void LogsView::draw_open(App& app) {
  const LogEntry entry = *chosen(app);
  const bool leave =
      draw_open_entry(app, entry.id, log_entry_title(entry), focus_back_, [&](float width) {
        draw_fields(app, entry, width);
        space(8);
        draw_form_tools(app, entry, width);
      });
  if (leave) close(app);
}

void LogsView::draw(App& app) {
  arrive(app);
  const float width = ImGui::GetContentRegionAvail().x;
  if (!log_open_) {
    draw_kinds(app, width);
  } else if (covers_list(app)) {
    draw_open(app);
  } else {
    draw_log(app, width);
  }
}

void draw_logs_screen(App& app) { app.logs.draw(app); }

}  // namespace sokenh
