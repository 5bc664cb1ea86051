#include "core/exchange/duty_import.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "core/exchange/duty_reading.h"
#include "core/exchange/heading_match.h"
#include "core/exchange/table_rows.h"
#include "core/inventory/declaration.h"
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
    {"don vi truc", kIgnored},
    {"ly do", kIgnored},
    {"chu ky", kIgnored},
    {"xac nhan", kIgnored},
    {"email", kIgnored},
    {"tuan", kIgnored},
    {"so luong", kIgnored},
    {"so gio", kIgnored},
    {"so gio truc", kIgnored},
    {"phong", kIgnored},
    {"phong truc", kIgnored},
    {"hinh thuc", kIgnored},
    {"hinh thuc truc", kIgnored},
    {"ket qua", kIgnored},
    {"noi dung", kIgnored},

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
    {"thu ngay truc", target(DutyColumn::day)},
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

// Of a cell that heads a column: without its line breaks.
std::string heading_text(std::string_view cell) {
  std::string heading;
  for (const char c : text::trim(cell)) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) heading += c;
    if (space && !heading.ends_with(' ')) heading += ' ';
  }
  return std::string(cut_text(heading));
}

std::optional<DutyColumn> column_of(std::string_view heading) {
  const auto match = match_heading(heading, kPhrases);
  if (!match || match->target == kIgnored) return std::nullopt;
  return static_cast<DutyColumn>(match->target);
}

bool is_exact(std::string_view cell) {
  const auto match = match_heading(cell, kPhrases);
  return match && match->strength >= kExactHeading;
}

constexpr bool may_repeat(DutyColumn column) {
  return column == DutyColumn::people_of_post || column == DutyColumn::position ||
         column == DutyColumn::telephone;
}

bool is_day(std::string_view cell) {
  return read_duty_days(cell, Date{2000, 1, 1}).has_value();  // whatever its year
}

bool is_weekday_heading(std::string_view cell) { return heading_words(cell) == "thu"; }

bool is_people(std::string_view cell) {
  const auto people = read_duty_people(cell);
  return !people.empty() && looks_like_name(people[0].name);
}

// «Họ tên», «SĐT» below «Lãnh đạo trực»: a second row of headings.
bool is_second_heading(const Table& table, std::size_t row) {
  if (row >= table.rows.size() || filled_count(table.rows[row]) < 2) return false;
  return std::all_of(table.rows[row].begin(), table.rows[row].end(), [](const std::string& cell) {
    return text::is_blank(cell) || is_exact(cell);
  });
}

// What each column holds, by its heading; a heading that is not known is a post's where there is no
// column of names, or where it speaks of duty.
Columns columns_of_headings(const Table& table, std::size_t first_row,
                            std::span<const std::string> headings) {
  Columns columns;
  Table body;
  body.rows.assign(table.rows.begin() + static_cast<std::ptrdiff_t>(first_row), table.rows.end());
  std::vector<bool> names(headings.size());
  for (std::size_t i = 0; i < headings.size(); ++i) {
    columns.push_back(column_of(headings[i]));
    const bool sure = is_exact(headings[i]) || columns[i] == DutyColumn::person ||
                      columns[i] == DutyColumn::position || columns[i] == DutyColumn::telephone;
    names[i] = !sure && match_heading(headings[i], kPhrases) && column_mostly(body, i, is_people);
    if (names[i]) columns[i].reset();
  }
  const auto count = [&columns](DutyColumn column) {
    return std::count(columns.begin(), columns.end(), column);
  };
  // «Thời gian» can be the day, with the hours in another column; «Thứ», too.
  if (count(DutyColumn::day) == 0) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i] != DutyColumn::hours && !is_weekday_heading(headings[i])) continue;
      if (!column_mostly(body, i, is_day)) continue;
      columns[i] = DutyColumn::day;
      break;
    }
  }
  const bool several_people = count(DutyColumn::person) > 1;
  for (auto& column : columns) {
    if (several_people && column == DutyColumn::person) column = DutyColumn::people_of_post;
  }
  const bool has_person = count(DutyColumn::person) > 0;
  std::set<DutyColumn> seen;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i]) {
      if (!seen.insert(*columns[i]).second && !may_repeat(*columns[i])) columns[i].reset();
      continue;
    }
    const std::string words = " " + heading_words(headings[i]) + " ";
    const bool post = words.size() > 2 && (names[i] || !match_heading(headings[i], kPhrases)) &&
                      (!has_person || words.find(" truc ") != std::string::npos);
    if (post) columns[i] = DutyColumn::people_of_post;
  }
  return columns;
}

