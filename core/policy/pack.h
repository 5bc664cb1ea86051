// Pack: one dispatch (công văn) as data. Nothing in code knows a particular dispatch: a pack names,
// for each requirement, the check that decides it and the check's parameters, so a new dispatch is
// a new file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/inventory/account.h"
#include "core/inventory/channel.h"
#include "core/policy/duty_rule.h"
#include "core/policy/log_rule.h"

namespace sokenh {

// How a requirement is decided.
enum class RequirementKind {
  automatic,  // from data the unit entered
  attest,     // the unit answers
  log,        // the unit keeps a dated log
  advice,     // recommended, never an error
  contact,    // shown, nothing to do
  receiving   // the receiving office's own work, nothing for a unit
};

// A question of the self-check. Clauses that ask the same thing, of one pack or of several, name
// the same key and so are served by one answer: only where a yes really answers each of them.
struct Question {
  std::string key;
  std::string text_vi;
  std::string text_en;
};

struct Requirement {
  std::string id;      // "HP23-1.2": stable, appears in the signed file
  std::string clause;  // "1", "2", "end"
  std::string text_vi;
  std::string text_en;
  RequirementKind kind = RequirementKind::attest;
  // What decides it, one of check_names() (core/policy/evaluate.h), or "" when nothing can yet.
  std::string check;
  // Parameter of checks over one attribute of every channel.
  std::optional<Attribute> attribute;
  // Parameter of checks over one answer of every account.
  std::optional<AccountField> account_field;
  // Checks over channels: only channels of this kind. Of log.in_order: only units that have one.
  std::optional<ChannelKind> channel_kind;
  // Checks over accounts: only accounts on a system whose name holds one of these, folded.
  std::vector<std::string> systems;
  // Checks of saved pages: how long one holds; neither: for ever.
  std::optional<int> days, months;
  // Of log.in_order, what the log must be like.
  std::vector<LogRule> log_rules;
  // Of duty.covered, what the rosters must cover.
  DutyRule duty;
  // What the unit answers. Of declaration.answer at least one (the requirement itself, under its
  // id, when the pack names none); with another check, asked in addition: all must be in order.
  std::vector<Question> questions;
};

// «before 25/11» means the 24th is the last day; «by 25/11» means the 25th is.
struct Deadline {
  Date date;
  bool inclusive = false;
};
Date last_day_on_time(const Deadline& deadline);

struct Contact {
  std::string name;
  std::string telephone;
  std::string email;
};

// What a dispatch says of passwords; nothing is asked that it does not say.
struct PasswordParameters {
  std::string strength_requirement;  // "DL-2.2": asks for the next five; "" when none does
  int min_length = 0;                // characters
  bool lower = false, upper = false, digit = false, special = false;
  std::string change_requirement;    // "DL-2.3": asks for the next two; "" when none does
  std::optional<int> change_days;    // at most this many days between changes
  std::optional<int> change_months;  // at most this many calendar months
};

// Instructions that came with the dispatch.
struct Guide {
  std::string title_vi, title_en;
  std::string text_vi, text_en;  // lines
};

// The official form a pack wants back (title, subtitle, column headings in order).
struct Form {
  std::string title;
  std::string subtitle;
  std::vector<std::string> columns;  // the eight headings
  std::string left_signature;        // «XÁC NHẬN CỦA LÃNH ĐẠO ĐƠN VỊ»
  std::string right_signature;       // «CÁN BỘ THỐNG KÊ»
};

struct Pack {
  std::string id;        // "HP23"
  std::string title_vi;  // «V/v tăng cường công tác bảo đảm an toàn, an ninh mạng»
  std::string title_en;
  std::string short_name_vi;  // «CV Hải Phòng 11/2023»
  std::string short_name_en;
  std::string issuer;
  std::string number;  // as printed; may hold «…» where the dispatch's own number is not known
  std::string issued;  // ISO, reduced precision allowed ("2023-11"); "" when not known
  // Whether what it asks still applies; a deadline that has passed does not end that.
  bool in_force = true;
  std::string note_vi, note_en;  // what is known of that: what has passed, ended or been replaced
  std::optional<Deadline> deadline;
  Contact recipient;              // where the report is sent
  std::vector<Contact> contacts;  // organisations
  PasswordParameters password;
  std::vector<Guide> guides;
  std::optional<Form> form;
  std::vector<Requirement> requirements;
};

// JSON, format "sokenh.pack" version 1, read strictly: unknown members, checks and attributes are
// errors with their place. See packs/hp23.json for the shape.
Result<Pack> parse_pack(std::string_view json_text);

const Requirement* find_requirement(const Pack& pack, std::string_view id);  // nullptr if none

// The packs built into the module, in order of their files' names. Each is parsed once, when it is
// first asked for: the page's first frame waits for those the document follows and no others. Which
// packs there are for a document says its PackSet (core/policy/pack_set.h).
const std::vector<Pack>& builtin_packs();
const Pack* builtin_pack(std::string_view id);  // nullptr if none

}  // namespace sokenh
