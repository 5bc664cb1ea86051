// Canonical JSON (JCS, RFC 8785): the one sequence of bytes that is hashed and signed.
//
// Names sorted by UTF-16 code units (not by bytes: the two differ above U+FFFF), numbers as
// ECMAScript prints them, the shortest escapes, no white space. Text is written as it is:
// normalising it to NFC is done before signing, by whoever takes the text in, never here.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace sokenh::signing {

// Fails on what I-JSON cannot hold: text that is not UTF-8 (json_not_utf8), integers beyond 2^53-1
// and numbers that are not finite (json_number_out_of_range), binary values (json_wrong_type), more
// than JsonLimits{}.max_depth levels (json_too_deep).
Result<std::string> canonical_json(const nlohmann::json& json);

// A finite number as ECMAScript's Number::toString gives it (RFC 8785 section 3.2.2.3).
std::string ecmascript_number(double number);

// Whether a name sorts before another one, by UTF-16 code units; both must be valid UTF-8.
bool utf16_less(std::string_view left, std::string_view right);

}  // namespace sokenh::signing
