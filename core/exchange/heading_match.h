// Recognising column headings as offices reword them: a cell against a list of known phrases, each
// standing for one of the columns a table may have. What the columns are is the caller's.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/table.h"

namespace sokenh {

// Words as heading_words() gives them; `target`: the caller's column, as a number.
struct HeadingPhrase {
  std::string_view words;
  int target = 0;
  bool takes_rest = false;  // stands back for any other heading of the same column
};

struct PhraseMatch {
  int target = 0;
  int strength = 0;  // higher is surer; compare only
  bool takes_rest = false;
};

inline constexpr int kExactHeading = 1000;  // strength from which the whole cell is a known heading

// The cell's words: folded, what is in brackets left out, punctuation as spaces.
std::string heading_words(std::string_view cell);

std::optional<PhraseMatch> match_heading(std::string_view cell,
                                         std::span<const HeadingPhrase> phrases);

// True when the row can only be a row of headings: several different ones, and few cells that are
// none.
bool is_heading_row(const TableRow& row, std::span<const HeadingPhrase> phrases);

// Where each of the row's cells goes, a target at most once; `width` columns. What takes the rest
// goes to `rest` when its own target is taken.
std::vector<std::optional<int>> heading_targets(const TableRow& row, std::size_t width,
                                                std::span<const HeadingPhrase> phrases,
                                                std::optional<int> rest = std::nullopt);

}  // namespace sokenh
