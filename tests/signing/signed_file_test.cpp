#include "core/signing/signed_file.h"

#include <doctest/doctest.h>

#include <array>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "core/base/digest.h"
#include "core/base/json.h"
#include "core/signing/base64url.h"
#include "core/signing/canonical_json.h"

using namespace sokenh;
using namespace sokenh::signing;

namespace {

using nlohmann::json;

constexpr std::string_view kPayload =
    "{\"channels\":[{\"name\":\"Cổng thông tin\",\"year\":2019}],\"unit\":\"UBND phường\"}";
const Signer kPreparer{Role::preparer, "Phạm Thị Lan", "Văn thư", "2023-11-24T14:26:00+07:00"};
const Signer kHead{Role::head, "Nguyễn Văn Thành", "Chủ tịch", "2023-11-24T14:31:00+07:00"};

SigningKey key_of(std::uint8_t filler) {
  std::array<std::uint8_t, kSeedBytes> seed;
  seed.fill(filler);
  return SigningKey(seed);
}

SignedFile prepared() {
  return sign_payload(kPayload, Content::declaration, kPreparer, key_of(1)).value();
}

const std::string& signed_text() {
  static const std::string text =
      write_signed_file(add_signature(prepared(), kPayload, kHead, key_of(2)).value());
  return text;
}

json header_of(const json& file, std::size_t index) {
  return json::parse(
      base64url_decode(file["signatures"][index]["protected"].get<std::string>()).value());
}

// Signs as `key` whatever the header says: what a forger with a key of their own can do.
void resign(json& file, std::size_t index, const json& header, const SigningKey& key) {
  const std::string encoded = base64url_encode(header.dump());
  const std::string input = encoded + "." + file["payload"].get<std::string>();
  file["signatures"][index] = {{"protected", encoded},
                               {"signature", base64url_encode(key.sign(input))}};
}

// The file with its second header changed and signed again by the head's key.
std::string with_header(const std::function<void(json&)>& change) {
  json file = json::parse(signed_text());
  json header = header_of(file, 1);
  change(header);
  resign(file, 1, header, key_of(2));
  return file.dump();
}

Verification verify_text(const std::string& text) {
  const auto file = read_signed_file(text);
  REQUIRE(file);
  return verify(*file);
}

void check_states(const std::string& text, SignatureState preparer, SignatureState head) {
  const Verification result = verify_text(text);
  REQUIRE(result.checks.size() == 2);
  CHECK(result.checks[0].signer.role == Role::preparer);
  CHECK(result.checks[1].signer.role == Role::head);
  CHECK(signature_state_name(result.checks[0].state) == signature_state_name(preparer));
  CHECK(signature_state_name(result.checks[1].state) == signature_state_name(head));
  CHECK(result.all_valid == (preparer == SignatureState::valid && head == SignatureState::valid));
}

template <class T>
void check_error(const Result<T>& result, ErrorCode code, const std::string& place) {
  REQUIRE_FALSE(result);
  CHECK(error_code_name(result.error().code) == error_code_name(code));
  CHECK(result.error().place == place);
}

}  // namespace

TEST_CASE("SignedFile: two roles sign, both are valid, with who and when") {
  const auto file = read_signed_file(signed_text());
  REQUIRE(file);
  CHECK(file->payload() == kPayload);
  CHECK(file->content() == Content::declaration);
  CHECK(write_signed_file(*file) == signed_text());
  const Verification result = verify(*file);
  CHECK(result.all_valid);
  CHECK(result.payload_sha256 == hex(sha256(kPayload)));
  REQUIRE(result.checks.size() == 2);
  CHECK(result.checks[0].signer == kPreparer);
  CHECK(result.checks[1].signer == kHead);
  CHECK(result.checks[0].fingerprint == fingerprint(key_of(1).public_key()));
  CHECK(result.checks[1].key_id == key_id(key_of(2).public_key()));
}

