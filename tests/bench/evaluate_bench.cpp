// How long an evaluation takes: evaluate_bench FILE ROUNDS WAY prints a round's microseconds an
// evaluation, one line a round. WAY is «anew», evaluate(), which reads every row, or «edited», an
// Evaluator after a change of one row, as the page does with each key pressed. Driven by
// evaluate_bench.mjs, which compares.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string_view>

#include "core/base/json.h"
#include "core/policy/evaluate.h"
#include "core/policy/pack_set.h"

int main(int count, char** parameters) {
  using namespace sokenh;
  using Clock = std::chrono::steady_clock;
  if (count != 4) return 2;
  std::ifstream file(parameters[1], std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  const auto json = parse_json(bytes);
  if (!json) return 3;
  const auto declaration = declaration_from_json(*json);
  if (!declaration) return 3;
  const PackSet set;
  const auto packs = set.followed(*declaration);
  const bool edited = std::string_view(parameters[3]) == "edited";
  Declaration document = *declaration;
  Evaluator evaluator;
  std::size_t row = 0;
  constexpr auto round_time = std::chrono::milliseconds(300);
  std::size_t findings = 0;
  for (int round = std::atoi(parameters[2]); round > 0; --round) {
    const Clock::time_point begin = Clock::now();
    Clock::duration passed{};
    int evaluations = 0;
    for (; passed < round_time; ++evaluations) {
      if (edited) {
        // A letter more, and less the next time the row's turn comes.
        std::string& name = document.channels[row++ % document.channels.size()].name;
        if (name.ends_with('x')) {
          name.pop_back();
        } else {
          name += 'x';
        }
        findings += evaluator.evaluate(document, packs, {2026, 11, 20}).findings.size();
      } else {
        findings += evaluate(document, packs, {2026, 11, 20}).findings.size();
      }
      passed = Clock::now() - begin;
    }
    std::printf("%.3f\n", std::chrono::duration<double, std::micro>(passed).count() / evaluations);
  }
  return findings == 0 ? 1 : 0;
}
