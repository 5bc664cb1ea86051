// The requirements that no question of the self-check decides: what the unit's channels, accounts
// and records say of each, and where to go for it.
#include <algorithm>
#include <string>
#include <vector>

#include "core/policy/questions.h"
#include "core/text/fold.h"
#include "wasm/app/app.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/self_check_screen.h"
#include "wasm/screens/task_labels.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

struct Row {
  const Pack* pack = nullptr;
  const Requirement* requirement = nullptr;
  std::size_t index = 0;  // in the evaluation
};

const std::string& words_of(const Requirement& requirement) {
  return context().language == Language::vietnamese ? requirement.text_vi : requirement.text_en;
}

bool decided_elsewhere(const Requirement& requirement) {
  if (requirement.kind == RequirementKind::contact ||
      requirement.kind == RequirementKind::receiving)
    return false;
  return decided_at(requirement).has_value() || requirement.questions.empty();
}

std::vector<Row> all_rows(App& app) {
  std::vector<Row> rows;
  const auto& results = app.evaluation().requirements;
  for (std::size_t i = 0; i < results.size(); ++i) {
    const Pack* pack = app.workspace.packs().find(results[i].pack);
    const Requirement* requirement =
        pack != nullptr ? find_requirement(*pack, results[i].requirement) : nullptr;
    if (requirement != nullptr && decided_elsewhere(*requirement))
      rows.push_back({pack, requirement, i});
  }
  return rows;
}

bool shown(App& app, const Row& row, std::string_view folded) {
  const SelfCheckState& state = app.self_check;
  return passes(state.filter, app.evaluation().requirements[row.index].status) &&
         (state.pack.empty() || row.pack->id == state.pack) &&
         (folded.empty() || contains_folded(words_of(*row.requirement), folded) ||
          contains_folded(clause_reference(*row.pack, *row.requirement), folded));
}

// The very field that is wrong or open, else the screen's list.
std::optional<Place> place_for(App& app, const Row& row) {
  const Evaluation& evaluation = app.evaluation();
  for (const Finding& finding : evaluation.findings) {
    if (finding.requirement == row.requirement->id) return place_of(finding);
  }
  for (const OpenItem& item : evaluation.unanswered) {
    if (item.requirement == row.index) return item.place;
  }
  return decided_at(*row.requirement);
}

Tone status_tone(RequirementStatus status) {
  switch (status) {
    case RequirementStatus::met:
      return Tone::ok;
    case RequirementStatus::to_do:
      return Tone::warn;
    case RequirementStatus::unanswered:
    case RequirementStatus::not_applicable:
      return Tone::neutral;
  }
  return Tone::neutral;
}

Icon status_icon(RequirementStatus status) {
  switch (status) {
    case RequirementStatus::met:
      return Icon::check;
    case RequirementStatus::to_do:
      return Icon::warning;
    case RequirementStatus::unanswered:
    case RequirementStatus::not_applicable:
      return Icon::note;
  }
  return Icon::note;
}

// Where to go, when it is chosen.
std::optional<Place> draw_row(App& app, const Row& row, float width) {
  const RequirementResult& result = app.evaluation().requirements[row.index];
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddLine(at, ImVec2(at.x + width, at.y), palette().line);
  space(12);
  ui::text(words_of(*row.requirement), kBody, palette().text, width);
  space(2);
  ui::text(clause_reference(*row.pack, *row.requirement), kCaption, palette().text2, width);
  space(8);
  std::string label(requirement_status_label(result.status));
  if (result.applicable > 0)
    label += " " + std::to_string(result.satisfied) + "/" + std::to_string(result.applicable);
  badge(label, status_tone(result.status), status_icon(result.status));
  const std::optional<Place> place = place_for(app, row);
  bool chosen = false;
  if (place) {
    const std::string go = tr(Msg::self_check_go, {screen_name(place->kind)});
    if (ImGui::GetItemRectMax().x - at.x + scaled(8) + button_width(go) <= width) {
      same_line(8);
    } else {
      space(8);
    }
    chosen = button("go", go, {.description = row.requirement->id});
  }
  space(12);
  return chosen ? place : std::nullopt;
}

}  // namespace

void draw_other_requirements(App& app, float width) {
  const std::string folded = text::fold(app.self_check.search);
  std::vector<Row> rows = all_rows(app);
  const std::size_t all = rows.size();
  std::erase_if(rows, [&](const Row& row) { return !shown(app, row, folded); });
  begin_card("other", tr(Msg::self_check_other), width);
  const float inner = ImGui::CalcItemWidth();
  heading(2, tr(Msg::self_check_other), kCardTitle, inner);
  space(2);
  ui::text(tr(Msg::self_check_other_help), kCaption, palette().text3, inner);
  space(2);
  ui::text(tr(Msg::self_check_other_shown, {std::to_string(rows.size()), std::to_string(all)}),
           kCaption, palette().text3, inner);
  space(10);
  std::optional<Place> chosen;
  if (!rows.empty()) {
    begin_group("requirements", Role::list, tr(Msg::self_check_other));
    app.self_check.requirements.begin(inner, static_cast<int>(rows.size()));
    for (const Row& row : rows) {
      app.self_check.requirements.item(row.requirement->id.c_str(), false, [&] {
        if (auto place = draw_row(app, row, inner)) chosen = std::move(place);
      });
    }
    end_group();
  }
  end_card();
  if (chosen) app.go_to(*chosen);
}

}  // namespace sokenh
