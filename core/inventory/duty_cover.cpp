#include "core/inventory/duty_cover.h"

#include <algorithm>
#include <map>

namespace sokenh {
namespace {

// A step of the sweep: someone begins or ends.
struct Step {
  long minute = 0;
  int change = 0;  // +1, -1
  DutyId person = 0;
};

std::vector<Step> steps_of(std::span<const DutyTime* const> shifts) {
  std::vector<Step> steps;
  steps.reserve(2 * shifts.size());
  for (const DutyTime* each : shifts) {
    if (each->shift->person == 0) continue;
    steps.push_back({each->span.from, 1, each->shift->person});
    steps.push_back({each->span.to, -1, each->shift->person});
  }
  std::sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) {
    return a.minute != b.minute ? a.minute < b.minute : a.change < b.change;
  });
  return steps;
}

// Runs of time with one number of different people: {span, people}, without those of nobody.
struct Manned {
  Span span;
  int people = 0;
};
std::vector<Manned> manned(std::span<const DutyTime* const> shifts) {
  std::vector<Manned> out;
  std::map<DutyId, int> on_duty;  // one person may have several shifts at once
  const std::vector<Step> steps = steps_of(shifts);
  for (std::size_t i = 0; i < steps.size();) {
    const long minute = steps[i].minute;
    for (; i < steps.size() && steps[i].minute == minute; ++i) {
      int& count = on_duty[steps[i].person];
      count += steps[i].change;
      if (count == 0) on_duty.erase(steps[i].person);
    }
    const int people = static_cast<int>(on_duty.size());
    if (people == 0 || i == steps.size()) continue;
    const Span span{minute, steps[i].minute};
    if (!out.empty() && out.back().people == people && out.back().span.to == span.from) {
      out.back().span.to = span.to;
    } else {
      out.push_back({span, people});
    }
  }
  return out;
}

// The parts of `wanted` that no run of `enough` people covers.
std::vector<Span> open_parts(std::span<const Span> wanted, std::span<const Manned> runs,
                             int enough) {
  std::vector<Span> open;
  const auto add = [&open](long from, long to) {
    if (from >= to) return;
    if (!open.empty() && open.back().to == from) {
      open.back().to = to;
    } else {
      open.push_back({from, to});
    }
  };
  auto run = runs.begin();
  for (const Span& span : wanted) {
    long at = span.from;
    while (run != runs.end() && run->span.to <= at) ++run;
    for (auto each = run; each != runs.end() && each->span.from < span.to; ++each) {
      if (each->people < enough) continue;
      add(at, std::min(std::max(at, each->span.from), span.to));
      at = std::max(at, each->span.to);
    }
    add(at, span.to);
  }
  return open;
}

PostCover cover_post(const DutyPost& post, const Span& period,
                     std::span<const DutyTime* const> shifts) {
  PostCover cover{.post = &post};
  const auto hours = read_daily_hours(post.hours);
  const auto people = read_people_needed(post.people);
  if (!hours || !people) return cover;
  cover.readable = true;
  cover.wanted = spans_of(*hours, period);
  const std::vector<Manned> runs = manned(shifts);
  cover.gaps = open_parts(cover.wanted, runs, *people);
  for (const Manned& run : runs) {
    if (run.people <= *people) continue;
    if (!cover.doubled.empty() && cover.doubled.back().to == run.span.from) {
      cover.doubled.back().to = run.span.to;
    } else {
      cover.doubled.push_back(run.span);
    }
  }
  return cover;
}

// Shifts of one person, by their beginning.
void check_person(std::span<const DutyTime* const> shifts, long longest, DutyCover& cover) {
  const DutyTime* reaching = nullptr;  // the one so far that ends last
  const DutyTime* first = nullptr;     // of the duty without a break
  const auto end_duty = [&] {
    if (first != nullptr && reaching->span.to - first->span.from > longest)
      cover.long_duty.push_back({first->shift, {first->span.from, reaching->span.to}});
  };
  for (const DutyTime* each : shifts) {
    if (reaching == nullptr || each->span.from > reaching->span.to) {
      end_duty();
      first = reaching = each;
      continue;
    }
    if (each->span.from < reaching->span.to) {
      const long end = std::min(each->span.to, reaching->span.to);
      cover.double_duty.push_back({reaching->shift, each->shift, {each->span.from, end}});
    }
    if (each->span.to > reaching->span.to) reaching = each;
  }
  end_duty();
}

}  // namespace

DutyCover cover_of(const Roster& roster, long longest_duty) {
  DutyCover cover{.period = roster_span(roster)};
  if (cover.period.problem != SpanProblem::none) return cover;
  const Span& period = cover.period.span;
  for (const DutyShift& shift : roster.shifts) {
    const SpanReading reading = shift_span(shift);
    if (reading.problem == SpanProblem::none) cover.shifts.push_back({&shift, reading.span});
  }
  std::stable_sort(cover.shifts.begin(), cover.shifts.end(),
                   [](const DutyTime& a, const DutyTime& b) { return a.span.from < b.span.from; });
  std::map<DutyId, std::vector<const DutyTime*>> by_post, by_person;
  for (const DutyTime& each : cover.shifts) {
    if (each.span.from < period.from || each.span.to > period.to)
      cover.outside.push_back(each.shift);
    by_post[each.shift->post].push_back(&each);
    if (each.shift->person != 0) by_person[each.shift->person].push_back(&each);
  }
  for (const DutyPost& post : roster.posts)
    cover.posts.push_back(cover_post(post, period, by_post[post.id]));
  for (const DutyPerson& person : roster.people)
    check_person(by_person[person.id], longest_duty, cover);
  return cover;
}

std::vector<Span> uncovered(std::span<const DutyTime> shifts, std::span<const Span> wanted,
                            int people) {
  std::vector<const DutyTime*> all;
  all.reserve(shifts.size());
  for (const DutyTime& each : shifts) all.push_back(&each);
  return open_parts(wanted, manned(all), people);
}

long total_minutes(std::span<const Span> spans) {
  long total = 0;
  for (const Span& span : spans) total += span.minutes();
  return total;
}

}  // namespace sokenh
