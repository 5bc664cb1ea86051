// The dispatches' demands on one password, each passed or failed with the clause that makes it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/password/context.h"
#include "core/password/estimate.h"
#include "core/policy/pack.h"

namespace sokenh::password {

enum class PolicyRule : std::uint8_t {
  length,  // characters: code points of NFC
  lower,
  upper,
  digit,
  special,        // anything that is no letter, digit or mark
  not_guessable,  // no default and no common password; score 2 and more
  no_user_name,   // the next five make a password guessable
  no_unit_name,
  no_domain,
  no_telephone,
  no_date
};
inline constexpr std::size_t kPolicyRuleCount = 11;
std::string_view policy_rule_key(PolicyRule rule);  // "no_user_name"

struct PolicyResult {
  PolicyRule rule = PolicyRule::length;
  bool passed = false;
  int asked = 0;  // for length: at least so many; else 0
  int found = 0;  // for length: so many
  // Who asks for it; nullptr: no followed dispatch says so, it is shown as advice.
  const Pack* pack = nullptr;
  const Requirement* requirement = nullptr;
};

struct PolicyCheck {
  std::vector<PolicyResult>
      results;  // in the order of PolicyRule; length and classes only if asked
  // Whether all passed that a dispatch asks for.
  bool passed = true;
};

// `estimate` is of the same password. The strictest of the packs is asked, the first of equals.
PolicyCheck check_policy(std::string_view utf8, const PasswordEstimate& estimate,
                         const PasswordContext& context, std::span<const Pack* const> packs);

// The clause against one password for several systems (HP23-2.6); requirement nullptr when none.
struct Clause {
  const Pack* pack = nullptr;
  const Requirement* requirement = nullptr;
};
Clause reuse_clause(std::span<const Pack* const> packs);

// Where the dispatches ask what NIST SP 800-63B-4 (July 2025) does not, or the other way round. The
// dispatch is enforced; this is shown beside it.
enum class NistTopic : std::uint8_t {
  forced_change,   // changed after so many days or months: NIST: only after a compromise
  composition,     // classes of characters: NIST: none
  minimum_length,  // NIST: 15 where the password is the only factor, 8 beside a second one
  blocklist        // NIST: checked against common passwords: the dispatches ask the same
};
struct NistDifference {
  NistTopic topic = NistTopic::forced_change;
  std::string_view section;  // "3.1.1.2"
  int nist_value = 0;        // minimum_length: 15
  int asked = 0;             // minimum_length: by the dispatch
  const Pack* pack = nullptr;
  const Requirement* requirement = nullptr;
};
std::vector<NistDifference> nist_differences(std::span<const Pack* const> packs, const Date& today);
std::string_view nist_topic_key(NistTopic topic);

}  // namespace sokenh::password
