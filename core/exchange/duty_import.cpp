#include "core/exchange/duty_import.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "core/exchange/heading_match.h"
#include "core/exchange/table_rows.h"
#include "core/inventory/declaration.h"
#include "core/text/ascii.h"
#include "core/text/fold.h"
#include "core/text/telephone.h"

namespace sokenh {
namespace {

using Columns = std::vector<std::optional<DutyColumn>>;

constexpr int kIgnored = -1;

constexpr int target(DutyColumn column) { return static_cast<int>(column); }

constexpr HeadingPhrase kPhrases[] = {
    {"stt", kIgnored},
    {"tt", kIgnored},
    {"so tt", kIgnored},
    {"so thu tu", kIgnored},
    {"thu", kIgnored},
    {"ghi chu", kIgnored},
    {"ky nhan", kIgnored},
    {"ky ten", kIgnored},
    {"don vi", kIgnored},
    {"email", kIgnored},

    {"vi tri", target(DutyColumn::post)},
    {"vi tri truc", target(DutyColumn::post)},
    {"bo phan", target(DutyColumn::post)},
    {"bo phan truc", target(DutyColumn::post)},
    {"nhiem vu", target(DutyColumn::post)},
    {"noi dung truc", target(DutyColumn::post)},
    {"loai truc", target(DutyColumn::post)},
    {"dia diem", target(DutyColumn::post)},
    {"dia diem truc", target(DutyColumn::post)},
    {"noi truc", target(DutyColumn::post)},

    {"ngay", target(DutyColumn::day)},
    {"ngay truc", target(DutyColumn::day)},
    {"ngay thang", target(DutyColumn::day)},
    {"thu ngay", target(DutyColumn::day)},
    {"thu ngay thang", target(DutyColumn::day)},
    {"ngay thang nam", target(DutyColumn::day)},
    {"date", target(DutyColumn::day)},

    {"ca", target(DutyColumn::hours)},
    {"ca truc", target(DutyColumn::hours)},
    {"gio", target(DutyColumn::hours)},
    {"gio truc", target(DutyColumn::hours)},
    {"thoi gian", target(DutyColumn::hours)},
    {"thoi gian truc", target(DutyColumn::hours)},
    {"khung gio", target(DutyColumn::hours)},
    {"buoi", target(DutyColumn::hours)},

    {"tu", target(DutyColumn::from)},
    {"tu gio", target(DutyColumn::from)},
    {"tu ngay", target(DutyColumn::from)},
    {"bat dau", target(DutyColumn::from)},
    {"thoi gian bat dau", target(DutyColumn::from)},
    {"gio bat dau", target(DutyColumn::from)},
    {"den", target(DutyColumn::to)},
    {"den gio", target(DutyColumn::to)},
    {"den ngay", target(DutyColumn::to)},
    {"ket thuc", target(DutyColumn::to)},
    {"thoi gian ket thuc", target(DutyColumn::to)},
    {"gio ket thuc", target(DutyColumn::to)},

    {"ho va ten", target(DutyColumn::person)},
    {"ho ten", target(DutyColumn::person)},
    {"ten", target(DutyColumn::person)},
    {"nguoi truc", target(DutyColumn::person)},
    {"ho va ten nguoi truc", target(DutyColumn::person)},
    {"ho ten nguoi truc", target(DutyColumn::person)},
    {"ho va ten can bo truc", target(DutyColumn::person)},
    {"thanh phan truc", target(DutyColumn::person)},

    {"chuc vu", target(DutyColumn::position)},
    {"chuc danh", target(DutyColumn::position)},

    {"dien thoai", target(DutyColumn::telephone)},
    {"so dien thoai", target(DutyColumn::telephone)},
    {"dien thoai lien he", target(DutyColumn::telephone)},
    {"so dien thoai lien he", target(DutyColumn::telephone)},
    {"sdt", target(DutyColumn::telephone)},
    {"so dt", target(DutyColumn::telephone)},
    {"dt", target(DutyColumn::telephone)},
    {"di dong", target(DutyColumn::telephone)},
};

// The name that a heading gives a post: «Trực lãnh đạo», without its line breaks.
std::string post_of_heading(std::string_view cell) {
  std::string name;
  for (const char c : text::trim(cell)) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) name += c;
    if (space && !name.ends_with(' ')) name += ' ';
  }
  return std::string(cut_text(name));
}

