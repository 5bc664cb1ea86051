// What the documents have in common: whose paper it is, what it answers, who signs. Internal to
// core/exchange.
#pragma once

#include <string>
#include <string_view>

#include "core/exchange/unit_documents.h"

namespace sokenh {

inline constexpr std::string_view kUnknown = "…";  // to be written by hand
inline constexpr std::string_view kNumber = "Số: …/…";

std::string or_unknown(std::string_view written);
// «Công văn số 1399/GDĐT ngày 19 tháng 12 năm 2017 của Phòng … về việc …»
std::string dispatch_text(const Pack& pack);
// As it is written, figures in Vietnamese order where it can be read.
std::string written_date(std::string_view written);

Letterhead letterhead(const DocumentSource& source);
SignatureBlock head_signs(const Unit& unit);
// On the left of a paper that somebody else made.
SignatureBlock head_confirms(const Unit& unit);
// Without its blocks.
Document begin_document(DocumentKind kind, std::string_view name, bool landscape,
                        const DocumentSource& source);

}  // namespace sokenh
