#include "core/exchange/table.h"

#include <doctest/doctest.h>

#include "tests/test_data.h"

namespace sokenh {
namespace {

std::string repeat(std::string_view text, std::size_t count) {
  std::string out;
  out.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

TEST_CASE("Table: the clipboard's text is cut into rows and cells") {
  struct Case {
    std::string_view text;
    std::vector<TableRow> rows;
  };
  const Case cases[] = {
      {"", {}},
      {"a", {{"a"}}},
      {"a\tb\r\nc\td\r\n", {{"a", "b"}, {"c", "d"}}},
      {"a\nb\rc", {{"a"}, {"b"}, {"c"}}},
      {"a\t", {{"a", ""}}},
      {"\n\n", {{""}, {""}}},
      {"\xEF\xBB\xBF"
       "a\tb",
       {{"a", "b"}}},
      {"a\t\x04\xEF\xBB\xBF"
       "b\xEF\xBB\xBF",
       {{"a", "b"}}},  // byte order marks inside, where files were put together
      // Quoted cells.
      {"\"a\tb\"\tc", {{"a\tb", "c"}}},
      {"\"a\r\nb\rc\nd\"", {{"a\nb\nc\nd"}}},
      {"\"a \"\"b\"\" c\"\n", {{"a \"b\" c"}}},
      {"\"\"\"\"\t\"\"", {{"\"", ""}}},
      // Quotes that are text.
      {"a \"b\" c\td", {{"a \"b\" c", "d"}}},
      {"\"Lan\" Anh\td", {{"\"Lan\" Anh", "d"}}},
      {"\"never closed\tb\nc", {{"\"never closed", "b"}, {"c"}}},
      {"\"", {{"\""}}},
      // Letters composed, breaks and spaces made plain, controls dropped.
      {"e\xCC\x82\xCC\x81\tx", {{"\u1EBF", "x"}}},
      {"a\x0B"
       "b\tc\xC2\xA0"
       "d",
       {{"a\nb", "c d"}}},
      {std::string_view("a\0b\tc\x1B"
                        "d\x7F",
                        8),
       {{"ab", "cd"}}},
      {"  a  b  ", {{"  a  b  "}}},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    const auto table = parse_tsv(test.text);
    REQUIRE(table);
    CHECK(table->rows == test.rows);
  }
}

TEST_CASE("Table: what a clerk copies out of Excel comes out whole") {
  const auto table = parse_tsv(test_data("kenh-dan-tu-excel.tsv"));
  REQUIRE(table);
  REQUIRE(table->rows.size() == 19);
  for (std::size_t row = 4; row < 19; ++row) CHECK(table->rows[row].size() == 8);
  CHECK(table->rows[4][7] == "Trạng thái\n(Hoạt động/đóng /khóa/xóa)");
  CHECK(table->rows[6][5] == "Vũ Thị Mai\nĐỗ Văn Khải");
  CHECK(table->rows[7][1] == "Nhóm Facebook \"Phụ huynh khối 9\"");
  CHECK(table->rows[12][1] == "Thư điện tử công vụ của Hiệu trưởng");  // pasted decomposed
  CHECK(table->rows[18][1] == "=HYPERLINK(\"http://x.example\";\"Trang web\")");
}

TEST_CASE("RFC 4180: a CSV file's separator is found by itself") {
  struct Case {
    std::string_view text;
    std::vector<TableRow> rows;
  };
  const Case cases[] = {
      {"a,b\r\nc,d\r\n", {{"a", "b"}, {"c", "d"}}},
      {"a;b\nc;d\n", {{"a", "b"}, {"c", "d"}}},
      {"a\tb\nc\td", {{"a", "b"}, {"c", "d"}}},
      {"một, hai;b\nc;d, e, f\n", {{"một, hai", "b"}, {"c", "d, e, f"}}},
      {"\"a;b\";\"c\nd\"\ne;f", {{"a;b", "c\nd"}, {"e", "f"}}},
      {"only one column\nsecond", {{"only one column"}, {"second"}}},
      {"sep=;\r\na,b;c\r\n", {{"a,b", "c"}}},
      {"\xEF\xBB\xBFsep=|\na|b\n", {{"a", "b"}}},
      {"", {}},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    const auto table = parse_csv(test.text);
    REQUIRE(table);
    CHECK(table->rows == test.rows);
  }
}

TEST_CASE("Table: limits are errors that name the limit") {
  SUBCASE("table_too_large") {
    const std::string text(kMaxTableBytes + 1, 'a');
    for (const auto& result : {parse_tsv(text), parse_csv(text), parse_html_table(text)}) {
      REQUIRE_FALSE(result);
      CHECK(result.error() == Error{ErrorCode::table_too_large, "", "> 16 MB"});
    }
  }
  SUBCASE("table_too_many_rows") {
    CHECK(parse_tsv(repeat("a\n", kMaxTableRows)));
    const auto result = parse_tsv(repeat("a\n", kMaxTableRows + 1));
    REQUIRE_FALSE(result);
    CHECK(result.error() == Error{ErrorCode::table_too_many_rows, "", "20000"});
    CHECK_FALSE(parse_html_table("<table>" + repeat("<tr><td>a", kMaxTableRows + 1)));
  }
  SUBCASE("table_too_many_columns") {
    CHECK(parse_tsv(repeat("a\t", kMaxTableColumns - 1) + "a"));
    const auto result = parse_tsv("\n" + repeat("a\t", kMaxTableColumns) + "a");
    REQUIRE_FALSE(result);
    CHECK(result.error() == Error{ErrorCode::table_too_many_columns, "2", "256"});
    CHECK_FALSE(parse_html_table("<table><tr>" + repeat("<td>a", kMaxTableColumns + 1)));
  }
  SUBCASE("empty cells of a whole row do not count") {
    const auto table = parse_tsv("a" + repeat("\t", 16383) + "\n");
    REQUIRE(table);
    CHECK(table->rows[0].size() == kMaxTableColumns);
  }
  SUBCASE("table_not_utf8") {
    for (const std::string_view text : {"ab\xFF", "ab\xC3", "ab\xED\xA0\x80"}) {
      const auto result = parse_tsv(text);
      REQUIRE_FALSE(result);
      CHECK(result.error() == Error{ErrorCode::table_not_utf8, "byte 2"});
    }
    CHECK_FALSE(
        parse_csv("\xFF\xFE"
                  "a"));
    CHECK_FALSE(parse_html_table("<table><tr><td>\xE1\xBB"));
  }
}

TEST_CASE("Table: a cell that a spreadsheet would evaluate is written as text") {
  struct Case {
    std::string_view cell;
    std::string_view written;
  };
  const Case cases[] = {
      {"=1+1", "'=1+1\r\n"},
      {"+84 912 345 678", "'+84 912 345 678\r\n"},
      {"-a", "'-a\r\n"},
      {"@truong.cuatoi", "'@truong.cuatoi\r\n"},
      {"=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"\r\n"},
      {"\ta", "\"'\ta\"\r\n"},
      {"\ra", "\"'\ra\"\r\n"},
      {"- một\n- hai", "\"'- một\n- hai\"\r\n"},
      // An apostrophe that is already there, before a formula, is not ours.
      {"'=1", "''=1\r\n"},
      // Text to every spreadsheet.
      {"-", "-\r\n"},
      {"'a", "'a\r\n"},
      {"a=b", "a=b\r\n"},
      {"0912", "0912\r\n"},
      {"a\tb", "\"a\tb\"\r\n"},
      {"a\nb", "\"a\nb\"\r\n"},
      {"\"a\"", "\"\"\"a\"\"\"\r\n"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.cell);
    CHECK(write_tsv({{{std::string(test.cell)}}}) == test.written);
    CHECK(without_neutralising(neutralise_formula(test.cell)) == test.cell);
  }
  CHECK(write_tsv({{{"a", "b"}, {}, {"", ""}}}) == "a\tb\r\n\r\n\t\r\n");
}

TEST_CASE("Table: what is written for the clipboard reads back as it was") {
  auto table = parse_tsv(test_data("kenh-dan-tu-excel.tsv"));
  REQUIRE(table);
  table->rows.push_back({"'=1", "''+1", "\"", "\"\"", "a\"b", "", "-", "=a\n\"b\"\t"});
  const auto back = parse_tsv(write_tsv(*table));
  REQUIRE(back);
  CHECK(*back == *table);
  const auto back_from_csv = parse_csv(write_tsv(*table));
  REQUIRE(back_from_csv);
  CHECK(*back_from_csv == *table);

  const Table plain{{{"=1", "<b>&amp;", "a\nb"}, {"'=1", "", "\"c\""}}};
  const auto from_html = parse_html_table(write_html_table(plain));
  REQUIRE(from_html);
  CHECK(*from_html == plain);
}

TEST_CASE("Table: hostile text takes linear time") {
  // A quadratic reader would take minutes over each of these.
  for (const std::string& text :
       {repeat("\"a\t", 200000), repeat("\"\"\"\"a\t", 200000), repeat("\"\n\t", 20000),
        "\"" + repeat("\"\"", 500000), repeat("\t", 1000000), std::string(1000000, '"')}) {
    static_cast<void>(parse_tsv(text));
    static_cast<void>(parse_csv(text));
  }
  for (const std::string& html :
       {repeat("<table>", 200000), repeat("<table><tr><td>", 100000),
        "<table><tr><td>" + repeat("&amp", 200000), "<table><tr><td>" + repeat("&#7897;", 200000),
        repeat("<!--", 200000), repeat("<style>", 200000), repeat("<td a=\"", 200000),
        repeat("<", 1000000), "<table><td><style>" + repeat("</sty", 200000),
        repeat("<a a a a a a ", 100000),
        "<table><tr>" + repeat("<td rowspan=0 colspan=1000>", 100000)}) {
    static_cast<void>(parse_html_table(html));
  }
}

}  // namespace
}  // namespace sokenh
