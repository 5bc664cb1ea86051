// PackSet: the packs there are for one document, the built-in ones and those its user opened.
//
// A value: copies share the parsed packs, so a copy is cheap and undo can hold one. An opened pack
// keeps its text, byte for byte as it was opened, so that it can be stored and passed on.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/inventory/declaration.h"
#include "core/policy/pack.h"

namespace sokenh {

struct OpenedPack {
  Pack pack;
  std::string json;
};

class PackSet {
 public:
  // Adds the pack, or puts it in the place of an opened one with its id, unless that one was issued
  // later (pack_older_issue). An id of a built-in pack is refused (pack_id_built_in): nothing that
  // is opened may change what a known dispatch asks. At most kMaxPacks (pack_too_many).
  Result<std::string> open(std::string_view json_text);  // its id
  bool close(std::string_view id);                       // false when no opened pack has it

  // Built-in ones in order of their file names, then the opened ones in the order they were opened.
  // Pointers hold while the set, or a copy of it, holds the pack.
  std::vector<const Pack*> all() const;
  const Pack* find(std::string_view id) const;  // nullptr if none
  std::span<const std::shared_ptr<const OpenedPack>> opened() const { return opened_; }
  // Those the declaration follows, in its order; ids unknown here are skipped.
  std::vector<const Pack*> followed(const Declaration& declaration) const;
  std::vector<std::string> unknown_ids(const Declaration& declaration) const;

  // The same packs, not equal ones: a pack opened again is another.
  friend bool operator==(const PackSet&, const PackSet&) = default;

 private:
  std::vector<std::shared_ptr<const OpenedPack>> opened_;
};

}  // namespace sokenh
