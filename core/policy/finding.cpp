#include "core/policy/finding.h"

namespace sokenh {

std::string_view finding_code_name(FindingCode code) {
  switch (code) {
#define FINDING_CODE(name) \
  case FindingCode::name:  \
    return #name;
#include "core/policy/finding_codes.def"
#undef FINDING_CODE
  }
  return "";
}

std::string_view severity_key(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::advice:
      return "advice";
  }
  return "";
}

}  // namespace sokenh
