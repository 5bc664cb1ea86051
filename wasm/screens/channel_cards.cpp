#include "wasm/screens/channel_cards.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/inventory/channel_state.h"
#include "wasm/app/app.h"
#include "wasm/screens/channel_details.h"
#include "wasm/screens/channel_marks.h"
#include "wasm/screens/labels.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr float kInset = 12;
constexpr float kTextLeft = 42;  // beside the icon
constexpr float kGap = 10;
constexpr float kFindingPadding = 8;
constexpr float kFindingLeft = 36;
constexpr float kChevron = 30;
constexpr int kMostLines = 2;
// Cards just out of view are in the tree too, so that Tab and screen readers go on to them.
constexpr float kMargin = 200;

const Finding* card_finding(App& app, const Channel& channel) {
  const Finding* worst = worst_finding(app.findings_of(channel.id), Column::ordinal);
  return worst != nullptr && worst->severity != Severity::advice ? worst : nullptr;
}

int lines_of(std::string_view label, const TextStyle& style, float width) {
  return static_cast<int>(wrap_lines(label, style, width).size());
}

// The first lines, the last of them cut where more would follow.
void draw_first_lines(ImDrawList* draw, ImVec2 at, ImU32 color, std::string_view label,
                      const TextStyle& style, float width, int most) {
  const auto lines = wrap_lines(label, style, width);
  for (int i = 0; i < std::min(most, static_cast<int>(lines.size())); ++i) {
    const std::string_view line = lines[static_cast<std::size_t>(i)];
    const bool more = i + 1 == most && static_cast<int>(lines.size()) > most;
    const auto from = static_cast<std::size_t>(line.data() - label.data());
    draw_text_elided(draw, ImVec2(at.x, at.y + static_cast<float>(i) * scaled(style.line)), color,
                     more ? label.substr(from) : line, style, width);
  }
}

std::string on_one_line(std::string_view lines) {
  std::string line;
  for (const char unit : lines) {
    if (unit != '\n') {
      line += unit;
    } else {
      line += line.ends_with(',') || line.ends_with(';') ? " " : ", ";
    }
  }
  return line;
}

// What stands below the name: the ID, or what else the name's cell says (its address).
std::string second_line(const Channel& channel) {
  std::string line = channel.identifier;
  if (line.empty()) {
    const std::size_t rest = channel.name.find('\n');
    if (rest != std::string::npos) line = channel.name.substr(rest + 1);
  }
  return on_one_line(line);
}

std::string people(const Channel& channel) {
  std::string line = channel.administrators;
  if (!line.empty() && !channel.contact.empty()) line += " · ";
  line += channel.contact;
  return on_one_line(line);
}

std::string card_name(const Channel& channel) {
  std::string name = channel_title(channel);
  for (const std::string& part : {second_line(channel), people(channel), channel.state}) {
    if (!part.empty()) name += ", " + part;
  }
  return name;
}

}  // namespace

void ChannelCards::set_shown(App& app, bool shown) {
  if (shown == shown_) return;
  shown_ = shown;
  drawn_open_ = 0;
  const bool in_field = std::any_of(fields_.begin(), fields_.end(), [](const auto& field) {
    return field.first == context().focused;
  });
  if (shown) {
    app.grid.settle(app);
    // What is in hand in the grid goes on in its fields.
    if (app.grid.editing() || app.grid.owns(context().focused)) {
      open_ = true;
      app.grid.attend();
    }
  } else {
    settle(app);
    if (open_) {
      app.details_open = true;
      app.grid.attend(in_field);
    }
  }
  context().wants_frame = true;
}

// Takes in what was typed since the last frame, before the grid is drawn in the fields' place.
void ChannelCards::settle(App& app) {
  for (const auto& [id, column] : fields_) {
    auto typed = take_text(id, TextEvent::Kind::input);
    auto left = take_text(id, TextEvent::Kind::commit);
    const bool finished = left.has_value();
    if (finished) typed = std::move(left);
    if (!typed) continue;
    app.grid.type(app, fields_row_, column, std::move(*typed));
    if (finished) app.grid.commit(app);
  }
  fields_.clear();
}

