#include "core/inventory/channel.h"

#include <algorithm>
#include <array>

#include "core/text/address.h"
#include "core/text/email.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

constexpr std::array kAttributes{
    Attribute::in_use,
    Attribute::password_strong,
    Attribute::password_changed,
    Attribute::attempts_limited,
    Attribute::default_replaced,
    Attribute::login_alerts,
    Attribute::password_unique,
    Attribute::https_redirects,
    Attribute::two_step,
    Attribute::trust_certificate,
    Attribute::trust_certificate_date,
    Attribute::assignment,
};

std::string Channel::*column_member(Column column) {
  switch (column) {
    case Column::ordinal:
      return nullptr;
    case Column::name:
      return &Channel::name;
    case Column::identifier:
      return &Channel::identifier;
    case Column::created:
      return &Channel::created;
    case Column::managing_unit:
      return &Channel::managing_unit;
    case Column::administrators:
      return &Channel::administrators;
    case Column::contact:
      return &Channel::contact;
    case Column::state:
      return &Channel::state;
  }
  return nullptr;
}

Answer SecurityAttributes::*answer_member(Attribute attribute) {
  switch (attribute) {
    case Attribute::in_use:
      return &SecurityAttributes::in_use;
    case Attribute::password_strong:
      return &SecurityAttributes::password_strong;
    case Attribute::attempts_limited:
      return &SecurityAttributes::attempts_limited;
    case Attribute::default_replaced:
      return &SecurityAttributes::default_replaced;
    case Attribute::login_alerts:
      return &SecurityAttributes::login_alerts;
    case Attribute::password_unique:
      return &SecurityAttributes::password_unique;
    case Attribute::https_redirects:
      return &SecurityAttributes::https_redirects;
    case Attribute::two_step:
      return &SecurityAttributes::two_step;
    case Attribute::password_changed:
    case Attribute::trust_certificate:
    case Attribute::trust_certificate_date:
    case Attribute::assignment:
      return nullptr;
  }
  return nullptr;
}

std::string SecurityAttributes::*text_member(Attribute attribute) {
  switch (attribute) {
    case Attribute::password_changed:
      return &SecurityAttributes::password_changed;
    case Attribute::trust_certificate:
      return &SecurityAttributes::trust_certificate;
    case Attribute::trust_certificate_date:
      return &SecurityAttributes::trust_certificate_date;
    default:
      return &SecurityAttributes::assignment;
  }
}

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

}  // namespace

std::string_view column_key(Column column) {
  switch (column) {
    case Column::ordinal:
      return "stt";
    case Column::name:
      return "name";
    case Column::identifier:
      return "identifier";
    case Column::created:
      return "created";
    case Column::managing_unit:
      return "managing_unit";
    case Column::administrators:
      return "administrators";
    case Column::contact:
      return "contact";
    case Column::state:
      return "state";
  }
  return "";
}

std::optional<Column> parse_column_key(std::string_view key) {
  for (int i = 0; i < kColumnCount; ++i) {
    if (column_key(static_cast<Column>(i)) == key) return static_cast<Column>(i);
  }
  return std::nullopt;
}

const std::string& column_text(const Channel& channel, Column column) {
  static const std::string none;
  const auto member = column_member(column);
  return member == nullptr ? none : channel.*member;
}

void set_column_text(Channel& channel, Column column, std::string_view text) {
  if (const auto member = column_member(column)) channel.*member = text;
}

std::span<const Attribute> attributes() { return kAttributes; }

std::string_view attribute_key(Attribute attribute) {
  switch (attribute) {
    case Attribute::in_use:
      return "in_use";
    case Attribute::password_strong:
      return "password_strong";
    case Attribute::password_changed:
      return "password_changed";
    case Attribute::attempts_limited:
      return "attempts_limited";
    case Attribute::default_replaced:
      return "default_replaced";
    case Attribute::login_alerts:
      return "login_alerts";
    case Attribute::password_unique:
      return "password_unique";
    case Attribute::https_redirects:
      return "https_redirects";
    case Attribute::two_step:
      return "two_step";
    case Attribute::trust_certificate:
      return "trust_certificate";
    case Attribute::trust_certificate_date:
      return "trust_certificate_date";
    case Attribute::assignment:
      return "assignment";
  }
  return "";
}

std::optional<Attribute> parse_attribute_key(std::string_view key) {
  for (const Attribute attribute : kAttributes) {
    if (attribute_key(attribute) == key) return attribute;
  }
  return std::nullopt;
}

bool attribute_is_answer(Attribute attribute) { return answer_member(attribute) != nullptr; }

std::string attribute_text(const SecurityAttributes& security, Attribute attribute) {
  if (const auto answer = answer_member(attribute))
    return std::string(answer_key(security.*answer));
  return security.*text_member(attribute);
}

bool set_attribute_text(SecurityAttributes& security, Attribute attribute, std::string_view text) {
  if (const auto member = answer_member(attribute)) {
    const auto answer = parse_answer_key(text);
    if (!answer) return false;
    security.*member = *answer;
  } else {
    security.*text_member(attribute) = text;
  }
  return true;
}

std::string_view answer_key(Answer answer) {
  switch (answer) {
    case Answer::unanswered:
      return "";
    case Answer::yes:
      return "yes";
    case Answer::no:
      return "no";
    case Answer::not_applicable:
      return "na";
  }
  return "";
}

std::optional<Answer> parse_answer_key(std::string_view key) {
  for (const Answer answer :
       {Answer::unanswered, Answer::yes, Answer::no, Answer::not_applicable}) {
    if (answer_key(answer) == key) return answer;
  }
  return std::nullopt;
}

ChannelKind channel_kind(const Channel& channel) {
  const auto addresses = text::find_addresses(channel.name);
  if (!addresses.empty()) return kind_of_address(addresses.front());
  if (const ChannelKind kind = kind_of_words(channel.name); kind != ChannelKind::unknown)
    return kind;
  if (!text::find_emails(channel.name).empty()) return ChannelKind::email;
  const auto identifier = text::find_addresses(channel.identifier);
  if (!identifier.empty()) return kind_of_address(identifier.front());
  if (!text::find_emails(channel.identifier).empty()) return ChannelKind::email;
  return ChannelKind::unknown;
}

std::string_view channel_kind_key(ChannelKind kind) {
  switch (kind) {
    case ChannelKind::unknown:
      return "unknown";
    case ChannelKind::website:
      return "website";
    case ChannelKind::facebook:
      return "facebook";
    case ChannelKind::zalo:
      return "zalo";
    case ChannelKind::youtube:
      return "youtube";
    case ChannelKind::tiktok:
      return "tiktok";
    case ChannelKind::email:
      return "email";
    case ChannelKind::app:
      return "app";
  }
  return "unknown";
}

std::optional<ChannelKind> parse_channel_kind_key(std::string_view key) {
  for (const ChannelKind kind :
       {ChannelKind::unknown, ChannelKind::website, ChannelKind::facebook, ChannelKind::zalo,
        ChannelKind::youtube, ChannelKind::tiktok, ChannelKind::email, ChannelKind::app}) {
    if (channel_kind_key(kind) == key) return kind;
  }
  return std::nullopt;
}

bool is_blank(const Channel& channel) {
  for (int i = 1; i < kColumnCount; ++i) {
    if (!text::is_blank(column_text(channel, static_cast<Column>(i)))) return false;
  }
  return true;
}

}  // namespace sokenh
