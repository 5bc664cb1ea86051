#include "core/password/word_list.h"

#include <algorithm>
#include <optional>

#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace sokenh::password {

namespace {

constexpr std::string_view kMagic = "SKWL";
constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kMaxFileBytes = 4U << 20U;
constexpr std::size_t kMaxWords = 200'000;
constexpr std::size_t kMaxWordBytes = 100;

Error damaged(std::size_t position) {
  return {ErrorCode::word_list_damaged, "byte " + std::to_string(position)};
}

class Reader {
 public:
  explicit Reader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  std::size_t position() const { return position_; }
  bool at_end() const { return position_ == bytes_.size(); }

  std::optional<std::uint8_t> byte() {
    if (at_end()) return std::nullopt;
    return bytes_[position_++];
  }

  // At most `most`; in the fewest bytes.
  std::optional<std::size_t> number(std::size_t most) {
    std::size_t value = 0;
    for (unsigned shift = 0; shift < 28; shift += 7) {
      const std::optional<std::uint8_t> next = byte();
      if (!next || (*next == 0 && shift > 0)) return std::nullopt;
      value |= static_cast<std::size_t>(*next & 0x7FU) << shift;
      if (*next < 0x80) return value <= most ? std::optional(value) : std::nullopt;
    }
    return std::nullopt;
  }

  std::optional<std::string_view> text(std::size_t size) {
    if (bytes_.size() - position_ < size) return std::nullopt;
    const auto* begin = reinterpret_cast<const char*>(bytes_.data() + position_);
    position_ += size;
    return std::string_view(begin, size);
  }

 private:
  std::span<const std::uint8_t> bytes_;
  std::size_t position_ = 0;
};

// As people type it: «Bà Rịa – Vũng Tàu» -> "bariavungtau". Passwords that leaked stay as they are.
std::string plain_of(std::string_view meant, WordKind kind) {
  if (kind == WordKind::common) return std::string(meant);
  std::string plain = text::fold(meant);
  std::erase_if(plain, [](char c) { return c == ' ' || c == '-' || c == '\''; });
  return plain;
}

}  // namespace

Result<WordList> WordList::read(std::span<const std::uint8_t> bytes) {
  if (bytes.size() > kMaxFileBytes) return damaged(kMaxFileBytes);
  Reader reader(bytes);
  if (reader.text(kMagic.size()) != kMagic) return damaged(0);
  const std::optional<std::uint8_t> version = reader.byte();
  if (!version) return damaged(reader.position());
  if (*version != kVersion) {
    return Error{ErrorCode::word_list_newer_version, "", std::to_string(*version)};
  }
  const std::optional<std::uint8_t> sections = reader.byte();
  if (!sections) return damaged(reader.position());

  WordList list;
  TrieBuilder builder;
  for (std::uint8_t section = 0; section < *sections; ++section) {
    const std::optional<std::uint8_t> kind = reader.byte();
    const std::optional<std::uint8_t> tenths = reader.byte();
    const std::optional<std::uint8_t> flags = reader.byte();
    const std::optional<std::size_t> count = reader.number(kMaxWords - list.words_.size());
    if (!kind || *kind >= kWordKindCount || !tenths || !flags || *flags > kPassphraseWords ||
        !count) {
      return damaged(reader.position());
    }
    std::string word;
    for (std::size_t i = 0; i < *count; ++i) {
      const std::optional<std::size_t> common = reader.number(word.size());
      const std::optional<std::size_t> size = reader.number(kMaxWordBytes);
      if (!common || !size || *common + *size > kMaxWordBytes) return damaged(reader.position());
      const std::optional<std::string_view> rest = reader.text(*size);
      if (!rest) return damaged(reader.position());
      word.resize(*common);
      word += *rest;
      if (word.empty() || !text::is_valid_utf8(word)) return damaged(reader.position());
      const auto word_kind = static_cast<WordKind>(*kind);
      const std::string plain = plain_of(word, word_kind);
      if (!builder.add(plain, static_cast<std::uint32_t>(list.words_.size()))) {
        return damaged(reader.position());
      }
      list.words_.push_back({static_cast<std::uint32_t>(list.meant_.size()),
                             static_cast<std::uint8_t>(word.size()), word_kind, *tenths});
      list.meant_ += word;
      if ((*flags & kPassphraseWords) != 0) list.passphrase_words_.push_back(plain);
    }
  }
  if (!reader.at_end()) return damaged(reader.position());
  // Of equal words the one guessed first, then by kind: not by where in the file it stands.
  list.trie_ = builder.build([&list](std::uint32_t word) {
    return list.words_[word].tenths * kWordKindCount +
           static_cast<std::size_t>(list.words_[word].kind);
  });
  std::vector<std::string>& passphrase = list.passphrase_words_;
  std::sort(passphrase.begin(), passphrase.end());
  passphrase.erase(std::unique(passphrase.begin(), passphrase.end()), passphrase.end());
  return list;
}

Word WordList::word(std::uint32_t index) const {
  const Entry& entry = words_[index];
  return {std::string_view(meant_).substr(entry.begin, entry.bytes), entry.kind,
          static_cast<float>(entry.tenths) / 10};
}

}  // namespace sokenh::password
