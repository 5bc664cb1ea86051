#include "wasm/screens/password_labels.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sokenh {

using namespace ui;
using password::Likeness;
using password::NistTopic;
using password::PartKind;
using password::PolicyRule;

namespace {

// Two significant digits: more would claim to know more.
std::string rounded(double value) {
  const double step = value >= 100 ? 10 : 1;
  return std::to_string(std::lround(value / step) * std::lround(step));
}

struct TimeUnit {
  double size;  // seconds
  Msg label;
};
// Each is used from two of it on, so that none is ever counted as one.
constexpr std::array<TimeUnit, 8> kUnits{{{1, Msg::password_seconds},
                                          {60, Msg::password_minutes},
                                          {3600, Msg::password_hours},
                                          {86400, Msg::password_days},
                                          {30.44 * 86400, Msg::password_months},
                                          {365.25 * 86400, Msg::password_years},
                                          {365.25e3 * 86400, Msg::password_thousand_years},
                                          {365.25e6 * 86400, Msg::password_million_years}}};

Msg part_label(PartKind kind) {
  switch (kind) {
    case PartKind::common_password:
      return Msg::password_part_common;
    case PartKind::english_word:
      return Msg::password_part_english;
    case PartKind::vietnamese_word:
      return Msg::password_part_vietnamese;
    case PartKind::family_name:
      return Msg::password_part_family_name;
    case PartKind::given_name:
      return Msg::password_part_given_name;
    case PartKind::place:
      return Msg::password_part_place;
    case PartKind::office_word:
      return Msg::password_part_office;
    case PartKind::own_unit:
      return Msg::password_part_own_unit;
    case PartKind::own_user:
      return Msg::password_part_own_user;
    case PartKind::own_person:
      return Msg::password_part_own_person;
    case PartKind::own_domain:
      return Msg::password_part_own_domain;
    case PartKind::own_telephone:
      return Msg::password_part_own_telephone;
    case PartKind::own_channel:
      return Msg::password_part_own_channel;
    case PartKind::telephone:
      return Msg::password_part_telephone;
    case PartKind::date:
      return Msg::password_part_date;
    case PartKind::year:
      return Msg::password_part_year;
    case PartKind::keyboard:
      return Msg::password_part_keyboard;
    case PartKind::sequence:
      return Msg::password_part_sequence;
    case PartKind::repeat:
      return Msg::password_part_repeat;
    case PartKind::symbols:
      return Msg::password_part_symbols;
    case PartKind::other:
      break;
  }
  return Msg::password_part_other;
}

// In UTF-8; a part can be as long as what is typed.
constexpr std::size_t kMostOfPart = 40;

// The part's beginning, ended between characters.
std::string_view beginning_of(std::string_view part) {
  if (part.size() <= kMostOfPart) return part;
  std::size_t end = kMostOfPart;
  while ((static_cast<unsigned char>(part[end]) & 0xC0U) == 0x80U) --end;
  return part.substr(0, end);
}

struct Writing {
  std::uint16_t bit;
  Msg label;
};
constexpr std::array<Writing, password::kWrittenCount> kWritings{
    {{password::kCapitalFirst, Msg::password_written_capital_first},
     {password::kAllCapitals, Msg::password_written_all_capitals},
     {password::kMixedCapitals, Msg::password_written_mixed_capitals},
     {password::kLeet, Msg::password_written_leet},
     {password::kDiacritics, Msg::password_written_diacritics},
     {password::kTelex, Msg::password_written_telex},
     {password::kVni, Msg::password_written_vni},
     {password::kReversed, Msg::password_written_reversed},
     {password::kDoubledLetter, Msg::password_written_doubled},
     {password::kSeparated, Msg::password_written_separated}}};

}  // namespace

std::string_view score_label(int score) {
  constexpr std::array<Msg, 5> kLabels{Msg::password_score_0, Msg::password_score_1,
                                       Msg::password_score_2, Msg::password_score_3,
                                       Msg::password_score_4};
  return tr(kLabels[static_cast<std::size_t>(std::clamp(score, 0, 4))]);
}

Tone score_tone(int score) { return score <= 1 ? Tone::bad : score == 2 ? Tone::warn : Tone::ok; }

