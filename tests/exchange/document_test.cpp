#include "core/exchange/document.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "core/exchange/unit_documents.h"
#include "core/policy/pack_set.h"

namespace sokenh {
namespace {

constexpr Date kDay{2024, 2, 5};

Declaration sample() {
  Declaration declaration;
  declaration.packs = {"HP23", "DL", "TN17"};
  Unit& unit = declaration.unit;
  unit.name = "Trường THCS Quang Trung";
  unit.parent = "UBND xã An Lão";
  unit.place = "An Lão";
  unit.head_name = "Nguyễn Hữu Đạt";
  unit.head_title = "Hiệu trưởng";
  unit.preparer_name = "Vũ Thị Mai";
  unit.preparer_title = "Giáo viên";
  for (const char* state : {"đang hoạt động", "Tạm khoá", "bàn giao cho Sở"}) {
    Channel channel;
    channel.id = declaration.next_id++;
    channel.name = "fb.com/a";
    channel.identifier = "100064211234567";
    channel.created = "9/2016";
    channel.managing_unit = unit.name;
    channel.administrators = "Vũ Thị Mai\nĐỗ Văn Khải";
    channel.contact = "0225.3678.901";
    channel.state = state;
    declaration.channels.push_back(channel);
  }
  const auto account = [&](std::string user_name, Answer in_use, std::string reason) {
    Account out;
    out.id = declaration.next_account_id++;
    out.system = "QOffice";
    out.user_name = std::move(user_name);
    out.holder = "Trần Văn Bình";
    out.position = "Tổ Toán";
    out.in_use = in_use;
    out.unused_reason = std::move(reason);
    declaration.accounts.push_back(out);
  };
  account("binh.tv", Answer::no, "nghỉ hưu");
  account("lan.nt", Answer::yes, "");
  account("hoa.pt", Answer::no, "chuyển công tác");
  declaration.accounts[2].removal_requested = "2024-01-09";
  declaration.account_reviews = {{"05/11/2023", "Vũ Thị Mai", 3, 1, ""},
                                 {"2024-02-05", "Đỗ Văn Khải", 3, 2, "Họp ngày 6/2"}};
  const auto entry = [&](LogKind kind, const std::vector<std::pair<LogField, std::string>>& texts) {
    LogEntry out{.id = declaration.next_log_id++, .kind = kind};
    for (const auto& [field, text] : texts) REQUIRE(set_log_text(out, field, text));
    declaration.log.push_back(std::move(out));
  };
  entry(LogKind::patch, {{LogField::date, "2024-02-01"},
                         {LogField::reference, "CVE-2024-21"},
                         {LogField::system, "Máy chủ web"},
                         {LogField::handled, "2/2024"}});
  entry(LogKind::patch, {{LogField::date, "15/1/2024"},
                         {LogField::reference, "CV 12"},
                         {LogField::system, "Máy trạm"},
                         {LogField::level, "critical"}});
  entry(LogKind::incident, {{LogField::at, "8h30 ngày 03/02/2024"},
                            {LogField::system, "Cổng thông tin"},
                            {LogField::topic, "Trang chủ bị sửa"},
                            {LogField::contained, "10:00 03/02/2024"},
                            {LogField::reported, "03/02/2024"},
                            {LogField::reported_to, "Sở GDĐT"},
                            {LogField::recovered, "09:00 04/02/2024"},
                            {LogField::level, "high"}});
  entry(LogKind::incident, {{LogField::at, "01/01/2024"}, {LogField::topic, "Mất điện"}});
  entry(LogKind::plan,
        {{LogField::date, "2023"}, {LogField::reference, "PA 03"}, {LogField::purpose, "both"}});
  Roster roster{.id = 1, .occasion = "Tết", .from = "17:00 08/02/2024", .to = "07:00 09/02/2024"};
  roster.posts = {{.id = 1, .name = "Trực lãnh đạo"}};
  roster.people = {{.id = 2, .name = "Vũ Thị Mai", .telephone = "0912 345 678"}};
  roster.shifts = {
      {.id = 3, .post = 1, .person = 2, .from = "17:00 08/02/2024", .to = "07:00 09/02/2024"}};
  declaration.rosters = {roster};
  return declaration;
}

// What a test changes of how a document is made.
struct Making {
  Declaration declaration = sample();
  std::optional<Date> date = kDay;
  std::optional<Proof> proof;
  NoProof no_proof = NoProof::not_signed;
  LogKind log = LogKind::patch;
  LogEntryId incident = 0;
  PackSet set;
  std::vector<const Pack*> packs = {};
  Evaluation evaluation = {};

