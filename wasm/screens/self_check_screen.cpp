// Tự kiểm tra: the questions that the unit answers itself.
#include "wasm/app/app.h"
#include "wasm/screens/screens.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

void draw_self_check_screen(App& /*app*/) { heading(1, tr(Msg::self_check_title), kPageTitle); }

}  // namespace sokenh
