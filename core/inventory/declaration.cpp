#include "core/inventory/declaration.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "core/base/json.h"
#include "core/inventory/channel_state.h"
#include "core/inventory/partial_date.h"
#include "core/text/compose.h"
#include "core/text/utf8.h"

namespace sokenh {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kFormat = "sokenh.declaration";
constexpr std::int64_t kVersion = 1;

constexpr std::array kWrittenColumns{Column::name,          Column::identifier,     Column::created,
                                     Column::managing_unit, Column::administrators, Column::contact,
                                     Column::state};

// What stands beside a written date or state where it can be read, else "".
std::string date_value(std::string_view written) {
  const DateReading reading = read_partial_date(written);
  return reading.problem == DateProblem::none ? iso_text(reading.value) : std::string{};
}

std::string state_value(std::string_view written) {
  return std::string(state_key(read_state(written).state));
}

// --- writing

void put_answer(Json& object, std::string_view key, Answer answer) {
  if (answer != Answer::unanswered) object[std::string(key)] = answer_key(answer);
}

void put_text(Json& object, std::string_view key, std::string text) {
  if (!text.empty()) object[std::string(key)] = std::move(text);
}

Json to_json(const SecurityAttributes& security) {
  Json object = Json::object();
  for (const Attribute attribute : attributes()) {
    put_text(object, attribute_key(attribute), attribute_text(security, attribute));
  }
  if (!security.page_roles.empty()) {
    Json& roles = object["page_roles"] = Json::array();
    for (const PageRole& role : security.page_roles) {
      Json entry{{"account", role.account},
                 {"role", role.kind == PageRoleKind::administrator ? "administrator" : "editor"}};
      put_answer(entry, "real_name", role.real_name);
      put_answer(entry, "dedicated", role.dedicated);
      put_answer(entry, "may_manage_members", role.may_manage_members);
      roles.push_back(std::move(entry));
    }
  }
  return object;
}

Json to_json(const Channel& channel) {
  Json object{{"id", channel.id}, {"security", to_json(channel.security)}};
  for (const Column column : kWrittenColumns) {
    object[std::string(column_key(column))] = column_text(channel, column);
  }
  put_text(object, "created_date", date_value(channel.created));
  put_text(object, "state_value", state_value(channel.state));
  if (!channel.state_changes.empty()) {
    Json& changes = object["state_changes"] = Json::array();
    for (const StateChange& change : channel.state_changes) {
      Json entry{{"date", change.date}, {"state", change.state}, {"reason", change.reason}};
      put_text(entry, "date_value", date_value(change.date));
      put_text(entry, "state_value", state_value(change.state));
      changes.push_back(std::move(entry));
    }
  }
  return object;
}

Json to_json(const QuestionAnswer& answer) {
  Json object{{"question", answer.question}};
  put_answer(object, "answer", answer.answer);
  put_text(object, "note", answer.note);
  put_text(object, "date", answer.date);
  put_text(object, "date_value", date_value(answer.date));
  put_text(object, "responsible", answer.responsible);
  put_text(object, "document", answer.document);
  return object;
}

std::string value_key(AccountField field) {
  return std::string(account_field_key(field)) + "_value";
}

Json to_json(const Account& account) {
  Json object{{"id", account.id}};
  for (const AccountField field : account_fields()) {
    std::string text = account_text(account, field);
    if (account_field_is_date(field)) put_text(object, value_key(field), date_value(text));
    put_text(object, account_field_key(field), std::move(text));
  }
  return object;
}

Json to_json(const AccountReview& review) {
  Json object{{"date", review.date},
              {"reviewer", review.reviewer},
              {"reviewed", review.reviewed},
              {"unused", review.unused}};
  put_text(object, "date_value", date_value(review.date));
  put_text(object, "note", review.note);
  return object;
}

std::string value_key(LogField field) { return std::string(log_field_key(field)) + "_value"; }

// What was read from what is written, null where it cannot be read or nothing is to be.
Json derived_value(LogField field, const std::string& written) {
  switch (log_field_type(field)) {
    case LogFieldType::date:
      if (std::string value = date_value(written); !value.empty()) return value;
      break;
    case LogFieldType::moment:
      if (const MomentReading reading = read_moment(written);
          reading.problem == MomentProblem::none) {
        return iso_text(reading);
      }
      break;
    case LogFieldType::number:
      if (const auto number = read_log_number(written)) return *number;
      break;
    case LogFieldType::text:
    case LogFieldType::choice:
    case LogFieldType::machine:
      break;
  }
  return nullptr;
}

Json to_json(const LogEntry& entry) {
  Json object{{"id", entry.id}, {"kind", log_kind_key(entry.kind)}};
  for (const LogText& each : entry.texts) {
    object[std::string(log_field_key(each.field))] = each.text;
    if (Json value = derived_value(each.field, each.text); !value.is_null())
      object[value_key(each.field)] = std::move(value);
  }
  return object;
}

Json to_json(const Machine& machine) {
  Json object{{"id", machine.id}};
  for (const MachineField field : machine_fields())
    put_text(object, machine_field_key(field), machine_text(machine, field));
  return object;
}

std::string moment_value(std::string_view written) {
  const MomentReading reading = read_moment(written);
  return reading.problem == MomentProblem::none ? iso_text(reading) : std::string{};
}

// An end that is no moment by itself («07:00», «24:00») is one after its beginning.
std::string end_value(std::string_view from, std::string_view to) {
  std::string value = moment_value(to);
  if (!value.empty()) return value;
  const SpanReading reading = read_span(from, to, kMaxRosterMinutes);
  if (reading.problem != SpanProblem::none) return {};
  const Moment end = civil_from_minutes(reading.span.to);
  return iso_text({.problem = MomentProblem::none,
                   .day = {.date = end.date},
                   .has_time = true,
                   .hour = end.hour,
                   .minute = end.minute});
}

template <class Item>
void put_fields(Json& object, const Item& item, const auto& fields) {
  for (const auto field : fields) put_text(object, field_key(field), field_text(item, field));
}

// Of a roster and of a shift.
template <class Item>
void put_times(Json& object, const Item& item) {
  put_text(object, "from_value", moment_value(item.from));
  put_text(object, "to_value", end_value(item.from, item.to));
}

Json to_json(const DutyPost& post) {
  Json object{{"id", post.id}};
  put_fields(object, post, post_fields());
  return object;
}

Json to_json(const DutyPerson& person) {
  Json object{{"id", person.id}};
  put_fields(object, person, person_fields());
  if (!person.posts.empty()) object["posts"] = person.posts;
  return object;
}

Json to_json(const DutyShift& shift) {
  Json object{{"id", shift.id}, {"post", shift.post}};
  if (shift.person != 0) object["person"] = shift.person;
  put_fields(object, shift, shift_fields());
  put_times(object, shift);
  if (shift.planned) object["planned"] = true;
  return object;
}

Json to_json(const Roster& roster);

template <class List>
void put_list(Json& object, const char* key, const List& list) {
  if (list.empty()) return;
  Json& array = object[key] = Json::array();
  for (const auto& item : list) array.push_back(to_json(item));
}

Json to_json(const Roster& roster) {
  Json object{{"id", roster.id}};
  put_fields(object, roster, roster_fields());
  put_times(object, roster);
  put_list(object, "posts", roster.posts);
  put_list(object, "people", roster.people);
  put_list(object, "shifts", roster.shifts);
  return object;
}

// --- reading

std::string checked_text(JsonReader& owner, std::string_view name, std::string text) {
  if (text.size() > kMaxTextBytes) {
    owner.fail_at(name, ErrorCode::declaration_text_too_long, std::to_string(kMaxTextBytes));
  } else if (!text::is_valid_utf8(text)) {
    owner.fail_at(name, ErrorCode::json_not_utf8);
  } else if (text::has_forbidden_controls(text)) {
    owner.fail_at(name, ErrorCode::declaration_text_has_controls);
  } else {
    return text;
  }
  return {};
}

std::string read_text(JsonReader& reader, std::string_view name) {
  return checked_text(reader, name, reader.string(name, std::string::npos));
}

// A member that is left out when there is nothing to write.
std::string read_optional_text(JsonReader& reader, std::string_view name) {
  return reader.has(name) ? read_text(reader, name) : std::string{};
}

// Only answered attributes are written, so an empty text is not one.
Answer read_answer(JsonReader& reader, std::string_view name) {
  if (!reader.has(name)) return Answer::unanswered;
  const std::string key = reader.string(name, kMaxTextBytes);
  const auto answer = parse_answer_key(key);
  if (reader.ok() && (!answer || *answer == Answer::unanswered)) {
    reader.fail_at(name, ErrorCode::json_unknown_value, key.substr(0, 40));
  }
  return answer.value_or(Answer::unanswered);
}

Unit read_unit(JsonReader reader) {
  Unit unit;
  reader.allow_only({"name", "parent", "kind", "code", "address", "telephone", "email", "place",
                     "preparer_name", "preparer_title", "head_name", "head_title"});
  for (const UnitField field : unit_fields()) {
    const std::string_view key = unit_field_key(field);
    const std::string text = read_text(reader, key);
    set_unit_field(unit, field, text);
    if (reader.ok() && unit_field_text(unit, field) != text) {
      reader.fail_at(key, ErrorCode::json_unknown_value, text.substr(0, 40));
    }
  }
  return unit;
}

PageRole read_page_role(JsonReader& reader) {
  constexpr std::array<std::string_view, 2> kinds{"administrator", "editor"};
  reader.allow_only({"account", "role", "real_name", "dedicated", "may_manage_members"});
  PageRole role;
  role.account = read_text(reader, "account");
  role.kind =
      reader.choice("role", kinds) == 0 ? PageRoleKind::administrator : PageRoleKind::editor;
  role.real_name = read_answer(reader, "real_name");
  role.dedicated = read_answer(reader, "dedicated");
  role.may_manage_members = read_answer(reader, "may_manage_members");
  return role;
}

SecurityAttributes read_security(JsonReader reader) {
  SecurityAttributes security;
  reader.allow_only({"in_use", "password_strong", "password_changed", "attempts_limited",
                     "default_replaced", "login_alerts", "password_unique", "https_redirects",
                     "two_step", "trust_certificate", "trust_certificate_date", "assignment",
                     "page_roles"});
  for (const Attribute attribute : attributes()) {
    const std::string_view key = attribute_key(attribute);
    if (attribute_is_answer(attribute)) {
      set_attribute_text(security, attribute, answer_key(read_answer(reader, key)));
    } else if (reader.has(key)) {
      set_attribute_text(security, attribute, read_text(reader, key));
    }
  }
  for (JsonReader& role : reader.optional_array("page_roles", kMaxPageRoles)) {
    security.page_roles.push_back(read_page_role(role));
  }
  return security;
}

void check_derived(JsonReader& reader, std::string_view name, const std::string& derived) {
  if (!reader.has(name)) return;
  const std::string written = reader.string(name, kMaxTextBytes);
  if (reader.ok() && written != derived) {
    reader.fail_at(name, ErrorCode::declaration_inconsistent,
                   "«" + written.substr(0, 40) + "» ≠ «" + derived + "»");
  }
}

std::uint32_t read_id(JsonReader& reader) {
  const std::int64_t id = reader.integer("id", -kMaxJsonInteger, kMaxJsonInteger);
  if (reader.ok() && (id < 1 || id > kMaxChannelId)) {
    reader.fail_at("id", ErrorCode::declaration_bad_id, std::to_string(id));
  }
  return reader.ok() ? static_cast<std::uint32_t>(id) : 0;
}

StateChange read_state_change(JsonReader& reader) {
  reader.allow_only({"date", "date_value", "state", "state_value", "reason"});
  StateChange change{read_text(reader, "date"), read_text(reader, "state"),
                     read_text(reader, "reason")};
  check_derived(reader, "date_value", date_value(change.date));
  check_derived(reader, "state_value", state_value(change.state));
  return change;
}

Channel read_channel(JsonReader& reader) {
  reader.allow_only({"id", "name", "identifier", "created", "created_date", "managing_unit",
                     "administrators", "contact", "state", "state_value", "security",
                     "state_changes"});
  Channel channel;
  channel.id = read_id(reader);
  for (const Column column : kWrittenColumns) {
    set_column_text(channel, column, read_text(reader, column_key(column)));
  }
  check_derived(reader, "created_date", date_value(channel.created));
  check_derived(reader, "state_value", state_value(channel.state));
  channel.security = read_security(reader.object("security"));
  for (JsonReader& change : reader.optional_array("state_changes", kMaxStateChanges)) {
    channel.state_changes.push_back(read_state_change(change));
  }
  return channel;
}

QuestionAnswer read_question_answer(JsonReader& reader) {
  reader.allow_only(
      {"question", "answer", "note", "date", "date_value", "responsible", "document"});
  QuestionAnswer answer;
  answer.question = read_text(reader, "question");
  if (reader.ok() && !is_question_key(answer.question)) {
    reader.fail_at("question", ErrorCode::declaration_inconsistent, answer.question.substr(0, 40));
  }
  answer.answer = read_answer(reader, "answer");
  answer.note = read_optional_text(reader, "note");
  answer.date = read_optional_text(reader, "date");
  check_derived(reader, "date_value", date_value(answer.date));
  answer.responsible = read_optional_text(reader, "responsible");
  answer.document = read_optional_text(reader, "document");
  return answer;
}

Account read_account(JsonReader& reader) {
  reader.allow_only({"id", "system", "user_name", "holder", "position", "password_changed",
                     "password_changed_value", "in_use", "unused_reason", "removal_requested",
                     "removal_requested_value", "default_replaced", "password_strong"});
  Account account;
  account.id = read_id(reader);
  for (const AccountField field : account_fields()) {
    const std::string_view key = account_field_key(field);
    if (account_field_is_answer(field)) {
      set_account_text(account, field, answer_key(read_answer(reader, key)));
      continue;
    }
    const std::string text = read_optional_text(reader, key);
    if (account_field_is_date(field)) check_derived(reader, value_key(field), date_value(text));
    set_account_text(account, field, text);
  }
  return account;
}

AccountReview read_account_review(JsonReader& reader) {
  reader.allow_only({"date", "date_value", "reviewer", "reviewed", "unused", "note"});
  AccountReview review;
  review.date = read_text(reader, "date");
  check_derived(reader, "date_value", date_value(review.date));
  review.reviewer = read_text(reader, "reviewer");
  review.reviewed = static_cast<std::uint32_t>(reader.integer("reviewed", 0, kMaxReviewedAccounts));
  review.unused = static_cast<std::uint32_t>(reader.integer("unused", 0, kMaxReviewedAccounts));
  review.note = read_optional_text(reader, "note");
  if (reader.ok() && review.unused > review.reviewed) {
    reader.fail_at("unused", ErrorCode::declaration_inconsistent,
                   std::to_string(review.unused) + " > " + std::to_string(review.reviewed));
  }
  return review;
}

// Any other member than the kind's fields is a failure, so the names are the table's.
void allow_log_members(JsonReader& reader, LogKind kind) {
  if (!reader.value().is_object()) return;
  for (const auto& [name, value] : reader.value().items()) {
    if (name == "id" || name == "kind") continue;
    const bool derived = name.ends_with("_value");
    const auto field =
        parse_log_field_key(std::string_view(name).substr(0, name.size() - (derived ? 6 : 0)));
    if (!field || find_log_field(kind, *field) == nullptr ||
        (derived && !reader.has(name.substr(0, name.size() - 6))))
      return reader.fail_at(name, ErrorCode::json_unknown_value, name.substr(0, 40));
  }
}

void check_derived(JsonReader& reader, LogField field, const std::string& written) {
  const std::string name = value_key(field);
  if (!reader.has(name)) return;
  const Json derived = derived_value(field, written);
  const Json& given = reader.value().at(name);
  if (reader.ok() && given != derived) {
    reader.fail_at(name, ErrorCode::declaration_inconsistent,
                   "«" + given.dump().substr(0, 40) + "» ≠ «" + derived.dump() + "»");
  }
}

LogEntry read_log_entry(JsonReader& reader) {
  LogEntry entry;
  entry.id = read_id(reader);
  const std::string kind = reader.string("kind", kMaxTextBytes);
  const auto known = parse_log_kind_key(kind);
  if (reader.ok() && !known)
    reader.fail_at("kind", ErrorCode::json_unknown_value, kind.substr(0, 40));
  if (!reader.ok()) return entry;
  entry.kind = *known;
  allow_log_members(reader, entry.kind);
  for (const LogFieldUse& use : log_fields(entry.kind)) {
    const std::string_view key = log_field_key(use.field);
    if (!reader.has(key)) continue;
    const std::string text = read_text(reader, key);
    if (reader.ok() && (text.empty() || !set_log_text(entry, use.field, text)))
      reader.fail_at(key, ErrorCode::json_unknown_value, text.substr(0, 40));
    check_derived(reader, use.field, text);
  }
  return entry;
}

Machine read_machine(JsonReader& reader) {
  reader.allow_only({"id", "name", "kind", "owner", "place", "addresses", "note"});
  Machine machine;
  machine.id = read_id(reader);
  for (const MachineField field : machine_fields()) {
    const std::string_view key = machine_field_key(field);
    const std::string text = read_optional_text(reader, key);
    const bool unsaid_kind = field == MachineField::kind && text.empty() && reader.has(key);
    if (unsaid_kind || !set_machine_text(machine, field, text))
      reader.fail_at(key, ErrorCode::json_unknown_value, text.substr(0, 40));
  }
  return machine;
}

template <class Item>
void read_fields(JsonReader& reader, Item& item, const auto& fields) {
  for (const auto field : fields)
    field_text(item, field) = read_optional_text(reader, field_key(field));
}

template <class Item>
void check_times(JsonReader& reader, const Item& item) {
  check_derived(reader, "from_value", moment_value(item.from));
  check_derived(reader, "to_value", end_value(item.from, item.to));
}

DutyId read_duty_id(JsonReader& reader, std::string_view name) {
  return static_cast<DutyId>(reader.integer(name, 1, kMaxChannelId));
}

DutyPost read_post(JsonReader& reader) {
  reader.allow_only({"id", "name", "hours", "people"});
  DutyPost post{.id = read_duty_id(reader, "id")};
  read_fields(reader, post, post_fields());
  return post;
}

DutyPerson read_person(JsonReader& reader) {
  reader.allow_only({"id", "name", "position", "telephone", "away", "posts"});
  DutyPerson person{.id = read_duty_id(reader, "id")};
  read_fields(reader, person, person_fields());
  for (JsonReader& post : reader.optional_array("posts", kMaxDutyPosts))
    person.posts.push_back(static_cast<DutyId>(post.as_integer(1, kMaxChannelId)));
  return person;
}

DutyShift read_shift(JsonReader& reader) {
  reader.allow_only({"id", "post", "person", "from", "from_value", "to", "to_value", "planned"});
  DutyShift shift{.id = read_duty_id(reader, "id"), .post = read_duty_id(reader, "post")};
  if (reader.has("person")) shift.person = read_duty_id(reader, "person");
  read_fields(reader, shift, shift_fields());
  check_times(reader, shift);
  shift.planned = reader.optional_boolean("planned");
  return shift;
}

Roster read_roster(JsonReader& reader) {
  reader.allow_only({"id", "occasion", "from", "from_value", "to", "to_value", "holidays", "note",
                     "posts", "people", "shifts"});
  Roster roster;
  roster.id = read_id(reader);
  read_fields(reader, roster, roster_fields());
  check_times(reader, roster);
  for (JsonReader& item : reader.optional_array("posts", kMaxDutyPosts))
    roster.posts.push_back(read_post(item));
  for (JsonReader& item : reader.optional_array("people", kMaxDutyPeople))
    roster.people.push_back(read_person(item));
  for (JsonReader& item : reader.optional_array("shifts", kMaxDutyShifts))
    roster.shifts.push_back(read_shift(item));
  if (reader.ok() && !is_consistent(roster))
    reader.fail_at("shifts", ErrorCode::declaration_inconsistent, std::to_string(roster.id));
  return roster;
}

// In order, as the answers are; never of a kind that has entries or cannot be without.
void read_nothing_logged(JsonReader& item, Declaration& declaration) {
  const std::string key = item.as_string(kMaxTextBytes);
  const auto kind = parse_log_kind_key(key);
  if (item.ok() && !kind) item.fail(ErrorCode::json_unknown_value, key.substr(0, 40));
  if (!item.ok()) return;
  const bool in_order =
      declaration.nothing_logged.empty() || declaration.nothing_logged.back() < *kind;
  const bool has_entries = std::any_of(declaration.log.begin(), declaration.log.end(),
                                       [&](const LogEntry& entry) { return entry.kind == *kind; });
  if (!in_order || has_entries || !log_may_be_empty(*kind))
    item.fail(ErrorCode::declaration_inconsistent, key);
  declaration.nothing_logged.push_back(*kind);
}

bool fits(const std::string& text) { return text.size() <= kMaxTextBytes; }

}  // namespace

