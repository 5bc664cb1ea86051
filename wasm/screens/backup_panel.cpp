#include "wasm/screens/backup_panel.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>
#include <utility>
#include <vector>

#include "core/policy/log_rule.h"
#include "core/policy/pack.h"
#include "wasm/app/app.h"
#include "wasm/screens/backup_labels.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/log_labels.h"
#include "wasm/screens/log_status.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr float kBar = 8;
constexpr std::size_t kSealShown = 8;  // digits: enough to compare by eye

// «1,4 GB», as offices write it.
std::string size_label(double bytes) {
  constexpr const char* kUnits[] = {"B", "KB", "MB", "GB", "TB"};
  std::size_t unit = 0;
  while (bytes >= 1024 && unit + 1 < std::size(kUnits)) {
    bytes /= 1024;
    ++unit;
  }
  char text[32];
  std::snprintf(text, sizeof text, unit == 0 ? "%.0f" : "%.1f", bytes);
  std::string label(text);
  if (context().language == Language::vietnamese)
    std::replace(label.begin(), label.end(), '.', ',');
  return label + " " + kUnits[unit];
}

// «2.147.483.648», as the log reads numbers.
std::string dotted(double bytes) {
  std::string digits = std::to_string(static_cast<std::uint64_t>(bytes));
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ".");
  return digits;
}

// The data sets that a dispatch asks for, in the order of the choices.
std::set<std::string> asked_sets(App& app) {
  std::set<std::string> sets;
  for (const Pack* pack : app.workspace.followed_packs()) {
    for (const Requirement& requirement : pack->requirements) {
      for (const LogRule& rule : requirement.log_rules) {
        if (rule.log != LogKind::backup) continue;
        for (const LogChoice& choice : rule.where) {
          if (choice.field == LogField::data_set) sets.insert(choice.is.begin(), choice.is.end());
        }
      }
    }
  }
  return sets;
}

}  // namespace

const BackupBook& BackupPanel::book(App& app) {
  if (revision_ != app.workspace.revision()) {
    book_ = read_backup_book(app.workspace.declaration().log);
    revision_ = app.workspace.revision();
  }
  return book_;
}

void BackupPanel::write(App& app, std::vector<LogEntryId> drafts) {
  const std::uint64_t first = book(app).last_serial + 1;
  const std::size_t count = drafts.size();
  if (!app.taken(app.workspace.seal_backups(drafts))) return;
  app.tell(count == 1 ? tr(Msg::backup_written, {std::to_string(first)})
                      : tr(Msg::backup_written_many,
                           {std::to_string(first), std::to_string(first + count - 1)}));
  state_ = FileState::none;
}

void BackupPanel::hear(App& app, const TaskEvent& event) {
  if (event.state == "started") {
    state_ = FileState::reading;
    file_ = event.name;
    bytes_ = event.value;
    done_ = 0;
    announce(tr(Msg::backup_reading, {file_, size_label(bytes_)}));
  } else if (event.state == "progress") {
    done_ = event.value;
  } else if (event.state == "done") {
    found(app, event.sha256);
  } else if (event.state == "cancelled") {
    state_ = FileState::none;
    app.tell(std::string(tr(Msg::backup_cancelled)));
  } else if (event.state == "failed") {
    state_ = FileState::failed;
    problem_ = event.code == "file_unreadable" ? tr(Msg::backup_file_unreadable, {file_})
                                               : tr(Msg::backup_file_failed, {file_, event.code});
    announce(problem_);
  }
  context().wants_frame = true;
}

void BackupPanel::found(App& app, const std::string& digest) {
  digest_ = digest;
  const FileInBook in_book = find_file(book(app), digest_, file_);
  if (!in_book.backups.empty() || app.read_only) {
    state_ = FileState::known;
    announce(in_book.backups.empty() ? tr(Msg::backup_unknown, {file_})
                                     : known_backup_sentence(in_book.backups.front(), app.today()));
    return;
  }
  add_draft(app, in_book.same_name.empty() ? nullptr : in_book.same_name.front());
}

