# Dear ImGui with our configuration (wasm/app/imgui_config.h); the WebGL backend only in the page.

sokenh_source(IMGUI_DIR imgui imgui.h)

add_library(imgui STATIC
  ${IMGUI_DIR}/imgui.cpp
  ${IMGUI_DIR}/imgui_draw.cpp
  ${IMGUI_DIR}/imgui_widgets.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${IMGUI_DIR} PRIVATE ${PROJECT_SOURCE_DIR})
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="wasm/app/imgui_config.h")
target_compile_features(imgui PUBLIC cxx_std_20)
target_compile_options(imgui PRIVATE -w)
target_link_libraries(imgui PRIVATE sokenh_codegen)

if(EMSCRIPTEN)
  target_sources(imgui PRIVATE
    ${IMGUI_DIR}/backends/imgui_impl_opengl3.cpp cmake/imgui/smaller.cpp)
  # What smaller.cpp has instead; the two functions of the same name are dropped by the linker.
  target_compile_definitions(imgui PRIVATE
    sscanf=imgui_sscanf sinf=imgui_sinf cosf=imgui_cosf)
  set_source_files_properties(${IMGUI_DIR}/imgui_widgets.cpp PROPERTIES COMPILE_DEFINITIONS
    "EndTabBar=LeftOutEndTabBar;EndMultiSelect=LeftOutEndMultiSelect")
  target_include_directories(imgui SYSTEM PUBLIC ${IMGUI_DIR}/backends)
  target_compile_definitions(imgui PUBLIC IMGUI_IMPL_OPENGL_ES3)
else()
  # Natively there are only tests and benchmarks: they are told of every item drawn.
  target_sources(imgui PRIVATE ${IMGUI_DIR}/imgui_tables.cpp tests/ui/item_hooks.cpp)
  target_compile_definitions(imgui PUBLIC IMGUI_ENABLE_TEST_ENGINE)
endif()
