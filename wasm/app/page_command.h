// The command line's `scan-page`: what a saved web page shows at its foot, what it seems to pass
// on, and what changed since an earlier copy.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "core/base/result.h"
#include "core/inventory/unit.h"
#include "core/page/outline.h"

namespace sokenh {

// {"ok", "container", "encoding", "address", "title", "sha256", "found", "complete",
//  "items": [{"item", "label", "state", "state_label", "text", "line", "place", "path", "doubt",
//   "expected", "advice"}],
//  "hints": [{"kind", "label", "press", "text", "line", "place"}], "hints_total",
//  "suspicious": [change], and with a baseline "changes": [change], "changes_suspicious",
//  "changes_total", "other_container"}
// change: {"kind", "label", "suspicious", "text", "before", "address", "words", "hidden", "line",
// "place", "message"}.
// «ok»: all six items are there and nothing suspicious is; hints do not count.
nlohmann::json scan_page(const page::PageOutline& page, const page::PageOutline* baseline,
                         const Unit& unit, std::string_view sha256);

}  // namespace sokenh
