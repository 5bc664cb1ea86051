// A table that is to be imported, as the dialogs for channels and for accounts show it: where to
// paste it, what each column is, which rows come in.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/table.h"

namespace sokenh {

class App;

struct TablePreview {
  const Table& table;
  std::span<const std::string_view> targets;  // what a column can be; the first is «ignore»
  std::span<const int> chosen;                // of each column, an index into the targets
  std::optional<std::size_t> header_row;
  std::span<const std::size_t> taken_rows;  // ascending
  std::vector<bool> secret =
      {};  // columns that are neither shown nor to be chosen for; may be empty
};

struct ColumnChoice {
  std::size_t column = 0;
  int target = 0;
};

// What the person chose for a column, once.
std::optional<ColumnChoice> draw_table_preview(const TablePreview& preview, float width);

// A field to paste into and a button for a file; what was pasted, once.
std::optional<std::string> draw_paste_place(std::string_view how, float width);

// The dialog of an import, whatever is imported: where to paste while there is no table, else its
// preview, and the buttons below.
struct ImportFrame {
  const char* key;
  std::string_view title, how;
  std::function<bool()> has_table;
  std::function<void(float width)> draw_choices;  // above both; may be empty
  std::function<void(float width)> draw_preview;
  std::function<void(std::string_view pasted)> take_paste;
  // What the button says that imports, and how many entries there are.
  std::function<std::string()> confirm_label;
  std::function<std::size_t()> count;
};
enum class ImportStep { none, import, close };
ImportStep draw_import_frame(App& app, const ImportFrame& frame);

// The table pasted while the dialog is open; what is wrong with it is told there.
std::optional<Table> take_pasted_table(App& app, std::string_view text, std::string_view html);

// « Bỏ qua 2 dòng tiêu đề.» …, each only where there are some.
std::string skipped_rows_label(std::size_t titles, std::size_t blank, std::size_t footer);

}  // namespace sokenh
