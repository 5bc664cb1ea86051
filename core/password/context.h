// PasswordContext: what an attacker who knows the unit tries first.
//
// Made once from the declaration, then used for each password. Holds nothing secret.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/password/trie.h"

namespace sokenh {
struct Declaration;
}

namespace sokenh::password {

enum class OwnKind : std::uint8_t { unit_name, user_name, person, domain, telephone, channel };

struct OwnWord {
  std::string text;  // as written: «Trường Tiểu học Đại Lộc»
  OwnKind kind = OwnKind::unit_name;
};

class PasswordContext {
 public:
  // Years near `today` are guessed first.
  explicit PasswordContext(const Date& today) : today_(today) {}

  // Also its parts as people shorten it: «dailoc», «tieuhocdailoc», «thdl», the name before @, the
  // labels of a domain, a number with 84 and its last six digits. Blank texts add nothing; beyond
  // 4,096 forms nothing is added, so that a declaration of any size stays cheap.
  void add(std::string_view text, OwnKind kind);
  // To be called once, after the last add().
  void finish();

  const Date& today() const { return today_; }
  const std::vector<OwnWord>& words() const { return words_; }
  const Trie& trie() const { return trie_; }  // its values are indices of words()

 private:
  void add_form(std::string_view plain, std::uint32_t word);

  Date today_;
  std::vector<OwnWord> words_;
  TrieBuilder builder_;
  Trie trie_;
};

// Unit name, e-mail and telephone, channels' names, addresses and telephones, accounts' user names
// and holders.
PasswordContext context_of(const Declaration& declaration, const Date& today);

}  // namespace sokenh::password
