#include "core/base/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace sokenh {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxShownBytes = 60;  // of a token or name quoted in an error
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u; }

// Cut between characters; what is cut off is marked.
std::string shortened(std::string_view text) {
  if (text.size() <= kMaxShownBytes) return std::string(text);
  std::size_t end = kMaxShownBytes;
  while (end > 0 && is_continuation(text[end])) --end;
  return std::string(text.substr(0, end)) + "…";
}

// The token an error stopped at may end inside a character.
std::string shown_token(std::string_view token) {
  return shortened(token.substr(0, std::min(token.size(), find_invalid_utf8(token))));
}

std::string byte_place(std::size_t offset) { return "byte " + std::to_string(offset + 1); }

// Builds the value while watching what nlohmann's own builder does not report.
class DocumentBuilder : public nlohmann::json_sax<Json> {
 public:
  explicit DocumentBuilder(const JsonLimits& limits) : limits_(limits) {}

  Json take_root() { return std::move(root_); }
  const std::optional<Error>& failure() const { return failure_; }

  bool null() override { return add(Json(nullptr)) != nullptr; }
  bool boolean(bool value) override { return add(Json(value)) != nullptr; }

  bool number_integer(number_integer_t value) override {
    if (value < -kMaxJsonInteger || value > kMaxJsonInteger) {
      return fail(ErrorCode::json_number_out_of_range, std::to_string(value));
    }
    return add(Json(value)) != nullptr;
  }

  bool number_unsigned(number_unsigned_t value) override {
    if (value > static_cast<number_unsigned_t>(kMaxJsonInteger)) {
      return fail(ErrorCode::json_number_out_of_range, std::to_string(value));
    }
    return add(Json(value)) != nullptr;
  }

  bool number_float(number_float_t value, const string_t& literal) override {
    // Without fraction and exponent it is an integer that fits no 64 bits.
    if (literal.find_first_of(".eE") == string_t::npos) {
      return fail(ErrorCode::json_number_out_of_range, shortened(literal));
    }
    return add(Json(value)) != nullptr;
  }

  bool string(string_t& value) override { return add(Json(std::move(value))) != nullptr; }
  bool binary(binary_t&) override { return fail(ErrorCode::json_syntax, {}); }

  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    frames_.back().name = std::move(name);
    if (frames_.back().container->contains(frames_.back().name)) {
      return fail(ErrorCode::json_duplicate_key, shortened(frames_.back().name));
    }
    return true;
  }

  bool parse_error(std::size_t bytes_read, const std::string& token,
                   const nlohmann::detail::exception& exception) override {
    constexpr int kNumberOverflow = 406;  // nlohmann's id of «number overflow»
    const std::string place = "byte " + std::to_string(std::max<std::size_t>(bytes_read, 1));
    if (exception.id == kNumberOverflow) {
      return fail(ErrorCode::json_number_out_of_range, shown_token(token));
    }
    if (complete_) {
      failure_ = Error{ErrorCode::json_trailing_bytes, place, shown_token(token)};
    } else if (std::string_view(exception.what()).find("surrogate") != std::string_view::npos) {
      // An escaped lone surrogate: text that no UTF-8 can hold.
      failure_ = Error{ErrorCode::json_not_utf8, place, shown_token(token)};
    } else {
      failure_ = Error{ErrorCode::json_syntax, place, shown_token(token)};
    }
    return false;
  }

 private:
  struct Frame {
    Json* container;
    string_t name;  // of the member being read, in an object
  };

  // Of the value being read: not yet in its container, while all open containers are in theirs.
  std::string pointer() const {
    std::string result;
    for (const Frame& frame : frames_) {
      const bool innermost = &frame == &frames_.back();
      result = frame.container->is_object()
                   ? json_pointer(result, frame.name)
                   : json_pointer(result, frame.container->size() - (innermost ? 0 : 1));
    }
    return result;
  }

  bool fail(ErrorCode code, std::string detail) {
    failure_ = Error{code, pointer(), std::move(detail)};
    return false;
  }

  Json* add(Json value) {
    if (++value_count_ > limits_.max_values) {
      fail(ErrorCode::json_too_large, std::to_string(limits_.max_values));
      return nullptr;
    }
    if (frames_.empty()) {
      root_ = std::move(value);
      complete_ = !root_.is_structured();
      return &root_;
    }
    Frame& frame = frames_.back();
    if (frame.container->is_array()) {
      frame.container->push_back(std::move(value));
      return &frame.container->back();
    }
    return &((*frame.container)[frame.name] = std::move(value));
  }

  bool open(Json container) {
    if (frames_.size() >= limits_.max_depth) {
      return fail(ErrorCode::json_too_deep, std::to_string(limits_.max_depth));
    }
    // The address stays good while the container is open: its parent grows only after it is closed.
    Json* added = add(std::move(container));
    if (added == nullptr) return false;
    frames_.push_back(Frame{added, {}});
    return true;
  }

  bool close() {
    frames_.pop_back();
    complete_ = frames_.empty();
    return true;
  }

  const JsonLimits limits_;
  Json root_;
  std::vector<Frame> frames_;
  std::size_t value_count_ = 0;
  bool complete_ = false;
  std::optional<Error> failure_;
};

}  // namespace

