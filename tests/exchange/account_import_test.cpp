#include "core/exchange/account_import.h"

#include <doctest/doctest.h>

#include "core/inventory/declaration.h"

using namespace sokenh;

namespace {

AccountImport import(std::string_view tsv) {
  const auto table = parse_tsv(tsv);
  REQUIRE(table);
  return import_accounts(*table, plan_account_import(*table));
}

}  // namespace

TEST_CASE("Account import: an office's list, with title, numbering and signature line") {
  const AccountImport result = import(
      "DANH SÁCH TÀI KHOẢN\n"
      "STT\tHọ và tên\tChức vụ\tPhần mềm\tTên đăng nhập\tMật khẩu\tNgày đổi mật khẩu\tTình "
      "trạng\tLý do\n"
      "(1)\t(2)\t(3)\t(4)\t(5)\t(6)\t(7)\t(8)\t(9)\n"
      "1\tVũ Thị Mai\tVăn thư\tQOffice\tmai.vt\tBiMat@123\t01/10/2026\tĐang sử dụng\t\n"
      "\n"
      "2\tĐỗ Văn Khải\tKế toán\tMột cửa điện tử\tkhai.dv\tabc\t\tNghỉ hưu\t\n"
      "3\tLê An\tGiáo viên\tQOffice\tan.l\tx\t9/2026\tKhông\tChuyển công tác\n"
      "4\tTrần Bình\t\tQOffice\tbinh.t\t\t\tkhó nói\t\n"
      "\tNgười lập\t\t\t\t\t\t\t\n");
  REQUIRE(result.accounts.size() == 4);
  CHECK(result.skipped_titles == 3);
  CHECK(result.skipped_blank == 1);
  CHECK(result.skipped_footer == 1);
  CHECK(result.unread_answers == 1);
  CHECK(result.source_rows == std::vector<std::size_t>{3, 5, 6, 7});
  Account mai;
  mai.system = "QOffice";
  mai.user_name = "mai.vt";
  mai.holder = "Vũ Thị Mai";
  mai.position = "Văn thư";
  mai.password_changed = "01/10/2026";
  mai.in_use = Answer::yes;
  CHECK(result.accounts[0] == mai);
  CHECK(result.accounts[1].in_use == Answer::no);
  CHECK(result.accounts[1].unused_reason == "Nghỉ hưu");
  CHECK(result.accounts[2].in_use == Answer::no);
  CHECK(result.accounts[2].unused_reason == "Chuyển công tác");
  CHECK(result.accounts[3].in_use == Answer::unanswered);
}

TEST_CASE("Account import: a column of passwords is never taken") {
  for (const char* heading : {"Mật khẩu", "Password", "MẬT KHẨU (tạm)", "Pass", "Mật khẩu ban đầu",
                              "Mật khẩu hiện tại"}) {
    const auto table =
        parse_tsv("Họ tên\tTài khoản\t" + std::string(heading) + "\nMai\tmai.vt\tBiMat@123\n");
    REQUIRE(table);
    AccountImportPlan plan = plan_account_import(*table);
    assign_column(plan, 2, AccountField::position);  // not even when asked to
    CAPTURE(std::string(heading));
    CHECK_FALSE(plan.columns[2].has_value());
    CHECK(plan.passwords == std::vector<bool>{false, false, true});
    CHECK(plan.header_row == 0U);
    const AccountImport result = import_accounts(*table, plan);
    REQUIRE(result.accounts.size() == 1);
    for (const AccountField field : account_fields())
      CHECK(account_text(result.accounts[0], field).find("BiMat") == std::string::npos);
  }
}

TEST_CASE("Account import: without a heading, by what the cells look like") {
  const AccountImport result = import(
      "1\tVũ Thị Mai\tQOffice\tmai.vt\t01/10/2026\n"
      "2\tĐỗ Văn Khải\tQOffice\tkhai.dv\t02/10/2026\n");
  REQUIRE(result.accounts.size() == 2);
  CHECK(result.accounts[1].holder == "Đỗ Văn Khải");
  CHECK(result.accounts[1].system == "QOffice");
  CHECK(result.accounts[1].user_name == "khai.dv");
  CHECK(result.accounts[1].password_changed == "02/10/2026");
}

TEST_CASE("Account import: the person's choices, and one system for the whole list") {
  const auto table = parse_tsv("Họ tên\tTài khoản\tGhi chú\nMai\tmai.vt\tNghỉ việc\n");
  REQUIRE(table);
  AccountImportPlan plan = plan_account_import(*table);
  assign_column(plan, 2, AccountField::unused_reason);
  assign_column(plan, 0, AccountField::user_name);
  assign_column(plan, 9, AccountField::system);
  plan.system = "Thư điện tử công vụ";
  CHECK_FALSE(plan.columns[1].has_value());
  const AccountImport result = import_accounts(*table, plan);
  REQUIRE(result.accounts.size() == 1);
  CHECK(result.accounts[0].user_name == "Mai");
  CHECK(result.accounts[0].unused_reason == "Nghỉ việc");
  CHECK(result.accounts[0].system == "Thư điện tử công vụ");
}

TEST_CASE("Account import: limits") {
  Table table;
  table.rows.push_back({"Họ tên", "Tài khoản", "Hệ thống"});
  table.rows.resize(kMaxAccounts + 3, {"Mai", "mai.vt", "QOffice"});
  table.rows[1][0] = std::string(kMaxTextBytes + 1, 'a');
  const AccountImport result = import_accounts(table, plan_account_import(table));
  CHECK(result.accounts.size() == kMaxAccounts);
  CHECK(result.skipped_over_limit == 2);
  CHECK(result.cut_cells == 1);
  CHECK(fits_limits(result.accounts[0]));
}
