#include "core/text/utf8.h"

#include <array>

namespace sokenh::text {

DecodedCodePoint decode_beyond_ascii(std::string_view utf8, std::size_t position) {
  const auto byte = [utf8](std::size_t at) { return static_cast<unsigned char>(utf8[at]); };
  const unsigned char lead = byte(position);
  std::size_t length = 0;
  char32_t code_point = 0;
  // The second byte's range also shuts out overlong forms, surrogates and what lies beyond
  // U+10FFFF.
  unsigned char second_low = 0x80;
  unsigned char second_high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
    code_point = lead & 0x1FU;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    code_point = lead & 0x0FU;
    if (lead == 0xE0) second_low = 0xA0;
    if (lead == 0xED) second_high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    code_point = lead & 0x07U;
    if (lead == 0xF0) second_low = 0x90;
    if (lead == 0xF4) second_high = 0x8F;
  } else {
    return {};
  }
  for (std::size_t i = 1; i < length; ++i) {
    if (position + i >= utf8.size()) return {kReplacementCharacter, i, false};
    const unsigned char next = byte(position + i);
    const bool in_range =
        i == 1 ? next >= second_low && next <= second_high : (next & 0xC0U) == 0x80;
    if (!in_range) return {kReplacementCharacter, i, false};
    code_point = (code_point << 6U) | (next & 0x3FU);
  }
  return {code_point, length, true};
}

char32_t code_point_before(std::string_view utf8, std::size_t position) {
  if (position == 0) return 0;
  std::size_t begin = position - 1;
  if (const auto last = static_cast<unsigned char>(utf8[begin]); last < 0x80) return last;
  while (begin > 0 && position - begin < 4 &&
         (static_cast<unsigned char>(utf8[begin]) & 0xC0U) == 0x80)
    --begin;
  const DecodedCodePoint decoded = decode_code_point(utf8, begin);
  return begin + decoded.bytes == position ? decoded.code_point : kReplacementCharacter;
}

std::size_t put_beyond_ascii(char32_t code_point, char* out) {
  const char* const begin = out;
  const auto put = [&out](char32_t bits) { *out++ = static_cast<char>(bits); };
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
    code_point = kReplacementCharacter;
  }
  if (code_point < 0x800) {
    put(0xC0U | (code_point >> 6U));
    put(0x80U | (code_point & 0x3FU));
  } else if (code_point < 0x10000) {
    put(0xE0U | (code_point >> 12U));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  } else {
    put(0xF0U | (code_point >> 18U));
    put(0x80U | ((code_point >> 12U) & 0x3FU));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  }
  return static_cast<std::size_t>(out - begin);
}

void append_beyond_ascii(std::string& utf8, char32_t code_point) {
  std::array<char, 4> bytes{};
  utf8.append(bytes.data(), put_beyond_ascii(code_point, bytes.data()));
}

std::u32string to_code_points(std::string_view utf8) {
  std::u32string code_points;
  code_points.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const DecodedCodePoint decoded = decode_code_point(utf8, i);
    code_points.push_back(decoded.code_point);
    i += decoded.bytes;
  }
  return code_points;
}

std::string to_utf8(std::u32string_view code_points) {
  std::string utf8;
  utf8.reserve(code_points.size());
  for (const char32_t code_point : code_points) append_code_point(utf8, code_point);
  return utf8;
}

bool is_valid_utf8(std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size();) {
    const DecodedCodePoint decoded = decode_code_point(utf8, i);
    if (!decoded.well_formed) return false;
    i += decoded.bytes;
  }
  return true;
}

std::size_t code_point_count(std::string_view utf8) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < utf8.size(); i += decode_code_point(utf8, i).bytes) ++count;
  return count;
}

}  // namespace sokenh::text