Result<Json> parse_json(std::string_view bytes, const JsonLimits& limits) {
  if (bytes.size() > limits.max_bytes) {
    return Error{ErrorCode::json_too_large, byte_place(limits.max_bytes),
                 std::to_string(limits.max_bytes)};
  }
  if (bytes.starts_with(kByteOrderMark)) {
    return Error{ErrorCode::json_syntax, byte_place(0), "BOM"};
  }
  if (const std::size_t at = find_invalid_utf8(bytes); at != std::string_view::npos) {
    return Error{ErrorCode::json_not_utf8, byte_place(at)};
  }
  if (const std::size_t at = bytes.find('\0'); at != std::string_view::npos) {
    return Error{ErrorCode::json_syntax, byte_place(at), "NUL"};
  }
  DocumentBuilder builder(limits);
  if (!Json::sax_parse(bytes.begin(), bytes.end(), &builder)) {
    return builder.failure().value_or(Error{ErrorCode::json_syntax});
  }
  return builder.take_root();
}

std::size_t find_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
      ++at;
      continue;
    }
    // RFC 3629 section 4: the second byte's range depends on the first (overlong forms, surrogates,
    // beyond U+10FFFF).
    std::size_t length = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
      length = 2;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
      length = 3;
      if (lead == 0xE0) low = 0xA0;
      if (lead == 0xED) high = 0x9F;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
      length = 4;
      if (lead == 0xF0) low = 0x90;
      if (lead == 0xF4) high = 0x8F;
    } else {
      return at;
    }
    if (text.size() - at < length) return at;
    const auto second = static_cast<unsigned char>(text[at + 1]);
    if (second < low || second > high) return at;
    for (std::size_t i = 2; i < length; ++i) {
      if (!is_continuation(text[at + i])) return at;
    }
    at += length;
  }
  return std::string_view::npos;
}

std::string json_pointer(std::string_view pointer, std::string_view name) {
  std::string result(pointer);
  result += '/';
  for (const char c : shortened(name)) {
    if (c == '~') {
      result += "~0";
    } else if (c == '/') {
      result += "~1";
    } else {
      result += c;
    }
  }
  return result;
}

std::string json_pointer(std::string_view pointer, std::size_t index) {
  return std::string(pointer) + "/" + std::to_string(index);
}

JsonReader::JsonReader(const Json& value, std::optional<Error>& failure, std::string pointer)
    : value_(&value), failure_(&failure), pointer_(std::move(pointer)) {}

void JsonReader::fail(ErrorCode code, std::string detail) {
  if (ok()) *failure_ = Error{code, pointer_, std::move(detail)};
}

void JsonReader::fail_at(std::string_view name, ErrorCode code, std::string detail) {
  if (ok()) *failure_ = Error{code, json_pointer(pointer_, name), std::move(detail)};
}

bool JsonReader::has(std::string_view name) const {
  return value_->is_object() && value_->contains(name);
}

void JsonReader::allow_only(std::initializer_list<std::string_view> names) {
  require_object();
  if (!value_->is_object()) return;
  for (const auto& [name, value] : value_->items()) {
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      fail_at(name, ErrorCode::json_unknown_value, shortened(name));
    }
  }
}

JsonReader JsonReader::member(std::string_view name) {
  static const Json kNull;
  require_object();
  std::string pointer = json_pointer(pointer_, name);
  if (value_->is_object()) {
    if (const auto found = value_->find(name); found != value_->end()) {
      return {*found, *failure_, std::move(pointer)};
    }
    fail_at(name, ErrorCode::json_missing_member, std::string(name));
  }
  return {kNull, *failure_, std::move(pointer)};
}

