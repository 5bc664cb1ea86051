// Moment: a minute by the clock on the wall, in Vietnam's time.
//
// Vietnam has one time zone, UTC+7, and no summer time, so a local date and time are one moment and
// the other way round. Seconds are nothing that anybody writes into a log.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"

namespace sokenh {

struct Moment {
  Date date;
  int hour = 0;    // 0..23
  int minute = 0;  // 0..59

  friend auto operator<=>(const Moment&, const Moment&) = default;  // NOLINT(modernize-use-nullptr)
};

bool is_valid(const Moment& moment);
// Minutes since 1970-01-01 00:00 (negative before), and back. For years that a `long` of 32 bits
// holds: 1990 to 2100, which is what is read from anywhere, and far around.
long minutes_from_civil(const Moment& moment);
Moment civil_from_minutes(long minutes);
long minutes_between(const Moment& from, const Moment& to);  // to - from
Moment add_minutes(const Moment& moment, long minutes);

// ISO 8601 with the zone: "2026-11-20T08:30+07:00". Parsed as exactly that.
std::string iso_moment(const Moment& moment);
std::optional<Moment> parse_iso_moment(std::string_view text);
std::string vietnamese_time(const Moment& moment);    // "08:30"
std::string vietnamese_moment(const Moment& moment);  // "08:30 20/11/2026"

}  // namespace sokenh
