#include "core/text/collate.h"

#include <array>

#include "core/text/compose.h"
#include "core/text/fold.h"
#include "core/text/latin_tables.h"
#include "core/text/utf8.h"

namespace sokenh::text {
namespace {

// CLDR's root order of what comes before the digits, as far as offices type it.
constexpr std::u32string_view kBeforeDigits =
    U"\t\n\v\f\r\u0085 _-–—,;:!?.…·'‘’\"“”«»()[]{}§@*/\\&#%•`^°©®+±÷×<=>|~$£¥₫€";

constexpr char32_t kFirstDigit = 0x80;  // above every position in kBeforeDigits
constexpr char32_t kFirstLetter =
    0x90;  // four places a letter: plain and up to two Vietnamese letters of their own
constexpr char32_t kOtherScripts = 0x200;

constexpr char32_t kHorn = 0x31B;
constexpr char32_t kBreve = 0x306;
constexpr char32_t kCircumflex = 0x302;

// A mark that makes another letter of the Vietnamese alphabet, as a place after the plain letter; 0
// if it is only a mark.
char32_t letter_mark(char32_t small_base, char32_t mark) {
  switch (small_base) {
    case 'a':
      return mark == kBreve ? 1 : mark == kCircumflex ? 2 : 0;
    case 'e':
      return mark == kCircumflex ? 1 : 0;
    case 'o':
      return mark == kCircumflex ? 1 : mark == kHorn ? 2 : 0;
    case 'u':
      return mark == kHorn ? 1 : 0;
    default:
      return 0;
  }
}

char mark_weight(char32_t mark) {
  constexpr std::array<char32_t, 5> tones{0x300, 0x309, 0x303, 0x301, 0x323};
  for (std::size_t i = 0; i < tones.size(); ++i) {
    if (tones[i] == mark) return static_cast<char>(2 + i);
  }
  return static_cast<char>(8 + (mark - 0x300) % 0x70);  // other marks after the tones
}

char32_t primary_weight(char32_t small) {
  if (small >= '0' && small <= '9') return kFirstDigit + (small - '0');
  if (small >= 'a' && small <= 'z') return kFirstLetter + (small - 'a') * 4;
  if (small == 0x111) return kFirstLetter + ('d' - 'a') * 4 + 1;  // đ
  const std::size_t position = kBeforeDigits.find(small == 0xA0 ? U' ' : small);
  if (position != std::u32string_view::npos) return static_cast<char32_t>(position + 1);
  // Above what append_code_point takes lies nothing; surrogates never come out of decompose().
  return small + kOtherScripts > 0x10FFFF ? 0x10FFFF : small + kOtherScripts;
}

// As UTF-8, whose bytes sort as the numbers do; numbers that would be surrogates are moved beyond
// them.
void append_weight(std::string& key, char32_t weight) {
  append_code_point(key, weight >= 0xD800 && weight <= 0xFFFF ? weight + 0x100000 : weight);
}

}  // namespace

std::string collation_key(std::string_view utf8) {
  const std::u32string apart = decompose(utf8);
  std::string primary;
  std::string secondary;
  std::string tertiary;
  for (std::size_t i = 0; i < apart.size(); ++i) {
    const char32_t base = apart[i];
    if (is_zero_width(base) || (base < 0x20 && !is_space(base))) continue;
    const char32_t small = lower(base);
    if (combining_class(base) != 0) {  // a mark without a letter before it
      secondary.push_back(mark_weight(base));
      tertiary.push_back(1);
      continue;
    }
    char32_t weight = primary_weight(small);
    std::string marks;
    for (; i + 1 < apart.size() && combining_class(apart[i + 1]) != 0; ++i) {
      const char32_t place = weight == primary_weight(small) ? letter_mark(small, apart[i + 1]) : 0;
      if (place != 0) {
        weight += place;
      } else {
        marks.push_back(mark_weight(apart[i + 1]));
      }
    }
    append_weight(primary, weight);
    secondary.push_back(1);
    secondary += marks;
    tertiary.push_back(base == small ? 1 : 2);
    tertiary.append(marks.size(), 1);
  }
  return primary + '\0' + secondary + '\0' + tertiary;
}

int compare(std::string_view a, std::string_view b) {
  return collation_key(a).compare(collation_key(b));
}

}  // namespace sokenh::text
