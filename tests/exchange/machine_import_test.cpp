// HP24-3.3: lists of machines as offices keep them.
#include "core/exchange/machine_import.h"

#include <doctest/doctest.h>

#include <string>

#include "core/inventory/declaration.h"

using namespace sokenh;

namespace {

MachineImport imported(const std::string& tsv) {
  const Result<Table> table = parse_tsv(tsv);
  REQUIRE(table);
  return import_machines(*table, plan_machine_import(*table));
}

}  // namespace

TEST_CASE("HP24-3.3 import: an office's list with titles, headings in its own words and a footer") {
  const MachineImport result = imported(
      "TRƯỜNG THCS ĐẠI LỘC\n"
      "DANH SÁCH MÁY TÍNH\n"
      "STT\tTên máy\tLoại máy\tNgười sử dụng\tVị trí đặt\tĐịa chỉ IP\tIP public\tĐịa chỉ MAC\tGhi "
      "chú\n"
      "(1)\t(2)\t(3)\t(4)\t(5)\t(6)\t(7)\t(8)\t(9)\n"
      "1\tMáy kế toán\tMáy trạm\tPhạm Thị Lan\tPhòng kế toán\t192.168.1.10\t\t00-1B-44-11-3A-B7\t\n"
      "\n"
      "2\tMáy chủ\tServer HP\tNguyễn Văn Nam\tPhòng CNTT\t192.168.1.2\t203.0.113.7\t\tcamera, "
      "cổng\n"
      "3\tWifi khách\tAccess Point\t\tHội trường\t192.168.2.0 255.255.255.0\t\t\t\n"
      "4\tMáy thư viện\tcũ\t\tThư viện\tDHCP\t\t\t\n"
      "Tổng cộng: 4 máy\n");
  REQUIRE(result.machines.size() == 4);
  CHECK(result.machines[0].name == "Máy kế toán");
  CHECK(result.machines[0].kind == "workstation");
  CHECK(result.machines[0].owner == "Phạm Thị Lan");
  CHECK(result.machines[0].place == "Phòng kế toán");
  CHECK(result.machines[0].addresses == "192.168.1.10");
  CHECK(result.machines[1].kind == "server");
  CHECK(result.machines[1].addresses == "192.168.1.2, 203.0.113.7");
  CHECK(result.machines[1].note == "camera, cổng");
  CHECK(result.machines[2].kind == kDeviceKind);
  CHECK(result.machines[3].kind.empty());
  CHECK(result.unread_kinds == 1);
  CHECK(result.unread_addresses == 1);
  CHECK(result.skipped_blank == 1);
  CHECK(result.skipped_footer == 1);
  CHECK(result.skipped_titles == 4);
  CHECK(result.source_rows == std::vector<std::size_t>{4, 6, 7, 8});
}

TEST_CASE("HP24-3.3 import: without headings the cells say what the columns are") {
  const MachineImport result = imported(
      "1\tMáy kế toán\t192.168.1.10\tPhạm Thị Lan\tPhòng 2\n"
      "2\tMáy hiệu trưởng\t192.168.1.11–12\tBùi Văn Hùng\tPhòng 1\n"
      "3\tMáy thư viện\t192.168.1.256\tLê Thị Hoa\tThư viện\n");
  REQUIRE(result.machines.size() == 3);
  CHECK(result.machines[1].name == "Máy hiệu trưởng");
  CHECK(result.machines[1].addresses == "192.168.1.11–12");
  CHECK(result.machines[1].owner == "Bùi Văn Hùng");
  CHECK(result.machines[1].place == "Phòng 1");
  CHECK(result.unread_addresses == 1);
}

TEST_CASE("HP24-3.3 import: a column is what the person says; addresses may stand in several") {
  const Result<Table> table = parse_tsv("a\t10.0.0.1\t10.0.0.2\nb\t10.0.0.3\t\n");
  REQUIRE(table);
  MachineImportPlan plan = plan_machine_import(*table);
  CHECK_FALSE(plan.header_row);
  CHECK(plan.columns == std::vector<std::optional<MachineField>>{
                            MachineField::name, MachineField::addresses, MachineField::addresses});
  assign_column(plan, 0, MachineField::owner);
  assign_column(plan, 2, MachineField::owner);
  assign_column(plan, 9, MachineField::note);
  CHECK(plan.columns == std::vector<std::optional<MachineField>>{
                            std::nullopt, MachineField::addresses, MachineField::owner});
  CHECK(import_machines(*table, plan).machines[0].owner == "10.0.0.2");
  assign_column(plan, 2, std::nullopt);
  CHECK(import_machines(*table, plan).machines[0].owner.empty());
}

TEST_CASE("HP24-3.3 import: what is too long or too much is counted") {
  std::string tsv = "Tên máy\tĐịa chỉ IP\tVị trí\n";
  for (std::size_t i = 0; i < kMaxMachines + 2; ++i)
    tsv += "Máy " + std::to_string(i) + "\t10.0.0.1\tPhòng\n";
  const MachineImport many = imported(tsv);
  CHECK(many.machines.size() == kMaxMachines);
  CHECK(many.skipped_over_limit == 2);
  const MachineImport longer = imported("Tên máy\tĐịa chỉ IP\tVị trí\n" +
                                        std::string(kMaxTextBytes + 1, 'x') + "\t10.0.0.1\tP\n");
  REQUIRE(longer.machines.size() == 1);
  CHECK(longer.cut_cells == 1);
  CHECK(fits_limits(longer.machines[0]));
}
