#include "wasm/app/raster.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <utility>

#ifdef __wasm_simd128__
#include <wasm_simd128.h>
#endif

namespace sokenh {

namespace {

constexpr int kTileSide = 64;
constexpr int kMaxTextureSide = 16384;
constexpr ImU32 kOpaque = 0xff000000U;

PixelRect intersection(const PixelRect& a, const PixelRect& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
          std::min(a.bottom, b.bottom)};
}

int tiles_along(int pixels) { return (pixels + kTileSide - 1) / kTileSide; }

// The first pixel whose centre is at or after `position`, cut to low..high (low >= 0). Used for the
// left and top of a shape (its first pixel) and for the right and bottom (the first one outside):
// this is the top-left rule.
int pixel_from(double position, int low, int high) {
  const double first = position - 0.5;
  if (!(first > low)) return low;
  if (first >= high) return high;
  const int whole = static_cast<int>(first);
  return whole + (first > whole ? 1 : 0);
}

// ---- Blending ----------------------------------------------------------------------------------
// All of it is round(x / 255) of integers, exact, so that the scalar and the SIMD code agree bit
// for bit. x / 255 rounded = (t + (t >> 8)) >> 8 with t = x + 128, for x <= 255 * 255; t fits 16
// bits.

std::uint32_t divide_by_255(std::uint32_t x) {
  const std::uint32_t t = x + 128U;
  return (t + (t >> 8U)) >> 8U;
}

// Two channels at once in a 32-bit word. `source` must have alpha 255, for the result to be opaque.
std::uint32_t blend(std::uint32_t destination, std::uint32_t source, std::uint32_t alpha) {
  constexpr std::uint32_t kEven = 0x00ff00ffU;
  constexpr std::uint32_t kHalf = 0x00800080U;
  const std::uint32_t rest = 255U - alpha;
  std::uint32_t even = (source & kEven) * alpha + (destination & kEven) * rest + kHalf;
  std::uint32_t odd =
      ((source >> 8U) & kEven) * alpha + ((destination >> 8U) & kEven) * rest + kHalf;
  even = (even + ((even >> 8U) & kEven)) >> 8U;
  odd = odd + ((odd >> 8U) & kEven);
  return (even & kEven) | (odd & ~kEven);
}

#ifdef __wasm_simd128__
// Eight channels (two pixels) widened to 16 bits.
v128_t blend_wide(v128_t destination, v128_t source, v128_t alpha) {
  const v128_t rest = wasm_i16x8_sub(wasm_i16x8_splat(255), alpha);
  v128_t t = wasm_i16x8_add(wasm_i16x8_mul(source, alpha), wasm_i16x8_mul(destination, rest));
  t = wasm_i16x8_add(t, wasm_i16x8_splat(128));
  return wasm_u16x8_shr(wasm_i16x8_add(t, wasm_u16x8_shr(t, 8)), 8);
}

v128_t divide_by_255_wide(v128_t x) {
  const v128_t t = wasm_i16x8_add(x, wasm_i16x8_splat(128));
  return wasm_u16x8_shr(wasm_i16x8_add(t, wasm_u16x8_shr(t, 8)), 8);
}

void blend_four(std::uint32_t* pixels, v128_t source_wide, v128_t alpha_low, v128_t alpha_high) {
  const v128_t old = wasm_v128_load(pixels);
  const v128_t low = blend_wide(wasm_u16x8_extend_low_u8x16(old), source_wide, alpha_low);
  const v128_t high = blend_wide(wasm_u16x8_extend_high_u8x16(old), source_wide, alpha_high);
  wasm_v128_store(pixels, wasm_u8x16_narrow_i16x8(low, high));
}
#endif

// What is not to be inlined from here on: a browser makes good code of a wasm function only after
// it has run for a while, and uses it from the next call on. Were the whole picture painted within
// one function, the first one would be painted slowly to its end.

// A whole window of one colour is most of the first frame: std::fill_n writes one pixel at a time.
[[gnu::noinline]] void fill_opaque(std::uint32_t* pixels, int count, ImU32 color) {
  int i = 0;
#ifdef __wasm_simd128__
  const v128_t four = wasm_i32x4_splat(static_cast<std::int32_t>(color));
  for (; i + 4 <= count; i += 4) wasm_v128_store(pixels + i, four);
#endif
  std::fill(pixels + i, pixels + count, color);
}

// A run of pixels of one colour (straight alpha in its top byte).
[[gnu::noinline]] void fill_span(std::uint32_t* pixels, int count, ImU32 color) {
  const std::uint32_t alpha = color >> 24U;
  const std::uint32_t source = color | kOpaque;
  if (alpha == 255U) {
    fill_opaque(pixels, count, source);
    return;
  }
  if (alpha == 0U) return;
  int i = 0;
#ifdef __wasm_simd128__
  if (count >= 4) {
    const v128_t source_wide =
        wasm_u16x8_extend_low_u8x16(wasm_i32x4_splat(static_cast<std::int32_t>(source)));
    const v128_t alpha_wide = wasm_i16x8_splat(static_cast<std::int16_t>(alpha));
    for (; i + 4 <= count; i += 4) blend_four(pixels + i, source_wide, alpha_wide, alpha_wide);
  }
#endif
  for (; i < count; ++i) pixels[i] = blend(pixels[i], source, alpha);
}

// A rectangle of one opaque colour, its rows `stride` pixels apart. All rows but the first are
// copies: a browser copies as fast as it can from the start, the loops of the module only once they
// have been run for a while.
void fill_opaque_rectangle(std::uint32_t* pixels, int width, int height, std::size_t stride,
                           ImU32 color) {
  if (height <= 0) return;
  fill_opaque(pixels, width, color);
  for (int y = 1; y < height; ++y) {
    std::memcpy(pixels + static_cast<std::size_t>(y) * stride, pixels,
                static_cast<std::size_t>(width) * sizeof *pixels);
  }
}

// A run of pixels of one colour, its alpha scaled by the coverage of each pixel.
[[gnu::noinline]] void fill_covered_span(std::uint32_t* pixels, const std::uint8_t* coverage,
                                         int count, ImU32 color) {
  const std::uint32_t alpha = color >> 24U;
  const std::uint32_t source = color | kOpaque;
  int i = 0;
#ifdef __wasm_simd128__
  const v128_t source_splat = wasm_i32x4_splat(static_cast<std::int32_t>(source));
  const v128_t source_wide = wasm_u16x8_extend_low_u8x16(source_splat);
  const v128_t alpha_wide = wasm_i16x8_splat(static_cast<std::int16_t>(alpha));
  for (; i + 4 <= count; i += 4) {
    std::uint32_t four = 0;
    std::memcpy(&four, coverage + i, sizeof four);
    if (four == 0U) continue;
    if (four == 0xffffffffU && alpha == 255U) {
      wasm_v128_store(pixels + i, source_splat);
      continue;
    }
    const v128_t packed = wasm_i32x4_splat(static_cast<std::int32_t>(four));
    const v128_t spread =
        wasm_i8x16_shuffle(packed, packed, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3);
    const v128_t low =
        divide_by_255_wide(wasm_i16x8_mul(wasm_u16x8_extend_low_u8x16(spread), alpha_wide));
    const v128_t high =
        divide_by_255_wide(wasm_i16x8_mul(wasm_u16x8_extend_high_u8x16(spread), alpha_wide));
    blend_four(pixels + i, source_wide, low, high);
  }
#endif
  for (; i < count; ++i) {
    if (coverage[i] == 0U) continue;
    const std::uint32_t a = divide_by_255(coverage[i] * alpha);
    pixels[i] = a == 255U ? source : blend(pixels[i], source, a);
  }
}

// ---- Colours -----------------------------------------------------------------------------------

std::uint32_t channel(ImU32 color, int index) {
  return (color >> (8U * static_cast<unsigned>(index))) & 255U;
}

ImU32 multiply(ImU32 a, ImU32 b) {
  if (a == 0xffffffffU) return b;
  if (b == 0xffffffffU) return a;
  ImU32 product = 0;
  for (int i = 0; i < 4; ++i) {
    product |= divide_by_255(channel(a, i) * channel(b, i)) << (8U * static_cast<unsigned>(i));
  }
  return product;
}

std::uint32_t to_channel(double value) {
  if (!(value > 0.0)) return 0U;  // also what is not a number
  return value >= 255.0 ? 255U : static_cast<std::uint32_t>(std::floor(value + 0.5));
}

// ---- Hashing -----------------------------------------------------------------------------------

std::uint64_t mix(std::uint64_t hash, std::uint64_t word) {
  hash = (hash ^ word) * 0x9e3779b97f4a7c15U;  // odd, from the golden ratio
  return hash ^ (hash >> 32U);
}

std::uint64_t words(std::uint32_t low, std::uint32_t high) {
  return low | (static_cast<std::uint64_t>(high) << 32U);
}

std::uint64_t words(const ImVec2& v) {
  std::uint64_t bits = 0;
  static_assert(sizeof bits == sizeof v);
  std::memcpy(&bits, &v, sizeof bits);
  return bits;
}

std::uint64_t words(int low, int high) {
  return words(static_cast<std::uint32_t>(low), static_cast<std::uint32_t>(high));
}

// ---- Triangles ---------------------------------------------------------------------------------

struct Point {
  double x;
  double y;
};

// A triangle's side, from its upper end: so the two triangles that share it compute the very same x
// for a row, and neither leave a gap nor overlap.
class Side {
 public:
  Side(Point upper, Point lower)
      : start_(upper),
        slope_(lower.y > upper.y ? (lower.x - upper.x) / (lower.y - upper.y) : 0.0) {}
  double x_at(double y) const { return start_.x + (y - start_.y) * slope_; }

