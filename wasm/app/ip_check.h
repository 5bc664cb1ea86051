// IpCheck: the unit's addresses looked for in lists that somebody published (HP24-3.3).
//
// The lists stay with the browser (web/ip_lists.js), which has each read by a worker and asked for
// the unit's ranges; here is what came of it. None of it is kept with the document: what is kept is
// the record that is made of it. Undo takes nothing of it away; when the machines have changed, the
// lists are asked again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/inventory/log.h"
#include "core/inventory/machine.h"

namespace sokenh {

class App;

struct UnreadableInList {
  std::uint32_t line = 0;
  std::string text;     // as it stands there, shortened
  std::string problem;  // a sentence
};

// One of the unit's ranges that is in a list.
struct FoundInList {
  MachineId machine = 0;
  std::string own;     // as the unit wrote it
  std::string listed;  // as it is read there
  std::uint32_t line = 0;
};

struct CheckedList {
  enum class State { reading, ready, failed };

  std::uint32_t id = 0;  // the browser's
  std::string name;      // of the file, or that it was pasted
  std::uint64_t bytes = 0;
  State state = State::reading;
  std::uint64_t done = 0;  // bytes read so far
  std::string problem;     // failed: why, and what to do
  std::string sha256;
  std::size_t entries = 0, lines = 0, unreadable = 0;
  std::vector<UnreadableInList> first_unreadable;
  std::vector<FoundInList> found;  // at most as many as are shown
  std::size_t total = 0;
  // What is written down of it; guessed first.
  std::string reference, day, sender;

  std::string asked;             // the ranges it was asked for, one a line
  std::vector<OwnRange> owners;  // of these
  std::vector<MachineId> machines;
};

class IpCheck {
 public:
  const std::vector<CheckedList>& lists() const { return lists_; }
  CheckedList* find(std::uint32_t id);
  bool reading() const;
  bool all_ready() const;  // and there is one
  std::size_t found() const;

  // What the browser tells: {"kind":"ipList…","id":…}, as JSON.
  void handle(App& app, std::string_view event_json);
  // Asks anew for the ranges of today where the machines have changed since.
  void follow(App& app);
  // The unit's ranges that can be read: nothing can be found while there is none.
  struct Own {
    std::string text;  // a line each
    std::size_t count = 0;
  };
  const Own& own(const App& app);
  void paste(std::string_view text);
  void choose();
  void remove(std::uint32_t id);
  void clear();

  // What is written into the log: an entry for each machine found in a list, or one that says that
  // none was.
  std::vector<LogEntry> entries(const App& app) const;
  // Into the log, as one command. False when there was no room.
  bool record(App& app);
  // The lists as they stand are in the log.
  bool recorded() const { return recorded_; }

 private:
  void ask(const App& app, CheckedList& list);
  static void take_answer(CheckedList& list, std::string_view result_json);

  std::vector<CheckedList> lists_;
  Own own_;
  std::optional<std::uint64_t> own_revision_;  // of the workspace
  bool recorded_ = false;
};

// Why a file was not read: of the browser's codes (web/tasks.js, web/sheets.js).
std::string file_problem_label(std::string_view code);

}  // namespace sokenh