void ChannelCards::open(App& app, ChannelId row) {
  if (!app.grid.commit(app)) return;
  app.forget_information();
  app.grid.choose(row, Column::name);
  app.grid.take_attention();
  open_ = true;
  focus_back_ = true;
  context().wants_frame = true;
}

bool ChannelCards::in_view(const App& app) const {
  return shown_ && open_ && app.screen == Screen::channels;
}

bool ChannelCards::close(App& app) {
  if (!in_view(app)) return false;
  if (!app.grid.commit(app)) return true;
  open_ = false;
  focus_card_ = app.grid.active_row();
  context().wants_frame = true;
  return true;
}

void ChannelCards::step(App& app, int direction) {
  const auto& channels = app.workspace.declaration().channels;
  const auto rows = app.grid.matching_rows(app, app.grid.active_row());
  const auto here = std::find_if(rows.begin(), rows.end(), [&](std::size_t i) {
    return channels[i].id == app.grid.active_row();
  });
  if (here == rows.end()) return;
  const auto next = here - rows.begin() + direction;
  if (next < 0 || next >= static_cast<std::ptrdiff_t>(rows.size())) return;
  if (app.grid.commit(app))
    app.grid.choose(channels[rows[static_cast<std::size_t>(next)]].id, app.grid.active_column());
}

bool ChannelCards::handle_key(App& app, const KeyPress& key) {
  if (!shown_ || open_ || key.id == 0) return false;
  const auto card = std::find_if(drawn_.begin(), drawn_.end(),
                                 [&](const auto& one) { return one.first == key.id; });
  if (card == drawn_.end()) return false;
  if (asks_for_menu(key)) {
    app.channel_menu.open(card->second);
    return true;
  }
  if (key.control || key.alt || key.shift) return false;
  const auto& channels = app.workspace.declaration().channels;
  const auto here = std::find_if(places_.begin(), places_.end(), [&](const Place& place) {
    return place.index < channels.size() && channels[place.index].id == card->second;
  });
  if (here == places_.end()) return false;
  constexpr long kPage = 5;
  constexpr long kAll = 1L << 30;
  const long steps = key.key == "ArrowDown"  ? 1
                     : key.key == "ArrowUp"  ? -1
                     : key.key == "PageDown" ? kPage
                     : key.key == "PageUp"   ? -kPage
                     : key.key == "End"      ? kAll
                     : key.key == "Home"     ? -kAll
                                             : 0;
  if (steps == 0) return false;
  const long last = static_cast<long>(places_.size()) - 1;
  const long target = std::clamp(static_cast<long>(here - places_.begin()) + steps, 0L, last);
  focus_card_ = channels[places_[static_cast<std::size_t>(target)].index].id;
  context().wants_frame = true;
  return true;
}

void ChannelCards::measure(App& app, float width) {
  Measured now{app.workspace.revision(), app.today(),        width,
               context().text_scale,     context().language, app.grid.search,
               app.grid.only_findings};
  if (now == measured_) return;
  const bool filtered =
      measured_.search != now.search || measured_.only_findings != now.only_findings;
  measured_ = std::move(now);
  places_.clear();
  const auto& channels = app.workspace.declaration().channels;
  const float text_room = width - scaled(kTextLeft) - scaled(kInset);
  const float finding_room = width - 2 * scaled(kInset) - scaled(kFindingLeft) - scaled(kChevron);
  float top = 0;
  for (const std::size_t index : app.grid.matching_rows(app, 0)) {
    const Channel& channel = channels[index];
    Place place;
    place.index = index;
    place.top = top;
    place.name_lines =
        std::min(lines_of(channel_title(channel), kCardTitle, text_room), kMostLines);
    place.height = 2 * scaled(kInset) +
                   static_cast<float>(place.name_lines) * scaled(kCardTitle.line) +
                   scaled(kBody.line + 2);
    if (!second_line(channel).empty()) place.height += scaled(kBody.line);
    if (const Finding* finding = card_finding(app, channel)) {
      const std::string sentence = finding_sentence(*finding, app.row_number(finding->other_row));
      place.finding_lines = std::min(lines_of(sentence, kCaptionStrong, finding_room), kMostLines);
      place.height += scaled(8) + 2 * scaled(kFindingPadding) + scaled(kCaption.line) +
                      static_cast<float>(place.finding_lines) * scaled(kCaptionStrong.line);
    }
    top += place.height + scaled(kGap);
    places_.push_back(place);
  }
  if (filtered) announce_shown(app, places_.size());
}

