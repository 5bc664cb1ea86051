#include "core/base/moment.h"

#include <doctest/doctest.h>

using namespace sokenh;

TEST_CASE("Moment: ISO 8601 with Vietnam's zone, and nothing else") {
  const Moment moment{{2026, 11, 20}, 8, 5};
  CHECK(iso_moment(moment) == "2026-11-20T08:05+07:00");
  CHECK(parse_iso_moment("2026-11-20T08:05+07:00") == moment);
  CHECK(parse_iso_moment("2024-02-29T23:59+07:00") == Moment{{2024, 2, 29}, 23, 59});
  for (const char* text :
       {"", "2026-11-20", "2026-11-20T08:05", "2026-11-20T08:05Z", "2026-11-20T08:05+08:00",
        "2026-11-20 08:05+07:00", "2026-11-20T24:00+07:00", "2026-11-20T08:60+07:00",
        "2026-02-29T08:05+07:00", "2026-11-20T8:055+07:00", "2026-11-20T08:05+07:00 ",
        "2026-11-20T-8:05+07:00"}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(parse_iso_moment(text).has_value());
  }
}

TEST_CASE("Moment: as Vietnamese papers have it") {
  CHECK(vietnamese_moment({{2026, 11, 20}, 8, 5}) == "08:05 20/11/2026");
  CHECK(vietnamese_time({{2026, 11, 20}, 23, 59}) == "23:59");
}

TEST_CASE("Moment: earlier and later, and the minutes between") {
  const Moment evening{{2026, 12, 31}, 23, 30};
  const Moment morning{{2027, 1, 1}, 0, 15};
  CHECK(evening < morning);
  CHECK(minutes_between(evening, morning) == 45);
  CHECK(minutes_between(morning, evening) == -45);
  CHECK(add_minutes(evening, 45) == morning);
  CHECK(add_minutes(morning, -45) == evening);
  CHECK(add_minutes(evening, 0) == evening);
  CHECK(minutes_between({{2024, 2, 28}, 0, 0}, {{2024, 3, 1}, 0, 0}) == 2 * 24 * 60);
}

TEST_CASE("Moment: only minutes that exist") {
  CHECK(is_valid(Moment{{2026, 11, 20}, 23, 59}));
  CHECK_FALSE(is_valid(Moment{{2026, 11, 31}, 8, 0}));
  CHECK_FALSE(is_valid(Moment{{2026, 11, 20}, 24, 0}));
  CHECK_FALSE(is_valid(Moment{{2026, 11, 20}, 8, -1}));
}
