#include "core/signing/key_file.h"

#include <sodium.h>

#include <algorithm>
#include <array>
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

constexpr std::string_view kFormat = "sokenh.key";
constexpr int kVersion = 1;
constexpr std::string_view kKdf = "argon2id13";
constexpr std::string_view kCipher = "xchacha20poly1305-ietf";
constexpr std::string_view kTimeName = "created";
constexpr JsonLimits kLimits{.max_bytes = 16 << 10, .max_depth = 8, .max_values = 100};

constexpr std::size_t kSaltBytes = crypto_pwhash_argon2id_SALTBYTES;
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(kSealRandomBytes == kSaltBytes + kNonceBytes);

using Salt = std::array<std::uint8_t, kSaltBytes>;
using Nonce = std::array<std::uint8_t, kNonceBytes>;
using Ciphertext = std::array<std::uint8_t, kSeedBytes + kTagBytes>;

// 32 secret bytes that do not outlive their use.
struct SecretBytes {
  std::array<std::uint8_t, 32> bytes{};
  SecretBytes() = default;
  SecretBytes(const SecretBytes&) = delete;
  SecretBytes& operator=(const SecretBytes&) = delete;
  ~SecretBytes() { sodium_memzero(bytes.data(), bytes.size()); }
};

struct KeyFile {
  KeyFileInfo info;
  Salt salt;
  Nonce nonce;
  Ciphertext ciphertext;
  std::string associated_data;
};

