#include "core/signing/digest.h"

#include <sodium.h>

namespace sokenh::signing {
namespace {

void append_hex(std::string& text, std::uint8_t byte, std::string_view digits) {
  text += digits[byte >> 4];
  text += digits[byte & 15];
}

}  // namespace

Digest sha256(std::string_view bytes) {
  Digest digest;
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size());
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

}  // namespace sokenh::signing
