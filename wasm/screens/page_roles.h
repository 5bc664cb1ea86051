// Who may do what on a Facebook page (HP23-4.5, HP23-4.6): its administrators and editors.
#pragma once

#include "core/inventory/channel.h"

namespace sokenh {

class App;

void draw_page_roles(App& app, const Channel& channel, float width);

}  // namespace sokenh
