#include "core/policy/pack.h"

#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "core/base/json.h"
#include "core/inventory/partial_date.h"
#include "core/inventory/question_answer.h"
#include "core/policy/checks.h"
#include "core/policy/embedded_packs.h"
#include "core/text/ascii.h"
#include "core/text/compose.h"
#include "core/text/email.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

constexpr std::string_view kFormat = "sokenh.pack";
constexpr std::int64_t kVersion = 1;
constexpr std::size_t kMaxPackBytes = 1U << 20U;
constexpr std::size_t kMaxPackText = 4000;
constexpr std::size_t kMaxIdBytes = 40;
constexpr std::size_t kMaxRequirements = 500;
constexpr std::size_t kMaxContacts = 50;
constexpr std::size_t kMaxGuides = 20;
constexpr std::size_t kMaxQuestions = 20;  // of one requirement
constexpr std::size_t kMaxSystems = 50;
constexpr std::size_t kMaxLogRules = 20;  // of one requirement

std::string read_text(JsonReader& reader, std::string_view name) {
  std::string text = reader.string(name, kMaxPackText);
  if (reader.ok() && text::has_forbidden_controls(text)) {
    reader.fail_at(name, ErrorCode::declaration_text_has_controls);
  }
  return text;
}

// Ids appear in signed files, file names and addresses: plain characters only.
std::string read_id(JsonReader& reader, std::string_view name) {
  std::string id = reader.string(name, kMaxIdBytes);
  bool plain = !id.empty();
  for (const char c : id)
    plain = plain && (text::is_ascii_alphanumeric(c) || c == '-' || c == '.' || c == '_');
  if (reader.ok() && !plain) reader.fail_at(name, ErrorCode::pack_wrong_format, id);
  return id;
}

struct Bilingual {
  std::string vi, en;
};

Bilingual read_bilingual(JsonReader reader) {
  reader.allow_only({"vi", "en"});
  return {read_text(reader, "vi"), read_text(reader, "en")};
}

Contact read_contact(JsonReader& reader) {
  reader.allow_only({"name", "telephone", "email"});
  Contact contact{read_text(reader, "name"), read_text(reader, "telephone"),
                  read_text(reader, "email")};
  if (reader.ok() && !contact.email.empty() && !text::is_email_address(contact.email)) {
    reader.fail_at("email", ErrorCode::pack_wrong_format, contact.email);
  }
  return contact;
}

Deadline read_deadline(JsonReader reader) {
  reader.allow_only({"date", "inclusive"});
  const std::string text = reader.string("date", kMaxPackText);
  const auto date = parse_iso_date(text);
  if (reader.ok() && !date)
    reader.fail_at("date", ErrorCode::pack_wrong_format, text.substr(0, 40));
  return {date.value_or(Date{}), reader.boolean("inclusive")};
}

PasswordParameters read_password(JsonReader reader) {
  reader.allow_only({"strength", "min_length", "lower", "upper", "digit", "special", "change",
                     "change_days", "change_months"});
  PasswordParameters password;
  if (reader.has("strength")) {
    password.strength_requirement = read_id(reader, "strength");
    password.min_length = static_cast<int>(reader.integer("min_length", 1, 128));
    password.lower = reader.optional_boolean("lower");
    password.upper = reader.optional_boolean("upper");
    password.digit = reader.optional_boolean("digit");
    password.special = reader.optional_boolean("special");
  } else {
    for (const std::string_view name : {"min_length", "lower", "upper", "digit", "special"}) {
      if (reader.has(name)) reader.fail_at(name, ErrorCode::pack_wrong_format, "strength");
    }
  }
  if (reader.has("change_days"))
    password.change_days = static_cast<int>(reader.integer("change_days", 1, 3660));
  if (reader.has("change_months"))
    password.change_months = static_cast<int>(reader.integer("change_months", 1, 120));
  if (password.change_days || password.change_months) {
    password.change_requirement = read_id(reader, "change");
  } else if (reader.has("change")) {
    reader.fail_at("change", ErrorCode::pack_wrong_format, "change_days, change_months");
  }
  return password;
}

