#include "core/password/context.h"

#include <algorithm>

#include "core/inventory/declaration.h"
#include "core/text/ascii.h"
#include "core/text/fold.h"
#include "core/text/telephone.h"

namespace sokenh::password {

namespace {

constexpr std::size_t kMaxForms = 4096;
constexpr std::size_t kMaxTextBytes = 1000;  // of one text, what follows is not looked at
constexpr std::size_t kMaxRunWords = 8;      // «tieuhocdailoc» is 4
constexpr std::size_t kMinFormLength = 3;
constexpr std::size_t kLeastDigits = 6;  // of a telephone number's end

// Of every address: no part of anybody's name.
constexpr std::string_view kAddressWords[] = {"www", "http", "https", "com",  "vn", "edu", "gov",
                                              "net", "org",  "gmail", "page", "id", "php"};

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text::fold(text)) {
    if (text::is_ascii_alphanumeric(c)) {
      word.push_back(c);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

// The forms of a name of several words: runs of two and more, initials, initials before the rest.
std::vector<std::string> forms_of_name(const std::vector<std::string>& words) {
  std::vector<std::string> forms;
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    std::string run;
    std::string initials;
    for (std::size_t end = begin; end < words.size() && end - begin < kMaxRunWords; ++end) {
      run += words[end];
      initials += words[end].front();
      if (end > begin || words.size() == 1) forms.push_back(run);
      if (end > begin + 1) forms.push_back(initials);
      if (begin > 1 || end + 1 >= words.size()) continue;
      // «thdailoc», «ntHuong».
      std::string rest = initials;
      for (std::size_t i = end + 1; i < words.size() && i - end <= kMaxRunWords; ++i)
        rest += words[i];
      forms.push_back(std::move(rest));
    }
  }
  return forms;
}

// The e-mail addresses in a text.
void add_addresses(PasswordContext& context, std::string_view text) {
  constexpr std::string_view kBetween = " \t\n,;()<>";
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of(kBetween, begin), text.size());
    const std::string_view piece = text.substr(begin, end - begin);
    if (piece.find('@') != std::string_view::npos) context.add(piece, OwnKind::user_name);
    begin = end + 1;
  }
}

}  // namespace

void PasswordContext::add_form(std::string_view plain, std::uint32_t word) {
  if (plain.size() < kMinFormLength || builder_.size() >= kMaxForms) return;
  builder_.add(plain, word);
}

void PasswordContext::add(std::string_view text, OwnKind kind) {
  text = text.substr(0, kMaxTextBytes);
  if (text::is_blank(text) || builder_.size() >= kMaxForms) return;
  const auto word = static_cast<std::uint32_t>(words_.size());
  words_.push_back({std::string(text::trim(text)), kind});
  if (kind == OwnKind::telephone) {
    for (const text::FoundTelephone& found : text::find_telephones(text).found) {
      const std::string& digits = found.telephone.digits;
      add_form("84" + digits.substr(1), word);
      for (std::size_t i = 0; i + kLeastDigits <= digits.size(); ++i) {
        add_form(std::string_view(digits).substr(i), word);
      }
    }
    return;
  }
  std::vector<std::string> words = words_of(text);
  if (kind == OwnKind::user_name || kind == OwnKind::domain || kind == OwnKind::channel) {
    // «nguyenhuong.c1dailoc@haiphong.edu.vn»: each piece, and all before the @.
    const std::string_view name = text.substr(0, text.find('@'));
    std::string joined;
    for (const std::string& piece : words_of(name)) joined += piece;
    add_form(joined, word);
    std::erase_if(words, [](const std::string& piece) {
      return std::find(std::begin(kAddressWords), std::end(kAddressWords), piece) !=
             std::end(kAddressWords);
    });
    for (const std::string& piece : words) {
      // A syllable of a channel's name is no secret of the unit's.
      if (kind != OwnKind::channel || piece.size() > 6) add_form(piece, word);
    }
  }
  for (const std::string& form : forms_of_name(words)) add_form(form, word);
  if (kind == OwnKind::person && words.size() > 1) {
    const std::string& given = words.back();
    add_form(given, word);
    std::string initials;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) initials += words[i].front();
    add_form(given + initials, word);  // «huongnt», as user names are made
  }
}

void PasswordContext::finish() {
  trie_ =
      builder_.build([this](std::uint32_t word) { return static_cast<int>(words_[word].kind); });
  builder_ = {};
}

PasswordContext context_of(const Declaration& declaration, const Date& today) {
  PasswordContext context(today);
  const Unit& unit = declaration.unit;
  context.add(unit.name, OwnKind::unit_name);
  context.add(unit.parent, OwnKind::unit_name);
  context.add(unit.place, OwnKind::unit_name);
  context.add(unit.code, OwnKind::unit_name);
  context.add(unit.telephone, OwnKind::telephone);
  context.add(unit.email, OwnKind::user_name);
  context.add(unit.head_name, OwnKind::person);
  context.add(unit.preparer_name, OwnKind::person);
  for (const Account& account : declaration.accounts) {
    context.add(account.user_name, OwnKind::user_name);
    context.add(account.holder, OwnKind::person);
  }
  for (const Channel& channel : declaration.channels) {
    context.add(channel.name, OwnKind::channel);
    context.add(channel.identifier, OwnKind::domain);
    context.add(channel.administrators, OwnKind::person);
    context.add(channel.contact, OwnKind::telephone);
    add_addresses(context, channel.contact);
  }
  context.finish();
  return context;
}

}  // namespace sokenh::password
