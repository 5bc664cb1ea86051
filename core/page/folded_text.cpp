#include "core/page/folded_text.h"

#include "core/text/ascii.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace sokenh::page {

FoldedText::FoldedText(std::string_view source) : source_(source) {
  folded_.reserve(source.size());
  places_.reserve(source.size());
  bool space = false;
  for (std::size_t at = 0; at < source.size();) {
    const text::DecodedCodePoint next = text::decode_code_point(source, at);
    if (text::is_space(next.code_point)) {
      space = !folded_.empty();
    } else {
      const std::string piece = next.code_point < 0x80
                                    ? std::string(1, text::ascii_lower(source[at]))
                                    : text::fold(source.substr(at, next.bytes));
      if (space && !piece.empty()) {
        folded_.push_back(' ');
        places_.push_back(static_cast<std::uint32_t>(at));
        space = false;
      }
      folded_ += piece;
      places_.resize(folded_.size(), static_cast<std::uint32_t>(at));
    }
    at += next.bytes;
  }
}

bool is_word_byte(char c) { return text::is_ascii_alphanumeric(c) || !text::is_ascii(c); }

std::size_t find_words(std::string_view folded, std::string_view words, std::size_t from) {
  for (std::size_t at = folded.find(words, from); at != std::string_view::npos;
       at = folded.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    if ((at == 0 || !is_word_byte(folded[at - 1])) &&
        (end == folded.size() || !is_word_byte(folded[end])))
      return at;
  }
  return std::string_view::npos;
}

bool has_words(std::string_view folded, std::string_view words) {
  return find_words(folded, words) != std::string_view::npos;
}

bool begins_with_words(std::string_view folded, std::string_view words) {
  return folded.starts_with(words) &&
         (folded.size() == words.size() || !is_word_byte(folded[words.size()]));
}

std::string shortened(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  std::size_t end = bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace sokenh::page
