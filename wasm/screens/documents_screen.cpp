// Tài liệu: every document the dispatches want, made from what was entered.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "core/exchange/unit_documents.h"
#include "wasm/app/app.h"
#include "wasm/app/report_email.h"
#include "wasm/screens/duty_labels.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/log_labels.h"
#include "wasm/screens/log_status.h"
#include "wasm/screens/screens.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

// Of a table in the preview: enough to see what is in it.
constexpr std::size_t kPreviewRows = 20;

struct Wording {
  Msg name, use;
};

Wording wording(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::channel_form:
      return {Msg::document_channel_form, Msg::document_channel_form_use};
    case DocumentKind::removal_request:
      return {Msg::document_removal_request, Msg::document_removal_request_use};
    case DocumentKind::account_review:
      return {Msg::document_account_review, Msg::document_account_review_use};
    case DocumentKind::log:
      return {Msg::document_log, Msg::document_log_use};
    case DocumentKind::incident_report:
      return {Msg::document_incident_report, Msg::document_incident_report_use};
    case DocumentKind::duty_roster:
      return {Msg::document_duty_roster, Msg::document_duty_roster_use};
    case DocumentKind::self_check:
      break;
  }
  return {Msg::document_self_check, Msg::document_self_check_use};
}

Msg draft_message(DraftCause cause) {
  switch (cause) {
    case DraftCause::none:
      return Msg::document_signed_by_both;
    case DraftCause::not_signed:
      return Msg::draft_not_signed;
    case DraftCause::preparer_missing:
      return Msg::draft_preparer_missing;
    case DraftCause::head_missing:
      return Msg::draft_head_missing;
    case DraftCause::changed_since:
      return Msg::draft_changed_since;
    case DraftCause::not_valid:
      break;
  }
  return Msg::draft_not_valid;
}

std::string gap_text(const MissingPart& missing) {
  if (missing.place.unit_field) return std::string(unit_field_label(*missing.place.unit_field));
  const auto counted = [&](Msg msg) { return tr(msg, {std::to_string(missing.count)}); };
  switch (missing.gap) {
    case DocumentGap::no_pack:
      return std::string(tr(Msg::gap_no_pack));
    case DocumentGap::nothing_to_remove:
      return std::string(tr(Msg::gap_nothing_to_remove));
    case DocumentGap::channels:
      return std::string(tr(Msg::gap_channels));
    case DocumentGap::accounts:
      return std::string(tr(Msg::gap_accounts));
    case DocumentGap::account_use:
      return counted(Msg::gap_account_use);
    case DocumentGap::unused_reason:
      return counted(Msg::gap_unused_reason);
    case DocumentGap::review:
      return std::string(tr(Msg::gap_review));
    case DocumentGap::answers:
      return counted(Msg::gap_answers);
    case DocumentGap::log_entries:
      return std::string(tr(Msg::gap_log_entries));
    case DocumentGap::incident:
      return std::string(tr(Msg::gap_incident));
    case DocumentGap::incident_parts:
      return counted(Msg::gap_incident_parts);
    case DocumentGap::roster:
      return std::string(tr(Msg::gap_roster));
    case DocumentGap::shifts:
      return std::string(tr(Msg::gap_shifts));
    case DocumentGap::open_posts:
      return counted(Msg::gap_open_posts);
    case DocumentGap::telephones:
      return counted(Msg::gap_telephones);
    default:
      return {};
  }
}

DocumentSource source_of(App& app, std::span<const Pack* const> packs) {
  DocumentSource source{.declaration = app.workspace.declaration(),
                        .packs = packs,
                        .evaluation = app.evaluation(),
                        .date = app.today(),
                        .proof = std::nullopt,
                        .log = app.papers.log,
                        .incident = app.papers.incident,
                        .roster = app.papers.roster};
  // Taken away meanwhile.
  if (find_log_entry(source.declaration, source.incident) == nullptr) source.incident = 0;
  if (find_roster(source.declaration, source.roster) == nullptr) source.roster = 0;
  if (const signing::Verification* known = app.signing.verification(app)) {
    source.proof = proof_of(*known);
    if (!source.proof) source.no_proof = NoProof::not_valid;
  } else if (app.signing.outdated(app)) {
    source.no_proof = NoProof::changed_since;
  }
  return source;
}

std::string file_name(const Document& document, const Unit& unit) {
  std::string name = document.name;
  if (!unit.name.empty()) name += " - " + unit.name;
  if (!document.draft_reason.empty()) name += " (bản nháp)";
  return safe_file_name(name + ".docx");
}

