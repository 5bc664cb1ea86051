#include "core/password/word_list.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

#include "tests/password/words.h"

using namespace sokenh;
using namespace sokenh::password;

namespace {

Result<WordList> read(std::string_view bytes) {
  return WordList::read({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

struct Section {
  WordKind kind;
  int tenths;
  int flags;
  std::vector<std::string> words;
};

std::string file_of(const std::vector<Section>& sections) {
  std::string file = "SKWL\x01";
  file += static_cast<char>(sections.size());
  for (const Section& section : sections) {
    file += static_cast<char>(section.kind);
    file += static_cast<char>(section.tenths);
    file += static_cast<char>(section.flags);
    file += static_cast<char>(section.words.size());
    for (const std::string& word : section.words) {
      file += '\0';
      file += static_cast<char>(word.size());
      file += word;
    }
  }
  return file;
}

const std::vector<Section> kSections = {
    {WordKind::common, 5, 0, {"haiphong", "p@ssw0rd", "qwerty"}},
    {WordKind::place, 3, 0, {"Hải Phòng", "Bà Rịa Vũng Tàu"}},
    {WordKind::word, 31, kPassphraseWords, {"hoa sữa", "ánh trăng", "cây đa"}},
};

}  // namespace

TEST_CASE("Word list: words are found by their plain letters and shown as meant") {
  const Result<WordList> list = read(file_of(kSections));
  REQUIRE(list);
  const auto find = [&](std::string_view word) {
    std::uint32_t node = Trie::kRoot;
    for (const char c : word) {
      node = list->trie().child(node, trie_symbol(static_cast<unsigned char>(c)));
      if (node == Trie::kNone) return Trie::kNone;
    }
    return list->trie().value(node);
  };
  CHECK(list->word(find("bariavungtau")).meant == "Bà Rịa Vũng Tàu");
  CHECK(list->word(find("p@ssw0rd")).kind == WordKind::common);
  CHECK(list->word(find("hoasua")).log10_guesses == doctest::Approx(3.1));
  // Twice there: by what is guessed first.
  CHECK(list->word(find("haiphong")).meant == "Hải Phòng");
  CHECK(find("haiphon") == Trie::kNone);
  CHECK(find("hanoi") == Trie::kNone);
  const std::vector<std::string> phrase(list->passphrase_words().begin(),
                                        list->passphrase_words().end());
  CHECK(phrase == std::vector<std::string>{"anhtrang", "cayda", "hoasua"});
}

TEST_CASE("Word list: words that begin alike are written once") {
  std::string file = "SKWL\x01\x01";
  file += std::string("\x06\x05\x00\x02", 4);
  file += std::string("\x00\x04", 2) + "abcd" + std::string("\x03\x02", 2) + "ef";
  const Result<WordList> list = read(file);
  REQUIRE(list);
  CHECK(list->word(1).meant == "abcef");
}

TEST_CASE("Word list: what is damaged is refused, with the place") {
  const std::string good = file_of(kSections);
  REQUIRE(read(good));
  for (std::size_t size = 0; size < good.size(); ++size) {
    CAPTURE(size);
    const Result<WordList> list = read(std::string_view(good).substr(0, size));
    REQUIRE_FALSE(list);
    CHECK(list.error().code == ErrorCode::word_list_damaged);
    CHECK(list.error().place.starts_with("byte "));
  }
  CHECK_FALSE(read(good + "x"));
  CHECK_FALSE(read("SKWX" + good.substr(4)));
  CHECK_FALSE(read(file_of({{static_cast<WordKind>(8), 5, 0, {"abc"}}})));
  CHECK_FALSE(read(file_of({{WordKind::place, 5, 2, {"abc"}}})));
  CHECK_FALSE(read(file_of({{WordKind::place, 5, 0, {""}}})));
  CHECK_FALSE(read(file_of({{WordKind::place, 5, 0, {"\xFF"}}})));
  CHECK_FALSE(read(file_of({{WordKind::place, 5, 0, {"中"}}})));
  CHECK_FALSE(read(file_of({{WordKind::place, 5, 0, {std::string(101, 'a')}}})));
  // More words than there are bytes, and a number in more bytes than it needs.
  CHECK_FALSE(read(std::string("SKWL\x01\x01\x06\x05\x00\xFF\x7F", 11)));
  CHECK_FALSE(read(std::string("SKWL\x01\x01\x06\x05\x00\x81\x00\x00\x01", 13) + "a"));
}

TEST_CASE("Word list: a newer version says so") {
  std::string file = file_of(kSections);
  file[4] = 2;
  const Result<WordList> list = read(file);
  REQUIRE_FALSE(list);
  CHECK(list.error().code == ErrorCode::word_list_newer_version);
  CHECK(list.error().detail == "2");
}

TEST_CASE("Word list: the order of the dictionaries does not matter") {
  std::vector<Section> sections = kSections;
  sections.push_back({WordKind::office, 5, 0, {"Hải Phòng", "qwerty"}});
  const Result<WordList> first = read(file_of(sections));
  REQUIRE(first);
  const PasswordContext context = no_unit();
  std::mt19937 random(1);
  for (int i = 0; i < 20; ++i) {
    std::shuffle(sections.begin(), sections.end(), random);
    const Result<WordList> other = read(file_of(sections));
    REQUIRE(other);
    for (const char* text : {"haiphong2023", "qwerty", "hoasuacayda", "BariaVungtau@1"}) {
      const PasswordEstimate a = estimate(text, *first, context);
      const PasswordEstimate b = estimate(text, *other, context);
      CHECK(a.log10_guesses == b.log10_guesses);
      REQUIRE(a.parts.size() == b.parts.size());
      for (std::size_t part = 0; part < a.parts.size(); ++part) {
        CHECK(a.parts[part].kind == b.parts[part].kind);
        CHECK(a.parts[part].meant == b.parts[part].meant);
      }
    }
  }
}

TEST_CASE("Word list: the one that ships has every kind, and words enough for passphrases") {
  const WordList& list = shipped_words();
  CHECK(list.size() > 45'000);
  CHECK(list.passphrase_words().size() >= 1024);
  std::vector<std::size_t> counts(kWordKindCount);
  for (std::uint32_t i = 0; i < list.size(); ++i) {
    ++counts[static_cast<std::size_t>(list.word(i).kind)];
  }
  for (const WordKind kind :
       {WordKind::common, WordKind::english, WordKind::syllable, WordKind::word,
        WordKind::family_name, WordKind::given_name, WordKind::place, WordKind::office}) {
    CAPTURE(static_cast<int>(kind));
    CHECK(counts[static_cast<std::size_t>(kind)] > 100);
  }
  CHECK(shipped_words_file().size() < 400'000);
}
