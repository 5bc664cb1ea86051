#include "wasm/app/command_line.h"

#include <sodium.h>

#include <array>
#include <nlohmann/json.hpp>

#include "core/base/json.h"
#include "core/policy/evaluate.h"
#include "core/signing/canonical_json.h"
#include "core/signing/key_file.h"
#include "core/signing/signed_file.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/signature_labels.h"
#include "wasm/ui/context.h"

namespace sokenh {

namespace {

using nlohmann::json;

constexpr std::size_t kMaxArgumentBytes = 64u << 20;

json error_json(const Error& error) {
  return {{"error",
           {{"code", error_code_name(error.code)},
            {"place", error.place},
            {"detail", error.detail},
            {"message", ui::error_message(error, ui::context().language)}}}};
}

// A file of the product: signed, or a plain declaration.
struct Opened {
  std::optional<signing::SignedFile> file;
  std::optional<Declaration> declaration;
};

Result<Opened> open(std::string_view bytes) {
  const Result<json> parsed = parse_json(bytes);
  if (!parsed) return parsed.error();
  Opened opened;
  std::string payload(bytes);
  if (parsed->is_object() && parsed->contains("payload")) {
    Result<signing::SignedFile> file = signing::read_signed_file(bytes);
    if (!file) return file.error();
    if (file->content() != signing::Content::declaration) return Error{ErrorCode::signed_file_wrong_kind, "/payload"};
    payload = file->payload();
    opened.file = std::move(*file);
  }
  const Result<json> content = parse_json(payload);
  if (!content) return content.error();
  Result<Declaration> declaration = declaration_from_json(*content);
  if (!declaration) return declaration.error();
  opened.declaration = std::move(*declaration);
  return opened;
}

json finding_json(const Finding& finding, const Declaration& declaration) {
  const auto number = [&](ChannelId row) {
    int position = 0;
    for (const Channel& channel : declaration.channels) {
      ++position;
      if (channel.id == row) return position;
    }
    return 0;
  };
  const int other = number(finding.other_row);
  json out = {{"code", finding_code_name(finding.code)},
              {"severity", severity_key(finding.severity)},
              {"row", number(finding.row)},
              {"requirement", finding.requirement},
              {"clause", finding.clause},
              {"evidence", finding.evidence},
              {"message", finding_sentence(finding, other)},
              {"advice", finding_advice_sentence(finding, other)}};
  if (finding.column) out["column"] = column_key(*finding.column);
  if (finding.attribute) out["attribute"] = attribute_key(*finding.attribute);
  if (finding.unit_field) out["field"] = unit_field_key(*finding.unit_field);
  if (!finding.suggestion.empty()) out["suggestion"] = finding.suggestion;
  if (other > 0) out["other_row"] = other;
  return out;
}

json check(const std::string& bytes, const std::string& day) {
  const Result<Opened> opened = open(bytes);
  if (!opened) return error_json(opened.error());
  const auto today = parse_iso_date(day);
  if (!today) return error_json({ErrorCode::json_unknown_value, "/today", day});
  const Declaration& declaration = *opened->declaration;
  const Evaluation evaluation = evaluate(declaration, followed_packs(declaration), *today);
  json findings = json::array();
  bool errors = false;
  for (const Finding& finding : evaluation.findings) {
    findings.push_back(finding_json(finding, declaration));
    errors = errors || finding.severity != Severity::advice;
  }
  json requirements = json::array();
  for (const RequirementResult& result : evaluation.requirements) {
    requirements.push_back({{"pack", result.pack},
                            {"requirement", result.requirement},
                            {"status", requirement_status_key(result.status)},
                            {"applicable", result.applicable},
                            {"satisfied", result.satisfied}});
  }
  return {{"ok", !errors}, {"unit", declaration.unit.name}, {"channels", declaration.channels.size()}, {"findings", findings}, {"requirements", requirements}};
}

json verify(const std::string& bytes) {
  const Result<signing::SignedFile> file = signing::read_signed_file(bytes);
  if (!file) return error_json(file.error());
  const Result<Opened> opened = open(bytes);
  if (!opened) return error_json(opened.error());
  const signing::Verification verification = signing::verify(*file);
  json signatures = json::array();
  for (const auto& check : verification.checks) {
    signatures.push_back({{"role", signing::role_key(check.signer.role)},
                          {"state", signing::signature_state_name(check.state)},
                          {"message", signature_state_label(check)},
                          {"name", check.signer.name},
                          {"title", check.signer.title},
                          {"time", check.signer.time},
                          {"key_id", check.key_id},
                          {"fingerprint", check.fingerprint}});
  }
  return {{"ok", verification.all_valid},
          {"unit", opened->declaration->unit.name},
          {"channels", opened->declaration->channels.size()},
          {"sha256", verification.payload_sha256},
          {"signatures", signatures}};
}

json sign(const std::string& bytes, const std::string& key_file, const std::string& passphrase, const std::string& now) {
  const Result<Opened> opened = open(bytes);
  if (!opened) return error_json(opened.error());
  const Result<signing::KeyFileInfo> info = signing::read_key_file(key_file);
  if (!info) return error_json(info.error());
  const Result<signing::SigningKey> key = signing::open_key_file(key_file, passphrase);
  if (!key) return error_json(key.error());
  const signing::Signer signer{info->owner.role, info->owner.name, info->owner.title, now};
  if (opened->file) {
    const auto made = signing::add_signature(*opened->file, opened->file->payload(), signer, *key);
    if (!made) return error_json(made.error());
    return {{"ok", true}, {"file", signing::write_signed_file(*made)}};
  }
  const Result<std::string> payload = signing::canonical_json(to_json(*opened->declaration));
  if (!payload) return error_json(payload.error());
  const auto made = signing::sign_payload(*payload, signing::Content::declaration, signer, *key);
  if (!made) return error_json(made.error());
  return {{"ok", true}, {"file", signing::write_signed_file(*made)}};
}

json make_key(const json& request, const std::string& passphrase, const std::string& now) {
  const std::string role = request.value("role", "");
  const signing::Role kind = role == "head" ? signing::Role::head : signing::Role::preparer;
  std::array<std::uint8_t, signing::kSeedBytes> seed;
  randombytes_buf(seed.data(), seed.size());
  const signing::SigningKey key(seed);
  sodium_memzero(seed.data(), seed.size());
  std::array<std::uint8_t, signing::kSealRandomBytes> random;
  randombytes_buf(random.data(), random.size());
  const Result<std::string> sealed = signing::seal_key(key, {kind, request.value("name", ""), request.value("title", ""), now}, passphrase, random);
  if (!sealed) return error_json(sealed.error());
  return {{"ok", true}, {"file", *sealed}, {"fingerprint", signing::fingerprint(key.public_key())}};
}

}  // namespace

std::string run_command(std::string_view request_json) {
  Result<json> request = parse_json(request_json, {.max_bytes = kMaxArgumentBytes});
  if (!request) return error_json(request.error()).dump();
  const std::string command = request->value("command", "");
  ui::context().language = request->value("language", "vi") == "en" ? ui::Language::english : ui::Language::vietnamese;
  const std::string file = request->value("file", "");
  const std::string now = request->value("now", "");
  std::string passphrase = request->value("passphrase", "");
  json answer;
  if (command == "check") answer = check(file, request->value("today", ""));
  if (command == "verify") answer = verify(file);
  if (command == "sign") answer = sign(file, request->value("key", ""), passphrase, now);
  if (command == "keygen") answer = make_key(*request, passphrase, now);
  sodium_memzero(passphrase.data(), passphrase.size());
  if (request->contains("passphrase")) {
    auto& copy = (*request)["passphrase"].get_ref<std::string&>();
    sodium_memzero(copy.data(), copy.size());
  }
  return answer.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace sokenh
