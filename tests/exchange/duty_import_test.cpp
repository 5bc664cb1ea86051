// HP24-1.1: duty rosters as offices write them, taken over into a roster.
#include "core/exchange/duty_import.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/exchange/duty_exchange.h"
#include "core/inventory/declaration.h"

using namespace sokenh;

namespace {

constexpr Date kNear{2026, 4, 25};

Roster sample() {
  Roster roster{
      .id = 3, .occasion = "Lễ 30/4", .from = "17:00 29/04/2026", .to = "07:00 02/05/2026"};
  roster.posts = {{.id = 1, .name = "Trực lãnh đạo"}, {.id = 2, .name = "Trực an toàn thông tin"}};
  roster.people = {
      {.id = 3, .name = "Trần Văn Đức", .position = "Hiệu trưởng", .telephone = "0905 111 222"},
      {.id = 4, .name = "Nguyễn Thị Lan", .posts = {1}}};
  return roster;
}

DutyImport imported(const std::string& tsv, const Roster& roster = sample()) {
  const Result<Table> table = parse_tsv(tsv);
  REQUIRE(table);
  DutyImport result =
      import_duty(*table, plan_duty_import(*table), roster, {.post = "Trực", .near = kNear});
  CHECK(is_consistent(result.roster));
  CHECK(fits_limits(result.roster));
  return result;
}

// A shift in one line: «Trực: 07:00 30/04/2026 > 19:00 30/04/2026 = Lan».
std::vector<std::string> shifts_of(const Roster& roster) {
  std::vector<std::string> lines;
  for (const DutyShift& shift : roster.shifts) {
    const DutyPerson* person = find_person(roster, shift.person);
    lines.push_back(find_post(roster, shift.post)->name + ": " + shift.from + " > " + shift.to +
                    " = " + (person != nullptr ? person->name : "?"));
  }
  return lines;
}

}  // namespace

TEST_CASE("HP24-1.1 import: a shift a row; joined cells hold for the rows below") {
  const DutyImport result = imported(
      "PHÂN CÔNG TRỰC LỄ 30/4 VÀ 01/5\n"
      "STT\tNgày trực\tCa trực\tNhiệm vụ\tHọ và tên\tChức vụ\tSố điện thoại\tGhi chú\n"
      "1\tThứ Năm, 30/4/2026\t7h00 - 19h00\tTrực lãnh đạo\tTrần Văn Đức\tHiệu "
      "trưởng\t0905.111.222\t\n"
      "2\t\t19h00 - 7h00\t\tBùi Văn Hùng\tBảo vệ\t0912345678\t\n"
      "3\tThứ Sáu, 01/5\tCả ngày (24/24)\tTrực an toàn thông tin\tNguyễn Thị "
      "Lan\t\t0987654321\tđổi ca\n"
      "Người lập\t\t\t\tHiệu trưởng\n");
  CHECK(
      shifts_of(result.roster) ==
      std::vector<std::string>{"Trực lãnh đạo: 07:00 30/04/2026 > 19:00 30/04/2026 = Trần Văn Đức",
                               "Trực lãnh đạo: 19:00 30/04/2026 > 07:00 01/05/2026 = Bùi Văn Hùng",
                               "Trực an toàn thông tin: 01/05/2026 > 01/05/2026 = Nguyễn Thị Lan"});
  CHECK(result.added.size() == 3);
  CHECK(result.people == 1);
  CHECK(result.posts == 0);
  CHECK(result.unread_times == 0);
  CHECK(result.skipped_titles == 2);
  CHECK(result.skipped_footer == 1);
  CHECK(result.source_rows == std::vector<std::size_t>{2, 3, 4});
  REQUIRE(result.roster.people.size() == 3);
  CHECK(result.roster.people[1].telephone == "0987654321");
  // She stood on one post alone, and does on another now.
  CHECK(result.roster.people[1].posts == std::vector<DutyId>{1, 2});
  CHECK(result.roster.people[2].position == "Bảo vệ");
  for (const DutyShift& shift : result.roster.shifts) CHECK_FALSE(shift.planned);
}

