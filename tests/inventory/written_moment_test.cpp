#include "core/inventory/written_moment.h"

#include <doctest/doctest.h>

using namespace sokenh;

TEST_CASE("A time as people write it, in any order with its day") {
  struct Case {
    const char* written;
    const char* iso;
  };
  const Case cases[] = {
      {"20/11/2026 08:30", "2026-11-20T08:30+07:00"},
      {"20/11/2026 8:30", "2026-11-20T08:30+07:00"},
      {"08:30 20/11/2026", "2026-11-20T08:30+07:00"},
      {"08:30, 20/11/2026", "2026-11-20T08:30+07:00"},
      {"8h30 ngày 20/11/2026", "2026-11-20T08:30+07:00"},
      {"8h ngày 20/11/2026", "2026-11-20T08:00+07:00"},
      {"8h 20/11/2026", "2026-11-20T08:00+07:00"},
      {"20/11/2026 8h", "2026-11-20T08:00+07:00"},
      {"Lúc 14 giờ 05 phút, ngày 20 tháng 11 năm 2026", "2026-11-20T14:05+07:00"},
      {"14 giờ ngày 20-11-2026", "2026-11-20T14:00+07:00"},
      {"14g05 20.11.2026", "2026-11-20T14:05+07:00"},
      {"2026-11-20T14:05", "2026-11-20T14:05+07:00"},
      {"2026-11-20T14:05:59", "2026-11-20T14:05+07:00"},
      {"2026-11-20T14:05+07:00", "2026-11-20T14:05+07:00"},
      {"2026-11-20 00:00", "2026-11-20T00:00+07:00"},
      {"20/11/2026", "2026-11-20"},
      {"ngày 20 tháng 11 năm 2026", "2026-11-20"},
      {"11/2026", "2026-11"},
      {"2026", "2026"},
  };
  for (const Case& c : cases) {
    CAPTURE(std::string(c.written));
    const MomentReading reading = read_moment(c.written);
    CHECK(reading.problem == MomentProblem::none);
    CHECK(iso_text(reading) == c.iso);
  }
  CHECK(vietnamese_text(read_moment("2026-11-20T14:05")) == "14:05 20/11/2026");
  CHECK(vietnamese_text(read_moment("2026-11-20")) == "20/11/2026");
}

TEST_CASE("A time that is none says why") {
  struct Case {
    const char* written;
    MomentProblem problem;
  };
  const Case cases[] = {
      {"", MomentProblem::empty},
      {"   ", MomentProblem::empty},
      {"sáng nay", MomentProblem::unreadable},
      {"08:30", MomentProblem::day_missing},
      {"8h30", MomentProblem::day_missing},
      {"08:30 11/2026", MomentProblem::day_missing},
      {"25:00 20/11/2026", MomentProblem::no_such_time},
      {"08:60 20/11/2026", MomentProblem::no_such_time},
      {"08:30:61 20/11/2026", MomentProblem::no_such_time},
      {"08:30 31/11/2026", MomentProblem::no_such_day},
      {"31/11/2026", MomentProblem::no_such_day},
      {"08:30 20/11/1026", MomentProblem::out_of_range},
      {"2026-11-20T08:30Z", MomentProblem::other_zone},
      {"2026-11-20T08:30+09:00", MomentProblem::other_zone},
      {"20/11/2026 08:30 chiều hôm sau", MomentProblem::unreadable},
      {"08:30 20/11/2026 09:30", MomentProblem::unreadable},
  };
  for (const Case& c : cases) {
    CAPTURE(std::string(c.written));
    CHECK(static_cast<int>(read_moment(c.written).problem) == static_cast<int>(c.problem));
  }
  CHECK(read_moment(std::string(100'000, '1')).problem == MomentProblem::unreadable);
  CHECK(read_moment(std::string(300, ' ') + "x").problem == MomentProblem::unreadable);
}

TEST_CASE("Earlier, by all that is known: nobody is late who may have been in time") {
  const auto before = [](const char* first, const char* second) {
    return may_precede(read_moment(first), read_moment(second));
  };
  CHECK(before("08:59 20/11/2026", "09:00 20/11/2026"));
  CHECK(before("09:00 20/11/2026", "09:00 20/11/2026"));
  CHECK_FALSE(before("09:01 20/11/2026", "09:00 20/11/2026"));
  CHECK(before("20/11/2026", "09:00 20/11/2026"));
  CHECK(before("23:00 20/11/2026", "20/11/2026"));
  CHECK_FALSE(before("21/11/2026", "23:00 20/11/2026"));
  CHECK(before("11/2026", "20/11/2026"));
  CHECK(before("30/11/2026", "11/2026"));
  CHECK_FALSE(before("12/2026", "30/11/2026"));
}
