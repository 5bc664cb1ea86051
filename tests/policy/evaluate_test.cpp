#include "core/policy/evaluate.h"

#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "core/exchange/channel_import.h"
#include "core/exchange/table.h"
#include "core/policy/embedded_packs.h"
#include "core/policy/pack_set.h"
#include "tests/test_data.h"

using namespace sokenh;

namespace {

constexpr Date kToday{2023, 11, 20};

const Pack& hp23() { return *PackSet().find("HP23"); }

nlohmann::json hp23_json() {
  for (const EmbeddedPack& embedded : embedded_packs()) {
    if (embedded.file_name == "hp23.json") return nlohmann::json::parse(embedded.json);
  }
  return {};
}

// A complete declaration with one website in order; nothing to find but advice.
Declaration complete_declaration() {
  Declaration declaration;
  declaration.packs = {"HP23"};
  declaration.unit.name = "Trường THCS Quang Trung";
  declaration.unit.parent = "UBND xã An Lão";
  declaration.unit.kind = UnitKind::school;
  declaration.unit.telephone = "0225.3678.901";
  declaration.unit.preparer_name = "Vũ Thị Mai";
  declaration.unit.head_name = "Nguyễn Hữu Đạt";
  Channel channel;
  channel.id = 1;
  channel.name = "https://thcsquangtrung.example.edu.vn";
  channel.created = "9/2016";
  channel.managing_unit = "Trường THCS Quang Trung";
  channel.administrators = "Vũ Thị Mai";
  channel.contact = "0912 345 678";
  channel.state = "Hoạt động";
  declaration.channels = {channel};
  declaration.next_id = 2;
  return declaration;
}

Evaluation evaluate_hp23(const Declaration& declaration, const Date& today = kToday) {
  const Pack* packs[] = {&hp23()};
  return evaluate(declaration, packs, today);
}

std::vector<std::string> codes_of(const Evaluation& evaluation, ChannelId row) {
  std::vector<std::string> codes;
  for (const Finding& finding : evaluation.findings) {
    if (finding.row == row) codes.emplace_back(finding_code_name(finding.code));
  }
  return codes;
}

const Finding* find(const Evaluation& evaluation, FindingCode code, ChannelId row) {
  for (const Finding& finding : evaluation.findings) {
    if (finding.code == code && finding.row == row) return &finding;
  }
  return nullptr;
}

RequirementStatus status_of(const Evaluation& evaluation, std::string_view requirement) {
  for (const RequirementResult& result : evaluation.requirements) {
    if (result.requirement == requirement) return result.status;
  }
  FAIL("no result for the requirement");
  return RequirementStatus::unanswered;
}

void make_facebook(Channel& channel) {
  channel.name = "https://www.facebook.com/thcsquangtrung.anlao";
  const PageRole admin{"Mai", PageRoleKind::administrator, Answer::yes, Answer::yes,
                       Answer::unanswered};
  channel.security.page_roles = {admin, admin};
}

}  // namespace

