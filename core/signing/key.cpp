#include "core/signing/key.h"

#include <sodium.h>

#include <nlohmann/json.hpp>

#include "core/base/digest.h"
#include "core/base/json.h"
#include "core/signing/base64url.h"
#include "core/signing/canonical_json.h"

namespace sokenh::signing {
namespace {

constexpr std::size_t kFingerprintBytes = 16;

Digest thumbprint(const PublicKey& key) {
  // Three fixed members with ASCII values: always representable.
  return sha256(canonical_json(public_jwk(key)).value());
}

}  // namespace

SigningKey::SigningKey(std::span<const std::uint8_t, kSeedBytes> seed) {
  static_assert(crypto_sign_ed25519_SEEDBYTES == kSeedBytes);
  static_assert(crypto_sign_ed25519_SECRETKEYBYTES == sizeof secret_);
  crypto_sign_ed25519_seed_keypair(public_key_.data(), secret_.data(), seed.data());
}

SigningKey::~SigningKey() { sodium_memzero(secret_.data(), secret_.size()); }

SigningKey::SigningKey(SigningKey&& other) noexcept
    : secret_(other.secret_), public_key_(other.public_key_) {
  sodium_memzero(other.secret_.data(), other.secret_.size());
}

SigningKey& SigningKey::operator=(SigningKey&& other) noexcept {
  if (this != &other) {
    secret_ = other.secret_;
    public_key_ = other.public_key_;
    sodium_memzero(other.secret_.data(), other.secret_.size());
  }
  return *this;
}

SignatureBytes SigningKey::sign(std::string_view message) const {
  SignatureBytes signature;
  crypto_sign_ed25519_detached(signature.data(), nullptr,
                               reinterpret_cast<const unsigned char*>(message.data()),
                               message.size(), secret_.data());
  return signature;
}

bool verify_signature(const PublicKey& key, std::string_view message,
                      std::span<const std::uint8_t> signature) {
  if (signature.size() != sizeof(SignatureBytes)) return false;
  return crypto_sign_ed25519_verify_detached(signature.data(),
                                             reinterpret_cast<const unsigned char*>(message.data()),
                                             message.size(), key.data()) == 0;
}

nlohmann::json public_jwk(const PublicKey& key) {
  return {{"crv", "Ed25519"}, {"kty", "OKP"}, {"x", base64url_encode(key)}};
}

Result<PublicKey> public_key_from_jwk(const nlohmann::json& jwk) {
  std::optional<Error> failure;
  JsonReader reader(jwk, failure);
  reader.allow_only({"crv", "kty", "x"});
  const std::string type = reader.string("kty", 20);
  const std::string curve = reader.string("crv", 20);
  const std::string x = reader.string("x", 100);
  if (failure) return *failure;
  if (type != "OKP") return Error{ErrorCode::public_key_invalid, "/kty", type};
  if (curve != "Ed25519") return Error{ErrorCode::public_key_invalid, "/crv", curve};
  PublicKey key;
  if (!base64url_decode(x, key)) return Error{ErrorCode::public_key_invalid, "/x", x};
  return key;
}

std::string key_id(const PublicKey& key) { return base64url_encode(thumbprint(key)); }

std::string fingerprint(const PublicKey& key) {
  const Digest digest = thumbprint(key);
  return hex_groups(std::span(digest).first(kFingerprintBytes));
}

}  // namespace sokenh::signing
