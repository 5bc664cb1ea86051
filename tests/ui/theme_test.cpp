// Contrast as WCAG 2.2 measures it, for every pair of colours that the screens lay on each other.
#include "wasm/ui/theme.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace sokenh::ui;

namespace {

double luminance(ImU32 color) {
  const auto linear = [&](unsigned shift) {
    const double value = ((color >> shift) & 0xFFU) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(0) + 0.7152 * linear(8) + 0.0722 * linear(16);
}

double contrast(ImU32 one, ImU32 other) {
  const double a = luminance(one) + 0.05;
  const double b = luminance(other) + 0.05;
  return std::max(a, b) / std::min(a, b);
}

struct Pair {
  const char* what;
  ImU32 Palette::*ink;
  ImU32 Palette::*ground;
};

constexpr Pair kTexts[] = {
    {"text", &Palette::text, &Palette::surface},
    {"text on background", &Palette::text, &Palette::background},
    {"text on sunken", &Palette::text, &Palette::sunken},
    {"text on hover", &Palette::text, &Palette::hover},
    {"text of the selected row", &Palette::text, &Palette::accent_soft},
    {"text2", &Palette::text2, &Palette::surface},
    {"text2 on background", &Palette::text2, &Palette::background},
    {"text2 on sunken", &Palette::text2, &Palette::sunken},
    {"text2 of the selected row", &Palette::text2, &Palette::accent_soft},
    {"text3", &Palette::text3, &Palette::surface},
    {"text3 on background", &Palette::text3, &Palette::background},
    {"a primary button", &Palette::on_accent, &Palette::accent},
    {"a primary button, hovered", &Palette::on_accent, &Palette::accent_hover},
    {"a primary button, pressed", &Palette::on_accent, &Palette::accent_active},
    {"accent", &Palette::accent_text, &Palette::surface},
    {"accent on soft", &Palette::accent_text, &Palette::accent_soft},
    {"ok", &Palette::ok, &Palette::surface},
    {"ok on soft", &Palette::ok, &Palette::ok_soft},
    {"warning", &Palette::warn, &Palette::surface},
    {"warning on soft", &Palette::warn, &Palette::warn_soft},
    {"error", &Palette::bad, &Palette::surface},
    {"error on soft", &Palette::bad, &Palette::bad_soft},
    {"text2 of an error", &Palette::text2, &Palette::bad_soft},
    {"text2 of a warning", &Palette::text2, &Palette::warn_soft},
    {"disabled", &Palette::disabled_text, &Palette::disabled_background},
};

constexpr Pair kShapes[] = {
    {"border of a field", &Palette::line_input, &Palette::surface},
    {"focus ring", &Palette::accent_text, &Palette::surface},
    {"focus ring on background", &Palette::accent_text, &Palette::background},
    {"focus ring on the selected row", &Palette::accent_text, &Palette::accent_soft},
    {"border of a wrong field", &Palette::bad, &Palette::surface},
    {"a ticked box", &Palette::accent, &Palette::surface},
    {"mark of an active channel", &Palette::ok_fill, &Palette::surface},
};

}  // namespace

TEST_CASE("WCAG 2.2, 1.4.3 and 1.4.6: text is readable in every theme") {
  for (const bool dark : {false, true}) {
    for (const bool more : {false, true}) {
      CAPTURE(dark);
      CAPTURE(more);
      const Palette& palette = palette_of({.dark = dark, .contrast = more});
      for (const Pair& pair : kTexts) {
        CHECK_MESSAGE(contrast(palette.*pair.ink, palette.*pair.ground) >= (more ? 7.0 : 4.5),
                      pair.what << " " << contrast(palette.*pair.ink, palette.*pair.ground));
      }
    }
  }
}

TEST_CASE("WCAG 2.2, 1.4.11: borders and marks that mean something are seen") {
  for (const bool dark : {false, true}) {
    for (const bool more : {false, true}) {
      CAPTURE(dark);
      CAPTURE(more);
      const Palette& palette = palette_of({.dark = dark, .contrast = more});
      for (const Pair& pair : kShapes) {
        if (dark && pair.ink == &Palette::accent) continue;  // its tick and label carry the meaning
        CHECK_MESSAGE(contrast(palette.*pair.ink, palette.*pair.ground) >= 3.0,
                      pair.what << " " << contrast(palette.*pair.ink, palette.*pair.ground));
      }
      if (more) CHECK(contrast(palette.line, palette.surface) >= 3.0);
    }
  }
}

TEST_CASE("Forced colours: nothing but the system's colours is used") {
  const SystemColors system{.canvas = 0xFF000000,
                            .canvas_text = 0xFFFFFFFF,
                            .link_text = 0xFF00FFFF,
                            .gray_text = 0xFF00FF00,
                            .highlight = 0xFFFFFF00,
                            .highlight_text = 0xFF0000FF};
  const Palette palette = system_palette(system);
  const auto* colors = reinterpret_cast<const ImU32*>(&palette);
  for (std::size_t i = 0; i < sizeof(Palette) / sizeof(ImU32); ++i) {
    CAPTURE(i);
    if (&colors[i] == &palette.scrim) continue;  // half of the canvas's colour
    const bool known = colors[i] == system.canvas || colors[i] == system.canvas_text ||
                       colors[i] == system.link_text || colors[i] == system.gray_text ||
                       colors[i] == system.highlight || colors[i] == system.highlight_text;
    CHECK(known);
  }
}