 private:
  Point start_;
  double slope_;
};

// Calls span(left, right, y) for every row of the triangle inside `area`. Spans are never empty.
template <class Span>
void for_each_span(const Point (&corner)[3], const PixelRect& area, Span&& span) {
  Point top = corner[0];
  Point middle = corner[1];
  Point bottom = corner[2];
  if (middle.y < top.y) std::swap(top, middle);
  if (bottom.y < middle.y) std::swap(middle, bottom);
  if (middle.y < top.y) std::swap(top, middle);

  const Side whole(top, bottom);
  const Side upper(top, middle);
  const Side lower(middle, bottom);
  const bool middle_is_right =
      (middle.x - top.x) * (bottom.y - top.y) > (bottom.x - top.x) * (middle.y - top.y);
  const int first = pixel_from(top.y, area.top, area.bottom);
  const int last = pixel_from(bottom.y, area.top, area.bottom);
  for (int y = first; y < last; ++y) {
    const double centre = y + 0.5;
    const double long_x = whole.x_at(centre);
    const double short_x = centre < middle.y ? upper.x_at(centre) : lower.x_at(centre);
    const int left = pixel_from(middle_is_right ? long_x : short_x, area.left, area.right);
    const int right = pixel_from(middle_is_right ? short_x : long_x, area.left, area.right);
    if (left < right) span(left, right, y);
  }
}

// A value given at a triangle's three corners, linear in between.
struct Plane {
  double start = 0.0;  // at the first corner
  double dx = 0.0;
  double dy = 0.0;

