// Strict JSON and its canonical form: whatever is read has one canonical form, which reads back as
// the same value and is its own canonical form.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string_view>

#include "core/base/json.h"
#include "core/signing/canonical_json.h"

using namespace sokenh;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto json = parse_json(bytes);
  if (!json) {
    if (find_invalid_utf8(json.error().place) != std::string_view::npos) std::abort();
    if (find_invalid_utf8(json.error().detail) != std::string_view::npos) std::abort();
    return 0;
  }
  if (find_invalid_utf8(bytes) != std::string_view::npos) std::abort();
  const auto canonical = signing::canonical_json(*json);
  if (!canonical) std::abort();
  const auto again = parse_json(*canonical);
  if (!again) {
    // 1e20 is allowed; its canonical form is an integer beyond 2^53, which is not.
    if (again.error().code != ErrorCode::json_number_out_of_range) std::abort();
    return 0;
  }
  // -0 and 0, 1.0 and 1 are equal.
  if (*again != *json) std::abort();
  if (signing::canonical_json(*again).value() != *canonical) std::abort();
  return 0;
}
