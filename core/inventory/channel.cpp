#include "core/inventory/channel.h"

#include <array>

#include "core/inventory/channel_reading.h"
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

Answer attribute_answer(const SecurityAttributes& security, Attribute attribute) {
  const auto answer = answer_member(attribute);
  return answer == nullptr ? Answer::unanswered : security.*answer;
}

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

ChannelKind channel_kind(const Channel& channel) { return read_channel(channel).kind; }

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
