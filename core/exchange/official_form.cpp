#include "core/exchange/official_form.h"

#include <array>
#include <string_view>

#include "core/exchange/html_text.h"
#include "core/inventory/channel_state.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

constexpr std::string_view kNation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
constexpr std::string_view kMotto = "Độc lập - Tự do - Hạnh phúc";
constexpr std::string_view kNoChannels =
    "Đơn vị không có kênh cung cấp thông tin nào trên môi trường mạng.";
constexpr std::string_view kDraft = "BẢN NHÁP";

// Nghị định 30/2020, Phụ lục I, II.4: a 0 before days under 10 and before months 1 and 2.
std::string official_date(const Date& date) {
  return std::string("ngày ") + (date.day < 10 ? "0" : "") + std::to_string(date.day) + " tháng " +
         (date.month < 3 ? "0" : "") + std::to_string(date.month) + " năm " +
         std::to_string(date.year);
}

std::string dateline(std::string_view place, const std::optional<Date>& date) {
  const std::string where = text::is_blank(place) ? "…" : std::string(text::trim(place));
  return where + ", " + (date ? official_date(*date) : "ngày … tháng … năm …");
}

std::string printed_cell(const Channel& channel, Column column) {
  const std::string& text = column_text(channel, column);
  if (column != Column::state) return text;
  const std::string_view label = state_label(read_state(text).state);
  return label.empty() ? text : std::string(label);
}

// In eight groups of eight, to be compared by eye.
std::string grouped_digits(std::string_view digits) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && i % 8 == 0) out.push_back(' ');
    out.push_back(digits[i]);
  }
  return out;
}

// Per cent of the table's width; even when a pack has other columns than the form of 2023.
constexpr std::array<int, kColumnCount> kWidths = {5, 22, 12, 11, 13, 13, 13, 11};

// Sizes and margins: Nghị định 30/2020, Phụ lục I. Liberation Serif and Tinos have Times New
// Roman's widths, for machines without it.
constexpr std::string_view kStyle = R"(
@page { size: A4 landscape; margin: 20mm 15mm 20mm 30mm;
  @top-center { content: counter(page); font: 13pt "Times New Roman", "Liberation Serif", Tinos, serif; } }
@page :first { @top-center { content: none; } }
* { box-sizing: border-box; }
body { margin: 0; color: #000; background: #fff;
  font: 13pt/1.25 "Times New Roman", "Liberation Serif", Tinos, serif; }
@media screen { body { max-width: 252mm; margin: 10mm auto; } }
p { margin: 0; }
.top { display: flex; justify-content: space-between; text-align: center; }
.top > div { width: 48%; }
.unit, .nation { font-weight: bold; }
.unit::after { content: ""; display: block; width: 40%; margin: 2pt auto 0; border-top: .75pt solid; }
.motto { display: inline-block; font-weight: bold; border-bottom: .75pt solid; }
.dateline { margin-top: 6pt; font-style: italic; }
h1 { margin: 18pt 0 0; font-size: 14pt; text-align: center; }
.subtitle { text-align: center; font-style: italic; }
table { width: 100%; margin: 12pt 0 6pt; border-collapse: collapse; table-layout: fixed; font-size: 12pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 3pt 4pt; border: .5pt solid #000; vertical-align: top; white-space: pre-line;
  overflow-wrap: anywhere; text-align: left; }
th { vertical-align: middle; text-align: center; }
td:first-child, .statement { text-align: center; }
.signatures { display: flex; justify-content: space-between; margin-top: 12pt; text-align: center;
  font-weight: bold; break-inside: avoid; }
.signatures > div { width: 45%; }
.room { height: 28mm; }
.proof { margin-top: 12pt; font-size: 10pt; break-inside: avoid; }
.digits { font-family: "Liberation Mono", "Courier New", monospace; }
.draft { position: fixed; inset: 0; display: flex; align-items: center; justify-content: center;
  z-index: -1; color: #ddd; font-size: 96pt; font-weight: bold; transform: rotate(-30deg); }
)";

std::string element(std::string_view tag, std::string_view css_class, std::string_view text) {
  std::string out = "<" + std::string(tag);
  if (!css_class.empty()) out += " class=\"" + std::string(css_class) + "\"";
  return out + ">" + escape_html(text) + "</" + std::string(tag) + ">\n";
}

std::string top_html(const FormDocument& document) {
  std::string out = "<div class=\"top\">\n<div>\n";
  if (!document.parent.empty()) out += element("p", "", document.parent);
  return out + element("p", "unit", document.unit) + "</div>\n<div>\n" +
         element("p", "nation", kNation) + element("p", "motto", kMotto) +
         element("p", "dateline", document.dateline) + "</div>\n</div>\n";
}

