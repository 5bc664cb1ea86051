#include "wasm/screens/machine_list.h"

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

constexpr float kInset = 14;
constexpr int kColumns = 4;  // machine, used by, addresses, to deal with

std::string one_line(std::string_view text) {
  std::string line(text::trim(text));
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

std::string kind_of(const Machine& machine) {
  return machine.kind.empty() ? std::string{} : std::string(machine_kind_label(machine.kind));
}

bool contains(const Machine& machine, const std::string& folded) {
  return std::any_of(machine_fields().begin(), machine_fields().end(), [&](MachineField field) {
    const std::string text =
        field == MachineField::kind ? kind_of(machine) : machine_text(machine, field);
    return text::fold(text).find(folded) != std::string::npos;
  });
}

bool passes(const Machine& machine, const MachineStatus& status, MachineFilter filter) {
  switch (filter) {
    case MachineFilter::all:
      return true;
    case MachineFilter::to_correct:
      return finding_to_deal_with(status.findings) != nullptr;
    case MachineFilter::incomplete:
      return text::is_blank(machine.name) || text::is_blank(machine.addresses);
  }
  return true;
}

ImRect column_rect(const ImRect& rect, int column) {
  const float left = rect.Min.x + scaled(kInset);
  const float room = rect.Max.x - left;
  const std::array<float, kColumns> lefts{left, left + room * 0.34F, left + room * 0.60F,
                                          rect.Max.x};
  const auto at = static_cast<std::size_t>(column - 1);
  return {ImVec2(lefts[at], rect.Min.y),
          ImVec2(column < kColumns ? lefts[at + 1] : rect.Max.x, rect.Max.y)};
}

void draw_cell(int column, const ImRect& row, const ListCell& cell) {
  draw_list_cell(column_rect(row, column), cell, column == 1 ? kCellMedium : kCell);
}

}  // namespace

void MachineList::choose(MachineId machine, bool with_focus) {
  chosen_ = machine;
  if (with_focus) rows_.request_focus_on(machine);
  context().wants_frame = true;
}

void MachineList::show_all() {
  search.clear();
  filter = MachineFilter::all;
}

const std::vector<std::size_t>& MachineList::matching(App& app) {
  Made wanted{app.evaluations(), search, filter};
  if (made_ == wanted) return matching_;
  const auto& machines = app.workspace.declaration().machines;
  const std::string folded = text::fold(search);
  matching_.clear();
  for (std::size_t i = 0; i < machines.size(); ++i) {
    const Machine& machine = machines[i];
    if (!passes(machine, statuses.of(app, machine.id), filter)) continue;
    if (folded.empty() || contains(machine, folded)) matching_.push_back(i);
  }
  made_ = std::move(wanted);
  return matching_;
}

void MachineList::place_rows(App& app, float plain, float gap) {
  rows_.clear();
  const auto& machines = app.workspace.declaration().machines;
  for (const std::size_t index : matching(app)) {
    const bool marked =
        finding_to_deal_with(statuses.of(app, machines[index].id).findings) != nullptr;
    rows_.add(machines[index].id, index, plain + (marked ? list_finding_height() : 0), gap);
  }
}

void MachineList::end_item(const Machine& machine, NodeId id, const ImRect& rect,
                           std::string_view description) {
  if (!rows_.end_button(machine.id, id, rect, machine_title(machine), description,
                        machine.id == chosen_))
    return;
  chosen_ = machine.id;
  opened_ = machine.id;
  context().wants_frame = true;
}

// --- the table

void MachineList::draw_header(float width) const {
  const Palette& colors = palette();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImRect rect(at, ImVec2(at.x + width, at.y + scaled(kListHeaderHeight)));
  draw_list_header_back(rect);
  begin_group("header", Role::row, "");
  context().semantics.last().row_index = 1;
  const std::string machine = joined({tr(Msg::machine_name), tr(Msg::machine_kind)}, ", ");
  const std::string who = joined({tr(Msg::machine_owner), tr(Msg::machine_place)}, ", ");
  const std::array<std::string_view, kColumns> labels{machine, who, tr(Msg::machine_addresses),
                                                      tr(Msg::details_findings)};
  for (int column = 1; column <= kColumns; ++column) {
    const ImRect place = column_rect(rect, column);
    const std::string_view label = labels[static_cast<std::size_t>(column - 1)];
    ImGui::PushID(column);
    add_node(ImGui::GetID("header"), Role::columnheader, label, place).column_index = column;
    // What is to be dealt with stands below the columns.
    if (column < kColumns) {
      draw_text_elided(draw, ImVec2(place.Min.x, rect.GetCenter().y - scaled(kHeader.line) / 2),
                       colors.text2, label, kHeader, place.GetWidth() - scaled(8));
    }
    ImGui::PopID();
  }
  end_group();
  ImGui::SetCursorScreenPos(ImVec2(rect.Min.x, rect.Max.y));
}

