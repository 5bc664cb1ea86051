// The form's eighth column: Hoạt động / đóng / khóa / xóa, in the spellings offices use.
#pragma once

#include <string_view>

namespace sokenh {

enum class ChannelState { unknown, active, closed, locked, deleted };

struct StateReading {
  ChannelState state = ChannelState::unknown;  // unknown: not one of the form's four
  // For an unknown text, what it most likely means («không dùng nữa» -> closed); unknown if no
  // idea. Never applied by itself: offered to the person.
  ChannelState suggestion = ChannelState::unknown;
  // The text says that the channel is no longer used, but not that it was closed, locked or
  // deleted.
  bool out_of_use = false;
};

// Reads «Hoạt động», «Đang hoạt động», «HĐ», «đóng», «Khoá», «Tạm khóa», «Xoá», «Đã xóa» …
// regardless of case, spacing, old or new tone placement, composed or decomposed letters.
StateReading read_state(std::string_view text);

// The form's own word: «Hoạt động», «Đóng», «Khóa», «Xóa»; "" for unknown.
std::string_view state_label(ChannelState state);
std::string_view state_key(ChannelState state);  // "active"… as in the signed file; "" for unknown

}  // namespace sokenh
