#include "wasm/screens/account_list.h"

#include <algorithm>
#include <array>

#include "core/text/fold.h"
#include "wasm/app/app.h"
#include "wasm/screens/entry_list.h"
#include "wasm/screens/labels.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr float kPickWidth = 40;
constexpr int kColumns = 6;  // picked, account, holder, password, in use, to deal with

std::string account_name(const Account& account) {
  return joined({account_title(account), account.system}, ", ");
}

bool contains(const Account& account, const std::string& folded) {
  return std::any_of(account_fields().begin(), account_fields().end(), [&](AccountField field) {
    return !account_field_is_answer(field) &&
           text::fold(account_text(account, field)).find(folded) != std::string::npos;
  });
}

bool passes(const App& app, const Account& account, const AccountStatus& status,
            AccountFilter filter) {
  switch (filter) {
    case AccountFilter::all:
      return true;
    case AccountFilter::due:
      return is_due_soon(app, status);
    case AccountFilter::to_correct:
      return !status.findings.empty();
    case AccountFilter::unused:
      return account.in_use == Answer::no;
    case AccountFilter::incomplete:
      return status.incomplete || is_blank(account);
  }
  return true;
}

// Where the columns of the table begin.
std::array<float, kColumns> column_lefts(const ImRect& rect) {
  const float left = rect.Min.x + scaled(kPickWidth);
  const float room = rect.Max.x - left;
  return {rect.Min.x,          left,      left + room * 0.26F, left + room * 0.48F,
          left + room * 0.78F, rect.Max.x};
}

ImRect column_rect(const ImRect& rect, int column) {
  const auto lefts = column_lefts(rect);
  const auto at = static_cast<std::size_t>(column - 1);
  return {ImVec2(lefts[at], rect.Min.y),
          ImVec2(column < kColumns ? lefts[at + 1] : rect.Max.x, rect.Max.y)};
}

void draw_cell(int column, const ImRect& row, const ListCell& cell) {
  draw_list_cell(column_rect(row, column), cell, column == 2 ? kCellMedium : kCell);
}

}  // namespace

void AccountList::choose(AccountId account, bool with_focus) {
  chosen_ = account;
  if (with_focus) rows_.request_focus_on(account);
  context().wants_frame = true;
}

void AccountList::show_all() {
  search.clear();
  filter = AccountFilter::all;
}

std::vector<std::size_t> AccountList::matching(App& app) {
  const auto& accounts = app.workspace.declaration().accounts;
  const std::string folded = text::fold(search);
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < accounts.size(); ++i) {
    const Account& account = accounts[i];
    if (!passes(app, account, statuses.of(app, account.id), filter)) continue;
    if (folded.empty() || contains(account, folded)) found.push_back(i);
  }
  return found;
}

void AccountList::place_rows(App& app, float plain, float gap) {
  rows_.clear();
  const auto& accounts = app.workspace.declaration().accounts;
  for (const std::size_t index : matching(app)) {
    const bool marked =
        finding_to_deal_with(statuses.of(app, accounts[index].id).findings) != nullptr;
    rows_.add(accounts[index].id, index, plain + (marked ? list_finding_height() : 0), gap);
  }
}

void AccountList::end_item(const Account& account, NodeId id, const ImRect& rect,
                           std::string_view description) {
  if (!rows_.end_button(account.id, id, rect, account_name(account), description,
                        account.id == chosen_))
    return;
  chosen_ = account.id;
  opened_ = account.id;
  context().wants_frame = true;
}

void AccountList::draw_pick(const Account& account, const ImRect& rect) {
  const bool is_picked = picked.contains(account.id);
  if (!check_box("pick", tr(Msg::account_pick, {account_name(account)}), is_picked, rect)) return;
  if (is_picked) {
    picked.erase(account.id);
  } else {
    picked.insert(account.id);
  }
  context().wants_frame = true;
}

// --- the table

void AccountList::draw_header(float width) {
  const Palette& colors = palette();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImRect rect(at, ImVec2(at.x + width, at.y + scaled(kListHeaderHeight)));
  draw_list_header_back(rect);
  begin_group("header", Role::row, "");
  context().semantics.last().row_index = 1;
  const std::array<std::string_view, kColumns> labels{
      tr(Msg::account_pick_column), tr(Msg::accounts_column_account),
      tr(Msg::account_holder),      tr(Msg::accounts_column_password),
      tr(Msg::accounts_column_use), tr(Msg::details_findings)};
  const auto& places = rows_.places();
  for (int column = 1; column <= kColumns; ++column) {
    const ImRect place = column_rect(rect, column);
    const std::string_view label = labels[static_cast<std::size_t>(column - 1)];
    ImGui::PushID(column);
    const NodeId id = ImGui::GetID("header");
    add_node(id, Role::columnheader, label, place).column_index = column;
    if (column == 1 && !context().whole) {
      context().semantics.open(id);
      const bool all = !places.empty() &&
                       std::all_of(places.begin(), places.end(),
                                   [&](const RowPlace& one) { return picked.contains(one.id); });
      if (check_box("all", tr(Msg::accounts_pick_all), all, place)) {
        picked.clear();
        for (const RowPlace& one : places) {
          if (!all) picked.insert(one.id);
        }
        context().wants_frame = true;
      }
      context().semantics.close();
    } else if (column < kColumns) {
      draw_text_elided(draw, ImVec2(place.Min.x, rect.GetCenter().y - scaled(kHeader.line) / 2),
                       colors.text2, label, kHeader, place.GetWidth() - scaled(8));
    }
    ImGui::PopID();
  }
  end_group();
  ImGui::SetCursorScreenPos(ImVec2(rect.Min.x, rect.Max.y));
}

