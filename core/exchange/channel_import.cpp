#include "core/exchange/channel_import.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include "core/exchange/column_heading.h"
#include "core/exchange/table_rows.h"
#include "core/inventory/channel_state.h"
#include "core/inventory/declaration.h"
#include "core/inventory/partial_date.h"
#include "core/text/ascii.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

using Columns = std::vector<std::optional<Column>>;

// How far down a heading may be, and how many rows tell what a column holds.
constexpr std::size_t kHeadingSearchRows = 60;
constexpr std::size_t kSampleRows = 200;
// Cells filled in a row of names or titles below the signature lines; a fuller row is data again.
constexpr std::size_t kFullestFooter = 3;

std::optional<std::size_t> find_heading_row(const Table& table) {
  const std::size_t end = std::min(table.rows.size(), kHeadingSearchRows);
  for (std::size_t row = 0; row < end; ++row) {
    if (is_heading_row(table.rows[row])) return row;
  }
  return std::nullopt;
}

std::optional<std::size_t> find_column(const Columns& columns, Column column) {
  const auto found = std::find(columns.begin(), columns.end(), column);
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

// The second row of a heading whose first has merged cells («Người quản trị» over «Họ tên» and
// «SĐT»).
bool is_second_heading_row(const TableRow& row, const Columns& columns) {
  const auto name = find_column(columns, Column::name);
  if (filled_count(row) == 0 || (name && !text::is_blank(cell_at(row, *name)))) return false;
  return std::all_of(row.begin(), row.end(), [](const std::string& cell) {
    return text::is_blank(cell) || read_heading(cell).has_value();
  });
}

void add_second_heading(Columns& columns, const TableRow& row) {
  const Columns second = heading_columns(row, columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (second[i] && !columns[i] && !find_column(columns, *second[i])) columns[i] = second[i];
  }
}

// --- Without a heading: what the cells look like.

bool looks_like_contact(std::string_view cell) {
  const std::size_t at = cell.find('@');
  if (at != std::string_view::npos && at > 0 && cell.find('.', at) != std::string_view::npos)
    return true;
  std::size_t digits = 0;
  for (const char c : cell) {
    if (text::is_ascii_digit(c)) {
      ++digits;
    } else if (std::string_view(" .-+()/;,\n").find(c) == std::string_view::npos) {
      return false;
    }
  }
  return digits >= 9 && digits <= 30 &&
         (digits <= 12 || cell.find_first_of(" .-;,\n") != std::string_view::npos);
}

bool looks_like_identifier(std::string_view cell) {
  if (cell.size() < 6 || cell.find_first_of(" /.\n") != std::string_view::npos) return false;
  if (cell.front() == '@') return true;
  return cell.size() >= 13 && std::any_of(cell.begin(), cell.end(), text::is_ascii_digit);
}

bool has_any_word(std::string_view cell, std::span<const std::string_view> words) {
  const std::string folded = text::fold(cell);
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

constexpr std::string_view kChannelWords[] = {"http", "www.",    ".vn",    ".com",   "facebook",
                                              "zalo", "youtube", "tiktok", "trang ", "cong ",
                                              "kenh", "nhom ",   "fanpage"};
constexpr std::string_view kUnitWords[] = {"truong",    "phong ", "ubnd", "uy ban",  "so ", "ban ",
                                           "trung tam", "doan",   "doi ", "cong an", "hoi "};

// How many of a column's filled cells look like what.
struct ColumnLook {
  int filled = 0;
  int ordinals = 0;
  int dates = 0;
  int states = 0;
  int contacts = 0;
  int identifiers = 0;
  int channels = 0;
  int units = 0;

  bool mostly(int count) const { return filled > 0 && count * 2 >= filled; }
};

ColumnLook look_at_column(const Table& table, std::size_t column) {
  ColumnLook look;
  std::optional<int> last_ordinal;
  const std::size_t end = std::min(table.rows.size(), kSampleRows);
  for (std::size_t row = 0; row < end; ++row) {
    const std::string_view cell = text::trim(cell_at(table.rows[row], column));
    if (cell.empty() || cell.size() > kMaxTextBytes) continue;
    ++look.filled;
    const auto ordinal = read_ordinal(cell);
    // Years that count up are no ordinals.
    if (ordinal && *ordinal < 1990 && (!last_ordinal || *ordinal == *last_ordinal + 1))
      ++look.ordinals;
    if (ordinal) last_ordinal = ordinal;
    const DateProblem date = read_partial_date(cell).problem;
    look.dates += date == DateProblem::none || date == DateProblem::no_such_day ? 1 : 0;
    const StateReading state = read_state(cell);
    const bool is_state =
        state.state != ChannelState::unknown || state.suggestion != ChannelState::unknown;
    look.states += is_state ? 1 : 0;
    look.contacts += looks_like_contact(cell) ? 1 : 0;
    look.identifiers += looks_like_identifier(cell) ? 1 : 0;
    look.channels += has_any_word(cell, kChannelWords) ? 1 : 0;
    look.units += has_any_word(cell, kUnitWords) ? 1 : 0;
  }
  return look;
}

// False when a column in the form's place cannot be what the form has there.
bool fits(const ColumnLook& look, Column column) {
  if (look.filled == 0) return column != Column::name;
  switch (column) {
    case Column::ordinal:
      return look.mostly(look.ordinals);
    case Column::created:
      return look.mostly(look.dates);
    case Column::state:
      return look.mostly(look.states);
    case Column::identifier:
      return !look.mostly(look.dates) && !look.mostly(look.states);
    default:
      break;
  }
  const bool other =
      look.mostly(look.dates) || look.mostly(look.states) || look.mostly(look.ordinals);
  return !other && (column == Column::contact || !look.mostly(look.contacts));
}

std::optional<Columns> form_order(std::span<const ColumnLook> looks) {
  const bool has_ordinal = !looks.empty() && looks[0].mostly(looks[0].ordinals);
  const std::size_t offset = has_ordinal ? 0 : 1;
  const std::size_t needed = static_cast<std::size_t>(kColumnCount) - offset;
  if (looks.size() < needed) return std::nullopt;
  Columns columns(looks.size());
  for (std::size_t i = 0; i < needed; ++i) {
    const auto column = static_cast<Column>(i + offset);
    if (!fits(looks[i], column)) return std::nullopt;
    columns[i] = column;
  }
  return columns;
}

Columns guess_by_look(std::span<const ColumnLook> looks) {
  Columns columns(looks.size());
  // The free column where `count` is most often right; ties go left.
  const auto assign = [&](Column column, int ColumnLook::*count, bool needs_majority) {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < looks.size(); ++i) {
      if (columns[i] || looks[i].filled == 0) continue;
      if (needs_majority && !looks[i].mostly(looks[i].*count)) continue;
      // Ratios compared without dividing.
      if (!best || looks[i].*count * looks[*best].filled > looks[*best].*count * looks[i].filled)
        best = i;
    }
    if (best) columns[*best] = column;
  };
  assign(Column::state, &ColumnLook::states, true);
  assign(Column::ordinal, &ColumnLook::ordinals, true);
  assign(Column::created, &ColumnLook::dates, true);
  assign(Column::identifier, &ColumnLook::identifiers, true);
  // An inventory of mail boxes: the only column with addresses is the name.
  const auto free_columns = std::count_if(looks.begin(), looks.end(), [&](const ColumnLook& look) {
    return look.filled > 0 && !columns[static_cast<std::size_t>(&look - looks.data())];
  });
  if (free_columns > 1) assign(Column::contact, &ColumnLook::contacts, true);
  assign(Column::name, &ColumnLook::channels, false);
  assign(Column::managing_unit, &ColumnLook::units, true);
  assign(Column::administrators, &ColumnLook::filled, false);
  return columns;
}

Columns guess_columns(const Table& table, std::size_t width) {
  std::vector<ColumnLook> looks;
  looks.reserve(width);
  for (std::size_t column = 0; column < width; ++column)
    looks.push_back(look_at_column(table, column));
  const auto in_order = form_order(looks);
  return in_order ? *in_order : guess_by_look(looks);
}

// Titles above a table that has no heading: fuller or numbered rows are data.
std::size_t first_data_row(const Table& table, const Columns& columns) {
  std::size_t fullest = 0;
  for (const TableRow& row : table.rows) fullest = std::max(fullest, filled_count(row));
  const std::size_t enough = fullest < 3 ? 1 : std::max<std::size_t>(2, fullest / 2);
  const auto ordinal = find_column(columns, Column::ordinal);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const TableRow& row = table.rows[i];
    if (ordinal && read_ordinal(cell_at(row, *ordinal))) return i;
    if (filled_count(row) >= enough && !is_title_row(row)) return i;
  }
  return 0;
}

