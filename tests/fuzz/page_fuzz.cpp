// Saved pages: no input crashes the readers; what is found lies in the page; a page has not changed
// since itself.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/page/comparison.h"
#include "core/page/footer.h"
#include "core/page/press.h"

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sokenh;
  using namespace sokenh::page;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Result<PageOutline> page = read_page(bytes);
  if (!page) return 0;
  const Unit unit{.name = "Trường Tiểu học A", .parent = "UBND xã B", .email = "a@b.vn"};
  const FooterScan scan = scan_footer(*page, unit);
  for (const ItemReading& item : scan.items)
    require(item.state != ItemState::found || (!item.text.empty() && item.line > 0));
  require(find_press_hints(*page).hints.size() <= kMaxPressHints);
  require(compare_pages(*page, *page).changes.empty());
  // Against the first half of itself, both ways.
  const Result<PageOutline> half = read_page(bytes.substr(0, size / 2));
  if (!half) return 0;
  for (const Comparison& comparison : {compare_pages(*half, *page), compare_pages(*page, *half)})
    require(comparison.suspicious <= comparison.changes.size());
  return 0;
}
