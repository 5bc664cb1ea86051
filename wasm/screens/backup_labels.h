// What the book of backups says of entries and files, in the user's language.
#pragma once

#include <string>

#include "core/inventory/backup_book.h"

namespace sokenh {

// «Hồ sơ học sinh, mục số 3, 08:30 02/11/2026 (18 ngày trước). Đây là bản mới nhất.»
std::string known_backup_sentence(const KnownBackup& known, const Date& today);
// «Tệp tên này đã ghi ở mục số 3 …, nhưng SHA-256 khác.»
std::string same_name_sentence(const LogEntry& entry);
// What an entry is in the book: «Chưa ghi vào sổ», «Số 3», «Số 3 · đã đính chính ở mục số 5».
std::string backup_standing_label(const LogEntry& entry, const BackupStanding& standing);
// What a draft still lacks to be written to the book: «Dữ liệu, Thiết bị lưu trữ»; empty: nothing.
std::string missing_for_book(const LogEntry& draft);

}  // namespace sokenh
