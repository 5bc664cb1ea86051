// A saved web page as a file: what a browser's «Save page as…» writes, as HTML text.
//
//   .html, .htm    in UTF-8, UTF-16, Windows-1252 or Windows-1258, by byte order mark, by what the
//                  page says of itself (HTML 13.2.3.2), else by what its bytes can be
//   .mht, .mhtml   MIME multipart (RFC 2557, 2045, 2046): the root part; quoted-printable, base64
//
// Where the page came from is read too: the browsers' comment «saved from url=», the headers
// Snapshot-Content-Location and Content-Location.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace sokenh::page {

inline constexpr std::size_t kMaxPageFileBytes = 32U << 20U;  // .mht holds the pictures too
inline constexpr std::size_t kMaxPageBytes = 8U << 20U;       // of HTML
inline constexpr std::size_t kMaxMimeParts = 2000;
inline constexpr std::size_t kMaxMimeHeaderBytes = 64U << 10U;  // of one part
inline constexpr std::size_t kMaxMimeDepth = 4;

enum class Container { html, mht };
std::string_view container_key(Container container);  // "html", "mht"

struct PageFile {
  Container container = Container::html;
  std::string html;      // UTF-8
  std::string encoding;  // what it was read as: "UTF-8", "UTF-16LE", "windows-1258"…
  std::string address;   // "" where the file does not say
  // .mht: where the parts came from that the page names by «cid:», by their Content-ID.
  std::map<std::string, std::string, std::less<>> parts;
};

// page_too_large, page_empty, page_not_html (a picture, a PDF, a Word file…), page_encoding_unknown
// (detail: its name), mht_damaged (place: "line N"), mht_no_page.
Result<PageFile> open_page_file(std::string_view bytes);

// Whether the bytes begin as MIME does, not as HTML.
bool looks_like_mht(std::string_view bytes);

// --- shared by the two readers

// As UTF-8, by `charset` (from a MIME header, may be "") and what the page says.
Status decode_page(std::string_view bytes, std::string_view charset, PageFile& file);
Result<PageFile> read_mht(std::string_view bytes);

}  // namespace sokenh::page
