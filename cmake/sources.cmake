# Where the pinned third-party sources are. `npm run setup` unpacks them into .deps/ as
# cmake/sources.lock.json says; -DIMGUI_DIR= and -DSODIUM_DIR= point at other copies.

file(READ ${PROJECT_SOURCE_DIR}/cmake/sources.lock.json lock)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS cmake/sources.lock.json)

# sokenh_source(<variable> <name in the lock> <file that must be there>): sets the cache variable.
function(sokenh_source variable name probe)
  string(JSON count LENGTH "${lock}" sources)
  math(EXPR last "${count} - 1")
  foreach(index RANGE ${last})
    string(JSON candidate GET "${lock}" sources ${index} name)
    if(candidate STREQUAL name)
      string(JSON folder GET "${lock}" sources ${index} folder)
    endif()
  endforeach()
  set(${variable} ${PROJECT_SOURCE_DIR}/.deps/${folder} CACHE PATH "Sources of ${name}")
  if(NOT EXISTS ${${variable}}/${probe})
    message(FATAL_ERROR
      "The sources of ${name} are not in ${${variable}} (looked for ${probe}).\n"
      "Run `npm run setup`, which fetches and checks them, "
      "or give your own copy: -D${variable}=/path/to/${folder}")
  endif()
endfunction()
