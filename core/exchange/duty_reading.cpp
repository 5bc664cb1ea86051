#include "core/exchange/duty_reading.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "core/exchange/table_rows.h"
#include "core/text/ascii.h"
#include "core/text/fold.h"
#include "core/text/telephone.h"
#include "core/text/utf8.h"

namespace sokenh {
namespace {

constexpr std::size_t kMaxTimeBytes = 200;  // of a cell that can be a day or hours

bool is_letter_or_digit(char c) {
  return text::is_ascii_digit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

std::string_view without_signs(std::string_view written, std::string_view signs) {
  while (!written.empty() && signs.find(written.front()) != std::string_view::npos)
    written.remove_prefix(1);
  while (!written.empty() && signs.find(written.back()) != std::string_view::npos)
    written.remove_suffix(1);
  return written;
}

bool begins_with_capital(std::string_view word) {
  const char32_t letter = text::decode_code_point(word, 0).code_point;
  return text::lower(letter) != letter;
}

void replace_all(std::string& in, std::string_view what, std::string_view with) {
  for (std::size_t at = in.find(what); at != std::string::npos;
       at = in.find(what, at + with.size()))
    in.replace(at, what.size(), with);
}

// «30 thang 4 nam 2026» as «30/4/2026».
void write_months_as_numbers(std::string& folded) {
  replace_all(folded, " thang ", "/");
  replace_all(folded, " nam ", "/");
}

// What stands in the first brackets, and what around them.
struct Bracketed {
  std::string inside, around;
};

Bracketed split_brackets(const std::string& folded) {
  const std::size_t open = folded.find('(');
  const std::size_t close = folded.find(')', open == std::string::npos ? 0 : open);
  if (open == std::string::npos || close == std::string::npos)
    return {.inside = "", .around = folded};
  return {.inside = folded.substr(open + 1, close - open - 1),
          .around = folded.substr(0, open) + folded.substr(close + 1)};
}

// --- days

// Without the day of the week, and «ngày», in front.
std::string_view without_weekday(std::string_view folded) {
  constexpr std::array<std::string_view, 18> words{
      "thu hai", "thu ba", "thu tu", "thu nam",  "thu sau", "thu bay", "thu 2", "thu 3", "thu 4",
      "thu 5",   "thu 6",  "thu 7",  "chu nhat", "cn",      "tu ngay", "tu",    "ngay",  "trong"};
  constexpr std::string_view signs = " ,-:.*";
  folded = without_signs(folded, signs);
  for (bool again = true; again;) {
    again = false;
    const auto drop = [&](std::size_t size) {
      if (size < folded.size() && is_letter_or_digit(folded[size])) return;
      folded = without_signs(folded.substr(size), signs);
      again = true;
    };
    for (const std::string_view word : words) {
      if (folded.starts_with(word)) drop(word.size());
    }
    if (folded.size() > 2 && folded[0] == 't' && folded[1] >= '2' && folded[1] <= '7') drop(2);
  }
  return folded;
}

// «27-4» is a day, too; «5/2026» is none.
std::optional<DutyDays> read_plain_days(std::string_view written, const Date& near) {
  std::string days(without_weekday(written));
  write_months_as_numbers(days);
  replace_all(days, " va ", ", ");
  replace_all(days, " den ngay ", " den ");
  if (std::count_if(days.begin(), days.end(), [](char c) { return !text::is_ascii_digit(c); }) == 1)
    replace_all(days, "-", "/");
  const std::size_t sign = days.find_first_not_of("0123456789");
  const bool is_month = days.find_last_not_of("0123456789") == sign && days.size() - sign > 4;
  if (days.empty() || is_month) return std::nullopt;
  const DaysReading reading = read_days(days, near);
  if (!reading.unreadable.empty() || reading.spans.size() != 1) return std::nullopt;
  const Span& span = reading.spans[0];
  if (span.minutes() > kMaxShiftMinutes) return std::nullopt;
  return DutyDays{span.from, span.to - kMinutesOfDay};
}

// --- times

bool has_time(std::string_view folded) {
  for (std::size_t i = 1; i < folded.size(); ++i) {
    const bool sign = folded[i] == 'h' || folded[i] == 'g' || folded[i] == ':';
    if (sign && text::is_ascii_digit(folded[i - 1])) return true;
  }
  return false;
}

// «7.00» is a time as «7:00» is.
std::string with_colons(std::string hours) {
  for (std::size_t i = 1; i + 1 < hours.size(); ++i) {
    if (hours[i] == '.' && text::is_ascii_digit(hours[i - 1]) && text::is_ascii_digit(hours[i + 1]))
      hours[i] = ':';
  }
  return hours;
}

std::optional<DailyHours> read_plain_hours(std::string hours) {
  const bool next_day = hours.find("hom sau") != std::string::npos;
  for (const std::string_view word : {"ngay hom sau", "sang hom sau", "hom sau", "'", "’"})
    replace_all(hours, word, "");
  replace_all(hours, "→", "-");
  replace_all(hours, ": ", " ");  // «Ca 2: 14-22h»
  const std::string_view all = without_signs(hours, " .,;-");
  // Behind the name of a shift, which has no time in it.
  for (std::size_t i = 0; i < all.size() && !has_time(all.substr(0, i)); ++i) {
    if (!text::is_ascii_digit(all[i]) || (i > 0 && text::is_ascii_digit(all[i - 1]))) continue;
    if (!has_time(all.substr(i))) break;
    // «Ca 2», not two o'clock.
    const bool number = all.substr(0, i).ends_with("ca ") && i + 1 < all.size() &&
                        all[i + 1] != 'h' && all[i + 1] != 'g' && !text::is_ascii_digit(all[i + 1]);
    if (number) continue;
    if (const auto read = read_daily_hours(all.substr(i)))
      return next_day && read->to > read->from ? std::nullopt : read;
  }
  return std::nullopt;
}

// «7h 30/4» with its year.
std::string with_year(std::string_view written, const Date& near) {
  std::string folded = text::fold(written);
  write_months_as_numbers(folded);
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const bool begins = text::is_ascii_digit(folded[i]) &&
                        (i == 0 || (!text::is_ascii_digit(folded[i - 1]) && folded[i - 1] != '/'));
    if (!begins) continue;
    const std::size_t end = std::min(folded.find_first_not_of("0123456789/", i), folded.size());
    const std::string token = folded.substr(i, end - i);
    if (std::count(token.begin(), token.end(), '/') != 1) continue;
    const DaysReading reading = read_days(token, near);
    if (!reading.unreadable.empty() || reading.spans.size() != 1) continue;
    folded.replace(i, end - i, vietnamese_date(civil_from_minutes(reading.spans[0].from).date));
    break;
  }
  return folded;
}

// --- people

constexpr std::array<std::string_view, 12> kHonorifics{
    "ông", "bà", "thầy", "cô", "đ/c", "đc", "đ.c", "đồng chí", "anh", "chị", "các đc", "họ tên"};
// How a piece begins that is a position, in small letters, not folded: «Trương» is a family.
constexpr std::array<std::string_view, 44> kPositions{"phó hiệu trưởng",
                                                      "hiệu trưởng",
                                                      "phó chủ tịch",
                                                      "chủ tịch",
                                                      "phó bí thư",
                                                      "bí thư",
                                                      "phó giám đốc",
                                                      "giám đốc",
                                                      "phó trưởng phòng",
                                                      "trưởng phòng",
                                                      "phó phòng",
                                                      "tổ trưởng",
                                                      "tổ phó",
                                                      "trưởng ban",
                                                      "phó ban",
                                                      "giáo viên",
                                                      "nhân viên",
                                                      "văn thư",
                                                      "kế toán",
                                                      "bảo vệ",
                                                      "thủ quỹ",
                                                      "thư viện",
                                                      "thiết bị",
                                                      "y tế",
                                                      "cán bộ",
                                                      "chuyên viên",
                                                      "công chức",
                                                      "viên chức",
                                                      "công an",
                                                      "quản trị",
                                                      "lãnh đạo",
                                                      "tổng phụ trách",
                                                      "trực ban",
                                                      "trực",
                                                      "đội trưởng",
                                                      "chỉ huy",
                                                      "ht",
                                                      "pht",
                                                      "gv",
                                                      "nv",
                                                      "ct",
                                                      "pct",
                                                      "tpt",
                                                      "p."};
// Folded: what stands before a number, or in the place of a name.
constexpr std::array<std::string_view, 22> kNoNames{
    "dien thoai", "so dien thoai", "sdt",      "so dt", "dt",       "dtdd",   "tel",  "di dong",
    "dd",         "may le",        "zalo",     "nt",    "nhu tren", "x",      "hoac", "khong truc",
    "nghi",       "nghi le",       "nghi tet", "khong", "khong co", "ghi chu"};

// What a cell says of people, one piece after the other.
class PeopleReader {
 public:
  std::vector<WrittenPerson> read(std::string_view cell) && {
    std::size_t at = 0;
    for (const text::FoundTelephone& found : text::find_telephones(cell).found) {
      take_words(cell.substr(at, found.begin - at));
      if (!people_.empty() && people_.back().telephone.empty())
        people_.back().telephone = text::trim(cell.substr(found.begin, found.end - found.begin));
      at = found.end;
      new_person_ = false;
    }
    take_words(cell.substr(at));
    return std::move(people_);
  }

