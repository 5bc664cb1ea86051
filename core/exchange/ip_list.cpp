#include "core/exchange/ip_list.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/text/ascii.h"

namespace sokenh {
namespace {

constexpr std::size_t kShownBytes = 64;  // of what cannot be read

enum CharClass : std::uint8_t { kOther, kDigit, kHexLetter, kLetter, kColon };

constexpr auto kClasses = [] {
  std::array<CharClass, 256> classes{};
  for (std::size_t i = 0; i < 128; ++i) {
    const char c = static_cast<char>(i);
    const char lower = text::ascii_lower(c);
    if (text::is_ascii_digit(c)) {
      classes[i] = kDigit;
    } else if (lower >= 'a' && lower <= 'f') {
      classes[i] = kHexLetter;
    } else if (text::is_ascii_letter(c) || c == '_') {
      classes[i] = kLetter;
    } else if (c == ':') {
      classes[i] = kColon;
    }
  }
  return classes;
}();

CharClass class_of(char c) { return kClasses[static_cast<unsigned char>(c)]; }
bool is_word(char c) {
  const CharClass found = class_of(c);
  return found == kDigit || found == kHexLetter || found == kLetter;
}
bool is_hex(char c) {
  const CharClass found = class_of(c);
  return found == kDigit || found == kHexLetter;
}
bool is_blank(char c) { return c == ' ' || c == '\t'; }
// What no address, range or URL has in it.
bool divides(char c) {
  return is_blank(c) || c == ',' || c == ';' || c == '"' || c == '\'' || c == '<' || c == '>' ||
         c == '|' || c == '\r';
}

// How a dot is written so that nobody follows the address by accident.
constexpr std::array<std::string_view, 7> kDots{"[.]",   "(.)",   "{.}", "[dot]",
                                                "(dot)", "{dot}", "\\."};
constexpr std::array<std::string_view, 3> kColons{"[:]", "(:)", "{:}"};
// The last: of windows-1258, which no UTF-8 has behind an address.
constexpr std::array<std::string_view, 5> kDashes{"-", "–", "—", "‑", "\x96"};

// What stands at one place of a line.
struct Found {
  std::size_t end = 0;    // where to look on
  bool is_entry = false;  // meant as an address, be it readable or not
  IpProblem problem = IpProblem::not_an_address;
  IpAddress address;
  bool as_v6 = false;  // written so, also an IPv4-mapped one
};

class LineScan {
 public:
  explicit LineScan(std::string_view line) : line_(line) {}

  // take(range) for each that is found, refuse(problem, text) for each that cannot be read.
  template <class Take, class Refuse>
  void run(const Take& take, const Refuse& refuse) {
    std::size_t at = 0;
    while (true) {
      while (at < line_.size() && class_of(line_[at]) == kOther) ++at;
      if (at == line_.size()) return;
      const std::size_t begin = at;
      const Found found = read_address(begin);
      at = found.end;
      if (!found.is_entry) continue;
      const Entry entry = read_entry(begin, found);
      at = entry.end;
      if (entry.problem == IpProblem::none) {
        take(entry.range);
      } else {
        refuse(entry.problem, line_.substr(begin, at - begin));
      }
      if (is_host(begin)) {
        while (at < line_.size() && !divides(line_[at])) ++at;
      }
    }
  }

 private:
  struct Entry {
    std::size_t end = 0;
    IpProblem problem = IpProblem::none;
    IpRange range;
  };

  char char_at(std::size_t at) const { return at < line_.size() ? line_[at] : '\0'; }

  template <std::size_t kSize>
  std::size_t size_of_any(const std::array<std::string_view, kSize>& forms, std::size_t at) const {
    for (const std::string_view form : forms) {
      if (line_.substr(at, form.size()) == form) return form.size();
    }
    return 0;
  }
  std::size_t dot_size(std::size_t at) const {
    const char c = char_at(at);
    if (c == '.') return 1;
    return c == '[' || c == '(' || c == '{' || c == '\\' ? size_of_any(kDots, at) : 0;
  }
  std::size_t colon_size(std::size_t at) const {
    const char c = char_at(at);
    if (c == ':') return 1;
    return c == '[' || c == '(' || c == '{' ? size_of_any(kColons, at) : 0;
  }

  std::size_t after_word(std::size_t at) const {
    while (at < line_.size() && is_word(line_[at])) ++at;
    return at;
  }

  // A word, and what hangs on it: «v1.2.3.4», «host.1.2.3.4», «std::a1».
  std::size_t after_name(std::size_t at) const {
    at = after_word(at);
    while (char_at(at) == '.' && is_word(char_at(at + 1))) at = after_word(at + 1);
    if (char_at(at) == ':' && char_at(at + 1) == ':') {
      while (at < line_.size() && (is_word(line_[at]) || line_[at] == ':')) ++at;
    }
    return at;
  }

