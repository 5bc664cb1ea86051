// MHTML (RFC 2557): no input crashes the reader, and a page that comes out keeps the limits.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/page/outline.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sokenh;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Result<page::PageFile> file = page::read_mht(bytes);
  if (!file) return 0;
  if (file->html.size() > page::kMaxPageBytes || file->parts.size() > page::kMaxMimeParts)
    std::abort();
  static_cast<void>(page::read_outline(*file));
  return 0;
}
