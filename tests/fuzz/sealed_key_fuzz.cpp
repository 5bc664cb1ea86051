// Sealed key files: only what is within the allowed cost is read. The key itself is not opened: the
// work of Argon2id would be all that is measured.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "core/base/digest.h"
#include "core/base/json.h"
#include "core/signing/base64url.h"
#include "core/signing/canonical_json.h"
#include "core/signing/key_file.h"

using namespace sokenh;
using namespace sokenh::signing;

namespace {

void check(std::string_view bytes) {
  const auto info = read_key_file(bytes);
  if (!info) return;
  if (info->owner.name.empty()) std::abort();
  if (info->cost.passes > kGreatestCost.passes) std::abort();
  if (info->cost.memory_bytes > kGreatestCost.memory_bytes) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check(bytes);
  // Past the checksum, which no mutation would hit.
  auto json = parse_json(bytes, {.max_bytes = 16 << 10});
  if (!json || !json->is_object()) return 0;
  json->erase("checksum");
  const auto canonical = canonical_json(*json);
  if (!canonical) return 0;
  (*json)["checksum"] = base64url_encode(sha256(*canonical));
  check(canonical_json(*json).value());
  return 0;
}
