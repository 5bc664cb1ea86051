#include "wasm/screens/pack_progress.h"

#include <array>
#include <cmath>

#include "wasm/screens/labels.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr float kBar = 8;
constexpr float kNumber = 30;  // room for one of the numbers
constexpr float kSum = 46;     // and for what they add up to: bars end in one line
constexpr float kGap = 2;

struct Part {
  RequirementStatus status;
  int count;
  ImU32 fill, text;
};

std::array<Part, 4> parts_of(const Progress& progress) {
  const Palette& colors = palette();
  return {
      {{RequirementStatus::met, progress.met, colors.ok_fill, colors.ok},
       {RequirementStatus::to_do, progress.to_do, colors.warn_fill, colors.warn},
       {RequirementStatus::unanswered, progress.unanswered, colors.mute, colors.text},
       {RequirementStatus::not_applicable, progress.not_applicable, colors.line, colors.text3}}};
}

void draw_bar(const std::array<Part, 4>& parts, int total, const ImRect& rect) {
  ImDrawList* draw = ImGui::GetWindowDrawList();
  float x = rect.Min.x;
  for (const Part& part : parts) {
    if (part.count == 0) continue;
    const float share =
        rect.GetWidth() * static_cast<float>(part.count) / static_cast<float>(total);
    const float end = std::max(x + share - scaled(kGap), x + 1);
    draw->AddRectFilled(ImVec2(x, rect.Min.y), ImVec2(end, rect.Max.y), part.fill, 2);
    x += share;
  }
}

}  // namespace

std::string progress_sentence(const Progress& progress) {
  std::string sentence;
  for (const Part& part : parts_of(progress)) {
    if (!sentence.empty()) sentence += ", ";
    sentence +=
        std::string(requirement_status_label(part.status)) + ": " + std::to_string(part.count);
  }
  return sentence;
}

void draw_progress(const Progress& progress, float width) {
  const auto parts = parts_of(progress);
  const int total = progress.total();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = scaled(kBodyStrong.line);
  const std::string sum = "/ " + std::to_string(total);
  const float numbers = 4 * scaled(kNumber) + scaled(kSum);
  const float middle = at.y + height / 2;
  const ImRect bar(ImVec2(at.x, std::round(middle - scaled(kBar) / 2)),
                   ImVec2(at.x + width - numbers, std::round(middle + scaled(kBar) / 2)));
  if (total > 0) draw_bar(parts, total, bar);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  float x = bar.Max.x;
  for (const Part& part : parts) {
    const std::string count = std::to_string(part.count);
    x += scaled(kNumber);
    draw_text(draw, ImVec2(x - text_width(count, kBodyStrong), at.y),
              part.count == 0 ? palette().text3 : part.text, count,
              part.count == 0 ? kBody : kBodyStrong);
  }
  draw_text(draw, ImVec2(at.x + width - text_width(sum, kBody), at.y), palette().text2, sum, kBody);
  const ImRect rect(at, ImVec2(at.x + width, at.y + height));
  ImGui::Dummy(rect.GetSize());
  add_node(ImGui::GetID("progress"), Role::text, progress_sentence(progress), rect);
}

void draw_progress_legend(float width) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  float x = 0;
  float y = 0;
  for (const Part& part : parts_of({})) {
    const std::string_view label = requirement_status_label(part.status);
    const float room = scaled(16) + text_width(label, kCaption);
    if (x > 0 && x + room > width) {
      x = 0;
      y += scaled(kCaption.line);
    }
    const ImVec2 from(at.x + x, std::round(at.y + y + scaled(kCaption.line) / 2 - scaled(5)));
    draw->AddRectFilled(from, ImVec2(from.x + scaled(10), from.y + scaled(10)), part.fill, 2);
    draw_text(draw, ImVec2(at.x + x + scaled(16), at.y + y), palette().text2, label, kCaption);
    x += room + scaled(16);
  }
  // Nothing to be read: each bar says its numbers with their words.
  ImGui::Dummy(ImVec2(width, y + scaled(kCaption.line)));
}

}  // namespace sokenh
