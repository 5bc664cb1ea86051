// The questions of the self-check: everything that the followed packs ask the unit itself, each
// once, with all the clauses that its one answer serves.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/policy/pack.h"
#include "core/policy/place.h"

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

// The screen's part where what decides a requirement is entered: nullopt when nothing decides it
// yet, or answers of the self-check alone do.
std::optional<Place> decided_at(const Requirement& requirement);

}  // namespace sokenh
