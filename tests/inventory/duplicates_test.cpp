#include "core/inventory/duplicates.h"

#include <doctest/doctest.h>

using namespace sokenh;

namespace {

struct Row {
  std::string name;
  std::string identifier;
};

std::vector<DuplicatePair> duplicates_of(const std::vector<Row>& rows) {
  std::vector<Channel> channels;
  for (const Row& row : rows) {
    Channel channel;
    channel.id = static_cast<ChannelId>(channels.size() + 1);
    channel.name = row.name;
    channel.identifier = row.identifier;
    channels.push_back(channel);
  }
  std::vector<ChannelReading> readings;
  readings.reserve(channels.size());
  for (const Channel& channel : channels) readings.push_back(read_channel(channel));
  std::vector<const ChannelReading*> in_order;
  in_order.reserve(readings.size());
  for (const ChannelReading& reading : readings) in_order.push_back(&reading);
  return find_duplicates(channels, in_order);
}

}  // namespace

TEST_CASE("Duplicates: one page under two spellings of its address") {
  const auto pairs =
      duplicates_of({{"https://www.facebook.com/thcsquangtrung.anlao", "100064211234567"},
                     {"Zalo OA", "3941872210045512345"},
                     {"Trang Facebook fb.com/THCSquangtrung.anlao/?fbclid=x", ""},
                     {"facebook.com/thcsquangtrung.anlao", ""}});
  REQUIRE(pairs.size() == 2);
  CHECK(pairs[0].first == 1);
  CHECK(pairs[0].second == 3);
  CHECK(pairs[0].address == "facebook.com/thcsquangtrung.anlao");
  CHECK(pairs[1].first == 1);
  CHECK(pairs[1].second == 4);
}

TEST_CASE("Duplicates: equal identifiers on the same platform") {
  CHECK(duplicates_of({{"Zalo OA Trường", "394187 2210"}, {"Zalo", "3941872210"}}).size() == 1);
  CHECK(duplicates_of({{"Zalo OA Trường", "3941872210"}, {"Facebook", "3941872210"}}).empty());
  CHECK(duplicates_of({{"Zalo a", "không"}, {"Zalo b", "không"}}).empty());
  CHECK(duplicates_of({{"Zalo a", "1"}, {"Zalo b", "1"}}).empty());
  CHECK(duplicates_of({{"Kênh a", "3941872210"}, {"Kênh b", "3941872210"}}).empty());
}

TEST_CASE("Duplicates: e-mail addresses whatever their case; no channel repeats itself") {
  CHECK(
      duplicates_of({{"C2quangtrung@example.edu.vn", ""}, {"Thư: c2quangtrung@EXAMPLE.edu.vn", ""}})
          .size() == 1);
  CHECK(duplicates_of({{"https://a.vn http://a.vn/", "a.vn"}}).empty());
  CHECK(duplicates_of({{"a.vn b.vn", ""}, {"b.vn a.vn", ""}}).size() == 1);  // one pair, not two
  CHECK(duplicates_of({}).empty());
}