TEST_CASE("HP23: every requirement in every status it can have, with the findings it gives") {
  constexpr auto met = RequirementStatus::met;
  constexpr auto to_do = RequirementStatus::to_do;
  constexpr auto unanswered = RequirementStatus::unanswered;
  constexpr auto not_applicable = RequirementStatus::not_applicable;
  using Change = std::function<void(Declaration&, Channel&)>;
  struct Case {
    std::string requirement;
    RequirementStatus status;
    std::string what;
    Change change;
    // All findings of this requirement about row 1 or the whole declaration.
    std::vector<std::string> findings;
    Date today = kToday;
  };
  std::vector<Case> cases = {
      {"HP23-1.1", met, "complete", [](Declaration&, Channel&) {}, {}},
      {"HP23-1.1", met, "no ID", [](Declaration&, Channel& c) { c.identifier = ""; }, {}},
      {"HP23-1.1",
       met,
       "no channels, and said so",
       [](Declaration& d, Channel&) {
         d.channels.clear();
         d.no_channels = true;
       },
       {}},
      {"HP23-1.1",
       met,
       "a deleted channel without contact and administrator",
       [](Declaration&, Channel& c) {
         c.state = "Đã xóa";
         c.contact = c.administrators = "";
       },
       {}},
      {"HP23-1.1",
       to_do,
       "no channels, not said",
       [](Declaration& d, Channel&) { d.channels.clear(); },
       {"no_channels_declared"}},
      {"HP23-1.1",
       to_do,
       "a closed channel without contact",
       [](Declaration&, Channel& c) {
         c.state = "đóng";
         c.contact = "";
       },
       {"cell_missing"}},
      {"HP23-1.1",
       to_do,
       "three cells missing",
       [](Declaration&, Channel& c) { c.created = c.managing_unit = c.state = " "; },
       {"cell_missing", "cell_missing", "cell_missing"}},
      {"HP23-1.1",
       to_do,
       "a row just added",
       [](Declaration&, Channel& c) { c = Channel{.id = 1}; },
       {"cell_missing"}},
      {"HP23-1.1",
       to_do,
       "no such day",
       [](Declaration&, Channel& c) { c.created = "30/02/2023"; },
       {"date_no_such_day"}},
      {"HP23-1.1",
       to_do,
       "no date",
       [](Declaration&, Channel& c) { c.created = "lâu rồi"; },
       {"date_unreadable"}},
      {"HP23-1.1",
       to_do,
       "before the web",
       [](Declaration&, Channel& c) { c.created = "1916"; },
       {"date_out_of_range"}},
      {"HP23-1.1",
       to_do,
       "tomorrow",
       [](Declaration&, Channel& c) { c.created = "21/11/2023"; },
       {"date_in_future"}},
      {"HP23-1.1", met, "today", [](Declaration&, Channel& c) { c.created = "20/11/2023"; }, {}},
      {"HP23-1.1",
       to_do,
       "no contact in it",
       [](Declaration&, Channel& c) { c.contact = "Văn thư"; },
       {"contact_unreadable"}},
      {"HP23-1.1",
       to_do,
       "a digit short beside a good address",
       [](Declaration&, Channel& c) { c.contact = "0912 345 67; a@b.vn"; },
       {"contact_unreadable"}},
      {"HP23-1.1",
       to_do,
       "an address without its end",
       [](Declaration&, Channel& c) { c.contact = "0912 345 678; mai.vt@"; },
       {"contact_unreadable"}},
      {"HP23-1.1",
       met,
       "a zero lost is advice only",
       [](Declaration&, Channel& c) { c.contact = "912345678"; },
       {"telephone_zero_missing"}},
      {"HP23-1.1",
       to_do,
       "a state of its own",
       [](Declaration&, Channel& c) { c.state = "đang dùng"; },
       {"state_unreadable"}},
      {"HP23-1.1",
       to_do,
       "a formula",
       [](Declaration&, Channel& c) { c.created = "=A1"; },
       {"cell_is_formula"}},
      {"HP23-1.1",
       to_do,
       "twice",
       [](Declaration& d, Channel& c) {
         Channel first = c;
         first.id = 2;
         d.channels.insert(d.channels.begin(), first);
       },
       {"duplicate_channel"}},

      {"HP23-1.2",
       met,
       "used",
       [](Declaration&, Channel& c) { c.security.in_use = Answer::yes; },
       {}},
      {"HP23-1.2",
       met,
       "unused and closed",
       [](Declaration&, Channel& c) {
         c.security.in_use = Answer::no;
         c.state = "đóng";
       },
       {}},
      {"HP23-1.2",
       to_do,
       "unused, active",
       [](Declaration&, Channel& c) { c.security.in_use = Answer::no; },
       {"unused_channel_active"}},
      {"HP23-1.2",
       to_do,
       "unused by its state",
       [](Declaration&, Channel& c) { c.state = "không dùng nữa"; },
       {"unused_channel_active"}},
      {"HP23-1.2", unanswered, "active, not said", [](Declaration&, Channel&) {}, {}},
      {"HP23-1.2",
       not_applicable,
       "no channels",
       [](Declaration& d, Channel&) {
         d.channels.clear();
         d.no_channels = true;
       },
       {}},

      {"HP23-2.2",
       met,
       "on the last day",
       [](Declaration&, Channel& c) { c.security.password_changed = "20/08/2023"; },
       {}},
      {"HP23-2.2",
       met,
       "some day of that month",
       [](Declaration&, Channel& c) { c.security.password_changed = "8/2023"; },
       {}},
      {"HP23-2.2",
       to_do,
       "a day late",
       [](Declaration&, Channel& c) { c.security.password_changed = "19/08/2023"; },
       {"password_change_overdue"}},
      {"HP23-2.2",
       to_do,
       "unreadable",
       [](Declaration&, Channel& c) { c.security.password_changed = "mới đổi"; },
       {"date_unreadable"}},
      {"HP23-2.2",
       to_do,
       "tomorrow",
       [](Declaration&, Channel& c) { c.security.password_changed = "21/11/2023"; },
       {"date_in_future"}},
      {"HP23-2.2", unanswered, "not said", [](Declaration&, Channel&) {}, {}},
      {"HP23-2.2",
       not_applicable,
       "closed",
       [](Declaration&, Channel& c) { c.state = "đóng"; },
       {}},
      {"HP23-2.2",
       not_applicable,
       "said so",
       [](Declaration&, Channel& c) { c.security.password_changed = "Không áp dụng"; },
       {}},

      {"HP23-4.1",
       met,
       "HTTPS, and HTTP leads there",
       [](Declaration&, Channel& c) { c.security.https_redirects = Answer::yes; },
       {}},
      {"HP23-4.1",
       to_do,
       "HTTP",
       [](Declaration&, Channel& c) { c.name = "http://x.example"; },
       {"address_not_https"}},
      {"HP23-4.1",
       to_do,
       "HTTP of a closed site",
       [](Declaration&, Channel& c) {
         c.name = "http://x.example";
         c.state = "đóng";
       },
       {"address_not_https"}},
      {"HP23-4.1",
       to_do,
       "no redirection",
       [](Declaration&, Channel& c) { c.security.https_redirects = Answer::no; },
       {"attribute_answered_no"}},
      {"HP23-4.1", unanswered, "HTTPS, redirection not said", [](Declaration&, Channel&) {}, {}},
      {"HP23-4.1",
       not_applicable,
       "no website",
       [](Declaration&, Channel& c) { c.name = "Zalo OA"; },
       {}},
      {"HP23-4.1",
       not_applicable,
       "a deleted site",
       [](Declaration&, Channel& c) {
         c.name = "http://x.example";
         c.state = "Xóa";
       },
       {}},

      {"HP23-4.3",
       met,
       "a commune on gov.vn",
       [](Declaration& d, Channel& c) {
         d.unit.kind = UnitKind::commune;
         c.name = "https://anlao.haiphong.gov.vn";
       },
       {}},
      {"HP23-4.3",
       to_do,
       "a commune elsewhere",
       [](Declaration& d, Channel&) { d.unit.kind = UnitKind::commune; },
       {"domain_not_gov_vn"}},
      {"HP23-4.3",
       unanswered,
       "nobody knows what unit it is",
       [](Declaration& d, Channel&) { d.unit.kind = UnitKind::unspecified; },
       {}},
      {"HP23-4.3",
       unanswered,
       "a site without its address",
       [](Declaration& d, Channel& c) {
         d.unit.kind = UnitKind::department;
         c.name = "Trang thông tin điện tử";
       },
       {}},
      {"HP23-4.3", not_applicable, "a school on edu.vn", [](Declaration&, Channel&) {}, {}},

      {"HP23-4.4",
       met,
       "certified",
       [](Declaration&, Channel& c) { c.security.trust_certificate = "TNM-123"; },
       {}},
      {"HP23-4.4", to_do, "none", [](Declaration&, Channel&) {}, {"trust_certificate_missing"}},
      {"HP23-4.4",
       to_do,
       "none, in words",
       [](Declaration&, Channel& c) { c.security.trust_certificate = "Chưa có"; },
       {"trust_certificate_missing"}},
      {"HP23-4.4",
       to_do,
       "a date that is none",
       [](Declaration&, Channel& c) {
         c.security.trust_certificate = "TNM-123";
         c.security.trust_certificate_date = "31/6/2023";
       },
       {"date_no_such_day"}},
      {"HP23-4.4",
       unanswered,
       "an empty document",
       [](Declaration& d, Channel&) { d.channels.clear(); },
       {}},
      {"HP23-4.4",
       not_applicable,
       "no website",
       [](Declaration&, Channel& c) { c.name = "Zalo OA"; },
       {}},

      {"HP23-4.5", met, "two as asked", [](Declaration&, Channel& c) { make_facebook(c); }, {}},
      {"HP23-4.5",
       to_do,
       "one",
       [](Declaration&, Channel& c) {
         make_facebook(c);
         c.security.page_roles.pop_back();
       },
       {"page_administrators_not_two"}},
      {"HP23-4.5",
       to_do,
       "three",
       [](Declaration&, Channel& c) {
         make_facebook(c);
         c.security.page_roles.push_back(c.security.page_roles[0]);
       },
       {"page_administrators_not_two"}},
      {"HP23-4.5",
       to_do,
       "an invented name, used for more",
       [](Declaration&, Channel& c) {
         make_facebook(c);
         c.security.page_roles[1].real_name = c.security.page_roles[1].dedicated = Answer::no;
       },
       {"page_administrator_not_real_name", "page_administrator_not_dedicated"}},
      {"HP23-4.5",
       unanswered,
       "roles not said",
       [](Declaration&, Channel& c) {
         make_facebook(c);
         c.security.page_roles.clear();
       },
       {}},
      {"HP23-4.5",
       unanswered,
       "real names not said",
       [](Declaration&, Channel& c) {
         make_facebook(c);
         c.security.page_roles[0].real_name = Answer::unanswered;
       },
       {}},
      {"HP23-4.5", not_applicable, "no Facebook page", [](Declaration&, Channel&) {}, {}},

      {"HP23-4.6", met, "no editors", [](Declaration&, Channel& c) { make_facebook(c); }, {}},
      {"HP23-4.6",
       met,
       "an editor who may only edit",
       [](Declaration&, Channel& c) {
         make_facebook(c);
         c.security.page_roles.push_back(
             PageRole{"Khải", PageRoleKind::editor, {}, {}, Answer::no});
       },
       {}},
      {"HP23-4.6",
       to_do,
       "an editor who may add members",
       [](Declaration&, Channel& c) {
         make_facebook(c);
         c.security.page_roles.push_back(
             PageRole{"Khải", PageRoleKind::editor, {}, {}, Answer::yes});
       },
       {"page_editor_manages_members"}},
      {"HP23-4.6",
       unanswered,
       "not said of an editor",
       [](Declaration&, Channel& c) {
         make_facebook(c);
         c.security.page_roles.push_back(PageRole{"Khải", PageRoleKind::editor, {}, {}, {}});
       },
       {}},
      {"HP23-4.6", not_applicable, "no Facebook page", [](Declaration&, Channel&) {}, {}},

      {"HP23-6",
       met,
       "by a decision",
       [](Declaration&, Channel& c) { c.security.assignment = "QĐ 12/QĐ-THCS ngày 05/9/2023"; },
       {}},
      {"HP23-6",
       to_do,
       "none, in words",
       [](Declaration&, Channel& c) { c.security.assignment = "Chưa có"; },
       {"administrator_not_assigned"}},
      {"HP23-6", unanswered, "not said", [](Declaration&, Channel&) {}, {}},
      // The blank cell is reported once, under HP23-1.1.
      {"HP23-6", to_do, "nobody", [](Declaration&, Channel& c) { c.administrators = ""; }, {}},
      {"HP23-6", not_applicable, "closed", [](Declaration&, Channel& c) { c.state = "đóng"; }, {}},

      {"HP23-7", unanswered, "on the last day", [](Declaration&, Channel&) {}, {}, {2023, 11, 24}},
      {"HP23-7",
       to_do,
       "a day later",
       [](Declaration&, Channel&) {},
       {"past_deadline"},
       {2023, 11, 25}},
      {"HP23-7",
       to_do,
       "details of the unit missing",
       [](Declaration& d, Channel&) { d.unit.head_name = d.unit.telephone = ""; },
       {"unit_field_missing", "unit_field_missing"}},
      {"HP23-7",
       to_do,
       "the unit cannot be reached",
       [](Declaration& d, Channel&) {
         d.unit.telephone = "0225 36789";
         d.unit.email = "truong@";
       },
       {"unit_telephone_unreadable", "unit_email_unreadable"}},
  };
  const std::pair<std::string, Attribute> attested[] = {
      {"HP23-2.1", Attribute::password_strong},  {"HP23-2.3", Attribute::attempts_limited},
      {"HP23-2.4", Attribute::default_replaced}, {"HP23-2.5", Attribute::login_alerts},
      {"HP23-2.6", Attribute::password_unique},  {"HP23-4.2", Attribute::two_step}};
  for (const auto& [requirement, attribute] : attested) {
    const auto answered = [attribute = attribute](std::string_view key) -> Change {
      return [attribute, key](Declaration&, Channel& c) {
        set_attribute_text(c.security, attribute, key);
      };
    };
    cases.push_back({requirement, met, "yes", answered("yes"), {}});
    cases.push_back({requirement, to_do, "no", answered("no"), {"attribute_answered_no"}});
    cases.push_back({requirement, unanswered, "not said", answered(""), {}});
    cases.push_back({requirement, not_applicable, "said so", answered("na"), {}});
    cases.push_back({requirement,
                     not_applicable,
                     "deleted",
                     [](Declaration&, Channel& c) { c.state = "Xóa"; },
                     {}});
  }
  // Nothing decides these yet: no log and no answer of the whole unit is kept.
  const std::set<std::string> undecided{"HP23-2.7", "HP23-3.1", "HP23-3.2",
                                        "HP23-3.3", "HP23-3.4", "HP23-5"};
  for (const std::string& requirement : undecided) {
    cases.push_back(
        {requirement, unanswered, "nothing decides it", [](Declaration&, Channel&) {}, {}});
  }

  std::map<std::string, std::set<RequirementStatus>> covered;
  for (const Case& c : cases) {
    CAPTURE(c.requirement);
    CAPTURE(c.what);
    Declaration declaration = complete_declaration();
    Channel channel = declaration.channels[0];
    c.change(declaration, channel);
    for (Channel& row : declaration.channels) {
      if (row.id == 1) row = channel;
    }
    const Evaluation evaluation = evaluate_hp23(declaration, c.today);
    CHECK(requirement_status_key(status_of(evaluation, c.requirement)) ==
          requirement_status_key(c.status));
    std::vector<std::string> found;
    for (const Finding& finding : evaluation.findings) {
      if (finding.requirement == c.requirement) found.emplace_back(finding_code_name(finding.code));
    }
    CHECK(found == c.findings);
    covered[c.requirement].insert(c.status);
  }
  for (const Requirement& requirement : hp23().requirements) {
    CAPTURE(requirement.id);
    const auto& statuses = covered[requirement.id];
    if (undecided.contains(requirement.id)) continue;
    CHECK(statuses.contains(to_do));
    if (requirement.id != "HP23-1.1")
      CHECK(statuses.contains(unanswered));  // it asks for the data itself
    if (requirement.id == "HP23-7")
      continue;  // that it was sent is not in the declaration; it concerns everyone
    CHECK(statuses.contains(met));
    if (requirement.id != "HP23-1.1") CHECK(statuses.contains(not_applicable));
  }
}

