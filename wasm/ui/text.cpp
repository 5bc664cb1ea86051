#include "wasm/ui/text.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "wasm/ui/context.h"

namespace sokenh::ui {
namespace {

ImFont* font_of(const TextStyle& style) { return context().fonts[static_cast<int>(style.weight)]; }

float font_size(const TextStyle& style) { return scaled(style.size) * kLinePerEm; }

// Where a line from `at` ends: after its last word that fits; inside a word that is wider than the
// line (an address) after a sign that may end a piece of it; else after the last letter that fits.
const char* line_break(const char* at, const char* line_end, const TextStyle& style, float width) {
  const char* fits = nullptr;
  font_of(style)->CalcTextSizeA(font_size(style), width, 0, at, line_end, &fits);
  if (fits == line_end) return line_end;
  if (fits > at && *fits == ' ') return fits;
  const char* space = fits;
  while (space > at && *space != ' ') --space;
  // The word that does not fit: if it would not fit on a line of its own either, it starts on this
  // one.
  const char* word = space > at ? space + 1 : at;
  const char* word_end = std::find(fits, line_end, ' ');
  const std::string_view whole(word, static_cast<std::size_t>(word_end - word));
  constexpr std::string_view kPieceEnds = "/.@-_?&=";
  if (space == at || text_width(whole, style) > width) {
    for (const char* sign = fits - 1; sign > word; --sign) {
      if (kPieceEnds.find(*sign) != std::string_view::npos) return sign + 1;
    }
  }
  if (space > at) return space;
  if (fits > at) return fits;
  // Narrower than one letter: one letter a line, whole.
  do ++fits;
  while (fits < line_end && (static_cast<unsigned char>(*fits) & 0xC0U) == 0x80U);
  return fits;
}

}  // namespace

float scaled(float pixels) { return std::round(pixels * context().text_scale * 2) / 2; }

std::vector<std::string_view> wrap_lines(std::string_view text, const TextStyle& style,
                                         float width) {
  std::vector<std::string_view> lines;
  const char* at = text.data();
  const char* end = at + text.size();
  while (at < end) {
    const char* line_end = std::find(at, end, '\n');
    do {
      const char* stop = width > 0 ? line_break(at, line_end, style, width) : line_end;
      lines.emplace_back(at, static_cast<std::size_t>(stop - at));
      at = stop;
      while (at < line_end && *at == ' ') ++at;
    } while (at < line_end);
    if (at < end) ++at;  // the line break itself
  }
  if (lines.empty()) lines.emplace_back(text.substr(0, 0));
  return lines;
}

float text_width(std::string_view text, const TextStyle& style) {
  if (text.empty()) return 0;
  return font_of(style)
      ->CalcTextSizeA(font_size(style), FLT_MAX, 0, text.data(), text.data() + text.size())
      .x;
}

float text_height(std::string_view text, const TextStyle& style, float width) {
  return static_cast<float>(wrap_lines(text, style, width).size()) * scaled(style.line);
}

float draw_text(ImDrawList* draw, ImVec2 position, ImU32 color, std::string_view text,
                const TextStyle& style, float width) {
  const float line = scaled(style.line);
  const float size = font_size(style);
  // CSS half-leading: the glyphs sit in the middle of their line box.
  float y = position.y + std::round((line - size) / 2);
  const auto lines = wrap_lines(text, style, width);
  for (const std::string_view piece : lines) {
    draw->AddText(font_of(style), size, ImVec2(position.x, y), color, piece.data(),
                  piece.data() + piece.size());
    y += line;
  }
  return line * static_cast<float>(lines.size());
}

void draw_text_elided(ImDrawList* draw, ImVec2 position, ImU32 color, std::string_view text,
                      const TextStyle& style, float width) {
  if (text_width(text, style) <= width) {
    draw_text(draw, position, color, text, style);
    return;
  }
  const float room = width - text_width("…", style);
  const char* stop = nullptr;
  font_of(style)->CalcTextSizeA(font_size(style), std::max(room, 1.0F), 0, text.data(),
                                text.data() + text.size(), &stop);
  std::string cut(text.data(), stop);
  cut += "…";
  draw_text(draw, position, color, cut, style);
}

}  // namespace sokenh::ui
