#include "core/exchange/log_words.h"

#include <array>

#include "core/exchange/document_parts.h"

namespace sokenh {
namespace {

// In the order of LogKind.
constexpr std::array<std::string_view, 13> kSubjects{
    "Cập nhật bản vá an toàn thông tin theo cảnh báo",
    "Rà soát, khắc phục lỗ hổng, điểm yếu an toàn thông tin",
    "Săn lùng mối nguy hại, bóc gỡ mã độc trên máy chủ, máy trạm",
    "Theo dõi hệ thống giám sát và phòng chống mã độc",
    "Phần mềm diệt vi rút trên từng máy",
    "Cập nhật phiên bản phần mềm",
    "Tuyên truyền, phổ biến quy định về an toàn thông tin",
    "Gửi thư điện tử cho nhiều người",
    "Thư rác, thư lừa đảo đã nhận",
    "Cảnh báo từ nền tảng điều phối ứng cứu sự cố",
    "Sự cố an toàn thông tin mạng",
    "Phương án ứng cứu sự cố, phương án khi hệ thống ngừng hoạt động",
    "Diễn tập ứng cứu, khôi phục thử",
};

// In the order of LogField.
constexpr std::array<std::string_view, 34> kHeadings{
    "Ngày",
    "Thời điểm",
    "Số, tên cảnh báo",
    "Đối tượng rà soát",
    "Hệ thống, phần mềm",
    "Tên máy",
    "Phiên bản",
    "Là bản mới nhất",
    "Bản quyền",
    "Bản quyền đến ngày",
    "Nội dung",
    "Người gửi",
    "Loại thư",
    "Số người tham gia",
    "Số thư gửi",
    "Loại phương án",
    "Hình thức",
    "Kết quả",
    "Đánh giá",
    "Nội dung phát hiện",
    "Mức độ",
    "Nguyên nhân",
    "Thiệt hại",
    "Biện pháp xử lý",
    "Hạn xử lý",
    "Ngày xử lý xong",
    "Thời điểm khoanh vùng",
    "Thời điểm báo cáo",
    "Báo cáo cho",
    "Thời điểm khôi phục",
    "Ngày thôi dùng",
    "Người thực hiện",
    "Văn bản, minh chứng",
    "Ghi chú",
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
    OwnHeading{LogKind::warning, LogField::date, "Ngày nhận"},
    OwnHeading{LogKind::plan, LogField::date, "Ngày ban hành"},
    OwnHeading{LogKind::bulk_mail, LogField::at, "Thời điểm gửi"},
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
    ChoiceWords{LogField::level, "low", "Thấp"},
    ChoiceWords{LogField::level, "medium", "Trung bình"},
    ChoiceWords{LogField::level, "high", "Cao"},
    ChoiceWords{LogField::level, "critical", "Nghiêm trọng"},
};

}  // namespace

std::string_view log_paper_subject(LogKind kind) {
  return kSubjects[static_cast<std::size_t>(kind)];
}

std::string_view log_paper_heading(LogKind kind, LogField field) {
  for (const OwnHeading& own : kOwnHeadings) {
    if (own.kind == kind && own.field == field) return own.heading;
  }
  return kHeadings[static_cast<std::size_t>(field)];
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
