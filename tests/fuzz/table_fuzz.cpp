// Text tables: no input crashes the readers, what they read is written and read back unchanged, and
// what is imported of it keeps the declaration's limits.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/exchange/account_import.h"
#include "core/exchange/channel_import.h"
#include "core/exchange/duty_import.h"
#include "core/exchange/log_import.h"
#include "core/exchange/table.h"
#include "core/inventory/declaration.h"

namespace {

void require_entries(const auto& entries) {
  for (const auto& entry : entries) {
    if (!sokenh::fits_limits(entry) || is_blank(entry)) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const auto& table : {sokenh::parse_tsv(text), sokenh::parse_csv(text)}) {
    if (!table) continue;
    const auto back = sokenh::parse_tsv(sokenh::write_tsv(*table));
    if (!back || *back != *table) std::abort();
    const sokenh::ImportResult result =
        sokenh::import_channels(*table, sokenh::plan_import(*table));
    if (result.channels.size() != result.source_rows.size()) std::abort();
    require_entries(result.channels);
    const sokenh::AccountImport accounts =
        sokenh::import_accounts(*table, sokenh::plan_account_import(*table));
    if (accounts.accounts.size() != accounts.source_rows.size()) std::abort();
    require_entries(accounts.accounts);
    const sokenh::DutyImport duty = sokenh::import_duty(
        *table, sokenh::plan_duty_import(*table), {}, {.post = "Trực", .near = {2026, 4, 30}});
    if (!sokenh::is_consistent(duty.roster) || !sokenh::fits_limits(duty.roster)) std::abort();
    if (duty.roster.shifts.size() != duty.added.size()) std::abort();
    for (const sokenh::LogKind kind : sokenh::log_kinds()) {
      const sokenh::LogImport log =
          sokenh::import_log(*table, sokenh::plan_log_import(*table, kind));
      if (log.entries.size() != log.source_rows.size()) std::abort();
      if (log.unread.size() > log.unread_cells) std::abort();
      require_entries(log.entries);
    }
  }
  return 0;
}
