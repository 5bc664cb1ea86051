#include "core/password/policy_check.h"

#include <algorithm>
#include <array>

#include "core/password/cells.h"
#include "core/policy/password_policy.h"

namespace sokenh::password {

namespace {

constexpr int kGuessable = 1;  // the highest score that is called so

constexpr std::array<std::string_view, kPolicyRuleCount> kRuleKeys{
    "length",       "lower",        "upper",     "digit",        "special", "not_guessable",
    "no_user_name", "no_unit_name", "no_domain", "no_telephone", "no_date"};
constexpr std::array<std::string_view, 4> kTopicKeys{"forced_change", "composition",
                                                     "minimum_length", "blocklist"};

// The first pack that asks about such an answer.
template <class Asks>
Clause find_clause(std::span<const Pack* const> packs, Asks asks) {
  for (const Pack* pack : packs) {
    for (const Requirement& requirement : pack->requirements) {
      if (asks(requirement)) return {pack, &requirement};
    }
  }
  return {};
}

// A clause about guessable passwords before one that only has the first password replaced.
Clause guessable_clause(std::span<const Pack* const> packs) {
  const Clause guessable = find_clause(packs, [](const Requirement& requirement) {
    return requirement.attribute == Attribute::default_replaced;
  });
  if (guessable.pack != nullptr) return guessable;
  return find_clause(packs, [](const Requirement& requirement) {
    return requirement.account_field == AccountField::default_replaced;
  });
}

bool contains(const PasswordEstimate& estimate, std::initializer_list<PartKind> kinds) {
  return std::any_of(estimate.parts.begin(), estimate.parts.end(), [&](const Part& part) {
    return std::find(kinds.begin(), kinds.end(), part.kind) != kinds.end();
  });
}

}  // namespace

std::string_view policy_rule_key(PolicyRule rule) {
  return kRuleKeys[static_cast<std::size_t>(rule)];
}
std::string_view nist_topic_key(NistTopic topic) {
  return kTopicKeys[static_cast<std::size_t>(topic)];
}

PolicyCheck check_policy(std::string_view utf8, const PasswordEstimate& estimate,
                         const PasswordContext& context, std::span<const Pack* const> packs) {
  // Whatever its length, it is counted: bytes are the most characters there can be.
  const SecretVector<Cell> cells = read_cells(utf8, utf8.size());
  const auto has = [&cells](CharacterClass wanted) {
    return std::any_of(cells.begin(), cells.end(),
                       [wanted](const Cell& cell) { return cell.character_class == wanted; });
  };
  const StrictestPassword strictest = strictest_password(packs, context.today());
  PolicyCheck check;
  const auto add = [&check](PolicyRule rule, bool passed, const Pack* pack,
                            const Requirement* requirement) -> PolicyResult& {
    if (!passed && pack != nullptr) check.passed = false;
    return check.results.emplace_back(PolicyResult{rule, passed, 0, 0, pack, requirement});
  };
  if (const auto& length = strictest.min_length; length.pack != nullptr) {
    const int found = static_cast<int>(cells.size());
    PolicyResult& result =
        add(PolicyRule::length, found >= length.value, length.pack, length.requirement);
    result.asked = length.value;
    result.found = found;
  }
  const auto add_class = [&](PolicyRule rule, const Strictest<bool>& asked, CharacterClass wanted) {
    if (asked.pack != nullptr) add(rule, has(wanted), asked.pack, asked.requirement);
  };
  add_class(PolicyRule::lower, strictest.lower, CharacterClass::lower);
  add_class(PolicyRule::upper, strictest.upper, CharacterClass::upper);
  add_class(PolicyRule::digit, strictest.digit, CharacterClass::digit);
  add_class(PolicyRule::special, strictest.special, CharacterClass::special);

  const Clause clause = guessable_clause(packs);
  const auto add_guessable = [&](PolicyRule rule, bool passed) {
    add(rule, passed, clause.pack, clause.requirement);
  };
  add_guessable(PolicyRule::not_guessable, estimate.score > kGuessable);
  add_guessable(PolicyRule::no_user_name,
                !contains(estimate, {PartKind::own_user, PartKind::own_person}));
  add_guessable(PolicyRule::no_unit_name,
                !contains(estimate, {PartKind::own_unit, PartKind::own_channel}));
  add_guessable(PolicyRule::no_domain, !contains(estimate, {PartKind::own_domain}));
  add_guessable(PolicyRule::no_telephone,
                !contains(estimate, {PartKind::own_telephone, PartKind::telephone}));
  // Two digits are a year only to who looks for one.
  const bool has_date =
      std::any_of(estimate.parts.begin(), estimate.parts.end(), [](const Part& part) {
        return part.kind == PartKind::date ||
               (part.kind == PartKind::year && part.end - part.begin >= 4);
      });
  add_guessable(PolicyRule::no_date, !has_date);
  return check;
}

Clause reuse_clause(std::span<const Pack* const> packs) {
  return find_clause(packs, [](const Requirement& requirement) {
    return requirement.attribute == Attribute::password_unique;
  });
}

std::vector<NistDifference> nist_differences(std::span<const Pack* const> packs,
                                             const Date& today) {
  // SP 800-63B-4, section 3.1.1.2, where all of this stands.
  constexpr std::string_view kSection = "3.1.1.2";
  constexpr int kSingleFactorLength = 15;
  const StrictestPassword strictest = strictest_password(packs, today);
  std::vector<NistDifference> differences;
  if (strictest.due.pack != nullptr) {
    differences.push_back(
        {NistTopic::forced_change, kSection, 0, 0, strictest.due.pack, strictest.due.requirement});
  }
  for (const Strictest<bool>* each :
       {&strictest.lower, &strictest.upper, &strictest.digit, &strictest.special}) {
    if (each->pack == nullptr) continue;
    differences.push_back({NistTopic::composition, kSection, 0, 0, each->pack, each->requirement});
    break;
  }
  if (strictest.min_length.value < kSingleFactorLength) {
    differences.push_back({NistTopic::minimum_length, kSection, kSingleFactorLength,
                           strictest.min_length.value, strictest.min_length.pack,
                           strictest.min_length.requirement});
  }
  const Clause guessable = guessable_clause(packs);
  if (guessable.pack == nullptr) differences.push_back({NistTopic::blocklist, kSection});
  return differences;
}

}  // namespace sokenh::password