std::string table_html(const FormDocument& document) {
  std::string out = "<table>\n";
  if (document.headings.size() == kWidths.size()) {
    out += "<colgroup>";
    for (const int width : kWidths) out += "<col style=\"width:" + std::to_string(width) + "%\">";
    out += "</colgroup>\n";
  }
  out += "<thead>\n<tr>\n";
  for (const std::string& heading : document.headings) {
    out += "<th scope=\"col\">" + escape_html(heading) + "</th>\n";
  }
  out += "</tr>\n</thead>\n<tbody>\n";
  for (const std::vector<std::string>& row : document.rows) {
    out += "<tr>\n";
    for (const std::string& cell : row) out += element("td", "", cell);
    out += "</tr>\n";
  }
  if (!document.statement.empty()) {
    out += "<tr>\n<td class=\"statement\" colspan=\"" + std::to_string(document.headings.size()) +
           "\">" + escape_html(document.statement) + "</td>\n</tr>\n";
  }
  return out + "</tbody>\n</table>\n";
}

std::string signature_html(const SignatureBlock& block) {
  std::string out = "<div>\n" + element("p", "", block.heading);
  if (!block.title.empty()) out += element("p", "", block.title);
  return out + "<div class=\"room\"></div>\n" + element("p", "", block.name) + "</div>\n";
}

std::string proof_line(std::string_view label, std::string_view digits) {
  if (digits.empty()) return {};
  return "<p>" + escape_html(label) + ": <span class=\"digits\">" + escape_html(digits) +
         "</span></p>\n";
}

std::string proof_html(const FormProof& proof) {
  return "<div class=\"proof\">\n" +
         proof_line("Mã kiểm tra SHA-256 của tệp đã ký", grouped_digits(proof.payload_sha256)) +
         proof_line("Dấu vân tay khóa của cán bộ thống kê", proof.preparer_fingerprint) +
         proof_line("Dấu vân tay khóa của lãnh đạo đơn vị", proof.head_fingerprint) +
         element(
             "p", "",
             "Chữ ký trong tệp dùng để phát hiện sửa đổi, không thay cho chữ ký số của cơ quan, "
             "tổ chức theo Nghị định 30/2020/NĐ-CP.") +
         "</div>\n";
}

nlohmann::json block_json(const SignatureBlock& block) {
  return {{"heading", block.heading}, {"title", block.title}, {"name", block.name}};
}

}  // namespace

FormDocument make_form_document(const Declaration& declaration, const Form& form,
                                const std::optional<Date>& date,
                                const std::optional<FormProof>& proof) {
  const Unit& unit = declaration.unit;
  FormDocument document;
  document.parent = text::upper(unit.parent);
  document.unit = text::upper(unit.name);
  document.dateline = dateline(unit.place, date);
  document.title = form.title;
  document.subtitle = form.subtitle;
  document.headings = form.columns;
  for (std::size_t i = 0; i < declaration.channels.size(); ++i) {
    std::vector<std::string> row{std::to_string(i + 1)};
    for (int column = 1; column < kColumnCount; ++column) {
      row.push_back(printed_cell(declaration.channels[i], static_cast<Column>(column)));
    }
    document.rows.push_back(std::move(row));
  }
  if (declaration.channels.empty() && declaration.no_channels) document.statement = kNoChannels;
  document.left = {form.left_signature, text::upper(unit.head_title), unit.head_name};
  document.right = {form.right_signature, text::upper(unit.preparer_title), unit.preparer_name};
  document.proof = proof;
  document.is_draft =
      !proof || proof->preparer_fingerprint.empty() || proof->head_fingerprint.empty();
  return document;
}

std::string write_form_html(const FormDocument& document) {
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" "
      "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n" +
      element("title", "", document.title + " – " + document.unit) + "<style>" +
      std::string(kStyle) + "</style>\n</head>\n<body>\n";
  if (document.is_draft) out += element("div", "draft", kDraft);
  out += top_html(document) + element("h1", "", document.title) +
         element("p", "subtitle", document.subtitle) + table_html(document) +
         "<div class=\"signatures\">\n" + signature_html(document.left) +
         signature_html(document.right) + "</div>\n";
  if (document.proof) out += proof_html(*document.proof);
  return out + "</body>\n</html>\n";
}

nlohmann::json to_json(const FormDocument& document) {
  nlohmann::json json = {{"parent", document.parent},
                         {"unit", document.unit},
                         {"nation", kNation},
                         {"motto", kMotto},
                         {"dateline", document.dateline},
                         {"title", document.title},
                         {"subtitle", document.subtitle},
                         {"headings", document.headings},
                         {"rows", document.rows},
                         {"statement", document.statement},
                         {"left", block_json(document.left)},
                         {"right", block_json(document.right)},
                         {"draft", document.is_draft ? kDraft : std::string_view()}};
  if (document.proof) {
    json["proof"] = {{"payload_sha256", document.proof->payload_sha256},
                     {"preparer_fingerprint", document.proof->preparer_fingerprint},
                     {"head_fingerprint", document.proof->head_fingerprint}};
  }
  return json;
}

}  // namespace sokenh
