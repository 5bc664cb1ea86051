// HtmlMarkup: HTML cut into texts and tags, as a browser cuts it and no further.
//
// Follows the tokenizer of the HTML standard (13.2.5) where that decides what is text and what is a
// tag: comments, raw text elements, quotes inside tags, a tag that the end of the file cuts off.
// Nothing is resolved, loaded or run. One pass: every byte is looked at a bounded number of times,
// whatever the input. Views point into the HTML.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sokenh::page {

inline constexpr std::size_t kMaxTagAttributes = 100;    // further ones are passed over
inline constexpr std::size_t kMaxAttributeBytes = 4000;  // of a value, decoded
inline constexpr std::size_t kMaxElementNameBytes = 64;  // longer names are cut

struct HtmlAttribute {
  std::string name;        // lower case
  std::string_view value;  // as it stands there
};

struct HtmlTag {
  std::string name;  // lower case
  bool closing = false;
  bool self_closing = false;
  std::vector<HtmlAttribute> attributes;

  bool has(std::string_view attribute) const;
  // Its value with character references decoded, control characters left out and white space
  // trimmed; "" without it. The first one counts.
  std::string value(std::string_view attribute) const;
};

enum class HtmlTokenKind { text, tag, comment, raw_text };

struct HtmlToken {
  HtmlTokenKind kind = HtmlTokenKind::text;
  std::string_view text;  // of a text, a comment or a raw text; not decoded
  HtmlTag tag;
  std::size_t line = 1;  // where it begins
};

class HtmlMarkup {
 public:
  explicit HtmlMarkup(std::string_view html) : html_(html) {}

  // False at the end. The content of a raw text element (script, style, title, textarea, iframe…)
  // is one raw_text token, between its tags.
  bool next(HtmlToken& token);

 private:
  void read_tag(HtmlToken& token);
  void read_attributes(HtmlTag& tag, std::size_t& at) const;
  void read_raw_text(HtmlToken& token);
  void count_lines(std::size_t end);

  std::string_view html_;
  std::size_t position_ = 0;
  std::size_t line_ = 1;
  std::size_t counted_ = 0;  // bytes whose lines are counted
  std::string raw_element_;  // whose content comes next
};

// Character references decoded; at most `limit` bytes, cut between characters.
std::string decode_html(std::string_view text, std::size_t limit);

bool is_html_space(char c);

}  // namespace sokenh::page
