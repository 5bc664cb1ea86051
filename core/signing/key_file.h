// Key file: a signing key at rest, sealed with a passphrase.
//
// JSON, readable but for the secret: whose key it is can be listed without the passphrase.
//   {"format":"sokenh.key","version":1,
//    "role":…,"name":…,"title":…,"created":…,      whose key
//    "public":{"crv":"Ed25519","kty":"OKP","x":…},
//    "sealed":{"kdf":"argon2id13","opslimit":…,"memlimit":…,"salt":…,
//              "cipher":"xchacha20poly1305-ietf","nonce":…,"ciphertext":…},
//    "checksum":…}
// The ciphertext is the 32-byte seed; its associated data is the canonical JSON of everything but
// "ciphertext" and "checksum", so nobody can relabel a key. "checksum" is the SHA-256 of the
// canonical JSON without itself: it is not secret and proves nothing, but tells a damaged file from
// a wrong passphrase, which authenticated encryption alone cannot.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/signing/key.h"
#include "core/signing/signer.h"

namespace sokenh::signing {

// What one guess at the passphrase costs: Argon2id, one lane. The default takes a fraction of a
// second in a browser on an office PC.
struct KdfCost {
  std::uint64_t passes = 2;
  std::uint64_t memory_bytes = 64u << 20;  // a multiple of 1024

  friend bool operator==(const KdfCost&, const KdfCost&) = default;
};

// What a file may ask for. Below: guessing is too cheap (OWASP's minimum for Argon2id). Above: a
// hostile file could exhaust the machine.
inline constexpr KdfCost kLeastCost{2, 19u << 20};
inline constexpr KdfCost kGreatestCost{10, 256u << 20};

inline constexpr std::size_t kMinPassphraseCharacters = 10;
inline constexpr std::size_t kSealRandomBytes = 16 + 24;  // salt, nonce

struct KeyFileInfo {
  Signer owner;  // time: when the key was made
  PublicKey public_key;
  KdfCost cost;
};

// `random` must be fresh for every sealing. The passphrase must be NFC, or another keyboard could
// not type it again; spaces count.
Result<std::string> seal_key(const SigningKey& key, const Signer& owner,
                             std::string_view passphrase,
                             std::span<const std::uint8_t, kSealRandomBytes> random,
                             const KdfCost& cost = {});

// The public part. Without the passphrase it is a claim, good for listing.
Result<KeyFileInfo> read_key_file(std::string_view bytes);

Result<SigningKey> open_key_file(std::string_view bytes, std::string_view passphrase);

}  // namespace sokenh::signing