// --- Importing

class Importer {
 public:
  Importer(const Table& table, const ImportPlan& plan) : table_(table), columns_(plan.columns) {
    if (plan.header_row && *plan.header_row < table.rows.size()) {
      heading_ = heading_columns(table.rows[*plan.header_row], columns_.size());
    }
    find_ordinal();
  }

  ImportResult run(std::size_t first_row) && {
    for (std::size_t row = 0; row < std::min(first_row, table_.rows.size()); ++row) {
      if (filled_count(table_.rows[row]) > 0) ++result_.skipped_titles;
    }
    for (std::size_t row = first_row; row < table_.rows.size(); ++row) add_row(row);
    return std::move(result_);
  }

 private:
  void find_ordinal() { ordinal_ = find_column(columns_, Column::ordinal); }

  void add_row(std::size_t index) {
    const TableRow& row = table_.rows[index];
    const std::string_view ordinal =
        ordinal_ ? text::trim(cell_at(row, *ordinal_)) : std::string_view();
    const bool numbered = read_ordinal(ordinal).has_value();
    if (filled_count(row) == 0) {
      ++result_.skipped_blank;
    } else if (is_numbering_row(row)) {
      ++result_.skipped_titles;
    } else if (numbered) {
      in_footer_ = false;
      add_channel(index);
    } else if (is_heading_row(row)) {
      in_footer_ = false;
      follow_heading(row);
      ++result_.skipped_titles;
    } else if ((in_footer_ && filled_count(row) <= kFullestFooter) || is_footer_row(row)) {
      in_footer_ = true;
      ++result_.skipped_footer;
    } else if (is_section_title(row, ordinal)) {
      ++result_.skipped_titles;
    } else {
      in_footer_ = false;
      add_channel(index);
    }
  }