TEST_CASE("RFC 7515 7.2.1: the serialization, and our protected header") {
  const json file = json::parse(signed_text());
  CHECK(base64url_decode(file["payload"].get<std::string>()).value() == kPayload);
  CHECK(file["signatures"].size() == 2);
  const std::string header =
      base64url_decode(file["signatures"][0]["protected"].get<std::string>()).value();
  CHECK(header == canonical_json(json::parse(header)).value());
  CHECK(json::parse(header) == json{{"alg", "EdDSA"},
                                    {"typ", "vnd.sokenh.signature+json"},
                                    {"cty", "vnd.sokenh.declaration+json"},
                                    {"kid", key_id(key_of(1).public_key())},
                                    {"jwk", public_jwk(key_of(1).public_key())},
                                    {"role", "preparer"},
                                    {"name", "Phạm Thị Lan"},
                                    {"title", "Văn thư"},
                                    {"signed_at", "2023-11-24T14:26:00+07:00"}});
}

TEST_CASE("SignedFile: no single changed bit leaves a valid file") {
  // Every byte, two of its bits.
  for (std::size_t i = 0; i < signed_text().size(); ++i) {
    for (const unsigned bit : {0u, static_cast<unsigned>(1 + i % 7)}) {
      std::string changed = signed_text();
      changed[i] = static_cast<char>(static_cast<unsigned char>(changed[i]) ^ (1u << bit));
      const auto file = read_signed_file(changed);
      const bool accepted = file && verify(*file).all_valid;
      if (accepted) CHECK_MESSAGE(!accepted, "byte " << i << " bit " << bit);
    }
  }
}

TEST_CASE("SignedFile: no cut or lengthened text is read") {
  for (std::size_t size = 0; size < signed_text().size(); size += 7) {
    CHECK_FALSE(read_signed_file(signed_text().substr(0, size)));
  }
  CHECK_FALSE(read_signed_file(signed_text() + "{}"));
  CHECK_FALSE(read_signed_file(signed_text() + std::string(1, '\0')));
}

TEST_CASE("verify: a required role that has not signed is missing") {
  check_states(write_signed_file(prepared()), SignatureState::valid, SignatureState::missing);
  json file = json::parse(signed_text());
  file["signatures"].erase(0);
  check_states(file.dump(), SignatureState::missing, SignatureState::valid);
}

TEST_CASE("verify: a signature beyond the required ones must be valid too") {
  const std::array<Role, 1> only_head = {Role::head};
  json file = json::parse(signed_text());
  const auto good = read_signed_file(file.dump());
  CHECK(verify(*good, only_head).all_valid);
  CHECK(verify(*good, only_head).checks.size() == 2);
  file["signatures"][0]["signature"] = base64url_encode(SignatureBytes{});
  const auto forged = read_signed_file(file.dump());
  REQUIRE(forged);
  const Verification result = verify(*forged, only_head);
  CHECK_FALSE(result.all_valid);
  CHECK(result.checks[0].state == SignatureState::valid);
  CHECK(result.checks[1].state == SignatureState::bad_signature);
}