  DocumentSource source() {
    packs = set.followed(declaration);
    evaluation = evaluate(declaration, packs, kDay);
    return {declaration, packs, evaluation, date, proof, no_proof, log, incident};
  }
  Document make(DocumentKind kind) {
    const std::optional<Document> document = make_document(kind, source());
    REQUIRE(document);
    return *document;
  }
};

template <class Wanted>
std::vector<Wanted> all(const Document& document) {
  std::vector<Wanted> out;
  for (const Block& block : document.blocks) {
    if (const Wanted* found = std::get_if<Wanted>(&block)) out.push_back(*found);
  }
  return out;
}

template <class Wanted>
Wanted only(const Document& document) {
  const std::vector<Wanted> found = all<Wanted>(document);
  REQUIRE(found.size() == 1);
  return found.front();
}

std::string text_of(const Document& document, ParagraphStyle style) {
  std::string out;
  for (const Paragraph& paragraph : all<Paragraph>(document)) {
    if (paragraph.style == style) out += paragraph.text + "\n";
  }
  return out;
}

TEST_CASE("Nghị định 30/2020, Phụ lục I, II.4: a 0 before days under 10 and months 1 and 2") {
  struct Case {
    Date date;
    std::string_view text;
  };
  const Case cases[] = {{{2023, 11, 24}, "ngày 24 tháng 11 năm 2023"},
                        {{2024, 2, 5}, "ngày 05 tháng 02 năm 2024"},
                        {{2024, 1, 31}, "ngày 31 tháng 01 năm 2024"},
                        {{2024, 3, 10}, "ngày 10 tháng 3 năm 2024"}};
  for (const Case& test : cases) CHECK(official_date(test.date) == test.text);
}

TEST_CASE("Nghị định 30/2020, Phụ lục I, II.2 and II.4: whose paper it is, where, when") {
  for (const DocumentKind kind : kDocumentKinds) {
    CAPTURE(document_kind_key(kind));
    Making making;
    const auto head = only<Letterhead>(making.make(kind));
    CHECK(head.parent == "UBND XÃ AN LÃO");
    CHECK(head.unit == "TRƯỜNG THCS QUANG TRUNG");
    CHECK(head.dateline == "An Lão, ngày 05 tháng 02 năm 2024");
    making.declaration.unit = {};
    making.date.reset();
    const auto blank = only<Letterhead>(making.make(kind));
    CHECK(blank.unit == "…");
    CHECK(blank.dateline == "…, ngày … tháng … năm …");
  }
}

TEST_CASE("HP23 form: title, subtitle, eight headings, rows and two signers, letter for letter") {
  Making making;
  const Document document = making.make(DocumentKind::channel_form);
  CHECK(document.landscape);
  CHECK(text_of(document, ParagraphStyle::title) ==
        "THỐNG KÊ KÊNH CUNG CẤP THÔNG TIN TRÊN MÔI TRƯỜNG MẠNG\n");
  CHECK(text_of(document, ParagraphStyle::remark) ==
        "(Kèm theo công văn số: …/SGDĐT-VP ngày … tháng … năm 2023)\n");
  const auto table = only<PaperTable>(document);
  const std::string_view headings[] = {
      "STT",
      "Tên kênh cung cấp thông tin trên môi trường mạng (Trang/cổng thông tin điện tử/tài khoản "
      "zalo, facebook, youtube...)",
      "ID (Nếu có)",
      "Thời gian tạo lập",
      "Đơn vị quản lý",
      "Quản trị viên",
      "Thông tin liên hệ",
      "Trạng thái (Hoạt động/đóng /khóa/xóa)"};
  REQUIRE(table.columns.size() == std::size(headings));
  int width = 0;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    CHECK(table.columns[i].heading == headings[i]);
    width += table.columns[i].width;
  }
  CHECK(width == 100);
  REQUIRE(table.rows.size() == 3);
  CHECK(table.rows[0] == std::vector<std::string>{"1", "fb.com/a", "100064211234567", "9/2016",
                                                  "Trường THCS Quang Trung",
                                                  "Vũ Thị Mai\nĐỗ Văn Khải", "0225.3678.901",
                                                  "Hoạt động"});
  CHECK(table.rows[1][7] == "Khóa");
  CHECK(table.rows[2][7] == "bàn giao cho Sở");
  const auto closing = only<Closing>(document);
  REQUIRE(closing.left);
  CHECK(closing.left->heading == "XÁC NHẬN CỦA LÃNH ĐẠO ĐƠN VỊ");
  CHECK(closing.left->title == "HIỆU TRƯỞNG");
  CHECK(closing.left->name == "Nguyễn Hữu Đạt");
  CHECK(closing.right.heading == "CÁN BỘ THỐNG KÊ");
  CHECK(closing.right.name == "Vũ Thị Mai");
}

TEST_CASE("HP23 form: a unit without channels says so") {
  Making making;
  making.declaration.channels.clear();
  CHECK(only<PaperTable>(making.make(DocumentKind::channel_form)).statement.empty());
  making.declaration.no_channels = true;
  CHECK(only<PaperTable>(making.make(DocumentKind::channel_form)).statement ==
        "Đơn vị không có kênh cung cấp thông tin nào trên môi trường mạng.");
}

TEST_CASE("DL-1: the accounts out of use, each with the reason, to the office the pack names") {
  Making making;
  const Document document = making.make(DocumentKind::removal_request);
  CHECK_FALSE(document.landscape);
  const auto head = only<Letterhead>(document);
  CHECK(head.number == "Số: …/…");
  CHECK(head.subject.starts_with("V/v đề nghị xóa tài khoản"));
  CHECK(text_of(document, ParagraphStyle::addressee) ==
        "Kính gửi: Văn phòng HĐND và UBND huyện Đại Lộc\n");
  const std::string body = text_of(document, ParagraphStyle::body);
  CHECK(body.find("Công văn số …/UBND của Ủy ban nhân dân huyện Đại Lộc về việc tăng cường") !=
        std::string::npos);
  CHECK(body.find("(QOffice)") != std::string::npos);
  CHECK(body.find("tổng số 3 tài khoản đã thống kê, có 2 tài khoản") != std::string::npos);
  CHECK(body.ends_with("./.\n"));
  const auto table = only<PaperTable>(document);
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0] == std::vector<std::string>{"1", "QOffice", "binh.tv", "Trần Văn Bình",
                                                  "Tổ Toán", "nghỉ hưu"});
  CHECK(table.rows[1][5] == "chuyển công tác\n(đã đề nghị xóa: 09/01/2024)");
  const auto closing = only<Closing>(document);
  CHECK(closing.recipients == std::vector<std::string>{"- Như trên;", "- Lưu: VT."});
  CHECK_FALSE(closing.left);
  CHECK(closing.right.title == "HIỆU TRƯỞNG");
  making.declaration.unit.head_title.clear();
  CHECK(only<Closing>(making.make(DocumentKind::removal_request)).right.title ==
        "THỦ TRƯỞNG ĐƠN VỊ");
}

