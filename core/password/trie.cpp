#include "core/password/trie.h"

#include <algorithm>
#include <array>

#include "core/text/ascii.h"

namespace sokenh::password {

namespace {

constexpr std::array<std::uint8_t, 128> make_symbols() {
  std::array<std::uint8_t, 128> symbols{};
  for (std::uint8_t& symbol : symbols) symbol = kNoSymbol;
  for (std::uint8_t i = 0; i < 26; ++i) symbols[static_cast<std::size_t>('a') + i] = i;
  for (std::uint8_t i = 0; i < 10; ++i) {
    symbols[static_cast<std::size_t>('0') + i] = static_cast<std::uint8_t>(26 + i);
  }
  std::uint8_t next = 36;
  for (const char c : kTrieSymbols) symbols[static_cast<unsigned char>(c)] = next++;
  return symbols;
}
constexpr std::array<std::uint8_t, 128> kSymbols = make_symbols();
static_assert(36 + kTrieSymbols.size() <= 64);

}  // namespace

std::uint8_t trie_symbol(char32_t character) {
  return character < kSymbols.size() ? kSymbols[character] : kNoSymbol;
}

bool TrieBuilder::add(std::string_view word, std::uint32_t value) {
  if (word.empty()) return false;
  const std::size_t begin = symbols_.size();
  for (const char c : word) {
    const std::uint8_t symbol = trie_symbol(static_cast<unsigned char>(c));
    if (symbol == kNoSymbol) {
      symbols_.resize(begin);
      return false;
    }
    symbols_.push_back(static_cast<char>(symbol));
  }
  words_.push_back(
      {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(word.size()), value});
  return true;
}

void TrieBuilder::sort() {
  std::stable_sort(words_.begin(), words_.end(), [this](const Entry& a, const Entry& b) {
    return symbols_of(a) < symbols_of(b);
  });
}

Trie TrieBuilder::build_sorted() const {
  Trie trie;
  if (words_.empty()) return trie;
  // Level by level: the words below a node are a range of the sorted words, and its children lie
  // one after another.
  struct Range {
    std::size_t begin, end;  // in words_
    std::uint32_t depth;
  };
  std::vector<Range> ranges{{0, words_.size(), 0}};
  trie.nodes_.emplace_back();
  for (std::size_t node = 0; node < ranges.size(); ++node) {
    auto [begin, end, depth] = ranges[node];
    if (begin < end && words_[begin].length == depth) {
      trie.nodes_[node].value = words_[begin].value;
      ++begin;
    }
    trie.nodes_[node].children = static_cast<std::uint32_t>(ranges.size());
    while (begin < end) {
      const char symbol = symbols_[words_[begin].begin + depth];
      std::size_t next = begin + 1;
      while (next < end && symbols_[words_[next].begin + depth] == symbol) ++next;
      trie.nodes_[node].symbols |= std::uint64_t{1} << static_cast<unsigned>(symbol);
      ranges.push_back({begin, next, depth + 1});
      trie.nodes_.emplace_back();
      begin = next;
    }
  }
  trie.nodes_.shrink_to_fit();
  return trie;
}

}  // namespace sokenh::password
