#include "core/exchange/log_import.h"

#include <algorithm>
#include <array>

#include "core/exchange/heading_match.h"
#include "core/exchange/log_words.h"
#include "core/exchange/table_rows.h"
#include "core/inventory/declaration.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace sokenh {
namespace {

constexpr std::size_t kMaxShown = 60;  // bytes of a cell that could not be read

// Columns that are recognised so as to be left out.
constexpr int kIgnored = -1;

// How offices head the columns of their own lists, besides the words of ours.
struct FieldPhrase {
  LogField field;
  std::string_view words;
};
constexpr std::array kFieldPhrases{
    FieldPhrase{LogField::date, "ngay"},
    FieldPhrase{LogField::date, "ngay thang"},
    FieldPhrase{LogField::date, "thoi gian"},
    FieldPhrase{LogField::date, "ngay thuc hien"},
    FieldPhrase{LogField::date, "ngay to chuc"},
    FieldPhrase{LogField::date, "ngay quet"},
    FieldPhrase{LogField::date, "ngay kiem tra"},
    FieldPhrase{LogField::date, "ngay phat hien"},
    FieldPhrase{LogField::date, "ngay cap nhat"},
    FieldPhrase{LogField::date, "ngay canh bao"},
    FieldPhrase{LogField::at, "ngay"},
    FieldPhrase{LogField::at, "thoi gian"},
    FieldPhrase{LogField::at, "ngay gio"},
    FieldPhrase{LogField::at, "thoi gian gui"},
    FieldPhrase{LogField::at, "thoi gian phat hien"},
    FieldPhrase{LogField::reference, "so hieu"},
    FieldPhrase{LogField::reference, "so ky hieu"},
    FieldPhrase{LogField::reference, "canh bao"},
    FieldPhrase{LogField::reference, "ma lo hong"},
    FieldPhrase{LogField::reference, "cve"},
    FieldPhrase{LogField::reference, "ten phuong an"},
    FieldPhrase{LogField::target, "doi tuong"},
    FieldPhrase{LogField::target, "loai"},
    FieldPhrase{LogField::system, "he thong"},
    FieldPhrase{LogField::system, "phan mem"},
    FieldPhrase{LogField::system, "ung dung"},
    FieldPhrase{LogField::system, "ten phan mem"},
    FieldPhrase{LogField::system, "ten he thong"},
    FieldPhrase{LogField::machine, "may"},
    FieldPhrase{LogField::machine, "ten may tinh"},
    FieldPhrase{LogField::machine, "may tinh"},
    FieldPhrase{LogField::machine, "thiet bi"},
    FieldPhrase{LogField::machine, "may chu may tram"},
    FieldPhrase{LogField::version, "version"},
    FieldPhrase{LogField::newest, "moi nhat"},
    FieldPhrase{LogField::newest, "da cap nhat moi nhat"},
    FieldPhrase{LogField::licence, "loai ban quyen"},
    FieldPhrase{LogField::licence_end, "han ban quyen"},
    FieldPhrase{LogField::licence_end, "ngay het han"},
    FieldPhrase{LogField::licence_end, "het han ban quyen"},
    FieldPhrase{LogField::data_set, "loai du lieu"},
    FieldPhrase{LogField::data_set, "du lieu sao luu"},
    FieldPhrase{LogField::data_set, "ho so"},
    FieldPhrase{LogField::medium, "thiet bi"},
    FieldPhrase{LogField::medium, "noi luu"},
    FieldPhrase{LogField::medium, "luu vao"},
    FieldPhrase{LogField::place, "vi tri"},
    FieldPhrase{LogField::file, "tep"},
    FieldPhrase{LogField::file, "file"},
    FieldPhrase{LogField::bytes, "dung luong"},
    FieldPhrase{LogField::bytes, "kich thuoc"},
    FieldPhrase{LogField::digest, "sha 256"},
    FieldPhrase{LogField::digest, "ma bam"},
    FieldPhrase{LogField::complete, "khoi phuc duoc"},
    FieldPhrase{LogField::topic, "noi dung"},
    FieldPhrase{LogField::topic, "chu de"},
    FieldPhrase{LogField::topic, "tieu de"},
    FieldPhrase{LogField::topic, "mo ta"},
    FieldPhrase{LogField::sender, "dia chi gui"},
    FieldPhrase{LogField::sender, "dia chi nguoi gui"},
    FieldPhrase{LogField::people, "so nguoi"},
    FieldPhrase{LogField::people, "so luong"},
    FieldPhrase{LogField::people, "so luong tham gia"},
    FieldPhrase{LogField::recipients, "so nguoi nhan"},
    FieldPhrase{LogField::recipients, "so luong thu"},
    FieldPhrase{LogField::result, "tinh trang"},
    FieldPhrase{LogField::outcome, "ket qua"},
    FieldPhrase{LogField::found, "lo hong"},
    FieldPhrase{LogField::found, "ma doc"},
    FieldPhrase{LogField::found, "diem yeu"},
    FieldPhrase{LogField::level, "muc do nghiem trong"},
    FieldPhrase{LogField::measures, "bien phap"},
    FieldPhrase{LogField::measures, "cach xu ly"},
    FieldPhrase{LogField::due, "han"},
    FieldPhrase{LogField::due, "thoi han"},
    FieldPhrase{LogField::handled, "ngay xu ly"},
    FieldPhrase{LogField::handled, "ngay hoan thanh"},
    FieldPhrase{LogField::reported, "thoi gian bao cao"},
    FieldPhrase{LogField::reported, "ngay bao cao"},
    FieldPhrase{LogField::reported, "ngay bao"},
    FieldPhrase{LogField::reported_to, "noi nhan bao cao"},
    FieldPhrase{LogField::recovered, "thoi gian khoi phuc"},
    FieldPhrase{LogField::person, "can bo thuc hien"},
    FieldPhrase{LogField::person, "nguoi phu trach"},
    FieldPhrase{LogField::person, "nguoi xu ly"},
    FieldPhrase{LogField::person, "bao cao vien"},
    FieldPhrase{LogField::document, "minh chung"},
    FieldPhrase{LogField::document, "van ban"},
};

// The words that stand for a choice; of several in a cell the longest counts, so that «không đạt»
// is not «đạt».
struct ChoicePhrase {
  LogField field;
  std::string_view key;
  std::string_view words;
};
constexpr std::array kChoicePhrases{
    ChoicePhrase{LogField::target, "portal", "cong"},
    ChoicePhrase{LogField::target, "portal", "trang"},
    ChoicePhrase{LogField::target, "portal", "website"},
    ChoicePhrase{LogField::target, "system", "he thong"},
    ChoicePhrase{LogField::target, "system", "phan mem"},
    ChoicePhrase{LogField::target, "machine", "may"},
    ChoicePhrase{LogField::target, "machine", "thiet bi"},
    ChoicePhrase{LogField::newest, "yes", "co"},
    ChoicePhrase{LogField::newest, "yes", "x"},
    ChoicePhrase{LogField::newest, "yes", "moi nhat"},
    ChoicePhrase{LogField::newest, "yes", "da cap nhat"},
    ChoicePhrase{LogField::newest, "no", "khong"},
    ChoicePhrase{LogField::newest, "no", "chua"},
    ChoicePhrase{LogField::newest, "no", "chua cap nhat"},
    ChoicePhrase{LogField::newest, "no", "chua moi nhat"},
    ChoicePhrase{LogField::newest, "no", "khong moi nhat"},
    ChoicePhrase{LogField::licence, "unlimited", "vinh vien"},
    ChoicePhrase{LogField::licence, "unlimited", "mien phi"},
    ChoicePhrase{LogField::licence, "unlimited", "khong thoi han"},
    ChoicePhrase{LogField::licence, "unlimited", "khong gioi han"},
    ChoicePhrase{LogField::licence, "unlimited", "defender"},
    ChoicePhrase{LogField::licence, "none", "khong"},
    ChoicePhrase{LogField::licence, "none", "khong co"},
    ChoicePhrase{LogField::licence, "none", "chua co"},
    ChoicePhrase{LogField::licence, "none", "dung thu"},
    ChoicePhrase{LogField::licence, "until", "co"},
    ChoicePhrase{LogField::licence, "until", "co ban quyen"},
    ChoicePhrase{LogField::threat, "spam", "spam"},
    ChoicePhrase{LogField::threat, "spam", "rac"},
    ChoicePhrase{LogField::threat, "spam", "quang cao"},
    ChoicePhrase{LogField::threat, "phishing", "phishing"},
    ChoicePhrase{LogField::threat, "phishing", "lua dao"},
    ChoicePhrase{LogField::threat, "phishing", "gia mao"},
    ChoicePhrase{LogField::purpose, "incident", "su co"},
    ChoicePhrase{LogField::purpose, "incident", "ung cuu"},
    ChoicePhrase{LogField::purpose, "outage", "ngung hoat dong"},
    ChoicePhrase{LogField::purpose, "outage", "du phong"},
    ChoicePhrase{LogField::data_set, "website", "trang"},
    ChoicePhrase{LogField::data_set, "website", "website"},
    ChoicePhrase{LogField::data_set, "website", "cong"},
    ChoicePhrase{LogField::data_set, "school_records", "nha truong"},
    ChoicePhrase{LogField::data_set, "school_records", "truong"},
    ChoicePhrase{LogField::data_set, "teacher_records", "giao vien"},
    ChoicePhrase{LogField::data_set, "teacher_records", "can bo"},
    ChoicePhrase{LogField::data_set, "teacher_records", "nhan su"},
    ChoicePhrase{LogField::data_set, "pupil_records", "hoc sinh"},
    ChoicePhrase{LogField::data_set, "other", "khac"},
    ChoicePhrase{LogField::medium, "external_drive", "o cung"},
    ChoicePhrase{LogField::medium, "external_drive", "hdd"},
    ChoicePhrase{LogField::medium, "external_drive", "ssd"},
    ChoicePhrase{LogField::medium, "usb", "usb"},
    ChoicePhrase{LogField::medium, "usb", "the nho"},
    ChoicePhrase{LogField::medium, "optical", "cd"},
    ChoicePhrase{LogField::medium, "optical", "dvd"},
    ChoicePhrase{LogField::medium, "optical", "dia"},
    ChoicePhrase{LogField::medium, "network", "nas"},
    ChoicePhrase{LogField::medium, "network", "may chu"},
    ChoicePhrase{LogField::medium, "machine", "may"},
    ChoicePhrase{LogField::medium, "cloud", "drive"},
    ChoicePhrase{LogField::medium, "cloud", "dam may"},
    ChoicePhrase{LogField::medium, "cloud", "cloud"},
    ChoicePhrase{LogField::medium, "other", "khac"},
    ChoicePhrase{LogField::complete, "yes", "co"},
    ChoicePhrase{LogField::complete, "yes", "x"},
    ChoicePhrase{LogField::complete, "yes", "du"},
    ChoicePhrase{LogField::complete, "no", "khong"},
    ChoicePhrase{LogField::complete, "no", "chua"},
    ChoicePhrase{LogField::complete, "no", "khong du"},
    ChoicePhrase{LogField::act, "backup", "sao luu"},
    ChoicePhrase{LogField::act, "restore_test", "khoi phuc"},
    ChoicePhrase{LogField::exercise, "drill", "dien tap"},
    ChoicePhrase{LogField::exercise, "restore", "khoi phuc"},
    ChoicePhrase{LogField::result, "nothing", "khong"},
    ChoicePhrase{LogField::result, "nothing", "khong co"},
    ChoicePhrase{LogField::result, "nothing", "khong phat hien"},
    ChoicePhrase{LogField::result, "nothing", "an toan"},
    ChoicePhrase{LogField::result, "nothing", "sach"},
    ChoicePhrase{LogField::result, "nothing", "binh thuong"},
    ChoicePhrase{LogField::result, "found", "co"},
    ChoicePhrase{LogField::result, "found", "phat hien"},
    ChoicePhrase{LogField::result, "found", "nhiem"},
    ChoicePhrase{LogField::result, "nothing", "khong nhiem"},
    ChoicePhrase{LogField::outcome, "passed", "dat"},
    ChoicePhrase{LogField::outcome, "passed", "thanh cong"},
    ChoicePhrase{LogField::outcome, "passed", "tot"},
    ChoicePhrase{LogField::outcome, "failed", "khong dat"},
    ChoicePhrase{LogField::outcome, "failed", "that bai"},
    ChoicePhrase{LogField::outcome, "failed", "khong thanh cong"},
    ChoicePhrase{LogField::level, "low", "thap"},
    ChoicePhrase{LogField::level, "medium", "trung binh"},
    ChoicePhrase{LogField::level, "high", "cao"},
    ChoicePhrase{LogField::level, "critical", "nghiem trong"},
    ChoicePhrase{LogField::level, "critical", "rat cao"},
};

// The phrases for one kind's fields; `words` keeps what they view.
class Phrases {
 public:
  explicit Phrases(LogKind kind) {
    const auto fields = log_fields(kind);
    words_.reserve(fields.size());
    for (const LogFieldUse& use : fields) {
      if (log_field_is_given(use.field)) continue;
      words_.push_back(heading_words(log_paper_heading(kind, use.field)));
      phrases_.push_back({words_.back(), static_cast<int>(use.field)});
    }
    for (const FieldPhrase& phrase : kFieldPhrases) {
      const bool own = std::find(words_.begin(), words_.end(), phrase.words) != words_.end();
      if (!own && find_log_field(kind, phrase.field) != nullptr)
        phrases_.push_back({phrase.words, static_cast<int>(phrase.field)});
    }
    for (const std::string_view words : {"stt", "tt", "so tt", "so thu tu"})
      phrases_.push_back({words, kIgnored});
  }
  Phrases(const Phrases&) = delete;
  Phrases& operator=(const Phrases&) = delete;

