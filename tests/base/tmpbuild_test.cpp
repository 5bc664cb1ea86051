#include <doctest/doctest.h>
#include <sodium.h>
#include <array>
#include <nlohmann/json.hpp>
#include "core/policy/embedded_packs.h"
TEST_CASE("tmp") {
  CHECK(sodium_init() >= 0);
  std::array<unsigned char, 32> a{}, b{};
  randombytes_buf(a.data(), 32);
  randombytes_buf(b.data(), 32);
  CHECK(a != b);
  CHECK_THROWS((void)nlohmann::json::parse("{"));
  CHECK(sokenh::embedded_packs().size() < 100);
}
