// Above the list of backups: whether the book's seals are whole, how each data set stands, and the
// way to drop or choose a file of any size. The file is read in a worker (web/file_tasks.js); what
// comes back is its SHA-256, which makes a new draft or says which backup the file is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/inventory/backup_book.h"

namespace sokenh {

class App;

// What the browser says of the task (web/file_tasks.js).
struct TaskEvent {
  std::string state;   // "started", "progress", "done", "failed", "cancelled"
  std::string name;    // started: of the file
  double value = 0;    // started: its bytes; progress: how many are done
  std::string code;    // failed
  std::string sha256;  // done
};

class BackupPanel {
 public:
  void draw(App& app, float width);
  void hear(App& app, const TaskEvent& event);
  // The book of the workspace as it is; good until it changes.
  const BackupBook& book(App& app);
  // Writes these drafts to it, and says so.
  void write(App& app, std::vector<LogEntryId> drafts);

 private:
  enum class FileState { none, reading, known, added, failed };

  void found(App& app, const std::string& digest);
  void add_draft(App& app, const LogEntry* like);
  void draw_book(App& app, float width);
  void draw_sets(App& app, float width);
  void draw_file(App& app, float width);
  void draw_reading(float width);
  void draw_known(App& app, float width);

  std::optional<std::uint64_t> revision_;
  BackupBook book_;

  FileState state_ = FileState::none;
  std::string file_;
  std::string digest_;
  double bytes_ = 0;
  double done_ = 0;
  std::string problem_;
};

}  // namespace sokenh
