// Trie: words over the 64 characters passwords are mostly made of, for walking letter by letter.
//
// A node is 16 bytes: a bit for each character that goes on, and where its children begin; they lie
// in the order of the bits, so that a step is one mask and one population count.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sokenh::password {

// 0..25 a–z, 26..35 0–9, then the symbols below; kNoSymbol for all others.
inline constexpr std::uint8_t kNoSymbol = 0xFF;
inline constexpr std::string_view kTrieSymbols = "!@#$%^&*()-_=+.,;:/?<>[]'~|\\";
std::uint8_t trie_symbol(char32_t character);

class Trie {
 public:
  static constexpr std::uint32_t kRoot = 0;
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  bool empty() const { return nodes_.empty(); }

  // kNone when no word goes on so. `node` is of this trie, `symbol` below 64.
  std::uint32_t child(std::uint32_t node, std::uint8_t symbol) const {
    const Node& from = nodes_[node];
    const std::uint64_t bit = std::uint64_t{1} << symbol;
    if ((from.symbols & bit) == 0) return kNone;
    return from.children + static_cast<std::uint32_t>(std::popcount(from.symbols & (bit - 1)));
  }
  // Of the word that ends here, kNone when none does.
  std::uint32_t value(std::uint32_t node) const { return nodes_[node].value; }

 private:
  friend class TrieBuilder;
  struct Node {
    std::uint64_t symbols = 0;
    std::uint32_t children = 0;
    std::uint32_t value = kNone;
  };
  std::vector<Node> nodes_;
};

class TrieBuilder {
 public:
  // Words with other characters, and the empty one, are left out: false.
  bool add(std::string_view word, std::uint32_t value);
  std::size_t size() const { return words_.size(); }
  // Of equal words the one with the least `rank_of(value)` stays, of these the first added.
  template <class RankOf>
  Trie build(RankOf rank_of);

 private:
  struct Entry {
    std::uint32_t begin = 0;  // in symbols_
    std::uint32_t length = 0;
    std::uint32_t value = 0;
  };
  std::string_view symbols_of(const Entry& entry) const {
    return std::string_view(symbols_).substr(entry.begin, entry.length);
  }
  void sort();
  Trie build_sorted() const;

  std::string symbols_;
  std::vector<Entry> words_;
};

template <class RankOf>
Trie TrieBuilder::build(RankOf rank_of) {
  sort();
  std::size_t kept = 0;
  for (const Entry& entry : words_) {
    if (kept > 0 && symbols_of(words_[kept - 1]) == symbols_of(entry)) {
      if (rank_of(entry.value) < rank_of(words_[kept - 1].value)) words_[kept - 1] = entry;
    } else {
      words_[kept++] = entry;
    }
  }
  words_.resize(kept);
  return build_sorted();
}

}  // namespace sokenh::password
