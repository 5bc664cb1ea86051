#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string_view>

#include "core/password/matches.h"
#include "core/password/trie.h"

namespace sokenh::password {

namespace {

float log10_of(double value) { return static_cast<float>(std::log10(value)); }

bool is_digit(const Cell& cell) { return cell.character_class == CharacterClass::digit; }
int digit_value(const Cell& cell) { return static_cast<int>(cell.character) - '0'; }

// --- keyboard

// Where a key is, in half keys, on the usual US layout, which Vietnamese ones share: each row
// begins about half a key further right than the one above.
struct Key {
  std::int8_t row = -1;
  std::int8_t x = 0;
  bool shifted = false;
};
constexpr std::string_view kRows[] = {"1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./"};
constexpr std::string_view kShiftedRows[] = {"!@#$%^&*()_+", "QWERTYUIOP{}", "ASDFGHJKL:\"",
                                             "ZXCVBNM<>?"};
constexpr std::array<Key, 128> make_keys() {
  std::array<Key, 128> keys{};
  for (std::size_t row = 0; row < 4; ++row) {
    for (std::size_t i = 0; i < kRows[row].size(); ++i) {
      const auto x = static_cast<std::int8_t>(2 * i + row);
      keys[static_cast<unsigned char>(kRows[row][i])] = {static_cast<std::int8_t>(row), x, false};
      keys[static_cast<unsigned char>(kShiftedRows[row][i])] = {static_cast<std::int8_t>(row), x,
                                                                true};
    }
  }
  return keys;
}
constexpr std::array<Key, 128> kKeys = make_keys();

// The digits as they lie beside the keyboard: 789 above 456 above 123.
constexpr Key pad_key(char32_t c) {
  if (c < '1' || c > '9') return {};
  const int place = static_cast<int>(c - '1');
  return {static_cast<std::int8_t>(2 - place / 3), static_cast<std::int8_t>(2 * (place % 3)),
          false};
}

Key keyboard_key(char32_t c) { return c < kKeys.size() ? kKeys[c] : Key{}; }

struct Step {
  int rows = 0;
  int x = 0;
  friend bool operator==(const Step&, const Step&) = default;
};

bool is_step(const Key& from, const Key& to, bool pad) {
  if (from.row < 0 || to.row < 0) return false;
  const int rows = std::abs(to.row - from.row);
  const int x = std::abs(to.x - from.x);
  if (pad) return rows <= 1 && x <= 2 && rows + x > 0;
  return (rows == 0 && x == 2) || (rows == 1 && x == 1);
}

// One walk: from where it begins to where it breaks off. Parts of it are taken only from its
// beginning or up to its end, so that their number stays small.
template <class KeyOf>
void add_walks(std::span<const Cell> cells, std::uint32_t first, std::uint32_t last, KeyOf key_of,
               bool pad, Matches& found) {
  constexpr std::string_view kUsualStarts = "1qaz!QAZ0pm7";
  constexpr float kTurnCost = 0.85F;
  const auto add = [&](std::uint32_t begin, std::uint32_t end, int turns, int shifted) {
    const auto length = static_cast<int>(end - begin);
    // Three keys that turn are found by chance.
    if (length < 3 || (length == 3 && turns > 0)) return;
    const char32_t start = cells[begin].character;
    const bool usual = kUsualStarts.find(static_cast<char>(start)) != std::string_view::npos;
    Match match{begin, end, PartKind::keyboard};
    match.log10_guesses =
        (usual ? 0.9F : 1.6F) + kTurnCost * static_cast<float>(turns) + 0.5F * log10_of(length);
    if (shifted > 0) {
      match.log10_guesses += 0.3F + 0.3F * static_cast<float>(std::min(shifted, length - shifted));
    }
    found.push_back(match);
  };
  const auto step_at = [&](std::uint32_t at) {
    const Key from = key_of(cells[at - 1].character);
    const Key to = key_of(cells[at].character);
    return Step{to.row - from.row, to.x - from.x};
  };
  const auto is_shifted = [&](std::uint32_t at) {
    return !pad && key_of(cells[at].character).shifted;
  };
  int turns = 0;
  int shifted = is_shifted(first) ? 1 : 0;
  for (std::uint32_t at = first + 1; at < last; ++at) {
    if (at > first + 1 && !(step_at(at) == step_at(at - 1))) ++turns;
    if (is_shifted(at)) ++shifted;
    add(first, at + 1, turns, shifted);
  }
  for (std::uint32_t at = first; at + 2 < last; ++at) {
    if (at > first) add(at, last, turns, shifted);
    if (!(step_at(at + 2) == step_at(at + 1))) --turns;
    if (is_shifted(at)) --shifted;
  }
}

template <class KeyOf>
void find_walks(std::span<const Cell> cells, KeyOf key_of, bool pad, Matches& found) {
  const auto size = static_cast<std::uint32_t>(cells.size());
  for (std::uint32_t first = 0; first < size;) {
    std::uint32_t last = first + 1;
    while (last < size &&
           is_step(key_of(cells[last - 1].character), key_of(cells[last].character), pad)) {
      ++last;
    }
    add_walks(cells, first, last, key_of, pad, found);
    first = last;
  }
}

// --- sequences

void find_sequences(std::span<const Cell> cells, Matches& found) {
  const auto size = static_cast<std::uint32_t>(cells.size());
  for (std::uint32_t first = 0; first + 2 < size;) {
    const auto delta_at = [&](std::uint32_t at) {
      return static_cast<int>(cells[at].character) - static_cast<int>(cells[at - 1].character);
    };
    const CharacterClass of = cells[first].character_class;
    const int delta = delta_at(first + 1);
    const int widest = of == CharacterClass::digit ? 3 : 1;
    std::uint32_t last = first + 1;
    if (std::abs(delta) >= 1 && std::abs(delta) <= widest && of != CharacterClass::special) {
      while (last < size && cells[last].character_class == of && delta_at(last) == delta) ++last;
    }
    const std::uint32_t least = std::abs(delta) > 1 ? 4 : 3;
    const auto add = [&](std::uint32_t begin, std::uint32_t end) {
      constexpr std::u32string_view kUsualStarts = U"aA10zZ9";
      const bool usual = kUsualStarts.find(cells[begin].character) != std::u32string_view::npos;
      const float start = usual ? 0.3F : of == CharacterClass::digit ? 1.0F : 1.4F;
      Match match{begin, end, PartKind::sequence};
      match.log10_guesses = start + 0.5F * log10_of(end - begin) + (delta < 0 ? 0.3F : 0.0F) +
                            (std::abs(delta) > 1 ? 0.6F : 0.0F);
      found.push_back(match);
    };
    // Parts of it only from its beginning or up to its end.
    for (std::uint32_t end = first + least; end <= last; ++end) add(first, end);
    for (std::uint32_t begin = first + 1; begin + least <= last; ++begin) add(begin, last);
    first = last - first < 3 ? first + 1 : last - 1;
  }
}

// --- dates, years, telephones

// How early an attacker tries a year: those near now first, each birth year before long.
float year_guesses(int year, const Date& today) {
  constexpr float kAhead = 0.5F;
  return log10_of(std::max(std::abs(today.year - year), 10)) + (year > today.year + 1 ? kAhead : 0);
}

constexpr int kFirstYear = 1900;
constexpr int kYearsAhead = 10;

bool is_year(int year, const Date& today) {
  return year >= kFirstYear && year <= today.year + kYearsAhead;
}

int full_year(int two_digits, const Date& today) {
  const int year = today.year / 100 * 100 + two_digits;
  return year > today.year + kYearsAhead ? year - 100 : year;
}

class DateFinder {
 public:
  DateFinder(std::span<const Cell> cells, const Date& today, Matches& found)
      : cells_(cells), today_(today), found_(found) {}

