// Lists of machines: no table crashes the import, every machine keeps the declaration's limits, and
// what is read of its addresses can be shown and read again.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/exchange/machine_import.h"
#include "core/inventory/declaration.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const auto& table : {sokenh::parse_tsv(text), sokenh::parse_csv(text)}) {
    if (!table) continue;
    const sokenh::MachineImport result =
        sokenh::import_machines(*table, sokenh::plan_machine_import(*table));
    if (result.machines.size() != result.source_rows.size()) std::abort();
    for (const sokenh::Machine& machine : result.machines) {
      if (!sokenh::fits_limits(machine) || sokenh::is_blank(machine)) std::abort();
    }
    for (const sokenh::OwnRange& own : sokenh::own_ranges(result.machines)) {
      if (own.reading.problem != sokenh::IpProblem::none) continue;
      const sokenh::IpRange& range = own.reading.range;
      if (range.last < range.first) std::abort();
      if (sokenh::read_ip_range(sokenh::ip_range_text(range)).range != range) std::abort();
    }
  }
  return 0;
}
