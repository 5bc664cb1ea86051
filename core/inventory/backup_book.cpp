#include "core/inventory/backup_book.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/base/digest.h"
#include "core/text/ascii.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

constexpr std::size_t kSealDigits = 64;

bool is_seal(std::string_view text) {
  return text.size() == kSealDigits && std::all_of(text.begin(), text.end(), [](char c) {
           return text::is_ascii_digit(c) || (c >= 'a' && c <= 'f');
         });
}

// A number as the book writes it: no dots, no blanks, no zeros before it.
std::optional<std::uint64_t> read_serial(std::string_view written) {
  const auto number = read_log_number(written);
  if (!number || *number == 0 || std::to_string(*number) != written) return std::nullopt;
  return number;
}

std::string_view act_of(const LogEntry& entry) { return log_text(entry, LogField::act); }
bool is_backup(const LogEntry& entry) {
  return act_of(entry) == "backup" || act_of(entry) == "correction";
}

// When it was, to be compared: its day, then its minute where that is written.
std::pair<long, long> time_of(const LogEntry& entry) {
  const MomentReading reading = read_moment(log_text(entry, LogField::at));
  if (reading.problem != MomentProblem::none) return {};
  const long day = days_from_civil(last_possible_day(reading.day));
  return {day, reading.has_time ? reading.hour * 60L + reading.minute : -1};
}

class BookReader {
 public:
  explicit BookReader(std::span<const LogEntry> log) : log_(log) {}

  BackupBook run() && {
    for (const LogEntry& entry : log_) {
      if (entry.kind == LogKind::backup) add(entry);
    }
    std::stable_sort(numbered_.begin(), numbered_.end(),
                     [](const Numbered& a, const Numbered& b) { return a.serial < b.serial; });
    for (std::size_t i = 0; i < numbered_.size();) i = follow(i);
    for (const LogEntry* entry : book_.entries) refer(*entry);
    return std::move(book_);
  }

 private:
  struct Numbered {
    std::uint64_t serial = 0;
    const LogEntry* entry = nullptr;
  };

  void fault(BookProblem problem, const LogEntry& entry, std::uint64_t serial,
             std::uint64_t first_missing = 0, std::uint64_t until = 0) {
    book_.faults.push_back({problem, entry.id, serial, first_missing, until});
  }

  void add(const LogEntry& entry) {
    BackupStanding& standing = book_.standings[entry.id];
    if (is_backup_draft(entry)) {
      ++book_.drafts;
      return;
    }
    const auto serial = read_serial(log_text(entry, LogField::serial));
    if (!serial || !is_seal(log_text(entry, LogField::seal))) {
      fault(BookProblem::unreadable, entry, serial.value_or(0));
      return;
    }
    standing.serial = *serial;
    numbered_.push_back({*serial, &entry});
  }

  // The entries of one number, which should be one. Returns the place of the next number.
  std::size_t follow(std::size_t first) {
    const std::uint64_t serial = numbered_[first].serial;
    std::size_t end = first;
    while (end < numbered_.size() && numbered_[end].serial == serial) ++end;
    const bool after_gap = serial != book_.last_serial + 1;
    if (after_gap)
      fault(BookProblem::missing, *numbered_[first].entry, serial, book_.last_serial + 1,
            serial - 1);
    const auto follows = [&](const Numbered& numbered) {
      // What is not there cannot be followed.
      return after_gap || backup_seal(book_.last_seal, *numbered.entry) ==
                              log_text(*numbered.entry, LogField::seal);
    };
    // Of several the one that fits is the book's.
    std::size_t own = first;
    while (own + 1 < end && !follows(numbered_[own])) ++own;
    if (!follows(numbered_[own])) {
      own = first;
      fault(BookProblem::broken, *numbered_[own].entry, serial);
    }
    for (std::size_t i = first; i < end; ++i) {
      if (i == own) continue;
      fault(BookProblem::repeated, *numbered_[i].entry, serial);
      book_.standings[numbered_[i].entry->id] = {};
    }
    book_.entries.push_back(numbered_[own].entry);
    book_.last_serial = serial;
    book_.last_seal = log_text(*numbered_[own].entry, LogField::seal);
    return end;
  }

  void refer(const LogEntry& entry) {
    if (act_of(entry) == "backup" || act_of(entry).empty()) return;
    const std::uint64_t serial = book_.standings[entry.id].serial;
    const auto to = read_serial(log_text(entry, LogField::refers));
    const LogEntry* target = to && *to < serial ? book_.with_serial(*to) : nullptr;
    if (target == nullptr || !is_backup(*target)) {
      fault(BookProblem::referring, entry, serial);
      return;
    }
    BackupStanding& standing = book_.standings[target->id];
    if (act_of(entry) == "restore_test") {
      standing.tested = &entry;
    } else {
      standing.replaced_by = serial;
      standing.withdrawn = act_of(entry) == "withdrawal";
    }
  }

  std::span<const LogEntry> log_;
  std::vector<Numbered> numbered_;
  BackupBook book_;
};

}  // namespace