  void find() {
    for (std::uint32_t begin = 0; begin < cells_.size(); ++begin) {
      if (!is_digit(cells_[begin])) continue;
      run_ = 0;
      while (run_ < 8 && begin + run_ < cells_.size() && is_digit(cells_[begin + run_])) ++run_;
      joined(begin);
      separated(begin);
    }
  }

 private:
  int number(std::uint32_t begin, std::uint32_t digits) const {
    int value = 0;
    for (std::uint32_t i = 0; i < digits; ++i) value = value * 10 + digit_value(cells_[begin + i]);
    return value;
  }

  // `extra`: how unusual the order is.
  void add(std::uint32_t begin, std::uint32_t length, const Date& date, float extra) {
    if (!is_valid(date) || !is_year(date.year, today_)) return;
    constexpr float kDays = 2.56F;  // log10 of 365
    Match match{begin, begin + length, PartKind::date};
    match.day_month_year =
        static_cast<std::uint32_t>(date.year * 10000 + date.month * 100 + date.day);
    match.log10_guesses = kDays + year_guesses(date.year, today_) + extra;
    found_.push_back(match);
  }

  void add_day_month(std::uint32_t begin, std::uint32_t length, int day, int month, float extra) {
    if (!is_valid({2000, month, day})) return;
    Match match{begin, begin + length, PartKind::date};
    match.day_month_year = static_cast<std::uint32_t>(month * 100 + day);
    match.log10_guesses = 2.56F + extra;
    found_.push_back(match);
  }

  void add_year(std::uint32_t begin, std::uint32_t length, int year, float extra) {
    Match match{begin, begin + length, PartKind::year};
    match.day_month_year = static_cast<std::uint32_t>(year * 10000);
    match.log10_guesses = year_guesses(year, today_) + extra;
    found_.push_back(match);
  }

