// The questions of the self-check: everything that the followed packs ask the unit itself, each
// once, with all the clauses that its one answer serves.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/policy/pack.h"

namespace sokenh {

struct Asker {
  const Pack* pack = nullptr;
  const Requirement* requirement = nullptr;
};

struct AskedQuestion {
  std::string_view key;
  const Question* question = nullptr;  // as the first of the askers words it
  std::vector<Asker> askers;           // in the packs' order
};

// In the order in which the packs ask them. Views and pointers are into the packs.
std::vector<AskedQuestion> asked_questions(std::span<const Pack* const> packs);

}  // namespace sokenh
