// What a list of addresses says of when it is from: in the name of its file, or on its first lines.
#pragma once

#include <string>
#include <string_view>

namespace sokenh {

// «15/11/2026», «11/2026»: the first day, else the first month, that is written there with its year
// («Danh sách IP botnet tháng 11 năm 2026», «botnet_T11-2026.xlsx», «20261115-ip.txt»); "" for
// none. A guess, to be shown to the person. Time is linear in the text.
std::string guess_list_day(std::string_view text);

}  // namespace sokenh
