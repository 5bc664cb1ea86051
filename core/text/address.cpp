#include "core/text/address.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "core/text/ascii.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace sokenh::text {
namespace {

// Endings of names written without a scheme. A list, because «TP.HCM», «GV.Mai» and «file.docx»
// also have dots; with a scheme every ending is good.
constexpr std::string_view kKnownEndings[] = {
    "vn",  "com",  "net", "org", "edu",    "gov", "info", "me",      "asia",
    "biz", "name", "io",  "app", "co",     "tv",  "be",   "page",    "site",
    "dev", "link", "top", "xyz", "online", "ly",  "gl",   "example", "test"};

std::string ascii_lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = ascii_lower(c);
  return out;
}

// Whether they differ in nothing but capital letters of ASCII; `small` has none.
bool is_in_any_case(std::string_view text, std::string_view small) {
  return std::equal(text.begin(), text.end(), small.begin(), small.end(),
                    [](char c, char letter) { return ascii_lower(c) == letter; });
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> choices) {
  return std::find(choices.begin(), choices.end(), text) != choices.end();
}

bool is_host_character(char c) { return is_ascii_alphanumeric(c) || c == '-' || c == '.'; }

// Where an address ends at the latest: white space, quotes, brackets, a comma or semicolon.
bool ends_address(char32_t c) {
  if (c < 0x80 && is_ascii_alphanumeric(static_cast<char>(c))) return false;
  return is_space(c) || c < 0x20 || is_zero_width(c) ||
         std::u32string_view(U"\"<>«»“”,;|\\^`{}").find(c) != std::u32string_view::npos;
}

std::size_t end_of_address(std::string_view text, std::size_t begin) {
  std::size_t i = begin;
  while (i < text.size()) {
    const DecodedCodePoint decoded = decode_code_point(text, i);
    if (ends_address(decoded.code_point)) break;
    i += decoded.bytes;
  }
  // The sentence's punctuation is not the address's. A bracket is kept where it was opened inside.
  const bool opened = text.substr(begin, i - begin).find('(') != std::string_view::npos;
  while (i > begin) {
    const char last = text[i - 1];
    if ((last == ')' && !opened) ||
        std::string_view(".:!?'").find(last) != std::string_view::npos) {
      --i;
    } else {
      break;
    }
  }
  return i;
}

bool has_valid_labels(std::string_view host) {
  if (host.empty() || host.size() > 253) return false;
  std::size_t label = 0;
  for (std::size_t i = 0; i <= host.size(); ++i) {
    if (i < host.size() && host[i] != '.') continue;
    if (i == label || i - label > 63 || host[label] == '-' || host[i - 1] == '-') return false;
    label = i + 1;
  }
  return true;
}

bool has_known_ending(std::string_view host) {
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos) return false;
  const std::string_view ending = host.substr(dot + 1);
  return std::any_of(std::begin(kKnownEndings), std::end(kKnownEndings),
                     [ending](std::string_view known) { return is_in_any_case(ending, known); });
}

// "http" or "https" where the text begins with one and ://, "" otherwise.
std::string_view scheme_of(std::string_view text) {
  if (is_in_any_case(text.substr(0, 7), "http://")) return "http";
  return is_in_any_case(text.substr(0, 8), "https://") ? "https" : "";
}

struct Parts {
  std::string_view scheme, port, path, query;  // of the text, but for the scheme
  std::string host;                            // in lower case
};

// `address` from its scheme or host on.
Parts split(std::string_view address) {
  Parts parts;
  parts.scheme = scheme_of(address);
  if (!parts.scheme.empty()) address.remove_prefix(parts.scheme.size() + 3);
  const std::size_t authority_end = std::min(address.find_first_of("/?#"), address.size());
  std::string_view authority = address.substr(0, authority_end);
  std::string_view rest = address.substr(authority_end);
  // http://facebook.com@elsewhere.example leads elsewhere.
  if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) {
    authority.remove_prefix(at + 1);
  }
  if (const std::size_t colon = authority.rfind(':'); colon != std::string_view::npos) {
    parts.port = authority.substr(colon + 1);
    authority = authority.substr(0, colon);
  }
  if (authority.ends_with('.')) authority.remove_suffix(1);
  parts.host = lower(authority);
  rest = rest.substr(0, rest.find('#'));
  const std::size_t question = std::min(rest.find('?'), rest.size());
  parts.path = rest.substr(0, question);
  if (question < rest.size()) parts.query = rest.substr(question + 1);
  return parts;
}

