// The checks a pack's requirements may name, and what they look at. Internal to core/policy.
//
// A check decides one requirement from the declaration. Most look at one channel at a time and say
// of each whether the requirement is met, unanswered, to do, or does not concern it; what is wrong
// goes into the report as a finding. None knows a pack: what differs between dispatches is a
// parameter (attribute, interval, deadline).
//
//   channel.columns_complete        every written column but the ID is filled and readable, nothing
//                                   twice
//   channel.unused_not_active       a channel out of use is closed, locked or deleted
//   channel.attribute               `attribute`, an answer, is yes for every channel in service
//   channel.attribute_date_age      `attribute`, a date, is not older than the pack's password
//                                   interval
//   channel.https                   a website's address is HTTPS and plain HTTP leads there
//   channel.gov_vn_domain           a state body's website is below gov.vn
//   channel.trust_certificate       a website has its «tín nhiệm mạng» certificate (advice)
//   channel.page_administrators     a Facebook page has two real-name accounts made for it as
//                                   administrators
//   channel.page_editors            a Facebook page's editors may not manage members
//   channel.administrator_assigned  a channel in service has an administrator, named by a decision
//   account.answer                  `account_field` is yes for every account in use
//   account.password_age            no account in use has a password older than the pack's interval
//   accounts.reviewed               a review is on record; whether an account is in use is known,
//                                   and one that is not has a reason and a request to delete it
//   declaration.answer              the requirement's questions are answered with yes
//   log.in_order                    the requirement's `log` rules hold (core/policy/log_rule.h);
//   with
//                                   `channel_kind`, asked only of units that have such a channel
//   page.footer                     the latest check of a website's saved page found all six items
//   at
//                                   its foot, `days` or `months` ago at most
//   page.compared                   a website's saved page was compared with an earlier copy,
//   `days`
//                                   or `months` ago at most; what was suspicious is dealt with
//   machines.in_order               the machines are listed, each with addresses that can be read;
//                                   and the requirement's `log` rules hold. Not asked of a unit
//                                   that has no machine
//   duty.covered                    rosters cover their periods, or the one that `duty` names,
//   round
//                                   the clock or as it says (core/policy/duty_rule.h): no gap,
//                                   nobody on two posts at once, a telephone for each
//   declaration.reported            the unit's details are complete; everybody signed before the
//                                   pack's deadline passed
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/inventory/duplicates.h"
#include "core/inventory/partial_date.h"
#include "core/inventory/row_reading.h"
#include "core/policy/evaluate.h"
#include "core/policy/log_facts.h"

namespace sokenh {

inline constexpr std::string_view kColumnsCheck = "channel.columns_complete";
inline constexpr std::string_view kReportedCheck = "declaration.reported";
inline constexpr std::string_view kAnswerCheck = "declaration.answer";
inline constexpr std::string_view kLogCheck = "log.in_order";
inline constexpr std::string_view kMachinesCheck = "machines.in_order";

// One row with what is derived from it once, for all checks.
struct RowFacts {
  const Channel* channel = nullptr;
  const RowReading* reading = nullptr;
  bool blank = false;       // nothing written yet
  bool in_service = false;  // not blank, and not said to be closed, locked or deleted
  const DuplicatePair* duplicate = nullptr;

  ChannelKind kind() const { return reading->channel.kind; }
  const StateReading& state() const { return reading->state; }
};

struct AccountFacts {
  const Account* account = nullptr;
  const std::string* system = nullptr;  // folded, in Facts
  bool in_use = false;                  // not blank, and not said to be out of use
  DateReading password_changed;
};

struct Facts {
  const Declaration* declaration = nullptr;
  Date today;
  std::optional<Date> reported;
  std::vector<RowReading> readings;  // those of `rows` that are not kept elsewhere
  std::vector<RowFacts> rows;
  std::vector<AccountFacts> accounts;                         // without blank ones
  std::unordered_map<std::string_view, std::string> systems;  // of the accounts, folded
  std::vector<DuplicatePair> duplicates;
  LogFacts log;
  // Checks of saved pages by what they are of: page_keys() (core/inventory/page_check.h).
  std::unordered_map<std::string, std::vector<const LogEntryFacts*>> pages;
};
// `kept`: readings from one time to the next, or null. The facts refer to it.
Facts gather_facts(const Declaration& declaration, const Date& today,
                   const std::optional<Date>& reported, RowReadings* kept);

struct Overdue {
  PartialDate last;  // when it was last done
  Date due;
};

// A finding with what merging needs to know.
struct Candidate {
  Finding finding;
  // For what; both null for what no followed pack asks. The finding does not name them yet.
  const Pack* pack = nullptr;
  const Requirement* requirement = nullptr;
  // Findings about intervals: the earliest due day is the strictest. Not written out yet.
  std::optional<Overdue> overdue;
};

// What a check works for, and where what it finds goes.
class Report {
 public:
  // `index` of the requirement in the evaluation.
  Report(const Pack* pack, const Requirement* requirement, std::size_t index,
         std::vector<Candidate>& candidates, Evaluation& evaluation)
      : pack_(pack),
        requirement_(requirement),
        index_(index),
        candidates_(&candidates),
        evaluation_(&evaluation) {}

  const Pack& pack() const { return *pack_; }
  const Requirement& requirement() const { return *requirement_; }

  // Shortens the evidence.
  void add(Finding&& finding, const std::optional<Overdue>& overdue = std::nullopt);
  void ask(Place&& place);
  void set_due(Place&& place, const Date& date);

 private:
  const Pack* pack_;  // both null for what no followed pack asks
  const Requirement* requirement_;
  std::size_t index_;
  std::vector<Candidate>* candidates_;
  Evaluation* evaluation_;
};

// In the order in which one of them decides over others.
enum class Mark { not_applicable, met, unanswered, to_do };

enum class CheckParameter { none, answer, date, account_answer, log_rules, interval, duty };

struct Check {
  std::string_view name;
  CheckParameter parameter = CheckParameter::none;
  bool needs_interval = false;  // the pack's password interval
  // One of the three.
  Mark (*row)(const Facts&, const RowFacts&, Report&) = nullptr;
  Mark (*account)(const Facts&, const AccountFacts&, Report&) = nullptr;
  Mark (*whole)(const Facts&, Report&) = nullptr;
};
const Check* find_check(std::string_view name);

// What is wrong with a date, nullopt when nothing is; an empty one is not looked at.
std::optional<std::pair<FindingCode, Severity>> date_fault(const DateReading& reading,
                                                           const Date& today);
// What is looked at whatever is followed: can the cells be read? `report` may be for no
// requirement. `complete`: blank cells are findings too. Returns whether the row is in order.
bool check_cells(const Facts& facts, const RowFacts& row, bool complete, Report& report);
// The answers to the requirement's questions.
Mark check_questions(const Facts& facts, Report& report);
void check_unit(const Facts& facts, Report& report);
// The machines' addresses: can they be read, do they overlap? Whether they are in order.
bool check_machines(const Facts& facts, Report& report);
void check_any_channels(const Facts& facts, Report& report);

}  // namespace sokenh
