// Words found letter by letter in the trie, through all the ways of typing them at once: a state is
// a place in the trie and what the typing needed so far; from each character a state goes on in
// every way that character can be read.
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <string_view>

#include "core/password/matches.h"

namespace sokenh::password {

namespace {

// Characters one word may take, states kept at a time, and steps for a whole password: together
// they bound the work whatever is typed. After that many steps words are read only as they stand.
constexpr std::uint32_t kMaxSpan = 48;
constexpr std::size_t kMaxStates = 24;
constexpr std::uint32_t kMaxSteps = 200'000;

// log10 of what each way of writing multiplies the guesses by: how far down an attacker's list of
// variations it comes.
constexpr float kLeetCost = 0.4F;       // each sign
constexpr float kKeystrokeCost = 0.7F;  // Telex or VNI, the first key; each further one:
constexpr float kFurtherKeystrokeCost = 0.35F;
constexpr float kLateStrokeCost = 0.8F;  // «daid» for «đai»: the key typed after the vowel
constexpr float kDoubledCost = 0.8F;     // each
constexpr float kSeparatorCost = 0.5F;   // the first; further ones are the same
constexpr float kDiacriticsCost = 0.3F;
constexpr float kReversedCost = 0.5F;
constexpr float kCapitalCost = 0.3F;
constexpr float kAllCapitalsCost = 0.5F;
constexpr float kSyllableCapitalsCost = 0.6F;  // HaiPhong
constexpr float kMixedCost = 1.0F;             // and the ways of choosing which letters are capital
constexpr float kWaysCost = 0.8F;              // for each way beyond the first in one word
constexpr float kOwnWordCost = 1.3F;           // one of about twenty tried for the unit

constexpr std::uint8_t symbol_of(char c) { return static_cast<std::uint8_t>(c - 'a'); }
constexpr std::uint32_t letters(std::string_view list) {
  std::uint32_t set = 0;
  for (const char c : list) set |= 1U << symbol_of(c);
  return set;
}
constexpr std::uint32_t kVowels = letters("aeiouy");
constexpr std::uint32_t kToneKeys = letters("sfrxjz");
constexpr std::uint32_t kCircumflexKeys = letters("aeo");  // aa ee oo
constexpr std::uint32_t kHornVowels = letters("aou");      // aw ow uw
constexpr bool is_in(std::uint8_t symbol, std::uint32_t set) {
  return symbol < 26 && (set >> symbol & 1U) != 0;
}

// What signs stand for; up to two letters each.
struct Leet {
  char sign;
  std::string_view letters;
};
constexpr Leet kLeetSigns[] = {{'0', "o"},  {'1', "il"}, {'2', "z"},  {'3', "e"},
                               {'4', "a"},  {'5', "s"},  {'6', "gb"}, {'7', "t"},
                               {'8', "b"},  {'9', "g"},  {'@', "a"},  {'$', "s"},
                               {'!', "il"}, {'+', "t"},  {'(', "c"},  {'|', "il"}};
constexpr std::array<std::string_view, 128> make_leet() {
  std::array<std::string_view, 128> table{};
  for (const Leet& each : kLeetSigns) table[static_cast<unsigned char>(each.sign)] = each.letters;
  return table;
}
constexpr std::array<std::string_view, 128> kLeetLetters = make_leet();

struct State {
  std::uint32_t node = Trie::kRoot;
  float cost = 0;
  std::uint16_t written = 0;
  std::uint8_t letters = 0;       // taken from the trie so far
  std::uint8_t last = kNoSymbol;  // the last of them
  std::uint32_t vowels = 0;       // of the syllable that is being read
  bool tone = false;              // its tone key has been seen
  std::uint32_t marked = 0;       // vowels whose key for â, ê, ô, ă, ơ, ư has been seen
  bool stroke = false;            // likewise the one for đ
  bool begins_with_d = false;
  bool ends_with_separator = false;
  bool has_letter = false;  // one that was typed as such
};

State with_letter(const State& from, std::uint32_t node, std::uint8_t symbol) {
  State to = from;
  to.node = node;
  ++to.letters;
  to.ends_with_separator = false;
  const bool vowel = is_in(symbol, kVowels);
  const bool after_vowel = is_in(from.last, kVowels);
  // A vowel after a consonant is of a new syllable.
  if (vowel && !after_vowel) {
    to.begins_with_d = from.last == symbol_of('d');
    to.vowels = 0;
    to.tone = false;
    to.marked = 0;
    if (!to.begins_with_d) to.stroke = false;
  }
  if (vowel) to.vowels |= 1U << symbol;
  to.last = symbol;
  return to;
}

void add_cost(State& state, Written way, float first, float further) {
  state.cost += (state.written & way) == 0 ? first : further;
  state.written |= static_cast<std::uint16_t>(way);
}

class Walker {
 public:
  Walker(std::span<const Cell> cells, const Trie& trie, std::uint32_t& steps, bool reversed)
      : cells_(cells), trie_(trie), steps_(steps), reversed_(reversed) {}