// What is known of the file; where it is kept, as of the one of the same name.
void BackupPanel::add_draft(App& app, const LogEntry* like) {
  LogEntry draft{.kind = LogKind::backup};
  set_log_text(draft, LogField::at, app.clock_text() + " " + vietnamese_date(app.today()));
  set_log_text(draft, LogField::act, "backup");
  set_log_text(draft, LogField::file, file_);
  set_log_text(draft, LogField::bytes, dotted(bytes_));
  set_log_text(draft, LogField::digest, digest_);
  if (like != nullptr) {
    for (const LogField field :
         {LogField::data_set, LogField::medium, LogField::place, LogField::topic, LogField::person})
      set_log_text(draft, field, log_text(*like, field));
  }
  const auto ids = app.workspace.insert_log_entries({draft});
  if (!app.taken(!ids.empty())) return;
  draft.id = ids.front();
  state_ = FileState::added;
  app.go_to(log_place(draft, log_text(draft, LogField::data_set).empty() ? LogField::data_set
                                                                         : LogField::complete));
  app.tell(tr(Msg::backup_added, {file_}));
}

void BackupPanel::draw_book(App& app, float width) {
  const BackupBook& known = book(app);
  if (known.entries.empty() && known.faults.empty()) return;
  if (known.whole()) {
    const std::string seal = known.last_seal.substr(0, kSealShown);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ToneColors tone = tone_colors(Tone::ok);
    draw_icon(ImGui::GetWindowDrawList(), Icon::lock,
              ImVec2(at.x + scaled(8), at.y + scaled(kBodyMedium.line) / 2), tone.text);
    ImGui::SetCursorScreenPos(ImVec2(at.x + scaled(24), at.y));
    ui::text(tr(Msg::backup_book_whole, {std::to_string(known.entries.size()), seal}), kBodyMedium,
             tone.text, width - scaled(24));
    ImGui::SetCursorScreenPos(ImVec2(at.x, ImGui::GetCursorScreenPos().y));
  } else {
    notice(Tone::bad, tr(Msg::backup_book_damaged, {std::to_string(known.faults.size())}),
           tr(Msg::backup_book_damaged_help), width);
  }
  space(8);
}

void BackupPanel::draw_sets(App& app, float width) {
  const std::set<std::string> asked = asked_sets(app);
  std::vector<std::pair<std::string, std::string>> lines;
  for (const std::string_view set : log_choices(LogField::data_set)) {
    const LogEntry* last = nullptr;
    Date last_day{};
    for (const LogEntry* entry : book(app).entries) {
      const DateReading day = log_day(*entry);
      if (log_text(*entry, LogField::data_set) != set || day.problem != DateProblem::none ||
          !book_.standings.at(entry->id).in_force())
        continue;
      if (last != nullptr && last_possible_day(day.value) < last_day) continue;
      last = entry;
      last_day = last_possible_day(day.value);
    }
    if (last == nullptr && !asked.contains(std::string(set))) continue;
    std::string how(tr(Msg::backup_set_none));
    if (last != nullptr) {
      how = tr(Msg::log_last, {log_text(*last, LogField::at)});
      for (const DueDate& due : app.evaluation().due) {
        if (due.place.log_entry != last->id) continue;
        how += " · " + log_due_label(&due, app.today());
        break;
      }
    }
    lines.emplace_back(log_choice_label(LogField::data_set, set), std::move(how));
  }
  if (lines.empty()) return;
  begin_group("sets", Role::properties, tr(Msg::backup_sets));
  for (const auto& [set, how] : lines) property(set, how, scaled(210), width);
  end_group();
  space(8);
}

void BackupPanel::draw_reading(float width) {
  const float room = std::min(width, scaled(520));
  const double share = bytes_ > 0 ? std::min(1.0, done_ / bytes_) : 0;
  const std::string percent = std::to_string(static_cast<int>(share * 100)) + " %";
  ui::text(tr(Msg::backup_reading, {file_, size_label(bytes_)}) + " " + percent, kBodyMedium, {},
           width);
  space(6);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 end(at.x + room, at.y + scaled(kBar));
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddRectFilled(at, end, palette().line, scaled(kBar) / 2);
  // Below that there is no room for its round ends.
  const float filled = room * static_cast<float>(share);
  if (filled >= scaled(kBar))
    draw->AddRectFilled(at, ImVec2(at.x + filled, end.y), palette().accent, scaled(kBar) / 2);
  ImGui::Dummy(ImVec2(room, scaled(kBar)));
  space(8);
  if (button("stop", tr(Msg::backup_stop), {.icon = Icon::close})) push_effect("cancelTask");
}