  double at(double x, double y) const { return start + dx * x + dy * y; }  // from the first corner

  // Whether a run of pixels is as good as constant.
  bool level(int count, double tolerance) const { return std::abs(dx) * (count - 1) < tolerance; }
};

class PlaneMaker {
 public:
  explicit PlaneMaker(const Point (&corner)[3])
      : x1_(corner[1].x - corner[0].x),
        y1_(corner[1].y - corner[0].y),
        x2_(corner[2].x - corner[0].x),
        y2_(corner[2].y - corner[0].y),
        area_(x1_ * y2_ - x2_ * y1_) {}

  bool degenerate() const { return area_ == 0.0; }

  Plane plane(double a, double b, double c) const {
    const double ab = b - a;
    const double ac = c - a;
    return {a, (ab * y2_ - ac * y1_) / area_, (ac * x1_ - ab * x2_) / area_};
  }

 private:
  double x1_;
  double y1_;
  double x2_;
  double y2_;
  double area_;
};

// Where a sample falls on one axis of a texture: between two texels, the second weighing 0..255 of
// 256.
struct Tap {
  int first;
  int second;
  std::uint32_t weight;
};

// `position` in texels, 0 at the centre of the first one; cut to the texture (clamp to edge).
Tap tap(double position, int size) {
  const int last = size - 1;
  const double scaled = position * 256.0 + 0.5;
  if (!(scaled > 0.0)) return {0, std::min(1, last), 0U};
  if (scaled >= last * 256.0) return {last, last, 0U};
  const int fixed = static_cast<int>(scaled);
  return {fixed >> 8, (fixed >> 8) + 1, static_cast<std::uint32_t>(fixed & 255)};
}

// The same for a glyph, around which there is nothing, also where the texture ends: beside those at
// its edge ImGui leaves no empty texels.
Tap glyph_tap(double position, int size) {
  const int fixed = static_cast<int>(
      std::floor(std::clamp(position, -1.0, static_cast<double>(size - 1)) * 256.0 + 0.5));
  const int first = fixed >> 8;
  return {first, first + 1, static_cast<std::uint32_t>(fixed & 255)};
}

// Where a glyph begins or ends in the atlas, in texels: on whole ones, which a float coordinate
// only comes near. Rounded, a letter looks the same wherever in the atlas it lies.
double texel_edge(float coordinate, int size) {
  const double texel = static_cast<double>(coordinate) * size;
  const double whole = std::round(texel);
  return std::abs(texel - whole) < 1.0 / 64 ? whole : texel;
}

}  // namespace

// ---- Framebuffer -------------------------------------------------------------------------------

void Framebuffer::resize(int width, int height) {
  width = std::clamp(width, 0, kMaxSide);
  height = std::clamp(height, 0, kMaxSide);
  if (width == width_ && height == height_) return;
  width_ = width;
  height_ = height;
  if (size() > capacity_) {
    capacity_ = size();
    pixels_.reset(new std::uint32_t[capacity_]);
  }
  invalidate();
}

// ---- Textures ----------------------------------------------------------------------------------

struct Rasterizer::Texture {
  int width = 0;
  int height = 0;
  std::uint64_t version = 0;  // new at every change, unique among all textures

  // One of the two is empty. `coverage` is for textures that are white (or fully transparent, where
  // the colour does not show) with any alpha; there is an empty texel more on every side, so that
  // every texel has all neighbours to read.
  std::unique_ptr<std::uint8_t[]> coverage;
  std::vector<ImU32> colors;

