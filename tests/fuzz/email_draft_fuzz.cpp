// E-mail drafts: whatever the fields hold, the message is ASCII in short lines with our headers
// only.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/exchange/email_draft.h"

namespace {

// The next field: up to a byte 0xFF, which no UTF-8 text holds.
std::string take_field(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\xFF'), rest.size());
  std::string field(rest.substr(0, end));
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return field;
}

bool is_known_header(std::string_view line) {
  for (const std::string_view name : {"X-Unsent: ", "MIME-Version: ", "From: ", "To: ", "Subject: ",
                                      "Content-Type: ", "Content-Transfer-Encoding: ", " "}) {
    if (line.starts_with(name)) return true;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  sokenh::EmailDraft draft;
  for (std::string* field : {&draft.to_name, &draft.from_name, &draft.subject, &draft.body}) {
    *field = take_field(rest);
  }
  draft.to_address = "a@example.vn";
  draft.from_address = take_field(rest);
  const std::string seed = take_field(rest);
  draft.attachments.push_back({take_field(rest), "text/plain", std::string(rest)});
  const auto message = sokenh::write_email_draft(draft, seed);
  if (!message) return 0;

  bool in_headers = true;
  std::string_view left = *message;
  while (!left.empty()) {
    const std::size_t end = left.find("\r\n");
    if (end == std::string_view::npos) std::abort();
    const std::string_view line = left.substr(0, end);
    const bool is_long_address = line.find('@') != std::string_view::npos;
    if (line.size() > 76 && !is_long_address) std::abort();
    for (const char c : line) {
      if (c < ' ' || c > '~') std::abort();
    }
    if (line.empty()) in_headers = false;
    if (in_headers && !is_known_header(line)) std::abort();
    left.remove_prefix(end + 2);
  }
  return 0;
}
