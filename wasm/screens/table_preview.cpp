#include "wasm/screens/table_preview.h"

#include <algorithm>
#include <cmath>

#include "wasm/app/app.h"
#include "wasm/screens/screens.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr std::size_t kPreviewRows = 40;
constexpr float kColumnWidth = 150;
constexpr int kMostCellLines = 6;  // of one cell; all of it is there later

class PreviewTable {
 public:
  PreviewTable(const TablePreview& preview, float width)
      : preview_(preview),
        rows_(context().whole ? preview.table.rows.size()
                              : std::min(preview.table.rows.size(), kPreviewRows)),
        column_width_(
            std::max(scaled(kColumnWidth),
                     width / static_cast<float>(std::max<std::size_t>(preview.chosen.size(), 1)))),
        total_(column_width_ * static_cast<float>(preview.chosen.size())) {}

  float total_width() const { return total_; }
  std::size_t rows() const { return rows_; }

  std::optional<ColumnChoice> draw() {
    origin_ = ImGui::GetCursorScreenPos();
    begin_group("rows", Role::table, tr(Msg::import_preview));
    Node& node = context().semantics.last();
    node.row_count = static_cast<int>(preview_.table.rows.size()) + 1;
    node.column_count = static_cast<int>(preview_.chosen.size());
    const float header_height = (context().touch ? field_height() : scaled(30)) + scaled(14);
    const std::optional<ColumnChoice> choice = draw_header(header_height);
    float y = origin_.y + header_height;
    for (std::size_t row = 0; row < rows_; ++row) y += draw_row(row, y);
    end_group();
    ImGui::SetCursorScreenPos(ImVec2(origin_.x, y));
    ImGui::Dummy(ImVec2(total_, 0));
    return choice;
  }

 private:
  bool is_secret(std::size_t column) const {
    return column < preview_.secret.size() && preview_.secret[column];
  }

  ImRect column_rect(std::size_t column, float top, float bottom) const {
    const float x = origin_.x + column_width_ * static_cast<float>(column);
    return {ImVec2(x, top), ImVec2(x + column_width_, bottom)};
  }

  std::optional<ColumnChoice> draw_header(float height) {
    std::optional<ColumnChoice> choice;
    begin_group("targets", Role::row, "");
    context().semantics.last().row_index = 1;
    for (std::size_t i = 0; i < preview_.chosen.size(); ++i) {
      ImGui::PushID(static_cast<int>(i));
      const ImRect place = column_rect(i, origin_.y, origin_.y + height);
      ImGui::SetCursorScreenPos(ImVec2(place.Min.x + scaled(4), place.Min.y + scaled(6)));
      const bool secret = is_secret(i);
      const std::string label =
          tr(secret ? Msg::import_column_secret : Msg::import_column, {std::to_string(i + 1)});
      const NodeId header = ImGui::GetID("header");
      add_node(header, Role::columnheader, label, place).column_index = static_cast<int>(i) + 1;
      if (secret) {
        draw_text_elided(ImGui::GetWindowDrawList(),
                         ImVec2(place.Min.x + scaled(10),
                                std::round(place.GetCenter().y - scaled(kCaptionStrong.line) / 2)),
                         palette().warn, tr(Msg::import_secret), kCaptionStrong,
                         column_width_ - scaled(18));
      } else {
        context().semantics.open(header);
        const auto chosen = select("target", label, preview_.targets, preview_.chosen[i],
                                   {.width = column_width_ - scaled(8), .show_label = false});
        context().semantics.close();
        if (chosen) choice = ColumnChoice{i, *chosen};
      }
      ImGui::PopID();
    }
    end_group();
    return choice;
  }

  std::string_view cell_text(std::size_t row, std::size_t column) const {
    const std::string& cell = preview_.table.rows[row][column];
    if (is_secret(column) && row != preview_.header_row && !cell.empty()) return "••••••";
    return cell;
  }

  std::size_t cells_of(std::size_t row) const {
    return std::min(preview_.chosen.size(), preview_.table.rows[row].size());
  }