bool fits_limits(const Channel& channel) {
  for (const Column column : kWrittenColumns) {
    if (column_text(channel, column).size() > kMaxTextBytes) return false;
  }
  for (const Attribute attribute : attributes()) {
    if (attribute_text(channel.security, attribute).size() > kMaxTextBytes) return false;
  }
  if (channel.security.page_roles.size() > kMaxPageRoles) return false;
  for (const PageRole& role : channel.security.page_roles) {
    if (role.account.size() > kMaxTextBytes) return false;
  }
  const auto change_fits = [](const StateChange& change) {
    return fits(change.date) && fits(change.state) && fits(change.reason);
  };
  return channel.state_changes.size() <= kMaxStateChanges &&
         std::all_of(channel.state_changes.begin(), channel.state_changes.end(), change_fits);
}

bool fits_limits(const Account& account) {
  const auto fields = account_fields();
  return std::all_of(fields.begin(), fields.end(), [&account](AccountField field) {
    return account_field_is_answer(field) || fits(account_text(account, field));
  });
}

bool fits_limits(const AccountReview& review) {
  return fits(review.date) && fits(review.reviewer) && fits(review.note) &&
         review.reviewed <= kMaxReviewedAccounts && review.unused <= review.reviewed;
}

bool fits_limits(const LogEntry& entry) {
  return std::all_of(entry.texts.begin(), entry.texts.end(),
                     [](const LogText& each) { return fits(each.text); });
}

