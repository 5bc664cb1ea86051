// Every requirement of every built-in pack, in every status it can have: the finding it gives, and
// its clause. A requirement without its cases fails, and so does a case of no requirement.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "core/inventory/backup_book.h"
#include "core/policy/evaluate.h"
#include "core/policy/pack_set.h"

using namespace sokenh;

namespace {

constexpr Date kToday{2026, 11, 20};
constexpr auto kMet = RequirementStatus::met;
constexpr auto kToDo = RequirementStatus::to_do;
constexpr auto kUnanswered = RequirementStatus::unanswered;
constexpr auto kNotApplicable = RequirementStatus::not_applicable;

using Change = std::function<void(Declaration&)>;
struct Case {
  std::string requirement;
  RequirementStatus status = kUnanswered;
  std::string finding;  // of the requirement; "" for none
  Change change;
  Date today = kToday;
  std::optional<Date> reported = {};
};

// A school with a website, a Facebook page and one account, all in service, nothing answered.
Declaration school() {
  Declaration declaration;
  declaration.unit.name = "Trường THCS Quang Trung";
  declaration.unit.parent = "UBND xã An Lão";
  declaration.unit.kind = UnitKind::school;
  declaration.unit.telephone = "0225.3678.901";
  declaration.unit.preparer_name = "Vũ Thị Mai";
  declaration.unit.head_name = "Nguyễn Hữu Đạt";
  Channel site;
  site.id = 1;
  site.name = "https://thcsquangtrung.example.edu.vn";
  site.created = "9/2016";
  site.managing_unit = "Trường THCS Quang Trung";
  site.administrators = "Vũ Thị Mai";
  site.contact = "0912 345 678";
  site.state = "Hoạt động";
  Channel page = site;
  page.id = 2;
  page.name = "https://www.facebook.com/thcsquangtrung.anlao";
  declaration.channels = {site, page};
  declaration.next_id = 3;
  Account account;
  account.id = 1;
  account.system = "eSchool";
  account.user_name = "mai.vt";
  account.holder = "Vũ Thị Mai";
  declaration.accounts = {account};
  declaration.next_account_id = 2;
  return declaration;
}

void answer(Declaration& declaration, const std::string& question, Answer value) {
  QuestionAnswer entry{.question = question, .answer = value};
  auto place = declaration.answers.begin();
  while (place != declaration.answers.end() && place->question < question) ++place;
  declaration.answers.insert(place, std::move(entry));
}

void close_channels(Declaration& declaration) {
  for (Channel& channel : declaration.channels) channel.state = "Đóng";
}

void no_accounts(Declaration& declaration) {
  declaration.accounts.clear();
  declaration.no_accounts = true;
}

LogEntry log_entry(LogKind kind, const std::vector<std::pair<LogField, std::string>>& texts) {
  LogEntry entry{.kind = kind};
  for (const auto& [field, text] : texts) REQUIRE(set_log_text(entry, field, text));
  return entry;
}

// The entries of a log, ids from 1 on.
Change logged(const std::vector<LogEntry>& entries) {
  return [entries](Declaration& d) {
    d.log = entries;
    for (LogEntry& entry : d.log) entry.id = d.next_log_id++;
  };
}

Change nothing_logged(LogKind kind) {
  return [kind](Declaration& d) { d.nothing_logged = {kind}; };
}

Change without_website() {
  return [](Declaration& d) { d.channels.erase(d.channels.begin()); };
}

class Table {
 public:
  void add(Case one) { cases_.push_back(std::move(one)); }
  void all_four(const std::string& id, const std::string& finding, Change met, Change to_do,
                Change not_applicable) {
    add({id, kMet, "", std::move(met)});
    add({id, kToDo, finding, std::move(to_do)});
    add({id, kUnanswered, "", [](Declaration&) {}});
    add({id, kNotApplicable, "", std::move(not_applicable)});
  }
  void attribute(const std::string& id, Attribute attribute) {
    const auto set = [attribute](std::string_view key) {
      return [attribute, key](Declaration& d) {
        for (Channel& channel : d.channels) set_attribute_text(channel.security, attribute, key);
      };
    };
    all_four(id, "attribute_answered_no", set("yes"), set("no"), set("na"));
    add({id, kNotApplicable, "", close_channels});
  }
  void account_answer(const std::string& id, AccountField field) {
    const auto set = [field](std::string_view key) {
      return [field, key](Declaration& d) { set_account_text(d.accounts[0], field, key); };
    };
    all_four(id, "attribute_answered_no", set("yes"), set("no"), set("na"));
    add({id, kNotApplicable, "", no_accounts});
    add({id, kNotApplicable, "", [](Declaration& d) { d.accounts[0].in_use = Answer::no; }});
    add({id, kUnanswered, "", [](Declaration& d) { d.accounts.clear(); }});
  }
  void questions(const std::string& id, const std::vector<std::string>& keys) {
    const auto set = [keys](Answer value) {
      return [keys, value](Declaration& d) {
        for (const std::string& key : keys) answer(d, key, value);
      };
    };
    all_four(id, "question_answered_no", set(Answer::yes), set(Answer::no),
             set(Answer::not_applicable));
    // One «no» is enough, one answer is not.
    for (const std::string& key : keys) {
      add({id, kToDo, "question_answered_no", [keys, key](Declaration& d) {
             for (const std::string& each : keys)
               answer(d, each, each == key ? Answer::no : Answer::yes);
           }});
      if (keys.size() > 1)
        add({id, kUnanswered, "", [key](Declaration& d) { answer(d, key, Answer::yes); }});
    }
    add({id, kToDo, "date_in_future", [keys, set](Declaration& d) {
           set(Answer::yes)(d);
           for (QuestionAnswer& each : d.answers) each.date = "21/11/2026";
         }});
  }
  void account_age(const std::string& id, const std::string& last_good,
                   const std::string& first_late) {
    const auto set = [](const std::string& text) {
      return [text](Declaration& d) { d.accounts[0].password_changed = text; };
    };
    all_four(id, "password_change_overdue", set(last_good), set(first_late), no_accounts);
    add({id, kNotApplicable, "", set("không áp dụng")});
    add({id, kToDo, "date_unreadable", set("hôm qua")});
    add({id, kToDo, "date_in_future", set("21/11/2026")});
  }
  // Nothing can decide it yet: whatever is entered, it stays open.
  void open(const std::string& id) {
    add({id, kUnanswered, "", [](Declaration&) {}});
    add({id, kUnanswered, "", [id](Declaration& d) { answer(d, id, Answer::yes); }});
  }
  // Nothing for a unit to do, whatever is entered.
  void nothing_to_do(const std::string& id) {
    add({id, kNotApplicable, "", [](Declaration&) {}});
    add({id, kNotApplicable, "", [](Declaration& d) { d = {}; }});
  }
  const std::vector<Case>& cases() const { return cases_; }

