// What makes Dear ImGui smaller in the page, by 19 KB of the first load.
//
// Left out: tables and tab bars (the page draws its own), multiple selection, reading .ini files.
// What the rest of Dear ImGui refers to of them stands here, empty; BeginTable() and its like do
// not. Renamed by imgui.cmake, so that what stands here is taken instead: two of these functions,
// sscanf, and the C library's sine and cosine, which come with a table for reducing huge angles.
#include <imgui_internal.h>

#include <cmath>
#include <cstdarg>
#include <numbers>

namespace ImGui {

void EndTable() {}
void EndColumns() {}
void EndTabBar() {}
ImGuiMultiSelectIO* EndMultiSelect() { return nullptr; }
void TablePushColumnChannel(int) {}
void TablePopColumnChannel() {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void TableGcCompactSettings() {}
void TableSettingsAddSettingsHandler() {}

}  // namespace ImGui

namespace {

constexpr double kPi = std::numbers::pi;

double sine(double angle) {
  double x = angle - 2 * kPi * std::nearbyint(angle / (2 * kPi));
  if (x > kPi / 2) x = kPi - x;
  if (x < -kPi / 2) x = -kPi - x;
  // The Taylor series to x^11: within 6e-8, which is what a float near 1 can tell apart.
  const double s = x * x;
  return x * (1 + s / -6 * (1 + s / -20 * (1 + s / -42 * (1 + s / -72 * (1 + s / -110)))));
}

}  // namespace

extern "C" {

// The WebGL backend reads the number out of «#version 300 es» (wasm/app/renderer_gl.cpp) and picks
// its shaders by it; nothing else that is used here reads anything.
int imgui_sscanf(const char*, const char* format, ...) {
  if (format[0] != '#') return 0;
  va_list places;
  va_start(places, format);
  *va_arg(places, int*) = 300;
  va_end(places);
  return 1;
}
float imgui_sinf(float angle) { return static_cast<float>(sine(angle)); }
float imgui_cosf(float angle) { return static_cast<float>(sine(angle + kPi / 2)); }
}