bool fits_limits(const Machine& machine) {
  const auto fields = machine_fields();
  return std::all_of(fields.begin(), fields.end(),
                     [&machine](MachineField field) { return fits(machine_text(machine, field)); });
}

bool fits_limits(const Roster& roster) {
  const auto texts_fit = [](const auto& item, const auto& fields) {
    return std::all_of(fields.begin(), fields.end(),
                       [&item](const auto field) { return fits(field_text(item, field)); });
  };
  const auto all_fit = [&](const auto& list, const auto& fields) {
    return std::all_of(list.begin(), list.end(),
                       [&](const auto& item) { return texts_fit(item, fields); });
  };
  return roster.posts.size() <= kMaxDutyPosts && roster.people.size() <= kMaxDutyPeople &&
         roster.shifts.size() <= kMaxDutyShifts && texts_fit(roster, roster_fields()) &&
         all_fit(roster.posts, post_fields()) && all_fit(roster.people, person_fields()) &&
         all_fit(roster.shifts, shift_fields()) && next_duty_id(roster) <= kMaxChannelId + 1 &&
         is_consistent(roster);
}

bool fits_limits(const QuestionAnswer& answer) {
  return is_question_key(answer.question) && fits(answer.note) && fits(answer.date) &&
         fits(answer.responsible) && fits(answer.document);
}