std::size_t character_count(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

bool is_allowed(const KdfCost& cost) {
  return cost.passes >= kLeastCost.passes && cost.passes <= kGreatestCost.passes &&
         cost.memory_bytes >= kLeastCost.memory_bytes &&
         cost.memory_bytes <= kGreatestCost.memory_bytes && cost.memory_bytes % 1024 == 0;
}

Error cost_refused(const KdfCost& cost) {
  return {ErrorCode::key_file_cost_refused, "/sealed",
          std::to_string(cost.passes) + " × " + std::to_string(cost.memory_bytes >> 20) + " MiB"};
}

Status derive(SecretBytes& key, std::string_view passphrase, const Salt& salt,
              const KdfCost& cost) {
  if (crypto_pwhash(key.bytes.data(), key.bytes.size(), passphrase.data(), passphrase.size(),
                    salt.data(), cost.passes, static_cast<std::size_t>(cost.memory_bytes),
                    crypto_pwhash_ALG_ARGON2ID13) != 0) {
    return cost_refused(cost);  // this machine has not that much memory to give
  }
  return ok();
}

// Canonical JSON of the file without what is authenticated by it.
Result<std::string> associated_data_of(Json file) {
  file.erase("checksum");
  file["sealed"].erase("ciphertext");
  return canonical_json(file);
}

Result<std::string> checksum_of(Json file) {
  file.erase("checksum");
  const auto canonical = canonical_json(file);
  if (!canonical) return canonical.error();
  return base64url_encode(sha256(*canonical));
}

Result<KeyFile> parse_key_file(std::string_view bytes) {
  const auto json = parse_json(bytes, kLimits);
  if (!json) return json.error();
  std::optional<Error> failure;
  JsonReader root(*json, failure);
  if (!root.has("format") || root.value()["format"] != kFormat) {
    return Error{ErrorCode::key_file_wrong_format, "/format"};
  }
  const std::int64_t version = root.integer("version", 1, kMaxJsonInteger);
  if (failure) return *failure;
  if (version > kVersion) {
    return Error{ErrorCode::key_file_newer_version, "/version", std::to_string(version)};
  }
  // Damage first: a changed digit in "memlimit" is damage, not an absurd cost.
  const std::string checksum = root.string("checksum", 100);
  if (failure) return *failure;
  const auto expected = checksum_of(*json);
  if (!expected) return expected.error();
  if (checksum != *expected) return Error{ErrorCode::key_file_damaged, "/checksum"};

  root.allow_only(
      {"format", "version", "role", "name", "title", "created", "public", "sealed", "checksum"});
  KeyFile file;
  file.info.owner = read_signer(root, kTimeName);
  JsonReader jwk = root.object("public");
  JsonReader sealed = root.object("sealed");
  sealed.allow_only({"kdf", "opslimit", "memlimit", "salt", "cipher", "nonce", "ciphertext"});
  sealed.choice("kdf", std::span(&kKdf, 1));
  sealed.choice("cipher", std::span(&kCipher, 1));
  file.info.cost.passes =
      static_cast<std::uint64_t>(sealed.integer("opslimit", 0, kMaxJsonInteger));
  file.info.cost.memory_bytes =
      static_cast<std::uint64_t>(sealed.integer("memlimit", 0, kMaxJsonInteger));
  const auto read_bytes = [&sealed](std::string_view name, std::span<std::uint8_t> out) {
    const std::string text = sealed.string(name, 200);
    if (!sealed.ok()) return;
    if (const auto status = base64url_decode(text, out); !status) {
      sealed.fail_at(name, status.error().code, status.error().detail);
    }
  };
  read_bytes("salt", file.salt);
  read_bytes("nonce", file.nonce);
  read_bytes("ciphertext", file.ciphertext);
  if (failure) return *failure;
  if (!is_allowed(file.info.cost)) return cost_refused(file.info.cost);

  const auto public_key = public_key_from_jwk(jwk.value());
  if (!public_key) {
    return Error{public_key.error().code, "/public" + public_key.error().place,
                 public_key.error().detail};
  }
  file.info.public_key = *public_key;
  auto associated_data = associated_data_of(*json);
  if (!associated_data) return associated_data.error();
  file.associated_data = std::move(*associated_data);
  return file;
}

const unsigned char* as_bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

Result<std::string> seal_key(const SigningKey& key, const Signer& owner,
                             std::string_view passphrase,
                             std::span<const std::uint8_t, kSealRandomBytes> random,
                             const KdfCost& cost) {
  if (character_count(passphrase) < kMinPassphraseCharacters) {
    return Error{ErrorCode::key_passphrase_too_short, {}, std::to_string(kMinPassphraseCharacters)};
  }
  if (const auto checked = check_signer(owner, kTimeName); !checked) return checked.error();
  if (!is_allowed(cost)) return cost_refused(cost);

  Salt salt;
  Nonce nonce;
  std::copy_n(random.begin(), kSaltBytes, salt.begin());
  std::copy_n(random.begin() + kSaltBytes, kNonceBytes, nonce.begin());
  Json file = {{"format", kFormat},
               {"version", kVersion},
               {"public", public_jwk(key.public_key())},
               {"sealed",
                {{"kdf", kKdf},
                 {"opslimit", cost.passes},
                 {"memlimit", cost.memory_bytes},
                 {"salt", base64url_encode(salt)},
                 {"cipher", kCipher},
                 {"nonce", base64url_encode(nonce)}}}};
  write_signer(file, owner, kTimeName);

  const auto associated_data = associated_data_of(file);
  if (!associated_data) return associated_data.error();
  SecretBytes sealing_key;
  if (const auto derived = derive(sealing_key, passphrase, salt, cost); !derived) {
    return derived.error();
  }
  Ciphertext ciphertext;
  crypto_aead_xchacha20poly1305_ietf_encrypt(
      ciphertext.data(), nullptr, key.seed().data(), kSeedBytes, as_bytes(*associated_data),
      associated_data->size(), nullptr, nonce.data(), sealing_key.bytes.data());
  file["sealed"]["ciphertext"] = base64url_encode(ciphertext);
  const auto checksum = checksum_of(file);
  if (!checksum) return checksum.error();
  file["checksum"] = *checksum;
  return canonical_json(file);
}

Result<KeyFileInfo> read_key_file(std::string_view bytes) {
  auto file = parse_key_file(bytes);
  if (!file) return file.error();
  return std::move(file->info);
}

Result<SigningKey> open_key_file(std::string_view bytes, std::string_view passphrase) {
  const auto file = parse_key_file(bytes);
  if (!file) return file.error();
  SecretBytes sealing_key;
  if (const auto derived = derive(sealing_key, passphrase, file->salt, file->info.cost); !derived) {
    return derived.error();
  }
  SecretBytes seed;
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(
          seed.bytes.data(), nullptr, nullptr, file->ciphertext.data(), file->ciphertext.size(),
          as_bytes(file->associated_data), file->associated_data.size(), file->nonce.data(),
          sealing_key.bytes.data()) != 0) {
    return Error{ErrorCode::key_file_wrong_passphrase};
  }
  SigningKey key{std::span<const std::uint8_t, kSeedBytes>(seed.bytes)};
  // The file was sealed by someone who knew the passphrase but whose program erred.
  if (key.public_key() != file->info.public_key) {
    return Error{ErrorCode::key_file_damaged, "/public/x"};
  }
  return key;
}

}  // namespace sokenh::signing
