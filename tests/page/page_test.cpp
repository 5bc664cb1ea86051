// Saved pages as files: encodings, MHTML, what is hidden, limits. Press hints, bad words.
#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "core/page/bad_words.h"
#include "core/page/markup.h"
#include "core/page/outline.h"
#include "core/page/press.h"
#include "tests/test_data.h"

using namespace sokenh;
using namespace sokenh::page;

namespace {

PageOutline read(std::string_view bytes) {
  Result<PageOutline> page = read_page(bytes);
  REQUIRE(page.has_value());
  return std::move(*page);
}

std::string failure(std::string_view bytes) {
  const Result<PageOutline> page = read_page(bytes);
  if (page) return "none";
  return std::string(error_code_name(page.error().code)) + " " + page.error().place + " " +
         page.error().detail;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

// «text [hidden]», one a line.
std::string blocks(std::string_view html) {
  std::string out;
  for (const Block& block : read(html).blocks) {
    if (!out.empty()) out += " / ";
    out += block.text;
    if (block.hidden != Hidden::no) out += " [" + std::string(hidden_key(block.hidden)) + "]";
  }
  return out;
}

std::string words(const std::vector<BadWord>& found) {
  std::string out;
  for (const BadWord& each : found) {
    if (!out.empty()) out += ", ";
    out += each.word;
  }
  return out;
}

}  // namespace

TEST_CASE("HTML 13.2.3: the encoding by mark, by what the page says, by its bytes") {
  struct Case {
    std::string bytes;
    std::string_view encoding, text;
  };
  const std::array cases{
      Case{"\xEF\xBB\xBF<p>Tr\xC6\xB0\xE1\xBB\x9Dng", "UTF-8", "Trường"},
      Case{"<p>Tr\xC6\xB0\xE1\xBB\x9Dng", "UTF-8", "Trường"},
      Case{std::string("\xFF\xFE<\0p\0>\0\xC3\x1E", 10), "UTF-16LE", "ể"},
      Case{std::string("<\0p\0>\0a\0", 8), "UTF-16LE", "a"},
      Case{std::string("\0<\0p\0>\0a", 8), "UTF-16BE", "a"},
      Case{"<meta charset=windows-1252><p>caf\xE9", "windows-1252", "café"},
      Case{"<meta charset=windows-1258><p>\xD0\xF4ng", "windows-1258", "Đông"},
      Case{"<p>\xD0\xF4ng", "windows-1258", "Đông"},
      Case{"<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><p>\xE9", "windows-1252", "é"},
  };
  for (const Case& each : cases) {
    const PageOutline page = read(each.bytes);
    CHECK(page.encoding == each.encoding);
    CHECK(blocks(each.bytes) == each.text);
  }
  CHECK(failure("<meta charset=\"tcvn-5712\"><p>\xE9") == "page_encoding_unknown  tcvn-5712");
}

TEST_CASE("What is no saved page is said to be none") {
  CHECK(failure("") == "page_empty  ");
  CHECK(failure("  \n ") == "page_empty  ");
  CHECK(failure("%PDF-1.7 …") == "page_not_html  ");
  CHECK(failure("PK\x03\x04 docx") == "page_not_html  ");
  CHECK(failure("only text") == "page_not_html  ");
  CHECK(failure("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<p>a") ==
        "mht_damaged line 3 ");
  CHECK(failure("MIME-Version: 1.0\r\nContent-Type: multipart/related; "
                "boundary=x\r\n\r\n--x\r\nContent-Type: image/png\r\n\r\n1\r\n--x--\r\n") ==
        "mht_no_page  ");
  CHECK(failure(repeated("<p>a", 6U << 20U)) == "page_too_large  8");
  CHECK(failure(repeated("<p>a", kMaxBlocks + 1)) == "page_too_many_parts blocks 20000");
  CHECK(failure(repeated("<a href=x></a>", kMaxLinks + 1)) == "page_too_many_parts links 20000");
}

TEST_CASE("RFC 2557: the address and the frames of a page in one file") {
  const PageOutline page = read(test_data("pages/hung-vuong.mht"));
  CHECK(page.container == Container::mht);
  CHECK(page.address == "https://thpthungvuong.example.edu.vn/");
  CHECK(page.title == "Trường THPT Hùng Vương");
  REQUIRE(page.sources.size() == 2);
  CHECK(page.sources[0].address == "https://thpthungvuong.example.edu.vn/site.css");
  CHECK(page.sources[1].address == "https://maps.example.com/embed?pb=1");
}

TEST_CASE("A page saved whole: its address, its files without their folder") {
  const PageOutline page = read(test_data("pages/semantic.html"));
  CHECK(page.address == "https://thcsanlao.example.edu.vn/");
  REQUIRE(page.sources.size() == 3);
  CHECK(page.sources[0].address == "site.css");
  CHECK(page.sources[1].address == "jquery.min.js");
  CHECK(page.sources[2].kind == SourceKind::inline_script);
}

TEST_CASE("Texts as they are shown, and what hides them") {
  struct Case {
    std::string_view html, blocks;
  };
  constexpr std::array cases{
      Case{"<p>a  b\n c<br>d<p>e</p>f", "a b c / d / e / f"},
      Case{"<div hidden>a</div>b", "a [attribute] / b"},
      Case{"<div style='display : NONE !important'>a<b>b</b></div>c", "ab [display] / c"},
      Case{"<p style='visibility:hidden'>a<i style='visibility:visible'>b</i></p>",
           "a [visibility] / b"},
      Case{"<p style='font-size:0'>a<i style='font-size:12px'>b</i></p>", "a [tiny] / b"},
      Case{"<p style='opacity:0'>a</p>", "a [visibility]"},
      Case{"<p style='position:absolute;left:-9999px'>a</p>", "a [off_screen]"},
      Case{"<p style='text-indent:-999em'>a</p>", "a [off_screen]"},
      Case{"<p style='height:0;overflow:hidden'>a</p>", "a [tiny]"},
      Case{"<p style='color:transparent'>a</p>", "a [same_colour]"},
      Case{"<td bgcolor=#FFFFFF><font color=white>a</font></td>", "a [same_colour]"},
      Case{"<p style='color:rgb(255, 255, 255);background:#fff url(x)'>a</p>", "a [same_colour]"},
      Case{"<p style='color:#fff;background:#036'>a</p>", "a"},
      Case{"<noscript>a</noscript>b", "a [attribute] / b"},
      Case{"<script>a</script><style>b</style><!-- c --><textarea>d</textarea>e", "e"},
      Case{"<script>'</scripty>'</script>a", "a"},
      Case{"a < b <3 & c &amp; d", "a < b <3 & c & d"},
      Case{"<p title='a>b'>c<p title=a>d", "c / d"},
      Case{"<!-->a<!--->b<!-- x --!>c", "abc"},
      Case{"<b><div>a</b>b</div>c", "ab / c"},
      Case{"<table><tr><td>a<td>b<tr><td>c</table>d", "a / b / c / d"},
      Case{"<div style='display:none'><p>a</div>b", "a [display] / b"},
      Case{"<img alt='anh truong'>a", "anh truong / a"},
      Case{"a<p", "a"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.html);
    CHECK(blocks("<html>" + std::string(each.html)) == each.blocks);
  }
}

TEST_CASE("Markup: hostile pages are read in one pass") {
  // Every byte belongs to one token: what the tokens hold together is no more than the page.
  const auto size_of_tokens = [](const std::string& html) {
    HtmlMarkup markup(html);
    HtmlToken token;
    std::size_t bytes = 0;
    while (markup.next(token)) {
      bytes += token.text.size();
      for (const HtmlAttribute& each : token.tag.attributes)
        bytes += token.kind == HtmlTokenKind::tag ? each.name.size() + each.value.size() : 0;
      CHECK(token.tag.attributes.size() <= kMaxTagAttributes);
    }
    return bytes;
  };
  const std::size_t size = 300'000;
  for (const std::string& html :
       {repeated("<", size), repeated("<a ", size / 3), repeated("<a b='", size / 6),
        repeated("<!--", size / 4), repeated("<script>", size / 8), repeated("</", size / 2),
        repeated("<a b=c ", size / 7) + ">", "<a href=\"" + repeated("x", size) + "\">",
        "<p " + repeated("a=b ", size / 4) + ">", repeated("-- ", size / 3),
        "<!--" + repeated("-", size), repeated("&#", size / 2), repeated("&amp", size / 4)}) {
    CHECK(size_of_tokens(html) <= html.size());
  }
}

TEST_CASE("Outline: deep nesting stays within its depth and keeps what follows") {
  const PageOutline page =
      read(repeated("<div>", 100'000) + "a" + repeated("</div>", 100'000) + "<footer>b</footer>");
  REQUIRE(page.blocks.size() == 2);
  CHECK(page.blocks[1].region == Region::footer);
  // Unclosed letter styles and lists likewise.
  CHECK(read(repeated("<b>", 50'000) + "a").blocks.size() == 1);
  CHECK(read(repeated("<ul><li>", 5000) + "a").blocks.size() == 1);
}

TEST_CASE("TN17-1.1: source lines and links to the press, with their places") {
  const PressHints hints = find_press_hints(read(test_data("pages/protected-email.html")));
  REQUIRE(hints.hints.size() == 3);
  CHECK(hints.hints[0].press == "Tuổi Trẻ");
  CHECK(hints.hints[0].line == 2);
  CHECK(hints.hints[1].press == "Dân trí");
  CHECK(hints.hints[2].kind == PressHintKind::press_link);
  CHECK(hints.hints[2].press == "VnExpress");

  const auto count = [](std::string_view text) {
    return find_press_hints(read("<p>" + std::string(text))).total;
  };
  CHECK(count("Theo báo Hải Phòng điện tử") == 1);
  CHECK(count("(Theo VnExpress)") == 1);
  CHECK(count("Nguồn: tuoitre.vn") == 1);
  CHECK(count("Nguồn: sưu tầm") == 1);
  CHECK(count("theo báo cáo của nhà trường") == 0);
  CHECK(count("làm việc theo lao động hợp đồng") == 0);
  CHECK(count("Nguồn nước sạch của trường") == 0);
  CHECK(count("Đọc báo Nhân Dân mỗi sáng") == 0);
  CHECK(count("<a href=https://vnexpress.net/>VnExpress</a>") == 0);
}

TEST_CASE("DL-5.3: words of gambling and spam, with and without diacritics, disguised") {
  struct Case {
    std::string_view text, words;
  };
  constexpr std::array cases{
      Case{"Nhà cái uy tín nhất", "nhà cái"},
      Case{"nha cai uy tin", "nhà cái"},
      Case{"NHÀ CÁI", "nhà cái"},
      Case{"nh4 c4i", "nhà cái"},
      Case{"nhacai88", "nhà cái"},
      Case{"t@i x1u", "tài xỉu"},
      Case{"Tài-xỉu, xóc đĩa", "tài xỉu, xóc đĩa"},
      Case{"nổ hũ đổi thưởng", "nổ hũ, đổi thưởng"},
      Case{"cá cược bóng đá", "cá cược"},
      Case{"game slot", "slot"},
      Case{"Hacked by XYZ", "hacked by"},
      Case{"Buy v1agra now", "viagra"},
      // What a school writes.
      Case{"Xây nhà cải tạo sân trường", ""},
      Case{"Ca cước và cá nước ngọt", ""},
      Case{"Chương trình Tài chính, xìu xuống", ""},
      Case{"Bài 88: đánh giá cuối kỳ 2026", ""},
      Case{"Lo đề cương ôn tập", ""},
      Case{"Khen thưởng, đổi mới", ""},
  };
  for (const Case& each : cases) {
    CAPTURE(each.text);
    CHECK(words(find_bad_words(each.text)) == each.words);
  }
  CHECK(words(find_bad_words_in_address("https://tai-xiu-online.net/")) == "tài xỉu");
  CHECK(words(find_bad_words_in_address("https://a.example/?q=nh4c41")) == "nhà cái");
  CHECK(words(find_bad_words_in_address("https://thcsanlao.example.edu.vn/tin/khai-giang")) == "");
}
