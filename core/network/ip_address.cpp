#include "core/network/ip_address.h"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

#include "core/text/ascii.h"

namespace sokenh {
namespace {

constexpr std::size_t kGroups = 8;    // of 16 bits, in IPv6
constexpr std::size_t kLongest = 64;  // more than any address has
constexpr std::string_view kEnDash = "–";
// What a dash becomes in word processors and on the way through PDF: hyphen, non-breaking hyphen,
// figure dash, en dash, em dash, horizontal bar, minus, small and full-width hyphen.
constexpr std::array<std::string_view, 11> kDashes{
    "-", "~", kEnDash, "—", "\u2010", "\u2011", "\u2012", "\u2015", "\u2212", "\uFE63", "\uFF0D"};
constexpr std::array<std::string_view, 4> kRangeWords{"đến", "tới", "den", "to"};  // between blanks

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::optional<unsigned> hex_digit(char c) {
  if (text::is_ascii_digit(c)) return static_cast<unsigned>(c - '0');
  const char lower = text::ascii_lower(c);
  if (lower >= 'a' && lower <= 'f') return static_cast<unsigned>(lower - 'a') + 10;
  return std::nullopt;
}

// One to three digits of decimal; the problem with one that is no part of an address.
IpProblem read_octet(std::string_view text, std::uint32_t& value) {
  if (text.empty() || text.size() > 3) return IpProblem::not_an_address;
  value = 0;
  for (const char c : text) {
    if (!text::is_ascii_digit(c)) return IpProblem::not_an_address;
    value = value * 10 + static_cast<std::uint32_t>(c - '0');
  }
  if (text.size() > 1 && text.front() == '0') return IpProblem::leading_zero;
  return value > 255 ? IpProblem::part_too_large : IpProblem::none;
}

IpProblem read_v4(std::string_view text, std::uint32_t& value) {
  value = 0;
  IpProblem problem = IpProblem::none;
  for (int part = 0; part < 4; ++part) {
    const std::size_t dot = part < 3 ? text.find('.') : text.size();
    if (dot == std::string_view::npos) return IpProblem::not_an_address;
    std::uint32_t octet = 0;
    const IpProblem found = read_octet(text.substr(0, dot), octet);
    if (found == IpProblem::not_an_address) return found;
    if (problem == IpProblem::none) problem = found;
    value = value << 8U | (octet & 0xFFU);
    text.remove_prefix(std::min(text.size(), dot + 1));
  }
  return problem;
}

// Groups on one side of «::».
class Groups {
 public:
  // Groups between single colons.
  IpProblem read(std::string_view text) {
    while (!text.empty()) {
      const std::size_t colon = text.find(':');
      const std::string_view part = text.substr(0, colon);
      const IpProblem problem =
          colon == std::string_view::npos && part.find('.') != std::string_view::npos
              ? add_v4(part)
              : add_group(part);
      if (problem != IpProblem::none) return problem;
      if (colon == std::string_view::npos) break;
      text.remove_prefix(colon + 1);
      if (text.empty()) return IpProblem::not_an_address;  // ends in a colon
    }
    return IpProblem::none;
  }

  std::size_t size() const { return size_; }
  std::uint16_t operator[](std::size_t index) const { return groups_[index]; }

 private:
  IpProblem add_group(std::string_view part) {
    if (part.empty() || part.size() > 4 || size_ == kGroups) return IpProblem::not_an_address;
    unsigned value = 0;
    for (const char c : part) {
      const auto digit = hex_digit(c);
      if (!digit) return IpProblem::not_an_address;
      value = value << 4U | *digit;
    }
    groups_[size_++] = static_cast<std::uint16_t>(value);
    return IpProblem::none;
  }

  // The last 32 bits as IPv4 (RFC 4291 section 2.2, form 3).
  IpProblem add_v4(std::string_view part) {
    std::uint32_t value = 0;
    const IpProblem problem = read_v4(part, value);
    if (problem != IpProblem::none) return problem;
    if (size_ + 2 > kGroups) return IpProblem::not_an_address;
    groups_[size_++] = static_cast<std::uint16_t>(value >> 16U);
    groups_[size_++] = static_cast<std::uint16_t>(value & 0xFFFFU);
    return IpProblem::none;
  }

