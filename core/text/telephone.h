// Vietnamese telephone numbers as offices write them.
//
// The numbering plan since 2017/2018: mobiles 03/05/07/08/09 + 8 digits, landlines 02 + 9 digits
// (area code and subscriber), services 1800/1900 + 4 or 6 digits; +84 or 84 in place of the first
// 0. Excel drops a leading zero from a number cell: such a number is understood, and said to be
// one.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sokenh::text {

enum class TelephoneKind { mobile, landline, service };

struct Telephone {
  TelephoneKind kind = TelephoneKind::mobile;
  std::string digits;             // national, only digits: "02253678901", "0912345678", "19001234"
  bool zero_was_missing = false;  // «912345678»

  friend bool operator==(const Telephone&, const Telephone&) = default;
};

// The text, apart from white space at its ends, is one number: «0225.3678.901», «(0225) 3678901»,
// «+84 912 345 678», «0225 3678901 (máy lẻ 12)».
std::optional<Telephone> read_telephone(std::string_view utf8);

struct FoundTelephone {
  std::size_t begin = 0;  // bytes in the text
  std::size_t end = 0;
  Telephone telephone;
};

struct TelephoneScan {
  std::vector<FoundTelephone> found;
  // Runs of seven digits and more that are no number of the plan: most likely one mistyped.
  std::vector<std::string> doubtful;
};

// All numbers in a text, whatever stands between them. Linear time.
TelephoneScan find_telephones(std::string_view utf8);

}  // namespace sokenh::text
