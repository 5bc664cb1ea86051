#include "core/inventory/duty_plan.h"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>

#include "core/inventory/duty_cover.h"

namespace sokenh {
namespace {

// Of asking whether a person can take a shift: some tens of milliseconds in a page.
constexpr long kMaxSteps = 600'000;
constexpr int kMaxDepth = 3;  // of making room for a shift by moving others
constexpr std::size_t kNobody = std::string::npos;
constexpr long kNightMinute = 2L * 60;

struct Slot {
  DutyId post = 0;
  Span span;
  bool night = false, day_off = false;
};

struct Duty {
  Span span;
  std::size_t slot = kNobody;  // kNobody: a shift that stays as it is
};

// What decides between two rotas, the first before the second and so on.
struct Cost {
  long open = 0, shifts = 0, nights = 0, days_off = 0;          // squares, but for the first
  friend auto operator<=>(const Cost&, const Cost&) = default;  // NOLINT(modernize-use-nullptr)
};

struct Person {
  std::vector<Span> away;
  const std::vector<DutyId>* posts = nullptr;
  std::vector<Duty> duties;  // by their beginning, none overlapping another
  int shifts = 0, nights = 0, days_off = 0;
};

class Planner {
 public:
  Planner(std::vector<Slot> slots, std::vector<Person> people, const PlanOptions& options)
      : slots_(std::move(slots)),
        people_(std::move(people)),
        options_(options),
        holder_(slots_.size(), kNobody) {}

  void run() {
    for (std::size_t slot = 0; slot < slots_.size(); ++slot) fill(slot, kMaxDepth);
    balance();
    exchange();
    if (!is_even()) try_all();
  }

  std::size_t holder(std::size_t slot) const { return holder_[slot]; }

  // What rules the person out; nullopt when nothing does.
  std::optional<PlanObstacle> obstacle(std::size_t person, const Slot& slot) const {
    ++steps_;
    const Person& p = people_[person];
    if (!p.posts->empty() && !std::binary_search(p.posts->begin(), p.posts->end(), slot.post))
      return PlanObstacle::other_post;
    if (std::any_of(p.away.begin(), p.away.end(), [&slot](const Span& day) {
          return day.from < slot.span.to && slot.span.from < day.to;
        }))
      return PlanObstacle::away;
    const auto next = place_of(p, slot.span);
    if (next != p.duties.end() && next->span.from < slot.span.to) return PlanObstacle::on_duty;
    int in_a_row = 1;
    long begin = slot.span.from;
    for (auto each = next; each != p.duties.begin();) {
      --each;
      if (each->span.to > slot.span.from) return PlanObstacle::on_duty;
      if (begin - each->span.to >= options_.rest_minutes) break;
      begin = each->span.from;
      ++in_a_row;
    }
    long end = slot.span.to;
    for (auto each = next; each != p.duties.end(); ++each) {
      if (each->span.from - end >= options_.rest_minutes) break;
      end = each->span.to;
      ++in_a_row;
    }
    if (in_a_row <= options_.in_a_row) return std::nullopt;
    return options_.in_a_row == 1 ? PlanObstacle::rest : PlanObstacle::in_a_row;
  }

 private:
  static std::vector<Duty>::const_iterator place_of(const Person& person, const Span& span) {
    return std::lower_bound(person.duties.begin(), person.duties.end(), span.from,
                            [](const Duty& duty, long from) { return duty.span.from < from; });
  }
  bool can_take(std::size_t person, std::size_t slot) const {
    return !obstacle(person, slots_[slot]);
  }
  bool has_steps() const { return steps_ < kMaxSteps; }

  void give(std::size_t slot, std::size_t person) {
    Person& p = people_[person];
    p.duties.insert(p.duties.begin() + (place_of(p, slots_[slot].span) - p.duties.begin()),
                    {slots_[slot].span, slot});
    holder_[slot] = person;
    add(p, slots_[slot], 1);
  }
  void take(std::size_t slot) {
    Person& p = people_[holder_[slot]];
    std::erase_if(p.duties, [slot](const Duty& duty) { return duty.slot == slot; });
    holder_[slot] = kNobody;
    add(p, slots_[slot], -1);
  }
  static void add(Person& person, const Slot& slot, int change) {
    person.shifts += change;
    if (slot.night) person.nights += change;
    if (slot.day_off) person.days_off += change;
  }

