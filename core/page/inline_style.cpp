#include "core/page/inline_style.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>

#include "core/text/ascii.h"
#include "core/text/fold.h"

namespace sokenh::page {
namespace {

constexpr double kTinyPixels = 3;
constexpr double kOffScreenPixels = 400;

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), text::ascii_lower);
  return out;
}

// «-9999px»: the number in pixels, nullopt when there is none. Percentages and em are taken as what
// they are at least worth.
std::optional<double> pixels(std::string_view value) {
  std::size_t at = 0;
  const bool negative = !value.empty() && value[0] == '-';
  at += negative || (!value.empty() && value[0] == '+') ? 1 : 0;
  double number = 0;
  double scale = 1;
  bool any = false, fraction = false;
  for (; at < value.size(); ++at) {
    if (value[at] == '.' && !fraction) {
      fraction = true;
    } else if (text::is_ascii_digit(value[at])) {
      any = true;
      number = std::min(number * 10 + (value[at] - '0'), 1e12);
      if (fraction) scale *= 10;
    } else {
      break;
    }
  }
  if (!any) return std::nullopt;
  const std::string_view unit = text::trim(value.substr(at));
  number /= scale;
  if (unit == "em" || unit == "rem") number *= 16;
  if (unit == "%") number *= 10;
  if (unit == "vw" || unit == "vh") number *= 8;
  return negative ? -number : number;
}

std::optional<Colour> hexadecimal(std::string_view digits) {
  Colour value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  if (digits.size() == 6) return value;
  if (digits.size() != 3) return std::nullopt;
  return (value >> 8U) * 0x110000U + (value >> 4U & 0xFU) * 0x1100U + (value & 0xFU) * 0x11U;
}

std::optional<Colour> read_colour(std::string_view value) {
  struct Named {
    std::string_view name;
    Colour colour;
  };
  constexpr std::array<Named, 8> names{{{"white", 0xFFFFFF},
                                        {"black", 0},
                                        {"red", 0xFF0000},
                                        {"yellow", 0xFFFF00},
                                        {"blue", 0x0000FF},
                                        {"green", 0x008000},
                                        {"gray", 0x808080},
                                        {"silver", 0xC0C0C0}}};
  // «background: #fff url(…)»: the first word that is a colour.
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(' '), value.size());
    std::string_view word = value.substr(0, value.starts_with("rgb") ? value.find(')') : end);
    value.remove_prefix(std::min(std::max<std::size_t>(word.size(), 1), value.size()));
    while (value.starts_with(' ') || value.starts_with(')')) value.remove_prefix(1);
    if (word.starts_with('#')) {
      if (const auto colour = hexadecimal(word.substr(1))) return colour;
      continue;
    }
    for (const Named& each : names) {
      if (each.name == word) return each.colour;
    }
    if (!word.starts_with("rgb(")) continue;
    word.remove_prefix(4);
    Colour colour = 0;
    for (int i = 0; i < 3; ++i) {
      while (!word.empty() && !text::is_ascii_digit(word.front())) word.remove_prefix(1);
      unsigned part = 0;
      const auto [end_of, error] = std::from_chars(word.data(), word.data() + word.size(), part);
      if (error != std::errc{}) return std::nullopt;
      word.remove_prefix(static_cast<std::size_t>(end_of - word.data()));
      colour = colour << 8U | std::min(part, 255U);
    }
    return colour;
  }
  return std::nullopt;
}

class StyleReader {
 public:
  void take(std::string_view property, std::string_view value) {
    if (property == "display") {
      if (value == "none") hide(Hidden::display);
    } else if (property == "visibility") {
      style.invisible = value == "hidden" || value == "collapse";
    } else if (property == "opacity") {
      const auto number = pixels(value);
      if (number && *number < 0.05) hide(Hidden::visibility);
    } else if (property == "font-size") {
      if (const auto size = pixels(value)) style.tiny = *size < kTinyPixels;
    } else if (property == "color") {
      style.colour = read_colour(value);
      if (value == "transparent") hide(Hidden::same_colour);
    } else if (property == "background-color" || property == "background") {
      style.ground = read_colour(value);
    } else if (property == "position") {
      moved_ = value == "absolute" || value == "fixed";
    } else if (property == "left" || property == "top" || property == "right" ||
               property == "bottom") {
      const auto distance = pixels(value);
      away_ = away_ || (distance && *distance <= -kOffScreenPixels);
    } else if (property == "text-indent" || property == "margin-left" || property == "margin-top") {
      const auto distance = pixels(value);
      if (distance && *distance <= -kOffScreenPixels) hide(Hidden::off_screen);
    } else if (property == "width" || property == "height" || property == "max-height" ||
               property == "max-width") {
      const auto size = pixels(value);
      nothing_ = nothing_ || (size && *size <= 1);
    } else if (property == "overflow") {
      cuts_ = value.starts_with("hidden") || value.starts_with("clip");
    } else if (property == "clip" || property == "clip-path") {
      if (value.find("(0") != std::string_view::npos ||
          value.find("(50%") != std::string_view::npos ||
          value.find("(100%") != std::string_view::npos) {
        hide(Hidden::tiny);
      }
    }
  }

  InlineStyle finish() {
    if (moved_ && away_) hide(Hidden::off_screen);
    if (nothing_ && cuts_) hide(Hidden::tiny);
    return style;
  }

  InlineStyle style;

 private:
  void hide(Hidden reason) {
    if (style.hidden == Hidden::no) style.hidden = reason;
  }

  bool moved_ = false, away_ = false, nothing_ = false, cuts_ = false;
};

}  // namespace

InlineStyle read_inline_style(const HtmlTag& tag) {
  StyleReader reader;
  if (tag.has("bgcolor")) reader.style.ground = read_colour(lower(tag.value("bgcolor")));
  if (tag.name == "font" && tag.has("color"))
    reader.style.colour = read_colour(lower(tag.value("color")));
  if (!tag.has("style")) return reader.finish();
  const std::string style = lower(tag.value("style"));
  for (std::size_t at = 0; at < style.size();) {
    const std::size_t end = std::min(style.find(';', at), style.size());
    const std::string_view declaration = std::string_view(style).substr(at, end - at);
    at = end + 1;
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) continue;
    std::string_view value = text::trim(declaration.substr(colon + 1));
    if (const std::size_t important = value.find('!'); important != std::string_view::npos)
      value = text::trim(value.substr(0, important));
    reader.take(text::trim(declaration.substr(0, colon)), value);
  }
  return reader.finish();
}

}  // namespace sokenh::page
