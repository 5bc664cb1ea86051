// What a task is called, and where it is to be done.
#pragma once

#include <string>
#include <string_view>

#include "core/policy/tasks.h"
#include "wasm/ui/icons.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

class App;

std::string task_title(App& app, const Task& task);  // «Điền: Thời gian tạo lập»
// «Kênh thông tin · Facebook Đoàn phường · CV Hải Phòng 11/2023, mục 1 (HP23-1.1)»
std::string task_context(App& app, const Task& task);
std::string task_due(const Task& task, const Date& today);  // «Trễ 7 ngày», «24/10», or empty
std::string_view screen_name(PlaceKind kind);               // of the screen that leads there

ui::Tone task_tone(const Task& task);
ui::Icon task_icon(const Task& task);

// «Thứ Hai», and as short as on a calendar: «T2».
std::string_view weekday_name(const Date& date);
std::string_view weekday_short(const Date& date);
bool is_weekend(const Date& date);

}  // namespace sokenh
