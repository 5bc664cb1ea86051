#include "wasm/screens/log_list.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "core/text/collate.h"
#include "core/text/fold.h"
#include "wasm/app/app.h"
#include "wasm/screens/account_status.h"
#include "wasm/screens/backup_labels.h"
#include "wasm/screens/entry_list.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/log_labels.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr float kDayWidth = 176;   // «Hạn lần tới 20/11/2026» fits
constexpr float kWideTable = 860;  // then with the fields that come later, too
constexpr int kMostMiddle = 3;

// What a column shows: one field above, one below.
struct LogColumn {
  std::optional<LogField> first, second;
};

// What is at the end of every row: when it was dealt with, and by whom.
bool ends_row(LogField field) {
  return field == LogField::handled || field == LogField::recovered || field == LogField::retired;
}

bool in_the_middle(const LogFieldUse& use, LogKind kind) {
  // Of a backup these are for its form: there are too many of them.
  if (kind == LogKind::backup && (use.field == LogField::refers || use.field == LogField::digest ||
                                  use.field == LogField::complete))
    return false;
  return !log_field_is_given(use.field) && use.field != log_day_field(kind) &&
         !ends_row(use.field) && use.field != LogField::person && use.field != LogField::document &&
         use.field != LogField::note;
}

// The day, what the entry is about and how it went, and by whom, in the order of the kind's fields.
std::vector<LogColumn> columns_of(LogKind kind, bool wide) {
  std::vector<LogColumn> columns{{log_day_field(kind), {}}};
  std::optional<LogField> end;
  std::vector<LogField> middle;
  for (const LogFieldUse& use : log_fields(kind)) {
    if (in_the_middle(use, kind)) middle.push_back(use.field);
    if (ends_row(use.field) && !end) end = use.field;
  }
  const std::size_t most = 2 * static_cast<std::size_t>(wide ? kMostMiddle : kMostMiddle - 1);
  for (std::size_t i = 0; i < std::min(middle.size(), most); i += 2) {
    columns.push_back(
        {middle[i], i + 1 < middle.size() ? std::optional(middle[i + 1]) : std::nullopt});
  }
  if (end) {
    columns.push_back({end, LogField::person});
  } else {
    columns.push_back({LogField::person, {}});
  }
  return columns;
}

std::vector<float> column_lefts(const ImRect& rect, std::size_t count) {
  std::vector<float> lefts{rect.Min.x + scaled(12)};
  const float left = rect.Min.x + scaled(12 + kDayWidth);
  const float room = rect.Max.x - left;
  for (std::size_t i = 1; i < count; ++i)
    lefts.push_back(left + room * static_cast<float>(i - 1) / static_cast<float>(count - 1));
  return lefts;
}

ImRect column_rect(const ImRect& rect, std::span<const float> lefts, std::size_t column) {
  const float right = column + 1 < lefts.size() ? lefts[column + 1] : rect.Max.x;
  return {ImVec2(lefts[column], rect.Min.y), ImVec2(right, rect.Max.y)};
}

// In one line, as there is room for no more. Of a backup also what it is in its book.
std::string one_line(App& app, const LogEntry& entry, std::optional<LogField> field) {
  if (!field) return {};
  std::string shown = log_shown_text(entry, *field);
  if (entry.kind == LogKind::backup && *field == LogField::act) {
    const std::string standing =
        backup_standing_label(entry, app.logs.backups.book(app).standings.at(entry.id));
    shown = joined({shown, standing}, " · ");
  }
  std::replace(shown.begin(), shown.end(), '\n', ' ');
  return shown;
}

bool passes(App& app, const LogEntryStatus& status, LogFilter filter) {
  switch (filter) {
    case LogFilter::all:
      return true;
    case LogFilter::to_deal_with:
      return finding_to_deal_with(status.findings) != nullptr;
    case LogFilter::late:
      return std::any_of(status.findings.begin(), status.findings.end(),
                         [](const Finding* finding) { return is_late(*finding); });
    case LogFilter::due_soon:
      return status.due != nullptr && days_between(app.today(), status.due->date) <= kDueSoonDays;
  }
  return true;
}