 private:
  // A sign after which another person comes, or something about the last one.
  struct Sign {
    std::string_view text;
    bool new_person;
  };
  static constexpr std::array<Sign, 13> kSigns{{{"\n", true},
                                                {";", true},
                                                {"+", true},
                                                {"&", true},
                                                {"/", true},
                                                {" và ", true},
                                                {",", false},
                                                {"(", false},
                                                {")", false},
                                                {" - ", false},
                                                {" – ", false},
                                                {" — ", false},
                                                {"- ", false}}};

  void take_words(std::string_view words) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < words.size();) {
      const auto sign = std::find_if(kSigns.begin(), kSigns.end(), [&](const Sign& each) {
        return words.substr(i).starts_with(each.text);
      });
      if (sign == kSigns.end()) {
        ++i;
        continue;
      }
      take_piece(words.substr(begin, i - begin));
      i += sign->text.size();
      begin = i;
      new_person_ = new_person_ || sign->new_person;
      if (sign->text == "(" && !people_.empty()) new_person_ = false;  // «An\n(Trưởng khoa)»
    }
    take_piece(words.substr(begin));
  }

  static std::string_view plain(std::string_view piece) {
    piece = without_signs(text::trim(piece), " -:,.*•");
    // «1. Nguyễn Văn An»
    const std::size_t digits = piece.find_first_not_of("0123456789");
    if (digits != std::string_view::npos && digits > 0 && digits < 3 &&
        (piece[digits] == '.' || piece[digits] == ')'))
      piece = without_signs(piece.substr(digits + 1), " -:,.*");
    return piece;
  }

