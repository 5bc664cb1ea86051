#include "core/exchange/document.h"

#include <array>
#include <nlohmann/json.hpp>

namespace sokenh {
namespace {

constexpr std::string_view kNation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
constexpr std::string_view kMotto = "Độc lập - Tự do - Hạnh phúc";
constexpr std::string_view kDraft = "BẢN NHÁP";
constexpr std::string_view kRecipients = "Nơi nhận:";
constexpr std::string_view kSha256 = "Mã kiểm tra SHA-256 của dữ liệu đã ký";
constexpr std::string_view kPreparerKey = "Dấu vân tay khóa của cán bộ thống kê";
constexpr std::string_view kHeadKey = "Dấu vân tay khóa của lãnh đạo đơn vị";
constexpr std::string_view kNotLegal =
    "Chữ ký trong tệp dùng để phát hiện sửa đổi, không thay cho chữ ký số của cơ quan, tổ chức "
    "theo Nghị định 30/2020/NĐ-CP.";

constexpr std::array<std::string_view, std::size(kDocumentKinds)> kKindKeys = {
    "channel-form", "removal-request", "account-review", "self-check",
    "log",          "incident-report", "duty-roster"};

constexpr std::array<std::string_view, 7> kStyleKeys = {"addressee", "title", "subject", "remark",
                                                        "section",   "body",  "item"};

// In eight groups of eight, to be compared by eye.
std::string grouped_digits(std::string_view digits) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && i % 8 == 0) out.push_back(' ');
    out.push_back(digits[i]);
  }
  return out;
}

nlohmann::json block_json(const Letterhead& head) {
  return {{"type", "letterhead"},  {"parent", head.parent},    {"unit", head.unit},
          {"number", head.number}, {"subject", head.subject},  {"nation", kNation},
          {"motto", kMotto},       {"dateline", head.dateline}};
}

nlohmann::json block_json(const Paragraph& paragraph) {
  return {{"type", "paragraph"},
          {"style", kStyleKeys[static_cast<std::size_t>(paragraph.style)]},
          {"text", paragraph.text}};
}

nlohmann::json block_json(const PaperTable& table) {
  nlohmann::json columns = nlohmann::json::array();
  for (const PaperColumn& column : table.columns) {
    columns.push_back(
        {{"heading", column.heading}, {"width", column.width}, {"centred", column.centred}});
  }
  return {{"type", "table"},
          {"columns", columns},
          {"rows", table.rows},
          {"statement", table.statement}};
}

nlohmann::json signature_json(const SignatureBlock& block) {
  return {{"heading", block.heading}, {"title", block.title}, {"name", block.name}};
}

nlohmann::json block_json(const Closing& closing) {
  nlohmann::json out = {{"type", "closing"},
                        {"recipients_heading", kRecipients},
                        {"recipients", closing.recipients},
                        {"right", signature_json(closing.right)}};
  if (closing.left) out["left"] = signature_json(*closing.left);
  return out;
}

nlohmann::json proof_json(const Proof& proof) {
  nlohmann::json lines = nlohmann::json::array();
  const auto add = [&](std::string_view label, std::string digits) {
    if (!digits.empty()) lines.push_back({{"label", label}, {"digits", std::move(digits)}});
  };
  add(kSha256, grouped_digits(proof.payload_sha256));
  add(kPreparerKey, proof.preparer_fingerprint);
  add(kHeadKey, proof.head_fingerprint);
  return {{"lines", lines}, {"qr", qr_text(proof)}, {"note", kNotLegal}};
}

}  // namespace

std::string_view document_kind_key(DocumentKind kind) {
  return kKindKeys[static_cast<std::size_t>(kind)];
}

std::optional<DocumentKind> parse_document_kind_key(std::string_view key) {
  for (const DocumentKind kind : kDocumentKinds) {
    if (document_kind_key(kind) == key) return kind;
  }
  return std::nullopt;
}

std::string official_date(const Date& date) {
  return std::string("ngày ") + (date.day < 10 ? "0" : "") + std::to_string(date.day) + " tháng " +
         (date.month < 3 ? "0" : "") + std::to_string(date.month) + " năm " +
         std::to_string(date.year);
}

std::string qr_text(const Proof& proof) {
  std::string out = proof.payload_sha256;
  if (!proof.preparer_fingerprint.empty()) out += "\npreparer " + proof.preparer_fingerprint;
  if (!proof.head_fingerprint.empty()) out += "\nhead " + proof.head_fingerprint;
  return out;
}

nlohmann::json to_json(const Document& document) {
  nlohmann::json blocks = nlohmann::json::array();
  for (const Block& block : document.blocks) {
    blocks.push_back(std::visit([](const auto& each) { return block_json(each); }, block));
  }
  nlohmann::json json = {{"kind", document_kind_key(document.kind)},
                         {"name", document.name},
                         {"landscape", document.landscape},
                         {"blocks", blocks},
                         {"draft", document.draft_reason.empty() ? std::string_view() : kDraft},
                         {"draft_reason", document.draft_reason}};
  if (document.proof) json["proof"] = proof_json(*document.proof);
  return json;
}

}  // namespace sokenh
