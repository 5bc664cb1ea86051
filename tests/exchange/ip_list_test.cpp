// HP24-3.3: lists of addresses as they come: with noise, defanged, with prefixes and ranges.
#include "core/exchange/ip_list.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <string>
#include <vector>

using namespace sokenh;

namespace {

IpList read(std::string_view text) {
  Result<IpList> list = read_ip_list(text);
  REQUIRE(list.has_value());
  return std::move(*list);
}

// Everything in the list, in its order, shown; what cannot be read follows with its line.
std::string contents(const IpList& list) {
  const std::vector<IpRange> everything{read_ip_range("0.0.0.0/0").range,
                                        read_ip_range("::/0").range};
  std::string out;
  for (const IpMatch& match : list.match(everything, 1'000'000).found)
    out += (out.empty() ? "" : " ") + ip_range_text(match.listed);
  for (const UnreadableIp& each : list.first_unreadable())
    out += (out.empty() ? "" : " ") + ("!" + each.text);
  return out;
}
std::string contents(std::string_view text) { return contents(read(text)); }

IpRange range(std::string_view text) {
  const IpReading reading = read_ip_range(text);
  REQUIRE(reading.problem == IpProblem::none);
  return reading.range;
}

}  // namespace

TEST_CASE("HP24-3.3 list: addresses are found in whatever stands around them") {
  struct Case {
    const char* text;
    const char* found;
  };
  for (const Case& c : {
           Case{"", ""},
           Case{"1.2.3.4", "1.2.3.4"},
           Case{"  1.2.3.4\t\r\n5.6.7.8\r\n", "1.2.3.4 5.6.7.8"},
           Case{"\xEF\xBB\xBF"
                "1.2.3.4",
                "1.2.3.4"},
           Case{"IP: 1.2.3.4 Port 80", "1.2.3.4"},
           Case{"IP:1.2.3.4:8080", "1.2.3.4"},
           Case{"STT;Địa chỉ;Ngày\n1;\"1.2.3.4\";20.11.2024\n2;'5.6.7.8';01.12.2024",
                "1.2.3.4 5.6.7.8"},
           Case{"7,1.2.3.4,443,tcp", "1.2.3.4"},
           Case{"(1.2.3.4) [5.6.7.8] <9.10.11.12>", "1.2.3.4 5.6.7.8 9.10.11.12"},
           Case{"Máy 1.2.3.4. Máy 5.6.7.8, hết", "1.2.3.4 5.6.7.8"},
           Case{"Ngày 20.11.2024, mục 1.2.3, trang 3/12", ""},
           Case{"Điện thoại 024.3640.4421, 086.9100.317, 0912.34.56.7890", ""},
           Case{"v1.2.3.4 và host.1.2.3.4 và 1.2.3.4.example.com", ""},
           Case{"version 1.2.3.4, Ver. 1.2.3.4, phiên bản 1.2.3.4", ""},
           Case{"server 1.2.3.4", "1.2.3.4"},
           Case{"1.2.3.4.5 và 10.0.19045.3448", ""},
           Case{"12:30:45 aa:bb:cc:dd:ee:ff std::string a::b", ""},
           Case{"12:30:45 1.2.3.4", "1.2.3.4"},
           Case{"12:1.2.3.4", "1.2.3.4"},
           Case{"http://1.2.3.4:80/24/5.6.7.8 9.9.9.9", "1.2.3.4 9.9.9.9"},
           Case{"https://user@1.2.3.4/x", "1.2.3.4"},
           Case{"1.2.3.4/login", "1.2.3.4"},
           Case{"2001:db8::1", "2001:db8::1"},
           Case{"IP:2001:db8::1, 2001:DB8::2.", "2001:db8::1 2001:db8::2"},
           Case{"[2001:db8::1]:443", "2001:db8::1"},
           Case{"http://[2001:db8::1]:443/2001:db8::2", "2001:db8::1"},
           Case{"2001:db8::1: bị nhiễm", "2001:db8::1"},
           Case{"2001:db8:0:0:0:0:0:5", "2001:db8::5"},
           Case{"::ffff:1.2.3.4", "1.2.3.4"},
           Case{"::1", "::1"},
           Case{"64:ff9b::1.2.3.4", "64:ff9b::102:304"},
           Case{"dead::beef, Add::, ::", ""},
       }) {
    CAPTURE(c.text);
    CHECK(contents(c.text) == c.found);
  }
}

