// The days ahead as a calendar file: the last days of the dispatches followed, and of passwords to
// be changed. The page and the command line make the same one.
//
// Each event is about one thing and keeps its UID, so that a file taken again moves a password's
// event to its new day. What is overdue is not in it: it is to be done now, and a calendar shows
// the past to nobody.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/inventory/declaration.h"
#include "core/policy/evaluate.h"
#include "core/policy/pack.h"

namespace sokenh {

// Texts are in the user's language. `now`: RFC 3339. Empty when nothing lies ahead. Errors: of
// write_calendar.
Result<std::string> write_due_calendar(const Declaration& declaration,
                                       std::span<const Pack* const> followed,
                                       const Evaluation& evaluation, const Date& today,
                                       std::string_view now);

// «Lịch việc đến hạn - Trường Tiểu học Đại Lộc.ics»
std::string due_calendar_file_name(const Declaration& declaration);

}  // namespace sokenh
