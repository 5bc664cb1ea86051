#include "core/policy/log_rule.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

namespace sokenh {
namespace {

constexpr std::size_t kMaxKeyBytes = 40;
constexpr std::string_view kAlsoMachines = "machines";  // the list of machines, no log
constexpr std::size_t kMaxChoices = 20;
constexpr std::size_t kMaxConditions = 5;

// What a rule takes besides `rule`, `log` and `where`.
struct RuleEntry {
  std::string_view key;
  // Of which types `field` may be; none: there is no such member.
  std::array<std::optional<LogFieldType>, 2> field = {};
  bool interval = false, is = false, also = false, at_least = false, if_any = false;
};
constexpr std::array kRules{
    RuleEntry{.key = "kept", .interval = true, .also = true},
    RuleEntry{.key = "handled",
              .field = {LogFieldType::date, LogFieldType::moment},
              .interval = true,
              .if_any = true},
    RuleEntry{.key = "reported_first",
              .field = {LogFieldType::number},
              .interval = true,
              .at_least = true},
    RuleEntry{.key = "not_ended", .field = {LogFieldType::date}},
    RuleEntry{.key = "latest", .field = {LogFieldType::choice}, .is = true},
};
constexpr auto kRuleKeys = [] {
  std::array<std::string_view, kRules.size()> keys;
  for (std::size_t i = 0; i < kRules.size(); ++i) keys[i] = kRules[i].key;
  return keys;
}();

LogKind log_kind_of(JsonReader& reader, std::string_view name, const std::string& key) {
  const std::optional<LogKind> kind = parse_log_kind_key(key);
  if (reader.ok() && !kind) reader.fail_at(name, ErrorCode::json_unknown_value, key);
  return kind.value_or(LogKind::patch);
}

// A field of the kind's entries.
LogField read_field(JsonReader& reader, LogKind kind) {
  const std::string key = reader.string("field", kMaxKeyBytes);
  const std::optional<LogField> field = parse_log_field_key(key);
  if (reader.ok() && (!field || find_log_field(kind, *field) == nullptr))
    reader.fail_at("field", ErrorCode::json_unknown_value, key);
  return field.value_or(LogField::note);
}

// Some of the keys of the field's choices.
std::vector<std::string> read_keys(JsonReader& reader, LogField field) {
  std::vector<std::string> keys;
  for (JsonReader& item : reader.array("is", kMaxChoices)) {
    std::string key = item.as_string(kMaxKeyBytes);
    const auto choices = log_choices(field);
    if (item.ok() && std::find(choices.begin(), choices.end(), key) == choices.end())
      item.fail(ErrorCode::json_unknown_value, key);
    keys.push_back(std::move(key));
  }
  if (reader.ok() && keys.empty()) reader.fail_at("is", ErrorCode::pack_wrong_format);
  return keys;
}

LogChoice read_choice(JsonReader reader, LogKind kind) {
  reader.require_object();
  reader.allow_only({"field", "is"});
  LogChoice choice;
  choice.field = read_field(reader, kind);
  choice.is = read_keys(reader, choice.field);
  return choice;
}

// One choice, or several that must all fit.
void read_where(JsonReader& reader, LogRule& rule) {
  if (!reader.has("where")) return;
  if (!reader.value().at("where").is_array()) {
    rule.where.push_back(read_choice(reader.object("where"), rule.log));
    return;
  }
  for (JsonReader& item : reader.array("where", kMaxConditions))
    rule.where.push_back(read_choice(item, rule.log));
  if (reader.ok() && rule.where.empty()) reader.fail_at("where", ErrorCode::pack_wrong_format);
}

void read_interval(JsonReader& reader, LogRule& rule) {
  if (reader.has("days")) rule.days = static_cast<int>(reader.integer("days", 1, 3660));
  if (reader.has("months")) rule.months = static_cast<int>(reader.integer("months", 1, 120));
  if (reader.ok() && rule.days && rule.months)
    reader.fail_at("months", ErrorCode::pack_wrong_format, "days");
}

void read_also(JsonReader& reader, LogRule& rule) {
  const std::size_t most = log_kinds().size() + 1;
  for (const std::string& key : reader.optional_strings("also", most, kMaxKeyBytes)) {
    if (key == kAlsoMachines && find_log_field(rule.log, LogField::machine) != nullptr) {
      rule.also_machines = true;
      continue;
    }
    const LogKind kind = log_kind_of(reader, "also", key);
    const bool has_machine = find_log_field(kind, LogField::machine) != nullptr &&
                             find_log_field(rule.log, LogField::machine) != nullptr;
    if (reader.ok() && !has_machine) reader.fail_at("also", ErrorCode::pack_wrong_format, key);
    rule.also.push_back(kind);
  }
}

bool allows(const RuleEntry& entry, LogFieldType type) {
  return std::find(entry.field.begin(), entry.field.end(), type) != entry.field.end();
}

// Members that the rule does not take.
void refuse_others(JsonReader& reader, const RuleEntry& entry) {
  reader.allow_only(
      {"rule", "log", "where", "field", "days", "months", "is", "also", "at_least", "if_any"});
  const auto refuse = [&reader](std::string_view name, bool taken) {
    if (!taken && reader.has(name)) reader.fail_at(name, ErrorCode::pack_wrong_format, "rule");
  };
  refuse("field", entry.field[0].has_value());
  refuse("days", entry.interval);
  refuse("months", entry.interval);
  refuse("is", entry.is);
  refuse("also", entry.also);
  refuse("at_least", entry.at_least);
  refuse("if_any", entry.if_any);
}

}  // namespace

bool fits(const LogEntry& entry, const LogChoice& choice) {
  return std::find(choice.is.begin(), choice.is.end(), log_text(entry, choice.field)) !=
         choice.is.end();
}

bool fits(const LogEntry& entry, const std::vector<LogChoice>& choices) {
  return std::all_of(choices.begin(), choices.end(),
                     [&entry](const LogChoice& choice) { return fits(entry, choice); });
}

std::optional<Date> due_after(const LogRule& rule, const Date& from) {
  if (rule.days) return add_days(from, *rule.days);
  if (rule.months) return add_months(from, *rule.months);
  return std::nullopt;
}

std::optional<Date> looked_back_to(const LogRule& rule, const Date& today) {
  if (rule.days) return add_days(today, -*rule.days);
  if (rule.months) return add_months(today, -*rule.months);
  return std::nullopt;
}

LogRule read_log_rule(JsonReader& reader) {
  LogRule rule;
  reader.require_object();
  const RuleEntry& entry = kRules[reader.choice("rule", kRuleKeys)];
  rule.rule = static_cast<LogRuleKind>(&entry - kRules.data());
  rule.log = log_kind_of(reader, "log", reader.string("log", kMaxKeyBytes));
  refuse_others(reader, entry);
  if (!reader.ok()) return rule;
  read_where(reader, rule);
  if (!reader.ok()) return rule;
  if (entry.field[0]) {
    rule.field = read_field(reader, rule.log);
    if (reader.ok() && !allows(entry, log_field_type(*rule.field)))
      reader.fail_at("field", ErrorCode::pack_wrong_format, "rule");
  }
  read_interval(reader, rule);
  if (entry.is && reader.ok()) rule.is = read_keys(reader, *rule.field);
  read_also(reader, rule);
  if (entry.at_least) {
    rule.at_least = static_cast<std::uint64_t>(
        reader.integer("at_least", 1, static_cast<std::int64_t>(kMaxLogNumber)));
    if (reader.ok() && find_log_field(rule.log, LogField::reported) == nullptr)
      reader.fail_at("log", ErrorCode::pack_wrong_format, "reported");
  }
  rule.if_any = reader.optional_boolean("if_any");
  return rule;
}

}  // namespace sokenh
