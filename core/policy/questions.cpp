#include "core/policy/questions.h"

#include <map>

#include "core/policy/checks.h"

namespace sokenh {

std::vector<AskedQuestion> asked_questions(std::span<const Pack* const> packs) {
  std::vector<AskedQuestion> asked;
  std::map<std::string_view, std::size_t> known;
  for (const Pack* pack : packs) {
    for (const Requirement& requirement : pack->requirements) {
      for (const Question& question : requirement.questions) {
        const auto [entry, is_new] = known.try_emplace(question.key, asked.size());
        if (is_new) asked.push_back({question.key, &question, {}});
        asked[entry->second].askers.push_back({pack, &requirement});
      }
    }
  }
  return asked;
}

std::optional<Place> decided_at(const Requirement& requirement) {
  const Check* check = find_check(requirement.check);
  if (check == nullptr || check->name == kAnswerCheck) return std::nullopt;
  if (check->name == kReportedCheck) return Place{.kind = PlaceKind::report};
  if (check->name == kLogCheck) return log_place(requirement.log_rules.front().log);
  if (check->name == kMachinesCheck) return Place{.kind = PlaceKind::machines};
  return Place{.kind = check->row != nullptr ? PlaceKind::channels : PlaceKind::accounts};
}

}  // namespace sokenh
