// Trực: what the screen of the duty rosters holds between frames: which roster is open and what was
// worked out of it.
//
// The rosters come first, then one of them instead of their list: what is to be dealt with, its
// days with who is on duty from when to when and with what is open, its posts and its people.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/inventory/duty_cover.h"
#include "core/inventory/duty_plan.h"
#include "core/policy/finding.h"
#include "wasm/screens/duty_dialog.h"
#include "wasm/screens/duty_import_dialog.h"
#include "wasm/ui/long_list.h"

namespace sokenh {

class App;

// One thing in a day at a post.
struct DutyEntry {
  const DutyShift* shift = nullptr;  // null: nobody is there
  Span span;                         // a gap ends with the day
  bool goes_on = false;              // a shift that began on an earlier day
};
struct DutyDay {
  long begin = 0;
  std::vector<std::vector<DutyEntry>> posts;  // in the roster's order
};
// Of the open roster, as long as the workspace stays as it is.
struct ShownRoster {
  std::uint64_t evaluation = 0;
  Roster roster;
  DutyCover cover;  // points into `roster`
  std::vector<DutyLoad> loads;
  std::vector<DutyDay> days;
  std::vector<const DutyShift*> elsewhere;  // that cannot be read, or lie outside the period
  std::vector<Finding> findings;
};

class DutyView {
 public:
  void draw(App& app);  // into the current window

  // What lies open above the list of rosters, as a part of App::place(): "", "/card".
  std::string place(const App& app) const;
  void go_to_place(const App& app, std::string_view place);
  // Closes the roster that is open. False when none is.
  bool close(App& app);

  // A table pasted while nothing is being typed, or opened: for the roster that is open.
  bool handle_paste(App& app, ui::NodeId id, std::string_view text, std::string_view html);
  void open_table(App& app, Table table);

  DutyDialog dialog;
  DutyImportDialog import_dialog;

 private:
  // How a roster stands in the list.
  struct Standing {
    long gaps = 0;  // minutes
    bool dated = false;
  };
  const Standing& standing_of(App& app, const Roster& roster);
  const ShownRoster* shown(App& app);
  void make_days(ShownRoster& made) const;
  void arrive(App& app);
  void open(RosterId roster);
  void draw_rosters(App& app, float width);
  void draw_roster_item(App& app, const Roster& roster, float width);
  void draw_open(App& app, const ShownRoster& now, float width);
  void draw_tools(App& app, const ShownRoster& now, float width);
  void draw_findings(App& app, const ShownRoster& now, float width);
  void draw_days(App& app, const ShownRoster& now, float width);
  void draw_day(App& app, const ShownRoster& now, const DutyDay& day, float width, bool columns);
  void draw_entries(App& app, const ShownRoster& now, const DutyDay& day, std::size_t post,
                    float width);
  void draw_elsewhere(App& app, const ShownRoster& now, float width);
  void draw_posts(App& app, const ShownRoster& now, float width);
  void draw_people(App& app, const ShownRoster& now, float width);

  RosterId open_ = 0;
  bool focus_back_ = false;    // the first button of what was opened
  RosterId focus_roster_ = 0;  // the one that was left
  std::map<RosterId, Standing> standings_;
  std::uint64_t standings_of_ = 0;  // App::evaluations()
  std::optional<ShownRoster> shown_;
  ui::LongList days_;
};

}  // namespace sokenh
