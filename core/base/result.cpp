#include "core/base/result.h"

namespace sokenh {

std::string_view error_code_name(ErrorCode code) {
  switch (code) {
#define ERROR_CODE(name) \
  case ErrorCode::name:  \
    return #name;
#include "core/base/error_codes.def"
#undef ERROR_CODE
  }
  return "";
}

}  // namespace sokenh
