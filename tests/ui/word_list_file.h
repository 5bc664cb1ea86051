// A word list of a few words, as core/password/word_list.h describes the file.
#pragma once

#include <string>

namespace sokenh {

std::string word_list_file();

}  // namespace sokenh
