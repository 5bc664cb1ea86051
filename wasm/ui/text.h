// Text measured and drawn in CSS pixels, wrapped between words.
#pragma once

#include <imgui.h>

#include <string_view>
#include <vector>

#include "wasm/ui/theme.h"

namespace sokenh::ui {

// Be Vietnam Pro's ascent plus descent, in ems: ImGui sizes a font by that height, CSS by the em.
inline constexpr float kLinePerEm = 1.265F;

// Everything that has a size in pixels grows with the user's text size.
float scaled(float pixels);

std::vector<std::string_view> wrap_lines(std::string_view text, const TextStyle& style,
                                         float width);
float text_width(std::string_view text, const TextStyle& style);
float text_height(std::string_view text, const TextStyle& style, float width);

// Draws from the top left corner of the first line's box; width 0 means one line. Returns the
// height.
float draw_text(ImDrawList* draw, ImVec2 position, ImU32 color, std::string_view text,
                const TextStyle& style, float width = 0);
// One line, cut with «…» when it is wider.
void draw_text_elided(ImDrawList* draw, ImVec2 position, ImU32 color, std::string_view text,
                      const TextStyle& style, float width);

}  // namespace sokenh::ui