  std::array<std::uint16_t, kGroups> groups_{};
  std::size_t size_ = 0;
};

IpProblem read_v6(std::string_view text, IpAddress& address) {
  const std::size_t gap = text.find("::");
  Groups before;
  Groups after;
  if (gap == std::string_view::npos) {
    if (const IpProblem problem = before.read(text); problem != IpProblem::none) return problem;
    if (before.size() != kGroups) return IpProblem::not_an_address;
  } else {
    const std::string_view head = text.substr(0, gap);
    if (head.find('.') != std::string_view::npos) return IpProblem::not_an_address;
    if (const IpProblem problem = before.read(head); problem != IpProblem::none) return problem;
    if (const IpProblem problem = after.read(text.substr(gap + 2)); problem != IpProblem::none)
      return problem;
    // «::» stands for one group or more (RFC 4291 section 2.2).
    if (before.size() + after.size() >= kGroups) return IpProblem::not_an_address;
  }
  std::array<std::uint16_t, kGroups> groups{};
  for (std::size_t i = 0; i < before.size(); ++i) groups[i] = before[i];
  for (std::size_t i = 0; i < after.size(); ++i) groups[kGroups - after.size() + i] = after[i];
  const auto half = [&groups](std::size_t begin) {
    std::uint64_t value = 0;
    for (std::size_t i = begin; i < begin + 4; ++i) value = value << 16U | groups[i];
    return value;
  };
  address = {half(0), half(4)};
  return IpProblem::none;
}

IpProblem read_address(std::string_view text, IpAddress& address) {
  if (text.size() > kLongest) return IpProblem::not_an_address;
  if (text.find(':') == std::string_view::npos) {
    std::uint32_t value = 0;
    const IpProblem problem = read_v4(text, value);
    address = ipv4_address(value);
    return problem;
  }
  const std::size_t zone = text.find('%');
  const IpProblem problem = read_v6(text.substr(0, zone), address);
  if (problem != IpProblem::none) return problem;
  return zone == std::string_view::npos ? IpProblem::none : IpProblem::zone_id;
}

IpReading failed(IpProblem problem) { return {.problem = problem}; }

IpReading network_of(const IpAddress& address, unsigned bits) {
  IpReading out{.problem = IpProblem::none, .range = ip_network(address, bits)};
  out.host_bits = out.range.first != address;
  return out;
}

// The bits of a netmask's prefix; nullopt when ones follow on zeros.
std::optional<unsigned> mask_bits(std::uint32_t mask) {
  const auto bits = static_cast<unsigned>(std::countl_one(mask));
  if (std::popcount(mask) != static_cast<int>(bits)) return std::nullopt;
  return bits;
}

// «255.255.255.0» (RFC 950): no address of anything, so that what follows an address is one.
bool is_mask(std::string_view text) {
  std::uint32_t mask = 0;
  return text.starts_with("255.") && read_v4(text, mask) == IpProblem::none;
}

IpReading read_mask(const IpAddress& address, std::string_view text) {
  std::uint32_t mask = 0;
  if (const IpProblem problem = read_v4(text, mask); problem != IpProblem::none)
    return failed(problem);
  const std::optional<unsigned> bits = mask_bits(mask);
  return bits ? network_of(address, *bits + kMappedPrefix) : failed(IpProblem::broken_mask);
}

IpReading read_prefix(std::string_view text, std::size_t slash) {
  IpAddress address;
  const std::string_view head = trimmed(text.substr(0, slash));
  if (const IpProblem problem = read_address(head, address); problem != IpProblem::none)
    return failed(problem);
  const std::string_view digits = trimmed(text.substr(slash + 1));
  // As written: «::ffff:192.0.2.0/120» counts the bits of IPv6.
  const bool as_v6 = head.find(':') != std::string_view::npos;
  if (!as_v6 && digits.find('.') != std::string_view::npos) return read_mask(address, digits);
  if (digits.empty() || digits.size() > 3 ||
      !std::all_of(digits.begin(), digits.end(), text::is_ascii_digit)) {
    return failed(IpProblem::not_an_address);
  }
  unsigned bits = 0;
  for (const char c : digits) bits = bits * 10 + static_cast<unsigned>(c - '0');
  if (bits > (as_v6 ? 128U : 32U)) return failed(IpProblem::prefix_too_long);
  return network_of(address, as_v6 ? bits : bits + kMappedPrefix);
}

// Where the dash is and what follows it; npos when there is none.
struct Dash {
  std::size_t begin = std::string_view::npos;
  std::size_t size = 0;
};

// Of the dash that the text begins with; 0 when it begins with none.
std::size_t dash_size(std::string_view text) {
  for (const std::string_view dash : kDashes) {
    if (text.starts_with(dash)) return dash.size();
  }
  for (const std::string_view word : kRangeWords) {
    if (text.starts_with(word) && text.size() > word.size() && is_blank(text[word.size()]))
      return word.size();
  }
  return 0;
}

Dash find_dash(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    // A word stands by itself; letters of one are parts of no address.
    if (i > 0 && text::is_ascii_letter(text[i]) && !is_blank(text[i - 1])) continue;
    if (const std::size_t size = dash_size(text.substr(i)); size != 0) return {i, size};
  }
  return {};
}

IpReading read_ends(std::string_view from, std::string_view to) {
  IpReading out{.problem = IpProblem::none};
  if (const IpProblem problem = read_address(from, out.range.first); problem != IpProblem::none)
    return failed(problem);
  std::uint32_t octet = 0;
  if (out.range.first.is_v4() && from.find(':') == std::string_view::npos &&
      to.find_first_of(".:") == std::string_view::npos) {
    if (const IpProblem problem = read_octet(to, octet); problem != IpProblem::none)
      return failed(problem);
    out.range.last = ipv4_address((out.range.first.v4() & ~0xFFU) | octet);
  } else if (const IpProblem problem = read_address(to, out.range.last);
             problem != IpProblem::none) {
    return failed(problem);
  }
  if (out.range.first.is_v4() != out.range.last.is_v4()) return failed(IpProblem::mixed_families);
  if (out.range.last < out.range.first) return failed(IpProblem::backwards);
  return out;
}

// How many bits are fixed when the range is a network: of 32 or of 128; nullopt when it is none.
std::optional<unsigned> prefix_of(const IpRange& range) {
  const std::uint64_t high = range.first.high ^ range.last.high;
  const std::uint64_t low = range.first.low ^ range.last.low;
  const unsigned bits = high != 0 ? static_cast<unsigned>(std::countl_zero(high))
                                  : 64 + static_cast<unsigned>(std::countl_zero(low));
  if (ip_network(range.first, bits) != range) return std::nullopt;
  return range.is_v4() ? bits - kMappedPrefix : bits;
}

void append_number(std::string& out, unsigned value, unsigned base) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::array<char, 8> text{};
  std::size_t size = 0;
  do {
    text[size++] = digits[value % base];
    value /= base;
  } while (value != 0);
  while (size > 0) out += text[--size];
}

}  // namespace