TEST_CASE("HP23: the sample that a school pasted from Excel, row by row") {
  const auto table = parse_tsv(test_data("kenh-dan-tu-excel.tsv"));
  REQUIRE(table);
  Declaration declaration = complete_declaration();
  declaration.channels = import_channels(*table, plan_import(*table)).channels;
  REQUIRE(declaration.channels.size() == 14);
  for (std::size_t i = 0; i < 14; ++i) declaration.channels[i].id = static_cast<ChannelId>(i + 1);
  const Evaluation evaluation = evaluate_hp23(declaration, {2026, 3, 1});

  const std::vector<std::vector<std::string>> expected = {
      {"trust_certificate_missing"},
      {},
      {"cell_missing", "state_unreadable", "unused_channel_active"},
      {},
      {},
      {},
      {"cell_missing"},
      {"cell_missing"},
      {"address_not_https", "cell_missing"},
      {"date_no_such_day", "cell_missing"},
      {"cell_missing"},
      {"duplicate_channel", "cell_missing", "cell_missing"},
      {},  // locked: nothing is asked of its security
      {"cell_is_formula", "address_not_https", "telephone_zero_missing",
       "trust_certificate_missing"}};
  for (std::size_t i = 0; i < 14; ++i) {
    CAPTURE(i + 1);
    CHECK(codes_of(evaluation, static_cast<ChannelId>(i + 1)) == expected[i]);
  }
  CHECK(codes_of(evaluation, 0) == std::vector<std::string>{"past_deadline"});

  const Finding* state = find(evaluation, FindingCode::state_unreadable, 3);
  CHECK(state->suggestion == "Đóng");
  CHECK(state->column == Column::state);
  CHECK(state->severity == Severity::error);
  CHECK(state->requirement == "HP23-1.1");
  CHECK(find(evaluation, FindingCode::unused_channel_active, 3)->requirement == "HP23-1.2");

  const Finding* http = find(evaluation, FindingCode::address_not_https, 9);
  CHECK(http->requirement == "HP23-4.1");
  CHECK(http->severity == Severity::warning);  // the site is closed
  CHECK(http->evidence == "http://quangtrung.anlao.example.gov.vn/tin-tuc");
  CHECK(http->suggestion == "https://quangtrung.anlao.example.gov.vn/tin-tuc");
  CHECK(find(evaluation, FindingCode::address_not_https, 14)->severity == Severity::error);

  const Finding* duplicate = find(evaluation, FindingCode::duplicate_channel, 12);
  CHECK(duplicate->other_row == 2);
  CHECK(duplicate->evidence == "facebook.com/thcsquangtrung.anlao");

  const Finding* zero = find(evaluation, FindingCode::telephone_zero_missing, 14);
  CHECK(zero->severity == Severity::advice);
  CHECK(zero->suggestion == "0912345678");
}