TEST_CASE("HP24-1.1 import: a day a row, a column for each post, several people in a cell") {
  const DutyImport result = imported(
      "Ngày\tLãnh đạo trực\tCán bộ trực\tBảo vệ\n"
      "30/04/2026\tÔng Trần Văn Đức (0905111222)\tBà Nguyễn Thị Lan; Trương Văn Bình - ĐT: "
      "0911 222 333\tBùi Văn Hùng, nhân viên, 0912345678\n"
      "01/05/2026\tTrần Văn Đức\tTrương Văn Bình\t\n"
      "Ngày\tLãnh đạo trực\tCán bộ trực\tBảo vệ\n"
      "02/05/2026\tTrần Văn Đức\t\t\n");
  CHECK(shifts_of(result.roster) ==
        std::vector<std::string>{"Lãnh đạo trực: 30/04/2026 > 30/04/2026 = Trần Văn Đức",
                                 "Cán bộ trực: 30/04/2026 > 30/04/2026 = Nguyễn Thị Lan",
                                 "Cán bộ trực: 30/04/2026 > 30/04/2026 = Trương Văn Bình",
                                 "Bảo vệ: 30/04/2026 > 30/04/2026 = Bùi Văn Hùng",
                                 "Lãnh đạo trực: 01/05/2026 > 01/05/2026 = Trần Văn Đức",
                                 "Cán bộ trực: 01/05/2026 > 01/05/2026 = Trương Văn Bình",
                                 "Lãnh đạo trực: 02/05/2026 > 02/05/2026 = Trần Văn Đức"});
  CHECK(result.posts == 3);
  CHECK(result.people == 2);
  CHECK(result.skipped_titles == 2);  // the headings twice
  REQUIRE(result.roster.people.size() == 4);
  CHECK(result.roster.people[2].telephone == "0911 222 333");
  CHECK(result.roster.people[3].position == "nhân viên");
  CHECK(result.roster.people[3].telephone == "0912345678");
}

TEST_CASE("HP24-1.1 import: the table that the roster itself is copied as adds nothing to it") {
  Roster roster = sample();
  roster.people[1].posts = {1, 2};
  roster.shifts = {
      {.id = 5, .post = 1, .person = 3, .from = "17:00 29/04/2026", .to = "07:00"},
      {.id = 6, .post = 2, .person = 4, .from = "30/04/2026", .to = "30/04/2026"},
      {.id = 7, .post = 2, .from = "19:00 01/05/2026", .to = "07:00 02/05/2026"},
  };
  const std::string copied = write_tsv(duty_table(roster));
  const DutyImport again = imported(copied, roster);
  CHECK(again.added.size() == 0);
  CHECK(again.already_there == 3);
  CHECK(again.roster == roster);

  const DutyImport fresh = imported(copied, Roster{.id = 1});
  CHECK(fresh.added.size() == 3);
  CHECK(fresh.posts == 2);
  CHECK(fresh.people == 2);
  // The roster had no period: from the first shift to the last.
  CHECK(fresh.roster.from == "17:00 29/04/2026");
  CHECK(fresh.roster.to == "07:00 02/05/2026");
}

