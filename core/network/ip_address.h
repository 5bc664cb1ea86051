// IP addresses and ranges of them: IPv4 and IPv6 as people write them (RFC 4291 section 2.2), shown
// as RFC 5952 wants, prefixes as RFC 4632 section 3.1 and RFC 4291 section 2.3 write them.
//
// One number for both families: an IPv4 address is its IPv4-mapped IPv6 address (RFC 4291 section
// 2.5.5.2), so that 192.0.2.1 and ::ffff:192.0.2.1 are the same.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sokenh {

struct IpAddress {
  std::uint64_t high = 0, low = 0;

  bool is_v4() const { return high == 0 && low >> 32U == 0xFFFF; }
  std::uint32_t v4() const { return static_cast<std::uint32_t>(low); }

  friend auto operator<=>(const IpAddress&,
                          const IpAddress&) = default;  // NOLINT(modernize-use-nullptr)
};
constexpr IpAddress ipv4_address(std::uint32_t value) { return {0, 0xFFFF'0000'0000U | value}; }

enum class IpProblem : std::uint8_t {
  none,
  not_an_address,
  part_too_large,   // «192.0.2.256»
  leading_zero,     // «192.0.2.010»: octal to some programs, decimal to others
  zone_id,          // «fe80::1%eth0»: means something on one machine only (RFC 4007)
  prefix_too_long,  // «192.0.2.0/33»
  broken_mask,      // «192.0.2.0/255.0.255.0»
  mixed_families,   // «192.0.2.1-2001:db8::1»
  backwards         // «192.0.2.9-192.0.2.1»
};

// Both ends of one family, first <= last.
struct IpRange {
  IpAddress first, last;

  bool is_v4() const { return first.is_v4(); }
  friend bool operator==(const IpRange&, const IpRange&) = default;
};

struct IpReading {
  IpProblem problem = IpProblem::not_an_address;
  IpRange range;
  // «192.0.2.17/24»: bits beyond the prefix, which stands for its whole network (RFC 4632 section
  // 3.1).
  bool host_bits = false;
};

// The whole text is one address, without port or brackets.
IpReading read_ip_address(std::string_view text);
// An address, «192.0.2.0/24», «192.0.2.0/255.255.255.0», «192.0.2.0 255.255.255.0»,
// «192.0.2.1-192.0.2.9», «192.0.2.1–9», «2001:db8::/32»; blanks around it, around the dash (any
// that a word processor makes of one, «~», «đến») and around the slash. A text with a problem gives
// no range.
IpReading read_ip_range(std::string_view text);

std::string ip_text(const IpAddress& address);
// An address, the prefix it is, else both ends: «192.0.2.0/24», «192.0.2.1–192.0.2.9».
std::string ip_range_text(const IpRange& range);

// One of several ranges in a text.
struct WrittenIpRange {
  std::size_t begin = 0, end = 0;  // in the text
  IpReading reading;
};
// Divided by commas, semicolons and blanks; a dash and a slash join what stands around them, and a
// netmask belongs to the address before it.
std::vector<WrittenIpRange> read_ip_ranges(std::string_view text);

// Whether it means something only on the inside of a network, so that no list published for all can
// name it: RFC 1918, RFC 6598 (100.64.0.0/10), RFC 4193 (fc00::/7), loopback and link-local. Of a
// range: both its ends, in one such block.
bool is_local(const IpRange& range);

// Ends of the network of `address` with this many of its 128 bits fixed: for «192.0.2.0/24» 96 more
// than it says.
IpRange ip_network(const IpAddress& address, unsigned bits);
inline constexpr unsigned kMappedPrefix = 96;  // ::ffff:0:0/96

}  // namespace sokenh
