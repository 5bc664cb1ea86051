#include "core/inventory/question_answer.h"

#include <algorithm>

#include "core/text/ascii.h"

namespace sokenh {

bool is_question_key(std::string_view key) {
  constexpr std::size_t longest = 80;
  return !key.empty() && key.size() <= longest && std::all_of(key.begin(), key.end(), [](char c) {
    return text::is_ascii_alphanumeric(c) || c == '-' || c == '.' || c == '_';
  });
}

bool is_blank(const QuestionAnswer& answer) {
  return answer.answer == Answer::unanswered && answer.note.empty() && answer.date.empty() &&
         answer.responsible.empty() && answer.document.empty();
}

}  // namespace sokenh