Guide read_guide(JsonReader& reader) {
  reader.allow_only({"title", "text"});
  Bilingual title = read_bilingual(reader.object("title"));
  Bilingual text = read_bilingual(reader.object("text"));
  return {std::move(title.vi), std::move(title.en), std::move(text.vi), std::move(text.en)};
}

Form read_form(JsonReader reader) {
  reader.allow_only({"title", "subtitle", "columns", "left_signature", "right_signature"});
  Form form;
  form.title = read_text(reader, "title");
  form.subtitle = read_text(reader, "subtitle");
  form.left_signature = read_text(reader, "left_signature");
  form.right_signature = read_text(reader, "right_signature");
  form.columns = reader.strings("columns", kColumnCount, kMaxPackText);
  if (reader.ok() && form.columns.size() != kColumnCount) {
    reader.fail_at("columns", ErrorCode::pack_wrong_format, std::to_string(form.columns.size()));
  }
  return form;
}

Question read_question(JsonReader& reader) {
  reader.allow_only({"key", "text"});
  Question question;
  question.key = reader.string("key", kMaxPackText);
  if (reader.ok() && !is_question_key(question.key)) {
    reader.fail_at("key", ErrorCode::pack_wrong_format, question.key.substr(0, 40));
  }
  Bilingual text = read_bilingual(reader.object("text"));
  question.text_vi = std::move(text.vi);
  question.text_en = std::move(text.en);
  return question;
}

// A key that names one of something, or nullopt: missing, or failed.
template <class Value>
std::optional<Value> read_key(JsonReader& reader, std::string_view name,
                              std::optional<Value> (*parse)(std::string_view)) {
  if (!reader.has(name)) return std::nullopt;
  const std::string key = reader.string(name, kMaxPackText);
  const std::optional<Value> value = parse(key);
  if (reader.ok() && !value) reader.fail_at(name, ErrorCode::json_unknown_value, key.substr(0, 40));
  return value;
}

// A parameter must be there exactly when the check wants it.
void check_parameter(JsonReader& reader, std::string_view name, bool wanted, bool right_kind) {
  if (wanted && !reader.has(name)) {
    reader.fail_at(name, ErrorCode::json_missing_member, std::string(name));
  } else if (reader.has(name) && (!wanted || !right_kind)) {
    reader.fail_at(name, ErrorCode::pack_wrong_format, "check");
  }
}

void check_parameters(JsonReader& reader, const Requirement& requirement, const Check* check,
                      const PasswordParameters& password) {
  const CheckParameter wanted = check == nullptr ? CheckParameter::none : check->parameter;
  const bool is_answer = wanted == CheckParameter::answer;
  const bool is_date = wanted == CheckParameter::date;
  check_parameter(
      reader, "attribute", is_answer || is_date,
      requirement.attribute && attribute_is_answer(*requirement.attribute) == is_answer);
  check_parameter(reader, "account_field", wanted == CheckParameter::account_answer,
                  requirement.account_field && account_field_is_answer(*requirement.account_field));
  check_parameter(reader, "log", wanted == CheckParameter::log_rules,
                  !requirement.log_rules.empty());
  if (check == nullptr || (check->row == nullptr && wanted != CheckParameter::log_rules)) {
    check_parameter(reader, "channel_kind", false, false);
  }
  if (check == nullptr || check->account == nullptr) {
    check_parameter(reader, "systems", false, false);
  }
  // It has a meaning for each of its members when they are left out.
  if (wanted != CheckParameter::duty) check_parameter(reader, "duty", false, false);
  if (check == nullptr) check_parameter(reader, "questions", false, false);
  const bool may_age = wanted == CheckParameter::interval;
  for (const std::string_view name : {"days", "months"}) {
    if (!may_age || (requirement.days && requirement.months))
      check_parameter(reader, name, false, false);
  }
  const bool has_interval = password.change_days || password.change_months;
  if (check != nullptr && check->needs_interval && !has_interval) {
    reader.fail_at("check", ErrorCode::pack_wrong_format, "change_days, change_months");
  }
}

