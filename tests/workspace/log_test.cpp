#include <doctest/doctest.h>

#include "core/inventory/backup_book.h"
#include "core/workspace/workspace.h"

using namespace sokenh;

namespace {

LogEntry entry(LogKind kind, const char* date, const char* note = "") {
  LogEntry made{.kind = kind};
  set_log_text(made, log_day_field(kind), date);
  set_log_text(made, LogField::note, note);
  return made;
}

std::vector<LogEntryId> ids(const Workspace& workspace) {
  std::vector<LogEntryId> out;
  for (const LogEntry& each : workspace.declaration().log) out.push_back(each.id);
  return out;
}

}  // namespace

TEST_CASE("Workspace: entries are added at the end, with ids that are never given again") {
  Workspace workspace;
  CHECK(workspace.insert_log_entries(
            {entry(LogKind::patch, "1/11/2026"), entry(LogKind::spam, "2/11/2026")}) ==
        std::vector<LogEntryId>{1, 2});
  CHECK(workspace.undo_kind() == CommandKind::insert_log_entries);
  workspace.undo();
  CHECK(workspace.declaration().log.empty());
  workspace.redo();
  CHECK(ids(workspace) == std::vector<LogEntryId>{1, 2});
  workspace.undo();
  CHECK(workspace.insert_log_entries({entry(LogKind::patch, "3/11/2026")},
                                     CommandKind::import_log) == std::vector<LogEntryId>{3});
  CHECK(workspace.undo_kind() == CommandKind::import_log);
  CHECK(workspace.insert_log_entries({}).empty());
}

TEST_CASE("Workspace: adding an entry takes back that there is nothing to log, in one command") {
  Workspace workspace;
  REQUIRE(workspace.set_nothing_logged(LogKind::spam, true));
  REQUIRE(workspace.set_nothing_logged(LogKind::patch, true));
  CHECK(workspace.declaration().nothing_logged ==
        std::vector<LogKind>{LogKind::patch, LogKind::spam});
  CHECK(workspace.undo_kind() == CommandKind::set_nothing_logged);
  workspace.insert_log_entries({entry(LogKind::spam, "2/11/2026")});
  CHECK(workspace.declaration().nothing_logged == std::vector<LogKind>{LogKind::patch});
  CHECK_FALSE(workspace.set_nothing_logged(LogKind::spam, true));
  workspace.undo();
  CHECK(workspace.declaration().nothing_logged ==
        std::vector<LogKind>{LogKind::patch, LogKind::spam});
  CHECK(workspace.set_nothing_logged(LogKind::spam, false));
  CHECK(workspace.declaration().nothing_logged == std::vector<LogKind>{LogKind::patch});
  workspace.undo();
  CHECK(says_nothing_logged(workspace.declaration(), LogKind::spam));
  // What a unit must have cannot be nothing.
  CHECK_FALSE(workspace.set_nothing_logged(LogKind::plan, true));
  const auto revision = workspace.revision();
  CHECK(workspace.set_nothing_logged(LogKind::patch, true));
  CHECK(workspace.revision() == revision);
}

TEST_CASE("Workspace: editing an entry, one field or several entries at once") {
  Workspace workspace;
  workspace.insert_log_entries({entry(LogKind::patch, "1/11/2026"), entry(LogKind::spam, "2/11")});
  CHECK(workspace.set_log_field(1, LogField::handled, "20/11/2026"));
  CHECK(workspace.undo_kind() == CommandKind::edit_log_entries);
  CHECK(log_text(workspace.declaration().log[0], LogField::handled) == "20/11/2026");
  CHECK_FALSE(workspace.set_log_field(1, LogField::people, "3"));
  CHECK_FALSE(workspace.set_log_field(1, LogField::level, "cao"));
  CHECK_FALSE(workspace.set_log_field(3, LogField::note, "x"));
  std::vector<LogEntry> both = workspace.declaration().log;
  for (LogEntry& each : both) set_log_text(each, LogField::person, "Vũ Thị Mai");
  CHECK(workspace.edit_log_entries(both));
  CHECK(log_text(workspace.declaration().log[1], LogField::person) == "Vũ Thị Mai");
  workspace.undo();
  CHECK(log_text(workspace.declaration().log[1], LogField::person).empty());
  workspace.redo();
  // An entry stays what it is.
  LogEntry other = both[0];
  other.kind = LogKind::spam;
  CHECK_FALSE(workspace.edit_log_entries({other}));
  const auto revision = workspace.revision();
  CHECK(workspace.edit_log_entries(both));
  CHECK(workspace.revision() == revision);
}

TEST_CASE("Workspace: entries that are deleted come back where they were") {
  Workspace workspace;
  workspace.insert_log_entries({entry(LogKind::patch, "1/11/2026"), entry(LogKind::spam, "2/11"),
                                entry(LogKind::patch, "3/11/2026"), entry(LogKind::spam, "4/11")});
  const LogEntryId gone[] = {4, 2, 9};
  workspace.remove_log_entries(gone);
  CHECK(workspace.undo_kind() == CommandKind::remove_log_entries);
  CHECK(ids(workspace) == std::vector<LogEntryId>{1, 3});
  workspace.undo();
  CHECK(ids(workspace) == std::vector<LogEntryId>{1, 2, 3, 4});
  workspace.redo();
  CHECK(ids(workspace) == std::vector<LogEntryId>{1, 3});
  const auto revision = workspace.revision();
  workspace.remove_log_entries(gone);
  CHECK(workspace.revision() == revision);
}

