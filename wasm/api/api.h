// The boundary between JavaScript and the module. web/bridge.js is its only caller.
//
// Conventions
// 1. Text is UTF-8 given as pointer and length, never terminated; the caller allocates with malloc
// and
//    frees; nothing keeps a pointer after the call returns.
// 2. What comes back as text or bytes stays in the module: sk_output(which) gives the address of
// two 32-bit words,
//    pointer and length, valid until the next call of any function.
// 3. Positions and sizes are CSS pixels; ids are those of the semantic tree.
// 4. Calls only note what happened; the screen reacts in the next sk_frame(). Only sk_key,
// sk_paste, sk_copy and sk_touch answer
//    at once, because the browser must know whether to go on with the event.
// 5. No C++ exception crosses.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {

void sk_start();
// From now on with WebGL2 instead of the CPU. Returns 0, and changes nothing, if the canvas has
// none.
int sk_draw_with_webgl();
void sk_font(int weight, const std::uint8_t* bytes, std::size_t size);
void sk_resize(float width, float height, float pixel_ratio);

// Draws what there is to draw. `now` is the local time as ISO 8601 with offset. Returns flags.
enum SkFrame {
  SK_FRAME_AGAIN = 1,      // draw another frame soon
  SK_FRAME_SEMANTICS = 2,  // output 0 holds a new tree
  SK_FRAME_EFFECTS = 4,    // output 1 holds things to do
  SK_FRAME_PIXELS = 8      // sk_pixels() holds a changed rectangle (CPU renderer)
};
// `time` counts milliseconds since any moment, the same as sk_touch's: what glides needs it.
int sk_frame(const char* now, std::size_t now_length, double time);
// Output 0 then holds the tree of the whole screen, also of what is scrolled out of view; the next
// frame's is the usual one again.
void sk_paper();

// CPU renderer: seven words: address, width, height of the picture, then left, top, right, bottom
// that changed.
const std::uint32_t* sk_pixels();

enum SkOutput {
  SK_OUTPUT_SEMANTICS = 0,
  SK_OUTPUT_EFFECTS = 1,
  SK_OUTPUT_COMMAND = 2,
  SK_OUTPUT_CLIPBOARD = 3
};
const std::uint32_t* sk_output(int which);

void sk_pointer(float x, float y, int pressed);  // x < 0: left the window
void sk_wheel(float delta_x, float delta_y);     // CSS pixels
// One finger; phase: 0 down, 1 move, 2 up, 3 cancel. 1: it scrolls, or stopped what glided, so it
// is no tap.
int sk_touch(int phase, float x, float y, double time);
// Id 0: focus is nowhere in the page. 1: that is news, draw a frame.
int sk_focus(std::uint32_t id, int visible);
void sk_activate(std::uint32_t id, int shift);  // a DOM click, with the Shift key or not
void sk_text(std::uint32_t id, int kind, const char* text,
             std::size_t length);  // kind: 0 input, 1 commit, 2 cancel

// The text of a secret field that the module made or changed itself: in two words as sk_output()
// gives them, in the one place where it is kept.
const std::uint32_t* sk_secret(std::uint32_t id);

// modifiers: 1 control or command, 2 shift, 4 alt. 1: used, 0: the browser's.
int sk_key(std::uint32_t id, const char* key, std::size_t key_length, int modifiers);
int sk_paste(std::uint32_t id, const char* text, std::size_t text_length, const char* html,
             std::size_t html_length);
// 1: output 3 holds what is copied, {"text":…,"html":…}; 0: copying is the field's.
int sk_copy(std::uint32_t id, int cut);

void sk_file(const char* purpose, std::size_t purpose_length, const char* name,
             std::size_t name_length, const char* bytes, std::size_t size);
// Rare things, as JSON: {"kind":"document","text":…}, {"kind":"saved"}, … (wasm/app/page_events.h).
void sk_event(const char* json, std::size_t length);
void sk_context_restored();  // WebGL came back after a loss: everything on it has to be made again

// The command line: a JSON request and the files it is about in, a JSON answer in output 2
// (wasm/app/command_line.h).
void sk_command(const char* json, std::size_t length, const char* file, std::size_t file_size,
                const char* key, std::size_t key_size);

// A piece of a list of addresses for the next sk_command(), as UTF-8. `begins`: of another list
// than the piece before.
void sk_ip_list(int begins, const char* bytes, std::size_t size);
// A piece of a file for the next sk_command() «hash», as it is. `begins`: of another file than the
// piece before, which is forgotten.
void sk_hash(int begins, const char* bytes, std::size_t size);
}
