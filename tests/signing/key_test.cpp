#include "core/signing/key.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "core/base/json.h"
#include "core/signing/base64url.h"
#include "tests/test_data.h"

using namespace sokenh;
using namespace sokenh::signing;

namespace {

using Seed = std::array<std::uint8_t, kSeedBytes>;

std::string bytes_of_hex(const std::string& hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  }
  return bytes;
}

std::span<const std::uint8_t> as_span(const std::string& bytes) {
  return {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
}

nlohmann::json rfc8037() { return parse_json(test_data("rfc8037/rfc8037_a4.json")).value(); }

SigningKey rfc8037_key() {
  Seed seed;
  REQUIRE(base64url_decode(rfc8037()["jwk"]["d"].get<std::string>(), seed));
  return SigningKey(seed);
}

}  // namespace

TEST_CASE("RFC 8037 A.1, A.2: the public key of the seed") {
  nlohmann::json expected = rfc8037()["jwk"];
  expected.erase("d");
  CHECK(public_jwk(rfc8037_key().public_key()) == expected);
  CHECK(public_key_from_jwk(expected).value() == rfc8037_key().public_key());
}

TEST_CASE("RFC 8037 A.3, RFC 7638 3: the thumbprint") {
  CHECK(key_id(rfc8037_key().public_key()) == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  CHECK(fingerprint(rfc8037_key().public_key()) == "90FA CAFE A9B1 5566 9854 0F70 C011 7A22");
}

TEST_CASE("RFC 8037 A.4, A.5: the signature, exactly") {
  const auto vector = rfc8037();
  const std::string input = base64url_encode(vector["protected"].get<std::string>()) + "." +
                            base64url_encode(vector["payload"].get<std::string>());
  const SigningKey key = rfc8037_key();
  CHECK(input + "." + base64url_encode(key.sign(input)) == vector["compact"].get<std::string>());
  CHECK(verify_signature(key.public_key(), input, key.sign(input)));
  CHECK_FALSE(verify_signature(key.public_key(), input + " ", key.sign(input)));
}

TEST_CASE("Wycheproof: 151 Ed25519 signatures") {
  const auto vectors = parse_json(test_data("wycheproof/ed25519_test.json"));
  REQUIRE(vectors);
  int accepted = 0;
  int refused = 0;
  for (const auto& group : (*vectors)["testGroups"]) {
    const std::string key_bytes = bytes_of_hex(group["publicKey"]["pk"].get<std::string>());
    PublicKey key{};
    REQUIRE(key_bytes.size() == key.size());
    std::copy(key_bytes.begin(), key_bytes.end(), key.begin());
    for (const auto& test : group["tests"]) {
      const int id = test["tcId"].get<int>();
      CAPTURE(id);
      const bool valid = verify_signature(key, bytes_of_hex(test["msg"].get<std::string>()),
                                          as_span(bytes_of_hex(test["sig"].get<std::string>())));
      CHECK(valid == (test["result"] == "valid"));
      ++(valid ? accepted : refused);
    }
  }
  CHECK(accepted == 88);
  CHECK(refused == 63);
}

TEST_CASE("SigningKey: a key that was moved from is wiped") {
  SigningKey key = rfc8037_key();
  const PublicKey public_key = key.public_key();
  SigningKey moved = std::move(key);
  const auto is_zero = [](std::uint8_t byte) { return byte == 0; };
  CHECK(std::all_of(key.seed().begin(), key.seed().end(), is_zero));  // NOLINT: that is the point
  CHECK(verify_signature(public_key, "x", moved.sign("x")));
  Seed other_seed{};
  SigningKey assigned(other_seed);
  assigned = std::move(moved);
  CHECK(std::all_of(moved.seed().begin(), moved.seed().end(), is_zero));  // NOLINT
  CHECK(assigned.public_key() == public_key);
}

TEST_CASE("RFC 8037 2: only a public Ed25519 key of 32 bytes is taken") {
  const std::string x = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
  struct Sample {
    nlohmann::json jwk;
    ErrorCode code;
    std::string place;
  };
  const Sample samples[] = {
      {{{"kty", "EC"}, {"crv", "Ed25519"}, {"x", x}}, ErrorCode::public_key_invalid, "/kty"},
      {{{"kty", "OKP"}, {"crv", "X25519"}, {"x", x}}, ErrorCode::public_key_invalid, "/crv"},
      {{{"kty", "OKP"}, {"crv", "Ed25519"}, {"x", x.substr(1)}},
       ErrorCode::public_key_invalid,
       "/x"},
      {{{"kty", "OKP"}, {"crv", "Ed25519"}, {"x", x + "="}}, ErrorCode::public_key_invalid, "/x"},
      {{{"kty", "OKP"}, {"crv", "Ed25519"}}, ErrorCode::json_missing_member, "/x"},
      {{{"kty", "OKP"}, {"crv", "Ed25519"}, {"x", x}, {"d", x}},
       ErrorCode::json_unknown_value,
       "/d"},
      {nlohmann::json::array(), ErrorCode::json_wrong_type, ""},
  };
  for (const Sample& sample : samples) {
    const auto key = public_key_from_jwk(sample.jwk);
    REQUIRE_FALSE(key);
    CHECK(error_code_name(key.error().code) == error_code_name(sample.code));
    CHECK(key.error().place == sample.place);
  }
}
