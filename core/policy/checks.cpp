#include "core/policy/checks.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/inventory/partial_date.h"
#include "core/policy/duty_checks.h"
#include "core/policy/log_checks.h"
#include "core/policy/machine_checks.h"
#include "core/policy/page_checks.h"
#include "core/policy/password_policy.h"
#include "core/text/fold.h"
#include "core/text/telephone.h"
#include "core/text/utf8.h"

namespace sokenh {
namespace {

constexpr std::size_t kMaxEvidence = 100;  // code points

void shorten(std::string& evidence) {
  if (evidence.size() <= kMaxEvidence) return;
  std::size_t count = 0;
  for (std::size_t i = 0; i < evidence.size(); ++count) {
    if (count == kMaxEvidence) {
      evidence.resize(i);
      evidence += "…";
      return;
    }
    i += text::decode_code_point(evidence, i).bytes;
  }
}

Finding of_column(const RowFacts& row, FindingCode code, Severity severity, Column column,
                  std::string evidence, std::string suggestion = {}) {
  Finding finding{.code = code, .severity = severity, .row = row.channel->id, .column = column};
  finding.evidence = std::move(evidence);
  finding.suggestion = std::move(suggestion);
  return finding;
}

Finding of_attribute(const RowFacts& row, FindingCode code, Severity severity, Attribute attribute,
                     std::string evidence = {}, std::string suggestion = {}) {
  Finding finding{.code = code, .severity = severity, .row = row.channel->id};
  finding.attribute = attribute;
  finding.evidence = std::move(evidence);
  finding.suggestion = std::move(suggestion);
  return finding;
}

Finding of_unit(FindingCode code, UnitField field, std::string evidence = {}) {
  Finding finding{.code = code, .severity = Severity::warning};
  finding.unit_field = field;
  finding.evidence = std::move(evidence);
  return finding;
}

Finding of_account(const AccountFacts& account, FindingCode code, Severity severity,
                   AccountField field, std::string evidence = {}, std::string suggestion = {}) {
  Finding finding{.code = code, .severity = severity};
  finding.account = account.account->id;
  finding.account_field = field;
  finding.evidence = std::move(evidence);
  finding.suggestion = std::move(suggestion);
  return finding;
}

Mark ask(Report& report, Place&& place) {
  report.ask(std::move(place));
  return Mark::unanswered;
}

}  // namespace

std::optional<std::pair<FindingCode, Severity>> date_fault(const DateReading& reading,
                                                           const Date& today) {
  switch (reading.problem) {
    case DateProblem::empty:
      return std::nullopt;
    case DateProblem::unreadable:
      return std::pair{FindingCode::date_unreadable, Severity::warning};
    case DateProblem::no_such_day:
      return std::pair{FindingCode::date_no_such_day, Severity::error};
    case DateProblem::out_of_range:
      return std::pair{FindingCode::date_out_of_range, Severity::warning};
    case DateProblem::none:
      break;
  }
  if (reading.value.date > today) return std::pair{FindingCode::date_in_future, Severity::warning};
  return std::nullopt;
}

namespace {

// «chưa có», «không»: an answer in words where a number or a name is asked for.
bool says_none(std::string_view text) {
  const auto is_number = [](char c) { return c > '0' && c <= '9'; };
  if (std::any_of(text.begin(), text.end(), is_number)) return false;
  const std::string folded = text::fold(text);
  constexpr std::array<std::string_view, 12> none{"khong",
                                                  "chua",
                                                  "chua co",
                                                  "khong co",
                                                  "chua co quyet dinh",
                                                  "ko",
                                                  "chua phan cong",
                                                  "khong co quyet dinh",
                                                  "no",
                                                  "none",
                                                  "-",
                                                  "0"};
  return std::find(none.begin(), none.end(), folded) != none.end();
}

bool says_not_applicable(std::string_view text) {
  const std::string folded = text::fold(text);
  return folded == "khong ap dung" || folded == "n/a" || folded == "na";
}

bool is_formula(std::string_view cell) {
  return cell.find('=') != std::string_view::npos && text::trim(cell).starts_with('=');
}

bool check_contact(const RowFacts& row, Report& report) {
  const ContactReading& contact = row.reading->contact;
  if (!contact.doubtful.empty()) {
    report.add(of_column(row, FindingCode::contact_unreadable, Severity::warning, Column::contact,
                         contact.doubtful));
  }
  if (!contact.without_zero.empty()) {
    report.add(of_column(row, FindingCode::telephone_zero_missing, Severity::advice,
                         Column::contact, contact.without_zero, contact.with_zeros));
  }
  return contact.doubtful.empty();
}

// --- checks over channels

Mark check_unused(const Facts&, const RowFacts& row, Report& report) {
  if (row.blank) return Mark::not_applicable;
  if (row.state().state == ChannelState::closed || row.state().state == ChannelState::locked ||
      row.state().state == ChannelState::deleted) {
    return Mark::met;
  }
  const Answer in_use = row.channel->security.in_use;
  if (in_use == Answer::no || (row.state().out_of_use && in_use != Answer::yes)) {
    report.add(of_column(row, FindingCode::unused_channel_active, Severity::error, Column::state,
                         row.channel->state));
    return Mark::to_do;
  }
  if (in_use == Answer::not_applicable) return Mark::not_applicable;
  if (in_use == Answer::yes) return Mark::met;
  return ask(report, channel_place(row.channel->id, Attribute::in_use));
}

Mark mark_of(Answer answer) {
  switch (answer) {
    case Answer::unanswered:
      return Mark::unanswered;
    case Answer::yes:
      return Mark::met;
    case Answer::no:
      return Mark::to_do;
    case Answer::not_applicable:
      return Mark::not_applicable;
  }
  return Mark::unanswered;
}

Mark check_attribute(const Facts&, const RowFacts& row, Report& report) {
  if (!row.in_service) return Mark::not_applicable;
  const Attribute attribute = *report.requirement().attribute;
  const Mark mark = mark_of(attribute_answer(row.channel->security, attribute));
  if (mark == Mark::to_do) {
    report.add(of_attribute(row, FindingCode::attribute_answered_no, Severity::error, attribute));
  } else if (mark == Mark::unanswered) {
    report.ask(channel_place(row.channel->id, attribute));
  }
  return mark;
}

// When a password last changed then is due under the report's pack, and whether it is overdue.
struct PasswordAge {
  Date due;
  bool overdue = false;
};
PasswordAge password_age(const PartialDate& changed, const Facts& facts, const Report& report) {
  const Date day = std::min(last_possible_day(changed), facts.today);
  const Date due = password_due(report.pack().password, day).value_or(facts.today);
  return {due, due < facts.today};
}

Mark check_date_age(const Facts& facts, const RowFacts& row, Report& report) {
  if (!row.in_service) return Mark::not_applicable;
  const Attribute attribute = *report.requirement().attribute;
  const auto place = [&] { return channel_place(row.channel->id, attribute); };
  const std::string written = attribute_text(row.channel->security, attribute);
  if (says_not_applicable(written)) return Mark::not_applicable;
  const DateReading reading = read_partial_date(written);
  if (reading.problem == DateProblem::empty) return ask(report, place());
  if (const auto fault = date_fault(reading, facts.today)) {
    report.add(of_attribute(row, fault->first, fault->second, attribute, written));
    return Mark::to_do;
  }
  const PasswordAge age = password_age(reading.value, facts, report);
  report.set_due(place(), age.due);
  if (!age.overdue) return Mark::met;
  report.add(of_attribute(row, FindingCode::password_change_overdue, Severity::error, attribute),
             Overdue{reading.value, age.due});
  return Mark::to_do;
}

Mark check_https(const Facts&, const RowFacts& row, Report& report) {
  if (row.kind() != ChannelKind::website || row.blank ||
      row.state().state == ChannelState::deleted) {
    return Mark::not_applicable;
  }
  const Answer redirects = row.channel->security.https_redirects;
  for (const text::WebAddress& address : row.reading->channel.name_addresses) {
    if (address.scheme != "http") continue;
    const std::string written =
        row.channel->name.substr(address.begin, address.end - address.begin);
    // Doubtful rather than wrong where nobody visits the site any more, or HTTP leads on to HTTPS
    // anyway.
    const bool mild = !row.in_service || redirects == Answer::yes;
    report.add(of_column(row, FindingCode::address_not_https,
                         mild ? Severity::warning : Severity::error, Column::name, written,
                         "https://" + written.substr(std::string_view("http://").size())));
    return Mark::to_do;
  }
  if (!row.in_service) return Mark::not_applicable;
  if (redirects == Answer::no) {
    report.add(of_attribute(row, FindingCode::attribute_answered_no, Severity::error,
                            Attribute::https_redirects));
  } else if (redirects == Answer::unanswered) {
    report.ask(channel_place(row.channel->id, Attribute::https_redirects));
  }
  return mark_of(redirects);
}

const text::WebAddress* website_address(const RowFacts& row) {
  return row.kind() == ChannelKind::website && !row.reading->channel.name_addresses.empty()
             ? &row.reading->channel.name_addresses.front()
             : nullptr;
}

Mark check_gov_vn(const Facts& facts, const RowFacts& row, Report& report) {
  if (row.kind() != ChannelKind::website || !row.in_service) return Mark::not_applicable;
  const UnitKind unit = facts.declaration->unit.kind;
  // Only state bodies are entitled to .gov.vn; nobody else fails for not having it.
  if (unit == UnitKind::school || unit == UnitKind::other) return Mark::not_applicable;
  const text::WebAddress* address = website_address(row);
  if (address == nullptr) return ask(report, channel_place(row.channel->id, Column::name));
  if (text::is_under(address->host, "gov.vn")) return Mark::met;
  if (unit == UnitKind::unspecified) return ask(report, unit_place(UnitField::kind));
  report.add(
      of_column(row, FindingCode::domain_not_gov_vn, Severity::error, Column::name, address->host));
  return Mark::to_do;
}

Mark check_trust_certificate(const Facts& facts, const RowFacts& row, Report& report) {
  if (row.kind() != ChannelKind::website || !row.in_service) return Mark::not_applicable;
  const SecurityAttributes& security = row.channel->security;
  if (says_not_applicable(security.trust_certificate)) return Mark::not_applicable;
  if (text::is_blank(security.trust_certificate) || says_none(security.trust_certificate)) {
    report.add(of_attribute(row, FindingCode::trust_certificate_missing, Severity::advice,
                            Attribute::trust_certificate));
    return Mark::to_do;
  }
  const DateReading reading = read_partial_date(security.trust_certificate_date);
  if (const auto fault = date_fault(reading, facts.today)) {
    report.add(of_attribute(row, fault->first, Severity::warning, Attribute::trust_certificate_date,
                            security.trust_certificate_date));
    return Mark::to_do;
  }
  return Mark::met;
}

std::string account_name(const std::vector<PageRole>& roles, const PageRole& role) {
  if (!text::is_blank(role.account)) return role.account;
  return "#" + std::to_string(&role - roles.data() + 1);
}

Mark check_page_administrators(const Facts&, const RowFacts& row, Report& report) {
  if (row.kind() != ChannelKind::facebook || !row.in_service) return Mark::not_applicable;
  const std::vector<PageRole>& roles = row.channel->security.page_roles;
  if (roles.empty()) return ask(report, channel_place(row.channel->id));
  Mark mark = Mark::met;
  const auto add = [&](FindingCode code, std::string evidence) {
    Finding finding{.code = code, .severity = Severity::error, .row = row.channel->id};
    finding.evidence = std::move(evidence);
    report.add(std::move(finding));
    mark = Mark::to_do;
  };
  int administrators = 0;
  bool unanswered = false;
  for (const PageRole& role : roles) {
    if (role.kind != PageRoleKind::administrator) continue;
    ++administrators;
    if (role.real_name == Answer::no) {
      add(FindingCode::page_administrator_not_real_name, account_name(roles, role));
    }
    if (role.dedicated == Answer::no) {
      add(FindingCode::page_administrator_not_dedicated, account_name(roles, role));
    }
    unanswered =
        unanswered || role.real_name == Answer::unanswered || role.dedicated == Answer::unanswered;
  }
  if (administrators != 2)
    add(FindingCode::page_administrators_not_two, std::to_string(administrators));
  if (mark == Mark::met && unanswered) return ask(report, channel_place(row.channel->id));
  return mark;
}

Mark check_page_editors(const Facts&, const RowFacts& row, Report& report) {
  if (row.kind() != ChannelKind::facebook || !row.in_service) return Mark::not_applicable;
  const std::vector<PageRole>& roles = row.channel->security.page_roles;
  if (roles.empty()) return ask(report, channel_place(row.channel->id));
  Mark mark = Mark::met;
  for (const PageRole& role : roles) {
    if (role.kind != PageRoleKind::editor) continue;
    if (role.may_manage_members == Answer::yes) {
      Finding finding{.code = FindingCode::page_editor_manages_members, .row = row.channel->id};
      finding.evidence = account_name(roles, role);
      report.add(std::move(finding));
      mark = Mark::to_do;
    } else if (role.may_manage_members == Answer::unanswered && mark == Mark::met) {
      mark = Mark::unanswered;
    }
  }
  if (mark == Mark::unanswered) report.ask(channel_place(row.channel->id));
  return mark;
}

Mark check_assigned(const Facts&, const RowFacts& row, Report& report) {
  if (!row.in_service) return Mark::not_applicable;
  const std::string& assignment = row.channel->security.assignment;
  if (text::is_blank(row.channel->administrators)) {
    report.add(of_column(row, FindingCode::administrator_missing, Severity::error,
                         Column::administrators, {}));
    return Mark::to_do;
  }
  if (text::is_blank(assignment))
    return ask(report, channel_place(row.channel->id, Attribute::assignment));
  if (says_none(assignment)) {
    report.add(of_attribute(row, FindingCode::administrator_not_assigned, Severity::error,
                            Attribute::assignment, assignment));
    return Mark::to_do;
  }
  return Mark::met;
}

Mark check_columns(const Facts& facts, const RowFacts& row, Report& report) {
  return check_cells(facts, row, true, report) ? Mark::met : Mark::to_do;
}

// --- checks over accounts

Mark check_account_answer(const Facts&, const AccountFacts& account, Report& report) {
  if (!account.in_use) return Mark::not_applicable;
  const AccountField field = *report.requirement().account_field;
  const Mark mark = mark_of(account_answer(*account.account, field));
  if (mark == Mark::to_do) {
    report.add(of_account(account, FindingCode::attribute_answered_no, Severity::error, field));
  } else if (mark == Mark::unanswered) {
    report.ask(account_place(account.account->id, field));
  }
  return mark;
}

Mark check_account_password(const Facts& facts, const AccountFacts& account, Report& report) {
  if (!account.in_use) return Mark::not_applicable;
  const auto place = [&] {
    return account_place(account.account->id, AccountField::password_changed);
  };
  const std::string& written = account.account->password_changed;
  const DateReading& reading = account.password_changed;
  if (reading.problem == DateProblem::empty) return ask(report, place());
  if (reading.problem == DateProblem::unreadable && says_not_applicable(written))
    return Mark::not_applicable;
  if (const auto fault = date_fault(reading, facts.today)) {
    report.add(
        of_account(account, fault->first, fault->second, AccountField::password_changed, written));
    return Mark::to_do;
  }
  const PasswordAge age = password_age(reading.value, facts, report);
  report.set_due(place(), age.due);
  if (!age.overdue) return Mark::met;
  report.add(of_account(account, FindingCode::password_change_overdue, Severity::error,
                        AccountField::password_changed),
             Overdue{reading.value, age.due});
  return Mark::to_do;
}

Mark check_account_reviewed(const Facts& facts, const AccountFacts& account, Report& report) {
  const Account& a = *account.account;
  if (a.in_use == Answer::unanswered) {
    return ask(report, account_place(a.id, AccountField::in_use));
  }
  if (account.in_use) return Mark::met;
  Mark mark = Mark::met;
  if (text::is_blank(a.unused_reason)) {
    report.add(of_account(account, FindingCode::account_reason_missing, Severity::error,
                          AccountField::unused_reason));
    mark = Mark::to_do;
  }
  const DateReading requested = read_partial_date(a.removal_requested);
  if (requested.problem == DateProblem::empty || says_none(a.removal_requested)) {
    report.add(of_account(account, FindingCode::account_removal_not_requested, Severity::error,
                          AccountField::removal_requested));
    mark = Mark::to_do;
  } else if (const auto fault = date_fault(requested, facts.today)) {
    report.add(of_account(account, fault->first, fault->second, AccountField::removal_requested,
                          a.removal_requested));
    mark = Mark::to_do;
  }
  return mark;
}

// --- checks over the whole declaration

Mark check_reviewed(const Facts& facts, Report& report) {
  if (facts.accounts.empty()) {
    return facts.declaration->no_accounts ? Mark::not_applicable
                                          : ask(report, {.kind = PlaceKind::accounts});
  }
  Mark mark = Mark::met;
  for (const AccountFacts& account : facts.accounts) {
    mark = std::max(mark, check_account_reviewed(facts, account, report));
  }
  const std::vector<AccountReview>& reviews = facts.declaration->account_reviews;
  const bool on_record = std::any_of(reviews.begin(), reviews.end(), [&](const auto& review) {
    const DateReading date = read_partial_date(review.date);
    return date.problem == DateProblem::none && !date_fault(date, facts.today);
  });
  if (!on_record) mark = std::max(mark, ask(report, {.kind = PlaceKind::account_reviews}));
  return mark;
}

Mark check_reported(const Facts& facts, Report& report) {
  const Date last_day = last_day_on_time(*report.pack().deadline);
  const bool on_time = facts.reported.value_or(facts.today) <= last_day;
  if (facts.reported && on_time) return Mark::met;
  report.set_due({.kind = PlaceKind::report}, last_day);
  if (on_time) return ask(report, {.kind = PlaceKind::report});
  // Whether it was sent is not in the declaration, so this can be no more than a reminder.
  Finding finding{.code = FindingCode::past_deadline, .severity = Severity::advice};
  finding.evidence = vietnamese_date(last_day);
  report.add(std::move(finding));
  return Mark::to_do;
}

constexpr std::array kChecks{
    Check{.name = kColumnsCheck, .row = check_columns},
    Check{.name = "channel.unused_not_active", .row = check_unused},
    Check{.name = "channel.attribute", .parameter = CheckParameter::answer, .row = check_attribute},
    Check{.name = "channel.attribute_date_age",
          .parameter = CheckParameter::date,
          .needs_interval = true,
          .row = check_date_age},
    Check{.name = "channel.https", .row = check_https},
    Check{.name = "channel.gov_vn_domain", .row = check_gov_vn},
    Check{.name = "channel.trust_certificate", .row = check_trust_certificate},
    Check{.name = "channel.page_administrators", .row = check_page_administrators},
    Check{.name = "channel.page_editors", .row = check_page_editors},
    Check{.name = "channel.administrator_assigned", .row = check_assigned},
    Check{.name = "account.answer",
          .parameter = CheckParameter::account_answer,
          .account = check_account_answer},
    Check{
        .name = "account.password_age", .needs_interval = true, .account = check_account_password},
    Check{.name = "accounts.reviewed", .whole = check_reviewed},
    Check{.name = kAnswerCheck, .whole = check_questions},
    Check{.name = kReportedCheck, .whole = check_reported},
    Check{.name = "page.footer", .parameter = CheckParameter::interval, .row = check_page_footer},
    Check{
        .name = "page.compared", .parameter = CheckParameter::interval, .row = check_page_compared},
    Check{.name = kLogCheck, .parameter = CheckParameter::log_rules, .whole = check_log},
    Check{.name = kMachinesCheck,
          .parameter = CheckParameter::log_rules,
          .whole = check_machines_in_order},
    Check{.name = "duty.covered", .parameter = CheckParameter::duty, .whole = check_duty},
};

constexpr auto kCheckNames = [] {
  std::array<std::string_view, kChecks.size()> names;
  for (std::size_t i = 0; i < kChecks.size(); ++i) names[i] = kChecks[i].name;
  return names;
}();

}  // namespace

const Check* find_check(std::string_view name) {
  for (const Check& check : kChecks) {
    if (check.name == name) return &check;
  }
  return nullptr;
}

std::span<const std::string_view> check_names() { return kCheckNames; }

void Report::add(Finding&& finding, const std::optional<Overdue>& overdue) {
  shorten(finding.evidence);
  candidates_->push_back({std::move(finding), pack_, requirement_, overdue});
}

void Report::ask(Place&& place) { evaluation_->unanswered.push_back({index_, std::move(place)}); }

void Report::set_due(Place&& place, const Date& date) {
  evaluation_->due.push_back({index_, std::move(place), date});
}

namespace {

// Not within gather_facts(): a page that has no channels yet has no code made for them.
[[gnu::noinline]] void gather_rows(const Declaration& declaration, RowReadings* kept,
                                   Facts& facts) {
  std::vector<const RowReading*> readings;
  if (kept != nullptr) {
    readings = kept->read(declaration.channels);
  } else {
    readings.reserve(declaration.channels.size());
    facts.readings.reserve(declaration.channels.size());
    for (const Channel& channel : declaration.channels)
      readings.push_back(&facts.readings.emplace_back(read_row(channel)));
  }
  std::vector<const ChannelReading*> channels;
  channels.reserve(readings.size());
  for (const RowReading* reading : readings) channels.push_back(&reading->channel);
  facts.duplicates = find_duplicates(declaration.channels, channels);

  facts.rows.reserve(declaration.channels.size());
  auto duplicate = facts.duplicates.begin();  // in the rows' order, like the rows
  for (const Channel& channel : declaration.channels) {
    RowFacts row;
    row.channel = &channel;
    row.reading = readings[facts.rows.size()];
    row.blank = is_blank(channel);
    const ChannelState state = row.state().state;
    row.in_service =
        !row.blank && (state == ChannelState::active || state == ChannelState::unknown);
    if (duplicate != facts.duplicates.end() && duplicate->second == channel.id)
      row.duplicate = &*duplicate++;
    facts.rows.push_back(row);
  }
}

}  // namespace

Facts gather_facts(const Declaration& declaration, const Date& today,
                   const std::optional<Date>& reported, RowReadings* kept) {
  Facts facts{.declaration = &declaration, .today = today, .reported = reported};
  if (!declaration.channels.empty()) gather_rows(declaration, kept, facts);
  facts.accounts.reserve(declaration.accounts.size());
  for (const Account& account : declaration.accounts) {
    if (is_blank(account)) continue;
    const auto [system, is_new] = facts.systems.try_emplace(account.system);
    if (is_new) system->second = text::fold(account.system);
    facts.accounts.push_back({&account, &system->second, account.in_use != Answer::no,
                              read_partial_date(account.password_changed)});
  }
  facts.log = gather_log_facts(declaration, today);
  gather_pages(facts);
  return facts;
}

Mark check_questions(const Facts& facts, Report& report) {
  Mark mark = Mark::not_applicable;
  for (const Question& question : report.requirement().questions) {
    const QuestionAnswer* answer = find_answer(*facts.declaration, question.key);
    Mark one = answer == nullptr ? Mark::unanswered : mark_of(answer->answer);
    if (one == Mark::unanswered) {
      report.ask({.kind = PlaceKind::question, .question = question.key});
    } else if (one == Mark::to_do) {
      Finding finding{.code = FindingCode::question_answered_no, .severity = Severity::error};
      finding.question = question.key;
      report.add(std::move(finding));
    } else if (const auto fault = date_fault(read_partial_date(answer->date), facts.today)) {
      Finding finding{.code = fault->first, .severity = fault->second};
      finding.question = question.key;
      finding.evidence = answer->date;
      report.add(std::move(finding));
      one = Mark::to_do;
    }
    mark = std::max(mark, one);
  }
  return mark;
}

bool check_cells(const Facts& facts, const RowFacts& row, bool complete, Report& report) {
  const Channel& channel = *row.channel;
  bool in_order = true;
  const auto add = [&](FindingCode code, Severity severity, Column column, std::string evidence,
                       std::string suggestion = {}) {
    report.add(of_column(row, code, severity, column, std::move(evidence), std::move(suggestion)));
    in_order = in_order && severity == Severity::advice;
  };
  const auto readable = [&](Column column) {
    const std::string& cell = column_text(channel, column);
    return !text::is_blank(cell) && !is_formula(cell);
  };

  if (complete && row.blank) {  // a row just added: one finding, not six
    add(FindingCode::cell_missing, Severity::error, Column::name, {});
    return false;
  }
  for (int i = 1; i < kColumnCount; ++i) {
    const auto column = static_cast<Column>(i);
    const std::string& cell = column_text(channel, column);
    if (is_formula(cell)) {
      add(FindingCode::cell_is_formula, Severity::warning, column, cell);
    } else if (complete && text::is_blank(cell) && column != Column::identifier) {
      const bool needless = row.state().state == ChannelState::deleted &&
                            (column == Column::administrators || column == Column::contact);
      const bool essential = column == Column::name || column == Column::state;
      if (!needless)
        add(FindingCode::cell_missing, essential ? Severity::error : Severity::warning, column, {});
    }
  }
  if (readable(Column::created)) {
    if (const auto fault = date_fault(row.reading->created, facts.today)) {
      add(fault->first, fault->second, Column::created, channel.created);
    }
  }
  if (readable(Column::contact) && !check_contact(row, report)) in_order = false;
  if (readable(Column::state) && row.state().state == ChannelState::unknown) {
    add(FindingCode::state_unreadable, Severity::error, Column::state, channel.state,
        std::string(state_label(row.state().suggestion)));
  }
  if (row.duplicate != nullptr) {
    Finding finding = of_column(row, FindingCode::duplicate_channel, Severity::warning,
                                Column::name, row.duplicate->address);
    finding.other_row = row.duplicate->first;
    report.add(std::move(finding));
    in_order = false;
  }
  return in_order;
}

void check_unit(const Facts& facts, Report& report) {
  const Unit& unit = facts.declaration->unit;
  for (const UnitField field :
       {UnitField::name, UnitField::parent, UnitField::preparer_name, UnitField::head_name}) {
    if (text::is_blank(unit_field_text(unit, field)))
      report.add(of_unit(FindingCode::unit_field_missing, field));
  }
  const bool has_telephone = !text::is_blank(unit.telephone);
  const bool has_email = !text::is_blank(unit.email);
  if (!has_telephone && !has_email)
    report.add(of_unit(FindingCode::unit_field_missing, UnitField::telephone));
  if (has_telephone) {
    const text::TelephoneScan scan = text::find_telephones(unit.telephone);
    if (scan.found.empty() || !scan.doubtful.empty()) {
      report.add(
          of_unit(FindingCode::unit_telephone_unreadable, UnitField::telephone, unit.telephone));
    }
  }
  if (has_email && !text::is_email_address(unit.email)) {
    report.add(of_unit(FindingCode::unit_email_unreadable, UnitField::email, unit.email));
  }
}

void check_any_channels(const Facts& facts, Report& report) {
  if (!facts.rows.empty() || facts.declaration->no_channels) return;
  report.add({.code = FindingCode::no_channels_declared, .severity = Severity::error});
}

}  // namespace sokenh
