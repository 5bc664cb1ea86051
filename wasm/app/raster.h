// The CPU renderer: Dear ImGui's draw data painted into memory, for a 2D canvas.
//
// For machines whose browser has no usable WebGL2 (old drivers, remote desktops, software GL: there
// 8 frames/s where this gives more than 60). It paints what the WebGL renderer paints:
// straight-alpha blending, bilinear texture sampling clamped to the edge, pixel centres at +0.5,
// top-left fill rule (two triangles that share an edge paint each pixel of it once).
//
// What it does differently from a GPU, and why it is fast enough:
// - triangles become horizontal spans; spans of one colour (most of a form) are plain fills;
// - rectangles and glyphs are recognised from their two triangles and blitted;
// - a texture that is white plus alpha (the font atlas) is kept as one byte a texel;
// - the picture is kept as tiles with a hash of all that touches each tile, and only tiles whose
// hash
//   changed are painted again: most frames on demand change a button or a caret, or nothing.
//
// Nothing in the draw data can make it write or read out of bounds or loop for long: primitives
// that are not finite, or have indices out of range, are dropped, and everything is cut to the
// framebuffer. Draw callbacks are ignored: there is no graphics state they could set.
#pragma once

#include <imgui.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace sokenh {

// Half open: left and top are inside, right and bottom are not. In pixels.
struct PixelRect {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;

  int width() const { return right - left; }
  int height() const { return bottom - top; }
  bool empty() const { return right <= left || bottom <= top; }
  friend bool operator==(const PixelRect&, const PixelRect&) = default;
};

// The picture: rows from the top without padding, bytes R, G, B, A, always opaque: what ImageData
// wants. It also remembers what is painted on it, so that the next frame paints only the
// difference.
class Framebuffer {
 public:
  static constexpr int kMaxSide = 8192;

  // Does nothing when the size is the same; never gives memory back (a window being dragged
  // asks for a new size at every step). Sides are cut to 0..kMaxSide.
  void resize(int width, int height);

  // The pixels are not what the last render() left (or the canvas lost them): paint all next time.
  void invalidate() { tile_hashes_.clear(); }

  int width() const { return width_; }
  int height() const { return height_; }
  std::span<const std::uint32_t> pixels() const { return {pixels_.get(), size()}; }
  std::span<std::uint32_t> pixels() { return {pixels_.get(), size()}; }

 private:
  friend class Rasterizer;

  std::size_t size() const {
    return static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_);
  }

  int width_ = 0;
  int height_ = 0;
  std::size_t capacity_ = 0;
  // Not a vector: it would clear every pixel, in the first frame of all, only to be painted over.
  std::unique_ptr<std::uint32_t[]> pixels_;
  std::vector<std::uint64_t> tile_hashes_;  // empty: nothing known about the pixels
};

class Rasterizer {
 public:
  Rasterizer();
  ~Rasterizer();
  Rasterizer(const Rasterizer&) = delete;
  Rasterizer& operator=(const Rasterizer&) = delete;

  // Answers the texture requests of draw_data (ImGuiBackendFlags_RendererHasTextures), paints it on
  // `background` (IM_COL32, taken as opaque) and gives the rectangle of pixels that may have
  // changed, empty if none did. The framebuffer's size is the caller's: DisplaySize *
  // FramebufferScale.
  PixelRect render(const ImDrawData& draw_data, Framebuffer& framebuffer, ImU32 background);

  // Before another renderer takes over, or the ImGui context ends: gives back the textures this one
  // made, so that ImGui asks the next one for them. Pass ImGui::GetPlatformIO().Textures.
  void release_textures(const ImVector<ImTextureData*>& textures);

 private:
  struct Texture;
  struct Primitive;
  struct Geometry;

  void answer_texture_requests(const ImVector<ImTextureData*>& textures);
  void destroy_texture(ImTextureData& data);
  const Texture* find_texture(ImTextureID id) const;

  void collect_primitives(const ImDrawData& draw_data, const Framebuffer& framebuffer);
  void add_primitive(const Geometry& geometry, Primitive primitive, const PixelRect& clip);
  PixelRect changed_tiles(Framebuffer& framebuffer, std::uint64_t seed);

  void paint(const Geometry& geometry, const Primitive& primitive, const PixelRect& area,
             Framebuffer& framebuffer);
  void paint_glyph(const Geometry& geometry, const Primitive& primitive, const PixelRect& area,
                   Framebuffer& framebuffer);

  std::vector<std::unique_ptr<Texture>> textures_;  // ImTextureID is the index + 1
  std::uint64_t texture_version_ = 0;

  // Of the frame being painted; members to keep their memory.
  std::vector<Primitive> primitives_;
  std::vector<std::uint64_t> tile_hashes_;
  std::vector<int> column_texel_;             // of a glyph: left texel for each column of pixels
  std::vector<std::uint16_t> column_weight_;  // weight of the texel to its right, of 256
  std::vector<std::uint8_t> coverage_;        // of one row of a glyph
};

}  // namespace sokenh
