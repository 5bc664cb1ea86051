#include "core/inventory/channel.h"

#include <doctest/doctest.h>

#include "core/inventory/unit.h"

using namespace sokenh;

TEST_CASE("Channel: the kind is told from address, words and identifier") {
  struct Case {
    std::string name;
    std::string identifier;
    std::string kind;
  };
  const Case cases[] = {
      {"Trang thông tin điện tử thcsquangtrung.example.edu.vn", "", "website"},
      {"https://www.facebook.com/thcsquangtrung.anlao", "", "facebook"},
      {"Nhóm Facebook \"Phụ huynh khối 9\"", "", "facebook"},
      {"Trang Fanpage của trường", "", "facebook"},
      {"Zalo OA Trường THCS Quang Trung", "3941872210045512345", "zalo"},
      {"https://zalo.me/3941872210045512345", "", "zalo"},
      {"youtube.com/@thcsquangtrunganlao", "UCq8Zf0wExample0000000", "youtube"},
      {"c2quangtrung@example.edu.vn", "", "email"},
      {"Thư điện tử công vụ của Hiệu trưởng", "", "email"},
      {"http://quangtrung.anlao.example.gov.vn/tin-tuc", "", "website"},
      {"TikTok @quangtrung.school", "", "tiktok"},
      {"Facebook cũ: fb.com/quangtrung.old", "", "facebook"},
      {"  Cổng thông tin tuyển sinh   ", "", "website"},
      {"=HYPERLINK(\"http://x.example\";\"Trang web\")", "", "website"},
      {"https://play.google.com/store/apps/details?id=vn.edu.x", "", "app"},
      {"Ứng dụng sổ liên lạc", "", "app"},
      {"Kênh của trường", "https://youtube.com/channel/UCabc", "youtube"},
      {"Kênh của trường", "", "unknown"},
      {"Webinar", "", "unknown"},
      {"", "", "unknown"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    Channel channel;
    channel.name = c.name;
    channel.identifier = c.identifier;
    CHECK(channel_kind_key(channel_kind(channel)) == c.kind);
  }
}

TEST_CASE("Channel: every column and attribute has a key, a getter and a setter") {
  Channel channel;
  for (int i = 0; i < kColumnCount; ++i) {
    const auto column = static_cast<Column>(i);
    CHECK(parse_column_key(column_key(column)) == column);
    set_column_text(channel, column, column_key(column));
    CHECK(column_text(channel, column) == (column == Column::ordinal ? "" : column_key(column)));
  }
  CHECK_FALSE(parse_column_key("date"));
  for (const Attribute attribute : attributes()) {
    CAPTURE(attribute_key(attribute));
    CHECK(parse_attribute_key(attribute_key(attribute)) == attribute);
    CHECK(attribute_text(channel.security, attribute) == "");
    for (const std::string text : {"yes", "no", "na", ""}) {
      CHECK(set_attribute_text(channel.security, attribute, text));
      CHECK(attribute_text(channel.security, attribute) == text);
    }
    CHECK(set_attribute_text(channel.security, attribute, "maybe") !=
          attribute_is_answer(attribute));
  }
  CHECK_FALSE(parse_attribute_key(""));
}

TEST_CASE("Channel: blank when nothing can be seen in its seven cells") {
  Channel channel;
  CHECK(is_blank(channel));
  channel.contact = " \u00A0\n";
  CHECK(is_blank(channel));
  channel.state = "x";
  CHECK_FALSE(is_blank(channel));
}

TEST_CASE("Unit: every field has a key, a getter and a setter; an unknown kind is ignored") {
  Unit unit;
  for (const UnitField field : unit_fields()) {
    const std::string text =
        field == UnitField::kind ? "school" : std::string(unit_field_key(field)) + "!";
    set_unit_field(unit, field, text);
    CHECK(unit_field_text(unit, field) == text);
  }
  CHECK(unit.head_title == "head_title!");
  set_unit_field(unit, UnitField::kind, "university");
  CHECK(unit.kind == UnitKind::school);
  set_unit_field(unit, UnitField::kind, "");
  CHECK(unit.kind == UnitKind::unspecified);
}