TEST_CASE("Workspace: texts of a log are composed; what passes the limits is refused whole") {
  Workspace workspace;
  workspace.insert_log_entries(
      {entry(LogKind::patch, "1/11/2026", "Ha\u0309i\u202E Pho\u0300ng\r\n")});
  CHECK(log_text(workspace.declaration().log[0], LogField::note) == "Hải Phòng\n");
  const std::string long_text(kMaxTextBytes + 1, 'a');
  CHECK_FALSE(workspace.set_log_field(1, LogField::note, long_text));
  CHECK(workspace.set_log_field(1, LogField::note, long_text.substr(1)));
  CHECK(workspace
            .insert_log_entries(
                {entry(LogKind::spam, "1/11"), entry(LogKind::spam, "2/11", long_text.c_str())})
            .empty());
  CHECK(workspace.declaration().log.size() == 1);
  CHECK(workspace
            .insert_log_entries(std::vector<LogEntry>(kMaxLogEntries, entry(LogKind::spam, "1/11")))
            .empty());
  CHECK(workspace
            .insert_log_entries(
                std::vector<LogEntry>(kMaxLogEntries - 1, entry(LogKind::spam, "1/11")))
            .size() == kMaxLogEntries - 1);
}

TEST_CASE("Workspace: opening another file takes its log, and goes on counting ids") {
  Workspace workspace;
  workspace.insert_log_entries({entry(LogKind::patch, "1/11/2026"), entry(LogKind::spam, "2/11")});
  Declaration other;
  other.log = {entry(LogKind::drill, "3/11/2026"), entry(LogKind::spam, "4/11/2026")};
  other.nothing_logged = {LogKind::spam, LogKind::patch, LogKind::patch};
  REQUIRE(workspace.replace_all(other));
  CHECK(ids(workspace) == std::vector<LogEntryId>{1, 2});
  CHECK(workspace.declaration().nothing_logged == std::vector<LogKind>{LogKind::patch});
  CHECK(workspace.insert_log_entries({entry(LogKind::spam, "5/11")}) == std::vector<LogEntryId>{3});
  workspace.undo();
  workspace.undo();
  CHECK(workspace.declaration().log[0].kind == LogKind::patch);
  CHECK(workspace.insert_log_entries({entry(LogKind::spam, "6/11")}) == std::vector<LogEntryId>{4});
  other.log.assign(kMaxLogEntries + 1, entry(LogKind::spam, "1/11"));
  CHECK_FALSE(workspace.replace_all(other));
}

TEST_CASE("Workspace: a backup is a draft, then sealed; what is sealed only undo takes out") {
  LogEntry draft = entry(LogKind::backup, "08:30 02/11/2026");
  const std::pair<LogField, const char*> texts[] = {
      {LogField::data_set, "website"}, {LogField::act, "backup"}, {LogField::medium, "usb"},
      {LogField::complete, "yes"},     {LogField::serial, "7"},   {LogField::seal, "x"}};
  for (const auto& [field, text] : texts) REQUIRE(set_log_text(draft, field, text));
  Workspace workspace;
  const auto added = workspace.insert_log_entries({draft, draft});
  REQUIRE(added.size() == 2);
  const auto text = [&](std::size_t i, LogField field) {
    return log_text(workspace.declaration().log[i], field);
  };
  // Whatever seal it came with.
  CHECK(text(0, LogField::serial).empty());
  CHECK(text(0, LogField::seal).empty());
  CHECK_FALSE(workspace.set_log_field(added[0], LogField::serial, "1"));
  CHECK(workspace.set_log_field(added[1], LogField::medium, ""));
  CHECK_FALSE(workspace.seal_backups(added));  // the second is not complete
  CHECK(workspace.set_log_field(added[1], LogField::medium, "cloud"));

  const LogEntryId second_first[] = {added[1], added[0]};
  REQUIRE(workspace.seal_backups(second_first));
  CHECK(workspace.undo_kind() == CommandKind::seal_backups);
  CHECK(text(1, LogField::serial) == "1");
  CHECK(text(0, LogField::serial) == "2");
  CHECK(read_backup_book(workspace.declaration().log).whole());
  const std::uint64_t revision = workspace.revision();
  CHECK_FALSE(workspace.set_log_field(added[0], LogField::note, "sửa"));
  CHECK_FALSE(workspace.set_log_field(added[0], LogField::seal, ""));
  CHECK(workspace.set_log_field(added[0], LogField::note, ""));  // as it is
  workspace.remove_log_entries(added);
  CHECK_FALSE(workspace.seal_backups(added));
  CHECK(workspace.revision() == revision);
  CHECK(workspace.declaration().log.size() == 2);

  workspace.undo();
  CHECK(text(0, LogField::serial).empty());
  CHECK(workspace.set_log_field(added[0], LogField::note, "sửa"));
  CHECK(workspace.seal_backups(added));
  CHECK(text(0, LogField::serial) == "1");
  workspace.undo();
  workspace.redo();
  CHECK(read_backup_book(workspace.declaration().log).whole());
  CHECK(workspace.seal_backups({}));
  CHECK_FALSE(workspace.seal_backups(std::vector<LogEntryId>{99}));
}
