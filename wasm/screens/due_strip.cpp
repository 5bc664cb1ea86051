// The coming days with what is due on each; what is late stands with today.
#include <algorithm>
#include <string>
#include <vector>

#include "wasm/app/app.h"
#include "wasm/screens/overview_screen.h"
#include "wasm/screens/task_labels.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr float kLeastDay = 68;
constexpr float kLeastDayOnPhone = 46;
constexpr int kLeastDays = 7;
constexpr int kMostDays = 16;
constexpr float kHead = 54;
constexpr float kChip = 22;

struct Chip {
  PlaceKind kind = PlaceKind::unit;
  int count = 0;
  Tone tone = Tone::neutral;
};

struct Day {
  Date date;
  std::vector<Chip> chips;
  int count = 0;
  std::optional<Place> first;  // of what is due then
};

// One kind for each screen.
PlaceKind group_of(PlaceKind kind) {
  if (kind == PlaceKind::channel) return PlaceKind::channels;
  if (kind == PlaceKind::account || kind == PlaceKind::account_reviews) return PlaceKind::accounts;
  if (kind == PlaceKind::machine) return PlaceKind::machines;
  if (kind == PlaceKind::log_entry) return PlaceKind::log;
  if (kind == PlaceKind::roster) return PlaceKind::rosters;
  return kind;
}

std::vector<Day> days_with_tasks(App& app, int count) {
  std::vector<Day> days(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) days[static_cast<std::size_t>(i)].date = add_days(app.today(), i);
  for (const Task& task : app.tasks()) {
    if (!task.due) continue;
    const long ahead = std::max(0L, days_between(app.today(), *task.due));
    if (ahead >= count) continue;
    Day& day = days[static_cast<std::size_t>(ahead)];
    ++day.count;
    if (!day.first) day.first = task.place;
    const PlaceKind kind = group_of(task.place.kind);
    auto chip = std::find_if(day.chips.begin(), day.chips.end(),
                             [kind](const Chip& one) { return one.kind == kind; });
    if (chip == day.chips.end()) chip = day.chips.insert(chip, {.kind = kind});
    ++chip->count;
    const Tone tone = task.overdue                       ? Tone::bad
                      : kind == PlaceKind::report        ? Tone::accent
                      : task_tone(task) == Tone::neutral ? Tone::neutral
                                                         : Tone::warn;
    chip->tone = std::max(chip->tone, tone);
  }
  for (Day& day : days) {
    std::sort(day.chips.begin(), day.chips.end(),
              [](const Chip& a, const Chip& b) { return a.kind < b.kind; });
  }
  return days;
}

std::string_view chip_name(PlaceKind kind) {
  if (kind == PlaceKind::channels) return tr(Msg::navigation_channels);
  return kind == PlaceKind::report ? tr(Msg::strip_deadline) : screen_name(kind);
}

// «Thứ Sáu, 24/10/2025: 3 việc (Kênh, Tài khoản)»
std::string spoken(const Day& day) {
  std::string words = std::string(weekday_name(day.date)) + ", " + vietnamese_date(day.date) + ": ";
  if (day.count == 0) return words + std::string(tr(Msg::strip_nothing));
  words += tr(Msg::strip_tasks, {std::to_string(day.count)});
  const char* before = " (";
  for (const Chip& chip : day.chips) {
    words.append(before).append(chip_name(chip.kind));
    before = ", ";
  }
  return words + ")";
}

void draw_chip(const Chip& chip, const ImRect& rect) {
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const ToneColors tone = tone_colors(chip.tone);
  draw->AddRectFilled(rect.Min, rect.Max, tone.soft, 4);
  const float room = rect.GetWidth() - scaled(2);
  std::string label(chip_name(chip.kind));
  const std::string count = std::to_string(chip.count);
  // A number says more than half a word.
  if (text_width(label, kCaption) > room) label = count;
  const float width = std::min(text_width(label, kCaption), room);
  draw_text_elided(draw, ImVec2(std::round(rect.GetCenter().x - width / 2), rect.Min.y + scaled(1)),
                   tone.text, label, kCaption, room + 1);
}

