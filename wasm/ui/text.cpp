#include "wasm/ui/text.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "wasm/ui/context.h"

namespace sokenh::ui {
namespace {

ImFont* font_of(const TextStyle& style) { return context().fonts[static_cast<int>(style.weight)]; }

float font_size(const TextStyle& style) { return scaled(style.size) * kLinePerEm; }

}  // namespace

float scaled(float pixels) { return std::round(pixels * context().text_scale * 2) / 2; }

std::vector<std::string_view> wrap_lines(std::string_view text, const TextStyle& style, float width) {
  std::vector<std::string_view> lines;
  ImFont* font = font_of(style);
  const float size = font_size(style);
  const char* at = text.data();
  const char* end = at + text.size();
  while (at < end) {
    const char* line_end = std::find(at, end, '\n');
    if (at == line_end) {
      lines.emplace_back(at, 0);
      ++at;
      continue;
    }
    while (at < line_end) {
      const char* stop = width > 0 ? font->CalcWordWrapPosition(size, at, line_end, width) : line_end;
      if (stop == at) ++stop;  // narrower than one letter: never loop
      while (stop < line_end && (static_cast<unsigned char>(*stop) & 0xC0U) == 0x80U) ++stop;
      lines.emplace_back(at, static_cast<std::size_t>(stop - at));
      at = stop;
      while (at < line_end && *at == ' ') ++at;
    }
    if (at < end) ++at;  // the line break itself
  }
  if (lines.empty()) lines.emplace_back(text.substr(0, 0));
  return lines;
}

float text_width(std::string_view text, const TextStyle& style) {
  if (text.empty()) return 0;
  return font_of(style)->CalcTextSizeA(font_size(style), FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

float text_height(std::string_view text, const TextStyle& style, float width) {
  return static_cast<float>(wrap_lines(text, style, width).size()) * scaled(style.line);
}

float draw_text(ImDrawList* draw, ImVec2 position, ImU32 color, std::string_view text, const TextStyle& style,
                float width) {
  const float line = scaled(style.line);
  const float size = font_size(style);
  // CSS half-leading: the glyphs sit in the middle of their line box.
  float y = position.y + std::round((line - size) / 2);
  const auto lines = wrap_lines(text, style, width);
  for (const std::string_view piece : lines) {
    draw->AddText(font_of(style), size, ImVec2(position.x, y), color, piece.data(), piece.data() + piece.size());
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
  font_of(style)->CalcTextSizeA(font_size(style), std::max(room, 1.0F), 0, text.data(), text.data() + text.size(),
                                &stop);
  std::string cut(text.data(), stop);
  cut += "…";
  draw_text(draw, position, color, cut, style);
}

}  // namespace sokenh::ui
