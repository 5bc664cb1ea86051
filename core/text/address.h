// Web addresses in a cell, and one spelling for all spellings of one address.
//
// A clerk writes «Trang thông tin điện tử thcsquangtrung.example.edu.vn», «youtube.com/@x»,
// «Facebook cũ: fb.com/x», «TikTok @x»: addresses without a scheme are recognised by a known
// ending, a handle by the platform named before it. An e-mail address is not a web address. Nothing
// is resolved or opened.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/email.h"

namespace sokenh::text {

struct WebAddress {
  std::size_t begin = 0;  // bytes in the text
  std::size_t end = 0;
  std::string scheme;  // "http" or "https" as written, in lower case; "" when none is written
  std::string
      host;  // lower case, as written otherwise: "www.facebook.com"; "tiktok.com" of a handle
  std::string normalised;  // see normalise_address()
};

// In order of place. Linear time. `emails`: those of the text (find_emails), where they are known.
std::vector<WebAddress> find_addresses(std::string_view utf8);
std::vector<WebAddress> find_addresses(std::string_view utf8, std::span<const FoundEmail> emails);

// For comparing, not for opening: host in lower case without www., m. and the like, fb.com and
// fb.me as facebook.com, no scheme, default port, fragment, trailing slash or tracking parameters
// (fbclid, utm_*, …); the path in lower case where the platform does not tell case apart. Other
// parameters stay (profile.php?id=). Punycode is left alone. "" when the text holds no address.
std::string normalise_address(std::string_view address);

// `host` is `domain` or below it: is_under("oa.zalo.me", "zalo.me").
bool is_under(std::string_view host, std::string_view domain);

}  // namespace sokenh::text
