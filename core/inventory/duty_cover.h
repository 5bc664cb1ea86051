// DutyCover: what a roster's shifts cover, and what they leave open: gaps, more people than wanted,
// one person in two places, long duty. Sweeps over the shifts in order of time: O(n log n).
#pragma once

#include <vector>

#include "core/inventory/duty.h"

namespace sokenh {

// A shift that can be read, as the sweep sees it.
struct DutyTime {
  const DutyShift* shift = nullptr;
  Span span;
};

struct PostCover {
  const DutyPost* post = nullptr;
  bool readable = false;      // its hours and people are; else nothing below is known
  std::vector<Span> wanted;   // when it must be manned
  std::vector<Span> gaps;     // fewer people than it needs, within `wanted`
  std::vector<Span> doubled;  // more people than it needs, at any time
};

// Two shifts of one person that overlap: on two posts, or on one.
struct DoubleDuty {
  const DutyShift* first = nullptr;  // begins earlier
  const DutyShift* second = nullptr;
  Span both;
  bool same_post() const { return first->post == second->post; }
};

// On duty without a break for longer than is good: shifts that touch or overlap count as one.
struct LongDuty {
  const DutyShift* first = nullptr;
  Span span;
};

struct DutyCover {
  SpanReading period;
  // All below is empty when the period cannot be read. Shifts that can be read, by their beginning;
  // those without a person count as nobody.
  std::vector<DutyTime> shifts;
  std::vector<PostCover> posts;         // in the roster's order
  std::vector<DoubleDuty> double_duty;  // each shift with the one that runs longest before it
  std::vector<LongDuty> long_duty;
  std::vector<const DutyShift*> outside;  // not wholly within the period
};
inline constexpr long kLongestDuty = kMinutesOfDay;
DutyCover cover_of(const Roster& roster, long longest_duty = kLongestDuty);

// Where fewer than `people` different people are on duty, whatever the post, within `wanted`
// (sorted, not touching).
std::vector<Span> uncovered(std::span<const DutyTime> shifts, std::span<const Span> wanted,
                            int people);
long total_minutes(std::span<const Span> spans);

}  // namespace sokenh
