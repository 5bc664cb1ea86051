#include "core/exchange/heading_match.h"

#include <algorithm>
#include <set>

#include "core/base/stable_order.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

// A heading is a label, not a sentence; the official one for the name has 140 bytes folded.
constexpr std::size_t kLongestHeading = 400;

bool is_word_byte(char c) {
  // Bytes of other scripts' letters count as letters.
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

bool contains_words(std::string_view text, std::string_view words) {
  for (std::size_t at = text.find(words); at != std::string_view::npos;
       at = text.find(words, at + 1)) {
    const bool starts = at == 0 || text[at - 1] == ' ';
    const std::size_t end = at + words.size();
    if (starts && (end == text.size() || text[end] == ' ')) return true;
  }
  return false;
}

// A whole cell beats its beginning, which beats its middle; then the longer phrase.
int match_strength(std::string_view heading, const HeadingPhrase& phrase) {
  const int length = static_cast<int>(phrase.words.size());
  if (heading == phrase.words) return kExactHeading + length;
  // One or two letters inside a longer text are no heading, nor is «Tên» before something else.
  const bool too_vague = phrase.words.size() <= 2 && phrase.words != "id";
  if (too_vague || phrase.words == "ten") return 0;
  if (heading.starts_with(phrase.words) && heading[phrase.words.size()] == ' ') return 500 + length;
  return contains_words(heading, phrase.words) ? 100 + length : 0;
}

}  // namespace

std::string heading_words(std::string_view cell) {
  std::string words;
  std::string bracketed;
  std::size_t depth = 0;
  for (const char c : text::fold(cell)) {
    if (c == '(') ++depth;
    std::string& out = depth > 0 ? bracketed : words;
    if (is_word_byte(c)) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
    if (c == ')' && depth > 0) --depth;
  }
  if (words.empty()) words = bracketed;
  if (words.ends_with(' ')) words.pop_back();
  return words;
}

std::optional<PhraseMatch> match_heading(std::string_view cell,
                                         std::span<const HeadingPhrase> phrases) {
  if (cell.size() > kLongestHeading) return std::nullopt;
  const std::string words = heading_words(cell);
  if (words.empty()) return std::nullopt;
  PhraseMatch best;
  for (const HeadingPhrase& phrase : phrases) {
    const int strength = match_strength(words, phrase);
    if (strength > best.strength) best = {phrase.target, strength, phrase.takes_rest};
  }
  if (best.strength == 0) return std::nullopt;
  return best;
}

bool is_heading_row(const TableRow& row, std::span<const HeadingPhrase> phrases) {
  std::set<int> seen;
  std::size_t recognised = 0;
  std::size_t filled = 0;
  bool any_exact = false;
  for (const std::string& cell : row) {
    if (text::is_blank(cell)) continue;
    ++filled;
    const auto match = match_heading(cell, phrases);
    if (!match) continue;
    ++recognised;
    seen.insert(match->target);
    any_exact = any_exact || match->strength >= kExactHeading;
  }
  // A table of one or two columns has no room for three headings.
  if (seen.size() < 3) return any_exact && seen.size() == filled && row.size() == filled;
  return any_exact && recognised * 2 >= filled;
}

std::vector<std::optional<int>> heading_targets(const TableRow& row, std::size_t width,
                                                std::span<const HeadingPhrase> phrases,
                                                std::optional<int> rest) {
  struct Candidate {
    std::size_t table_column;
    PhraseMatch match;
  };
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < row.size() && i < width; ++i) {
    if (const auto match = match_heading(row[i], phrases)) candidates.push_back({i, *match});
  }
  // Those that take the rest last: they take what is left. Then the surest first.
  const auto order = stable_order(candidates.size(), [&candidates](std::size_t a, std::size_t b) {
    const PhraseMatch& left = candidates[a].match;
    const PhraseMatch& right = candidates[b].match;
    if (left.takes_rest != right.takes_rest) return right.takes_rest;
    return left.strength > right.strength;
  });
  std::vector<std::optional<int>> targets(width);
  const auto is_free = [&](int target) {
    return std::find(targets.begin(), targets.end(), target) == targets.end();
  };
  for (const std::size_t index : order) {
    const auto& [table_column, match] = candidates[index];
    if (is_free(match.target)) {
      targets[table_column] = match.target;
    } else if (match.takes_rest && rest && is_free(*rest)) {
      targets[table_column] = *rest;
    }
  }
  return targets;
}

}  // namespace sokenh
