#include "core/inventory/channel_state.h"

#include <doctest/doctest.h>

#include <string>

using namespace sokenh;

TEST_CASE("Trạng thái: the form's four states in the spellings offices use") {
  struct Case {
    std::string text;
    ChannelState state;
  };
  const Case cases[] = {
      {"Hoạt động", ChannelState::active},
      {"hoạt động", ChannelState::active},
      {"Đang hoạt động", ChannelState::active},
      {"HĐ", ChannelState::active},
      {"còn hoạt động", ChannelState::active},
      {"vẫn đang hoạt động", ChannelState::active},
      {" HOẠT  ĐỘNG. ", ChannelState::active},
      {"hoa\u0323t đo\u0323\u0302ng", ChannelState::active},
      {"hoat dong", ChannelState::active},
      {"Hoạt động bình thường", ChannelState::active},
      {"active", ChannelState::active},
      {"Đóng", ChannelState::closed},
      {"đóng", ChannelState::closed},
      {"Đã đóng", ChannelState::closed},
      {"tạm đóng", ChannelState::closed},
      {"khóa", ChannelState::locked},
      {"Khoá", ChannelState::locked},
      {"Tạm khóa", ChannelState::locked},
      {"bị khóa", ChannelState::locked},
      {"Đã bị khoá", ChannelState::locked},
      {"xóa", ChannelState::deleted},
      {"Xoá", ChannelState::deleted},
      {"đã xoá", ChannelState::deleted},
      {"Đã xóa", ChannelState::deleted},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(read_state(c.text).state == c.state);
    CHECK(read_state(c.text).suggestion == c.state);
  }
}

TEST_CASE("Trạng thái: other words are not guessed at, only suggested") {
  struct Case {
    std::string text;
    ChannelState suggestion;
  };
  const Case cases[] = {
      {"", ChannelState::unknown},
      {"không dùng nữa", ChannelState::closed},
      {"ngừng hoạt động", ChannelState::closed},
      {"không hoạt động", ChannelState::closed},
      {"Không còn hoạt động", ChannelState::closed},
      {"bỏ", ChannelState::closed},
      {"không sử dụng", ChannelState::closed},
      {"dừng", ChannelState::closed},
      {"dung", ChannelState::unknown},  // «dùng» or «dừng»
      {"đang sử dụng", ChannelState::active},
      {"đang dùng", ChannelState::active},
      {"Đã xóa năm 2022", ChannelState::deleted},
      {"không dùng, đã xóa", ChannelState::deleted},
      {"khóa từ 2021", ChannelState::locked},
      {"chưa hoạt động", ChannelState::unknown},
      {"hoạt động nội bộ", ChannelState::active},
      {"bo", ChannelState::closed},
      {"gỡ bỏ", ChannelState::deleted},
      {"đóng tạm thời", ChannelState::unknown},
      {"ngừng hoạt động, đã khóa", ChannelState::locked},
      {"Hoạt động/đóng/khóa/xóa", ChannelState::unknown},
      {"hoạt động, khóa bình luận", ChannelState::unknown},
      {"?", ChannelState::unknown},
      {"2021", ChannelState::unknown},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(read_state(c.text).state == ChannelState::unknown);
    CHECK(read_state(c.text).suggestion == c.suggestion);
  }
}

TEST_CASE("HP23-1.2: «no longer used» is told from «closed» in other words") {
  for (const char* text : {"không dùng nữa", "ngừng hoạt động", "bỏ", "dừng"})
    CHECK(read_state(text).out_of_use);
  for (const char* text :
       {"Đã xóa năm 2022", "không dùng, đã đóng", "đóng", "đang dùng", "không dùng, đã xóa", ""}) {
    CAPTURE(text);
    CHECK_FALSE(read_state(text).out_of_use);
  }
}

TEST_CASE("Trạng thái: every label is read as its state") {
  for (const ChannelState state :
       {ChannelState::active, ChannelState::closed, ChannelState::locked, ChannelState::deleted}) {
    CHECK(read_state(state_label(state)).state == state);
    CHECK(read_state(state_key(state)).state == state);
  }
  CHECK(state_label(ChannelState::unknown) == "");
  CHECK(state_key(ChannelState::unknown) == "");
}