// A heading that is not known is a post's where there is no column of names, or where it says so.
Columns columns_of_heading(const TableRow& row, std::size_t width) {
  const auto targets = heading_targets(row, width, kPhrases);
  const bool has_person =
      std::find(targets.begin(), targets.end(), target(DutyColumn::person)) != targets.end();
  Columns columns;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (targets[i]) {
      columns.push_back(*targets[i] == kIgnored
                            ? std::nullopt
                            : std::optional(static_cast<DutyColumn>(*targets[i])));
      continue;
    }
    const std::string words = " " + heading_words(cell_at(row, i)) + " ";
    const bool post = words.size() > 2 && !match_heading(cell_at(row, i), kPhrases) &&
                      (!has_person || words.find(" truc ") != std::string::npos);
    columns.push_back(post ? std::optional(DutyColumn::people_of_post) : std::nullopt);
  }
  return columns;
}

// --- days and times

// The first thing in the text that looks like a day: «Thứ Hai, 29/04/2024» has one.
std::string_view day_in(std::string_view cell) {
  const auto is_part = [](char c) {
    return text::is_ascii_digit(c) || c == '/' || c == '.' || c == '-';
  };
  for (std::size_t i = 0; i < cell.size();) {
    if (!text::is_ascii_digit(cell[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    std::size_t signs = 0;
    while (end < cell.size() && is_part(cell[end]))
      signs += text::is_ascii_digit(cell[end++]) ? 0 : 1;
    std::size_t last = end;
    while (last > i && !text::is_ascii_digit(cell[last - 1])) {
      --last;
      --signs;
    }
    if (signs > 0) return cell.substr(i, last - i);
    i = end;
  }
  return cell;
}

// Minutes at which the one day begins that the cell names.
std::optional<long> read_day(std::string_view cell, const Date& near) {
  for (const std::string_view written : {day_in(cell), cell}) {
    const DaysReading days = read_days(written, near);
    if (days.unreadable.empty() && days.spans.size() == 1 &&
        days.spans[0].minutes() == kMinutesOfDay)
      return days.spans[0].from;
  }
  return std::nullopt;
}

// Hours as they are written, or in brackets behind the name of a shift.
std::optional<DailyHours> read_hours(std::string_view cell) {
  const auto without_from = [](std::string_view written) {
    written = text::trim(written);
    const std::string folded = text::fold(written);
    return folded.starts_with("tu ") ? folded.substr(3) : std::string(written);
  };
  if (const auto hours = read_daily_hours(without_from(cell))) return hours;
  const std::size_t open = cell.find('(');
  const std::size_t close = cell.find(')', open == std::string_view::npos ? 0 : open);
  if (open != std::string_view::npos && close != std::string_view::npos)
    return read_daily_hours(without_from(cell.substr(open + 1, close - open - 1)));
  const std::size_t colon = cell.find(':');
  if (colon != std::string_view::npos && !text::is_ascii_digit(cell[0]))
    return read_daily_hours(without_from(cell.substr(colon + 1)));
  return std::nullopt;
}

bool is_day(std::string_view cell) {
  return read_day(cell, Date{2000, 1, 1}).has_value();  // whatever its year
}

// --- people

constexpr std::array<std::string_view, 12> kHonorifics{"ông ", "bà ",  "thầy ", "cô ",
                                                       "đ/c ", "đc ",  "đ.c ",  "đồng chí ",
                                                       "anh ", "chị ", "gv ",   "nv "};
// How a piece begins that is a position, in small letters, not folded: «Trương» is a family.
constexpr std::array<std::string_view, 22> kPositions{
    "hiệu trưởng", "phó ",     "giáo viên", "nhân viên", "văn thư",  "kế toán",
    "bảo vệ",      "chủ tịch", "tổ trưởng", "trưởng ",   "cán bộ",   "chuyên viên",
    "giám đốc",    "y tế",     "công chức", "viên chức", "quản trị", "ht",
    "pht",         "gv",       "nv",        "lãnh đạo"};
// Folded.
constexpr std::array<std::string_view, 6> kTelephoneWords{
    "dien thoai", "so dien thoai", "sdt", "so dt", "dt", "tel"};

struct WrittenPerson {
  std::string name, position, telephone;
};

std::string_view without_signs(std::string_view written) {
  constexpr std::string_view kSigns = "-:,.* ";
  written = text::trim(written);
  while (!written.empty() && kSigns.find(written.front()) != std::string_view::npos)
    written.remove_prefix(1);
  while (!written.empty() && kSigns.find(written.back()) != std::string_view::npos)
    written.remove_suffix(1);
  return written;
}

// What a cell says of people: names on lines of their own or with signs between them, each with a
// position and a telephone behind it, or without.
class PeopleReader {
 public:
  std::vector<WrittenPerson> read(std::string_view cell) && {
    std::size_t at = 0;
    for (const text::FoundTelephone& found : text::find_telephones(cell).found) {
      take_words(cell.substr(at, found.begin - at));
      if (!people_.empty() && people_.back().telephone.empty())
        people_.back().telephone = text::trim(cell.substr(found.begin, found.end - found.begin));
      at = found.end;
    }
    take_words(cell.substr(at));
    return std::move(people_);
  }

 private:
  void take_words(std::string_view words) {
    constexpr std::array<std::string_view, 9> signs{"\n", ";",   ",",   "(",  ")",
                                                    "+",  " - ", " – ", " — "};
    while (!words.empty()) {
      std::size_t end = words.size();
      std::size_t next = words.size();
      for (const std::string_view sign : signs) {
        const std::size_t at = words.find(sign);
        if (at >= end) continue;
        end = at;
        next = at + sign.size();
      }
      take_piece(without_signs(words.substr(0, end)));
      words.remove_prefix(next);
    }
  }

  void take_piece(std::string_view piece) {
    std::string lower = text::lower(piece);
    for (const std::string_view honorific : kHonorifics) {
      if (!lower.starts_with(honorific)) continue;
      piece = text::trim(piece.substr(honorific.size()));
      lower = text::lower(piece);
      break;
    }
    const auto is = [folded = text::fold(piece)](std::string_view word) { return folded == word; };
    if (piece.empty() || std::any_of(kTelephoneWords.begin(), kTelephoneWords.end(), is)) return;
    const bool position =
        std::any_of(kPositions.begin(), kPositions.end(), [&lower](std::string_view word) {
          return lower == word || (word.size() > 3 && lower.starts_with(word));
        });
    if (position && !people_.empty()) {
      if (people_.back().position.empty()) people_.back().position = cut_text(piece);
      return;
    }
    people_.push_back({.name = std::string(cut_text(piece))});
  }

  std::vector<WrittenPerson> people_;
};

std::vector<WrittenPerson> read_people(std::string_view cell) { return PeopleReader().read(cell); }

std::string digits_of(std::string_view telephone) {
  const auto scan = text::find_telephones(telephone);
  return scan.found.empty() ? text::fold(telephone) : scan.found.front().telephone.digits;
}

// --- without headings

Columns guess_columns(const Table& table, std::size_t width) {
  Columns columns(width);
  const auto take = [&](DutyColumn column, bool (*looks)(std::string_view)) {
    take_column(table, column, looks, columns);
  };
  take(DutyColumn::telephone,
       [](std::string_view cell) { return text::read_telephone(cell).has_value(); });
  take(DutyColumn::hours, [](std::string_view cell) { return read_hours(cell).has_value(); });
  take(DutyColumn::from, [](std::string_view cell) {
    const MomentReading reading = read_moment(cell);
    return reading.problem == MomentProblem::none && reading.has_time;
  });
  take(DutyColumn::to, [](std::string_view cell) {
    const MomentReading reading = read_moment(cell);
    return reading.problem == MomentProblem::none && reading.has_time;
  });
  take(DutyColumn::day, is_day);
  take(DutyColumn::person, [](std::string_view cell) {
    return !read_ordinal(cell) && text::trim(cell).find(' ') != std::string_view::npos;
  });
  return columns;
}

// The headings of a table of days by posts, of which only that of the days is known.
std::optional<std::size_t> find_days_heading(const Table& table) {
  const std::size_t end = std::min<std::size_t>(table.rows.size(), 60);
  for (std::size_t row = 0; row < end; ++row) {
    for (const std::string& cell : table.rows[row]) {
      const auto match = match_heading(cell, kPhrases);
      if (match && match->target == target(DutyColumn::day) && match->strength >= kExactHeading &&
          filled_count(table.rows[row]) > 1)
        return row;
    }
  }
  return std::nullopt;
}

class Importer {
 public:
  Importer(const Table& table, const DutyImportPlan& plan, const Roster& roster,
           const DutyImportDefaults& defaults)
      : table_(table), plan_(plan), other_post_(defaults.post), near_(defaults.near) {
    result_.roster = roster;
    next_id_ = next_duty_id(roster);
    const SpanReading period = roster_span(roster);
    if (period.problem == SpanProblem::none) near_ = civil_from_minutes(period.span.from).date;
  }

  DutyImport run() && {
    import_rows(table_, plan_.first_row, kPhrases, result_,
                [this](std::size_t index) { add_row(index); });
    sort_shifts(result_.roster);
    set_period();
    return std::move(result_);
  }

 private:
  struct Times {
    std::string from, to;
    bool read = false;
  };

  std::string_view cell_of(const TableRow& row, DutyColumn column) const {
    for (std::size_t i = 0; i < plan_.columns.size(); ++i) {
      if (plan_.columns[i] == column) return text::trim(cell_at(row, i));
    }
    return {};
  }

  bool has(DutyColumn column) const {
    return std::find(plan_.columns.begin(), plan_.columns.end(), column) != plan_.columns.end();
  }

  // What the row says for itself and for those below it.
  void carry(const TableRow& row) {
    if (const auto written = cell_of(row, DutyColumn::day); !written.empty()) {
      day_written_ = written;
      day_ = read_day(written, near_);
      hours_ = {};
    } else if (filled_count(row) == 1) {
      // A day across the whole table, above its shifts.
      for (const std::string& cell : row) {
        if (const auto day = read_day(cell, near_)) {
          day_ = day;
          day_written_ = text::trim(cell);
          hours_ = {};
        }
      }
    }
    if (const auto post = cell_of(row, DutyColumn::post); !post.empty()) post_ = post;
    if (const auto hours = cell_of(row, DutyColumn::hours); !hours.empty()) hours_ = hours;
  }

  Times times_of(const TableRow& row) const {
    const std::string_view from = cell_of(row, DutyColumn::from);
    const std::string_view to = cell_of(row, DutyColumn::to);
    if (!from.empty() || !to.empty()) return from_and_to(from, to);
    if (hours_.empty()) {
      if (day_) {
        const std::string day = written_day(*day_);
        return {.from = day, .to = day, .read = true};
      }
      return {.from = std::string(day_written_)};
    }
    // The hours, or both ends with their days in one cell.
    if (const auto hours = day_ ? read_hours(hours_) : std::nullopt) {
      if (hours->whole_day() && hours->from == 0) {
        const std::string day = written_day(*day_);
        return {.from = day, .to = day, .read = true};
      }
      const long begin = *day_ + hours->from;
      const long end = *day_ + hours->to + (hours->to > hours->from ? 0 : kMinutesOfDay);
      return {.from = written_moment(begin), .to = written_moment(end), .read = true};
    }
    if (auto both = both_ends(hours_)) return std::move(*both);
    if (!has(DutyColumn::day)) {
      if (const auto day = read_day(hours_, near_)) {
        const std::string written = written_day(*day);
        return {.from = written, .to = written, .read = true};
      }
    }
    std::string written(hours_);
    if (!day_written_.empty()) written += " " + std::string(day_written_);
    return {.from = std::move(written)};
  }

  Times from_and_to(std::string_view from, std::string_view to) const {
    Times times{.from = std::string(from), .to = std::string(to)};
    const auto with_day = [this](std::string& written) {
      if (day_ && read_moment(written).problem == MomentProblem::day_missing)
        written += " " + written_day(*day_);
    };
    with_day(times.from);
    times.read = read_span(times.from, times.to, kMaxShiftMinutes).problem == SpanProblem::none;
    return times;
  }

  static std::optional<Times> both_ends(std::string_view written) {
    for (const std::string_view sign : {" đến ", " – ", " - ", "–", "\n"}) {
      const std::size_t at = written.find(sign);
      if (at == std::string_view::npos) continue;
      std::string_view from = text::trim(written.substr(0, at));
      if (const std::string_view word = "từ "; text::lower(from).starts_with(word))
        from.remove_prefix(word.size());
      const std::string_view to = text::trim(written.substr(at + sign.size()));
      if (read_span(from, to, kMaxShiftMinutes).problem == SpanProblem::none)
        return Times{.from = std::string(from), .to = std::string(to), .read = true};
    }
    return std::nullopt;
  }

  static std::string written_day(long begin) {
    const std::string moment = written_moment(begin);  // «00:00 30/04/2026»
    return moment.substr(moment.find(' ') + 1);
  }

  void add_row(std::size_t index) {
    const TableRow& row = table_.rows[index];
    if (plan_.header_row && row == table_.rows[*plan_.header_row]) {
      ++result_.skipped_titles;  // once more, on the next page
      return;
    }
    carry(row);
    const std::size_t before = result_.shifts + result_.already_there;
    const std::size_t over = result_.skipped_over_limit;
    std::vector<WrittenPerson> people = read_people(cell_of(row, DutyColumn::person));
    give_telephones(people, cell_of(row, DutyColumn::telephone));
    const bool names_time = !cell_of(row, DutyColumn::day).empty() ||
                            !cell_of(row, DutyColumn::hours).empty() ||
                            !cell_of(row, DutyColumn::from).empty();
    // A shift for which nobody is named yet.
    if (has(DutyColumn::person) && people.empty() && names_time && filled_count(row) > 1)
      people.push_back({});
    if (const auto position = cell_of(row, DutyColumn::position);
        !position.empty() && people.size() == 1)
      people[0].position = cut_text(position);
    for (const WrittenPerson& person : people) add_shift(row, post_, person);
    for (std::size_t i = 0; i < plan_.columns.size(); ++i) {
      if (plan_.columns[i] != DutyColumn::people_of_post) continue;
      const std::string name =
          plan_.header_row ? post_of_heading(cell_at(table_.rows[*plan_.header_row], i)) : "";
      for (const WrittenPerson& person : read_people(text::trim(cell_at(row, i))))
        add_shift(row, name, person);
    }
    if (result_.skipped_over_limit > over) {
      result_.skipped_over_limit = over + 1;
    } else if (result_.shifts + result_.already_there > before) {
      result_.source_rows.push_back(index);
    } else {
      skip_row(row, result_);
    }
  }

  // The cell of telephones is one person's, or has one for each.
  static void give_telephones(std::vector<WrittenPerson>& people, std::string_view cell) {
    if (cell.empty() || people.empty()) return;
    if (people.size() == 1) {
      people[0].telephone = cut_text(cell);
      return;
    }
    const text::TelephoneScan scan = text::find_telephones(cell);
    if (scan.found.size() != people.size()) return;
    for (std::size_t i = 0; i < people.size(); ++i) {
      const text::FoundTelephone& found = scan.found[i];
      people[i].telephone = text::trim(cell.substr(found.begin, found.end - found.begin));
    }
  }

  void add_shift(const TableRow& row, std::string_view post_name, const WrittenPerson& written) {
    Roster& roster = result_.roster;
    const DutyId post = post_named(post_name);
    const DutyId person = written.name.empty() ? 0 : person_of(written, post);
    if (roster.shifts.size() == kMaxDutyShifts || post == 0 ||
        (person == 0 && !written.name.empty())) {
      ++result_.skipped_over_limit;
      return;
    }
    const Times times = times_of(row);
    DutyShift shift{.id = 0, .post = post, .person = person};
    shift.from = cut_text(times.from);
    shift.to = cut_text(times.to);
    if (has_shift(shift)) {
      ++result_.already_there;
      return;
    }
    shift.id = next_id_++;
    roster.shifts.push_back(std::move(shift));
    ++result_.shifts;
    if (!times.read) ++result_.unread_times;
  }

  bool has_shift(const DutyShift& shift) const {
    const SpanReading span = shift_span(shift);
    const auto& shifts = result_.roster.shifts;
    return std::any_of(shifts.begin(), shifts.end(), [&](const DutyShift& other) {
      if (other.post != shift.post || other.person != shift.person) return false;
      if (span.problem != SpanProblem::none)
        return other.from == shift.from && other.to == shift.to;
      const SpanReading reading = shift_span(other);
      return reading.problem == SpanProblem::none && reading.span == span.span;
    });
  }

  // 0 when there are too many.
  DutyId post_named(std::string_view written) {
    auto& posts = result_.roster.posts;
    if (text::is_blank(written)) {
      if (posts.size() == 1) return posts[0].id;
      written = other_post_;
    }
    const std::string folded = text::fold(written);
    for (const DutyPost& post : posts) {
      if (text::fold(post.name) == folded) return post.id;
    }
    if (posts.size() == kMaxDutyPosts) return 0;
    DutyPost post{.id = next_id_++};
    post.name = cut_text(written);
    posts.push_back(std::move(post));
    ++result_.posts;
    return posts.back().id;
  }

  DutyId person_of(const WrittenPerson& written, DutyId post) {
    auto& people = result_.roster.people;
    const std::string folded = text::fold(written.name);
    const auto same = [&](const DutyPerson& person) {
      return text::fold(person.name) == folded &&
             (written.telephone.empty() || text::is_blank(person.telephone) ||
              digits_of(person.telephone) == digits_of(written.telephone));
    };
    auto found = std::find_if(people.begin(), people.end(), same);
    if (found == people.end()) {
      if (people.size() == kMaxDutyPeople) return 0;
      people.push_back({.id = next_id_++, .name = written.name});
      ++result_.people;
      found = people.end() - 1;
    }
    if (text::is_blank(found->telephone)) found->telephone = written.telephone;
    if (text::is_blank(found->position)) found->position = written.position;
    // Who stands on some posts alone stands on this one, too.
    const auto at = std::lower_bound(found->posts.begin(), found->posts.end(), post);
    if (!found->posts.empty() && post != 0 && (at == found->posts.end() || *at != post))
      found->posts.insert(at, post);
    return found->id;
  }

  // From the first shift to the last, where the roster says nothing.
  void set_period() {
    Roster& roster = result_.roster;
    if (!text::is_blank(roster.from) || !text::is_blank(roster.to)) return;
    std::optional<Span> whole;
    for (const DutyShift& shift : roster.shifts) {
      const SpanReading reading = shift_span(shift);
      if (reading.problem != SpanProblem::none) continue;
      if (!whole) whole = reading.span;
      whole->from = std::min(whole->from, reading.span.from);
      whole->to = std::max(whole->to, reading.span.to);
    }
    if (!whole || whole->minutes() > kMaxRosterMinutes) return;
    roster.from = written_moment(whole->from);
    roster.to = written_moment(whole->to);
  }

  const Table& table_;
  const DutyImportPlan& plan_;
  std::string_view other_post_;
  Date near_;
  DutyId next_id_ = 1;
  std::optional<long> day_;
  std::string_view day_written_, post_, hours_;
  DutyImport result_;
};

}  // namespace

DutyImportPlan plan_duty_import(const Table& table) {
  DutyImportPlan plan;
  const std::size_t width = table_width(table);
  plan.header_row = find_heading_row(table, kPhrases);
  if (!plan.header_row) plan.header_row = find_days_heading(table);
  if (plan.header_row) {
    plan.columns = columns_of_heading(table.rows[*plan.header_row], width);
    plan.first_row = *plan.header_row + 1;
  } else {
    plan.columns = guess_columns(table, width);
  }
  return plan;
}

void assign_column(DutyImportPlan& plan, std::size_t table_column, std::optional<DutyColumn> what) {
  if (table_column >= plan.columns.size()) return;
  if (what && what != DutyColumn::people_of_post)
    std::replace(plan.columns.begin(), plan.columns.end(), what, std::optional<DutyColumn>());
  plan.columns[table_column] = what;
}

DutyImport import_duty(const Table& table, const DutyImportPlan& plan, const Roster& roster,
                       const DutyImportDefaults& defaults) {
  return Importer(table, plan, roster, defaults).run();
}

}  // namespace sokenh