// --- without headings

Columns guess_columns(const Table& table, std::size_t width) {
  Columns columns(width);
  const auto take = [&](DutyColumn column, bool (*looks)(std::string_view)) {
    take_column(table, column, looks, columns);
  };
  const auto is_moment = [](std::string_view cell) {
    const MomentReading reading = read_moment(cell);
    return reading.problem == MomentProblem::none && reading.has_time;
  };
  take(DutyColumn::telephone,
       [](std::string_view cell) { return text::read_telephone(cell).has_value(); });
  take(DutyColumn::hours, [](std::string_view cell) { return read_duty_hours(cell).has_value(); });
  take(DutyColumn::from, is_moment);
  take(DutyColumn::to, is_moment);
  take(DutyColumn::day, is_day);
  take(DutyColumn::person, looks_like_name);
  return columns;
}

// The headings of a table of days by posts, of which only that of the days is known.
bool is_days_heading(const TableRow& row) {
  if (filled_count(row) < 2 || std::any_of(row.begin(), row.end(), is_day)) return false;
  return std::any_of(row.begin(), row.end(), [](const std::string& cell) {
    const auto match = match_heading(cell, kPhrases);
    return is_weekday_heading(cell) || (match && match->strength >= kExactHeading / 2 &&
                                        (match->target == target(DutyColumn::day) ||
                                         match->target == target(DutyColumn::hours)));
  });
}

bool same_cells(const TableRow& a, const TableRow& b) {
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    if (text::fold(cell_at(a, i)) != text::fold(cell_at(b, i))) return false;
  }
  return true;
}

// --- shifts

std::string written_day(long begin) { return vietnamese_date(civil_from_minutes(begin).date); }

struct Times {
  std::string from, to;
  bool read = false;
};

Times times_of(const Span& span) {
  if (span.from % kMinutesOfDay == 0 && span.to % kMinutesOfDay == 0)
    return {
        .from = written_day(span.from), .to = written_day(span.to - kMinutesOfDay), .read = true};
  return {.from = written_moment(span.from), .to = written_moment(span.to), .read = true};
}

std::string digits_of(std::string_view telephone) {
  const auto scan = text::find_telephones(telephone);
  return scan.found.empty() ? text::fold(telephone) : scan.found.front().telephone.digits;
}

// «Người lập biểu» beside «TM. UBND xã».
bool is_signature_row(const TableRow& row) {
  if (std::any_of(row.begin(), row.end(), is_day)) return false;
  return std::any_of(row.begin(), row.end(), [](const std::string& cell) {
    const std::string words = heading_words(cell.substr(0, 200)) + " ";
    return words.starts_with("nguoi lap ") || words.starts_with("noi nhan ") ||
           words.starts_with("tm ") || words.starts_with("kt ") || words.starts_with("tl ");
  });
}

// Hoa and Hòa are two people.
std::string name_key(std::string_view name) { return heading_text(text::lower(name)); }

class Importer {
 public:
  Importer(const Table& table, const DutyImportPlan& plan, const Roster& roster,
           const DutyImportDefaults& defaults)
      : table_(table), plan_(plan), other_post_(defaults.post), near_(defaults.near) {
    result_.roster = roster;
    if (roster.posts.size() == 1) other_post_ = roster.posts[0].name;
    next_id_ = next_duty_id(roster);
    const SpanReading period = roster_span(roster);
    if (period.problem == SpanProblem::none) near_ = civil_from_minutes(period.span.from).date;
    for (const DutyShift& shift : roster.shifts) there_.insert(key_of(shift));
    for (std::size_t i = 0; i < roster.people.size(); ++i)
      people_[name_key(roster.people[i].name)].push_back(i);
    footer_ = plan.first_row;
    for (std::size_t row = plan.first_row; row < table.rows.size(); ++row) {
      // A remark between two days is not the end.
      const TableRow& cells = table.rows[row];
      if (std::any_of(cells.begin(), cells.end(), is_day)) footer_ = row + 1;
    }
    const auto begins = [](const TableRow& row) {
      return is_footer_row(row) || is_signature_row(row);
    };
    while (footer_ < table.rows.size() && !begins(table.rows[footer_])) ++footer_;
  }

