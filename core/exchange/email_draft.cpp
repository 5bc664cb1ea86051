#include "core/exchange/email_draft.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/signing/base64url.h"
#include "core/text/ascii.h"
#include "core/text/compose.h"
#include "core/text/email.h"
#include "core/text/utf8.h"

namespace sokenh {
namespace {

constexpr std::size_t kLineLimit = 76;  // RFC 2045 6.8, RFC 2047 2; RFC 5322 2.1.1 would allow 78
constexpr std::size_t kLongestFileName = 255;
constexpr std::size_t kLongestFallback = 56;  // of the ASCII file name, so that its line holds
constexpr std::string_view kLineEnd = "\r\n";

bool is_printable_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

// RFC 4648 section 4: the same digits as base64url but for two, and padding.
std::string base64(std::string_view bytes) {
  std::string out = signing::base64url_encode(bytes);
  std::replace(out.begin(), out.end(), '-', '+');
  std::replace(out.begin(), out.end(), '_', '/');
  out.append((4 - out.size() % 4) % 4, '=');
  return out;
}

// RFC 2045 6.8: lines of 76.
std::string base64_lines(std::string_view bytes) {
  const std::string encoded = base64(bytes);
  std::string out;
  out.reserve(encoded.size() + encoded.size() / kLineLimit * 2 + 2);
  for (std::size_t at = 0; at < encoded.size(); at += kLineLimit) {
    out.append(encoded, at, kLineLimit);
    out += kLineEnd;
  }
  return out;
}

// The end of the last whole character within `limit` bytes; at least one character.
std::size_t character_boundary(std::string_view utf8, std::size_t limit) {
  std::size_t end = 0;
  while (end < utf8.size()) {
    const std::size_t next = end + text::decode_code_point(utf8, end).bytes;
    if (next > limit && end > 0) break;
    end = next;
  }
  return end;
}

// RFC 2047: base64 words of at most 75 characters, no character cut, on lines of at most 76, the
// first of which already holds `used` characters.
std::string encoded_words(std::string_view utf8, std::size_t used) {
  constexpr std::string_view kStart = "=?utf-8?B?";
  constexpr std::string_view kEnd = "?=";
  std::string out;
  while (!utf8.empty()) {
    if (!out.empty()) {
      out += "\r\n ";
      used = 1;
    }
    const std::size_t room = kLineLimit - used - kStart.size() - kEnd.size();
    const std::size_t end = character_boundary(utf8, room / 4 * 3);
    out.append(kStart).append(base64(utf8.substr(0, end))).append(kEnd);
    utf8.remove_prefix(end);
  }
  return out;
}

// True when the text can stand in a header as it is, on what is left of a line, and read the same.
bool needs_no_encoding(std::string_view text, std::size_t used) {
  return is_printable_ascii(text) && used + text.size() <= kLineLimit &&
         text.find("=?") == std::string_view::npos && !text.starts_with(' ') &&
         !text.ends_with(' ');
}

std::string unstructured_header(std::string_view name, std::string_view text) {
  std::string out = std::string(name) + ": ";
  out += needs_no_encoding(text, out.size()) ? std::string(text) : encoded_words(text, out.size());
  return out.append(kLineEnd);
}

// RFC 5322 3.2.3: characters of an atom.
bool is_atom_character(char c) {
  return text::is_ascii_alphanumeric(c) ||
         std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

// A display name of atoms and single spaces stands as it is; anything else is encoded, never
// quoted.
std::string address_header(std::string_view header, std::string_view name,
                           std::string_view address) {
  std::string out = std::string(header) + ": ";
  if (!name.empty()) {
    const bool is_phrase = std::all_of(name.begin(), name.end(),
                                       [](char c) { return c == ' ' || is_atom_character(c); }) &&
                           name.find("  ") == std::string_view::npos &&
                           needs_no_encoding(name, out.size());
    out += is_phrase ? std::string(name) : encoded_words(name, out.size());
    const std::size_t line_start = out.rfind('\n');
    const std::size_t used =
        line_start == std::string::npos ? out.size() : out.size() - line_start - 1;
    out += used + address.size() + 3 > kLineLimit ? "\r\n <" : " <";
  } else {
    out += "<";
  }
  return out.append(address).append(">").append(kLineEnd);
}

// The file name for programs that know no RFC 2231: letters without marks, other characters as «_».
std::string ascii_file_name(std::string_view file_name) {
  std::string out;
  for (const char32_t c : text::decompose(file_name)) {
    if (c >= 0x300 && c < 0x370) continue;  // marks
    if (c == U'đ' || c == U'Đ') {
      out.push_back(c == U'đ' ? 'd' : 'D');
    } else if (c == U'–' || c == U'—') {
      out.push_back('-');
    } else {
      out.push_back(c < ' ' || c > '~' || c == '"' || c == '\\' ? '_' : static_cast<char>(c));
    }
  }
  if (out.size() <= kLongestFallback) return out;
  // The extension says which program opens the file: shorten before it.
  const std::size_t dot = out.rfind('.');
  const std::string extension =
      dot != std::string::npos && out.size() - dot <= 16 ? out.substr(dot) : "";
  return out.substr(0, kLongestFallback - extension.size()) + extension;
}

// RFC 5987 / 2231 percent encoding of one character.
std::string percent_encoded(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : bytes) {
    if (text::is_ascii_alphanumeric(c) || c == '-' || c == '.' || c == '_') {
      out.push_back(c);
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out.push_back('%');
      out.push_back(kDigits[byte >> 4U]);
      out.push_back(kDigits[byte & 15U]);
    }
  }
  return out;
}

// RFC 2231 sections 3 and 4: «filename*=», in numbered pieces when it does not fit a line.
std::string extended_file_name(std::string_view file_name) {
  std::string whole = " filename*=utf-8''" + percent_encoded(file_name);
  if (whole.size() < kLineLimit) return whole;  // with its semicolon
  std::string out;
  std::string line;
  const auto start_line = [&](std::size_t number) {
    line = " filename*" + std::to_string(number) + "*=" + (number == 0 ? "utf-8''" : "");
  };
  std::size_t number = 0;
  start_line(number);
  while (!file_name.empty()) {
    const std::size_t length = character_boundary(file_name, 1);
    const std::string piece = percent_encoded(file_name.substr(0, length));
    if (line.size() + piece.size() + 1 > kLineLimit) {  // 1: the semicolon
      out.append(line).append(";").append(kLineEnd);
      start_line(++number);
    }
    line += piece;
    file_name.remove_prefix(length);
  }
  return out + line;
}

std::string text_part(std::string_view body) {
  std::string text;
  for (const char c : text::clean(body)) {
    if (c == '\n') text.push_back('\r');
    text.push_back(c);
  }
  return "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
         base64_lines(text);
}

std::string attachment_part(const Attachment& attachment) {
  const std::string fallback = ascii_file_name(attachment.file_name);
  std::string out = "Content-Type: " + attachment.media_type +
                    "\r\nContent-Transfer-Encoding: base64\r\n"
                    "Content-Disposition: attachment;\r\n";
  // The true name first: of two, Python's parser takes the first (postal-mime the true one anyway).
  if (fallback != attachment.file_name) {
    out.append(extended_file_name(attachment.file_name)).append(";").append(kLineEnd);
  }
  return out + " filename=\"" + fallback + "\"\r\n\r\n" + base64_lines(attachment.bytes);
}

// No part begins a line with "--", so no boundary can be met inside one; that it occurs nowhere at
// all is for readers that search without looking at lines.
std::string find_boundary(std::string_view seed, const std::vector<std::string>& parts) {
  std::string hexadecimal;
  for (const char c : seed.substr(0, 16)) {
    hexadecimal.push_back("0123456789abcdef"[static_cast<unsigned char>(c) >> 4U]);
    hexadecimal.push_back("0123456789abcdef"[static_cast<unsigned char>(c) & 15U]);
  }
  for (std::size_t attempt = 0;; ++attempt) {
    std::string boundary = "=_sokenh_" + hexadecimal + "_" + std::to_string(attempt);
    const bool occurs = std::any_of(parts.begin(), parts.end(), [&](const std::string& part) {
      return part.find(boundary) != std::string::npos;
    });
    if (!occurs) return boundary;
  }
}

// --- What is refused

std::optional<Error> check_text(std::string_view text, const std::string& place) {
  if (!text::is_valid_utf8(text)) return Error{ErrorCode::email_not_utf8, place};
  const auto breaks_line = [](char c) { return c == '\n' || c == '\t'; };
  if (text::has_forbidden_controls(text) || std::any_of(text.begin(), text.end(), breaks_line)) {
    return Error{ErrorCode::email_header_injection, place};
  }
  return std::nullopt;
}

// RFC 5321 4.5.3.1: a path has 256 octets with its brackets.
bool is_sendable_address(std::string_view address) {
  return address.size() <= 254 && address.find(' ') == std::string_view::npos &&
         is_printable_ascii(address) && text::is_email_address(address);
}

// RFC 2045 5.1: type "/" subtype, both tokens.
bool is_media_type(std::string_view text) {
  const std::size_t slash = text.find('/');
  const auto is_token = [](std::string_view part) {
    return !part.empty() && std::all_of(part.begin(), part.end(), [](char c) {
      return text::is_ascii_alphanumeric(c) ||
             std::string_view("!#$&-^_.+").find(c) != std::string_view::npos;
    });
  };
  return slash != std::string_view::npos && text.size() <= 127 && is_token(text.substr(0, slash)) &&
         is_token(text.substr(slash + 1));
}

std::optional<Error> check_attachment(const Attachment& attachment, const std::string& place) {
  const std::string& name = attachment.file_name;
  if (auto error = check_text(name, place + "/file_name")) return error;
  if (auto error = check_text(attachment.media_type, place + "/media_type")) return error;
  const bool usable = !name.empty() && name.size() <= kLongestFileName && name != "." &&
                      name != ".." && name.find_first_of("/\\") == std::string::npos;
  if (!usable) return Error{ErrorCode::email_bad_file_name, place + "/file_name", name};
  if (!is_media_type(attachment.media_type)) {
    return Error{ErrorCode::email_bad_media_type, place + "/media_type", attachment.media_type};
  }
  return std::nullopt;
}

std::optional<Error> check(const EmailDraft& draft) {
  const std::pair<const char*, const std::string*> fields[] = {
      {"to_name", &draft.to_name},
      {"to_address", &draft.to_address},
      {"from_name", &draft.from_name},
      {"from_address", &draft.from_address},
      {"subject", &draft.subject}};
  for (const auto& [place, field] : fields) {
    if (auto error = check_text(*field, place)) return error;
  }
  for (const auto& [place, field] : {fields[1], fields[3]}) {
    if (!field->empty() && !is_sendable_address(*field)) {
      return Error{ErrorCode::email_bad_address, place, *field};
    }
  }
  if (!text::is_valid_utf8(draft.body)) return Error{ErrorCode::email_not_utf8, "body"};
  std::size_t bytes = draft.body.size();
  for (std::size_t i = 0; i < draft.attachments.size(); ++i) {
    if (auto error = check_attachment(draft.attachments[i], "attachments/" + std::to_string(i)))
      return error;
    bytes += draft.attachments[i].bytes.size();
  }
  if (bytes > kMaxAttachmentBytes) {
    return Error{ErrorCode::email_too_large, "",
                 "> " + std::to_string(kMaxAttachmentBytes >> 20U) + " MB"};
  }
  return std::nullopt;
}

}  // namespace

Result<std::string> write_email_draft(const EmailDraft& draft, std::string_view boundary_seed) {
  if (auto error = check(draft)) return *std::move(error);
  std::string message = "X-Unsent: 1\r\nMIME-Version: 1.0\r\n";
  if (!draft.from_address.empty()) {
    message += address_header("From", draft.from_name, draft.from_address);
  }
  if (!draft.to_address.empty()) message += address_header("To", draft.to_name, draft.to_address);
  if (!draft.subject.empty()) message += unstructured_header("Subject", draft.subject);
  if (draft.attachments.empty()) return message + text_part(draft.body);

  std::vector<std::string> parts{text_part(draft.body)};
  for (const Attachment& attachment : draft.attachments)
    parts.push_back(attachment_part(attachment));
  const std::string boundary = find_boundary(boundary_seed, parts);
  message += "Content-Type: multipart/mixed;\r\n boundary=\"" + boundary + "\"\r\n";
  for (const std::string& part : parts) {
    // The line end before "--" belongs to the boundary (RFC 2046 5.1.1).
    message.append("\r\n--").append(boundary).append("\r\n").append(part);
  }
  return message + "\r\n--" + boundary + "--\r\n";
}

}  // namespace sokenh
