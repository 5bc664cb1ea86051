// Tài liệu: what the screen of documents keeps between frames.
#pragma once

#include <optional>

#include "core/exchange/document.h"
#include "core/inventory/log.h"

namespace sokenh {

struct PapersShown {
  std::optional<DocumentKind> shown;  // whose text is open
  LogKind log = LogKind::patch;       // of DocumentKind::log
  LogEntryId incident = 0;            // of the incident report; 0: the latest
  bool arriving = false;              // from a log: to what is shown
};

}  // namespace sokenh