  DutyImport run() && {
    import_rows(table_, plan_.first_row, kPhrases, result_,
                [this](std::size_t index) { add_row(index); });
    sort_shifts(result_.roster);
    set_period();
    return std::move(result_);
  }

 private:
  static constexpr auto kNoRow = static_cast<std::size_t>(-1);
  // Of a shift whose times cannot be read the text is what tells it from others.
  using ShiftKey = std::tuple<DutyId, DutyId, long, long, std::string>;

  static ShiftKey key_of(const DutyShift& shift) {
    const SpanReading reading = shift_span(shift);
    if (reading.problem == SpanProblem::none)
      return {shift.post, shift.person, reading.span.from, reading.span.to, ""};
    return {shift.post, shift.person, 0, 0, shift.from + "\n" + shift.to};
  }

  std::string_view cell_of(const TableRow& row, DutyColumn column) const {
    for (std::size_t i = 0; i < plan_.columns.size(); ++i) {
      if (plan_.columns[i] == column) return text::trim(cell_at(row, i));
    }
    return {};
  }

  bool has(DutyColumn column) const {
    return std::find(plan_.columns.begin(), plan_.columns.end(), column) != plan_.columns.end();
  }

  // A row across the table, above others: the day or the post of those, or a remark. True when the
  // row is nothing else.
  bool take_section(const TableRow& row) {
    std::size_t filled = 0;
    std::size_t column = 0;
    bool numbered = false;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string words = text::fold(row[i]);
      const bool roman = words.find_first_not_of("ivx.") == std::string::npos;
      const bool ordinal = read_ordinal(row[i]).has_value();
      numbered = numbered || ordinal;
      if (roman || ordinal) continue;  // blank ones, too
      ++filled;
      column = i;
    }
    if (filled != 1) return false;
    const std::string_view cell = text::trim(row[column]);
    const auto section = [this] {
      hours_ = from_ = to_ = {};  // no joined cell goes past such a row
      return true;
    };
    const auto what = column < plan_.columns.size() ? plan_.columns[column] : std::nullopt;
    if (const auto days = read_duty_days(cell, near_)) {
      if (numbered && what == DutyColumn::day) return false;  // nobody named for it
      set_days(cell, days);
      return section();
    }
    // «Ngày 01/5: Quốc tế Lao động»: no longer the day above.
    const std::string opening = text::fold(cell.substr(0, 200));
    if (cell.size() < 80 &&
        (opening.starts_with("ngay ") || opening.starts_with("thu ") ||
         opening.starts_with("chu nhat")) &&
        opening.find('/') != std::string::npos) {
      set_days(cell, std::nullopt);
      return section();
    }
    const bool people = what == DutyColumn::person || what == DutyColumn::people_of_post;
    if (people && looks_like_name(cell)) return false;
    const std::string words = " " + heading_words(cell.substr(0, 200)) + " ";
    if (!has(DutyColumn::post) && words.size() < 60 && words.find(" truc ") != std::string::npos)
      post_ = cell;
    return section();
  }

  void set_days(std::string_view written, std::optional<DutyDays> days) {
    days_written_ = written;
    days_ = days;
    // Hours that are joined over several days hold for all; not those with days of their own.
    if (read_duty_span(hours_, near_) || read_duty_span(from_, to_, near_))
      hours_ = from_ = to_ = {};
  }

  // What the row says for itself and for those below it.
  void carry(const TableRow& row) {
    if (const auto day = cell_of(row, DutyColumn::day); !day.empty())
      set_days(day, read_duty_days(day, near_));
    if (const auto hours = cell_of(row, DutyColumn::hours); !hours.empty()) {
      hours_ = hours;
      from_ = to_ = {};
    }
    const auto from = cell_of(row, DutyColumn::from);
    const auto to = cell_of(row, DutyColumn::to);
    if (!from.empty() || !to.empty()) {
      from_ = from;
      to_ = to;
      hours_ = {};
    }
    if (const auto post = cell_of(row, DutyColumn::post); !post.empty()) post_ = post;
  }

  // Such hours on each of the days.
  std::vector<Times> on_each_day(const DailyHours& hours) const {
    if (hours.whole_day() && hours.from == 0)
      return {times_of(Span{days_->first, days_->last + kMinutesOfDay})};
    std::vector<Times> times;
    for (long day = days_->first; day <= days_->last; day += kMinutesOfDay) {
      const long end = hours.to + (hours.to > hours.from ? 0 : kMinutesOfDay);
      times.push_back(times_of(Span{day + hours.from, day + end}));
    }
    return times;
  }

  // `part`: what the person's cell or the column's heading says of the time, or nothing.
  std::vector<Times> times_of_row(std::string_view part) const {
    const auto usual = read_duty_hours(part);
    if (!from_.empty() || !to_.empty()) return {from_and_to()};
    if (!hours_.empty()) {
      if (const auto span = read_duty_span(hours_, near_)) return {times_of(*span)};
      const auto hours = read_duty_hours(hours_);
      if (hours && days_) return on_each_day(*hours);
      if (!has(DutyColumn::day)) {
        if (const auto days = read_duty_days(hours_, near_))
          return {times_of(Span{days->first, days->last + kMinutesOfDay})};
      }
      std::string written(hours_);
      if (!days_written_.empty()) written += " " + std::string(days_written_);
      return {{.from = std::move(written), .to = {}}};
    }
    if (days_ && !usual && is_part_of_day(part))
      return {{.from = std::string(part) + " " + std::string(days_written_), .to = {}}};
    if (days_) return on_each_day(usual.value_or(DailyHours{}));
    if (const auto span = read_duty_span(days_written_, near_)) return {times_of(*span)};
    return {{.from = std::string(days_written_), .to = {}}};
  }

  Times from_and_to() const {
    std::string from(from_);
    if (days_ && read_moment(from).problem == MomentProblem::day_missing)
      from += " " + written_day(days_->first);
    if (const auto span = read_duty_span(from, to_, near_)) return times_of(*span);
    return {.from = std::move(from), .to = std::string(to_)};
  }

  void add_row(std::size_t index) {
    const TableRow& row = table_.rows[index];
    if (footer_ <= index) {
      ++result_.skipped_footer;  // names below signatures
      return;
    }
    if (result_.roster.shifts.size() == kMaxDutyShifts) {
      ++result_.skipped_over_limit;
      return;
    }
    const bool heading_again = plan_.header_row && same_cells(row, table_.rows[*plan_.header_row]);
    if (heading_again || take_section(row)) {
      ++result_.skipped_titles;
      return;
    }
    carry(row);
    const std::size_t before = added_ + result_.already_there;
    const std::size_t over = result_.skipped_over_limit;
    add_people(row);
    if (result_.skipped_over_limit > over) {
      result_.skipped_over_limit = over + 1;
    } else if (added_ + result_.already_there > before) {
      result_.source_rows.push_back(index);
    } else {
      skip_row(row, result_);
    }
  }

  void add_people(const TableRow& row) {
    for (std::size_t i = 0; i < plan_.columns.size(); ++i) {
      const bool named = plan_.columns[i] == DutyColumn::people_of_post;
      if (!named && plan_.columns[i] != DutyColumn::person) continue;
      std::vector<WrittenPerson> people = read_duty_people(text::trim(cell_at(row, i)));
      give_telephones(people, beside(row, i, DutyColumn::telephone));
      give_position(people, beside(row, i, DutyColumn::position));
      // A shift for which nobody is named yet.
      if (!named && people.empty() && filled_count(row) > 1 && names_time(row))
        people.push_back({});
      const std::string_view heading =
          named && i < plan_.headings.size() ? std::string_view(plan_.headings[i]) : "";
      for (WrittenPerson& person : people) {
        // «Lan (sáng)», «7h-11h: Lan»
        std::string part(heading);
        if (is_part_of_day(person.position)) part = std::exchange(person.position, {});
        for (const Times& times : times_of_row(part))
          add_shift(named ? heading : post_, person, times);
      }
    }
  }

  bool names_time(const TableRow& row) const {
    return !cell_of(row, DutyColumn::day).empty() || !cell_of(row, DutyColumn::hours).empty() ||
           !cell_of(row, DutyColumn::from).empty();
  }

  static bool holds_people(const std::optional<DutyColumn>& column) {
    return column == DutyColumn::person || column == DutyColumn::people_of_post;
  }

  bool people_alone() const {
    return std::count_if(plan_.columns.begin(), plan_.columns.end(), holds_people) == 1;
  }

  // The cell of such a column right of the people's, before those of others; or, of the only
  // people, left of them.
  std::string_view beside(const TableRow& row, std::size_t people, DutyColumn column) const {
    for (std::size_t i = people + 1; i < plan_.columns.size() && !holds_people(plan_.columns[i]);
         ++i) {
      if (plan_.columns[i] == column) return text::trim(cell_at(row, i));
    }
    return people_alone() ? cell_of(row, column) : std::string_view();
  }

  // The cell of telephones is one person's, or has one for each.
  void give_telephones(std::vector<WrittenPerson>& people, std::string_view cell) const {
    if (cell.empty() || people.empty()) return;
    const text::TelephoneScan scan = text::find_telephones(cell);
    if (people.size() == 1) {
      // Several beside several columns: nobody knows whose.
      if (people_alone() || scan.found.size() < 2) people[0].telephone = cut_text(cell);
      return;
    }
    if (scan.found.size() != people.size()) return;
    for (std::size_t i = 0; i < people.size(); ++i) {
      const text::FoundTelephone& found = scan.found[i];
      people[i].telephone = text::trim(cell.substr(found.begin, found.end - found.begin));
    }
  }

  static void give_position(std::vector<WrittenPerson>& people, std::string_view cell) {
    if (!cell.empty() && people.size() == 1) people[0].position = cut_text(cell);
  }

  void add_shift(std::string_view post_name, const WrittenPerson& written, const Times& times) {
    Roster& roster = result_.roster;
    if (text::is_blank(post_name)) post_name = other_post_;
    const std::size_t person = written.name.empty() ? kNoRow : find_person(written);
    const std::size_t post = find_post(post_name);
    const bool new_person = !written.name.empty() && person == kNoRow;
    if (roster.shifts.size() == kMaxDutyShifts ||
        (new_person && roster.people.size() == kMaxDutyPeople) ||
        (post == kNoRow && roster.posts.size() == kMaxDutyPosts)) {
      ++result_.skipped_over_limit;
      return;
    }
    DutyShift shift;
    shift.post = post == kNoRow ? add_post(post_name) : roster.posts[post].id;
    if (!written.name.empty())
      shift.person = person_of(new_person ? add_person(written) : person, written, shift.post);
    shift.from = cut_text(times.from);
    shift.to = cut_text(times.to);
    if (!there_.insert(key_of(shift)).second) {
      ++result_.already_there;
      return;
    }
    shift.id = next_id_++;
    roster.shifts.push_back(std::move(shift));
    ++added_;
    if (!times.read) ++result_.unread_times;
  }

  std::size_t find_post(std::string_view written) const {
    const auto& posts = result_.roster.posts;
    const std::string folded = text::fold(written);
    const auto found = std::find_if(posts.begin(), posts.end(), [&](const DutyPost& post) {
      return text::fold(post.name) == folded;
    });
    return found == posts.end() ? kNoRow : static_cast<std::size_t>(found - posts.begin());
  }

  DutyId add_post(std::string_view written) {
    DutyPost post{.id = next_id_++};
    post.name = cut_text(written);
    result_.roster.posts.push_back(std::move(post));
    ++result_.posts;
    return result_.roster.posts.back().id;
  }

  std::size_t find_person(const WrittenPerson& written) const {
    const auto same_name = people_.find(name_key(written.name));
    if (same_name == people_.end()) return kNoRow;
    for (const std::size_t index : same_name->second) {
      const DutyPerson& person = result_.roster.people[index];
      if (written.telephone.empty() || text::is_blank(person.telephone) ||
          digits_of(person.telephone) == digits_of(written.telephone))
        return index;
    }
    return kNoRow;
  }

  std::size_t add_person(const WrittenPerson& written) {
    auto& people = result_.roster.people;
    people.push_back({.id = next_id_++, .name = written.name});
    people_[name_key(written.name)].push_back(people.size() - 1);
    ++result_.people;
    return people.size() - 1;
  }

  DutyId person_of(std::size_t index, const WrittenPerson& written, DutyId post) {
    DutyPerson& person = result_.roster.people[index];
    if (text::is_blank(person.telephone)) person.telephone = written.telephone;
    if (text::is_blank(person.position)) person.position = written.position;
    // Who stands on some posts alone stands on this one, too.
    const auto at = std::lower_bound(person.posts.begin(), person.posts.end(), post);
    if (!person.posts.empty() && (at == person.posts.end() || *at != post))
      person.posts.insert(at, post);
    return person.id;
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
    Times times = times_of(*whole);
    roster.from = std::move(times.from);
    roster.to = std::move(times.to);
  }

  const Table& table_;
  const DutyImportPlan& plan_;
  std::string_view other_post_;
  Date near_;
  std::size_t footer_ = 0;  // the row from which on there are signatures
  DutyId next_id_ = 1;
  std::size_t added_ = 0;
  std::optional<DutyDays> days_;
  std::string_view days_written_, post_, hours_, from_, to_;
  std::set<ShiftKey> there_;
  std::map<std::string, std::vector<std::size_t>> people_;  // by name
  DutyImport result_;
};