std::string duration_label(double log10_seconds) {
  if (log10_seconds < std::log10(2.0)) return std::string(tr(Msg::password_at_once));
  constexpr double kBillionYears = 16.5;  // log10 of their seconds
  if (log10_seconds >= kBillionYears) return std::string(tr(Msg::password_for_ever));
  const double seconds = std::pow(10, log10_seconds);
  const auto beyond = std::find_if(kUnits.begin(), kUnits.end(),
                                   [&](const TimeUnit& unit) { return seconds < 2 * unit.size; });
  const TimeUnit& unit = *(beyond - 1);
  return tr(unit.label, {rounded(seconds / unit.size)});
}

std::string count_label(double log10_count) {
  if (log10_count < 3) return rounded(std::max(std::pow(10, log10_count), 1.0));
  if (log10_count < 6) return tr(Msg::password_thousands, {rounded(std::pow(10, log10_count - 3))});
  if (log10_count < 9) return tr(Msg::password_millions, {rounded(std::pow(10, log10_count - 6))});
  if (log10_count < 12) return tr(Msg::password_billions, {rounded(std::pow(10, log10_count - 9))});
  return tr(Msg::password_power_of_ten, {std::to_string(std::lround(log10_count))});
}

bool is_guessable(const password::Part& part) { return part.kind != PartKind::other; }

namespace {

std::string with_writings(std::string sentence, const password::Part& part) {
  for (const Writing& writing : kWritings) {
    if ((part.written & writing.bit) != 0) sentence.append(", ").append(tr(writing.label));
  }
  return sentence;
}

}  // namespace

std::string part_sentence(const password::Part& part, std::string_view text) {
  const std::string_view whole = text.substr(part.begin, part.end - part.begin);
  const std::string_view begins = beginning_of(whole);
  std::string sentence =
      tr(Msg::password_part_is, {begins, begins.size() < whole.size() ? "…" : "",
                                 tr(part_label(part.kind), {std::to_string(part.repeats)})});
  if (!part.meant.empty() && part.meant.view() != whole)
    sentence.append(" (").append(beginning_of(part.meant.view())).append(")");
  return with_writings(std::move(sentence), part);
}

std::string part_description(const password::Part& part) {
  return with_writings(tr(part_label(part.kind), {std::to_string(part.repeats)}), part);
}

std::string rule_sentence(const password::PolicyResult& result) {
  switch (result.rule) {
    case PolicyRule::length:
      return tr(Msg::password_rule_length,
                {std::to_string(result.asked), std::to_string(result.found)});
    case PolicyRule::lower:
      return std::string(tr(Msg::password_rule_lower));
    case PolicyRule::upper:
      return std::string(tr(Msg::password_rule_upper));
    case PolicyRule::digit:
      return std::string(tr(Msg::password_rule_digit));
    case PolicyRule::special:
      return std::string(tr(Msg::password_rule_special));
    case PolicyRule::not_guessable:
      return std::string(tr(Msg::password_rule_not_guessable));
    case PolicyRule::no_user_name:
      return std::string(tr(Msg::password_rule_no_user_name));
    case PolicyRule::no_unit_name:
      return std::string(tr(Msg::password_rule_no_unit_name));
    case PolicyRule::no_domain:
      return std::string(tr(Msg::password_rule_no_domain));
    case PolicyRule::no_telephone:
      return std::string(tr(Msg::password_rule_no_telephone));
    case PolicyRule::no_date:
      return std::string(tr(Msg::password_rule_no_date));
  }
  return {};
}

std::string likeness_sentence(Likeness likeness, std::string_view first, std::string_view second) {
  Msg label = Msg::password_like_equal;
  switch (likeness) {
    case Likeness::equal:
      break;
    case Likeness::same_but_writing:
      label = Msg::password_like_writing;
      break;
    case Likeness::same_stem:
      label = Msg::password_like_stem;
      break;
    case Likeness::few_changes:
      label = Msg::password_like_few_changes;
      break;
    case Likeness::contained:
      label = Msg::password_like_contained;
      break;
  }
  return tr(label, {first, second});
}

std::string nist_sentence(const password::NistDifference& difference) {
  const std::string_view section = difference.section;
  switch (difference.topic) {
    case NistTopic::forced_change:
      return tr(Msg::password_nist_change, {section});
    case NistTopic::composition:
      return tr(Msg::password_nist_composition, {section});
    case NistTopic::minimum_length:
      return tr(Msg::password_nist_length,
                {section, std::to_string(difference.asked), std::to_string(difference.nist_value)});
    case NistTopic::blocklist:
      return tr(Msg::password_nist_blocklist, {section});
  }
  return {};
}

}  // namespace sokenh
