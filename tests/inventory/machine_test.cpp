// HP24-3.3: the unit's machines and the addresses they have.
#include "core/inventory/machine.h"

#include <doctest/doctest.h>

#include <set>

using namespace sokenh;

TEST_CASE("HP24-3.3 machines: every field has its key, and keeps what is written") {
  std::set<std::string_view> keys;
  for (const MachineField field : machine_fields()) {
    const std::string_view key = machine_field_key(field);
    CAPTURE(key);
    CHECK(keys.insert(key).second);
    CHECK(parse_machine_field_key(key) == field);
    Machine machine;
    const char* const text = field == MachineField::kind ? "server" : "Phòng 2";
    CHECK(set_machine_text(machine, field, text));
    CHECK(machine_text(machine, field) == text);
    CHECK(machine != Machine{});
    const bool says_which = field == MachineField::name || field == MachineField::addresses;
    CHECK(is_blank(machine) != says_which);
  }
  CHECK(keys.size() == 6);
  Machine server;
  CHECK_FALSE(set_machine_text(server, MachineField::kind, "Máy chủ"));
  CHECK(server.kind.empty());
  for (const std::string_view kind : machine_kind_keys())
    CHECK(set_machine_text(server, MachineField::kind, kind));
  CHECK(set_machine_text(server, MachineField::kind, ""));
  CHECK_FALSE(parse_machine_field_key("magic"));
}

TEST_CASE("HP24-3.3 machines: ranges of all of them, each with its machine, unreadable ones too") {
  Machine first;
  first.addresses = "10.0.0.5; 2001:db8::/64";
  Machine second;
  Machine third;
  third.addresses = "10.0.1.1 – 10.0.1.9, 10.0.1.010, DHCP";
  const std::vector<OwnRange> ranges = own_ranges(std::vector{first, second, third});
  REQUIRE(ranges.size() == 5);
  struct Expected {
    std::size_t machine;
    const char* written;
    IpProblem problem;
  };
  const Expected expected[] = {{0, "10.0.0.5", IpProblem::none},
                               {0, "2001:db8::/64", IpProblem::none},
                               {2, "10.0.1.1 – 10.0.1.9", IpProblem::none},
                               {2, "10.0.1.010", IpProblem::leading_zero},
                               {2, "DHCP", IpProblem::not_an_address}};
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    CAPTURE(i);
    CHECK(ranges[i].machine == expected[i].machine);
    CHECK(ranges[i].written == expected[i].written);
    CHECK(ranges[i].reading.problem == expected[i].problem);
  }
  CHECK(ip_range_text(ranges[2].reading.range) == "10.0.1.1–10.0.1.9");
}

TEST_CASE("HP24-3.3 machines: one that is on no network says so") {
  for (const char* said : {"không nối mạng", "Không", "KHÔNG KẾT NỐI MẠNG", " offline "}) {
    CAPTURE(said);
    CHECK(says_no_network(said));
    Machine machine;
    machine.addresses = said;
    CHECK(own_ranges(std::vector{machine}).empty());
  }
  for (const char* said : {"", "DHCP", "10.0.0.1 không nối mạng", "không nhớ"}) {
    CAPTURE(said);
    CHECK_FALSE(says_no_network(said));
  }
}
