// Tự kiểm tra: the questions that the unit answers itself, each once, whoever asks it.
#include "wasm/screens/self_check_screen.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/text/fold.h"
#include "wasm/app/app.h"
#include "wasm/app/shortcuts.h"
#include "wasm/screens/channel_marks.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/pack_progress.h"
#include "wasm/screens/screens.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

QuestionAnswer answer_to(const App& app, std::string_view key) {
  const QuestionAnswer* known = find_answer(app.workspace.declaration(), key);
  return known != nullptr ? *known : QuestionAnswer{.question = std::string(key)};
}

RequirementStatus status_of(Answer answer) {
  switch (answer) {
    case Answer::yes:
      return RequirementStatus::met;
    case Answer::no:
      return RequirementStatus::to_do;
    case Answer::not_applicable:
      return RequirementStatus::not_applicable;
    case Answer::unanswered:
      return RequirementStatus::unanswered;
  }
  return RequirementStatus::unanswered;
}

std::string_view question_words(const AskedQuestion& asked) {
  return context().language == Language::vietnamese ? asked.question->text_vi
                                                    : asked.question->text_en;
}

// Every clause that the answer serves.
std::string clauses(const AskedQuestion& asked) {
  std::string list;
  for (const Asker& asker : asked.askers) {
    if (!list.empty()) list += " · ";
    list += clause_reference(*asker.pack, *asker.requirement);
  }
  return list;
}

bool shown(const App& app, const AskedQuestion& asked, std::string_view folded) {
  const SelfCheckState& state = app.self_check;
  const bool kept = std::find(state.kept.begin(), state.kept.end(), asked.key) != state.kept.end();
  if (!kept && !passes(state.filter, status_of(answer_to(app, asked.key).answer))) return false;
  const bool by_pack = state.pack.empty() ||
                       std::any_of(asked.askers.begin(), asked.askers.end(),
                                   [&](const Asker& one) { return one.pack->id == state.pack; });
  return by_pack && (folded.empty() || contains_folded(question_words(asked), folded) ||
                     contains_folded(clauses(asked), folded));
}

void draw_history_buttons(App& app) {
  const Workspace& workspace = app.workspace;
  const bool editable = !app.read_only;
  if (button("undo", tr(Msg::undo),
             {.kind = ButtonKind::quiet,
              .icon = Icon::undo,
              .enabled = editable && workspace.can_undo(),
              .icon_only = true,
              .shortcut = shortcut_keys(Action::undo),
              .description = workspace.can_undo() ? command_label(workspace.undo_kind()) : ""}))
    app.undo();
  same_line(2);
  if (button("redo", tr(Msg::redo),
             {.kind = ButtonKind::quiet,
              .icon = Icon::redo,
              .enabled = editable && workspace.can_redo(),
              .icon_only = true,
              .shortcut = shortcut_keys(Action::redo),
              .description = workspace.can_redo() ? command_label(workspace.redo_kind()) : ""}))
    app.redo();
}

void draw_pack_choice(App& app, float width) {
  SelfCheckState& state = app.self_check;
  const std::vector<const Pack*> packs = app.workspace.followed_packs();
  std::vector<std::string_view> labels{tr(Msg::self_check_all_packs)};
  int current = 0;
  for (const Pack* pack : packs) {
    labels.push_back(pack_short_name(*pack));
    if (pack->id == state.pack) current = static_cast<int>(labels.size()) - 1;
  }
  if (current == 0) state.pack.clear();  // no longer followed
  const auto chosen = select("pack", tr(Msg::self_check_pack), labels, current, {.width = width});
  if (!chosen) return;
  state.pack = *chosen == 0 ? std::string{} : packs[static_cast<std::size_t>(*chosen) - 1]->id;
}

void choose_filter(SelfCheckState& state, SelfCheckFilter filter) {
  state.filter = filter;
  state.kept.clear();
}

