// Passwords: whatever is typed, the parts cover it in order, the estimate is a number, the rules
// and the comparison agree with themselves. The first byte says how much of the text belongs to the
// unit's own names.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/password/estimate.h"
#include "core/password/policy_check.h"
#include "core/password/reuse.h"
#include "core/policy/pack.h"
#include "core/text/utf8.h"

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

// A few words of each kind, as core/password/word_list.h describes the file.
sokenh::password::WordList few_words() {
  constexpr std::string_view kWords[] = {"haiphong", "Hải Phòng", "Nguyễn",  "Đà Nẵng", "mật khẩu",
                                         "p@ssw0rd", "aa",        "nghieng", "uou",     "trường"};
  std::string file = "SKWL\x01\x01";
  file += std::string("\x06\x05\x00", 3);
  file += static_cast<char>(std::size(kWords));
  for (const std::string_view word : kWords) {
    file += '\0';
    file += static_cast<char>(word.size());
    file += word;
  }
  auto list = sokenh::password::WordList::read(
      {reinterpret_cast<const std::uint8_t*>(file.data()), file.size()});
  require(list.has_value());
  return std::move(*list);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sokenh;
  using namespace sokenh::password;
  static const WordList words = few_words();
  static const std::vector<const Pack*> packs = [] {
    std::vector<const Pack*> all;
    for (const Pack& pack : builtin_packs()) all.push_back(&pack);
    return all;
  }();
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::string_view own = text.substr(0, data[0] / 8);
  PasswordContext context({2026, 11, 26});
  context.add(own, static_cast<OwnKind>(data[0] % 6));
  context.finish();

  const PasswordEstimate estimated = estimate(text, words, context);
  require(std::isfinite(estimated.log10_guesses) && estimated.log10_guesses >= 0);
  require(estimated.score == score_of(estimated.log10_guesses));
  std::size_t end = 0;
  for (const Part& part : estimated.parts) {
    require(part.begin == end && part.end > part.begin && part.end <= text.size());
    // What is repeated, and the unit's own words, are text that came in.
    require(text::is_valid_utf8(part.meant.view()) || !text::is_valid_utf8(text) ||
            !text::is_valid_utf8(own));
    end = part.end;
  }
  require(estimated.cut || end == text.size());

  const PolicyCheck checked = check_policy(text, estimated, context, packs);
  for (const PolicyResult& result : checked.results) {
    require(!checked.passed || result.passed || result.pack == nullptr);
  }
  const std::string_view both[] = {text, text.substr(text.size() / 2)};
  for (const ReusedPair& pair : find_reuse(both)) require(pair.first == 0 && pair.second == 1);
  const std::string_view same[] = {text, text};
  require(find_reuse(same).size() == (text.empty() ? 0 : 1));
  return 0;
}