  // Calls take(end, state) for each word that begins at `begin`.
  template <class Take>
  void walk(std::uint32_t begin, Take take) {
    if (trie_.empty()) return;
    now_count_ = 1;
    now_[0] = State{};
    const auto size = static_cast<std::uint32_t>(cells_.size());
    const std::uint32_t last = std::min(size, begin + kMaxSpan);
    for (std::uint32_t at = begin; at < last && now_count_ > 0; ++at) {
      next_count_ = 0;
      const Cell* before = at > begin ? &cells_[at - 1] : nullptr;
      for (std::size_t i = 0; i < now_count_; ++i) step(now_[i], cells_[at], before);
      std::swap(now_, next_);  // pointers
      now_count_ = next_count_;
      for (std::size_t i = 0; i < now_count_; ++i) {
        const State& state = now_[i];
        // Digits alone are no word in disguise.
        const bool is_disguise = (state.written & kLeet) != 0 && !state.has_letter;
        if (!state.ends_with_separator && !is_disguise && trie_.value(state.node) != Trie::kNone) {
          take(at + 1, state);
        }
      }
    }
  }

 private:
  void step(const State& from, const Cell& cell, const Cell* before) {
    ++steps_;
    const std::uint8_t symbol = cell.symbol;
    if (symbol != kNoSymbol) {
      const std::uint32_t child = trie_.child(from.node, symbol);
      if (child != Trie::kNone) {
        State to = with_letter(from, child, symbol);
        to.has_letter = from.has_letter || symbol < 26;
        if (cell.has_marks) add_cost(to, kDiacritics, kDiacriticsCost, 0);
        keep(to);
      }
    }
    if (steps_ > kMaxSteps) return;
    if (symbol >= 26) step_sign(from, cell);
    if (from.letters == 0) {
      if (symbol == symbol_of('w') && !reversed_) step_horn_alone(from);
      return;
    }
    if (reversed_ || cell.has_marks) return;
    if (symbol < 26) {
      step_telex(from, symbol);
      if (before != nullptr && before->symbol == symbol && from.last == symbol) {
        State to = from;
        add_cost(to, kDoubledLetter, kDoubledCost, kDoubledCost);
        keep(to);
      }
    } else if (symbol < 36) {
      step_vni(from, static_cast<unsigned>(symbol) - 26);
    } else {
      step_separator(from, cell.character);
    }
    if (cell.character == ' ') step_separator(from, ' ');
  }

  void step_sign(const State& from, const Cell& cell) {
    if (cell.character >= kLeetLetters.size() || (from.written & kVni) != 0) return;
    for (const char letter : kLeetLetters[cell.character]) {
      const std::uint8_t symbol = symbol_of(letter);
      const std::uint32_t child = trie_.child(from.node, symbol);
      if (child == Trie::kNone) continue;
      State to = with_letter(from, child, symbol);
      add_cost(to, kLeet, kLeetCost, kLeetCost);
      keep(to);
    }
  }

  // «tw» is «tư».
  void step_horn_alone(const State& from) {
    const std::uint32_t child = trie_.child(from.node, symbol_of('u'));
    if (child == Trie::kNone) return;
    State to = with_letter(from, child, symbol_of('u'));
    to.marked = letters("u");
    add_cost(to, kTelex, kKeystrokeCost, kFurtherKeystrokeCost);
    keep(to);
  }

  void step_telex(const State& from, std::uint8_t symbol) {
    if ((from.written & kVni) != 0) return;
    State to = from;
    bool is_key = false;
    if (is_in(symbol, kToneKeys) && from.vowels != 0 && !from.tone) {
      to.tone = is_key = true;
    } else if (symbol == symbol_of('w') && (from.vowels & kHornVowels & ~from.marked) != 0) {
      // «uwow», or one w for both.
      to.marked |= from.vowels;
      is_key = true;
    } else if (is_in(symbol, kCircumflexKeys & from.vowels & ~from.marked)) {
      to.marked |= 1U << symbol;
      is_key = true;
    } else if (symbol == symbol_of('d') && !from.stroke &&
               (from.last == symbol || from.begins_with_d)) {
      to.stroke = is_key = true;
      if (from.last != symbol) to.cost += kLateStrokeCost;
    }
    if (is_key) {
      add_cost(to, kTelex, kKeystrokeCost, kFurtherKeystrokeCost);
      keep(to);
    }
    if (symbol == symbol_of('w')) step_horn_alone(from);
  }