  float draw_row(std::size_t row, float y) {
    const Palette& colors = palette();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const bool taken =
        std::binary_search(preview_.taken_rows.begin(), preview_.taken_rows.end(), row);
    const bool heading_row = preview_.header_row == row;
    const TextStyle& style = heading_row ? kCaptionStrong : kCaption;
    const float room = column_width_ - scaled(18);
    const float line = scaled(kCaption.line);
    float text_room = line;
    for (std::size_t i = 0; i < cells_of(row); ++i)
      text_room =
          std::clamp(text_height(cell_text(row, i), style, room), text_room, line * kMostCellLines);
    const float height = text_room + scaled(10);
    const ImRect rect(ImVec2(origin_.x, y), ImVec2(origin_.x + total_, y + height));
    if (!taken)
      draw->AddRectFilled(rect.Min, rect.Max, heading_row ? colors.sunken : colors.background);
    draw->AddLine(ImVec2(rect.Min.x, rect.Max.y), rect.Max, colors.line);
    ImGui::PushID(static_cast<int>(row));
    begin_group("row", Role::row, "");
    context().semantics.last().row_index = static_cast<int>(row) + 2;
    for (std::size_t i = 0; i < cells_of(row); ++i) {
      const bool used = taken && preview_.chosen[i] != 0;
      const ImVec2 at(column_rect(i, y, y).Min.x + scaled(10), y + scaled(5));
      ImGui::PushClipRect(ImVec2(at.x, y),
                          ImVec2(at.x + column_width_ - scaled(16), at.y + text_room), true);
      draw_text(draw, at, used ? colors.text : colors.text3, cell_text(row, i), style, room);
      ImGui::PopClipRect();
      Node& cell = add_node(ImGui::GetID(static_cast<int>(i)), Role::cell, cell_text(row, i),
                            column_rect(i, y, y + height));
      cell.column_index = static_cast<int>(i) + 1;
      if (!used) cell.description = tr(Msg::import_row_skipped);
    }
    end_group();
    ImGui::PopID();
    return height;
  }

  const TablePreview& preview_;
  std::size_t rows_;
  float column_width_;
  float total_;
  ImVec2 origin_;
};

}  // namespace

std::optional<ColumnChoice> draw_table_preview(const TablePreview& preview, float width) {
  PreviewTable table(preview, width);
  const float height =
      std::clamp(ImGui::GetMainViewport()->Size.y - scaled(330), scaled(180), scaled(420));
  ImGui::PushStyleColor(ImGuiCol_Border, palette().line);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::SetNextWindowContentSize(ImVec2(table.total_width(), 0));
  ImGui::BeginChild("preview", ImVec2(width, height), ImGuiChildFlags_Borders,
                    ImGuiWindowFlags_HorizontalScrollbar);
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
  const std::optional<ColumnChoice> choice = table.draw();
  ImGui::EndChild();
  const std::size_t all = preview.table.rows.size();
  if (all > table.rows()) {
    space(4);
    text(tr(Msg::import_more_rows, {std::to_string(all - table.rows())}), kCaption,
         palette().text3);
  }
  space(8);
  return choice;
}

std::optional<std::string> draw_paste_place(std::string_view how, float width) {
  text(how, kBody, palette().text2, width);
  space(12);
  std::string pasted;
  live_field("paste-here", tr(Msg::import_paste_here), pasted,
             {.width = width, .placeholder = tr(Msg::import_paste_hint), .lines = 5});
  space(12);
  if (button("file", tr(Msg::import_choose_file), {.icon = Icon::file})) {
    push_effect("chooseFile",
                {{"purpose", "table"}, {"accept", ".xlsx,.csv,.tsv,.txt,.html,.htm"}});
  }
  return pasted.empty() ? std::nullopt : std::optional(std::move(pasted));
}

std::string skipped_rows_label(std::size_t titles, std::size_t blank, std::size_t footer) {
  std::string label;
  if (titles > 0) label += tr(Msg::import_skipped_titles, {std::to_string(titles)});
  if (blank > 0) label += tr(Msg::import_skipped_blank, {std::to_string(blank)});
  if (footer > 0) label += tr(Msg::import_skipped_footer, {std::to_string(footer)});
  return label;
}

std::optional<Table> take_pasted_table(App& app, std::string_view text, std::string_view html) {
  Result<Table> table =
      html.find("<table") != std::string_view::npos ? parse_html_table(html) : parse_tsv(text);
  if (!table) {
    app.tell(error_message(table.error(), context().language), Notice::Kind::problem);
    return std::nullopt;
  }
  app.forget_dialog_notices();
  return std::move(*table);
}

ImportStep draw_import_frame(App& app, const ImportFrame& frame) {
  const bool leave = begin_dialog(frame.key, frame.title, 980);
  const float width = ImGui::GetContentRegionAvail().x;
  draw_dialog_notices(app, width);
  if (frame.draw_choices) frame.draw_choices(width);
  const bool shown = frame.has_table();
  if (shown) {
    frame.draw_preview(width);
  } else if (const auto pasted = draw_paste_place(frame.how, width)) {
    frame.take_paste(*pasted);
  }
  space(16);
  bool take = false;
  if (shown) {
    take = button("confirm", frame.confirm_label(),
                  {.kind = ButtonKind::primary, .icon = Icon::check, .enabled = frame.count() > 0});
    same_line(8);
  }
  const bool cancelled = button("cancel", tr(Msg::cancel));
  end_dialog();
  if (take) return ImportStep::import;
  return leave || cancelled ? ImportStep::close : ImportStep::none;
}

}  // namespace sokenh
