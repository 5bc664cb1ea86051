// One password for several systems, or nearly one: found among those typed in one sitting.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace sokenh::password {

enum class Likeness : std::uint8_t {
  equal,
  same_but_writing,  // capitals, diacritics, l33t, separators
  same_stem,         // another number, year or symbol at the end: Haiphong@2023, Haiphong@2024!
  few_changes,       // less than a quarter of the characters differ, or one does
  contained          // one stands in the other
};
std::string_view likeness_key(Likeness likeness);  // "same_stem"

struct ReusedPair {
  std::size_t first = 0;  // indices into the passwords, first < second
  std::size_t second = 0;
  Likeness likeness = Likeness::equal;
};

inline constexpr std::size_t kMaxCompared = 64;             // passwords; more are not looked at
inline constexpr std::size_t kMaxComparedCharacters = 128;  // of each, what follows is only
                                                            // compared for being equal

// Empty passwords are like none.
std::vector<ReusedPair> find_reuse(std::span<const std::string_view> passwords);

}  // namespace sokenh::password