Requirement read_requirement(JsonReader& reader, const PasswordParameters& password) {
  constexpr std::array<std::string_view, 6> kinds{"automatic", "attest",  "log",
                                                  "advice",    "contact", "receiving"};
  reader.allow_only({"id", "clause", "text", "kind", "check", "attribute", "account_field",
                     "channel_kind", "systems", "questions", "log", "days", "months", "duty"});
  Requirement requirement;
  requirement.id = read_id(reader, "id");
  requirement.clause = read_text(reader, "clause");
  Bilingual text = read_bilingual(reader.object("text"));
  requirement.text_vi = std::move(text.vi);
  requirement.text_en = std::move(text.en);
  requirement.kind = static_cast<RequirementKind>(reader.choice("kind", kinds));
  requirement.attribute = read_key(reader, "attribute", parse_attribute_key);
  requirement.account_field = read_key(reader, "account_field", parse_account_field_key);
  requirement.channel_kind = read_key(reader, "channel_kind", parse_channel_kind_key);
  for (std::string& system : reader.optional_strings("systems", kMaxSystems, kMaxPackText)) {
    system = text::fold(system);
    if (system.empty()) reader.fail_at("systems", ErrorCode::pack_wrong_format);
    requirement.systems.push_back(std::move(system));
  }
  if (reader.has("days")) requirement.days = static_cast<int>(reader.integer("days", 1, 3660));
  if (reader.has("months")) requirement.months = static_cast<int>(reader.integer("months", 1, 120));
  for (JsonReader& item : reader.optional_array("log", kMaxLogRules))
    requirement.log_rules.push_back(read_log_rule(item));
  if (reader.has("duty")) requirement.duty = read_duty_rule(reader.object("duty"));
  std::set<std::string> keys;
  for (JsonReader& item : reader.optional_array("questions", kMaxQuestions)) {
    Question question = read_question(item);
    if (reader.ok() && !keys.insert(question.key).second) {
      item.fail_at("key", ErrorCode::pack_duplicate_id, question.key);
    }
    requirement.questions.push_back(std::move(question));
  }

  const Check* check = nullptr;
  if (reader.has("check")) {
    requirement.check = reader.string("check", kMaxPackText);
    check = find_check(requirement.check);
    if (reader.ok() && check == nullptr) {
      reader.fail_at("check", ErrorCode::pack_unknown_check, requirement.check.substr(0, 40));
    }
    // What a unit has nothing to do with cannot be found wanting.
    if (requirement.kind == RequirementKind::contact ||
        requirement.kind == RequirementKind::receiving) {
      reader.fail_at("check", ErrorCode::pack_wrong_format,
                     std::string(kinds[static_cast<std::size_t>(requirement.kind)]));
    }
  }
  if (reader.ok()) check_parameters(reader, requirement, check, password);
  if (requirement.check == kAnswerCheck && requirement.questions.empty()) {
    requirement.questions.push_back({requirement.id, requirement.text_vi, requirement.text_en});
  }
  return requirement;
}

}  // namespace

Date last_day_on_time(const Deadline& deadline) {
  return deadline.inclusive ? deadline.date : add_days(deadline.date, -1);
}