void BackupPanel::draw_known(App& app, float width) {
  const FileInBook in_book = find_file(book(app), digest_, file_);
  if (in_book.backups.empty()) {
    notice(Tone::warn, tr(Msg::backup_unknown, {file_}), "SHA-256 " + digest_, width);
  } else {
    const KnownBackup& known = in_book.backups.front();
    notice(known.newer == 0 ? Tone::ok : Tone::warn, tr(Msg::backup_known_title, {file_}),
           known_backup_sentence(known, app.today()), width);
  }
  space(8);
  const LogEntry* entry = in_book.backups.empty() ? nullptr : in_book.backups.front().entry;
  if (entry != nullptr) {
    const std::string label = tr(Msg::backup_open_entry, {log_text(*entry, LogField::serial)});
    if (button("open", label, {.icon = Icon::right})) {
      app.go_to(log_place(*entry, LogField::at));
      state_ = FileState::none;
    }
    row_or_below(button_width(tr(Msg::backup_add_again), {.icon = Icon::add}), width);
  }
  if (button("again", tr(Msg::backup_add_again), {.icon = Icon::add, .enabled = !app.read_only}))
    add_draft(app, entry);
  row_or_below(button_width(tr(Msg::close)), width);
  if (button("close", tr(Msg::close), {.kind = ButtonKind::quiet})) state_ = FileState::none;
}

void BackupPanel::draw_file(App& app, float width) {
  switch (state_) {
    case FileState::reading:
      draw_reading(width);
      space(12);
      return;
    case FileState::known:
      draw_known(app, width);
      space(12);
      return;
    case FileState::failed:
      notice(Tone::bad, tr(Msg::backup_file_problem), problem_, width);
      space(8);
      break;
    case FileState::added: {
      const FileInBook in_book = find_file(book(app), digest_, file_);
      if (in_book.same_name.empty()) break;
      notice(Tone::warn, tr(Msg::backup_same_name_title), same_name_sentence(*in_book.same_name[0]),
             width);
      space(8);
      break;
    }
    case FileState::none:
      break;
  }
  if (button("choose", tr(Msg::backup_choose), {.icon = Icon::file}))
    push_effect("chooseFile", {{"purpose", "backup"}, {"accept", ""}});
  row_or_below(std::min(width, scaled(360)), width);
  ui::text(tr(Msg::backup_choose_help), kCaption, palette().text3,
           width - (ImGui::GetCursorScreenPos().x - ImGui::GetWindowPos().x -
                    ImGui::GetStyle().WindowPadding.x));
  space(12);
}

void BackupPanel::draw(App& app, float width) {
  const float room = std::min(width, scaled(860));
  draw_book(app, room);
  draw_sets(app, room);
  draw_file(app, room);
  std::vector<LogEntryId> ready;
  for (const LogEntry& entry : app.workspace.declaration().log) {
    if (can_be_sealed(entry)) ready.push_back(entry.id);
  }
  // One is written from its form.
  if (ready.size() < 2 || app.read_only) return;
  const std::string label = tr(Msg::backup_write_all, {std::to_string(ready.size())});
  if (button("write-all", label, {.icon = Icon::lock})) {
    const Declaration& declaration = app.workspace.declaration();
    // The earliest first, as a book is written.
    std::stable_sort(ready.begin(), ready.end(), [&declaration](LogEntryId a, LogEntryId b) {
      const auto day = [&declaration](LogEntryId id) {
        return last_possible_day(log_day(*find_log_entry(declaration, id)).value);
      };
      return day(a) < day(b);
    });
    write(app, std::move(ready));
  }
  space(12);
}

}  // namespace sokenh
