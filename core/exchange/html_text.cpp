#include "core/exchange/html_text.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "core/text/utf8.h"

namespace sokenh {
namespace {

struct NamedCharacter {
  std::string_view name;
  char32_t character;
};

// The names of HTML 4 that text in Vietnamese, English or French is written with (LibreOffice names
// every Latin-1 letter); sorted by bytes.
constexpr NamedCharacter kNamedCharacters[] = {
    {"AElig", 0xC6},   {"Aacute", 0xC1},   {"Acirc", 0xC2},    {"Agrave", 0xC0},  {"Aring", 0xC5},
    {"Atilde", 0xC3},  {"Auml", 0xC4},     {"Ccedil", 0xC7},   {"ETH", 0xD0},     {"Eacute", 0xC9},
    {"Ecirc", 0xCA},   {"Egrave", 0xC8},   {"Euml", 0xCB},     {"Iacute", 0xCD},  {"Icirc", 0xCE},
    {"Igrave", 0xCC},  {"Iuml", 0xCF},     {"Ntilde", 0xD1},   {"OElig", 0x152},  {"Oacute", 0xD3},
    {"Ocirc", 0xD4},   {"Ograve", 0xD2},   {"Oslash", 0xD8},   {"Otilde", 0xD5},  {"Ouml", 0xD6},
    {"Scaron", 0x160}, {"THORN", 0xDE},    {"Uacute", 0xDA},   {"Ucirc", 0xDB},   {"Ugrave", 0xD9},
    {"Uuml", 0xDC},    {"Yacute", 0xDD},   {"Yuml", 0x178},    {"aacute", 0xE1},  {"acirc", 0xE2},
    {"acute", 0xB4},   {"aelig", 0xE6},    {"agrave", 0xE0},   {"amp", '&'},      {"apos", '\''},
    {"aring", 0xE5},   {"atilde", 0xE3},   {"auml", 0xE4},     {"bdquo", 0x201E}, {"brvbar", 0xA6},
    {"bull", 0x2022},  {"ccedil", 0xE7},   {"cedil", 0xB8},    {"cent", 0xA2},    {"copy", 0xA9},
    {"curren", 0xA4},  {"deg", 0xB0},      {"divide", 0xF7},   {"eacute", 0xE9},  {"ecirc", 0xEA},
    {"egrave", 0xE8},  {"emsp", 0x2003},   {"ensp", 0x2002},   {"eth", 0xF0},     {"euml", 0xEB},
    {"euro", 0x20AC},  {"frac12", 0xBD},   {"frac14", 0xBC},   {"frac34", 0xBE},  {"ge", 0x2265},
    {"gt", '>'},       {"hellip", 0x2026}, {"iacute", 0xED},   {"icirc", 0xEE},   {"iexcl", 0xA1},
    {"igrave", 0xEC},  {"iquest", 0xBF},   {"iuml", 0xEF},     {"laquo", 0xAB},   {"larr", 0x2190},
    {"ldquo", 0x201C}, {"le", 0x2264},     {"lsaquo", 0x2039}, {"lsquo", 0x2018}, {"lt", '<'},
    {"macr", 0xAF},    {"mdash", 0x2014},  {"micro", 0xB5},    {"middot", 0xB7},  {"nbsp", 0xA0},
    {"ndash", 0x2013}, {"ne", 0x2260},     {"not", 0xAC},      {"ntilde", 0xF1},  {"oacute", 0xF3},
    {"ocirc", 0xF4},   {"oelig", 0x153},   {"ograve", 0xF2},   {"ordf", 0xAA},    {"ordm", 0xBA},
    {"oslash", 0xF8},  {"otilde", 0xF5},   {"ouml", 0xF6},     {"para", 0xB6},    {"plusmn", 0xB1},
    {"pound", 0xA3},   {"quot", '"'},      {"raquo", 0xBB},    {"rarr", 0x2192},  {"rdquo", 0x201D},
    {"reg", 0xAE},     {"rsaquo", 0x203A}, {"rsquo", 0x2019},  {"sbquo", 0x201A}, {"scaron", 0x161},
    {"sect", 0xA7},    {"shy", 0xAD},      {"sup1", 0xB9},     {"sup2", 0xB2},    {"sup3", 0xB3},
    {"szlig", 0xDF},   {"thinsp", 0x2009}, {"thorn", 0xFE},    {"tilde", 0x2DC},  {"times", 0xD7},
    {"trade", 0x2122}, {"uacute", 0xFA},   {"ucirc", 0xFB},    {"ugrave", 0xF9},  {"uml", 0xA8},
    {"uuml", 0xFC},    {"yacute", 0xFD},   {"yen", 0xA5},      {"yuml", 0xFF},
};
static_assert(std::is_sorted(std::begin(kNamedCharacters), std::end(kNamedCharacters),
                             [](const NamedCharacter& a, const NamedCharacter& b) {
                               return a.name < b.name;
                             }));

// Windows-1252 from 128 on; 0 where it has no character.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

constexpr std::size_t kLongestReference = 32;  // characters between & and ;

std::optional<char32_t> find_named(std::string_view name) {
  const auto* const found = std::lower_bound(
      std::begin(kNamedCharacters), std::end(kNamedCharacters), name,
      [](const NamedCharacter& entry, std::string_view wanted) { return entry.name < wanted; });
  if (found == std::end(kNamedCharacters) || found->name != name) return std::nullopt;
  return found->character;
}

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 99;
}

char32_t numbered_character(char32_t number) {
  if (number >= 0x80 && number <= 0x9F) number = kWindows1252[number - 0x80];
  return number == 0 ? text::kReplacementCharacter : number;
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out.push_back(c);
    }
  }
  return out;
}

std::size_t decode_character_reference(std::string_view text, std::string& out) {
  if (text.size() < 3 || text[0] != '&') return 0;
  text = text.substr(0, kLongestReference + 2);
  std::size_t end = 1;
  if (text[1] == '#') {
    const bool hexadecimal = text[2] == 'x' || text[2] == 'X';
    const int base = hexadecimal ? 16 : 10;
    const std::size_t start = hexadecimal ? 3 : 2;
    char32_t number = 0;
    for (end = start; end < text.size() && digit_value(text[end]) < base; ++end) {
      const auto digit = static_cast<char32_t>(digit_value(text[end]));
      number = std::min<char32_t>(number * static_cast<char32_t>(base) + digit, 0x110000);
    }
    if (end == start) return 0;
    text::append_code_point(out, numbered_character(number));
  } else {
    const auto is_name = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    while (end < text.size() && is_name(text[end])) ++end;
    // Only with its semicolon: «?a=1&copy=2» in an address is no ©.
    if (end == text.size() || text[end] != ';') return 0;
    const auto character = find_named(text.substr(1, end - 1));
    if (!character) return 0;
    text::append_code_point(out, *character);
  }
  return end < text.size() && text[end] == ';' ? end + 1 : end;
}

}  // namespace sokenh