void ChannelCards::draw_list(App& app, float width) {
  measure(app, width);
  drawn_open_ = 0;
  const auto& channels = app.workspace.declaration().channels;
  if (!open_ && app.grid.take_attention()) focus_card_ = app.grid.active_row();
  const auto focused = std::find_if(drawn_.begin(), drawn_.end(), [](const auto& card) {
    return card.first == context().focused;
  });
  const ChannelId focused_row = focused == drawn_.end() ? 0 : focused->second;
  drawn_.clear();
  if (places_.empty()) {
    text(tr(Msg::channels_none_match), kBody, palette().text2, width);
    return;
  }
  begin_group("cards", Role::list, tr(Msg::channels_title));
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const ImRect view = ImGui::GetCurrentWindow()->InnerRect;
  const auto row_at = [&](std::size_t i) {
    return i < places_.size() ? channels[places_[i].index].id : 0;
  };
  for (std::size_t i = 0; i < places_.size(); ++i) {
    const Place& place = places_[i];
    const ChannelId row = row_at(i);
    const float top = origin.y + place.top;
    const bool near =
        top + place.height > view.Min.y - scaled(kMargin) && top < view.Max.y + scaled(kMargin);
    // The card that has the focus stays in the tree wherever the list is scrolled to, and so do
    // those that Tab goes to from it.
    const bool in_hand = focused_row != 0 && (row == focused_row || row_at(i + 1) == focused_row ||
                                              (i > 0 && row_at(i - 1) == focused_row));
    if (near || in_hand || row == focus_card_) draw_card(app, place, ImVec2(origin.x, top), width);
  }
  focus_card_ = 0;
  end_group();
  const Place& last = places_.back();
  ImGui::SetCursorScreenPos(origin);
  ImGui::Dummy(ImVec2(width, last.top + last.height + scaled(20)));
}

