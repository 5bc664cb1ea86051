#include "wasm/screens/labels.h"

#include "wasm/screens/ip_labels.h"
#include "wasm/screens/log_labels.h"
#include "wasm/ui/context.h"

namespace sokenh {

using namespace ui;

std::string_view column_label(Column column) {
  switch (column) {
    case Column::ordinal:
      return tr(Msg::column_ordinal);
    case Column::name:
      return tr(Msg::column_name);
    case Column::identifier:
      return tr(Msg::column_identifier);
    case Column::created:
      return tr(Msg::column_created);
    case Column::managing_unit:
      return tr(Msg::column_managing_unit);
    case Column::administrators:
      return tr(Msg::column_administrators);
    case Column::contact:
      return tr(Msg::column_contact);
    case Column::state:
      return tr(Msg::column_state);
  }
  return {};
}

std::string channel_title(const Channel& channel) {
  const std::string_view name(channel.name);
  return std::string(name.empty() ? tr(Msg::channel_unnamed) : name.substr(0, name.find('\n')));
}

std::string_view unit_field_label(UnitField field) {
  switch (field) {
    case UnitField::name:
      return tr(Msg::unit_name);
    case UnitField::parent:
      return tr(Msg::unit_parent);
    case UnitField::kind:
      return tr(Msg::unit_kind);
    case UnitField::code:
      return tr(Msg::unit_code);
    case UnitField::address:
      return tr(Msg::unit_address);
    case UnitField::telephone:
      return tr(Msg::unit_telephone);
    case UnitField::email:
      return tr(Msg::unit_email);
    case UnitField::place:
      return tr(Msg::unit_place);
    case UnitField::preparer_name:
      return tr(Msg::unit_preparer_name);
    case UnitField::preparer_title:
      return tr(Msg::unit_preparer_title);
    case UnitField::head_name:
      return tr(Msg::unit_head_name);
    case UnitField::head_title:
      return tr(Msg::unit_head_title);
  }
  return {};
}

std::string_view attribute_label(Attribute attribute) {
  switch (attribute) {
    case Attribute::in_use:
      return tr(Msg::attribute_in_use);
    case Attribute::password_strong:
      return tr(Msg::attribute_password_strong);
    case Attribute::password_changed:
      return tr(Msg::attribute_password_changed);
    case Attribute::attempts_limited:
      return tr(Msg::attribute_attempts_limited);
    case Attribute::default_replaced:
      return tr(Msg::attribute_default_replaced);
    case Attribute::login_alerts:
      return tr(Msg::attribute_login_alerts);
    case Attribute::password_unique:
      return tr(Msg::attribute_password_unique);
    case Attribute::https_redirects:
      return tr(Msg::attribute_https_redirects);
    case Attribute::two_step:
      return tr(Msg::attribute_two_step);
    case Attribute::trust_certificate:
      return tr(Msg::attribute_trust_certificate);
    case Attribute::trust_certificate_date:
      return tr(Msg::attribute_trust_certificate_date);
    case Attribute::assignment:
      return tr(Msg::attribute_assignment);
  }
  return {};
}

std::string_view account_field_label(AccountField field) {
  switch (field) {
    case AccountField::system:
      return tr(Msg::account_system);
    case AccountField::user_name:
      return tr(Msg::account_user_name);
    case AccountField::holder:
      return tr(Msg::account_holder);
    case AccountField::position:
      return tr(Msg::account_position);
    case AccountField::password_changed:
      return tr(Msg::attribute_password_changed);
    case AccountField::in_use:
      return tr(Msg::attribute_in_use);
    case AccountField::unused_reason:
      return tr(Msg::account_unused_reason);
    case AccountField::removal_requested:
      return tr(Msg::account_removal_requested);
    case AccountField::default_replaced:
      return tr(Msg::account_default_replaced);
    case AccountField::password_strong:
      return tr(Msg::attribute_password_strong);
  }
  return {};
}

std::string_view machine_field_label(MachineField field) {
  switch (field) {
    case MachineField::name:
      return tr(Msg::machine_name);
    case MachineField::kind:
      return tr(Msg::machine_kind);
    case MachineField::owner:
      return tr(Msg::machine_owner);
    case MachineField::place:
      return tr(Msg::machine_place);
    case MachineField::addresses:
      return tr(Msg::machine_addresses);
    case MachineField::note:
      return tr(Msg::machine_note);
  }
  return {};
}

std::string_view machine_kind_label(std::string_view key) {
  if (key == "server") return tr(Msg::machine_kind_server);
  if (key == "workstation") return tr(Msg::machine_kind_workstation);
  if (key == kDeviceKind) return tr(Msg::machine_kind_device);
  return tr(Msg::machine_kind_unset);
}

std::string_view question_text(std::string_view key, std::span<const Pack* const> packs) {
  for (const Pack* pack : packs) {
    for (const Requirement& requirement : pack->requirements) {
      for (const Question& question : requirement.questions) {
        if (question.key != key) continue;
        return context().language == Language::vietnamese ? question.text_vi : question.text_en;
      }
    }
  }
  return {};
}

std::array<std::string_view, 4> answer_labels() {
  return {tr(Msg::answer_unanswered), tr(Msg::answer_yes), tr(Msg::answer_no),
          tr(Msg::answer_not_applicable)};
}

std::array<std::string_view, 6> unit_kind_labels() {
  return {tr(Msg::unit_kind_unspecified), tr(Msg::unit_kind_school),     tr(Msg::unit_kind_commune),
          tr(Msg::unit_kind_department),  tr(Msg::unit_kind_state_body), tr(Msg::unit_kind_other)};
}

std::string_view requirement_status_label(RequirementStatus status) {
  switch (status) {
    case RequirementStatus::met:
      return tr(Msg::requirement_met);
    case RequirementStatus::to_do:
      return tr(Msg::requirement_to_do);
    case RequirementStatus::unanswered:
      return tr(Msg::requirement_unanswered);
    case RequirementStatus::not_applicable:
      return tr(Msg::requirement_not_applicable);
  }
  return {};
}

std::string_view command_label(CommandKind kind) {
  switch (kind) {
    case CommandKind::edit_unit:
      return tr(Msg::command_edit_unit);
    case CommandKind::edit_cell:
      return tr(Msg::command_edit_cell);
    case CommandKind::edit_cells:
      return tr(Msg::command_edit_cells);
    case CommandKind::edit_attribute:
      return tr(Msg::command_edit_attribute);
    case CommandKind::edit_page_roles:
      return tr(Msg::command_edit_page_roles);
    case CommandKind::insert:
      return tr(Msg::command_insert);
    case CommandKind::duplicate:
      return tr(Msg::command_duplicate);
    case CommandKind::remove:
      return tr(Msg::command_remove);
    case CommandKind::move:
      return tr(Msg::command_move);
    case CommandKind::sort:
      return tr(Msg::command_sort);
    case CommandKind::import:
      return tr(Msg::command_import);
    case CommandKind::set_packs:
      return tr(Msg::command_set_packs);
    case CommandKind::set_no_channels:
      return tr(Msg::command_set_no_channels);
    case CommandKind::replace_all:
      return tr(Msg::command_replace_all);
    case CommandKind::edit_answer:
      return tr(Msg::command_edit_answer);
    case CommandKind::insert_accounts:
      return tr(Msg::command_insert_accounts);
    case CommandKind::edit_account:
      return tr(Msg::command_edit_account);
    case CommandKind::remove_accounts:
      return tr(Msg::command_remove_accounts);
    case CommandKind::import_accounts:
      return tr(Msg::command_import_accounts);
    case CommandKind::edit_account_reviews:
      return tr(Msg::command_edit_account_reviews);
    case CommandKind::set_no_accounts:
      return tr(Msg::command_set_no_accounts);
    case CommandKind::change_state:
      return tr(Msg::command_change_state);
    case CommandKind::edit_state_changes:
      return tr(Msg::command_edit_state_changes);
    case CommandKind::open_pack:
      return tr(Msg::command_open_pack);
    case CommandKind::close_pack:
      return tr(Msg::command_close_pack);
    case CommandKind::insert_log_entries:
      return tr(Msg::command_insert_log_entries);
    case CommandKind::edit_log_entries:
      return tr(Msg::command_edit_log_entries);
    case CommandKind::remove_log_entries:
      return tr(Msg::command_remove_log_entries);
    case CommandKind::import_log:
      return tr(Msg::command_import_log);
    case CommandKind::set_nothing_logged:
      return tr(Msg::command_set_nothing_logged);
    case CommandKind::seal_backups:
      return tr(Msg::command_seal_backups);
    case CommandKind::insert_machines:
      return tr(Msg::command_insert_machines);
    case CommandKind::edit_machine:
      return tr(Msg::command_edit_machine);
    case CommandKind::remove_machines:
      return tr(Msg::command_remove_machines);
    case CommandKind::import_machines:
      return tr(Msg::command_import_machines);
    case CommandKind::set_no_machines:
      return tr(Msg::command_set_no_machines);
    case CommandKind::record_list_check:
      return tr(Msg::command_record_list_check);
    case CommandKind::keep_baseline:
      return tr(Msg::command_keep_baseline);
    case CommandKind::drop_baseline:
      return tr(Msg::command_drop_baseline);
    case CommandKind::insert_roster:
      return tr(Msg::command_insert_roster);
    case CommandKind::edit_roster:
      return tr(Msg::command_edit_roster);
    case CommandKind::plan_roster:
      return tr(Msg::command_plan_roster);
    case CommandKind::import_roster:
      return tr(Msg::command_import_roster);
    case CommandKind::remove_roster:
      return tr(Msg::command_remove_roster);
  }
  return {};
}

namespace {

std::string sentence(Msg msg, const Finding& finding, int other_row, std::string_view question) {
  std::string second = other_row > 0 ? std::to_string(other_row) : finding.suggestion;
  if (finding.ip_problem != IpProblem::none) second = ip_problem_label(finding.ip_problem);
  std::string first = finding.evidence;
  // What was found, or not found, is a choice.
  if (finding.log_field) {
    if (const std::string_view label = log_choice_label(*finding.log_field, first); !label.empty())
      first = label;
  }
  if (first.empty() && finding.column) first = column_label(*finding.column);
  if (first.empty() && finding.attribute) first = attribute_label(*finding.attribute);
  if (first.empty() && finding.unit_field) first = unit_field_label(*finding.unit_field);
  if (first.empty() && finding.account_field) first = account_field_label(*finding.account_field);
  if (first.empty() && finding.machine_field) first = machine_field_label(*finding.machine_field);
  if (first.empty() && finding.log && finding.log_field)
    first = log_field_label(*finding.log, *finding.log_field);
  if (first.empty()) first = question;
  return tr(msg, {first, second});
}

}  // namespace

std::string finding_sentence(const Finding& finding, int other_row, std::string_view question) {
  return sentence(finding_title(finding.code), finding, other_row, question);
}

std::string finding_advice_sentence(const Finding& finding, int other_row) {
  return sentence(finding_advice(finding.code), finding, other_row, {});
}

std::string clause_reference(const Finding& finding, const PackSet& packs) {
  const Pack* pack = packs.find(finding.pack);
  const Requirement* requirement =
      pack != nullptr ? find_requirement(*pack, finding.requirement) : nullptr;
  return requirement != nullptr ? clause_reference(*pack, *requirement) : std::string{};
}

std::string clause_reference(const Pack& pack, const Requirement& requirement) {
  // A dispatch's closing part has no number.
  const Msg reference =
      requirement.clause == "end" ? Msg::clause_reference_end : Msg::clause_reference;
  return tr(reference, {pack_short_name(pack), requirement.clause, requirement.id});
}

std::string clause_reference(std::string_view pack_id, std::string_view requirement,
                             const PackSet& packs) {
  const Pack* pack = packs.find(pack_id);
  const Requirement* asked = pack == nullptr ? nullptr : find_requirement(*pack, requirement);
  return asked == nullptr ? std::string{} : clause_reference(*pack, *asked);
}

std::string recipient_line(const Pack& pack) {
  const std::string& name = pack.recipient.name;
  const std::string& email = pack.recipient.email;
  if (name.empty() && email.empty()) return {};
  const std::string separator = name.empty() || email.empty() ? "" : ", ";
  return tr(Msg::pack_recipient, {name + separator + email});
}

std::string_view pack_short_name(const Pack& pack) {
  return context().language == Language::vietnamese ? pack.short_name_vi : pack.short_name_en;
}

}  // namespace sokenh
