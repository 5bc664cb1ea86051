// The entries of one log as a list: rows of a table, or cards on a phone; which of them is chosen,
// and what search and filters leave. One list for all kinds: its columns come from the kind's table
// of fields.
#pragma once

#include <imgui_internal.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "wasm/screens/log_status.h"
#include "wasm/ui/row_list.h"

namespace sokenh {

class App;

enum class LogFilter { all, to_deal_with, late, due_soon };

class LogList {
 public:
  // Of which kind; the search and the filters begin anew with another one.
  void set_kind(LogKind kind);
  LogKind kind() const { return kind_; }

  // Into the current window: a table of that size with rows that scroll, or the cards at the
  // cursor.
  void draw_table(App& app, float width, float height);
  void draw_cards(App& app, float width);

  // Arrows between the rows. True when it was used.
  bool handle_key(const ui::KeyPress& key) { return rows_.handle_key(key); }

  void choose(LogEntryId entry, bool with_focus);
  void focus_on(LogEntryId entry);  // its row, without choosing it
  LogEntryId chosen() const { return chosen_; }
  // The entry the person opened since the last call; 0: none.
  LogEntryId take_opened() { return std::exchange(opened_, LogEntryId{0}); }

  // What search and filters leave, of the declaration's log.
  const std::vector<std::size_t>& matching(App& app);
  void show_all();  // neither search nor filter
  bool shows_all() const;
  // Those that the kind's entries name, as written first, in Vietnamese order.
  const std::vector<std::string>& machines(App& app);

  LogStatuses statuses;
  std::string search;
  LogFilter filter = LogFilter::all;
  std::string machine;  // folded; empty: all

 private:
  // What the list was made of.
  struct Made {
    std::uint64_t evaluation = 0;  // App::evaluations()
    LogKind kind = LogKind::patch;
    std::string search, machine;
    LogFilter filter = LogFilter::all;
    friend bool operator==(const Made&, const Made&) = default;
  };

  void place_rows(App& app, float plain, float gap);
  void draw_header(const ImRect& rect, std::span<const float> lefts) const;
  void draw_row(App& app, const ui::RowPlace& place, const ImRect& rect,
                std::span<const float> lefts);
  void draw_card(App& app, const ui::RowPlace& place, const ImRect& rect);
  void open_if(bool opened, LogEntryId entry);

  LogKind kind_ = LogKind::patch;
  LogEntryId chosen_ = 0;
  LogEntryId opened_ = 0;
  ui::RowList rows_;
  bool width_is_wide_ = false;  // enough for the table's further columns
  std::optional<Made> made_;
  std::vector<std::size_t> matching_;
  std::optional<std::pair<std::uint64_t, LogKind>> machines_of_;  // the evaluation, the kind
  std::vector<std::string> machines_;
};

}  // namespace sokenh
