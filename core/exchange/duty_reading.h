// What the cells of an office's duty roster say: days, hours, people. Whatever is not understood as
// a whole is not read: half of a cell would put somebody on duty at another time.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/inventory/duty.h"

namespace sokenh {

// Whole days, each beginning at such a minute (core/inventory/duty.h).
struct DutyDays {
  long first = 0, last = 0;
  friend bool operator==(const DutyDays&, const DutyDays&) = default;
};

// «Thứ Năm, 30/4/2026», «T2-27/4», «Chủ nhật (03.5.2026)», «29/4 – 01/5», «30/4 và 01/5», «ngày 30
// tháng 4». A day without a year is the one nearest to `near`.
std::optional<DutyDays> read_duty_days(std::string_view cell, const Date& near);

// «7h00 – 19h00», «Ca 1 (6h – 14h)», «Ca đêm: 22:00-06:00 hôm sau», «24/24», «Cả ngày».
std::optional<DailyHours> read_duty_hours(std::string_view cell);

// Both ends with their days: «Từ 17h ngày 29/4 đến 7h ngày 30/4».
std::optional<Span> read_duty_span(std::string_view cell, const Date& near);

// As written into two cells; a day of the year gets its year.
std::optional<Span> read_duty_span(std::string_view from, std::string_view to, const Date& near);

struct WrittenPerson {
  std::string name, position, telephone;
  friend bool operator==(const WrittenPerson&, const WrittenPerson&) = default;
};

// «Ông Trần Văn Đức (HT) – 0905 111 222; Bà Nguyễn Thị Lan», a line or a sign between two of them.
std::vector<WrittenPerson> read_duty_people(std::string_view cell);

// «7h-11h», «buổi sáng», «đêm»: less than the whole of a day.
bool is_part_of_day(std::string_view written);

// Two words and more, each with a capital letter.
bool looks_like_name(std::string_view written);

}  // namespace sokenh
