#include "core/signing/signed_file.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "core/base/digest.h"
#include "core/base/json.h"
#include "core/signing/base64url.h"
#include "core/signing/canonical_json.h"

namespace sokenh::signing {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kTimeName = "signed_at";
// The payload inside may have JsonLimits{}.max_bytes: base64url makes that a third more.
constexpr JsonLimits kFileLimits{.max_bytes = 48u << 20, .max_depth = 8, .max_values = 100};
constexpr JsonLimits kHeaderLimits{.max_bytes = 16u << 10, .max_depth = 8, .max_values = 200};
constexpr std::size_t kMaxHeaderBytes = 22u << 10;  // in base64url

// An error found in bytes that are themselves a value of the file.
Error inside(const std::string& pointer, const Error& error) {
  const bool is_pointer = error.place.empty() || error.place.starts_with('/');
  return {error.code, pointer + (is_pointer ? "" : " ") + error.place, error.detail};
}

std::string signing_input(std::string_view protected_header, std::string_view encoded_payload) {
  std::string input(protected_header);
  input += '.';
  input += encoded_payload;
  return input;
}

Status check_payload(std::string_view payload) {
  const auto json = parse_json(payload);
  if (!json) return inside("/payload", json.error());
  const auto canonical = canonical_json(*json);
  if (!canonical) return inside("/payload", canonical.error());
  if (*canonical != payload) {
    const auto at =
        std::mismatch(canonical->begin(), canonical->end(), payload.begin(), payload.end());
    return Error{ErrorCode::signed_file_payload_not_canonical,
                 "/payload byte " + std::to_string(at.first - canonical->begin() + 1)};
  }
  return ok();
}

Result<Signature> make_signature(std::string_view payload, Content content, const Signer& signer,
                                 const SigningKey& key) {
  if (const auto checked = check_signer(signer, kTimeName); !checked) return checked.error();
  Signature signature;
  signature.signer = signer;
  signature.public_key = key.public_key();
  signature.key_id = key_id(key.public_key());
  Json header = {{"alg", "EdDSA"},
                 {"typ", kSignatureType},
                 {"cty", kContentTypes[static_cast<std::size_t>(content)]},
                 {"kid", signature.key_id},
                 {"jwk", public_jwk(key.public_key())}};
  write_signer(header, signer, kTimeName);
  const auto canonical = canonical_json(header);
  if (!canonical) return canonical.error();
  signature.protected_header = base64url_encode(*canonical);
  signature.bytes = key.sign(signing_input(signature.protected_header, base64url_encode(payload)));
  return signature;
}

// Reads what the header says into `signature`; its content type is returned.
Result<Content> read_header(Signature& signature) {
  const auto bytes = base64url_decode(signature.protected_header);
  if (!bytes) return bytes.error();
  const auto json = parse_json(*bytes, kHeaderLimits);
  if (!json) return json.error();
  std::optional<Error> failure;
  JsonReader header(*json, failure);
  const std::string algorithm = header.string("alg", 100);
  if (!failure && algorithm != "EdDSA" && algorithm != "Ed25519") {
    header.fail_at("alg", ErrorCode::signed_file_wrong_algorithm, algorithm);
  }
  // RFC 7515 section 4.1.11: we understand no extension, so none may be critical.
  if (header.has("crit")) header.fail_at("crit", ErrorCode::signed_file_critical_header);
  const std::string type = header.string("typ", 100);
  if (!failure && type != kSignatureType) {
    header.fail_at("typ", ErrorCode::signed_file_wrong_kind, type);
  }
  const std::string content_type = header.string("cty", 100);
  const auto content = std::find(kContentTypes.begin(), kContentTypes.end(), content_type);
  if (!failure && content == kContentTypes.end()) {
    header.fail_at("cty", ErrorCode::signed_file_wrong_kind, content_type);
  }
  signature.key_id = header.string("kid", 100);
  JsonReader jwk = header.object("jwk");
  signature.signer = read_signer(header, kTimeName);
  if (failure) return *failure;
  const auto key = public_key_from_jwk(jwk.value());
  if (!key) return inside("/jwk", key.error());
  signature.public_key = *key;
  return static_cast<Content>(content - kContentTypes.begin());
}

SignatureState state_of(const Signature& signature, std::string_view encoded_payload,
                        std::span<const Signature> all) {
  if (signature.key_id != key_id(signature.public_key)) return SignatureState::wrong_key_id;
  if (!verify_signature(signature.public_key,
                        signing_input(signature.protected_header, encoded_payload),
                        signature.bytes)) {
    return SignatureState::bad_signature;
  }
  const auto same_key = std::count_if(all.begin(), all.end(), [&](const Signature& other) {
    return other.public_key == signature.public_key;
  });
  return same_key > 1 ? SignatureState::repeated_key : SignatureState::valid;
}

}  // namespace

Result<SignedFile> sign_payload(std::string_view payload, Content content, const Signer& signer,
                                const SigningKey& key) {
  if (const auto checked = check_payload(payload); !checked) return checked.error();
  auto signature = make_signature(payload, content, signer, key);
  if (!signature) return signature.error();
  SignedFile file;
  file.payload_ = payload;
  file.content_ = content;
  file.signatures_.push_back(std::move(*signature));
  return file;
}