std::string json_text(const Document& document) {
  return to_json(document).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

// --- the preview: what the paper says, from top to bottom

void draw_line(std::string_view line, const TextStyle& style, float width) {
  if (line.empty()) return;
  text(line, style, {}, width);
  context().semantics.last().language = "vi";
}

void draw_block(const Letterhead& head, float width) {
  draw_line(head.parent, kBody, width);
  draw_line(head.unit, kBodyStrong, width);
  draw_line(head.number, kBody, width);
  draw_line(head.subject, kBody, width);
  draw_line(head.dateline, kBody, width);
}

void draw_block(const Paragraph& paragraph, float width) {
  const bool strong = paragraph.style == ParagraphStyle::title ||
                      paragraph.style == ParagraphStyle::subject ||
                      paragraph.style == ParagraphStyle::section;
  draw_line(paragraph.text, strong ? kBodyStrong : kBody, width);
}

std::string joined(const std::vector<std::string>& cells) {
  std::string out;
  for (const std::string& cell : cells) {
    if (cell.empty()) continue;
    if (!out.empty()) out += " · ";
    for (const char unit : cell) out += unit == '\n' ? ' ' : unit;
  }
  return out;
}

void draw_block(const PaperTable& table, float width) {
  std::vector<std::string> headings;
  for (const PaperColumn& column : table.columns) headings.push_back(column.heading);
  draw_line(joined(headings), kCaptionStrong, width);
  draw_line(table.statement, kBody, width);
  const std::size_t shown = std::min(table.rows.size(), kPreviewRows);
  for (std::size_t i = 0; i < shown; ++i) draw_line(joined(table.rows[i]), kCaption, width);
  if (table.rows.size() > shown) {
    text(tr(Msg::document_more_rows, {std::to_string(table.rows.size() - shown)}), kCaption,
         palette().text3, width);
  }
}

void draw_signer(const SignatureBlock& signer, float width) {
  draw_line(signer.heading, kBodyStrong, width);
  draw_line(signer.title, kBodyStrong, width);
  draw_line(signer.name, kBody, width);
}

void draw_block(const Closing& closing, float width) {
  for (const std::string& recipient : closing.recipients) draw_line(recipient, kCaption, width);
  if (closing.left) draw_signer(*closing.left, width);
  draw_signer(closing.right, width);
}

void draw_preview(const Document& document, float width) {
  const ImVec2 top = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddLine(top, ImVec2(top.x + width, top.y), palette().line);
  begin_group("preview", ui::Role::group, document.name);
  space(6);
  draw_line(document.draft_reason, kBodyStrong, width);
  for (const Block& block : document.blocks) {
    space(6);
    std::visit([&](const auto& each) { draw_block(each, width); }, block);
  }
  if (document.proof) {
    space(6);
    draw_line("SHA-256: " + document.proof->payload_sha256, kCaption, width);
    draw_line(document.proof->preparer_fingerprint, kCaption, width);
    draw_line(document.proof->head_fingerprint, kCaption, width);
  }
  end_group();
}

// --- one document

void draw_missing(App& app, const std::vector<MissingPart>& missing, float width) {
  if (missing.empty()) return;
  space(8);
  text(tr(Msg::document_missing), kBodyMedium, palette().text2, width);
  for (std::size_t i = 0; i < missing.size(); ++i) {
    const std::string label = gap_text(missing[i]);
    ImGui::PushID(static_cast<int>(i));
    space(4);
    if (button("go", label,
               {.icon = Icon::right,
                .width = std::min(width, button_width(label, {.icon = Icon::right})),
                .description = tr(Msg::document_go_to, {label})})) {
      app.go_to(missing[i].place);
    }
    ImGui::PopID();
  }
}

// Which log, which incident, which roster.
void draw_subject(App& app, DocumentKind kind, float width) {
  std::vector<std::string_view> labels;
  const float room = std::min(width, scaled(360));
  if (kind == DocumentKind::log) {
    for (const LogKind log : log_kinds()) labels.push_back(log_kind_label(log));
    const auto chosen = select("log", tr(Msg::document_which_log), labels,
                               static_cast<int>(app.papers.log), {.width = room});
    if (chosen) app.papers.log = log_kinds()[static_cast<std::size_t>(*chosen)];
    space(10);
    return;
  }
  if (kind == DocumentKind::duty_roster) {
    const std::vector<Roster>& rosters = app.workspace.declaration().rosters;
    if (rosters.size() < 2) return;
    std::vector<std::string> names{std::string(tr(Msg::document_next_roster))};
    int current = 0;
    for (const Roster& roster : rosters) {
      if (roster.id == app.papers.roster) current = static_cast<int>(names.size());
      names.push_back(roster_title(roster));
    }
    labels.assign(names.begin(), names.end());
    const auto chosen =
        select("roster", tr(Msg::document_which_roster), labels, current, {.width = room});
    if (chosen)
      app.papers.roster = *chosen == 0 ? 0 : rosters[static_cast<std::size_t>(*chosen - 1)].id;
    space(10);
    return;
  }
  std::vector<LogEntryId> incidents;
  std::vector<std::string> titles{std::string(tr(Msg::document_latest_incident))};
  for (const LogEntry& entry : app.workspace.declaration().log) {
    if (entry.kind != LogKind::incident) continue;
    incidents.push_back(entry.id);
    titles.push_back(log_entry_title(entry));
  }
  if (incidents.size() < 2) return;
  int current = 0;
  for (std::size_t i = 0; i < incidents.size(); ++i) {
    if (incidents[i] == app.papers.incident) current = static_cast<int>(i) + 1;
  }
  labels.assign(titles.begin(), titles.end());
  const auto chosen =
      select("incident", tr(Msg::document_which_incident), labels, current, {.width = room});
  if (chosen)
    app.papers.incident = *chosen == 0 ? 0 : incidents[static_cast<std::size_t>(*chosen - 1)];
  space(10);
}

void draw_document(App& app, DocumentKind kind, const DocumentSource& source, float width) {
  const Wording words = wording(kind);
  const std::string_view name = tr(words.name);
  begin_card(document_kind_key(kind).data(), name, width);
  const float inner = ImGui::CalcItemWidth();
  const std::vector<MissingPart> missing = missing_parts(kind, source);
  const bool possible = std::none_of(missing.begin(), missing.end(), [](const MissingPart& each) {
    return prevents_document(each.gap);
  });
  const DraftCause cause = draft_cause(source);
  heading(2, name, kCardTitle, inner);
  space(4);
  text(tr(words.use), kBody, palette().text2, inner);
  space(10);
  if (kind == DocumentKind::log || kind == DocumentKind::incident_report ||
      kind == DocumentKind::duty_roster)
    draw_subject(app, kind, inner);
  if (!possible) {
    const bool not_needed = missing.front().gap == DocumentGap::nothing_to_remove;
    badge(tr(not_needed ? Msg::document_not_needed_now : Msg::document_not_possible), Tone::neutral,
          Icon::info);
  } else {
    const bool is_signed = cause == DraftCause::none;
    badge(tr(is_signed ? Msg::document_signed : Msg::document_draft),
          is_signed ? Tone::ok : Tone::warn, is_signed ? Icon::check : Icon::warning);
    space(6);
    text(tr(draft_message(cause)), kCaption, palette().text2, inner);
  }
  draw_missing(app, missing, inner);
  space(14);
  if (app.papers.arriving && app.papers.shown == kind) {
    app.papers.arriving = false;
    request_focus(ImGui::GetID("print"));
  }
  const bool shown = app.papers.shown == kind && possible;
  if (button("print", tr(Msg::document_print),
             {.kind = ButtonKind::primary,
              .icon = Icon::print,
              .enabled = possible,
              .description = name})) {
    if (const auto document = make_document(kind, source))
      push_effect("printDocument", {{"document", json_text(*document)}});
  }
  same_line(8);
  if (button("docx", tr(Msg::document_docx),
             {.icon = Icon::download, .enabled = possible, .description = name})) {
    if (const auto document = make_document(kind, source)) {
      push_effect("downloadDocx", {{"document", json_text(*document)},
                                   {"name", file_name(*document, source.declaration.unit)}});
    }
  }
  const std::string_view toggle = tr(shown ? Msg::document_preview_close : Msg::document_preview);
  if (last_rect().Max.x + scaled(8) + button_width(toggle) <=
      ImGui::GetCursorScreenPos().x + inner) {
    same_line(8);
  } else {
    space(8);
  }
  if (button("preview-toggle", toggle,
             {.kind = ButtonKind::quiet, .enabled = possible, .description = name})) {
    app.papers.shown = shown ? std::nullopt : std::optional(kind);
    context().wants_frame = true;
  }
  if (shown) {
    if (const auto document = make_document(kind, source)) {
      space(12);
      draw_preview(*document, inner);
    }
  }
  end_card();
}

}  // namespace

