// The book of backups (TN17-1.3, TN17-2.2): sealed one to the next, every damage seen and placed.
#include "core/inventory/backup_book.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>

#include "core/base/digest.h"
#include "core/base/json.h"
#include "core/inventory/declaration.h"
#include "core/signing/canonical_json.h"
#include "tests/test_data.h"

using namespace sokenh;

namespace {

using Texts = std::vector<std::pair<LogField, std::string>>;

LogEntry made(LogEntryId id, const Texts& texts) {
  LogEntry entry{.id = id, .kind = LogKind::backup};
  for (const auto& [field, text] : texts) REQUIRE(set_log_text(entry, field, text));
  return entry;
}

LogEntry backup(LogEntryId id, const std::string& at, const std::string& set = "pupil_records",
                const std::string& file = "hoc-sinh.zip", const std::string& digest = "aa") {
  return made(id, {{LogField::at, at},
                   {LogField::data_set, set},
                   {LogField::act, "backup"},
                   {LogField::medium, "usb"},
                   {LogField::complete, "yes"},
                   {LogField::file, file},
                   {LogField::digest, digest}});
}

LogEntry about(LogEntryId id, const std::string& act, const std::string& serial) {
  LogEntry entry = backup(id, "12/11/2026");
  if (act != "correction") {
    for (const LogField field : {LogField::data_set, LogField::medium, LogField::complete,
                                 LogField::file, LogField::digest})
      set_log_text(entry, field, "");
  }
  set_log_text(entry, LogField::act, act);
  set_log_text(entry, LogField::refers, serial);
  if (act == "restore_test") set_log_text(entry, LogField::outcome, "passed");
  return entry;
}

// Written to the book in their order.
std::vector<LogEntry> sealed(std::vector<LogEntry> entries) {
  seal_backups(read_backup_book({}), entries);
  return entries;
}

std::vector<LogEntry> five() {
  return sealed({backup(1, "02/11/2026"), backup(2, "05/11/2026"), backup(3, "09/11/2026"),
                 backup(4, "12/11/2026"), backup(5, "16/11/2026")});
}

struct Seen {
  BookProblem problem;
  LogEntryId entry;
  std::uint64_t serial;
  friend bool operator==(const Seen&, const Seen&) = default;
};
std::vector<Seen> faults(std::span<const LogEntry> log) {
  std::vector<Seen> out;
  for (const BookFault& fault : read_backup_book(log).faults)
    out.push_back({fault.problem, fault.entry, fault.serial});
  return out;
}

}  // namespace

TEST_CASE("BackupBook: a seal is the SHA-256 of the seal before, a line feed and the entry") {
  LogEntry first = made(7, {{LogField::at, "08:30 20/11/2026"},
                            {LogField::data_set, "pupil_records"},
                            {LogField::act, "backup"},
                            {LogField::medium, "usb"},
                            {LogField::complete, "yes"}});
  std::vector<LogEntry> entries{first};
  seal_backups(read_backup_book({}), entries);
  const std::string written =
      std::string(64, '0') +
      "\n{\"act\":\"backup\",\"at\":\"08:30 20/11/2026\",\"complete\":\"yes\","
      "\"data_set\":\"pupil_records\",\"kind\":\"backup\",\"medium\":\"usb\",\"serial\":\"1\"}";
  CHECK(log_text(entries[0], LogField::seal) == hex(sha256(written)));
  // As sha256sum says of those bytes, whatever this program thinks of them.
  CHECK(log_text(entries[0], LogField::seal) ==
        "d4affa7b48d8248d17ef1015f60b22bb7dce8c52f7c73573b139b3bb6c8526dd");
  CHECK(log_text(entries[0], LogField::serial) == "1");
}

TEST_CASE("RFC 8785: what is sealed is the entry's canonical JSON") {
  LogEntry entry = backup(1, "20/11/2026");
  set_log_text(entry, LogField::serial, "1");
  set_log_text(entry, LogField::note, "dòng một\ndòng «hai» \"\\ / \x7f \t €");
  nlohmann::json object{{"kind", "backup"}};
  for (const LogText& each : entry.texts)
    object[std::string(log_field_key(each.field))] = each.text;
  const auto canonical = signing::canonical_json(object);
  REQUIRE(canonical);
  CHECK(backup_seal(kFirstSeal, entry) == hex(sha256(std::string(kFirstSeal) + "\n" + *canonical)));
}

