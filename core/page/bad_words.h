// Words that those who break into sites leave there: gambling above all, medicines, loans, sex,
// «hacked by». The list is data (bad_words.def), a row a word.
//
// A word of the list is found written with its diacritics, or wholly without («nha cai»), with
// digits for letters («nh4 c4i», «c@ cuoc»), and, where it is long enough, run together as in
// addresses («nhacai88.com», «tai-xiu-online»). «Nhà cải tạo» is not «nhà cái»: a word written with
// other diacritics is another word.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sokenh::page {

enum class BadWordKind : std::uint8_t { gambling, medicine, adult, loan, defacement };
std::string_view bad_word_kind_key(BadWordKind kind);

struct BadWord {
  BadWordKind kind = BadWordKind::gambling;
  std::string_view word;  // as the list has it
};

// Each word of the list that is in `text` once, in the list's order. Time is linear in the text.
std::vector<BadWord> find_bad_words(std::string_view text);
// In an address: also run together, between letters.
std::vector<BadWord> find_bad_words_in_address(std::string_view address);

}  // namespace sokenh::page
