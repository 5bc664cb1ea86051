#include "core/inventory/channel_reading.h"

#include <iterator>
#include <string>
#include <string_view>

#include "core/text/ascii.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

// Whether the character at a place is part of a word; there is none past the end.
bool joins(std::string_view folded, std::size_t i) {
  return i < folded.size() && text::is_ascii_alphanumeric(folded[i]);
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
  std::size_t first = std::size(words);
  for (std::size_t at = 0; at < folded.size(); ++at) {
    if (at > 0 && joins(folded, at - 1)) continue;
    const std::string_view rest = std::string_view(folded).substr(at);
    for (std::size_t i = 0; i < first; ++i) {
      const std::string_view word = words[i].word;
      if (rest[0] == word[0] && rest.starts_with(word) && !joins(rest, word.size())) first = i;
    }
  }
  return first < std::size(words) ? words[first].kind : ChannelKind::unknown;
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

// «1», «không», «chưa có» in the ID column identify nothing.
constexpr std::size_t kMinIdentifier = 5;

std::string identifier_text(const Channel& channel) {
  if (channel.identifier.size() < kMinIdentifier) return {};
  std::size_t letters = 0;
  bool has_digit = false;
  for (const char c : text::fold(channel.identifier)) {
    if (c != ' ') ++letters;
    has_digit = has_digit || text::is_ascii_digit(c);
  }
  if (letters < kMinIdentifier || !has_digit) return {};
  // YouTube's ids tell case apart, so the letters are compared as written.
  std::string exact;
  for (const char c : channel.identifier) {
    if (c != ' ' && c != '\n' && c != '\t') exact += c;
  }
  return exact;
}

std::vector<ChannelIdentity> identities_of(const Channel& channel, const ChannelReading& reading) {
  using Kind = ChannelIdentity::Kind;
  std::vector<ChannelIdentity> identities;
  const auto add = [&identities](Kind kind, std::string&& text, ChannelKind platform) {
    identities.push_back({kind, platform, std::move(text)});
  };
  for (const auto* addresses : {&reading.name_addresses, &reading.identifier_addresses}) {
    for (const text::WebAddress& address : *addresses)
      add(Kind::address, std::string(address.normalised), ChannelKind::unknown);
  }
  for (const text::FoundEmail& email : reading.name_emails)
    add(Kind::mailbox, text::lower(email.address), ChannelKind::unknown);
  if (reading.kind == ChannelKind::unknown) return identities;
  if (std::string identifier = identifier_text(channel); !identifier.empty())
    add(Kind::identifier, std::move(identifier), reading.kind);
  return identities;
}

}  // namespace

ChannelReading read_channel(const Channel& channel) {
  ChannelReading reading;
  reading.name_emails = text::find_emails(channel.name);
  reading.name_addresses = text::find_addresses(channel.name, reading.name_emails);
  reading.identifier_addresses = text::find_addresses(channel.identifier);
  reading.kind = kind_of(channel, reading);
  reading.identities = identities_of(channel, reading);
  return reading;
}

}  // namespace sokenh
