// App: what the page holds between frames: the workspace, what is known of it, and each screen's
// state.
#pragma once

#include <bitset>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/document.h"
#include "core/policy/evaluate.h"
#include "core/policy/place.h"
#include "core/policy/questions.h"
#include "core/policy/tasks.h"
#include "core/workspace/workspace.h"
#include "wasm/app/password_session.h"
#include "wasm/app/signing_session.h"
#include "wasm/screens/accounts_view.h"
#include "wasm/screens/channel_cards.h"
#include "wasm/screens/channel_grid.h"
#include "wasm/screens/channel_menu.h"
#include "wasm/screens/documents_screen.h"
#include "wasm/screens/duty_view.h"
#include "wasm/screens/import_dialog.h"
#include "wasm/screens/logs_view.h"
#include "wasm/screens/machines_view.h"
#include "wasm/screens/open_dialog.h"
#include "wasm/screens/overview_screen.h"
#include "wasm/screens/pages_view.h"
#include "wasm/screens/password_rotation.h"
#include "wasm/screens/self_check_screen.h"
#include "wasm/screens/state_history.h"

namespace sokenh {

enum class Screen {
  overview,
  unit,
  channels,
  accounts,
  machines,
  self_check,
  password,
  pages,
  logs,
  duty,
  documents,
  sign
};
std::string_view screen_key(Screen screen);  // "self_check"

// Where the workspace stands in the browser's storage.
enum class SaveState { saving, saved, unavailable, failed };

struct Notice {
  enum class Kind { information, problem };
  Kind kind = Kind::information;
  std::string text;
  std::uint64_t revision =
      0;  // of the workspace when it was told: information goes with the next change
  bool in_dialog = false;  // told while a dialog was open: shown there, the rest is behind it
};

class App {
 public:
  App();  // an empty workspace that follows the built-in dispatches

  // The local moment, told by the page before each frame: "2026-11-21T14:32:05+07:00".
  void set_now(std::string_view iso_local_time);
  const Date& today() const { return today_; }
  const std::string& now() const { return now_; }
  std::string clock_text() const { return now_.substr(11, 5); }

  // Findings of the workspace as it is now, evaluated once for each change and each day.
  const Evaluation& evaluation();
  // How often there was a new one: what points into the evaluation is good while this stays.
  std::uint64_t evaluations();
  const std::vector<Task>& tasks();               // of the evaluation
  const std::vector<AskedQuestion>& questions();  // of the dispatches followed
  const std::vector<const Finding*>& findings_of(ChannelId row);
  int count_findings(Severity severity);
  int row_number(ChannelId row) const;  // STT, 1-based; 0 if there is no such row

  // Shows a message and has it spoken. Information goes when something else is done, problems when
  // dismissed.
  void tell(std::string text, Notice::Kind kind = Notice::Kind::information);

  // A second try in the same dialog: what was wrong with the first no longer matters.
  void forget_dialog_notices();
  void forget_information();

  // Passes on whether the workspace took a change, and says so if not: what it refuses is too long.
  bool taken(bool accepted);

  void undo();
  void redo();
  void go_to(Screen destination);
  // Opens the screen of the place, and leads to the very field there.
  void go_to(const Place& wanted);
  // Whether go_to leads to this place, once: the screen then gives the focus to what it draws for
  // it.
  bool arrives_at(const Place& here);

  // Where the page is, for the browser's history: the screen's key («unit»), then «/card» and
  // «/dialog» for what lies open above it.
  std::string place() const;
  // Back (or forward) to a place: what lies open above it is closed. A dialog is not opened again.
  void go_to_place(std::string_view place);

  bool dialog_open() const;
  // Closes the dialog on top, if there is one.
  bool leave_dialog();

  // A file the person chose or dropped: a signed file, a draft, a key, a pack, a table.
  void open_file(std::string_view purpose, std::string_view name, std::string_view bytes);

  // The document as it goes into the browser's storage, and back.
  std::string stored_document() const;
  // The declaration alone, unsigned, as a file to go on with elsewhere.
  std::string draft_document() const;
  Status load_document(std::string_view json);

  Workspace workspace;
  Screen screen = Screen::unit;
  SaveState save_state = SaveState::saved;
  std::string saved_at;
  bool read_only = false;  // another tab has this workspace open for editing
  std::vector<Notice> notices;
  std::string quarantined;  // the bytes of a store that could not be read, to be downloaded

  ChannelGrid grid;
  ChannelCards cards;  // instead of the grid on a phone
  ChannelMenu channel_menu;
  ImportDialog import_dialog;
  StateDialog state_dialog;
  AccountsView accounts;
  MachinesView machines;
  LogsView logs;
  PagesView pages;
  DutyView duty;
  OpenDialog open_dialog;
  OverviewState overview;
  SelfCheckState self_check;
  PasswordSession password;
  PasswordRotation password_rotation;
  SigningSession signing;
  PapersShown papers;  // on the documents screen
  // Where go_to(Place) leads, until a screen has drawn it.
  std::optional<Place> wanted_place;
  bool tools_open = false;           // on a phone: the dialog with the other screens and the tools
  bool shortcuts_open = false;       // the list of shortcuts
  std::bitset<16> unit_fields_seen;  // of the form, by UnitField: those the person has been in
  bool text_size_open = false;       // the dialog to choose it in
  std::optional<bool> details_open;  // as chosen; else open where there is room beside the grid
  bool shares_files = false;         // the browser can hand files to other programs

 private:
  Evaluator evaluator_;
  Date today_;
  std::string now_ = "1970-01-01T00:00:00+00:00";
  Evaluation evaluation_;
  std::map<ChannelId, std::vector<const Finding*>> findings_by_row_;
  std::vector<Task> tasks_;
  std::vector<AskedQuestion> questions_;
  std::uint64_t evaluations_ = 0;
  std::optional<std::uint64_t> evaluated_revision_;
  Date evaluated_day_;
  std::uint64_t evaluated_signatures_ = 0;
};

}  // namespace sokenh