TEST_CASE("verify: one good and one forged signature is not valid, and says which") {
  json file = json::parse(signed_text());
  SUBCASE("changed signature") {
    file["signatures"][1]["signature"] = base64url_encode(SignatureBytes{});
    check_states(file.dump(), SignatureState::valid, SignatureState::bad_signature);
  }
  SUBCASE("swapped signatures") {
    std::swap(file["signatures"][0]["signature"], file["signatures"][1]["signature"]);
    check_states(file.dump(), SignatureState::bad_signature, SignatureState::bad_signature);
  }
  SUBCASE("another payload, the preparer's signature made for it") {
    const auto other =
        sign_payload("{\"channels\":[]}", Content::declaration, kPreparer, key_of(1)).value();
    json other_file = json::parse(write_signed_file(other));
    other_file["signatures"].push_back(file["signatures"][1]);
    check_states(other_file.dump(), SignatureState::valid, SignatureState::bad_signature);
  }
  SUBCASE("the head's header over a forger's key") {
    json header = header_of(file, 1);
    resign(file, 1, header, key_of(9));
    check_states(file.dump(), SignatureState::valid, SignatureState::bad_signature);
  }
  SUBCASE("the head's key id, a forger's key") {
    json header = header_of(file, 1);
    header["jwk"] = public_jwk(key_of(9).public_key());
    resign(file, 1, header, key_of(9));
    check_states(file.dump(), SignatureState::valid, SignatureState::wrong_key_id);
  }
  SUBCASE("the same key for both roles") {
    json header = header_of(file, 1);
    header["jwk"] = public_jwk(key_of(1).public_key());
    header["kid"] = key_id(key_of(1).public_key());
    resign(file, 1, header, key_of(1));
    check_states(file.dump(), SignatureState::repeated_key, SignatureState::repeated_key);
  }
  SUBCASE("a small-order key that verifies anything in lax verifiers") {
    PublicKey identity{};
    identity[0] = 1;
    json header = header_of(file, 1);
    header["jwk"] = public_jwk(identity);
    header["kid"] = key_id(identity);
    SignatureBytes zero{};
    zero[0] = 1;
    file["signatures"][1] = {{"protected", base64url_encode(header.dump())},
                             {"signature", base64url_encode(zero)}};
    check_states(file.dump(), SignatureState::valid, SignatureState::bad_signature);
  }
}

TEST_CASE("RFC 9864: alg Ed25519 is read as EdDSA is; unknown signed members are ignored") {
  check_states(with_header([](json& h) { h["alg"] = "Ed25519"; }), SignatureState::valid,
               SignatureState::valid);
  check_states(with_header([](json& h) { h["nonce"] = "x"; }), SignatureState::valid,
               SignatureState::valid);
}

TEST_CASE("RFC 7515 4: a protected header that is not ours is refused, with its place") {
  struct Sample {
    const char* name;
    json value;
    ErrorCode code;
    const char* place;
  };
  const std::string at = "/signatures/1/protected";
  const Sample samples[] = {
      {"alg", "none", ErrorCode::signed_file_wrong_algorithm, "/alg"},
      {"alg", "HS256", ErrorCode::signed_file_wrong_algorithm, "/alg"},
      {"alg", "eddsa", ErrorCode::signed_file_wrong_algorithm, "/alg"},
      {"alg", "Ed448", ErrorCode::signed_file_wrong_algorithm, "/alg"},
      {"alg", 1, ErrorCode::json_wrong_type, "/alg"},
      {"crit", {"b64"}, ErrorCode::signed_file_critical_header, "/crit"},
      {"crit", json::array(), ErrorCode::signed_file_critical_header, "/crit"},
      {"typ", "JWT", ErrorCode::signed_file_wrong_kind, "/typ"},
      {"cty", "text/plain", ErrorCode::signed_file_wrong_kind, "/cty"},
      {"cty", "vnd.sokenh.pack+json", ErrorCode::signed_file_wrong_kind, "/cty"},
      {"role", "director", ErrorCode::signer_role_unknown, "/role"},
      {"role", "preparer", ErrorCode::signed_file_repeated_role, "/role"},
      {"name", "", ErrorCode::signer_text_invalid, "/name"},
      {"name", nullptr, ErrorCode::json_wrong_type, "/name"},
      {"title", "\n", ErrorCode::signer_text_invalid, "/title"},
      {"signed_at", "24/11/2023", ErrorCode::signer_time_invalid, "/signed_at"},
      {"kid", 7, ErrorCode::json_wrong_type, "/kid"},
      {"jwk", "x", ErrorCode::json_wrong_type, "/jwk"},
      {"jwk",
       {{"kty", "oct"}, {"crv", "x"}, {"x", "x"}},
       ErrorCode::public_key_invalid,
       "/jwk/kty"},
  };
  for (const Sample& sample : samples) {
    CAPTURE(sample.name);
    const std::string text =
        with_header([&sample](json& header) { header[sample.name] = sample.value; });
    check_error(read_signed_file(text), sample.code, at + sample.place);
  }
  for (const char* name :
       {"alg", "typ", "cty", "kid", "jwk", "role", "name", "title", "signed_at"}) {
    const std::string text = with_header([name](json& header) { header.erase(name); });
    check_error(read_signed_file(text), ErrorCode::json_missing_member, at + "/" + name);
  }
}

