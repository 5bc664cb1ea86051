// Baselines: copies of the unit's pages that a person looked at and found in order, kept to be
// compared with later ones (DL-5.3). Not the files: what a comparison needs of them.
//
// They stand beside the declaration, as opened packs do (core/policy/pack_set.h): stored and undone
// with it, not signed and not reported. A value: copies share the baselines.
#pragma once

#include <cstddef>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/page/outline.h"

namespace sokenh::page {

inline constexpr std::size_t kMaxBaselines = 50;
inline constexpr std::size_t kMaxBaselineBytes = 256U << 10U;  // of one, as it is stored

struct Baseline {
  std::string page;    // what it is a copy of, as in the log: an address, or a channel's name
  std::string date;    // when it was taken, ISO 8601
  std::string file;    // the name of the file
  std::string digest;  // its SHA-256
  PageOutline outline;
};

class Baselines {
 public:
  // Adds it, or puts it in the place of the one of the same page. page_baseline_too_large (detail:
  // the limit in KB), page_baseline_too_many.
  Status keep(Baseline baseline);
  bool drop(std::string_view page);  // false when there is none

  const Baseline* find(std::string_view page) const;  // nullptr if none
  std::span<const std::shared_ptr<const Baseline>> all() const { return kept_; }

  friend bool operator==(const Baselines&, const Baselines&) = default;  // the same ones

 private:
  std::vector<std::shared_ptr<const Baseline>> kept_;
};

nlohmann::json to_json(const Baseline& baseline);
// page_baseline_damaged and the JSON reader's own, with the place.
Result<Baseline> baseline_from_json(const nlohmann::json& json);

}  // namespace sokenh::page
