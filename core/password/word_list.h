// WordList: the words an attacker who knows Vietnamese people tries, by how early they are tried.
//
// Read once from one file (scripts/password_words.mjs builds it and describes it below), then only
// looked at. All words are one trie over their plain letters (lower case, no diacritics, no
// spaces), because passwords are typed without spaces: «Hải Phòng» is found as "haiphong".
//
// The file: "SKWL", a byte 1 (version), a byte: the number of sections; then the sections, each
//   kind (a byte: WordKind), tenths of log10 of the guesses it takes to come to one of these words
//   (a byte), flags (a byte, WordFlags), the number of words (varint),
//   then for each word, in the order of their bytes: the bytes it has in common with the one before
//   (varint), the bytes that follow (varint), these bytes (UTF-8).
// Words are written as meant, «Hải Phòng»; their plain letters are made here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/password/trie.h"

namespace sokenh::password {

enum class WordKind : std::uint8_t {
  common,    // passwords that leaked often
  english,   // English words
  syllable,  // one Vietnamese syllable
  word,      // Vietnamese words of two syllables and more
  family_name,
  given_name,  // and middle names
  place,       // provinces, districts, communes, cities
  office       // offices, schools, posts, systems, and their abbreviations
};
inline constexpr std::size_t kWordKindCount = 8;

// Of a section, in the file.
enum WordFlags : std::uint8_t { kPassphraseWords = 1 };  // generated passphrases take these

struct Word {
  std::string_view meant;  // «Hải Phòng»; lives as long as the list
  WordKind kind = WordKind::common;
  float log10_guesses = 0;
};

class WordList {
 public:
  // Finds nothing.
  WordList() = default;

  // Errors: word_list_damaged, word_list_newer_version.
  static Result<WordList> read(std::span<const std::uint8_t> bytes);

  bool empty() const { return words_.empty(); }
  std::size_t size() const { return words_.size(); }
  Word word(std::uint32_t index) const;
  // Its values are indices of words.
  const Trie& trie() const { return trie_; }

  // Without diacritics and spaces, each once, in the order of the alphabet.
  std::span<const std::string> passphrase_words() const { return passphrase_words_; }

 private:
  struct Entry {
    std::uint32_t begin = 0;  // in meant_
    std::uint8_t bytes = 0;
    WordKind kind = WordKind::common;
    std::uint8_t tenths = 0;  // of log10
  };
  std::string meant_;
  std::vector<Entry> words_;
  std::vector<std::string> passphrase_words_;
  Trie trie_;
};

}  // namespace sokenh::password
