#include "core/page/bad_words.h"

#include <algorithm>
#include <array>

#include "core/text/ascii.h"
#include "core/text/compose.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace sokenh::page {
namespace {

struct Entry {
  BadWordKind kind;
  std::string_view words;
  bool joined;
};
constexpr std::array kEntries{
#define BAD_WORD(kind, words, joined) Entry{BadWordKind::kind, words, joined},
#include "core/page/bad_words.def"
#undef BAD_WORD
};

// Digits and signs that stand for letters.
char plain_letter(char c) {
  switch (c) {
    case '0':
      return 'o';
    case '1':
    case '!':
      return 'i';
    case '3':
      return 'e';
    case '4':
    case '@':
      return 'a';
    case '5':
    case '$':
      return 's';
    case '7':
      return 't';
    default:
      return c;
  }
}

struct Form {
  std::string exact;   // lower case, one space between words and one around the whole
  std::string folded;  // without diacritics
  std::string joined;  // without spaces; "" when it is not looked for so
};

// The list in the forms that are looked for, made once.
const std::vector<Form>& forms() {
  static const std::vector<Form> made = [] {
    std::vector<Form> all;
    all.reserve(kEntries.size());
    for (const Entry& entry : kEntries) {
      const std::string exact = text::lower(text::compose(entry.words));
      const std::string folded = text::fold(exact);
      Form form{" " + exact + " ", " " + folded + " ", {}};
      if (entry.joined) {
        form.joined = folded;
        std::erase(form.joined, ' ');
      }
      all.push_back(std::move(form));
    }
    return all;
  }();
  return made;
}

// What is looked at: the same text in four spellings.
struct Spellings {
  std::string exact;    // lower case, words apart by one space
  std::string plain;    // of words in ASCII alone; others are «*»
  std::string letters;  // plain, with digits read as letters
  std::string joined;   // folded, letters and digits without anything between them, words too
  std::string joined_letters;
};

Spellings spell(std::string_view text, bool is_address) {
  const std::string lowered = text::lower(text::compose(text));
  Spellings out;
  out.exact = out.plain = out.letters = " ";
  std::string word;
  bool ascii = true, digits = false;
  const auto end_word = [&] {
    if (word.empty()) return;
    out.exact += word + " ";
    out.plain += ascii ? word + " " : std::string("* ");
    std::string letters = word;
    // «2026» and «đội 7» are numbers: only with a letter in it a word is read so.
    if (ascii && digits && std::any_of(word.begin(), word.end(), text::is_ascii_letter))
      std::transform(letters.begin(), letters.end(), letters.begin(), plain_letter);
    out.letters += ascii ? letters + " " : std::string("* ");
    // Within a word of a text, within the whole of an address.
    const std::string folded = text::fold(word);
    if (ascii || is_address) {
      out.joined += folded;
      std::transform(letters.begin(), letters.end(), letters.begin(), plain_letter);
      out.joined_letters += ascii ? letters : folded;
    }
    if (!is_address) {
      out.joined += ' ';
      out.joined_letters += ' ';
    }
    word.clear();
    ascii = true;
    digits = false;
  };
  for (std::size_t at = 0; at < lowered.size();) {
    const text::DecodedCodePoint next = text::decode_code_point(lowered, at);
    const char32_t c = next.code_point;
    const bool stands_for_letter = (c == '@' || c == '$' || c == '!') && !word.empty() &&
                                   at + 1 < lowered.size() &&
                                   text::is_ascii_letter(lowered[at + 1]);
    if (text::is_zero_width(c)) {
      // Left out: it is there to cut words apart unseen.
    } else if (text::is_word_character(c) || stands_for_letter) {
      word.append(lowered, at, next.bytes);
      ascii = ascii && c < 0x80;
      digits = digits || stands_for_letter || (c >= '0' && c <= '9');
    } else {
      end_word();
    }
    at += next.bytes;
  }
  end_word();
  return out;
}

std::vector<BadWord> find(std::string_view text, bool is_address) {
  const Spellings spellings = spell(text, is_address);
  const auto holds = [](const std::string& where, const std::string& what) {
    return where.find(what) != std::string::npos;
  };
  std::vector<BadWord> found;
  for (std::size_t i = 0; i < kEntries.size(); ++i) {
    const Form& form = forms()[i];
    const bool is_there =
        holds(spellings.exact, form.exact) || holds(spellings.plain, form.folded) ||
        holds(spellings.letters, form.folded) ||
        (!form.joined.empty() &&
         (holds(spellings.joined, form.joined) || holds(spellings.joined_letters, form.joined)));
    if (is_there) found.push_back({kEntries[i].kind, kEntries[i].words});
  }
  return found;
}

}  // namespace

std::string_view bad_word_kind_key(BadWordKind kind) {
  constexpr std::array<std::string_view, 5> keys{"gambling", "medicine", "adult", "loan",
                                                 "defacement"};
  return keys[static_cast<std::size_t>(kind)];
}

std::vector<BadWord> find_bad_words(std::string_view text) { return find(text, false); }

std::vector<BadWord> find_bad_words_in_address(std::string_view address) {
  return find(address, true);
}

}  // namespace sokenh::page
