// RFC 4291, RFC 5952, RFC 4632: addresses, prefixes and ranges as people write them.
#include "core/network/ip_address.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace sokenh;

namespace {

// What is read, shown; or its problem as a number.
std::string shown(std::string_view text) {
  const IpReading reading = read_ip_range(text);
  if (reading.problem != IpProblem::none)
    return "problem " + std::to_string(static_cast<int>(reading.problem));
  return ip_range_text(reading.range) + (reading.host_bits ? " (host bits)" : "");
}

}  // namespace

TEST_CASE("RFC 4291 section 2.2, RFC 5952 section 4: what is read is shown in the one right form") {
  struct Case {
    const char* written;
    const char* shown;
  };
  for (const Case& c : {
           Case{"192.0.2.1", "192.0.2.1"},
           Case{"0.0.0.0", "0.0.0.0"},
           Case{"255.255.255.255", "255.255.255.255"},
           Case{"2001:db8:0:0:0:0:0:1", "2001:db8::1"},
           Case{"2001:0db8:0000:0000:0000:0000:0000:0001", "2001:db8::1"},
           Case{"2001:DB8::A", "2001:db8::a"},                    // 4.3: lower case
           Case{"2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"},  // 4.2.2: one group is no run
           Case{"2001:0:0:1:0:0:0:1", "2001:0:0:1::1"},           // 4.2.3: the longest run
           Case{"2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"},     // 4.2.3: the first of equals
           Case{"::", "::"},
           Case{"::1", "::1"},
           Case{"1::", "1::"},
           Case{"0:0:0:0:0:0:0:0", "::"},
           Case{"fe80:0:0:0:0:0:0:0", "fe80::"},
           Case{"64:ff9b::192.0.2.33", "64:ff9b::c000:221"},
           Case{"1:2:3:4:5:6:192.0.2.33", "1:2:3:4:5:6:c000:221"},
           Case{"1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"},  // 4.2.2 again
           Case{"::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"},
       }) {
    CAPTURE(c.written);
    CHECK(shown(c.written) == c.shown);
    CHECK(read_ip_address(c.written).problem == IpProblem::none);
    CHECK(read_ip_address(c.shown).range == read_ip_address(c.written).range);
  }
}

