// Parts that show one channel, in the panel beside the grid and where a card is opened.
#pragma once

#include <functional>

#include "core/inventory/channel.h"
#include "core/policy/finding.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

class App;

// What is wrong, by which clause, and its remedy; `index` tells findings of one place apart. The
// first with what can be done about it: as `remedies` draws it, in the room it is given.
void draw_finding(App& app, const Finding& finding, float width, int index,
                  const std::function<void(float room)>& remedies = {});
void draw_finding(App& app, const Channel& channel, const Finding& finding, float width, int index);
void draw_state_choices(App& app, const Channel& channel, float width,
                        const ui::FieldOptions& look = {});
// Heading, attributes and, of a Facebook page, its roles; `below` is called after each attribute.
void draw_security(App& app, const Channel& channel, float width,
                   const std::function<void(Attribute)>& below = {});

}  // namespace sokenh
