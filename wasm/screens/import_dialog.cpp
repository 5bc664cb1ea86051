#include "wasm/screens/import_dialog.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "wasm/app/app.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/screens.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr std::size_t kPreviewRows = 40;
constexpr float kColumnWidth = 150;
constexpr int kMostCellLines = 6;  // of one cell; all of it is in the channel later

// «Ignore» first, then the form's columns in order.
std::array<std::string_view, kColumnCount + 1> target_labels() {
  std::array<std::string_view, kColumnCount + 1> labels;
  labels[0] = tr(Msg::import_ignore);
  for (std::size_t i = 0; i < kColumnCount; ++i)
    labels[i + 1] = column_label(static_cast<Column>(i));
  return labels;
}

int target_index(const std::optional<Column>& column) {
  return column ? static_cast<int>(*column) + 1 : 0;
}

}  // namespace

void ImportDialog::open_empty() {
  close();
  open_ = true;
}

void ImportDialog::open(Table table) {
  close();
  table_ = std::move(table);
  plan_ = plan_import(table_);
  result_ = import_channels(table_, plan_);
  open_ = true;
  context().wants_frame = true;
}

void ImportDialog::close() { *this = ImportDialog{}; }

bool ImportDialog::handle_paste(App& app, std::string_view text, std::string_view html) {
  if (!open_) return false;
  const Result<Table> table =
      html.find("<table") != std::string_view::npos ? parse_html_table(html) : parse_tsv(text);
  if (!table) {
    app.tell(error_message(table.error(), context().language), Notice::Kind::problem);
  } else {
    app.forget_dialog_notices();
    open(*table);
  }
  return true;
}

void ImportDialog::import(App& app) {
  const std::size_t count = result_.channels.size();
  std::vector<ChannelId> added;
  if (replace_) {
    Declaration declaration = app.workspace.declaration();
    declaration.channels.clear();
    for (Channel channel : result_.channels) {
      channel.id = declaration.next_id++;
      added.push_back(channel.id);
      declaration.channels.push_back(std::move(channel));
    }
    declaration.no_channels = false;
    if (!app.workspace.replace_all(std::move(declaration))) added.clear();
  } else {
    added = app.workspace.insert(app.workspace.declaration().channels.size(),
                                 std::move(result_.channels), CommandKind::import);
  }
  close();
  if (added.empty()) {
    app.tell(std::string(tr(Msg::import_too_many)), Notice::Kind::problem);
    return;
  }
  app.go_to(Screen::channels);
  app.grid.search.clear();
  app.grid.only_findings = false;
  app.grid.activate(app, added.front(), Column::name);
  app.tell(tr(Msg::import_done, {std::to_string(count)}));
}

void ImportDialog::draw_paste_field(App& app, float width) {
  text(tr(Msg::import_how), kBody, palette().text2, width);
  space(12);
  std::string pasted;
  live_field("paste-here", tr(Msg::import_paste_here), pasted,
             {.width = width, .placeholder = tr(Msg::import_paste_hint), .lines = 5});
  if (!pasted.empty()) handle_paste(app, pasted, {});
  space(12);
  if (button("file", tr(Msg::import_choose_file), {.icon = Icon::file})) {
    push_effect("chooseFile", {{"purpose", "table"}, {"accept", ".csv,.tsv,.txt,.html,.htm"}});
  }
}

// What of the table would not arrive.
void ImportDialog::draw_losses(float width) const {
  if (result_.skipped_over_limit > 0) {
    notice(Tone::warn, tr(Msg::import_over_limit_title),
           tr(Msg::import_over_limit,
              {std::to_string(result_.skipped_over_limit), std::to_string(kMaxChannels)}),
           width);
    space(12);
  }
  if (!result_.cut_cells.empty()) {
    const TableCell& first = result_.cut_cells.front();
    const bool one = result_.cut_cells.size() == 1;
    notice(Tone::warn, tr(Msg::import_cut_title, {std::to_string(result_.cut_cells.size())}),
           tr(one ? Msg::import_cut : Msg::import_cut_first,
              {std::to_string(first.row + 1), std::to_string(first.column + 1),
               std::to_string(kMaxTextBytes)}),
           width);
    space(12);
  }
}