constexpr std::size_t kMostTables = 20;

bool begins_table(const TableRow& row, const Table& table, const DutyImportPlan& plan,
                  std::size_t begin) {
  if (!is_heading_row(row, kPhrases) && !is_days_heading(row)) return false;
  return !plan.header_row || !same_cells(row, table.rows[begin + *plan.header_row]);
}

// «Ngày 30 tháng 4 năm 2026» across the table would be taken for the line above a signature.
TableRow with_plain_day(const TableRow& row, const Date& near) {
  TableRow plain = row;
  if (!is_footer_row(row)) return plain;
  for (std::string& cell : plain) {
    const auto days = read_duty_days(cell, near);
    if (days && days->first == days->last) cell = written_day(days->first);
  }
  return plain;
}

void add_to(DutyImport& all, DutyImport part, std::size_t begin) {
  all.roster = std::move(part.roster);
  for (const std::size_t row : part.source_rows) all.source_rows.push_back(begin + row);
  all.skipped_titles += part.skipped_titles;
  all.skipped_blank += part.skipped_blank;
  all.skipped_footer += part.skipped_footer;
  all.skipped_over_limit += part.skipped_over_limit;
  all.people += part.people;
  all.posts += part.posts;
  all.already_there += part.already_there;
  all.unread_times += part.unread_times;
}

}  // namespace