TEST_CASE("evaluate: without a dispatch, the cells are still read, under no requirement") {
  Declaration declaration = complete_declaration();
  declaration.channels[0].created = "30/02/2023";
  declaration.channels[0].managing_unit = "";
  const Evaluation evaluation = evaluate(declaration, {}, kToday);
  REQUIRE(evaluation.findings.size() == 1);
  CHECK(evaluation.findings[0].code == FindingCode::date_no_such_day);
  CHECK(evaluation.findings[0].requirement == "");
  CHECK(evaluation.requirements.empty());
}

TEST_CASE("Several dispatches: a thing is reported once, of two intervals the strictest") {
  using Json = nlohmann::json;
  Json json = hp23_json();
  json["id"] = "DL";
  json["password"].erase("change_months");
  json["password"]["change_days"] = 45;
  for (Json& requirement : json["requirements"]) {
    const std::string id = requirement["id"];
    requirement["id"] = "DL" + id.substr(4);
  }
  json["password"]["strength"] = "DL-2.1";
  json["password"]["change"] = "DL-2.2";
  const auto stricter = parse_pack(json.dump());
  REQUIRE(stricter);
  Declaration declaration = complete_declaration();
  declaration.channels[0].state = "đang dùng";
  declaration.channels[0].security.password_changed = "01/08/2023";
  const Pack* one[] = {&hp23()};
  const Pack* both[] = {&hp23(), &*stricter};
  const Evaluation alone = evaluate(declaration, one, kToday);
  const Evaluation together = evaluate(declaration, both, kToday);
  CHECK(together.findings.size() == alone.findings.size());
  CHECK(find(together, FindingCode::state_unreadable, 1)->pack == "HP23");
  const Finding* overdue = find(together, FindingCode::password_change_overdue, 1);
  CHECK(overdue->pack == "DL");
  CHECK(overdue->suggestion == "15/09/2023");
  CHECK(find(alone, FindingCode::password_change_overdue, 1)->suggestion == "01/11/2023");
  CHECK(together.requirements.size() == 2 * alone.requirements.size());
}