  // People in the order in which they should be asked: who has least, first of all shifts, then of
  // such shifts; who was on duty longest ago.
  std::vector<std::size_t> by_load(const Slot& slot) const {
    struct Key {
      int shifts, alike;
      long last;
      std::size_t person;
      auto operator<=>(const Key&) const = default;  // NOLINT(modernize-use-nullptr)
    };
    std::vector<Key> keys;
    keys.reserve(people_.size());
    for (std::size_t i = 0; i < people_.size(); ++i) {
      const Person& p = people_[i];
      const int alike = (slot.night ? p.nights : 0) + (slot.day_off ? p.days_off : 0);
      const auto next = place_of(p, slot.span);
      keys.push_back(
          {p.shifts, alike, next == p.duties.begin() ? -1L : std::prev(next)->span.to, i});
    }
    std::sort(keys.begin(), keys.end());
    std::vector<std::size_t> order;
    order.reserve(keys.size());
    for (const Key& key : keys) order.push_back(key.person);
    return order;
  }

  // Finds someone for a shift, if need be by moving up to two shifts of theirs to others.
  bool fill(std::size_t slot, int depth) {
    const std::vector<std::size_t> order = by_load(slots_[slot]);
    for (const std::size_t person : order) {
      if (!can_take(person, slot)) continue;
      give(slot, person);
      return true;
    }
    if (depth == 0) return false;
    for (const std::size_t person : order) {
      if (!has_steps()) return false;
      if (make_room(slot, person, depth)) return true;
    }
    return false;
  }
  bool make_room(std::size_t slot, std::size_t person, int depth) {
    const auto before = obstacle(person, slots_[slot]);
    if (before == PlanObstacle::other_post || before == PlanObstacle::away) return false;
    const std::vector<std::size_t> near = neighbours(person, slot);
    for (std::size_t i = 0; i < near.size(); ++i) {
      for (std::size_t j = i; j < near.size(); ++j) {
        std::vector<std::size_t> moved{near[i]};
        if (j != i) moved.push_back(near[j]);
        const std::vector<std::size_t> saved = holder_;
        for (const std::size_t each : moved) take(each);
        if (can_take(person, slot)) {
          give(slot, person);
          const bool all = std::all_of(moved.begin(), moved.end(), [&](std::size_t each) {
            return has_steps() && fill(each, depth - 1);
          });
          if (all) return true;
        }
        restore(saved);
      }
    }
    return false;
  }
  // The person's own shifts around a slot that the plan made, a few at most.
  std::vector<std::size_t> neighbours(std::size_t person, std::size_t slot) const {
    const Person& p = people_[person];
    const long reach = options_.rest_minutes + static_cast<long>(kMaxShiftOfPlan);
    std::vector<std::size_t> near;
    for (const Duty& duty : p.duties) {
      if (duty.slot == kNobody || near.size() == 4) continue;
      if (duty.span.from < slots_[slot].span.to + reach &&
          slots_[slot].span.from < duty.span.to + reach)
        near.push_back(duty.slot);
    }
    return near;
  }
  void restore(const std::vector<std::size_t>& holders) {
    for (std::size_t slot = 0; slot < slots_.size(); ++slot) {
      if (holder_[slot] != holders[slot] && holder_[slot] != kNobody) take(slot);
    }
    for (std::size_t slot = 0; slot < slots_.size(); ++slot) {
      if (holder_[slot] != holders[slot]) give(slot, holders[slot]);
    }
  }

