// New passwords, from random bytes that the caller took from a secure source.
//
// Every password of the kind asked for is equally likely: numbers are drawn by rejection, and a
// string without one of the classes is drawn anew as a whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "core/password/secret_text.h"
#include "core/password/word_list.h"

namespace sokenh::password {

struct Generated {
  SecretText text;
  double entropy_bits = 0;  // log2 of the number of equally likely passwords
};

struct RandomRecipe {
  int length = 16;  // 4..64 characters; others are brought to the nearest
  bool lower = true, upper = true, digit = true, special = true;  // none: as if all
  bool without_lookalikes = true;                                 // no l I 1 | O 0 and the like
};
std::size_t random_bytes_for(const RandomRecipe& recipe);

struct PassphraseRecipe {
  int words = 5;         // 3..12
  char separator = '-';  // '\0': none, each word then begins with a capital
  bool capitals = true;  // each word begins with one
  bool digit = true;     // one digit at the end, as dispatches ask for; 3.3 bits
};
std::size_t random_bytes_for(const PassphraseRecipe& recipe);

// Fewest words with so much entropy, within 3..12.
int words_for(double entropy_bits, const WordList& words, bool digit);

// nullopt when the bytes did not suffice: the caller takes fresh ones. With as many as
// random_bytes_for() says, less than once in 2^40 times.
std::optional<Generated> generate(const RandomRecipe& recipe, std::span<const std::uint8_t> random);
// nullopt also when the list has no words.
std::optional<Generated> generate(const PassphraseRecipe& recipe, const WordList& words,
                                  std::span<const std::uint8_t> random);

}  // namespace sokenh::password
