#include "core/password/estimate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "core/base/date.h"
#include "core/password/matches.h"
#include "core/text/utf8.h"

namespace sokenh::password {

namespace {

// log10 of what one more part adds: the attacker must think of combining so.
constexpr float kPartCost = 0.3F;
// The same for characters beside something known: an attacker who takes words must also think of
// where nothing known stands, and how long it is.
constexpr float kUnknownCost = 1.5F;
// Repeated blocks looked for; longer ones only where the whole password is one.
constexpr std::uint32_t kMaxPeriod = 32;

// log10 of the characters that could stand there.
float character_guesses(const Cell& cell) {
  switch (cell.character_class) {
    case CharacterClass::digit:
      return 1.0F;
    case CharacterClass::lower:
      return cell.has_marks ? 1.9F : 1.415F;
    case CharacterClass::upper:
      return cell.has_marks ? 2.2F : 1.716F;
    case CharacterClass::special:
      return cell.character < 0x80 ? 1.519F : 3.0F;
    case CharacterClass::other_letter:
      return 2.5F;
  }
  return 1.0F;
}

// The matches by where they begin.
class Index {
 public:
  Index(const Matches& matches, std::size_t cells) : matches_(matches), first_(cells + 1, 0) {
    for (const Match& match : matches) ++first_[match.begin];
    std::uint32_t sum = 0;
    for (std::uint32_t& first : first_) {
      const std::uint32_t count = first;
      first = sum;
      sum += count;
    }
    order_.resize(matches.size());
    std::vector<std::uint32_t> next(first_);
    for (std::uint32_t i = 0; i < matches.size(); ++i) order_[next[matches[i].begin]++] = i;
  }

  template <class Take>
  void each(std::uint32_t begin, Take take) const {
    const std::size_t end = begin + 1 < first_.size() ? first_[begin + 1] : order_.size();
    for (std::size_t i = first_[begin]; i < end; ++i) take(order_[i]);
  }
  const Match& match(std::uint32_t index) const { return matches_[index]; }

