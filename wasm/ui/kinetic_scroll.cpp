#include "wasm/ui/kinetic_scroll.h"

#include <algorithm>
#include <cmath>

namespace sokenh::ui {
namespace {

constexpr double kRecent = 80;     // ms of movement that count for the velocity
constexpr double kRest = 60;       // ms without a move: the finger lies still
constexpr float kSlowest = 0.12F;  // px/ms; slower than that is putting the page down, not a flick
constexpr float kFastest = 6;      // px/ms
constexpr double kTimeConstant = 325;  // ms

}  // namespace

void FingerTrack::start(float position, double time) {
  count_ = 0;
  move(position, time);
}

void FingerTrack::move(float position, double time) {
  samples_[count_ % samples_.size()] = {position, time};
  ++count_;
}

float FingerTrack::velocity(double time) const {
  if (count_ < 2) return 0;
  const Sample& last = samples_[(count_ - 1) % samples_.size()];
  if (time - last.time > kRest) return 0;
  Sample first = last;
  for (std::size_t back = 2; back <= std::min(count_, samples_.size()); ++back) {
    const Sample& sample = samples_[(count_ - back) % samples_.size()];
    if (last.time - sample.time > kRecent) break;
    first = sample;
  }
  const double passed = last.time - first.time;
  if (passed <= 0) return 0;
  const float velocity = (last.position - first.position) / static_cast<float>(passed);
  if (std::abs(velocity) < kSlowest) return 0;
  return std::clamp(velocity, -kFastest, kFastest);
}

float Glide::left(double time) const {
  const double passed = std::max(time - start_, 0.0);
  return velocity_ * static_cast<float>(kTimeConstant * std::exp(-passed / kTimeConstant));
}

float Glide::offset(double time) const {
  return velocity_ * static_cast<float>(kTimeConstant) - left(time);
}

bool Glide::over(double time) const { return std::abs(left(time)) < 0.5F; }

}  // namespace sokenh::ui
