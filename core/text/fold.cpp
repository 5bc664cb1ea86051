#include "core/text/fold.h"

#include <algorithm>
#include <array>

#include "core/text/ascii.h"
#include "core/text/latin_tables.h"
#include "core/text/utf8.h"

namespace sokenh::text {
namespace {

struct CaseRange {
  char32_t first, last;  // of the capital letters, inclusive
  char32_t distance;     // to the small letter
  char32_t step;         // 2 where capital and small letters alternate
};

// Unicode Character Database 15.0, simple case mapping of the Latin blocks named in the header.
constexpr CaseRange kCaseRanges[] = {
    {'A', 'Z', 32, 1},      {0xC0, 0xD6, 32, 1},  {0xD8, 0xDE, 32, 1},  {0x100, 0x12E, 1, 2},
    {0x132, 0x136, 1, 2},   {0x139, 0x147, 1, 2}, {0x14A, 0x176, 1, 2}, {0x179, 0x17D, 1, 2},
    {0x1A0, 0x1A4, 1, 2},   {0x1AF, 0x1AF, 1, 1}, {0x1CD, 0x1DB, 1, 2}, {0x1DE, 0x1EE, 1, 2},
    {0x1F8, 0x21E, 1, 2},   {0x222, 0x232, 1, 2}, {0x246, 0x24E, 1, 2}, {0x1E00, 0x1E94, 1, 2},
    {0x1EA0, 0x1EFE, 1, 2},
};

constexpr char32_t small_letter(char32_t code_point) {
  if (code_point < 0x80)
    return code_point >= 'A' && code_point <= 'Z' ? code_point + 32 : code_point;
  if (code_point == 0x178) return 0xFF;  // Ÿ, the one whose pair lies elsewhere
  for (const CaseRange& range : kCaseRanges) {
    if (code_point >= range.first && code_point <= range.last &&
        (code_point - range.first) % range.step == 0) {
      return code_point + range.distance;
    }
  }
  return code_point;
}

constexpr char32_t without_marks(char32_t letter) {
  while (const LatinComposition* entry = find_composition(letter)) letter = entry->base;
  const char32_t small = small_letter(letter);
  return small == 0x111 ? U'd' : small;  // đ
}

// without_marks() of every letter that can have some, worked out by the compiler: fold() is behind
// all that recognises words.
template <char32_t First, char32_t End>
constexpr std::array<char16_t, End - First> kWithoutMarks = [] {
  std::array<char16_t, End - First> letters{};
  for (char32_t c = First; c < End; ++c)
    letters[c - First] = static_cast<char16_t>(without_marks(c));
  return letters;
}();

char32_t fold_beyond_ascii(char32_t c) {
  if (c >= 0xC0 && c < 0x250) return kWithoutMarks<0xC0, 0x250>[c - 0xC0];
  if (c >= 0x1E00 && c < 0x1F00) return kWithoutMarks<0x1E00, 0x1F00>[c - 0x1E00];
  if (c == 0x212A) return 'k';  // the signs of Kelvin and
  if (c == 0x212B) return 'a';  // ångström are letters
  return c;
}

}  // namespace

char32_t lower(char32_t code_point) { return small_letter(code_point); }

char32_t upper(char32_t code_point) {
  if (code_point == 0xFF) return 0x178;
  for (const CaseRange& range : kCaseRanges) {
    const char32_t first = range.first + range.distance;
    if (code_point >= first && code_point <= range.last + range.distance &&
        (code_point - first) % range.step == 0) {
      return code_point - range.distance;
    }
  }
  return code_point;
}

namespace {

std::string mapped(std::string_view utf8, char32_t (*map)(char32_t)) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const DecodedCodePoint decoded = decode_code_point(utf8, i);
    append_code_point(out, map(decoded.code_point));
    i += decoded.bytes;
  }
  return out;
}

}  // namespace

std::string lower(std::string_view utf8) {
  if (!std::all_of(utf8.begin(), utf8.end(), is_ascii)) return mapped(utf8, lower);
  std::string out(utf8);
  for (char& c : out) c = ascii_lower(c);
  return out;
}
std::string upper(std::string_view utf8) { return mapped(utf8, upper); }

bool is_space(char32_t c) {
  if (c > ' ' && c < 0x80) return false;
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

bool is_zero_width(char32_t c) {
  return (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF || c == 0xAD;
}

bool is_word_character(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const bool punctuation = c < 0xC0 || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x206F) ||
                           (c >= 0x3000 && c <= 0x303F) || c == 0xFEFF;
  return !punctuation;
}

std::string fold(std::string_view utf8) {
  std::string folded(utf8.size(), '\0');  // no letter gets longer
  std::size_t size = 0;
  bool space_pending = false;
  const auto end_space = [&] {
    if (space_pending) folded[size++] = ' ';
    space_pending = false;
  };
  for (std::size_t i = 0; i < utf8.size();) {
    if (utf8[i] > ' ' && is_ascii(utf8[i])) {  // most of any text
      end_space();
      folded[size++] = ascii_lower(utf8[i++]);
      continue;
    }
    const DecodedCodePoint decoded = decode_code_point(utf8, i);
    if (!decoded.well_formed) return fold(to_utf8(to_code_points(utf8)));
    i += decoded.bytes;
    const char32_t c = decoded.code_point;
    if (is_space(c)) {
      space_pending = size != 0;
      continue;
    }
    if (combining_class(c) != 0 || is_zero_width(c)) continue;
    end_space();
    const char32_t letter = fold_beyond_ascii(c);
    if (letter < 0x80) {
      folded[size++] = static_cast<char>(letter);
    } else {
      size += put_beyond_ascii(letter, &folded[size]);
    }
  }
  folded.resize(size);
  return folded;
}

std::string_view trim(std::string_view utf8) {
  std::size_t begin = 0;
  while (begin < utf8.size()) {
    const DecodedCodePoint decoded = decode_code_point(utf8, begin);
    if (!is_space(decoded.code_point)) break;
    begin += decoded.bytes;
  }
  std::size_t end = utf8.size();
  while (end > begin) {
    const char32_t last = code_point_before(utf8, end);
    if (!is_space(last)) break;
    end -= last < 0x80 ? 1 : last < 0x800 ? 2 : 3;  // white space takes no more
  }
  return utf8.substr(begin, end - begin);
}

bool is_blank(std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size();) {
    const DecodedCodePoint decoded = decode_code_point(utf8, i);
    if (!is_space(decoded.code_point) && !is_zero_width(decoded.code_point)) return false;
    i += decoded.bytes;
  }
  return true;
}

}  // namespace sokenh::text