  // Whether there was one; its sign goes with it.
  static bool drop_honorific(std::string_view& piece) {
    const std::string lower = text::lower(piece);
    for (const std::string_view honorific : kHonorifics) {
      if (!lower.starts_with(honorific) || lower.size() == honorific.size()) continue;
      const char next = lower[honorific.size()];
      if (next != ' ' && next != '.' && next != ':') continue;
      piece = plain(piece.substr(honorific.size()));
      return true;
    }
    return false;
  }

  // The position that the piece begins with; 0 bytes when it begins with none.
  static std::size_t position_size(std::string_view piece) {
    const std::string lower = text::lower(piece);
    std::size_t size = 0;
    for (const std::string_view word : kPositions) {
      if (!lower.starts_with(word)) continue;
      const bool ends = lower.size() == word.size() || word.ends_with('.') ||
                        !is_letter_or_digit(lower[word.size()]);
      if (ends) size = std::max(size, word.size());
    }
    return size;
  }

  void take_piece(std::string_view piece) {
    piece = plain(piece);
    const bool polite = drop_honorific(piece);
    while (drop_honorific(piece)) {
    }
    if (!has_words(piece)) return;
    std::string_view position;
    // «Lãnh đạo: Trần Văn Đức»
    if (const std::size_t colon = colon_of(piece); colon != std::string_view::npos) {
      const std::string_view before = plain(piece.substr(0, colon));
      piece = plain(piece.substr(colon + 1));
      drop_honorific(piece);
      if (!has_words(piece)) return;
      if (is_word_for_none(before)) {
        new_person_ = new_person_ && !people_.empty();
      } else {
        position = before;
        new_person_ = true;
      }
    } else if (const std::size_t size = position_size(piece); size > 0) {
      std::string_view rest = plain(piece.substr(size));
      drop_honorific(rest);
      const bool names = looks_like_name(rest);
      if (!names && !people_.empty()) {
        describe(piece);
        return;
      }
      if (names) {
        position = piece.substr(0, size);
        piece = rest;
        new_person_ = true;
      }
    }
    if (is_word_for_none(piece)) return;
    const bool first = people_.empty() || new_person_ || polite;
    if (!first && !is_further_name(piece)) {
      describe(piece);
      return;
    }
    new_person_ = false;
    // A name that the cell was too narrow for.
    if (!people_.empty() && is_half_name(people_.back()) &&
        std::count(piece.begin(), piece.end(), ' ') < 2 && !polite) {
      people_.back().name += " " + std::string(piece);
      return;
    }
    people_.push_back({.name = std::string(cut_text(piece)),
                       .position = std::string(cut_text(position)),
                       .telephone = {}});
  }