std::string backup_seal(std::string_view seal_before, const LogEntry& entry) {
  // Member names and texts only: what nlohmann writes of these, sorted by name, is canonical.
  nlohmann::json object{{"kind", log_kind_key(entry.kind)}};
  for (const LogText& each : entry.texts) {
    if (each.field != LogField::seal) object[std::string(log_field_key(each.field))] = each.text;
  }
  std::string sealed(seal_before);
  sealed += '\n';
  sealed += object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return hex(sha256(sealed));
}

bool is_backup_draft(const LogEntry& entry) {
  return entry.kind == LogKind::backup && !is_sealed_backup(entry);
}

bool is_sealed_backup(const LogEntry& entry) {
  return entry.kind == LogKind::backup &&
         (!log_text(entry, LogField::serial).empty() || !log_text(entry, LogField::seal).empty());
}

const LogEntry* BackupBook::with_serial(std::uint64_t serial) const {
  // Where none is missing, at its place.
  const auto found = std::lower_bound(entries.begin(), entries.end(), serial,
                                      [this](const LogEntry* entry, std::uint64_t wanted) {
                                        return standings.at(entry->id).serial < wanted;
                                      });
  return found != entries.end() && standings.at((*found)->id).serial == serial ? *found : nullptr;
}

BackupBook read_backup_book(std::span<const LogEntry> log) { return BookReader(log).run(); }

BookDifference compare(const BackupBook& then, const BackupBook& now) {
  const std::size_t common = std::min(then.entries.size(), now.entries.size());
  const auto serial_of = [](const BackupBook& book, std::size_t i) {
    return book.standings.at(book.entries[i]->id).serial;
  };
  if (common == 0) {
    const bool same = then.entries.empty() && now.entries.empty();
    return {same ? BookComparison::same : BookComparison::none, 0};
  }
  for (std::size_t i = 0; i < common; ++i) {
    if (serial_of(then, i) != serial_of(now, i) ||
        log_text(*then.entries[i], LogField::seal) != log_text(*now.entries[i], LogField::seal))
      return {BookComparison::differing, std::min(serial_of(then, i), serial_of(now, i))};
  }
  if (then.entries.size() == now.entries.size()) return {BookComparison::same, 0};
  if (then.entries.size() < now.entries.size())
    return {BookComparison::continued, serial_of(now, common)};
  return {BookComparison::cut, serial_of(then, common)};
}

bool can_be_sealed(const LogEntry& entry) {
  if (!is_backup_draft(entry) || log_day(entry).problem != DateProblem::none) return false;
  for (const LogFieldUse& use : log_fields(entry.kind)) {
    const std::string& written = log_text(entry, use.field);
    if (log_field_required(entry, use) && text::is_blank(written)) return false;
    if (log_field_type(use.field) == LogFieldType::number && !written.empty() &&
        !read_log_number(written))
      return false;
  }
  return true;
}

void seal_backups(const BackupBook& book, std::span<LogEntry> drafts) {
  std::uint64_t serial = book.last_serial;
  std::string seal = book.last_seal;
  for (LogEntry& entry : drafts) {
    set_log_text(entry, LogField::serial, std::to_string(++serial));
    seal = backup_seal(seal, entry);
    set_log_text(entry, LogField::seal, seal);
  }
}

std::string plain_digest(std::string_view written) {
  std::string digest;
  for (const char c : written) {
    if (c == ' ') continue;
    digest += c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return digest;
}

FileInBook find_file(const BackupBook& book, std::string_view digest, std::string_view name) {
  const std::string wanted = plain_digest(digest);
  const std::string wanted_name = text::fold(text::trim(name));
  std::vector<const LogEntry*> backups;
  for (const LogEntry* entry : book.entries) {
    if (is_backup(*entry) && book.standings.at(entry->id).in_force()) backups.push_back(entry);
  }
  // The later number first where the times are the same.
  std::reverse(backups.begin(), backups.end());
  std::map<const LogEntry*, std::pair<long, long>> times;
  for (const LogEntry* entry : backups) times.emplace(entry, time_of(*entry));
  std::stable_sort(backups.begin(), backups.end(), [&times](const LogEntry* a, const LogEntry* b) {
    return times.at(a) > times.at(b);
  });
  FileInBook found;
  struct Latest {
    const LogEntry* newest = nullptr;
    std::size_t seen = 0;
  };
  std::map<std::string, Latest> sets;
  for (const LogEntry* entry : backups) {
    Latest& latest = sets[log_text(*entry, LogField::data_set)];
    if (latest.newest == nullptr) latest.newest = entry;
    const std::string own = plain_digest(log_text(*entry, LogField::digest));
    if (!own.empty() && own == wanted) {
      found.backups.push_back({entry, latest.newest, latest.seen});
    } else if (!wanted_name.empty() &&
               text::fold(text::trim(log_text(*entry, LogField::file))) == wanted_name) {
      found.same_name.push_back(entry);
    }
    ++latest.seen;
  }
  return found;
}

}  // namespace sokenh
