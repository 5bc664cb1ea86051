#include "wasm/app/app.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "core/base/json.h"
#include "core/exchange/table.h"
#include "core/policy/embedded_packs.h"
#include "wasm/screens/labels.h"
#include "wasm/ui/context.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr std::size_t kMaxNotices = 3;
constexpr std::string_view kStoredFormat = "sokenh.workspace";
constexpr int kStoredVersion = 1;
// In the order of Screen.
constexpr std::array<std::string_view, 12> kScreenKeys{
    "overview", "unit",  "channels", "accounts", "machines",  "self_check",
    "password", "pages", "logs",     "duty",     "documents", "sign"};
constexpr std::string_view kCardPlace = "/card";
constexpr std::string_view kDialogPlace = "/dialog";

bool ends_with_any(std::string_view name, std::initializer_list<std::string_view> endings) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char unit) { return static_cast<char>(std::tolower(unit)); });
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return std::string_view(lower).ends_with(ending);
  });
}

std::string member_text(const nlohmann::json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

// Nothing was entered yet, whatever is followed; what was taken back has used up its ids.
bool is_blank(const Declaration& declaration) {
  Declaration blank;
  blank.packs = declaration.packs;
  blank.next_id = declaration.next_id;
  blank.next_account_id = declaration.next_account_id;
  blank.next_log_id = declaration.next_log_id;
  blank.next_machine_id = declaration.next_machine_id;
  blank.next_roster_id = declaration.next_roster_id;
  return declaration == blank;
}

Screen screen_of(const Place& place) {
  switch (place.kind) {
    case PlaceKind::unit:
      return Screen::unit;
    case PlaceKind::channels:
    case PlaceKind::channel:
      return Screen::channels;
    case PlaceKind::accounts:
    case PlaceKind::account:
    case PlaceKind::account_reviews:
      return Screen::accounts;
    case PlaceKind::machines:
    case PlaceKind::machine:
      return Screen::machines;
    case PlaceKind::question:
      return Screen::self_check;
    case PlaceKind::log:
      return place.log == LogKind::page_check ? Screen::pages : Screen::logs;
    case PlaceKind::log_entry:
      return Screen::logs;
    case PlaceKind::rosters:
    case PlaceKind::roster:
      return Screen::duty;
    case PlaceKind::report:
      return Screen::sign;
  }
  return Screen::overview;
}

}  // namespace

std::string_view screen_key(Screen screen) { return kScreenKeys[static_cast<std::size_t>(screen)]; }

App::App() {
  Declaration declaration;
  // What this product makes the report for; other dispatches are chosen by the unit.
  for (const EmbeddedPack& pack : embedded_packs()) {
    if (pack.has_form) declaration.packs.emplace_back(pack.id);
  }
  workspace = Workspace(std::move(declaration));
}

void App::set_now(std::string_view iso_local_time) {
  if (iso_local_time.size() < 19) return;
  now_ = iso_local_time;
  if (const auto date = parse_iso_date(iso_local_time.substr(0, 10))) today_ = *date;
}

const Evaluation& App::evaluation() {
  if (evaluated_revision_ == workspace.revision() && evaluated_day_ == today_ &&
      evaluated_signatures_ == signing.revision()) {
    return evaluation_;
  }
  const bool first = !evaluated_revision_.has_value();
  const std::size_t before = evaluation_.findings.size();
  ++evaluations_;
  evaluated_revision_ = workspace.revision();
  evaluated_day_ = today_;
  evaluated_signatures_ = signing.revision();
  const signing::Verification* verification = signing.verification(*this);
  const std::vector<const Pack*> packs = workspace.followed_packs();
  evaluation_ = evaluator_.evaluate(
      workspace.declaration(), packs, today_,
      verification != nullptr ? signing::day_signed_by_all(*verification) : std::nullopt);
  tasks_ = what_to_do(evaluation_, packs, today_);
  questions_ = asked_questions(packs);
  findings_by_row_.clear();
  for (const Finding& finding : evaluation_.findings)
    findings_by_row_[finding.row].push_back(&finding);
  if (!first && before != evaluation_.findings.size()) {
    announce(tr(Msg::findings_changed, {std::to_string(evaluation_.findings.size())}));
  }
  return evaluation_;
}

