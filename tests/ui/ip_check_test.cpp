// Lists of botnet addresses as the page holds them (HP24-3.3): what it asks the browser for, what
// it makes of the answers, what it writes down.
#include "wasm/app/ip_check.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "core/base/json.h"
#include "wasm/app/app.h"
#include "wasm/ui/context.h"

using namespace sokenh;

namespace {

using Json = nlohmann::json;

struct School {
  School() {
    ui::context() = ui::Context{};
    app.set_now("2026-11-26T08:30:00+07:00");
    app.workspace.set_unit_field(UnitField::preparer_name, "Phạm Thị Lan");
    Machine office;
    office.name = "Máy kế toán";
    office.owner = "Phạm Thị Lan";
    office.addresses = "203.0.113.7, 192.168.1.5";
    Machine server;
    server.name = "Máy chủ";
    server.addresses = "2001:db8::/64; 10.0.0.999";
    ids = app.workspace.insert_machines({office, server});
  }

  void tell(const Json& event) { check.handle(app, event.dump()); }
  void give(int id, const std::string& name) {
    tell({{"kind", "ipListGiven"}, {"id", id}, {"name", name}, {"value", 2048}});
  }
  void answer(int id, const Json& matches, std::size_t total, const std::string& head = "") {
    const Json result{
        {"ok", true},
        {"sha256", "9c41"},
        {"bytes", 2048},
        {"entries", 1200},
        {"lines", 1300},
        {"unreadable", 1},
        {"matches", matches},
        {"total", total},
        {"head", head},
        {"first_unreadable",
         {{{"line", 12}, {"text", "1.2.3.256"}, {"message", "Có phần lớn hơn 255."}}}}};
    tell({{"kind", "ipListAnswer"}, {"id", id}, {"text", result.dump()}});
  }
  // Of the effects that wait, the last of the kind.
  std::string asked(const std::string& kind, const std::string& detail) {
    std::string found;
    for (const ui::Effect& effect : ui::context().effects) {
      if (effect.kind != kind) continue;
      for (const auto& [name, value] : effect.details) {
        if (name == detail) found = value;
      }
    }
    return found;
  }

  App app;
  IpCheck check;
  std::vector<MachineId> ids;
};

const Json kOneMatch = {{{"own", 0}, {"line", 812}, {"listed", "203.0.113.0/24"}}};

}  // namespace

TEST_CASE("HP24-3.3 list: given, asked for the ranges that can be read, answered") {
  School school;
  CHECK(school.check.own(school.app).count == 3);
  school.give(1, "Danh sách IP botnet tháng 11-2026.xlsx");
  CHECK(school.asked("ipListRead", "id") == "1");
  CHECK(school.asked("ipListRead", "ranges") == "203.0.113.7\n192.168.1.5\n2001:db8::/64\n");
  const CheckedList& list = school.check.lists().front();
  CHECK(list.reference == "Danh sách IP botnet tháng 11-2026");
  CHECK(list.day == "11/2026");
  CHECK(school.check.reading());
  school.tell({{"kind", "ipListProgress"}, {"id", 1}, {"value", 1024}});
  CHECK(list.done == 1024);
  school.answer(1, kOneMatch, 1);
  CHECK(school.check.all_ready());
  CHECK(list.entries == 1200);
  REQUIRE(list.found.size() == 1);
  CHECK(list.found[0].machine == school.ids[0]);
  CHECK(list.found[0].own == "203.0.113.7");
  CHECK(list.found[0].line == 812);
  REQUIRE(list.first_unreadable.size() == 1);
  CHECK(list.first_unreadable[0].problem == "Có phần lớn hơn 255.");
}

