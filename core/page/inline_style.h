// What an element's own style and attributes say of whether its text can be seen.
#pragma once

#include <cstdint>
#include <optional>

#include "core/page/markup.h"
#include "core/page/outline.h"

namespace sokenh::page {

using Colour = std::uint32_t;  // 0xRRGGBB

struct InlineStyle {
  Hidden hidden = Hidden::no;     // display, opacity, position, size, transparent letters
  std::optional<bool> invisible;  // visibility, which descendants may set again
  std::optional<bool> tiny;       // font-size, likewise
  std::optional<Colour> colour, ground;
};
InlineStyle read_inline_style(const HtmlTag& tag);

}  // namespace sokenh::page
