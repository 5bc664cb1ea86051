#include "core/inventory/channel_reading.h"

#include <string>
#include <string_view>

#include "core/text/fold.h"

namespace sokenh {
namespace {

bool has_word(std::string_view folded, std::string_view word) {
  for (std::size_t at = folded.find(word); at != std::string_view::npos;
       at = folded.find(word, at + 1)) {
    const auto joins = [folded](std::size_t i) {
      return i < folded.size() &&
             ((folded[i] >= 'a' && folded[i] <= 'z') || (folded[i] >= '0' && folded[i] <= '9'));
    };
    if ((at == 0 || !joins(at - 1)) && !joins(at + word.size())) return true;
  }
  return false;
}

ChannelKind kind_of_address(const text::WebAddress& address) {
  struct Platform {
    std::string_view domain;
    ChannelKind kind;
  };
  constexpr Platform platforms[] = {
      {"facebook.com", ChannelKind::facebook}, {"fb.com", ChannelKind::facebook},
      {"fb.me", ChannelKind::facebook},        {"m.me", ChannelKind::facebook},
      {"zalo.me", ChannelKind::zalo},          {"zaloapp.com", ChannelKind::zalo},
      {"youtube.com", ChannelKind::youtube},   {"youtu.be", ChannelKind::youtube},
      {"tiktok.com", ChannelKind::tiktok},     {"play.google.com", ChannelKind::app},
      {"apps.apple.com", ChannelKind::app},    {"mail.google.com", ChannelKind::email},
  };
  for (const Platform& platform : platforms) {
    if (text::is_under(address.host, platform.domain)) return platform.kind;
  }
  return ChannelKind::website;
}

ChannelKind kind_of_words(std::string_view name) {
  struct Word {
    std::string_view word;
    ChannelKind kind;
  };
  // A platform's name says more than «trang»; the first that is found decides.
  constexpr Word words[] = {
      {"facebook", ChannelKind::facebook},
      {"fanpage", ChannelKind::facebook},
      {"fan page", ChannelKind::facebook},
      {"fb", ChannelKind::facebook},
      {"messenger", ChannelKind::facebook},
      {"zalo", ChannelKind::zalo},
      {"youtube", ChannelKind::youtube},
      {"you tube", ChannelKind::youtube},
      {"tiktok", ChannelKind::tiktok},
      {"tik tok", ChannelKind::tiktok},
      {"thu dien tu", ChannelKind::email},
      {"hop thu", ChannelKind::email},
      {"email", ChannelKind::email},
      {"e-mail", ChannelKind::email},
      {"gmail", ChannelKind::email},
      {"mail", ChannelKind::email},
      {"website", ChannelKind::website},
      {"web", ChannelKind::website},
      {"trang thong tin", ChannelKind::website},
      {"trang tin", ChannelKind::website},
      {"cong thong tin", ChannelKind::website},
      {"cong dich vu", ChannelKind::website},
      {"trang dien tu", ChannelKind::website},
      {"ung dung", ChannelKind::app},
      {"app", ChannelKind::app},
      {"phan mem", ChannelKind::app},
  };
  const std::string folded = text::fold(name);
  for (const Word& word : words) {
    if (has_word(folded, word.word)) return word.kind;
  }
  return ChannelKind::unknown;
}

ChannelKind kind_of(const Channel& channel, const ChannelReading& reading) {
  if (!reading.name_addresses.empty()) return kind_of_address(reading.name_addresses.front());
  if (const ChannelKind kind = kind_of_words(channel.name); kind != ChannelKind::unknown)
    return kind;
  if (!reading.name_emails.empty()) return ChannelKind::email;
  if (!reading.identifier_addresses.empty())
    return kind_of_address(reading.identifier_addresses.front());
  if (!text::find_emails(channel.identifier).empty()) return ChannelKind::email;
  return ChannelKind::unknown;
}

}  // namespace

ChannelReading read_channel(const Channel& channel) {
  ChannelReading reading{text::find_addresses(channel.name),
                         text::find_addresses(channel.identifier), text::find_emails(channel.name)};
  reading.kind = kind_of(channel, reading);
  return reading;
}

}  // namespace sokenh