void draw_filters(App& app, float width) {
  SelfCheckState& state = app.self_check;
  const float gap = scaled(12);
  const bool narrow = width < scaled(560);
  const float third = narrow ? width : std::floor((std::min(width, scaled(900)) - 2 * gap) / 3);
  const auto next = [&] {
    if (narrow) {
      space(10);
    } else {
      ImGui::SameLine(0, gap);
    }
  };
  const std::array<std::string_view, 3> filters{
      tr(Msg::self_check_all), tr(Msg::requirement_unanswered), tr(Msg::answer_not_met)};
  if (const auto chosen = select("filter", tr(Msg::self_check_filter), filters,
                                 static_cast<int>(state.filter), {.width = third}))
    choose_filter(state, static_cast<SelfCheckFilter>(*chosen));
  next();
  draw_pack_choice(app, third);
  next();
  live_field("search", tr(Msg::self_check_search), state.search,
             {.width = third, .input_mode = "search", .search = true});
}

void draw_answer_choice(App& app, QuestionAnswer& answer, float width, bool& changed) {
  const std::array<std::string_view, 4> labels{tr(Msg::answer_unanswered), tr(Msg::requirement_met),
                                               tr(Msg::answer_not_met),
                                               tr(Msg::answer_not_applicable)};
  if (app.arrives_at({.kind = PlaceKind::question, .question = answer.question}))
    request_focus(ImGui::GetID("answer"));
  const auto chosen =
      select("answer", tr(Msg::self_check_answer), labels, static_cast<int>(answer.answer),
             {.width = width, .enabled = !app.read_only});
  if (!chosen) return;
  answer.answer = static_cast<Answer>(*chosen);
  // The day it was answered, unless another is written.
  if (answer.date.empty() && answer.answer != Answer::unanswered)
    answer.date = vietnamese_date(app.today());
  changed = true;
}

// What is wrong with the date that was written; the rest is about the answer.
bool is_about_date(const Finding& finding) {
  return finding.code != FindingCode::question_answered_no;
}

std::string date_problem(App& app, std::string_view question) {
  for (const Finding& finding : app.evaluation().findings) {
    if (finding.question == question && is_about_date(finding)) return finding_sentence(finding, 0);
  }
  return {};
}

