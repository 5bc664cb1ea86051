// The side panel: what is wrong with the active channel, by which clause, and its security
// attributes.
#include "wasm/screens/channel_details.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/inventory/channel_state.h"
#include "wasm/app/app.h"
#include "wasm/screens/channel_marks.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/page_roles.h"
#include "wasm/screens/screens.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

// Takes up the suggestion: the text of a cell, or an address made HTTPS inside the cell's text.
void apply_suggestion(App& app, const Channel& channel, const Finding& finding) {
  if (!finding.column) return;
  std::string replaced = finding.suggestion;
  const std::string& written = column_text(channel, *finding.column);
  if (finding.code == FindingCode::address_not_https) {
    replaced = written;
    const std::size_t at = replaced.find("http://");
    if (at == std::string::npos) return;
    replaced.replace(at, 7, "https://");
  }
  if (app.taken(app.workspace.set_cell(channel.id, *finding.column, replaced)))
    app.grid.activate(app, channel.id, *finding.column);
}

bool is_about_page_roles(const Finding& finding) {
  return finding.code == FindingCode::page_administrators_not_two ||
         finding.code == FindingCode::page_administrator_not_real_name ||
         finding.code == FindingCode::page_administrator_not_dedicated ||
         finding.code == FindingCode::page_editor_manages_members;
}

}  // namespace

void draw_finding(App& app, const Finding& finding, float width, int index,
                  const std::function<void(float room)>& remedies) {
  const ToneColors tone = tone_colors(severity_tone(finding.severity));
  const int other = app.row_number(finding.other_row);
  const std::string title = finding_sentence(finding, other);
  const std::string advice = finding_advice_sentence(finding, other);
  const std::string clause = clause_reference(finding, app.workspace.packs());
  const float inset = scaled(12);
  const float left = scaled(38);
  const float room = width - left - inset;

  ImGui::PushID(index);
  const ImVec2 top = ImGui::GetCursorScreenPos();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->ChannelsSplit(2);
  draw->ChannelsSetCurrent(1);
  begin_group("finding", Role::listitem, "");
  ImGui::SetCursorScreenPos(ImVec2(top.x + left, top.y + scaled(10)));
  ImGui::BeginGroup();
  text(title, kBodyStrong, tone.text, room);
  text(advice, kBody, palette().text2, room);
  if (remedies) remedies(room);
  if (!clause.empty()) {
    space(4);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_icon(draw, Icon::file, ImVec2(at.x + scaled(7), at.y + scaled(kCaption.line) / 2),
              palette().text2, 14);
    ImGui::SetCursorScreenPos(ImVec2(at.x + scaled(20), at.y));
    text(clause, kCaption, palette().text2, room - scaled(20));
  }
  ImGui::EndGroup();
  const float bottom = ImGui::GetItemRectMax().y + scaled(10);
  end_group();
  draw->ChannelsSetCurrent(0);
  draw->AddRectFilled(top, ImVec2(top.x + width, bottom), tone.soft, scaled(kCardRadius));
  draw->AddRect(top, ImVec2(top.x + width, bottom), tone.line, scaled(kCardRadius));
  draw_icon(draw, severity_icon(finding.severity), ImVec2(top.x + scaled(20), top.y + scaled(20)),
            tone.text);
  draw->ChannelsMerge();
  ImGui::SetCursorScreenPos(top);
  ImGui::Dummy(ImVec2(width, bottom - top.y));
  ImGui::PopID();
  space(10);
}

void draw_finding(App& app, const Channel& channel, const Finding& finding, float width,
                  int index) {
  draw_finding(app, finding, width, index, [&](float room) {
    if (!finding.suggestion.empty() && finding.column && !app.read_only) {
      space(6);
      const std::string label = tr(Msg::finding_apply, {finding.suggestion});
      if (button("apply", label,
                 {.icon = Icon::check,
                  .width = std::min(button_width(label, {.icon = Icon::check}), room)})) {
        apply_suggestion(app, channel, finding);
      }
    }
    if (const int other = app.row_number(finding.other_row); other > 0) {
      space(6);
      const std::string label = tr(Msg::finding_go_to_row, {std::to_string(other)});
      if (button("other", label)) app.grid.activate(app, finding.other_row, Column::name);
    }
    if (is_about_page_roles(finding)) {
      space(6);
      if (button("roles", tr(Msg::finding_go_to_roles))) app.go_to(channel_place(channel.id));
    }
  });
}