bool drop_prefix(std::string& host, std::string_view prefix) {
  // What is left must still be a name: «m.vn» is one itself.
  if (!host.starts_with(prefix) || host.find('.', prefix.size()) == std::string::npos) return false;
  host.erase(0, prefix.size());
  return true;
}

std::string normalised_host(std::string host) {
  while (drop_prefix(host, "www.") || drop_prefix(host, "m.") || drop_prefix(host, "vi-vn.")) {
  }
  if (is_under(host, "facebook.com")) {
    if (is_one_of(host, {"web.facebook.com", "mbasic.facebook.com", "touch.facebook.com",
                         "mobile.facebook.com", "en-gb.facebook.com", "business.facebook.com"})) {
      host = "facebook.com";
    }
  } else if (is_one_of(host, {"fb.com", "fb.me", "facebook.com.vn"})) {
    host = "facebook.com";
  }
  return host;
}

bool is_tracking(std::string_view parameter, std::string_view host) {
  const std::string name = ascii_lowered(parameter.substr(0, parameter.find('=')));
  if (name.empty() || name.starts_with("utm_")) return true;
  if (is_one_of(name, {"fbclid", "gclid", "mibextid", "igshid", "igsh", "zarsrc", "_rdc", "_rdr"}))
    return true;
  if (host == "facebook.com" &&
      is_one_of(name, {"ref", "refid", "locale", "__tn__", "rdid", "share_url"})) {
    return true;
  }
  if (is_under(host, "youtube.com") && is_one_of(name, {"si", "feature", "app"})) return true;
  return is_under(host, "tiktok.com") &&
         is_one_of(name, {"_t", "_r", "lang", "is_from_webapp", "sender_device"});
}

std::string normalise(const Parts& parts) {
  const std::string host = normalised_host(parts.host);
  std::string path(parts.path);
  while (path.ends_with('/')) path.pop_back();
  // Names on these platforms are the same in any case; ids of YouTube channels are not.
  const bool any_case = host == "facebook.com" || is_under(host, "tiktok.com") ||
                        (host == "youtube.com" && path.starts_with("/@"));
  if (any_case) path = lower(path);

  std::string query;
  for (std::size_t i = 0; i < parts.query.size();) {
    const std::size_t end = std::min(parts.query.find('&', i), parts.query.size());
    const std::string_view parameter = parts.query.substr(i, end - i);
    if (!is_tracking(parameter, host)) {
      query += query.empty() ? "?" : "&";
      query += parameter;
    }
    i = end + 1;
  }

  std::string out = host;
  out.reserve(host.size() + parts.port.size() + 1 + path.size() + query.size());
  const bool default_port = parts.port.empty() || (parts.port == "80" && parts.scheme != "https") ||
                            (parts.port == "443" && parts.scheme != "http");
  if (!default_port) out.append(":").append(parts.port);
  return out.append(path).append(query);
}

// The platform a handle belongs to, when it is named earlier in the text: «TikTok @x».
std::string_view handle_platform(std::string_view folded_before) {
  struct Platform {
    std::string_view word, prefix;
  };
  constexpr Platform platforms[] = {{"tiktok", "tiktok.com/@"},   {"tik tok", "tiktok.com/@"},
                                    {"youtube", "youtube.com/@"}, {"facebook", "facebook.com/"},
                                    {"fanpage", "facebook.com/"}, {"instagram", "instagram.com/"}};
  std::size_t latest = 0;
  std::string_view prefix;
  for (const Platform& platform : platforms) {
    const std::size_t place = folded_before.rfind(platform.word);
    if (place != std::string_view::npos && (prefix.empty() || place >= latest)) {
      latest = place;
      prefix = platform.prefix;
    }
  }
  return prefix;
}

}  // namespace

bool is_under(std::string_view host, std::string_view domain) {
  if (host.size() <= domain.size()) return host == domain;
  return host[host.size() - domain.size() - 1] == '.' && host.ends_with(domain);
}

std::vector<WebAddress> find_addresses(std::string_view utf8) {
  return find_addresses(utf8, find_emails(utf8));
}