  std::span<const HeadingPhrase> all() const { return phrases_; }

 private:
  std::vector<std::string> words_;
  std::vector<HeadingPhrase> phrases_;
};

// Whether the cell holds what the field wants; text fields take everything.
bool is_readable(LogField field, std::string_view cell) {
  switch (log_field_type(field)) {
    case LogFieldType::date:
      return read_partial_date(cell).problem == DateProblem::none;
    case LogFieldType::moment:
      return read_moment(cell).problem == MomentProblem::none;
    case LogFieldType::number:
      return read_log_number(cell).has_value();
    case LogFieldType::choice:
      return read_log_choice(field, cell).has_value();
    case LogFieldType::text:
    case LogFieldType::machine:
      break;
  }
  return true;
}

// Without a heading: each field in its order to the first free column whose cells mostly can be
// read as it.
std::vector<std::optional<LogField>> guess_columns(const Table& table, LogKind kind,
                                                   std::size_t width) {
  std::vector<std::optional<LogField>> columns(width);
  // The rows' own numbers: the first column, and nothing but.
  const std::size_t begin = width > 1 && column_mostly(table, 0,
                                                       [](std::string_view cell) {
                                                         return read_ordinal(cell).has_value();
                                                       })
                                ? 1
                                : 0;
  for (const LogFieldUse& use : log_fields(kind)) {
    if (log_field_is_given(use.field)) continue;
    for (std::size_t column = begin; column < width; ++column) {
      if (columns[column]) continue;
      if (!column_mostly(table, column,
                         [&use](std::string_view cell) { return is_readable(use.field, cell); }))
        continue;
      columns[column] = use.field;
      break;
    }
  }
  return columns;
}

class Importer {
 public:
  Importer(const Table& table, const LogImportPlan& plan)
      : table_(table), plan_(plan), phrases_(plan.kind) {}

