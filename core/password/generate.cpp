#include "core/password/generate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace sokenh::password {

namespace {

constexpr int kMinLength = 4;
constexpr int kMaxLength = 64;
constexpr int kMinWords = 3;
constexpr int kMaxWords = 12;
// Whole strings drawn until one has every class: four characters of four classes succeed once in
// fifteen times.
constexpr std::size_t kAttempts = 512;

struct CharacterClass {
  std::string_view all;
  std::string_view without_lookalikes;
};
constexpr std::array<CharacterClass, 4> kClasses{{
    {"abcdefghijklmnopqrstuvwxyz", "abcdefghijkmnpqrstuvwxyz"},
    {"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ABCDEFGHJKLMNPQRSTUVWXYZ"},
    {"0123456789", "23456789"},
    {"!@#$%^&*()-_=+[]{};:,.?/", "!@#$%^&*-_=+;:,.?"},
}};

// Numbers of 16 bits from the bytes; below `bound` by rejection, so that each is equally likely.
class Draws {
 public:
  explicit Draws(std::span<const std::uint8_t> random) : random_(random) {}

  std::optional<std::size_t> below(std::size_t bound) {
    const std::size_t limit = 65536 - 65536 % bound;
    while (random_.size() >= 2) {
      const std::size_t drawn = random_[0] | static_cast<std::size_t>(random_[1]) << 8U;
      random_ = random_.subspan(2);
      if (drawn < limit) return drawn % bound;
    }
    return std::nullopt;
  }

 private:
  std::span<const std::uint8_t> random_;
};

struct Alphabet {
  std::vector<std::string_view> classes;
  std::size_t size = 0;

  char at(std::size_t index) const {
    for (const std::string_view each : classes) {
      if (index < each.size()) return each[index];
      index -= each.size();
    }
    return '\0';
  }
};

Alphabet alphabet_of(const RandomRecipe& recipe) {
  const std::array<bool, 4> asked{recipe.lower, recipe.upper, recipe.digit, recipe.special};
  const bool none = std::none_of(asked.begin(), asked.end(), [](bool each) { return each; });
  Alphabet alphabet;
  for (std::size_t i = 0; i < kClasses.size(); ++i) {
    if (!asked[i] && !none) continue;
    alphabet.classes.push_back(recipe.without_lookalikes ? kClasses[i].without_lookalikes
                                                         : kClasses[i].all);
    alphabet.size += alphabet.classes.back().size();
  }
  return alphabet;
}

std::size_t length_of(const RandomRecipe& recipe) {
  return static_cast<std::size_t>(std::clamp(recipe.length, kMinLength, kMaxLength));
}

// log2 of the number of strings that have every class: by inclusion and exclusion.
double entropy_of(const Alphabet& alphabet, std::size_t length) {
  double share = 0;
  for (unsigned left_out = 0; left_out < 1U << alphabet.classes.size(); ++left_out) {
    std::size_t size = alphabet.size;
    double sign = 1;
    for (std::size_t i = 0; i < alphabet.classes.size(); ++i) {
      if ((left_out >> i & 1U) == 0) continue;
      size -= alphabet.classes[i].size();
      sign = -sign;
    }
    share += sign * std::pow(static_cast<double>(size) / static_cast<double>(alphabet.size),
                             static_cast<double>(length));
  }
  return static_cast<double>(length) * std::log2(static_cast<double>(alphabet.size)) +
         std::log2(share);
}

bool has_every_class(std::string_view text, const Alphabet& alphabet) {
  return std::all_of(alphabet.classes.begin(), alphabet.classes.end(), [&](std::string_view each) {
    return text.find_first_of(each) != std::string_view::npos;
  });
}

int word_count(const PassphraseRecipe& recipe) {
  return std::clamp(recipe.words, kMinWords, kMaxWords);
}

}  // namespace

std::size_t random_bytes_for(const RandomRecipe& recipe) {
  return 2 * kAttempts * length_of(recipe);
}

// A draw is rejected less than once in two times.
std::size_t random_bytes_for(const PassphraseRecipe& recipe) {
  return 2 * 64 * static_cast<std::size_t>(word_count(recipe) + 1);
}

int words_for(double entropy_bits, const WordList& words, bool digit) {
  const auto count = static_cast<double>(words.passphrase_words().size());
  if (count < 2) return kMaxWords;
  const double needed = entropy_bits - (digit ? std::log2(10.0) : 0);
  return static_cast<int>(
      std::clamp(std::ceil(needed / std::log2(count)), double{kMinWords}, double{kMaxWords}));
}

std::optional<Generated> generate(const RandomRecipe& recipe,
                                  std::span<const std::uint8_t> random) {
  const Alphabet alphabet = alphabet_of(recipe);
  const std::size_t length = length_of(recipe);
  Draws draws(random);
  SecretVector<char> text(length);
  for (;;) {
    for (char& c : text) {
      const std::optional<std::size_t> drawn = draws.below(alphabet.size);
      if (!drawn) return std::nullopt;
      c = alphabet.at(*drawn);
    }
    const std::string_view view(text.data(), text.size());
    if (has_every_class(view, alphabet)) {
      return Generated{SecretText(view), entropy_of(alphabet, length)};
    }
  }
}

std::optional<Generated> generate(const PassphraseRecipe& recipe, const WordList& words,
                                  std::span<const std::uint8_t> random) {
  const std::span<const std::string> list = words.passphrase_words();
  if (list.size() < 2 || list.size() > 65536) return std::nullopt;
  Draws draws(random);
  Generated made;
  const int count = word_count(recipe);
  for (int i = 0; i < count; ++i) {
    const std::optional<std::size_t> drawn = draws.below(list.size());
    if (!drawn) return std::nullopt;
    const std::string_view word = list[*drawn];
    // Without a separator or a capital, different words could make the same text.
    const bool capital = recipe.capitals || recipe.separator == '\0';
    if (i > 0 && recipe.separator != '\0') made.text.append({&recipe.separator, 1});
    const char first = capital ? static_cast<char>(word[0] - 'a' + 'A') : word[0];
    made.text.append({&first, 1});
    made.text.append(word.substr(1));
    made.entropy_bits += std::log2(static_cast<double>(list.size()));
  }
  if (recipe.digit) {
    const std::optional<std::size_t> drawn = draws.below(10);
    if (!drawn) return std::nullopt;
    const char digit = static_cast<char>('0' + *drawn);
    made.text.append({&digit, 1});
    made.entropy_bits += std::log2(10.0);
  }
  return made;
}

}  // namespace sokenh::password
