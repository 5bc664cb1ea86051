// FoldedText: a text as text::fold() has it, with the place in the text of each of its letters, so
// that what stands behind a word found without its diacritics can be shown with them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sokenh::page {

class FoldedText {
 public:
  // `source` must outlive it.
  explicit FoldedText(std::string_view source);

  std::string_view folded() const { return folded_; }
  std::string_view source() const { return source_; }
  // The source from where the folded text has its byte `at`.
  std::string_view source_from(std::size_t at) const { return source_.substr(place(at)); }
  std::string_view source_until(std::size_t at) const { return source_.substr(0, place(at)); }

 private:
  std::size_t place(std::size_t at) const {
    return at < places_.size() ? places_[at] : source_.size();
  }

  std::string_view source_;
  std::string folded_;
  std::vector<std::uint32_t> places_;
};

bool is_word_byte(char c);
// Where `words` stand in `folded` as words of their own, from `from` on; npos.
std::size_t find_words(std::string_view folded, std::string_view words, std::size_t from = 0);
bool has_words(std::string_view folded, std::string_view words);
bool begins_with_words(std::string_view folded, std::string_view words);

// At most `bytes`, cut between characters; «…» says that something is missing.
std::string shortened(std::string_view text, std::size_t bytes);

}  // namespace sokenh::page
