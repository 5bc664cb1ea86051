// The packs that come with the product: the texts of core/policy/packs/*.json, put into the program
// by the build (cmake/embedded_packs.cmake) so that they need no file and no download. In the order
// of their file names. The build checks that each is JSON; parse_pack() checks the rest.
#pragma once

#include <span>
#include <string_view>

namespace sokenh {

struct EmbeddedPack {
  std::string_view file_name;  // e.g. "hp23.json"
  std::string_view id;         // the pack's, known without parsing it
  bool has_form = false;       // likewise: it wants an official form back
  std::string_view json;       // UTF-8, as it stands in the file
};

[[nodiscard]] std::span<const EmbeddedPack> embedded_packs();

}  // namespace sokenh