bool contains(const LogEntry& entry, const std::string& folded) {
  return std::any_of(entry.texts.begin(), entry.texts.end(), [&](const LogText& text) {
    return text::fold(log_shown_text(entry, text.field)).find(folded) != std::string::npos;
  });
}

Tone due_tone(const App& app, const DueDate* due) {
  if (due == nullptr) return Tone::neutral;
  if (due->date < app.today()) return Tone::bad;
  return days_between(app.today(), due->date) <= kDueSoonDays ? Tone::warn : Tone::neutral;
}

}  // namespace

void LogList::set_kind(LogKind kind) {
  if (kind == kind_) return;
  kind_ = kind;
  chosen_ = 0;
  show_all();
}

void LogList::choose(LogEntryId entry, bool with_focus) {
  chosen_ = entry;
  if (with_focus) focus_on(entry);
  context().wants_frame = true;
}

void LogList::focus_on(LogEntryId entry) {
  rows_.request_focus_on(entry);
  context().wants_frame = true;
}

void LogList::show_all() {
  search.clear();
  machine.clear();
  filter = LogFilter::all;
}

bool LogList::shows_all() const {
  return search.empty() && machine.empty() && filter == LogFilter::all;
}

const std::vector<std::size_t>& LogList::matching(App& app) {
  Made wanted{app.evaluations(), kind_, search, machine, filter};
  if (made_ == wanted) return matching_;
  const std::vector<LogEntry>& log = app.workspace.declaration().log;
  const std::string folded = text::fold(search);
  matching_.clear();
  for (const std::size_t index : statuses.of(app, kind_).entries) {
    const LogEntry& entry = log[index];
    if (filter != LogFilter::all && !passes(app, statuses.of(app, entry.id), filter)) continue;
    if (!machine.empty() && text::fold(log_text(entry, LogField::machine)) != machine) continue;
    if (folded.empty() || contains(entry, folded)) matching_.push_back(index);
  }
  made_ = std::move(wanted);
  return matching_;
}

const std::vector<std::string>& LogList::machines(App& app) {
  const std::pair wanted(app.evaluations(), kind_);
  if (machines_of_ == wanted) return machines_;
  std::map<std::string, std::string> known;
  for (const std::size_t index : statuses.of(app, kind_).entries) {
    const std::string& written =
        log_text(app.workspace.declaration().log[index], LogField::machine);
    if (!text::is_blank(written)) known.try_emplace(text::fold(written), written);
  }
  machines_.clear();
  for (auto& [folded, written] : known) machines_.push_back(std::move(written));
  std::sort(machines_.begin(), machines_.end(),
            [](const std::string& a, const std::string& b) { return text::compare(a, b) < 0; });
  machines_of_ = wanted;
  return machines_;
}

void LogList::place_rows(App& app, float plain, float gap) {
  rows_.clear();
  const std::vector<LogEntry>& log = app.workspace.declaration().log;
  for (const std::size_t index : matching(app)) {
    const bool marked = finding_to_deal_with(statuses.of(app, log[index].id).findings) != nullptr;
    rows_.add(log[index].id, index, plain + (marked ? list_finding_height() : 0), gap);
  }
}

void LogList::open_if(bool opened, LogEntryId entry) {
  if (!opened) return;
  chosen_ = entry;
  opened_ = entry;
  context().wants_frame = true;
}

// --- the table