  // At a place where a word, a number or «::» begins.
  Found read_address(std::size_t begin) {
    std::size_t at = begin;
    while (at < line_.size() && is_hex(line_[at])) ++at;
    const bool may_be_v6 = at - begin <= 4 && begin >= no_v6_before_;
    if (may_be_v6 && (at == begin ? line_.substr(at, 2) == "::" : colon_size(at) != 0))
      return read_v6(begin);
    if (class_of(line_[begin]) == kColon) return {.end = begin + 1};
    if (class_of(line_[begin]) != kDigit) return {.end = after_name(begin)};
    return read_v4(begin);
  }

  Found read_v4(std::size_t begin) const {
    Found found;
    std::size_t parts = 0;
    bool long_part = false;
    std::uint32_t value = 0;
    IpProblem problem = IpProblem::none;
    std::size_t at = begin;
    while (true) {
      const std::size_t part = at;
      std::uint32_t octet = 0;
      for (; class_of(char_at(at)) == kDigit; ++at) {
        octet = (octet * 10 + static_cast<std::uint32_t>(line_[at] - '0')) & 0xFFFFU;
      }
      ++parts;
      if (at - part > 3) {
        long_part = true;
      } else if (problem == IpProblem::none) {
        if (at - part > 1 && line_[part] == '0') problem = IpProblem::leading_zero;
        if (octet > 255) problem = IpProblem::part_too_large;
      }
      value = value << 8U | (octet & 0xFFU);
      const std::size_t dot = dot_size(at);
      if (dot == 0 || class_of(char_at(at + dot)) != kDigit) break;
      at += dot;
    }
    found.end = at;
    const std::size_t dot = dot_size(at);
    if (is_word(char_at(at + dot))) {
      found.end = after_name(at + dot);
      return found;
    }
    if (parts != 4 || long_part || is_version(begin)) return found;
    found.is_entry = true;
    found.problem = problem;
    found.address = ipv4_address(value);
    return found;
  }

  Found read_v6(std::size_t begin) {
    std::array<char, 64> buffer;
    std::size_t size = 0;
    std::size_t colons = 0;
    bool gap = false;
    bool digits = false;
    bool dots = false;
    std::size_t at = begin;
    std::size_t first_colon = 0;  // where it ends
    const auto keep = [&](char c) {
      if (size < buffer.size()) buffer[size] = c;
      ++size;
    };
    while (at < line_.size()) {
      if (is_hex(line_[at])) {
        digits = digits || class_of(line_[at]) == kDigit;
        keep(line_[at++]);
      } else if (const std::size_t colon = colon_size(at); colon != 0) {
        gap = gap || (size > 0 && size <= buffer.size() && buffer[size - 1] == ':');
        ++colons;
        keep(':');
        at += colon;
        if (first_colon == 0) first_colon = at;
      } else if (const std::size_t dot = dot_size(at);
                 dot != 0 && class_of(char_at(at + dot)) == kDigit) {
        dots = true;
        keep('.');
        at += dot;
      } else {
        break;
      }
    }
    const bool may_be = digits && (gap || colons == 7 || (colons == 6 && dots));
    const bool zone = char_at(at) == '%' && is_word(char_at(at + 1));
    const bool goes_on = is_word(char_at(at));
    Found found{.end = at};
    if (may_be && size <= buffer.size()) {
      std::string_view written(buffer.data(), size);
      // Of the sentence.
      if (written.ends_with(':') && !written.ends_with("::")) {
        written.remove_suffix(1);
        --found.end;
      }
      const IpReading reading = read_ip_address(written);
      found.problem = reading.problem;
      found.address = reading.range.first;
      if (zone && reading.problem == IpProblem::none) found.problem = IpProblem::zone_id;
      found.is_entry = found.problem != IpProblem::not_an_address && (zone || !goes_on);
    }
    found.as_v6 = true;
    // So many colons has no word.
    if (!found.is_entry && may_be && colons >= 3 && colons <= 10) {
      found.is_entry = true;
      found.problem = IpProblem::not_an_address;
    }
    if (found.is_entry) {
      if (zone || goes_on) found.end = after_word(at + (zone ? 1 : 0));
      return found;
    }
    // A port, a time, a label before an IPv4 address: that is looked for behind the colon.
    no_v6_before_ = at;
    found.end = first_colon;
    return found;
  }