void AccountList::draw_row(App& app, const RowPlace& place, const ImRect& rect) {
  const Palette& colors = palette();
  const Account& account = app.workspace.declaration().accounts[place.index];
  const AccountStatus& status = statuses.of(app, account.id);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  begin_group("row", Role::row, "");
  context().semantics.last().row_index = rows_.position_of(place) + 2;
  const ImRect line = list_row_lines(rect);
  const ImRect opens(ImVec2(rect.Min.x + scaled(kPickWidth), rect.Min.y), rect.Max);
  bool hovered = false;
  const NodeId id = rows_.begin_button(account.id, opens, &hovered);
  draw->AddRectFilled(rect.Min, rect.Max,
                      account.id == chosen_ ? colors.accent_soft
                      : hovered             ? colors.hover
                                            : colors.surface);
  draw->AddLine(ImVec2(rect.Min.x, rect.Max.y), rect.Max, colors.line);
  focus_ring(
      draw, id,
      ImRect(ImVec2(opens.Min.x + 3, opens.Min.y + 3), ImVec2(opens.Max.x - 3, opens.Max.y - 3)),
      0);

  const std::string title = account_title(account);
  const std::string due = due_label(app, status);
  const std::string use = use_label(account);
  const std::string_view changed = account.password_changed.empty()
                                       ? tr(Msg::account_change_unknown)
                                       : std::string_view(account.password_changed);
  const ImU32 use_color = account.in_use == Answer::unanswered ? colors.text3 : colors.text;
  draw_cell(2, line, {title, account.system, colors.text, colors.text2});
  draw_cell(3, line, {account.holder, account.position, colors.text, colors.text2});
  draw_cell(4, line,
            {changed, due, account.password_changed.empty() ? colors.text3 : colors.text,
             tone_colors(due_tone(app, status)).text});
  draw_cell(5, line, {use, account.removal_requested, use_color, colors.text2});
  const std::string said = draw_finding_line(
      app, status.findings, ImVec2(opens.Min.x, line.Max.y - scaled(kListRowPadding - 2)),
      opens.GetWidth() - scaled(10));

  if (context().whole) {
    add_list_cell(2, column_rect(line, 2), account_name(account));
  } else {
    begin_group("pick-cell", Role::cell, "");
    context().semantics.last().column_index = 1;
    draw_pick(account, column_rect(line, 1));
    end_group();
    begin_group("account-cell", Role::cell, "");
    context().semantics.last().column_index = 2;
    end_item(account, id, opens, {});
    end_group();
  }
  add_list_cell(3, column_rect(line, 3), joined({account.holder, account.position}, ", "));
  add_list_cell(4, column_rect(line, 4), joined({changed, due}, ", "));
  add_list_cell(5, column_rect(line, 5), joined({use, account.removal_requested}, ", "));
  // What is to be dealt with stands below the columns.
  add_list_cell(6, ImRect(ImVec2(opens.Min.x, line.Max.y - scaled(kListRowPadding)), rect.Max),
                said);
  end_group();
}

void AccountList::draw_table(App& app, float width, float height) {
  place_rows(app, list_row_height(), 0);
  begin_group("accounts", Role::table, tr(Msg::accounts_title));
  Node& table = context().semantics.last();
  table.row_count = static_cast<int>(rows_.places().size()) + 1;
  table.column_count = kColumns;
  draw_header(width);
  draw_list_rows(rows_, width, height,
                 [&](const RowPlace& place, const ImRect& rect) { draw_row(app, place, rect); });
  end_group();
}

// --- the cards

void AccountList::draw_card(App& app, const RowPlace& place, const ImRect& rect) {
  const Palette& colors = palette();
  const Account& account = app.workspace.declaration().accounts[place.index];
  const AccountStatus& status = statuses.of(app, account.id);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const float pick = scaled(kTouchHeight);
  const ImRect opens(rect.Min, ImVec2(rect.Max.x - pick, rect.Max.y));
  const NodeId id = begin_list_card(rows_, place, rect, opens, account.id == chosen_);

  const float left = rect.Min.x + scaled(kListCardInset);
  const float room = opens.Max.x - left;
  float y = rect.Min.y + scaled(kListCardInset);
  const auto line = [&](std::string_view label, const TextStyle& style, ImU32 color) {
    draw_text_elided(draw, ImVec2(left, y), color, label, style, room);
    y += scaled(style.line);
  };
  const std::string due = due_label(app, status);
  const std::string who = joined({account.holder, account.position}, " · ");
  const std::string use = use_label(account);
  line(account_title(account), kCardTitle, colors.text);
  line(account.system, kBody, colors.text2);
  line(who, kBody, colors.text2);
  line(due.empty() ? use : due, kCaption, tone_colors(due_tone(app, status)).text);
  const std::string said = draw_finding_line(app, status.findings, ImVec2(left, y + scaled(4)),
                                             rect.Max.x - left - scaled(8));
  end_item(account, id, opens, joined({who, use, due, said}, ". "));
  draw_pick(account,
            ImRect(ImVec2(opens.Max.x, rect.Min.y), ImVec2(rect.Max.x, rect.Min.y + pick)));
  end_group();
}

void AccountList::draw_cards(App& app, float width) {
  place_rows(app, list_card_height(), scaled(10));
  draw_list_cards(rows_, tr(Msg::accounts_title), width,
                  [&](const RowPlace& place, const ImRect& rect) { draw_card(app, place, rect); });
}

}  // namespace sokenh