  // Digits are not read in two ways in one word.
  void step_vni(const State& from, unsigned digit) {
    if ((from.written & (kTelex | kLeet)) != 0) return;
    State to = from;
    bool is_key = false;
    if (digit <= 5 && from.vowels != 0 && !from.tone) {
      to.tone = is_key = true;
    } else if (digit >= 6 && digit <= 8 && (from.vowels & ~from.marked) != 0) {
      to.marked |= from.vowels;
      is_key = true;
    } else if (digit == 9 && !from.stroke && (from.last == symbol_of('d') || from.begins_with_d)) {
      to.stroke = is_key = true;
    }
    if (!is_key) return;
    add_cost(to, kVni, kKeystrokeCost, kFurtherKeystrokeCost);
    keep(to);
  }

  void step_separator(const State& from, char32_t character) {
    if (from.letters < 2 || from.ends_with_separator) return;
    if (character != ' ' && character != '-' && character != '_' && character != '.') return;
    State to = from;
    to.ends_with_separator = true;
    add_cost(to, kSeparated, kSeparatorCost, 0);
    keep(to);
  }

  // Of states at one place in the trie the cheapest; a syllable's keys still to come make little
  // difference.
  void keep(const State& state) {
    for (std::size_t i = 0; i < next_count_; ++i) {
      State& other = next_[i];
      if (other.node != state.node || other.ends_with_separator != state.ends_with_separator) {
        continue;
      }
      if (state.cost < other.cost) other = state;
      return;
    }
    if (next_count_ < kMaxStates) next_[next_count_++] = state;
  }