  bool colored() const { return !colors.empty(); }
  std::size_t coverage_stride() const { return static_cast<std::size_t>(width) + 2U; }
  const std::uint8_t* coverage_row(int y) const {  // -1 to height
    return coverage.get() + static_cast<std::size_t>(y + 1) * coverage_stride() + 1U;
  }
  std::uint8_t* coverage_row(int y) {
    return coverage.get() + static_cast<std::size_t>(y + 1) * coverage_stride() + 1U;
  }

  void load(const ImTextureData& data) {
    width = data.Width;
    height = data.Height;
    colors.clear();
    coverage = std::make_unique<std::uint8_t[]>(coverage_stride() *
                                                (static_cast<std::size_t>(height) + 2U));
    load(data, {0, 0, width, height});
  }

  void load(const ImTextureData& data, const PixelRect& rect) {
    if (data.Format == ImTextureFormat_Alpha8) {
      for (int y = rect.top; y < rect.bottom; ++y) {
        std::memcpy(coverage_row(y) + rect.left, data.Pixels + index(rect.left, y),
                    static_cast<std::size_t>(rect.width()));
      }
      return;
    }
    for (int y = rect.top; y < rect.bottom; ++y) {
      for (int x = rect.left; x < rect.right; ++x) {
        const ImU32 color = texel_of(data, x, y);
        if (!colored() && color >> 24U != 0U && (color | kOpaque) != 0xffffffffU) {
          become_colored(data);
          return;
        }
        if (colored()) {
          colors[index(x, y)] = color;
        } else {
          coverage_row(y)[x] = static_cast<std::uint8_t>(color >> 24U);
        }
      }
    }
  }

  // Coordinates in texels, 0 at the centre of the first one.
  ImU32 sample(double u, double v) const {
    const Tap across = tap(u, width);
    const Tap down = tap(v, height);
    const std::uint32_t right = across.weight;
    const std::uint32_t below = down.weight;
    if (!colored()) {
      const std::uint8_t* upper = coverage_row(down.first);
      const std::uint8_t* lower = coverage_row(down.second);
      const std::uint32_t upper_sum =
          upper[across.first] * (256U - right) + upper[across.second] * right;
      const std::uint32_t lower_sum =
          lower[across.first] * (256U - right) + lower[across.second] * right;
      const std::uint32_t alpha = (upper_sum * (256U - below) + lower_sum * below + 0x8000U) >> 16U;
      return alpha << 24U | 0x00ffffffU;
    }
    const ImU32 corner[4] = {
        colors[index(across.first, down.first)], colors[index(across.second, down.first)],
        colors[index(across.first, down.second)], colors[index(across.second, down.second)]};
    ImU32 color = 0;
    for (int i = 0; i < 4; ++i) {
      const std::uint32_t upper_sum =
          channel(corner[0], i) * (256U - right) + channel(corner[1], i) * right;
      const std::uint32_t lower_sum =
          channel(corner[2], i) * (256U - right) + channel(corner[3], i) * right;
      const std::uint32_t value = (upper_sum * (256U - below) + lower_sum * below + 0x8000U) >> 16U;
      color |= value << (8U * static_cast<unsigned>(i));
    }
    return color;
  }

 private:
  std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
           static_cast<std::size_t>(x);
  }

  static ImU32 texel_of(const ImTextureData& data, int x, int y) {
    const std::size_t at = static_cast<std::size_t>(y) * static_cast<std::size_t>(data.Width) +
                           static_cast<std::size_t>(x);
    ImU32 color = 0;
    std::memcpy(&color, data.Pixels + at * sizeof color, sizeof color);
    return color;
  }

  void become_colored(const ImTextureData& data) {
    coverage.reset();
    colors.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    for (int y = 0; y < height; ++y) {
      for (int x = 0; x < width; ++x) colors[index(x, y)] = texel_of(data, x, y);
    }
  }
};

const Rasterizer::Texture* Rasterizer::find_texture(ImTextureID id) const {
  return id >= 1 && id <= textures_.size() ? textures_[static_cast<std::size_t>(id - 1)].get()
                                           : nullptr;
}

void Rasterizer::destroy_texture(ImTextureData& data) {
  if (find_texture(data.TexID) != nullptr) {
    textures_[static_cast<std::size_t>(data.TexID - 1)].reset();
  }
  data.SetTexID(ImTextureID_Invalid);
  data.SetStatus(ImTextureStatus_Destroyed);
}

void Rasterizer::release_textures(const ImVector<ImTextureData*>& textures) {
  for (ImTextureData* data : textures) {
    if (find_texture(data->TexID) != nullptr) destroy_texture(*data);
  }
}

