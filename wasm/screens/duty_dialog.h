// The dialogs of the duty rosters: a roster itself, one of its posts, people and shifts, and the
// making of the rota. What is entered is kept apart until it is taken over, as one command.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/inventory/duty_plan.h"

namespace sokenh {

class App;

class DutyDialog {
 public:
  void open_new_roster(const App& app);
  // A roster for another period with the posts and the people of one.
  void open_next_roster(const Roster& previous);
  void open_roster(const Roster& roster);
  // `id` 0: a new one.
  void open_post(const Roster& roster, DutyId id);
  void open_person(const Roster& roster, DutyId id);
  void open_shift(const Roster& roster, DutyId id);
  // A new one that fills a gap.
  void open_gap(const Roster& roster, DutyId post, const Span& gap);
  void open_plan(const Roster& roster);

  bool is_open() const { return kind_ != Kind::none; }
  void draw(App& app);
  void close() { *this = DutyDialog{}; }

 private:
  enum class Kind { none, roster, post, person, shift, plan };

  void open(Kind kind, const Roster& roster, DutyId id);
  std::string_view title() const;
  void draw_roster(float width);
  void draw_post(float width);
  void draw_person(float width);
  void draw_shift(float width);
  void draw_plan(float width);
  void draw_plan_result(float width);
  void draw_times(float width);
  void draw_time(const char* key, std::string_view label, std::string& written, bool wrong,
                 float width, std::string_view help);
  bool is_complete() const;
  bool save(App& app);
  void remove(App& app);
  void make_plan();
  DutyPost& post();
  DutyPerson& person();
  DutyShift& shift();

  Kind kind_ = Kind::none;
  Roster draft_;
  DutyId id_ = 0;
  bool is_new_ = false;   // the part, or the roster
  bool refused_ = false;  // taking over was tried with something wrong in it
  std::string first_;     // of the plan: when shifts change, as typed
  PlanOptions options_;
  std::optional<DutyPlan> plan_;
};

}  // namespace sokenh
