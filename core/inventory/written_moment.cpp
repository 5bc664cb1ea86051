#include "core/inventory/written_moment.h"

#include <algorithm>
#include <optional>

#include "core/text/ascii.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

constexpr std::size_t kMaxWritten = 100;  // bytes, folded: no moment is longer

MomentReading problem(MomentProblem what) {
  MomentReading reading;
  reading.problem = what;
  return reading;
}

MomentProblem moment_problem(DateProblem problem) {
  switch (problem) {
    case DateProblem::none:
      return MomentProblem::none;
    case DateProblem::empty:
      return MomentProblem::empty;
    case DateProblem::unreadable:
      return MomentProblem::unreadable;
    case DateProblem::no_such_day:
      return MomentProblem::no_such_day;
    case DateProblem::out_of_range:
      return MomentProblem::out_of_range;
  }
  return MomentProblem::unreadable;
}

// Reads along a folded text.
class Scanner {
 public:
  Scanner(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }
  bool take(std::string_view words) {
    std::size_t at = at_;
    while (at < text_.size() && text_[at] == ' ') ++at;
    if (text_.substr(at, words.size()) != words) return false;
    at_ = at + words.size();
    return true;
  }
  // One or two digits, and no third.
  std::optional<int> number() {
    std::size_t at = at_;
    while (at < text_.size() && text_[at] == ' ') ++at;
    int value = 0;
    std::size_t digits = 0;
    for (; at < text_.size() && text::is_ascii_digit(text_[at]); ++at, ++digits) {
      if (digits == 2) return std::nullopt;
      value = value * 10 + (text_[at] - '0');
    }
    if (digits == 0) return std::nullopt;
    at_ = at;
    return value;
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

struct WrittenTime {
  std::size_t begin = 0, end = 0;  // in the folded text
  int hour = 0, minute = 0;
  bool other_zone = false;
};

void read_zone(Scanner& scanner, WrittenTime& time) {
  if (scanner.take("+07:00") || scanner.take("+0700")) return;
  const bool utc = scanner.take("z");
  time.other_zone = utc || scanner.take("+");
}

// A time that begins here: «8h30», «8h», «08:30», «08:30:00», «8 gio 30 phut», «8g30».
std::optional<WrittenTime> time_at(std::string_view folded, std::size_t begin) {
  Scanner scanner(folded, begin);
  WrittenTime time{.begin = begin};
  const std::optional<int> hour = scanner.number();
  if (!hour) return std::nullopt;
  time.hour = *hour;
  if (scanner.take(":")) {
    const std::optional<int> minute = scanner.number();
    if (!minute) return std::nullopt;
    time.minute = *minute;
    if (scanner.take(":")) {
      const std::optional<int> second = scanner.number();
      if (!second) return std::nullopt;
      if (*second > 59) time.hour = 24;  // no such time
    }
    read_zone(scanner, time);
  } else if (scanner.take("gio") || scanner.take("h") || scanner.take("g")) {
    // «8h ngày 5»: what follows is a minute only when it is not the day.
    Scanner ahead = scanner;
    const std::optional<int> minute = ahead.number();
    const bool is_day =
        ahead.take("/") || ahead.take("-") || ahead.take(".") || ahead.take("thang");
    if (minute && !is_day) {
      time.minute = *minute;
      scanner = ahead;
      if (!scanner.take("phut")) scanner.take("p");
    }
  } else {
    return std::nullopt;
  }
  time.end = scanner.at();
  return time;
}

std::optional<WrittenTime> find_time(std::string_view folded) {
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (!text::is_ascii_digit(folded[i])) continue;
    if (i > 0 && text::is_ascii_digit(folded[i - 1])) continue;
    if (const auto time = time_at(folded, i)) return time;
  }
  return std::nullopt;
}

// Without the words and signs that join a time to its day.
std::string_view without_joints(std::string_view part) {
  for (bool again = true; again;) {
    again = false;
    part = text::trim(part);
    for (const std::string_view joint : {",", ";", "-", "luc", "vao", "hoi", "(", ")"}) {
      if (part.starts_with(joint)) {
        part.remove_prefix(joint.size());
        again = true;
      } else if (part.ends_with(joint)) {
        part.remove_suffix(joint.size());
        again = true;
      }
    }
  }
  return part;
}

}  // namespace

MomentReading read_moment(std::string_view written) {
  if (written.size() > 4 * kMaxWritten) return problem(MomentProblem::unreadable);
  const std::string folded = text::fold(written);
  if (folded.empty()) return problem(MomentProblem::empty);
  if (folded.size() > kMaxWritten) return problem(MomentProblem::unreadable);
  const std::optional<WrittenTime> time = find_time(folded);
  if (!time) {
    const DateReading day = read_partial_date(folded);
    if (day.problem != DateProblem::none) return problem(moment_problem(day.problem));
    return {.problem = MomentProblem::none, .day = day.value};
  }
  if (time->other_zone) return problem(MomentProblem::other_zone);
  std::string_view before = std::string_view(folded).substr(0, time->begin);
  const std::string_view after = without_joints(std::string_view(folded).substr(time->end));
  // ISO's letter between day and time.
  if (before.size() > 1 && before.ends_with('t') && text::is_ascii_digit(before[before.size() - 2]))
    before.remove_suffix(1);
  before = without_joints(before);
  if (!before.empty() && !after.empty()) return problem(MomentProblem::unreadable);
  const std::string_view rest = before.empty() ? after : before;
  // A second time: one of them is something else.
  if (rest.find(':') != std::string_view::npos) return problem(MomentProblem::unreadable);
  const DateReading day = read_partial_date(rest);
  if (day.problem == DateProblem::empty) return problem(MomentProblem::day_missing);
  if (day.problem != DateProblem::none) return problem(moment_problem(day.problem));
  if (day.value.precision != DatePrecision::day) return problem(MomentProblem::day_missing);
  if (time->hour > 23 || time->minute > 59) return problem(MomentProblem::no_such_time);
  return {.problem = MomentProblem::none,
          .day = day.value,
          .has_time = true,
          .hour = time->hour,
          .minute = time->minute};
}

std::string iso_text(const MomentReading& reading) {
  return reading.has_time ? iso_moment(reading.moment()) : iso_text(reading.day);
}

std::string vietnamese_text(const MomentReading& reading) {
  return reading.has_time ? vietnamese_moment(reading.moment()) : vietnamese_text(reading.day);
}

bool may_precede(const MomentReading& first, const MomentReading& second) {
  if (first.has_time && second.has_time) return first.moment() <= second.moment();
  return first.day.date <= last_possible_day(second.day);
}

}  // namespace sokenh
