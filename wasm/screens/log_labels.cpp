#include "wasm/screens/log_labels.h"

#include <array>

#include "wasm/ui/context.h"

namespace sokenh {

using namespace ui;

std::string_view log_kind_label(LogKind kind) {
  switch (kind) {
    case LogKind::patch:
      return tr(Msg::log_patch);
    case LogKind::vulnerability:
      return tr(Msg::log_vulnerability);
    case LogKind::threat_hunt:
      return tr(Msg::log_threat_hunt);
    case LogKind::monitoring:
      return tr(Msg::log_monitoring);
    case LogKind::antivirus:
      return tr(Msg::log_antivirus);
    case LogKind::software:
      return tr(Msg::log_software);
    case LogKind::awareness:
      return tr(Msg::log_awareness);
    case LogKind::bulk_mail:
      return tr(Msg::log_bulk_mail);
    case LogKind::spam:
      return tr(Msg::log_spam);
    case LogKind::warning:
      return tr(Msg::log_warning);
    case LogKind::incident:
      return tr(Msg::log_incident);
    case LogKind::plan:
      return tr(Msg::log_plan);
    case LogKind::drill:
      return tr(Msg::log_drill);
    case LogKind::botnet_check:
      return tr(Msg::log_botnet_check);
    case LogKind::page_check:
      return tr(Msg::log_page_check);
    case LogKind::backup:
      return tr(Msg::log_backup);
  }
  return {};
}

std::string_view log_kind_use(LogKind kind) {
  switch (kind) {
    case LogKind::patch:
      return tr(Msg::log_patch_use);
    case LogKind::vulnerability:
      return tr(Msg::log_vulnerability_use);
    case LogKind::threat_hunt:
      return tr(Msg::log_threat_hunt_use);
    case LogKind::monitoring:
      return tr(Msg::log_monitoring_use);
    case LogKind::antivirus:
      return tr(Msg::log_antivirus_use);
    case LogKind::software:
      return tr(Msg::log_software_use);
    case LogKind::awareness:
      return tr(Msg::log_awareness_use);
    case LogKind::bulk_mail:
      return tr(Msg::log_bulk_mail_use);
    case LogKind::spam:
      return tr(Msg::log_spam_use);
    case LogKind::warning:
      return tr(Msg::log_warning_use);
    case LogKind::incident:
      return tr(Msg::log_incident_use);
    case LogKind::plan:
      return tr(Msg::log_plan_use);
    case LogKind::drill:
      return tr(Msg::log_drill_use);
    case LogKind::botnet_check:
      return tr(Msg::log_botnet_check_use);
    case LogKind::page_check:
      return tr(Msg::log_page_check_use);
    case LogKind::backup:
      return tr(Msg::log_backup_use);
  }
  return {};
}

std::string_view log_nothing_label(LogKind kind) {
  switch (kind) {
    case LogKind::patch:
      return tr(Msg::log_patch_nothing);
    case LogKind::threat_hunt:
      return tr(Msg::log_threat_hunt_nothing);
    case LogKind::monitoring:
      return tr(Msg::log_monitoring_nothing);
    case LogKind::antivirus:
      return tr(Msg::log_antivirus_nothing);
    case LogKind::software:
      return tr(Msg::log_software_nothing);
    case LogKind::bulk_mail:
      return tr(Msg::log_bulk_mail_nothing);
    case LogKind::spam:
      return tr(Msg::log_spam_nothing);
    case LogKind::warning:
      return tr(Msg::log_warning_nothing);
    case LogKind::incident:
      return tr(Msg::log_incident_nothing);
    case LogKind::vulnerability:
    case LogKind::awareness:
    case LogKind::plan:
    case LogKind::drill:
    case LogKind::botnet_check:
    case LogKind::page_check:
    case LogKind::backup:
      break;
  }
  return {};
}

namespace {

// Where a kind's entries call a field otherwise than all others do.
struct OwnLabel {
  LogKind kind;
  LogField field;
  Msg label;
};
constexpr std::array kOwnLabels{
    OwnLabel{LogKind::patch, LogField::date, Msg::log_field_date_patch},
    OwnLabel{LogKind::vulnerability, LogField::date, Msg::log_field_date_vulnerability},
    OwnLabel{LogKind::antivirus, LogField::date, Msg::log_field_date_antivirus},
    OwnLabel{LogKind::software, LogField::date, Msg::log_field_date_software},
    OwnLabel{LogKind::spam, LogField::date, Msg::log_field_date_received},
    OwnLabel{LogKind::warning, LogField::date, Msg::log_field_date_received},
    OwnLabel{LogKind::plan, LogField::date, Msg::log_field_date_plan},
    OwnLabel{LogKind::botnet_check, LogField::date, Msg::log_field_date_botnet_check},
    OwnLabel{LogKind::botnet_check, LogField::reference, Msg::log_field_reference_botnet_check},
    OwnLabel{LogKind::botnet_check, LogField::sender, Msg::log_field_sender_botnet_check},
    OwnLabel{LogKind::page_check, LogField::date, Msg::log_field_date_page_check},
    OwnLabel{LogKind::page_check, LogField::result, Msg::log_field_result_page_check},
    OwnLabel{LogKind::page_check, LogField::document, Msg::log_field_document_page_check},
    OwnLabel{LogKind::page_check, LogField::digest, Msg::log_field_digest_page_check},
    OwnLabel{LogKind::backup, LogField::digest, Msg::log_field_digest_backup},
    OwnLabel{LogKind::backup, LogField::topic, Msg::log_field_topic_backup},
    OwnLabel{LogKind::backup, LogField::outcome, Msg::log_field_outcome_backup},
    OwnLabel{LogKind::bulk_mail, LogField::at, Msg::log_field_at_bulk_mail},
    OwnLabel{LogKind::incident, LogField::at, Msg::log_field_at_incident},
    OwnLabel{LogKind::plan, LogField::reference, Msg::log_field_reference_plan},
    OwnLabel{LogKind::antivirus, LogField::system, Msg::log_field_system_antivirus},
    OwnLabel{LogKind::bulk_mail, LogField::topic, Msg::log_field_topic_mail},
    OwnLabel{LogKind::spam, LogField::topic, Msg::log_field_topic_mail},
    OwnLabel{LogKind::incident, LogField::topic, Msg::log_field_topic_incident},
    OwnLabel{LogKind::drill, LogField::topic, Msg::log_field_topic_drill},
    OwnLabel{LogKind::patch, LogField::handled, Msg::log_field_handled_patch},
    OwnLabel{LogKind::vulnerability, LogField::handled, Msg::log_field_handled_vulnerability},
    OwnLabel{LogKind::threat_hunt, LogField::handled, Msg::log_field_handled_malware},
    OwnLabel{LogKind::antivirus, LogField::handled, Msg::log_field_handled_malware},
    OwnLabel{LogKind::spam, LogField::handled, Msg::log_field_handled_spam},
    OwnLabel{LogKind::bulk_mail, LogField::reported, Msg::log_field_reported_bulk_mail},
};

std::string_view usual_label(LogField field) {
  switch (field) {
    case LogField::date:
      return tr(Msg::log_field_date);
    case LogField::at:
      return tr(Msg::log_field_at);
    case LogField::reference:
      return tr(Msg::log_field_reference);
    case LogField::target:
      return tr(Msg::log_field_target);
    case LogField::system:
      return tr(Msg::log_field_system);
    case LogField::machine:
      return tr(Msg::log_field_machine);
    case LogField::version:
      return tr(Msg::log_field_version);
    case LogField::newest:
      return tr(Msg::log_field_newest);
    case LogField::licence:
      return tr(Msg::log_field_licence);
    case LogField::licence_end:
      return tr(Msg::log_field_licence_end);
    case LogField::list_date:
      return tr(Msg::log_field_list_date);
    case LogField::digest:
      return tr(Msg::log_field_digest);
    case LogField::entries:
      return tr(Msg::log_field_entries);
    case LogField::data_set:
      return tr(Msg::log_field_data_set);
    case LogField::act:
      return tr(Msg::log_field_act);
    case LogField::refers:
      return tr(Msg::log_field_refers);
    case LogField::medium:
      return tr(Msg::log_field_medium);
    case LogField::place:
      return tr(Msg::log_field_place);
    case LogField::file:
      return tr(Msg::log_field_file);
    case LogField::bytes:
      return tr(Msg::log_field_bytes);
    case LogField::complete:
      return tr(Msg::log_field_complete);
    case LogField::topic:
      return tr(Msg::log_field_topic);
    case LogField::sender:
      return tr(Msg::log_field_sender);
    case LogField::threat:
      return tr(Msg::log_field_threat);
    case LogField::people:
      return tr(Msg::log_field_people);
    case LogField::recipients:
      return tr(Msg::log_field_recipients);
    case LogField::purpose:
      return tr(Msg::log_field_purpose);
    case LogField::exercise:
      return tr(Msg::log_field_exercise);
    case LogField::result:
      return tr(Msg::log_field_result);
    case LogField::outcome:
      return tr(Msg::log_field_outcome);
    case LogField::found:
      return tr(Msg::log_field_found);
    case LogField::level:
      return tr(Msg::log_field_level);
    case LogField::cause:
      return tr(Msg::log_field_cause);
    case LogField::damage:
      return tr(Msg::log_field_damage);
    case LogField::measures:
      return tr(Msg::log_field_measures);
    case LogField::due:
      return tr(Msg::log_field_due);
    case LogField::handled:
      return tr(Msg::log_field_handled);
    case LogField::contained:
      return tr(Msg::log_field_contained);
    case LogField::reported:
      return tr(Msg::log_field_reported);
    case LogField::reported_to:
      return tr(Msg::log_field_reported_to);
    case LogField::recovered:
      return tr(Msg::log_field_recovered);
    case LogField::retired:
      return tr(Msg::log_field_retired);
    case LogField::person:
      return tr(Msg::log_field_person);
    case LogField::document:
      return tr(Msg::log_field_document);
    case LogField::note:
      return tr(Msg::log_field_note);
    case LogField::page:
      return tr(Msg::log_field_page);
    case LogField::footer:
      return tr(Msg::log_field_footer);
    case LogField::lacking:
      return tr(Msg::log_field_lacking);
    case LogField::items:
      return tr(Msg::log_field_items);
    case LogField::hints:
      return tr(Msg::log_field_hints);
    case LogField::serial:
      return tr(Msg::log_field_serial);
    case LogField::seal:
      return tr(Msg::log_field_seal);
  }
  return {};
}

struct ChoiceLabel {
  LogField field;
  std::string_view key;
  Msg label;
};
constexpr std::array kChoiceLabels{
    ChoiceLabel{LogField::newest, "yes", Msg::answer_yes},
    ChoiceLabel{LogField::newest, "no", Msg::answer_no},
    ChoiceLabel{LogField::target, "portal", Msg::log_choice_target_portal},
    ChoiceLabel{LogField::target, "system", Msg::log_choice_target_system},
    ChoiceLabel{LogField::target, "machine", Msg::log_choice_target_machine},
    ChoiceLabel{LogField::licence, "until", Msg::log_choice_licence_until},
    ChoiceLabel{LogField::licence, "unlimited", Msg::log_choice_licence_unlimited},
    ChoiceLabel{LogField::licence, "none", Msg::log_choice_licence_none},
    ChoiceLabel{LogField::threat, "spam", Msg::log_choice_threat_spam},
    ChoiceLabel{LogField::threat, "phishing", Msg::log_choice_threat_phishing},
    ChoiceLabel{LogField::purpose, "incident", Msg::log_choice_purpose_incident},
    ChoiceLabel{LogField::purpose, "outage", Msg::log_choice_purpose_outage},
    ChoiceLabel{LogField::purpose, "both", Msg::log_choice_purpose_both},
    ChoiceLabel{LogField::exercise, "drill", Msg::log_choice_exercise_drill},
    ChoiceLabel{LogField::exercise, "restore", Msg::log_choice_exercise_restore},
    ChoiceLabel{LogField::result, "nothing", Msg::log_choice_result_nothing},
    ChoiceLabel{LogField::result, "found", Msg::log_choice_result_found},
    ChoiceLabel{LogField::outcome, "passed", Msg::log_choice_outcome_passed},
    ChoiceLabel{LogField::outcome, "failed", Msg::log_choice_outcome_failed},
    ChoiceLabel{LogField::footer, "complete", Msg::log_choice_footer_complete},
    ChoiceLabel{LogField::footer, "incomplete", Msg::log_choice_footer_incomplete},
    ChoiceLabel{LogField::level, "low", Msg::log_choice_level_low},
    ChoiceLabel{LogField::level, "medium", Msg::log_choice_level_medium},
    ChoiceLabel{LogField::level, "high", Msg::log_choice_level_high},
    ChoiceLabel{LogField::level, "critical", Msg::log_choice_level_critical},
    ChoiceLabel{LogField::data_set, "website", Msg::log_choice_data_website},
    ChoiceLabel{LogField::data_set, "school_records", Msg::log_choice_data_school},
    ChoiceLabel{LogField::data_set, "teacher_records", Msg::log_choice_data_teacher},
    ChoiceLabel{LogField::data_set, "pupil_records", Msg::log_choice_data_pupil},
    ChoiceLabel{LogField::data_set, "other", Msg::log_choice_data_other},
    ChoiceLabel{LogField::act, "backup", Msg::log_choice_act_backup},
    ChoiceLabel{LogField::act, "correction", Msg::log_choice_act_correction},
    ChoiceLabel{LogField::act, "withdrawal", Msg::log_choice_act_withdrawal},
    ChoiceLabel{LogField::act, "restore_test", Msg::log_choice_act_restore_test},
    ChoiceLabel{LogField::medium, "external_drive", Msg::log_choice_medium_drive},
    ChoiceLabel{LogField::medium, "usb", Msg::log_choice_medium_usb},
    ChoiceLabel{LogField::medium, "optical", Msg::log_choice_medium_optical},
    ChoiceLabel{LogField::medium, "network", Msg::log_choice_medium_network},
    ChoiceLabel{LogField::medium, "machine", Msg::log_choice_medium_machine},
    ChoiceLabel{LogField::medium, "cloud", Msg::log_choice_medium_cloud},
    ChoiceLabel{LogField::medium, "other", Msg::log_choice_medium_other},
    ChoiceLabel{LogField::complete, "yes", Msg::answer_yes},
    ChoiceLabel{LogField::complete, "no", Msg::answer_no},
};

}  // namespace

std::string_view log_field_label(LogKind kind, LogField field) {
  for (const OwnLabel& own : kOwnLabels) {
    if (own.kind == kind && own.field == field) return tr(own.label);
  }
  return usual_label(field);
}

std::string_view log_choice_label(LogField field, std::string_view key) {
  for (const ChoiceLabel& choice : kChoiceLabels) {
    if (choice.field == field && choice.key == key) return tr(choice.label);
  }
  return {};
}

std::string log_entry_label(const LogEntry& entry) {
  std::string label;
  const auto add = [&label](std::string_view part) {
    if (part.empty()) return;
    if (!label.empty()) label += ", ";
    label += part;
  };
  for (const LogFieldUse& use : log_fields(entry.kind)) {
    if (use.subject && log_field_type(use.field) == LogFieldType::choice)
      add(log_choice_label(use.field, log_text(entry, use.field)));
  }
  const std::string name = log_entry_name(entry);
  if (label.empty() || name != log_text(entry, log_day_field(entry.kind))) add(name);
  return label;
}

std::string log_shown_text(const LogEntry& entry, LogField field) {
  const std::string& written = log_text(entry, field);
  return log_field_type(field) == LogFieldType::choice
             ? std::string(log_choice_label(field, written))
             : written;
}

}  // namespace sokenh
