#include "core/signing/base64url.h"

#include <algorithm>
#include <array>

namespace sokenh::signing {
namespace {

constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::uint8_t kNotInAlphabet = 0xFF;

constexpr std::array<std::uint8_t, 256> kValues = [] {
  std::array<std::uint8_t, 256> values{};
  values.fill(kNotInAlphabet);
  for (std::size_t i = 0; i < kAlphabet.size(); ++i) {
    values[static_cast<unsigned char>(kAlphabet[i])] = static_cast<std::uint8_t>(i);
  }
  return values;
}();

Error invalid_at(std::size_t offset) {
  return {ErrorCode::base64url_invalid, "byte " + std::to_string(offset + 1)};
}

}  // namespace

std::string base64url_encode(std::span<const std::uint8_t> bytes) {
  std::string text;
  text.reserve((bytes.size() * 4 + 2) / 3);
  std::uint32_t pending = 0;
  int pending_bits = 0;
  for (const std::uint8_t byte : bytes) {
    pending = (pending << 8 | byte) & 0xFFFF;
    pending_bits += 8;
    while (pending_bits >= 6) {
      pending_bits -= 6;
      text += kAlphabet[pending >> pending_bits & 63u];
    }
  }
  if (pending_bits > 0) text += kAlphabet[pending << (6 - pending_bits) & 63u];
  return text;
}

std::string base64url_encode(std::string_view bytes) {
  return base64url_encode({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

Result<std::string> base64url_decode(std::string_view text) {
  if (text.size() % 4 == 1) return invalid_at(text.size() - 1);
  std::string bytes;
  bytes.reserve(text.size() * 3 / 4);
  std::uint32_t pending = 0;
  int pending_bits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::uint8_t value = kValues[static_cast<unsigned char>(text[i])];
    if (value == kNotInAlphabet) return invalid_at(i);
    pending = (pending << 6 | value) & 0xFFFF;
    pending_bits += 6;
    if (pending_bits >= 8) {
      pending_bits -= 8;
      bytes += static_cast<char>(pending >> pending_bits & 0xFFu);
    }
  }
  // The last character's bits that belong to no byte.
  if ((pending & ((1u << pending_bits) - 1u)) != 0) return invalid_at(text.size() - 1);
  return bytes;
}

Status base64url_decode(std::string_view text, std::span<std::uint8_t> bytes) {
  const auto decoded = base64url_decode(text);
  if (!decoded) return decoded.error();
  if (decoded->size() != bytes.size()) {
    return Error{ErrorCode::base64url_invalid, {}, std::to_string(bytes.size())};
  }
  std::copy(decoded->begin(), decoded->end(), bytes.begin());
  return ok();
}

}  // namespace sokenh::signing
