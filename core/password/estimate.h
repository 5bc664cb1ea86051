// estimate(): how many guesses an attacker needs who knows what Vietnamese passwords are made of.
//
// The password is cut into parts, each a thing that can be guessed as a whole (a place, a year, a
// walk over the keyboard), in the one way of all that takes the fewest guesses; what nothing
// explains is guessed character by character. Words are read through how they are typed: without
// diacritics, with them, as Telex or VNI keystrokes left undone, with capitals, with digits for
// letters, backwards. The guesses are a lower bound by an attacker's grammar, not by any one
// cracker.
//
// Time and memory are linear in the length. Beyond kMaxAnalysed characters nothing more is
// counted: such a password is as strong as its beginning, or stronger.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/password/context.h"
#include "core/password/secret_text.h"
#include "core/password/word_list.h"

namespace sokenh::password {

enum class PartKind : std::uint8_t {
  common_password,
  english_word,
  vietnamese_word,
  family_name,
  given_name,
  place,
  office_word,
  own_unit,       // the unit's name
  own_user,       // a user name of the unit's
  own_person,     // a holder or administrator
  own_domain,     // a domain or address
  own_telephone,  // a number of the unit's
  own_channel,    // a channel's name
  telephone,      // a number of the Vietnamese plan
  date,           // day, month and perhaps year
  year,
  keyboard,  // neighbouring keys
  sequence,  // abcd, 4321, 2468
  repeat,    // the same again: `meant` is what is repeated
  symbols,   // the usual @ ! # between and after words, and the digit after them
  other      // nothing known
};
inline constexpr std::size_t kPartKindCount = 21;
std::string_view part_kind_key(PartKind kind);  // "common_password"

// How a part was written; each makes an attacker's work a little longer.
enum Written : std::uint16_t {
  kCapitalFirst = 1,
  kAllCapitals = 2,
  kMixedCapitals = 4,
  kLeet = 8,             // @ for a, 0 for o
  kDiacritics = 16,      // real ones: «Hải»
  kTelex = 32,           // haifi, dd, uw
  kVni = 64,             // hai2, u7
  kReversed = 128,       // gnohpiah
  kDoubledLetter = 256,  // matt khau
  kSeparated = 512       // hai_phong
};
inline constexpr std::size_t kWrittenCount = 10;
std::string_view written_key(std::size_t bit);  // 0: "capital_first"

struct Part {
  std::size_t begin = 0;  // bytes of the password as given
  std::size_t end = 0;
  PartKind kind = PartKind::other;
  std::uint16_t written = 0;  // of Written
  std::uint32_t repeats = 1;  // for `repeat`: how often it stands there
  double log10_guesses = 0;
  // The thing itself, where it has another form than what was typed: «Hải Phòng», «02/09/1990».
  SecretText meant;
};

struct PasswordEstimate {
  double log10_guesses = 0;
  // 0 below 10^3 guesses, 1 below 10^6, 2 below 10^8, 3 below 10^10, else 4.
  int score = 0;
  std::vector<Part> parts;  // in order, covering all that was analysed
  bool cut = false;         // longer than kMaxAnalysed
};

inline constexpr std::size_t kMaxAnalysed = 10'000;  // characters
int score_of(double log10_guesses);

// `utf8` in any normal form; ill-formed parts count as one character each.
PasswordEstimate estimate(std::string_view utf8, const WordList& words,
                          const PasswordContext& context);

}  // namespace sokenh::password
