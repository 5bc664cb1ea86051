// The book of backups: no declaration crashes its reader; what is pasted and written to the book is
// whole, and is not any more when one byte of an entry is another.
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string_view>

#include "core/base/json.h"
#include "core/exchange/log_import.h"
#include "core/exchange/table.h"
#include "core/inventory/backup_book.h"
#include "core/inventory/declaration.h"
#include "core/policy/evaluate.h"
#include "core/workspace/workspace.h"

using namespace sokenh;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void look_at(const Declaration& declaration) {
  const BackupBook book = read_backup_book(declaration.log);
  require(compare(book, book).comparison == BookComparison::same);
  for (const BookFault& fault : book.faults)
    require(find_log_entry(declaration, fault.entry) != nullptr);
  for (const LogEntry* entry : book.entries) {
    const FileInBook found =
        find_file(book, log_text(*entry, LogField::digest), log_text(*entry, LogField::file));
    for (const KnownBackup& known : found.backups)
      require(known.newest != nullptr && (known.newer > 0) == (known.newest != known.entry));
  }
  const Evaluation evaluation = evaluate(declaration, {}, {2026, 11, 20});
  require(evaluation.findings.size() >= book.faults.size());
}

void paste(std::string_view text) {
  const auto table = parse_tsv(text);
  if (!table) return;
  Workspace workspace;
  workspace.insert_log_entries(
      import_log(*table, plan_log_import(*table, LogKind::backup)).entries);
  std::vector<LogEntryId> ready;
  for (const LogEntry& entry : workspace.declaration().log) {
    require(is_backup_draft(entry));
    if (can_be_sealed(entry)) ready.push_back(entry.id);
  }
  require(workspace.seal_backups(ready));
  const BackupBook book = read_backup_book(workspace.declaration().log);
  require(book.entries.size() == ready.size());
  for (const BookFault& fault : book.faults) require(fault.problem == BookProblem::referring);
  look_at(workspace.declaration());

  // Which entry, and which of its texts, as the input says.
  if (ready.empty()) return;
  std::vector<LogEntry> log = workspace.declaration().log;
  const LogEntryId id = ready[text.size() % ready.size()];
  for (LogEntry& entry : log) {
    if (entry.id != id) continue;
    LogText& changed = entry.texts[text.size() / 7 % entry.texts.size()];
    char& letter = changed.text[text.size() / 3 % changed.text.size()];
    letter = letter == 'x' ? 'y' : 'x';
  }
  require(!read_backup_book(log).whole());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto json = parse_json(text)) {
    if (const auto declaration = declaration_from_json(*json)) look_at(*declaration);
  }
  paste(text);
  return 0;
}