Result<Pack> parse_pack(std::string_view json_text) {
  const Result<nlohmann::json> parsed = parse_json(json_text, {.max_bytes = kMaxPackBytes});
  if (!parsed) return parsed.error();
  const nlohmann::json& json = *parsed;
  std::optional<Error> failure;
  JsonReader root(json, failure);
  if (!root.has("format") || !json["format"].is_string() || json["format"] != kFormat) {
    return Error{ErrorCode::pack_wrong_format, root.has("format") ? "/format" : "", "format"};
  }
  const std::int64_t version = root.integer("version", 1, kMaxJsonInteger);
  if (!failure && version > kVersion) {
    return Error{ErrorCode::pack_newer_version, "/version", std::to_string(version)};
  }
  root.allow_only({"format", "version", "id", "title", "short_name", "issuer", "number", "issued",
                   "in_force", "note", "deadline", "recipient", "contacts", "password", "guides",
                   "form", "requirements"});

  Pack pack;
  pack.id = read_id(root, "id");
  Bilingual title = read_bilingual(root.object("title"));
  pack.title_vi = std::move(title.vi);
  pack.title_en = std::move(title.en);
  Bilingual short_name = read_bilingual(root.object("short_name"));
  pack.short_name_vi = std::move(short_name.vi);
  pack.short_name_en = std::move(short_name.en);
  pack.issuer = read_text(root, "issuer");
  pack.number = read_text(root, "number");
  if (root.has("issued")) pack.issued = read_text(root, "issued");
  const DateReading issued = read_partial_date(pack.issued);
  if (!failure && root.has("issued") &&
      (issued.problem != DateProblem::none || iso_text(issued.value) != pack.issued)) {
    root.fail_at("issued", ErrorCode::pack_wrong_format, pack.issued.substr(0, 40));
  }
  pack.in_force = root.boolean("in_force");
  if (root.has("note")) {
    Bilingual note = read_bilingual(root.object("note"));
    pack.note_vi = std::move(note.vi);
    pack.note_en = std::move(note.en);
  }
  if (root.has("deadline")) pack.deadline = read_deadline(root.object("deadline"));
  JsonReader recipient = root.object("recipient");
  pack.recipient = read_contact(recipient);
  for (JsonReader& contact : root.array("contacts", kMaxContacts))
    pack.contacts.push_back(read_contact(contact));
  pack.password = read_password(root.object("password"));
  for (JsonReader& guide : root.optional_array("guides", kMaxGuides))
    pack.guides.push_back(read_guide(guide));
  if (root.has("form")) pack.form = read_form(root.object("form"));

  std::set<std::string> ids;
  for (JsonReader& item : root.array("requirements", kMaxRequirements)) {
    Requirement requirement = read_requirement(item, pack.password);
    if (!failure && !ids.insert(requirement.id).second) {
      item.fail_at("id", ErrorCode::pack_duplicate_id, requirement.id);
    }
    if (!failure && requirement.check == kReportedCheck && !pack.deadline) {
      item.fail_at("check", ErrorCode::pack_wrong_format, "deadline");
    }
    pack.requirements.push_back(std::move(requirement));
  }
  for (const auto& [member, id] : {std::pair{"strength", &pack.password.strength_requirement},
                                   {"change", &pack.password.change_requirement}}) {
    if (!failure && !id->empty() && !ids.contains(*id)) {
      failure = Error{ErrorCode::json_unknown_value, json_pointer("/password", member), *id};
    }
  }
  if (failure) return *failure;
  return pack;
}

const Requirement* find_requirement(const Pack& pack, std::string_view id) {
  for (const Requirement& requirement : pack.requirements) {
    if (requirement.id == id) return &requirement;
  }
  return nullptr;
}

namespace {

// As many as there are, those not yet asked for empty.
std::vector<Pack>& parsed_packs() {
  static std::vector<Pack> packs(embedded_packs().size());
  return packs;
}

const Pack& parsed_pack(std::size_t index) {
  Pack& pack = parsed_packs()[index];
  if (pack.id.empty()) {
    // tests/policy/pack_test.cpp proves that each one parses.
    if (Result<Pack> parsed = parse_pack(embedded_packs()[index].json)) pack = std::move(*parsed);
  }
  return pack;
}

}  // namespace

const std::vector<Pack>& builtin_packs() {
  for (std::size_t i = 0; i < embedded_packs().size(); ++i) parsed_pack(i);
  return parsed_packs();
}

const Pack* builtin_pack(std::string_view id) {
  const auto packs = embedded_packs();
  for (std::size_t i = 0; i < packs.size(); ++i) {
    if (packs[i].id == id) return &parsed_pack(i);
  }
  return nullptr;
}

}  // namespace sokenh
