#include "core/password/policy_check.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>

#include "tests/password/words.h"

using namespace sokenh;
using namespace sokenh::password;

namespace {

std::vector<const Pack*> packs(std::initializer_list<std::string_view> ids) {
  std::vector<const Pack*> found;
  for (const std::string_view id : ids) found.push_back(builtin_pack(id));
  return found;
}

PasswordContext unit() {
  PasswordContext context({2026, 11, 26});
  context.add("Trường Tiểu học Vạn Xuân Thượng", OwnKind::unit_name);
  context.add("kimthoabt", OwnKind::user_name);
  context.add("c1vanxuan.edu.vn", OwnKind::domain);
  context.add("0235.3865.417", OwnKind::telephone);
  context.finish();
  return context;
}

PolicyCheck check(std::string_view text, std::span<const Pack* const> followed) {
  static const PasswordContext context = unit();
  return check_policy(text, estimate(text, shipped_words(), context), context, followed);
}

std::optional<PolicyResult> result_of(const PolicyCheck& checked, PolicyRule rule) {
  const auto found = std::find_if(checked.results.begin(), checked.results.end(),
                                  [rule](const PolicyResult& each) { return each.rule == rule; });
  return found == checked.results.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

TEST_CASE("DL-2.2, HP23-2.1: eight characters of four classes, each rule by itself") {
  struct Case {
    std::string text;
    std::vector<PolicyRule> broken;
  };
  using enum PolicyRule;
  const Case cases[] = {
      {"vQ7#kd9!", {}},
      {"vQ7#kd9", {length}},
      {"VQ7#KD9!", {lower}},
      {"vq7#kd9!", {upper}},
      {"vQx#kdz!", {digit}},
      {"vQ7xkd9z", {special}},
      {"", {length, lower, upper, digit, special}},
      // Unicode: Ế and đ have case, Arabic digits are no digits of this rule's.
      {"đẾ7#kd9!", {}},
      {"đắỵ7#9!x", {upper}},
      {"ĐẮỴ7#9!X", {lower}},
      {"vQ7\u4e2dkd9xy", {special}},
      {"vQ7\u20ackd9xy", {}},
  };
  const auto followed = packs({"HP23"});
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const PolicyCheck checked = check(c.text, followed);
    for (const PolicyRule rule : {length, lower, upper, digit, special}) {
      CAPTURE(policy_rule_key(rule));
      const auto result = result_of(checked, rule);
      REQUIRE(result);
      const bool broken = std::find(c.broken.begin(), c.broken.end(), rule) != c.broken.end();
      CHECK(result->passed == !broken);
      REQUIRE(result->requirement != nullptr);
      CHECK(result->requirement->id == "HP23-2.1");
    }
  }
}

TEST_CASE("Password policy: characters are code points of NFC, however they were typed") {
  const auto followed = packs({"HP23"});
  for (const char* text :
       {"ếỡạứặ1#", "e\u0302\u0301o\u031B\u0303a\u0323u\u031B\u0301a\u0323\u03061#"}) {
    const auto result = result_of(check(text, followed), PolicyRule::length);
    CHECK(result->found == 7);
    CHECK(result->asked == 8);
    CHECK_FALSE(result->passed);
  }
  CHECK(result_of(check(std::string(20'000, 'x'), followed), PolicyRule::length)->found == 20'000);
}

TEST_CASE("HP23-2.4: default and guessable passwords, and what they hold of the unit") {
  struct Case {
    std::string text;
    std::vector<PolicyRule> broken;
  };
  using enum PolicyRule;
  const Case cases[] = {
      {"Admin@123", {not_guessable}},
      {"Haiphong@2023", {not_guessable, no_date}},
      {"kimthoabt", {not_guessable, no_user_name}},
      {"Kimthoabt#vK29x7q", {no_user_name}},
      {"vanxuanthuong#vK29x7q", {no_unit_name}},
      {"c1vanxuan#vK29x7q", {no_domain}},
      {"#vK29x7q-02353865417", {no_telephone}},
      {"#vK29x7q-0904127853", {no_telephone}},
      {"#vK29x7q-17/06/1983", {no_date}},
      {"#vK29x7q-wmBz", {}},
  };
  const auto followed = packs({"HP23"});
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const PolicyCheck checked = check(c.text, followed);
    for (const PolicyRule rule :
         {not_guessable, no_user_name, no_unit_name, no_domain, no_telephone, no_date}) {
      CAPTURE(policy_rule_key(rule));
      const auto result = result_of(checked, rule);
      REQUIRE(result);
      const bool broken = std::find(c.broken.begin(), c.broken.end(), rule) != c.broken.end();
      CHECK(result->passed == !broken);
      CHECK(result->requirement->id == "HP23-2.4");
    }
    CHECK(checked.passed == c.broken.empty());
  }
}

TEST_CASE("Password policy: the strictest dispatch is named, what nobody asks is advice") {
  const PolicyCheck both = check("vQ7#kd9!", packs({"DL", "HP23"}));
  CHECK(result_of(both, PolicyRule::length)->requirement->id == "DL-2.2");
  // A clause on guessable passwords says it better than one on the first password.
  CHECK(result_of(both, PolicyRule::not_guessable)->requirement->id == "HP23-2.4");
  const PolicyCheck district = check("Admin@123", packs({"DL"}));
  CHECK(result_of(district, PolicyRule::not_guessable)->requirement->id == "DL-2.1");

  const PolicyCheck nobody = check("admin", packs({"HP24"}));
  CHECK_FALSE(result_of(nobody, PolicyRule::length));
  CHECK_FALSE(result_of(nobody, PolicyRule::special));
  REQUIRE(result_of(nobody, PolicyRule::not_guessable));
  CHECK_FALSE(result_of(nobody, PolicyRule::not_guessable)->passed);
  CHECK(result_of(nobody, PolicyRule::not_guessable)->pack == nullptr);
  CHECK(nobody.passed);
}

TEST_CASE("HP23-2.6: one password for several systems") {
  CHECK(reuse_clause(packs({"DL", "HP23"})).requirement->id == "HP23-2.6");
  CHECK(reuse_clause(packs({"DL"})).requirement == nullptr);
}

TEST_CASE("NIST SP 800-63B-4, 3.1.1.2: where the dispatches differ") {
  const Date today{2026, 11, 26};
  const auto topics = [&](std::initializer_list<std::string_view> ids) {
    std::string out;
    for (const NistDifference& each : nist_differences(packs(ids), today)) {
      out.append(nist_topic_key(each.topic)).append(":");
      out.append(each.requirement == nullptr ? "" : each.requirement->id).append(" ");
      CHECK(each.section == "3.1.1.2");
    }
    return out;
  };
  CHECK(topics({"HP23"}) == "forced_change:HP23-2.2 composition:HP23-2.1 minimum_length:HP23-2.1 ");
  // 45 days are stricter than three months.
  CHECK(topics({"HP23", "DL"}) ==
        "forced_change:DL-2.3 composition:HP23-2.1 minimum_length:HP23-2.1 ");
  CHECK(topics({"BG24"}) == "forced_change:BG24-1.2 minimum_length: blocklist: ");
  const auto lengths = nist_differences(packs({"DL"}), today);
  CHECK(lengths[2].nist_value == 15);
  CHECK(lengths[2].asked == 8);
}
