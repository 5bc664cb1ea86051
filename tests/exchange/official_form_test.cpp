#include "core/exchange/official_form.h"

#include <doctest/doctest.h>

#include "core/policy/pack_set.h"

namespace sokenh {
namespace {

Form hp23_form() {
  const Pack* pack = PackSet().find("HP23");
  REQUIRE(pack != nullptr);
  REQUIRE(pack->form);
  return *pack->form;
}

Channel channel(std::string name, std::string state) {
  Channel out;
  out.name = std::move(name);
  out.identifier = "100064211234567";
  out.created = "9/2016";
  out.managing_unit = "Trường THCS Quang Trung";
  out.administrators = "Vũ Thị Mai\nĐỗ Văn Khải";
  out.contact = "0225.3678.901";
  out.state = std::move(state);
  return out;
}

Declaration sample() {
  Declaration declaration;
  declaration.unit.name = "Trường THCS Quang Trung";
  declaration.unit.parent = "UBND xã An Lão";
  declaration.unit.place = "An Lão";
  declaration.unit.head_name = "Nguyễn Hữu Đạt";
  declaration.unit.head_title = "Hiệu trưởng";
  declaration.unit.preparer_name = "Vũ Thị Mai";
  declaration.channels = {channel("fb.com/a", "đang hoạt động"), channel("zalo.me/b", "Tạm khoá"),
                          channel("c.vn", "bàn giao cho Sở")};
  return declaration;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
    ++found;
  return found;
}

TEST_CASE(
    "HP23 form: title, subtitle, eight headings and two signature blocks, letter for letter and in "
    "order") {
  const std::string html = write_form_html(make_form_document(sample(), hp23_form(), {}, {}));
  const std::string_view in_order[] = {
      "UBND XÃ AN LÃO",
      "TRƯỜNG THCS QUANG TRUNG",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "An Lão, ngày … tháng … năm …",
      "<h1>THỐNG KÊ KÊNH CUNG CẤP THÔNG TIN TRÊN MÔI TRƯỜNG MẠNG</h1>",
      "(Kèm theo công văn số: …/SGDĐT-VP ngày … tháng … năm 2023)",
      "<thead>",
      "<th scope=\"col\">STT</th>",
      "<th scope=\"col\">Tên kênh cung cấp thông tin trên môi trường mạng (Trang/cổng thông tin "
      "điện tử/tài khoản "
      "zalo, facebook, youtube...)</th>",
      "<th scope=\"col\">ID (Nếu có)</th>",
      "<th scope=\"col\">Thời gian tạo lập</th>",
      "<th scope=\"col\">Đơn vị quản lý</th>",
      "<th scope=\"col\">Quản trị viên</th>",
      "<th scope=\"col\">Thông tin liên hệ</th>",
      "<th scope=\"col\">Trạng thái (Hoạt động/đóng /khóa/xóa)</th>",
      "</thead>",
      "fb.com/a",
      "zalo.me/b",
      "c.vn",
      "</table>",
      "XÁC NHẬN CỦA LÃNH ĐẠO ĐƠN VỊ",
      "HIỆU TRƯỞNG",
      "Nguyễn Hữu Đạt",
      "CÁN BỘ THỐNG KÊ",
      "Vũ Thị Mai"};
  std::size_t at = 0;
  for (const std::string_view part : in_order) {
    CAPTURE(part);
    at = html.find(part, at);
    REQUIRE(at != std::string::npos);
    at += part.size();
  }
  CHECK(count(html, "<th ") == 8);
  CHECK(count(html, "<td>") == 24);
}

TEST_CASE("HP23 form: rows are numbered, cells as written, the state in the form's own word") {
  const FormDocument document = make_form_document(sample(), hp23_form(), {}, {});
  REQUIRE(document.rows.size() == 3);
  CHECK(document.rows[0] == std::vector<std::string>{"1", "fb.com/a", "100064211234567", "9/2016",
                                                     "Trường THCS Quang Trung",
                                                     "Vũ Thị Mai\nĐỗ Văn Khải", "0225.3678.901",
                                                     "Hoạt động"});
  CHECK(document.rows[1][0] == "2");
  CHECK(document.rows[1][7] == "Khóa");
  CHECK(document.rows[2][7] == "bàn giao cho Sở");
  CHECK(document.statement.empty());
}

TEST_CASE("HP23 form: a unit without channels says so") {
  Declaration declaration = sample();
  declaration.channels.clear();
  CHECK(
      make_form_document(declaration, hp23_form(), {}, {}).statement.empty());  // not declared yet
  declaration.no_channels = true;
  const FormDocument document = make_form_document(declaration, hp23_form(), {}, {});
  CHECK(document.rows.empty());
  CHECK(write_form_html(document).find("colspan=\"8\">Đơn vị không có kênh") != std::string::npos);
}

TEST_CASE("Nghị định 30/2020: a 0 before days under 10 and before months 1 and 2") {
  struct Case {
    Date date;
    std::string_view text;
  };
  const Case cases[] = {{{2023, 11, 24}, "An Lão, ngày 24 tháng 11 năm 2023"},
                        {{2024, 2, 5}, "An Lão, ngày 05 tháng 02 năm 2024"},
                        {{2024, 3, 10}, "An Lão, ngày 10 tháng 3 năm 2024"}};
  for (const Case& test : cases) {
    CHECK(make_form_document(sample(), hp23_form(), test.date, {}).dateline == test.text);
  }
  Declaration nowhere = sample();
  nowhere.unit.place = " ";
  CHECK(make_form_document(nowhere, hp23_form(), {}, {}).dateline == "…, ngày … tháng … năm …");
}

TEST_CASE("Form: a draft until both have signed; then hash and fingerprints are on the paper") {
  const std::string hash(64, 'a');
  struct Case {
    std::optional<FormProof> proof;
    bool is_draft;
  };
  const Case cases[] = {{std::nullopt, true},
                        {FormProof{hash, "7F3A 91C2", ""}, true},
                        {FormProof{hash, "", "0D5E B846"}, true},
                        {FormProof{hash, "7F3A 91C2", "0D5E B846"}, false}};
  for (const Case& test : cases) {
    const FormDocument document = make_form_document(sample(), hp23_form(), {}, test.proof);
    const std::string html = write_form_html(document);
    CHECK(document.is_draft == test.is_draft);
    CHECK((html.find("BẢN NHÁP") != std::string::npos) == test.is_draft);
    CHECK((html.find("aaaaaaaa aaaaaaaa") != std::string::npos) == test.proof.has_value());
    CHECK(to_json(document).contains("proof") == test.proof.has_value());
  }
  const std::string html =
      write_form_html(make_form_document(sample(), hp23_form(), {}, cases[3].proof));
  CHECK(html.find("7F3A 91C2") < html.find("0D5E B846"));
}

TEST_CASE("Form: nothing the unit wrote is markup") {
  Declaration declaration = sample();
  const std::string attack = "</td><script>alert(\"1\")</script>&amp;<img src='x' onerror=1>";
  for (const UnitField field : unit_fields()) set_unit_field(declaration.unit, field, attack);
  for (int column = 1; column < kColumnCount; ++column) {
    set_column_text(declaration.channels[0], static_cast<Column>(column), attack);
  }
  Form form = hp23_form();
  form.title = form.subtitle = form.left_signature = form.right_signature = attack;
  form.columns.assign(8, attack);
  const std::string html =
      write_form_html(make_form_document(declaration, form, {}, FormProof{attack, attack, attack}));
  CHECK(html.find("<script") == std::string::npos);
  CHECK(html.find("<SCRIPT") == std::string::npos);
  CHECK(html.find("<img") == std::string::npos);
  CHECK(html.find("<IMG") == std::string::npos);
  CHECK(html.find("&lt;script&gt;alert(&quot;1&quot;)") != std::string::npos);
  CHECK(html.find("default-src 'none'") != std::string::npos);
}

TEST_CASE("Form: as JSON it holds the same as on paper") {
  const FormDocument document = make_form_document(sample(), hp23_form(), Date{2023, 11, 24}, {});
  const nlohmann::json json = to_json(document);
  CHECK(json["headings"] == hp23_form().columns);
  CHECK(json["rows"].size() == 3);
  CHECK(json["rows"][0][5] == "Vũ Thị Mai\nĐỗ Văn Khải");
  CHECK(json["left"]["heading"] == "XÁC NHẬN CỦA LÃNH ĐẠO ĐƠN VỊ");
  CHECK(json["right"]["name"] == "Vũ Thị Mai");
  CHECK(json["dateline"] == "An Lão, ngày 24 tháng 11 năm 2023");
  CHECK(json["draft"] == "BẢN NHÁP");
}

}  // namespace
}  // namespace sokenh
