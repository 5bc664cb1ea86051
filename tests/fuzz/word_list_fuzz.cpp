// The dictionary's file: any bytes are read or refused, and what was read can be used.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/password/estimate.h"
#include "core/password/generate.h"
#include "core/password/word_list.h"
#include "core/text/utf8.h"

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sokenh;
  using namespace sokenh::password;
  const Result<WordList> list = WordList::read({data, size});
  if (!list) {
    require(!list.error().place.empty() || !list.error().detail.empty());
    return 0;
  }
  PasswordContext context({2026, 11, 26});
  context.finish();
  for (std::uint32_t i = 0; i < list->size() && i < 50; ++i) {
    const Word word = list->word(i);
    require(text::is_valid_utf8(word.meant) && !word.meant.empty());
    // A word of the list is found as a whole, or something cheaper is.
    const PasswordEstimate found = estimate(word.meant, *list, context);
    require(found.parts.back().end == word.meant.size());
  }
  require(list->passphrase_words().size() <= list->size());
  const std::uint8_t random[64] = {};
  static_cast<void>(generate(PassphraseRecipe{}, *list, random));
  return 0;
}
