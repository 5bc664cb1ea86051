// Place: where in a declaration something is to be entered or corrected: what a task leads to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/inventory/account.h"
#include "core/inventory/channel.h"
#include "core/inventory/unit.h"

namespace sokenh {

enum class PlaceKind : std::uint8_t {
  unit,             // `unit_field`
  channels,         // the list of channels as a whole
  channel,          // `row`, and `column` or `attribute`, or neither: its page roles
  accounts,         // the list of accounts as a whole
  account,          // `account`, `account_field`
  account_reviews,  // the record of reviews
  question,         // `question`
  report            // signing and sending
};

struct Place {
  PlaceKind kind = PlaceKind::report;
  ChannelId row = 0;
  std::optional<Column> column;
  std::optional<Attribute> attribute;
  std::optional<UnitField> unit_field;
  AccountId account = 0;
  std::optional<AccountField> account_field;
  std::string question;

  friend bool operator==(const Place&, const Place&) = default;
};

inline Place unit_place(UnitField field) { return {.kind = PlaceKind::unit, .unit_field = field}; }
inline Place channel_place(ChannelId row) { return {.kind = PlaceKind::channel, .row = row}; }
inline Place channel_place(ChannelId row, Column column) {
  return {.kind = PlaceKind::channel, .row = row, .column = column};
}
inline Place channel_place(ChannelId row, Attribute attribute) {
  return {.kind = PlaceKind::channel, .row = row, .attribute = attribute};
}
inline Place account_place(AccountId account, AccountField field) {
  return {.kind = PlaceKind::account, .account = account, .account_field = field};
}

}  // namespace sokenh
