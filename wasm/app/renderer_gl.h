// The WebGL2 renderer: ImGui's own OpenGL ES 3 backend on the page's canvas.
#pragma once

#include <imgui.h>

namespace sokenh {

// False when the browser has no WebGL2, or, unless `even_if_slow`, only a software one that draws a
// few frames a second.
bool start_webgl(bool even_if_slow);
void begin_webgl_frame();  // before ImGui::NewFrame()
void draw_with_webgl(ImDrawData& data, ImU32 background);
// The browser took the context away and gave it back empty.
void restore_webgl();

}  // namespace sokenh
