#include "core/exchange/channel_import.h"

#include <doctest/doctest.h>

#include <tuple>

#include "core/exchange/column_heading.h"
#include "core/inventory/declaration.h"
#include "tests/test_data.h"

namespace sokenh {
namespace {

using Columns = std::vector<std::optional<Column>>;

ImportResult import_all(const Table& table) { return import_channels(table, plan_import(table)); }

Table tsv(std::string_view text) {
  auto table = parse_tsv(text);
  REQUIRE(table);
  return std::move(table).value();
}

const Columns kFormColumns = {Column::ordinal, Column::name,          Column::identifier,
                              Column::created, Column::managing_unit, Column::administrators,
                              Column::contact, Column::state};

// The sample's channels, whichever program's clipboard they came through.
void check_sample_channels(const std::vector<Channel>& channels) {
  REQUIRE(channels.size() == 14);
  CHECK(channels[0].name == "Trang thông tin điện tử thcsquangtrung.example.edu.vn");
  CHECK(channels[0].identifier.empty());
  CHECK(channels[0].created == "9/2016");
  CHECK(channels[0].managing_unit == "Trường THCS Quang Trung");
  CHECK(channels[0].administrators == "Vũ Thị Mai - GV Tin");
  CHECK(channels[0].contact == "0225.3678.901");
  CHECK(channels[0].state == "Hoạt động");
  CHECK(channels[1].identifier == "100064211234567");
  CHECK(channels[1].administrators == "Vũ Thị Mai\nĐỗ Văn Khải");
  CHECK(channels[2].name == "Nhóm Facebook \"Phụ huynh khối 9\"");
  CHECK(channels[2].contact.empty());
  CHECK(channels[3].contact == "+84 912 345 678");
  CHECK(channels[7].name == "Thư điện tử công vụ của Hiệu trưởng");
  CHECK(channels[7].administrators == "Nguyễn Hữu Đạt");
  CHECK(channels[8].administrators == "đã nghỉ hưu");
  CHECK(channels[10].state == "Xoá");
  CHECK(channels[12].name == "Cổng thông tin tuyển sinh");
  CHECK(channels[12].created == "05/2025");
  CHECK(channels[13].name == "=HYPERLINK(\"http://x.example\";\"Trang web\")");
  CHECK(channels[13].created == "45123");
}

TEST_CASE("Import: the whole sheet pasted out of Excel gives its fourteen channels") {
  const Table table = tsv(test_data("kenh-dan-tu-excel.tsv"));
  const ImportPlan plan = plan_import(table);
  CHECK(plan.header_row == 4);
  CHECK(plan.first_row == 5);
  CHECK(Columns(plan.columns.begin(), plan.columns.begin() + 8) == kFormColumns);
  const ImportResult result = import_channels(table, plan);
  check_sample_channels(result.channels);
  CHECK(result.source_rows.front() == 5);
  CHECK(result.source_rows.back() == 18);
  CHECK(result.skipped_titles == 4);
  CHECK(result.skipped_blank == 0);
  CHECK(result.skipped_footer == 0);
}

TEST_CASE("Import: the HTML clipboards of Excel, LibreOffice and Word give the same channels") {
  const ImportResult from_text = import_all(tsv(test_data("kenh-dan-tu-excel.tsv")));
  for (const std::string_view file :
       {"exchange/excel-clipboard.html", "exchange/libreoffice-clipboard.html",
        "exchange/word-clipboard.html"}) {
    CAPTURE(file);
    const auto table = parse_html_table(test_data(file));
    REQUIRE(table);
    const ImportResult result = import_all(*table);
    check_sample_channels(result.channels);
    CHECK(result.channels == from_text.channels);
    CHECK(result.skipped_footer == (file == "exchange/word-clipboard.html" ? 2 : 0));
  }
}

TEST_CASE("Import: what is written for the clipboard imports as the same channels") {
  const Table table = tsv(test_data("kenh-dan-tu-excel.tsv"));
  const ImportResult original = import_all(table);
  CHECK(import_all(tsv(write_tsv(table))).channels == original.channels);
  const auto from_html = parse_html_table(write_html_table(table));
  REQUIRE(from_html);
  CHECK(import_all(*from_html).channels == original.channels);
}

TEST_CASE("Import: headings are known however offices word them") {
  struct Case {
    std::string_view heading;
    Column column;
  };
  const Case cases[] = {
      {"STT", Column::ordinal},
      {"TT", Column::ordinal},
      {"Số thứ tự", Column::ordinal},
      {"Tên kênh", Column::name},
      {"TÊN KÊNH", Column::name},
      {"Te\u0302n ke\u0302nh", Column::name},
      {"Tên kênh cung cấp thông tin trên môi trường mạng\n(Trang/cổng thông tin điện tử/tài khoản "
       "zalo, "
       "facebook, youtube...)",
       Column::name},
      {"Kênh cung cấp thông tin", Column::name},
      {"Tên trang/cổng thông tin điện tử", Column::name},
      {"Đường dẫn (link)", Column::name},
      {"ID", Column::identifier},
      {"ID (Nếu có)", Column::identifier},
      {"Mã ID kênh", Column::identifier},
      {"Thời gian tạo lập", Column::created},
      {"Ngày tạo", Column::created},
      {"Ngày, tháng, năm tạo lập", Column::created},
      {"Năm thành lập", Column::created},
      {"Đơn vị quản lý", Column::managing_unit},
      {"Đơn vị quản lí", Column::managing_unit},
      {"Tên đơn vị quản lý kênh", Column::managing_unit},
      {"Cơ quan chủ quản", Column::managing_unit},
      {"Quản trị viên", Column::administrators},
      {"Người quản trị", Column::administrators},
      {"Họ và tên người phụ trách", Column::administrators},
      {"Admin", Column::administrators},
      {"Liên hệ", Column::contact},
      {"SĐT", Column::contact},
      {"SĐT/Email", Column::contact},
      {"Thông tin liên hệ của quản trị viên", Column::contact},
      {"Số điện thoại", Column::contact},
      {"Trạng thái\n(Hoạt động/đóng /khóa/xóa)", Column::state},
      {"Tình trạng hoạt động", Column::state},
  };
  for (const Case& test : cases) {
    CAPTURE(test.heading);
    const auto match = read_heading(test.heading);
    REQUIRE(match);
    CHECK(*match == test.column);
  }
  for (const std::string_view text : {"", "1", "…", "Ghi chú", "https://www.facebook.com/x",
                                      "Vũ Thị Mai", "0912345678", "Hoạt động", "15/08/2019"}) {
    CAPTURE(text);
    CHECK_FALSE(read_heading(text));
  }
}

TEST_CASE("Import: columns in another order, with others between them, go where they belong") {
  const Table table =
      tsv("Trạng thái\tGhi chú\tSĐT\tTên kênh\tNgười quản trị\tID\tNgày tạo\tĐơn vị\r\n"
          "Đóng\tcũ\t0912345678\tfb.com/a\tMai\t123\t2019\tTHCS\r\n");
  const ImportPlan plan = plan_import(table);
  CHECK(plan.columns == Columns{Column::state, std::nullopt, Column::contact, Column::name,
                                Column::administrators, Column::identifier, Column::created,
                                Column::managing_unit});
  const ImportResult result = import_channels(table, plan);
  REQUIRE(result.channels.size() == 1);
  Channel expected;
  expected.state = "Đóng";
  expected.contact = "0912345678";
  expected.name = "fb.com/a";
  expected.administrators = "Mai";
  expected.identifier = "123";
  expected.created = "2019";
  expected.managing_unit = "THCS";
  CHECK(result.channels[0] == expected);
}

TEST_CASE("Import: a column is used once; the surer heading has it") {
  struct Case {
    TableRow headings;
    Columns columns;
  };
  const Case cases[] = {
      {{"Tên kênh", "Thông tin liên hệ", "Email", "Trạng thái"},
       {Column::name, Column::contact, std::nullopt, Column::state}},
      // An address beside a name is its identifier, without a name the name.
      {{"STT", "Tên kênh", "Link", "Trạng thái"},
       {Column::ordinal, Column::name, Column::identifier, Column::state}},
      {{"STT", "Link", "ID", "Trạng thái"},
       {Column::ordinal, Column::name, Column::identifier, Column::state}},
      {{"Tên kênh", "Link", "ID", "Trạng thái"},
       {Column::name, std::nullopt, Column::identifier, Column::state}},
  };
  for (const Case& test : cases) {
    CHECK(heading_columns(test.headings, test.headings.size()) == test.columns);
    CHECK(plan_import({{test.headings}}).columns == test.columns);
  }
}

TEST_CASE("Import: tables under one another with different columns are not stacked wrongly") {
  const Table table =
      tsv("STT\tTên kênh\tNgày tạo\tTrạng thái\r\n"
          "1\ta.vn\t2019\tĐóng\r\n"
          "STT\tTên kênh\tNgày tạo\tTrạng thái\r\n"
          "2\tb.vn\t2020\tKhóa\r\n"
          "STT\tTrạng thái\tTên kênh\tNgày tạo\r\n"
          "1\tXóa\tc.vn\t2021\r\n");
  ImportPlan plan = plan_import(table);
  SUBCASE("as guessed") {
    const ImportResult result = import_channels(table, plan);
    REQUIRE(result.channels.size() == 3);
    CHECK(result.skipped_titles == 3);
    for (const auto& [index, name, created, state] :
         {std::tuple{0U, "a.vn", "2019", "Đóng"}, std::tuple{1U, "b.vn", "2020", "Khóa"},
          std::tuple{2U, "c.vn", "2021", "Xóa"}}) {
      CHECK(result.channels[index].name == name);
      CHECK(result.channels[index].created == created);
      CHECK(result.channels[index].state == state);
    }
  }
  SUBCASE("the person's choice holds where the same heading is only repeated") {
    assign_column(plan, 2, Column::contact);
    const ImportResult result = import_channels(table, plan);
    REQUIRE(result.channels.size() == 3);
    CHECK(result.channels[1].contact == "2020");
    CHECK(result.channels[2].created == "2021");
  }
}

TEST_CASE("Import: headings in two rows, and a row of column numbers, are no channels") {
  const Table table =
      tsv("STT\tTên kênh\tThời gian tạo lập\tNgười quản trị\t\tTrạng thái\r\n"
          "\t\t\tHọ và tên\tSĐT\t\r\n"
          "(1)\t(2)\t(3)\t(4)\t(5)\t(6)\r\n"
          "1\ta.vn\t2019\tMai\t0912345678\tĐóng\r\n");
  const ImportResult result = import_all(table);
  REQUIRE(result.channels.size() == 1);
  CHECK(result.channels[0].administrators == "Mai");
  CHECK(result.channels[0].contact == "0912345678");
}

TEST_CASE("Import: every row is a channel, part of one, or counted as skipped") {
  const Table table =
      tsv("UBND XÃ AN LÃO\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\r\n"
          "\r\n"
          "STT\tTên kênh\tQuản trị viên\tLiên hệ\tTrạng thái\r\n"
          "I\tTrang thông tin điện tử\r\n"
          "1\ta.vn\tMai\t0912345678\tHoạt động\r\n"
          "\t\tKhải\tkhai@a.vn\t\r\n"  // a second administrator, in cells of their own
          "II. Mạng xã hội\r\n"
          "2\tfb.com/a\tHiệu trưởng\t\tĐóng\r\n"  // a title that is data
          "\tzalo.me/b\t\t\tKhóa\r\n"             // a channel somebody forgot to number
          "3\t\t\t\t\r\n"
          "4\t \t\t\t\r\n"
          "\t\t\t\t\r\n"
          "\tTổng cộng: 3\t\t\t\r\n"
          "\t\t\tAn Lão, ngày 20 tháng 11 năm 2023\r\n"
          "\tXÁC NHẬN CỦA LÃNH ĐẠO ĐƠN VỊ\t\tCÁN BỘ THỐNG KÊ\r\n"
          "\t(Ký tên, đóng dấu)\t\t(Ký, ghi rõ họ tên)\r\n"
          "\tNguyễn Hữu Đạt\t\tVũ Thị Mai\r\n");
  const ImportResult result = import_all(table);
  REQUIRE(result.channels.size() == 3);
  CHECK(result.channels[0].administrators == "Mai\nKhải");
  CHECK(result.channels[0].contact == "0912345678\nkhai@a.vn");
  CHECK(result.channels[0].state == "Hoạt động");
  CHECK(result.channels[1].administrators == "Hiệu trưởng");
  CHECK(result.channels[2].name == "zalo.me/b");
  CHECK(result.source_rows == std::vector<std::size_t>{4, 7, 8});
  CHECK(result.skipped_titles == 4);
  CHECK(result.skipped_blank == 3);
  CHECK(result.skipped_footer == 5);
}

TEST_CASE("Import: without a heading, the form's order, checked against the cells") {
  struct Case {
    std::string_view text;
    Columns columns;
    std::size_t first_row;
  };
  const Case cases[] = {
      {"1\ta.vn\t\t2019\tTHCS A\tMai\t0912345678\tHoạt động\r\n2\tb.vn\t99\t2020\tTHCS "
       "A\tMai\t\tĐóng\r\n",
       kFormColumns, 0},
      {"a.vn\t\t2019\tTHCS A\tMai\t0912345678\tHoạt động\r\nb.vn\t99\t2020\tTHCS "
       "A\tMai\t\tĐóng\r\n",
       Columns(kFormColumns.begin() + 1, kFormColumns.end()), 0},
      {"TRƯỜNG THCS A\t\t\t\t\t\t\t\r\n"
       "THỐNG KÊ KÊNH\t\t\t\t\t\t\t\r\n"
       "1\ta.vn\t\t2019\tTHCS A\tMai\t0912345678\tHoạt động\r\n"
       "2\tb.vn\t\t2019\tTHCS A\tMai\t0912345678\tHoạt động\r\n"
       "3\tc.vn\t\t2019\tTHCS A\tMai\t0912345678\tHoạt động\r\n",
       kFormColumns, 2},
      // Another order: by what the cells look like.
      {"Hoạt động\thttps://a.vn\t15/08/2019\t0912 345 678\tTrường THCS A\tMai\r\n"
       "Đóng\thttps://b.vn\t2020\tmai@a.vn\tTrường THCS A\tKhải\r\n",
       {Column::state, Column::name, Column::created, Column::contact, Column::managing_unit,
        Column::administrators},
       0},
      {"2019\tKênh A\tĐóng\r\n2020\tKênh B\tKhóa\r\n",
       {Column::created, Column::name, Column::state},
       0},
      // Lists of nothing but channels.
      {"https://a.vn\r\nhttps://b.vn\r\n", {Column::name}, 0},
      {"a@a.vn\r\nb@b.vn\r\n", {Column::name}, 0},
      {"1\tfb.com/a\r\n2\tfb.com/b\r\n", {Column::ordinal, Column::name}, 0},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    const ImportPlan plan = plan_import(tsv(test.text));
    CHECK_FALSE(plan.header_row);
    CHECK(plan.columns == test.columns);
    CHECK(plan.first_row == test.first_row);
  }
}

TEST_CASE("Import: a column chosen by the person is taken away from where it was") {
  ImportPlan plan{0, 1, {Column::name, Column::state, std::nullopt}};
  assign_column(plan, 2, Column::name);
  CHECK(plan.columns == Columns{std::nullopt, Column::state, Column::name});
  assign_column(plan, 1, std::nullopt);
  CHECK(plan.columns == Columns{std::nullopt, std::nullopt, Column::name});
  assign_column(plan, 3, Column::state);  // no such column
  CHECK(plan.columns == Columns{std::nullopt, std::nullopt, Column::name});
}

TEST_CASE("Import: what a declaration cannot hold is cut or left out, and counted") {
  std::string letters;
  while (letters.size() <= kMaxTextBytes) letters += "ộ";
  Table table{{{"STT", "Tên kênh", "Trạng thái"}, {"1", letters, "Đóng"}}};
  for (std::size_t i = 0; i < kMaxChannels; ++i) table.rows.push_back({"", "a.vn", ""});
  const ImportResult result = import_all(table);
  CHECK(result.channels.size() == kMaxChannels);
  CHECK(result.skipped_over_limit == 1);
  CHECK(result.cut_cells == std::vector<TableCell>{{1, 1}});
  CHECK(result.channels[0].name.size() == kMaxTextBytes / 3 * 3);
  CHECK(result.channels[0].name.ends_with("ộ"));
}

TEST_CASE("Import: nothing comes out of nothing") {
  for (const Table& table :
       {Table{}, Table{{{}}}, Table{{{""}, {"", ""}}}, Table{{{"STT", "Tên kênh", "ID"}}}}) {
    CHECK(import_all(table).channels.empty());
  }
  // A plan for another table is no reason to fail.
  CHECK(import_channels({{{"a"}}}, {9, 9, {}}).channels.empty());
  CHECK(import_channels({{{"a"}}}, {{}, 0, {}}).channels.empty());
}

}  // namespace
}  // namespace sokenh