  LogImport run() && {
    import_rows(table_, plan_.first_row, phrases_.all(), result_,
                [this](std::size_t index) { add_entry(index); });
    return std::move(result_);
  }

 private:
  void add_entry(std::size_t index) {
    const TableRow& row = table_.rows[index];
    LogEntry entry{.kind = plan_.kind};
    bool filled = false;
    for (std::size_t i = 0; i < plan_.columns.size() && !filled; ++i)
      filled = plan_.columns[i] && !text::is_blank(cell_at(row, i));
    if (!filled) {
      skip_row(row, result_);
      return;
    }
    if (result_.entries.size() == kMaxLogEntries) {
      ++result_.skipped_over_limit;
      return;
    }
    for (std::size_t i = 0; i < plan_.columns.size(); ++i) {
      const std::string_view cell = text::trim(cell_at(row, i));
      if (plan_.columns[i] && !cell.empty()) put(entry, *plan_.columns[i], cell, index, i);
    }
    // Lists of backups seldom say that each of their lines is one.
    if (plan_.kind == LogKind::backup && log_text(entry, LogField::act).empty())
      set_log_text(entry, LogField::act, "backup");
    result_.entries.push_back(std::move(entry));
    result_.source_rows.push_back(index);
  }

  void put(LogEntry& entry, LogField field, std::string_view cell, std::size_t row,
           std::size_t column) {
    if (!is_readable(field, cell)) note_unread(field, cell, row, column);
    if (log_field_type(field) == LogFieldType::choice) {
      if (const auto key = read_log_choice(field, cell)) set_log_text(entry, field, *key);
      return;
    }
    if (cell.size() > kMaxTextBytes) ++result_.cut_cells;
    set_log_text(entry, field, cut_text(cell));
  }