void Rasterizer::answer_texture_requests(const ImVector<ImTextureData*>& textures) {
  for (ImTextureData* data : textures) {
    const bool readable = data->Pixels != nullptr && data->Width > 0 && data->Height > 0 &&
                          data->Width <= kMaxTextureSide && data->Height <= kMaxTextureSide;
    if (data->Status == ImTextureStatus_WantCreate && readable) {
      auto texture = std::make_unique<Texture>();
      texture->load(*data);
      texture->version = ++texture_version_;
      const auto unused = std::find(textures_.begin(), textures_.end(), nullptr);
      const auto place = unused == textures_.end() ? textures_.insert(unused, nullptr) : unused;
      *place = std::move(texture);
      data->SetTexID(static_cast<ImTextureID>(place - textures_.begin()) + 1);
      data->SetStatus(ImTextureStatus_OK);
    } else if (data->Status == ImTextureStatus_WantUpdates && readable &&
               find_texture(data->TexID) != nullptr) {
      Texture& texture = *textures_[static_cast<std::size_t>(data->TexID - 1)];
      if (texture.width == data->Width && texture.height == data->Height) {
        for (const ImTextureRect& rect : data->Updates) {
          texture.load(*data, intersection({rect.x, rect.y, rect.x + rect.w, rect.y + rect.h},
                                           {0, 0, data->Width, data->Height}));
        }
      } else {
        texture.load(*data);
      }
      texture.version = ++texture_version_;
      data->SetStatus(ImTextureStatus_OK);
    } else if (data->Status == ImTextureStatus_WantDestroy && data->UnusedFrames > 0) {
      destroy_texture(*data);
    }
  }
}

// ---- Primitives --------------------------------------------------------------------------------

// From ImGui's coordinates to pixels. In double: what two floats near their limit make still fits.
struct Rasterizer::Geometry {
  double origin_x;
  double origin_y;
  double scale_x;
  double scale_y;

  explicit Geometry(const ImDrawData& data)
      : origin_x(data.DisplayPos.x),
        origin_y(data.DisplayPos.y),
        scale_x(data.FramebufferScale.x),
        scale_y(data.FramebufferScale.y) {}

  Point pixel(const ImVec2& position) const {
    return {(position.x - origin_x) * scale_x, (position.y - origin_y) * scale_y};
  }

  PixelRect clip(const ImVec4& rect, const PixelRect& bounds) const {
    const Point low = pixel({rect.x, rect.y});
    const Point high = pixel({rect.z, rect.w});
    const auto whole = [](double value, int limit) {
      return !(value > 0.0) ? 0 : value >= limit ? limit : static_cast<int>(value);
    };
    return {whole(low.x, bounds.right), whole(low.y, bounds.bottom), whole(high.x, bounds.right),
            whole(high.y, bounds.bottom)};
  }
};

// A triangle, or a rectangle made of two: with sides along the axes, one colour, and a texture laid
// along the axes or none.
struct Rasterizer::Primitive {
  enum class Kind : std::uint8_t { triangle, rectangle };

  Kind kind = Kind::triangle;
  const Texture* texture = nullptr;
  const ImDrawVert* corner[3] = {};  // rectangle: the top left and the bottom right one
  PixelRect bounds;                  // its pixels, cut to the clip rectangle
};

namespace {

bool finite(const ImDrawVert& vertex) {
  // A sum is not finite when a part is not, and four floats do not overflow a double.
  return std::isfinite(static_cast<double>(vertex.pos.x) + vertex.pos.y + vertex.uv.x +
                       vertex.uv.y);
}

bool same_uv(const ImDrawVert& a, const ImDrawVert& b) {
  return a.uv.x == b.uv.x && a.uv.y == b.uv.y;
}

// The corners of the rectangle that six indices make, top left and bottom right, or null pointers.
// Known orders: PrimRect and glyphs (a b c, a c d), straight textured lines (a b c, d c a).
std::pair<const ImDrawVert*, const ImDrawVert*> find_rectangle(const ImDrawIdx* index,
                                                               std::span<const ImDrawVert> vertices,
                                                               bool colored_texture) {
  ImDrawIdx fourth = 0;
  if (index[4] != index[2]) return {};
  if (index[3] == index[0]) {
    fourth = index[5];
  } else if (index[5] == index[0]) {
    fourth = index[3];
  } else {
    return {};
  }
  if (index[0] >= vertices.size() || index[1] >= vertices.size() || index[2] >= vertices.size() ||
      fourth >= vertices.size()) {
    return {};
  }
  const ImDrawVert* ring[4] = {&vertices[index[0]], &vertices[index[1]], &vertices[index[2]],
                               &vertices[fourth]};
  for (const ImDrawVert* corner : ring) {
    if (corner->col != ring[0]->col) return {};
  }
  // Start where the first side is horizontal.
  if (ring[0]->pos.y != ring[1]->pos.y) std::rotate(ring, ring + 1, ring + 4);
  const auto& [a, b, c, d] = ring;
  if (a->pos.y != b->pos.y || c->pos.y != d->pos.y || a->pos.x != d->pos.x ||
      b->pos.x != c->pos.x) {
    return {};
  }
  const bool plain = same_uv(*a, *b) && same_uv(*a, *c) && same_uv(*a, *d);
  const bool upright =
      a->uv.y == b->uv.y && c->uv.y == d->uv.y && a->uv.x == d->uv.x && b->uv.x == c->uv.x;
  if (!plain && (!upright || colored_texture)) return {};
  const ImDrawVert* top_left = nullptr;
  const ImDrawVert* bottom_right = nullptr;
  for (const ImDrawVert* vertex : ring) {
    if (vertex->pos.x <= a->pos.x && vertex->pos.x <= c->pos.x && vertex->pos.y <= a->pos.y &&
        vertex->pos.y <= c->pos.y) {
      top_left = vertex;
    }
    if (vertex->pos.x >= a->pos.x && vertex->pos.x >= c->pos.x && vertex->pos.y >= a->pos.y &&
        vertex->pos.y >= c->pos.y) {
      bottom_right = vertex;
    }
  }
  return {top_left, bottom_right};  // null when a coordinate is not a number
}

}  // namespace