std::uint64_t App::evaluations() {
  evaluation();
  return evaluations_;
}

const std::vector<Task>& App::tasks() {
  evaluation();
  return tasks_;
}

const std::vector<AskedQuestion>& App::questions() {
  evaluation();
  return questions_;
}

const std::vector<const Finding*>& App::findings_of(ChannelId row) {
  static const std::vector<const Finding*> kNone;
  evaluation();
  const auto found = findings_by_row_.find(row);
  return found == findings_by_row_.end() ? kNone : found->second;
}

int App::count_findings(Severity severity) {
  const auto& findings = evaluation().findings;
  return static_cast<int>(
      std::count_if(findings.begin(), findings.end(),
                    [&](const Finding& finding) { return finding.severity == severity; }));
}

int App::row_number(ChannelId row) const {
  const auto& channels = workspace.declaration().channels;
  const auto found = std::find_if(channels.begin(), channels.end(),
                                  [&](const Channel& channel) { return channel.id == row; });
  return row == 0 || found == channels.end() ? 0 : static_cast<int>(found - channels.begin()) + 1;
}

void App::tell(std::string text, Notice::Kind kind) {
  announce(text);
  forget_information();
  if (notices.size() >= kMaxNotices) notices.erase(notices.begin());
  notices.push_back({kind, std::move(text), workspace.revision(), dialog_open()});
  context().wants_frame = true;
}

bool App::taken(bool accepted) {
  if (!accepted)
    tell(tr(Msg::change_refused, {std::to_string(kMaxTextBytes)}), Notice::Kind::problem);
  return accepted;
}

void App::forget_information() {
  std::erase_if(notices,
                [](const Notice& notice) { return notice.kind == Notice::Kind::information; });
}

void App::forget_dialog_notices() {
  std::erase_if(notices, [](const Notice& notice) { return notice.in_dialog; });
}

void App::undo() {
  if (read_only || !workspace.can_undo()) return;
  const CommandKind kind = workspace.undo_kind();
  const ChannelId row = workspace.undo();
  tell(tr(Msg::undone, {command_label(kind)}));
  if (row_number(row) > 0 && screen == Screen::channels)
    grid.activate(*this, row, grid.active_column());
}

void App::redo() {
  if (read_only || !workspace.can_redo()) return;
  const CommandKind kind = workspace.redo_kind();
  const ChannelId row = workspace.redo();
  tell(tr(Msg::redone, {command_label(kind)}));
  if (row_number(row) > 0 && screen == Screen::channels)
    grid.activate(*this, row, grid.active_column());
}

void App::go_to(Screen destination) {
  if (!grid.commit(*this)) return;
  forget_information();
  screen = destination;
  wanted_place.reset();
  context().wants_frame = true;
}

void App::go_to(const Place& wanted) {
  const Screen destination = screen_of(wanted);
  go_to(destination);
  if (screen != destination) return;  // what was being typed is not taken
  if (wanted.kind != PlaceKind::channel) {
    wanted_place = wanted;
    return;
  }
  if (wanted.column) {
    if (cards.shown()) cards.open(*this, wanted.row);
    grid.activate(*this, wanted.row, *wanted.column);
    return;
  }
  // An attribute, or the roles of a page: beside the grid, or in the open card.
  if (cards.shown()) {
    cards.open(*this, wanted.row);
  } else {
    grid.choose(wanted.row, Column::name);
    grid.attend(false);
    details_open = true;
  }
  wanted_place = wanted;
}

bool App::arrives_at(const Place& here) {
  if (wanted_place != here) return false;
  wanted_place.reset();
  return true;
}

std::string App::place() const {
  std::string place(screen_key(screen));
  if (cards.in_view(*this) || accounts.covers_list(*this) || machines.covers_list(*this) ||
      pages.covers_list(*this))
    place += kCardPlace;
  place += logs.place(*this);
  place += duty.place(*this);
  if (dialog_open()) place += kDialogPlace;
  return place;
}

