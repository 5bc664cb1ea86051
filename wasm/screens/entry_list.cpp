#include "wasm/screens/entry_list.h"

#include "wasm/app/app.h"
#include "wasm/screens/channel_marks.h"
#include "wasm/screens/labels.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

const Finding* finding_to_deal_with(std::span<const Finding* const> findings) {
  const Finding* found = worst_finding(findings, Column::ordinal);
  return found != nullptr && found->severity != Severity::advice ? found : nullptr;
}

std::string draw_finding_line(App& app, std::span<const Finding* const> findings, ImVec2 at,
                              float room) {
  const Finding* finding = finding_to_deal_with(findings);
  if (finding == nullptr) return {};
  const ToneColors tone = tone_colors(severity_tone(finding->severity));
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw_icon(draw, severity_icon(finding->severity),
            ImVec2(at.x + scaled(8), at.y + scaled(kCaption.line) / 2), tone.text, 14);
  std::string line = finding_sentence(*finding, 0);
  const std::string clause = clause_reference(*finding, app.workspace.packs());
  if (!clause.empty()) line += " " + clause;
  if (findings.size() > 1)
    line += " " + tr(Msg::account_more_findings, {std::to_string(findings.size() - 1)});
  draw_text_elided(draw, ImVec2(at.x + scaled(22), at.y), tone.text, line, kCaption,
                   room - scaled(22));
  return line;
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

float list_row_height() { return scaled(2 * kListRowPadding + kCell.line + kCaption.line); }

float list_card_height() {
  return scaled(2 * kListCardInset + kCardTitle.line + 2 * kBody.line + kCaption.line);
}

float list_finding_height() { return scaled(kCaption.line + 4); }

ImRect list_row_lines(const ImRect& row) {
  return {row.Min, ImVec2(row.Max.x, row.Min.y + list_row_height())};
}

void draw_list_cell(const ImRect& rect, const ListCell& cell, const TextStyle& first_style) {
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const float room = rect.GetWidth() - scaled(10);
  const ImVec2 at(rect.Min.x, rect.Min.y + scaled(kListRowPadding));
  draw_text_elided(draw, at, cell.first_color, cell.first, first_style, room);
  draw_text_elided(draw, ImVec2(at.x, at.y + scaled(kCell.line)), cell.second_color, cell.second,
                   kCaption, room);
}

void add_list_cell(int column, const ImRect& rect, std::string_view name) {
  ImGui::PushID(column);
  add_node(ImGui::GetID("cell"), Role::cell, name, rect).column_index = column;
  ImGui::PopID();
}

void draw_list_header_back(const ImRect& rect) {
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddRectFilled(rect.Min, rect.Max, palette().sunken);
  draw->AddLine(ImVec2(rect.Min.x, rect.Max.y), rect.Max, palette().line);
}

void draw_list_rows(RowList& rows, float width, float height, const DrawEntry& draw_row) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::BeginChild("rows", ImVec2(width, height - scaled(kListHeaderHeight)));
  ImGui::PopStyleVar();
  context().scroll_panel = ImGui::GetCurrentWindow()->ID;
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const float right = origin.x + ImGui::GetContentRegionAvail().x;
  rows.draw(origin, [&](const RowPlace& place, float top) {
    draw_row(place, ImRect(ImVec2(origin.x, top), ImVec2(right, top + place.height)));
  });
  ImGui::SetCursorScreenPos(ImVec2(origin.x, origin.y + rows.height()));
  ImGui::Dummy(ImVec2(1, 1));
  ImGui::EndChild();
}

void draw_list_cards(RowList& rows, std::string_view name, float width,
                     const DrawEntry& draw_card) {
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  begin_group("cards", Role::list, name);
  rows.draw(origin, [&](const RowPlace& place, float top) {
    draw_card(place, ImRect(ImVec2(origin.x, top), ImVec2(origin.x + width, top + place.height)));
  });
  end_group();
  ImGui::SetCursorScreenPos(origin);
  ImGui::Dummy(ImVec2(width, rows.height() + scaled(20)));
}

NodeId begin_list_card(RowList& rows, const RowPlace& place, const ImRect& rect,
                       const ImRect& opens, bool chosen) {
  const Palette& colors = palette();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  begin_group("item", Role::listitem, "");
  Node& item = context().semantics.last();
  item.position = rows.position_of(place) + 1;
  item.set_size = static_cast<int>(rows.places().size());
  bool hovered = false;
  const NodeId id = rows.begin_button(place.id, opens, &hovered);
  draw->AddRectFilled(rect.Min, rect.Max, hovered ? colors.hover : colors.surface,
                      scaled(kCardRadius));
  draw->AddRect(rect.Min, rect.Max, chosen ? colors.accent_line : colors.line, scaled(kCardRadius));
  focus_ring(draw, id, opens, scaled(kCardRadius));
  return id;
}

}  // namespace sokenh
