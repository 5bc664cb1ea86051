// HP24-1.1: the cells of duty rosters as offices write them.
#include "core/exchange/duty_reading.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace sokenh;

namespace {

constexpr Date kNear{2026, 4, 25};

// "30/04/2026 > 01/05/2026", or "" for what is not read.
std::string days(const char* cell) {
  const auto read = read_duty_days(cell, kNear);
  return read ? written_moment(read->first).substr(6) + " > " + written_moment(read->last).substr(6)
              : "";
}

std::string hours(const char* cell) {
  const auto read = read_duty_hours(cell);
  return read ? std::to_string(read->from) + " > " + std::to_string(read->to) : "";
}

std::string span(const char* cell) {
  const auto read = read_duty_span(cell, kNear);
  return read ? written_moment(read->from) + " > " + written_moment(read->to) : "";
}

// «Trần Văn Đức|Hiệu trưởng|0905 111 222», a line each.
std::string people(const char* cell) {
  std::string lines;
  for (const WrittenPerson& person : read_duty_people(cell)) {
    if (!lines.empty()) lines += "\n";
    lines += person.name + "|" + person.position + "|" + person.telephone;
  }
  return lines;
}

}  // namespace

TEST_CASE("HP24-1.1 reading: days") {
  const struct {
    const char *cell, *days;
  } cases[] = {
      {"30/4/2026", "30/04/2026 > 30/04/2026"},
      {"30/4", "30/04/2026 > 30/04/2026"},
      {"27-4", "27/04/2026 > 27/04/2026"},
      {"27-4-2026", "27/04/2026 > 27/04/2026"},
      {"Thứ Năm, 30/4/2026", "30/04/2026 > 30/04/2026"},
      {"Thứ 2-27/4/2026", "27/04/2026 > 27/04/2026"},
      {"T2-27/4", "27/04/2026 > 27/04/2026"},
      {"CN 03/5", "03/05/2026 > 03/05/2026"},
      {"Chủ nhật 03.5.2026", "03/05/2026 > 03/05/2026"},
      {"Thứ 7 (2/5)", "02/05/2026 > 02/05/2026"},
      {"30/4 (12/3 ÂL)", "30/04/2026 > 30/04/2026"},
      {"Thứ Năm, ngày 30 tháng 4 năm 2026", "30/04/2026 > 30/04/2026"},
      {"ngày 30 tháng 4", "30/04/2026 > 30/04/2026"},
      {"29/4 - 01/5", "29/04/2026 > 01/05/2026"},
      {"Từ 02/5 đến 03/5/2026", "02/05/2026 > 03/05/2026"},
      {"30/4, 01/5", "30/04/2026 > 01/05/2026"},
      {"30/4 và 01/5/2026", "30/04/2026 > 01/05/2026"},
      {"30/4/2026 (từ 7h00 đến 17h00)", ""},
      {"30/4 (buổi sáng)", ""},
      // Not days that follow one another, or more than days: left as written.
      {"28/4, 30/4", ""},
      {"31/4/2026", ""},
      {"5/2026", ""},
      {"Từ 17h ngày 29/4 đến 7h ngày 30/4", ""},
      {"30/4: 17h-7h", ""},
      {"Mọi thay đổi báo trước ngày 28/4/2026", ""},
      {"Sáng 30/4", ""},
      {"hôm sau", ""},
      {"Thứ Hai", ""},
      {"", ""},
  };
  for (const auto& each : cases) {
    CAPTURE(each.cell);
    CHECK(days(each.cell) == each.days);
  }
}

TEST_CASE("HP24-1.1 reading: hours, in minutes of the day") {
  const struct {
    const char *cell, *hours;
  } cases[] = {
      {"7h00 - 19h00", "420 > 1140"},
      {"19h-7h", "1140 > 420"},
      {"07h00' - 11h30'", "420 > 690"},
      {"7.00-11.30", "420 > 690"},
      {"6h - 14h.", "360 > 840"},
      {"17h → 7h", "1020 > 420"},
      {"7h00 đến 7h00 ngày hôm sau", "420 > 420"},
      {"19h - 7h sáng hôm sau", "1140 > 420"},
      {"Ca 1 (6h - 14h)", "360 > 840"},
      {"Ca 1 - 6h00 đến 14h00", "360 > 840"},
      {"Sáng 7h30-11h30", "450 > 690"},
      {"Ca đêm: 22:00-06:00", "1320 > 360"},
      {"24/24h", "0 > 0"},
      {"Cả ngày", "0 > 0"},
      {"Cả ngày (24/24)", "0 > 0"},
      {"Ca 2: 14-22h", "840 > 1320"},
      {"Ca 1: 06:00-14:00", "360 > 840"},
      {"Ca 3: 22-06h", "1320 > 360"},
      {"Ca 2 - 22h", ""},
      {"Từ 7h00 đến 7h30 ngày hôm sau", ""},
      {"Ca ngày", ""},
      {"Không trực cả ngày", ""},
      // Twice, or nothing of the clock: left as written.
      {"07:00 - 11:30, 13:30 - 17:00", ""},
      {"Sáng (7h-11h), chiều 13h-17h", ""},
      {"Ca 1 - 2", ""},
      {"Ca đêm:", ""},
      {"Sáng", ""},
      {"29/4 - 01/5", ""},
      {"", ""},
  };
  for (const auto& each : cases) {
    CAPTURE(each.cell);
    CHECK(hours(each.cell) == each.hours);
  }
}

