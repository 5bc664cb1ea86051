// HTML tables: no input crashes the reader or passes its limits.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/exchange/channel_import.h"
#include "core/exchange/table.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto table =
      sokenh::parse_html_table(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!table) return 0;
  if (table->rows.empty() || table->rows.size() > sokenh::kMaxTableRows) std::abort();
  for (const sokenh::TableRow& row : table->rows) {
    if (row.size() > sokenh::kMaxTableColumns) std::abort();
  }
  static_cast<void>(sokenh::import_channels(*table, sokenh::plan_import(*table)));
  return 0;
}