TEST_CASE("BackupBook: a book as it was written is whole, in whatever order it is stored") {
  std::vector<LogEntry> log = five();
  BackupBook book = read_backup_book(log);
  CHECK(book.whole());
  CHECK(book.entries.size() == 5);
  CHECK(book.last_serial == 5);
  CHECK(book.last_seal == log_text(log[4], LogField::seal));
  std::reverse(log.begin(), log.end());
  log.insert(log.begin() + 2, LogEntry{.id = 9, .kind = LogKind::spam});
  CHECK(faults(log).empty());
  CHECK(read_backup_book({}).whole());
  CHECK(read_backup_book({}).last_seal == kFirstSeal);
}

TEST_CASE("BackupBook: what was changed, put in, left out or moved shows, and where") {
  struct Case {
    const char* what;
    std::function<void(std::vector<LogEntry>&)> damage;
    std::vector<Seen> seen;
  };
  const auto set = [](std::size_t i, LogField field, const std::string& text) {
    return [=](std::vector<LogEntry>& log) { set_log_text(log[i], field, text); };
  };
  // As somebody does it who can make one seal, but not all that follow.
  const auto seal_anew = [](std::vector<LogEntry>& log, std::size_t i) {
    const std::string before =
        i == 0 ? std::string(kFirstSeal) : log_text(log[i - 1], LogField::seal);
    set_log_text(log[i], LogField::seal, backup_seal(before, log[i]));
  };
  const std::vector<Case> cases{
      {"a field changed", set(1, LogField::digest, "bb"), {{BookProblem::broken, 2, 2}}},
      {"a field taken out", set(1, LogField::file, ""), {{BookProblem::broken, 2, 2}}},
      {"a field put in", set(1, LogField::note, "x"), {{BookProblem::broken, 2, 2}}},
      {"one letter's case", set(1, LogField::file, "Hoc-sinh.zip"), {{BookProblem::broken, 2, 2}}},
      {"the first", set(0, LogField::at, "03/11/2026"), {{BookProblem::broken, 1, 1}}},
      {"the last", set(4, LogField::at, "15/11/2026"), {{BookProblem::broken, 5, 5}}},
      {"changed and sealed anew",
       [&](auto& log) {
         set_log_text(log[1], LogField::digest, "bb");
         seal_anew(log, 1);
       },
       {{BookProblem::broken, 3, 3}}},
      {"a seal changed",
       set(1, LogField::seal, std::string(64, 'a')),
       {{BookProblem::broken, 2, 2}, {BookProblem::broken, 3, 3}}},
      {"left out", [](auto& log) { log.erase(log.begin() + 1); }, {{BookProblem::missing, 3, 3}}},
      {"the first left out",
       [](auto& log) { log.erase(log.begin()); },
       {{BookProblem::missing, 2, 2}}},
      {"left out, the others renumbered",
       [](auto& log) {
         log.erase(log.begin() + 1);
         for (std::size_t i = 0; i < log.size(); ++i)
           set_log_text(log[i], LogField::serial, std::to_string(i + 1));
       },
       {{BookProblem::broken, 3, 2}, {BookProblem::broken, 4, 3}, {BookProblem::broken, 5, 4}}},
      {"put in with a number that is there",
       [](auto& log) {
         log.insert(log.begin(), backup(9, "03/11/2026"));
         set_log_text(log[0], LogField::serial, "2");
         set_log_text(log[0], LogField::seal, std::string(64, 'b'));
       },
       {{BookProblem::repeated, 9, 2}}},
      {"a copy",
       [](auto& log) { log.push_back(log[1]), log.back().id = 9; },
       {{BookProblem::repeated, 9, 2}}},
      {"put in at the end",
       [](auto& log) {
         log.push_back(backup(9, "17/11/2026"));
         set_log_text(log.back(), LogField::serial, "6");
         set_log_text(log.back(), LogField::seal, std::string(64, 'b'));
       },
       {{BookProblem::broken, 9, 6}}},
      {"two moved",
       [](auto& log) {
         set_log_text(log[1], LogField::serial, "3");
         set_log_text(log[2], LogField::serial, "2");
       },
       {{BookProblem::broken, 3, 2}, {BookProblem::broken, 2, 3}, {BookProblem::broken, 4, 4}}},
      {"a seal taken out",
       set(1, LogField::seal, ""),
       {{BookProblem::unreadable, 2, 2}, {BookProblem::missing, 3, 3}}},
      {"a number taken out",
       set(1, LogField::serial, ""),
       {{BookProblem::unreadable, 2, 0}, {BookProblem::missing, 3, 3}}},
      {"a number written otherwise",
       set(1, LogField::serial, "02"),
       {{BookProblem::unreadable, 2, 0}, {BookProblem::missing, 3, 3}}},
      {"number 0",
       set(0, LogField::serial, "0"),
       {{BookProblem::unreadable, 1, 0}, {BookProblem::missing, 2, 2}}},
      {"a seal in capitals",
       [](auto& log) {
         std::string seal = log_text(log[4], LogField::seal);
         std::transform(seal.begin(), seal.end(), seal.begin(), [](char c) {
           return c >= 'a' && c <= 'f' ? static_cast<char>(c - 32) : c;
         });
         set_log_text(log[4], LogField::seal, seal);
       },
       {{BookProblem::unreadable, 5, 5}}},
      // Only an older file tells: compare().
      {"the end left out", [](auto& log) { log.pop_back(); }, {}},
  };
  for (const Case& each : cases) {
    CAPTURE(each.what);
    std::vector<LogEntry> log = five();
    each.damage(log);
    CHECK(faults(log) == each.seen);
  }
}

