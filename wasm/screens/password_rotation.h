// Lịch đổi mật khẩu: of every channel and account whose password a followed dispatch wants changed,
// the day of the last change and the day the next is due. Only days are kept, in the workspace, by
// its commands; looked up once for each change and each day.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/policy/place.h"

namespace sokenh {

class App;

struct RotationRow {
  Place place;  // of the date
  std::string title;
  std::string changed;  // as written
  std::optional<Date> due;
  std::string clause;  // of the dispatch that is due first
};

class PasswordRotation {
 public:
  // Those due first at the top, those whose last change is not known before all others. A row stays
  // where it is when its date is set, until the screen is opened again: it would vanish from under
  // the pointer.
  const std::vector<RotationRow>& rows(App& app);
  void order_anew() { orders_anew_ = true; }
  void show_more() { shown_ += kStep; }
  std::size_t shown() const { return shown_; }

 private:
  static constexpr std::size_t kStep = 8;

  std::vector<RotationRow> rows_;
  std::optional<std::uint64_t> revision_;
  Date day_;
  std::size_t shown_ = kStep;
  bool orders_anew_ = true;
};

}  // namespace sokenh
