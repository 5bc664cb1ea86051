#include "wasm/ui/kinetic_scroll.h"

#include <doctest/doctest.h>

#include <string_view>
#include <utility>
#include <vector>

using namespace sokenh::ui;

TEST_CASE("FingerTrack: the velocity is that of the last movement before the finger left") {
  struct Case {
    std::string_view what;
    std::vector<std::pair<double, float>> moves;  // time, position
    double left;
    float velocity;
  };
  const Case cases[] = {
      {"nothing but a touch", {{0, 100}}, 20, 0},
      {"steady", {{0, 300}, {16, 284}, {32, 268}, {48, 252}}, 50, -1},
      {"slow, then a flick: the old moves do not count",
       {{0, 300}, {100, 299}, {200, 298}, {210, 278}, {220, 258}},
       225,
       -2},
      {"a flick, then held still", {{0, 300}, {10, 280}, {20, 260}}, 120, 0},
      {"put down slowly", {{0, 300}, {20, 299}, {40, 298}}, 45, 0},
      {"two events at one time", {{5, 300}, {5, 200}}, 6, 0},
      {"a jump is no faster than the fastest", {{0, 0}, {1, 500}}, 2, 6},
      {"more moves than are kept",
       {{0, 0},
        {1, 0},
        {2, 0},
        {3, 0},
        {4, 0},
        {5, 0},
        {6, 0},
        {7, 1},
        {8, 2},
        {9, 3},
        {10, 4},
        {11, 5},
        {12, 6},
        {13, 7}},
       14,
       1},
  };
  for (const Case& example : cases) {
    CAPTURE(example.what);
    FingerTrack track;
    track.start(example.moves.front().second, example.moves.front().first);
    for (std::size_t i = 1; i < example.moves.size(); ++i)
      track.move(example.moves[i].second, example.moves[i].first);
    CHECK(track.velocity(example.left) == doctest::Approx(example.velocity));
  }
}

TEST_CASE("FingerTrack: a new touch knows nothing of the last one") {
  FingerTrack track;
  track.start(0, 0);
  track.move(50, 10);
  track.start(100, 20);
  CHECK(track.velocity(21) == 0);
}

TEST_CASE("Glide: goes on as fast as the finger, ever slower, one way, and ends") {
  for (const float velocity : {-6.0F, -0.12F, 0.5F, 3.0F}) {
    CAPTURE(velocity);
    const Glide glide(velocity, 1000);
    CHECK(glide.offset(1000) == 0);
    CHECK(glide.offset(990) == 0);  // an event's time may lie before the frame's
    CHECK(glide.offset(1001) == doctest::Approx(velocity).epsilon(0.01));
    CHECK_FALSE(glide.over(1000));
    float before = 0;
    float step_before = 1000;
    double time = 1016;
    for (; !glide.over(time); time += 16) {
      const float at = glide.offset(time);
      const float step = (at - before) / velocity;
      CHECK(step > 0);
      CHECK(step <= step_before);
      before = at;
      step_before = step;
    }
    CHECK(time < 1000 + 4000);
    CHECK(glide.offset(time) == doctest::Approx(velocity * 325).epsilon(0.02));
  }
  CHECK(Glide().over(0));
}
