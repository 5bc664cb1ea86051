// Addresses and lists of them: no input crashes the readers, what is shown reads back as the same,
// and what is found does not depend on where a list is cut.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/exchange/ip_list.h"

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sokenh;
  if (size == 0) return 0;
  const std::size_t piece = 1 + data[0] % 40U;
  const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);

  std::size_t last = 0;
  for (const WrittenIpRange& each : read_ip_ranges(text)) {
    require(last <= each.begin && each.begin < each.end && each.end <= text.size());
    last = each.end;
    if (each.reading.problem != IpProblem::none) continue;
    const IpRange& range = each.reading.range;
    require(!(range.last < range.first));
    require(read_ip_range(ip_range_text(range)).range == range);
  }

  const Result<IpList> whole = read_ip_list(text);
  IpListReader reader;
  for (std::size_t at = 0; at < text.size(); at += piece)
    require(reader.add(text.substr(at, piece)).has_value());
  const Result<IpList> pieces = std::move(reader).end();
  require(whole.has_value() && pieces.has_value());
  require(whole->entries() == pieces->entries() && whole->lines() == pieces->lines());
  require(whole->distinct() == pieces->distinct() && whole->unreadable() == pieces->unreadable());
  require(whole->distinct() <= whole->entries());
  require(whole->first_unreadable().size() <= whole->unreadable());

  const IpRange everything[] = {read_ip_range("0.0.0.0/0").range, read_ip_range("::/0").range};
  const IpMatches matches = whole->match(everything, kMaxIpListEntries);
  require(matches.total == whole->distinct() && matches.found.size() == matches.total);
  for (const IpMatch& match : matches.found) {
    require(match.line >= 1 && match.line <= whole->lines());
    require(whole->match(std::span(&match.listed, 1), 1).total >= 1);
  }
  return 0;
}