  void joined(std::uint32_t begin) {
    constexpr float kUnusual = 0.3F;
    if (run_ >= 2) {
      const int year = full_year(number(begin, 2), today_);
      // The century left out: taken for a year only where one is likely.
      if (year >= today_.year - 76) add_year(begin, 2, year, 0.4F);
    }
    if (run_ >= 4) {
      if (is_year(number(begin, 4), today_)) add_year(begin, 4, number(begin, 4), 0);
      add_day_month(begin, 4, number(begin, 2), number(begin + 2, 2), 0);
    }
    if (run_ >= 6) {
      const int last = full_year(number(begin + 4, 2), today_);
      const int first = full_year(number(begin, 2), today_);
      add(begin, 6, {last, number(begin + 2, 2), number(begin, 2)}, 0);
      add(begin, 6, {last, number(begin, 2), number(begin + 2, 2)}, kUnusual);
      add(begin, 6, {first, number(begin + 2, 2), number(begin + 4, 2)}, kUnusual);
      add(begin, 6, {number(begin + 2, 4), number(begin + 1, 1), number(begin, 1)}, kUnusual);
      // Month and year: a twelfth of what a day adds would be guessed anyway.
      const int month = number(begin, 2);
      if (month >= 1 && month <= 12 && is_year(number(begin + 2, 4), today_)) {
        add_year(begin, 6, number(begin + 2, 4), 1.1F);
      }
    }
    if (run_ >= 7) {
      const int year = number(begin + 3, 4);
      add(begin, 7, {year, number(begin + 1, 2), number(begin, 1)}, kUnusual);
      add(begin, 7, {year, number(begin + 2, 1), number(begin, 2)}, kUnusual);
    }
    if (run_ >= 8) {
      const int year = number(begin + 4, 4);
      add(begin, 8, {year, number(begin + 2, 2), number(begin, 2)}, 0);
      add(begin, 8, {year, number(begin, 2), number(begin + 2, 2)}, kUnusual);
      add(begin, 8, {number(begin, 4), number(begin + 4, 2), number(begin + 6, 2)}, kUnusual);
    }
  }

  struct Field {
    int value = 0;
    std::uint32_t digits = 0;
    std::uint32_t end = 0;
  };
  Field field(std::uint32_t begin) const {
    Field read{0, 0, begin};
    while (read.digits < 4 && read.end < cells_.size() && is_digit(cells_[read.end])) {
      read.value = read.value * 10 + digit_value(cells_[read.end]);
      ++read.digits;
      ++read.end;
    }
    return read;
  }
  // «20thang11».
  bool is_month_word(std::uint32_t at) const {
    constexpr std::string_view kMonth = "thang";
    if (at + kMonth.size() > cells_.size()) return false;
    for (std::size_t i = 0; i < kMonth.size(); ++i) {
      if (cells_[at + i].symbol != trie_symbol(static_cast<unsigned char>(kMonth[i]))) return false;
    }
    return true;
  }
  bool is_separator(std::uint32_t at) const {
    if (at >= cells_.size()) return false;
    const char32_t c = cells_[at].character;
    return c == '/' || c == '-' || c == '.' || c == '_' || c == ' ' || c == '\\' || c == ',';
  }

  void separated(std::uint32_t begin) {
    constexpr float kSeparator = 0.4F;
    constexpr float kUnusual = 0.3F;
    const Field first = field(begin);
    if (first.digits <= 2 && is_month_word(first.end)) {
      const Field month = field(first.end + 5);
      if (month.digits > 0 && month.digits <= 2) {
        add_day_month(begin, month.end - begin, first.value, month.value, kSeparator);
      }
    }
    if (!is_separator(first.end)) return;
    const Field second = field(first.end + 1);
    if (second.digits == 0 || second.digits > 2) {
      // «9/1990».
      if (second.digits == 4 && first.value >= 1 && first.value <= 12 &&
          is_year(second.value, today_)) {
        add_year(begin, second.end - begin, second.value, 1.1F + kSeparator);
      }
      return;
    }
    if (first.digits <= 2) {
      add_day_month(begin, second.end - begin, first.value, second.value, kSeparator);
    }
    if (!is_separator(second.end) || cells_[second.end].character != cells_[first.end].character) {
      return;
    }
    const Field third = field(second.end + 1);
    const std::uint32_t length = third.end - begin;
    if (first.digits == 4 && third.digits > 0 && third.digits <= 2) {
      add(begin, length, {first.value, second.value, third.value}, kSeparator + kUnusual);
    }
    if (first.digits > 2 || (third.digits != 2 && third.digits != 4)) return;
    const int year = third.digits == 4 ? third.value : full_year(third.value, today_);
    add(begin, length, {year, second.value, first.value}, kSeparator);
    add(begin, length, {year, first.value, second.value}, kSeparator + kUnusual);
  }

