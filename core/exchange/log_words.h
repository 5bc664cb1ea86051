// What the logs' fields and choices are called on paper and in the tables that offices keep. In
// Vietnamese, as papers are; what the screens say stands with all their words.
#pragma once

#include <string>
#include <string_view>

#include "core/inventory/log.h"

namespace sokenh {

std::string_view log_paper_subject(LogKind kind);  // «Cập nhật bản vá an toàn thông tin …»
std::string_view log_paper_heading(LogKind kind, LogField field);
std::string_view log_paper_choice(LogField field, std::string_view key);  // "" for an unknown key
// What is written, dates in figures where they can be read, choices in words.
std::string log_paper_text(const LogEntry& entry, LogField field);

}  // namespace sokenh