  // The prefix or the other end that follows an address.
  Entry read_entry(std::size_t begin, const Found& found) {
    Entry entry{found.end, found.problem, {found.address, found.address}};
    if (entry.problem != IpProblem::none || is_host(begin)) return entry;
    if (char_at(found.end) == '/') {
      read_prefix(found, entry);
    } else {
      read_other_end(found, entry);
    }
    return entry;
  }

  void read_prefix(const Found& found, Entry& entry) const {
    std::size_t at = found.end + 1;
    unsigned bits = 0;
    while (class_of(char_at(at)) == kDigit && at - found.end <= 3) {
      bits = bits * 10 + static_cast<unsigned>(line_[at++] - '0');
    }
    // A path, not a prefix.
    if (at == found.end + 1 || is_word(char_at(at)) || char_at(at) == '/') return;
    entry.end = at;
    if (bits > (found.as_v6 ? 128U : 32U)) {
      entry.problem = IpProblem::prefix_too_long;
    } else {
      entry.range = ip_network(found.address, found.as_v6 ? bits : bits + kMappedPrefix);
    }
  }

  void read_other_end(const Found& found, Entry& entry) {
    std::size_t at = found.end;
    while (is_blank(char_at(at))) ++at;
    const std::size_t dash = at < line_.size() ? size_of_any(kDashes, at) : 0;
    if (dash == 0) return;
    const bool spaced = at != found.end;
    at += dash;
    const std::size_t begin = at;
    while (is_blank(char_at(at))) ++at;
    if (at == line_.size() || !is_hex_or_colon(line_[at])) return;
    if (found.address.is_v4() && !spaced && at == begin && read_last_part(at, found, entry)) return;
    const Found last = read_address(at);
    if (!last.is_entry ||
        (last.problem == IpProblem::none && last.address.is_v4() != found.address.is_v4())) {
      return;
    }
    entry.end = last.end;
    entry.problem = last.problem == IpProblem::none && last.address < found.address
                        ? IpProblem::backwards
                        : last.problem;
    entry.range.last = last.address;
  }

  static bool is_hex_or_colon(char c) { return is_hex(c) || class_of(c) == kColon; }

  // «192.0.2.1-9»; false when more than that stands there.
  bool read_last_part(std::size_t at, const Found& found, Entry& entry) const {
    const std::size_t begin = at;
    std::uint32_t value = 0;
    while (class_of(char_at(at)) == kDigit && at - begin < 4) {
      value = value * 10 + static_cast<std::uint32_t>(line_[at++] - '0');
    }
    if (at == begin || at - begin > 3 || is_word(char_at(at)) || colon_size(at) != 0) return false;
    if (const std::size_t dot = dot_size(at); dot != 0 && is_word(char_at(at + dot))) return false;
    entry.end = at;
    entry.range.last = ipv4_address((found.address.v4() & ~0xFFU) | (value & 0xFFU));
    if (value > 255) {
      entry.problem = IpProblem::part_too_large;
    } else if (at - begin > 1 && line_[begin] == '0') {
      entry.problem = IpProblem::leading_zero;
    } else if (entry.range.last < entry.range.first) {
      entry.problem = IpProblem::backwards;
    }
    return true;
  }

  // Of a URL: what follows is a port and a path.
  bool is_host(std::size_t begin) const {
    const std::size_t bracket = begin > 0 && line_[begin - 1] == '[' ? 1 : 0;
    return begin >= bracket + 2 && line_.substr(begin - bracket - 2, 2) == "//";
  }

  // «Version 1.2.3.4», «phiên bản 1.2.3.4».
  bool is_version(std::size_t begin) const {
    while (begin > 0 && is_blank(line_[begin - 1])) --begin;
    const std::string_view before = line_.substr(0, begin);
    for (const std::string_view word : {"version", "ver", "ver.", "v.", "bản", "Bản"}) {
      if (before.size() < word.size()) continue;
      const std::size_t start = before.size() - word.size();
      const bool same =
          std::equal(word.begin(), word.end(), before.begin() + static_cast<std::ptrdiff_t>(start),
                     [](char a, char b) { return a == text::ascii_lower(b) || a == b; });
      if (same && (start == 0 || !is_word(before[start - 1]))) return true;
    }
    return false;
  }

