// The CPU renderer against a naive one written here from the rules alone: every pixel of every
// triangle, edge functions, doubles. The same tests run natively (scalar code) and as wasm (SIMD
// code).
#include "wasm/app/raster.h"

#include <doctest/doctest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <random>
#include <vector>

using sokenh::Framebuffer;
using sokenh::PixelRect;
using sokenh::Rasterizer;

namespace {

constexpr ImU32 kWhite = 0xffffffffU;
constexpr ImU32 kGrey = IM_COL32(200, 190, 180, 255);
constexpr int kTextureSide = 32;

int channel(ImU32 color, int index) { return static_cast<int>((color >> (8 * index)) & 255U); }

ImU32 pixel(const Framebuffer& picture, int x, int y) {
  return picture.pixels()[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width()) +
                          static_cast<std::size_t>(x)];
}

// White with an uneven alpha; the texel block at the top left is opaque, for untextured shapes.
void fill_with_coverage(ImTextureData& texture) {
  std::minstd_rand random(7);
  for (int y = 0; y < texture.Height; ++y) {
    for (int x = 0; x < texture.Width; ++x) {
      const unsigned alpha = x < 4 && y < 4 ? 255U : random() & 255U;
      auto* at = static_cast<unsigned char*>(texture.GetPixelsAt(x, y));
      std::memset(at, 255, static_cast<std::size_t>(texture.BytesPerPixel));
      at[texture.BytesPerPixel - 1] = static_cast<unsigned char>(alpha);
    }
  }
}

void fill_with_colors(ImTextureData& texture) {
  std::minstd_rand random(11);
  for (int i = 4 * texture.Width; i < texture.Width * texture.Height; ++i) {
    for (int k = 0; k < 4; ++k)
      texture.Pixels[i * 4 + k] = static_cast<unsigned char>(random() >> 8);
  }
}

// One draw list with one texture on a small picture.
struct Scene {
  explicit Scene(int width = 96, int height = 80, ImTextureFormat format = ImTextureFormat_RGBA32)
      : list(&shared) {
    texture.Create(format, kTextureSide, kTextureSide);
    fill_with_coverage(texture);
    textures.push_back(&texture);
    shared.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill;
    shared.TexUvWhitePixel = uv(1.5F, 1.5F);
    shared.ClipRectFullscreen = ImVec4(-8192, -8192, 8192, 8192);
    shared.SetCircleTessellationMaxError(0.3F);
    data.Valid = true;
    data.DisplaySize = ImVec2(static_cast<float>(width), static_cast<float>(height));
    data.FramebufferScale = ImVec2(1, 1);
    data.Textures = &textures;
    picture.resize(width, height);
    start();
  }
  Scene(const Scene&) = delete;
  Scene& operator=(const Scene&) = delete;

  void start() {
    list._ResetForNewFrame();
    list.PushTexture(texture.GetTexRef());
    list.PushClipRectFullScreen();
    data.CmdLists.resize(0);
    data.CmdLists.push_back(&list);
    data.CmdListsCount = 1;
  }

  PixelRect render() { return renderer.render(data, picture, kGrey); }

  static ImVec2 uv(float x, float y) { return {x / kTextureSide, y / kTextureSide}; }

  void triangle(const std::array<ImDrawVert, 3>& corners) {
    list.PrimReserve(3, 3);
    for (const ImDrawVert& corner : corners) list.PrimVtx(corner.pos, corner.uv, corner.col);
  }

  void glyph(ImVec2 low, ImVec2 high, ImVec2 texel_low, ImVec2 texel_high, ImU32 color) {
    list.PrimReserve(6, 4);
    list.PrimRectUV(low, high, uv(texel_low.x, texel_low.y), uv(texel_high.x, texel_high.y), color);
  }

  ImDrawListSharedData shared;
  ImDrawList list;
  ImTextureData texture;
  ImVector<ImTextureData*> textures;
  ImDrawData data;
  Framebuffer picture;
  Rasterizer renderer;
};

// ---- The naive renderer ----

struct Color {
  std::array<double, 4> part{};
};