namespace {

void draw_attribute(App& app, const Channel& channel, Attribute attribute, float width) {
  const std::string_view label = attribute_label(attribute);
  const std::string value = attribute_text(channel.security, attribute);
  if (app.arrives_at(channel_place(channel.id, attribute)))
    request_focus(ImGui::GetID(attribute_key(attribute).data()));
  if (!attribute_is_answer(attribute)) {
    const auto typed = text_field(attribute_key(attribute).data(), label, value,
                                  {.width = width, .enabled = !app.read_only});
    if (typed) app.taken(app.workspace.set_attribute(channel.id, attribute, *typed));
    space(10);
    return;
  }
  const Answer answer = parse_answer_key(value).value_or(Answer::unanswered);
  // Where too little is left for the words, the choice stands below them.
  const float beside = scaled(context().touch ? 144 : 124);
  const bool stacked = width - beside - scaled(34) < scaled(100);
  const float choice = stacked ? width - scaled(24) : beside;
  const float room = stacked ? width : width - choice - scaled(10);
  const ImVec2 top = ImGui::GetCursorScreenPos();
  const float label_height = text_height(label, kBody, room - scaled(24));
  const float select_height = context().touch ? field_height() : scaled(30);
  const float line = stacked ? label_height + scaled(8)
                             : std::max(label_height, select_height + scaled(2)) + scaled(6);
  const float height = stacked ? line + select_height + scaled(8) : line;
  const Palette& colors = palette();
  const Icon icon = answer == Answer::yes  ? Icon::check
                    : answer == Answer::no ? Icon::error
                                           : Icon::note;
  const ImU32 ink = answer == Answer::yes  ? colors.ok
                    : answer == Answer::no ? colors.bad
                                           : colors.text3;
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw_icon(draw, icon, ImVec2(top.x + scaled(8), top.y + line / 2), ink);
  draw_text(draw, ImVec2(top.x + scaled(24), top.y + std::round((line - label_height) / 2)),
            colors.text, label, kBody, room - scaled(24));
  ImGui::SetCursorScreenPos(
      ImVec2(top.x + width - choice,
             stacked ? top.y + line : top.y + std::round((line - select_height) / 2)));
  const auto labels = answer_labels();
  const auto chosen =
      select(attribute_key(attribute).data(), label, labels, static_cast<int>(answer),
             {.width = choice, .enabled = !app.read_only, .show_label = false});
  if (chosen)
    app.taken(app.workspace.set_attribute(channel.id, attribute,
                                          answer_key(static_cast<Answer>(*chosen))));
  ImGui::SetCursorScreenPos(ImVec2(top.x, top.y + height));
  ImGui::Dummy(ImVec2(width, scaled(2)));
}

}  // namespace

void draw_state_choices(App& app, const Channel& channel, float width, const FieldOptions& look) {
  const ChannelState states[] = {ChannelState::active, ChannelState::closed, ChannelState::locked,
                                 ChannelState::deleted};
  std::vector<std::string_view> labels = {tr(Msg::state_unset)};
  for (const ChannelState state : states) labels.push_back(state_label(state));
  int now = static_cast<int>(read_state(channel.state).state);
  std::string written = channel.state;
  // What is written but none of the four stays to be seen, and to be gone back to.
  if (now == 0 && !channel.state.empty()) {
    std::replace(written.begin(), written.end(), '\n', ' ');  // one line an option
    labels.emplace_back(written);
    now = static_cast<int>(labels.size()) - 1;
  }
  FieldOptions options = look;
  options.width = width;
  options.enabled = !app.read_only;
  const auto chosen = select("state", tr(Msg::column_state), labels, now, options);
  // The draft may be of this very cell, typed in the grid.
  if (!chosen || !app.grid.commit(app)) return;
  const std::string_view state =
      *chosen == 0 ? std::string_view{} : labels[static_cast<std::size_t>(*chosen)];
  // Of what had no state yet, or is to have none, nothing happened that could be recorded.
  if (channel.state.empty() || state.empty()) {
    app.taken(app.workspace.set_cell(channel.id, Column::state, state));
  } else {
    app.state_dialog.open_change(app, channel.id, state);
  }
}

