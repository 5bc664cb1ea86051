#include "core/exchange/ip_list_day.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "core/base/date.h"
#include "core/text/ascii.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

// A number and what stands between it and the one before.
struct Number {
  int value = 0;
  std::size_t digits = 0;
  bool joined = false;  // it goes on with the number before
};

// «11/2026», «11 năm 2026», «11-2026»; what else stands between two numbers divides them.
bool joins(std::string_view between) {
  while (!between.empty() && between.front() == ' ') between.remove_prefix(1);
  while (!between.empty() && between.back() == ' ') between.remove_suffix(1);
  constexpr std::array<std::string_view, 7> known{"/", ".", "-", "_", "thang", "nam", ""};
  return std::find(known.begin(), known.end(), between) != known.end();
}

std::vector<Number> numbers_of(std::string_view text) {
  std::vector<Number> numbers;
  std::size_t end = 0;  // of the number before
  for (std::size_t at = 0; at < text.size();) {
    if (!text::is_ascii_digit(text[at])) {
      ++at;
      continue;
    }
    Number number{.joined = !numbers.empty() && joins(text.substr(end, at - end))};
    for (; at < text.size() && text::is_ascii_digit(text[at]); ++at, ++number.digits) {
      if (number.digits < 8) number.value = number.value * 10 + (text[at] - '0');
    }
    end = at;
    numbers.push_back(number);
  }
  return numbers;
}

bool is_year(const Number& number) {
  return number.digits == 4 && number.value >= 2000 && number.value < 2100;
}

std::string two_digits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

std::string day_text(int year, int month, int day) {
  if (!is_valid({year, month, day})) return {};
  return vietnamese_date({year, month, day});
}

std::string month_text(int year, int month) {
  if (month < 1 || month > 12) return {};
  return two_digits(month) + "/" + std::to_string(year);
}

// 20261115, 202611: year first, as file names that sort have it.
std::string packed(const Number& number) {
  const int year = number.digits == 8 ? number.value / 10000 : number.value / 100;
  if (year < 2000 || year >= 2100) return {};
  if (number.digits == 8) return day_text(year, number.value / 100 % 100, number.value % 100);
  return number.digits == 6 ? month_text(year, number.value % 100) : std::string{};
}

bool is_short(const Number& number) { return number.digits <= 2; }

}  // namespace

std::string guess_list_day(std::string_view text) {
  const std::string folded = text::fold(text);
  const std::vector<Number> numbers = numbers_of(folded);
  std::string month;
  const auto take = [&month](const std::string& found) {
    if (month.empty()) month = found;
  };
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const Number& number = numbers[i];
    if (number.digits == 8) {
      if (std::string day = packed(number); !day.empty()) return day;
    } else if (number.digits == 6) {
      take(packed(number));
    }
    if (!is_year(number)) continue;
    const bool has_month = i > 0 && number.joined && is_short(numbers[i - 1]);
    const bool has_day = has_month && i > 1 && numbers[i - 1].joined && is_short(numbers[i - 2]);
    if (has_day) {
      std::string day = day_text(number.value, numbers[i - 1].value, numbers[i - 2].value);
      if (!day.empty()) return day;
    }
    if (has_month) take(month_text(number.value, numbers[i - 1].value));
    // 2026-11-15, 2026-11
    const bool month_after =
        i + 1 < numbers.size() && numbers[i + 1].joined && numbers[i + 1].digits == 2 && !has_month;
    if (!month_after) continue;
    if (i + 2 < numbers.size() && numbers[i + 2].joined && numbers[i + 2].digits == 2) {
      std::string day = day_text(number.value, numbers[i + 1].value, numbers[i + 2].value);
      if (!day.empty()) return day;
    }
    take(month_text(number.value, numbers[i + 1].value));
  }
  return month;
}

}  // namespace sokenh