void App::go_to_place(std::string_view place) {
  if (!place.ends_with(kDialogPlace)) {
    while (leave_dialog()) {
    }
  }
  const std::string_view key = place.substr(0, place.find('/'));
  const auto known = std::find(kScreenKeys.begin(), kScreenKeys.end(), key);
  if (known == kScreenKeys.end() || dialog_open()) return;
  const auto wanted = static_cast<Screen>(known - kScreenKeys.begin());
  if (wanted != screen) {
    go_to(wanted);
  } else if (screen == Screen::logs) {
    logs.go_to_place(*this, place.substr(key.size()));
  } else if (screen == Screen::duty) {
    duty.go_to_place(*this, place.substr(key.size()));
  } else if (!place.substr(key.size()).starts_with(kCardPlace)) {
    if (!cards.close(*this) && !accounts.close(*this) && !machines.close(*this)) pages.close(*this);
  } else if (screen == Screen::accounts) {
    accounts.reopen(*this);
  } else if (screen == Screen::machines) {
    machines.reopen(*this);
  } else if (cards.shown() && !cards.is_open() && row_number(grid.active_row()) > 0) {
    cards.open(*this, grid.active_row());
  }
}

bool App::dialog_open() const {
  return signing.dialog_open() || open_dialog.is_open() || import_dialog.is_open() || tools_open ||
         channel_menu.is_open() || state_dialog.is_open() || accounts.dialog_open() ||
         logs.import_dialog.is_open() || machines.import_dialog.is_open() ||
         duty.dialog.is_open() || duty.import_dialog.is_open() || shortcuts_open ||
         text_size_open || !overview.contacts_of.empty();
}

bool App::leave_dialog() {
  if (signing.leave_dialog() || accounts.leave_dialog()) return true;
  if (text_size_open) {
    text_size_open = false;
  } else if (shortcuts_open) {
    shortcuts_open = false;
  } else if (!overview.contacts_of.empty()) {
    overview.contacts_of.clear();
  } else if (open_dialog.is_open()) {
    open_dialog.close();
  } else if (import_dialog.is_open()) {
    import_dialog.close();
  } else if (logs.import_dialog.is_open()) {
    logs.import_dialog.close();
  } else if (machines.import_dialog.is_open()) {
    machines.import_dialog.close();
  } else if (duty.import_dialog.is_open()) {
    duty.import_dialog.close();
  } else if (duty.dialog.is_open()) {
    duty.dialog.close();
  } else if (channel_menu.is_open()) {
    channel_menu.close();
  } else if (state_dialog.is_open()) {
    state_dialog.close();
  } else if (tools_open) {
    tools_open = false;
  } else {
    return false;
  }
  context().wants_frame = true;
  return true;
}

void App::open_file(std::string_view purpose, std::string_view name, std::string_view bytes) {
  const Language language = context().language;
  context().wants_frame = true;
  forget_dialog_notices();
  if (purpose == "wordList") {
    password.take_words(bytes);
    return;
  }
  if (purpose == "page" || ends_with_any(name, {".mht", ".mhtml"}) ||
      (screen == Screen::pages && ends_with_any(name, {".html", ".htm", ".xhtml"}))) {
    pages.open(*this, name, bytes);
    return;
  }
  if (purpose == "table" || ends_with_any(name, {".csv", ".tsv", ".txt", ".html", ".htm"})) {
    const Result<Table> table = ends_with_any(name, {".html", ".htm"}) ? parse_html_table(bytes)
                                : ends_with_any(name, {".csv"})        ? parse_csv(bytes)
                                                                       : parse_tsv(bytes);
    if (table && screen == Screen::accounts) {
      accounts.import_dialog.open(*table);
    } else if (table && screen == Screen::machines) {
      machines.import_dialog.open(*table);
    } else if (table && screen == Screen::logs) {
      logs.open_table(*table);
    } else if (table && screen == Screen::duty) {
      duty.open_table(*this, *table);
    } else if (table) {
      import_dialog.open(*table);
    } else {
      tell(error_message(table.error(), language), Notice::Kind::problem);
    }
    return;
  }
  const Result<nlohmann::json> parsed = parse_json(bytes);
  if (!parsed) {
    // A file cut short or changed on its way says where; something that never was JSON says what
    // can be opened.
    const bool looks_like_json = bytes.find('{') < 64;
    tell(looks_like_json ? error_message(parsed.error(), language) : tr(Msg::file_unknown, {name}),
         Notice::Kind::problem);
    return;
  }
  const std::string format = parsed->is_object() ? member_text(*parsed, "format") : std::string{};
  if (format == "sokenh.key" || purpose == "key") {
    if (const Status added = signing.add_key_file(bytes); !added) {
      tell(error_message(added.error(), language), Notice::Kind::problem);
    } else {
      tell(tr(Msg::key_added, {signing.keys().back().info.owner.name}));
      signing.key_added(*this);
    }
  } else if (format == "sokenh.pack") {
    if (read_only) {
      tell(std::string(tr(Msg::pack_not_in_this_tab)), Notice::Kind::problem);
    } else if (const Result<std::string> id = workspace.open_pack(bytes, true); !id) {
      tell(error_message(id.error(), language), Notice::Kind::problem);
    } else {
      tell(tr(Msg::pack_opened, {pack_short_name(*workspace.packs().find(*id))}));
    }
  } else if (format == "sokenh.declaration") {
    open_dialog.open_draft(name, bytes);
  } else if (parsed->is_object() && parsed->contains("payload")) {
    open_dialog.open_signed(name, bytes);
  } else {
    tell(tr(Msg::file_unknown, {name}), Notice::Kind::problem);
  }
}