void ImportDialog::draw_preview(App& app, float width) {
  const Palette& colors = palette();
  const std::string count = std::to_string(result_.channels.size());
  std::string summary = tr(Msg::import_summary, {count});
  if (result_.skipped_titles > 0)
    summary += tr(Msg::import_skipped_titles, {std::to_string(result_.skipped_titles)});
  if (result_.skipped_blank > 0)
    summary += tr(Msg::import_skipped_blank, {std::to_string(result_.skipped_blank)});
  if (result_.skipped_footer > 0)
    summary += tr(Msg::import_skipped_footer, {std::to_string(result_.skipped_footer)});
  text(summary, kBody, colors.text2, width);
  space(12);
  draw_losses(width);

  const std::size_t columns = plan_.columns.size();
  const float column_width =
      std::max(scaled(kColumnWidth), width / static_cast<float>(std::max<std::size_t>(columns, 1)));
  const float total = column_width * static_cast<float>(columns);
  const float height =
      std::clamp(ImGui::GetMainViewport()->Size.y - scaled(330), scaled(180), scaled(420));
  ImGui::PushStyleColor(ImGuiCol_Border, colors.line);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::SetNextWindowContentSize(ImVec2(total, 0));
  ImGui::BeginChild("preview", ImVec2(width, height), ImGuiChildFlags_Borders,
                    ImGuiWindowFlags_HorizontalScrollbar);
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const ImVec2 origin = ImGui::GetCursorScreenPos();

  const std::size_t rows =
      context().whole ? table_.rows.size() : std::min(table_.rows.size(), kPreviewRows);
  begin_group("rows", Role::table, tr(Msg::import_preview));
  Node& table_node = context().semantics.last();
  table_node.row_count = static_cast<int>(table_.rows.size()) + 1;
  table_node.column_count = static_cast<int>(columns);

  begin_group("targets", Role::row, "");
  context().semantics.last().row_index = 1;
  const auto labels = target_labels();
  const float line = scaled(kCaption.line);
  const float header_height = (context().touch ? field_height() : scaled(30)) + scaled(14);
  const auto column_rect = [&](std::size_t i, float top, float bottom) {
    const float x = origin.x + column_width * static_cast<float>(i);
    return ImRect(ImVec2(x, top), ImVec2(x + column_width, bottom));
  };
  for (std::size_t i = 0; i < columns; ++i) {
    ImGui::PushID(static_cast<int>(i));
    const ImRect place = column_rect(i, origin.y, origin.y + header_height);
    ImGui::SetCursorScreenPos(ImVec2(place.Min.x + scaled(4), place.Min.y + scaled(6)));
    const std::string label = tr(Msg::import_column, {std::to_string(i + 1)});
    const NodeId header = ImGui::GetID("header");
    add_node(header, Role::columnheader, label, place).column_index = static_cast<int>(i) + 1;
    context().semantics.open(header);
    const auto chosen = select("target", label, labels, target_index(plan_.columns[i]),
                               {.width = column_width - scaled(8), .show_label = false});
    context().semantics.close();
    if (chosen) {
      assign_column(plan_, i,
                    *chosen == 0 ? std::nullopt : std::optional(static_cast<Column>(*chosen - 1)));
      result_ = import_channels(table_, plan_);
    }
    ImGui::PopID();
  }
  end_group();

  float y = origin.y + header_height;
  std::size_t next_source = 0;
  for (std::size_t r = 0; r < rows; ++r) {
    while (next_source < result_.source_rows.size() && result_.source_rows[next_source] < r)
      ++next_source;
    const bool taken =
        next_source < result_.source_rows.size() && result_.source_rows[next_source] == r;
    const bool heading_row = plan_.header_row == r;
    const TextStyle& style = heading_row ? kCaptionStrong : kCaption;
    float text_room = line;
    for (std::size_t i = 0; i < columns && i < table_.rows[r].size(); ++i) {
      const float needed = text_height(table_.rows[r][i], style, column_width - scaled(18));
      text_room = std::clamp(needed, text_room, line * kMostCellLines);
    }
    const float row_height = text_room + scaled(10);
    const ImRect rect(ImVec2(origin.x, y), ImVec2(origin.x + total, y + row_height));
    if (!taken)
      draw->AddRectFilled(rect.Min, rect.Max, heading_row ? colors.sunken : colors.background);
    draw->AddLine(ImVec2(rect.Min.x, rect.Max.y), rect.Max, colors.line);
    ImGui::PushID(static_cast<int>(r));
    begin_group("row", Role::row, "");
    context().semantics.last().row_index = static_cast<int>(r) + 2;
    for (std::size_t i = 0; i < columns && i < table_.rows[r].size(); ++i) {
      const bool used = taken && plan_.columns[i].has_value();
      const ImVec2 at(origin.x + column_width * static_cast<float>(i) + scaled(10), y + scaled(5));
      ImGui::PushClipRect(ImVec2(at.x, y),
                          ImVec2(at.x + column_width - scaled(16), at.y + text_room), true);
      draw_text(draw, at, used ? colors.text : colors.text3, table_.rows[r][i], style,
                column_width - scaled(18));
      ImGui::PopClipRect();
      Node& cell = add_node(ImGui::GetID(static_cast<int>(i)), Role::cell, table_.rows[r][i],
                            column_rect(i, y, y + row_height));
      cell.column_index = static_cast<int>(i) + 1;
      if (!used) cell.description = tr(Msg::import_row_skipped);
    }
    end_group();
    ImGui::PopID();
    y += row_height;
  }
  end_group();
  ImGui::SetCursorScreenPos(ImVec2(origin.x, y));
  ImGui::Dummy(ImVec2(total, 0));
  ImGui::EndChild();
  if (table_.rows.size() > rows) {
    space(4);
    text(tr(Msg::import_more_rows, {std::to_string(table_.rows.size() - rows)}), kCaption,
         colors.text3);
  }
  space(8);
  if (!app.workspace.declaration().channels.empty()) {
    const std::string existing = std::to_string(app.workspace.declaration().channels.size());
    if (checkbox("replace", tr(Msg::import_replace, {existing}), replace_)) replace_ = !replace_;
  }
}

void ImportDialog::draw(App& app) {
  if (!open_) return;
  const bool leave = begin_dialog("import", tr(Msg::import_title), 980);
  const float width = ImGui::GetContentRegionAvail().x;
  draw_dialog_notices(app, width);
  const bool empty = table_.rows.empty();
  if (empty) {
    draw_paste_field(app, width);
  } else {
    draw_preview(app, width);
  }
  space(16);
  bool done = leave;
  if (!table_.rows.empty()) {
    const std::string label = tr(Msg::import_confirm, {std::to_string(result_.channels.size())});
    if (button("confirm", label,
               {.kind = ButtonKind::primary,
                .icon = Icon::check,
                .enabled = !result_.channels.empty()})) {
      import(app);
      end_dialog();
      return;
    }
    row_or_below(button_width(tr(Msg::cancel)), width);
  }
  if (button("cancel", tr(Msg::cancel))) done = true;
  end_dialog();
  if (done) close();
}

}  // namespace sokenh