void LogList::draw_header(const ImRect& rect, std::span<const float> lefts) const {
  const Palette& colors = palette();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw_list_header_back(rect);
  const std::vector<LogColumn> columns = columns_of(kind_, width_is_wide_);
  begin_group("header", Role::row, "");
  context().semantics.last().row_index = 1;
  for (std::size_t i = 0; i < lefts.size(); ++i) {
    const LogColumn& column = columns[i];
    std::string label(log_field_label(kind_, *column.first));
    if (column.second) label += ", " + std::string(log_field_label(kind_, *column.second));
    const ImRect place = column_rect(rect, lefts, i);
    ImGui::PushID(static_cast<int>(i));
    add_node(ImGui::GetID("header"), Role::columnheader, label, place).column_index =
        static_cast<int>(i) + 1;
    draw_text_elided(draw, ImVec2(place.Min.x, rect.GetCenter().y - scaled(kHeader.line) / 2),
                     colors.text2, label, kHeader, place.GetWidth() - scaled(8));
    ImGui::PopID();
  }
  ImGui::PushID("findings");
  // What is to be dealt with stands below the columns.
  add_node(ImGui::GetID("header"), Role::columnheader, tr(Msg::details_findings),
           ImRect(ImVec2(rect.Max.x - 1, rect.Min.y), rect.Max))
      .column_index = static_cast<int>(lefts.size()) + 1;
  ImGui::PopID();
  end_group();
}

void LogList::draw_row(App& app, const RowPlace& place, const ImRect& rect,
                       std::span<const float> lefts) {
  const Palette& colors = palette();
  const LogEntry& entry = app.workspace.declaration().log[place.index];
  const LogEntryStatus& status = statuses.of(app, entry.id);
  const std::vector<LogColumn> columns = columns_of(kind_, width_is_wide_);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  begin_group("row", Role::row, "");
  context().semantics.last().row_index = rows_.position_of(place) + 2;
  const ImRect line = list_row_lines(rect);
  bool hovered = false;
  const NodeId id = rows_.begin_button(entry.id, rect, &hovered);
  draw->AddRectFilled(rect.Min, rect.Max,
                      entry.id == chosen_ ? colors.accent_soft
                      : hovered           ? colors.hover
                                          : colors.surface);
  draw->AddLine(ImVec2(rect.Min.x, rect.Max.y - 1), ImVec2(rect.Max.x, rect.Max.y - 1),
                colors.line);
  focus_ring(draw, id,
             ImRect(ImVec2(rect.Min.x + 3, rect.Min.y + 3), ImVec2(rect.Max.x - 3, rect.Max.y - 3)),
             0);
  const bool struck = entry.kind == LogKind::backup &&
                      app.logs.backups.book(app).standings.at(entry.id).replaced_by != 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const ImRect cell = column_rect(line, lefts, i);
    const float room = cell.GetWidth() - scaled(10);
    std::string first = one_line(app, entry, columns[i].first);
    std::string second = one_line(app, entry, columns[i].second);
    ImU32 second_color = colors.text2;
    if (i == 0) {
      if (first.empty()) first = tr(Msg::log_day_missing);
      second = log_due_label(status.due, app.today());
      second_color = tone_colors(due_tone(app, status.due)).text;
    }
    const ImVec2 at(cell.Min.x, cell.Min.y + scaled(kListRowPadding));
    const TextStyle& style = i == 1 ? kCellMedium : kCell;
    draw_text_elided(draw, at, struck ? colors.text3 : colors.text, first, style, room);
    if (struck && !first.empty()) {
      const float y = std::round(at.y + scaled(style.line) / 2);
      draw->AddLine(ImVec2(at.x, y), ImVec2(at.x + std::min(room, text_width(first, style)), y),
                    colors.text3);
    }
    draw_text_elided(draw, ImVec2(at.x, at.y + scaled(kCell.line)), second_color, second, kCaption,
                     room);
    ImGui::PushID(static_cast<int>(i));
    if (i == 0 && !context().whole) {
      begin_group("entry-cell", Role::cell, "");
      context().semantics.last().column_index = 1;
      ImGui::PopID();
      open_if(
          rows_.end_button(entry.id, id, rect, log_entry_title(entry), second, entry.id == chosen_),
          entry.id);
      end_group();
      continue;
    }
    add_node(ImGui::GetID("cell"), Role::cell, joined({first, second}, ", "), cell).column_index =
        static_cast<int>(i) + 1;
    ImGui::PopID();
  }
  const std::string said =
      draw_finding_line(app, status.findings,
                        ImVec2(lefts.front() - scaled(2), line.Max.y - scaled(kListRowPadding - 2)),
                        rect.GetWidth() - scaled(24));
  ImGui::PushID("findings");
  add_node(ImGui::GetID("cell"), Role::cell, said,
           ImRect(ImVec2(rect.Min.x, line.Max.y - scaled(kListRowPadding)), rect.Max))
      .column_index = static_cast<int>(columns.size()) + 1;
  ImGui::PopID();
  end_group();
}

