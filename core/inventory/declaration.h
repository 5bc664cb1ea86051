// Declaration: everything one unit declares, the payload of the signed file.
//
// Format "sokenh.declaration" version 1. Limits hold for everything that is read: they are far above
// any real unit and far below what could exhaust a ten-year-old PC.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/result.h"
#include "core/inventory/channel.h"
#include "core/inventory/unit.h"

namespace sokenh {

inline constexpr std::size_t kMaxChannels = 5000;
inline constexpr std::size_t kMaxTextBytes = 4000;  // of one cell or field

struct Declaration {
  Unit unit;
  std::vector<std::string> packs;  // ids of the dispatches followed, e.g. "HP23"
  std::vector<Channel> channels;
  // The unit states that it has no channel at all: «nothing to report», not «forgot to report».
  bool no_channels = false;
  ChannelId next_id = 1;

  friend bool operator==(const Declaration&, const Declaration&) = default;
};

// JSON as in the format's description (README, «File format»). Derived values ("date", "state") are
// written beside the text they are read from; reading checks that they agree, so that a file cannot show
// one thing to a person and another to a program.
nlohmann::json to_json(const Declaration& declaration);
Result<Declaration> declaration_from_json(const nlohmann::json& json);

}  // namespace sokenh
