# build/wasm/sokenh.js + sokenh.wasm: one module for the page, its workers and Node. The caller
# instantiates it (instantiateWasm); the glue fetches nothing.

# One reviewable list of what JavaScript may call: a name a line, # begins a comment.
set(exports_file ${PROJECT_SOURCE_DIR}/wasm/api/exports.txt)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${exports_file})
file(STRINGS ${exports_file} exports REGEX "^_")
list(TRANSFORM exports REPLACE "[ \t#].*" "")
list(JOIN exports "," exports)

add_executable(sokenh ${page_sources})
target_link_libraries(sokenh PRIVATE sokenh_flags sokenh_ui sodium)
target_link_options(sokenh PRIVATE
  --no-entry
  -sMODULARIZE=1
  -sEXPORT_ES6=1
  -sUSE_ES6_IMPORT_META=0
  -sENVIRONMENT=web,worker
  "-sINCOMING_MODULE_JS_API=[instantiateWasm]"
  "-sEXPORTED_RUNTIME_METHODS=[]"
  -sEXPORTED_FUNCTIONS=${exports}
  -sMIN_WEBGL_VERSION=2
  -sMAX_WEBGL_VERSION=2
  -sGL_TRACK_ERRORS=0
  # WebGL 2 has what the renderer needs.
  -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0
  -sGL_SUPPORT_SIMPLE_ENABLE_EXTENSIONS=0
  # The page's content security policy has no 'unsafe-eval'.
  -sDYNAMIC_EXECUTION=0
  -sALLOW_MEMORY_GROWTH=1
  -sMALLOC=dlmalloc
  -sFILESYSTEM=0
  -sASSERTIONS=0
  -sTEXTDECODER=2
  -sSUPPORT_ERRNO=0
  # wasm-opt once more, until nothing gets smaller; what is called from one place only stays a
  # function of its own, which can go to the other file, and of which a browser makes good code soon.
  -sBINARYEN_EXTRA_PASSES=--converge,--one-caller-inline-max-function-size=30)