 private:
  std::vector<Case> cases_;
};

Change each_page(const std::function<void(Channel&)>& change) {
  return [change](Declaration& d) { change(d.channels[1]); };
}

PageRole role(PageRoleKind kind, Answer real_name, Answer dedicated, Answer manages) {
  return {"Mai", kind, real_name, dedicated, manages};
}

Table make_table() {
  constexpr auto yes = Answer::yes;
  constexpr auto no = Answer::no;
  Table t;
  // --- HP23
  t.add({"HP23-1.1", kMet, "", [](Declaration&) {}});
  t.add({"HP23-1.1", kToDo, "cell_missing", [](Declaration& d) { d.channels[0].contact = ""; }});
  t.all_four(
      "HP23-1.2", "unused_channel_active",
      [](Declaration& d) {
        for (Channel& channel : d.channels) channel.security.in_use = Answer::yes;
      },
      [](Declaration& d) { d.channels[0].security.in_use = Answer::no; },
      [](Declaration& d) {
        for (Channel& channel : d.channels) channel.security.in_use = Answer::not_applicable;
      });
  t.attribute("HP23-2.1", Attribute::password_strong);
  const auto changed = [](const std::string& text) {
    return [text](Declaration& d) {
      for (Channel& channel : d.channels) channel.security.password_changed = text;
    };
  };
  t.all_four("HP23-2.2", "password_change_overdue", changed("20/08/2026"), changed("19/08/2026"),
             changed("không áp dụng"));
  t.attribute("HP23-2.3", Attribute::attempts_limited);
  t.attribute("HP23-2.4", Attribute::default_replaced);
  t.attribute("HP23-2.5", Attribute::login_alerts);
  t.attribute("HP23-2.6", Attribute::password_unique);
  const auto software = [](const std::string& date, const std::string& newest) {
    return log_entry(LogKind::software, {{LogField::date, date},
                                         {LogField::system, "Windows"},
                                         {LogField::machine, "Máy kế toán"},
                                         {LogField::version, "11"},
                                         {LogField::newest, newest}});
  };
  t.all_four("HP23-2.7", "log_recurrence_overdue", logged({software("20/08/2026", "yes")}),
             logged({software("19/08/2026", "yes")}), nothing_logged(LogKind::software));
  t.add({"HP23-2.7", kToDo, "log_choice_not_in_order", logged({software("20/11/2026", "no")})});
  t.add({"HP23-2.7", kToDo, "log_field_missing", logged({software("20/11/2026", "")})});
  t.add({"HP23-2.7", kMet, "",
         logged({software("19/11/2026", "no"), software("20/11/2026", "yes")})});
  const auto antivirus = [](const std::string& date, const std::string& licence,
                            const std::string& end, const std::string& result = "nothing") {
    return log_entry(LogKind::antivirus, {{LogField::date, date},
                                          {LogField::machine, "Máy kế toán"},
                                          {LogField::system, "BKAV"},
                                          {LogField::licence, licence},
                                          {LogField::licence_end, end},
                                          {LogField::result, result}});
  };
  t.all_four("HP23-3.1", "log_recurrence_overdue",
             logged({antivirus("20/10/2026", "until", "20/11/2026")}),
             logged({antivirus("19/10/2026", "unlimited", "")}),
             nothing_logged(LogKind::antivirus));
  t.add({"HP23-3.1", kToDo, "log_term_ended",
         logged({antivirus("20/11/2026", "until", "19/11/2026")})});
  t.add({"HP23-3.1", kToDo, "log_field_missing", logged({antivirus("20/11/2026", "until", "")})});
  t.add({"HP23-3.1", kToDo, "log_choice_not_in_order",
         logged({antivirus("20/11/2026", "none", "")})});
  t.add({"HP23-3.1", kToDo, "log_entry_open", [antivirus](Declaration& d) {
           LogEntry entry = antivirus("20/11/2026", "unlimited", "", "found");
           set_log_text(entry, LogField::found, "Trojan");
           logged({entry})(d);
         }});
  t.questions("HP23-3.2", {"links.unknown_not_opened", "mail.suspect_not_opened"});
  t.questions("HP23-3.3", {"browser.not_saved", "session.signed_out"});
  t.questions("HP23-3.4", {"HP23-3.4"});
  t.all_four(
      "HP23-4.1", "address_not_https",
      [](Declaration& d) { d.channels[0].security.https_redirects = Answer::yes; },
      [](Declaration& d) { d.channels[0].name = "http://thcsquangtrung.example.edu.vn"; },
      close_channels);
  t.attribute("HP23-4.2", Attribute::two_step);
  const auto commune_site = [](const std::string& address) {
    return [address](Declaration& d) {
      d.unit.kind = UnitKind::commune;
      d.channels[0].name = address;
    };
  };
  t.add({"HP23-4.3", kMet, "", commune_site("https://anlao.example.gov.vn")});
  t.add({"HP23-4.3", kToDo, "domain_not_gov_vn", commune_site("https://anlao.example.vn")});
  t.add({"HP23-4.3", kUnanswered, "", [](Declaration& d) { d.unit.kind = UnitKind::unspecified; }});
  t.add({"HP23-4.3", kNotApplicable, "", [](Declaration&) {}});
  t.add({"HP23-4.4", kMet, "",
         [](Declaration& d) { d.channels[0].security.trust_certificate = "TN-12"; }});
  t.add({"HP23-4.4", kToDo, "trust_certificate_missing", [](Declaration&) {}});
  t.add({"HP23-4.4", kNotApplicable, "", close_channels});
  const PageRole administrator = role(PageRoleKind::administrator, yes, yes, yes);
  t.all_four("HP23-4.5", "page_administrators_not_two", each_page([=](Channel& c) {
               c.security.page_roles = {administrator, administrator};
             }),
             each_page([=](Channel& c) { c.security.page_roles = {administrator}; }),
             close_channels);
  t.all_four("HP23-4.6", "page_editor_manages_members", each_page([=](Channel& c) {
               c.security.page_roles = {role(PageRoleKind::editor, yes, yes, no)};
             }),
             each_page([=](Channel& c) {
               c.security.page_roles = {role(PageRoleKind::editor, yes, yes, yes)};
             }),
             close_channels);
  const auto session = [](const std::string& date) {
    return logged({log_entry(LogKind::awareness, {{LogField::date, date},
                                                  {LogField::topic, "Nhận biết thư lừa đảo"},
                                                  {LogField::people, "32"}})});
  };
  for (const char* id : {"HP23-5", "DL-3"}) {
    t.add({id, kMet, "", session("20/05/2026")});
    t.add({id, kToDo, "log_recurrence_overdue", session("19/05/2026")});
    t.add({id, kToDo, "date_in_future", session("21/11/2026")});
    t.add({id, kUnanswered, "", [](Declaration&) {}});
  }
  const auto assigned = [](const std::string& text) {
    return [text](Declaration& d) {
      for (Channel& channel : d.channels) channel.security.assignment = text;
    };
  };
  t.all_four("HP23-6", "administrator_not_assigned", assigned("QĐ 12/QĐ-THCS"), assigned("chưa có"),
             close_channels);
  const Date on_time{2023, 11, 24};
  const Date too_late{2023, 11, 25};
  t.add({"HP23-7", kUnanswered, "", [](Declaration&) {}, on_time});
  t.add({"HP23-7", kToDo, "past_deadline", [](Declaration&) {}, too_late});
  t.add({"HP23-7", kMet, "", [](Declaration&) {}, kToday, on_time});
  t.add({"HP23-7", kToDo, "past_deadline", [](Declaration&) {}, kToday, too_late});
  t.add({"HP23-7", kToDo, "unit_field_missing", [](Declaration& d) { d.unit.name = ""; }, on_time});
  // --- HP24
  const auto watched = [](const std::string& to, const std::string& telephone) {
    return [to, telephone](Declaration& d) {
      Roster roster{.id = 1, .from = "30/04/2027", .to = "01/05/2027"};
      roster.posts = {{.id = 1, .name = "Trực"}};
      roster.people = {{.id = 2, .name = "Mai", .telephone = telephone},
                       {.id = 3, .name = "Khải", .telephone = "0912 345 679"}};
      roster.shifts = {{.id = 4, .post = 1, .person = 2, .from = "30/04/2027", .to = "30/04/2027"},
                       {.id = 5, .post = 1, .person = 3, .from = "01/05/2027", .to = to}};
      d.rosters = {roster};
      d.next_roster_id = 2;
    };
  };
  t.add({"HP24-1.1", kMet, "", watched("01/05/2027", "0912 345 678")});
  t.add({"HP24-1.1", kToDo, "duty_gap", watched("17:00", "0912 345 678")});
  t.add({"HP24-1.1", kToDo, "duty_telephone_missing", watched("01/05/2027", "")});
  t.add({"HP24-1.1", kUnanswered, "", [](Declaration&) {}});
  const auto look = [](const std::string& at, const std::string& found) {
    return log_entry(LogKind::monitoring, {{LogField::at, at},
                                           {LogField::system, "Wazuh"},
                                           {LogField::result, found.empty() ? "nothing" : "found"},
                                           {LogField::found, found}});
  };
  t.all_four("HP24-1.2", "log_recurrence_overdue", logged({look("08:00 13/11/2026", "")}),
             logged({look("23:59 12/11/2026", "")}), nothing_logged(LogKind::monitoring));
  t.add({"HP24-1.2", kToDo, "log_entry_open", logged({look("08:00 20/11/2026", "Dò mật khẩu")})});
  t.add({"HP24-1.2", kToDo, "log_time_unreadable", logged({look("sáng nay", "")})});
  const auto patch = [](const std::string& date, const std::string& due,
                        const std::string& handled) {
    return logged({log_entry(LogKind::patch, {{LogField::date, date},
                                              {LogField::reference, "CVE-2026-1234"},
                                              {LogField::system, "Máy chủ web"},
                                              {LogField::due, due},
                                              {LogField::handled, handled}})});
  };
  t.all_four("HP24-2", "log_entry_overdue", patch("01/01/2026", "", "02/01/2026"),
             patch("20/10/2026", "", ""), nothing_logged(LogKind::patch));
  t.add({"HP24-2", kMet, "", patch("21/10/2026", "", "")});  // 30 days: until the 20th
  t.add({"HP24-2", kMet, "", patch("01/01/2026", "20/11/2026", "")});
  t.add({"HP24-2", kToDo, "log_entry_overdue", patch("18/11/2026", "19/11/2026", "")});
  t.add({"HP24-2", kToDo, "log_times_out_of_order", patch("18/11/2026", "", "17/11/2026")});
  const auto review = [](const std::string& date, const std::string& found,
                         const std::string& handled, const std::string& target = "portal") {
    return log_entry(LogKind::vulnerability,
                     {{LogField::date, date},
                      {LogField::target, target},
                      {LogField::system, "Cổng thông tin"},
                      {LogField::result, found.empty() ? "nothing" : "found"},
                      {LogField::found, found},
                      {LogField::handled, handled}});
  };
  for (const char* id : {"HP24-3.1", "DL-4", "DL-5.2"}) {
    t.add({id, kMet, "", logged({review("20/05/2026", "", "")})});
    t.add({id, kMet, "", logged({review("20/11/2026", "SQL injection", "20/11/2026")})});
    t.add({id, kUnanswered, "", [](Declaration&) {}});
  }
  for (const char* id : {"HP24-3.1", "DL-4"}) {
    t.add({id, kToDo, "log_entry_open", logged({review("20/11/2026", "SQL injection", "")})});
    t.add({id, kToDo, "log_recurrence_overdue", logged({review("19/05/2026", "", "")})});
  }
  // What DL-4 asks too is found for it.
  t.add({"DL-5.2", kToDo, "log_recurrence_overdue",
         logged({review("19/05/2026", "", ""), review("20/11/2026", "", "", "machine")})});
  const auto hunt = [](const std::string& date, const std::string& machine,
                       const std::string& retired = "") {
    return log_entry(LogKind::threat_hunt, {{LogField::date, date},
                                            {LogField::machine, machine},
                                            {LogField::result, "nothing"},
                                            {LogField::retired, retired}});
  };
  t.all_four("HP24-3.2", "log_recurrence_overdue", logged({hunt("20/08/2026", "Máy kế toán")}),
             logged({hunt("20/11/2026", "Máy chủ"), hunt("19/08/2026", "Máy kế toán")}),
             nothing_logged(LogKind::threat_hunt));
  t.add({"HP24-3.2", kMet, "",  // a machine that is no longer used
         logged({hunt("20/11/2026", "Máy chủ"), hunt("19/08/2026", "Máy kế toán", "9/2026")})});
  t.add({"HP24-3.2", kToDo, "log_subject_missing",
         logged({hunt("20/11/2026", "Máy chủ"), antivirus("20/11/2026", "unlimited", "")})});
  t.add({"HP24-3.2", kMet, "",
         logged({hunt("20/11/2026", "máy  KẾ TOÁN"), antivirus("20/11/2026", "unlimited", "")})});
  // The list of machines is as long as it is, whatever the logs know; what is no computer is left
  // out.
  const auto listed = [](const std::string& kind) {
    return [=](Declaration& d) {
      Machine machine;
      machine.id = d.next_machine_id++;
      machine.name = "Máy phòng họp";
      set_machine_text(machine, MachineField::kind, kind);
      d.machines.push_back(machine);
    };
  };
  for (const char* kind : {"", "server", "workstation", "device"}) {
    const bool device = std::string_view(kind) == "device";
    t.add({"HP24-3.2", device ? kMet : kToDo, device ? "" : "log_subject_missing",
           [=](Declaration& d) {
             listed(kind)(d);
             logged({hunt("20/11/2026", "Máy chủ")})(d);
           }});
    t.add({"HP23-3.1", device ? kMet : kToDo, device ? "" : "log_subject_missing",
           [=](Declaration& d) {
             listed(kind)(d);
             logged({antivirus("20/11/2026", "unlimited", "")})(d);
           }});
  }
  t.add({"HP24-3.2", kMet, "", [=](Declaration& d) {
           listed("workstation")(d);
           logged({hunt("20/11/2026", "máy phòng  họp")})(d);
         }});
  const auto botnet_check = [](const std::string& date, const std::string& machine = "",
                               const std::string& handled = "") {
    return log_entry(LogKind::botnet_check,
                     {{LogField::date, date},
                      {LogField::reference, "Danh sách IP botnet tháng 11/2026"},
                      {LogField::result, machine.empty() ? "nothing" : "found"},
                      {LogField::machine, machine},
                      {LogField::found, machine.empty() ? "" : "203.0.113.7"},
                      {LogField::handled, handled}});
  };
  const auto with_machines = [](Declaration& d, const std::vector<std::string>& addresses) {
    for (const std::string& each : addresses) {
      Machine machine;
      machine.id = d.next_machine_id++;
      machine.name = "Máy " + std::to_string(machine.id);
      machine.addresses = each;
      d.machines.push_back(machine);
    }
  };
  const auto checked = [=](const std::vector<LogEntry>& entries,
                           const std::vector<std::string>& addresses = {"203.0.113.7"}) {
    return [=](Declaration& d) {
      with_machines(d, addresses);
      logged(entries)(d);
    };
  };
  const auto no_machines = [](Declaration& d) { d.no_machines = true; };
  t.all_four("HP24-3.3", "log_recurrence_overdue", checked({botnet_check("20/10/2026")}),
             checked({botnet_check("19/10/2026")}), no_machines);
  t.add({"HP24-3.3", kToDo, "botnet_match_open",
         checked({botnet_check("20/11/2026", "Máy kế toán")})});
  // Checked again and not found there any more, but nobody said what was done.
  t.add({"HP24-3.3", kToDo, "botnet_match_open",
         checked({botnet_check("19/10/2026", "Máy kế toán"), botnet_check("20/11/2026")})});
  t.add({"HP24-3.3", kMet, "",
         checked({botnet_check("19/11/2026", "Máy kế toán", "20/11/2026"),
                  botnet_check("19/11/2026", "Máy chủ", "19/11/2026")})});
  t.add({"HP24-3.3", kToDo, "log_times_out_of_order",
         checked({botnet_check("19/11/2026", "Máy kế toán", "18/11/2026")})});
  t.add({"HP24-3.3", kToDo, "log_field_missing", [=](Declaration& d) {
           checked({botnet_check("20/11/2026", "Máy kế toán", "20/11/2026")})(d);
           set_log_text(d.log[0], LogField::machine, "");
         }});
  // The machines themselves: listed, with addresses that can be read.
  const auto today_checked = [=](const std::vector<std::string>& addresses) {
    return checked({botnet_check("20/11/2026")}, addresses);
  };
  t.add({"HP24-3.3", kUnanswered, "", logged({botnet_check("20/11/2026")})});
  t.add({"HP24-3.3", kUnanswered, "", today_checked({"203.0.113.7", ""})});
  t.add({"HP24-3.3", kUnanswered, "", [=](Declaration& d) {
           today_checked({"203.0.113.7"})(d);
           d.machines[0].name = " ";
         }});
  t.add({"HP24-3.3", kToDo, "machine_address_unreadable", today_checked({"203.0.113.007"})});
  t.add({"HP24-3.3", kToDo, "machine_addresses_shared",
         today_checked({"203.0.113.7", "203.0.113.8, 203.0.113.7"})});
  t.add({"HP24-3.3", kToDo, "machine_addresses_shared",
         today_checked({"203.0.113.7–12", "203.0.113.10–20"})});
  t.add({"HP24-3.3", kMet, "machine_address_is_network", today_checked({"203.0.113.7/24"})});
  t.add({"HP24-3.3", kMet, "machines_all_local", today_checked({"192.168.1.5", "fd00::1"})});
  t.add({"HP24-3.3", kMet, "",
         today_checked({"203.0.113.0/24", "203.0.113.7", "192.168.1.5", "không nối mạng"})});
  const auto warned = [](Answer value, const std::string& handled, const std::string& due = "") {
    return [=](Declaration& d) {
      answer(d, "HP24-3.4", value);
      logged({log_entry(LogKind::warning, {{LogField::date, "01/11/2026"},
                                           {LogField::reference, "IRLab-17"},
                                           {LogField::topic, "Máy chủ bị dò quét"},
                                           {LogField::due, due},
                                           {LogField::handled, handled}})})(d);
    };
  };
  t.all_four("HP24-3.4", "log_entry_open", warned(yes, "02/11/2026"), warned(yes, ""),
             [](Declaration& d) {
               answer(d, "HP24-3.4", Answer::not_applicable);
               nothing_logged(LogKind::warning)(d);
             });
  t.add({"HP24-3.4", kToDo, "log_entry_overdue", warned(yes, "", "19/11/2026")});
  t.add({"HP24-3.4", kToDo, "question_answered_no", warned(no, "02/11/2026")});
  t.add({"HP24-3.4", kUnanswered, "", [](Declaration& d) { answer(d, "HP24-3.4", Answer::yes); }});
  t.add({"HP24-3.4", kUnanswered, "", nothing_logged(LogKind::warning)});
  t.add({"HP24-3.4", kMet, "", [](Declaration& d) {
           answer(d, "HP24-3.4", Answer::yes);
           nothing_logged(LogKind::warning)(d);
         }});
  const auto prepared = [](const std::string& purpose, const std::string& exercise,
                           const std::string& date, const std::string& outcome) {
    return std::vector{log_entry(LogKind::plan, {{LogField::date, "2024"},
                                                 {LogField::reference, "PA 03"},
                                                 {LogField::purpose, purpose}}),
                       log_entry(LogKind::drill, {{LogField::date, date},
                                                  {LogField::exercise, exercise},
                                                  {LogField::topic, "Mất máy chủ"},
                                                  {LogField::outcome, outcome}})};
  };
  struct Plan {
    const char* id;
    std::string purpose, exercise, other_purpose, other_exercise;
  };
  for (const Plan& plan : {Plan{"HP24-4", "incident", "drill", "outage", "restore"},
                           Plan{"TN17-2.3", "outage", "restore", "incident", "drill"}}) {
    const auto with = [&](const std::string& purpose, const std::string& exercise,
                          const std::string& date, const std::string& outcome = "passed") {
      return logged(prepared(purpose, exercise, date, outcome));
    };
    t.add({plan.id, kMet, "", with(plan.purpose, plan.exercise, "20/11/2025")});
    t.add({plan.id, kMet, "", with("both", plan.exercise, "20/11/2025")});
    t.add({plan.id, kToDo, "log_recurrence_overdue",
           with(plan.purpose, plan.exercise, "19/11/2025")});
    t.add({plan.id, kToDo, "log_choice_not_in_order",
           with("both", plan.exercise, "20/11/2026", "failed")});
    t.add({plan.id, kUnanswered, "", with(plan.other_purpose, plan.exercise, "20/11/2026")});
    t.add({plan.id, kUnanswered, "", with(plan.purpose, plan.other_exercise, "20/11/2026")});
    t.add({plan.id, kUnanswered, "", [](Declaration&) {}});
    t.add({plan.id, kToDo, "log_field_missing", with("", plan.exercise, "20/11/2026")});
  }
  t.add({"HP24-4", kToDo, "log_entry_open", [prepared](Declaration& d) {
           std::vector<LogEntry> entries = prepared("both", "drill", "20/11/2026", "passed");
           entries.push_back(log_entry(LogKind::incident, {{LogField::at, "08:00 20/11/2026"},
                                                           {LogField::system, "Cổng thông tin"},
                                                           {LogField::topic, "Trang bị sửa"}}));
           logged(entries)(d);
         }});
  t.nothing_to_do("HP24-5");
  // --- DL
  const auto unused = [](const std::string& reason, const std::string& requested) {
    return [reason, requested](Declaration& d) {
      d.accounts[0].in_use = Answer::no;
      d.accounts[0].unused_reason = reason;
      d.accounts[0].removal_requested = requested;
      d.account_reviews = {{"20/11/2026", "Vũ Thị Mai", 1, 1, ""}};
    };
  };
  t.all_four("DL-1", "account_reason_missing", unused("Nghỉ hưu", "20/11/2026"),
             unused("", "20/11/2026"), no_accounts);
  t.add({"DL-1", kToDo, "account_removal_not_requested", unused("Nghỉ hưu", "")});
  t.add({"DL-1", kToDo, "account_removal_not_requested", unused("Nghỉ hưu", "chưa")});
  t.add({"DL-1", kToDo, "date_no_such_day", unused("Nghỉ hưu", "31/11/2026")});
  t.add({"DL-1", kUnanswered, "", [](Declaration& d) { d.accounts.clear(); }});
  t.add({"DL-1", kUnanswered, "", [](Declaration& d) { d.accounts[0].in_use = Answer::yes; }});
  t.add({"DL-1", kUnanswered, "", [](Declaration& d) {  // a review that is yet to come
           d.accounts[0].in_use = Answer::yes;
           d.account_reviews = {{"21/11/2026", "", 1, 0, ""}};
         }});
  t.account_answer("DL-2.1", AccountField::default_replaced);
  t.account_answer("DL-2.2", AccountField::password_strong);
  // 45 days: 6 October + 45 = 20 November.
  t.account_age("DL-2.3", "06/10/2026", "05/10/2026");
  t.questions("DL-2.4", {"browser.not_saved"});
  const auto mailing = [](const std::string& at, const std::string& letters,
                          const std::string& reported) {
    return logged({log_entry(LogKind::bulk_mail, {{LogField::at, at},
                                                  {LogField::topic, "Thư mời họp"},
                                                  {LogField::recipients, letters},
                                                  {LogField::reported, reported}})});
  };
  t.all_four("DL-2.5", "log_not_reported", mailing("09:00 20/11/2026", "20", "08:59 20/11/2026"),
             mailing("09:00 20/11/2026", "20", ""), nothing_logged(LogKind::bulk_mail));
  t.add({"DL-2.5", kMet, "", mailing("20/11/2026", "19", "")});  // fewer than 20
  t.add({"DL-2.5", kMet, "", mailing("20/11/2025 08:00", "20", "20/11/2025")});
  t.add({"DL-2.5", kMet, "", mailing("19/11/2025", "200", "")});  // longer ago than 12 months
  t.add({"DL-2.5", kToDo, "log_not_reported", mailing("20/11/2025", "200", "")});
  t.add({"DL-2.5", kToDo, "log_reported_late",
         mailing("09:00 20/11/2026", "20", "09:01 20/11/2026")});
  t.add({"DL-2.5", kToDo, "log_number_unreadable", mailing("20/11/2026", "nhiều", "")});
  t.all_four(
      "DL-5.1", "administrator_not_assigned",
      [](Declaration& d) { d.channels[0].security.assignment = "QĐ 12/QĐ-THCS"; },
      [](Declaration& d) { d.channels[0].security.assignment = "chưa có"; },
      [](Declaration& d) { d.channels.erase(d.channels.begin()); });
  t.add({"DL-5.2", kUnanswered, "", logged({review("20/11/2026", "", "", "machine")})});
  t.add({"DL-5.2", kNotApplicable, "", without_website()});
  t.add({"DL-5.2", kUnanswered, "", [](Declaration& d) { d.channels.clear(); }});
  const auto page_check = [](const std::string& date, const std::string& footer,
                             const std::string& result, const std::string& handled = "") {
    return log_entry(LogKind::page_check,
                     {{LogField::date, date},
                      {LogField::page, "https://thcsquangtrung.example.edu.vn/"},
                      {LogField::footer, footer},
                      {LogField::lacking, footer == "incomplete" ? "Điện thoại" : ""},
                      {LogField::result, result},
                      {LogField::found, result == "found" ? "Mã lệnh mới" : ""},
                      {LogField::handled, handled}});
  };
  // A month: 20 October + 1 month = 20 November.
  t.all_four("DL-5.3", "log_recurrence_overdue",
             logged({page_check("20/10/2026", "complete", "nothing")}),
             logged({page_check("19/10/2026", "complete", "nothing")}), without_website());
  t.add({"DL-5.3", kToDo, "page_change_open",
         logged({page_check("19/11/2026", "complete", "found")})});
  t.add(
      {"DL-5.3", kMet, "", logged({page_check("19/11/2026", "complete", "found", "20/11/2026")})});
  t.add({"DL-5.3", kToDo, "page_not_compared", logged({page_check("19/11/2026", "complete", "")})});
  // --- TN17
  t.questions("TN17-1.1", {"TN17-1.1"});
  t.all_four("TN17-1.2", "page_footer_lacking", logged({page_check("01/02/2024", "complete", "")}),
             logged({page_check("01/02/2024", "incomplete", "")}), without_website());
  const auto backups = [](const std::vector<std::pair<std::string, std::string>>& sets,
                          const std::string& medium = "usb", const std::string& complete = "yes") {
    std::vector<LogEntry> entries;
    entries.reserve(sets.size());
    for (const auto& [set, at] : sets) {
      entries.push_back(log_entry(LogKind::backup, {{LogField::at, at},
                                                    {LogField::data_set, set},
                                                    {LogField::act, "backup"},
                                                    {LogField::medium, medium},
                                                    {LogField::complete, complete}}));
    }
    seal_backups(read_backup_book({}), entries);
    return logged(entries);
  };
  t.add({"TN17-1.3", kMet, "", backups({{"website", "20/10/2026"}})});
  t.add({"TN17-1.3", kToDo, "log_recurrence_overdue", backups({{"website", "19/10/2026"}})});
  t.add({"TN17-1.3", kToDo, "backup_missing", backups({{"website", "20/11/2026"}}, "cloud")});
  t.add({"TN17-1.3", kToDo, "log_choice_not_in_order",
         backups({{"website", "20/11/2026"}}, "usb", "no")});
  // The first that looks at the book is named; TN17-2.2 is not met either.
  t.add({"TN17-1.3", kToDo, "backup_seal_broken", [backups](Declaration& d) {
           backups({{"website", "20/11/2026"}})(d);
           set_log_text(d.log.front(), LogField::note, "sửa");
         }});
  t.add({"TN17-1.3", kUnanswered, "", [](Declaration&) {}});
  const auto eschool = [](Answer value, const std::string& changed_on) {
    return [value, changed_on](Declaration& d) {
      answer(d, "browser.not_saved", value);
      answer(d, "session.signed_out", value);
      d.accounts[0].password_changed = changed_on;
    };
  };
  t.all_four("TN17-2.1", "password_change_overdue", eschool(yes, "20/08/2026"),
             eschool(yes, "19/08/2026"), [](Declaration& d) {
               answer(d, "browser.not_saved", Answer::not_applicable);
               answer(d, "session.signed_out", Answer::not_applicable);
               no_accounts(d);
             });
  t.add({"TN17-2.1", kToDo, "question_answered_no", eschool(no, "20/08/2026")});
  t.add({"TN17-2.1", kMet, "", [eschool](Declaration& d) {  // another system's account is not it
           eschool(Answer::yes, "01/01/2020")(d);
           d.accounts[0].system = "QOffice";
         }});
  const auto records = [backups](const std::string& pupils) {
    return backups({{"school_records", "20/11/2026"},
                    {"teacher_records", "20/11/2026"},
                    {"pupil_records", pupils}});
  };
  t.add({"TN17-2.2", kMet, "", records("13/11/2026")});
  t.add({"TN17-2.2", kToDo, "log_recurrence_overdue", records("12/11/2026")});
  t.add({"TN17-2.2", kToDo, "backup_missing", backups({{"school_records", "20/11/2026"}})});
  t.add({"TN17-2.2", kUnanswered, "", [](Declaration&) {}});
  // --- BG24
  t.questions("BG24-1.1", {"BG24-1.1"});
  t.account_age("BG24-1.2", "20/08/2026", "19/08/2026");
  t.questions("BG24-1.3", {"browser.not_saved"});
  t.questions("BG24-1.4", {"BG24-1.4"});
  t.questions("BG24-1.5", {"mail.suspect_not_opened"});
  const auto spam = [](const std::string& handled, const std::string& reported) {
    return logged({log_entry(LogKind::spam, {{LogField::date, "19/11/2026"},
                                             {LogField::sender, "trung-thuong@example.com"},
                                             {LogField::threat, "phishing"},
                                             {LogField::handled, handled},
                                             {LogField::reported, reported}})});
  };
  t.all_four("BG24-1.6", "log_entry_open", spam("19/11/2026", "8h 20/11/2026"),
             spam("19/11/2026", ""), nothing_logged(LogKind::spam));
  t.add({"BG24-1.6", kToDo, "log_entry_open", spam("", "20/11/2026")});
  t.nothing_to_do("BG24-2");
  t.nothing_to_do("BG24-3");
  return t;
}

// Which statuses a requirement can have at all.
std::set<RequirementStatus> possible(const Requirement& requirement) {
  if (requirement.kind == RequirementKind::contact ||
      requirement.kind == RequirementKind::receiving)
    return {kNotApplicable};
  if (requirement.check.empty()) return {kUnanswered};
  // Saying that there are no channels is in order too, and not saying anything is not.
  if (requirement.check == "channel.columns_complete") return {kMet, kToDo};
  // A report is always asked for.
  if (requirement.check == "declaration.reported") return {kMet, kToDo, kUnanswered};
  // Over a holiday somebody is always on duty.
  if (requirement.check == "duty.covered") return {kMet, kToDo, kUnanswered};
  // What is not answered is advised.
  if (requirement.check == "channel.trust_certificate") return {kMet, kToDo, kNotApplicable};
  // What a unit must have or do can be left out only with what it is about.
  const auto& rules = requirement.log_rules;
  const bool must = std::any_of(rules.begin(), rules.end(), [](const LogRule& rule) {
    return !rule.if_any && !log_may_be_empty(rule.log);
  });
  const bool of_machines = requirement.check == "machines.in_order";
  if (must && !requirement.channel_kind && !of_machines) return {kMet, kToDo, kUnanswered};
  return {kMet, kToDo, kUnanswered, kNotApplicable};
}

const Pack* pack_of(const PackSet& packs, const std::string& requirement) {
  for (const Pack* pack : packs.all()) {
    if (find_requirement(*pack, requirement) != nullptr) return pack;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("Requirements: each in every status it can have, with its finding and clause") {
  const PackSet packs;
  const Table table = make_table();
  std::map<std::string, std::set<RequirementStatus>> covered;
  for (const Case& c : table.cases()) {
    CAPTURE(c.requirement);
    CAPTURE(requirement_status_key(c.status));
    CAPTURE(c.finding);
    const Pack* pack = pack_of(packs, c.requirement);
    REQUIRE(pack != nullptr);
    covered[c.requirement].insert(c.status);
    Declaration declaration = school();
    c.change(declaration);
    const Pack* followed[] = {pack};
    const Evaluation evaluation = evaluate(declaration, followed, c.today, c.reported);
    for (const RequirementResult& result : evaluation.requirements) {
      if (result.requirement == c.requirement)
        CHECK(requirement_status_key(result.status) == requirement_status_key(c.status));
    }
    bool found = false;
    for (const Finding& finding : evaluation.findings) {
      if (finding.requirement != c.requirement) continue;
      CHECK(finding.pack == pack->id);
      CHECK(finding.clause == find_requirement(*pack, c.requirement)->clause);
      found = found || finding_code_name(finding.code) == c.finding;
      CHECK_FALSE(c.finding.empty());
    }
    CHECK(found == !c.finding.empty());
    // What is unanswered says where to answer it, unless nothing can yet.
    const bool asks = std::any_of(
        evaluation.unanswered.begin(), evaluation.unanswered.end(), [&](const OpenItem& item) {
          return evaluation.requirements[item.requirement].requirement == c.requirement;
        });
    if (c.status == kUnanswered)
      CHECK(asks == !find_requirement(*pack, c.requirement)->check.empty());
    if (c.status == kMet || c.status == kNotApplicable) CHECK_FALSE(asks);
  }
  for (const Pack& pack : builtin_packs()) {
    for (const Requirement& requirement : pack.requirements) {
      CAPTURE(requirement.id);
      CHECK(covered[requirement.id] == possible(requirement));
    }
  }
}

TEST_CASE("Requirements: ids are the catalogue's, in its order, no id in two packs") {
  std::vector<std::string> found;
  for (const Pack& pack : builtin_packs()) {
    for (const Requirement& requirement : pack.requirements) {
      found.push_back(requirement.id);
      CHECK(requirement.id.starts_with(pack.id + "-"));
    }
  }
  CHECK(found ==
        std::vector<std::string>{
            "BG24-1.1", "BG24-1.2", "BG24-1.3", "BG24-1.4", "BG24-1.5", "BG24-1.6", "BG24-2",
            "BG24-3",   "DL-1",     "DL-2.1",   "DL-2.2",   "DL-2.3",   "DL-2.4",   "DL-2.5",
            "DL-3",     "DL-4",     "DL-5.1",   "DL-5.2",   "DL-5.3",   "HP23-1.1", "HP23-1.2",
            "HP23-2.1", "HP23-2.2", "HP23-2.3", "HP23-2.4", "HP23-2.5", "HP23-2.6", "HP23-2.7",
            "HP23-3.1", "HP23-3.2", "HP23-3.3", "HP23-3.4", "HP23-4.1", "HP23-4.2", "HP23-4.3",
            "HP23-4.4", "HP23-4.5", "HP23-4.6", "HP23-5",   "HP23-6",   "HP23-7",   "HP24-1.1",
            "HP24-1.2", "HP24-2",   "HP24-3.1", "HP24-3.2", "HP24-3.3", "HP24-3.4", "HP24-4",
            "HP24-5",   "TN17-1.1", "TN17-1.2", "TN17-1.3", "TN17-2.1", "TN17-2.2", "TN17-2.3"});
}

TEST_CASE("Questions: clauses that ask the same are served by one answer, and worded alike") {
  std::map<std::string, std::pair<std::string, std::string>> texts;
  std::map<std::string, std::set<std::string>> asked_by;
  for (const Pack& pack : builtin_packs()) {
    for (const Requirement& requirement : pack.requirements) {
      for (const Question& question : requirement.questions) {
        const auto [entry, is_new] =
            texts.try_emplace(question.key, question.text_vi, question.text_en);
        CHECK(entry->second == std::pair{question.text_vi, question.text_en});
        asked_by[question.key].insert(requirement.id);
      }
    }
  }
  CHECK(asked_by["browser.not_saved"] ==
        std::set<std::string>{"BG24-1.3", "DL-2.4", "HP23-3.3", "TN17-2.1"});
  CHECK(asked_by["mail.suspect_not_opened"] == std::set<std::string>{"BG24-1.5", "HP23-3.2"});

  Declaration declaration = school();
  declaration.packs = {"BG24", "DL", "HP23"};
  answer(declaration, "browser.not_saved", Answer::no);
  const Evaluation evaluation = evaluate(declaration, PackSet().followed(declaration), kToday);
  int findings = 0;
  for (const Finding& finding : evaluation.findings)
    findings += finding.question == "browser.not_saved" ? 1 : 0;
  CHECK(findings == 1);
  for (const RequirementResult& result : evaluation.requirements) {
    if (asked_by["browser.not_saved"].contains(result.requirement)) CHECK(result.status == kToDo);
  }
}

TEST_CASE("BG24-1.2: three calendar months, at the ends of months") {
  struct MonthEnd {
    const char* changed;
    Date last_day;
  };
  const MonthEnd cases[] = {{"30/11/2025", {2026, 2, 28}}, {"30/11/2023", {2024, 2, 29}},
                            {"29/11/2023", {2024, 2, 29}}, {"31/10/2026", {2027, 1, 31}},
                            {"31/01/2026", {2026, 4, 30}}, {"29/02/2024", {2024, 5, 29}},
                            {"28/02/2026", {2026, 5, 28}}, {"31/12/2025", {2026, 3, 31}}};
  for (const MonthEnd& c : cases) {
    CAPTURE(std::string(c.changed));
    Declaration declaration = school();
    declaration.packs = {"BG24"};
    declaration.accounts[0].password_changed = c.changed;
    const auto followed = PackSet().followed(declaration);
    const Evaluation in_time = evaluate(declaration, followed, c.last_day);
    CHECK(in_time.findings.size() == 0);
    REQUIRE(in_time.due.size() == 1);
    CHECK(in_time.due[0].date == c.last_day);
    CHECK(in_time.due[0].place == account_place(1, AccountField::password_changed));
    CHECK(evaluate(declaration, followed, add_days(c.last_day, 1)).findings.size() == 1);
  }
}

TEST_CASE("Several dispatches: 45 days of DL are stricter than the 3 months of BG24") {
  Declaration declaration = school();
  declaration.packs = {"BG24", "DL"};
  declaration.accounts[0].password_changed = "01/08/2026";
  const Evaluation evaluation = evaluate(declaration, PackSet().followed(declaration), kToday);
  std::vector<Finding> overdue;
  for (const Finding& finding : evaluation.findings) {
    if (finding.code == FindingCode::password_change_overdue) overdue.push_back(finding);
  }
  REQUIRE(overdue.size() == 1);
  CHECK(overdue[0].requirement == "DL-2.3");
  CHECK(overdue[0].clause == "2");
  CHECK(overdue[0].suggestion == "15/09/2026");
}
