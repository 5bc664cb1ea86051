// The form of one machine, wherever it is shown.
#pragma once

#include "wasm/screens/machine_status.h"

namespace sokenh {

class App;

void draw_machine_form(App& app, const Machine& machine, const MachineStatus& status, float width);

}  // namespace sokenh
