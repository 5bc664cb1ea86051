// Tài liệu: what the screen of documents keeps between frames.
#pragma once

#include <optional>

#include "core/exchange/document.h"
#include "core/inventory/duty.h"
#include "core/inventory/log.h"

namespace sokenh {

struct PapersShown {
  std::optional<DocumentKind> shown;  // whose text is open
  LogKind log = LogKind::patch;       // of DocumentKind::log
  LogEntryId incident = 0;            // of the incident report; 0: the latest
  RosterId roster = 0;                // of the duty roster; 0: the next one, else the last
  bool arriving = false;              // from a log or a roster: to what is shown
};

}  // namespace sokenh
