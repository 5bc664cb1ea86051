// How a channel's findings and its state are marked, in the grid and on the cards: by colour, and
// never by colour alone.
#pragma once

#include <imgui.h>

#include <span>

#include "core/inventory/channel_state.h"
#include "core/policy/finding.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

// The worst finding of a cell, or of a whole row when `column` is STT.
const Finding* worst_finding(std::span<const Finding* const> findings, Column column);
ui::Tone severity_tone(Severity severity);
ui::Icon severity_icon(Severity severity);

void draw_state_mark(ImDrawList* draw, ChannelState state, ImVec2 center);
ImU32 state_color(ChannelState state);

}  // namespace sokenh
