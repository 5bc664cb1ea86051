#include "wasm/screens/password_rotation.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/inventory/partial_date.h"
#include "wasm/app/app.h"
#include "wasm/screens/account_status.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/password_screen.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

bool is_change_date(const Place& place) {
  return (place.kind == PlaceKind::channel && place.attribute == Attribute::password_changed) ||
         (place.kind == PlaceKind::account &&
          place.account_field == AccountField::password_changed);
}

// Channels and accounts are counted apart.
using Key = std::pair<ChannelId, AccountId>;
Key key_of(const Place& place) { return {place.row, place.account}; }

void fill_in(const Declaration& declaration, std::map<Key, RotationRow>& rows) {
  for (const Channel& channel : declaration.channels) {
    const auto found = rows.find({channel.id, 0});
    if (found == rows.end()) continue;
    found->second.title = channel_title(channel);
    found->second.changed = channel.security.password_changed;
  }
  for (const Account& account : declaration.accounts) {
    const auto found = rows.find({0, account.id});
    if (found == rows.end()) continue;
    std::string& title = found->second.title;
    title = account_title(account);
    if (!account.system.empty() && account.system != title)
      title.append(" · ").append(account.system);
    found->second.changed = account.password_changed;
  }
}

struct Due {
  Tone tone = Tone::neutral;
  std::string label;
  float used = 0;  // of the time between two changes
};

Due due_of(const RotationRow& row, const Date& today) {
  if (!row.due) return {Tone::warn, std::string(tr(Msg::password_change_unknown)), 0};
  const long left = days_between(today, *row.due);
  Due due;
  due.tone = left < 0 ? Tone::bad : left <= kDueSoonDays ? Tone::warn : Tone::ok;
  due.label = left < 0 ? tr(Msg::password_days_late, {std::to_string(-left)})
                       : tr(Msg::password_days_left, {std::to_string(left)});
  const DateReading read = read_partial_date(row.changed);
  const long all = read.problem == DateProblem::none ? days_between(read.value.date, *row.due) : 0;
  if (all > 0)
    due.used = std::clamp(static_cast<float>(all - left) / static_cast<float>(all), 0.0F, 1.0F);
  return due;
}

void set_changed_today(App& app, const RotationRow& row) {
  const std::string day = vietnamese_date(app.today());
  const bool taken =
      row.place.kind == PlaceKind::channel
          ? app.workspace.set_attribute(row.place.row, Attribute::password_changed, day)
          : app.workspace.set_account_field(row.place.account, AccountField::password_changed, day);
  if (app.taken(taken)) app.tell(tr(Msg::password_changed_today_done, {row.title, day}));
}

void draw_used(const Due& due, const ImRect& rect) {
  const Palette& colors = palette();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddRectFilled(rect.Min, rect.Max, colors.sunken, 2);
  const ImU32 fill = due.tone == Tone::bad    ? colors.bad_fill
                     : due.tone == Tone::warn ? colors.warn_fill
                                              : colors.ok_fill;
  if (due.used > 0)
    draw->AddRectFilled(rect.Min, ImVec2(rect.Min.x + rect.GetWidth() * due.used, rect.Max.y), fill,
                        2);
}

// True when its password was changed today.
bool draw_row(const App& app, const RotationRow& row, float width) {
  const Palette& colors = palette();
  const Due due = due_of(row, app.today());
  const std::string_view button_label = tr(Msg::password_changed_today);
  const float button_room = button_width(button_label, {.icon = Icon::calendar});
  const bool wide = width >= scaled(760);
  begin_group("row", Role::listitem, "");
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float text_room = wide ? width * 0.36F : width;
  ImGui::BeginGroup();
  text(row.title, kBodyMedium, {}, text_room);
  if (!row.changed.empty())
    text(tr(Msg::password_last_changed, {row.changed}), kCaption, colors.text2, text_room);
  ImGui::EndGroup();
  float bottom = ImGui::GetItemRectMax().y;
  const float due_x = wide ? at.x + text_room + scaled(16) : at.x;
  const float due_room = wide ? width - text_room - button_room - scaled(32) : width;
  ImGui::SetCursorScreenPos(ImVec2(due_x, wide ? at.y : bottom + scaled(4)));
  ImGui::BeginGroup();
  const std::string label = row.clause.empty() ? due.label : due.label + " · " + row.clause;
  text(label, kCaption, tone_colors(due.tone).text, due_room);
  if (row.due) {
    const ImVec2 bar = ImGui::GetCursorScreenPos();
    draw_used(due, ImRect(ImVec2(bar.x, bar.y + scaled(4)),
                          ImVec2(bar.x + due_room, bar.y + scaled(12))));
    ImGui::Dummy(ImVec2(due_room, scaled(14)));
  }
  ImGui::EndGroup();
  bottom = std::max(bottom, ImGui::GetItemRectMax().y);
  ImGui::SetCursorScreenPos(wide ? ImVec2(at.x + width - button_room, at.y)
                                 : ImVec2(at.x, bottom + scaled(4)));
  const bool now =
      button("today", button_label,
             {.icon = Icon::calendar, .enabled = !app.read_only, .description = row.title});
  bottom = std::max(bottom, last_rect().Max.y);
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy(ImVec2(width, bottom - at.y + scaled(9)));
  const float line = bottom + scaled(8.5F);
  ImGui::GetWindowDrawList()->AddLine(ImVec2(at.x, line), ImVec2(at.x + width, line), colors.line);
  space(8);
  end_group();
  return now;
}

}  // namespace

