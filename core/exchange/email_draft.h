// An e-mail draft with attachments: RFC 5322 message, RFC 2045 MIME, RFC 2047 encoded words, RFC
// 2231 file names, `X-Unsent: 1` so that mail programs open it as a draft. ASCII only, CRLF, lines
// of at most 76 characters (only an address or a media type that alone is longer makes a longer
// line).
//
// No field can add a header: a control character in any of them is an error. The text is base64,
// not quoted-printable: no mail program or gateway can then wrap, strip or re-break it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace sokenh {

// Of all attachments together: mail servers take about 25 MB, and base64 adds a third.
inline constexpr std::size_t kMaxAttachmentBytes = 18U << 20U;

struct Attachment {
  std::string file_name;   // may hold Vietnamese letters; no path separators or controls
  std::string media_type;  // "application/json"
  std::string bytes;
};

struct EmailDraft {
  std::string to_name;
  std::string to_address;  // may be empty: the person fills it in
  std::string from_name;   // may be empty: the mail program fills it in
  std::string from_address;
  std::string subject;
  std::string body;  // plain text, \n
  std::vector<Attachment> attachments;
};

// `boundary_seed`: bytes that make the MIME boundary unique (passed in: core has no randomness);
// the boundary never occurs in any part, whatever the seed. No Date header: the mail program adds
// it on sending. An error's place is the member's name: "subject", "attachments/0/file_name".
Result<std::string> write_email_draft(const EmailDraft& draft, std::string_view boundary_seed);

}  // namespace sokenh
