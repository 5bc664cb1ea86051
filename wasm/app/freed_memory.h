// While secrets are about, whatever is freed is overwritten first: a check splits a password, folds
// it, turns it round; a sentence names a part of it, and the semantic tree, its JSON and what they
// grew out of are freed one after the other. To hunt down each of these places would be to miss
// the next one.
//
// On the page only: natively the sanitizers own the allocator.
#pragma once

namespace sokenh {

#ifdef __EMSCRIPTEN__
void overwrite_freed_memory(bool on);
// What calls that have returned left on the stack, as short strings.
void overwrite_unused_stack();
#else
inline void overwrite_freed_memory(bool) {}
inline void overwrite_unused_stack() {}
#endif

}  // namespace sokenh
