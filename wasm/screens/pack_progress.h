// How far a unit is with a dispatch: a bar, and the same in words.
#pragma once

#include <string>

#include "core/policy/pack.h"
#include "core/policy/tasks.h"

namespace sokenh {

// «Đạt 14, cần làm 3, chưa trả lời 3, không áp dụng 0»
std::string progress_sentence(const Progress& progress);
// The bar, the numbers beside it or below it, and the sentence as its node.
void draw_progress(const Progress& progress, float width);
void draw_progress_legend(float width);  // what the colours stand for

}  // namespace sokenh
