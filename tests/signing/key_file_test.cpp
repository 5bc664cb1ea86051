#include "core/signing/key_file.h"

#include <doctest/doctest.h>
#include <sodium.h>

#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "core/base/digest.h"
#include "core/base/json.h"
#include "core/signing/base64url.h"
#include "core/signing/canonical_json.h"

using namespace sokenh;
using namespace sokenh::signing;

namespace {

using nlohmann::json;

constexpr std::string_view kPassphrase = "bốn chiếc thuyền giấy";
const Signer kOwner{Role::head, "Nguyễn Văn Thành", "Chủ tịch UBND phường",
                    "2023-11-20T08:00:00+07:00"};

template <std::size_t N>
std::array<std::uint8_t, N> counting_from(std::uint8_t first) {
  std::array<std::uint8_t, N> bytes{};
  for (std::size_t i = 0; i < N; ++i) bytes[i] = static_cast<std::uint8_t>(first + i);
  return bytes;
}

SigningKey test_key() { return SigningKey(counting_from<kSeedBytes>(1)); }

const std::string& sealed_file() {
  static const std::string file =
      seal_key(test_key(), kOwner, kPassphrase, counting_from<kSealRandomBytes>(100), kLeastCost)
          .value();
  return file;
}

std::string with_checksum(json file) {
  file.erase("checksum");
  file["checksum"] = base64url_encode(sha256(canonical_json(file).value()));
  return canonical_json(file).value();
}

void check_refused(const Result<SigningKey>& result, ErrorCode code, const std::string& place) {
  REQUIRE_FALSE(result);
  CHECK(error_code_name(result.error().code) == error_code_name(code));
  CHECK(result.error().place == place);
}

}  // namespace

TEST_CASE("Key file: sealed and opened with the passphrase") {
  const auto key = open_key_file(sealed_file(), kPassphrase);
  REQUIRE(key);
  CHECK(key->public_key() == test_key().public_key());
  CHECK(key->sign("x") == test_key().sign("x"));
}

TEST_CASE("Key file: whose key it is can be read without the passphrase") {
  const auto info = read_key_file(sealed_file());
  REQUIRE(info);
  CHECK(info->owner == kOwner);
  CHECK(info->public_key == test_key().public_key());
  CHECK(info->cost == kLeastCost);
}

TEST_CASE("Key file: the seed is not in it") {
  const auto key = test_key();
  CHECK(sealed_file().find(base64url_encode(key.seed())) == std::string::npos);
  CHECK(sealed_file().find(hex(key.seed())) == std::string::npos);
}

TEST_CASE("Key file: another form of the same JSON opens too") {
  CHECK(open_key_file(json::parse(sealed_file()).dump(2), kPassphrase));
}

TEST_CASE("Key file: a wrong passphrase and a damaged file are told apart") {
  check_refused(open_key_file(sealed_file(), "bốn chiếc thuyền giấy "),
                ErrorCode::key_file_wrong_passphrase, "");
  check_refused(open_key_file(sealed_file(), ""), ErrorCode::key_file_wrong_passphrase, "");
  json file = json::parse(sealed_file());
  file["sealed"]["memlimit"] = 1u << 30;
  check_refused(open_key_file(file.dump(), kPassphrase), ErrorCode::key_file_damaged, "/checksum");
}

TEST_CASE("Key file: no changed byte opens it") {
  for (std::size_t i = 0; i < sealed_file().size(); ++i) {
    std::string changed = sealed_file();
    changed[i] = static_cast<char>(changed[i] ^ 1);
    CAPTURE(i);
    // The checksum already refuses all of them, before any cost.
    CHECK_FALSE(read_key_file(changed));
  }
}

TEST_CASE("Key file: the public part is authenticated, whoever mends the checksum") {
  const std::pair<const char*, json> changes[] = {
      {"/name", "Người Khác"},
      {"/role", "preparer"},
      {"/title", ""},
      {"/created", "2020-01-01T00:00:00Z"},
      {"/public/x", base64url_encode(counting_from<32>(7))},
      {"/sealed/opslimit", 3},
  };
  for (const auto& change : changes) {
    CAPTURE(change.first);
    json file = json::parse(sealed_file());
    file[json::json_pointer(change.first)] = change.second;
    check_refused(open_key_file(with_checksum(file), kPassphrase),
                  ErrorCode::key_file_wrong_passphrase, "");
  }
}

TEST_CASE("Key file: a public key that is not the seed's is damage") {
  // Sealed by hand, with another key's public half as associated data.
  json file = json::parse(sealed_file());
  file["public"] = public_jwk(SigningKey(counting_from<kSeedBytes>(50)).public_key());
  file.erase("checksum");
  file["sealed"].erase("ciphertext");
  const std::string associated_data = canonical_json(file).value();
  const auto random = counting_from<kSealRandomBytes>(100);
  std::array<std::uint8_t, 32> sealing_key{};
  REQUIRE(crypto_pwhash(sealing_key.data(), sealing_key.size(), kPassphrase.data(),
                        kPassphrase.size(), random.data(), kLeastCost.passes,
                        static_cast<std::size_t>(kLeastCost.memory_bytes),
                        crypto_pwhash_ALG_ARGON2ID13) == 0);
  std::array<std::uint8_t, 48> ciphertext{};
  crypto_aead_xchacha20poly1305_ietf_encrypt(
      ciphertext.data(), nullptr, test_key().seed().data(), kSeedBytes,
      reinterpret_cast<const unsigned char*>(associated_data.data()), associated_data.size(),
      nullptr, random.data() + 16, sealing_key.data());
  file["sealed"]["ciphertext"] = base64url_encode(ciphertext);
  check_refused(open_key_file(with_checksum(file), kPassphrase), ErrorCode::key_file_damaged,
                "/public/x");
}

