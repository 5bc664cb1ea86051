// How long the CPU renderer takes for a frame of a typical screen: a form with a side bar and a
// table of 20 rows and 8 columns, 1280 x 800. Prints medians; asserts nothing.
//
//   raster_bench FONT.ttf [PICTURE.ppm]
#include <imgui.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <vector>

#include "wasm/app/raster.h"

namespace {

constexpr int kFrames = 200;
constexpr ImU32 kBackground = IM_COL32(245, 246, 248, 255);

struct Screen {
  int hovered_row = -1;
  int typed = 0;

  void draw() const {
    const ImGuiIO& io = ImGui::GetIO();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::Begin("Main", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
    ImGui::BeginChild("Side", {200, 0}, ImGuiChildFlags_Borders);
    for (const char* text : {"Tổng quan", "Kênh thông tin", "Tài khoản quản trị", "Nhật ký sao lưu",
                             "Rà soát, bản vá", "Mật khẩu", "Ký và xuất bản", "Thiết lập"}) {
      ImGui::Button(text, {-1, 34});
    }
    ImGui::EndChild();
    ImGui::SameLine();
    ImGui::BeginChild("Work");
    ImGui::TextWrapped(
        "Kê khai các kênh thông tin, trang thông tin điện tử và tài khoản mạng xã hội do đơn vị "
        "quản lý. "
        "Mỗi kênh một dòng; các ô có dấu đỏ cần được bổ sung trước khi ký.");
    for (const char* text : {"Thêm kênh", "Dán từ bảng tính", "Kiểm tra", "Ký", "Xuất tệp"}) {
      ImGui::Button(text, {130, 32});
      ImGui::SameLine();
    }
    bool checked = true;
    ImGui::Checkbox("Chỉ hiện dòng còn thiếu", &checked);
    std::string field =
        "Trường Tiểu học Nguyễn Bỉnh Khiêm" + std::string(static_cast<unsigned>(typed), 'a');
    ImGui::InputText("Tên đơn vị", field.data(), field.size() + 1);
    const ImGuiTableFlags flags =
        ImGuiTableFlags_Borders | ImGuiTableFlags_RowBg | ImGuiTableFlags_Resizable;
    if (ImGui::BeginTable("Kênh", 8, flags)) {
      for (const char* title : {"STT", "Tên kênh", "Loại kênh", "Địa chỉ", "Người quản trị",
                                "Điện thoại", "Cập nhật", "Trạng thái"}) {
        ImGui::TableSetupColumn(title);
      }
      ImGui::TableHeadersRow();
      for (int row = 0; row < 20; ++row) {
        ImGui::TableNextRow();
        if (row == hovered_row) {
          ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg1, IM_COL32(210, 225, 250, 255));
        }
        ImGui::TableNextColumn();
        ImGui::Text("%d", row + 1);
        for (const char* text :
             {"Trang thông tin điện tử", "Mạng xã hội", "https://thcs-tranphu.edu.vn",
              "Nguyễn Thị Hồng Nhung", "0912 345 678", "15/09/2025"}) {
          ImGui::TableNextColumn();
          ImGui::TextUnformatted(text);
        }
        ImGui::TableNextColumn();
        ImGui::SmallButton("Đang hoạt động");
      }
      ImGui::EndTable();
    }
    ImGui::EndChild();
    ImGui::End();
  }
};

double median(std::vector<double>& values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

// The median milliseconds of render() alone; `prepare(frame)` changes the screen before each frame.
template <class Prepare>
void measure(const char* name, const Screen& screen, sokenh::Rasterizer& renderer,
             sokenh::Framebuffer& picture, Prepare prepare) {
  std::vector<double> times;
  std::vector<double> shares;
  int vertices = 0;
  for (int frame = 0; frame < kFrames; ++frame) {
    prepare(frame);
    ImGui::NewFrame();
    screen.draw();
    ImGui::Render();
    const auto start = std::chrono::steady_clock::now();
    const sokenh::PixelRect changed = renderer.render(*ImGui::GetDrawData(), picture, kBackground);
    const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
    times.push_back(time.count());
    shares.push_back(100.0 * changed.width() * changed.height() /
                     static_cast<double>(picture.pixels().size()));
    vertices = ImGui::GetDrawData()->TotalVtxCount;
  }
  std::printf("%-28s %7.3f ms   %5.1f %% of the pixels, %d vertices\n", name, median(times),
              median(shares), vertices);
}

}  // namespace

int main(int count, char** arguments) {
  const std::span<char*> options(arguments, static_cast<std::size_t>(count));
  if (options.size() < 2) {
    std::fputs("usage: raster_bench FONT.ttf [PICTURE.ppm]\n", stderr);
    return 2;
  }
  std::ifstream file(options[1], std::ios::binary);
  std::vector<char> font{std::istreambuf_iterator<char>(file), {}};
  if (font.empty()) {
    std::fprintf(stderr, "%s: cannot read\n", options[1]);
    return 3;
  }
  for (const int scale : {1, 2}) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |=
        ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    io.DisplaySize = {1280, 800};
    io.DisplayFramebufferScale = {static_cast<float>(scale), static_cast<float>(scale)};
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    io.Fonts->AddFontFromMemoryTTF(font.data(), static_cast<int>(font.size()), 16, &config);
    ImGui::StyleColorsLight();
    ImGuiStyle& style = ImGui::GetStyle();
    style.FrameRounding = 6;
    style.ChildRounding = 8;
    style.FrameBorderSize = 1;

    sokenh::Rasterizer renderer;
    sokenh::Framebuffer picture;
    picture.resize(1280 * scale, 800 * scale);
    Screen screen;
    std::printf("1280 x 800, scale %d\n", scale);
    measure("everything painted", screen, renderer, picture, [&](int) { picture.invalidate(); });
    measure("nothing changed", screen, renderer, picture, [](int) {});
    measure("pointer over a table row", screen, renderer, picture,
            [&](int frame) { screen.hovered_row = frame % 20; });
    measure("a letter typed in a field", screen, renderer, picture,
            [&](int frame) { screen.typed = frame % 9; });
    if (options.size() > 2 && scale == 1) {
      std::ofstream out(options[2], std::ios::binary);
      out << "P6 " << picture.width() << ' ' << picture.height() << " 255\n";
      for (const std::uint32_t pixel : picture.pixels()) {
        out.put(static_cast<char>(pixel)).put(static_cast<char>(pixel >> 8U));
        out.put(static_cast<char>(pixel >> 16U));
      }
    }
    renderer.release_textures(ImGui::GetPlatformIO().Textures);
    ImGui::DestroyContext();
  }
  return 0;
}