TEST_CASE("BackupBook: which numbers are missing") {
  std::vector<LogEntry> log = five();
  log.erase(log.begin() + 1, log.begin() + 4);
  const BackupBook book = read_backup_book(log);
  REQUIRE(book.faults.size() == 1);
  CHECK(book.faults[0].first_missing == 2);
  CHECK(book.faults[0].until == 4);
}

TEST_CASE("BackupBook: corrections, withdrawals and restore tests are entries about others") {
  std::vector<LogEntry> log = sealed(
      {backup(1, "02/11/2026"), about(2, "correction", "1"), backup(3, "09/11/2026"),
       about(4, "withdrawal", "3"), about(5, "restore_test", "2"), about(6, "restore_test", "2")});
  log.push_back(about(7, "correction", "2"));  // a draft strikes nothing
  const BackupBook book = read_backup_book(log);
  CHECK(book.whole());
  CHECK(book.drafts == 1);
  CHECK(book.standings.at(1).replaced_by == 2);
  CHECK_FALSE(book.standings.at(1).in_force());
  CHECK(book.standings.at(2).in_force());
  REQUIRE(book.standings.at(2).tested != nullptr);
  CHECK(book.standings.at(2).tested->id == 6);
  CHECK(book.standings.at(3).withdrawn);
  CHECK(book.standings.at(3).replaced_by == 4);
  CHECK_FALSE(book.standings.at(7).in_force());

  for (const char* to : {"2", "7", "0", "x", "1.5", ""}) {
    CAPTURE(to);
    const auto wrong = sealed({backup(1, "02/11/2026"), about(2, "withdrawal", to)});
    CHECK(faults(wrong) == std::vector<Seen>{{BookProblem::referring, 2, 2}});
  }
  // What is no backup itself cannot be corrected; a new one says it right.
  CHECK(faults(sealed({backup(1, "02/11/2026"), about(2, "restore_test", "1"),
                       about(3, "correction", "2")})) ==
        std::vector<Seen>{{BookProblem::referring, 3, 3}});
}

TEST_CASE("BackupBook: what can be written to it") {
  CHECK(can_be_sealed(backup(1, "02/11/2026")));
  CHECK(can_be_sealed(about(1, "restore_test", "1")));
  for (const LogField field :
       {LogField::at, LogField::data_set, LogField::act, LogField::medium, LogField::complete}) {
    CAPTURE(log_field_key(field));
    LogEntry entry = backup(1, "02/11/2026");
    set_log_text(entry, field, "");
    CHECK_FALSE(can_be_sealed(entry));
  }
  LogEntry entry = backup(1, "hôm qua");
  CHECK_FALSE(can_be_sealed(entry));
  entry = backup(1, "02/11/2026");
  set_log_text(entry, LogField::bytes, "2 GB");
  CHECK_FALSE(can_be_sealed(entry));
  set_log_text(entry, LogField::bytes, "2.147.483.648");
  CHECK(can_be_sealed(entry));
  CHECK_FALSE(can_be_sealed(about(1, "correction", "")));
  CHECK_FALSE(can_be_sealed(five()[0]));
  CHECK_FALSE(can_be_sealed(LogEntry{.id = 1, .kind = LogKind::spam}));
}