TEST_CASE("HP24-1.1 import: times as they are written, and those that cannot be read kept") {
  const struct {
    const char *headings, *row, *from, *to;
    std::size_t unread;
  } cases[] = {
      {"Ngày\tTừ\tĐến\tHọ tên", "30/4\t7h\t19h\tLan", "07:00 30/04/2026", "19:00 30/04/2026", 0},
      {"Từ\tĐến\tHọ tên", "17:00 29/04/2026\t07:00 30/04/2026\tLan", "17:00 29/04/2026",
       "07:00 30/04/2026", 0},
      {"Thời gian\tHọ tên\tChức vụ", "từ 17h00 29/04/2026 đến 7h00 30/04/2026\tLan\tGV",
       "17:00 29/04/2026", "07:00 30/04/2026", 0},
      {"Thời gian\tHọ tên\tChức vụ", "30/04/2026\tLan\tGV", "30/04/2026", "30/04/2026", 0},
      {"Ngày\tCa\tHọ tên", "30/4\tCa 1 (6h - 14h)\tLan", "06:00 30/04/2026", "14:00 30/04/2026", 0},
      {"Ngày\tCa\tHọ tên", "30/4\tCa đêm: 22:00-06:00\tLan", "22:00 30/04/2026", "06:00 01/05/2026",
       0},
      {"Ngày\tCa\tHọ tên", "ngày 30 tháng 4 năm 2026\t24/24\tLan", "30/04/2026", "30/04/2026", 0},
      {"Ngày\tBuổi\tHọ tên", "30/4\tSáng\tLan", "Sáng 30/4", "", 1},
      {"Ngày\tCa\tHọ tên", "31/4\t7h-19h\tLan", "7h-19h 31/4", "", 1},
      {"Ngày\tHọ tên\tChức vụ", "hôm sau\tLan\tGV", "hôm sau", "", 1},
      {"Từ\tĐến\tHọ tên", "17:00 29/04/2026\tsáng hôm sau\tLan", "17:00 29/04/2026", "sáng hôm sau",
       1},
  };
  for (const auto& each : cases) {
    CAPTURE(each.row);
    const DutyImport result = imported(std::string(each.headings) + "\n" + each.row + "\n");
    REQUIRE(result.roster.shifts.size() == 1);
    CHECK(result.roster.shifts[0].from == each.from);
    CHECK(result.roster.shifts[0].to == each.to);
    CHECK(result.unread_times == each.unread);
    // Of two posts none is meant: a third.
    CHECK(result.roster.posts.back().name == "Trực");
  }
}

TEST_CASE("HP24-1.1 import: a day across the table, a shift without a name, a name twice") {
  const DutyImport result = imported(
      "Ca trực\tHọ và tên\tSố điện thoại\n"
      "Thứ Năm 30/04/2026\n"
      "07:00-19:00\tLê Thị Hoa\t0911111111\n"
      "19:00-07:00\tLê Thị Hoa\t0922222222\n"
      "Thứ Sáu 01/05/2026\n"
      "07:00-19:00\t\t\n"
      "07:00-19:00\tLê Thị Hoa\t\n",
      Roster{.id = 1});
  CHECK(shifts_of(result.roster) ==
        std::vector<std::string>{"Trực: 07:00 30/04/2026 > 19:00 30/04/2026 = Lê Thị Hoa",
                                 "Trực: 19:00 30/04/2026 > 07:00 01/05/2026 = Lê Thị Hoa",
                                 "Trực: 07:00 01/05/2026 > 19:00 01/05/2026 = Lê Thị Hoa"});
  // Two telephones are two people.
  CHECK(result.people == 2);
  CHECK(result.posts == 1);
}

TEST_CASE("HP24-1.1 import: telephones and positions are those of the people to their left") {
  const DutyImport posts = imported(
      "Ngày\tLãnh đạo trực\tSố ĐT\tTrực ban\tSố ĐT\n"
      "30/4\tTrần Văn Đức\t0905111222\tLê Thị Hoa\t0911222333\n");
  REQUIRE(posts.roster.people.size() == 3);
  CHECK(posts.roster.people[2].telephone == "0911222333");
  const DutyImport twice = imported(
      "Ngày\tHọ tên lãnh đạo trực\tChức vụ\tHọ tên cán bộ trực\tChức vụ\n"
      "30/4\tTrần Văn Đức\tHT\tLê Thị Hoa\tGV\n");
  CHECK(twice.added.size() == 2);
  CHECK(twice.roster.people[2].position == "GV");
  const DutyImport left = imported("Ngày\tĐiện thoại\tHọ tên\n30/4\t0911222333\tLê Thị Hoa\n");
  CHECK(left.roster.people[2].telephone == "0911222333");
}

