// What several dispatches followed at once ask of a password: of each parameter the strictest, with
// the clause it comes from.
#pragma once

#include <optional>
#include <span>

#include "core/base/date.h"
#include "core/policy/pack.h"

namespace sokenh {

// The last day on which a password changed on `changed` need not be changed again: by days, by
// calendar months (30/11 and three months: the last of February), whichever is earlier. nullopt
// when the dispatch gives no interval.
std::optional<Date> password_due(const PasswordParameters& password, const Date& changed);

// A value and who asks for it; `pack` nullptr: nobody does.
template <class Value>
struct Strictest {
  Value value{};
  const Pack* pack = nullptr;
  const Requirement* requirement = nullptr;
};

struct StrictestPassword {
  Strictest<int> min_length;
  Strictest<bool> lower, upper, digit, special;
  // The day a password changed on the day asked about is due: 45 days are stricter than three
  // months, while 90 days are so only for some days of the year.
  Strictest<Date> due;
};

// Of equal values the first pack's. `changed`: the day of the last change, or today.
StrictestPassword strictest_password(std::span<const Pack* const> packs, const Date& changed);

}  // namespace sokenh