void draw_evidence(App& app, QuestionAnswer& answer, float width, bool& changed) {
  const float gap = scaled(12);
  const int columns = width < scaled(480) ? 1 : width < scaled(820) ? 2 : 4;
  const float column =
      std::floor((width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
  int drawn = 0;
  const auto next = [&] {
    if (++drawn % columns == 0) {
      space(10);
    } else {
      ImGui::SameLine(0, gap);
    }
  };
  const auto field = [&](const char* key, Msg label, std::string& value, std::string_view problem) {
    next();
    const auto typed = text_field(key, tr(label), value,
                                  {.width = column, .problem = problem, .enabled = !app.read_only});
    if (!typed) return;
    value = *typed;
    changed = true;
  };
  draw_answer_choice(app, answer, column, changed);
  field("date", Msg::self_check_date, answer.date, date_problem(app, answer.question));
  field("responsible", Msg::self_check_responsible, answer.responsible, {});
  field("document", Msg::self_check_document, answer.document, {});
  space(10);
  const auto note = text_field("note", tr(Msg::self_check_note), answer.note,
                               {.width = width, .enabled = !app.read_only});
  if (note) {
    answer.note = *note;
    changed = true;
  }
}

void draw_finding_of(App& app, std::string_view question, std::string_view words, float width) {
  for (const Finding& finding : app.evaluation().findings) {
    if (finding.question != question || is_about_date(finding)) continue;
    space(12);
    notice(severity_tone(finding.severity), finding_sentence(finding, 0, words),
           finding_advice_sentence(finding, 0) + " " +
               clause_reference(finding, app.workspace.packs()),
           width);
  }
}

// The changed answer, if there is one.
std::optional<QuestionAnswer> draw_question(App& app, const AskedQuestion& asked, float width) {
  const std::string_view words = question_words(asked);
  begin_card("question", words, width, Role::group);
  const float inner = ImGui::CalcItemWidth();
  ui::text(words, kBodyStrong, palette().text, inner);
  space(2);
  ui::text(clauses(asked), kCaption, palette().text2, inner);
  space(12);
  QuestionAnswer answer = answer_to(app, asked.key);
  bool changed = false;
  draw_evidence(app, answer, inner, changed);
  draw_finding_of(app, asked.key, words, inner);
  end_card();
  space(12);
  return changed ? std::optional(std::move(answer)) : std::nullopt;
}

void draw_questions(App& app, float width) {
  SelfCheckState& state = app.self_check;
  const std::string folded = text::fold(state.search);
  // A copy: an answer changes what it was made from.
  std::vector<AskedQuestion> asked;
  for (const AskedQuestion& one : app.questions()) {
    if (shown(app, one, folded)) asked.push_back(one);
  }
  heading(2, tr(Msg::self_check_questions), kCardTitle, width);
  space(2);
  ui::text(tr(Msg::self_check_shown,
              {std::to_string(asked.size()), std::to_string(app.questions().size())}),
           kCaption, palette().text3, width);
  space(10);
  if (asked.empty()) {
    ui::text(tr(Msg::self_check_none), kBody, palette().text2, width);
    space(12);
    return;
  }
  std::optional<QuestionAnswer> changed;
  begin_group("questions", Role::list, tr(Msg::self_check_questions));
  state.questions.begin(width, static_cast<int>(asked.size()));
  for (const AskedQuestion& one : asked) {
    const std::string key(one.key);
    const bool wanted = app.wanted_place && app.wanted_place->question == key;
    state.questions.item(key.c_str(), wanted, [&] {
      if (auto answer = draw_question(app, one, width)) changed = std::move(answer);
    });
  }
  end_group();
  if (!changed) return;
  state.kept.push_back(changed->question);
  app.taken(app.workspace.set_answer(std::move(*changed)));
}

void draw_progress_card(App& app, float width) {
  begin_card("progress", tr(Msg::self_check_progress), width);
  const float inner = ImGui::CalcItemWidth();
  heading(2, tr(Msg::self_check_progress), kCardTitle, inner);
  space(6);
  draw_progress_legend(inner);
  space(10);
  begin_group("packs", Role::list, tr(Msg::self_check_progress));
  for (const Pack* pack : app.workspace.followed_packs()) {
    begin_group(pack->id.c_str(), Role::listitem, "");
    ui::text(pack_short_name(*pack), kBodyMedium, palette().text, inner);
    space(2);
    draw_progress(progress_of(app.evaluation(), pack->id), inner);
    space(10);
    end_group();
  }
  end_group();
  end_card();
}

}  // namespace

bool passes(SelfCheckFilter filter, RequirementStatus status) {
  return filter == SelfCheckFilter::all ||
         (filter == SelfCheckFilter::unanswered && status == RequirementStatus::unanswered) ||
         (filter == SelfCheckFilter::not_met && status == RequirementStatus::to_do);
}

bool contains_folded(std::string_view text, std::string_view folded) {
  return text::fold(text).find(folded) != std::string::npos;
}

void draw_self_check_screen(App& app) {
  SelfCheckState& state = app.self_check;
  const float width = std::min(ImGui::GetContentRegionAvail().x, scaled(1120));
  const ImVec2 top = ImGui::GetCursorScreenPos();
  heading(1, tr(Msg::self_check_title), kPageTitle);
  const ImVec2 after = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos(
      ImVec2(top.x + width - 2 * control_height() - scaled(2),
             std::round(top.y + (scaled(kPageTitle.line) - control_height()) / 2)));
  draw_history_buttons(app);
  ImGui::SetCursorScreenPos(ImVec2(after.x, after.y + scaled(2)));
  ui::text(tr(Msg::self_check_subtitle), kBody, palette().text2, width - 2 * control_height());
  space(16);
  // What leads here is not to be hidden.
  if (app.wanted_place && app.wanted_place->kind == PlaceKind::question) {
    choose_filter(state, SelfCheckFilter::all);
    state.pack.clear();
    state.search.clear();
  }
  draw_progress_card(app, width);
  space(16);
  draw_filters(app, width);
  space(16);
  draw_questions(app, width);
  space(8);
  draw_other_requirements(app, width);
  space(20);
}

}  // namespace sokenh