void ChannelCards::draw_card(App& app, const Place& place, ImVec2 at, float width) {
  const Palette& colors = palette();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const Channel& channel = app.workspace.declaration().channels[place.index];
  const ImRect rect(at, ImVec2(at.x + width, at.y + place.height));
  ImGui::PushID(static_cast<int>(channel.id));
  const NodeId id = ImGui::GetID("card");
  if (channel.id == focus_card_) {
    ImGui::ScrollToRect(ImGui::GetCurrentWindow(), rect, ImGuiScrollFlags_KeepVisibleEdgeY);
    request_focus(id);
  }
  ImGui::ItemAdd(rect, id);
  bool hovered = false;
  bool held = false;
  ImGui::ButtonBehavior(rect, id, &hovered, &held);
  draw->AddRectFilled(rect.Min, rect.Max, hovered ? colors.hover : colors.surface,
                      scaled(kCardRadius));
  const bool chosen = channel.id == app.grid.active_row();
  draw->AddRect(rect.Min, rect.Max, chosen ? colors.accent_line : colors.line, scaled(kCardRadius));

  float y = rect.Min.y + scaled(kInset);
  const float text_x = rect.Min.x + scaled(kTextLeft);
  const float room = rect.Max.x - scaled(kInset) - text_x;
  draw_icon(draw, channel_icon(channel_kind(channel)),
            ImVec2(rect.Min.x + scaled(kInset + 10), y + scaled(kCardTitle.line) / 2), colors.text2,
            20);
  draw_first_lines(draw, ImVec2(text_x, y), channel.name.empty() ? colors.text2 : colors.text,
                   channel_title(channel), kCardTitle, room, kMostLines);
  y += static_cast<float>(place.name_lines) * scaled(kCardTitle.line);
  if (const std::string second = second_line(channel); !second.empty()) {
    draw_text_elided(draw, ImVec2(text_x, y), colors.text2, second, kBody, room);
    y += scaled(kBody.line);
  }
  y += scaled(2);
  const ChannelState state = read_state(channel.state).state;
  const std::string_view state_text = channel.state.empty() ? tr(Msg::state_unset)
                                      : state == ChannelState::unknown
                                          ? std::string_view(channel.state)
                                          : state_label(state);
  const float state_width = std::min(text_width(state_text, kCaptionStrong), room / 2);
  const float state_x = rect.Max.x - scaled(kInset) - state_width;
  const float mark = state == ChannelState::unknown ? 0 : scaled(16);
  draw_state_mark(draw, state, ImVec2(state_x - scaled(9), y + scaled(kCaption.line) / 2));
  draw_text_elided(draw, ImVec2(state_x, y), state_color(state), state_text, kCaptionStrong,
                   state_width + 1);
  draw_text_elided(draw, ImVec2(text_x, y), colors.text2, people(channel), kCaption,
                   state_x - mark - scaled(8) - text_x);
  y += scaled(kBody.line);

  const Finding* finding = place.finding_lines > 0 ? card_finding(app, channel) : nullptr;
  std::string problem;
  if (finding != nullptr) {
    const ToneColors tone = tone_colors(severity_tone(finding->severity));
    const ImRect block(ImVec2(rect.Min.x + scaled(kInset), y + scaled(8)),
                       ImVec2(rect.Max.x - scaled(kInset), rect.Max.y - scaled(kInset)));
    draw->AddRectFilled(block.Min, block.Max, tone.soft, scaled(kRadius));
    draw->AddRect(block.Min, block.Max, tone.line, scaled(kRadius));
    draw_icon(draw, severity_icon(finding->severity),
              ImVec2(block.Min.x + scaled(18), block.GetCenter().y), tone.text);
    draw_icon(draw, Icon::right, ImVec2(block.Max.x - scaled(15), block.GetCenter().y), tone.text,
              14);
    const std::string sentence = finding_sentence(*finding, app.row_number(finding->other_row));
    const float finding_x = block.Min.x + scaled(kFindingLeft);
    const float finding_room = block.Max.x - scaled(kChevron) - finding_x;
    const float block_y = block.Min.y + scaled(kFindingPadding);
    draw_first_lines(draw, ImVec2(finding_x, block_y), tone.text, sentence, kCaptionStrong,
                     finding_room, kMostLines);
    const std::size_t count = app.findings_of(channel.id).size();
    std::string below = clause_reference(*finding, app.workspace.packs());
    if (count > 1) below = tr(Msg::card_more_findings, {std::to_string(count - 1)});
    draw_text_elided(draw,
                     ImVec2(finding_x, block_y + static_cast<float>(place.finding_lines) *
                                                     scaled(kCaptionStrong.line)),
                     colors.text2, below, kCaption, finding_room);
    problem = sentence + " " + below;
  }

  // The item says where in the whole list this is; the button in it does something.
  begin_group("item", Role::listitem, "");
  Node& item = context().semantics.last();
  item.position = static_cast<int>(&place - places_.data()) + 1;
  item.set_size = static_cast<int>(places_.size());
  focus_ring(draw, id, rect, scaled(kCardRadius));
  Node& node = add_node(id, Role::button, card_name(channel), rect);
  node.description = problem;
  end_group();
  drawn_.emplace_back(id, channel.id);
  const ChannelId row = channel.id;
  ImGui::PopID();
  if (take_menu_request(id)) app.channel_menu.open(row);
  if (take_activation(id)) open(app, row);
}

// --- the channel that is open

