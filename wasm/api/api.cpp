#include "wasm/api/api.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "wasm/app/command_line.h"
#include "wasm/app/page.h"

namespace {

sokenh::Page& page() {
  static sokenh::Page instance;
  return instance;
}

std::string command_answer;
sokenh::CommandPieces command_pieces;

const std::uint32_t* words_of(std::string_view text) {
  static std::array<std::uint32_t, 2> words;
  words = {static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(text.data())),
           static_cast<std::uint32_t>(text.size())};
  return words.data();
}

}  // namespace

extern "C" {

void sk_start() { page().start(); }

int sk_draw_with_webgl() { return page().draw_with_webgl() ? 1 : 0; }

void sk_font(int weight, const std::uint8_t* bytes, std::size_t size) {
  page().add_font(weight, {bytes, size});
}

void sk_resize(float width, float height, float pixel_ratio) {
  page().resize(width, height, pixel_ratio);
}

int sk_frame(const char* now, std::size_t now_length, double time) {
  return page().frame({now, now_length}, time);
}

void sk_paper() { page().paper(); }

const std::uint32_t* sk_pixels() { return page().pixels().data(); }

const std::uint32_t* sk_output(int which) {
  const std::string& text = which == SK_OUTPUT_SEMANTICS   ? page().semantics_json()
                            : which == SK_OUTPUT_EFFECTS   ? page().effects_json()
                            : which == SK_OUTPUT_CLIPBOARD ? page().clipboard_json()
                                                           : command_answer;
  return words_of(text);
}

const std::uint32_t* sk_secret(std::uint32_t id) { return words_of(page().secret(id)); }

void sk_pointer(float x, float y, int pressed) { page().pointer(x, y, pressed != 0); }

int sk_touch(int phase, float x, float y, double time) {
  return page().touch(phase, x, y, time) ? 1 : 0;
}

void sk_wheel(float delta_x, float delta_y) { page().wheel(delta_x, delta_y); }

int sk_focus(std::uint32_t id, int visible) { return page().focus(id, visible != 0) ? 1 : 0; }

void sk_activate(std::uint32_t id, int shift) { page().activate(id, shift != 0); }

void sk_text(std::uint32_t id, int kind, const char* text, std::size_t length) {
  page().text(id, kind, {text, length});
}

int sk_key(std::uint32_t id, const char* key, std::size_t key_length, int modifiers) {
  return page().key(id, {key, key_length}, modifiers) ? 1 : 0;
}

int sk_paste(std::uint32_t id, const char* text, std::size_t text_length, const char* html,
             std::size_t html_length) {
  return page().paste(id, {text, text_length}, {html, html_length}) ? 1 : 0;
}

int sk_copy(std::uint32_t id, int cut) { return page().copy(id, cut != 0) ? 1 : 0; }

void sk_file(const char* purpose, std::size_t purpose_length, const char* name,
             std::size_t name_length, const char* bytes, std::size_t size) {
  page().file({purpose, purpose_length}, {name, name_length}, {bytes, size});
}

void sk_event(const char* json, std::size_t length) { page().event({json, length}); }

void sk_context_restored() { page().context_restored(); }

void sk_command(const char* json, std::size_t length, const char* file, std::size_t file_size,
                const char* key, std::size_t key_size) {
  command_answer = sokenh::run_command({json, length}, {file, file_size}, {key, key_size},
                                       std::exchange(command_pieces, {}));
}

void sk_ip_list(int begins, const char* bytes, std::size_t size) {
  command_pieces.lists.add(begins != 0, {bytes, size});
}

void sk_hash(int begins, const char* bytes, std::size_t size) {
  if (begins != 0) command_pieces.hashed = {};
  command_pieces.hashed.add({bytes, size});
}
}