TEST_CASE("RFC 7515 4: a name twice in the protected header is refused") {
  json file = json::parse(signed_text());
  std::string header = header_of(file, 0).dump();
  header.insert(1, "\"role\":\"head\",");
  file["signatures"][0]["protected"] = base64url_encode(header);
  check_error(read_signed_file(file.dump()), ErrorCode::json_duplicate_key,
              "/signatures/0/protected/role");
}

TEST_CASE("RFC 7515 7.2.1: a file of another shape is refused, with its place") {
  const auto changed = [](const std::function<void(json&)>& change) {
    json file = json::parse(signed_text());
    change(file);
    return file.dump();
  };
  struct Sample {
    std::string text;
    ErrorCode code;
    std::string place;
  };
  const Sample samples[] = {
      {"{}", ErrorCode::signed_file_wrong_format, ""},
      {"[]", ErrorCode::signed_file_wrong_format, ""},
      {"null", ErrorCode::signed_file_wrong_format, ""},
      {changed([](json& f) { f.erase("payload"); }), ErrorCode::signed_file_wrong_format, ""},
      {changed([](json& f) { f["note"] = "đã duyệt"; }), ErrorCode::json_unknown_value, "/note"},
      {changed([](json& f) { f["payload"] = 1; }), ErrorCode::json_wrong_type, "/payload"},
      {changed([](json& f) { f["signatures"] = json::object(); }), ErrorCode::json_wrong_type,
       "/signatures"},
      {changed([](json& f) { f["signatures"] = json::array(); }),
       ErrorCode::signed_file_no_signature, "/signatures"},
      {changed([](json& f) { f["signatures"].push_back(f["signatures"][0]); }),
       ErrorCode::json_too_large, "/signatures"},
      {changed([](json& f) { f["signatures"][1] = f["signatures"][0]; }),
       ErrorCode::signed_file_repeated_role, "/signatures/1/protected/role"},
      {changed([](json& f) { f["signatures"][0] = "x"; }), ErrorCode::json_wrong_type,
       "/signatures/0"},
      {changed([](json& f) {
         f["signatures"][0]["header"] = {{"kid", "x"}};
       }),
       ErrorCode::signed_file_unprotected_header, "/signatures/0/header"},
      {changed([](json& f) { f["signatures"][0]["extra"] = 1; }), ErrorCode::json_unknown_value,
       "/signatures/0/extra"},
      {changed([](json& f) { f["signatures"][0].erase("signature"); }),
       ErrorCode::json_missing_member, "/signatures/0/signature"},
      {changed([](json& f) { f["signatures"][1]["signature"] = "AAAA"; }),
       ErrorCode::base64url_invalid, "/signatures/1/signature"},
      {changed([](json& f) { f["payload"] = f["payload"].get<std::string>() + "="; }),
       ErrorCode::base64url_invalid,
       "/payload byte " + std::to_string(base64url_encode(kPayload).size() + 1)},
      {changed([](json& f) { f["signatures"][0]["protected"] = "!"; }),
       ErrorCode::base64url_invalid, "/signatures/0/protected byte 1"},
      {changed([](json& f) { f["signatures"][0]["protected"] = base64url_encode("x"); }),
       ErrorCode::json_syntax, "/signatures/0/protected byte 1"},
      {signed_text() + "\n{}", ErrorCode::json_trailing_bytes,
       "byte " + std::to_string(signed_text().size() + 2)},
      {"{\"payload\":\"e30\",\"payload\":\"e30\",\"signatures\":[]}", ErrorCode::json_duplicate_key,
       "/payload"},
  };
  for (const Sample& sample : samples) {
    CAPTURE(sample.text);
    check_error(read_signed_file(sample.text), sample.code, sample.place);
  }
}