TEST_CASE("HP24-3.3 list: defanged addresses") {
  for (const char* text :
       {"1.2.3[.]4", "1[.]2[.]3[.]4", "1.2.3(.)4", "1(.)2(.)3(.)4", "1{.}2.3.4",
        "1[dot]2[dot]3[dot]4", "1(dot)2.3.4", "1\\.2\\.3\\.4", "hxxp://1[.]2[.]3[.]4/x",
        "hxxps[:]//1.2.3[.]4:8080/a.php", "1[.]2[.]3[.]4:8080", "\"1.2.3[.]4\","}) {
    CAPTURE(text);
    CHECK(contents(text) == "1.2.3.4");
  }
  for (const char* text : {"2001:db8[:]:1", "2001[:]db8[:][:]1", "2001(:)db8::1",
                           "hxxp://[2001[:]db8::1]/x", "[2001:db8[:]:1]"}) {
    CAPTURE(text);
    CHECK(contents(text) == "2001:db8::1");
  }
  CHECK(contents("1[.]2[.]3[.]0/24") == "1.2.3.0/24");
  CHECK(contents("1[.]2[.]3[.]4[.]example[.]com") == "");
}

TEST_CASE("HP24-3.3 list: prefixes and ranges") {
  struct Case {
    const char* text;
    const char* found;
  };
  for (const Case& c : {
           Case{"1.2.3.0/24", "1.2.3.0/24"},
           Case{"1.2.3.77/24.", "1.2.3.0/24"},
           Case{"2001:db8::/32,x", "2001:db8::/32"},
           Case{"::ffff:1.2.3.77/120", "1.2.3.0/24"},
           Case{"1.2.3.1-1.2.3.9", "1.2.3.1–1.2.3.9"},
           Case{"1.2.3.1 – 1.2.3.9", "1.2.3.1–1.2.3.9"},
           Case{"1.2.3.1—1.2.3.9", "1.2.3.1–1.2.3.9"},
           Case{"1.2.3.1 \x96 1.2.3.9", "1.2.3.1–1.2.3.9"},
           Case{"1.2.3.1-9", "1.2.3.1–1.2.3.9"},
           Case{"1.2.3[.]1-1.2.3[.]9", "1.2.3.1–1.2.3.9"},
           Case{"2001:db8::1-2001:db8::9", "2001:db8::1–2001:db8::9"},
           Case{"1.2.3.4 - 80 lần", "1.2.3.4"},
           Case{"1.2.3.4-2024", "1.2.3.4"},
           Case{"1.2.3.4 - 20.11.2024", "1.2.3.4"},
           Case{"1.2.3.4 - Hà Nội", "1.2.3.4"},
           Case{"1.2.3.4 - 2001:db8::1", "1.2.3.4 2001:db8::1"},
           Case{"1.2.3.4-", "1.2.3.4"},
           Case{"- 1.2.3.4", "1.2.3.4"},
       }) {
    CAPTURE(c.text);
    CHECK(contents(c.text) == c.found);
  }
}

