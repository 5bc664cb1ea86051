// Keys: Ed25519 (RFC 8032), as JSON Web Keys (RFC 8037).
//
// Core draws no randomness: the 32 bytes a key is made from are passed in. A key that is held is
// wiped when it goes; it can be moved, not copied, so there is one place to wipe.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace sokenh::signing {

inline constexpr std::size_t kSeedBytes = 32;

using PublicKey = std::array<std::uint8_t, 32>;
using SignatureBytes = std::array<std::uint8_t, 64>;

class SigningKey {
 public:
  // The caller wipes its own copy of the seed.
  explicit SigningKey(std::span<const std::uint8_t, kSeedBytes> seed);
  ~SigningKey();
  SigningKey(SigningKey&& other) noexcept;  // `other` is wiped and signs no more
  SigningKey& operator=(SigningKey&& other) noexcept;
  SigningKey(const SigningKey&) = delete;
  SigningKey& operator=(const SigningKey&) = delete;

  const PublicKey& public_key() const { return public_key_; }
  SignatureBytes sign(std::string_view message) const;

  // Secret: for sealing only (key_file.h).
  std::span<const std::uint8_t, kSeedBytes> seed() const {
    return std::span<const std::uint8_t, kSeedBytes>(secret_.data(), kSeedBytes);
  }

 private:
  std::array<std::uint8_t, 64> secret_;  // seed, then public key: libsodium's form
  PublicKey public_key_;
};

// Strict, as libsodium: no small-order keys, no non-canonical encodings.
bool verify_signature(const PublicKey& key, std::string_view message,
                      std::span<const std::uint8_t> signature);

// {"crv":"Ed25519","kty":"OKP","x":…} and back. Any other member is refused: "d" would be a private
// key sent round, "use" or "key_ops" a restriction we would have to obey.
nlohmann::json public_jwk(const PublicKey& key);
Result<PublicKey> public_key_from_jwk(const nlohmann::json& jwk);

// `kid`: base64url of the JWK thumbprint, SHA-256 over the canonical public JWK (RFC 7638).
std::string key_id(const PublicKey& key);

// The thumbprint for people: "7F3A 91C2 0D5E B846 …", eight groups of four hexadecimal digits. That
// is its first 128 bits: finding another key with the same is out of reach, and it can be compared
// on paper.
std::string fingerprint(const PublicKey& key);

}  // namespace sokenh::signing
