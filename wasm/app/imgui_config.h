// Dear ImGui's build options (IMGUI_USER_CONFIG), the same for the library and for every file that
// includes imgui.h: a difference between the two would be an ODR violation.
#pragma once

// Asserts stop debug builds and tests; the page is built with NDEBUG.
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS

// Not shipped: every byte of the first download counts.
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT

// The core's outside world is the page: no files, no shell, no .ini.
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS

// A screen with a table of some thousand cells passes 65,535 vertices in one draw list.
#define ImDrawIdx unsigned int