TEST_CASE("HP24-3.3 list: what looks like an address and cannot be read is named by its line") {
  struct Case {
    const char* text;
    IpProblem problem;
    const char* shown;
  };
  for (const Case& c : {
           Case{"1.2.3.256 x", IpProblem::part_too_large, "1.2.3.256"},
           Case{"010.2.3.4", IpProblem::leading_zero, "010.2.3.4"},
           Case{"IP: 1.2.3.4/33", IpProblem::prefix_too_long, "1.2.3.4/33"},
           Case{"2001:db8::/129", IpProblem::prefix_too_long, "2001:db8::/129"},
           Case{"1.2.3.9-1.2.3.1", IpProblem::backwards, "1.2.3.9-1.2.3.1"},
           Case{"1.2.3.9-1", IpProblem::backwards, "1.2.3.9-1"},
           Case{"1.2.3.9-300", IpProblem::part_too_large, "1.2.3.9-300"},
           Case{"1.2.3.4 - 1.2.3.010", IpProblem::leading_zero, "1.2.3.4 - 1.2.3.010"},
           Case{"fe80::1%eth0, x", IpProblem::zone_id, "fe80::1%eth0"},
           Case{"2001:db8::1::2", IpProblem::not_an_address, "2001:db8::1::2"},
           Case{"2001:db8:1::xyz z", IpProblem::not_an_address, "2001:db8:1::xyz"},
       }) {
    CAPTURE(c.text);
    const IpList list = read(std::string("x\n") + c.text + "\n");
    CHECK(list.entries() == 0);
    CHECK(list.unreadable() == 1);
    REQUIRE(list.first_unreadable().size() == 1);
    CHECK(list.first_unreadable()[0].line == 2);
    CHECK(list.first_unreadable()[0].problem == c.problem);
    CHECK(list.first_unreadable()[0].text == c.shown);
  }
  std::string many;
  for (int i = 0; i < 25; ++i) many += "1.2.3.256\n";
  const IpList list = read(many);
  CHECK(list.unreadable() == 25);
  CHECK(list.first_unreadable().size() == kShownUnreadable);
  CHECK(list.first_unreadable().back().line == kShownUnreadable);
  const IpList wide = read("1.2.3.4 " + std::string(500, ' ') + "– 1.2.3.256");
  REQUIRE(wide.first_unreadable().size() == 1);
  CHECK(wide.first_unreadable()[0].text.size() < 80);
}

TEST_CASE("HP24-3.3 match: which own range, which entry, on which line") {
  const IpList list = read(
      "# Danh sách tháng "
      "11\n1.2.3.4\n10.0.0.0/8\n1.2.3.4\n10.1.1.1\n2001:db8::5\n1.2.3.1-1.2.3.9\n");
  CHECK(list.entries() == 6);
  CHECK(list.lines() == 7);
  CHECK(list.distinct() == 3);  // the others lie in these
  const std::vector<IpRange> own{
      range("1.2.3.9"),       range("1.2.3.10"),        range("9.255.255.255-10.0.0.0"),
      range("2001:db8::/64"), range("::ffff:10.9.9.9"), range("0.0.0.0/0")};
  const IpMatches matches = list.match(own, 100);
  struct Expected {
    std::size_t own;
    const char* listed;
    std::uint32_t line;
  };
  const std::vector<Expected> expected{{0, "1.2.3.1–1.2.3.9", 7}, {2, "10.0.0.0/8", 3},
                                       {3, "2001:db8::5", 6},     {4, "10.0.0.0/8", 3},
                                       {5, "1.2.3.1–1.2.3.9", 7}, {5, "10.0.0.0/8", 3}};
  REQUIRE(matches.found.size() == expected.size());
  CHECK(matches.total == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CAPTURE(i);
    CHECK(matches.found[i].own == expected[i].own);
    CHECK(ip_range_text(matches.found[i].listed) == expected[i].listed);
    CHECK(matches.found[i].line == expected[i].line);
  }
  const IpMatches two = list.match(own, 2);
  CHECK(two.found.size() == 2);
  CHECK(two.total == expected.size());
  CHECK(read("").match(own, 10).total == 0);
  CHECK(list.match({}, 10).total == 0);
}

TEST_CASE("HP24-3.3 match: what comparing each with each finds") {
  std::mt19937 random(1);
  const auto some = [&random](std::uint32_t below) {
    return static_cast<std::uint32_t>(random() % below);
  };
  for (int round = 0; round < 50; ++round) {
    std::vector<IpRange> listed;
    std::string text;
    for (std::uint32_t i = some(40); i > 0; --i) {
      const std::uint32_t first = some(200);
      const IpRange each{ipv4_address(first), ipv4_address(first + some(3) * some(30))};
      listed.push_back(each);
      text += ip_text(each.first) + "-" + ip_text(each.last) + "\n";
    }
    const IpList list = read(text);
    for (std::uint32_t first = 0; first < 260; ++first) {
      const IpRange own{ipv4_address(first), ipv4_address(first + some(4))};
      const bool expected = std::any_of(listed.begin(), listed.end(), [&](const IpRange& each) {
        return !(each.last < own.first) && !(own.last < each.first);
      });
      const IpMatches matches = list.match(std::vector{own}, 1000);
      CHECK((matches.total > 0) == expected);
      for (const IpMatch& match : matches.found) {
        CHECK(std::find(listed.begin(), listed.end(), match.listed) != listed.end());
        CHECK(listed[match.line - 1] == match.listed);
      }
    }
  }
}

