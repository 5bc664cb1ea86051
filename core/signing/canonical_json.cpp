#include "core/signing/canonical_json.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/json.h"

namespace sokenh::signing {
namespace {

using Json = nlohmann::json;

// number = 0.d1d2d3… × 10^exponent
struct Decimal {
  std::string digits;
  int exponent;
};

constexpr int kMaxDigits = 17;  // always enough to tell two doubles apart

bool reads_back(const Decimal& decimal, double number) {
  const std::string text = "0." + decimal.digits + "e" + std::to_string(decimal.exponent);
  return std::strtod(text.c_str(), nullptr) == number;
}

// `number` rounded to `count` digits. printf rounds the exact binary value correctly, in glibc and
// musl.
Decimal rounded(double number, int count) {
  char text[40];
  std::snprintf(text, sizeof text, "%.*e", count - 1, number);
  Decimal result;
  const char* at = text;
  for (; *at != 'e'; ++at) {
    if (*at >= '0' && *at <= '9') result.digits += *at;
  }
  result.exponent = std::atoi(at + 1) + 1;
  return result;
}

Decimal one_unit_up(Decimal decimal) {
  auto digit = decimal.digits.rbegin();
  while (digit != decimal.digits.rend() && *digit == '9') *digit++ = '0';
  if (digit != decimal.digits.rend()) {
    ++*digit;
  } else {
    decimal.digits.front() = '1';
    ++decimal.exponent;
  }
  return decimal;
}

// The shortest decimal that reads back as `number` (> 0), of these the nearest. This libc++ has no
// to_chars(double), and nlohmann's Grisu2 is not always shortest. The nearest decimal of n digits
// may miss while the next one up hits: above a power of two the doubles lie twice as far apart as
// below.
Decimal shortest(double number) {
  for (int count = 1; count < kMaxDigits; ++count) {
    Decimal nearest = rounded(number, count);
    if (reads_back(nearest, number)) return nearest;
    nearest = one_unit_up(std::move(nearest));
    if (reads_back(nearest, number)) return nearest;
  }
  return rounded(number, kMaxDigits);
}

void append_string(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          constexpr std::string_view kHex = "0123456789abcdef";
          out += "\\u00";
          out += kHex[static_cast<unsigned char>(c) >> 4];
          out += kHex[static_cast<unsigned char>(c) & 15];
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

class Writer {
 public:
  Result<std::string> write(const Json& json) {
    append(json, "", 0);
    if (failure_) return *failure_;
    return std::move(out_);
  }

 private:
  void fail(ErrorCode code, const std::string& pointer) {
    if (!failure_) failure_ = Error{code, pointer};
  }

  void append_text(const std::string& text, const std::string& pointer) {
    if (find_invalid_utf8(text) != std::string::npos) {
      return fail(ErrorCode::json_not_utf8, pointer);
    }
    append_string(out_, text);
  }

  void append(const Json& json, const std::string& pointer, std::size_t depth) {
    if (failure_) return;
    switch (json.type()) {
      case Json::value_t::null:
        out_ += "null";
        break;
      case Json::value_t::boolean:
        out_ += json.get<bool>() ? "true" : "false";
        break;
      case Json::value_t::number_integer: {
        const auto number = json.get<std::int64_t>();
        if (number < -kMaxJsonInteger || number > kMaxJsonInteger) {
          return fail(ErrorCode::json_number_out_of_range, pointer);
        }
        out_ += std::to_string(number);
        break;
      }
      case Json::value_t::number_unsigned: {
        const auto number = json.get<std::uint64_t>();
        if (number > static_cast<std::uint64_t>(kMaxJsonInteger)) {
          return fail(ErrorCode::json_number_out_of_range, pointer);
        }
        out_ += std::to_string(number);
        break;
      }
      case Json::value_t::number_float: {
        const double number = json.get<double>();
        if (!std::isfinite(number)) return fail(ErrorCode::json_number_out_of_range, pointer);
        out_ += ecmascript_number(number);
        break;
      }
      case Json::value_t::string:
        append_text(json.get_ref<const std::string&>(), pointer);
        break;
      case Json::value_t::array:
        append_array(json, pointer, depth);
        break;
      case Json::value_t::object:
        append_object(json, pointer, depth);
        break;
      case Json::value_t::binary:
      case Json::value_t::discarded:
        fail(ErrorCode::json_wrong_type, pointer);
        break;
    }
  }

  void append_array(const Json& array, const std::string& pointer, std::size_t depth) {
    if (depth >= JsonLimits{}.max_depth) return fail(ErrorCode::json_too_deep, pointer);
    out_ += '[';
    std::size_t index = 0;
    for (const Json& item : array) {
      if (index > 0) out_ += ',';
      append(item, json_pointer(pointer, index++), depth + 1);
    }
    out_ += ']';
  }

  void append_object(const Json& object, const std::string& pointer, std::size_t depth) {
    if (depth >= JsonLimits{}.max_depth) return fail(ErrorCode::json_too_deep, pointer);
    std::vector<const Json::object_t::value_type*> members;
    members.reserve(object.size());
    for (const auto& member : object.get_ref<const Json::object_t&>()) members.push_back(&member);
    std::sort(members.begin(), members.end(),
              [](const auto* a, const auto* b) { return utf16_less(a->first, b->first); });
    out_ += '{';
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (i > 0) out_ += ',';
      const std::string member_pointer = json_pointer(pointer, members[i]->first);
      append_text(members[i]->first, member_pointer);
      out_ += ':';
      append(members[i]->second, member_pointer, depth + 1);
    }
    out_ += '}';
  }

  std::string out_;
  std::optional<Error> failure_;
};

}  // namespace

Result<std::string> canonical_json(const Json& json) { return Writer().write(json); }

std::string ecmascript_number(double number) {
  if (number == 0) return "0";  // -0 too
  const std::string sign = number < 0 ? "-" : "";
  constexpr double kExactIntegers = 9007199254740992.0;  // 2^53: below, every digit counts
  if (std::fabs(number) < kExactIntegers && number == std::trunc(number)) {
    return std::to_string(static_cast<std::int64_t>(number));
  }
  const auto [digits, exponent] = shortest(std::fabs(number));
  const int count = static_cast<int>(digits.size());
  // ECMA-262 Number::toString: 21 is where exponents begin, -6 where leading zeros end.
  if (count <= exponent && exponent <= 21) {
    return sign + digits + std::string(static_cast<std::size_t>(exponent - count), '0');
  }
  if (0 < exponent && exponent <= 21) {
    const auto whole = static_cast<std::size_t>(exponent);
    return sign + digits.substr(0, whole) + "." + digits.substr(whole);
  }
  if (-6 < exponent && exponent <= 0) {
    return sign + "0." + std::string(static_cast<std::size_t>(-exponent), '0') + digits;
  }
  const std::string fraction = count > 1 ? "." + digits.substr(1) : "";
  return sign + digits[0] + fraction + (exponent > 0 ? "e+" : "e-") +
         std::to_string(std::abs(exponent - 1));
}

bool utf16_less(std::string_view left, std::string_view right) {
  const auto [l, r] = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
  if (l == left.end() || r == right.end()) return l == left.end() && r != right.end();
  const auto a = static_cast<unsigned char>(*l);
  const auto b = static_cast<unsigned char>(*r);
  // UTF-8 sorts as code points do. UTF-16 differs in one thing: what lies above U+FFFF (lead byte
  // F0 and up) begins with a surrogate, U+D800..DFFF, and so comes before U+E000..FFFF (EE, EF).
  const bool a_is_pair = a >= 0xF0;
  const bool b_is_pair = b >= 0xF0;
  if (a_is_pair != b_is_pair && a >= 0xEE && b >= 0xEE) return a_is_pair;
  return a < b;
}

}  // namespace sokenh::signing