const QuestionAnswer* find_answer(const Declaration& declaration, std::string_view question) {
  const auto found = std::lower_bound(
      declaration.answers.begin(), declaration.answers.end(), question,
      [](const QuestionAnswer& answer, std::string_view key) { return answer.question < key; });
  return found != declaration.answers.end() && found->question == question ? &*found : nullptr;
}

const LogEntry* find_log_entry(const Declaration& declaration, LogEntryId id) {
  const auto found = std::find_if(declaration.log.begin(), declaration.log.end(),
                                  [id](const LogEntry& entry) { return entry.id == id; });
  return found != declaration.log.end() ? &*found : nullptr;
}

const Roster* find_roster(const Declaration& declaration, RosterId id) {
  const auto found = std::find_if(declaration.rosters.begin(), declaration.rosters.end(),
                                  [id](const Roster& roster) { return roster.id == id; });
  return found != declaration.rosters.end() ? &*found : nullptr;
}

bool says_nothing_logged(const Declaration& declaration, LogKind kind) {
  const auto& kinds = declaration.nothing_logged;
  return std::binary_search(kinds.begin(), kinds.end(), kind);
}

Json to_json(const Declaration& declaration) {
  Json unit = Json::object();
  for (const UnitField field : unit_fields()) {
    unit[std::string(unit_field_key(field))] = unit_field_text(declaration.unit, field);
  }
  Json channels = Json::array();
  for (const Channel& channel : declaration.channels) channels.push_back(to_json(channel));
  Json object{{"format", kFormat},
              {"version", kVersion},
              {"unit", std::move(unit)},
              {"packs", declaration.packs},
              {"no_channels", declaration.no_channels},
              {"channels", std::move(channels)}};
  put_list(object, "answers", declaration.answers);
  put_list(object, "accounts", declaration.accounts);
  if (declaration.no_accounts) object["no_accounts"] = true;
  put_list(object, "account_reviews", declaration.account_reviews);
  put_list(object, "log", declaration.log);
  for (const LogKind kind : declaration.nothing_logged)
    object["nothing_logged"].push_back(log_kind_key(kind));
  put_list(object, "machines", declaration.machines);
  if (declaration.no_machines) object["no_machines"] = true;
  put_list(object, "rosters", declaration.rosters);
  return object;
}

