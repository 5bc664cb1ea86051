// TN17-1.2: the six items at the foot of differently built pages.
#include "core/page/footer.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "tests/test_data.h"

using namespace sokenh;
using namespace sokenh::page;

namespace {

PageOutline read(std::string_view bytes) {
  Result<PageOutline> page = read_page(bytes);
  REQUIRE(page.has_value());
  return std::move(*page);
}

// «found: text», «missing», «unreadable: chan_trang.jpg».
std::string shown(const ItemReading& reading) {
  std::string out(item_state_key(reading.state));
  if (!reading.text.empty()) out += ": " + reading.text;
  return out;
}

struct Expected {
  std::string_view file;
  std::array<std::string_view, kFooterItems> items;  // in the order of FooterItem
};

const std::array kPages{
    Expected{"semantic.html",
             {"found: Trường THCS An Lão", "found: Phòng GD&ĐT huyện An Lão",
              "found: Số 12 đường Nguyễn Văn Trỗi, thị trấn An Lão, thành phố Hải Phòng",
              "found: thcsanlao@example.edu.vn", "found: 0225.3872.123", "found: Phạm Thị Lan"}},
    Expected{
        "table-2010.html",
        {"found: TRƯỜNG TIỂU HỌC QUANG TRUNG", "found: PHÒNG GIÁO DỤC VÀ ĐÀO TẠO TP THÁI NGUYÊN",
         "found: Tổ 5, phường Quang Trung, TP Thái Nguyên", "found: thquangtrung@example.edu.vn",
         "found: (0208) 3855 123", "found: Nguyễn Thị Hương Giang"}},
    Expected{"nested-divs.html",
             {"found: TRƯỜNG MẦM NON HOA SEN", "found: UBND xã An Lão",
              "found: Thôn Đông, xã An Lão, thành phố Hải Phòng", "found: mnhoasen@example.edu.vn",
              "found: 0912 345 678", "found: Trần Thị Mai"}},
    Expected{"entities.html",
             {"found: Ủy ban nhân dân xã Tân Dân", "found: Ủy ban nhân dân thành phố Hải Phòng",
              "found: Thôn Đại Hoàng, xã Tân Dân, Hải Phòng", "found: tandan@example.gov.vn",
              "found: 0225.3.678.901", "found: Vũ Đình Thắng"}},
    Expected{"nfd.html",
             {"found: Trường Tiểu học Lê Lợi", "found: Phòng Giáo dục và Đào tạo quận Ngô Quyền",
              "found: 45 phố Lê Lợi, phường Máy Tơ, quận Ngô Quyền, Hải Phòng",
              "found: thleloi@example.edu.vn", "found: 02253 836 123", "found: Đỗ Thị Hồng Hạnh"}},
    Expected{"image-footer.html",
             {"unreadable: chan_trang_2024.jpg", "unreadable: chan_trang_2024.jpg",
              "unreadable: chan_trang_2024.jpg", "unreadable: chan_trang_2024.jpg",
              "unreadable: chan_trang_2024.jpg", "unreadable: chan_trang_2024.jpg"}},
    Expected{"hung-vuong.mht",
             {"found: TRƯỜNG THPT HÙNG VƯƠNG", "found: Sở Giáo dục và Đào tạo Thái Nguyên",
              "found: Phường Phan Đình Phùng, thành phố Thái Nguyên",
              "found: c3hungvuong@example.edu.vn", "found: 0208 3750 999", "found: Hoàng Văn Nam"}},
    Expected{"nui-voi.mht",
             {"found: Trường Tiểu học Núi Voi", "found: Phòng GD&ĐT Đồng Hỷ",
              "found: xóm Núi Voi, thị trấn Chùa Hang", "found: thnuivoi@example.edu.vn",
              "found: 0208.3820.111", "found: Lê Văn Bình"}},
    Expected{
        "footer-in-the-middle.html",
        {"found: Trường THCS Chu Văn An", "found: UBND phường Lê Chân",
         "found: 100 phố Tô Hiệu, phường Lê Chân, Hải Phòng", "found: thcschuvanan@example.edu.vn",
         "found: 0225 3.846.222", "found: Nguyễn Văn Hòa"}},
    Expected{
        "english.html",
        {"found: Tran Phu High School", "found: Department of Education and Training of Hai Phong",
         "found: 12 Le Loi Street, Ngo Quyen District, Hai Phong",
         "found: office@tranphu.example.edu.vn", "found: +84 225 3836 456",
         "found: Nguyen Van An"}},
    Expected{"word.html",
             {"found: Trường Tiểu học An Tiến", "found: Phòng GDĐT huyện An Lão",
              "found: Thôn Khúc Giản, xã An Tiến, huyện An Lão", "found: thantien@example.edu.vn",
              "found: 0225.3.911.222", "found: Phạm Quang Dũng"}},
    Expected{"minified.html",
             {"found: Trường Mầm non Sao Mai", "found: UBND phường Gia Viên",
              "found: Số 8 ngõ 25, phố Lạch Tray, Hải Phòng", "found: mnsaomai@example.edu.vn",
              "found: 0904.123.456", "found: Vũ Thị Ngọc"}},
    Expected{
        "unclosed.html",
        {"found: Trường THCS Hồng Bàng", "found: Phòng Giáo dục và Đào tạo quận Hồng Bàng",
         "found: số 1 phố Phan Bội Châu, quận Hồng Bàng, Hải Phòng",
         "found: thcshongbang@example.edu.vn", "found: 0225 3842 100", "found: Lương Thị Hạnh"}},
    Expected{"frameset.html",
             {"unreadable", "unreadable", "unreadable", "unreadable", "unreadable", "unreadable"}},
    Expected{"inline-styles.html",
             {"found: TRƯỜNG THCS NGÔ GIA TỰ", "found: UBND phường Hồng Bàng",
              "found: 12 đường Cầu Bính, phường Hồng Bàng, Hải Phòng",
              "found: thcsngogiatu@example.edu.vn", "missing", "found: Bùi Văn Cường"}},
    Expected{"utf-16.html",
             {"found: Phòng Giáo dục và Đào tạo huyện An Dương",
              "found: Sở Giáo dục và Đào tạo Hải Phòng", "found: Thị trấn An Dương, huyện An Dương",
              "found: pgdanduong@example.edu.vn", "found: 0225.3871.234", "found: Ngô Thị Bích"}},
    Expected{
        "windows-1258.html",
        {"found: Trường Tiểu học Đông Hải", "found: Phòng Giáo dục và Đào tạo quận Hải An",
         "found: phường Đông Hải, quận Hải An, thành phố Hải Phòng",
         "found: thdonghai@example.edu.vn", "found: 0225 3769 888", "found: Trương Thị Nguyệt"}},
    Expected{
        "lacking.html",
        {"found: Trường Tiểu học Minh Khai", "missing", "missing",
         "found: thminhkhai@example.edu.vn", "elsewhere: 0912 888 999", "missing: Ban biên tập"}},
    Expected{
        "protected-email.html",
        {"found: Trường THCS Lạc Viên", "found: UBND phường Gia Viên",
         "found: 67 đường Lạch Tray, phường Gia Viên, Hải Phòng",
         "found: thcslaichau@example.edu.vn", "found: 0225 3847 555", "found: Đặng Minh Tuấn"}},
};

}  // namespace

TEST_CASE("TN17-1.2: the six items of differently built pages") {
  for (const Expected& expected : kPages) {
    CAPTURE(expected.file);
    const PageOutline page = read(test_data("pages/" + std::string(expected.file)));
    const FooterScan scan = scan_footer(page, {});
    for (std::size_t i = 0; i < kFooterItems; ++i) {
      CAPTURE(footer_item_key(footer_items()[i]));
      CHECK(shown(scan.items[i]) == expected.items[i]);
    }
  }
}