  void note_unread(LogField field, std::string_view cell, std::size_t row, std::size_t column) {
    ++result_.unread_cells;
    if (result_.unread.size() == kMaxUnreadCells) return;
    std::size_t end = 0;
    while (end < cell.size()) {
      const std::size_t bytes = text::decode_code_point(cell, end).bytes;
      if (end + bytes > kMaxShown) break;
      end += bytes;
    }
    std::string shown(cell.substr(0, end));
    if (end < cell.size()) shown += "…";
    result_.unread.push_back({row, column, field, std::move(shown)});
  }

  const Table& table_;
  const LogImportPlan& plan_;
  Phrases phrases_;
  LogImport result_;
};

}  // namespace

std::optional<std::string_view> read_log_choice(LogField field, std::string_view cell) {
  // No cell that is an answer is longer; a long one is a text that holds some of the words.
  constexpr std::size_t kMaxAnswer = 120;
  if (cell.size() > kMaxAnswer) return std::nullopt;
  const std::string words = " " + heading_words(cell) + " ";
  for (const std::string_view key : log_choices(field)) {
    if (cell == key || words == " " + heading_words(log_paper_choice(field, key)) + " ") return key;
  }
  std::optional<std::string_view> best;
  std::size_t length = 0;
  for (const ChoicePhrase& phrase : kChoicePhrases) {
    if (phrase.field != field || phrase.words.size() <= length) continue;
    if (words.find(" " + std::string(phrase.words) + " ") == std::string::npos) continue;
    best = phrase.key;
    length = phrase.words.size();
  }
  return best;
}

LogImportPlan plan_log_import(const Table& table, LogKind kind) {
  LogImportPlan plan{.kind = kind};
  const Phrases phrases(kind);
  const std::size_t width = table_width(table);
  plan.header_row = find_heading_row(table, phrases.all());
  if (!plan.header_row) {
    plan.columns = guess_columns(table, kind, width);
    return plan;
  }
  for (const auto& found : heading_targets(table.rows[*plan.header_row], width, phrases.all())) {
    plan.columns.push_back(
        found && *found != kIgnored ? std::optional(static_cast<LogField>(*found)) : std::nullopt);
  }
  plan.first_row = *plan.header_row + 1;
  return plan;
}

void assign_column(LogImportPlan& plan, std::size_t table_column, std::optional<LogField> field) {
  if (table_column >= plan.columns.size()) return;
  if (field) {
    if (find_log_field(plan.kind, *field) == nullptr || log_field_is_given(*field)) return;
    std::replace(plan.columns.begin(), plan.columns.end(), field, std::optional<LogField>());
  }
  plan.columns[table_column] = field;
}

LogImport import_log(const Table& table, const LogImportPlan& plan) {
  return Importer(table, plan).run();
}

}  // namespace sokenh
