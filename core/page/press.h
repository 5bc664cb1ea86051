// Hints that a page passes on news of the press or of other portals (TN17-1.1): source lines
// («Theo báo Tuổi Trẻ», «Nguồn: VnExpress», «(Theo Dân trí)») and links to articles.
//
// Hints, no judgement: an announcement may name a newspaper, and a unit may write about its own
// work with a source. Whether it is «tin tổng hợp» is for the unit to say.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/page/outline.h"

namespace sokenh::page {

inline constexpr std::size_t kMaxPressHints = 200;

enum class PressHintKind : std::uint8_t {
  source_line,  // «Nguồn: …», «(Theo …)» of one of the listed newspapers, or «theo báo …»
  collected,  // «tổng hợp», «sưu tầm» as a source line
  press_link  // a link to a page of a listed newspaper
};
std::string_view press_hint_kind_key(PressHintKind kind);

struct PressHint {
  PressHintKind kind = PressHintKind::source_line;
  std::string press;  // the newspaper's name; "" where none of the list is meant
  std::string text;   // as it stands there; of a link with its address
  Region region = Region::unknown;
  std::size_t line = 0;
};

struct PressHints {
  std::vector<PressHint> hints;  // in the page's order, texts before links
  std::size_t total = 0;         // with those beyond kMaxPressHints
};
PressHints find_press_hints(const PageOutline& page);

}  // namespace sokenh::page
