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

Place place_of(const Finding& finding) {
  Place place{.row = finding.row,
              .column = finding.column,
              .attribute = finding.attribute,
              .unit_field = finding.unit_field,
              .account = finding.account,
              .account_field = finding.account_field,
              .machine = finding.machine,
              .machine_field = finding.machine_field,
              .question = finding.question,
              .log = finding.log,
              .log_entry = finding.log_entry,
              .log_field = finding.log_field,
              .duty = finding.duty};
  if (finding.row != 0) {
    place.kind = PlaceKind::channel;
  } else if (finding.account != 0) {
    place.kind = PlaceKind::account;
  } else if (finding.machine != 0) {
    place.kind = PlaceKind::machine;
  } else if (finding.unit_field) {
    place.kind = PlaceKind::unit;
  } else if (finding.log) {
    place.kind = finding.log_entry != 0 ? PlaceKind::log_entry : PlaceKind::log;
  } else if (finding.duty.roster != 0) {
    place.kind = PlaceKind::roster;
  } else if (finding.code == FindingCode::duty_period_uncovered) {
    place.kind = PlaceKind::rosters;
  } else if (!finding.question.empty()) {
    place.kind = PlaceKind::question;
  } else if (finding.code == FindingCode::no_channels_declared) {
    place.kind = PlaceKind::channels;
  } else if (finding.code == FindingCode::machines_all_local) {
    place.kind = PlaceKind::machines;
  }
  return place;
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
