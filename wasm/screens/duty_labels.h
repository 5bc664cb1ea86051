// How the screen of the duty rosters says times, people and what stands in a rota's way.
#pragma once

#include <string>
#include <string_view>

#include "core/inventory/duty_plan.h"

namespace sokenh {

// «Lễ 30/4 và 01/5», or the period where the occasion is not written.
std::string roster_title(const Roster& roster);
std::string roster_period(const Roster& roster);  // «17:00 29/04/2026 – 07:00 04/05/2026»
std::string post_title(const DutyPost& post);
std::string person_title(const DutyPerson* person);  // «Chưa có người» for nobody
// «07:00–19:00», «19:00–07:00 hôm sau», «07:00–07:00 03/05»: of something that begins on that day.
std::string span_on_day(const Span& span);
std::string hours_label(long minutes);  // «8 giờ», «7 giờ 30 phút»
std::string_view plan_problem_label(PlanProblem problem);
// «3 người bận ngày đó, 1 người chưa nghỉ đủ»
std::string obstacles_label(const OpenShift& open);

}  // namespace sokenh
