#include "core/exchange/document_parts.h"

#include "core/inventory/partial_date.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

constexpr std::string_view kHead = "THỦ TRƯỞNG ĐƠN VỊ";

std::string issued_text(std::string_view issued) {
  const DateReading reading = read_partial_date(issued);
  if (reading.problem != DateProblem::none) return {};
  const Date& date = reading.value.date;
  switch (reading.value.precision) {
    case DatePrecision::day:
      return " " + official_date(date);
    case DatePrecision::month:
      return " tháng " + std::string(date.month < 3 ? "0" : "") + std::to_string(date.month) +
             " năm " + std::to_string(date.year);
    case DatePrecision::year:
      return " năm " + std::to_string(date.year);
  }
  return {};
}

std::string_view draft_reason(DraftCause cause) {
  switch (cause) {
    case DraftCause::none:
      return {};
    case DraftCause::not_signed:
      return "Bản nháp: dữ liệu chưa được ký.";
    case DraftCause::preparer_missing:
      return "Bản nháp: chưa có chữ ký của cán bộ thống kê.";
    case DraftCause::head_missing:
      return "Bản nháp: chưa có chữ ký của lãnh đạo đơn vị.";
    case DraftCause::changed_since:
      return "Bản nháp: dữ liệu đã được sửa sau khi ký. Chữ ký trước đó không áp dụng cho nội "
             "dung này; cần ký lại.";
    case DraftCause::not_valid:
      return "Bản nháp: tệp có chữ ký không hợp lệ.";
  }
  return {};
}

}  // namespace

std::string or_unknown(std::string_view written) {
  return std::string(text::is_blank(written) ? kUnknown : text::trim(written));
}

std::string dispatch_text(const Pack& pack) {
  constexpr std::string_view kAbout = "V/v ";
  std::string_view about = pack.title_vi;
  if (about.substr(0, kAbout.size()) == kAbout) about.remove_prefix(kAbout.size());
  return "Công văn số " + or_unknown(pack.number) + issued_text(pack.issued) + " của " +
         or_unknown(pack.issuer) + " về việc " + std::string(about);
}

std::string written_date(std::string_view written) {
  const DateReading reading = read_partial_date(written);
  return reading.problem == DateProblem::none ? vietnamese_text(reading.value)
                                              : std::string(text::trim(written));
}

Letterhead letterhead(const DocumentSource& source) {
  const Unit& unit = source.declaration.unit;
  return {.parent = text::upper(text::trim(unit.parent)),
          .unit = text::upper(or_unknown(unit.name)),
          .number = {},
          .subject = {},
          .dateline = or_unknown(unit.place) + ", " +
                      (source.date ? official_date(*source.date) : "ngày … tháng … năm …")};
}

SignatureBlock head_signs(const Unit& unit) {
  std::string title = text::upper(text::trim(unit.head_title));
  return {{}, title.empty() ? std::string(kHead) : std::move(title), unit.head_name};
}

SignatureBlock head_confirms(const Unit& unit) {
  return {"XÁC NHẬN CỦA LÃNH ĐẠO ĐƠN VỊ", text::upper(unit.head_title), unit.head_name};
}

Document begin_document(DocumentKind kind, std::string_view name, bool landscape,
                        const DocumentSource& source) {
  Document document;
  document.kind = kind;
  document.name = name;
  document.landscape = landscape;
  document.draft_reason = draft_reason(draft_cause(source));
  document.proof = source.proof;
  return document;
}

}  // namespace sokenh