  void describe(std::string_view piece) {
    if (!people_.empty() && people_.back().position.empty())
      people_.back().position = cut_text(piece);
  }

  // The first that is not a time's.
  static std::size_t colon_of(std::string_view piece) {
    std::size_t colon = piece.find(':');
    while (colon != std::string_view::npos && colon + 1 < piece.size() &&
           text::is_ascii_digit(piece[colon + 1]))
      colon = piece.find(':', colon + 1);
    return colon;
  }

  static bool has_words(std::string_view piece) {
    return std::any_of(piece.begin(), piece.end(), [](char c) {
      return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
             static_cast<unsigned char>(c) >= 0xC3;
    });
  }

  static bool is_word_for_none(std::string_view piece) {
    const std::string folded = text::fold(piece);
    return std::any_of(kNoNames.begin(), kNoNames.end(), [&](std::string_view word) {
      return folded == word || (word.size() > 3 && folded.starts_with(word) &&
                                folded.size() > word.size() && folded[word.size()] == ' ');
    });
  }

  static bool is_one_word(std::string_view piece) {
    return piece.find(' ') == std::string_view::npos;
  }

  // After a comma: a whole name, or one such as the first was.
  bool is_further_name(std::string_view piece) const {
    if (looks_like_name(piece)) return true;
    return is_one_word(piece) && is_one_word(people_.back().name) && begins_with_capital(piece) &&
           text::upper(piece) != piece;
  }

  static bool is_half_name(const WrittenPerson& person) {
    const std::string lower = text::lower(person.name);
    return person.telephone.empty() && person.position.empty() &&
           (lower.ends_with(" văn") || lower.ends_with(" thị"));
  }

  std::vector<WrittenPerson> people_;
  bool new_person_ = true;
};

}  // namespace

