#include "core/policy/pack_set.h"

#include <algorithm>

namespace sokenh {

Result<std::string> PackSet::open(std::string_view json_text) {
  Result<Pack> parsed = parse_pack(json_text);
  if (!parsed) return parsed.error();
  const std::string id = parsed->id;
  if (builtin_pack(id) != nullptr) return Error{ErrorCode::pack_id_built_in, "/id", id};
  const auto same = std::find_if(opened_.begin(), opened_.end(),
                                 [&id](const auto& opened) { return opened->pack.id == id; });
  // ISO dates of any precision sort as text; one that is not known comes before all.
  if (same != opened_.end() && parsed->issued < (*same)->pack.issued) {
    return Error{ErrorCode::pack_older_issue, "/issued", (*same)->pack.issued};
  }
  if (same == opened_.end() && opened_.size() == kMaxPacks) {
    return Error{ErrorCode::pack_too_many, "", std::to_string(kMaxPacks)};
  }
  auto added = std::make_shared<const OpenedPack>(
      OpenedPack{std::move(parsed).value(), std::string(json_text)});
  if (same != opened_.end()) {
    *same = std::move(added);
  } else {
    opened_.push_back(std::move(added));
  }
  return id;
}

bool PackSet::close(std::string_view id) {
  return std::erase_if(opened_, [id](const auto& opened) { return opened->pack.id == id; }) > 0;
}

std::vector<const Pack*> PackSet::all() const {
  std::vector<const Pack*> packs;
  for (const Pack& pack : builtin_packs()) packs.push_back(&pack);
  for (const auto& opened : opened_) packs.push_back(&opened->pack);
  return packs;
}

const Pack* PackSet::find(std::string_view id) const {
  if (const Pack* pack = builtin_pack(id)) return pack;
  for (const auto& opened : opened_) {
    if (opened->pack.id == id) return &opened->pack;
  }
  return nullptr;
}

std::vector<const Pack*> PackSet::followed(const Declaration& declaration) const {
  std::vector<const Pack*> packs;
  for (const std::string& id : declaration.packs) {
    if (const Pack* pack = find(id)) packs.push_back(pack);
  }
  return packs;
}

std::vector<std::string> PackSet::unknown_ids(const Declaration& declaration) const {
  std::vector<std::string> ids;
  for (const std::string& id : declaration.packs) {
    if (find(id) == nullptr) ids.push_back(id);
  }
  return ids;
}

}  // namespace sokenh
