// The paper of a duty roster (HP24-1.1). Internal to core/exchange: make_document() is the way in.
#pragma once

#include "core/exchange/unit_documents.h"

namespace sokenh {

// The roster that the source names, else of those not over on its day the one that begins first,
// else the last; nullptr when there is none.
const Roster* printed_roster(const DocumentSource& source);
Document duty_document(const DocumentSource& source, const Roster& roster);
void add_duty_gaps(const DocumentSource& source, std::vector<MissingPart>& out);

}  // namespace sokenh
