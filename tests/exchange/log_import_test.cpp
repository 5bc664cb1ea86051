#include "core/exchange/log_import.h"

#include <doctest/doctest.h>

#include "core/exchange/log_words.h"
#include "core/inventory/declaration.h"

using namespace sokenh;

namespace {

Table tsv(std::string_view text) {
  const auto table = parse_tsv(text);
  REQUIRE(table);
  return *table;
}

LogImport imported(std::string_view text, LogKind kind) {
  const Table table = tsv(text);
  return import_log(table, plan_log_import(table, kind));
}

}  // namespace

TEST_CASE("A log under an office's headings, with title, numbers and signature lines") {
  const LogImport out = imported(
      "DANH SÁCH MÁY TÍNH\n"
      "STT\tTên máy tính\tPhần mềm diệt vi rút\tBản quyền\tHạn bản quyền\tNgày quét\tKết quả\n"
      "(1)\t(2)\t(3)\t(4)\t(5)\t(6)\t(7)\n"
      "1\tMáy kế toán\tBKAV Pro\tCó\t31/12/2026\t15/11/2026\tKhông phát hiện\n"
      "\n"
      "2\tMáy văn thư\tDefender\tMiễn phí\t\t15/11/2026\tPhát hiện mã độc\n"
      "An Lão, ngày 20 tháng 11 năm 2026\n",
      LogKind::antivirus);
  REQUIRE(out.entries.size() == 2);
  const LogEntry& first = out.entries[0];
  CHECK(log_text(first, LogField::machine) == "Máy kế toán");
  CHECK(log_text(first, LogField::system) == "BKAV Pro");
  CHECK(log_text(first, LogField::licence) == "until");
  CHECK(log_text(first, LogField::licence_end) == "31/12/2026");
  CHECK(log_text(first, LogField::date) == "15/11/2026");
  CHECK(log_text(first, LogField::result) == "nothing");
  CHECK(log_text(out.entries[1], LogField::licence) == "unlimited");
  CHECK(log_text(out.entries[1], LogField::result) == "found");
  CHECK(out.source_rows == std::vector<std::size_t>{3, 5});
  CHECK(out.skipped_titles == 3);
  CHECK(out.skipped_blank == 1);
  CHECK(out.skipped_footer == 1);
  CHECK(out.unread_cells == 0);
}

TEST_CASE("What cannot be read is said by row and column; the text stays, a choice does not") {
  const LogImport out = imported(
      "Ngày\tNội dung\tSố người\tGhi chú\n"
      "hôm kia\tThư lừa đảo\tba mươi\tx\n"
      "31/11/2026\tMật khẩu\t30\t\n",
      LogKind::awareness);
  REQUIRE(out.entries.size() == 2);
  CHECK(out.unread == std::vector<UnreadCell>{{1, 0, LogField::date, "hôm kia"},
                                              {1, 2, LogField::people, "ba mươi"},
                                              {2, 0, LogField::date, "31/11/2026"}});
  CHECK(out.unread_cells == 3);
  CHECK(log_text(out.entries[0], LogField::date) == "hôm kia");
  CHECK(log_text(out.entries[0], LogField::people) == "ba mươi");
  const LogImport choice = imported(
      "Ngày rà soát\tĐối tượng rà soát\tHệ thống\tKết quả\n"
      "20/11/2026\tchẳng rõ\tCổng\tđang xem\n",
      LogKind::vulnerability);
  CHECK(choice.unread == std::vector<UnreadCell>{{1, 1, LogField::target, "chẳng rõ"},
                                                 {1, 3, LogField::result, "đang xem"}});
  CHECK(log_text(choice.entries.at(0), LogField::target).empty());
}

TEST_CASE("Many unread cells are counted, and the first of them told; a long one is shortened") {
  std::string text = "Ngày\tNội dung\tSố người\n";
  for (int i = 0; i < 150; ++i) text += std::string(60, 'a') + "ẩ\tx\t3\n";
  const LogImport out = imported(text, LogKind::awareness);
  CHECK(out.unread_cells == 150);
  CHECK(out.unread.size() == kMaxUnreadCells);
  CHECK(out.unread[0].text == std::string(60, 'a') + "…");
}

TEST_CASE("Every kind's own paper comes back as it was") {
  for (const LogKind kind : log_kinds()) {
    CAPTURE(log_kind_key(kind));
    LogEntry entry{.kind = kind};
    TableRow headings{"STT"};
    TableRow row{"1"};
    for (const LogFieldUse& use : log_fields(kind)) {
      if (log_field_is_given(use.field)) continue;
      headings.emplace_back(log_paper_heading(kind, use.field));
      std::string text;
      switch (log_field_type(use.field)) {
        case LogFieldType::date:
          text = "20/11/2026";
          break;
        case LogFieldType::moment:
          text = "08:30 20/11/2026";
          break;
        case LogFieldType::number:
          text = "1.200";
          break;
        case LogFieldType::choice:
          text = log_choices(use.field).back();
          break;
        case LogFieldType::text:
        case LogFieldType::machine:
          text = "Việc " + std::string(log_field_key(use.field));
          break;
      }
      REQUIRE(set_log_text(entry, use.field, text));
      row.push_back(log_paper_text(entry, use.field));
    }
    const Table table{{headings, row}};
    const LogImportPlan plan = plan_log_import(table, kind);
    CHECK(plan.header_row == 0U);
    const LogImport out = import_log(table, plan);
    REQUIRE(out.entries.size() == 1);
    CHECK(out.entries[0] == entry);
    CHECK(out.unread_cells == 0);
  }
}