void draw_documents_screen(App& app) {
  const float available = ImGui::GetContentRegionAvail().x;
  heading(1, tr(Msg::documents_title), kPageTitle);
  space(2);
  text(tr(Msg::documents_subtitle), kBody, palette().text2, available);
  space(16);
  const std::vector<const Pack*> packs = app.workspace.followed_packs();
  const DocumentSource source = source_of(app, packs);
  const float gap = scaled(16);
  const bool side = available >= scaled(900);
  const float width = side ? std::floor((available - gap) / 2) : available;
  const ImVec2 top = ImGui::GetCursorScreenPos();
  // Two columns, each as high as what is in it.
  constexpr std::size_t kHalf = (std::size(kDocumentKinds) + 1) / 2;
  float bottom = top.y;
  for (std::size_t i = 0; i < std::size(kDocumentKinds); ++i) {
    const float x = side && i >= kHalf ? top.x + width + gap : top.x;
    const float y = side && i == kHalf ? top.y : ImGui::GetCursorScreenPos().y;
    ImGui::SetCursorScreenPos(ImVec2(x, y));
    draw_document(app, kDocumentKinds[i], source, width);
    bottom = std::max(bottom, ImGui::GetItemRectMax().y);
    space(16);
  }
  ImGui::SetCursorScreenPos(ImVec2(top.x, bottom));
  ImGui::Dummy(ImVec2(available, scaled(20)));
}

}  // namespace sokenh