  // «I | Trang thông tin điện tử», «A. | Kênh chính thức», or a title in the STT column alone.
  static bool is_section_title(const TableRow& row, std::string_view ordinal) {
    if (ordinal.empty() || filled_count(row) > 2) return false;
    if (filled_count(row) == 1) return true;
    if (ordinal.ends_with('.')) ordinal.remove_suffix(1);
    const bool letter = ordinal.size() == 1 && ordinal.front() >= 'A' && ordinal.front() <= 'Z';
    return letter || ordinal.find_first_not_of("IVX") == std::string_view::npos;
  }

  void follow_heading(const TableRow& row) {
    const Columns named = heading_columns(row, columns_.size());
    if (heading_ && named == *heading_) return;  // repeated: what the person chose still holds
    heading_ = named;
    columns_ = named;
    find_ordinal();
  }

  void add_channel(std::size_t index) {
    const TableRow& row = table_.rows[index];
    Channel channel;
    for (std::size_t i = 0; i < columns_.size() && i < row.size(); ++i) {
      if (!columns_[i] || *columns_[i] == Column::ordinal) continue;
      set_column_text(channel, *columns_[i], limited(text::trim(row[i]), {index, i}));
    }
    if (is_blank(channel)) {
      ++result_.skipped_blank;
    } else if (continues_channel_above(row, channel)) {
      join(result_.channels.back(), channel, index);
    } else if (result_.channels.size() == kMaxChannels) {
      ++result_.skipped_over_limit;
    } else {
      result_.channels.push_back(std::move(channel));
      result_.source_rows.push_back(index);
    }
  }

  bool continues_channel_above(const TableRow& row, const Channel& channel) const {
    return ordinal_ && !result_.channels.empty() && result_.skipped_over_limit == 0 &&
           text::is_blank(cell_at(row, *ordinal_)) && channel.name.empty();
  }

  void join(Channel& above, const Channel& more, std::size_t index) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (!columns_[i]) continue;
      const std::string& added = column_text(more, *columns_[i]);
      if (added.empty()) continue;
      const std::string& old = column_text(above, *columns_[i]);
      std::string joined = old;
      if (!joined.empty()) joined += '\n';
      joined += added;
      set_column_text(above, *columns_[i], limited(joined, {index, i}));
    }
  }

  std::string_view limited(std::string_view text, TableCell cell) {
    if (text.size() <= kMaxTextBytes) return text;
    result_.cut_cells.push_back(cell);
    return cut_text(text);
  }

  const Table& table_;
  Columns columns_;
  std::optional<Columns> heading_;  // what the last heading row says, before the person's changes
  std::optional<std::size_t> ordinal_;
  bool in_footer_ = false;
  ImportResult result_;
};

}  // namespace

ImportPlan plan_import(const Table& table) {
  ImportPlan plan;
  const std::size_t width = table_width(table);
  plan.header_row = find_heading_row(table);
  if (!plan.header_row) {
    plan.columns = guess_columns(table, width);
    plan.first_row = first_data_row(table, plan.columns);
    return plan;
  }
  std::size_t row = *plan.header_row;
  plan.columns = heading_columns(table.rows[row++], width);
  if (row < table.rows.size() && is_second_heading_row(table.rows[row], plan.columns)) {
    add_second_heading(plan.columns, table.rows[row++]);
  }
  plan.first_row = row;
  return plan;
}

void assign_column(ImportPlan& plan, std::size_t table_column, std::optional<Column> column) {
  if (table_column >= plan.columns.size()) return;
  if (column)
    std::replace(plan.columns.begin(), plan.columns.end(), column, std::optional<Column>());
  plan.columns[table_column] = column;
}

ImportResult import_channels(const Table& table, const ImportPlan& plan) {
  return Importer(table, plan).run(plan.first_row);
}

}  // namespace sokenh
