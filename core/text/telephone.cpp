#include "core/text/telephone.h"

#include <algorithm>

#include "core/text/ascii.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace sokenh::text {
namespace {

// Longest: 0084 and 10 national digits. More digits in a row are an account number, an id …
constexpr std::size_t kMaxDigits = 15;
constexpr std::size_t kMaxGroups = 8;  // «09 12 34 56 78» has five
constexpr std::size_t kDoubtfulDigits = 7;

std::optional<Telephone> from_digits(std::string_view digits, bool international) {
  std::string national(digits);
  if (international) {
    if (national.starts_with("84")) {
      national.erase(0, 2);
    } else {
      return std::nullopt;
    }
    if (!national.starts_with('0')) national.insert(0, 1, '0');  // «+84 (0)912…» as well
  } else if (national.starts_with("0084") && national.size() >= 13) {
    national.replace(0, 4, "0");
  } else if (national.starts_with("84") && (national.size() == 11 || national.size() == 12)) {
    // 84 + 9 digits (mobile) or 10 (landline); no number of the plan begins with 84 otherwise.
    national.replace(0, 2, "0");
  }

  const auto plan = [](const std::string& number) -> std::optional<TelephoneKind> {
    const char second = number.size() > 1 ? number[1] : '\0';
    if (number.size() == 10 && number[0] == '0' &&
        std::string_view("35789").find(second) != std::string_view::npos) {
      return TelephoneKind::mobile;
    }
    if (number.size() == 11 && number[0] == '0' && second == '2') return TelephoneKind::landline;
    if ((number.starts_with("1800") || number.starts_with("1900")) &&
        (number.size() == 8 || number.size() == 10)) {
      return TelephoneKind::service;
    }
    return std::nullopt;
  };
  if (const auto kind = plan(national)) return Telephone{*kind, national, false};
  if (international || national.starts_with('0')) return std::nullopt;
  const std::string with_zero = "0" + national;
  if (const auto kind = plan(with_zero)) return Telephone{*kind, with_zero, true};
  return std::nullopt;
}

struct Group {
  std::size_t begin, end;
  bool plus;  // a + right before
  // Only spaces, dots, hyphens, brackets stand between this group and the one before.
  bool continues;
};

std::vector<Group> digit_groups(std::string_view text) {
  std::vector<Group> groups;
  bool separators_only = false;
  bool plus = false;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (is_ascii_digit(c)) {
      std::size_t end = i;
      while (end < text.size() && is_ascii_digit(text[end])) ++end;
      if (groups.empty()) groups.reserve(kMaxGroups);
      groups.push_back({i, end, plus, separators_only && !plus});
      separators_only = true;
      plus = false;
      i = end;
      continue;
    }
    const DecodedCodePoint decoded = decode_code_point(text, i);
    if (c == '+') {
      plus = true;
    } else if (!(c == ' ' || c == '.' || c == '-' || c == '(' || c == ')' ||
                 decoded.code_point == 0xA0 || decoded.code_point == 0x2013)) {
      separators_only = false;
      plus = false;
    }
    i += decoded.bytes;
  }
  return groups;
}

bool is_extension(std::string_view rest) {
  const std::string folded = fold(rest);
  std::string words;
  for (const char c : folded) {
    if (!is_ascii_digit(c) && std::string_view(" .:()-,").find(c) == std::string_view::npos)
      words += c;
  }
  return words == "mayle" || words == "somayle" || words == "le" || words == "ext" ||
         words == "nhanh";
}

}  // namespace

TelephoneScan find_telephones(std::string_view utf8) {
  TelephoneScan scan;
  const std::vector<Group> groups = digit_groups(utf8);
  for (std::size_t i = 0; i < groups.size();) {
    std::string digits;
    std::size_t best = i;  // groups [i, best) are the longest number that begins here
    std::optional<Telephone> telephone;
    for (std::size_t j = i;
         j < groups.size() && j - i < kMaxGroups && (j == i || groups[j].continues); ++j) {
      const std::size_t length = groups[j].end - groups[j].begin;
      if (digits.size() + length > kMaxDigits) break;
      digits += utf8.substr(groups[j].begin, length);
      // «0912345678 - 0225 …»: a number that is complete is not joined with what follows, except
      // where the longer one has its zero and the shorter one not.
      const auto candidate = from_digits(digits, groups[i].plus);
      if (candidate && (!telephone || telephone->zero_was_missing ||
                        telephone->kind == TelephoneKind::service)) {
        telephone = candidate;
        best = j + 1;
      }
    }
    if (telephone) {
      scan.found.push_back({groups[i].begin, groups[best - 1].end, *telephone});
      i = best;
      continue;
    }
    // Not a number: collect what belongs together, to name it.
    std::size_t count = groups[i].end - groups[i].begin;
    std::size_t last = i;
    while (last + 1 < groups.size() && groups[last + 1].continues && last + 1 - i < kMaxGroups &&
           utf8[groups[last + 1].begin] != '0') {
      ++last;
      count += groups[last].end - groups[last].begin;
    }
    if (count >= kDoubtfulDigits) {
      scan.doubtful.emplace_back(utf8.substr(groups[i].begin, groups[last].end - groups[i].begin));
      i = last + 1;
    } else {
      ++i;
    }
  }
  return scan;
}

std::optional<Telephone> read_telephone(std::string_view utf8) {
  const std::string_view trimmed = trim(utf8);
  const TelephoneScan scan = find_telephones(trimmed);
  if (scan.found.size() != 1 || !scan.doubtful.empty()) return std::nullopt;
  const FoundTelephone& found = scan.found.front();
  for (const char c : trimmed.substr(0, found.begin)) {
    if (c != '+' && c != '(' && c != ' ') return std::nullopt;
  }
  const std::string_view rest = trimmed.substr(found.end);
  const bool only_brackets =
      std::all_of(rest.begin(), rest.end(), [](char c) { return c == ')' || c == ' '; });
  if (!only_brackets && !is_extension(rest)) return std::nullopt;
  return found.telephone;
}

}  // namespace sokenh::text
