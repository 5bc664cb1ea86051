# Header-only libraries from the system, as SYSTEM includes (our warnings are errors, theirs are not)
# on a path of their own: /usr/include on em++'s path would shadow Emscripten's C library.

function(sokenh_system_headers target folder probe package)
  find_path(${target}_HEADERS ${probe} NO_CMAKE_FIND_ROOT_PATH
    PATHS /usr/include /usr/local/include /opt/homebrew/include)
  if(NOT ${target}_HEADERS)
    message(FATAL_ERROR "${probe} was not found. Install ${package} (`npm run setup` does it on "
      "Debian), or give its folder: -D${target}_HEADERS=/path/to/include")
  endif()
  set(own_path ${PROJECT_BINARY_DIR}/headers/${target})
  file(MAKE_DIRECTORY ${own_path})
  file(CREATE_LINK ${${target}_HEADERS}/${folder} ${own_path}/${folder} SYMBOLIC)
  add_library(${target} INTERFACE)
  target_include_directories(${target} SYSTEM INTERFACE ${own_path})
endfunction()

sokenh_system_headers(sokenh_json nlohmann nlohmann/json.hpp nlohmann-json3-dev)
if(NOT SOKENH_FUZZ)
  sokenh_system_headers(sokenh_doctest doctest doctest/doctest.h doctest-dev)
endif()