TEST_CASE("DL-2.3: 45 days, counted from the day of the change") {
  using Json = nlohmann::json;
  Json json = hp23_json();
  json["password"].erase("change_months");
  json["password"]["change_days"] = 45;
  const auto pack = parse_pack(json.dump());
  REQUIRE(pack);
  const Pack* packs[] = {&*pack};
  Declaration declaration = complete_declaration();
  declaration.channels[0].security.password_changed = "01/10/2023";
  CHECK(find(evaluate(declaration, packs, {2023, 11, 15}), FindingCode::password_change_overdue,
             1) == nullptr);
  CHECK(find(evaluate(declaration, packs, {2023, 11, 16}), FindingCode::password_change_overdue,
             1) != nullptr);
}

TEST_CASE(
    "HP23-6: a missing administrator is reported by itself when no dispatch asks for the columns") {
  using Json = nlohmann::json;
  Json json = hp23_json();
  json["requirements"].erase(0);
  const auto pack = parse_pack(json.dump());
  REQUIRE(pack);
  const Pack* packs[] = {&*pack};
  Declaration declaration = complete_declaration();
  declaration.channels[0].administrators = "";
  const Evaluation evaluation = evaluate(declaration, packs, kToday);
  REQUIRE(find(evaluation, FindingCode::administrator_missing, 1) != nullptr);
  CHECK(find(evaluation, FindingCode::administrator_missing, 1)->requirement == "HP23-6");
}

