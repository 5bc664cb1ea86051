// Theme: colours, type and sizes of the interface, light and dark.
//
// Text pairs measure at least 4.5:1 in both themes (WCAG 2.2, 1.4.3), borders of inputs at least
// 3:1 (1.4.11): tests/ui/theme_test.cpp. `line` and `mute` are decorative and never carry meaning
// alone.
#pragma once

#include <imgui.h>

namespace sokenh::ui {

struct Palette {
  ImU32 background, surface, sunken, hover, line, line_button, line_input;
  ImU32 text, text2, text3;
  ImU32 accent, accent_hover, accent_active, on_accent, accent_soft, accent_line, accent_text;
  ImU32 ok, ok_soft, ok_line, ok_fill;
  ImU32 warn, warn_soft, warn_line, warn_fill;
  ImU32 bad, bad_soft, bad_line, bad_fill;
  ImU32 mute, disabled_text, disabled_background, scrim;
};

const Palette& light_palette();
const Palette& dark_palette();

// What the person or the system asks for.
struct Theme {
  bool dark = false;
  bool contrast = false;  // prefers-contrast: more. Text at least 7:1 (1.4.6), every border 3:1
  bool forced = false;    // forced-colors: the system's few colours are used and no other
};
const Palette& palette_of(const Theme& theme);

// The system colours of CSS Color 4 that a palette is made from.
struct SystemColors {
  ImU32 canvas, canvas_text, link_text, gray_text, highlight, highlight_text;
};
Palette system_palette(const SystemColors& colors);

enum class Weight { regular, medium, semibold };

// Sizes are CSS pixels of the em square, as in a style sheet, so that the text drawn here and the
// text in the browser's own fields are the same size.
struct TextStyle {
  float size = 14;
  float line = 20;
  Weight weight = Weight::regular;
};

inline constexpr TextStyle kPageTitle{20, 28, Weight::semibold};
inline constexpr TextStyle kCardTitle{15, 22, Weight::semibold};
inline constexpr TextStyle kBrand{16, 24, Weight::semibold};
inline constexpr TextStyle kBody{14, 20, Weight::regular};
inline constexpr TextStyle kBodyMedium{14, 20, Weight::medium};
inline constexpr TextStyle kBodyStrong{14, 20, Weight::semibold};
inline constexpr TextStyle kCell{14, 19, Weight::regular};
inline constexpr TextStyle kCellMedium{14, 19, Weight::medium};
inline constexpr TextStyle kHeader{13, 17, Weight::semibold};
inline constexpr TextStyle kCaption{13, 18, Weight::regular};
inline constexpr TextStyle kCaptionStrong{13, 18, Weight::semibold};
inline constexpr TextStyle kSecret{18, 26, Weight::medium};
inline constexpr TextStyle kDigits{15, 26, Weight::medium};

inline constexpr float kRadius = 6;
inline constexpr float kCardRadius = 8;
inline constexpr float kControlHeight = 34;
inline constexpr float kFieldHeight = 36;
inline constexpr float kTouchHeight = 44;  // of everything a finger has to hit (WCAG 2.2, 2.5.5)

}  // namespace sokenh::ui