const std::vector<RotationRow>& PasswordRotation::rows(App& app) {
  if (revision_ == app.workspace.revision() && day_ == app.today() && !orders_anew_) return rows_;
  const Evaluation& evaluation = app.evaluation();
  revision_ = app.workspace.revision();
  day_ = app.today();
  std::map<Key, RotationRow> found;
  for (const OpenItem& item : evaluation.unanswered) {
    if (is_change_date(item.place)) found[key_of(item.place)].place = item.place;
  }
  for (const DueDate& due : evaluation.due) {
    if (!is_change_date(due.place)) continue;
    RotationRow& row = found[key_of(due.place)];
    row.place = due.place;
    if (row.due && *row.due <= due.date) continue;
    row.due = due.date;
    const RequirementResult& asked = evaluation.requirements[due.requirement];
    row.clause = clause_reference(asked.pack, asked.requirement, app.workspace.packs());
  }
  fill_in(app.workspace.declaration(), found);
  const bool same = rows_.size() == found.size() &&
                    std::all_of(rows_.begin(), rows_.end(), [&](const RotationRow& row) {
                      return found.contains(key_of(row.place));
                    });
  if (same && !orders_anew_) {
    for (RotationRow& row : rows_) row = found[key_of(row.place)];
    return rows_;
  }
  orders_anew_ = false;
  rows_.clear();
  for (auto& [key, row] : found) rows_.push_back(std::move(row));
  std::stable_sort(rows_.begin(), rows_.end(), [](const RotationRow& a, const RotationRow& b) {
    return a.due < b.due;  // those without one come first
  });
  return rows_;
}

void draw_password_rotation(App& app, float width) {
  begin_card("rotation", tr(Msg::password_rotation), width);
  const float inner = ImGui::CalcItemWidth();
  heading(2, tr(Msg::password_rotation), kCardTitle);
  space(2);
  text(tr(Msg::password_rotation_what), kCaption, palette().text2, inner);
  space(12);
  const std::vector<RotationRow>& rows = app.password_rotation.rows(app);
  if (rows.empty()) {
    text(tr(Msg::password_rotation_none), kBody, palette().text2, inner);
    end_card();
    return;
  }
  begin_group("rows", Role::list, tr(Msg::password_rotation));
  const std::size_t shown =
      context().whole ? rows.size() : std::min(rows.size(), app.password_rotation.shown());
  std::optional<RotationRow> changed;
  for (std::size_t i = 0; i < shown; ++i) {
    // The same fields whatever is drawn first.
    ImGui::PushID(static_cast<int>(rows[i].place.kind == PlaceKind::channel
                                       ? 2 * rows[i].place.row
                                       : 2 * rows[i].place.account + 1));
    if (draw_row(app, rows[i], inner)) changed = rows[i];
    ImGui::PopID();
  }
  end_group();
  if (shown < rows.size() &&
      button("more", tr(Msg::password_rotation_more, {std::to_string(rows.size() - shown)})))
    app.password_rotation.show_more();
  row_or_below(button_width(tr(Msg::channels_title)), inner);
  if (button("accounts", tr(Msg::accounts_title),
             {.kind = ButtonKind::quiet, .icon = Icon::person}))
    app.go_to(Screen::accounts);
  if (changed) set_changed_today(app, *changed);
  end_card();
}

}  // namespace sokenh
