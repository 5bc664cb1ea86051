// The dictionary as it ships, and what the tests ask of an estimate with it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/password/context.h"
#include "core/password/estimate.h"
#include "core/password/word_list.h"

namespace sokenh::password {

const WordList& shipped_words();  // build/words.bin, made by scripts/password_words.mjs
std::string shipped_words_file();
PasswordContext no_unit();  // on 26/11/2026
PasswordEstimate estimate_of(std::string_view utf8);

// A file of tests/data/password/: a password a line, headings left out.
std::vector<std::string> password_lines(std::string_view name);

}  // namespace sokenh::password