  // Moves shifts from who has most to who has least until no chain of such moves helps.
  void balance() {
    while (has_steps()) {
      std::vector<std::size_t> order(people_.size());
      for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
      std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
        return people_[a].shifts > people_[b].shifts;
      });
      const bool moved = std::any_of(order.begin(), order.end(),
                                     [this](std::size_t person) { return relieve(person); });
      if (!moved) return;
    }
  }
  // A shortest chain from a person to one with at least two shifts less; applied.
  bool relieve(std::size_t person) {
    struct Link {
      std::size_t from = kNobody, slot = kNobody;
    };
    std::vector<Link> links(people_.size());
    std::deque<std::size_t> open{person};
    while (!open.empty() && has_steps()) {
      const std::size_t from = open.front();
      open.pop_front();
      for (const Duty& duty : people_[from].duties) {
        if (duty.slot == kNobody) continue;
        for (std::size_t to = 0; to < people_.size(); ++to) {
          if (to == person || links[to].from != kNobody || !can_take(to, duty.slot)) continue;
          links[to] = {from, duty.slot};
          if (people_[to].shifts + 2 <= people_[person].shifts) {
            for (std::size_t at = to; at != person; at = links[at].from) {
              take(links[at].slot);
              give(links[at].slot, at);
            }
            return true;
          }
          open.push_back(to);
        }
      }
    }
    return false;
  }

  // Exchanges shifts between two people where that evens out nights or days off.
  void exchange() {
    for (bool again = true; again && has_steps();) {
      again = false;
      for (std::size_t a = 0; a < slots_.size() && has_steps(); ++a) {
        for (std::size_t b = a + 1; b < slots_.size() && has_steps(); ++b) {
          if (would_even(a, b) && swap(a, b)) again = true;
        }
      }
    }
  }
  static long unevenness(const Person& p) {
    // Nights come before days off.
    return 1000L * p.nights * p.nights + static_cast<long>(p.days_off) * p.days_off;
  }
  bool would_even(std::size_t a, std::size_t b) const {
    const std::size_t first = holder_[a], second = holder_[b];
    if (first == kNobody || second == kNobody || first == second) return false;
    const Slot& x = slots_[a];
    const Slot& y = slots_[b];
    if (x.night == y.night && x.day_off == y.day_off) return false;
    Person p = {.nights = people_[first].nights, .days_off = people_[first].days_off};
    Person q = {.nights = people_[second].nights, .days_off = people_[second].days_off};
    const long before = unevenness(p) + unevenness(q);
    add(p, x, -1);
    add(p, y, 1);
    add(q, y, -1);
    add(q, x, 1);
    return unevenness(p) + unevenness(q) < before;
  }
  bool swap(std::size_t a, std::size_t b) {
    const std::size_t first = holder_[a], second = holder_[b];
    take(a);
    take(b);
    if (can_take(first, b) && can_take(second, a)) {
      give(b, first);
      give(a, second);
      return true;
    }
    give(a, first);
    give(b, second);
    return false;
  }

  // Nothing can be better.
  bool is_even() const {
    if (people_.empty() || std::find(holder_.begin(), holder_.end(), kNobody) != holder_.end())
      return people_.empty();
    const auto spread = [this](int Person::*load) {
      const auto [least, most] =
          std::minmax_element(people_.begin(), people_.end(),
                              [load](const auto& a, const auto& b) { return a.*load < b.*load; });
      return (*most).*load - (*least).*load;
    };
    return spread(&Person::shifts) <= 1 && spread(&Person::nights) <= 1 &&
           spread(&Person::days_off) <= 1;
  }