Result<SignedFile> add_signature(const SignedFile& file, std::string_view payload_seen,
                                 const Signer& signer, const SigningKey& key) {
  if (payload_seen != file.payload()) return Error{ErrorCode::signed_file_payload_differs};
  for (const Signature& present : file.signatures()) {
    if (present.signer.role == signer.role) {
      return Error{ErrorCode::signed_file_repeated_role, {}, std::string(role_key(signer.role))};
    }
    if (present.public_key == key.public_key()) {
      return Error{ErrorCode::signed_file_repeated_key, {}, present.signer.name};
    }
  }
  const Verification present = verify(file, {});
  for (const SignatureCheck& check : present.checks) {
    if (check.state != SignatureState::valid) {
      return Error{ErrorCode::signed_file_not_valid, std::string(role_key(check.signer.role)),
                   check.signer.name};
    }
  }
  auto signature = make_signature(file.payload(), file.content(), signer, key);
  if (!signature) return signature.error();
  SignedFile result = file;
  result.signatures_.push_back(std::move(*signature));
  return result;
}

std::string write_signed_file(const SignedFile& file) {
  Json signatures = Json::array();
  for (const Signature& signature : file.signatures()) {
    signatures.push_back({{"protected", signature.protected_header},
                          {"signature", base64url_encode(signature.bytes)}});
  }
  // Only base64url in it: always representable.
  return canonical_json({{"payload", base64url_encode(file.payload())}, {"signatures", signatures}})
      .value();
}

Result<SignedFile> read_signed_file(std::string_view bytes) {
  const auto json = parse_json(bytes, kFileLimits);
  if (!json) return json.error();
  std::optional<Error> failure;
  JsonReader root(*json, failure);
  if (!root.has("payload") || !root.has("signatures")) {
    return Error{ErrorCode::signed_file_wrong_format};
  }
  root.allow_only({"payload", "signatures"});
  const std::string encoded_payload = root.string("payload", kFileLimits.max_bytes);
  std::vector<JsonReader> items = root.array("signatures", kAllRoles.size());
  if (failure) return *failure;
  if (items.empty()) return Error{ErrorCode::signed_file_no_signature, "/signatures"};

  SignedFile file;
  auto payload = base64url_decode(encoded_payload);
  if (!payload) return inside("/payload", payload.error());
  if (const auto checked = check_payload(*payload); !checked) return checked.error();
  file.payload_ = std::move(*payload);

  for (JsonReader& item : items) {
    if (item.has("header")) {
      return Error{ErrorCode::signed_file_unprotected_header,
                   json_pointer(item.pointer(), "header")};
    }
    item.allow_only({"protected", "signature"});
    Signature signature;
    signature.protected_header = item.string("protected", kMaxHeaderBytes);
    const std::string encoded_signature = item.string("signature", 200);
    if (failure) return *failure;
    if (const auto decoded = base64url_decode(encoded_signature, signature.bytes); !decoded) {
      return inside(json_pointer(item.pointer(), "signature"), decoded.error());
    }
    const std::string header_pointer = json_pointer(item.pointer(), "protected");
    const auto content = read_header(signature);
    if (!content) return inside(header_pointer, content.error());
    if (!file.signatures_.empty() && *content != file.content_) {
      return Error{ErrorCode::signed_file_wrong_kind, header_pointer + "/cty"};
    }
    file.content_ = *content;
    for (const Signature& other : file.signatures_) {
      if (other.signer.role == signature.signer.role) {
        return Error{ErrorCode::signed_file_repeated_role, header_pointer + "/role",
                     std::string(role_key(signature.signer.role))};
      }
    }
    file.signatures_.push_back(std::move(signature));
  }
  return file;
}

std::string_view signature_state_name(SignatureState state) {
  switch (state) {
    case SignatureState::valid:
      return "valid";
    case SignatureState::missing:
      return "missing";
    case SignatureState::bad_signature:
      return "bad_signature";
    case SignatureState::wrong_key_id:
      return "wrong_key_id";
    case SignatureState::repeated_key:
      return "repeated_key";
  }
  return "";
}

Verification verify(const SignedFile& file, std::span<const Role> required) {
  Verification result;
  result.payload_sha256 = hex(sha256(file.payload()));
  const std::string encoded_payload = base64url_encode(file.payload());
  for (const Role role : required) {
    SignatureCheck check;
    check.signer.role = role;
    result.checks.push_back(std::move(check));
  }
  for (const Signature& signature : file.signatures()) {
    SignatureCheck check;
    check.state = state_of(signature, encoded_payload, file.signatures());
    check.signer = signature.signer;
    check.key_id = key_id(signature.public_key);
    check.fingerprint = fingerprint(signature.public_key);
    const auto of_role = std::find_if(
        result.checks.begin(), result.checks.end(),
        [&](const SignatureCheck& other) { return other.signer.role == signature.signer.role; });
    if (of_role != result.checks.end()) {
      *of_role = std::move(check);
    } else {
      result.checks.push_back(std::move(check));
    }
  }
  result.all_valid = !result.checks.empty() &&
                     std::all_of(result.checks.begin(), result.checks.end(), [](const auto& check) {
                       return check.state == SignatureState::valid;
                     });
  return result;
}

std::optional<Date> day_signed_by_all(const Verification& verification) {
  if (!verification.all_valid) return std::nullopt;
  std::optional<Date> last;
  for (const SignatureCheck& check : verification.checks) {
    const auto day = parse_iso_date(std::string_view(check.signer.time).substr(0, 10));
    if (day && (!last || *last < *day)) last = day;
  }
  return last;
}

}  // namespace sokenh::signing
