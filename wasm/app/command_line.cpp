#include "wasm/app/command_line.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/base/digest.h"
#include "core/base/json.h"
#include "core/exchange/duty_exchange.h"
#include "core/exchange/unit_documents.h"
#include "core/inventory/backup_book.h"
#include "core/inventory/machine.h"
#include "core/page/outline.h"
#include "core/policy/evaluate.h"
#include "core/policy/tasks.h"
#include "core/signing/canonical_json.h"
#include "core/signing/key_file.h"
#include "core/signing/signed_file.h"
#include "wasm/app/due_calendar.h"
#include "wasm/app/page_command.h"
#include "wasm/app/password_command.h"
#include "wasm/app/report_email.h"
#include "wasm/screens/backup_labels.h"
#include "wasm/screens/duty_labels.h"
#include "wasm/screens/ip_labels.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/log_labels.h"
#include "wasm/screens/signature_labels.h"
#include "wasm/ui/context.h"

namespace sokenh {

namespace {

using nlohmann::json;

constexpr std::size_t kMaxRequestBytes = 32U << 20U;  // packs are in it
constexpr std::size_t kMaxOwnerBytes = 1U << 20U;
constexpr std::size_t kMaxPackTextBytes = 4U << 20U;  // a pack says its own, smaller limit
constexpr std::size_t kMaxPassphraseBytes = 64U << 10U;
constexpr std::size_t kShownMatches = 10'000;

// Whose fault it is: which of the files given, or the arguments.
enum class Input { file, key, pack, list, log, baseline, unit, request };

struct Request {
  std::string command;
  std::string now;
  std::optional<Date> today;
  std::vector<std::string> pack_texts;
  PackSet packs;                         // with those of pack_texts
  std::vector<std::string> given_packs;  // the ids of those
  DocumentKind document = DocumentKind::channel_form;
  LogKind log = LogKind::patch;  // of a log's document
  std::size_t entry = 0;         // the incident to report, as log_number() counts, or the roster;
                                 // 0: the latest, the next
  std::size_t roster = 0;        // of a calendar: the roster that it is of; 0: what is due
  std::string passphrase;
  bool brief = false;     // password
  std::string unit;       // scan-page: a declaration
  std::string name;       // hash
  signing::Signer owner;  // keygen
};

void wipe(std::string& secret) { sodium_memzero(secret.data(), secret.size()); }

json error_json(Input input, const Error& error) {
  constexpr std::array<std::string_view, 8> names{"file", "key",      "pack", "list",
                                                  "log",  "baseline", "unit", "request"};
  return {{"error",
           {{"input", names[static_cast<std::size_t>(input)]},
            {"code", error_code_name(error.code)},
            {"place", error.place},
            {"detail", error.detail},
            {"message", ui::error_message(error, ui::context().language)}}}};
}

// A file of the product: signed, or a plain declaration.
struct Opened {
  std::optional<signing::SignedFile> file;
  Declaration declaration;
};

Result<Opened> open(std::string_view bytes) {
  const Result<json> parsed = parse_json(bytes);
  if (!parsed) return parsed.error();
  if (!parsed->is_object() || !parsed->contains("payload")) {
    Result<Declaration> declaration = declaration_from_json(*parsed);
    if (!declaration) return declaration.error();
    return Opened{std::nullopt, std::move(*declaration)};
  }
  Result<signing::SignedFile> file = signing::read_signed_file(bytes);
  if (!file) return file.error();
  if (file->content() != signing::Content::declaration) {
    return Error{ErrorCode::signed_file_wrong_kind, "/signatures"};
  }
  const Result<json> content = parse_json(file->payload());
  if (!content) return content.error();
  Result<Declaration> declaration = declaration_from_json(*content);
  if (!declaration) return declaration.error();
  return Opened{std::move(*file), std::move(*declaration)};
}

Result<Opened> open_signed(std::string_view bytes) {
  Result<Opened> opened = open(bytes);
  if (opened && !opened->file) return Error{ErrorCode::signed_file_wrong_format};
  return opened;
}

// Rows are numbered as on the form, from 1; 0 is none.
int row_number(const Declaration& declaration, ChannelId row) {
  int position = 0;
  for (const Channel& channel : declaration.channels) {
    ++position;
    if (channel.id == row) return position;
  }
  return 0;
}

// Likewise.
int account_number(const Declaration& declaration, AccountId id) {
  int position = 0;
  for (const Account& account : declaration.accounts) {
    ++position;
    if (account.id == id) return position;
  }
  return 0;
}

// Likewise, among the entries of its kind.
int log_number(const Declaration& declaration, LogKind kind, LogEntryId id) {
  int position = 0;
  for (const LogEntry& entry : declaration.log) {
    if (entry.kind != kind) continue;
    ++position;
    if (entry.id == id) return position;
  }
  return 0;
}

// Those the declaration follows, then those given.
std::vector<const Pack*> followed_packs(const Declaration& declaration, const Request& request) {
  std::vector<const Pack*> packs = request.packs.followed(declaration);
  for (const std::string& id : request.given_packs) {
    const Pack* pack = request.packs.find(id);
    if (std::find(packs.begin(), packs.end(), pack) == packs.end()) packs.push_back(pack);
  }
  return packs;
}

json finding_json(const Finding& finding, const Declaration& declaration, const PackSet& packs,
                  std::span<const Pack* const> followed) {
  const int other = row_number(declaration, finding.other_row);
  json out = {
      {"code", finding_code_name(finding.code)},
      {"severity", severity_key(finding.severity)},
      {"row", row_number(declaration, finding.row)},
      {"requirement", finding.requirement},
      {"clause", finding.clause},
      {"reference", clause_reference(finding, packs)},
      {"evidence", finding.evidence},
      {"message", finding_sentence(finding, other, question_text(finding.question, followed))},
      {"advice", finding_advice_sentence(finding, other)}};
  if (finding.column) {
    out["column"] = column_key(*finding.column);
    out["label"] = column_label(*finding.column);
  }
  if (finding.attribute) {
    out["attribute"] = attribute_key(*finding.attribute);
    out["label"] = attribute_label(*finding.attribute);
  }
  if (finding.unit_field) {
    out["field"] = unit_field_key(*finding.unit_field);
    out["label"] = unit_field_label(*finding.unit_field);
  }
  if (finding.account_field) {
    out["account"] = account_number(declaration, finding.account);
    out["account_field"] = account_field_key(*finding.account_field);
    out["label"] = account_field_label(*finding.account_field);
  }
  if (finding.machine != 0) {
    const auto& machines = declaration.machines;
    const auto found = std::find_if(machines.begin(), machines.end(), [&](const Machine& each) {
      return each.id == finding.machine;
    });
    out["machine"] = found - machines.begin() + 1;
  }
  if (finding.machine_field) {
    out["machine_field"] = machine_field_key(*finding.machine_field);
    out["label"] = machine_field_label(*finding.machine_field);
  }
  if (finding.log) {
    out["log"] = log_kind_key(*finding.log);
    out["log_label"] = log_kind_label(*finding.log);
    out["label"] = log_kind_label(*finding.log);
    if (finding.log_entry != 0)
      out["log_entry"] = log_number(declaration, *finding.log, finding.log_entry);
    if (finding.log_field) {
      out["log_field"] = log_field_key(*finding.log_field);
      out["label"] = log_field_label(*finding.log, *finding.log_field);
    }
  }
  if (finding.duty.roster != 0) {
    const Roster* roster = find_roster(declaration, finding.duty.roster);
    out["roster"] = roster - declaration.rosters.data() + 1;
    out["label"] = roster_title(*roster);
  }
  if (!finding.question.empty()) out["question"] = finding.question;
  if (!finding.suggestion.empty()) out["suggestion"] = finding.suggestion;
  if (other > 0) out["other_row"] = other;
  return out;
}

json signature_json(const signing::SignatureCheck& check) {
  json out = {{"role", signing::role_key(check.signer.role)},
              {"label", role_label(check.signer.role)},
              {"state", signing::signature_state_name(check.state)},
              {"message", signature_state_label(check)}};
  if (check.state == signing::SignatureState::missing) return out;
  out["name"] = check.signer.name;
  out["title"] = check.signer.title;
  out["time"] = check.signer.time;
  out["key_id"] = check.key_id;
  out["fingerprint"] = check.fingerprint;
  return out;
}

json signatures_json(const signing::Verification& verification) {
  json list = json::array();
  for (const auto& check : verification.checks) list.push_back(signature_json(check));
  return list;
}

json verification_json(const Opened& opened, const signing::Verification& verification) {
  return {{"ok", verification.all_valid},
          {"unit", opened.declaration.unit.name},
          {"channels", opened.declaration.channels.size()},
          {"sha256", verification.payload_sha256},
          {"signatures", signatures_json(verification)}};
}

Evaluation evaluate_opened(const Opened& opened, std::span<const Pack* const> followed,
                           const Date& today) {
  const std::optional<Date> signed_on =
      opened.file ? signing::day_signed_by_all(signing::verify(*opened.file)) : std::nullopt;
  return evaluate(opened.declaration, followed, today, signed_on);
}

json packs_json(std::span<const Pack* const> packs, const Evaluation& evaluation) {
  json list = json::array();
  for (const Pack* pack : packs) {
    const Progress progress = progress_of(evaluation, pack->id);
    json out = {{"id", pack->id},
                {"name", pack_short_name(*pack)},
                {"issued", pack->issued},
                {"in_force", pack->in_force},
                {"met", progress.met},
                {"to_do", progress.to_do},
                {"unanswered", progress.unanswered},
                {"not_applicable", progress.not_applicable}};
    if (pack->deadline) out["last_day"] = iso_date(last_day_on_time(*pack->deadline));
    list.push_back(std::move(out));
  }
  return list;
}

json requirements_json(std::span<const Pack* const> packs, const Evaluation& evaluation,
                       const Date& today) {
  const bool vietnamese = ui::context().language == ui::Language::vietnamese;
  json list = json::array();
  for (const Pack* pack : packs) {
    for (const Requirement& requirement : pack->requirements) {
      // In the packs' order, like the results.
      const RequirementResult& result = evaluation.requirements[list.size()];
      list.push_back({{"pack", result.pack},
                      {"requirement", result.requirement},
                      {"clause", requirement.clause},
                      {"text", vietnamese ? requirement.text_vi : requirement.text_en},
                      {"status", requirement_status_key(result.status)},
                      {"label", requirement_status_label(result.status)},
                      {"applicable", result.applicable},
                      {"satisfied", result.satisfied}});
    }
  }
  // The earliest of the days by which the requirement wants something.
  std::vector<std::optional<Date>> due(list.size());
  for (const DueDate& each : evaluation.due) {
    std::optional<Date>& earliest = due[each.requirement];
    if (!earliest || each.date < *earliest) earliest = each.date;
  }
  for (std::size_t i = 0; i < due.size(); ++i) {
    if (!due[i]) continue;
    list[i]["due"] = iso_date(*due[i]);
    list[i]["overdue"] = *due[i] < today;
  }
  return list;
}

json check(std::string_view bytes, const Request& request) {
  const Result<Opened> opened = open(bytes);
  if (!opened) return error_json(Input::file, opened.error());
  const Declaration& declaration = opened->declaration;
  const std::vector<const Pack*> followed = followed_packs(declaration, request);
  const Evaluation evaluation = evaluate_opened(*opened, followed, *request.today);
  json findings = json::array();
  bool good = true;
  for (const Finding& finding : evaluation.findings) {
    findings.push_back(finding_json(finding, declaration, request.packs, followed));
    good = good && finding.severity == Severity::advice;
  }
  return {{"ok", good},
          {"unit", declaration.unit.name},
          {"channels", declaration.channels.size()},
          {"accounts", declaration.accounts.size()},
          {"log", declaration.log.size()},
          {"findings", findings},
          {"packs", packs_json(followed, evaluation)},
          {"unknown_packs", request.packs.unknown_ids(declaration)},
          {"requirements", requirements_json(followed, evaluation, *request.today)}};
}

json verify(std::string_view bytes) {
  const Result<Opened> opened = open_signed(bytes);
  if (!opened) return error_json(Input::file, opened.error());
  return verification_json(*opened, signing::verify(*opened->file));
}

json sign(std::string_view bytes, std::string_view key_file, const Request& request) {
  const Result<Opened> opened = open(bytes);
  if (!opened) return error_json(Input::file, opened.error());
  const Result<signing::KeyFileInfo> info = signing::read_key_file(key_file);
  if (!info) return error_json(Input::key, info.error());
  const Result<signing::SigningKey> key = signing::open_key_file(key_file, request.passphrase);
  if (!key) return error_json(Input::key, key.error());
  signing::Signer signer = info->owner;
  signer.time = request.now;

  Result<signing::SignedFile> made = Error{ErrorCode::signed_file_wrong_format};
  if (opened->file) {
    made = signing::add_signature(*opened->file, opened->file->payload(), signer, *key);
  } else {
    const Result<std::string> payload = signing::canonical_json(to_json(opened->declaration));
    if (!payload) return error_json(Input::file, payload.error());
    made = signing::sign_payload(*payload, signing::Content::declaration, signer, *key);
  }
  if (!made) return error_json(Input::file, made.error());
  const signing::Verification verification = signing::verify(*made);
  return {{"ok", true},
          {"output", signing::write_signed_file(*made)},
          {"signer",
           {{"role", signing::role_key(signer.role)},
            {"label", role_label(signer.role)},
            {"name", signer.name},
            {"title", signer.title},
            {"time", signer.time},
            {"fingerprint", signing::fingerprint(key->public_key())}}},
          {"signatures", signatures_json(verification)},
          {"complete", verification.all_valid}};
}

json make_key(const Request& request) {
  std::array<std::uint8_t, signing::kSeedBytes> seed;
  randombytes_buf(seed.data(), seed.size());
  const signing::SigningKey key(seed);
  sodium_memzero(seed.data(), seed.size());
  std::array<std::uint8_t, signing::kSealRandomBytes> random;
  randombytes_buf(random.data(), random.size());
  signing::Signer owner = request.owner;
  owner.time = request.now;
  const Result<std::string> sealed = signing::seal_key(key, owner, request.passphrase, random);
  if (!sealed) return error_json(Input::request, sealed.error());
  return {{"ok", true},
          {"output", *sealed},
          {"fingerprint", signing::fingerprint(key.public_key())},
          {"key_id", signing::key_id(key.public_key())}};
}

// Only of a file that the office will accept.
json email(std::string_view bytes, const Request& request) {
  const Result<Opened> opened = open_signed(bytes);
  if (!opened) return error_json(Input::file, opened.error());
  const signing::Verification verification = signing::verify(*opened->file);
  if (!verification.all_valid) return verification_json(*opened, verification);
  const Result<std::string> draft =
      write_report_email(opened->declaration,
                         report_pack(followed_packs(opened->declaration, request)), &*opened->file);
  if (!draft) return error_json(Input::file, draft.error());
  return {{"ok", true}, {"output", *draft}};
}

// The incident that is the entry-th of its kind; 0 when there is none.
LogEntryId incident_at(const Declaration& declaration, std::size_t entry) {
  for (const LogEntry& each : declaration.log) {
    if (each.kind == LogKind::incident && entry != 0 && --entry == 0) return each.id;
  }
  return 0;
}

// The roster that is the number-th; 0 when there is none.
RosterId roster_at(const Declaration& declaration, std::size_t number) {
  const bool is_there = number != 0 && number <= declaration.rosters.size();
  return is_there ? declaration.rosters[number - 1].id : 0;
}

Error no_document(DocumentKind kind, const DocumentSource& source, bool incident_is_there) {
  if (kind == DocumentKind::duty_roster) return {ErrorCode::document_roster_empty, "/rosters"};
  if (!incident_is_there) return {ErrorCode::document_log_empty, "/log"};
  switch (missing_parts(kind, source).front().gap) {
    case DocumentGap::no_pack:
      return {ErrorCode::document_not_asked, "/packs"};
    case DocumentGap::log_entries:
    case DocumentGap::incident:
      return {ErrorCode::document_log_empty, "/log"};
    default:
      return {ErrorCode::document_not_needed, "/accounts"};
  }
}

json form(std::string_view bytes, const Request& request) {
  const Result<Opened> opened = open(bytes);
  if (!opened) return error_json(Input::file, opened.error());
  std::optional<Proof> proof;
  if (opened->file) {
    const signing::Verification verification = signing::verify(*opened->file);
    proof = proof_of(verification);
    // Paper must not vouch for a signature that is not good.
    if (!proof) return verification_json(*opened, verification);
  }
  const auto packs = followed_packs(opened->declaration, request);
  const Evaluation evaluation = evaluate_opened(*opened, packs, *request.today);
  const DocumentSource source{.declaration = opened->declaration,
                              .packs = packs,
                              .evaluation = evaluation,
                              .date = request.today,
                              .proof = proof,
                              .log = request.log,
                              .incident = incident_at(opened->declaration, request.entry),
                              .roster = roster_at(opened->declaration, request.entry)};
  // Another than the one asked for must not be reported.
  const bool is_there =
      request.entry == 0 ||
      (request.document == DocumentKind::duty_roster ? source.roster : source.incident) != 0;
  const std::optional<Document> document =
      is_there ? make_document(request.document, source) : std::nullopt;
  if (!document) return error_json(Input::file, no_document(request.document, source, is_there));
  return {{"ok", true}, {"document", to_json(*document)}};
}

json calendar(std::string_view bytes, const Request& request) {
  const Result<Opened> opened = open(bytes);
  if (!opened) return error_json(Input::file, opened.error());
  if (request.roster != 0) {
    const Roster* roster =
        find_roster(opened->declaration, roster_at(opened->declaration, request.roster));
    if (roster == nullptr)
      return error_json(Input::file, {ErrorCode::document_roster_empty, "/rosters"});
    const Result<std::string> duty =
        write_duty_calendar(opened->declaration.unit, *roster, 0, request.now);
    if (!duty) return error_json(Input::request, duty.error());
    return {{"ok", true}, {"output", *duty}};
  }
  const auto followed = followed_packs(opened->declaration, request);
  const Result<std::string> text = write_due_calendar(
      opened->declaration, followed, evaluate_opened(*opened, followed, *request.today),
      *request.today, request.now);
  if (!text) return error_json(Input::request, text.error());
  return {{"ok", true}, {"output", *text}};
}

// What is written there for an address, and why it is none.
json unreadable_json(IpProblem problem, const std::string& text) {
  return {
      {"problem", ip_problem_key(problem)}, {"text", text}, {"message", ip_problem_label(problem)}};
}

json list_json(const IpList& list) {
  json unreadable = json::array();
  for (const UnreadableIp& each : list.first_unreadable()) {
    json item = unreadable_json(each.problem, each.text);
    item["line"] = each.line;
    unreadable.push_back(std::move(item));
  }
  return {{"entries", list.entries()},
          {"distinct", list.distinct()},
          {"lines", list.lines()},
          {"unreadable", list.unreadable()},
          {"first_unreadable", std::move(unreadable)}};
}

// Machines are numbered from 1, as rows are.
json machine_json(const Declaration& declaration, const OwnRange& own) {
  const Machine& machine = declaration.machines[own.machine];
  return {{"machine", own.machine + 1},
          {"name", machine.name},
          {"owner", machine.owner},
          {"place", machine.place},
          {"own", own.written}};
}

json check_ip(std::string_view bytes, IpLists lists) {
  const Result<Opened> opened = open(bytes);
  if (!opened) return error_json(Input::file, opened.error());
  const Declaration& declaration = opened->declaration;
  json unreadable = json::array();
  std::vector<IpRange> ranges;
  std::vector<OwnRange> owners;
  for (const OwnRange& own : own_ranges(declaration.machines)) {
    if (own.reading.problem == IpProblem::none) {
      ranges.push_back(own.reading.range);
      owners.push_back(own);
      continue;
    }
    json item = machine_json(declaration, own);
    item.update(unreadable_json(own.reading.problem, own.written));
    unreadable.push_back(std::move(item));
  }
  // Nothing was looked for, which must not pass for nothing found.
  if (ranges.empty()) return error_json(Input::file, {ErrorCode::ip_no_addresses, "/machines"});

  json described = json::array();
  json found = json::array();
  std::size_t total = 0;
  for (const Result<IpList>& list : std::move(lists).end()) {
    const auto refused = [&described](const Error& error) {
      json problem = error_json(Input::list, error);
      problem["error"]["list"] = described.size();
      return problem;
    };
    if (!list) return refused(list.error());
    if (list->entries() == 0) return refused({ErrorCode::ip_list_empty});
    const IpMatches matches = list->match(ranges, kShownMatches - found.size());
    total += matches.total;
    for (const IpMatch& match : matches.found) {
      json item = machine_json(declaration, owners[match.own]);
      item["list"] = described.size();
      item["line"] = match.line;
      item["listed"] = ip_range_text(match.listed);
      found.push_back(std::move(item));
    }
    described.push_back(list_json(*list));
  }
  return {{"ok", total == 0 && unreadable.empty()},
          {"unit", declaration.unit.name},
          {"machines", declaration.machines.size()},
          {"ranges", ranges.size()},
          {"unreadable", std::move(unreadable)},
          {"lists", std::move(described)},
          {"matches", std::move(found)},
          {"total", total},
          {"advice", ui::tr(ui::Msg::advice_botnet_match_open)}};
}

// With `baseline`, an earlier copy of the page, if it is not empty.
json scan_page_file(std::string_view bytes, std::string_view baseline, const Request& request) {
  Unit unit;
  if (!request.unit.empty()) {
    Result<Opened> opened = open(request.unit);
    if (!opened) return error_json(Input::unit, opened.error());
    unit = std::move(opened->declaration.unit);
  }
  const Result<page::PageOutline> outline = page::read_page(bytes);
  if (!outline) return error_json(Input::file, outline.error());
  const std::string digest = hex(sha256(bytes));
  if (baseline.empty()) return scan_page(*outline, nullptr, unit, digest);
  const Result<page::PageOutline> earlier = page::read_page(baseline);
  if (!earlier) return error_json(Input::baseline, earlier.error());
  return scan_page(*outline, &*earlier, unit, digest);
}

// «patch, vulnerability, …»
std::string log_keys() {
  std::string keys;
  for (const LogKind kind : log_kinds())
    keys.append(keys.empty() ? "" : ", ").append(log_kind_key(kind));
  return keys;
}

// Without a declaration and without packs of its own, by all built-in dispatches in force.
json passwords(std::string_view bytes, std::string_view lines, const Request& request) {
  Declaration declaration;
  if (!bytes.empty()) {
    Result<Opened> opened = open(bytes);
    if (!opened) return error_json(Input::file, opened.error());
    declaration = std::move(opened->declaration);
  }
  std::vector<const Pack*> packs = followed_packs(declaration, request);
  if (bytes.empty() && packs.empty()) {
    for (const Pack& pack : builtin_packs()) {
      if (pack.in_force) packs.push_back(&pack);
    }
  }
  const Result<json> checked =
      check_passwords(lines, declaration, packs, *request.today, request.brief);
  return checked ? *checked : error_json(Input::request, checked.error());
}

json words(std::string_view bytes) {
  const Status taken = take_password_words(bytes);
  return taken ? json{{"ok", true}} : error_json(Input::file, taken.error());
}

Result<Request> read_request(const json& request_json) {
  std::optional<Error> failure;
  JsonReader reader(request_json, failure);
  Request request;
  request.command = reader.string("command", 100);
  constexpr std::array<std::string_view, 2> languages{"vi", "en"};
  ui::context().language =
      reader.choice("language", languages) == 1 ? ui::Language::english : ui::Language::vietnamese;
  request.now = reader.optional_string("now", 100);
  request.passphrase = reader.optional_string("passphrase", kMaxPassphraseBytes);
  if (request.command == "check" || request.command == "form" || request.command == "calendar" ||
      request.command == "password") {
    const std::string day = reader.string("today", 100);
    request.today = parse_iso_date(day);
    if (!failure && !request.today) reader.fail_at("today", ErrorCode::json_unknown_value, day);
  }
  if (request.command == "scan-page")
    request.unit = reader.optional_string("unit", kMaxRequestBytes);
  if (request.command == "hash") {
    request.name = reader.optional_string("name", kMaxOwnerBytes);
    request.today = parse_iso_date(reader.optional_string("today", 100));
  }
  if (request.command == "password") request.brief = reader.optional_boolean("brief");
  request.pack_texts = reader.optional_strings("packs", kMaxPacks, kMaxPackTextBytes);
  if (request.command == "form") {
    const std::string kind = reader.string("document", 100);
    const auto known = parse_document_kind_key(kind);
    if (known) request.document = *known;
    if (!failure && !known) reader.fail_at("document", ErrorCode::json_unknown_value, kind);
    const std::string log = reader.optional_string("log", 100, log_kind_key(request.log));
    const auto known_log = parse_log_kind_key(log);
    if (known_log) request.log = *known_log;
    if (!failure && !known_log)
      reader.fail_at("log", ErrorCode::log_kind_unknown, log + " (" + log_keys() + ")");
    request.entry = static_cast<std::size_t>(
        reader.optional_integer("entry", 0, static_cast<std::int64_t>(kMaxLogEntries), 0));
  }
  if (request.command == "calendar") {
    request.roster = static_cast<std::size_t>(
        reader.optional_integer("roster", 0, static_cast<std::int64_t>(kMaxRosters), 0));
  }
  if (request.command == "keygen") {
    request.owner.role = static_cast<signing::Role>(reader.choice("role", signing::kRoleKeys));
    request.owner.name = reader.string("name", kMaxOwnerBytes);
    request.owner.title = reader.string("title", kMaxOwnerBytes);
  }
  if (failure) return *failure;
  return request;
}

// What is wrong with one of the packs, nullopt when nothing is.
std::optional<json> open_packs(Request& request) {
  for (std::size_t i = 0; i < request.pack_texts.size(); ++i) {
    Result<std::string> id = request.packs.open(request.pack_texts[i]);
    if (!id) {
      json problem = error_json(Input::pack, id.error());
      problem["error"]["pack"] = i;
      return problem;
    }
    request.given_packs.push_back(std::move(*id));
  }
  return std::nullopt;
}

json hash(std::string_view declaration, HashedFile hashed, const Request& request) {
  json out{{"ok", true}, {"sha256", hex(hashed.digest.end())}, {"bytes", hashed.bytes}};
  if (declaration.empty()) return out;
  if (!request.today) return error_json(Input::request, {ErrorCode::json_missing_member, "/today"});
  const Result<Opened> opened = open(declaration);
  if (!opened) return error_json(Input::log, opened.error());
  const BackupBook book = read_backup_book(opened->declaration.log);
  const FileInBook found = find_file(book, out["sha256"].get<std::string>(), request.name);
  out["ok"] = !found.backups.empty() && book.whole();
  out["whole"] = book.whole();
  out["backups"] = json::array();
  out["same_name"] = json::array();
  const auto serial = [](const LogEntry& entry) {
    return read_log_number(log_text(entry, LogField::serial)).value_or(0);
  };
  for (const KnownBackup& known : found.backups) {
    out["backups"].push_back({{"serial", serial(*known.entry)},
                              {"at", log_text(*known.entry, LogField::at)},
                              {"data_set", log_text(*known.entry, LogField::data_set)},
                              {"newer", known.newer},
                              {"newest", serial(*known.newest)},
                              {"message", known_backup_sentence(known, *request.today)}});
  }
  for (const LogEntry* entry : found.same_name) {
    out["same_name"].push_back({{"serial", serial(*entry)},
                                {"at", log_text(*entry, LogField::at)},
                                {"message", same_name_sentence(*entry)}});
  }
  return out;
}

// One list, asked for the ranges that the page knows: one a line, all readable.
json match_ip(std::string_view written, CommandPieces pieces) {
  std::vector<IpRange> ranges;
  while (!written.empty()) {
    const std::size_t end = std::min(written.find('\n'), written.size());
    const IpReading reading = read_ip_range(written.substr(0, end));
    if (reading.problem != IpProblem::none)
      return error_json(Input::request, {ErrorCode::json_unknown_value, "/ranges"});
    ranges.push_back(reading.range);
    written.remove_prefix(std::min(end + 1, written.size()));
  }
  json out{
      {"ok", true}, {"sha256", hex(pieces.hashed.digest.end())}, {"bytes", pieces.hashed.bytes}};
  std::vector<Result<IpList>> lists = std::move(pieces.lists).end();
  if (lists.size() != 1) return error_json(Input::request, {ErrorCode::ip_list_empty});
  const Result<IpList>& list = lists.front();
  if (!list) return error_json(Input::list, list.error());
  if (list->entries() == 0) return error_json(Input::list, {ErrorCode::ip_list_empty});
  out.update(list_json(*list));
  const IpMatches matches = list->match(ranges, kShownMatches);
  json found = json::array();
  for (const IpMatch& match : matches.found) {
    found.push_back(
        {{"own", match.own}, {"line", match.line}, {"listed", ip_range_text(match.listed)}});
  }
  out["matches"] = std::move(found);
  out["total"] = matches.total;
  return out;
}

json answer(Request& request, std::string_view file, std::string_view key, CommandPieces pieces) {
  if (std::optional<json> problem = open_packs(request)) return std::move(*problem);
  if (request.command == "check") return check(file, request);
  if (request.command == "verify") return verify(file);
  if (request.command == "sign") return sign(file, key, request);
  if (request.command == "keygen") return make_key(request);
  if (request.command == "email") return email(file, request);
  if (request.command == "form") return form(file, request);
  if (request.command == "calendar") return calendar(file, request);
  if (request.command == "words") return words(file);
  if (request.command == "password") return passwords(file, key, request);
  if (request.command == "scan-page") return scan_page_file(file, key, request);
  if (request.command == "check-ip") return check_ip(file, std::move(pieces.lists));
  if (request.command == "match-ip") return match_ip(file, std::move(pieces));
  if (request.command == "hash") return hash(file, pieces.hashed, request);
  return error_json(Input::request, {ErrorCode::json_unknown_value, "/command", request.command});
}

}  // namespace

void IpLists::add(bool begins, std::string_view bytes) {
  if (begins || readers_.empty()) readers_.emplace_back();
  // What is wrong with it is said at its end.
  static_cast<void>(readers_.back().add(bytes));
}

std::vector<Result<IpList>> IpLists::end() && {
  std::vector<Result<IpList>> lists;
  for (IpListReader& reader : readers_) lists.push_back(std::move(reader).end());
  return lists;
}

void HashedFile::add(std::string_view piece) {
  digest.add(piece);
  bytes += piece.size();
}

std::string run_command(std::string_view request_json, std::string_view file, std::string_view key,
                        CommandPieces pieces) {
  Result<json> parsed = parse_json(request_json, {.max_bytes = kMaxRequestBytes});
  if (!parsed) return error_json(Input::request, parsed.error()).dump();
  Result<Request> request = read_request(*parsed);
  const json result = request ? answer(*request, file, key, std::move(pieces))
                              : error_json(Input::request, request.error());
  if (request) wipe(request->passphrase);
  if (parsed->is_object() && parsed->contains("passphrase") &&
      (*parsed)["passphrase"].is_string()) {
    wipe((*parsed)["passphrase"].get_ref<std::string&>());
  }
  return result.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace sokenh
