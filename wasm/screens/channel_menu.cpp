#include "wasm/screens/channel_menu.h"

#include <algorithm>
#include <string>

#include "core/exchange/table.h"
#include "wasm/app/app.h"
#include "wasm/screens/labels.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

// The form's eight columns, as a row that can be pasted into a spreadsheet.
TableRow table_row(const App& app, const Channel& channel) {
  TableRow row = {std::to_string(app.row_number(channel.id))};
  for (int i = 1; i < kColumnCount; ++i)
    row.push_back(column_text(channel, static_cast<Column>(i)));
  return row;
}

Table whole_table(const App& app) {
  Table table;
  TableRow& header = table.rows.emplace_back();
  for (int i = 0; i < kColumnCount; ++i) header.emplace_back(column_label(static_cast<Column>(i)));
  for (const Channel& channel : app.workspace.declaration().channels)
    table.rows.push_back(table_row(app, channel));
  return table;
}

// As HTML too, which spreadsheets prefer: there telephone numbers stay text.
void copy_table(const Table& table) {
  push_effect("copy", {{"text", write_tsv(table)}, {"html", write_html_table(table)}});
}

}  // namespace

void duplicate_channel(App& app, ChannelId row) {
  if (app.read_only || !app.grid.commit(app)) return;
  if (const ChannelId copy = app.workspace.duplicate(row)) {
    app.grid.activate(app, copy, Column::name);
    push_effect("announce",
                {{"text", tr(Msg::channel_duplicated, {std::to_string(app.row_number(copy))})}});
  }
}

void delete_channel(App& app, ChannelId row) {
  if (app.read_only || !app.grid.commit(app)) return;
  const int number = app.row_number(row);
  const ChannelId rows[] = {row};
  app.workspace.remove(rows);
  app.tell(tr(Msg::channel_deleted, {std::to_string(number)}));
}

void ChannelMenu::open(ChannelId row, std::optional<Column> column) {
  row_ = row;
  column_ = column == Column::ordinal ? std::nullopt : column;
  context().wants_frame = true;
}

void ChannelMenu::draw(App& app) {
  if (!is_open()) return;
  const auto& channels = app.workspace.declaration().channels;
  const auto found = std::find_if(channels.begin(), channels.end(),
                                  [&](const Channel& channel) { return channel.id == row_; });
  if (found == channels.end()) {
    close();
    return;
  }
  const std::string title = channel_title(*found);
  const bool leave = begin_dialog("channel-menu", title, 360);
  const float width = ImGui::GetContentRegionAvail().x;
  bool first = true;
  const auto action = [&](const char* key, Msg label, Icon icon, bool changes) {
    const bool used = button(
        key, tr(label),
        {.icon = icon, .enabled = !changes || !app.read_only, .width = width, .first = first});
    first = false;
    space(8);
    return used;
  };
  const ChannelId row = row_;
  bool done = leave;
  if (column_ && action("copy-cell", Msg::channel_copy_cell, Icon::copy, false)) {
    const std::string& cell = column_text(*found, *column_);
    push_effect("copy", {{"text", cell}, {"html", write_html_table(Table{{{cell}}})}});
    done = true;
  }
  if (action("copy-row", Msg::channel_copy_row, Icon::copy, false)) {
    copy_table(Table{{table_row(app, *found)}});
    done = true;
  }
  if (action("copy-all", Msg::channel_copy_all, Icon::copy, false)) {
    copy_table(whole_table(app));
    done = true;
  }
  const bool duplicate = action("duplicate", Msg::channel_duplicate_one, Icon::add, true);
  const bool remove = action("delete", Msg::channel_delete_one, Icon::trash, true);
  end_dialog();
  if (done || duplicate || remove) close();
  if (duplicate) duplicate_channel(app, row);
  if (remove) delete_channel(app, row);
}

}  // namespace sokenh