IpReading read_ip_address(std::string_view text) {
  IpReading out;
  out.problem = read_address(text, out.range.first);
  if (out.problem != IpProblem::none) return failed(out.problem);
  out.range.last = out.range.first;
  return out;
}

IpReading read_ip_range(std::string_view text) {
  text = trimmed(text);
  if (const Dash dash = find_dash(text); dash.size != 0)
    return read_ends(trimmed(text.substr(0, dash.begin)),
                     trimmed(text.substr(dash.begin + dash.size)));
  if (const std::size_t slash = text.find('/'); slash != std::string_view::npos)
    return read_prefix(text, slash);
  const auto blank =
      static_cast<std::size_t>(std::find_if(text.begin(), text.end(), is_blank) - text.begin());
  const std::string_view mask = trimmed(text.substr(blank));
  if (!is_mask(mask)) return read_ip_address(text);
  const IpReading address = read_ip_address(text.substr(0, blank));
  if (address.problem != IpProblem::none) return address;
  return address.range.is_v4() ? read_mask(address.range.first, mask)
                               : failed(IpProblem::mixed_families);
}

IpRange ip_network(const IpAddress& address, unsigned bits) {
  // Bits of the host; a shift by all 64 would be undefined.
  const std::uint64_t high = bits >= 64 ? 0 : ~std::uint64_t{0} >> bits;
  const std::uint64_t low = bits <= 64    ? ~std::uint64_t{0}
                            : bits >= 128 ? 0
                                          : ~std::uint64_t{0} >> (bits - 64);
  return {{address.high & ~high, address.low & ~low}, {address.high | high, address.low | low}};
}