std::vector<WebAddress> find_addresses(std::string_view utf8, std::span<const FoundEmail> emails) {
  std::vector<WebAddress> found;
  // Every kind of address has one of these: most cells need no further look.
  const auto sign = std::find_if(utf8.begin(), utf8.end(),
                                 [](char c) { return c == '.' || c == '@' || c == ':'; });
  if (sign == utf8.end()) return found;
  auto next_email = emails.begin();
  // A handle looks back for its platform only as far as a name reaches, so the whole stays linear.
  constexpr std::size_t kLookBack = 64;

  const auto add = [&found](std::size_t begin, std::size_t end, Parts&& parts) {
    std::string normalised = normalise(parts);
    found.push_back(
        {begin, end, std::string(parts.scheme), std::move(parts.host), std::move(normalised)});
  };

  // The first begins no earlier than the name before that sign.
  auto start = static_cast<std::size_t>(sign - utf8.begin());
  while (start > 0 && is_host_character(utf8[start - 1])) --start;
  for (std::size_t i = start; i < utf8.size();) {
    while (next_email != emails.end() && next_email->end <= i) ++next_email;
    const bool word_before = is_word_character(code_point_before(utf8, i));
    const bool may_be_scheme = !word_before && ascii_lower(utf8[i]) == 'h';
    const std::string_view scheme = may_be_scheme ? scheme_of(utf8.substr(i)) : "";
    if (!scheme.empty()) {
      const std::size_t end = end_of_address(utf8, i);
      Parts parts = split(utf8.substr(i, end - i));
      // International names are letters, digits, hyphens and dots too, only not of ASCII.
      const bool good_host = has_valid_labels(parts.host) &&
                             std::all_of(parts.host.begin(), parts.host.end(), [](char c) {
                               return is_host_character(c) || !is_ascii(c);
                             });
      const std::size_t name = i + scheme.size() + 3;
      if (end > name && good_host) add(i, end, std::move(parts));
      i = std::max(end, name);
      continue;
    }
    if (next_email != emails.end() && i >= next_email->begin) {
      i = next_email->end;
      continue;
    }
    if (is_ascii_alphanumeric(utf8[i])) {
      const std::size_t begin = i;
      while (i < utf8.size() && is_host_character(utf8[i]) &&
             !(next_email != emails.end() && i >= next_email->begin)) {
        ++i;
      }
      std::size_t host_end = i;
      while (host_end > begin && (utf8[host_end - 1] == '.' || utf8[host_end - 1] == '-'))
        --host_end;
      const std::string_view written = utf8.substr(begin, host_end - begin);
      if (word_before || !has_known_ending(written) || !has_valid_labels(written)) continue;
      const char32_t after = i < utf8.size() ? decode_code_point(utf8, i).code_point : 0;
      const bool word_after =
          host_end == i && (is_word_character(after) || after == '@' || after == '_');
      if (word_after) continue;
      std::size_t end = host_end;
      if (host_end == i && i < utf8.size() &&
          std::string_view("/:?#").find(utf8[i]) != std::string_view::npos) {
        const bool port = utf8[i] != ':' || (i + 1 < utf8.size() && is_ascii_digit(utf8[i + 1]));
        if (port) end = std::max(end_of_address(utf8, begin), host_end);
      }
      Parts parts = split(utf8.substr(begin, end - begin));
      if (!is_in_any_case(written, parts.host)) {
        // «a.vn:84@»: what looked like the host is a user's name.
        end = host_end;
        parts = split(written);
      }
      add(begin, end, std::move(parts));
      i = std::max(i, end);
      continue;
    }
    if (utf8[i] == '@' && !word_before) {
      std::size_t end = i + 1;
      while (end < utf8.size() && (is_ascii_alphanumeric(utf8[end]) || utf8[end] == '.' ||
                                   utf8[end] == '_' || utf8[end] == '-')) {
        ++end;
      }
      while (end > i + 1 && utf8[end - 1] == '.') --end;
      const std::size_t from = i > kLookBack ? i - kLookBack : 0;
      const std::string_view prefix = handle_platform(fold(utf8.substr(from, i - from)));
      if (end > i + 1 && !prefix.empty()) {
        const std::string address =
            std::string(prefix) + ascii_lowered(utf8.substr(i + 1, end - i - 1));
        found.push_back({i, end, "", address.substr(0, address.find('/')), address});
      }
      i = end;
      continue;
    }
    i += decode_code_point(utf8, i).bytes;
  }
  return found;
}

std::string normalise_address(std::string_view address) {
  const std::vector<WebAddress> found = find_addresses(trim(address));
  return found.empty() ? std::string{} : found.front().normalised;
}

}  // namespace sokenh::text
