// read_mht: the root part of a page saved as one file (MHTML, RFC 2557), without the rest.
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/page/page_file.h"
#include "core/text/ascii.h"
#include "core/text/compose.h"
#include "core/text/fold.h"

namespace sokenh::page {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), text::ascii_lower);
  return out;
}

// The text line by line, CRLF or LF.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}
  bool next(std::string_view& line) {
    if (at_ >= text_.size()) return false;
    begin_ = at_;
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    line = text_.substr(at_, end - at_);
    if (line.ends_with('\r')) line.remove_suffix(1);
    at_ = std::min(end + 1, text_.size());
    ++number_;
    return true;
  }
  std::size_t begin() const { return begin_; }  // of the line given last
  std::size_t position() const { return at_; }
  std::size_t number() const { return number_; }

 private:
  std::string_view text_;
  std::size_t at_ = 0, begin_ = 0, number_ = 0;
};

struct Headers {
  std::vector<std::pair<std::string, std::string>> fields;  // names in lower case, unfolded

  std::string_view find(std::string_view name) const {
    for (const auto& [key, value] : fields) {
      if (key == name) return value;
    }
    return {};
  }
};

constexpr std::size_t kMaxHeaders = 100;

// Up to the empty line, which is taken too; nullopt: too long, or no header at all.
std::optional<Headers> read_headers(Lines& lines) {
  Headers headers;
  std::size_t bytes = 0;
  std::string_view line;
  while (lines.next(line)) {
    if (line.empty()) return headers;
    bytes += line.size();
    if (bytes > kMaxMimeHeaderBytes) return std::nullopt;
    if (line.front() == ' ' || line.front() == '\t') {
      if (!headers.fields.empty()) headers.fields.back().second.append(line);
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || headers.fields.size() == kMaxHeaders)
      return std::nullopt;
    headers.fields.emplace_back(lower(text::trim(line.substr(0, colon))),
                                std::string(text::trim(line.substr(colon + 1))));
  }
  return headers;
}

struct MediaType {
  std::string name;  // "multipart/related"
  std::vector<std::pair<std::string, std::string>> parameters;

  std::string parameter(std::string_view wanted) const {
    for (const auto& [key, value] : parameters) {
      if (key == wanted) return value;
    }
    return {};
  }
};

// RFC 2045, 5.1: «type/subtype; name=value; name="value"».
MediaType read_media_type(std::string_view text) {
  MediaType type;
  std::size_t at = std::min(text.find(';'), text.size());
  type.name = lower(text::trim(text.substr(0, at)));
  while (at < text.size()) {
    ++at;  // the semicolon
    const std::size_t equals = std::min(text.find_first_of("=;", at), text.size());
    const std::string name = lower(text::trim(text.substr(at, equals - at)));
    at = equals;
    if (at >= text.size() || text[at] == ';') continue;
    ++at;
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
    std::string value;
    if (at < text.size() && text[at] == '"') {
      for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\' && at + 1 < text.size()) ++at;
        value.push_back(text[at]);
      }
      at = std::min(text.find(';', at), text.size());
    } else {
      const std::size_t end = std::min(text.find(';', at), text.size());
      value = text::trim(text.substr(at, end - at));
      at = end;
    }
    type.parameters.emplace_back(name, std::move(value));
  }
  return type;
}

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// RFC 2045, 6.7; what is no valid escape stays, as the RFC advises.
std::string from_quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  Lines lines(text);
  std::string_view line;
  while (lines.next(line)) {
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
    const bool soft = line.ends_with('=');
    if (soft) line.remove_suffix(1);
    for (std::size_t i = 0; i < line.size(); ++i) {
      const int high = line[i] == '=' && i + 2 < line.size() ? hexadecimal(line[i + 1]) : -1;
      const int low = high >= 0 ? hexadecimal(line[i + 2]) : -1;
      if (low < 0) {
        out.push_back(line[i]);
        continue;
      }
      out.push_back(static_cast<char>(high * 16 + low));
      i += 2;
    }
    if (!soft) out.push_back('\n');
  }
  return out;
}

// RFC 2045, 6.8: whatever is not of the alphabet is passed over.
std::string from_base64(std::string_view text) {
  std::string out;
  out.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    std::uint32_t value = 0;
    if (c >= 'A' && c <= 'Z') {
      value = static_cast<std::uint32_t>(c - 'A');
    } else if (c >= 'a' && c <= 'z') {
      value = static_cast<std::uint32_t>(c - 'a') + 26;
    } else if (c >= '0' && c <= '9') {
      value = static_cast<std::uint32_t>(c - '0') + 52;
    } else if (c == '+' || c == '/') {
      value = c == '+' ? 62 : 63;
    } else if (c == '=') {
      break;
    } else {
      continue;
    }
    bits = bits << 6U | value;
    if (++count == 4) {
      out.push_back(static_cast<char>(bits >> 16U));
      out.push_back(static_cast<char>(bits >> 8U & 0xFFU));
      out.push_back(static_cast<char>(bits & 0xFFU));
      bits = 0;
      count = 0;
    }
  }
  if (count == 2) out.push_back(static_cast<char>(bits >> 4U & 0xFFU));
  if (count == 3) {
    out.push_back(static_cast<char>(bits >> 10U & 0xFFU));
    out.push_back(static_cast<char>(bits >> 2U & 0xFFU));
  }
  return out;
}

