#include "wasm/app/password_command.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/password/context.h"
#include "core/password/estimate.h"
#include "core/password/policy_check.h"
#include "core/password/reuse.h"
#include "core/password/word_list.h"
#include "core/text/utf8.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/password_labels.h"

namespace sokenh {

namespace {

using nlohmann::json;

constexpr int kGoodScore = 2;

password::WordList& kept_words() {
  static password::WordList words;
  return words;
}

// More digits would claim to know more.
double rounded(double log10_guesses) { return std::round(log10_guesses * 100) / 100; }

struct Line {
  std::size_t number = 0;
  std::string_view password;
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty()) lines.push_back({number, line});
  }
  return lines;
}

void put_clause(json& out, const Pack* pack, const Requirement* requirement) {
  out["requirement"] = requirement == nullptr ? "" : requirement->id;
  out["clause"] = requirement == nullptr ? "" : requirement->clause;
  out["reference"] = requirement == nullptr ? "" : clause_reference(*pack, *requirement);
}

json parts_json(const std::vector<password::Part>& parts, std::string_view password) {
  json list = json::array();
  std::size_t from = 1;
  for (const password::Part& part : parts) {
    const std::size_t to =
        from + text::code_point_count(password.substr(part.begin, part.end - part.begin));
    json written = json::array();
    for (std::size_t bit = 0; bit < password::kWrittenCount; ++bit) {
      if ((part.written >> bit & 1U) != 0) written.push_back(password::written_key(bit));
    }
    list.push_back({{"from", from},
                    {"to", to - 1},
                    {"kind", password::part_kind_key(part.kind)},
                    {"written", std::move(written)},
                    {"log10_guesses", rounded(part.log10_guesses)},
                    {"text", part_description(part)}});
    from = to;
  }
  return list;
}

json rules_json(const std::vector<password::PolicyResult>& results) {
  json list = json::array();
  for (const password::PolicyResult& result : results) {
    json out = {{"rule", password::policy_rule_key(result.rule)},
                {"passed", result.passed},
                {"asked", result.asked},
                {"found", result.found},
                {"requirement", result.requirement == nullptr ? "" : result.requirement->id}};
    if (!result.passed) {
      put_clause(out, result.pack, result.requirement);
      out["text"] = rule_sentence(result);
    }
    list.push_back(std::move(out));
  }
  return list;
}

}  // namespace

Status take_password_words(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  Result<password::WordList> read = password::WordList::read({data, bytes.size()});
  if (!read) return read.error();
  kept_words() = std::move(*read);
  return ok();
}

Result<json> check_passwords(std::string_view lines, const Declaration& declaration,
                             std::span<const Pack* const> packs, const Date& today, bool brief) {
  const password::WordList& words = kept_words();
  if (words.empty()) return Error{ErrorCode::word_list_damaged, "byte 0"};
  const password::PasswordContext context = password::context_of(declaration, today);
  const std::vector<Line> passwords = lines_of(lines);
  bool all_good = true;
  json list = json::array();
  std::vector<std::string_view> compared;
  for (const Line& line : passwords) {
    const password::PasswordEstimate estimate = password::estimate(line.password, words, context);
    const password::PolicyCheck policy =
        password::check_policy(line.password, estimate, context, packs);
    const bool good = policy.passed && estimate.score >= kGoodScore;
    all_good = all_good && good;
    json out = {{"line", line.number},
                {"ok", good},
                {"score", estimate.score},
                {"log10_guesses", rounded(estimate.log10_guesses)}};
    if (!brief) {
      out["characters"] = text::code_point_count(line.password);
      out["label"] = score_label(estimate.score);
      out["guesses"] = count_label(estimate.log10_guesses);
      out["parts"] = parts_json(estimate.parts, line.password);
      out["rules"] = rules_json(policy.results);
    }
    list.push_back(std::move(out));
    compared.push_back(line.password);
  }
  json reused = json::array();
  for (const password::ReusedPair& pair : password::find_reuse(compared)) {
    const std::size_t first = passwords[pair.first].number;
    const std::size_t second = passwords[pair.second].number;
    json out = {
        {"first", first},
        {"second", second},
        {"likeness", password::likeness_key(pair.likeness)},
        {"text", likeness_sentence(pair.likeness, std::to_string(first), std::to_string(second))}};
    const password::Clause clause = password::reuse_clause(packs);
    put_clause(out, clause.pack, clause.requirement);
    reused.push_back(std::move(out));
  }
  json answer = {{"ok", all_good && reused.empty()},
                 {"passwords", std::move(list)},
                 {"reused", std::move(reused)}};
  if (brief) return answer;
  json nist = json::array();
  for (const password::NistDifference& difference : password::nist_differences(packs, today)) {
    json out = {{"topic", password::nist_topic_key(difference.topic)},
                {"section", difference.section},
                {"text", nist_sentence(difference)}};
    put_clause(out, difference.pack, difference.requirement);
    nist.push_back(std::move(out));
  }
  answer["nist"] = std::move(nist);
  return answer;
}

}  // namespace sokenh