  Cost cost() const {
    Cost cost{.open = std::count(holder_.begin(), holder_.end(), kNobody)};
    for (const Person& p : people_) {
      cost.shifts += static_cast<long>(p.shifts) * p.shifts;
      cost.nights += static_cast<long>(p.nights) * p.nights;
      cost.days_off += static_cast<long>(p.days_off) * p.days_off;
    }
    return cost;
  }
  // All ways, as far as the steps last; what was found before stays when none is better.
  void try_all() {
    best_ = holder_;
    best_cost_ = cost();
    for (std::size_t slot = 0; slot < slots_.size(); ++slot) {
      if (holder_[slot] != kNobody) take(slot);
    }
    steps_ = 0;
    try_from(0, 0);
    for (std::size_t slot = 0; slot < slots_.size(); ++slot) {
      if (holder_[slot] != kNobody) take(slot);
    }
    restore(best_);
  }
  void try_from(std::size_t slot, long open) {
    if (!has_steps()) return;
    // Costs only grow with what is still to be given out.
    Cost least = cost();
    least.open = open;
    if (!(least < best_cost_)) return;
    if (slot == slots_.size()) {
      best_ = holder_;
      best_cost_ = least;
      return;
    }
    for (const std::size_t person : by_load(slots_[slot])) {
      if (!can_take(person, slot)) continue;
      give(slot, person);
      try_from(slot + 1, open);
      take(slot);
    }
    try_from(slot + 1, open + 1);
  }

  std::vector<Slot> slots_;
  std::vector<Person> people_;
  PlanOptions options_;
  std::vector<std::size_t> holder_;
  std::vector<std::size_t> best_;
  Cost best_cost_;
  mutable long steps_ = 0;
};

// Cuts open time at the moments at which shifts change.
void cut(const Span& open, long first, long length, std::vector<Span>& out) {
  long at = open.from;
  // The next change after `at`.
  long change = first + (at - first) / length * length;
  while (change <= at) change += length;
  for (; at < open.to; change += length) {
    out.push_back({at, std::min(change, open.to)});
    at = change;
  }
}

std::vector<Slot> open_slots(const DutyPost& post, const Span& period,
                             std::span<const DutyTime> shifts, std::span<const Span> holidays,
                             const PlanOptions& options) {
  const DailyHours hours = read_daily_hours(post.hours).value_or(DailyHours{});
  const std::vector<Span> wanted = spans_of(hours, period);
  const long day = period.from - period.from % kMinutesOfDay;
  const long first = day - kMinutesOfDay + options.first_minute;
  std::vector<DutyTime> own;
  for (const DutyTime& each : shifts) {
    if (each.shift->post == post.id) own.push_back(each);
  }
  std::vector<Slot> slots;
  for (int level = 1; level <= read_people_needed(post.people).value_or(1); ++level) {
    std::vector<Span> cuts;
    for (const Span& open : uncovered(own, wanted, level)) {
      if (hours.whole_day()) {
        cut(open, first, options.shift_minutes, cuts);
        continue;
      }
      // Within a day's hours shifts change counted from where those begin.
      const auto within = std::find_if(wanted.begin(), wanted.end(), [&open](const Span& span) {
        return span.from <= open.from && open.from < span.to;
      });
      cut(open, within->from, options.shift_minutes, cuts);
    }
    for (const Span& span : cuts)
      slots.push_back({post.id, span, is_night(span), is_day_off(span, holidays)});
  }
  return slots;
}

PlanProblem problem_of(const Roster& roster, const PlanOptions& options) {
  if (roster_span(roster).problem != SpanProblem::none) return PlanProblem::period;
  if (roster.posts.empty()) return PlanProblem::posts;
  for (const DutyPost& post : roster.posts) {
    if (!read_daily_hours(post.hours) || !read_people_needed(post.people))
      return PlanProblem::hours;
  }
  if (roster.people.empty()) return PlanProblem::people;
  const bool in_range = options.shift_minutes >= kMinShiftMinutes &&
                        options.shift_minutes <= kMaxShiftOfPlan && options.first_minute >= 0 &&
                        options.first_minute < kMinutesOfDay && options.rest_minutes >= 0 &&
                        options.rest_minutes <= kMaxRestMinutes && options.in_a_row >= 1 &&
                        options.in_a_row <= kMaxInARow;
  return in_range ? PlanProblem::none : PlanProblem::options;
}

std::vector<DutyTime> times_of(const Roster& roster) { return cover_of(roster).shifts; }

}  // namespace

bool is_night(const Span& span) {
  const long day = span.from - span.from % kMinutesOfDay;
  return (span.from <= day + kNightMinute && day + kNightMinute < span.to) ||
         day + kMinutesOfDay + kNightMinute < span.to;
}