Color sample(const ImTextureData& texture, double u, double v) {
  const auto texel = [&](double x, double y) {
    const int column = static_cast<int>(std::clamp(x, 0.0, texture.Width - 1.0));
    const int row = static_cast<int>(std::clamp(y, 0.0, texture.Height - 1.0));
    const unsigned char* at =
        texture.Pixels + (row * texture.Width + column) * texture.BytesPerPixel;
    if (texture.BytesPerPixel == 1) return Color{{255.0, 255.0, 255.0, static_cast<double>(at[0])}};
    return Color{{static_cast<double>(at[0]), static_cast<double>(at[1]),
                  static_cast<double>(at[2]), static_cast<double>(at[3])}};
  };
  const double x = u * texture.Width - 0.5;
  const double y = v * texture.Height - 0.5;
  const double fx = x - std::floor(x);
  const double fy = y - std::floor(y);
  Color result;
  for (std::size_t i = 0; i < 4; ++i) {
    const double upper = texel(std::floor(x), std::floor(y)).part[i] * (1 - fx) +
                         texel(std::floor(x) + 1, std::floor(y)).part[i] * fx;
    const double lower = texel(std::floor(x), std::floor(y) + 1).part[i] * (1 - fx) +
                         texel(std::floor(x) + 1, std::floor(y) + 1).part[i] * fx;
    result.part[i] = upper * (1 - fy) + lower * fy;
  }
  return result;
}

std::vector<ImU32> naive(const Scene& scene) {
  const int width = scene.picture.width();
  const int height = scene.picture.height();
  std::vector<ImU32> pixels(static_cast<std::size_t>(width * height), kGrey);
  const ImDrawData& data = scene.data;
  const auto to_pixel = [&](ImVec2 p) {
    return std::array<double, 2>{
        (static_cast<double>(p.x) - data.DisplayPos.x) * data.FramebufferScale.x,
        (static_cast<double>(p.y) - data.DisplayPos.y) * data.FramebufferScale.y};
  };
  for (const ImDrawCmd& command : scene.list.CmdBuffer) {
    const auto clip_low = to_pixel({command.ClipRect.x, command.ClipRect.y});
    const auto clip_high = to_pixel({command.ClipRect.z, command.ClipRect.w});
    for (unsigned n = 0; n < command.ElemCount; n += 3) {
      std::array<const ImDrawVert*, 3> vertex{};
      std::array<std::array<double, 2>, 3> p{};
      for (std::size_t k = 0; k < 3; ++k) {
        const int index = static_cast<int>(command.IdxOffset + n + k);
        vertex[k] = &scene.list.VtxBuffer[static_cast<int>(scene.list.IdxBuffer[index])];
        p[k] = to_pixel(vertex[k]->pos);
      }
      const auto cross = [](const auto& a, const auto& b, double x, double y) {
        return (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]);
      };
      double area = cross(p[0], p[1], p[2][0], p[2][1]);
      if (area == 0) continue;
      if (area < 0) {
        std::swap(p[1], p[2]);
        std::swap(vertex[1], vertex[2]);
        area = -area;
      }
      for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
          if (x < std::floor(clip_low[0]) || x >= std::floor(clip_high[0]) ||
              y < std::floor(clip_low[1]) || y >= std::floor(clip_high[1])) {
            continue;
          }
          std::array<double, 3> weight{};
          bool inside = true;
          for (std::size_t k = 0; k < 3; ++k) {
            const auto& a = p[(k + 1) % 3];
            const auto& b = p[(k + 2) % 3];
            weight[k] = cross(a, b, x + 0.5, y + 0.5);
            const bool top_or_left = b[1] < a[1] || (b[1] == a[1] && b[0] > a[0]);
            inside = inside && (weight[k] > 0 || (weight[k] == 0 && top_or_left));
          }
          if (!inside) continue;
          double u = 0;
          double v = 0;
          Color color;
          for (std::size_t k = 0; k < 3; ++k) {
            u += vertex[k]->uv.x * weight[k] / area;
            v += vertex[k]->uv.y * weight[k] / area;
            for (std::size_t i = 0; i < 4; ++i) {
              color.part[i] += channel(vertex[k]->col, static_cast<int>(i)) * weight[k] / area;
            }
          }
          const Color texel = sample(scene.texture, u, v);
          const double alpha = color.part[3] * texel.part[3] / (255.0 * 255.0);
          ImU32& out = pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                              static_cast<std::size_t>(x)];
          ImU32 blended = 0xff000000U;
          for (std::size_t i = 0; i < 3; ++i) {
            const double old = channel(out, static_cast<int>(i));
            const double value = color.part[i] * texel.part[i] / 255.0 * alpha + old * (1 - alpha);
            blended |= static_cast<ImU32>(std::lround(value)) << (8 * i);
          }
          out = blended;
        }
      }
    }
  }
  return pixels;
}