TEST_CASE("DL-1: no request without a pack that asks, nor without an account out of use") {
  Making making;
  for (Account& account : making.declaration.accounts) account.in_use = Answer::yes;
  CHECK_FALSE(make_document(DocumentKind::removal_request, making.source()));
  CHECK(missing_parts(DocumentKind::removal_request, making.source()).front().gap ==
        DocumentGap::nothing_to_remove);
  making.declaration = sample();
  making.declaration.packs = {"HP23"};
  CHECK_FALSE(make_document(DocumentKind::removal_request, making.source()));
  CHECK(missing_parts(DocumentKind::removal_request, making.source()).front().gap ==
        DocumentGap::no_pack);
}

TEST_CASE("DL-1, BG24: the review is a dated record with every account, earlier ones below") {
  Making making;
  const Document document = making.make(DocumentKind::account_review);
  CHECK(text_of(document, ParagraphStyle::title) == "BIÊN BẢN\n");
  const std::string items = text_of(document, ParagraphStyle::item);
  CHECK(items.find("ngày 05 tháng 02 năm 2024") != std::string::npos);
  CHECK(items.find("Đỗ Văn Khải") != std::string::npos);
  CHECK(items.find("đã rà soát 3 tài khoản, trong đó 2 tài khoản") != std::string::npos);
  CHECK(items.find("Họp ngày 6/2") != std::string::npos);
  const std::vector<PaperTable> tables = all<PaperTable>(document);
  REQUIRE(tables.size() == 2);
  CHECK(tables[0].rows.size() == 3);
  CHECK(tables[0].rows[0][6] == "Không");
  CHECK(tables[1].rows.size() == 2);
  CHECK(tables[1].rows[0][1] == "05/11/2023");
  CHECK(only<Closing>(document).right.name == "Đỗ Văn Khải");
}

