// E-mail addresses in free text (RFC 5322 dot-atoms in ASCII, as mail systems in use accept them).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sokenh::text {

struct FoundEmail {
  std::size_t begin = 0;  // bytes in the text
  std::size_t end = 0;
  std::string address;  // as written
};

// In order; «a@b.vn; c@d.vn» gives both. Linear time.
std::vector<FoundEmail> find_emails(std::string_view utf8);
// The whole text, white space at the ends aside, is one address.
bool is_email_address(std::string_view utf8);

}  // namespace sokenh::text
