// Strict JSON: how everything that comes from outside is parsed and then read member by member.
//
// parse_json() accepts RFC 8259 narrowed to I-JSON (RFC 7493): UTF-8 only, no duplicate names,
// integers within ±(2^53-1), nothing after the value. A file that two programs could read
// differently is refused, because what is read here is also what is signed. It also refuses what
// nlohmann lets through: a byte order mark, and a NUL byte, which its lexer takes for the end of
// the input.
//
// JsonReader reads the parsed value. Its failure is sticky: the first one is kept with its JSON
// pointer, later reads return empty values, so that a reader of forty members needs one check, at
// the end:
//
//   std::optional<Error> failure;
//   JsonReader root(json, failure);
//   unit.name = root.string("name", kMaxTextBytes);
//   for (JsonReader row : root.array("channels", kMaxChannels))
//   channels.push_back(read_channel(row)); if (failure) return *failure;
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace sokenh {

struct JsonLimits {
  std::size_t max_bytes = 32u << 20;
  std::size_t max_depth = 64;          // arrays and objects inside one another
  std::size_t max_values = 1'000'000;  // of all kinds, containers included
};

// The largest integer that every JSON reader represents exactly (RFC 7493 section 2.2).
inline constexpr std::int64_t kMaxJsonInteger = (std::int64_t{1} << 53) - 1;

// Errors of form have the place "byte N" (counted from 1), errors of content a JSON pointer.
Result<nlohmann::json> parse_json(std::string_view bytes, const JsonLimits& limits = {});

// Offset of the first byte that is not well-formed UTF-8 (RFC 3629: no surrogates, no overlong
// forms); npos if there is none.
std::size_t find_invalid_utf8(std::string_view text);

// `pointer` with one more segment, escaped (RFC 6901); a very long segment is shortened, a place is
// there to be shown.
std::string json_pointer(std::string_view pointer, std::string_view name);
std::string json_pointer(std::string_view pointer, std::size_t index);

class JsonReader {
 public:
  // Both references must outlive the reader and the readers made from it.
  JsonReader(const nlohmann::json& value, std::optional<Error>& failure, std::string pointer = {});

  const std::string& pointer() const { return pointer_; }
  const nlohmann::json& value() const { return *value_; }
  bool ok() const {
    return !failure_->has_value();
  }  // nothing has failed so far, here or elsewhere

  // Records a failure found by the caller, here or at a member; only the first is kept.
  void fail(ErrorCode code, std::string detail = {});
  void fail_at(std::string_view name, ErrorCode code, std::string detail = {});

  bool has(std::string_view name) const;
  // Any other member than these is a failure (json_unknown_value).
  void allow_only(std::initializer_list<std::string_view> names);

  // Members. Missing: json_missing_member; other type: json_wrong_type; longer: json_too_large.
  std::string string(std::string_view name, std::size_t max_bytes);
  bool boolean(std::string_view name);
  // Outside [min, max]: json_number_out_of_range.
  std::int64_t integer(std::string_view name, std::int64_t min, std::int64_t max);
  // Index of the member's text among `choices`; another text: json_unknown_value (and 0).
  std::size_t choice(std::string_view name, std::span<const std::string_view> choices);
  JsonReader object(std::string_view name);
  std::vector<JsonReader> array(std::string_view name, std::size_t max_items);
  std::vector<std::string> strings(std::string_view name, std::size_t max_items,
                                   std::size_t max_bytes);

  // The same, but a missing member gives the fallback. null is not «missing»: it is a wrong type.
  std::string optional_string(std::string_view name, std::size_t max_bytes,
                              std::string_view fallback = {});
  bool optional_boolean(std::string_view name, bool fallback = false);
  std::int64_t optional_integer(std::string_view name, std::int64_t min, std::int64_t max,
                                std::int64_t fallback);
  std::vector<JsonReader> optional_array(std::string_view name, std::size_t max_items);
  std::vector<std::string> optional_strings(std::string_view name, std::size_t max_items,
                                            std::size_t max_bytes);

  // The value itself, for items of arrays.
  std::string as_string(std::size_t max_bytes);
  bool as_boolean();
  std::int64_t as_integer(std::int64_t min, std::int64_t max);
  std::vector<JsonReader> as_array(std::size_t max_items);
  void require_object();

 private:
  // The member, or a reader of null with the failure recorded.
  JsonReader member(std::string_view name);

  const nlohmann::json* value_;
  std::optional<Error>* failure_;
  std::string pointer_;
};

}  // namespace sokenh
