#include "core/base/digest.h"

#include <sodium.h>

namespace sokenh {
namespace {

static_assert(sizeof(crypto_hash_sha256_state) == 104 && alignof(crypto_hash_sha256_state) <= 8);

crypto_hash_sha256_state* state_in(std::array<std::byte, 104>& bytes) {
  return reinterpret_cast<crypto_hash_sha256_state*>(bytes.data());
}

const unsigned char* start_of(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

void append_hex(std::string& text, std::uint8_t byte, std::string_view digits) {
  text += digits[byte >> 4];
  text += digits[byte & 15];
}

}  // namespace

Digest sha256(std::string_view bytes) {
  Digest digest;
  crypto_hash_sha256(digest.data(), start_of(bytes), bytes.size());
  return digest;
}

Sha256::Sha256() { crypto_hash_sha256_init(state_in(state_)); }

void Sha256::add(std::string_view bytes) {
  crypto_hash_sha256_update(state_in(state_), start_of(bytes), bytes.size());
}

Digest Sha256::end() {
  Digest digest;
  crypto_hash_sha256_final(state_in(state_), digest.data());
  return digest;
}

std::string hex(std::span<const std::uint8_t> bytes) {
  std::string text;
  for (const std::uint8_t byte : bytes) append_hex(text, byte, "0123456789abcdef");
  return text;
}

std::string hex_groups(std::span<const std::uint8_t> bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i > 0 && i % 2 == 0) text += ' ';
    append_hex(text, bytes[i], "0123456789ABCDEF");
  }
  return text;
}

}  // namespace sokenh
