#include "core/inventory/channel_state.h"

#include <array>
#include <string>

#include "core/text/compose.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

struct Wording {
  std::string_view folded;
  ChannelState state;
};

// What remains after «đã», «đang», «tạm», «bị», «còn», «vẫn» are taken off the front.
constexpr std::array kWordings{
    Wording{"hoat dong", ChannelState::active},
    Wording{"hd", ChannelState::active},
    Wording{"h/d", ChannelState::active},
    Wording{"hoat dong binh thuong", ChannelState::active},
    Wording{"hoat dong tot", ChannelState::active},
    Wording{"hoat dong on dinh", ChannelState::active},
    Wording{"hoat dong thuong xuyen", ChannelState::active},
    Wording{"active", ChannelState::active},
    Wording{"dong", ChannelState::closed},
    Wording{"dong cua", ChannelState::closed},
    Wording{"dong kenh", ChannelState::closed},
    Wording{"dong trang", ChannelState::closed},
    Wording{"closed", ChannelState::closed},
    Wording{"khoa", ChannelState::locked},
    Wording{"khoa tam thoi", ChannelState::locked},
    Wording{"khoa lai", ChannelState::locked},
    Wording{"locked", ChannelState::locked},
    Wording{"xoa", ChannelState::deleted},
    Wording{"xoa bo", ChannelState::deleted},
    Wording{"deleted", ChannelState::deleted},
};

constexpr std::array<std::string_view, 7> kPrefixes{"da ", "dang ", "tam ", "tam thoi ",
                                                    "bi ", "con ",  "van "};

bool has_word(std::string_view words, std::string_view phrase) {
  for (std::size_t at = words.find(phrase); at != std::string_view::npos;
       at = words.find(phrase, at + 1)) {
    const std::size_t end = at + phrase.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' '))
      return true;
  }
  return false;
}

// Words apart, punctuation gone: «Hoạt động.» is «hoat dong».
std::string words_of(std::string_view folded) {
  std::string words(folded.size(), ' ');
  std::size_t size = 0;
  for (const char c : folded) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' ||
                        static_cast<unsigned char>(c) >= 0x80;
    if (letter) {
      words[size++] = c;
    } else if (size > 0 && words[size - 1] != ' ') {
      words[size++] = ' ';
    }
  }
  if (size > 0 && words[size - 1] == ' ') --size;
  words.resize(size);
  return words;
}

ChannelState read_words(std::string_view words) {
  for (bool shortened = true; shortened;) {
    for (const Wording& wording : kWordings) {
      if (words == wording.folded) return wording.state;
    }
    shortened = false;
    for (const std::string_view prefix : kPrefixes) {
      if (!shortened && words.starts_with(prefix)) {
        words.remove_prefix(prefix.size());
        shortened = true;
      }
    }
  }
  return ChannelState::unknown;
}

// Out of use, by words that keep their meaning without marks, and by those that do not: «bo» may be
// «bộ», «dung» may be «dùng» (use) as well as «dừng» (stop).
bool says_out_of_use(std::string_view words, std::string_view text) {
  for (const std::string_view word : {"khong", "ko", "ngung", "het", "inactive"}) {
    if (has_word(words, word)) return true;
  }
  if (words == "bo") return true;
  if (!has_word(words, "bo") && !has_word(words, "dung")) return false;
  const std::string marked = words_of(text::lower(text::compose(text)));
  return has_word(marked, "bỏ") || has_word(marked, "dừng");
}

// `words` folded, of `text`.
StateReading guess(std::string_view words, std::string_view text) {
  constexpr ChannelState unknown = ChannelState::unknown;
  if (has_word(words, "chua")) return {};
  // «không dùng nữa, đã xóa»: the state that is named says more.
  const ChannelState named = has_word(words, "xoa") || has_word(words, "go bo")
                                 ? ChannelState::deleted
                             : has_word(words, "khoa")    ? ChannelState::locked
                             : has_word(words, "da dong") ? ChannelState::closed
                                                          : unknown;
  if (named != ChannelState::deleted && says_out_of_use(words, text)) {
    return {unknown, named == unknown ? ChannelState::closed : named, named == unknown};
  }

  // Exactly one of the form's states among other words: «Đã xóa năm 2022».
  ChannelState found = unknown;
  struct Mention {
    std::string_view phrase;
    ChannelState state;
  };
  constexpr std::array mentions{
      Mention{"hoat dong", ChannelState::active},   Mention{"dang su dung", ChannelState::active},
      Mention{"con su dung", ChannelState::active}, Mention{"dang dung", ChannelState::active},
      Mention{"dang mo", ChannelState::active},     Mention{"da dong", ChannelState::closed},
      Mention{"khoa", ChannelState::locked},        Mention{"xoa", ChannelState::deleted},
      Mention{"go bo", ChannelState::deleted},      Mention{"huy", ChannelState::deleted},
  };
  for (const Mention& mention : mentions) {
    if (!has_word(words, mention.phrase)) continue;
    if (found != unknown && found != mention.state) {
      return named == ChannelState::deleted ? StateReading{unknown, named, false} : StateReading{};
    }
    found = mention.state;
  }
  return {unknown, found, false};
}

}  // namespace

StateReading read_state(std::string_view text) {
  const std::string words = words_of(text::fold(text));
  if (words.empty()) return {};
  if (const ChannelState state = read_words(words); state != ChannelState::unknown)
    return {state, state, false};
  return guess(words, text);
}

std::string_view state_label(ChannelState state) {
  switch (state) {
    case ChannelState::unknown:
      return "";
    case ChannelState::active:
      return "Hoạt động";
    case ChannelState::closed:
      return "Đóng";
    case ChannelState::locked:
      return "Khóa";
    case ChannelState::deleted:
      return "Xóa";
  }
  return "";
}

std::string_view state_key(ChannelState state) {
  switch (state) {
    case ChannelState::unknown:
      return "";
    case ChannelState::active:
      return "active";
    case ChannelState::closed:
      return "closed";
    case ChannelState::locked:
      return "locked";
    case ChannelState::deleted:
      return "deleted";
  }
  return "";
}

}  // namespace sokenh
