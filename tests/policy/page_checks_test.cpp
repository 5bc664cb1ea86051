// page.footer and page.compared (TN17-1.2, DL-5.3): entries of the log page_check, per website.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/inventory/page_check.h"
#include "core/policy/evaluate.h"
#include "core/policy/pack.h"

using namespace sokenh;
using Json = nlohmann::json;

namespace {

constexpr Date kToday{2026, 11, 20};

Json requirement(const Json& parameters) {
  Json out{{"id", "X-1"},
           {"clause", "1"},
           {"text", {{"vi", "x"}, {"en", "x"}}},
           {"kind", "automatic"},
           {"channel_kind", "website"}};
  out.update(parameters);
  return out;
}

Result<Pack> pack_with(const Json& parameters) {
  return parse_pack(Json{{"format", "sokenh.pack"},
                         {"version", 1},
                         {"id", "X"},
                         {"title", {{"vi", "x"}, {"en", "x"}}},
                         {"short_name", {{"vi", "x"}, {"en", "x"}}},
                         {"issuer", "x"},
                         {"number", "1"},
                         {"in_force", true},
                         {"recipient", {{"name", ""}, {"telephone", ""}, {"email", ""}}},
                         {"contacts", Json::array()},
                         {"password", Json::object()},
                         {"requirements", {requirement(parameters)}}}
                        .dump());
}

LogEntry page_check(const std::vector<std::pair<LogField, std::string>>& texts) {
  LogEntry entry{.kind = LogKind::page_check};
  for (const auto& [field, text] : texts) REQUIRE(set_log_text(entry, field, text));
  return entry;
}

LogEntry complete(const std::string& date, const std::string& page) {
  return page_check(
      {{LogField::date, date}, {LogField::page, page}, {LogField::footer, "complete"}});
}
LogEntry compared(const std::string& date, const std::string& page, const std::string& result,
                  const std::string& handled = "") {
  LogEntry entry = complete(date, page);
  REQUIRE(set_log_text(entry, LogField::result, result));
  if (result == "found") REQUIRE(set_log_text(entry, LogField::found, "Tệp mã lệnh mới"));
  REQUIRE(set_log_text(entry, LogField::handled, handled));
  return entry;
}

struct Outcome {
  RequirementStatus status = RequirementStatus::unanswered;
  int applicable = 0, satisfied = 0;
  std::vector<std::string> codes;
  std::vector<OpenItem> unanswered;
};

Outcome check(const Json& parameters, std::vector<LogEntry> log) {
  const auto pack = pack_with(parameters);
  REQUIRE(pack);
  Declaration declaration;
  for (const char* name : {"Trang web\nhttps://thcsanlao.example.edu.vn/",
                           "Trang phụ https://phu.example.edu.vn/truong-a", "Zalo OA 0912345678"}) {
    Channel channel{.id = declaration.next_id++, .name = name};
    channel.state = "Hoạt động";
    declaration.channels.push_back(std::move(channel));
  }
  for (LogEntry& each : log) each.id = declaration.next_log_id++;
  declaration.log = std::move(log);
  const Pack* followed[] = {&*pack};
  const Evaluation evaluation = evaluate(declaration, followed, kToday);
  const RequirementResult& result = evaluation.requirements.at(0);
  Outcome out{result.status, result.applicable, result.satisfied, {}, evaluation.unanswered};
  for (const Finding& finding : evaluation.findings) {
    if (finding.log == LogKind::page_check) out.codes.emplace_back(finding_code_name(finding.code));
  }
  return out;
}

const Json kFooter{{"check", "page.footer"}};
const Json kCompared{{"check", "page.compared"}, {"months", 1}};
const std::string kMain = "https://thcsanlao.example.edu.vn/";
const std::string kOther = "https://phu.example.edu.vn/truong-a/gioi-thieu";

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("TN17-1.2: every active website has a checked page with all six items") {
  const Outcome nothing = check(kFooter, {});
  CHECK(nothing.status == RequirementStatus::unanswered);
  CHECK(nothing.applicable == 2);
  REQUIRE(nothing.unanswered.size() == 2);
  CHECK(nothing.unanswered[0].place.log == LogKind::page_check);
  CHECK(nothing.unanswered[0].place.row == 1);

  const Outcome one = check(kFooter, {complete("1/1/2020", kMain)});
  CHECK(one.status == RequirementStatus::unanswered);
  CHECK(one.satisfied == 1);

  // A page below a website's address is one of its pages; another folder of the host is not.
  CHECK(check(kFooter, {complete("1/1/2020", kMain), complete("1/1/2020", kOther)}).status ==
        RequirementStatus::met);
  CHECK(check(kFooter, {complete("1/1/2020", kMain),
                        complete("1/1/2020", "https://phu.example.edu.vn/truong-b")})
            .satisfied == 1);
}

TEST_CASE("TN17-1.2: items that lack are a finding, until a later check finds them") {
  const LogEntry lacking = page_check({{LogField::date, "2/11/2026"},
                                       {LogField::page, kMain},
                                       {LogField::footer, "incomplete"},
                                       {LogField::lacking, "Cơ quan chủ quản"}});
  const Outcome outcome = check(kFooter, {lacking, complete("1/11/2026", kOther)});
  CHECK(outcome.status == RequirementStatus::to_do);
  CHECK(outcome.codes == Codes{"page_footer_lacking"});
  CHECK(check(kFooter, {lacking, complete("2/11/2026", kMain), complete("1/11/2026", kOther)})
            .status == RequirementStatus::met);
}

TEST_CASE("TN17-1.2: with an interval, a check grows old") {
  const Json yearly{{"check", "page.footer"}, {"months", 12}};
  const Outcome old =
      check(yearly, {complete("19/11/2025", kMain), complete("20/11/2025", kOther)});
  CHECK(old.status == RequirementStatus::to_do);
  CHECK(old.codes == Codes{"log_recurrence_overdue"});
}

TEST_CASE("DL-5.3: compared within the interval, and what was suspicious dealt with") {
  const LogEntry other = compared("1/11/2026", kOther, "nothing");
  CHECK(check(kCompared, {}).status == RequirementStatus::unanswered);
  CHECK(check(kCompared, {complete("1/11/2026", kMain), other}).codes ==
        Codes{"page_not_compared"});
  CHECK(check(kCompared, {compared("1/11/2026", kMain, "nothing"), other}).status ==
        RequirementStatus::met);
  CHECK(check(kCompared, {compared("1/10/2026", kMain, "nothing"), other}).codes ==
        Codes{"log_recurrence_overdue"});
  const Outcome open = check(kCompared, {compared("2/11/2026", kMain, "found"),
                                         compared("5/11/2026", kMain, "nothing"), other});
  CHECK(open.status == RequirementStatus::to_do);
  CHECK(open.codes == Codes{"page_change_open"});
  CHECK(check(kCompared, {compared("2/11/2026", kMain, "found", "3/11/2026"), other}).status ==
        RequirementStatus::met);
}

TEST_CASE("A pack says an interval of these checks alone, in days or in months") {
  CHECK(pack_with({{"check", "page.footer"}, {"days", 30}}));
  CHECK_FALSE(pack_with({{"check", "page.footer"}, {"days", 30}, {"months", 1}}));
  CHECK_FALSE(pack_with({{"check", "channel.https"}, {"months", 1}}));
  CHECK_FALSE(pack_with({{"check", "page.footer"}, {"months", 0}}));
}

TEST_CASE("What a page of an entry may be a page of") {
  CHECK(page_keys("https://www.Truong.edu.vn/a/b/") ==
        std::vector<std::string>{"truong.edu.vn", "truong.edu.vn/a", "truong.edu.vn/a/b"});
  CHECK(page_keys("Trang của trường") == std::vector<std::string>{"=trang cua truong"});
}
