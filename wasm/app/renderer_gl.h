// The WebGL2 renderer: ImGui's own OpenGL ES 3 backend on the page's canvas.
#pragma once

#include <imgui.h>

namespace sokenh {

// Whether the canvas has WebGL2. Whether that is fast is for the page to say (web/renderer.js).
bool start_webgl();
void begin_webgl_frame();  // before ImGui::NewFrame()
void draw_with_webgl(ImDrawData& data, ImU32 background);
// The browser took the context away and gave it back empty.
void restore_webgl();

}  // namespace sokenh