void LogList::draw_table(App& app, float width, float height) {
  place_rows(app, list_row_height(), 0);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImRect header(at, ImVec2(at.x + width, at.y + scaled(kListHeaderHeight)));
  width_is_wide_ = width >= scaled(kWideTable);
  const std::size_t columns = columns_of(kind_, width_is_wide_).size();
  const std::vector<float> lefts = column_lefts(header, columns);
  begin_group("entries", Role::table, log_kind_label(kind_));
  Node& table = context().semantics.last();
  table.row_count = static_cast<int>(rows_.places().size()) + 1;
  table.column_count = static_cast<int>(columns) + 1;
  draw_header(header, lefts);
  ImGui::SetCursorScreenPos(ImVec2(at.x, header.Max.y));
  draw_list_rows(rows_, width, height, [&](const RowPlace& place, const ImRect& rect) {
    draw_row(app, place, rect, lefts);
  });
  end_group();
}

// --- the cards

void LogList::draw_card(App& app, const RowPlace& place, const ImRect& rect) {
  const Palette& colors = palette();
  const LogEntry& entry = app.workspace.declaration().log[place.index];
  const LogEntryStatus& status = statuses.of(app, entry.id);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const NodeId id = begin_list_card(rows_, place, rect, rect, entry.id == chosen_);
  const float left = rect.Min.x + scaled(kListCardInset);
  const float room = rect.GetWidth() - 2 * scaled(kListCardInset);
  float y = rect.Min.y + scaled(kListCardInset);
  const auto line = [&](std::string_view label, const TextStyle& style, ImU32 color) {
    draw_text_elided(draw, ImVec2(left, y), color, label, style, room);
    y += scaled(style.line);
  };
  const std::vector<LogColumn> columns = columns_of(kind_, false);
  const std::string due = log_due_label(status.due, app.today());
  const auto pair = [&](std::size_t i) {
    return i < columns.size() ? joined({one_line(app, entry, columns[i].first),
                                        one_line(app, entry, columns[i].second)},
                                       " · ")
                              : std::string{};
  };
  const std::string day = one_line(app, entry, columns.front().first);
  const std::string about = pair(1);
  const std::string how = pair(columns.size() - 1 > 2 ? 2 : columns.size() - 1);
  line(day.empty() ? tr(Msg::log_day_missing) : std::string_view(day), kCardTitle, colors.text);
  line(about, kBody, colors.text2);
  line(how, kBody, colors.text2);
  line(due, kCaption, tone_colors(due_tone(app, status.due)).text);
  const std::string said =
      draw_finding_line(app, status.findings, ImVec2(left, y + scaled(4)), room + scaled(4));
  open_if(rows_.end_button(entry.id, id, rect, log_entry_title(entry),
                           joined({about, how, due, said}, ". "), entry.id == chosen_),
          entry.id);
  end_group();
}

void LogList::draw_cards(App& app, float width) {
  place_rows(app, list_card_height(), scaled(10));
  draw_list_cards(rows_, log_kind_label(kind_), width,
                  [&](const RowPlace& place, const ImRect& rect) { draw_card(app, place, rect); });
}

}  // namespace sokenh
