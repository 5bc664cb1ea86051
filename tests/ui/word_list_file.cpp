#include "tests/ui/word_list_file.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "core/password/word_list.h"

namespace sokenh {

namespace {

using password::WordKind;

// One byte each: everything here is short.
void append_number(std::string& file, std::size_t number) {
  file.push_back(static_cast<char>(number));
}

void append_section(std::string& file, WordKind kind, int tenths, int flags,
                    std::vector<std::string_view> words) {
  std::sort(words.begin(), words.end());
  append_number(file, static_cast<std::size_t>(kind));
  append_number(file, static_cast<std::size_t>(tenths));
  append_number(file, static_cast<std::size_t>(flags));
  append_number(file, words.size());
  for (const std::string_view word : words) {
    append_number(file, 0);
    append_number(file, word.size());
    file.append(word);
  }
}

}  // namespace

std::string word_list_file() {
  std::string file = "SKWL";
  append_number(file, 1);
  append_number(file, 3);
  append_section(file, WordKind::common, 20, 0, {"123456", "matkhau", "password"});
  append_section(file, WordKind::syllable, 25, password::kPassphraseWords,
                 {"buồn", "cây", "gió", "hoa", "lúa", "mây", "núi", "sông", "trăng", "biển"});
  append_section(file, WordKind::place, 18, 0, {"Bắc Giang", "Hải Phòng"});
  return file;
}

}  // namespace sokenh