void ChannelCards::draw_bar(App& app, const Channel& channel) {
  const auto& channels = app.workspace.declaration().channels;
  const float left = ImGui::GetCursorScreenPos().x;
  const float width = ImGui::GetContentRegionAvail().x;
  const float icons = 4 * control_height() + 3 * scaled(2);
  const ButtonOptions back{.kind = ButtonKind::quiet, .icon = Icon::left};
  const bool narrow = button_width(tr(Msg::card_back), back) + icons > width;
  const ImVec2 top = ImGui::GetCursorScreenPos();
  if (focus_back_) {
    request_focus(ImGui::GetID("back"));
    focus_back_ = false;
  }
  const bool leave = button("back", tr(Msg::card_back),
                            {.kind = ButtonKind::quiet, .icon = Icon::left, .icon_only = narrow});
  ImGui::SetCursorScreenPos(ImVec2(left + width - icons, top.y));
  const auto rows = app.grid.matching_rows(app, channel.id);
  const bool first = rows.empty() || channels[rows.front()].id == channel.id;
  const bool last = rows.empty() || channels[rows.back()].id == channel.id;
  const auto tool = [&](const char* key, Msg label, Icon icon, bool enabled,
                        std::string_view description = {}) {
    const bool used = button(key, tr(label),
                             {.kind = ButtonKind::quiet,
                              .icon = icon,
                              .enabled = enabled,
                              .icon_only = true,
                              .description = description});
    same_line(2);
    return used;
  };
  const bool can_undo = !app.read_only && app.workspace.can_undo();
  const bool can_redo = !app.read_only && app.workspace.can_redo();
  if (tool("undo", Msg::undo, Icon::undo, can_undo,
           can_undo ? command_label(app.workspace.undo_kind()) : ""))
    app.undo();
  if (tool("redo", Msg::redo, Icon::redo, can_redo,
           can_redo ? command_label(app.workspace.redo_kind()) : ""))
    app.redo();
  if (tool("previous", Msg::card_previous, Icon::up, !first)) step(app, -1);
  if (tool("next", Msg::card_next, Icon::down, !last)) step(app, 1);
  ImGui::SetCursorScreenPos(ImVec2(left, top.y + control_height()));
  if (leave) close(app);
}

void ChannelCards::draw_findings(App& app, const Channel& channel, const char* key, float width,
                                 std::optional<Column> column, std::optional<Attribute> attribute) {
  std::vector<Finding> findings;  // copies: a remedy changes the workspace while they are drawn
  for (const Finding* finding : app.findings_of(channel.id)) {
    if (finding->column == column && finding->attribute == attribute) findings.push_back(*finding);
  }
  if (findings.empty()) return;
  space(8);
  begin_group(key, Role::list, tr(Msg::details_findings));
  int index = 0;
  for (const Finding& finding : findings) draw_finding(app, channel, finding, width, index++);
  end_group();
}

void ChannelCards::draw_column(App& app, const Channel& channel, Column column, float width) {
  const Finding* finding = worst_finding(app.findings_of(channel.id), column);
  const std::string said =
      finding != nullptr ? finding_sentence(*finding, app.row_number(finding->other_row)) : "";
  const bool error = finding != nullptr && finding->severity == Severity::error;
  FieldOptions look{.width = width,
                    .help = error ? std::string_view{} : std::string_view(said),
                    .problem = error ? std::string_view(said) : std::string_view{},
                    .required = column != Column::identifier,
                    .enabled = !app.read_only,
                    .show_problem = false};
  const char* key = column_key(column).data();
  const NodeId id = ImGui::GetID(column == Column::state ? "state" : key);
  if (column == Column::state) {
    draw_state_choices(app, channel, width, look);
  } else {
    const std::string& written = column_text(channel, column);
    const std::string* typed = app.grid.draft(channel.id, column);
    const std::string shown = typed != nullptr ? *typed : written;
    look.input_mode = column == Column::created ? "text" : "";
    look.multiline = column != Column::created || written.find('\n') != std::string::npos;
    look.lines = look.multiline ? field_lines(shown, width) : 1;
    fields_.emplace_back(id, column);
    if (const auto draft = draft_field(key, column_label(column), shown, look)) {
      if (draft->text != written || typed != nullptr) {
        app.grid.type(app, channel.id, column, draft->text);
        if (draft->finished) app.grid.commit(app);
        context().wants_frame = true;
      }
    }
  }
  if (context().focused == id) app.grid.choose(channel.id, column);
  draw_findings(app, channel, "findings", width, column, std::nullopt);
  if (column == Column::state) {
    space(6);
    draw_state_history(app, channel, width);
  }
  space(14);
}

