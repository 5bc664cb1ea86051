#include "wasm/ui/messages.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>

using namespace sokenh::ui;

namespace {

struct Entry {
  std::string_view key;
  std::string_view vietnamese;
  std::string_view english;
};

constexpr Entry kEntries[] = {
#define MSG(key, vi, en) {#key, vi, en},
#include "wasm/ui/messages.def"
#undef MSG
};

// The numbers of the placeholders in a sentence.
std::set<char> placeholders(std::string_view sentence) {
  std::set<char> found;
  for (std::size_t i = 0; i + 2 < sentence.size(); ++i) {
    if (sentence[i] == '{' && sentence[i + 2] == '}') found.insert(sentence[i + 1]);
  }
  return found;
}

}  // namespace

TEST_CASE("Messages: every sentence exists in both languages") {
  for (const Entry& entry : kEntries) {
    CAPTURE(entry.key);
    CHECK_FALSE(entry.vietnamese.empty());
    CHECK_FALSE(entry.english.empty());
  }
}

TEST_CASE("Messages: both languages fill in the same things, findings may leave some out") {
  for (const Entry& entry : kEntries) {
    CAPTURE(entry.key);
    CHECK(placeholders(entry.vietnamese) == placeholders(entry.english));
  }
}

TEST_CASE(
    "Messages: placeholders are replaced in any order, once, and arguments are not read again") {
  CHECK(message(Msg::details_position, Language::vietnamese, {"2", "14"}) == "Kênh 2/14");
  CHECK(message(Msg::details_position, Language::english, {"2", "14"}) == "Channel 2 of 14");
  CHECK(message(Msg::details_position, Language::vietnamese, {"{1}", "14"}) == "Kênh {1}/14");
  CHECK(message(Msg::details_position, Language::vietnamese, {"2"}) == "Kênh 2/");
}

TEST_CASE("Messages: an error says where") {
  const sokenh::Error error{sokenh::ErrorCode::json_duplicate_key, "/channels/3", ""};
  CHECK(error_message(error, Language::vietnamese).find("/channels/3") != std::string::npos);
  CHECK(error_message(error, Language::english).find("/channels/3") != std::string::npos);
}

TEST_CASE("Messages: an error names a role in words") {
  const sokenh::Error error{sokenh::ErrorCode::signed_file_repeated_role, "", "preparer"};
  CHECK(error_message(error, Language::vietnamese).find("Cán bộ thống kê") != std::string::npos);
}