TEST_CASE("HP24-1.1 reading: both ends with their days") {
  const struct {
    const char *cell, *span;
  } cases[] = {
      {"Từ 17h ngày 29/4 đến 7h ngày 30/4", "17:00 29/04/2026 > 07:00 30/04/2026"},
      {"7h30 ngày 01/5/2026 đến 7h30 ngày 02/5/2026", "07:30 01/05/2026 > 07:30 02/05/2026"},
      {"17h00 ngày 30/4 - 7h00 ngày 01/5", "17:00 30/04/2026 > 07:00 01/05/2026"},
      {"17:00 29-04-2026 – 07:00", "17:00 29/04/2026 > 07:00 30/04/2026"},
      {"29/4 - 01/5", ""},  // days
      {"7h - 17h", ""},
      {"17h ngày 30/4", ""},
      {"7h ngày 30/4 đến 17h ngày 29/4", ""},
  };
  for (const auto& each : cases) {
    CAPTURE(each.cell);
    CHECK(span(each.cell) == each.span);
  }
}

TEST_CASE("HP24-1.1 reading: people with positions and telephones") {
  const struct {
    const char *cell, *people;
  } cases[] = {
      {"Trần Văn Đức", "Trần Văn Đức||"},
      {"Ông Trần Văn Đức (HT) - 0905 111 222", "Trần Văn Đức|HT|0905 111 222"},
      {"Đ/c Lê Văn Cường", "Lê Văn Cường||"},
      {"ĐC: Lê Văn Cường", "Lê Văn Cường||"},
      {"Đ/c. Võ Văn Phú", "Võ Văn Phú||"},
      {"Ông/Bà Nguyễn Văn An", "Nguyễn Văn An||"},
      {"Ông (bà) Nguyễn Văn An", "Nguyễn Văn An||"},
      {"Các đ/c: Lan, Hoa", "Lan||\nHoa||"},
      {"1. Nguyễn Văn An\n2. Trương Văn Bình", "Nguyễn Văn An||\nTrương Văn Bình||"},
      {"Lan; Hoa", "Lan||\nHoa||"},
      {"Nguyễn Văn An và Lê Thị Hoa", "Nguyễn Văn An||\nLê Thị Hoa||"},
      {"Nguyễn Văn An / Lê Thị Hoa", "Nguyễn Văn An||\nLê Thị Hoa||"},
      {"Nguyễn Văn An, Lê Thị Hoa", "Nguyễn Văn An||\nLê Thị Hoa||"},
      {"Lan, GV", "Lan|GV|"},
      {"Nguyễn Văn An, Bí thư Đảng ủy", "Nguyễn Văn An|Bí thư Đảng ủy|"},
      {"Nguyễn Văn An - PCT UBND xã", "Nguyễn Văn An|PCT UBND xã|"},
      {"Nguyễn Văn An (TPT Đội)", "Nguyễn Văn An|TPT Đội|"},
      {"Nguyễn Văn An, Hiệu trưởng\nTrần Văn Bình, P. Hiệu trưởng",
       "Nguyễn Văn An|Hiệu trưởng|\nTrần Văn Bình|P. Hiệu trưởng|"},
      {"Nguyễn Văn An\nHiệu trưởng", "Nguyễn Văn An|Hiệu trưởng|"},
      {"Lãnh đạo: Trần Văn Đức - 0905111222\nVăn thư: Lê Thị Hoa - 0911222333",
       "Trần Văn Đức|Lãnh đạo|0905111222\nLê Thị Hoa|Văn thư|0911222333"},
      {"Đ/c Kế toán Trần Thị Mai\nBảo vệ Lê Văn Cường",
       "Trần Thị Mai|Kế toán|\nLê Văn Cường|Bảo vệ|"},
      {"Phó Đức Phương", "Phó Đức Phương||"},
      {"Lê Thị Hoa, ĐT: 0911 222 333", "Lê Thị Hoa||0911 222 333"},
      {"Lê Thị Hoa - ĐTDĐ 0911222333", "Lê Thị Hoa||0911222333"},
      {"Lê Thị Hoa\nSĐT: 0912.345.67", "Lê Thị Hoa||"},
      {"Lan (sáng)", "Lan|sáng|"},
      {"07:00-11:00: Lê Văn Cường", "Lê Văn Cường|07:00-11:00|"},
      {"Nguyễn Văn An\n(Trưởng khoa)", "Nguyễn Văn An|Trưởng khoa|"},
      {"Nguyễn Văn An\n(Tổ viên)\n0922333444", "Nguyễn Văn An|Tổ viên|0922333444"},
      {"Nguyễn Văn An & Trần Thị Bình", "Nguyễn Văn An||\nTrần Thị Bình||"},
      {"Nguyễn Thị\nHồng Nhung", "Nguyễn Thị Hồng Nhung||"},
      {"Nguyễn Văn\nAn", "Nguyễn Văn An||"},
      {"NGUYỄN VĂN AN", "NGUYỄN VĂN AN||"},
      {"nt", ""},
      {"Không trực", ""},
      {"Nghỉ lễ", ""},
      {"33", ""},
      {"/", ""},
      {"", ""},
  };
  for (const auto& each : cases) {
    CAPTURE(each.cell);
    CHECK(people(each.cell) == each.people);
  }
}