void ChannelCards::draw_open(App& app) {
  const auto& channels = app.workspace.declaration().channels;
  const auto found = std::find_if(channels.begin(), channels.end(), [&](const Channel& one) {
    return one.id == app.grid.active_row();
  });
  if (found == channels.end()) {
    open_ = false;
    context().wants_frame = true;
    return;
  }
  // A copy: what is drawn here changes the workspace.
  const Channel channel = *found;  // NOLINT(performance-unnecessary-copy-initialization)
  if (drawn_open_ != channel.id) {
    drawn_open_ = channel.id;
    to_top_ = true;
    context().wants_frame = true;
  }
  draw_bar(app, channel);
  space(8);

  const ImGuiStyle& style = ImGui::GetStyle();
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const ImVec2 bleed = style.WindowPadding;
  ImGui::SetCursorScreenPos(
      ImVec2(ImGui::GetCursorScreenPos().x - bleed.x, ImGui::GetCursorScreenPos().y));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(bleed.x, scaled(4)));
  ImGui::BeginChild("channel", ImVec2(room.x + 2 * bleed.x, room.y + bleed.y),
                    ImGuiChildFlags_AlwaysUseWindowPadding);
  context().scroll_panel = ImGui::GetCurrentWindow()->ID;
  ImGui::PopStyleVar();
  if (to_top_) {
    ImGui::SetScrollY(0);
    to_top_ = false;
  }
  ImGui::PushID(static_cast<int>(channel.id));
  const float width = ImGui::GetContentRegionAvail().x;
  const ImVec2 top = ImGui::GetCursorScreenPos();
  draw_icon(ImGui::GetWindowDrawList(), channel_icon(channel_kind(channel)),
            ImVec2(top.x + scaled(10), top.y + scaled(kPageTitle.line) / 2), palette().text2, 20);
  ImGui::SetCursorScreenPos(ImVec2(top.x + scaled(30), top.y));
  heading(1, channel_title(channel), kPageTitle, width - scaled(30));
  ImGui::SetCursorScreenPos(ImVec2(top.x, ImGui::GetCursorScreenPos().y + scaled(4)));
  text(tr(Msg::card_ordinal,
          {std::to_string(app.row_number(channel.id)), std::to_string(channels.size())}),
       kBody, palette().text2);
  space(10);
  if (app.findings_of(channel.id).empty()) {
    notice(Tone::ok, tr(Msg::details_no_findings), {}, width);
    space(10);
  }
  fields_row_ = channel.id;
  fields_.clear();
  draw_findings(app, channel, "general", width, std::nullopt, std::nullopt);
  draw_findings(app, channel, "ordinal", width, Column::ordinal, std::nullopt);
  for (int i = 1; i < kColumnCount; ++i) {
    ImGui::PushID(i);
    const auto column = static_cast<Column>(i);
    draw_column(app, channel, column, width);
    // What had the attention in the other layout, or by a remedy, an undo, a jump.
    if (column == app.grid.active_column() && app.grid.take_attention())
      request_focus(ImGui::GetID(column == Column::state ? "state" : column_key(column).data()));
    ImGui::PopID();
  }
  space(8);
  draw_security(app, channel, width, [&](Attribute attribute) {
    ImGui::PushID(static_cast<int>(attribute));
    draw_findings(app, channel, "attribute", width, std::nullopt, attribute);
    ImGui::PopID();
  });
  space(20);
  const bool duplicate = button("duplicate", tr(Msg::channel_duplicate_one),
                                {.icon = Icon::copy, .enabled = !app.read_only, .width = width});
  space(10);
  const bool remove = button(
      "delete", tr(Msg::channel_delete_one),
      {.kind = ButtonKind::danger, .icon = Icon::trash, .enabled = !app.read_only, .width = width});
  space(20);
  ImGui::PopID();
  ImGui::EndChild();
  if (duplicate) duplicate_channel(app, channel.id);
  if (remove) {
    delete_channel(app, channel.id);
    open_ = false;
  }
}

}  // namespace sokenh