TEST_CASE("HP24-3.3 list: it does not matter where the pieces are cut") {
  const std::string text =
      "IP: 1.2.3.4 – 1.2.3.9\r\n5[.]6[.]7[.]8:80\n1.2.3.256\nhxxp://[2001:db8[:]:1]/x, 10.0.0.0/8";
  const std::string whole = contents(text);
  CHECK(whole == "1.2.3.4–1.2.3.9 5.6.7.8 10.0.0.0/8 2001:db8::1 !1.2.3.256");
  for (std::size_t size = 1; size < text.size(); ++size) {
    IpListReader reader;
    for (std::size_t at = 0; at < text.size(); at += size)
      REQUIRE(reader.add(std::string_view(text).substr(at, size)).has_value());
    const Result<IpList> list = std::move(reader).end();
    REQUIRE(list.has_value());
    CHECK(contents(*list) == whole);
    CHECK(list->lines() == 4);
  }
}

TEST_CASE("HP24-3.3 list: a line longer than any is read in pieces, cut where no address is") {
  std::string line;
  std::size_t count = 0;
  while (line.size() < 5 * kMaxIpLineBytes) {
    line += "203.0." + std::to_string(count / 250) + "." + std::to_string(count % 250) + ", ";
    ++count;
  }
  const IpList list = read("1.2.3.4\n" + line + "\n5.6.7.8");
  CHECK(list.entries() == count + 2);
  CHECK(list.lines() == 3);
  CHECK(list.match(std::vector{range("5.6.7.8")}, 1).found.at(0).line == 3);
}

TEST_CASE("HP24-3.3 list: limits") {
  IpListReader large;
  const std::string piece(16U << 20U, ' ');
  for (int i = 0; i < 16; ++i) REQUIRE(large.add(piece).has_value());
  const Status too_large = large.add("x");
  REQUIRE_FALSE(too_large.has_value());
  CHECK(too_large.error().code == ErrorCode::ip_list_too_large);
  CHECK(large.add("").error().code == ErrorCode::ip_list_too_large);
  CHECK(std::move(large).end().error().code == ErrorCode::ip_list_too_large);

  IpListReader many;
  std::string entries;
  for (int i = 0; i < 100'000; ++i) entries += "1.2.3.4\n";
  for (int i = 0; i < 50; ++i) REQUIRE(many.add(entries).has_value());
  const Status too_many = many.add("1.2.3.4\n");
  REQUIRE_FALSE(too_many.has_value());
  CHECK(too_many.error() == Error{ErrorCode::ip_list_too_many_entries, "5000001", "5000000"});
  CHECK(std::move(many).end().error().code == ErrorCode::ip_list_too_many_entries);
}

TEST_CASE("HP24-3.3 list: twice as long takes about twice the time, whatever it is made of") {
  const auto seconds = [](const std::string& unit, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += unit;
    const auto begin = std::chrono::steady_clock::now();
    static_cast<void>(read(text));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  for (const char* unit :
       {"1",  "1.",        "1:", "a:",     "::",       "1::",         "1.2.3.4-", "1.2.3.4 - ",
        "a.", ":",         " ",  "-",      "1.2.3.4/", "[.]",         "1[.]",     "1[:]",
        "//", "//1.2.3.4", "%",  "1::1%a", "fe80::1-", "1.2.3.4     "}) {
    CAPTURE(unit);
    // A reader that is quadratic in a line would need minutes; a slow machine under sanitizers
    // needs less than a second.
    CHECK(seconds(unit, 512U << 10U) < 5.0);
  }
}
