#include "core/inventory/declaration.h"

#include <array>
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

std::string created_date(const Channel& channel) {
  const DateReading reading = read_partial_date(channel.created);
  return reading.problem == DateProblem::none ? iso_text(reading.value) : std::string{};
}

std::string state_value(const Channel& channel) {
  return std::string(state_key(read_state(channel.state).state));
}

// --- writing

void put_answer(Json& object, std::string_view key, Answer answer) {
  if (answer != Answer::unanswered) object[std::string(key)] = answer_key(answer);
}

Json to_json(const SecurityAttributes& security) {
  Json object = Json::object();
  for (const Attribute attribute : attributes()) {
    std::string text = attribute_text(security, attribute);
    if (!text.empty()) object[std::string(attribute_key(attribute))] = std::move(text);
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
  if (std::string date = created_date(channel); !date.empty())
    object["created_date"] = std::move(date);
  if (std::string state = state_value(channel); !state.empty())
    object["state_value"] = std::move(state);
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

Channel read_channel(JsonReader& reader) {
  reader.allow_only({"id", "name", "identifier", "created", "created_date", "managing_unit",
                     "administrators", "contact", "state", "state_value", "security"});
  Channel channel;
  const std::int64_t id = reader.integer("id", -kMaxJsonInteger, kMaxJsonInteger);
  if (reader.ok() && (id < 1 || id > kMaxChannelId)) {
    reader.fail_at("id", ErrorCode::declaration_bad_id, std::to_string(id));
  }
  if (reader.ok()) channel.id = static_cast<ChannelId>(id);
  for (const Column column : kWrittenColumns) {
    set_column_text(channel, column, read_text(reader, column_key(column)));
  }
  check_derived(reader, "created_date", created_date(channel));
  check_derived(reader, "state_value", state_value(channel));
  channel.security = read_security(reader.object("security"));
  return channel;
}

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
  return true;
}

Json to_json(const Declaration& declaration) {
  Json unit = Json::object();
  for (const UnitField field : unit_fields()) {
    unit[std::string(unit_field_key(field))] = unit_field_text(declaration.unit, field);
  }
  Json channels = Json::array();
  for (const Channel& channel : declaration.channels) channels.push_back(to_json(channel));
  return Json{{"format", kFormat},
              {"version", kVersion},
              {"unit", std::move(unit)},
              {"packs", declaration.packs},
              {"no_channels", declaration.no_channels},
              {"channels", std::move(channels)}};
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
  root.allow_only({"format", "version", "unit", "packs", "no_channels", "channels"});

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
  if (failure) return *failure;
  declaration.next_id = ids.empty() ? 1 : *ids.rbegin() + 1;
  return declaration;
}

}  // namespace sokenh