TEST_CASE("evaluate: findings come unit first, then by row, then by column") {
  Declaration declaration;
  declaration.packs = {"HP23"};
  declaration.channels = {Channel{.id = 9}, Channel{.id = 4}};
  declaration.channels[0].name = "http://a.vn";
  declaration.channels[0].security.two_step = Answer::no;
  declaration.channels[1].state = "Hoạt động";
  const Evaluation evaluation = evaluate_hp23(declaration);
  std::vector<ChannelId> rows;
  int last_column = 0;
  for (const Finding& finding : evaluation.findings) {
    if (rows.empty() || rows.back() != finding.row) {
      rows.push_back(finding.row);
      last_column = 0;
    }
    const int column = finding.column ? static_cast<int>(*finding.column) : kColumnCount;
    if (finding.row != 0) CHECK(column >= last_column);
    last_column = column;
  }
  CHECK(rows == std::vector<ChannelId>{0, 9, 4});
}

TEST_CASE("evaluate: an empty document has nothing met and nothing wrong but what is missing") {
  Declaration declaration;
  declaration.packs = {"HP23", "no such pack"};
  REQUIRE(PackSet().followed(declaration).size() == 1);
  const Evaluation evaluation = evaluate(declaration, PackSet().followed(declaration), kToday);
  for (const Finding& finding : evaluation.findings) {
    CHECK((finding.code == FindingCode::unit_field_missing ||
           finding.code == FindingCode::no_channels_declared));
  }
  for (const RequirementResult& result : evaluation.requirements) {
    CAPTURE(result.requirement);
    CHECK(result.status != RequirementStatus::met);
    CHECK(result.status != RequirementStatus::not_applicable);
  }
}