void Rasterizer::add_primitive(const Geometry& geometry, Primitive primitive,
                               const PixelRect& clip) {
  const int corners = primitive.kind == Primitive::Kind::triangle ? 3 : 2;
  Point low{};
  Point high{};
  for (int i = 0; i < corners; ++i) {
    if (!finite(*primitive.corner[i])) return;
    const Point pixel = geometry.pixel(primitive.corner[i]->pos);
    low = i == 0 ? pixel : Point{std::min(low.x, pixel.x), std::min(low.y, pixel.y)};
    high = i == 0 ? pixel : Point{std::max(high.x, pixel.x), std::max(high.y, pixel.y)};
  }
  primitive.bounds = {
      pixel_from(low.x, clip.left, clip.right), pixel_from(low.y, clip.top, clip.bottom),
      pixel_from(high.x, clip.left, clip.right), pixel_from(high.y, clip.top, clip.bottom)};
  if (!primitive.bounds.empty()) primitives_.push_back(primitive);
}

void Rasterizer::collect_primitives(const ImDrawData& draw_data, const Framebuffer& framebuffer) {
  const Geometry geometry(draw_data);
  const PixelRect everything{0, 0, framebuffer.width(), framebuffer.height()};
  primitives_.clear();
  for (const ImDrawList* list : draw_data.CmdLists) {
    const std::span<const ImDrawVert> all_vertices(list->VtxBuffer.Data,
                                                   static_cast<std::size_t>(list->VtxBuffer.Size));
    const std::span<const ImDrawIdx> all_indices(list->IdxBuffer.Data,
                                                 static_cast<std::size_t>(list->IdxBuffer.Size));
    for (const ImDrawCmd& command : list->CmdBuffer) {
      if (command.UserCallback != nullptr || command.VtxOffset > all_vertices.size() ||
          command.IdxOffset > all_indices.size() ||
          command.ElemCount > all_indices.size() - command.IdxOffset) {
        continue;
      }
      const PixelRect clip = geometry.clip(command.ClipRect, everything);
      // Not GetTexID(), which asserts that the texture exists.
      const ImTextureRef& reference = command.TexRef;
      const Texture* texture = find_texture(
          reference._TexData != nullptr ? reference._TexData->TexID : reference._TexID);
      if (clip.empty() || texture == nullptr) continue;

      const auto vertices = all_vertices.subspan(command.VtxOffset);
      const auto indices = all_indices.subspan(command.IdxOffset, command.ElemCount);
      for (std::size_t i = 0; i + 3 <= indices.size();) {
        Primitive primitive;
        primitive.texture = texture;
        if (i + 6 <= indices.size()) {
          const auto [top_left, bottom_right] =
              find_rectangle(&indices[i], vertices, texture->colored());
          if (top_left != nullptr && bottom_right != nullptr) {
            primitive.kind = Primitive::Kind::rectangle;
            primitive.corner[0] = top_left;
            primitive.corner[1] = bottom_right;
            add_primitive(geometry, primitive, clip);
            i += 6;
            continue;
          }
        }
        if (indices[i] < vertices.size() && indices[i + 1] < vertices.size() &&
            indices[i + 2] < vertices.size()) {
          for (std::size_t k = 0; k < 3; ++k) primitive.corner[k] = &vertices[indices[i + k]];
          add_primitive(geometry, primitive, clip);
        }
        i += 3;
      }
    }
  }
}

// ---- What changed ------------------------------------------------------------------------------