TEST_CASE("SignedFile: a payload that is not canonical JSON is refused, signed or not") {
  struct Sample {
    std::string payload;
    ErrorCode code;
    std::string place;
  };
  const Sample samples[] = {
      {"{\"b\":1,\"a\":2}", ErrorCode::signed_file_payload_not_canonical, "/payload byte 3"},
      {"{ }", ErrorCode::signed_file_payload_not_canonical, "/payload byte 2"},
      {"[1.0]", ErrorCode::signed_file_payload_not_canonical, "/payload byte 3"},
      {"{}\n", ErrorCode::signed_file_payload_not_canonical, "/payload byte 3"},
      {"\"\\u0061\"", ErrorCode::signed_file_payload_not_canonical, "/payload byte 2"},
      {"{\"a\":1,\"a\":1}", ErrorCode::json_duplicate_key, "/payload/a"},
      {"", ErrorCode::json_syntax, "/payload byte 1"},
      {"xin chào", ErrorCode::json_syntax, "/payload byte 1"},
  };
  for (const Sample& sample : samples) {
    CAPTURE(sample.payload);
    check_error(sign_payload(sample.payload, Content::declaration, kPreparer, key_of(1)),
                sample.code, sample.place);
    json file = json::parse(signed_text());
    file["payload"] = base64url_encode(sample.payload);
    check_error(read_signed_file(file.dump()), sample.code, sample.place);
  }
}

TEST_CASE("add_signature: the head signs what the preparer signed, or nothing") {
  const SignedFile first = prepared();
  const auto both = add_signature(first, kPayload, kHead, key_of(2));
  REQUIRE(both);
  CHECK(both->signatures()[0].protected_header == first.signatures()[0].protected_header);
  CHECK(both->signatures()[0].bytes == first.signatures()[0].bytes);
  CHECK(verify(*both).all_valid);

  check_error(add_signature(first, "{}", kHead, key_of(2)), ErrorCode::signed_file_payload_differs,
              "");
  check_error(add_signature(first, kPayload, kPreparer, key_of(2)),
              ErrorCode::signed_file_repeated_role, "");
  check_error(add_signature(first, kPayload, kHead, key_of(1)), ErrorCode::signed_file_repeated_key,
              "");
  Signer nameless = kHead;
  nameless.name.clear();
  check_error(add_signature(first, kPayload, nameless, key_of(2)), ErrorCode::signer_text_invalid,
              "name");
  Signer timeless = kHead;
  timeless.time.clear();
  check_error(add_signature(first, kPayload, timeless, key_of(2)), ErrorCode::signer_time_invalid,
              "signed_at");

  json forged = json::parse(write_signed_file(first));
  forged["signatures"][0]["signature"] = base64url_encode(SignatureBytes{});
  check_error(add_signature(read_signed_file(forged.dump()).value(), kPayload, kHead, key_of(2)),
              ErrorCode::signed_file_not_valid, "preparer");
}

TEST_CASE("SignedFile: a pack is signed as a pack") {
  const auto pack = sign_payload("{\"id\":\"HP23\"}", Content::pack, kHead, key_of(3));
  REQUIRE(pack);
  const auto read = read_signed_file(write_signed_file(*pack));
  REQUIRE(read);
  CHECK(read->content() == Content::pack);
  const std::array<Role, 1> only_head = {Role::head};
  CHECK(verify(*read, only_head).all_valid);
}
