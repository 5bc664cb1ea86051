// The maths of scrolling with a finger: how fast it left the glass, and how the panel glides on.
//
// Positions are CSS pixels along one axis, times milliseconds, as the browser's events have them;
// nothing here reads a clock. A glide always ends: without an end the page would never be idle.
#pragma once

#include <array>
#include <cstddef>

namespace sokenh::ui {

// The last moves of a finger.
class FingerTrack {
 public:
  void start(float position, double time);
  void move(float position, double time);
  // Pixels a millisecond when the finger leaves at `time`; 0 when it had come to rest before.
  float velocity(double time) const;

 private:
  struct Sample {
    float position = 0;
    double time = 0;
  };
  std::array<Sample, 8> samples_{};  // a ring; a finger sends 60 to 120 moves a second
  std::size_t count_ = 0;            // of all samples since start
};

// From a start velocity the speed falls exponentially, as on phones: the way left shrinks to a
// third every 325 ms.
class Glide {
 public:
  Glide() = default;
  Glide(float velocity, double time) : velocity_(velocity), start_(time) {}

  float offset(double time) const;  // how far from where the finger left
  bool over(double time) const;     // what is left is less than half a pixel

 private:
  float left(double time) const;

  float velocity_ = 0;
  double start_ = 0;
};

}  // namespace sokenh::ui