void draw_security(App& app, const Channel& channel, float width,
                   const std::function<void(Attribute)>& below) {
  // The same fields wherever the channel is shown: what is being typed survives a change of layout.
  ImGui::PushOverrideID(ImHashStr("security", 0, channel.id));
  heading(2, tr(Msg::details_attributes), kBodyStrong);
  space(6);
  const ChannelKind kind = channel_kind(channel);
  for (const Attribute attribute : attributes()) {
    const bool web_only = attribute == Attribute::https_redirects ||
                          attribute == Attribute::trust_certificate ||
                          attribute == Attribute::trust_certificate_date;
    if (web_only && kind != ChannelKind::website && kind != ChannelKind::unknown) continue;
    draw_attribute(app, channel, attribute, width);
    if (below) below(attribute);
  }
  if (kind == ChannelKind::facebook) {
    space(8);
    draw_page_roles(app, channel, width);
  }
  ImGui::PopID();
}

void draw_channel_details(App& app) {
  const ChannelId row = app.grid.active_row();
  const auto& channels = app.workspace.declaration().channels;
  const auto found = std::find_if(channels.begin(), channels.end(),
                                  [&](const Channel& channel) { return channel.id == row; });
  if (found == channels.end()) return;
  // A copy: buttons in this panel change the workspace while it is drawn.
  // NOLINTNEXTLINE(performance-unnecessary-copy-initialization)
  const Channel channel = *found;
  const Palette& colors = palette();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  begin_group("details", Role::complementary, tr(Msg::details_title));
  const float inner = ImGui::GetContentRegionAvail().x;

  const ImVec2 first = ImGui::GetCursorScreenPos();
  draw_icon(draw, channel_icon(channel_kind(channel)),
            ImVec2(first.x + scaled(8), first.y + scaled(10)), colors.text2);
  ImGui::SetCursorScreenPos(ImVec2(first.x + scaled(24), first.y));
  text(tr(Msg::details_position,
          {std::to_string(app.row_number(row)), std::to_string(channels.size())}),
       kBody, colors.text2);
  ImGui::SetCursorScreenPos(ImVec2(first.x + inner - control_height(), first.y - scaled(7)));
  if (button("hide", tr(Msg::details_hide),
             {.kind = ButtonKind::quiet, .icon = Icon::close, .icon_only = true}))
    app.details_open = false;
  ImGui::SetCursorScreenPos(ImVec2(first.x, first.y + scaled(30)));
  heading(2, channel_title(channel), kCardTitle, inner);
  space(14);

  const std::vector<const Finding*> findings = app.findings_of(row);
  const std::vector<Finding> copies = [&] {
    std::vector<Finding> list;
    list.reserve(findings.size());
    for (const Finding* finding : findings) list.push_back(*finding);
    return list;
  }();
  if (copies.empty()) {
    notice(Tone::ok, tr(Msg::details_no_findings), {}, inner);
    space(10);
  } else {
    begin_group("findings", Role::list, tr(Msg::details_findings));
    int index = 0;
    for (const Finding& finding : copies) draw_finding(app, channel, finding, inner, index++);
    end_group();
  }
  space(6);
  draw_state_choices(app, channel, inner);
  space(10);
  draw_state_history(app, channel, inner);
  space(16);
  draw_security(app, channel, inner);
  space(12);
  end_group();
}

}  // namespace sokenh