TEST_CASE("evaluate: progress is counted in channels") {
  Declaration declaration = complete_declaration();
  declaration.channels.push_back(declaration.channels[0]);
  declaration.channels[1].id = 2;
  declaration.channels[1].name = "Zalo OA";
  declaration.channels[1].security.two_step = Answer::yes;
  const Evaluation evaluation = evaluate_hp23(declaration);
  for (const RequirementResult& result : evaluation.requirements) {
    if (result.requirement != "HP23-4.2") continue;
    CHECK(result.applicable == 2);
    CHECK(result.satisfied == 1);
  }
}

TEST_CASE("evaluate: long evidence is shortened") {
  Declaration declaration = complete_declaration();
  std::string lengthy;
  for (int i = 0; i < 500; ++i) lengthy += "ế";
  declaration.channels[0].state = lengthy;
  const Evaluation evaluation = evaluate_hp23(declaration);
  CHECK(find(evaluation, FindingCode::state_unreadable, 1)->evidence.size() < 400);
}

TEST_CASE("Evaluator: says after each change what evaluate() says of the document as it is") {
  const std::vector<const Pack*> packs = PackSet().followed({.packs = {"HP23"}});
  struct Edit {
    const char* name;
    void (*apply)(Declaration&);
    bool changes_findings;
  };
  const Edit edits[] = {
      {"nothing", [](Declaration&) {}, false},
      {"name", [](Declaration& d) { d.channels[0].name = "http://a.example.vn"; }, true},
      {"ID", [](Declaration& d) { d.channels[1].identifier = "https://a.example.vn/"; }, true},
      {"day of creation", [](Declaration& d) { d.channels[0].created = "31/02/2020"; }, true},
      {"contact", [](Declaration& d) { d.channels[0].contact = "12345678"; }, true},
      {"state", [](Declaration& d) { d.channels[1].state = "không dùng nữa"; }, true},
      {"order", [](Declaration& d) { std::swap(d.channels[0], d.channels[1]); }, true},
      {"ids", [](Declaration& d) { std::swap(d.channels[0].id, d.channels[1].id); }, true},
      {"a row less", [](Declaration& d) { d.channels.erase(d.channels.begin()); }, true},
      {"another document", [](Declaration& d) { d = complete_declaration(); }, true},
      {"no rows", [](Declaration& d) { d.channels.clear(); }, true},
  };
  Declaration declaration = complete_declaration();
  declaration.channels.push_back(declaration.channels[0]);
  declaration.channels[1].id = 2;
  declaration.channels[1].name = "Zalo OA";
  Evaluator evaluator;
  Evaluation before = evaluator.evaluate(declaration, packs, kToday);
  for (const Edit& edit : edits) {
    CAPTURE(edit.name);
    edit.apply(declaration);
    Evaluation after = evaluator.evaluate(declaration, packs, kToday);
    CHECK(after.findings == evaluate(declaration, packs, kToday).findings);
    CHECK((after.findings != before.findings) == edit.changes_findings);
    before = std::move(after);
  }
}