bool is_day_off(const Span& span, std::span<const Span> holidays) {
  const long weekday = (span.from / kMinutesOfDay + 4) % 7;  // 1970-01-01: a Thursday
  return weekday == 0 || weekday == 6 || contains(holidays, span.from);
}

std::vector<DutyLoad> duty_loads(const Roster& roster) {
  const SpanReading period = roster_span(roster);
  const Date near = civil_from_minutes(period.span.from).date;
  const std::vector<Span> holidays = read_days(roster.holidays, near).spans;
  std::map<DutyId, DutyLoad> loads;
  for (const DutyTime& each : times_of(roster)) {
    DutyLoad& load = loads[each.shift->person];
    ++load.shifts;
    load.nights += is_night(each.span) ? 1 : 0;
    load.days_off += is_day_off(each.span, holidays) ? 1 : 0;
    load.minutes += each.span.minutes();
  }
  std::vector<DutyLoad> out;
  for (const DutyPerson& person : roster.people) {
    DutyLoad& load = loads[person.id];
    load.person = person.id;
    out.push_back(load);
  }
  return out;
}

DutyPlan plan_duty(const Roster& roster, const PlanOptions& options) {
  DutyPlan plan{.problem = problem_of(roster, options)};
  if (plan.problem != PlanProblem::none) return plan;
  Roster kept = roster;
  std::erase_if(kept.shifts, [](const DutyShift& shift) { return shift.planned; });
  const Span period = roster_span(roster).span;
  const Date near = civil_from_minutes(period.from).date;
  const std::vector<Span> holidays = read_days(roster.holidays, near).spans;
  const std::vector<DutyTime> fixed = times_of(kept);

  std::vector<Slot> slots;
  for (const DutyPost& post : kept.posts) {
    for (const Slot& slot : open_slots(post, period, fixed, holidays, options))
      slots.push_back(slot);
  }
  std::stable_sort(slots.begin(), slots.end(),
                   [](const Slot& a, const Slot& b) { return a.span.from < b.span.from; });
  if (kept.shifts.size() + slots.size() > kMaxDutyShifts) {
    plan.problem = PlanProblem::too_many;
    return plan;
  }

  std::vector<Person> people;
  for (const DutyPerson& person : kept.people) {
    Person made{.away = read_days(person.away, near).spans, .posts = &person.posts};
    for (const DutyTime& each : fixed) {
      if (each.shift->person != person.id) continue;
      if (!made.duties.empty() && each.span.from < made.duties.back().span.to) {
        made.duties.back().span.to = std::max(made.duties.back().span.to, each.span.to);
      } else {
        made.duties.push_back({.span = each.span});
      }
      ++made.shifts;
      made.nights += is_night(each.span) ? 1 : 0;
      made.days_off += is_day_off(each.span, holidays) ? 1 : 0;
    }
    people.push_back(std::move(made));
  }
  Planner planner(slots, std::move(people), options);
  planner.run();

  plan.roster = std::move(kept);
  DutyId id = next_duty_id(roster);
  for (std::size_t i = 0; i < slots.size(); ++i) {
    const Slot& slot = slots[i];
    const std::size_t holder = planner.holder(i);
    if (holder != kNobody) {
      plan.roster.shifts.push_back({.id = id++,
                                    .post = slot.post,
                                    .person = plan.roster.people[holder].id,
                                    .from = written_moment(slot.span.from),
                                    .to = written_moment(slot.span.to),
                                    .planned = true});
      ++plan.made;
      continue;
    }
    OpenShift open{.post = slot.post, .span = slot.span};
    for (std::size_t person = 0; person < plan.roster.people.size(); ++person) {
      if (const auto obstacle = planner.obstacle(person, slot))
        ++open.people[static_cast<std::size_t>(*obstacle)];
    }
    plan.open.push_back(open);
  }
  sort_shifts(plan.roster);
  plan.loads = duty_loads(plan.roster);
  return plan;
}

}  // namespace sokenh