  std::span<const Cell> cells_;
  const Trie& trie_;
  std::uint32_t& steps_;
  bool reversed_;
  std::array<std::array<State, kMaxStates>, 2> states_{};
  State* now_ = states_[0].data();
  State* next_ = states_[1].data();
  std::size_t now_count_ = 0;
  std::size_t next_count_ = 0;
};

struct Capitals {
  float cost = 0;
  std::uint16_t written = 0;
};

// As zxcvbn counts them: the ways of choosing which letters are capital, but for the usual ways.
Capitals capitals_of(std::span<const Cell> cells, std::size_t syllables) {
  std::size_t upper = 0;
  std::size_t lower = 0;
  for (const Cell& cell : cells) {
    if (cell.character_class == CharacterClass::upper) ++upper;
    if (cell.character_class == CharacterClass::lower) ++lower;
  }
  if (upper == 0) return {};
  const bool first = cells.front().character_class == CharacterClass::upper;
  if (first && upper == 1) return {kCapitalCost, kCapitalFirst};
  if (lower == 0) return {kAllCapitalsCost, kAllCapitals};
  if (first && upper <= syllables) return {kSyllableCapitalsCost, kCapitalFirst};
  double ways = 0;
  double choose = 1;
  const std::size_t all = upper + lower;
  for (std::size_t i = 1; i <= std::min(upper, lower); ++i) {
    choose = choose * static_cast<double>(all - i + 1) / static_cast<double>(i);
    ways += choose;
  }
  return {kMixedCost + static_cast<float>(std::log10(std::max(ways, 2.0))), kMixedCapitals};
}

PartKind part_kind(WordKind kind) {
  switch (kind) {
    case WordKind::common:
      return PartKind::common_password;
    case WordKind::english:
      return PartKind::english_word;
    case WordKind::syllable:
    case WordKind::word:
      return PartKind::vietnamese_word;
    case WordKind::family_name:
      return PartKind::family_name;
    case WordKind::given_name:
      return PartKind::given_name;
    case WordKind::place:
      return PartKind::place;
    case WordKind::office:
      return PartKind::office_word;
  }
  return PartKind::other;
}

PartKind part_kind(OwnKind kind) {
  switch (kind) {
    case OwnKind::unit_name:
      return PartKind::own_unit;
    case OwnKind::user_name:
      return PartKind::own_user;
    case OwnKind::person:
      return PartKind::own_person;
    case OwnKind::domain:
      return PartKind::own_domain;
    case OwnKind::telephone:
      return PartKind::own_telephone;
    case OwnKind::channel:
      return PartKind::own_channel;
  }
  return PartKind::other;
}

// What the typing of one word costs: several ways at once come late in any attacker's list.
float typing_cost(const State& state, std::uint16_t written) {
  const int ways = std::popcount(static_cast<unsigned>(written & ~kCapitalFirst));
  return state.cost + (ways > 1 ? kWaysCost * static_cast<float>(ways - 1) : 0);
}

// «huongnt», as user names are made: a given name and the initials of family and middle names.
void add_initials(std::span<const Cell> cells, Matches& found) {
  constexpr std::uint32_t kFamily = letters("bdhlnptv");
  constexpr std::uint32_t kMiddle = letters("adhmnqtv");
  constexpr float kInitialCost = 0.9F;  // log10 of eight
  constexpr std::uint32_t kLeastName = 3;
  const std::size_t words = found.size();
  for (std::size_t i = 0; i < words; ++i) {
    Match match = found[i];
    const bool plain = (match.written & ~kCapitalFirst) == 0;
    if (match.kind != PartKind::given_name || !plain || match.end - match.begin < kLeastName) {
      continue;
    }
    for (int initials = 1; initials <= 3 && match.end < cells.size(); ++initials) {
      const Cell& cell = cells[match.end];
      if (!is_in(cell.symbol, initials == 1 ? kFamily : kMiddle) || cell.has_marks) break;
      ++match.end;
      match.log10_guesses += kInitialCost;
      if (initials > 1) found.push_back(match);
    }
  }
}

std::size_t syllables_of(std::string_view meant) {
  return 1 + static_cast<std::size_t>(std::count(meant.begin(), meant.end(), ' '));
}

}  // namespace

void find_words(std::span<const Cell> cells, const WordList& words, const PasswordContext& context,
                Matches& found) {
  const auto size = static_cast<std::uint32_t>(cells.size());
  std::uint32_t steps = 0;
  const auto add_word = [&](std::uint32_t begin, std::uint32_t end, const State& state,
                            std::uint16_t also, float also_cost) {
    const std::uint32_t index = words.trie().value(state.node);
    const Word word = words.word(index);
    // What stands between syllables is not read within one.
    if ((state.written & kSeparated) != 0 && syllables_of(word.meant) == 1) return;
    // Vietnamese keyboards are used for Vietnamese words.
    const bool is_vietnamese = word.kind != WordKind::common && word.kind != WordKind::english;
    if ((state.written & (kTelex | kVni)) != 0 && !is_vietnamese) return;
    const Capitals capitals =
        capitals_of(cells.subspan(begin, end - begin), syllables_of(word.meant));
    Match match{begin, end, part_kind(word.kind)};
    match.word = index;
    match.written = static_cast<std::uint16_t>(state.written | also | capitals.written);
    match.log10_guesses =
        word.log10_guesses + typing_cost(state, match.written) + also_cost + capitals.cost;
    found.push_back(match);
  };
  const auto add_own = [&](std::uint32_t begin, std::uint32_t end, const State& state,
                           std::uint16_t also, float also_cost) {
    const std::uint32_t index = context.trie().value(state.node);
    const Capitals capitals = capitals_of(cells.subspan(begin, end - begin), end - begin);
    Match match{begin, end, part_kind(context.words()[index].kind)};
    match.word = index;
    match.written = static_cast<std::uint16_t>(state.written | also | capitals.written);
    match.log10_guesses =
        kOwnWordCost + typing_cost(state, match.written) + also_cost + capitals.cost;
    found.push_back(match);
  };

  Walker forward(cells, words.trie(), steps, false);
  Walker forward_own(cells, context.trie(), steps, false);
  for (std::uint32_t begin = 0; begin < size; ++begin) {
    forward.walk(begin,
                 [&](std::uint32_t end, const State& state) { add_word(begin, end, state, 0, 0); });
    forward_own.walk(
        begin, [&](std::uint32_t end, const State& state) { add_own(begin, end, state, 0, 0); });
  }

  add_initials(cells, found);

  constexpr std::uint8_t kLeastReversed = 4;  // letters; shorter ones are found by chance
  const SecretVector<Cell> backwards(cells.rbegin(), cells.rend());
  Walker backward(backwards, words.trie(), steps, true);
  Walker backward_own(backwards, context.trie(), steps, true);
  for (std::uint32_t begin = 0; begin < size; ++begin) {
    const std::uint32_t end = size - begin;
    backward.walk(begin, [&](std::uint32_t stop, const State& state) {
      if (state.letters < kLeastReversed) return;
      add_word(size - stop, end, state, kReversed, kReversedCost);
    });
    backward_own.walk(begin, [&](std::uint32_t stop, const State& state) {
      if (state.letters < kLeastReversed) return;
      add_own(size - stop, end, state, kReversed, kReversedCost);
    });
  }
}

}  // namespace sokenh::password
