#include "core/exchange/calendar.h"

#include <doctest/doctest.h>

#include "core/text/utf8.h"

using namespace sokenh;

namespace {

constexpr std::string_view kMadeAt = "2026-11-21T16:30:00+07:00";

Calendar one(std::string summary, std::string description = "") {
  return {"Sổ Kênh",
          {{"account/1", {2026, 12, 31}, std::move(summary), std::move(description)}},
          {7, 1, 0}};
}

std::string written(const Calendar& calendar, std::string_view seed = "s") {
  const auto text = write_calendar(calendar, kMadeAt, seed);
  REQUIRE(text);
  return *text;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  for (std::size_t end = text.find("\r\n"); end != std::string::npos;
       end = text.find("\r\n", begin)) {
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 2;
  }
  CHECK(begin == text.size());
  return lines;
}

// 3.1: what a reader makes of it.
std::vector<std::string> unfolded(const std::string& text) {
  std::vector<std::string> lines;
  for (const std::string& line : lines_of(text)) {
    if (line.starts_with(' ')) {
      lines.back() += line.substr(1);
    } else {
      lines.push_back(line);
    }
  }
  return lines;
}

bool has(const std::vector<std::string>& lines, std::string_view line) {
  for (const std::string& each : lines) {
    if (each == line) return true;
  }
  return false;
}

std::string uid_of(const std::string& text) {
  for (const std::string& line : lines_of(text)) {
    if (line.starts_with("UID:")) return line;
  }
  return {};
}

}  // namespace

TEST_CASE("RFC 5545 3.1: no line is longer than 75 octets, no character is cut") {
  std::string lengthy;
  for (int i = 0; i < 200; ++i) lengthy += i % 3 == 0 ? "ế" : i % 3 == 1 ? "\xF0\x9F\x98\x80" : "a";
  const std::string text = written(one(lengthy));
  for (const std::string& line : lines_of(text)) {
    CHECK(line.size() <= 75);
    CHECK(text::is_valid_utf8(line));
  }
  CHECK(has(unfolded(text), "SUMMARY:" + lengthy));
}

TEST_CASE("RFC 5545 3.3.11: what has a meaning in a text is escaped") {
  const auto lines = unfolded(written(one("a,b;c\\d", "một\nhai\r\nba\tbốn")));
  CHECK(has(lines, "SUMMARY:a\\,b\\;c\\\\d"));
  CHECK(has(lines, "DESCRIPTION:một\\nhai\\nba bốn"));
  // No way to write a line of one's own.
  CHECK_FALSE(has(unfolded(written(one("x\r\nEND:VEVENT"))), "END:VEVENT\\n"));
}

TEST_CASE("RFC 5545 3.6.1: an all-day event ends on the day after, over the year's end too") {
  const auto lines = lines_of(written(one("Đổi mật khẩu")));
  CHECK(has(lines, "DTSTART;VALUE=DATE:20261231"));
  CHECK(has(lines, "DTEND;VALUE=DATE:20270101"));
  CHECK(has(lines, "DTSTAMP:20261121T093000Z"));
  CHECK(has(lines, "TRANSP:TRANSPARENT"));
}

TEST_CASE("RFC 5545 3.6.6, 3.8.6.3: reminders at eight, days before and on the day") {
  const auto lines = lines_of(written(one("Đổi mật khẩu")));
  CHECK(has(lines, "TRIGGER:-P6DT16H"));
  CHECK(has(lines, "TRIGGER:-P0DT16H"));
  CHECK(has(lines, "TRIGGER:PT8H"));
  CHECK(has(lines, "ACTION:DISPLAY"));
}

TEST_CASE("RFC 5545 3.8.4.7: an event keeps its UID, other events and documents have others") {
  const std::string uid = uid_of(written(one("a")));
  CHECK(uid.size() == 4 + 32 + 7);
  CHECK(uid == uid_of(written(one("b", "c"))));
  CHECK(uid != uid_of(written(one("a"), "another")));
  Calendar other = one("a");
  other.events[0].key = "account/2";
  CHECK(uid != uid_of(written(other)));
}

TEST_CASE("RFC 5545 3.3.5: the time it was made is written in UTC, over the day's and year's end") {
  const std::pair<const char*, const char*> cases[] = {
      {"2026-11-21T09:30:05Z", "DTSTAMP:20261121T093005Z"},
      {"2026-11-21T06:59:59.25+07:00", "DTSTAMP:20261120T235959Z"},
      {"2026-01-01T00:00:00+07:00", "DTSTAMP:20251231T170000Z"},
      {"2023-12-31T20:45:00-05:30", "DTSTAMP:20240101T021500Z"}};
  for (const auto& [made_at, line] : cases) {
    const auto text = write_calendar(one("a"), made_at, "");
    REQUIRE(text);
    CHECK(has(lines_of(*text), line));
  }
}

TEST_CASE("Calendar: the time must be one; texts must be UTF-8") {
  for (const char* time : {"", "20261121T093000Z", "2026-11-21T09:30:00", "2026-13-21T09:30:00Z",
                           "2026-11-21T24:30:00Z", "0001-01-01T00:00:00+07:00"}) {
    CAPTURE(std::string(time));
    CHECK(write_calendar(one("a"), time, "").error().code == ErrorCode::calendar_time_invalid);
  }
  CHECK(write_calendar(one("a\xFF"), kMadeAt, "").error().code == ErrorCode::calendar_not_utf8);
}