  std::span<const Cell> cells_;
  const Date& today_;
  Matches& found_;
  std::uint32_t run_ = 0;  // digits from where is looked, at most eight
};

// A mobile or landline number, with or without dots between: the numbers of who is attacked, and of
// those around, are tried before all numbers are.
void find_telephones(std::span<const Cell> cells, Matches& found) {
  constexpr float kTelephone = 6.7F;
  const auto size = static_cast<std::uint32_t>(cells.size());
  for (std::uint32_t begin = 0; begin + 9 < size; ++begin) {
    if (cells[begin].character != '0' && cells[begin].character != '8' &&
        cells[begin].character != '+') {
      continue;
    }
    std::array<int, 12> digits{};
    std::size_t count = 0;
    std::uint32_t at = begin + (cells[begin].character == '+' ? 1 : 0);
    for (; at < size && count < digits.size(); ++at) {
      const Cell& cell = cells[at];
      if (is_digit(cell)) {
        digits[count++] = digit_value(cell);
      } else if ((cell.character != '.' && cell.character != ' ' && cell.character != '-') ||
                 !is_digit(cells[at - 1])) {
        break;
      } else {
        continue;
      }
      if (count < 2) continue;
      // National digits after the 0.
      const bool international = digits[0] == 8 && digits[1] == 4;
      if (!international && digits[0] != 0) break;
      const std::size_t skipped = international ? 2 : 1;
      if (count <= skipped) continue;
      const int first = digits[skipped];
      const std::size_t needed = first == 2 ? 10 : 9;
      const bool known =
          first == 2 || first == 3 || first == 5 || first == 7 || first == 8 || first == 9;
      if (!known) break;
      if (count - skipped != needed) continue;
      Match match{begin, at + 1, PartKind::telephone};
      match.log10_guesses = kTelephone;
      found.push_back(match);
      break;
    }
  }
}

// --- symbols

bool is_sign(const Cell& cell) { return cell.character_class == CharacterClass::special; }

// Three letters or digits in a row end before `at`, or begin there.
bool stands_beside_run(std::span<const Cell> cells, std::size_t at) {
  constexpr std::size_t kRun = 3;
  const auto is_run = [&](std::size_t begin) {
    const std::span<const Cell> run = cells.subspan(begin, kRun);
    return std::none_of(run.begin(), run.end(), is_sign);
  };
  return (at >= kRun && is_run(at - kRun)) || (at + 1 + kRun <= cells.size() && is_run(at + 1));
}

// One sign beside a word or number, by how usual it is.
void find_symbols(std::span<const Cell> cells, Matches& found) {
  constexpr std::string_view kUsual = "@!#._-*$&?+ %^/,=~";
  constexpr std::array<float, 18> kGuesses{0.3F, 0.4F, 0.6F, 0.6F, 0.7F, 0.7F, 0.7F, 0.8F, 0.9F,
                                           0.9F, 0.9F, 0.9F, 1.0F, 1.0F, 1.1F, 1.1F, 1.1F, 1.2F};
  static_assert(kUsual.size() == kGuesses.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!is_sign(cells[i]) || cells[i].character >= 0x80 || !stands_beside_run(cells, i)) continue;
    const std::size_t which = kUsual.find(static_cast<char>(cells[i].character));
    if (which == std::string_view::npos) continue;
    const auto at = static_cast<std::uint32_t>(i);
    Match match{at, at + 1, PartKind::symbols};
    match.log10_guesses = kGuesses[which];
    found.push_back(match);
  }
}

// One digit after a word: the first that people add is 1.
void find_last_digits(std::span<const Cell> cells, Matches& found) {
  const auto is_letter = [&](std::size_t i) { return !is_digit(cells[i]) && !is_sign(cells[i]); };
  for (std::size_t i = 3; i < cells.size(); ++i) {
    if (!is_digit(cells[i]) || (i + 1 < cells.size() && is_digit(cells[i + 1]))) continue;
    const std::size_t last = is_sign(cells[i - 1]) ? i - 2 : i - 1;
    if (!is_letter(last) || !is_letter(last - 1)) continue;
    const auto at = static_cast<std::uint32_t>(i);
    Match match{at, at + 1, PartKind::symbols};
    match.log10_guesses = cells[i].character == '1' ? 0.3F : 0.8F;
    found.push_back(match);
  }
}

}  // namespace

void find_patterns(std::span<const Cell> cells, const Date& today, Matches& found) {
  find_walks(cells, keyboard_key, false, found);
  find_walks(cells, pad_key, true, found);
  find_sequences(cells, found);
  DateFinder(cells, today, found).find();
  find_telephones(cells, found);
  find_symbols(cells, found);
  find_last_digits(cells, found);
}

}  // namespace sokenh::password
