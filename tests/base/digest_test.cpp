#include "core/base/digest.h"

#include <doctest/doctest.h>

#include <string>

using namespace sokenh;

TEST_CASE("FIPS 180-4: the examples of SHA-256, whole and in pieces of any size") {
  struct Case {
    std::string text;
    const char* digest;
  };
  const Case cases[] = {
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
      {std::string(1'000'000, 'a'),
       "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
  };
  for (const Case& each : cases) {
    CHECK(hex(sha256(each.text)) == each.digest);
    for (const std::size_t piece :
         {std::size_t{1}, std::size_t{63}, std::size_t{64}, std::size_t{4096}}) {
      Sha256 digest;
      for (std::size_t at = 0; at < each.text.size(); at += piece)
        digest.add(std::string_view(each.text).substr(at, piece));
      CHECK(hex(digest.end()) == each.digest);
    }
  }
}
