// What the logs' kinds, fields and choices are called, in the user's language.
#pragma once

#include <string>
#include <string_view>

#include "core/inventory/log.h"

namespace sokenh {

std::string_view log_kind_label(LogKind kind);  // «Bản vá an toàn»
std::string_view log_kind_use(LogKind kind);    // what is written into it, as a sentence
// What «nothing to log» means of it: «Chưa nhận thư rác, thư lừa đảo nào»; "" for kinds that cannot
// be empty.
std::string_view log_nothing_label(LogKind kind);
// As entries of the kind call the field: «Ngày cập nhật bản vá».
std::string_view log_field_label(LogKind kind, LogField field);
std::string_view log_choice_label(LogField field, std::string_view key);  // "" for an unknown key
// What tells it from others of its kind (log_entry_name()), with choices in words: «Hồ sơ học sinh,
// hoc-sinh.zip».
std::string log_entry_label(const LogEntry& entry);
// What is written, with a choice in words.
std::string log_shown_text(const LogEntry& entry, LogField field);

}  // namespace sokenh