TEST_CASE("RFC 4291 section 2.5.5.2: an IPv4-mapped address is its IPv4 address") {
  const IpAddress v4 = read_ip_address("192.0.2.1").range.first;
  for (const char* written : {"::ffff:192.0.2.1", "::ffff:c000:201", "0:0:0:0:0:FFFF:192.0.2.1"}) {
    CAPTURE(written);
    CHECK(read_ip_address(written).range.first == v4);
  }
  CHECK(v4 == ipv4_address(0xC000'0201U));
  CHECK(v4.is_v4());
  CHECK(shown("::ffff:192.0.2.0/120") == "192.0.2.0/24");
  CHECK(read_ip_address("::192.0.2.1").range.first != v4);  // IPv4-compatible, another address
  CHECK_FALSE(read_ip_range("::ffff:192.0.2.0/90").range.is_v4());
}

TEST_CASE("Addresses: what is none, or could be two, says why") {
  struct Case {
    const char* written;
    IpProblem problem;
  };
  for (const Case& c : {
           Case{"", IpProblem::not_an_address},
           Case{"1.2.3", IpProblem::not_an_address},
           Case{"1.2.3.4.5", IpProblem::not_an_address},
           Case{"1..3.4", IpProblem::not_an_address},
           Case{"1.2.3.4x", IpProblem::not_an_address},
           Case{"1.2.3.1000", IpProblem::not_an_address},
           Case{"0x7f.0.0.1", IpProblem::not_an_address},
           Case{"1.2.3.4:80", IpProblem::not_an_address},
           Case{"192.0.2.256", IpProblem::part_too_large},
           Case{"192.0.2.010", IpProblem::leading_zero},
           Case{"010.0.0.1", IpProblem::leading_zero},
           Case{"00.0.0.1", IpProblem::leading_zero},
           Case{"fe80::1%eth0", IpProblem::zone_id},
           Case{"fe80::1%", IpProblem::zone_id},
           Case{":", IpProblem::not_an_address},
           Case{":::", IpProblem::not_an_address},
           Case{"1:2:3:4:5:6:7", IpProblem::not_an_address},
           Case{"1:2:3:4:5:6:7:8:9", IpProblem::not_an_address},
           Case{"1:2:3:4::5:6:7:8", IpProblem::not_an_address},
           Case{"1::2::3", IpProblem::not_an_address},
           Case{"1:2:3:4:5:6:7:", IpProblem::not_an_address},
           Case{":1:2:3:4:5:6:7", IpProblem::not_an_address},
           Case{"12345::1", IpProblem::not_an_address},
           Case{"::g", IpProblem::not_an_address},
           Case{"::1.2.3", IpProblem::not_an_address},
           Case{"1.2.3.4::", IpProblem::not_an_address},
           Case{"::1.2.3.400", IpProblem::part_too_large},
           Case{"192.0.2.0/33", IpProblem::prefix_too_long},
           Case{"2001:db8::/129", IpProblem::prefix_too_long},
           Case{"192.0.2.0/", IpProblem::not_an_address},
           Case{"192.0.2.0/a", IpProblem::not_an_address},
           Case{"192.0.2.0/1000", IpProblem::not_an_address},
           Case{"192.0.2.0/255.0.255.0", IpProblem::broken_mask},
           Case{"192.0.2.0/0.0.0.255", IpProblem::broken_mask},
           Case{"192.0.2.0 255.255.0.255", IpProblem::broken_mask},
           Case{"192.0.2.0/255.255.255.256", IpProblem::part_too_large},
           Case{"192.0.2.0/255.255.255", IpProblem::not_an_address},
           Case{"2001:db8:: 255.255.255.0", IpProblem::mixed_families},
           Case{"10.0.0.1to 10.0.0.2", IpProblem::not_an_address},
           Case{"192.0.2.9-192.0.2.1", IpProblem::backwards},
           Case{"192.0.2.9-1", IpProblem::backwards},
           Case{"192.0.2.1-256", IpProblem::part_too_large},
           Case{"192.0.2.1-", IpProblem::not_an_address},
           Case{"-192.0.2.1", IpProblem::not_an_address},
           Case{"192.0.2.1-2001:db8::1", IpProblem::mixed_families},
           Case{"2001:db8::1-9", IpProblem::not_an_address},
           Case{"192.0.2.0/24-192.0.3.0/24", IpProblem::not_an_address},
       }) {
    CAPTURE(c.written);
    CHECK(read_ip_range(c.written).problem == c.problem);
  }
  CHECK(read_ip_address("192.0.2.0/24").problem == IpProblem::not_an_address);
  CHECK(read_ip_address(std::string(100'000, ':')).problem == IpProblem::not_an_address);
}

TEST_CASE(
    "RFC 4632 section 3.1: a prefix is its whole network, and says when it was not its start") {
  struct Case {
    const char* written;
    const char* shown;
    const char* first;
    const char* last;
  };
  for (const Case& c : {
           Case{"192.0.2.0/24", "192.0.2.0/24", "192.0.2.0", "192.0.2.255"},
           Case{"192.0.2.17/24", "192.0.2.0/24 (host bits)", "192.0.2.0", "192.0.2.255"},
           Case{"192.0.2.17/32", "192.0.2.17", "192.0.2.17", "192.0.2.17"},
           Case{"192.0.2.17/31", "192.0.2.16/31 (host bits)", "192.0.2.16", "192.0.2.17"},
           Case{"0.0.0.0/0", "0.0.0.0/0", "0.0.0.0", "255.255.255.255"},
           Case{"10.1.2.3/8", "10.0.0.0/8 (host bits)", "10.0.0.0", "10.255.255.255"},
           Case{"2001:db8::/32", "2001:db8::/32",
                "2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"},
           Case{"2001:db8::1/64", "2001:db8::/64 (host bits)",
                "2001:db8::", "2001:db8::ffff:ffff:ffff:ffff"},
           Case{"2001:db8::1/65", "2001:db8::/65 (host bits)",
                "2001:db8::", "2001:db8::7fff:ffff:ffff:ffff"},
           Case{"2001:db8::1/128", "2001:db8::1", "2001:db8::1", "2001:db8::1"},
           Case{"::/0", "::/0", "::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"},
       }) {
    CAPTURE(c.written);
    CHECK(shown(c.written) == c.shown);
    const IpRange range = read_ip_range(c.written).range;
    CHECK(ip_text(range.first) == c.first);
    CHECK(ip_text(range.last) == c.last);
  }
}

TEST_CASE("RFC 950: a netmask says what a prefix says, behind a slash or a blank") {
  for (const char* written :
       {"192.0.2.0/24", "192.0.2.0/255.255.255.0", "192.0.2.0 255.255.255.0",
        " 192.0.2.0 / 255.255.255.0 ", "192.0.2.0 /24", "192.0.2.0\t255.255.255.0"}) {
    CAPTURE(written);
    CHECK(shown(written) == "192.0.2.0/24");
    CHECK(read_ip_ranges(written).size() == 1);
    CHECK(read_ip_ranges(written)[0].reading.range == read_ip_range(written).range);
  }
  CHECK(shown("192.0.2.17/255.255.255.0") == "192.0.2.0/24 (host bits)");
  CHECK(shown("192.0.2.17/255.255.255.255") == "192.0.2.17");
  CHECK(shown("192.0.2.17/0.0.0.0") == "0.0.0.0/0 (host bits)");
}

TEST_CASE("RFC 1918, 6598, 4193, 3927: what means something on the inside only") {
  for (const char* local : {"10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.254",
                            "192.168.0.0/16", "192.168.1.10–20", "100.64.0.1", "127.0.0.1",
                            "169.254.7.7", "fd00::1", "fe80::/64", "::1", "::ffff:192.168.1.1"}) {
    CAPTURE(local);
    CHECK(is_local(read_ip_range(local).range));
  }
  for (const char* routed : {"9.255.255.255", "11.0.0.0", "172.15.255.255", "172.32.0.0",
                             "192.169.0.0", "192.0.0.0/8", "100.63.255.255", "100.128.0.0",
                             "203.0.113.7", "2001:db8::1", "fec0::1", "::2", "0.0.0.0/0"}) {
    CAPTURE(routed);
    CHECK_FALSE(is_local(read_ip_range(routed).range));
  }
}

TEST_CASE("Ranges: both ends, or the last part alone, with any dash") {
  for (const char* written :
       {"10.0.0.1-10.0.0.20", "10.0.0.1–10.0.0.20", "10.0.0.1 — 10.0.0.20", "10.0.0.1-20",
        " 10.0.0.1 – 20 ", "::ffff:10.0.0.1-10.0.0.20", "10.0.0.1‐10.0.0.20", "10.0.0.1‑20",
        "10.0.0.1‒20", "10.0.0.1―20", "10.0.0.1−20", "10.0.0.1﹣20", "10.0.0.1－20",
        "10.0.0.1~10.0.0.20", "10.0.0.1 đến 10.0.0.20", "10.0.0.1 tới 20", "10.0.0.1 den 20",
        "10.0.0.1 to 10.0.0.20"}) {
    CAPTURE(written);
    CHECK(shown(written) == "10.0.0.1–10.0.0.20");
  }
  CHECK(shown("10.0.0.0-10.0.0.255") == "10.0.0.0/24");
  CHECK(shown("2001:db8::1-2001:db8::9") == "2001:db8::1–2001:db8::9");
  CHECK(shown("10.0.0.7-7") == "10.0.0.7");
}

TEST_CASE("Several ranges in a text, and where each stands") {
  const std::string text =
      "10.0.0.1, 10.0.1.0/24;10.0.2.1 - 9\n2001:db8::1 10.0.3.1– 10.0.3.4, máy in";
  const std::vector<WrittenIpRange> ranges = read_ip_ranges(text);
  std::vector<std::string> written;
  written.reserve(ranges.size());
  for (const WrittenIpRange& each : ranges)
    written.push_back(text.substr(each.begin, each.end - each.begin));
  CHECK(written == std::vector<std::string>{"10.0.0.1", "10.0.1.0/24", "10.0.2.1 - 9",
                                            "2001:db8::1", "10.0.3.1– 10.0.3.4", "máy", "in"});
  REQUIRE(ranges.size() == 7);
  for (std::size_t i = 0; i < 5; ++i) CHECK(ranges[i].reading.problem == IpProblem::none);
  CHECK(ranges[5].reading.problem == IpProblem::not_an_address);
  CHECK(read_ip_ranges("").empty());
  CHECK(read_ip_ranges(" ,; \n").empty());
  CHECK(read_ip_ranges("10.0.0.1 -").size() == 1);
  CHECK(read_ip_ranges("10.0.0.1 -")[0].reading.problem == IpProblem::not_an_address);
}