TEST_CASE("HP24-3.3 record: an entry for each machine found in a list, one for a list with none") {
  School school;
  school.give(1, "tháng 11.txt");
  school.answer(1,
                {{{"own", 0}, {"line", 812}, {"listed", "203.0.113.7"}},
                 {{"own", 2}, {"line", 9}, {"listed", "2001:db8::17"}}},
                2, "Kỳ tháng 11 năm 2026");
  school.give(2, "dot xuat.csv");
  school.answer(2, Json::array(), 0);
  const std::size_t before = school.app.workspace.declaration().log.size();
  REQUIRE(school.check.record(school.app));
  CHECK(school.check.recorded());
  const std::vector<LogEntry>& log = school.app.workspace.declaration().log;
  REQUIRE(log.size() == before + 3);
  const auto text = [&](std::size_t i, LogField field) { return log_text(log[before + i], field); };
  CHECK(text(0, LogField::date) == "26/11/2026");
  CHECK(text(0, LogField::reference) == "tháng 11");
  CHECK(text(0, LogField::list_date) == "11/2026");  // from its first lines
  CHECK(text(0, LogField::digest) == "9c41");
  CHECK(text(0, LogField::entries) == "1200");
  CHECK(text(0, LogField::result) == "found");
  CHECK(text(0, LogField::machine) == "Máy kế toán");
  CHECK(text(0, LogField::found) == "203.0.113.7 (danh sách ghi 203.0.113.7, dòng 812)");
  CHECK(text(0, LogField::person) == "Phạm Thị Lan");
  CHECK(text(1, LogField::machine) == "Máy chủ");
  CHECK(text(2, LogField::result) == "nothing");
  CHECK(text(2, LogField::machine).empty());
  // One command; the lists and what was found stay.
  CHECK(school.app.workspace.undo_kind() == CommandKind::record_list_check);
  school.app.workspace.undo();
  CHECK(school.app.workspace.declaration().log.size() == before);
  CHECK(school.check.lists().size() == 2);
  CHECK(school.check.found() == 2);
}

TEST_CASE("HP24-3.3 list: asked again when the machines have changed, and only then") {
  School school;
  school.give(1, "a.txt");
  school.answer(1, kOneMatch, 1);
  ui::context().effects.clear();
  school.check.follow(school.app);
  CHECK(ui::context().effects.empty());
  school.app.workspace.set_machine_field(school.ids[0], MachineField::owner, "Lê Thị Hoa");
  school.check.follow(school.app);
  CHECK(ui::context().effects.empty());
  school.app.workspace.set_machine_field(school.ids[0], MachineField::addresses, "198.51.100.4");
  school.check.follow(school.app);
  CHECK(school.asked("ipListRead", "ranges") == "198.51.100.4\n2001:db8::/64\n");
  CHECK(school.check.reading());
  school.answer(1, Json::array(), 0);
  CHECK(school.check.found() == 0);
  school.check.remove(1);
  CHECK(school.asked("ipListForget", "id") == "1");
  CHECK(school.check.lists().empty());
}

TEST_CASE("HP24-3.3 list: what goes wrong is said, and what to do") {
  School school;
  school.give(1, "a.xlsx");
  for (const char* code : {"file_unreadable", "sheet_not_zip", "sheet_too_large", "sheet_none",
                           "sheet_broken", "module_failed", "worker_failed"}) {
    CAPTURE(code);
    school.tell({{"kind", "ipListFailed"}, {"id", 1}, {"text", code}});
    const CheckedList& list = school.check.lists().front();
    CHECK(list.state == CheckedList::State::failed);
    CHECK(list.problem == file_problem_label(code));
    CHECK(list.problem.size() > 30);
  }
  const Json refused{{"error", {{"code", "ip_list_empty"}, {"message", "Không tìm thấy"}}}};
  school.tell({{"kind", "ipListAnswer"}, {"id", 1}, {"text", refused.dump()}});
  CHECK(school.check.lists().front().problem == "Không tìm thấy");
  school.tell({{"kind", "ipListAnswer"}, {"id", 1}, {"text", "{"}});
  CHECK(school.check.lists().front().state == CheckedList::State::failed);
  // Not of this page, not of any list.
  school.check.handle(school.app, "[]");
  school.tell({{"kind", "ipListAnswer"}, {"id", 9}, {"text", "{}"}});
  CHECK(school.check.lists().size() == 1);
}

TEST_CASE("HP24-3.3 list: who sends it is remembered from the last record") {
  School school;
  LogEntry entry;
  entry.kind = LogKind::botnet_check;
  set_log_text(entry, LogField::sender, "Sở TTTT");
  school.app.workspace.insert_log_entries({entry});
  school.give(1, "a.txt");
  CHECK(school.check.lists().front().sender == "Sở TTTT");
}