std::string App::stored_document() const {
  nlohmann::json document = {{"format", kStoredFormat},
                             {"version", kStoredVersion},
                             {"declaration", to_json(workspace.declaration())}};
  for (const auto& opened : workspace.packs().opened()) document["packs"].push_back(opened->json);
  for (const auto& each : workspace.baselines().all())
    document["pages"].push_back(page::to_json(*each));
  if (signing.file()) document["signed"] = signing::write_signed_file(*signing.file());
  return document.dump();
}

std::string App::draft_document() const { return to_json(workspace.declaration()).dump(2); }

Status App::load_document(std::string_view json) {
  const Result<nlohmann::json> parsed = parse_json(json);
  if (!parsed) return parsed.error();
  if (!parsed->is_object() || member_text(*parsed, "format") != kStoredFormat ||
      !parsed->contains("declaration")) {
    return Error{ErrorCode::declaration_wrong_format, "/format", member_text(*parsed, "format")};
  }
  // Written again as version 1 it would lose what only the newer version knows.
  const auto version = parsed->find("version");
  if (version == parsed->end() || *version != kStoredVersion)
    return Error{ErrorCode::declaration_newer_version, "/version"};
  Result<Declaration> declaration = declaration_from_json((*parsed)["declaration"]);
  if (!declaration) return declaration.error();
  PackSet packs;
  if (const auto stored = parsed->find("packs"); stored != parsed->end() && stored->is_array()) {
    for (const nlohmann::json& text : *stored) {
      if (!text.is_string()) continue;
      // One that this version cannot read is asked for again: its id stays in the declaration.
      const Result<std::string> opened = packs.open(text.get_ref<const std::string&>());
      if (!opened) tell(error_message(opened.error(), context().language), Notice::Kind::problem);
    }
  }
  page::Baselines baselines;
  if (const auto stored = parsed->find("pages"); stored != parsed->end() && stored->is_array()) {
    for (const nlohmann::json& each : *stored) {
      Result<page::Baseline> baseline = page::baseline_from_json(each);
      const Status kept = baseline ? baselines.keep(std::move(*baseline)) : baseline.error();
      if (!kept) tell(error_message(kept.error(), context().language), Notice::Kind::problem);
    }
  }
  // Who comes back wants to know what is to be done.
  if (is_blank(workspace.declaration()) && screen == Screen::unit && !is_blank(*declaration))
    screen = Screen::overview;
  workspace = Workspace(std::move(*declaration));
  workspace.restore_packs(std::move(packs));
  workspace.restore_baselines(std::move(baselines));
  evaluated_revision_.reset();
  grid = ChannelGrid{};
  accounts = AccountsView{};
  machines = MachinesView{};
  logs = LogsView{};
  pages = PagesView{};
  duty = DutyView{};
  const std::string signed_text = member_text(*parsed, "signed");
  if (!signed_text.empty()) {
    if (Result<signing::SignedFile> file = signing::read_signed_file(signed_text))
      signing.adopt(std::move(*file));
  }
  return ok();
}

}  // namespace sokenh
