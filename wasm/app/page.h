// Page: the frame loop. Takes the browser's input, runs ImGui frames until its queue is empty,
// draws the last of them, and says what the browser has to do next. No frame is drawn unless
// something asked for one.
#pragma once

#include <imgui.h>

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "wasm/app/app.h"
#include "wasm/app/raster.h"
#include "wasm/app/shortcuts.h"
#include "wasm/app/touch_scroll.h"

namespace sokenh {

class Page {
 public:
  void start();            // drawn with the CPU
  bool draw_with_webgl();  // from now on; false, and nothing changed, where there is none
  void add_font(int weight, std::span<const std::uint8_t> bytes);
  void resize(float width, float height, float pixel_ratio);
  int frame(std::string_view now, double time);

  void pointer(float x, float y, bool pressed);
  void wheel(float delta_x, float delta_y);
  bool touch(int phase, float x, float y, double time);
  bool focus(ui::NodeId id, bool visible);  // whether anything is other than was drawn
  void activate(ui::NodeId id, bool shift = false);
  void text(ui::NodeId id, int kind, std::string_view value);
  // What a secret field holds, for the browser to draw; valid until the next call.
  std::string_view secret(ui::NodeId id) const;
  // The tree of the whole screen, for paper, as semantics_json().
  void paper();
  bool key(ui::NodeId id, std::string_view key, int modifiers);
  bool paste(ui::NodeId id, std::string_view text, std::string_view html);
  bool copy(ui::NodeId id, bool cut);  // whether clipboard_json() holds what
  void file(std::string_view purpose, std::string_view name, std::string_view bytes);
  void event(std::string_view json);
  void context_restored();

  const std::string& semantics_json() const { return semantics_json_; }
  const std::string& effects_json() const { return effects_json_; }
  const std::string& clipboard_json() const { return clipboard_json_; }
  std::span<const std::uint32_t> pixels() const { return pixels_; }
  const Framebuffer& picture() const { return framebuffer_; }

 private:
  void build_frame();
  void apply_style();
  void present();
  void save_if_changed();
  void guard_secrets();
  bool scroll_by_key(Action action, ui::NodeId id, bool typing);

  App app_;
  TouchScroll touch_;
  bool uses_webgl_ = false;
  Rasterizer rasterizer_;
  Framebuffer framebuffer_;
  std::array<std::uint32_t, 7> pixels_{};
  float pixel_ratio_ = 1;
  bool tree_is_for_paper_ = false;
  bool guards_secrets_ = false;
  std::string told_drop_ = "any";  // what a dropped file is for
  std::string told_place_;
  std::uint64_t stored_revision_ = 0;
  std::uint64_t stored_signing_ = 0;
  std::string semantics_json_;
  std::string effects_json_;
  std::string clipboard_json_;
};

}  // namespace sokenh
