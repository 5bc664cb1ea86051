#include "core/exchange/email_draft.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "core/signing/base64url.h"
#include "core/text/utf8.h"

namespace sokenh {
namespace {

EmailDraft sample() {
  EmailDraft draft;
  draft.to_name = "Văn phòng Sở GD&ĐT";
  draft.to_address = "vanphongsgd@haiphong.edu.vn";
  draft.from_name = "Trường THCS Quang Trung";
  draft.from_address = "c2quangtrung@example.edu.vn";
  draft.subject =
      "V/v thống kê kênh cung cấp thông tin trên môi trường mạng – Trường Tiểu học Đại Lộc 😀";
  draft.body = "Kính gửi Văn phòng Sở,\n\nĐơn vị gửi thống kê kèm theo.\n";
  draft.attachments = {{"Thống kê kênh – Trường Tiểu học Đại Lộc.json", "application/json", "{}"},
                       {"form.html", "text/html", std::string(1000, '\xFF')}};
  return draft;
}

std::string written(const EmailDraft& draft) {
  auto result = write_email_draft(draft, "seed");
  REQUIRE(result);
  return std::move(result).value();
}

std::vector<std::string> lines(const std::string& message) {
  std::vector<std::string> out;
  std::size_t start = 0;
  for (std::size_t end = message.find("\r\n"); end != std::string::npos;
       end = message.find("\r\n", start)) {
    out.push_back(message.substr(start, end - start));
    start = end + 2;
  }
  CHECK(start == message.size());
  return out;
}

// A header's value, unfolded; "" when there is none.
std::string header(const std::string& message, const std::string& name) {
  std::string value;
  bool inside = false;
  for (const std::string& line : lines(message)) {
    if (line.empty()) break;
    if (line.front() == ' ') {
      if (inside) value += line;
    } else {
      inside = line.starts_with(name + ": ");
      if (inside) value = line.substr(name.size() + 2);
    }
  }
  return value;
}

std::string from_base64(std::string text) {
  for (char& c : text) c = c == '+' ? '-' : c == '/' ? '_' : c;
  text.erase(std::min(text.find('='), text.size()));
  auto bytes = signing::base64url_decode(text);
  REQUIRE(bytes);
  return std::move(bytes).value();
}

// RFC 2047: the text of encoded words; white space between two of them is not shown.
std::string decode_words(const std::string& value) {
  std::string out;
  std::size_t at = 0;
  while (value.compare(at, 10, "=?utf-8?B?") == 0) {
    const std::size_t end = value.find("?=", at);
    REQUIRE(end != std::string::npos);
    CHECK(end + 2 - at <= 75);
    const std::string word = from_base64(value.substr(at + 10, end - at - 10));
    CHECK(text::is_valid_utf8(word));  // no character is cut
    out += word;
    at = end + 2;
    if (value.compare(at, 3, " =?") == 0) ++at;
  }
  return out + value.substr(at);
}

TEST_CASE("RFC 5322 2.1.1: a draft is ASCII with CRLF, lines of at most 76 characters") {
  for (const std::string& line : lines(written(sample()))) {
    CAPTURE(line);
    CHECK(line.size() <= 76);
    for (const char c : line) CHECK((c >= ' ' && c <= '~'));
  }
}

TEST_CASE(
    "Email draft: opens as an unsent draft, and leaves date and message id to the mail program") {
  const std::string message = written(sample());
  CHECK(header(message, "X-Unsent") == "1");
  CHECK(header(message, "MIME-Version") == "1.0");
  CHECK(header(message, "Date").empty());
  CHECK(header(message, "Message-ID").empty());
  CHECK(decode_words(header(message, "To")) == "Văn phòng Sở GD&ĐT <vanphongsgd@haiphong.edu.vn>");
  CHECK(decode_words(header(message, "From")) ==
        "Trường THCS Quang Trung <c2quangtrung@example.edu.vn>");
  CHECK(header(message, "Content-Type")
            .starts_with("multipart/mixed; boundary=\"=_sokenh_73656564_0\""));

  EmailDraft bare;
  bare.subject = "Only text";
  const std::string text_only = written(bare);
  CHECK(header(text_only, "To").empty());
  CHECK(header(text_only, "From").empty());
  CHECK(header(text_only, "Content-Type") == "text/plain; charset=utf-8");
}

TEST_CASE("RFC 2047 2: a subject comes back exactly, in words of at most 75 characters") {
  std::string all_lengths;
  for (int i = 0; i < 80; ++i) {
    for (const std::string_view character : {"a", "ộ", "😀"}) {
      EmailDraft draft;
      draft.subject = all_lengths + std::string(character);
      CHECK(decode_words(header(written(draft), "Subject")) == draft.subject);
    }
    all_lengths += i % 3 == 0 ? "ế" : i % 3 == 1 ? "x" : "👨‍👩‍👧";
  }
  for (const std::string_view subject : {"Plain", "=?utf-8?B?QQ==?= looks encoded",
                                         " spaces at the ends ", "two  spaces", "a: b; c <d@e>"}) {
    EmailDraft draft;
    draft.subject = subject;
    CHECK(decode_words(header(written(draft), "Subject")) == subject);
  }
  EmailDraft draft;
  draft.subject = std::string(500, 'x');
  CHECK(decode_words(header(written(draft), "Subject")) == draft.subject);
}

TEST_CASE("RFC 5322 3.4: a name that is no plain phrase is encoded") {
  for (const std::string_view name :
       {"Office", "Van phong", "Phong, \"GD\" <x@y.vn>", "a  b", "(comment)"}) {
    EmailDraft draft;
    draft.to_name = name;
    draft.to_address = "a@b.vn";
    const std::string value = header(written(draft), "To");
    CHECK(decode_words(value) == std::string(name) + " <a@b.vn>");
    CHECK(value.find('"') == std::string::npos);
  }
}

TEST_CASE("RFC 2045 6.8: text and attachments are base64 in lines of 76") {
  const std::string message = written(sample());
  const std::string text =
      "S8OtbmggZ+G7rWkgVsSDbiBwaMOybmcgU+G7nywNCg0KxJDGoW4gduG7iyBn4butaSB0aOG7kW5n\r\n";
  CHECK(message.find("Content-Transfer-Encoding: base64\r\n\r\n" + text) != std::string::npos);
  const std::string full_line = "\r\n" + std::string(76, '/') + "\r\n";
  CHECK(message.find(full_line) != std::string::npos);
  CHECK(message.find("\r\n\r\ne30=\r\n") != std::string::npos);  // {}
}

TEST_CASE("RFC 2231 3, 4: file names keep their letters, with an ASCII name for old programs") {
  struct Case {
    std::string name;
    std::string parameters;
  };
  const Case cases[] = {
      {"form.html", " filename=\"form.html\"\r\n"},
      {"Đại Lộc.json",
       " filename*=utf-8''%C4%90%E1%BA%A1i%20L%E1%BB%99c.json;\r\n filename=\"Dai Loc.json\"\r\n"},
      {"Thống kê kênh – Trường Tiểu học Đại Lộc.json",
       " filename*0*=utf-8''Th%E1%BB%91ng%20k%C3%AA%20k%C3%AAnh%20%E2%80%93%20Tr;\r\n"
       " filename*1*=%C6%B0%E1%BB%9Dng%20Ti%E1%BB%83u%20h%E1%BB%8Dc%20%C4%90;\r\n"
       " filename*2*=%E1%BA%A1i%20L%E1%BB%99c.json;\r\n"
       " filename=\"Thong ke kenh - Truong Tieu hoc Dai Loc.json\"\r\n"},
      {"a\"b😀.txt", " filename*=utf-8''a%22b%F0%9F%98%80.txt;\r\n filename=\"a_b_.txt\"\r\n"},
  };
  for (const Case& test : cases) {
    EmailDraft draft;
    draft.attachments = {{test.name, "text/plain", ""}};
    CHECK(written(draft).find("Content-Disposition: attachment;\r\n" + test.parameters) !=
          std::string::npos);
  }
  EmailDraft draft;
  draft.attachments = {{std::string(200, 'a') + ".json", "text/plain", ""}};
  CHECK(written(draft).find(" filename=\"" + std::string(51, 'a') + ".json\"\r\n") !=
        std::string::npos);
}

TEST_CASE("RFC 2046 5.1.1: the boundary is in no part, whatever the seed and the content") {
  EmailDraft draft = sample();
  const std::string bad_boundary = "=_sokenh_73656564_";
  draft.body = "--" + bad_boundary + "0\n";
  draft.attachments = {{bad_boundary + "0", "text/plain", "--" + bad_boundary + "1--\r\n"}};
  const std::string message = written(draft);
  CHECK(header(message, "Content-Type").ends_with(bad_boundary + "1\""));
  std::size_t count = 0;
  for (const std::string& line : lines(message))
    count += line.starts_with("--" + bad_boundary + "1") ? 1 : 0;
  CHECK(count == 3);
  CHECK(message.ends_with("\r\n--" + bad_boundary + "1--\r\n"));
  CHECK(write_email_draft(draft, ""));
  CHECK(write_email_draft(draft, std::string(100, '\0')));
}

TEST_CASE("Email draft: what is refused") {
  struct Case {
    ErrorCode code;
    std::string place;
    void (*spoil)(EmailDraft&);
  };
  const Case cases[] = {
      {ErrorCode::email_header_injection, "subject",
       [](EmailDraft& d) { d.subject = "a\r\nBcc: x@y.vn"; }},
      {ErrorCode::email_header_injection, "subject",
       [](EmailDraft& d) { d.subject = std::string("a\0b", 3); }},
      {ErrorCode::email_header_injection, "to_name", [](EmailDraft& d) { d.to_name = "a\nb"; }},
      {ErrorCode::email_header_injection, "to_address",
       [](EmailDraft& d) { d.to_address += "\r"; }},
      {ErrorCode::email_header_injection, "from_name", [](EmailDraft& d) { d.from_name = "\tb"; }},
      {ErrorCode::email_header_injection, "from_address",
       [](EmailDraft& d) { d.from_address += "\r\n x"; }},
      {ErrorCode::email_header_injection, "attachments/1/file_name",
       [](EmailDraft& d) { d.attachments[1].file_name = "a\r\n.txt"; }},
      {ErrorCode::email_header_injection, "attachments/0/file_name",
       [](EmailDraft& d) { d.attachments[0].file_name = "gpj.\u202Eexe"; }},
      {ErrorCode::email_header_injection, "attachments/0/media_type",
       [](EmailDraft& d) { d.attachments[0].media_type = "text/plain\n"; }},
      {ErrorCode::email_bad_address, "to_address",
       [](EmailDraft& d) { d.to_address = "vanphong"; }},
      {ErrorCode::email_bad_address, "to_address",
       [](EmailDraft& d) { d.to_address = "a@b.vn, c@d.vn"; }},
      {ErrorCode::email_bad_address, "to_address", [](EmailDraft& d) { d.to_address = " a@b.vn"; }},
      {ErrorCode::email_bad_address, "to_address",
       [](EmailDraft& d) { d.to_address = "văn@b.vn"; }},
      {ErrorCode::email_bad_address, "to_address",
       [](EmailDraft& d) { d.to_address = "<a@b.vn>"; }},
      {ErrorCode::email_bad_address, "from_address", [](EmailDraft& d) { d.from_address = "a@b"; }},
      {ErrorCode::email_bad_file_name, "attachments/0/file_name",
       [](EmailDraft& d) { d.attachments[0].file_name = ""; }},
      {ErrorCode::email_bad_file_name, "attachments/0/file_name",
       [](EmailDraft& d) { d.attachments[0].file_name = "../a.txt"; }},
      {ErrorCode::email_bad_file_name, "attachments/0/file_name",
       [](EmailDraft& d) { d.attachments[0].file_name = "c:\\a.txt"; }},
      {ErrorCode::email_bad_file_name, "attachments/0/file_name",
       [](EmailDraft& d) { d.attachments[0].file_name = std::string(256, 'a'); }},
      {ErrorCode::email_bad_media_type, "attachments/0/media_type",
       [](EmailDraft& d) { d.attachments[0].media_type = "text"; }},
      {ErrorCode::email_bad_media_type, "attachments/0/media_type",
       [](EmailDraft& d) { d.attachments[0].media_type = "text/plain; x=y"; }},
      {ErrorCode::email_not_utf8, "body", [](EmailDraft& d) { d.body = "\xFF"; }},
      {ErrorCode::email_not_utf8, "subject", [](EmailDraft& d) { d.subject = "a\xC3"; }},
      {ErrorCode::email_too_large, "",
       [](EmailDraft& d) { d.attachments[1].bytes.assign(kMaxAttachmentBytes + 1, 'x'); }},
  };
  for (const Case& test : cases) {
    EmailDraft draft = sample();
    test.spoil(draft);
    const auto result = write_email_draft(draft, "seed");
    CAPTURE(test.place);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == test.code);
    CHECK(result.error().place == test.place);
  }
}

}  // namespace
}  // namespace sokenh