bool draw_day(const Day& day, bool is_today, const ImRect& rect) {
  const Palette& colors = palette();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const bool weekend = is_weekend(day.date);
  const NodeId id = ImGui::GetID("day");
  bool hovered = false;
  if (day.count > 0) {
    bool held = false;
    ImGui::ItemAdd(rect, id);
    ImGui::ButtonBehavior(rect, id, &hovered, &held);
  }
  if (weekend || hovered)
    draw->AddRectFilled(rect.Min, rect.Max, hovered ? colors.hover : colors.sunken);
  const auto centered = [&](std::string_view words, float y, ImU32 ink, const TextStyle& style) {
    draw_text(draw,
              ImVec2(std::round(rect.GetCenter().x - text_width(words, style) / 2), rect.Min.y + y),
              ink, words, style);
  };
  centered(is_today ? tr(Msg::strip_today) : weekday_short(day.date), scaled(7),
           is_today ? colors.accent_text : colors.text2, is_today ? kCaptionStrong : kCaption);
  std::string number = std::to_string(day.date.day);
  if (day.date.day == 1) number += "/" + std::to_string(day.date.month);
  if (is_today) {
    const float half = text_width(number, kBodyStrong) / 2 + scaled(7);
    draw->AddRectFilled(ImVec2(rect.GetCenter().x - half, rect.Min.y + scaled(25)),
                        ImVec2(rect.GetCenter().x + half, rect.Min.y + scaled(47)), colors.accent,
                        4);
  }
  centered(number, scaled(26),
           is_today  ? colors.on_accent
           : weekend ? colors.text2
                     : colors.text,
           kBodyStrong);
  float y = rect.Min.y + scaled(kHead);
  for (const Chip& chip : day.chips) {
    draw_chip(chip, ImRect(ImVec2(rect.Min.x + scaled(2), y),
                           ImVec2(rect.Max.x - scaled(2), y + scaled(kChip - 2))));
    y += scaled(kChip);
  }
  if (day.count == 0 || context().whole) {
    // A calendar's empty days are no news on paper.
    if (day.count > 0 || !context().whole) add_node(id, Role::text, spoken(day), rect);
    return false;
  }
  focus_ring(draw, id,
             ImRect(ImVec2(rect.Min.x + 4, rect.Min.y + 4), ImVec2(rect.Max.x - 4, rect.Max.y - 4)),
             4);
  add_node(id, Role::button, spoken(day), rect);
  return take_activation(id);
}

}  // namespace

void draw_due_strip(App& app, float width) {
  const float least = scaled(width < scaled(600) ? kLeastDayOnPhone : kLeastDay);
  const int count = std::clamp(static_cast<int>(width / least), kLeastDays, kMostDays);
  const std::vector<Day> days = days_with_tasks(app, count);
  std::size_t chips = 1;
  for (const Day& day : days) chips = std::max(chips, day.chips.size());
  const float height = scaled(kHead) + static_cast<float>(chips) * scaled(kChip) + scaled(6);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImRect whole(at, ImVec2(at.x + width, at.y + height));
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddRectFilled(whole.Min, whole.Max, palette().surface, scaled(kCardRadius));
  begin_group("strip", Role::list, tr(Msg::strip_title));
  std::optional<Place> chosen;
  for (int i = 0; i < count; ++i) {
    const float left = std::round(at.x + width * static_cast<float>(i) / static_cast<float>(count));
    const float right =
        std::round(at.x + width * static_cast<float>(i + 1) / static_cast<float>(count));
    ImGui::PushID(i);
    begin_group("item", Role::listitem, "");
    const Day& day = days[static_cast<std::size_t>(i)];
    if (draw_day(day, i == 0, ImRect(ImVec2(left, at.y), ImVec2(right, whole.Max.y))))
      chosen = day.first;
    end_group();
    ImGui::PopID();
    if (i > 0)
      draw->AddLine(ImVec2(left - 0.5F, at.y), ImVec2(left - 0.5F, whole.Max.y), palette().line);
  }
  end_group();
  draw->AddRect(whole.Min, whole.Max, palette().line, scaled(kCardRadius));
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy(whole.GetSize());
  if (chosen) app.go_to(*chosen);
}

}  // namespace sokenh
