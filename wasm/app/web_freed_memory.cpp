#include <malloc.h>

#include <array>
#include <cstdlib>
#include <new>

#include "core/password/secret_text.h"
#include "wasm/app/freed_memory.h"

namespace {

bool overwrites = false;

void release(void* block) {
  if (overwrites && block != nullptr) sokenh::password::wipe(block, malloc_usable_size(block));
  std::free(block);
}

// Deeper than any check or frame goes.
constexpr std::size_t kStackBytes = 256 * 1024;

}  // namespace

// The standard library's own call these.
void operator delete(void* block) noexcept { release(block); }
void operator delete(void* block, std::size_t) noexcept { release(block); }

namespace sokenh {

void overwrite_freed_memory(bool on) { overwrites = on; }

[[gnu::noinline]] void overwrite_unused_stack() {
  std::array<char, kStackBytes> unused;
  password::wipe(unused.data(), unused.size());
}

}  // namespace sokenh
