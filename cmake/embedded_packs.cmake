# core/policy/packs/*.json become one C++ source behind core/policy/embedded_packs.h.

file(GLOB SOKENH_PACKS CONFIGURE_DEPENDS core/policy/packs/*.json)
set(SOKENH_EMBEDDED_PACKS_SOURCE ${PROJECT_BINARY_DIR}/generated/embedded_packs.cpp)
add_custom_command(
  OUTPUT ${SOKENH_EMBEDDED_PACKS_SOURCE}
  COMMAND ${CMAKE_COMMAND} "-DPACKS=${SOKENH_PACKS}" -DOUTPUT=${SOKENH_EMBEDDED_PACKS_SOURCE}
    -P ${PROJECT_SOURCE_DIR}/cmake/embed_packs.cmake
  DEPENDS ${SOKENH_PACKS} ${PROJECT_SOURCE_DIR}/cmake/embed_packs.cmake
  COMMENT "Embedding the packs"
  VERBATIM)
# Beyond 65,536 characters -Wpedantic points at the standard's minimum; both compilers take more.
set_source_files_properties(${SOKENH_EMBEDDED_PACKS_SOURCE} PROPERTIES
  COMPILE_OPTIONS -Wno-overlength-strings)
