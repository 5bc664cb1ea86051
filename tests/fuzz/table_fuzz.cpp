// Text tables: no input crashes the readers, and what they read is written and read back unchanged.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/exchange/account_import.h"
#include "core/exchange/channel_import.h"
#include "core/exchange/log_import.h"
#include "core/exchange/table.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const auto& table : {sokenh::parse_tsv(text), sokenh::parse_csv(text)}) {
    if (!table) continue;
    const auto back = sokenh::parse_tsv(sokenh::write_tsv(*table));
    if (!back || *back != *table) std::abort();
    const sokenh::ImportResult result =
        sokenh::import_channels(*table, sokenh::plan_import(*table));
    if (result.channels.size() != result.source_rows.size()) std::abort();
    const sokenh::AccountImport accounts =
        sokenh::import_accounts(*table, sokenh::plan_account_import(*table));
    if (accounts.accounts.size() != accounts.source_rows.size()) std::abort();
    for (const sokenh::LogKind kind : sokenh::log_kinds()) {
      const sokenh::LogImport log =
          sokenh::import_log(*table, sokenh::plan_log_import(*table, kind));
      if (log.entries.size() != log.source_rows.size()) std::abort();
      if (log.unread.size() > log.unread_cells) std::abort();
    }
  }
  return 0;
}
