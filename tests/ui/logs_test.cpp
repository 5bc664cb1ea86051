// What the screen of the logs shows, without drawing it: how each log stands, which entries a
// search or a filter leaves.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "core/base/json.h"
#include "tests/test_data.h"
#include "wasm/app/app.h"
#include "wasm/screens/log_labels.h"
#include "wasm/screens/log_list.h"
#include "wasm/ui/context.h"

using namespace sokenh;

namespace {

// The school that keeps all its logs, in Vietnamese, on a day of 2023.
struct WithLogs {
  explicit WithLogs(const std::string& now = "2023-11-20T08:30:00+07:00") {
    ui::context() = ui::Context{};
    app.set_now(now);
    const auto parsed = parse_json(test_data("declarations/so-theo-doi.json"));
    REQUIRE(parsed);
    auto declaration = declaration_from_json(*parsed);
    REQUIRE(declaration);
    app.workspace = Workspace(std::move(*declaration));
  }

  std::string standing(LogKind kind) {
    return log_standing(app, kind, list.statuses.of(app, kind)).label;
  }
  std::vector<std::string> shown() {
    std::vector<std::string> titles;
    for (const std::size_t index : list.matching(app))
      titles.push_back(log_entry_title(app.workspace.declaration().log[index]));
    return titles;
  }

  App app;
  LogList list;
};

}  // namespace

TEST_CASE("Logs: of each is said how much is in it, who asks for it, and when it is due again") {
  WithLogs school;
  const LogKindStatus& antivirus = school.list.statuses.of(school.app, LogKind::antivirus);
  CHECK(antivirus.entries.size() == 2);
  REQUIRE(antivirus.last);
  CHECK(vietnamese_text(*antivirus.last) == "15/11/2023");
  CHECK(log_clauses(school.app, antivirus) == "HP23-3.1");
  // A month after the scan, before the licence ends.
  REQUIRE(antivirus.due != nullptr);
  CHECK(log_due_label(antivirus.due, school.app.today()) == "Hạn lần tới 15/12/2023");
  const LogKindStatus& awareness = school.list.statuses.of(school.app, LogKind::awareness);
  CHECK(log_clauses(school.app, awareness) == "HP23-5, DL-3");
}

TEST_CASE("Logs: how one stands, from late to not asked for") {
  WithLogs school;
  CHECK(school.standing(LogKind::awareness) == "Đúng hạn");
  CHECK(school.standing(LogKind::warning) == "Không có gì phải ghi");
  const auto without = [&](LogKind kind) {
    std::vector<LogEntryId> ids;
    for (const LogEntry& entry : school.app.workspace.declaration().log) {
      if (entry.kind == kind) ids.push_back(entry.id);
    }
    school.app.workspace.remove_log_entries(ids);
  };
  without(LogKind::awareness);
  CHECK(school.standing(LogKind::awareness) == "Chưa ghi, văn bản yêu cầu");
  REQUIRE(school.app.workspace.set_packs({}));
  CHECK(school.standing(LogKind::awareness) == "Chưa ghi mục nào");

  WithLogs later("2024-11-20T08:30:00+07:00");
  CHECK(later.standing(LogKind::awareness) == "1 việc quá hạn");
}

TEST_CASE("Logs: the latest day comes first, what has no day yet before it") {
  WithLogs school;
  school.list.set_kind(LogKind::drill);
  CHECK(school.shown() == std::vector<std::string>{"21/04/2023, Khôi phục học bạ điện tử",
                                                   "20/04/2023, Cổng thông tin bị tấn công"});
  LogEntry blank;
  blank.kind = LogKind::drill;
  school.app.workspace.insert_log_entries({blank});
  CHECK(school.shown().front() == "Mục chưa ghi gì");
}

TEST_CASE(
    "Logs: search reads as people type, in what is shown; filters by machine and by what is late") {
  WithLogs school("2024-01-05T08:30:00+07:00");
  LogList& list = school.list;
  list.set_kind(LogKind::antivirus);
  CHECK(list.machines(school.app) == std::vector<std::string>{"Máy kế toán", "Máy văn thư"});
  const std::vector<std::string> accountant{"15/11/2023, Máy kế toán"};
  list.search = "ke toan";
  CHECK(school.shown() == accountant);
  list.search = "không thời hạn";  // a choice, in its words
  CHECK(school.shown() == std::vector<std::string>{"15/11/2023, Máy văn thư"});
  list.show_all();
  list.machine = "may ke toan";
  CHECK(school.shown() == accountant);
  list.show_all();
  list.filter = LogFilter::late;  // the monthly scan of both
  CHECK(school.shown().size() == 2);
  // Another log begins with all of it.
  list.set_kind(LogKind::patch);
  CHECK(list.shows_all());
  CHECK(school.shown().size() == 2);
}

TEST_CASE("Logs: what is known of them is looked up with each evaluation, once") {
  WithLogs school;
  const std::uint64_t before = school.app.evaluations();
  CHECK(school.app.evaluations() == before);
  LogEntry entry;
  entry.kind = LogKind::spam;
  school.app.workspace.insert_log_entries({entry});
  CHECK(school.app.evaluations() == before + 1);
  school.app.set_now("2023-11-21T00:01:00+07:00");
  CHECK(school.app.evaluations() == before + 2);
}