// The rectangle of all tiles on which something else is to be painted than was; remembers the new
// state. A tile's hash takes in, in order, every primitive that touches it.
PixelRect Rasterizer::changed_tiles(Framebuffer& framebuffer, std::uint64_t seed) {
  const int columns = tiles_along(framebuffer.width());
  const int rows = tiles_along(framebuffer.height());
  tile_hashes_.assign(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), seed);
  for (const Primitive& primitive : primitives_) {
    const PixelRect& bounds = primitive.bounds;
    std::uint64_t hash = mix(primitive.texture->version, words(bounds.left, bounds.top));
    hash = mix(hash, words(bounds.right, bounds.bottom));
    const int corners = primitive.kind == Primitive::Kind::triangle ? 3 : 2;
    for (int i = 0; i < corners; ++i) {
      const ImDrawVert& vertex = *primitive.corner[i];
      hash = mix(hash, words(vertex.pos));
      hash = mix(hash, words(vertex.uv));
      hash = mix(hash, words(vertex.col, static_cast<std::uint32_t>(corners)));
    }
    for (int row = bounds.top / kTileSide; row <= (bounds.bottom - 1) / kTileSide; ++row) {
      for (int column = bounds.left / kTileSide; column <= (bounds.right - 1) / kTileSide;
           ++column) {
        std::uint64_t& tile =
            tile_hashes_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                         static_cast<std::size_t>(column)];
        tile = mix(tile, hash);
      }
    }
  }

  PixelRect changed{columns, rows, 0, 0};
  const bool known = framebuffer.tile_hashes_.size() == tile_hashes_.size();
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) {
      const auto tile = static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                        static_cast<std::size_t>(column);
      if (known && framebuffer.tile_hashes_[tile] == tile_hashes_[tile]) continue;
      changed = {std::min(changed.left, column), std::min(changed.top, row),
                 std::max(changed.right, column + 1), std::max(changed.bottom, row + 1)};
    }
  }
  std::swap(framebuffer.tile_hashes_, tile_hashes_);
  if (changed.empty()) return {};
  return {changed.left * kTileSide, changed.top * kTileSide,
          std::min(changed.right * kTileSide, framebuffer.width()),
          std::min(changed.bottom * kTileSide, framebuffer.height())};
}

// ---- Painting ----------------------------------------------------------------------------------

PixelRect Rasterizer::render(const ImDrawData& draw_data, Framebuffer& framebuffer,
                             ImU32 background) {
  if (draw_data.Textures != nullptr) answer_texture_requests(*draw_data.Textures);
  collect_primitives(draw_data, framebuffer);
  background |= kOpaque;
  std::uint64_t seed = mix(background, words(draw_data.DisplayPos));
  seed = mix(seed, words(draw_data.FramebufferScale));
  const PixelRect changed = changed_tiles(framebuffer, seed);
  if (changed.empty()) return changed;

  const auto width = static_cast<std::size_t>(framebuffer.width());
  column_texel_.resize(width);
  column_weight_.resize(width);
  coverage_.resize(width);
  fill_opaque_rectangle(
      framebuffer.pixels_.get() + static_cast<std::size_t>(changed.top) * width + changed.left,
      changed.width(), changed.height(), width, background);
  const Geometry geometry(draw_data);
  for (const Primitive& primitive : primitives_) {
    const PixelRect area = intersection(primitive.bounds, changed);
    if (!area.empty()) paint(geometry, primitive, area, framebuffer);
  }
  primitives_.clear();  // they point into ImGui's buffers
  return changed;
}

[[gnu::noinline]] void Rasterizer::paint(const Geometry& geometry, const Primitive& primitive,
                                         const PixelRect& area, Framebuffer& framebuffer) {
  const Texture& texture = *primitive.texture;
  const auto texel = [&](const ImVec2& uv) {
    return Point{static_cast<double>(uv.x) * texture.width - 0.5,
                 static_cast<double>(uv.y) * texture.height - 0.5};
  };
  const auto pixel_at = [&](int x, int y) {
    return framebuffer.pixels_.get() +
           static_cast<std::size_t>(y) * static_cast<std::size_t>(framebuffer.width_) + x;
  };
  const ImDrawVert& first = *primitive.corner[0];
  const ImDrawVert& second = *primitive.corner[1];
  const Point first_texel = texel(first.uv);

  if (primitive.kind == Primitive::Kind::rectangle) {
    if (!same_uv(first, second)) {
      paint_glyph(geometry, primitive, area, framebuffer);
      return;
    }
    const ImU32 color = multiply(first.col, texture.sample(first_texel.x, first_texel.y));
    if (color >> 24U == 0U) return;
    if (color >> 24U == 255U) {
      fill_opaque_rectangle(pixel_at(area.left, area.top), area.width(), area.height(),
                            static_cast<std::size_t>(framebuffer.width_), color);
      return;
    }
    for (int y = area.top; y < area.bottom; ++y) {
      fill_span(pixel_at(area.left, y), area.width(), color);
    }
    return;
  }

  const ImDrawVert& third = *primitive.corner[2];
  const Point corner[3] = {geometry.pixel(first.pos), geometry.pixel(second.pos),
                           geometry.pixel(third.pos)};
  const PlaneMaker maker(corner);
  if (maker.degenerate()) return;
  const bool one_texel = same_uv(first, second) && same_uv(first, third);
  const bool one_color = first.col == second.col && first.col == third.col;
  const ImU32 flat_texel = one_texel ? texture.sample(first_texel.x, first_texel.y) : 0xffffffffU;

  if (one_texel && one_color) {
    const ImU32 color = multiply(first.col, flat_texel);
    if (color >> 24U == 0U) return;
    for_each_span(corner, area, [&](int left, int right, int y) {
      fill_span(pixel_at(left, y), right - left, color);
    });
    return;
  }

  Plane channels[4];
  for (int i = 0; i < 4 && !one_color; ++i) {
    const double scale = channel(flat_texel, i) / 255.0;
    channels[i] = maker.plane(channel(first.col, i) * scale, channel(second.col, i) * scale,
                              channel(third.col, i) * scale);
  }
  Plane u;
  Plane v;
  if (!one_texel) {
    const Point second_texel = texel(second.uv);
    const Point third_texel = texel(third.uv);
    u = maker.plane(first_texel.x, second_texel.x, third_texel.x);
    v = maker.plane(first_texel.y, second_texel.y, third_texel.y);
  }
  const auto color_at = [&](double x, double y) {
    ImU32 color = first.col;
    if (!one_color) {
      color = 0;
      for (int i = 0; i < 4; ++i) {
        color |= to_channel(channels[i].at(x, y)) << (8U * static_cast<unsigned>(i));
      }
    }
    return one_texel ? color : multiply(color, texture.sample(u.at(x, y), v.at(x, y)));
  };
  for_each_span(corner, area, [&](int left, int right, int y) {
    const int count = right - left;
    const double down = y + 0.5 - corner[0].y;
    const double across = left + 0.5 - corner[0].x;
    std::uint32_t* pixels = pixel_at(left, y);
    // The fringe of a horizontal edge and a horizontal line change from row to row only.
    const bool level = std::all_of(std::begin(channels), std::end(channels),
                                   [&](const Plane& p) { return p.level(count, 1.0 / 64); }) &&
                       u.level(count, 1.0 / 256) && v.level(count, 1.0 / 256);
    if (level) {
      fill_span(pixels, count, color_at(across, down));
      return;
    }
    for (int i = 0; i < count; ++i) {
      const ImU32 color = color_at(across + i, down);
      pixels[i] = blend(pixels[i], color | kOpaque, color >> 24U);
    }
  });
}

