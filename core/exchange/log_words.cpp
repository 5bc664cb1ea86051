#include "core/exchange/log_words.h"

#include <array>

#include "core/exchange/document_parts.h"

namespace sokenh {
namespace {

struct KindWords {
  LogKind kind;
  std::string_view subject;
};
constexpr std::array kSubjects{
    KindWords{LogKind::patch, "Cập nhật bản vá an toàn thông tin theo cảnh báo"},
    KindWords{LogKind::vulnerability, "Rà soát, khắc phục lỗ hổng, điểm yếu an toàn thông tin"},
    KindWords{LogKind::threat_hunt, "Săn lùng mối nguy hại, bóc gỡ mã độc trên máy chủ, máy trạm"},
    KindWords{LogKind::monitoring, "Theo dõi hệ thống giám sát và phòng chống mã độc"},
    KindWords{LogKind::antivirus, "Phần mềm diệt vi rút trên từng máy"},
    KindWords{LogKind::software, "Cập nhật phiên bản phần mềm"},
    KindWords{LogKind::awareness, "Tuyên truyền, phổ biến quy định về an toàn thông tin"},
    KindWords{LogKind::bulk_mail, "Gửi thư điện tử cho nhiều người"},
    KindWords{LogKind::spam, "Thư rác, thư lừa đảo đã nhận"},
    KindWords{LogKind::warning, "Cảnh báo từ nền tảng điều phối ứng cứu sự cố"},
    KindWords{LogKind::incident, "Sự cố an toàn thông tin mạng"},
    KindWords{LogKind::plan, "Phương án ứng cứu sự cố, phương án khi hệ thống ngừng hoạt động"},
    KindWords{LogKind::drill, "Diễn tập ứng cứu, khôi phục thử"},
    KindWords{LogKind::botnet_check, "Đối chiếu máy của đơn vị với danh sách IP botnet"},
    KindWords{LogKind::page_check, "Kiểm tra trang thông tin điện tử"},
    KindWords{LogKind::backup, "Sao lưu dữ liệu"},
};

struct FieldWords {
  LogField field;
  std::string_view heading;
};
constexpr std::array kHeadings{
    FieldWords{LogField::date, "Ngày"},
    FieldWords{LogField::at, "Thời điểm"},
    FieldWords{LogField::reference, "Số, tên cảnh báo"},
    FieldWords{LogField::target, "Đối tượng rà soát"},
    FieldWords{LogField::system, "Hệ thống, phần mềm"},
    FieldWords{LogField::machine, "Tên máy"},
    FieldWords{LogField::version, "Phiên bản"},
    FieldWords{LogField::newest, "Là bản mới nhất"},
    FieldWords{LogField::licence, "Bản quyền"},
    FieldWords{LogField::licence_end, "Bản quyền đến ngày"},
    FieldWords{LogField::list_date, "Ngày của danh sách"},
    FieldWords{LogField::digest, "Mã băm của danh sách"},
    FieldWords{LogField::entries, "Số địa chỉ"},
    FieldWords{LogField::data_set, "Dữ liệu"},
    FieldWords{LogField::act, "Việc đã làm"},
    FieldWords{LogField::refers, "Về mục số"},
    FieldWords{LogField::medium, "Thiết bị lưu trữ"},
    FieldWords{LogField::place, "Nơi cất giữ"},
    FieldWords{LogField::file, "Tên tệp"},
    FieldWords{LogField::bytes, "Kích thước (byte)"},
    FieldWords{LogField::complete, "Đủ để khôi phục"},
    FieldWords{LogField::topic, "Nội dung"},
    FieldWords{LogField::sender, "Người gửi"},
    FieldWords{LogField::threat, "Loại thư"},
    FieldWords{LogField::people, "Số người tham gia"},
    FieldWords{LogField::recipients, "Số thư gửi"},
    FieldWords{LogField::purpose, "Loại phương án"},
    FieldWords{LogField::exercise, "Hình thức"},
    FieldWords{LogField::result, "Kết quả"},
    FieldWords{LogField::outcome, "Đánh giá"},
    FieldWords{LogField::found, "Nội dung phát hiện"},
    FieldWords{LogField::level, "Mức độ"},
    FieldWords{LogField::cause, "Nguyên nhân"},
    FieldWords{LogField::damage, "Thiệt hại"},
    FieldWords{LogField::measures, "Biện pháp xử lý"},
    FieldWords{LogField::due, "Hạn xử lý"},
    FieldWords{LogField::handled, "Ngày xử lý xong"},
    FieldWords{LogField::contained, "Thời điểm khoanh vùng"},
    FieldWords{LogField::reported, "Thời điểm báo cáo"},
    FieldWords{LogField::reported_to, "Báo cáo cho"},
    FieldWords{LogField::recovered, "Thời điểm khôi phục"},
    FieldWords{LogField::retired, "Ngày thôi dùng"},
    FieldWords{LogField::person, "Người thực hiện"},
    FieldWords{LogField::document, "Văn bản, minh chứng"},
    FieldWords{LogField::note, "Ghi chú"},
    FieldWords{LogField::page, "Trang, địa chỉ"},
    FieldWords{LogField::footer, "Cuối trang"},
    FieldWords{LogField::lacking, "Mục còn thiếu ở cuối trang"},
    FieldWords{LogField::items, "Các mục đã thấy ở cuối trang"},
    FieldWords{LogField::hints, "Số chỗ nghi là tin tổng hợp"},
    FieldWords{LogField::serial, "Số"},
    FieldWords{LogField::seal, "Niêm phong"},
};

// Where a kind's entries call a field otherwise than all others do.
struct OwnHeading {
  LogKind kind;
  LogField field;
  std::string_view heading;
};
constexpr std::array kOwnHeadings{
    OwnHeading{LogKind::patch, LogField::date, "Ngày cảnh báo"},
    OwnHeading{LogKind::vulnerability, LogField::date, "Ngày rà soát"},
    OwnHeading{LogKind::antivirus, LogField::date, "Ngày quét gần nhất"},
    OwnHeading{LogKind::software, LogField::date, "Ngày kiểm tra, cập nhật"},
    OwnHeading{LogKind::spam, LogField::date, "Ngày nhận"},
    OwnHeading{LogKind::botnet_check, LogField::date, "Ngày đối chiếu"},
    OwnHeading{LogKind::botnet_check, LogField::reference, "Danh sách IP botnet"},
    OwnHeading{LogKind::botnet_check, LogField::sender, "Nơi gửi danh sách"},
    OwnHeading{LogKind::page_check, LogField::date, "Ngày kiểm tra"},
    OwnHeading{LogKind::page_check, LogField::result, "So với bản gốc"},
    OwnHeading{LogKind::page_check, LogField::document, "Tệp trang đã lưu"},
    OwnHeading{LogKind::page_check, LogField::digest, "SHA-256 của tệp"},
    OwnHeading{LogKind::warning, LogField::date, "Ngày nhận"},
    OwnHeading{LogKind::plan, LogField::date, "Ngày ban hành"},
    OwnHeading{LogKind::bulk_mail, LogField::at, "Thời điểm gửi"},
    OwnHeading{LogKind::backup, LogField::digest, "SHA-256 của tệp"},
    OwnHeading{LogKind::backup, LogField::topic, "Gồm những gì"},
    OwnHeading{LogKind::backup, LogField::outcome, "Kết quả khôi phục thử"},
    OwnHeading{LogKind::incident, LogField::at, "Thời điểm phát hiện"},
    OwnHeading{LogKind::plan, LogField::reference, "Số, ký hiệu phương án"},
    OwnHeading{LogKind::antivirus, LogField::system, "Phần mềm diệt vi rút"},
    OwnHeading{LogKind::bulk_mail, LogField::topic, "Tiêu đề thư"},
    OwnHeading{LogKind::spam, LogField::topic, "Tiêu đề thư"},
    OwnHeading{LogKind::incident, LogField::topic, "Mô tả sự cố"},
    OwnHeading{LogKind::drill, LogField::topic, "Tình huống"},
    OwnHeading{LogKind::patch, LogField::handled, "Ngày cập nhật bản vá"},
    OwnHeading{LogKind::vulnerability, LogField::handled, "Ngày khắc phục"},
    OwnHeading{LogKind::threat_hunt, LogField::handled, "Ngày bóc gỡ"},
    OwnHeading{LogKind::antivirus, LogField::handled, "Ngày bóc gỡ"},
    OwnHeading{LogKind::spam, LogField::handled, "Ngày xóa"},
    OwnHeading{LogKind::bulk_mail, LogField::reported, "Báo quản trị viên lúc"},
};

struct ChoiceWords {
  LogField field;
  std::string_view key;
  std::string_view words;
};
constexpr std::array kChoices{
    ChoiceWords{LogField::data_set, "website", "Nội dung trang, cổng thông tin"},
    ChoiceWords{LogField::data_set, "school_records", "Hồ sơ nhà trường"},
    ChoiceWords{LogField::data_set, "teacher_records", "Hồ sơ giáo viên"},
    ChoiceWords{LogField::data_set, "pupil_records", "Hồ sơ học sinh"},
    ChoiceWords{LogField::data_set, "other", "Dữ liệu khác"},
    ChoiceWords{LogField::act, "backup", "Sao lưu"},
    ChoiceWords{LogField::act, "correction", "Đính chính"},
    ChoiceWords{LogField::act, "withdrawal", "Hủy mục đã ghi"},
    ChoiceWords{LogField::act, "restore_test", "Khôi phục thử"},
    ChoiceWords{LogField::medium, "external_drive", "Ổ cứng ngoài"},
    ChoiceWords{LogField::medium, "usb", "USB, thẻ nhớ"},
    ChoiceWords{LogField::medium, "optical", "Đĩa quang"},
    ChoiceWords{LogField::medium, "network", "Thiết bị lưu trữ mạng (NAS)"},
    ChoiceWords{LogField::medium, "machine", "Máy tính khác"},
    ChoiceWords{LogField::medium, "cloud", "Đám mây"},
    ChoiceWords{LogField::medium, "other", "Khác"},
    ChoiceWords{LogField::complete, "yes", "Có"},
    ChoiceWords{LogField::complete, "no", "Không"},
    ChoiceWords{LogField::newest, "yes", "Có"},
    ChoiceWords{LogField::newest, "no", "Không"},
    ChoiceWords{LogField::target, "portal", "Cổng, trang thông tin điện tử"},
    ChoiceWords{LogField::target, "system", "Hệ thống, phần mềm"},
    ChoiceWords{LogField::target, "machine", "Máy chủ, máy trạm, thiết bị"},
    ChoiceWords{LogField::licence, "until", "Có thời hạn"},
    ChoiceWords{LogField::licence, "unlimited", "Không thời hạn hoặc có sẵn trong hệ điều hành"},
    ChoiceWords{LogField::licence, "none", "Không có bản quyền"},
    ChoiceWords{LogField::threat, "spam", "Thư rác"},
    ChoiceWords{LogField::threat, "phishing", "Thư lừa đảo"},
    ChoiceWords{LogField::purpose, "incident", "Ứng cứu sự cố"},
    ChoiceWords{LogField::purpose, "outage", "Hệ thống ngừng hoạt động"},
    ChoiceWords{LogField::purpose, "both", "Cả hai"},
    ChoiceWords{LogField::exercise, "drill", "Diễn tập ứng cứu"},
    ChoiceWords{LogField::exercise, "restore", "Khôi phục thử"},
    ChoiceWords{LogField::result, "nothing", "Không phát hiện gì"},
    ChoiceWords{LogField::result, "found", "Có phát hiện"},
    ChoiceWords{LogField::outcome, "passed", "Đạt"},
    ChoiceWords{LogField::outcome, "failed", "Chưa đạt"},
    ChoiceWords{LogField::footer, "complete", "Đủ sáu mục"},
    ChoiceWords{LogField::footer, "incomplete", "Còn thiếu mục"},
    ChoiceWords{LogField::level, "low", "Thấp"},
    ChoiceWords{LogField::level, "medium", "Trung bình"},
    ChoiceWords{LogField::level, "high", "Cao"},
    ChoiceWords{LogField::level, "critical", "Nghiêm trọng"},
};

}  // namespace

std::string_view log_paper_subject(LogKind kind) {
  for (const KindWords& words : kSubjects) {
    if (words.kind == kind) return words.subject;
  }
  return {};
}

std::string_view log_paper_heading(LogKind kind, LogField field) {
  for (const OwnHeading& own : kOwnHeadings) {
    if (own.kind == kind && own.field == field) return own.heading;
  }
  for (const FieldWords& words : kHeadings) {
    if (words.field == field) return words.heading;
  }
  return {};
}

std::string_view log_paper_choice(LogField field, std::string_view key) {
  for (const ChoiceWords& choice : kChoices) {
    if (choice.field == field && choice.key == key) return choice.words;
  }
  return {};
}

std::string log_paper_text(const LogEntry& entry, LogField field) {
  const std::string& written = log_text(entry, field);
  switch (log_field_type(field)) {
    case LogFieldType::date:
      return written_date(written);
    case LogFieldType::moment:
      if (const MomentReading reading = read_moment(written);
          reading.problem == MomentProblem::none) {
        return vietnamese_text(reading);
      }
      return written;
    case LogFieldType::choice:
      return std::string(log_paper_choice(field, written));
    case LogFieldType::text:
    case LogFieldType::number:
    case LogFieldType::machine:
      return written;
  }
  return written;
}

}  // namespace sokenh
