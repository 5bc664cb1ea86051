// Tài liệu: every document the dispatches want, made from what was entered.
#include "wasm/app/app.h"
#include "wasm/screens/screens.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

void draw_documents_screen(App& /*app*/) { heading(1, tr(Msg::documents_title), kPageTitle); }

}  // namespace sokenh
