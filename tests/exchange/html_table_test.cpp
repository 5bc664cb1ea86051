#include <doctest/doctest.h>

#include "core/exchange/html_text.h"
#include "core/exchange/table.h"
#include "tests/test_data.h"

namespace sokenh {
namespace {

TEST_CASE("HTML table: cells are read as a browser shows them") {
  struct Case {
    std::string_view html;
    std::vector<TableRow> rows;
  };
  const Case cases[] = {
      {"<table><tr><td>a</td><td>b</td></tr><tr><th>c</th></tr></table>", {{"a", "b"}, {"c"}}},
      {"<TABLE><TR><TD>a<TD>b<TR><TD>c", {{"a", "b"}, {"c"}}},  // implied end tags
      {"<table><td>a<td>b</table>", {{"a", "b"}}},              // implied row
      {"<table><tr><td>  a \r\n  b\t</td></tr></table>", {{"a b"}}},
      {"<table><tr><td>a<br>b<br/>\n c</td></tr></table>", {{"a\nb\nc"}}},
      {"<table><tr><td><p>a</p>\n<p>b<br></p><div>c</div></td></tr></table>", {{"a\nb\nc"}}},
      {"<table><tr><td><p>a</p><p>&nbsp;</p><p>b</p></td></tr></table>", {{"a\n \nb"}}},
      {"<table><tr><td>&nbsp;</td><td>a&nbsp; b</td></tr></table>", {{"", "a  b"}}},
      {"<table><tr><td>1 < 2 & 3<4</td></tr></table>", {{"1 < 2 & 3<4"}}},
      {"<table><tr><td title='>' x=\"</td>\">a</td></tr></table>", {{"a"}}},
      {"<table><tr><td><b>T</b>rang <i>web</i></td></tr></table>", {{"Trang web"}}},
      {"<table><tr><td>e&#770;&#769;</td></tr></table>", {{"\u1EBF"}}},
      // What is not shown.
      {"<table><!-- <tr><td>x --><tr><td>a<!--[if mso]>x<![endif]-->b</td></tr></table>", {{"ab"}}},
      {"<table><tr><td><![if !supportLists]>-<![endif]>a<?xml:namespace x>b</td></tr></table>",
       {{"-ab"}}},
      {"<table><tr><td><style>td { } </td></style>a<script>'</scr'</script>b</td></tr></table>",
       {{"ab"}}},
      {"text<table>text<caption>c</caption><tr>text<td>a</td>text</tr></table>text", {{"a"}}},
      // Merged cells.
      {"<table><tr><td colspan=2>a</td><td>b</td></tr><tr><td>c<td>d<td>e</table>",
       {{"a", "", "b"}, {"c", "d", "e"}}},
      {"<table><tr><td rowspan=\"2\">a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</table>",
       {{"a", "b"}, {"", "c"}, {"d"}}},
      {"<table><tr><td rowspan=2 colspan='2'>a<td>b<tr><td>c</table>",
       {{"a", "", "b"}, {"", "", "c"}}},
      {"<table><tr><td>a<td rowspan=0>b<tr><td>c<td>d</table>", {{"a", "b"}, {"c", "", "d"}}},
      {"<table><tr><td colspan=99999999999999999999 rowspan=-1>a</td></tr><tr><td>b</table>",
       {{"a"}, {"b"}}},
      {"<table><tr><td colspan=16384>a<td><td></table>", {{"a"}}},
      // Tables after one another, and inside a cell.
      {"<table><tr><td rowspan=5>a</table><p>x</p><table><tr><td>b</table>", {{"a"}, {"b"}}},
      {"<table><tr><td>a<table><tr><td>b</td><td>c</td></tr><tr><td>d</table>e</td><td>f</table>",
       {{"a\nb c\nd\ne", "f"}}},
      {"<table><table><tr><td>a</table>", {{"a"}}},
      {"</table></td><table><tr></td><td>a</table></table><tr><td>b", {{"a"}}},
  };
  for (const Case& test : cases) {
    CAPTURE(test.html);
    const auto table = parse_html_table(test.html);
    REQUIRE(table);
    CHECK(table->rows == test.rows);
  }
}

TEST_CASE("HTML table: no table is an error (html_no_table)") {
  for (const std::string_view html :
       {"", "a\tb", "<p>a</p>", "<table></table>", "<!--<table><tr><td>a</table>",
        "<style><table><tr><td>a</table>", "&lt;table><tr><td>a", "<tr><td>a"}) {
    CAPTURE(html);
    const auto table = parse_html_table(html);
    REQUIRE_FALSE(table);
    CHECK(table.error().code == ErrorCode::html_no_table);
  }
}

TEST_CASE("HTML table: character references") {
  struct Case {
    std::string_view text;
    std::string_view decoded;  // of the reference at the start
    std::size_t length;
  };
  const Case cases[] = {
      {"&amp;x", "&", 5},
      {"&nbsp;", "\xC2\xA0", 6},
      {"&agrave;", "à", 8},
      {"&Agrave;", "À", 8},
      {"&yuml;", "ÿ", 6},
      {"&AElig;", "Æ", 7},
      {"&hellip;", "…", 8},
      {"&#7897;", "ộ", 7},
      {"&#x1ED9;", "ộ", 8},
      {"&#X1ed9 ", "ộ", 7},
      {"&#150;", "–", 6},
      {"&#0;", "\uFFFD", 4},
      {"&#xD800;", "\uFFFD", 8},
      {"&#99999999999;", "\uFFFD", 14},
      {"&", "", 0},
      {"&;", "", 0},
      {"&#;", "", 0},
      {"&#x;", "", 0},
      {"&nothing;", "", 0},
      {"&copy=2", "", 0},
      {"&amp", "", 0},
      {"& amp;", "", 0},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    std::string decoded;
    CHECK(decode_character_reference(test.text, decoded) == test.length);
    CHECK(decoded == test.decoded);
  }
  CHECK(escape_html("<a href=\"x\">'&amp;'</a>") ==
        "&lt;a href=&quot;x&quot;&gt;&#39;&amp;amp;&#39;&lt;/a&gt;");
}

TEST_CASE("HTML table: the clipboards of Excel and LibreOffice hold the same cells as their text") {
  const auto text = parse_tsv(test_data("kenh-dan-tu-excel.tsv"));
  REQUIRE(text);
  for (const std::string_view file :
       {"exchange/excel-clipboard.html", "exchange/libreoffice-clipboard.html"}) {
    CAPTURE(file);
    const auto table = parse_html_table(test_data(file));
    REQUIRE(table);
    REQUIRE(table->rows.size() == text->rows.size());
    for (std::size_t row = 4; row < text->rows.size(); ++row) {
      REQUIRE(table->rows[row].size() == text->rows[row].size());
      for (std::size_t column = 0; column < text->rows[row].size(); ++column) {
        std::string trimmed = text->rows[row][column];
        trimmed.erase(0, trimmed.find_first_not_of(' '));
        trimmed.erase(trimmed.find_last_not_of(' ') + 1);
        CHECK(table->rows[row][column] == trimmed);
      }
    }
  }
}

}  // namespace
}  // namespace sokenh