TEST_CASE("BackupBook: two states of one book compared") {
  const std::vector<LogEntry> all = five();
  const auto first = [&](std::size_t count) {
    return std::vector<LogEntry>(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count));
  };
  std::vector<LogEntry> other = sealed({backup(1, "02/11/2026"), backup(2, "06/11/2026")});
  struct Case {
    std::vector<LogEntry> then, now;
    BookComparison comparison;
    std::uint64_t serial;
  };
  const std::vector<Case> cases{
      {{}, {}, BookComparison::same, 0},
      {all, all, BookComparison::same, 0},
      {{}, all, BookComparison::none, 0},
      {all, {}, BookComparison::none, 0},
      {first(3), all, BookComparison::continued, 4},
      {all, first(3), BookComparison::cut, 4},
      {all, other, BookComparison::differing, 2},
      {other, all, BookComparison::differing, 2},
  };
  for (const Case& each : cases) {
    const BackupBook then = read_backup_book(each.then);
    const BackupBook now = read_backup_book(each.now);
    const BookDifference difference = compare(then, now);
    CHECK(difference.comparison == each.comparison);
    CHECK(difference.serial == each.serial);
  }
}

TEST_CASE("TN17-2.2: which backup a file is, and whether a newer one of its data set exists") {
  const std::string old_digest(64, 'a');
  const std::string new_digest(64, 'b');
  const std::string wrong_digest(64, 'c');
  std::vector<LogEntry> log = sealed({
      backup(1, "08:30 02/11/2026", "pupil_records", "HocSinh.zip", old_digest),
      backup(2, "09/11/2026", "teacher_records", "giao-vien.zip", wrong_digest),
      backup(3, "08:30 09/11/2026", "pupil_records", "hocsinh.zip", new_digest),
      about(4, "withdrawal", "2"),
  });
  log.push_back(backup(5, "16/11/2026", "pupil_records", "x.zip", old_digest));  // a draft
  const BackupBook book = read_backup_book(log);
  FileInBook found = find_file(book, " AAAA" + std::string(60, 'a'), "ban-sao.zip");
  REQUIRE(found.backups.size() == 1);
  CHECK(found.backups[0].entry->id == 1);
  CHECK(found.backups[0].newest->id == 3);
  CHECK(found.backups[0].newer == 1);
  CHECK(found.same_name.empty());

  found = find_file(book, new_digest, "hocsinh.zip");
  REQUIRE(found.backups.size() == 1);
  CHECK(found.backups[0].newer == 0);
  CHECK(found.backups[0].newest == found.backups[0].entry);
  // The name it has was another file's, too.
  REQUIRE(found.same_name.size() == 1);
  CHECK(found.same_name[0]->id == 1);

  found = find_file(book, wrong_digest, "giao-vien.zip");
  CHECK(found.backups.empty());  // withdrawn
  found = find_file(book, std::string(64, 'd'), "hocsinh.ZIP");
  CHECK(found.backups.empty());
  CHECK(found.same_name.size() == 2);
  CHECK(found.same_name[0]->id == 3);
  CHECK(find_file(book, "", "").backups.empty());
}

TEST_CASE("Declaration: a book of backups is written and read back whole") {
  Declaration declaration;
  declaration.log = five();
  declaration.next_log_id = 6;
  set_log_text(declaration.log[0], LogField::bytes, "9.007.199.254.740.991");
  for (LogEntry& entry : declaration.log) {
    set_log_text(entry, LogField::serial, "");
    set_log_text(entry, LogField::seal, "");
  }
  seal_backups(read_backup_book({}), declaration.log);
  const auto json = to_json(declaration);
  CHECK(json["log"][0]["bytes_value"] == 9'007'199'254'740'991);
  CHECK(json["log"][4]["serial_value"] == 5);
  const auto read = declaration_from_json(json);
  REQUIRE(read);
  CHECK(*read == declaration);
  CHECK(read_backup_book(read->log).whole());
  CHECK(signing::canonical_json(json));
}

TEST_CASE("BackupBook: a book sealed by another program, as the README describes it, is whole") {
  const auto json = parse_json(test_data("declarations/sao-luu.json"));
  REQUIRE(json);
  const auto declaration = declaration_from_json(*json);
  REQUIRE(declaration);
  const BackupBook book = read_backup_book(declaration->log);
  CHECK(book.whole());
  CHECK(book.entries.size() == 4);
  CHECK(book.drafts == 1);
  CHECK(book.standings.at(2).replaced_by == 3);
}