std::string JsonReader::string(std::string_view name, std::size_t max_bytes) {
  return member(name).as_string(max_bytes);
}

bool JsonReader::boolean(std::string_view name) { return member(name).as_boolean(); }

std::int64_t JsonReader::integer(std::string_view name, std::int64_t min, std::int64_t max) {
  return member(name).as_integer(min, max);
}

std::size_t JsonReader::choice(std::string_view name, std::span<const std::string_view> choices) {
  JsonReader reader = member(name);
  const std::string text = reader.as_string(std::string::npos);
  const auto found = std::find(choices.begin(), choices.end(), text);
  if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
  reader.fail(ErrorCode::json_unknown_value, shortened(text));
  return 0;
}

JsonReader JsonReader::object(std::string_view name) {
  JsonReader reader = member(name);
  reader.require_object();
  return reader;
}

std::vector<JsonReader> JsonReader::array(std::string_view name, std::size_t max_items) {
  return member(name).as_array(max_items);
}

std::vector<std::string> JsonReader::strings(std::string_view name, std::size_t max_items,
                                             std::size_t max_bytes) {
  std::vector<std::string> result;
  for (JsonReader& item : array(name, max_items)) result.push_back(item.as_string(max_bytes));
  return result;
}

std::string JsonReader::optional_string(std::string_view name, std::size_t max_bytes,
                                        std::string_view fallback) {
  return has(name) ? string(name, max_bytes) : std::string(fallback);
}

bool JsonReader::optional_boolean(std::string_view name, bool fallback) {
  return has(name) ? boolean(name) : fallback;
}

std::int64_t JsonReader::optional_integer(std::string_view name, std::int64_t min, std::int64_t max,
                                          std::int64_t fallback) {
  return has(name) ? integer(name, min, max) : fallback;
}

std::vector<JsonReader> JsonReader::optional_array(std::string_view name, std::size_t max_items) {
  if (!has(name)) return {};
  return array(name, max_items);
}

std::vector<std::string> JsonReader::optional_strings(std::string_view name, std::size_t max_items,
                                                      std::size_t max_bytes) {
  if (!has(name)) return {};
  return strings(name, max_items, max_bytes);
}

std::string JsonReader::as_string(std::size_t max_bytes) {
  if (!value_->is_string()) {
    fail(ErrorCode::json_wrong_type, "string");
    return {};
  }
  const auto& text = value_->get_ref<const std::string&>();
  if (text.size() > max_bytes) {
    fail(ErrorCode::json_too_large, std::to_string(max_bytes));
    return {};
  }
  return text;
}

bool JsonReader::as_boolean() {
  if (!value_->is_boolean()) {
    fail(ErrorCode::json_wrong_type, "boolean");
    return false;
  }
  return value_->get<bool>();
}

std::int64_t JsonReader::as_integer(std::int64_t min, std::int64_t max) {
  if (!value_->is_number_integer()) {
    fail(ErrorCode::json_wrong_type, "integer");
    return min;
  }
  // A parsed document holds nothing beyond 2^53; one that was built in memory may.
  const bool too_big = value_->is_number_unsigned() &&
                       value_->get<std::uint64_t>() > static_cast<std::uint64_t>(kMaxJsonInteger);
  const std::int64_t number = too_big ? kMaxJsonInteger : value_->get<std::int64_t>();
  if (too_big || number < min || number > max) {
    fail(ErrorCode::json_number_out_of_range, value_->dump());
    return min;
  }
  return number;
}

std::vector<JsonReader> JsonReader::as_array(std::size_t max_items) {
  std::vector<JsonReader> items;
  if (!value_->is_array()) {
    fail(ErrorCode::json_wrong_type, "array");
    return items;
  }
  if (value_->size() > max_items) {
    fail(ErrorCode::json_too_large, std::to_string(max_items));
    return items;
  }
  items.reserve(value_->size());
  for (const Json& item : *value_) {
    items.emplace_back(item, *failure_, json_pointer(pointer_, items.size()));
  }
  return items;
}

void JsonReader::require_object() {
  if (!value_->is_object()) fail(ErrorCode::json_wrong_type, "object");
}

}  // namespace sokenh
