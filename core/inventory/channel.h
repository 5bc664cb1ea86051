// Channel: one row of the official form «Thống kê kênh cung cấp thông tin trên môi trường mạng»
// (HP23), with the security attributes that clauses 1, 2, 4 and 6 of the dispatch ask for.
//
// The eight columns are kept as the unit wrote them: nothing a clerk typed is lost or «corrected»
// behind their back. What they mean (a date with its precision, a state, a telephone) is derived on
// demand by core/text and core/inventory parsers. Column 1, STT, is the row's position and is not
// stored.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sokenh {

// Stable within a document, never reused; 0 is «no channel».
using ChannelId = std::uint32_t;

enum class Answer : std::uint8_t { unanswered, yes, no, not_applicable };

enum class PageRoleKind { administrator, editor };

// One account with a role on a page (HP23-4.5, HP23-4.6).
struct PageRole {
  std::string account;  // the personal account's name
  PageRoleKind kind = PageRoleKind::administrator;
  Answer real_name = Answer::unanswered;           // a real-name account
  Answer dedicated = Answer::unanswered;           // made for this alone
  Answer may_manage_members = Answer::unanswered;  // may add or remove members

  friend bool operator==(const PageRole&, const PageRole&) = default;
};

struct SecurityAttributes {
  Answer in_use = Answer::unanswered;            // HP23-1.2: still used by the unit
  Answer password_strong = Answer::unanswered;   // HP23-2.1
  std::string password_changed;                  // HP23-2.2: date of the last change, as written
  Answer attempts_limited = Answer::unanswered;  // HP23-2.3
  Answer default_replaced = Answer::unanswered;  // HP23-2.4: no default or guessable credentials
  Answer login_alerts = Answer::unanswered;      // HP23-2.5
  Answer password_unique = Answer::unanswered;   // HP23-2.6
  Answer https_redirects = Answer::unanswered;   // HP23-4.1: plain HTTP redirects to HTTPS
  Answer two_step = Answer::unanswered;          // HP23-4.2
  std::string trust_certificate;                 // HP23-4.4: number
  std::string trust_certificate_date;            // HP23-4.4: date, as written
  std::string assignment;                        // HP23-6: decision that names the administrator
  std::vector<PageRole> page_roles;              // HP23-4.5, HP23-4.6

  friend bool operator==(const SecurityAttributes&, const SecurityAttributes&) = default;
};

// One change of a channel's state, kept when it happens (HP23-1.2).
struct StateChange {
  std::string date;   // as written
  std::string state;  // as written, like column 8
  std::string reason;

  friend bool operator==(const StateChange&, const StateChange&) = default;
};

struct Channel {
  ChannelId id = 0;
  std::string name;            // column 2: name, address or both
  std::string identifier;      // column 3: «ID (Nếu có)»
  std::string created;         // column 4: «Thời gian tạo lập»
  std::string managing_unit;   // column 5: «Đơn vị quản lý»
  std::string administrators;  // column 6: «Quản trị viên»
  std::string contact;         // column 7: «Thông tin liên hệ»
  std::string state;           // column 8: «Trạng thái»
  SecurityAttributes security;
  std::vector<StateChange> state_changes;  // in the order they happened

  friend bool operator==(const Channel&, const Channel&) = default;
};

// The form's columns in order. `ordinal` (STT) exists so that findings and tables can name it.
enum class Column : std::uint8_t {
  ordinal,
  name,
  identifier,
  created,
  managing_unit,
  administrators,
  contact,
  state
};
inline constexpr int kColumnCount = 8;

std::string_view column_key(Column column);  // "managing_unit"; "stt" for ordinal
std::optional<Column> parse_column_key(std::string_view key);
const std::string& column_text(const Channel& channel, Column column);  // "" for ordinal
void set_column_text(Channel& channel, Column column, std::string_view text);

// Attributes answered yes / no / not applicable, and those that are text, by key ("two_step").
enum class Attribute : std::uint8_t {
  in_use,
  password_strong,
  password_changed,
  attempts_limited,
  default_replaced,
  login_alerts,
  password_unique,
  https_redirects,
  two_step,
  trust_certificate,
  trust_certificate_date,
  assignment
};
std::span<const Attribute> attributes();
std::string_view attribute_key(Attribute attribute);
std::optional<Attribute> parse_attribute_key(std::string_view key);
bool attribute_is_answer(Attribute attribute);

// The answer, for an attribute that is one; `unanswered` for others.
Answer attribute_answer(const SecurityAttributes& security, Attribute attribute);

// As text: an answer's key ("yes", "no", "na", "" unanswered) or the text itself.
std::string attribute_text(const SecurityAttributes& security, Attribute attribute);
// False (and nothing changed) when `text` is no answer key for an answer attribute.
bool set_attribute_text(SecurityAttributes& security, Attribute attribute, std::string_view text);

std::string_view answer_key(Answer answer);
std::optional<Answer> parse_answer_key(std::string_view key);

// What kind of channel the name, address and identifier say it is.
enum class ChannelKind { unknown, website, facebook, zalo, youtube, tiktok, email, app };
ChannelKind channel_kind(const Channel& channel);
std::string_view channel_kind_key(ChannelKind kind);
std::optional<ChannelKind> parse_channel_kind_key(std::string_view key);

// True when all seven written columns are blank.
bool is_blank(const Channel& channel);

}  // namespace sokenh
