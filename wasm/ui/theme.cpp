#include "wasm/ui/theme.h"

namespace sokenh::ui {
namespace {

constexpr ImU32 rgb(unsigned hex) {
  return IM_COL32((hex >> 16U) & 0xFFU, (hex >> 8U) & 0xFFU, hex & 0xFFU, 0xFF);
}

// A palette under «more contrast»: nothing pale, and lines that were decoration are seen.
Palette contrast_light() {
  Palette palette = light_palette();
  palette.background = rgb(0xFFFFFF);
  palette.sunken = rgb(0xF2F2F2);
  palette.hover = rgb(0xEDEDED);
  palette.line = palette.line_button = palette.line_input = rgb(0x404040);
  palette.text = rgb(0x000000);
  palette.text2 = palette.text3 = rgb(0x262626);
  palette.accent = palette.accent_text = rgb(0x0A2F6B);
  palette.accent_hover = palette.accent_active = rgb(0x061D45);
  palette.accent_line = rgb(0x0A2F6B);
  palette.ok = palette.ok_line = palette.ok_fill = rgb(0x0B4524);
  palette.warn = palette.warn_line = palette.warn_fill = rgb(0x5C3400);
  palette.bad = palette.bad_line = palette.bad_fill = rgb(0x7F0F08);
  palette.mute = rgb(0x595959);
  palette.disabled_text = rgb(0x404040);
  palette.disabled_background = rgb(0xEDEDED);
  palette.scrim = IM_COL32(0, 0, 0, 170);
  return palette;
}

Palette contrast_dark() {
  Palette palette = dark_palette();
  palette.background = palette.surface = rgb(0x000000);
  palette.sunken = rgb(0x141414);
  palette.hover = rgb(0x1F1F1F);
  palette.line = palette.line_button = palette.line_input = rgb(0xBFBFBF);
  palette.text = rgb(0xFFFFFF);
  palette.text2 = palette.text3 = rgb(0xE6E6E6);
  palette.accent = rgb(0x14438C);
  palette.accent_hover = rgb(0x1B4A94);
  palette.accent_active = rgb(0x0E326B);
  palette.accent_soft = rgb(0x0C1E38);
  palette.accent_line = palette.accent_text = rgb(0xB9D6FF);
  palette.ok = palette.ok_line = palette.ok_fill = rgb(0xA6EBC0);
  palette.ok_soft = rgb(0x0A2114);
  palette.warn = palette.warn_line = palette.warn_fill = rgb(0xFFD489);
  palette.warn_soft = rgb(0x241A06);
  palette.bad = palette.bad_line = palette.bad_fill = rgb(0xFFC2BC);
  palette.bad_soft = rgb(0x2B100E);
  palette.mute = rgb(0x8C8C8C);
  palette.disabled_text = rgb(0xBFBFBF);
  palette.disabled_background = rgb(0x1A1A1A);
  palette.scrim = IM_COL32(0, 0, 0, 190);
  return palette;
}

}  // namespace

const Palette& palette_of(const Theme& theme) {
  static const Palette kContrastLight = contrast_light();
  static const Palette kContrastDark = contrast_dark();
  if (theme.contrast) return theme.dark ? kContrastDark : kContrastLight;
  return theme.dark ? dark_palette() : light_palette();
}

Palette system_palette(const SystemColors& colors) {
  Palette palette{};
  palette.background = palette.surface = palette.sunken = palette.hover = colors.canvas;
  palette.accent_soft = palette.ok_soft = palette.warn_soft = palette.bad_soft = colors.canvas;
  palette.disabled_background = colors.canvas;
  palette.line = palette.line_button = palette.line_input = colors.canvas_text;
  palette.text = palette.text2 = palette.text3 = palette.mute = colors.canvas_text;
  palette.ok = palette.ok_line = palette.ok_fill = colors.canvas_text;
  palette.warn = palette.warn_line = palette.warn_fill = colors.canvas_text;
  palette.bad = palette.bad_line = palette.bad_fill = colors.canvas_text;
  palette.accent = palette.accent_hover = palette.accent_active = colors.highlight;
  palette.on_accent = colors.highlight_text;
  palette.accent_line = palette.accent_text = colors.link_text;
  palette.disabled_text = colors.gray_text;
  palette.scrim = (colors.canvas & 0x00FFFFFFU) | 0xC0000000U;
  return palette;
}

const Palette& light_palette() {
  static constexpr Palette palette = {
      .background = rgb(0xF5F6F8),
      .surface = rgb(0xFFFFFF),
      .sunken = rgb(0xEFF1F5),
      .hover = rgb(0xF3F5F9),
      .line = rgb(0xDFE3EA),
      .line_button = rgb(0xB3BCC9),
      .line_input = rgb(0x7F8B9C),
      .text = rgb(0x141C28),
      .text2 = rgb(0x465164),
      .text3 = rgb(0x596579),
      .accent = rgb(0x1D4E9E),
      .accent_hover = rgb(0x163F82),
      .accent_active = rgb(0x0F3069),
      .on_accent = rgb(0xFFFFFF),
      .accent_soft = rgb(0xE9F0FA),
      .accent_line = rgb(0xA9C2E8),
      .accent_text = rgb(0x1D4E9E),
      .ok = rgb(0x1B6B3F),
      .ok_soft = rgb(0xE4F3EA),
      .ok_line = rgb(0xACD6BC),
      .ok_fill = rgb(0x2F8F5B),
      .warn = rgb(0x86500A),
      .warn_soft = rgb(0xFDF2DC),
      .warn_line = rgb(0xEBCB8D),
      .warn_fill = rgb(0xC67E0B),
      .bad = rgb(0xAE2419),
      .bad_soft = rgb(0xFCEBE9),
      .bad_line = rgb(0xEDB4AF),
      .bad_fill = rgb(0xC8382C),
      .mute = rgb(0xC3CAD5),
      .disabled_text = rgb(0x5E6979),
      .disabled_background = rgb(0xEBEEF2),
      .scrim = IM_COL32(15, 20, 27, 110),
  };
  return palette;
}

const Palette& dark_palette() {
  static constexpr Palette palette = {
      .background = rgb(0x0F141B),
      .surface = rgb(0x161D27),
      .sunken = rgb(0x1E2733),
      .hover = rgb(0x1B2430),
      .line = rgb(0x2B3644),
      .line_button = rgb(0x4A586C),
      .line_input = rgb(0x6D7B8F),
      .text = rgb(0xE8EDF4),
      .text2 = rgb(0xB6C0CE),
      .text3 = rgb(0x98A4B5),
      .accent = rgb(0x2C66BD),
      .accent_hover = rgb(0x3671C8),
      .accent_active = rgb(0x23559F),
      .on_accent = rgb(0xFFFFFF),
      .accent_soft = rgb(0x1A2B45),
      .accent_line = rgb(0x35598E),
      .accent_text = rgb(0x8DB8F5),
      .ok = rgb(0x7CCB9B),
      .ok_soft = rgb(0x16301F),
      .ok_line = rgb(0x2C5C40),
      .ok_fill = rgb(0x3FA36C),
      .warn = rgb(0xE9B45C),
      .warn_soft = rgb(0x33270F),
      .warn_line = rgb(0x6A5120),
      .warn_fill = rgb(0xD99A2B),
      .bad = rgb(0xF39A91),
      .bad_soft = rgb(0x3A1B19),
      .bad_line = rgb(0x7A3731),
      .bad_fill = rgb(0xDC5448),
      .mute = rgb(0x455265),
      .disabled_text = rgb(0x8B97A8),
      .disabled_background = rgb(0x212A36),
      .scrim = IM_COL32(0, 0, 0, 150),
  };
  return palette;
}

}  // namespace sokenh::ui
