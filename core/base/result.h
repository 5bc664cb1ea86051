// Result<T>: a value or the reason there is none.
//
// Errors carry a code, a place and a detail, never a sentence: the sentence is made at the edge, in
// the user's language, from the code (see error_codes.def). A Result that is not looked at does not
// compile silently: it is [[nodiscard]].
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace sokenh {

enum class ErrorCode {
#define ERROR_CODE(name) name,
#include "core/base/error_codes.def"
#undef ERROR_CODE
};

// The code's stable name ("json_duplicate_key"), as written in --json output of the command line.
std::string_view error_code_name(ErrorCode code);

struct Error {
  ErrorCode code;
  // Where: a JSON pointer ("/channels/3/name"), "byte 120", a file's member, or empty.
  std::string place = {};
  // What was found there, as data: an offending value, a limit. Shown to the user, never parsed.
  std::string detail = {};

  friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  const Error& error() const { return std::get<1>(state_); }

  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }

 private:
  std::variant<T, Error> state_;
};

// For functions that give nothing back but may fail.
using Status = Result<std::monostate>;
inline Status ok() { return std::monostate{}; }

}  // namespace sokenh
