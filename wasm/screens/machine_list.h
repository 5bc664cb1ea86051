// The machines as a list: rows of a table, or cards on a phone; which of them is chosen, and what
// search and filter leave.
#pragma once

#include <imgui_internal.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "wasm/screens/machine_status.h"
#include "wasm/ui/row_list.h"

namespace sokenh {

class App;

enum class MachineFilter { all, to_correct, incomplete };

class MachineList {
 public:
  // Into the current window: a table of that size with rows that scroll, or the cards at the
  // cursor.
  void draw_table(App& app, float width, float height);
  void draw_cards(App& app, float width);

  // Arrows between the rows. True when it was used.
  bool handle_key(const ui::KeyPress& key) { return rows_.handle_key(key); }

  void choose(MachineId machine, bool with_focus);
  // Gives a row the focus without opening it.
  void focus_on(MachineId machine) { rows_.request_focus_on(machine); }
  MachineId chosen() const { return chosen_; }
  // The machine the person opened since the last call; 0: none.
  MachineId take_opened() { return std::exchange(opened_, MachineId{0}); }

  // What search and filter leave, of the declaration's machines.
  const std::vector<std::size_t>& matching(App& app);
  void show_all();  // neither search nor filter

  MachineStatuses statuses;
  std::string search;
  MachineFilter filter = MachineFilter::all;

 private:
  // What the list was made of.
  struct Made {
    std::uint64_t evaluation = 0;  // App::evaluations()
    std::string search;
    MachineFilter filter = MachineFilter::all;
    friend bool operator==(const Made&, const Made&) = default;
  };

  void place_rows(App& app, float plain, float gap);
  void draw_header(float width) const;
  void draw_row(App& app, const ui::RowPlace& place, const ImRect& rect);
  void draw_card(App& app, const ui::RowPlace& place, const ImRect& rect);
  void end_item(const Machine& machine, ui::NodeId id, const ImRect& rect,
                std::string_view description);

  MachineId chosen_ = 0;
  MachineId opened_ = 0;
  ui::RowList rows_;
  std::optional<Made> made_;
  std::vector<std::size_t> matching_;
};

}  // namespace sokenh