TEST_CASE("HP24-1.1 import: headings in two rows, and again on the next page") {
  const DutyImport result = imported(
      "Ngày\tLãnh đạo trực\t\tBảo vệ\t\n"
      "\tHọ tên\tSĐT\tHọ tên\tSĐT\n"
      "30/4\tTrần Văn Đức\t0905111222\tBùi Văn Hùng\t0912345678\n"
      "Ngày \tLãnh  đạo trực\t\tBảo vệ\t\n"
      "01/5\tTrần Văn Đức\t\tBùi Văn Hùng\t\n");
  CHECK(shifts_of(result.roster) ==
        std::vector<std::string>{"Lãnh đạo trực: 30/04/2026 > 30/04/2026 = Trần Văn Đức",
                                 "Bảo vệ: 30/04/2026 > 30/04/2026 = Bùi Văn Hùng",
                                 "Lãnh đạo trực: 01/05/2026 > 01/05/2026 = Trần Văn Đức",
                                 "Bảo vệ: 01/05/2026 > 01/05/2026 = Bùi Văn Hùng"});
  CHECK(result.roster.people.back().telephone == "0912345678");
  const DutyImport times = imported(
      "Thời gian\t\tHọ và tên\n"
      "Từ\tĐến\t\n"
      "7h 30/4\t7h 01/5\tLan\n");
  CHECK(shifts_of(times.roster) ==
        std::vector<std::string>{"Trực: 07:00 30/04/2026 > 07:00 01/05/2026 = Lan"});
}

TEST_CASE("HP24-1.1 import: several days, hours in a heading, the day under «Thời gian»") {
  const DutyImport days =
      imported("Ngày\tCa\tHọ tên\n29/4 - 30/4\t7h-17h\tLan\n01/5 - 02/5\t\tHoa\n");
  CHECK(shifts_of(days.roster) ==
        std::vector<std::string>{"Trực: 07:00 29/04/2026 > 17:00 29/04/2026 = Lan",
                                 "Trực: 07:00 30/04/2026 > 17:00 30/04/2026 = Lan",
                                 // Joined hours hold for the days below, too.
                                 "Trực: 07:00 01/05/2026 > 17:00 01/05/2026 = Hoa",
                                 "Trực: 07:00 02/05/2026 > 17:00 02/05/2026 = Hoa"});
  const DutyImport columns = imported("Ngày\tSáng (7h-11h30)\tĐêm (17h-7h)\n30/4\tLan\tHoa\n");
  CHECK(shifts_of(columns.roster) ==
        std::vector<std::string>{"Sáng (7h-11h30): 07:00 30/04/2026 > 11:30 30/04/2026 = Lan",
                                 "Đêm (17h-7h): 17:00 30/04/2026 > 07:00 01/05/2026 = Hoa"});
  const DutyImport day = imported("Thời gian\tCa trực\tHọ tên\n30/4/2026\t7h-19h\tLan\n");
  CHECK(shifts_of(day.roster) ==
        std::vector<std::string>{"Trực: 07:00 30/04/2026 > 19:00 30/04/2026 = Lan"});
}

TEST_CASE("HP24-1.1 import: joined times, rows across the table, signatures below it") {
  const DutyImport result = imported(
      "TT\tNgày\tTừ\tĐến\tHọ và tên\n"
      "I\tNgày 30/4/2026 (Thứ Năm)\t\t\t\n"
      "1\t\t19h\t7h\tNguyễn Văn An\n"
      "\t\t\t\tLê Thị Hoa\n"
      "II\tTRỰC BẢO VỆ\t\t\t\n"
      "Mọi thay đổi báo trước ngày 28/4/2026\t\t\t\t\n"
      "2\t01/5\t\t\tBùi Văn Hùng\n"
      "Nơi nhận:\t\t\t\tHIỆU TRƯỞNG\n"
      "\t\t\t\tĐã ký\n"
      "Trần Thị Bình\t\t\t\tNguyễn Văn Nam\n");
  CHECK(shifts_of(result.roster) ==
        std::vector<std::string>{"Trực: 19:00 30/04/2026 > 07:00 01/05/2026 = Nguyễn Văn An",
                                 "Trực: 19:00 30/04/2026 > 07:00 01/05/2026 = Lê Thị Hoa",
                                 "TRỰC BẢO VỆ: 01/05/2026 > 01/05/2026 = Bùi Văn Hùng"});
  CHECK(result.skipped_footer == 3);
  CHECK(result.unread_times == 0);
}