std::string ip_text(const IpAddress& address) {
  std::string out;
  if (address.is_v4()) {
    for (unsigned shift = 32; shift > 0; shift -= 8) {
      if (shift < 32) out += '.';
      append_number(out, address.v4() >> (shift - 8) & 0xFFU, 10);
    }
    return out;
  }
  std::array<unsigned, kGroups> groups{};
  for (std::size_t i = 0; i < kGroups; ++i) {
    const std::uint64_t half = i < 4 ? address.high : address.low;
    groups[i] = static_cast<unsigned>(half >> (48 - 16 * (i % 4)) & 0xFFFFU);
  }
  // The first of the longest runs of zeros, of two groups at least (RFC 5952 section 4.2).
  std::size_t gap = 0;
  std::size_t gap_size = 1;
  for (std::size_t i = 0; i < kGroups;) {
    std::size_t end = i;
    while (end < kGroups && groups[end] == 0) ++end;
    if (end - i > gap_size) {
      gap = i;
      gap_size = end - i;
    }
    i = std::max(end, i + 1);
  }
  if (gap_size == 1) gap = kGroups;
  for (std::size_t i = 0; i < kGroups; ++i) {
    if (i == gap) {
      out += "::";
      i += gap_size - 1;
      continue;
    }
    if (!out.empty() && out.back() != ':') out += ':';
    append_number(out, groups[i], 16);
  }
  return out;
}

std::string ip_range_text(const IpRange& range) {
  if (range.first == range.last) return ip_text(range.first);
  if (const auto bits = prefix_of(range)) return ip_text(range.first) + "/" + std::to_string(*bits);
  return ip_text(range.first) + std::string(kEnDash) + ip_text(range.last);
}

bool is_local(const IpRange& range) {
  struct Block {
    IpAddress address;
    unsigned bits;  // of 128
  };
  constexpr auto v4 = [](std::uint32_t first, unsigned bits) {
    return Block{ipv4_address(first << 16U), bits + kMappedPrefix};
  };
  constexpr std::array blocks{v4(0x0A00, 8),
                              v4(0x6440, 10),
                              v4(0x7F00, 8),
                              v4(0xA9FE, 16),
                              v4(0xAC10, 12),
                              v4(0xC0A8, 16),
                              Block{{0xFC00ULL << 48U, 0}, 7},
                              Block{{0xFE80ULL << 48U, 0}, 10},
                              Block{{0, 1}, 128}};
  return std::any_of(blocks.begin(), blocks.end(), [&range](const Block& block) {
    const IpRange network = ip_network(block.address, block.bits);
    return network.first <= range.first && range.last <= network.last;
  });
}

std::vector<WrittenIpRange> read_ip_ranges(std::string_view text) {
  const auto separates = [](char c) { return is_blank(c) || c == ',' || c == ';'; };
  const auto past_blanks = [&](std::size_t place) {
    while (place < text.size() && is_blank(text[place])) ++place;
    return place;
  };
  const auto past_word = [&](std::size_t place) {
    while (place < text.size() && !separates(text[place])) ++place;
    return place;
  };
  const auto joins_at = [&](std::size_t place) -> std::size_t {
    if (place < text.size() && text[place] == '/') return 1;
    return dash_size(text.substr(place));
  };
  // «192.0.2.1-», «192.0.2.0/»: what is to follow stands behind blanks.
  const auto is_open = [](std::string_view word) {
    return word.ends_with('/') ||
           std::any_of(kDashes.begin(), kDashes.end(),
                       [word](std::string_view dash) { return word.ends_with(dash); });
  };
  // Where what begins with the word that ends at `place` ends: after what a dash, a slash or a
  // netmask adds to it, once.
  const auto joined = [&](std::size_t begin, std::size_t place) {
    const std::size_t next = past_blanks(place);
    if (is_open(text.substr(begin, place - begin))) return past_word(next);
    if (const std::size_t size = joins_at(next); size != 0)
      return past_word(past_blanks(next + size));
    const std::size_t end = past_word(next);
    return is_mask(text.substr(next, end - next)) ? end : place;
  };
  std::vector<WrittenIpRange> ranges;
  std::size_t at = 0;
  while (at < text.size()) {
    if (separates(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    at = joined(begin, past_word(begin));
    ranges.push_back({begin, at, read_ip_range(text.substr(begin, at - begin))});
  }
  return ranges;
}

}  // namespace sokenh
