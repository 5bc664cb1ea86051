#include "core/text/email.h"

#include "core/text/ascii.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace sokenh::text {
namespace {

constexpr std::size_t kMaxLocalPart = 64;  // RFC 5321 4.5.3.1
constexpr std::size_t kMaxDomain = 253;

bool is_local_character(char c) {
  return is_ascii_alphanumeric(c) ||
         std::string_view("!#$%&'*+/=?^_`{|}~-.").find(c) != std::string_view::npos;
}

bool is_domain_character(char c) { return is_ascii_alphanumeric(c) || c == '-' || c == '.'; }

bool is_domain(std::string_view domain) {
  if (domain.empty() || domain.size() > kMaxDomain) return false;
  std::size_t label = 0;
  std::size_t labels = 0;
  for (std::size_t i = 0; i <= domain.size(); ++i) {
    if (i < domain.size() && domain[i] != '.') continue;
    const std::string_view part = domain.substr(label, i - label);
    if (part.empty() || part.size() > 63 || part.front() == '-' || part.back() == '-') return false;
    ++labels;
    if (i == domain.size() && (part.size() < 2 || is_ascii_digit(part.front()))) return false;
    label = i + 1;
  }
  return labels >= 2;
}

}  // namespace

std::vector<FoundEmail> find_emails(std::string_view utf8) {
  std::vector<FoundEmail> found;
  std::size_t taken = 0;  // up to here the text belongs to an earlier address
  for (std::size_t at = utf8.find('@'); at != std::string_view::npos; at = utf8.find('@', at + 1)) {
    std::size_t begin = at;
    while (begin > taken && at - begin <= kMaxLocalPart && is_local_character(utf8[begin - 1]))
      --begin;
    // «Đmai@…»: a letter that mail does not know belongs to the word, so this is no address.
    if (is_word_character(code_point_before(utf8, begin))) continue;
    while (begin < at && utf8[begin] == '.') ++begin;  // «...mai@»
    std::size_t end = at + 1;
    while (end < utf8.size() && end - at <= kMaxDomain && is_domain_character(utf8[end])) ++end;
    while (end > at + 1 && (utf8[end - 1] == '.' || utf8[end - 1] == '-'))
      --end;  // the sentence's full stop
    const std::string_view local = utf8.substr(begin, at - begin);
    if (local.empty() || local.size() > kMaxLocalPart || local.back() == '.' ||
        local.find("..") != std::string_view::npos ||
        !is_domain(utf8.substr(at + 1, end - at - 1))) {
      continue;
    }
    found.push_back({begin, end, std::string(utf8.substr(begin, end - begin))});
    taken = end;
  }
  return found;
}

bool is_email_address(std::string_view utf8) {
  const std::string_view trimmed = trim(utf8);
  const std::vector<FoundEmail> found = find_emails(trimmed);
  return found.size() == 1 && found.front().begin == 0 && found.front().end == trimmed.size();
}

}  // namespace sokenh::text
