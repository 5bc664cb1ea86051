#include "core/password/generate.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <map>
#include <random>
#include <set>
#include <string>

#include "core/password/policy_check.h"
#include "tests/password/words.h"

using namespace sokenh;
using namespace sokenh::password;

namespace {

std::vector<std::uint8_t> bytes(std::mt19937& random, std::size_t count) {
  std::vector<std::uint8_t> made(count);
  for (std::uint8_t& byte : made) byte = static_cast<std::uint8_t>(random());
  return made;
}

bool has_any(std::string_view text, std::string_view characters) {
  return text.find_first_of(characters) != std::string_view::npos;
}

}  // namespace

TEST_CASE("Generated: random passwords have the length and every class asked for") {
  std::mt19937 random(1);
  for (int length = 4; length <= 64; length += 5) {
    for (unsigned classes = 1; classes < 16; ++classes) {
      const RandomRecipe recipe{length,
                                (classes & 1U) != 0,
                                (classes & 2U) != 0,
                                (classes & 4U) != 0,
                                (classes & 8U) != 0,
                                classes % 2 == 0};
      const auto made = generate(recipe, bytes(random, random_bytes_for(recipe)));
      REQUIRE(made);
      const std::string text(made->text.view());
      CAPTURE(text);
      CHECK(text.size() == static_cast<std::size_t>(length));
      CHECK(has_any(text, "abcdefghijklmnopqrstuvwxyz") == recipe.lower);
      CHECK(has_any(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == recipe.upper);
      CHECK(has_any(text, "0123456789") == recipe.digit);
      CHECK(has_any(text, "!@#$%^&*()-_=+[]{};:,.?/") == recipe.special);
      if (recipe.without_lookalikes) CHECK_FALSE(has_any(text, "lIO01"));
    }
  }
}

TEST_CASE("Generated: lengths and word counts beyond the limits become the nearest") {
  std::mt19937 random(2);
  const RandomRecipe longest{1000, true, true, true, true, true};
  const RandomRecipe shortest{-3, true, false, false, false, true};
  CHECK(generate(longest, bytes(random, random_bytes_for(longest)))->text.size() == 64);
  CHECK(generate(shortest, bytes(random, random_bytes_for(shortest)))->text.size() == 4);
  const RandomRecipe none{12, false, false, false, false, true};
  CHECK(has_any(generate(none, bytes(random, random_bytes_for(none)))->text.view(),
                "!@#$%^&*-_=+;:,.?"));
}

TEST_CASE("Generated: too few random bytes make nothing") {
  std::mt19937 random(3);
  CHECK_FALSE(generate(RandomRecipe{}, bytes(random, 31)));
  CHECK_FALSE(generate(PassphraseRecipe{}, shipped_words(), bytes(random, 9)));
  CHECK_FALSE(generate(PassphraseRecipe{}, WordList(), bytes(random, 1000)));
}

TEST_CASE("Generated: every character is equally likely") {
  std::mt19937 random(4);
  const RandomRecipe recipe{64, true, false, false, false, false};
  std::map<char, int> counts;
  constexpr int kPasswords = 2000;
  for (int i = 0; i < kPasswords; ++i) {
    const auto made = generate(recipe, bytes(random, random_bytes_for(recipe)));
    REQUIRE(made);
    for (const char c : made->text.view()) ++counts[c];
  }
  REQUIRE(counts.size() == 26);
  const double expected = kPasswords * 64 / 26.0;
  double chi_square = 0;
  for (const auto& [c, count] : counts)
    chi_square += (count - expected) * (count - expected) / expected;
  CHECK(chi_square < 60);  // 25 degrees of freedom: beyond it once in 10,000 times
}

TEST_CASE("Generated: numbers beyond the last whole multiple are drawn anew") {
  // 26 letters: 65,536 is 2,520 times 26 and 16; a draw of 65,520 and more would favour a to p.
  std::vector<std::uint8_t> random{0xF0, 0xFF, 0xFF, 0xFF};
  for (const std::uint8_t low : std::initializer_list<std::uint8_t>{0, 1, 25, 26}) {
    random.insert(random.end(), {low, 0});
  }
  const RandomRecipe recipe{4, true, false, false, false, false};
  const auto made = generate(recipe, random);
  REQUIRE(made);
  CHECK(made->text.view() == "abza");
}

TEST_CASE("Generated: the entropy stated is that of the passwords that can come") {
  std::mt19937 random(5);
  const auto of = [&random](const RandomRecipe& recipe) {
    return generate(recipe, bytes(random, random_bytes_for(recipe)))->entropy_bits;
  };
  CHECK(of({16, true, false, false, false, false}) == doctest::Approx(16 * std::log2(26)));
  // Four letters or digits with one of each at least: 36^4 - 26^4 - 10^4.
  CHECK(of({4, true, false, true, false, false}) ==
        doctest::Approx(std::log2(1679616.0 - 456976 - 10000)));
  const PassphraseRecipe phrase{5, '-', true, true};
  const auto made = generate(phrase, shipped_words(), bytes(random, random_bytes_for(phrase)));
  REQUIRE(made);
  const auto words = static_cast<double>(shipped_words().passphrase_words().size());
  CHECK(made->entropy_bits == doctest::Approx(5 * std::log2(words) + std::log2(10)));
}

TEST_CASE("Generated: passphrases are words without diacritics, no two the same") {
  std::mt19937 random(6);
  const std::set<std::string> list(shipped_words().passphrase_words().begin(),
                                   shipped_words().passphrase_words().end());
  std::set<std::string> seen;
  for (int i = 0; i < 300; ++i) {
    const PassphraseRecipe recipe{4, ' ', false, false};
    const auto made = generate(recipe, shipped_words(), bytes(random, random_bytes_for(recipe)));
    REQUIRE(made);
    std::string text(made->text.view());
    CHECK(seen.insert(text).second);
    text += ' ';
    int words = 0;
    for (std::size_t begin = 0; begin < text.size(); ++words) {
      const std::size_t end = text.find(' ', begin);
      CHECK(list.count(text.substr(begin, end - begin)) == 1);
      begin = end + 1;
    }
    CHECK(words == 4);
  }
}

TEST_CASE("Generated: without a separator capitals keep words apart") {
  std::mt19937 random(7);
  const PassphraseRecipe recipe{3, '\0', false, false};
  const auto made = generate(recipe, shipped_words(), bytes(random, random_bytes_for(recipe)));
  REQUIRE(made);
  const std::string_view text = made->text.view();
  CHECK(std::count_if(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) == 3);
}

TEST_CASE("Generated: as many words as the entropy takes") {
  const WordList& words = shipped_words();  // 10.3 bits a word
  CHECK(words_for(50, words, false) == 5);
  CHECK(words_for(50, words, true) == 5);
  CHECK(words_for(44, words, true) == 4);
  CHECK(words_for(1, words, false) == 3);
  CHECK(words_for(1000, words, false) == 12);
}

TEST_CASE("Generated: what has 50 bits and more scores 3 and more") {
  std::mt19937 random(8);
  for (int i = 0; i < 3000; ++i) {
    const PassphraseRecipe phrase{5 + i % 3, "-. \0_"[i % 5], i % 2 == 0, i % 4 < 2};
    const RandomRecipe recipe{10 + i % 10, true, i % 2 == 0, true, i % 3 == 0, i % 5 == 0};
    for (const auto& made :
         {generate(phrase, shipped_words(), bytes(random, random_bytes_for(phrase))),
          generate(recipe, bytes(random, random_bytes_for(recipe)))}) {
      REQUIRE(made);
      if (made->entropy_bits < 50) continue;
      const std::string text(made->text.view());
      CAPTURE(text);
      CHECK(estimate_of(text).score >= 3);
    }
  }
}

TEST_CASE("Generated: both kinds pass the strictest dispatches") {
  std::mt19937 random(9);
  std::vector<const Pack*> packs;
  for (const Pack& pack : builtin_packs()) packs.push_back(&pack);
  const PasswordContext context = no_unit();
  for (int i = 0; i < 300; ++i) {
    for (const auto& made :
         {generate(PassphraseRecipe{}, shipped_words(),
                   bytes(random, random_bytes_for(PassphraseRecipe{}))),
          generate(RandomRecipe{}, bytes(random, random_bytes_for(RandomRecipe{})))}) {
      REQUIRE(made);
      const std::string text(made->text.view());
      CAPTURE(text);
      CHECK(check_policy(text, estimate_of(text), context, packs).passed);
    }
  }
}