  std::string_view line_;
  std::size_t no_v6_before_ = 0;  // a run of hexadecimal groups that is no IPv6 address ends there
};

std::string shown(std::string_view text) {
  if (text.size() <= kShownBytes) return std::string(text);
  std::size_t size = kShownBytes;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
  return std::string(text.substr(0, size)) + "…";
}

// Sorts, and takes out what lies in another: of equals the one that stands first in the list stays.
template <class Range>
void arrange(std::vector<Range>& ranges) {
  std::sort(ranges.begin(), ranges.end(), [](const Range& a, const Range& b) {
    if (a.first != b.first) return a.first < b.first;
    return a.last != b.last ? b.last < a.last : a.line < b.line;
  });
  std::size_t kept = 0;
  for (const Range& range : ranges) {
    if (kept == 0 || ranges[kept - 1].last < range.last) ranges[kept++] = range;
  }
  ranges.resize(kept);
}

// Those that have something in common with [first, last].
template <class Range, class End>
std::span<const Range> overlapping(const std::vector<Range>& ranges, const End& first,
                                   const End& last) {
  const auto begin = std::partition_point(ranges.begin(), ranges.end(),
                                          [&](const Range& each) { return each.last < first; });
  const auto end = std::partition_point(begin, ranges.end(),
                                        [&](const Range& each) { return !(last < each.first); });
  return std::span(ranges).subspan(static_cast<std::size_t>(begin - ranges.begin()),
                                   static_cast<std::size_t>(end - begin));
}

}  // namespace

Status IpListReader::add(std::string_view bytes) {
  if (!failure_ && bytes.size() > kMaxIpListBytes - bytes_) {
    failure_ = Error{ErrorCode::ip_list_too_large, "", std::to_string(kMaxIpListBytes >> 20U)};
  }
  if (!failure_) {
    bytes_ += bytes.size();
    take(bytes);
  }
  if (failure_) return *failure_;
  return ok();
}

void IpListReader::take(std::string_view text) {
  while (!text.empty() && !failure_) {
    const std::size_t end = text.find('\n');
    const bool ends = end != std::string_view::npos;
    std::string_view part = text.substr(0, end);
    text.remove_prefix(ends ? end + 1 : text.size());
    if (!ends || !open_line_.empty() || part.size() > kMaxIpLineBytes) {
      while (open_line_.size() + part.size() > kMaxIpLineBytes) {
        const std::size_t room = kMaxIpLineBytes - open_line_.size();
        open_line_.append(part.substr(0, room));
        part.remove_prefix(room);
        // Where no address is cut, if there is such a place.
        const auto last = std::find_if(open_line_.rbegin(), open_line_.rend(), divides);
        const auto size = last == open_line_.rend()
                              ? open_line_.size()
                              : static_cast<std::size_t>(open_line_.rend() - last);
        read_line(std::string_view(open_line_).substr(0, size));
        open_line_.erase(0, size);
      }
      open_line_.append(part);
      if (!ends) return;
      read_line(open_line_);
      open_line_.clear();
    } else {
      read_line(part);
    }
    ++line_;
  }
}

void IpListReader::read_line(std::string_view line) {
  const auto take = [this](const IpRange& range) {
    if (list_.entries_ == kMaxIpListEntries) {
      failure_ = Error{ErrorCode::ip_list_too_many_entries, std::to_string(line_),
                       std::to_string(kMaxIpListEntries)};
      return;
    }
    ++list_.entries_;
    if (range.is_v4()) {
      list_.v4_.push_back({range.first.v4(), range.last.v4(), line_});
    } else {
      list_.v6_.push_back({range.first, range.last, line_});
    }
  };
  const auto refuse = [this](IpProblem problem, std::string_view text) {
    ++list_.unreadable_;
    if (list_.first_unreadable_.size() < kShownUnreadable)
      list_.first_unreadable_.push_back({line_, problem, shown(text)});
  };
  LineScan(line).run(take, refuse);
}

Result<IpList> IpListReader::end() && {
  if (!open_line_.empty()) read_line(open_line_);
  if (failure_) return *failure_;
  list_.lines_ = line_ - (open_line_.empty() ? 1 : 0);
  arrange(list_.v4_);
  arrange(list_.v6_);
  return std::move(list_);
}

IpMatches IpList::match(std::span<const IpRange> own, std::size_t limit) const {
  IpMatches out;
  const auto add = [&](std::size_t index, const auto& listed, const auto& range_of) {
    out.total += listed.size();
    for (const auto& each : listed) {
      if (out.found.size() == limit) return;
      out.found.push_back({index, range_of(each), each.line});
    }
  };
  for (std::size_t i = 0; i < own.size(); ++i) {
    const IpRange& range = own[i];
    if (range.is_v4()) {
      add(i, overlapping(v4_, range.first.v4(), range.last.v4()), [](const V4& each) {
        return IpRange{ipv4_address(each.first), ipv4_address(each.last)};
      });
    } else {
      add(i, overlapping(v6_, range.first, range.last), [](const V6& each) {
        return IpRange{each.first, each.last};
      });
    }
  }
  return out;
}

Result<IpList> read_ip_list(std::string_view text) {
  IpListReader reader;
  if (const Status added = reader.add(text); !added) return added.error();
  return std::move(reader).end();
}

}  // namespace sokenh
