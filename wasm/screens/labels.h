// What the screens call things: columns, fields, attributes, answers and findings, in the user's
// language.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "core/inventory/channel.h"
#include "core/inventory/unit.h"
#include "core/policy/evaluate.h"
#include "core/policy/finding.h"
#include "core/policy/pack_set.h"
#include "core/workspace/workspace.h"

namespace sokenh {

std::string_view column_label(Column column);       // short, as heading of the grid
std::string channel_title(const Channel& channel);  // its name's first line, or that it has none
std::string_view unit_field_label(UnitField field);
std::string_view attribute_label(Attribute attribute);
std::string_view account_field_label(AccountField field);
std::string_view machine_field_label(MachineField field);
std::string_view machine_kind_label(std::string_view key);
// The question as the first of the packs that asks it words it; "" when none does.
std::string_view question_text(std::string_view key, std::span<const Pack* const> packs);
std::array<std::string_view, 4> answer_labels();     // in the order of Answer
std::array<std::string_view, 6> unit_kind_labels();  // in the order of UnitKind
std::string_view command_label(CommandKind kind);
std::string_view requirement_status_label(RequirementStatus status);

// «Ngày 30/02/2023 không có trong lịch»; `other_row` is the number of the row a duplicate repeats;
// `question` the text of the question it is about (question_text).
std::string finding_sentence(const Finding& finding, int other_row, std::string_view question = {});
std::string finding_advice_sentence(const Finding& finding, int other_row);
// «CV Hải Phòng 11/2023, mục 1 (HP23-1.1)»; empty for findings of no clause.
std::string clause_reference(const Finding& finding, const PackSet& packs);
std::string clause_reference(const Pack& pack, const Requirement& requirement);
std::string clause_reference(std::string_view pack, std::string_view requirement,
                             const PackSet& packs);
std::string_view pack_short_name(const Pack& pack);
// «Gửi về: …», the office and its address as far as the dispatch names them; empty for neither.
std::string recipient_line(const Pack& pack);

}  // namespace sokenh