void MachineList::draw_row(App& app, const RowPlace& place, const ImRect& rect) {
  const Palette& colors = palette();
  const Machine& machine = app.workspace.declaration().machines[place.index];
  const MachineStatus& status = statuses.of(app, machine.id);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  begin_group("row", Role::row, "");
  context().semantics.last().row_index = rows_.position_of(place) + 2;
  const ImRect line = list_row_lines(rect);
  bool hovered = false;
  const NodeId id = rows_.begin_button(machine.id, rect, &hovered);
  draw->AddRectFilled(rect.Min, rect.Max,
                      machine.id == chosen_ ? colors.accent_soft
                      : hovered             ? colors.hover
                                            : colors.surface);
  draw->AddLine(ImVec2(rect.Min.x, rect.Max.y - 1), ImVec2(rect.Max.x, rect.Max.y - 1),
                colors.line);
  focus_ring(draw, id,
             ImRect(ImVec2(rect.Min.x + 3, rect.Min.y + 3), ImVec2(rect.Max.x - 3, rect.Max.y - 3)),
             0);

  const std::string title = machine_title(machine);
  const std::string kind = kind_of(machine);
  const std::string owner = one_line(machine.owner);
  const std::string where = one_line(machine.place);
  const std::string addresses = one_line(machine.addresses);
  const std::string_view reach = machine_reach_label(machine);
  draw_cell(1, line, {title, kind, colors.text, colors.text2});
  draw_cell(2, line, {owner, where, colors.text, colors.text2});
  if (addresses.empty()) {
    draw_cell(3, line, {reach, {}, colors.text3, colors.text2});
  } else {
    draw_cell(3, line, {addresses, reach, colors.text, colors.text2});
  }
  const std::string said = draw_finding_line(
      app, status.findings,
      ImVec2(rect.Min.x + scaled(kInset - 2), line.Max.y - scaled(kListRowPadding - 2)),
      rect.GetWidth() - scaled(24));
  if (context().whole) {
    add_list_cell(1, column_rect(line, 1), joined({title, kind}, ", "));
  } else {
    begin_group("machine-cell", Role::cell, "");
    context().semantics.last().column_index = 1;
    end_item(machine, id, rect, kind);
    end_group();
  }
  add_list_cell(2, column_rect(line, 2), joined({owner, where}, ", "));
  add_list_cell(3, column_rect(line, 3), joined({addresses, reach}, ", "));
  add_list_cell(4, ImRect(ImVec2(rect.Min.x, line.Max.y - scaled(kListRowPadding)), rect.Max),
                said);
  end_group();
}

void MachineList::draw_table(App& app, float width, float height) {
  place_rows(app, list_row_height(), 0);
  begin_group("machines", Role::table, tr(Msg::machines_title));
  Node& table = context().semantics.last();
  table.row_count = static_cast<int>(rows_.places().size()) + 1;
  table.column_count = kColumns;
  draw_header(width);
  draw_list_rows(rows_, width, height,
                 [&](const RowPlace& place, const ImRect& rect) { draw_row(app, place, rect); });
  end_group();
}

// --- the cards

void MachineList::draw_card(App& app, const RowPlace& place, const ImRect& rect) {
  const Palette& colors = palette();
  const Machine& machine = app.workspace.declaration().machines[place.index];
  const MachineStatus& status = statuses.of(app, machine.id);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const NodeId id = begin_list_card(rows_, place, rect, rect, machine.id == chosen_);

  const float left = rect.Min.x + scaled(kListCardInset);
  const float room = rect.Max.x - scaled(kListCardInset) - left;
  float y = rect.Min.y + scaled(kListCardInset);
  const auto line = [&](std::string_view label, const TextStyle& style, ImU32 color) {
    draw_text_elided(draw, ImVec2(left, y), color, label, style, room);
    y += scaled(style.line);
  };
  const std::string who = joined({one_line(machine.owner), one_line(machine.place)}, " · ");
  const std::string addresses = one_line(machine.addresses);
  const std::string about = joined({kind_of(machine), machine_reach_label(machine)}, " · ");
  line(machine_title(machine), kCardTitle, colors.text);
  line(addresses, kBody, colors.text);
  line(who, kBody, colors.text2);
  line(about, kCaption, colors.text2);
  const std::string said =
      draw_finding_line(app, status.findings, ImVec2(left - scaled(2), y + scaled(4)), room);
  end_item(machine, id, rect, joined({addresses, who, about, said}, ". "));
  end_group();
}

void MachineList::draw_cards(App& app, float width) {
  place_rows(app, list_card_height(), scaled(10));
  draw_list_cards(rows_, tr(Msg::machines_title), width,
                  [&](const RowPlace& place, const ImRect& rect) { draw_card(app, place, rect); });
}

}  // namespace sokenh