TEST_CASE("HP24-1.1 import: a heading with a known word in it is a post where names stand below") {
  const struct {
    const char* headings;
    std::vector<std::string> shifts;
  } cases[] = {
      {"Ngày\tCa ngày (7h-19h)\tCa đêm (19h-7h)",
       {"Ca ngày (7h-19h): 07:00 30/04/2026 > 19:00 30/04/2026 = Nguyễn Văn An",
        "Ca đêm (19h-7h): 19:00 30/04/2026 > 07:00 01/05/2026 = Lê Thị Hoa"}},
      {"Ngày\tTừ 7h đến 17h\tTừ 17h đến 7h",
       {"Từ 7h đến 17h: 07:00 30/04/2026 > 17:00 30/04/2026 = Nguyễn Văn An",
        "Từ 17h đến 7h: 17:00 30/04/2026 > 07:00 01/05/2026 = Lê Thị Hoa"}},
      // Which hours these are nobody has said.
      {"Ngày\tCa trực sáng\tCa trực chiều",
       {"Ca trực sáng: Ca trực sáng 30/4 >  = Nguyễn Văn An",
        "Ca trực chiều: Ca trực chiều 30/4 >  = Lê Thị Hoa"}},
      {"Thứ\tBộ phận Một cửa\tPhòng Hành chính",
       {"Bộ phận Một cửa: 30/04/2026 > 30/04/2026 = Nguyễn Văn An",
        "Phòng Hành chính: 30/04/2026 > 30/04/2026 = Lê Thị Hoa"}},
      {"Ngày dương lịch\tLãnh đạo trực\tBảo vệ",
       {"Lãnh đạo trực: 30/04/2026 > 30/04/2026 = Nguyễn Văn An",
        "Bảo vệ: 30/04/2026 > 30/04/2026 = Lê Thị Hoa"}},
  };
  for (const auto& each : cases) {
    CAPTURE(each.headings);
    const DutyImport result =
        imported(std::string(each.headings) + "\n30/4\tNguyễn Văn An\tLê Thị Hoa\n");
    CHECK(shifts_of(result.roster) == each.shifts);
  }
}

TEST_CASE("HP24-1.1 import: a part of the day is not the day") {
  const DutyImport result = imported(
      "Ngày\tHọ tên\tChức vụ\n"
      "29/4 (7h-17h)\tNguyễn Văn An\t\n"
      "30/4 (trực đêm)\tNguyễn Văn An\t\n"
      "01/5\tNguyễn Văn An (7h-11h), Lê Thị Hoa (sáng)\t\n");
  CHECK(shifts_of(result.roster) ==
        std::vector<std::string>{"Trực: 07:00 29/04/2026 > 17:00 29/04/2026 = Nguyễn Văn An",
                                 "Trực: 07:00 01/05/2026 > 11:00 01/05/2026 = Nguyễn Văn An",
                                 "Trực: 30/4 (trực đêm) >  = Nguyễn Văn An",
                                 "Trực: sáng 01/5 >  = Lê Thị Hoa"});
  CHECK(result.unread_times == 2);
  for (const DutyPerson& person : result.roster.people) CHECK(person.position != "sáng");
}

TEST_CASE("HP24-1.1 import: remarks, days and signatures between and below the rows") {
  const DutyImport result = imported(
      "Họ và tên\tSố điện thoại\tGhi chú\n"
      "Ngày 30 tháng 4 năm 2026\t\t\n"
      "Nguyễn Văn An\t0911222333\t\n"
      "Ghi chú: trực tại phòng 101\t\t\n"
      "Ngày 01/5: Quốc tế Lao động\t\t\n"
      "Lê Thị Hoa\t\t\n"
      "Ngày 02/5/2026\t\t\n"
      "Bùi Văn Hùng\t\t\n"
      "NGƯỜI LẬP BIỂU\t\tTM. ỦY BAN NHÂN DÂN\n"
      "\t\tKT. CHỦ TỊCH\n"
      "Trần Thị Bình\t\tNguyễn Văn Nam\n");
  CHECK(shifts_of(result.roster) ==
        std::vector<std::string>{"Trực: 30/04/2026 > 30/04/2026 = Nguyễn Văn An",
                                 "Trực: 02/05/2026 > 02/05/2026 = Bùi Văn Hùng",
                                 "Trực: Ngày 01/5: Quốc tế Lao động >  = Lê Thị Hoa"});
}

