#include "wasm/screens/channel_marks.h"

#include "wasm/ui/context.h"
#include "wasm/ui/text.h"

namespace sokenh {

using namespace ui;

const Finding* worst_finding(std::span<const Finding* const> findings, Column column) {
  const Finding* worst = nullptr;
  for (const Finding* finding : findings) {
    const bool here = column == Column::ordinal || finding->column == column;
    if (here && (worst == nullptr || finding->severity < worst->severity)) worst = finding;
  }
  return worst;
}

Tone severity_tone(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Tone::bad;
    case Severity::warning:
      return Tone::warn;
    case Severity::advice:
      return Tone::neutral;
  }
  return Tone::neutral;
}

Icon severity_icon(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Icon::error;
    case Severity::warning:
      return Icon::warning;
    case Severity::advice:
      return Icon::info;
  }
  return Icon::info;
}

void draw_state_mark(ImDrawList* draw, ChannelState state, ImVec2 center) {
  const Palette& colors = palette();
  switch (state) {
    case ChannelState::active:
      draw->AddCircleFilled(center, scaled(4), colors.ok_fill);
      break;
    case ChannelState::closed:
      draw->AddCircle(center, scaled(3.5F), colors.text3, 0, 1.5F);
      break;
    case ChannelState::locked:
      draw_icon(draw, Icon::lock, center, colors.warn, 14);
      break;
    case ChannelState::deleted:
      draw_icon(draw, Icon::close, center, colors.text3, 12);
      break;
    case ChannelState::unknown:
      break;
  }
}

ImU32 state_color(ChannelState state) {
  const Palette& colors = palette();
  switch (state) {
    case ChannelState::active:
      return colors.ok;
    case ChannelState::locked:
      return colors.warn;
    case ChannelState::closed:
    case ChannelState::deleted:
      return colors.text2;
    case ChannelState::unknown:
      return colors.text;
  }
  return colors.text;
}

}  // namespace sokenh
