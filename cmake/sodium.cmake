# libsodium: the system's library natively; from source for wasm, where there is no package.

add_library(sodium INTERFACE)

if(NOT EMSCRIPTEN)
  find_path(SODIUM_INCLUDE sodium.h)
  find_library(SODIUM_LIBRARY sodium)
  if(NOT SODIUM_INCLUDE OR NOT SODIUM_LIBRARY)
    message(FATAL_ERROR "libsodium was not found. Install libsodium-dev (`npm run setup` does it on "
      "Debian), or give -DSODIUM_INCLUDE= and -DSODIUM_LIBRARY=")
  endif()
  target_include_directories(sodium SYSTEM INTERFACE ${SODIUM_INCLUDE})
  target_link_libraries(sodium INTERFACE ${SODIUM_LIBRARY})
  return()
endif()

sokenh_source(SODIUM_DIR libsodium src/libsodium/include/sodium/version.h.in)
set(sodium_include ${SODIUM_DIR}/src/libsodium/include)

# What ./configure would have written.
set(VERSION 1.0.18)
set(SODIUM_LIBRARY_VERSION_MAJOR 10)
set(SODIUM_LIBRARY_VERSION_MINOR 3)
set(SODIUM_LIBRARY_MINIMAL_DEF "")
configure_file(${sodium_include}/sodium/version.h.in
  ${PROJECT_BINARY_DIR}/sodium/include/sodium/version.h @ONLY)
# version.h includes it from its own folder.
configure_file(${sodium_include}/sodium/export.h
  ${PROJECT_BINARY_DIR}/sodium/include/sodium/export.h COPYONLY)

# Only the portable implementations; those for other processors compile to nothing here.
file(GLOB_RECURSE sodium_sources ${SODIUM_DIR}/src/libsodium/*.c)
list(FILTER sodium_sources EXCLUDE REGEX
  "(avx2|avx512f|aesni|ssse3|sse41|sse2|/sse/|/xmm6/|sandy2x/|internal_random|sysrandom)")

add_library(sodium_wasm STATIC ${sodium_sources}
  cmake/sodium/randombytes_web.c cmake/sodium/scalarmult_base.c)
target_include_directories(sodium_wasm SYSTEM
  PUBLIC ${sodium_include} ${PROJECT_BINARY_DIR}/sodium/include
  PRIVATE ${sodium_include}/sodium ${PROJECT_BINARY_DIR}/sodium/include/sodium)
target_compile_definitions(sodium_wasm
  PUBLIC SODIUM_STATIC=1
  PRIVATE CONFIGURED=1 NATIVE_LITTLE_ENDIAN=1 HAVE_WEAK_SYMBOLS=1 TLS= _GNU_SOURCE=1)
# -O3 whatever the rest of the build has: at -Oz Argon2id and SHA-256 take three times as long.
target_compile_options(sodium_wasm PRIVATE -O3 -w)
target_link_libraries(sodium_wasm PRIVATE sokenh_codegen)

# libsodium's own Emscripten branch asks JavaScript once per byte; ours fills a buffer at a time.
set_source_files_properties(${SODIUM_DIR}/src/libsodium/randombytes/randombytes.c PROPERTIES
  COMPILE_OPTIONS "-U__EMSCRIPTEN__;-include;${PROJECT_SOURCE_DIR}/cmake/sodium/randombytes_web.h"
  COMPILE_DEFINITIONS
    "RANDOMBYTES_CUSTOM_IMPLEMENTATION;RANDOMBYTES_DEFAULT_IMPLEMENTATION=&randombytes_web")

# The multiplication of the base point is ours; libsodium's is left over and dropped by the linker.
set_source_files_properties(
  ${SODIUM_DIR}/src/libsodium/crypto_core/ed25519/ref10/ed25519_ref10.c PROPERTIES
  COMPILE_DEFINITIONS ge25519_scalarmult_base=ge25519_scalarmult_base_by_table)

target_link_libraries(sodium INTERFACE sodium_wasm)
