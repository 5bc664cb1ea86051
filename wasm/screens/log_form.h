// The fields of one log entry, as its kind's table has them, each with what is wrong with it.
#pragma once

#include "wasm/screens/log_status.h"

namespace sokenh {

class App;

void draw_log_form(App& app, const LogEntry& entry, const LogEntryStatus& status, float width);

}  // namespace sokenh
