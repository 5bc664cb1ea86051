#include "tests/password/words.h"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

#include "tests/test_data.h"

namespace sokenh::password {

std::string shipped_words_file() {
  std::ifstream file(SOKENH_PASSWORD_WORDS, std::ios::binary);
  if (!file) {
    std::cerr << SOKENH_PASSWORD_WORDS << " is missing: node scripts/password_words.mjs\n";
    std::exit(1);
  }
  return {std::istreambuf_iterator<char>(file), {}};
}

const WordList& shipped_words() {
  static const WordList words = [] {
    const std::string bytes = shipped_words_file();
    Result<WordList> read =
        WordList::read({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
    if (!read) {
      std::cerr << SOKENH_PASSWORD_WORDS << ": " << read.error().place << "\n";
      std::exit(1);
    }
    return std::move(*read);
  }();
  return words;
}

PasswordContext no_unit() {
  PasswordContext context({2026, 11, 26});
  context.finish();
  return context;
}

PasswordEstimate estimate_of(std::string_view utf8) {
  static const PasswordContext context = no_unit();
  return estimate(utf8, shipped_words(), context);
}

std::vector<std::string> password_lines(std::string_view name) {
  const std::string text = test_data("password/" + std::string(name));
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string line = text.substr(begin, end - begin);
    if (!line.empty() && !line.starts_with("## ")) lines.push_back(std::move(line));
    begin = end + 1;
  }
  return lines;
}

}  // namespace sokenh::password
