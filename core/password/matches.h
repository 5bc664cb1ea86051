// What the matchers find: a stretch of the password that can be guessed as a whole.
#pragma once

#include <cstdint>
#include <span>

#include "core/password/cells.h"
#include "core/password/context.h"
#include "core/password/estimate.h"
#include "core/password/secret_text.h"
#include "core/password/word_list.h"

namespace sokenh::password {

struct Match {
  static constexpr std::uint32_t kNoWord = 0xFFFFFFFF;

  std::uint32_t begin = 0;  // cells
  std::uint32_t end = 0;
  PartKind kind = PartKind::other;
  std::uint16_t written = 0;
  std::uint32_t word = kNoWord;  // of the list, or of the context for the own_ kinds
  std::uint32_t repeats = 1;
  std::uint32_t day_month_year = 0;  // for dates: year * 10000 + month * 100 + day
  float log10_guesses = 0;
};
using Matches = SecretVector<Match>;

// Words of the list and of the unit.
void find_words(std::span<const Cell> cells, const WordList& words, const PasswordContext& context,
                Matches& found);

// All that needs no words: keyboards, sequences, dates, years, telephones, the usual symbols.
void find_patterns(std::span<const Cell> cells, const Date& today, Matches& found);

}  // namespace sokenh::password