TEST_CASE("Self-check: each requirement of each pack with its result, answer and evidence") {
  Making making;
  making.declaration.answers = {
      {"HP23-3.4", Answer::yes, "Đã phổ biến", "2024-01-05", "Vũ Thị Mai", "QĐ 12/QĐ-THCS"}};
  const Document document = making.make(DocumentKind::self_check);
  const std::vector<PaperTable> tables = all<PaperTable>(document);
  REQUIRE(tables.size() == 3);
  bool seen = false;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const Pack& pack = *making.packs[i];
    REQUIRE(tables[i].rows.size() == pack.requirements.size());
    for (std::size_t row = 0; row < pack.requirements.size(); ++row) {
      CHECK(tables[i].rows[row][0] == pack.requirements[row].id);
      if (pack.requirements[row].id != "HP23-3.4") continue;
      seen = true;
      CHECK(tables[i].rows[row][2] == "Đạt");
      CHECK(tables[i].rows[row][3].find(
                "Trả lời: đạt\nNgày: 05/01/2024\nNgười phụ trách: Vũ Thị Mai\nVăn bản, minh "
                "chứng: QĐ 12/QĐ-THCS\nGhi chú: Đã phổ biến") != std::string::npos);
    }
  }
  CHECK(seen);
  CHECK(text_of(document, ParagraphStyle::section)
            .find("Công văn số 1399/GDĐT ngày 19 tháng 12 năm 2017 của Phòng") !=
        std::string::npos);
}

TEST_CASE("A log on paper: the kind's fields, by day, dates and choices in words") {
  Making making;
  making.declaration.packs = {"HP23", "HP24"};
  const Document document = making.make(DocumentKind::log);
  CHECK(document.landscape);
  CHECK(document.name == "Sổ theo dõi - Cập nhật bản vá an toàn thông tin theo cảnh báo");
  CHECK(text_of(document, ParagraphStyle::title) == "SỔ THEO DÕI\n");
  CHECK(text_of(document, ParagraphStyle::subject) ==
        "Cập nhật bản vá an toàn thông tin theo cảnh báo\n");
  // Of the dispatches followed, the one that asks for this log.
  CHECK(text_of(document, ParagraphStyle::body) ==
        "Thực hiện Công văn số …/SGDĐT-VP tháng 4 năm 2024 của Sở Giáo dục và Đào tạo Hải Phòng "
        "về việc bảo đảm an toàn thông tin mạng dịp Lễ 30/4, 01/5 và kỷ niệm 70 năm Chiến thắng "
        "Điện Biên Phủ.\n");
  const auto table = only<PaperTable>(document);
  std::vector<std::string> headings;
  int width = 0;
  for (const PaperColumn& column : table.columns) {
    headings.push_back(column.heading);
    width += column.width;
  }
  // Without those that nobody filled and nobody must.
  CHECK(headings == std::vector<std::string>{"STT", "Ngày cảnh báo", "Số, tên cảnh báo",
                                             "Hệ thống, phần mềm", "Mức độ",
                                             "Ngày cập nhật bản vá"});
  CHECK(width == 100);
  CHECK(table.rows == std::vector<std::vector<std::string>>{
                          {"1", "15/01/2024", "CV 12", "Máy trạm", "Nghiêm trọng", ""},
                          {"2", "01/02/2024", "CVE-2024-21", "Máy chủ web", "", "02/2024"}});
  const auto closing = only<Closing>(document);
  REQUIRE(closing.left.has_value());
  CHECK(closing.left->heading == "XÁC NHẬN CỦA LÃNH ĐẠO ĐƠN VỊ");
  CHECK(closing.right.heading == "NGƯỜI GHI SỔ");
  CHECK(closing.right.name == "Vũ Thị Mai");
}