// Text: a rectangle of the atlas in one colour. ImGui places glyphs at fractions of a pixel and
// oversamples them, so a column of pixels falls between two texels, the same two in every row.
[[gnu::noinline]] void Rasterizer::paint_glyph(const Geometry& geometry, const Primitive& primitive,
                                               const PixelRect& area, Framebuffer& framebuffer) {
  const Texture& texture = *primitive.texture;
  const ImDrawVert& top_left = *primitive.corner[0];
  const ImDrawVert& bottom_right = *primitive.corner[1];
  if (top_left.col >> 24U == 0U) return;
  const Point low = geometry.pixel(top_left.pos);
  const Point high = geometry.pixel(bottom_right.pos);
  const double left = texel_edge(top_left.uv.x, texture.width);
  const double top = texel_edge(top_left.uv.y, texture.height);
  const double u = left - 0.5;
  const double v = top - 0.5;
  const double u_step = (texel_edge(bottom_right.uv.x, texture.width) - left) / (high.x - low.x);
  const double v_step = (texel_edge(bottom_right.uv.y, texture.height) - top) / (high.y - low.y);

  const int count = area.width();
  bool one_to_one = true;
  for (int i = 0; i < count; ++i) {
    const Tap across = glyph_tap(u + (area.left + i + 0.5 - low.x) * u_step, texture.width);
    const auto at = static_cast<std::size_t>(i);
    column_texel_[at] = across.first;
    column_weight_[at] = static_cast<std::uint16_t>(across.weight);
    one_to_one = one_to_one && across.weight == 0U && across.first == column_texel_[0] + i;
  }
  const int* texels = column_texel_.data();
  const std::uint16_t* weights = column_weight_.data();
  for (int y = area.top; y < area.bottom; ++y) {
    const Tap down = glyph_tap(v + (y + 0.5 - low.y) * v_step, texture.height);
    const std::uint8_t* upper = texture.coverage_row(down.first);
    const std::uint8_t* coverage = coverage_.data();
    if (down.weight == 0U && one_to_one) {
      coverage = upper + texels[0];
    } else if (down.weight == 0U) {
      for (int i = 0; i < count; ++i) {
        const std::uint8_t* texel = upper + texels[i];
        coverage_[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(
            (texel[0] * (256U - weights[i]) + texel[1] * weights[i] + 128U) >> 8U);
      }
    } else {
      const std::uint8_t* lower = texture.coverage_row(down.second);
      for (int i = 0; i < count; ++i) {
        const std::uint8_t* above = upper + texels[i];
        const std::uint8_t* below = lower + texels[i];
        const std::uint32_t upper_sum = above[0] * (256U - weights[i]) + above[1] * weights[i];
        const std::uint32_t lower_sum = below[0] * (256U - weights[i]) + below[1] * weights[i];
        coverage_[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(
            (upper_sum * (256U - down.weight) + lower_sum * down.weight + 0x8000U) >> 16U);
      }
    }
    const std::size_t start =
        static_cast<std::size_t>(y) * static_cast<std::size_t>(framebuffer.width_) +
        static_cast<std::size_t>(area.left);
    fill_covered_span(framebuffer.pixels_.get() + start, coverage, count, top_left.col);
  }
}

Rasterizer::Rasterizer() = default;
Rasterizer::~Rasterizer() = default;

}  // namespace sokenh
