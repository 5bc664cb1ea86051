#include "core/page/page_file.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/page/markup.h"
#include "core/text/ascii.h"
#include "core/text/compose.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace sokenh::page {
namespace {

constexpr std::size_t kDeclarationBytes =
    4096;  // where a page says its encoding; HTML asks for 1024

enum class Encoding { utf8, utf16_le, utf16_be, windows_1252, windows_1258 };

struct EncodingEntry {
  Encoding encoding;
  std::string_view label;
};
// The labels of the Encoding standard that such pages carry.
constexpr std::array kEncodings{
    EncodingEntry{Encoding::utf8, "utf-8"},
    EncodingEntry{Encoding::utf8, "utf8"},
    EncodingEntry{Encoding::utf8, "unicode-1-1-utf-8"},
    EncodingEntry{Encoding::utf8, "us-ascii"},
    EncodingEntry{Encoding::utf8, "ascii"},
    EncodingEntry{Encoding::utf16_le, "utf-16"},
    EncodingEntry{Encoding::utf16_le, "utf-16le"},
    EncodingEntry{Encoding::utf16_le, "unicode"},
    EncodingEntry{Encoding::utf16_be, "utf-16be"},
    EncodingEntry{Encoding::windows_1252, "windows-1252"},
    EncodingEntry{Encoding::windows_1252, "cp1252"},
    EncodingEntry{Encoding::windows_1252, "iso-8859-1"},
    EncodingEntry{Encoding::windows_1252, "latin1"},
    EncodingEntry{Encoding::windows_1258, "windows-1258"},
    EncodingEntry{Encoding::windows_1258, "cp1258"},
    EncodingEntry{Encoding::windows_1258, "x-cp1258"},
};

std::string_view name_of(Encoding encoding) {
  constexpr std::array<std::string_view, 5> names{"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252",
                                                  "windows-1258"};
  return names[static_cast<std::size_t>(encoding)];
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), text::ascii_lower);
  return out;
}

std::optional<Encoding> encoding_of(std::string_view label) {
  const std::string wanted = lower(text::trim(label));
  for (const EncodingEntry& entry : kEncodings) {
    if (entry.label == wanted) return entry.encoding;
  }
  return std::nullopt;
}

// The two single-byte encodings, from 128 on; 0: no character.
constexpr std::array<char32_t, 32> kUpper1252{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

char32_t single_byte(unsigned char byte, Encoding encoding) {
  if (byte < 0x80 || byte >= 0xA0) {
    if (encoding == Encoding::windows_1252) return byte;
    switch (byte) {  // where Windows-1258 is not Latin-1
      case 0xC3:
        return 0x0102;
      case 0xCC:
        return 0x0300;
      case 0xD0:
        return 0x0110;
      case 0xD2:
        return 0x0309;
      case 0xD5:
        return 0x01A0;
      case 0xDD:
        return 0x01AF;
      case 0xDE:
        return 0x0303;
      case 0xE3:
        return 0x0103;
      case 0xEC:
        return 0x0301;
      case 0xF0:
        return 0x0111;
      case 0xF2:
        return 0x0323;
      case 0xF5:
        return 0x01A1;
      case 0xFD:
        return 0x01B0;
      case 0xFE:
        return 0x20AB;
      default:
        return byte;
    }
  }
  return kUpper1252[byte - 0x80U];
}

std::string from_single_bytes(std::string_view bytes, Encoding encoding) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2);
  for (const char c : bytes)
    text::append_code_point(out, single_byte(static_cast<unsigned char>(c), encoding));
  return out;
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? first << 8U | second : second << 8U | first);
  };
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const char32_t lead = unit(at);
    if (lead >= 0xD800 && lead < 0xDC00 && at + 3 < bytes.size()) {
      const char32_t trail = unit(at + 2);
      if (trail >= 0xDC00 && trail < 0xE000) {
        text::append_code_point(out, 0x10000 + ((lead - 0xD800) << 10U) + (trail - 0xDC00));
        at += 2;
        continue;
      }
    }
    text::append_code_point(out, lead);  // a lone surrogate becomes U+FFFD
  }
  return out;
}

// The charset in «text/html; charset=…», "" without.
std::string charset_in(std::string_view content) {
  const std::string folded = lower(content);
  std::size_t at = folded.find("charset");
  if (at == std::string::npos) return {};
  at += 7;
  while (at < folded.size() && (is_html_space(folded[at]) || folded[at] == '=')) ++at;
  std::size_t end = at;
  const auto ends = [](char c) {
    return is_html_space(c) || c == ';' || c == '"' || c == '\'' || c == ',';
  };
  if (at < folded.size() && (folded[at] == '"' || folded[at] == '\'')) end = ++at;
  while (end < folded.size() && !ends(folded[end])) ++end;
  return folded.substr(at, end - at);
}

// What the page says of its own encoding: <meta charset>, <meta http-equiv="Content-Type">, or an
// XML declaration.
std::string declared_charset(std::string_view bytes) {
  bytes = bytes.substr(0, kDeclarationBytes);
  if (bytes.starts_with("<?xml")) {
    const std::string head = lower(bytes.substr(0, bytes.find("?>")));
    const std::size_t at = head.find("encoding=");
    if (at != std::string::npos && at + 10 < head.size()) {
      const std::size_t end = head.find(head[at + 9], at + 10);
      if (end != std::string::npos) return head.substr(at + 10, end - at - 10);
    }
  }
  HtmlMarkup markup(bytes);
  HtmlToken token;
  while (markup.next(token)) {
    if (token.kind != HtmlTokenKind::tag || token.tag.closing || token.tag.name != "meta") continue;
    if (token.tag.has("charset")) return token.tag.value("charset");
    if (lower(token.tag.value("http-equiv")) == "content-type") {
      std::string charset = charset_in(token.tag.value("content"));
      if (!charset.empty()) return charset;
    }
  }
  return {};
}