std::optional<DutyDays> read_duty_days(std::string_view cell, const Date& near) {
  if (cell.size() > kMaxTimeBytes) return std::nullopt;
  const Bracketed parts = split_brackets(text::fold(cell));
  if (is_part_of_day(parts.inside)) return std::nullopt;  // «30/4 (7h-17h)»
  if (auto days = read_plain_days(parts.around, near)) return days;
  // «Thứ 7 (2/5)»: nothing but the day of the week around it.
  if (without_weekday(parts.around).empty()) return read_plain_days(parts.inside, near);
  return std::nullopt;
}

std::optional<DailyHours> read_duty_hours(std::string_view cell) {
  if (cell.size() > kMaxTimeBytes || text::is_blank(cell)) return std::nullopt;
  const std::string folded = with_colons(text::fold(cell));
  // «Ca ngày» is not «Cả ngày».
  const std::string lower = text::lower(cell);
  for (const std::string_view whole : {"cả ngày", "24/24", "24/7"}) {
    if (lower.find(whole) != std::string::npos && lower.find("không") == std::string::npos &&
        !has_time(folded))
      return DailyHours{};
  }
  const Bracketed parts = split_brackets(folded);
  if (!has_time(parts.around)) return read_plain_hours(parts.inside);
  return has_time(parts.inside) ? std::nullopt : read_plain_hours(parts.around);
}

std::optional<Span> read_duty_span(std::string_view from, std::string_view to, const Date& near) {
  const SpanReading reading =
      read_span(with_year(from, near), with_year(to, near), kMaxShiftMinutes);
  return reading.problem == SpanProblem::none ? std::optional(reading.span) : std::nullopt;
}

std::optional<Span> read_duty_span(std::string_view cell, const Date& near) {
  if (cell.size() > kMaxTimeBytes) return std::nullopt;
  std::string folded = text::fold(cell);
  if (folded.starts_with("tu ")) folded.erase(0, 3);
  if (!has_time(folded)) return std::nullopt;
  for (const std::string_view sign : {" den ", "–", "—", "→", " - ", "-"}) {
    for (std::size_t at = folded.find(sign); at != std::string::npos;
         at = folded.find(sign, at + sign.size())) {
      const std::string_view all = folded;
      if (auto span = read_duty_span(all.substr(0, at), all.substr(at + sign.size()), near))
        return span;
    }
  }
  return std::nullopt;
}

std::vector<WrittenPerson> read_duty_people(std::string_view cell) {
  std::string written(cut_text(cell));
  // A «/» that stands between no two people.
  for (const std::string_view comrade : {"Đ/c", "đ/c", "Đ/C", "đ/C"})
    replace_all(written, comrade, "Đc");
  for (const std::string_view both :
       {"Ông/Bà", "Ông/bà", "ông/bà", "Ông (Bà)", "Ông (bà)", "ông (bà)"})
    replace_all(written, both, "Ông");
  return PeopleReader().read(written);
}

bool is_part_of_day(std::string_view written) {
  const std::string folded = text::fold(written);
  if (has_time(folded) && folded.find("24/24") == std::string::npos) return true;
  if (text::lower(written).find("cả ngày") != std::string::npos) return false;
  const std::string words = " " + folded + " ";
  constexpr std::array<std::string_view, 7> parts{" sang ", " trua ",     " chieu ",  " toi ",
                                                  " dem ",  " ban ngay ", " ca ngay "};
  return std::any_of(parts.begin(), parts.end(), [&words](std::string_view part) {
    return words.find(part) != std::string::npos;
  });
}

bool looks_like_name(std::string_view written) {
  written = text::trim(written);
  const bool all_capitals = text::upper(written) == written;
  std::size_t words = 0;
  for (std::size_t at = 0; at < written.size();) {
    const std::size_t end = std::min(written.find(' ', at), written.size());
    const std::string_view word = written.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    const bool all_of_word = word.size() > 2 && text::upper(word) == word;
    if (!begins_with_capital(word) || (all_of_word && !all_capitals)) return false;
    if (std::any_of(word.begin(), word.end(), text::is_ascii_digit)) return false;
    ++words;
  }
  return words >= 2 && words <= 7;
}

}  // namespace sokenh
