#include "wasm/app/ip_check.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/json.h"
#include "core/exchange/ip_list_day.h"
#include "core/text/fold.h"
#include "wasm/app/app.h"
#include "wasm/ui/context.h"

namespace sokenh {

using namespace ui;

namespace {

using Json = nlohmann::json;

// Of what is found of one machine, in a cell of the log.
constexpr std::size_t kMostFoundWritten = 20;

std::string text_of(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::uint64_t number_of(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
}

std::size_t count_of(const Json& object, const char* name) {
  return static_cast<std::size_t>(number_of(object, name));
}

// «Danh sách IP botnet tháng 11.xlsx» without what programs need of it.
std::string without_extension(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return std::string(dot == std::string_view::npos || name.size() - dot > 5 ? name
                                                                            : name.substr(0, dot));
}

// Who sent the last one.
std::string last_sender(const App& app) {
  const std::vector<LogEntry>& log = app.workspace.declaration().log;
  for (auto entry = log.rbegin(); entry != log.rend(); ++entry) {
    if (entry->kind != LogKind::botnet_check) continue;
    const std::string& sender = log_text(*entry, LogField::sender);
    if (!sender.empty()) return sender;
  }
  return {};
}

}  // namespace

std::string file_problem_label(std::string_view code) {
  if (code == "file_unreadable") return std::string(tr(Msg::ip_check_file_unreadable));
  if (code == "sheet_not_zip") return std::string(tr(Msg::sheet_not_zip));
  if (code == "sheet_too_large") return std::string(tr(Msg::sheet_too_large));
  if (code == "sheet_none") return std::string(tr(Msg::sheet_none));
  if (code == "sheet_broken") return std::string(tr(Msg::sheet_broken));
  return std::string(tr(Msg::ip_check_failed));
}

const IpCheck::Own& IpCheck::own(const App& app) {
  if (own_revision_ == app.workspace.revision()) return own_;
  own_ = {};
  for (const OwnRange& each : own_ranges(app.workspace.declaration().machines)) {
    if (each.reading.problem != IpProblem::none) continue;
    own_.text += ip_range_text(each.reading.range) + "\n";
    ++own_.count;
  }
  own_revision_ = app.workspace.revision();
  return own_;
}

CheckedList* IpCheck::find(std::uint32_t id) {
  const auto found = std::find_if(lists_.begin(), lists_.end(),
                                  [id](const CheckedList& list) { return list.id == id; });
  return found == lists_.end() ? nullptr : &*found;
}

bool IpCheck::reading() const {
  return std::any_of(lists_.begin(), lists_.end(), [](const CheckedList& list) {
    return list.state == CheckedList::State::reading;
  });
}

bool IpCheck::all_ready() const {
  return !lists_.empty() && std::all_of(lists_.begin(), lists_.end(), [](const CheckedList& list) {
    return list.state == CheckedList::State::ready;
  });
}

std::size_t IpCheck::found() const {
  std::size_t total = 0;
  for (const CheckedList& list : lists_) total += list.total;
  return total;
}

void IpCheck::choose() {
  push_effect("chooseFile", {{"purpose", "ipLists"},
                             {"accept", ".txt,.csv,.tsv,.xlsx,.log,text/plain"},
                             {"multiple", "yes"}});
}

void IpCheck::paste(std::string_view text) {
  push_effect("ipListText",
              {{"text", std::string(text)}, {"name", std::string(tr(Msg::ip_check_pasted))}});
}

void IpCheck::remove(std::uint32_t id) {
  std::erase_if(lists_, [id](const CheckedList& list) { return list.id == id; });
  push_effect("ipListForget", {{"id", std::to_string(id)}});
  recorded_ = false;
  context().wants_frame = true;
}

void IpCheck::clear() {
  while (!lists_.empty()) remove(lists_.back().id);
}

void IpCheck::ask(const App& app, CheckedList& list) {
  const std::vector<Machine>& machines = app.workspace.declaration().machines;
  list.asked.clear();
  list.owners.clear();
  list.machines.clear();
  for (OwnRange& own : own_ranges(machines)) {
    if (own.reading.problem != IpProblem::none) continue;
    list.asked += ip_range_text(own.reading.range) + "\n";
    list.machines.push_back(machines[own.machine].id);
    list.owners.push_back(std::move(own));
  }
  list.state = CheckedList::State::reading;
  list.done = 0;
  recorded_ = false;
  push_effect("ipListRead", {{"id", std::to_string(list.id)}, {"ranges", list.asked}});
}

void IpCheck::follow(App& app) {
  const std::string& now = own(app).text;
  for (CheckedList& list : lists_) {
    if (list.state == CheckedList::State::ready && list.asked != now) ask(app, list);
  }
}

void IpCheck::take_answer(CheckedList& list, std::string_view result_json) {
  const Result<Json> parsed = parse_json(result_json);
  list.state = CheckedList::State::failed;
  if (!parsed || !parsed->is_object()) {
    list.problem = tr(Msg::ip_check_failed);
    return;
  }
  if (const auto error = parsed->find("error"); error != parsed->end()) {
    list.problem = text_of(*error, "message");
    return;
  }
  list.state = CheckedList::State::ready;
  list.problem.clear();
  list.sha256 = text_of(*parsed, "sha256");
  list.bytes = number_of(*parsed, "bytes");
  list.entries = count_of(*parsed, "entries");
  list.lines = count_of(*parsed, "lines");
  list.unreadable = count_of(*parsed, "unreadable");
  list.total = count_of(*parsed, "total");
  list.first_unreadable.clear();
  for (const Json& each : parsed->value("first_unreadable", Json::array())) {
    list.first_unreadable.push_back({static_cast<std::uint32_t>(number_of(each, "line")),
                                     text_of(each, "text"), text_of(each, "message")});
  }
  list.found.clear();
  for (const Json& each : parsed->value("matches", Json::array())) {
    const std::size_t own = count_of(each, "own");
    if (own >= list.owners.size()) continue;
    list.found.push_back({list.machines[own], list.owners[own].written, text_of(each, "listed"),
                          static_cast<std::uint32_t>(number_of(each, "line"))});
  }
  if (list.day.empty()) list.day = guess_list_day(text_of(*parsed, "head"));
  announce(list.total == 0 ? tr(Msg::ip_check_none_in, {list.name})
                           : tr(Msg::ip_check_found, {std::to_string(list.total)}));
  context().wants_frame = true;
}

void IpCheck::handle(App& app, std::string_view event_json) {
  const Result<Json> parsed = parse_json(event_json);
  if (!parsed || !parsed->is_object()) return;
  const std::string kind = text_of(*parsed, "kind");
  const auto id = static_cast<std::uint32_t>(number_of(*parsed, "id"));
  context().wants_frame = true;
  if (kind == "ipListGiven") {
    CheckedList list;
    list.id = id;
    list.name = text_of(*parsed, "name");
    list.bytes = number_of(*parsed, "value");
    list.reference = without_extension(list.name);
    list.day = guess_list_day(list.name);
    list.sender = last_sender(app);
    lists_.push_back(std::move(list));
    ask(app, lists_.back());
    return;
  }
  CheckedList* list = find(id);
  if (list == nullptr) return;
  if (kind == "ipListProgress") {
    list->done = number_of(*parsed, "value");
  } else if (kind == "ipListAnswer") {
    take_answer(*list, text_of(*parsed, "text"));
  } else if (kind == "ipListFailed") {
    list->state = CheckedList::State::failed;
    list->problem = file_problem_label(text_of(*parsed, "text"));
    announce(list->problem);
  }
}

std::vector<LogEntry> IpCheck::entries(const App& app) const {
  const Declaration& declaration = app.workspace.declaration();
  std::vector<LogEntry> entries;
  for (const CheckedList& list : lists_) {
    LogEntry about;
    about.kind = LogKind::botnet_check;
    set_log_text(about, LogField::date, vietnamese_date(app.today()));
    set_log_text(about, LogField::reference, list.reference);
    set_log_text(about, LogField::list_date, list.day);
    set_log_text(about, LogField::sender, list.sender);
    set_log_text(about, LogField::digest, list.sha256);
    set_log_text(about, LogField::entries, std::to_string(list.entries));
    set_log_text(about, LogField::person, declaration.unit.preparer_name);
    // In the order of the unit's own list.
    bool any = false;
    for (const Machine& machine : declaration.machines) {
      std::string found;
      std::size_t count = 0;
      for (const FoundInList& each : list.found) {
        if (each.machine != machine.id || ++count > kMostFoundWritten) continue;
        if (!found.empty()) found += "; ";
        found += tr(Msg::ip_check_found_text, {each.own, each.listed, std::to_string(each.line)});
      }
      if (count == 0) continue;
      if (count > kMostFoundWritten) found += "; …";
      LogEntry entry = about;
      set_log_text(entry, LogField::result, "found");
      set_log_text(entry, LogField::machine,
                   text::is_blank(machine.name) ? machine.addresses : machine.name);
      set_log_text(entry, LogField::found, found);
      entries.push_back(std::move(entry));
      any = true;
    }
    if (any) continue;
    set_log_text(about, LogField::result, "nothing");
    entries.push_back(std::move(about));
  }
  return entries;
}

bool IpCheck::record(App& app) {
  recorded_ =
      !app.workspace.insert_log_entries(entries(app), CommandKind::record_list_check).empty();
  return recorded_;
}

}  // namespace sokenh