Result<Declaration> declaration_from_json(const Json& json) {
  std::optional<Error> failure;
  JsonReader root(json, failure);
  // Said before anything else: other members are a matter of the version.
  if (!root.has("format") || !json["format"].is_string() || json["format"] != kFormat) {
    return Error{ErrorCode::declaration_wrong_format, root.has("format") ? "/format" : ""};
  }
  const std::int64_t version = root.integer("version", 1, kMaxJsonInteger);
  if (!failure && version > kVersion) {
    return Error{ErrorCode::declaration_newer_version, "/version", std::to_string(version)};
  }
  root.allow_only({"format", "version", "unit", "packs", "no_channels", "channels", "answers",
                   "accounts", "no_accounts", "account_reviews", "log", "nothing_logged",
                   "machines", "no_machines", "rosters"});

  Declaration declaration;
  declaration.unit = read_unit(root.object("unit"));
  std::set<std::string> packs;
  for (JsonReader& item : root.array("packs", kMaxPacks)) {
    std::string pack = item.as_string(kMaxTextBytes);
    if (item.ok() && (!text::is_valid_utf8(pack) || text::has_forbidden_controls(pack))) {
      item.fail(ErrorCode::declaration_text_has_controls);
    }
    if (item.ok() && (pack.empty() || !packs.insert(pack).second)) {
      item.fail(ErrorCode::declaration_inconsistent, pack.substr(0, 40));
    }
    declaration.packs.push_back(std::move(pack));
  }
  declaration.no_channels = root.boolean("no_channels");
  std::vector<JsonReader> rows = root.array("channels", std::string::npos);
  if (rows.size() > kMaxChannels) {
    root.fail_at("channels", ErrorCode::declaration_too_many_channels,
                 std::to_string(kMaxChannels));
    rows.clear();
  }
  std::set<ChannelId> ids;
  declaration.channels.reserve(rows.size());
  for (JsonReader& row : rows) {
    Channel channel = read_channel(row);
    if (failure) break;
    if (!ids.insert(channel.id).second) {
      row.fail_at("id", ErrorCode::declaration_bad_id, std::to_string(channel.id));
    }
    declaration.channels.push_back(std::move(channel));
  }
  if (!failure && declaration.no_channels && !declaration.channels.empty()) {
    root.fail_at("no_channels", ErrorCode::declaration_inconsistent,
                 std::to_string(declaration.channels.size()));
  }
  for (JsonReader& item : root.optional_array("answers", kMaxAnswers)) {
    QuestionAnswer answer = read_question_answer(item);
    // In order, so that one content has one form; this also finds a question answered twice.
    if (!failure && !declaration.answers.empty() &&
        declaration.answers.back().question >= answer.question) {
      item.fail_at("question", ErrorCode::declaration_inconsistent, answer.question);
    }
    declaration.answers.push_back(std::move(answer));
  }
  std::set<AccountId> account_ids;
  for (JsonReader& item : root.optional_array("accounts", kMaxAccounts)) {
    Account account = read_account(item);
    if (failure) break;
    if (!account_ids.insert(account.id).second) {
      item.fail_at("id", ErrorCode::declaration_bad_id, std::to_string(account.id));
    }
    declaration.accounts.push_back(std::move(account));
  }
  declaration.no_accounts = root.optional_boolean("no_accounts");
  if (!failure && declaration.no_accounts && !declaration.accounts.empty()) {
    root.fail_at("no_accounts", ErrorCode::declaration_inconsistent,
                 std::to_string(declaration.accounts.size()));
  }
  for (JsonReader& item : root.optional_array("account_reviews", kMaxAccountReviews)) {
    declaration.account_reviews.push_back(read_account_review(item));
  }
  std::set<LogEntryId> log_ids;
  for (JsonReader& item : root.optional_array("log", kMaxLogEntries)) {
    LogEntry entry = read_log_entry(item);
    if (failure) break;
    if (!log_ids.insert(entry.id).second) {
      item.fail_at("id", ErrorCode::declaration_bad_id, std::to_string(entry.id));
    }
    declaration.log.push_back(std::move(entry));
  }
  for (JsonReader& item : root.optional_array("nothing_logged", log_kinds().size())) {
    read_nothing_logged(item, declaration);
  }
  std::set<MachineId> machine_ids;
  for (JsonReader& item : root.optional_array("machines", kMaxMachines)) {
    Machine machine = read_machine(item);
    if (failure) break;
    if (!machine_ids.insert(machine.id).second) {
      item.fail_at("id", ErrorCode::declaration_bad_id, std::to_string(machine.id));
    }
    declaration.machines.push_back(std::move(machine));
  }
  declaration.no_machines = root.optional_boolean("no_machines");
  if (!failure && declaration.no_machines && !declaration.machines.empty()) {
    root.fail_at("no_machines", ErrorCode::declaration_inconsistent,
                 std::to_string(declaration.machines.size()));
  }
  std::set<RosterId> roster_ids;
  for (JsonReader& item : root.optional_array("rosters", kMaxRosters)) {
    Roster roster = read_roster(item);
    if (failure) break;
    if (!roster_ids.insert(roster.id).second) {
      item.fail_at("id", ErrorCode::declaration_bad_id, std::to_string(roster.id));
    }
    declaration.rosters.push_back(std::move(roster));
  }
  if (failure) return *failure;
  declaration.next_roster_id = roster_ids.empty() ? 1 : *roster_ids.rbegin() + 1;
  declaration.next_machine_id = machine_ids.empty() ? 1 : *machine_ids.rbegin() + 1;
  declaration.next_log_id = log_ids.empty() ? 1 : *log_ids.rbegin() + 1;
  declaration.next_id = ids.empty() ? 1 : *ids.rbegin() + 1;
  declaration.next_account_id = account_ids.empty() ? 1 : *account_ids.rbegin() + 1;
  return declaration;
}

}  // namespace sokenh
