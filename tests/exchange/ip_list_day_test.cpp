// HP24-3.3: lists come monthly or out of turn; which one it is stands in the file's name or on top.
#include "core/exchange/ip_list_day.h"

#include <doctest/doctest.h>

#include <string>

using namespace sokenh;

TEST_CASE("HP24-3.3 list: its day or month as names and first lines have it") {
  struct Case {
    const char* text;
    const char* day;
  };
  for (const Case& c : {
           Case{"Danh sách IP botnet tháng 11 năm 2026.xlsx", "11/2026"},
           Case{"Danh sách IP botnet tháng 11/2026", "11/2026"},
           Case{"botnet_T11-2026.csv", "11/2026"},
           Case{"botnet T3.2026", "03/2026"},
           Case{"2026-11-ip-list.txt", "11/2026"},
           Case{"ip-2026_11_05.txt", "05/11/2026"},
           Case{"20261115-ip.txt", "15/11/2026"},
           Case{"ip_202611.txt", "11/2026"},
           Case{"DS IP 5-11-2026.txt", "05/11/2026"},
           Case{"Hà Nội, ngày 05 tháng 11 năm 2026", "05/11/2026"},
           Case{"Kỳ tháng 10/2026, cập nhật 02/11/2026", "02/11/2026"},
           Case{"danh sách 31/02/2026", "02/2026"},
           Case{"tháng 13/2026", ""},
           Case{"ip 192.168.1.20 cổng 4444", ""},
           Case{"botnet.txt", ""},
           Case{"CV 1234/2026", ""},
           Case{"", ""},
       }) {
    CAPTURE(c.text);
    CHECK(guess_list_day(c.text) == c.day);
  }
  CHECK(guess_list_day(std::string(100'000, '1')).empty());
}