DutyImportPlan plan_duty_import(const Table& table) {
  DutyImportPlan plan;
  const std::size_t width = table_width(table);
  plan.header_row = find_heading_row(table, kPhrases);
  if (!plan.header_row) plan.header_row = find_heading_row(table, is_days_heading);
  plan.headings.resize(width);
  if (!plan.header_row) {
    plan.columns = guess_columns(table, width);
    return plan;
  }
  const TableRow& row = table.rows[*plan.header_row];
  for (std::size_t i = 0; i < width; ++i) plan.headings[i] = heading_text(cell_at(row, i));
  plan.first_row = *plan.header_row + 1;
  std::vector<std::string> wanted = plan.headings;
  if (is_second_heading(table, plan.first_row)) {
    const TableRow& second = table.rows[plan.first_row++];
    std::string above;
    for (std::size_t i = 0; i < width; ++i) {
      if (!plan.headings[i].empty()) above = plan.headings[i];
      if (text::is_blank(cell_at(second, i))) continue;
      wanted[i] = heading_text(cell_at(second, i));
      plan.headings[i] = above;
    }
  }
  plan.columns = columns_of_headings(table, plan.first_row, wanted);
  return plan;
}

void assign_column(DutyImportPlan& plan, std::size_t table_column, std::optional<DutyColumn> what) {
  if (table_column >= plan.columns.size()) return;
  if (what && !may_repeat(*what))
    std::replace(plan.columns.begin(), plan.columns.end(), what, std::optional<DutyColumn>());
  plan.columns[table_column] = what;
}

DutyImport import_duty(const Table& table, const DutyImportPlan& plan, const Roster& roster,
                       const DutyImportDefaults& defaults) {
  const DutyId first_new = next_duty_id(roster);
  DutyImport result;
  result.roster = roster;
  DutyImportPlan now = plan;
  std::size_t begin = 0;
  // One table below the other, each with headings of its own.
  for (std::size_t count = 1;; ++count) {
    Table part;
    std::size_t end = begin + now.first_row;
    while (end < table.rows.size() &&
           (count == kMostTables || !begins_table(table.rows[end], table, now, begin)))
      ++end;
    for (std::size_t row = begin; row < end; ++row)
      part.rows.push_back(with_plain_day(table.rows[row], defaults.near));
    add_to(result, Importer(part, now, result.roster, defaults).run(), begin);
    if (end >= table.rows.size()) break;
    Table rest;
    rest.rows.assign(table.rows.begin() + static_cast<std::ptrdiff_t>(end), table.rows.end());
    now = plan_duty_import(rest);
    begin = end;
  }
  for (const DutyShift& shift : result.roster.shifts) {
    if (shift.id >= first_new) result.added.push_back(shift.id);
  }
  return result;
}

}  // namespace sokenh
