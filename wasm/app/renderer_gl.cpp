#include "wasm/app/renderer_gl.h"

#include <GLES3/gl3.h>
#include <emscripten/html5.h>
#include <imgui_impl_opengl3.h>

#include <string_view>

namespace sokenh {
namespace {

constexpr GLenum kUnmaskedRenderer = 0x9246;  // WEBGL_debug_renderer_info

// Some browsers give a software WebGL without counting it as a performance caveat.
bool draws_in_software(EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context) {
  // None is enabled by itself (cmake/page_module.cmake).
  emscripten_webgl_enable_extension(context, "WEBGL_debug_renderer_info");
  const auto* name = reinterpret_cast<const char*>(glGetString(kUnmaskedRenderer));
  if (name == nullptr) return false;
  const std::string_view renderer(name);
  for (const std::string_view software :
       {"SwiftShader", "llvmpipe", "softpipe", "Microsoft Basic Render"}) {
    if (renderer.find(software) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

bool start_webgl(bool even_if_slow) {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.alpha = false;
  attributes.depth = false;
  attributes.antialias = false;
  attributes.failIfMajorPerformanceCaveat = !even_if_slow;
  const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context =
      emscripten_webgl_create_context("#canvas", &attributes);
  if (context <= 0) return false;
  emscripten_webgl_make_context_current(context);
  if (!even_if_slow && draws_in_software(context)) {
    emscripten_webgl_destroy_context(context);
    return false;
  }
  return ImGui_ImplOpenGL3_Init("#version 300 es");
}

void begin_webgl_frame() { ImGui_ImplOpenGL3_NewFrame(); }

void draw_with_webgl(ImDrawData& data, ImU32 background) {
  const ImVec4 clear = ImGui::ColorConvertU32ToFloat4(background);
  glViewport(0, 0, static_cast<int>(data.DisplaySize.x * data.FramebufferScale.x),
             static_cast<int>(data.DisplaySize.y * data.FramebufferScale.y));
  glClearColor(clear.x, clear.y, clear.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(&data);
}

void restore_webgl() {
  ImGui_ImplOpenGL3_Shutdown();
  ImGui_ImplOpenGL3_Init("#version 300 es");
}

}  // namespace sokenh