TEST_CASE("A log without entries is a paper only when that is stated") {
  Making making;
  making.log = LogKind::spam;
  CHECK_FALSE(make_document(DocumentKind::log, making.source()));
  const auto missing = missing_parts(DocumentKind::log, making.source());
  REQUIRE_FALSE(missing.empty());
  CHECK(missing[0].gap == DocumentGap::log_entries);
  CHECK(missing[0].place == log_place(LogKind::spam));
  CHECK(prevents_document(missing[0].gap));
  making.declaration.nothing_logged = {LogKind::spam};
  CHECK(missing_parts(DocumentKind::log, making.source()).empty());
  CHECK(only<PaperTable>(making.make(DocumentKind::log)).statement ==
        "Tính đến ngày lập sổ, đơn vị không có nội dung nào phải ghi.");
}

TEST_CASE("A log of every kind fits the paper's width") {
  for (const LogKind kind : log_kinds()) {
    CAPTURE(log_kind_key(kind));
    Making making;
    making.log = kind;
    LogEntry full{.id = 99, .kind = kind};
    for (const LogFieldUse& use : log_fields(kind)) {
      const auto choices = log_choices(use.field);
      REQUIRE(set_log_text(full, use.field, choices.empty() ? "1" : choices.back()));
    }
    making.declaration.log = {full};
    const auto table = only<PaperTable>(making.make(DocumentKind::log));
    // What a backup has is too much for a column each.
    const std::size_t columns = kind == LogKind::backup ? 8 : log_fields(kind).size() + 1;
    CHECK(table.columns.size() == columns);
    int width = 0;
    for (const PaperColumn& column : table.columns) {
      CHECK_FALSE(column.heading.empty());
      CHECK(column.width >= 5);
      width += column.width;
    }
    CHECK(width == 100);
    REQUIRE(table.rows.size() == 1);
    for (const std::string& cell : table.rows[0]) CHECK_FALSE(cell.empty());
  }
}

TEST_CASE("HP24-4, HP24-5 incident report: the latest incident, its course and whom to tell") {
  Making making;
  making.declaration.packs = {"HP24"};
  const Document document = making.make(DocumentKind::incident_report);
  CHECK_FALSE(document.landscape);
  CHECK(only<Letterhead>(document).number == "Số: …/…");
  CHECK(text_of(document, ParagraphStyle::title) == "BÁO CÁO\n");
  const std::string items = text_of(document, ParagraphStyle::item);
  CHECK(items.find("1. Hệ thống bị ảnh hưởng: Cổng thông tin\n") != std::string::npos);
  CHECK(items.find("3. Mức độ: Cao\n") != std::string::npos);
  CHECK(items.find("4. Nguyên nhân: …\n") != std::string::npos);
  CHECK(items.find("3. Phương án ứng cứu: PA 03, ban hành 2023\n") != std::string::npos);
  const auto tables = all<PaperTable>(document);
  REQUIRE(tables.size() == 2);
  CHECK(tables[0].rows == std::vector<std::vector<std::string>>{
                              {"Phát hiện", "08:30 03/02/2024", ""},
                              {"Khoanh vùng, ngăn chặn", "10:00 03/02/2024", "1 giờ 30 phút"},
                              {"Báo cáo Sở GDĐT", "03/02/2024", ""},
                              {"Khôi phục hoạt động", "09:00 04/02/2024", "1 ngày 30 phút"}});
  REQUIRE(tables[1].rows.size() == 4);
  CHECK(tables[1].rows[0][2] == "024.3640.4421");
  CHECK(tables[1].rows[2][2] == "…");
  const auto closing = only<Closing>(document);
  CHECK(closing.recipients.size() == 5);
  CHECK(closing.right.title == "HIỆU TRƯỞNG");

  making.incident = 4;
  const Document other = making.make(DocumentKind::incident_report);
  CHECK(text_of(other, ParagraphStyle::item).find("2. Mô tả: Mất điện\n") != std::string::npos);
  const auto missing = missing_parts(DocumentKind::incident_report, making.source());
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].gap == DocumentGap::incident_parts);
  CHECK(missing[0].count == 9);
  CHECK(missing[0].place == log_place(making.declaration.log[3], LogField::system));
  making.incident = 1;  // a patch
  CHECK_FALSE(make_document(DocumentKind::incident_report, making.source()));
  making.declaration.log.clear();
  making.incident = 0;
  CHECK_FALSE(make_document(DocumentKind::incident_report, making.source()));
  CHECK(missing_parts(DocumentKind::incident_report, making.source())[0].gap ==
        DocumentGap::incident);
}

