// base64url without padding (RFC 4648 section 5, as JWS uses it), strict: one text for each
// sequence of bytes. Padding, white space, other alphabets and non-zero unused bits are errors, so
// that a changed character is always a changed value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace sokenh::signing {

std::string base64url_encode(std::span<const std::uint8_t> bytes);
std::string base64url_encode(std::string_view bytes);

// The bytes, or base64url_invalid with the place "byte N".
Result<std::string> base64url_decode(std::string_view text);

// Fills `bytes`, whose size the text must have exactly.
Status base64url_decode(std::string_view text, std::span<std::uint8_t> bytes);

}  // namespace sokenh::signing
