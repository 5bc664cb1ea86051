// QuestionAnswer: what the unit answers to a question of the self-check, with its evidence.
//
// A question is asked by a pack under a stable key (core/policy/pack.h); several clauses, also of
// several packs, may ask the same one, and the one answer serves them all.
#pragma once

#include <string>
#include <string_view>

#include "core/inventory/channel.h"

namespace sokenh {

struct QuestionAnswer {
  std::string question;  // "HP23-3.4", "browser.not_saved"
  Answer answer = Answer::unanswered;
  std::string note;
  std::string date;         // as written
  std::string responsible;  // who is
  std::string document;     // what shows it: «QĐ 12/QĐ-THCS»

  friend bool operator==(const QuestionAnswer&, const QuestionAnswer&) = default;
};

// Plain characters, as ids are: letters, digits and - . _; at most 80 bytes.
bool is_question_key(std::string_view key);

// Nothing answered and nothing written: not worth keeping.
bool is_blank(const QuestionAnswer& answer);

}  // namespace sokenh