TEST_CASE("Documents: drafts until both have signed what is written, and plainly so") {
  const std::string hash(64, 'a');
  struct Case {
    std::optional<Proof> proof;
    NoProof no_proof;
    DraftCause cause;
    std::string_view said;
  };
  const Case cases[] = {
      {std::nullopt, NoProof::not_signed, DraftCause::not_signed, "chưa được ký"},
      {std::nullopt, NoProof::changed_since, DraftCause::changed_since, "đã được sửa sau khi ký"},
      {std::nullopt, NoProof::not_valid, DraftCause::not_valid, "không hợp lệ"},
      {Proof{hash, "7F3A 91C2", ""}, {}, DraftCause::head_missing, "lãnh đạo đơn vị"},
      {Proof{hash, "", "0D5E B846"}, {}, DraftCause::preparer_missing, "cán bộ thống kê"},
      {Proof{hash, "7F3A 91C2", "0D5E B846"}, {}, DraftCause::none, ""}};
  for (const DocumentKind kind : kDocumentKinds) {
    for (const Case& test : cases) {
      CAPTURE(document_kind_key(kind));
      CAPTURE(test.said);
      Making making;
      making.proof = test.proof;
      making.no_proof = test.no_proof;
      CHECK(draft_cause(making.source()) == test.cause);
      const nlohmann::json json = to_json(making.make(kind));
      CHECK(json["draft"] == (test.cause == DraftCause::none ? "" : "BẢN NHÁP"));
      CHECK(json["draft_reason"].get<std::string>().find(test.said) != std::string::npos);
      CHECK(json["draft_reason"].get<std::string>().empty() == test.said.empty());
      CHECK(json.contains("proof") == test.proof.has_value());
    }
  }
}

TEST_CASE("Documents: the QR code holds the hash on a line of its own, then the fingerprints") {
  const Proof proof{std::string(64, 'a'), "7F3A 91C2", "0D5E B846"};
  CHECK(qr_text(proof) == std::string(64, 'a') + "\npreparer 7F3A 91C2\nhead 0D5E B846");
  CHECK(qr_text({proof.payload_sha256, {}, {}}) == proof.payload_sha256);
}

TEST_CASE("Documents: what is missing is named with the place where it is entered") {
  Making making;
  making.declaration = {};
  making.declaration.packs = {"HP23", "DL"};
  const auto gaps = [&](DocumentKind kind) {
    std::vector<DocumentGap> out;
    for (const MissingPart& each : missing_parts(kind, making.source())) out.push_back(each.gap);
    return out;
  };
  using enum DocumentGap;
  CHECK(gaps(DocumentKind::channel_form) ==
        std::vector{channels, unit_name, unit_parent, place, head_name, head_title, preparer_name});
  CHECK(gaps(DocumentKind::removal_request) == std::vector{nothing_to_remove, accounts, unit_name,
                                                           unit_parent, place, head_name,
                                                           head_title});
  CHECK(gaps(DocumentKind::account_review) ==
        std::vector{accounts, review, unit_name, unit_parent, place, head_name, head_title});
  CHECK(gaps(DocumentKind::self_check).front() == answers);
  making.declaration = sample();
  CHECK(gaps(DocumentKind::channel_form).empty());
  making.declaration.accounts[1].in_use = Answer::unanswered;
  making.declaration.accounts[2].unused_reason = " ";
  const std::vector<MissingPart> missing =
      missing_parts(DocumentKind::removal_request, making.source());
  REQUIRE(missing.size() == 2);
  CHECK(missing[0].gap == account_use);
  CHECK(missing[0].place == account_place(2, AccountField::in_use));
  CHECK(missing[1].gap == unused_reason);
  CHECK(missing[1].place == account_place(3, AccountField::unused_reason));
}

TEST_CASE("Documents: kinds have keys, and others are none") {
  for (const DocumentKind kind : kDocumentKinds) {
    CHECK(parse_document_kind_key(document_kind_key(kind)) == kind);
  }
  CHECK_FALSE(parse_document_kind_key("letter"));
}

}  // namespace
}  // namespace sokenh
