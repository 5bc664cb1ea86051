// Signed files: what is read is written and read back the same, and verifies the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/signing/signed_file.h"

using namespace sokenh;
using namespace sokenh::signing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto file = read_signed_file({reinterpret_cast<const char*>(data), size});
  if (!file) return 0;
  const auto again = read_signed_file(write_signed_file(*file));
  if (!again || again->payload() != file->payload()) std::abort();
  const Verification first = verify(*file);
  const Verification second = verify(*again);
  if (first.all_valid != second.all_valid) std::abort();
  if (first.checks.size() != second.checks.size()) std::abort();
  if (first.all_valid && file->signatures().size() != kAllRoles.size()) std::abort();
  return 0;
}
