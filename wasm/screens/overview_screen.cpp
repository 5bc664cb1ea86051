// Tổng quan: what each dispatch asks, what is done and what is due.
#include "wasm/app/app.h"
#include "wasm/screens/screens.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

void draw_overview_screen(App& /*app*/) { heading(1, tr(Msg::overview_title), kPageTitle); }

}  // namespace sokenh
