// Packs: no file crashes the reader, and whatever pack is accepted can be evaluated.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/policy/evaluate.h"
#include "core/policy/pack.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sokenh;
  const auto pack = parse_pack(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!pack) return 0;
  Declaration declaration;
  Channel channel;
  for (const char* name : {"http://a.gov.vn", "facebook.com/b", "Zalo", ""}) {
    channel.id = declaration.next_id++;
    channel.name = name;
    channel.security.password_changed = "1/2/2023";
    channel.security.page_roles.resize(channel.id);
    declaration.channels.push_back(channel);
  }
  const Pack* packs[] = {&*pack, &*pack};
  const Evaluation evaluation = evaluate(declaration, packs, {2023, 11, 20});
  if (evaluation.requirements.size() != 2 * pack->requirements.size()) std::abort();
  return 0;
}