TEST_CASE("A choice is read from the words of offices, the longest of them") {
  struct Case {
    LogField field;
    const char* cell;
    const char* key;  // "" for none
  };
  const Case cases[] = {{LogField::result, "Không phát hiện gì", "nothing"},
                        {LogField::result, "KHÔNG", "nothing"},
                        {LogField::result, "Có phát hiện", "found"},
                        {LogField::result, "máy sạch", "nothing"},
                        {LogField::result, "found", "found"},
                        {LogField::outcome, "Không đạt", "failed"},
                        {LogField::outcome, "Đạt yêu cầu", "passed"},
                        {LogField::newest, "Chưa cập nhật", "no"},
                        {LogField::newest, "x", "yes"},
                        {LogField::level, "Rất cao", "critical"},
                        {LogField::licence, "Không thời hạn", "unlimited"},
                        {LogField::licence, "không", "none"},
                        {LogField::purpose, "Cả hai", "both"},
                        {LogField::target, "Trang thông tin điện tử", "portal"},
                        {LogField::threat, "giả mạo ngân hàng", "phishing"},
                        {LogField::level, "", ""},
                        {LogField::level, "chưa rõ", ""},
                        {LogField::note, "Có", ""}};
  for (const Case& c : cases) {
    CAPTURE(std::string(c.cell));
    CHECK(read_log_choice(c.field, c.cell).value_or("") == c.key);
  }
  CHECK_FALSE(read_log_choice(LogField::level, "cao " + std::string(200, 'a')).has_value());
}

TEST_CASE("A table without headings: each field to the first column that looks like it") {
  const Table table =
      tsv("1\t20/11/2026\tNhận biết thư lừa đảo\t32\n"
          "2\t21/05/2026\tMật khẩu mạnh\t30\n");
  LogImportPlan plan = plan_log_import(table, LogKind::awareness);
  CHECK_FALSE(plan.header_row.has_value());
  REQUIRE(plan.columns.size() == 4);
  CHECK_FALSE(plan.columns[0].has_value());
  CHECK(plan.columns[1] == LogField::date);
  CHECK(plan.columns[2] == LogField::topic);
  CHECK(plan.columns[3] == LogField::people);
  assign_column(plan, 0, LogField::people);
  CHECK(plan.columns[0] == LogField::people);
  CHECK_FALSE(plan.columns[3].has_value());
  assign_column(plan, 2, LogField::version);  // the kind has none
  CHECK(plan.columns[2] == LogField::topic);
  assign_column(plan, 2, std::nullopt);
  CHECK_FALSE(plan.columns[2].has_value());
  assign_column(plan, 9, LogField::topic);
  CHECK(import_log(table, plan).entries.size() == 2);
}

TEST_CASE("Limits: long cells are cut at a letter, entries beyond the last that fits left out") {
  std::string text =
      "Ngày\tNội dung\tSố người\n1/1/2026\t" + std::string(kMaxTextBytes - 1, 'a') + "ẩ\t3\n";
  const LogImport cut = imported(text, LogKind::awareness);
  CHECK(cut.cut_cells == 1);
  CHECK(log_text(cut.entries.at(0), LogField::topic) == std::string(kMaxTextBytes - 1, 'a'));
  text = "Ngày\tNội dung\tSố người\n";
  for (std::size_t i = 0; i < kMaxLogEntries + 2; ++i) text += "1/1/2026\tx\t3\n";
  const LogImport many = imported(text, LogKind::awareness);
  CHECK(many.entries.size() == kMaxLogEntries);
  CHECK(many.skipped_over_limit == 2);
}

TEST_CASE("TN17-2.2: pasted backups are drafts, whatever number and seal stand beside them") {
  const LogImport out = imported(
      "Số\tNgày giờ\tDữ liệu\tThiết bị\tKhôi phục được\tNiêm phong\n"
      "1\t2/11/2026\tHồ sơ học sinh\tỔ cứng di động\tcó\taaaa\n"
      "2\t9/11/2026\tgiáo viên\tGoogle Drive\tkhông\tbbbb\n",
      LogKind::backup);
  REQUIRE(out.entries.size() == 2);
  for (const LogEntry& entry : out.entries) {
    CHECK(log_text(entry, LogField::serial).empty());
    CHECK(log_text(entry, LogField::seal).empty());
    CHECK(log_text(entry, LogField::act) == "backup");
  }
  CHECK(log_text(out.entries[0], LogField::data_set) == "pupil_records");
  CHECK(log_text(out.entries[0], LogField::medium) == "external_drive");
  CHECK(log_text(out.entries[0], LogField::complete) == "yes");
  CHECK(log_text(out.entries[1], LogField::data_set) == "teacher_records");
  CHECK(log_text(out.entries[1], LogField::medium) == "cloud");
  CHECK(log_text(out.entries[1], LogField::complete) == "no");
}
