// Stroke icons on a 16 x 16 grid, drawn as lines so that they stay sharp at every scale.
#pragma once

#include <imgui.h>

#include "core/inventory/channel.h"

namespace sokenh::ui {

enum class Icon {
  none,
  brand,
  unit,
  list,
  pen,
  open,
  add,
  paste,
  undo,
  redo,
  copy,
  trash,
  search,
  close,
  check,
  warning,
  error,
  info,
  download,
  mail,
  share,
  key,
  show,
  hide,
  shield,
  offline,
  calendar,
  file,
  up,
  down,
  left,
  right,
  globe,
  facebook,
  chat,
  video,
  language,
  text_size,
  theme,
  lock,
  refresh,
  sort_up,
  sort_down,
  note,
  more,
  keyboard,
  overview,
  person,
  machine,
  check_box,
  print,
  clock
};

void draw_icon(ImDrawList* draw, Icon icon, ImVec2 center, ImU32 color, float size = 16);
Icon channel_icon(ChannelKind kind);

}  // namespace sokenh::ui
