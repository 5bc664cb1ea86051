#include "wasm/ui/icons.h"

#include <array>
#include <cstdlib>
#include <string_view>

#include "wasm/ui/text.h"

namespace sokenh::ui {
namespace {

// A path language for strokes: «M x y» starts, «L x y» draws to, «Z» closes, «C x y r» is a circle,
// «D x y r» a filled dot, «R x y w h r» a rounded rectangle.
constexpr std::string_view path_of(Icon icon) {
  switch (icon) {
    case Icon::none:
      return "";
    case Icon::brand:
    case Icon::list:
      return "D 3 4 0.9 D 3 8 0.9 D 3 12 0.9 M 6 4 L 14 4 M 6 8 L 14 8 M 6 12 L 14 12";
    case Icon::unit:
      return "M 2 6 L 8 2.2 L 14 6 Z M 4 6 L 4 12 M 8 6 L 8 12 M 12 6 L 12 12 M 2 13.3 L 14 13.3";
    case Icon::pen:
      return "M 3 13 L 3.6 10 L 11 2.6 L 13.4 5 L 6 12.4 Z M 9.4 4.2 L 11.8 6.6";
    case Icon::open:
      return "M 2 13 L 2 3.5 L 6.3 3.5 L 8 5.3 L 13.5 5.3 L 13.5 7.5 M 2 13 L 4.4 7.5 L 15 7.5 L "
             "12.6 13 Z";
    case Icon::add:
      return "M 8 2.5 L 8 13.5 M 2.5 8 L 13.5 8";
    case Icon::paste:
      return "R 3 3.2 10 11 1 R 5.5 1.8 5 3 0.8 M 5.5 8 L 10.5 8 M 5.5 11 L 10.5 11";
    case Icon::undo:
      return "M 5.5 2.8 L 2.5 5.8 L 5.5 8.8 M 2.5 5.8 L 10 5.8 L 12.6 7 L 13.4 9.4 L 12.6 11.8 L "
             "10 13 L 6.5 13";
    case Icon::redo:
      return "M 10.5 2.8 L 13.5 5.8 L 10.5 8.8 M 13.5 5.8 L 6 5.8 L 3.4 7 L 2.6 9.4 L 3.4 11.8 L 6 "
             "13 L 9.5 13";
    case Icon::copy:
      return "R 5.5 5.5 8.5 8.5 1 M 3.3 10.5 L 2 10.5 L 2 2 L 10.5 2 L 10.5 3.3";
    case Icon::trash:
      return "M 2.5 4.2 L 13.5 4.2 M 6 4.2 L 6 2.2 L 10 2.2 L 10 4.2 M 4 4.2 L 4.6 13.8 L 11.4 "
             "13.8 L 12 4.2 M 6.7 7 L 6.8 11 M 9.3 7 L 9.2 11";
    case Icon::search:
      return "C 7 7 4.3 M 10.2 10.2 L 14 14";
    case Icon::close:
      return "M 3.5 3.5 L 12.5 12.5 M 12.5 3.5 L 3.5 12.5";
    case Icon::check:
      return "M 3 8.5 L 6.5 12 L 13.3 4.5";
    case Icon::warning:
      return "M 8 2.2 L 14.6 13.6 L 1.4 13.6 Z M 8 6.3 L 8 9.8 D 8 11.7 0.8";
    case Icon::error:
      return "C 8 8 6.3 M 8 4.6 L 8 8.8 D 8 11 0.8";
    case Icon::info:
      return "C 8 8 6.3 M 8 7.3 L 8 11.4 D 8 5 0.8";
    case Icon::download:
      return "M 8 2 L 8 10 M 4.6 6.8 L 8 10.2 L 11.4 6.8 M 2.5 11 L 2.5 13.6 L 13.5 13.6 L 13.5 11";
    case Icon::mail:
      return "R 1.8 3.3 12.4 9.4 0.8 M 2 4.2 L 8 9 L 14 4.2";
    case Icon::share:
      return "C 12 3.5 1.9 C 4 8 1.9 C 12 12.5 1.9 M 5.7 7.1 L 10.3 4.4 M 5.7 8.9 L 10.3 11.6";
    case Icon::key:
      return "C 5 11 2.8 M 7 9 L 13.5 2.5 M 11 5 L 13 7 M 9 7 L 10.5 8.5";
    case Icon::show:
      return "M 1.2 8 L 3.6 5 L 6.2 3.7 L 9.8 3.7 L 12.4 5 L 14.8 8 L 12.4 11 L 9.8 12.3 L 6.2 "
             "12.3 "
             "L 3.6 11 Z C 8 8 2.2";
    case Icon::hide:
      return "M 1.2 8 L 3.6 5 L 6.2 3.7 L 9.8 3.7 L 12.4 5 L 14.8 8 L 12.4 11 L 9.8 12.3 L 6.2 "
             "12.3 "
             "L 3.6 11 Z M 2.5 2 L 13.5 14";
    case Icon::shield:
      return "M 8 1.8 L 13.3 3.6 L 13.3 8 L 11.5 11.8 L 8 14.2 L 4.5 11.8 L 2.7 8 L 2.7 3.6 Z M "
             "5.4 7.8 L 7.3 9.7 L 10.7 6";
    case Icon::offline:
      return "M 2 2 L 14 14 M 2 6.5 L 4.5 4.8 M 8 4 L 11.3 4.7 L 14 6.5 M 4.6 9 L 6.2 8 M 9.8 8 L "
             "11.4 9 D 8 12.3 0.9";
    case Icon::calendar:
      return "R 2 3 12 11 1 M 2 6.5 L 14 6.5 M 5 1.6 L 5 4.2 M 11 1.6 L 11 4.2";
    case Icon::clock:
      return "C 8 8 6.3 M 8 4.2 L 8 8.2 L 10.8 9.8";
    case Icon::file:
      return "M 3.5 1.8 L 9.5 1.8 L 12.8 5.1 L 12.8 14.2 L 3.5 14.2 Z M 9.3 1.8 L 9.3 5.3 L 12.8 "
             "5.3";
    case Icon::up:
      return "M 3.5 10 L 8 5.5 L 12.5 10";
    case Icon::down:
      return "M 3.5 6 L 8 10.5 L 12.5 6";
    case Icon::left:
      return "M 10 4 L 6 8 L 10 12";
    case Icon::right:
      return "M 6 4 L 10 8 L 6 12";
    case Icon::globe:
      return "C 8 8 6.3 M 1.7 8 L 14.3 8 M 8 1.7 L 5.6 4.6 L 5 8 L 5.6 11.4 L 8 14.3 L 10.4 11.4 L "
             "11 8 L 10.4 4.6 Z";
    case Icon::facebook:
      return "C 8 8 6.3 M 8.4 14 L 8.4 6.6 L 9 5.3 L 10.6 5.2 M 6.4 8.6 L 10.3 8.6";
    case Icon::chat:
      return "M 2 2.6 L 14 2.6 L 14 11.2 L 8 11.2 L 5 13.8 L 5 11.2 L 2 11.2 Z M 5 6 L 11 6 M 5 "
             "8.4 L 9 8.4";
    case Icon::video:
      return "R 1.8 3.2 12.4 9.6 1.6 M 6.6 5.8 L 10.2 8 L 6.6 10.2 Z";
    case Icon::language:
      return "M 2 4 L 9 4 M 5.5 2.2 L 5.5 4 M 8 4 L 6.5 7.5 L 2.5 10 M 3.5 5.5 L 5 8 L 7.5 9.5 M 8 "
             "14 L 11 6.8 L 14 14 M 9.1 11.6 L 12.9 11.6";
    case Icon::text_size:
      return "M 1.2 13 L 5.2 3 L 9.2 13 M 2.6 9.6 L 7.8 9.6 M 9.8 13 L 12.2 7 L 14.6 13 M 10.7 "
             "10.9 "
             "L 13.7 10.9";
    case Icon::theme:
      return "C 8 8 6 M 8 2 L 8 14 M 10 4 L 10 12 M 12 5.5 L 12 10.5";
    case Icon::lock:
      return "R 3 7 10 7 1 M 5 7 L 5 4.5 L 6.2 2.6 L 9.8 2.6 L 11 4.5 L 11 7";
    case Icon::refresh:
      return "M 13.5 8 L 12.6 11 L 10 13.2 L 6.6 13.3 L 3.8 11.6 L 2.5 8.6 L 3 5.4 L 5.4 3 L 8.6 "
             "2.5 L 11.4 3.8 L 13 5.6 M 13.4 2.2 L 13.2 5.8 L 9.8 5.6";
    case Icon::sort_up:
      return "M 4.5 9.5 L 8 6 L 11.5 9.5";
    case Icon::sort_down:
      return "M 4.5 6.5 L 8 10 L 11.5 6.5";
    case Icon::note:
      return "C 8 8 6.3 M 5 8 L 11 8";
    case Icon::more:
      return "D 3 8 1.4 D 8 8 1.4 D 13 8 1.4";
    case Icon::overview:
      return "R 2 2 5 5 0.8 R 9 2 5 5 0.8 R 2 9 5 5 0.8 R 9 9 5 5 0.8";
    case Icon::person:
      return "C 8 5 2.8 M 2.6 14 L 3.4 11 L 5.4 9.6 L 10.6 9.6 L 12.6 11 L 13.4 14";
    case Icon::machine:
      return "R 1.8 2.6 12.4 8.6 1 M 8 11.2 L 8 13.6 M 5 13.6 L 11 13.6";
    case Icon::check_box:
      return "R 2.2 2.2 11.6 11.6 1.2 M 5 8.2 L 7.2 10.4 L 11 5.8";
    case Icon::print:
      return "M 4.5 6 L 4.5 2.2 L 11.5 2.2 L 11.5 6 M 4.5 11.5 L 2.2 11.5 L 2.2 6 L 13.8 6 L 13.8 "
             "11.5 L 11.5 11.5 M 4.5 9.2 L 11.5 9.2 L 11.5 13.8 L 4.5 13.8 Z";
    case Icon::keyboard:
      return "R 1.5 4 13 8.5 1 M 4 7 L 5 7 M 7.5 7 L 8.5 7 M 11 7 L 12 7 M 5 10 L 11 10";
  }
  return "";
}

// Digits with at most one point, as in the paths above. Not strtof: it computes in software with
// 128 bits on wasm, a tenth of a frame for all icons.
float next_number(const char*& at) {
  while (*at == ' ') ++at;
  float value = 0;
  float place = 0;  // of the next digit after the point
  for (; (*at >= '0' && *at <= '9') || *at == '.'; ++at) {
    if (*at == '.') {
      place = 0.1F;
    } else if (place > 0) {
      value += static_cast<float>(*at - '0') * place;
      place /= 10;
    } else {
      value = value * 10 + static_cast<float>(*at - '0');
    }
  }
  return value;
}

}  // namespace

void draw_icon(ImDrawList* draw, Icon icon, ImVec2 center, ImU32 color, float size) {
  const float side = scaled(size);
  const float unit = side / 16;
  const float thickness = 1.4F * unit;
  const ImVec2 origin(center.x - side / 2, center.y - side / 2);
  const auto point = [&](float x, float y) {
    return ImVec2(origin.x + x * unit, origin.y + y * unit);
  };

  const char* at = path_of(icon).data();
  while (*at != '\0') {
    const char command = *at++;
    if (command == ' ') continue;
    if (command == 'Z') {
      draw->PathStroke(color, ImDrawFlags_Closed, thickness);
      continue;
    }
    const float x = next_number(at);
    const float y = next_number(at);
    // Every other shape ends the line before it (ImGui's circles share its path buffer).
    if (command != 'L') draw->PathStroke(color, 0, thickness);
    switch (command) {
      case 'M':
      case 'L':
        draw->PathLineTo(point(x, y));
        break;
      case 'C':
        draw->AddCircle(point(x, y), next_number(at) * unit, color, 0, thickness);
        break;
      case 'D':
        draw->AddCircleFilled(point(x, y), next_number(at) * unit, color);
        break;
      case 'R': {
        const float width = next_number(at);
        const float height = next_number(at);
        const float radius = next_number(at);
        draw->AddRect(point(x, y), point(x + width, y + height), color, radius * unit, 0,
                      thickness);
        break;
      }
      default:
        break;
    }
  }
  draw->PathStroke(color, 0, thickness);
}

Icon channel_icon(ChannelKind kind) {
  switch (kind) {
    case ChannelKind::facebook:
      return Icon::facebook;
    case ChannelKind::zalo:
      return Icon::chat;
    case ChannelKind::youtube:
    case ChannelKind::tiktok:
      return Icon::video;
    case ChannelKind::email:
      return Icon::mail;
    case ChannelKind::website:
      return Icon::globe;
    case ChannelKind::app:
    case ChannelKind::unknown:
      return Icon::file;
  }
  return Icon::file;
}

}  // namespace sokenh::ui
