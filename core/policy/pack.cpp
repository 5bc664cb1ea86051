#include "core/policy/pack.h"

#include <array>
#include <set>

#include "core/base/json.h"
#include "core/inventory/partial_date.h"
#include "core/policy/checks.h"
#include "core/policy/embedded_packs.h"
#include "core/text/ascii.h"
#include "core/text/compose.h"
#include "core/text/email.h"

namespace sokenh {
namespace {

constexpr std::string_view kFormat = "sokenh.pack";
constexpr std::int64_t kVersion = 1;
constexpr std::size_t kMaxPackBytes = 1U << 20U;
constexpr std::size_t kMaxPackText = 4000;
constexpr std::size_t kMaxIdBytes = 40;
constexpr std::size_t kMaxRequirements = 500;
constexpr std::size_t kMaxContacts = 50;

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
  reader.allow_only(
      {"min_length", "lower", "upper", "digit", "special", "change_days", "change_months"});
  PasswordParameters password;
  password.min_length = static_cast<int>(reader.integer("min_length", 1, 128));
  password.lower = reader.boolean("lower");
  password.upper = reader.boolean("upper");
  password.digit = reader.boolean("digit");
  password.special = reader.boolean("special");
  if (reader.has("change_days"))
    password.change_days = static_cast<int>(reader.integer("change_days", 1, 3660));
  if (reader.has("change_months"))
    password.change_months = static_cast<int>(reader.integer("change_months", 1, 120));
  return password;
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

Requirement read_requirement(JsonReader& reader, const PasswordParameters& password) {
  constexpr std::array<std::string_view, 5> kinds{"automatic", "attest", "log", "advice",
                                                  "contact"};
  reader.allow_only({"id", "clause", "text", "kind", "check", "attribute"});
  Requirement requirement;
  requirement.id = read_id(reader, "id");
  requirement.clause = read_text(reader, "clause");
  Bilingual text = read_bilingual(reader.object("text"));
  requirement.text_vi = std::move(text.vi);
  requirement.text_en = std::move(text.en);
  requirement.kind = static_cast<RequirementKind>(reader.choice("kind", kinds));
  if (reader.has("attribute")) {
    const std::string key = reader.string("attribute", kMaxPackText);
    requirement.attribute = parse_attribute_key(key);
    if (reader.ok() && !requirement.attribute) {
      reader.fail_at("attribute", ErrorCode::json_unknown_value, key.substr(0, 40));
    }
  }
  if (!reader.has("check")) {
    if (requirement.attribute) reader.fail_at("attribute", ErrorCode::pack_wrong_format, "check");
    return requirement;
  }
  requirement.check = reader.string("check", kMaxPackText);
  const Check* check = find_check(requirement.check);
  if (!reader.ok()) return requirement;
  if (check == nullptr) {
    reader.fail_at("check", ErrorCode::pack_unknown_check, requirement.check.substr(0, 40));
    return requirement;
  }
  const bool wants_attribute = check->parameter != CheckParameter::none;
  const bool right_kind =
      !requirement.attribute || !wants_attribute ||
      attribute_is_answer(*requirement.attribute) == (check->parameter == CheckParameter::answer);
  if (wants_attribute && !requirement.attribute) {
    reader.fail_at("attribute", ErrorCode::json_missing_member, "attribute");
  } else if (wants_attribute != requirement.attribute.has_value() || !right_kind) {
    reader.fail_at("attribute", ErrorCode::pack_wrong_format, requirement.check);
  } else if (check->parameter == CheckParameter::date && !password.change_days &&
             !password.change_months) {
    reader.fail_at("check", ErrorCode::pack_wrong_format, "change_days, change_months");
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
                   "in_force", "deadline", "recipient", "contacts", "password", "form",
                   "requirements"});

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
  pack.issued = read_text(root, "issued");
  const DateReading issued = read_partial_date(pack.issued);
  if (!failure && (issued.problem != DateProblem::none || iso_text(issued.value) != pack.issued)) {
    root.fail_at("issued", ErrorCode::pack_wrong_format, pack.issued.substr(0, 40));
  }
  pack.in_force = root.boolean("in_force");
  if (root.has("deadline")) pack.deadline = read_deadline(root.object("deadline"));
  JsonReader recipient = root.object("recipient");
  pack.recipient = read_contact(recipient);
  for (JsonReader& contact : root.array("contacts", kMaxContacts))
    pack.contacts.push_back(read_contact(contact));
  pack.password = read_password(root.object("password"));
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
  if (failure) return *failure;
  return pack;
}

const std::vector<Pack>& builtin_packs() {
  static const std::vector<Pack> packs = [] {
    std::vector<Pack> parsed;
    for (const EmbeddedPack& embedded : embedded_packs()) {
      // tests/policy/pack_test.cpp proves that each one parses.
      if (Result<Pack> pack = parse_pack(embedded.json)) parsed.push_back(std::move(pack).value());
    }
    return parsed;
  }();
  return packs;
}

const Pack* find_pack(std::string_view id) {
  for (const Pack& pack : builtin_packs()) {
    if (pack.id == id) return &pack;
  }
  return nullptr;
}

}  // namespace sokenh