int greatest_difference(const Framebuffer& picture, const std::vector<ImU32>& expected) {
  int greatest = 0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    for (int k = 0; k < 4; ++k) {
      greatest =
          std::max(greatest, std::abs(channel(picture.pixels()[i], k) - channel(expected[i], k)));
    }
  }
  return greatest;
}

// Renders and compares with the naive renderer; also that something was painted at all.
void check_like_naive(Scene& scene, int tolerance = 2) {
  scene.render();
  const std::vector<ImU32> expected = naive(scene);
  CHECK(std::any_of(expected.begin(), expected.end(), [](ImU32 c) { return c != kGrey; }));
  CHECK(greatest_difference(scene.picture, expected) <= tolerance);
}

}  // namespace

TEST_CASE("Rasterizer: a translucent rectangle is blended exactly, for every alpha and value") {
  Scene scene(256, 256);
  for (int x = 0; x < 256; ++x) {  // a column of each grey, then a row of each alpha over it
    const auto left = static_cast<float>(x);
    scene.list.AddRectFilled({left, 0}, {left + 1, 256}, IM_COL32(x, 255 - x, 128, 255));
  }
  for (int y = 0; y < 256; ++y) {
    const auto top = static_cast<float>(y);
    scene.list.AddRectFilled({0, top}, {256, top + 1}, IM_COL32(77, 255, 0, y));
  }
  scene.render();
  const auto blend = [](int source, int destination, int alpha) {
    return (2 * (source * alpha + destination * (255 - alpha)) + 255) / 510;
  };
  int wrong = 0;
  for (int y = 0; y < 256; ++y) {
    for (int x = 0; x < 256; ++x) {
      const ImU32 expected =
          IM_COL32(blend(77, x, y), blend(255, 255 - x, y), blend(0, 128, y), 255);
      wrong += pixel(scene.picture, x, y) != expected ? 1 : 0;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE(
    "Rasterizer: a pixel belongs to a shape when its centre does, left and top edges included") {
  struct Case {
    float low, high;
    int first, end;  // pixels painted, on either axis
  };
  for (const Case& c : {Case{2, 5, 2, 5}, Case{2.5F, 5.5F, 2, 5}, Case{2.51F, 5.51F, 3, 6},
                        Case{2.2F, 2.4F, 2, 2}, Case{-3, 1.75F, 0, 2}, Case{9, 40, 9, 16}}) {
    CAPTURE(c.low);
    for (const bool as_triangles : {false, true}) {
      Scene scene(16, 16);
      if (as_triangles) {
        scene.list.AddRectFilledMultiColor({c.low, c.low}, {c.high, c.high}, kWhite, kWhite, kWhite,
                                           kWhite - 1);
      } else {
        scene.list.AddRectFilled({c.low, c.low}, {c.high, c.high}, kWhite);
      }
      scene.render();
      for (int y = 0; y < 16; ++y) {
        for (int x = 0; x < 16; ++x) {
          const bool inside = x >= c.first && x < c.end && y >= c.first && y < c.end;
          CHECK((pixel(scene.picture, x, y) != kGrey) == inside);
        }
      }
    }
  }
}

TEST_CASE("Rasterizer: triangles that share edges paint each pixel exactly once") {
  std::minstd_rand random(3);
  for (int round = 0; round < 20; ++round) {
    Scene scene(64, 64);
    // A fan around a point, its rim far outside: the whole picture is covered. Also rims of whole
    // numbers, where edges pass through pixel centres.
    const bool whole = round % 2 == 0;
    const ImVec2 centre(static_cast<float>(random() % 64) + (whole ? 0.5F : 0.37F),
                        static_cast<float>(random() % 64) + (whole ? 0.5F : 0.71F));
    std::vector<ImVec2> rim;
    for (int i = 0; i < 24; ++i) {
      const float angle = static_cast<float>(i) * 0.261799388F;
      const ImVec2 p(32 + 200 * std::cos(angle), 32 + 200 * std::sin(angle));
      rim.push_back(whole ? ImVec2(std::floor(p.x) + 0.5F, std::floor(p.y) + 0.5F) : p);
    }
    const ImVec2 white = scene.shared.TexUvWhitePixel;
    const ImU32 color = IM_COL32(0, 0, 0, 100);
    for (std::size_t i = 0; i < rim.size(); ++i) {
      scene.triangle({{{centre, white, color},
                       {rim[i], white, color},
                       {rim[(i + 1) % rim.size()], white, color}}});
    }
    scene.render();
    const ImU32 once = pixel(scene.picture, 0, 0);
    CHECK(once != kGrey);
    CHECK(std::all_of(scene.picture.pixels().begin(), scene.picture.pixels().end(),
                      [&](ImU32 c) { return c == once; }));
  }
}

TEST_CASE("Rasterizer: paints like the naive renderer") {
  SUBCASE("rectangles") {
    Scene scene;
    scene.list.AddRectFilled({3, 4}, {60, 30}, IM_COL32(10, 20, 30, 255));
    scene.list.AddRectFilled({20.3F, 10.6F}, {90.2F, 70.9F}, IM_COL32(250, 20, 30, 77));
    check_like_naive(scene);
  }
  SUBCASE("rounded, with the fringe that smooths edges") {
    Scene scene;
    scene.list.AddRectFilled({3.5F, 4}, {60, 40.5F}, IM_COL32(10, 20, 230, 255), 9);
    scene.list.AddRect({10, 45}, {90, 77}, IM_COL32(0, 90, 30, 200), 6, 0, 2.5F);
    check_like_naive(scene);
  }
  SUBCASE("circles and lines") {
    Scene scene;
    scene.list.AddCircleFilled({30, 30}, 20, IM_COL32(200, 20, 30, 255));
    scene.list.AddCircle({60, 50}, 17.5F, IM_COL32(20, 20, 30, 255), 0, 1);
    scene.list.AddLine({5, 70.5F}, {90, 70.5F}, IM_COL32(0, 0, 0, 255), 1);
    scene.list.AddLine({5, 75}, {90, 60}, IM_COL32(0, 100, 0, 255), 3);
    check_like_naive(scene);
  }
  SUBCASE("a colour at each corner") {
    Scene scene;
    scene.list.AddRectFilledMultiColor({3, 4}, {80, 70}, IM_COL32(255, 0, 0, 255),
                                       IM_COL32(0, 255, 0, 20), IM_COL32(0, 0, 255, 255),
                                       IM_COL32(255, 255, 0, 120));
    check_like_naive(scene);
  }
  SUBCASE(
      "glyphs: one texel a pixel, between pixels, oversampled, scaled, mirrored, at the border") {
    Scene scene;
    const ImU32 ink = IM_COL32(20, 30, 90, 255);
    scene.glyph({2, 2}, {14, 16}, {5, 5}, {17, 19}, ink);
    scene.glyph({20.3F, 2}, {32.3F, 16}, {5, 5}, {17, 19}, ink);
    scene.glyph({40.25F, 2.6F}, {52.25F, 16.6F}, {5, 5}, {17, 19}, IM_COL32(20, 30, 90, 140));
    scene.glyph({60.7F, 2}, {72.7F, 16}, {5, 5}, {29, 19}, ink);
    scene.glyph({2, 20}, {40, 60}, {5, 5}, {17, 19}, ink);
    scene.glyph({50, 20}, {62, 34}, {17, 19}, {5, 5}, ink);
    scene.glyph({50, 40}, {90, 75}, {20, 20}, {32, 32}, IM_COL32(200, 0, 0, 90));
    check_like_naive(scene);
  }
  SUBCASE("the same from a texture of one byte a texel") {
    Scene scene(96, 80, ImTextureFormat_Alpha8);
    scene.glyph({2, 2}, {14, 16}, {5, 5}, {17, 19}, IM_COL32(20, 30, 90, 255));
    scene.glyph({20.3F, 2.2F}, {32.3F, 16.2F}, {5, 5}, {17, 19}, IM_COL32(20, 30, 90, 255));
    check_like_naive(scene);
  }
  SUBCASE("straight lines drawn with the texture, as ImGui's borders are") {
    Scene scene;
    // AddPolyline's order of indices: b2 a1 a2, b1 a2 b2.
    const auto line = [&](ImVec2 a1, ImVec2 a2, ImVec2 b1, ImVec2 b2) {
      const unsigned base = scene.list._VtxCurrentIdx;
      scene.list.PrimReserve(6, 4);
      for (const unsigned i : {2U, 0U, 1U, 3U, 1U, 2U}) scene.list.PrimWriteIdx(base + i);
      scene.list.PrimWriteVtx(a1, Scene::uv(8, 8.5F), IM_COL32(9, 9, 9, 255));
      scene.list.PrimWriteVtx(a2, Scene::uv(13, 8.5F), IM_COL32(9, 9, 9, 255));
      scene.list.PrimWriteVtx(b1, Scene::uv(8, 8.5F), IM_COL32(9, 9, 9, 255));
      scene.list.PrimWriteVtx(b2, Scene::uv(13, 8.5F), IM_COL32(9, 9, 9, 255));
    };
    line({10.5F, 5}, {14.5F, 5}, {10.5F, 70}, {14.5F, 70});
    line({20, 9.5F}, {20, 13.5F}, {90, 9.5F}, {90, 13.5F});
    line({20, 39.5F}, {23, 43.5F}, {80, 19.5F}, {83, 23.5F});
    check_like_naive(scene);
  }
  SUBCASE("a coloured texture, upright and turned, one colour and tinted") {
    Scene scene;
    fill_with_colors(scene.texture);
    scene.glyph({2, 2}, {34, 34}, {0, 0}, {32, 32}, kWhite);
    scene.glyph({40.2F, 2.7F}, {90.1F, 44.4F}, {2, 5}, {30, 28}, IM_COL32(255, 128, 90, 200));
    scene.list.AddImageQuad(scene.texture.GetTexRef(), {20, 45}, {45, 52}, {40, 78}, {15, 70},
                            {0, 0}, {1, 0}, {1, 1}, {0, 1}, IM_COL32(255, 255, 255, 230));
    check_like_naive(scene);
  }
  SUBCASE("triangles of any form, colour and texture") {
    std::minstd_rand random(5);
    const auto number = [&](float low, float high) {
      return low + (high - low) * static_cast<float>(random() % 100003) / 100003.0F;
    };
    for (int round = 0; round < 60; ++round) {
      CAPTURE(round);
      Scene scene(48, 40);
      if (round % 3 == 0) fill_with_colors(scene.texture);
      std::array<ImDrawVert, 3> corners{};
      for (ImDrawVert& corner : corners) {
        corner.pos = {number(-30, 80), number(-30, 70)};
        corner.uv = Scene::uv(number(-3, 35), number(-3, 35));
        corner.col = (static_cast<ImU32>(random()) << 4) ^ 0x90000000U;
      }
      scene.triangle(corners);
      scene.render();
      CHECK(greatest_difference(scene.picture, naive(scene)) <= 2);
    }
  }
  SUBCASE("cut to the clip rectangle, on a display that is moved and scaled") {
    for (const float scale : {1.0F, 1.25F, 1.5F, 2.0F}) {
      CAPTURE(scale);
      Scene scene;
      scene.data.DisplayPos = {100, 50};
      scene.data.FramebufferScale = {scale, scale};
      scene.list.PushClipRect({105, 53}, {141, 81});
      scene.list.AddRectFilled({90, 40}, {130, 70}, IM_COL32(10, 20, 30, 255));
      scene.glyph({120.3F, 60}, {150.3F, 90}, {5, 5}, {17, 19}, IM_COL32(90, 0, 0, 255));
      scene.list.AddCircleFilled({110, 77}, 12, IM_COL32(0, 90, 0, 255));
      scene.list.PopClipRect();
      check_like_naive(scene);
    }
  }
}

TEST_CASE("Rasterizer: the same bytes from the scalar and from the SIMD code") {
  // The native build runs the one and the wasm build the other; both are held to this value.
  Scene scene(300, 200);
  std::minstd_rand random(2);
  for (int i = 0; i < 400; ++i) {
    const ImVec2 low(static_cast<float>(random() % 2400) / 8,
                     static_cast<float>(random() % 1600) / 8);
    const ImVec2 size(static_cast<float>(random() % 300) / 8,
                      static_cast<float>(random() % 300) / 8);
    const auto color = static_cast<ImU32>(random() * 3U);
    const ImVec2 high(low.x + size.x, low.y + size.y);
    if (i % 3 == 0) scene.list.AddRectFilled(low, high, color);
    if (i % 3 == 1) scene.glyph(low, high, {5, 5}, {17.5F, 19}, color);
    if (i % 3 == 2) scene.list.AddRectFilledMultiColor(low, high, color, ~color, color, kWhite);
  }
  scene.render();
  std::uint64_t hash = 0xcbf29ce484222325U;  // FNV-1a
  for (const ImU32 c : scene.picture.pixels()) hash = (hash ^ c) * 0x100000001b3U;
  CHECK(hash == 17896108309131516036U);
}

TEST_CASE("Rasterizer: the result is opaque, whatever is painted, and no matter the background") {
  Scene scene;
  scene.list.AddCircleFilled({30, 30}, 20, IM_COL32(200, 20, 30, 60));
  scene.renderer.render(scene.data, scene.picture, IM_COL32(1, 2, 3, 0));
  CHECK(pixel(scene.picture, 95, 79) == IM_COL32(1, 2, 3, 255));
  CHECK(std::all_of(scene.picture.pixels().begin(), scene.picture.pixels().end(),
                    [](ImU32 c) { return c >> 24U == 255U; }));
}

TEST_CASE("Rasterizer: answers ImGui's texture requests") {
  Scene scene;
  const auto paint = [&] {
    scene.start();
    scene.glyph({0, 0}, {8, 8}, {8, 8}, {16, 16}, IM_COL32(0, 0, 0, 255));
    return scene.render();
  };
  CHECK(scene.texture.Status == ImTextureStatus_WantCreate);
  paint();
  CHECK(scene.texture.Status == ImTextureStatus_OK);
  CHECK(scene.texture.TexID != ImTextureID_Invalid);

  // An update shows, and only the listed rectangles are read.
  for (int y = 0; y < kTextureSide; ++y) {
    for (int x = 0; x < kTextureSide; ++x) {
      const ImU32 empty = 0x00ffffffU;
      std::memcpy(scene.texture.GetPixelsAt(x, y), &empty, sizeof empty);
    }
  }
  const ImU32 before = pixel(scene.picture, 7, 7);
  scene.texture.Updates.push_back({8, 8, 4, 4});
  scene.texture.Updates.push_back({30, 30, 999, 999});  // out of the texture: cut
  scene.texture.SetStatus(ImTextureStatus_WantUpdates);
  CHECK_FALSE(paint().empty());
  CHECK(scene.texture.Status == ImTextureStatus_OK);
  CHECK(pixel(scene.picture, 3, 3) == kGrey);
  CHECK(pixel(scene.picture, 7, 7) == before);

  SUBCASE("an update with colours turns a white texture into a coloured one") {
    fill_with_colors(scene.texture);
    scene.texture.SetStatus(ImTextureStatus_WantUpdates);
    scene.start();
    scene.glyph({0, 0}, {32, 32}, {0, 0}, {32, 32}, kWhite);
    check_like_naive(scene);
  }
  SUBCASE("destroyed only when unused") {
    scene.texture.SetStatus(ImTextureStatus_WantDestroy);
    scene.texture.UnusedFrames = 0;
    paint();
    CHECK(scene.texture.Status == ImTextureStatus_WantDestroy);
    scene.texture.UnusedFrames = 1;
    paint();
    CHECK(scene.texture.Status == ImTextureStatus_Destroyed);
    CHECK(scene.texture.TexID == ImTextureID_Invalid);
    CHECK(pixel(scene.picture, 7, 7) == kGrey);  // what no texture is known for is not painted
  }
  SUBCASE("released for another renderer, then made again") {
    scene.renderer.release_textures(scene.textures);
    CHECK(scene.texture.Status == ImTextureStatus_Destroyed);
    CHECK(scene.texture.TexID == ImTextureID_Invalid);
    scene.texture.SetStatus(ImTextureStatus_WantCreate);  // as ImGui does in the next frame
    paint();
    CHECK(scene.texture.Status == ImTextureStatus_OK);
  }
}

TEST_CASE("Rasterizer: several textures in one frame each keep their own pixels") {
  Scene scene;
  ImTextureData second;
  second.Create(ImTextureFormat_RGBA32, 2, 2);
  std::memset(second.Pixels, 255, 16);
  second.Pixels[0] = second.Pixels[4] = second.Pixels[8] = second.Pixels[12] = 0;  // cyan
  scene.textures.push_back(&second);
  scene.list.AddRectFilled({0, 0}, {10, 10}, IM_COL32(9, 9, 9, 255));
  scene.list.AddImage(second.GetTexRef(), {20, 0}, {30, 10});
  scene.render();
  CHECK(pixel(scene.picture, 5, 5) == IM_COL32(9, 9, 9, 255));
  CHECK(pixel(scene.picture, 25, 5) == IM_COL32(0, 255, 255, 255));
}

TEST_CASE("Rasterizer: hostile draw data paints nothing out of bounds and ends") {
  constexpr float kInfinity = std::numeric_limits<float>::infinity();
  constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();
  constexpr float kHuge = std::numeric_limits<float>::max();
  const std::array<float, 12> bad = {kNothing, kInfinity, -kInfinity, kHuge, -kHuge, 1e20F,
                                     -1e9F,    2.2e9F,    1e-45F,     0.0F,  17.5F,  63.0F};
  std::minstd_rand random(9);
  const auto any = [&] { return bad[random() % bad.size()]; };
  SUBCASE("vertices and texture coordinates") {
    Scene scene(64, 64);
    for (int i = 0; i < 3000; ++i) {
      if (i % 100 == 0) {
        scene.render();
        scene.start();
      }
      if (i % 2 == 0) {
        std::array<ImDrawVert, 3> corners{};
        for (ImDrawVert& corner : corners) {
          corner = {{any(), any()}, {any(), any()}, static_cast<ImU32>(random())};
        }
        scene.triangle(corners);
      } else {
        scene.glyph({any(), any()}, {any(), any()}, {any(), any()}, {any(), any()}, kWhite);
      }
    }
    CHECK(std::all_of(scene.picture.pixels().begin(), scene.picture.pixels().end(),
                      [](ImU32 c) { return c >> 24U == 255U; }));
  }
  SUBCASE("clip rectangle, position and scale") {
    for (int i = 0; i < 300; ++i) {
      Scene scene(64, 64);
      scene.list.AddRectFilled({3, 4}, {60, 30}, kWhite, 5);
      scene.glyph({2, 2}, {14, 16}, {5, 5}, {17, 19}, kWhite);
      scene.list.CmdBuffer[0].ClipRect = {any(), any(), any(), any()};
      if (i % 2 == 0) scene.data.DisplayPos = {any(), any()};
      if (i % 3 == 0) scene.data.FramebufferScale = {any(), any()};
      scene.render();
    }
  }
  SUBCASE("indices and offsets") {
    for (int i = 0; i < 200; ++i) {
      Scene scene(64, 64);
      scene.list.AddRectFilled({3, 4}, {60, 30}, kWhite, 5);
      scene.list.AddRectFilled({3, 4}, {60, 30}, kWhite);
      for (ImDrawIdx& index : scene.list.IdxBuffer) {
        if (random() % 4 == 0) index = static_cast<ImDrawIdx>(random() * 5U);
      }
      ImDrawCmd& command = scene.list.CmdBuffer[0];
      if (i % 5 == 1) command.VtxOffset = static_cast<unsigned>(random() * 5U);
      if (i % 5 == 2) command.IdxOffset = static_cast<unsigned>(random() * 5U);
      if (i % 5 == 3) command.ElemCount = static_cast<unsigned>(random() * 5U);
      if (i % 5 == 4) command.ElemCount -= static_cast<unsigned>(random() % 4);
      scene.render();
    }
  }
  SUBCASE("textures that are unknown, empty or too large") {
    Scene scene(64, 64);
    scene.list.PushTexture(ImTextureRef(static_cast<ImTextureID>(0xfffffffffffU)));
    scene.list.AddRectFilled({0, 0}, {60, 30}, IM_COL32(0, 0, 0, 255));
    scene.list.PopTexture();
    ImTextureData empty;
    empty.SetStatus(ImTextureStatus_WantCreate);
    ImTextureData large;
    large.Create(ImTextureFormat_Alpha8, 20000, 1);
    scene.textures.push_back(&empty);
    scene.textures.push_back(&large);
    scene.list.AddImage(large.GetTexRef(), {0, 0}, {60, 30});
    scene.render();
    CHECK(pixel(scene.picture, 5, 5) == kGrey);
  }
  SUBCASE("a callback is not called") {
    Scene scene(64, 64);
    bool called = false;
    scene.list.AddCallback(
        [](const ImDrawList*, const ImDrawCmd* command) {
          *static_cast<bool*>(command->UserCallbackData) = true;
        },
        &called);
    scene.list.AddRectFilled({0, 0}, {60, 30}, kWhite);
    scene.render();
    CHECK_FALSE(called);
    CHECK(pixel(scene.picture, 5, 5) == kWhite);
  }
}

TEST_CASE(
    "Rasterizer: only the tiles that changed are painted, and the picture is as if all were") {
  SUBCASE("nothing changed: nothing to put on the canvas") {
    Scene scene(300, 200);
    for (int frame = 0; frame < 3; ++frame) {
      scene.start();
      scene.list.AddRectFilled({10, 10}, {290, 190}, IM_COL32(9, 80, 9, 255), 6);
      const PixelRect changed = scene.render();
      CHECK(changed == (frame == 0 ? PixelRect{0, 0, 300, 200} : PixelRect{}));
    }
    scene.picture.invalidate();
    CHECK(scene.render() == PixelRect{0, 0, 300, 200});
    CHECK(scene.renderer.render(scene.data, scene.picture, IM_COL32(0, 0, 0, 255)) ==
          PixelRect{0, 0, 300, 200});
    scene.picture.resize(200, 200);
    CHECK(scene.render() == PixelRect{0, 0, 200, 200});
  }
  SUBCASE("a button under the pointer") {
    Scene scene(300, 200);
    PixelRect changed;
    for (const ImU32 color : {IM_COL32(0, 0, 200, 255), IM_COL32(0, 0, 255, 255)}) {
      scene.start();
      scene.list.AddRectFilled({0, 0}, {300, 200}, IM_COL32(250, 250, 250, 255));
      scene.list.AddRectFilled({70, 70}, {120, 90}, color);
      changed = scene.render();
    }
    CHECK(changed == PixelRect{64, 64, 128, 128});
    CHECK(pixel(scene.picture, 80, 80) == IM_COL32(0, 0, 255, 255));
  }
  SUBCASE("any sequence of frames") {
    Scene scene(300, 200);
    std::minstd_rand random(21);
    struct Shape {
      float x, y, size;
      ImU32 color;
    };
    std::vector<Shape> shapes(12);
    const auto redraw = [&](Shape& shape) {
      shape = {static_cast<float>(random() % 300), static_cast<float>(random() % 200),
               static_cast<float>(random() % 60), static_cast<ImU32>(random() * 3U)};
    };
    for (Shape& shape : shapes) redraw(shape);
    for (int frame = 0; frame < 60; ++frame) {
      scene.start();
      redraw(shapes[random() % shapes.size()]);
      if (frame % 7 == 0) std::swap(shapes.front(), shapes.back());  // who covers whom
      for (const Shape& shape : shapes) {
        scene.list.AddRectFilled({shape.x, shape.y}, {shape.x + shape.size, shape.y + shape.size},
                                 shape.color, frame % 3 == 0 ? 4.0F : 0.0F);
        scene.glyph({shape.x, shape.y}, {shape.x + 12, shape.y + 14}, {5, 5}, {17, 19}, kWhite);
      }
      scene.render();
      Framebuffer fresh;
      fresh.resize(300, 200);
      scene.renderer.render(scene.data, fresh, kGrey);
      CHECK(
          std::equal(fresh.pixels().begin(), fresh.pixels().end(), scene.picture.pixels().begin()));
    }
  }
}

TEST_CASE("Framebuffer: sizes are cut, memory is kept, none at all is fine") {
  Framebuffer picture;
  picture.resize(-5, 100000);
  CHECK(picture.width() == 0);
  CHECK(picture.height() == Framebuffer::kMaxSide);
  CHECK(picture.pixels().empty());

  picture.resize(100, 100);
  const auto* memory = picture.pixels().data();
  picture.resize(50, 70);
  CHECK(picture.pixels().size() == 3500);
  picture.resize(99, 100);
  CHECK(picture.pixels().data() == memory);

  Scene scene(0, 0);
  scene.list.AddRectFilled({3, 4}, {60, 30}, kWhite, 5);
  CHECK(scene.render().empty());
}