TEST_CASE("HP24-1.1 import: one table below the other, each with its own headings") {
  const DutyImport result = imported(
      "STT\tNgày\tHọ và tên\tChức vụ\n"
      "1\t30/4\tNguyễn Văn An\tHT\n"
      "STT\tNgày\tCa\tHọ và tên\n"
      "1\t30/4\t19h-7h\tLê Thị Hoa\n");
  CHECK(shifts_of(result.roster) ==
        std::vector<std::string>{"Trực: 30/04/2026 > 30/04/2026 = Nguyễn Văn An",
                                 "Trực: 19:00 30/04/2026 > 07:00 01/05/2026 = Lê Thị Hoa"});
  CHECK(result.source_rows == std::vector<std::size_t>{1, 3});
}

TEST_CASE("HP24-1.1 import: nobody gets another’s telephone, nobody another’s post") {
  const DutyImport result = imported(
      "Ngày\tLãnh đạo trực\tTrực ban\tSố điện thoại\n"
      "30/4\tNguyễn Văn An\tLê Thị Hoa\t0905111222; 0911222333\n");
  for (const DutyPerson& person : result.roster.people) CHECK(person.telephone != "0911222333");
  CHECK(result.roster.people.back().telephone.empty());
  const DutyImport posts = imported(
      "STT\tNgày trực\tLãnh đạo trực\tHọ và tên cán bộ trực\n"
      "1\t30/4\tNguyễn Văn An\tLê Thị Hoa\n",
      Roster{.id = 1});
  CHECK(shifts_of(posts.roster) ==
        std::vector<std::string>{"Lãnh đạo trực: 30/04/2026 > 30/04/2026 = Nguyễn Văn An",
                                 "Trực: 30/04/2026 > 30/04/2026 = Lê Thị Hoa"});
}

TEST_CASE("HP24-1.1 import: Hoa and Hòa are two people") {
  const DutyImport result = imported(
      "Ngày\tHọ tên\tChức vụ\n30/4\tNguyễn Thị Hoa\tGV\n01/5\tNguyễn Thị Hòa\tKế toán\n"
      "02/5\tNGUYỄN THỊ HÒA\tKế toán\n");
  CHECK(result.people == 2);
}

TEST_CASE("HP24-1.1 import: without headings the cells say what the columns are") {
  const DutyImport result = imported(
      "1\t30/04/2026\t07:00-19:00\tLê Thị Hoa\t0911111111\n"
      "2\t30/04/2026\t19:00-07:00\tPhạm Quốc Việt\t0922222222\n");
  CHECK(result.added.size() == 2);
  CHECK(result.people == 2);
  CHECK(result.roster.people.back().telephone == "0922222222");
}

TEST_CASE("HP24-1.1 import: a column is chosen for; what is taken from another leaves it") {
  const Result<Table> table = parse_tsv("Ngày\tA\tB\n30/04/2026\tLan\tHoa\n");
  REQUIRE(table);
  DutyImportPlan plan = plan_duty_import(*table);
  REQUIRE(plan.columns.size() == 3);
  CHECK(plan.columns[1] == DutyColumn::people_of_post);
  CHECK(plan.columns[2] == DutyColumn::people_of_post);
  assign_column(plan, 1, DutyColumn::person);
  assign_column(plan, 2, DutyColumn::person);
  CHECK_FALSE(plan.columns[1]);
  CHECK(plan.columns[2] == DutyColumn::person);
  assign_column(plan, 9, DutyColumn::day);
  const DutyImport result =
      import_duty(*table, plan, Roster{.id = 1}, {.post = "Trực", .near = kNear});
  CHECK(shifts_of(result.roster) ==
        std::vector<std::string>{"Trực: 30/04/2026 > 30/04/2026 = Hoa"});
}

TEST_CASE("HP24-1.1 import: no more than a roster holds") {
  std::string tsv = "Ngày\tHọ và tên\tChức vụ\n";
  for (std::size_t i = 0; i < kMaxDutyPeople + 5; ++i)
    tsv += "30/04/2026\tNgười " + std::to_string(i) + "\tGV\n";
  const DutyImport result = imported(tsv, Roster{.id = 1});
  CHECK(result.roster.people.size() == kMaxDutyPeople);
  CHECK(result.added.size() == kMaxDutyPeople);
  CHECK(result.skipped_over_limit == 5);
}
