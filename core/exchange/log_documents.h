// The papers made of a log: one kind's entries as a table, and the report on one incident
// (HP24-3.4, HP24-4, HP24-5). Internal to core/exchange: make_document() is the way in.
#pragma once

#include "core/exchange/unit_documents.h"

namespace sokenh {

Document log_document(const DocumentSource& source, LogKind kind);

// The entry the source names, else the latest incident; nullptr when there is none.
const LogEntry* reported_incident(const DocumentSource& source);
Document incident_report(const DocumentSource& source, const LogEntry& incident);

}  // namespace sokenh