TEST_CASE("Key file: what is not one, or not of this version, is refused with its place") {
  struct Sample {
    const char* pointer;
    json value;
    ErrorCode code;
    const char* place;
  };
  const Sample samples[] = {
      {"/format", "sokenh.pack", ErrorCode::key_file_wrong_format, "/format"},
      {"/version", 2, ErrorCode::key_file_newer_version, "/version"},
      {"/version", "1", ErrorCode::json_wrong_type, "/version"},
      {"/version", 0, ErrorCode::json_number_out_of_range, "/version"},
      {"/role", "director", ErrorCode::signer_role_unknown, "/role"},
      {"/name", "", ErrorCode::signer_text_invalid, "/name"},
      {"/created", "hôm qua", ErrorCode::signer_time_invalid, "/created"},
      {"/extra", 1, ErrorCode::json_unknown_value, "/extra"},
      {"/public/crv", "X25519", ErrorCode::public_key_invalid, "/public/crv"},
      {"/sealed/kdf", "scrypt", ErrorCode::json_unknown_value, "/sealed/kdf"},
      {"/sealed/cipher", "aes-256-gcm", ErrorCode::json_unknown_value, "/sealed/cipher"},
      {"/sealed/salt", "AAAA", ErrorCode::base64url_invalid, "/sealed/salt"},
      {"/sealed/nonce", "!", ErrorCode::base64url_invalid, "/sealed/nonce"},
      {"/sealed/ciphertext", "", ErrorCode::base64url_invalid, "/sealed/ciphertext"},
      {"/sealed/memlimit", 257u << 20, ErrorCode::key_file_cost_refused, "/sealed"},
      {"/sealed/memlimit", 18u << 20, ErrorCode::key_file_cost_refused, "/sealed"},
      {"/sealed/memlimit", (64u << 20) + 1, ErrorCode::key_file_cost_refused, "/sealed"},
      {"/sealed/memlimit", kMaxJsonInteger, ErrorCode::key_file_cost_refused, "/sealed"},
      {"/sealed/opslimit", 11, ErrorCode::key_file_cost_refused, "/sealed"},
      {"/sealed/opslimit", 1, ErrorCode::key_file_cost_refused, "/sealed"},
      {"/sealed/opslimit", -2, ErrorCode::json_number_out_of_range, "/sealed/opslimit"},
  };
  for (const Sample& sample : samples) {
    CAPTURE(sample.pointer);
    json file = json::parse(sealed_file());
    file[json::json_pointer(sample.pointer)] = sample.value;
    check_refused(open_key_file(with_checksum(file), kPassphrase), sample.code, sample.place);
  }
  check_refused(open_key_file("[]", kPassphrase), ErrorCode::key_file_wrong_format, "/format");
  check_refused(open_key_file(sealed_file() + "x", kPassphrase), ErrorCode::json_trailing_bytes,
                "byte " + std::to_string(sealed_file().size() + 1));
}

TEST_CASE("Key file: every member is needed") {
  for (const char* pointer : {"/role", "/name", "/title", "/created", "/public", "/sealed",
                              "/sealed/salt", "/sealed/ciphertext", "/public/x"}) {
    CAPTURE(pointer);
    const json removal = json::array({{{"op", "remove"}, {"path", pointer}}});
    check_refused(
        open_key_file(with_checksum(json::parse(sealed_file()).patch(removal)), kPassphrase),
        ErrorCode::json_missing_member, pointer);
  }
}

TEST_CASE("seal_key: what cannot be sealed safely is refused") {
  const auto random = counting_from<kSealRandomBytes>(0);
  // Nine characters in 13 bytes: characters count.
  CHECK(seal_key(test_key(), kOwner, "thuyềngiấ", random, kLeastCost).error().code ==
        ErrorCode::key_passphrase_too_short);
  CHECK(seal_key(test_key(), kOwner, kPassphrase, random, {1, 64u << 20}).error().code ==
        ErrorCode::key_file_cost_refused);
  CHECK(seal_key(test_key(), kOwner, kPassphrase, random, {2, 512u << 20}).error().code ==
        ErrorCode::key_file_cost_refused);
  Signer nameless = kOwner;
  nameless.name.clear();
  CHECK(seal_key(test_key(), nameless, kPassphrase, random).error().code ==
        ErrorCode::signer_text_invalid);
}

TEST_CASE("seal_key: the default cost opens again") {
  const auto file = seal_key(test_key(), kOwner, kPassphrase, counting_from<kSealRandomBytes>(9));
  REQUIRE(file);
  CHECK(read_key_file(*file)->cost == KdfCost{2, 64u << 20});
  CHECK(open_key_file(*file, kPassphrase));
}