struct Part {
  MediaType type;
  std::string encoding;  // Content-Transfer-Encoding, lower case
  std::string id;        // without < >
  std::string location;
  std::string_view body;
};

std::string without_brackets(std::string_view id) {
  id = text::trim(id);
  if (id.starts_with('<')) id.remove_prefix(1);
  if (id.ends_with('>')) id.remove_suffix(1);
  return std::string(id);
}

class MhtReader {
 public:
  explicit MhtReader(std::string_view bytes) : bytes_(bytes) {}

  Result<PageFile> read() {
    Lines lines(bytes_);
    const std::optional<Headers> headers = read_headers(lines);
    if (!headers) return damaged(lines.number());
    Part whole = part_of(*headers, bytes_.substr(lines.position()));
    if (whole.type.name.starts_with("multipart/")) {
      start_ = without_brackets(whole.type.parameter("start"));
      read_parts(whole, 1, lines.number());
      if (failure_) return *failure_;
    } else {
      parts_.push_back(std::move(whole));
    }
    const std::string snapshot(headers->find("snapshot-content-location"));
    const Part* root = find_root(snapshot);
    if (root == nullptr) return Error{ErrorCode::mht_no_page};

    PageFile file;
    file.container = Container::mht;
    file.address = text::clean(snapshot.empty() ? root->location : snapshot);
    for (const Part& each : parts_) {
      if (!each.id.empty()) file.parts.emplace(each.id, text::clean(each.location));
    }
    std::string decoded = decode_body(*root);
    const Status read = decode_page(decoded, root->type.parameter("charset"), file);
    if (!read) return read.error();
    return file;
  }

 private:
  static Error damaged(std::size_t line) {
    return {ErrorCode::mht_damaged, "line " + std::to_string(line)};
  }

  static Part part_of(const Headers& headers, std::string_view body) {
    Part part;
    part.type = read_media_type(headers.find("content-type"));
    part.encoding = lower(headers.find("content-transfer-encoding"));
    part.id = without_brackets(headers.find("content-id"));
    part.location = headers.find("content-location");
    part.body = body;
    return part;
  }

  // RFC 2046, 5.1.1: the parts between lines «--boundary», up to «--boundary--» or the end.
  void read_parts(const Part& whole, std::size_t depth, std::size_t first_line) {
    const std::string boundary = whole.type.parameter("boundary");
    if (boundary.empty() || boundary.size() > 70 || depth > kMaxMimeDepth) {
      failure_ = damaged(first_line);
      return;
    }
    const std::string delimiter = "--" + boundary;
    Lines lines(whole.body);
    std::string_view line;
    std::optional<std::size_t> start;  // of the open part
    std::size_t start_line = 0;
    bool ended = false;
    while (!ended && !failure_ && lines.next(line)) {
      if (!line.starts_with(delimiter)) continue;
      const std::string_view rest = text::trim(line.substr(delimiter.size()));
      if (!rest.empty() && rest != "--") continue;
      if (start) take(whole.body.substr(*start, lines.begin() - *start), depth, start_line);
      ended = rest == "--";
      start = lines.position();
      start_line = first_line + lines.number();
    }
    // One that was cut short: what is there of the last part may still be the page.
    if (!ended && !failure_ && start) take(whole.body.substr(*start), depth, start_line);
  }

  void take(std::string_view text, std::size_t depth, std::size_t line) {
    Lines lines(text);
    const std::optional<Headers> headers = read_headers(lines);
    if (!headers || parts_.size() >= kMaxMimeParts) {
      failure_ = damaged(line);
      return;
    }
    Part part = part_of(*headers, text.substr(lines.position()));
    if (part.type.name.starts_with("multipart/")) {
      read_parts(part, depth + 1, line + lines.number());
    } else {
      parts_.push_back(std::move(part));
    }
  }

  // RFC 2557, 4 and RFC 2387, 3.2: the part that «start» names, else the first; browsers also name
  // the page's address.
  const Part* find_root(std::string_view snapshot) const {
    const auto is_page = [](const Part& part) {
      return part.type.name == "text/html" || part.type.name == "application/xhtml+xml";
    };
    for (const Part& each : parts_) {
      if (is_page(each) && !start_.empty() && each.id == start_) return &each;
    }
    for (const Part& each : parts_) {
      if (is_page(each) && !snapshot.empty() && each.location == snapshot) return &each;
    }
    const auto first = std::find_if(parts_.begin(), parts_.end(), is_page);
    return first == parts_.end() ? nullptr : &*first;
  }

  static std::string decode_body(const Part& part) {
    if (part.encoding == "quoted-printable") return from_quoted_printable(part.body);
    if (part.encoding == "base64") return from_base64(part.body);
    return std::string(part.body);
  }

  std::string_view bytes_;
  std::string start_;
  std::vector<Part> parts_;
  std::optional<Error> failure_;
};

}  // namespace

bool looks_like_mht(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::string head = lower(bytes.substr(0, 4096));
  const bool begins_as_header = head.starts_with("from:") || head.starts_with("mime-version:") ||
                                head.starts_with("content-type:") || head.starts_with("subject:") ||
                                head.starts_with("date:") || head.starts_with("message-id:") ||
                                head.starts_with("snapshot-content-location:") ||
                                head.starts_with("x-");
  return begins_as_header && head.find("content-type:") != std::string::npos;
}

Result<PageFile> read_mht(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return MhtReader(bytes).read();
}

}  // namespace sokenh::page
