#include "wasm/screens/machine_list.h"

#include <algorithm>
#include <array>

#include "core/text/fold.h"
#include "wasm/app/app.h"
#include "wasm/screens/channel_marks.h"
#include "wasm/screens/labels.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr float kHeaderHeight = 36;
constexpr float kRowPadding = 8;
constexpr float kInset = 14;
constexpr float kCardInset = 12;
constexpr int kColumns = 4;  // machine, used by, addresses, to deal with

const Finding* worst(const MachineStatus& status) {
  const Finding* found = worst_finding(status.findings, Column::ordinal);
  return found != nullptr && found->severity != Severity::advice ? found : nullptr;
}

std::string joined(std::initializer_list<std::string_view> parts, std::string_view between) {
  std::string line;
  for (const std::string_view part : parts) {
    if (part.empty()) continue;
    if (!line.empty()) line += between;
    line += part;
  }
  return line;
}

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
      return worst(status) != nullptr;
    case MachineFilter::incomplete:
      return text::is_blank(machine.name) || text::is_blank(machine.addresses);
  }
  return true;
}

// The finding and its clause on one line; what is read out of it.
std::string draw_finding_line(App& app, const MachineStatus& status, ImVec2 at, float room) {
  const Finding* finding = worst(status);
  if (finding == nullptr) return {};
  const ToneColors tone = tone_colors(severity_tone(finding->severity));
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw_icon(draw, severity_icon(finding->severity),
            ImVec2(at.x + scaled(8), at.y + scaled(kCaption.line) / 2), tone.text, 14);
  std::string line = finding_sentence(*finding, 0);
  const std::string clause = clause_reference(*finding, app.workspace.packs());
  if (!clause.empty()) line += " " + clause;
  if (status.findings.size() > 1)
    line += " " + tr(Msg::account_more_findings, {std::to_string(status.findings.size() - 1)});
  draw_text_elided(draw, ImVec2(at.x + scaled(22), at.y), tone.text, line, kCaption,
                   room - scaled(22));
  return line;
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

struct CellText {
  std::string_view first, second;
  ImU32 first_color, second_color;
};

// Two lines; the second is small.
void draw_cell(int column, const ImRect& row, const CellText& cell) {
  const ImRect rect = column_rect(row, column);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const float room = rect.GetWidth() - scaled(10);
  const ImVec2 at(rect.Min.x, rect.Min.y + scaled(kRowPadding));
  draw_text_elided(draw, at, cell.first_color, cell.first, column == 1 ? kCellMedium : kCell, room);
  draw_text_elided(draw, ImVec2(at.x, at.y + scaled(kCell.line)), cell.second_color, cell.second,
                   kCaption, room);
}

void add_cell(int column, const ImRect& rect, std::string_view name) {
  ImGui::PushID(column);
  add_node(ImGui::GetID("cell"), Role::cell, name, rect).column_index = column;
  ImGui::PopID();
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

std::vector<std::size_t> MachineList::matching(App& app) {
  const auto& machines = app.workspace.declaration().machines;
  const std::string folded = text::fold(search);
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < machines.size(); ++i) {
    const Machine& machine = machines[i];
    if (!passes(machine, statuses.of(app, machine.id), filter)) continue;
    if (folded.empty() || contains(machine, folded)) found.push_back(i);
  }
  return found;
}

void MachineList::place_rows(App& app, float plain, float finding, float gap) {
  rows_.clear();
  const auto& machines = app.workspace.declaration().machines;
  for (const std::size_t index : matching(app)) {
    const bool marked = worst(statuses.of(app, machines[index].id)) != nullptr;
    rows_.add(machines[index].id, index, plain + (marked ? finding : 0), gap);
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
  const ImRect rect(at, ImVec2(at.x + width, at.y + scaled(kHeaderHeight)));
  draw->AddRectFilled(rect.Min, rect.Max, colors.sunken);
  draw->AddLine(ImVec2(rect.Min.x, rect.Max.y), rect.Max, colors.line);
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
  const ImRect line(rect.Min, ImVec2(rect.Max.x, rect.Min.y + scaled(2 * kRowPadding + kCell.line +
                                                                     kCaption.line)));
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
      app, status, ImVec2(rect.Min.x + scaled(kInset - 2), line.Max.y - scaled(kRowPadding - 2)),
      rect.GetWidth() - scaled(24));
  if (context().whole) {
    add_cell(1, column_rect(line, 1), joined({title, kind}, ", "));
  } else {
    begin_group("machine-cell", Role::cell, "");
    context().semantics.last().column_index = 1;
    end_item(machine, id, rect, kind);
    end_group();
  }
  add_cell(2, column_rect(line, 2), joined({owner, where}, ", "));
  add_cell(3, column_rect(line, 3), joined({addresses, reach}, ", "));
  add_cell(4, ImRect(ImVec2(rect.Min.x, line.Max.y - scaled(kRowPadding)), rect.Max), said);
  end_group();
}

void MachineList::draw_table(App& app, float width, float height) {
  place_rows(app, scaled(2 * kRowPadding + kCell.line + kCaption.line), scaled(kCaption.line + 4),
             0);
  begin_group("machines", Role::table, tr(Msg::machines_title));
  Node& table = context().semantics.last();
  table.row_count = static_cast<int>(rows_.places().size()) + 1;
  table.column_count = kColumns;
  draw_header(width);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::BeginChild("rows", ImVec2(width, height - scaled(kHeaderHeight)));
  ImGui::PopStyleVar();
  context().scroll_panel = ImGui::GetCurrentWindow()->ID;
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const float right = origin.x + ImGui::GetContentRegionAvail().x;
  rows_.draw(origin, [&](const RowPlace& place, float top) {
    draw_row(app, place, ImRect(ImVec2(origin.x, top), ImVec2(right, top + place.height)));
  });
  ImGui::SetCursorScreenPos(ImVec2(origin.x, origin.y + rows_.height()));
  ImGui::Dummy(ImVec2(1, 1));
  ImGui::EndChild();
  end_group();
}

// --- the cards

void MachineList::draw_card(App& app, const RowPlace& place, const ImRect& rect) {
  const Palette& colors = palette();
  const Machine& machine = app.workspace.declaration().machines[place.index];
  const MachineStatus& status = statuses.of(app, machine.id);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  begin_group("item", Role::listitem, "");
  Node& item = context().semantics.last();
  item.position = rows_.position_of(place) + 1;
  item.set_size = static_cast<int>(rows_.places().size());
  bool hovered = false;
  const NodeId id = rows_.begin_button(machine.id, rect, &hovered);
  draw->AddRectFilled(rect.Min, rect.Max, hovered ? colors.hover : colors.surface,
                      scaled(kCardRadius));
  draw->AddRect(rect.Min, rect.Max, machine.id == chosen_ ? colors.accent_line : colors.line,
                scaled(kCardRadius));
  focus_ring(draw, id, rect, scaled(kCardRadius));

  const float left = rect.Min.x + scaled(kCardInset);
  const float room = rect.Max.x - scaled(kCardInset) - left;
  float y = rect.Min.y + scaled(kCardInset);
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
      draw_finding_line(app, status, ImVec2(left - scaled(2), y + scaled(4)), room);
  end_item(machine, id, rect, joined({addresses, who, about, said}, ". "));
  end_group();
}

void MachineList::draw_cards(App& app, float width) {
  place_rows(app, scaled(2 * kCardInset + kCardTitle.line + 2 * kBody.line + kCaption.line),
             scaled(kCaption.line + 4), scaled(10));
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  begin_group("cards", Role::list, tr(Msg::machines_title));
  rows_.draw(origin, [&](const RowPlace& place, float top) {
    draw_card(app, place,
              ImRect(ImVec2(origin.x, top), ImVec2(origin.x + width, top + place.height)));
  });
  end_group();
  ImGui::SetCursorScreenPos(origin);
  ImGui::Dummy(ImVec2(width, rows_.height() + scaled(20)));
}

}  // namespace sokenh