 private:
  const Matches& matches_;
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> order_;
};

// The cheapest way from `begin` to each place up to `end`.
struct Way {
  static constexpr std::uint32_t kCharacter = 0xFFFFFFFF;
  float guesses = std::numeric_limits<float>::infinity();
  std::uint32_t match = kCharacter;  // the last part; a single character when none
};

void cheapest(std::span<const Cell> cells, const Index& index, std::uint32_t begin,
              std::uint32_t end, std::vector<Way>& ways) {
  ways.assign(end - begin + 1, {});
  ways[0].guesses = 0;
  float characters = 0;  // when nothing is known of all up to here
  for (std::uint32_t at = begin; at < end; ++at) {
    const Way way = ways[at - begin];
    Way& next = ways[at + 1 - begin];
    const bool begins_part = at == begin || way.match != Way::kCharacter;
    const float character = character_guesses(cells[at]);
    characters += character;
    const float guesses = way.guesses + character + (begins_part ? kUnknownCost : 0);
    if (guesses < next.guesses) next = {guesses, Way::kCharacter};
    index.each(at, [&](std::uint32_t i) {
      const Match& match = index.match(i);
      if (match.end > end) return;
      Way& to = ways[match.end - begin];
      const float by_match = way.guesses + match.log10_guesses + kPartCost;
      if (by_match < to.guesses) to = {by_match, i};
    });
  }
  Way& whole = ways.back();
  if (characters <= whole.guesses) {
    for (Way& way : ways) way.match = Way::kCharacter;
    whole.guesses = characters;
  }
}

// Blocks that stand there twice and more in a row. In each run the block's own cheapest way is
// worked out once.
void find_repeats(std::span<const Cell> cells, const Matches& matches, Matches& found) {
  const auto size = static_cast<std::uint32_t>(cells.size());
  if (size < 2) return;
  const Index index(matches, size);
  std::vector<Way> ways;
  const auto add = [&](std::uint32_t begin, std::uint32_t period, std::uint32_t count) {
    cheapest(cells, index, begin, begin + period, ways);
    Match match{begin, begin + count * period, PartKind::repeat};
    match.repeats = count;
    match.log10_guesses =
        ways[period].guesses + static_cast<float>(std::log10(static_cast<double>(count)));
    found.push_back(match);
  };
  std::vector<std::uint32_t> covered(size, 0);  // the end of a run with a shorter period
  for (std::uint32_t period = 1; period <= std::min(kMaxPeriod, size / 2); ++period) {
    for (std::uint32_t begin = 0; begin + period < size;) {
      std::uint32_t same = begin;
      while (same + period < size && cells[same].character == cells[same + period].character) {
        ++same;
      }
      const std::uint32_t count = (same - begin) / period + 1;
      const std::uint32_t end = begin + count * period;
      if (count >= 2 && covered[begin] < end) {
        add(begin, period, count);
        covered[begin] = end;
      }
      begin = same + 1;
    }
  }
  // The whole password, by the lengths of its borders (Knuth, Morris, Pratt).
  std::vector<std::uint32_t> border(size, 0);
  for (std::uint32_t i = 1, length = 0; i < size; ++i) {
    while (length > 0 && cells[i].character != cells[length].character) length = border[length - 1];
    if (cells[i].character == cells[length].character) ++length;
    border[i] = length;
  }
  const std::uint32_t period = size - border[size - 1];
  if (period > kMaxPeriod && size % period == 0 && size / period >= 2)
    add(0, period, size / period);
}

SecretText meant_by(const Match& match, std::span<const Cell> cells, std::string_view utf8,
                    const WordList& words, const PasswordContext& context) {
  switch (match.kind) {
    case PartKind::date: {
      const int year = static_cast<int>(match.day_month_year / 10000);
      const int month = static_cast<int>(match.day_month_year / 100 % 100);
      const int day = static_cast<int>(match.day_month_year % 100);
      const std::string text = vietnamese_date({year == 0 ? 1 : year, month, day});
      return SecretText(std::string_view(text).substr(0, year == 0 ? 5 : std::string::npos));
    }
    case PartKind::year:
      return SecretText(std::to_string(match.day_month_year / 10000));
    case PartKind::repeat: {
      const std::uint32_t period = (match.end - match.begin) / match.repeats;
      const std::uint32_t begin = cells[match.begin].begin;
      return SecretText(utf8.substr(begin, cells[match.begin + period - 1].end - begin));
    }
    case PartKind::own_unit:
    case PartKind::own_user:
    case PartKind::own_person:
    case PartKind::own_domain:
    case PartKind::own_telephone:
    case PartKind::own_channel:
      return SecretText(context.words()[match.word].text);
    default:
      return match.word == Match::kNoWord ? SecretText() : SecretText(words.word(match.word).meant);
  }
}

constexpr std::array<std::string_view, kPartKindCount> kKindKeys{"common_password",
                                                                 "english_word",
                                                                 "vietnamese_word",
                                                                 "family_name",
                                                                 "given_name",
                                                                 "place",
                                                                 "office_word",
                                                                 "own_unit",
                                                                 "own_user",
                                                                 "own_person",
                                                                 "own_domain",
                                                                 "own_telephone",
                                                                 "own_channel",
                                                                 "telephone",
                                                                 "date",
                                                                 "year",
                                                                 "keyboard",
                                                                 "sequence",
                                                                 "repeat",
                                                                 "symbols",
                                                                 "other"};
constexpr std::array<std::string_view, kWrittenCount> kWrittenKeys{
    "capital_first", "all_capitals", "mixed_capitals", "leet",           "diacritics",
    "telex",         "vni",          "reversed",       "doubled_letter", "separated"};

}  // namespace

std::string_view part_kind_key(PartKind kind) { return kKindKeys[static_cast<std::size_t>(kind)]; }
std::string_view written_key(std::size_t bit) { return kWrittenKeys[bit]; }

int score_of(double log10_guesses) {
  constexpr std::array<double, 4> kLimits{3, 6, 8, 10};
  return static_cast<int>(std::upper_bound(kLimits.begin(), kLimits.end(), log10_guesses) -
                          kLimits.begin());
}

PasswordEstimate estimate(std::string_view utf8, const WordList& words,
                          const PasswordContext& context) {
  const SecretVector<Cell> cells = read_cells(utf8, kMaxAnalysed);
  const auto size = static_cast<std::uint32_t>(cells.size());
  PasswordEstimate result;
  result.cut = size > 0 && cells.back().end < utf8.size();
  if (size == 0) return result;

  Matches matches;
  find_words(cells, words, context, matches);
  find_patterns(cells, context.today(), matches);
  Matches repeats;
  find_repeats(cells, matches, repeats);
  matches.insert(matches.end(), repeats.begin(), repeats.end());

  const Index index(matches, size);
  std::vector<Way> ways;
  cheapest(cells, index, 0, size, ways);
  result.log10_guesses = static_cast<double>(ways[size].guesses);
  result.score = score_of(result.log10_guesses);

  for (std::uint32_t end = size; end > 0;) {
    const Way& way = ways[end];
    std::uint32_t begin = end - 1;
    Part part;
    if (way.match == Way::kCharacter) {
      part.log10_guesses = static_cast<double>(character_guesses(cells[begin]));
      // Characters nothing explains are one part.
      if (!result.parts.empty() && result.parts.back().kind == PartKind::other) {
        result.parts.back().begin = cells[begin].begin;
        result.parts.back().log10_guesses += part.log10_guesses;
        end = begin;
        continue;
      }
    } else {
      const Match& match = index.match(way.match);
      begin = match.begin;
      part.kind = match.kind;
      part.written = match.written;
      part.repeats = match.repeats;
      part.log10_guesses = static_cast<double>(match.log10_guesses);
      part.meant = meant_by(match, cells, utf8, words, context);
    }
    part.begin = cells[begin].begin;
    part.end = cells[end - 1].end;
    result.parts.push_back(std::move(part));
    end = begin;
  }
  std::reverse(result.parts.begin(), result.parts.end());
  return result;
}

}  // namespace sokenh::password
