// Tài khoản: who has which account on shared systems.
#include "wasm/app/app.h"
#include "wasm/screens/screens.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

void draw_accounts_screen(App& /*app*/) { heading(1, tr(Msg::accounts_title), kPageTitle); }

}  // namespace sokenh
