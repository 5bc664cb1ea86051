// Packs: no file crashes the reader, and whatever pack is accepted can be evaluated.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/policy/evaluate.h"
#include "core/policy/pack.h"
#include "core/policy/password_policy.h"
#include "core/policy/tasks.h"

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
  for (const char* system : {"QOffice", "eSchool", ""}) {
    Account account;
    account.id = declaration.next_account_id++;
    account.system = system;
    account.password_changed = "30/11/2022";
    account.in_use = account.id == 1 ? Answer::no : Answer::unanswered;
    declaration.accounts.push_back(account);
  }
  const Pack* packs[] = {&*pack, &*pack};
  const Evaluation evaluation = evaluate(declaration, packs, {2023, 11, 20});
  static_cast<void>(what_to_do(evaluation, packs, {2023, 11, 20}));
  static_cast<void>(strictest_password(packs, {2023, 11, 20}));
  if (evaluation.requirements.size() != 2 * pack->requirements.size()) std::abort();
  return 0;
}