// UTF-16 without a mark: every other byte of «<html» is zero.
std::optional<Encoding> utf16_without_mark(std::string_view bytes) {
  if (bytes.size() < 4) return std::nullopt;
  if (bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0) return Encoding::utf16_le;
  if (bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0) return Encoding::utf16_be;
  return std::nullopt;
}

// Files that people take for the page: a picture of it, a PDF, a Word file (ZIP and OLE).
bool is_other_format(std::string_view bytes) {
  constexpr std::array<std::string_view, 8> starts{"%PDF",         "PK\x03\x04", "\x89PNG",
                                                   "\xFF\xD8\xFF", "GIF8",       "\xD0\xCF\x11\xE0",
                                                   "RIFF",         "bplist"};
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return bytes.starts_with(start); });
}

// «<!-- saved from url=(0037)https://thcs…/ -->», as Internet Explorer began and Chrome, Edge
// write.
std::string saved_from(std::string_view html) {
  constexpr std::string_view kMark = "saved from url=(";
  const std::string_view head = html.substr(0, kDeclarationBytes);
  const std::size_t at = head.find(kMark);
  if (at == std::string_view::npos) return {};
  const std::size_t start = head.find(')', at);
  if (start == std::string_view::npos) return {};
  std::size_t end = start + 1;
  while (end < head.size() && !is_html_space(head[end]) && head[end] != '>') ++end;
  std::string address = text::clean(head.substr(start + 1, end - start - 1));
  return address.starts_with("http://") || address.starts_with("https://") ? address
                                                                           : std::string{};
}

bool has_tag(std::string_view html) {
  HtmlMarkup markup(html);
  HtmlToken token;
  while (markup.next(token)) {
    if (token.kind == HtmlTokenKind::tag) return true;
  }
  return false;
}

}  // namespace

std::string_view container_key(Container container) {
  return container == Container::mht ? "mht" : "html";
}

Status decode_page(std::string_view bytes, std::string_view charset, PageFile& file) {
  Encoding encoding = Encoding::utf8;
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.remove_prefix(3);
  } else if (bytes.starts_with("\xFF\xFE")) {
    bytes.remove_prefix(2);
    encoding = Encoding::utf16_le;
  } else if (bytes.starts_with("\xFE\xFF")) {
    bytes.remove_prefix(2);
    encoding = Encoding::utf16_be;
  } else if (const auto found = utf16_without_mark(bytes)) {
    encoding = *found;
  } else {
    const std::string label = charset.empty() ? declared_charset(bytes) : std::string(charset);
    const std::optional<Encoding> declared = encoding_of(label);
    const bool is_utf8 = text::is_valid_utf8(bytes);
    if (declared == Encoding::utf8 || is_utf8) {
      // Bytes that are UTF-8 are that, whatever the page says: nothing else looks like it by
      // chance. A page in ASCII that says UTF-16 cannot be read as such either (HTML 13.2.3.3).
      encoding = Encoding::utf8;
    } else if (declared && *declared != Encoding::utf16_le && *declared != Encoding::utf16_be) {
      encoding = *declared;
    } else if (label.empty()) {
      encoding = Encoding::windows_1258;  // what browsers in Vietnamese take then
    } else {
      return Error{ErrorCode::page_encoding_unknown, "", text::clean(label.substr(0, 40))};
    }
  }
  switch (encoding) {
    case Encoding::utf8:
      file.html = std::string(bytes);
      break;
    case Encoding::utf16_le:
    case Encoding::utf16_be:
      file.html = from_utf16(bytes, encoding == Encoding::utf16_be);
      break;
    case Encoding::windows_1252:
    case Encoding::windows_1258:
      file.html = from_single_bytes(bytes, encoding);
      break;
  }
  file.encoding = name_of(encoding);
  if (file.html.size() > kMaxPageBytes)
    return Error{ErrorCode::page_too_large, "", std::to_string(kMaxPageBytes >> 20U)};
  if (text::is_blank(file.html)) return Error{ErrorCode::page_empty};
  if (!has_tag(file.html)) return Error{ErrorCode::page_not_html};
  if (file.address.empty()) file.address = saved_from(file.html);
  return ok();
}

Result<PageFile> open_page_file(std::string_view bytes) {
  if (bytes.size() > kMaxPageFileBytes)
    return Error{ErrorCode::page_too_large, "", std::to_string(kMaxPageFileBytes >> 20U)};
  if (bytes.empty()) return Error{ErrorCode::page_empty};
  if (is_other_format(bytes)) return Error{ErrorCode::page_not_html};
  if (looks_like_mht(bytes)) return read_mht(bytes);
  if (bytes.size() > 2 * kMaxPageBytes)
    return Error{ErrorCode::page_too_large, "", std::to_string(kMaxPageBytes >> 20U)};
  PageFile file;
  const Status decoded = decode_page(bytes, "", file);
  if (!decoded) return decoded.error();
  return file;
}

}  // namespace sokenh::page
