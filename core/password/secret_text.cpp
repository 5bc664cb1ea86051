#include "core/password/secret_text.h"

#include <sodium.h>

namespace sokenh::password {

void wipe(void* memory, std::size_t bytes) { sodium_memzero(memory, bytes); }

}  // namespace sokenh::password
