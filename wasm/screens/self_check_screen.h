// Tự kiểm tra: its parts, and what it keeps between frames.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/policy/evaluate.h"
#include "wasm/ui/long_list.h"

namespace sokenh {

class App;

enum class SelfCheckFilter { all, unanswered, not_met };

struct SelfCheckState {
  SelfCheckFilter filter = SelfCheckFilter::all;
  std::string pack;    // only what this dispatch asks; empty: all
  std::string search;  // in questions, requirements and their ids, diacritics or not
  // Answered since the filter was chosen: they stay until another is, for their evidence to be
  // entered.
  std::vector<std::string> kept;
  ui::LongList questions;
  ui::LongList requirements;
};

// Whether `filter` shows what stands so.
bool passes(SelfCheckFilter filter, RequirementStatus status);
// Whether every word searched for is in the text; `folded` is text::fold of the search.
bool contains_folded(std::string_view text, std::string_view folded);

// What is decided by channels, accounts and records: listed with its status, and where to go for
// it. self_check_requirements.cpp
void draw_other_requirements(App& app, float width);

}  // namespace sokenh
