#include "core/inventory/partial_date.h"

#include <array>

#include "core/text/ascii.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2100;
// Excel's day 0 in the 1900 system, counted so that days after its 29 February 1900, which never
// was, fit.
constexpr Date kExcelDayZero{1899, 12, 30};

// A date's text as a shape: N for a group of digits, everything else as it stands without spaces.
// «ngày 5 tháng 9 năm 2021» -> "ngayNthangNnamN" and {5, 9, 2021}.
constexpr std::size_t kMaxNumbers = 6;  // day, month, year, and a time
constexpr std::size_t kMaxPattern = 32;
struct Shape {
  std::array<char, kMaxPattern> characters{};
  std::size_t length = 0;
  std::array<int, kMaxNumbers> numbers{};
  std::array<std::size_t, kMaxNumbers> digits{};  // of each number
  std::size_t count = 0;                          // of numbers

  std::string_view pattern() const { return {characters.data(), length}; }
};

bool read_shape(std::string_view folded, Shape& shape) {
  for (std::size_t i = 0; i < folded.size();) {
    if (!text::is_ascii_digit(folded[i])) {
      // Two numbers with only a space between («5 2019») have no date's shape, so the space is kept
      // there.
      const bool between_numbers = folded[i] == ' ' && i > 0 && i + 1 < folded.size() &&
                                   text::is_ascii_digit(folded[i - 1]) &&
                                   text::is_ascii_digit(folded[i + 1]);
      if (folded[i] != ' ' || between_numbers) {
        if (shape.length == kMaxPattern) return false;
        shape.characters[shape.length++] = folded[i];
      }
      ++i;
      continue;
    }
    const std::size_t begin = i;
    int value = 0;
    for (; i < folded.size() && text::is_ascii_digit(folded[i]); ++i) {
      if (i - begin >= 5) return false;  // longer than any year or Excel day
      value = value * 10 + (folded[i] - '0');
    }
    if (shape.count == kMaxNumbers || shape.length == kMaxPattern) return false;
    shape.characters[shape.length++] = 'N';
    shape.numbers[shape.count] = value;
    shape.digits[shape.count++] = i - begin;
  }
  return true;
}

// Spreadsheets add the time: «15/08/2019 0:00», «2019-08-15T00:00:00».
void drop_time(Shape& shape) {
  if (!shape.pattern().ends_with(":N")) return;
  for (const std::string_view time : {" N:N:N", " N:N", "tN:N:N", "tN:N"}) {
    if (shape.length > time.size() && shape.pattern().ends_with(time)) {
      shape.length -= time.size();
      shape.count -= time.size() == 6 ? 3 : 2;
      return;
    }
  }
}

DateReading problem(DateProblem what) { return {what, {}}; }

DateReading checked(int year, int month, int day, DatePrecision precision) {
  if (year < kFirstYear || year > kLastYear) return problem(DateProblem::out_of_range);
  const Date date{year, month, day};
  if (!is_valid(date)) return problem(DateProblem::no_such_day);
  return {DateProblem::none, {date, precision}};
}

bool is_one_of(std::string_view pattern, std::initializer_list<std::string_view> patterns) {
  for (const std::string_view candidate : patterns) {
    if (pattern == candidate) return true;
  }
  return false;
}

}  // namespace

Date last_possible_day(const PartialDate& value) {
  switch (value.precision) {
    case DatePrecision::year:
      return {value.date.year, 12, 31};
    case DatePrecision::month:
      return {value.date.year, value.date.month, days_in_month(value.date.year, value.date.month)};
    case DatePrecision::day:
      return value.date;
  }
  return value.date;
}

DateReading read_partial_date(std::string_view written) {
  // Most dates are written in figures, where there is nothing to fold.
  const bool figures = written.find_first_not_of("0123456789/.-") == std::string_view::npos;
  const std::string folded = figures ? std::string() : text::fold(written);
  const std::string_view characters = figures ? written : folded;
  if (characters.empty()) return problem(DateProblem::empty);
  Shape shape;
  if (!read_shape(characters, shape)) return problem(DateProblem::unreadable);
  drop_time(shape);
  const std::string_view pattern = shape.pattern();
  const auto& n = shape.numbers;
  const auto has_digits = [&shape](std::size_t index, std::size_t low, std::size_t high) {
    return shape.digits[index] >= low && shape.digits[index] <= high;
  };

  if (shape.count == 1 && is_one_of(pattern, {"N", "namN"})) {
    if (has_digits(0, 4, 4)) return checked(n[0], 1, 1, DatePrecision::year);
    if (pattern == "N" && has_digits(0, 5, 5)) {
      const Date date = add_days(kExcelDayZero, n[0]);
      // Outside the plausible years a bare number is more likely something else than a wrong date.
      if (date.year < kFirstYear || date.year > kLastYear) return problem(DateProblem::unreadable);
      return {DateProblem::none, {date, DatePrecision::day}};
    }
    return problem(DateProblem::unreadable);
  }
  if (shape.count == 2 &&
      is_one_of(pattern,
                {"N/N", "N-N", "N.N", "thangNnamN", "thangN/N", "thangN-N", "thangN.N", "thangN N",
                 "thangN,N", "tN/N", "tN-N", "tN.N", "tN N", "thN/N", "tN.namN", "tNnamN"})) {
    if (has_digits(0, 1, 2) && has_digits(1, 4, 4))
      return checked(n[1], n[0], 1, DatePrecision::month);
    const bool year_first = is_one_of(pattern, {"N-N", "N/N"});
    if (year_first && has_digits(0, 4, 4) && has_digits(1, 2, 2)) {
      return checked(n[0], n[1], 1, DatePrecision::month);
    }
    return problem(DateProblem::unreadable);
  }
  if (shape.count == 3 &&
      is_one_of(pattern, {"N/N/N", "N-N-N", "N.N.N", "ngayN/N/N", "ngayN-N-N", "ngayN.N.N",
                          "ngayNthangNnamN", "NthangNnamN", "ngayNthangN,N", "ngayN/NnamN"})) {
    if (has_digits(0, 1, 2) && has_digits(1, 1, 2) && has_digits(2, 4, 4)) {
      return checked(n[2], n[1], n[0], DatePrecision::day);
    }
    const bool year_first = is_one_of(pattern, {"N-N-N", "N/N/N"});
    if (year_first && has_digits(0, 4, 4) && has_digits(1, 1, 2) && has_digits(2, 1, 2)) {
      return checked(n[0], n[1], n[2], DatePrecision::day);
    }
  }
  return problem(DateProblem::unreadable);
}

std::string iso_text(const PartialDate& value) {
  std::string day = iso_date(value.date);
  switch (value.precision) {
    case DatePrecision::year:
      return day.substr(0, 4);
    case DatePrecision::month:
      return day.substr(0, 7);
    case DatePrecision::day:
      return day;
  }
  return day;
}

std::string vietnamese_text(const PartialDate& value) {
  std::string day = vietnamese_date(value.date);
  switch (value.precision) {
    case DatePrecision::year:
      return day.substr(6);
    case DatePrecision::month:
      return day.substr(3);
    case DatePrecision::day:
      return day;
  }
  return day;
}

}  // namespace sokenh
