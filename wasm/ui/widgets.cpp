#include "wasm/ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace sokenh::ui {
namespace {

struct Card {
  ImVec2 position;
  float width;
};
std::vector<Card> open_cards;

std::vector<NodeId> open_dialogs;

constexpr float kCardInset = 20;

ImRect take_place(ImVec2 size, ImGuiID id) {
  const ImVec2 position = ImGui::GetCursorScreenPos();
  const ImRect rect(position, ImVec2(position.x + size.x, position.y + size.y));
  ImGui::ItemSize(rect);
  ImGui::ItemAdd(rect, id);
  return rect;
}

float available_width() { return ImGui::GetContentRegionAvail().x; }

void draw_centered_text(ImDrawList* draw, const ImRect& rect, float x, ImU32 color,
                        std::string_view label, const TextStyle& style) {
  draw_text(draw, ImVec2(x, std::round(rect.GetCenter().y - scaled(style.line) / 2)), color, label,
            style);
}

struct ButtonColors {
  ImU32 fill, line, label;
};

ButtonColors button_colors(ButtonKind kind, bool enabled, bool hovered, bool held, bool chosen) {
  const Palette& colors = palette();
  if (chosen) return {colors.accent_soft, colors.accent_line, colors.accent_text};
  if (!enabled && kind == ButtonKind::quiet)
    return {IM_COL32_BLACK_TRANS, IM_COL32_BLACK_TRANS, colors.disabled_text};
  if (!enabled) return {colors.disabled_background, colors.line, colors.disabled_text};
  switch (kind) {
    case ButtonKind::primary: {
      const ImU32 fill = held      ? colors.accent_active
                         : hovered ? colors.accent_hover
                                   : colors.accent;
      return {fill, fill, colors.on_accent};
    }
    case ButtonKind::secondary:
      return {held      ? colors.sunken
              : hovered ? colors.hover
                        : colors.surface,
              colors.line_button, colors.text};
    case ButtonKind::quiet:
      return {held      ? colors.sunken
              : hovered ? colors.hover
                        : IM_COL32_BLACK_TRANS,
              IM_COL32_BLACK_TRANS, colors.text2};
    case ButtonKind::danger:
      return {held || hovered ? colors.bad_soft : colors.surface, colors.bad_line, colors.bad};
  }
  return {};
}

void draw_check(const ImRect& square, bool checked, bool hovered) {
  const Palette& colors = palette();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddRectFilled(square.Min, square.Max,
                      checked   ? colors.accent
                      : hovered ? colors.hover
                                : colors.surface,
                      4);
  draw->AddRect(square.Min, square.Max, checked ? colors.accent : colors.line_input, 4);
  if (checked) draw_icon(draw, Icon::check, square.GetCenter(), colors.on_accent, 14);
}

float check_size() { return scaled(context().touch ? 22 : 18); }

NodeId part_of(const char* part, NodeId id) { return ImHashStr(part, 0, id); }

// Help or a problem, small, below a field; the field's node refers to it.
NodeId draw_below(NodeId field, std::string_view below, ImU32 color, float width) {
  if (below.empty()) return 0;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float used = draw_text(ImGui::GetWindowDrawList(), ImVec2(at.x, at.y + scaled(4)), color,
                               below, kCaption, width);
  ImGui::Dummy(ImVec2(width, used + scaled(4)));
  const NodeId id = part_of("below", field);
  add_node(id, Role::text, below,
           ImRect(ImVec2(at.x, at.y + scaled(4)), ImVec2(at.x + width, at.y + scaled(4) + used)));
  return id;
}

// What text_field and live_field have in common: place, frame, node. The browser draws the text
// while the field has focus, ImGui draws it otherwise.
struct FieldFrame {
  NodeId id;
  ImRect rect;
};

// Room for text in a field: the browser wraps at the same width (web/semantics.js).
constexpr float kFieldInset = 10;
constexpr float kFieldPaddingRight = 6;

TextStyle style_of(const SecretOptions* secret) {
  return secret != nullptr && secret->large ? kSecret : field_style();
}

FieldFrame draw_field(const char* key, std::string_view label, std::string_view shown,
                      const FieldOptions& options, const SecretOptions* secret = nullptr) {
  const Palette& colors = palette();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const NodeId id = ImGui::GetID(key);
  const float width = options.width > 0 ? options.width : available_width();
  ImGui::BeginGroup();
  if (options.show_label) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float drawn = text_width(label, kCaptionStrong);
    draw_text(draw, at, colors.text2, label, kCaptionStrong);
    if (options.required)
      draw_text(draw, ImVec2(at.x + drawn + scaled(4), at.y), colors.bad, "*", kCaptionStrong);
    ImGui::Dummy(ImVec2(width, scaled(kCaption.line) + scaled(4)));
  }
  const float inset = scaled(options.search ? 34 : kFieldInset);
  const TextStyle style = style_of(secret);
  const float one_line = secret != nullptr && secret->large
                             ? std::max(field_height(), scaled(kTouchHeight))
                             : field_height();
  const auto text_lines = static_cast<float>(options.lines);
  const float height = one_line + (text_lines - 1) * scaled(style.line);
  const ImRect rect = take_place(ImVec2(width, height), id);
  const bool focused = context().focused == id;
  const bool invalid = !options.problem.empty();
  draw->AddRectFilled(rect.Min, rect.Max,
                      options.enabled ? colors.surface : colors.disabled_background,
                      scaled(kRadius));
  const ImU32 line = focused ? colors.accent_text : invalid ? colors.bad : colors.line_input;
  draw->AddRect(rect.Min, rect.Max, line, scaled(kRadius), 0, focused || invalid ? 2.0F : 1.0F);
  if (options.search) {
    draw_icon(draw, Icon::search, ImVec2(rect.Min.x + scaled(18), rect.GetCenter().y),
              colors.text3);
  }
  const float text_top = rect.Min.y + std::round((one_line - scaled(style.line)) / 2);
  if (!focused) {
    const ImVec2 at(rect.Min.x + inset, text_top);
    const float room = width - inset - kFieldPaddingRight;
    const ImU32 ink = options.enabled ? colors.text : colors.disabled_text;
    if (shown.empty()) {
      draw_text_elided(draw, at, colors.text3, options.placeholder, style, room);
    } else if (options.lines > 1) {
      draw->PushClipRect(rect.Min, rect.Max, true);
      draw_text(draw, at, ink, shown, style, room);
      draw->PopClipRect();
    } else {
      draw_text_elided(draw, at, ink, shown, style, room);
    }
  }
  Node& node = add_node(id, options.search ? Role::searchbox : Role::textbox, label, rect);
  if (secret == nullptr) node.value = shown;
  node.hint = options.placeholder;
  node.options = options.input_mode;
  node.font_size = scaled(style.size);
  node.inset_left = inset;
  node.inset_top = text_top - rect.Min.y;
  node.read_only = !options.enabled;
  node.multiline = options.lines > 1 || options.multiline;
  node.secret = secret != nullptr;
  node.revealed = secret != nullptr && secret->shown;
  node.secret_revision = secret != nullptr ? secret->revision : 0;
  node.invalid = invalid;
  node.required = options.required;
  const bool capitals = secret != nullptr && focused && options.enabled && context().caps_lock;
  const std::string_view below = invalid    ? options.problem
                                 : capitals ? tr(Msg::secret_caps_lock)
                                            : options.help;
  if (!below.empty() && options.show_problem) {
    node.described_by = part_of("below", id);
    draw_below(id, below,
               invalid    ? colors.bad
               : capitals ? colors.warn
                          : colors.text3,
               std::max(width, options.below_width));
  } else {
    node.description = below;
  }
  ImGui::EndGroup();
  return {id, rect};
}

}  // namespace

ToneColors tone_colors(Tone tone) {
  const Palette& colors = palette();
  switch (tone) {
    case Tone::neutral:
      return {colors.text2, colors.sunken, colors.line};
    case Tone::accent:
      return {colors.accent_text, colors.accent_soft, colors.accent_line};
    case Tone::ok:
      return {colors.ok, colors.ok_soft, colors.ok_line};
    case Tone::warn:
      return {colors.warn, colors.warn_soft, colors.warn_line};
    case Tone::bad:
      return {colors.bad, colors.bad_soft, colors.bad_line};
  }
  return {};
}

Rect to_rect(const ImRect& rect) {
  return {rect.Min.x, rect.Min.y, rect.GetWidth(), rect.GetHeight()};
}

Rect visible_part(const ImRect& rect) {
  ImRect part = rect;
  const ImRect clip = ImGui::GetCurrentWindow()->ClipRect;
  part.ClipWithFull(clip);
  return to_rect(part);
}

Node& add_node(NodeId id, Role role, std::string_view name, const ImRect& rect) {
  Context& shared = context();
  if (shared.focused == id && shared.focus_moved) {
    ImGui::ScrollToRect(ImGui::GetCurrentWindow(), rect,
                        ImGuiScrollFlags_KeepVisibleEdgeX | ImGuiScrollFlags_KeepVisibleEdgeY);
    shared.focus_moved = false;
    shared.wants_frame = true;
  }
  Node node;
  node.id = id;
  node.role = role;
  node.name = name;
  node.rect = to_rect(rect);
  node.clip = visible_part(rect);
  return shared.semantics.add(std::move(node));
}

void focus_ring(ImDrawList* draw, NodeId id, const ImRect& rect, float radius) {
  if (context().focused != id || !context().focus_visible) return;
  const ImVec2 outside(3, 3);
  const ImVec2 from(rect.Min.x - outside.x, rect.Min.y - outside.y);
  const ImVec2 to(rect.Max.x + outside.x, rect.Max.y + outside.y);
  // The ring stands outside its widget, so it must not be cut at the edge of a scrolled panel's
  // content.
  draw->PushClipRect(from, to, false);
  draw->AddRect(from, to, palette().accent_text, radius + 2, 0, 2);
  draw->PopClipRect();
}

NodeId begin_group(const char* key, Role role, std::string_view name) {
  const NodeId id = ImGui::GetID(key);
  Node node;
  node.id = id;
  node.role = role;
  node.name = name;
  context().semantics.add(std::move(node));
  context().semantics.open(id);
  ImGui::PushID(key);
  return id;
}

void end_group() {
  ImGui::PopID();
  context().semantics.close();
}

void begin_card(const char* key, std::string_view name, float width, Role role) {
  begin_group(key, role, name);
  const ImVec2 position = ImGui::GetCursorScreenPos();
  open_cards.push_back({position, width});
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->ChannelsSplit(2);
  draw->ChannelsSetCurrent(1);
  ImGui::SetCursorScreenPos(
      ImVec2(position.x + scaled(kCardInset), position.y + scaled(kCardInset)));
  ImGui::BeginGroup();
  ImGui::PushItemWidth(width - 2 * scaled(kCardInset));
}

void end_card() {
  ImGui::PopItemWidth();
  ImGui::EndGroup();
  const Card card = open_cards.back();
  open_cards.pop_back();
  const float bottom = ImGui::GetItemRectMax().y + scaled(kCardInset);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->ChannelsSetCurrent(0);
  const ImVec2 end(card.position.x + card.width, bottom);
  draw->AddRectFilled(card.position, end, palette().surface, scaled(kCardRadius));
  draw->AddRect(card.position, end, palette().line, scaled(kCardRadius));
  draw->ChannelsMerge();
  ImGui::SetCursorScreenPos(card.position);
  ImGui::Dummy(ImVec2(card.width, bottom - card.position.y));
  end_group();
}

void property(std::string_view label, std::string_view value, float indent, float width) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const NodeId id = ImGui::GetID(label.data(), label.data() + label.size());
  const auto draw_part = [&](Role role, std::string_view words, float x, float room, ImU32 color) {
    const float height = text_height(words, kBody, room);
    const ImRect rect(ImVec2(at.x + x, at.y), ImVec2(at.x + x + room, at.y + height));
    draw_text(ImGui::GetWindowDrawList(), rect.Min, color, words, kBody, room);
    add_node(part_of(role == Role::term ? "term" : "definition", id), role, words, rect);
    return height;
  };
  const float left = draw_part(Role::term, label, 0, indent - scaled(12), palette().text3);
  const float right = draw_part(Role::definition, value, indent,
                                std::max(width - indent, scaled(80)), palette().text);
  ImGui::Dummy(ImVec2(width, std::max(left, right)));
}

bool begin_dialog(const char* key, std::string_view title, float width) {
  const ImVec2 screen = ImGui::GetMainViewport()->Size;
  const float outer = std::min(scaled(width), screen.x - scaled(24));
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(screen);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, palette().scrim);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::Begin("##scrim", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());

  const NodeId id = ImGui::GetID(key);
  Node node;
  node.id = id;
  node.role = Role::dialog;
  node.name = title;
  node.modal = true;
  context().semantics.add(std::move(node));
  context().semantics.open(id);
  ImGui::PushID(key);

  // The height is last frame's; the first frame of a dialog draws again.
  float* height = ImGui::GetStateStorage()->GetFloatRef(id, 0);
  const float inner = std::min(*height, screen.y - scaled(24));
  const ImVec2 position(std::round((screen.x - outer) / 2),
                        std::round(std::max(scaled(12), (screen.y - inner) / 2.5F)));
  ImGui::SetCursorScreenPos(position);
  ImGui::PushStyleColor(ImGuiCol_ChildBg, palette().surface);
  ImGui::PushStyleColor(ImGuiCol_Border, palette().line);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(scaled(24), scaled(20)));
  ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, scaled(kCardRadius));
  ImGui::BeginChild("##body", ImVec2(outer, std::max(inner, 1.0F)),
                    ImGuiChildFlags_Borders | ImGuiChildFlags_AlwaysUseWindowPadding);
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor(2);
  open_dialogs.push_back(id);
  context().scroll_panel = ImGui::GetCurrentWindow()->ID;
  if (ImGui::IsWindowAppearing()) ImGui::SetScrollY(0);  // not where it was left the last time

  const float line_start = ImGui::GetCursorScreenPos().x;
  const float inner_width = available_width();
  const float close_size = control_height();
  const float title_top = ImGui::GetCursorScreenPos().y;
  // All that can be reached is the dialog: its title is the page's.
  heading(1, title, kCardTitle, inner_width - close_size - scaled(8));
  const ImVec2 after = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos(
      ImVec2(line_start + inner_width - close_size,
             std::round(title_top + (scaled(kCardTitle.line) - close_size) / 2)));
  const bool closed = button("close", tr(Msg::close),
                             {.kind = ButtonKind::quiet, .icon = Icon::close, .icon_only = true});
  ImGui::SetCursorScreenPos(ImVec2(after.x, after.y + scaled(12)));
  return closed;
}

void end_dialog() {
  ImGui::Dummy(ImVec2(1, 0));
  const float content = ImGui::GetCursorPosY() + ImGui::GetScrollY() + scaled(20);
  ImGui::EndChild();
  ImGui::PopID();
  context().semantics.close();
  float* height = ImGui::GetStateStorage()->GetFloatRef(open_dialogs.back(), 0);
  open_dialogs.pop_back();
  if (std::abs(*height - content) > 0.5F) {
    *height = content;
    context().wants_frame = true;
  }
  ImGui::End();
}

void heading(int level, std::string_view label, const TextStyle& style, float width) {
  const ImVec2 size(width > 0 ? width : text_width(label, style), text_height(label, style, width));
  const ImRect rect = take_place(size, 0);
  draw_text(ImGui::GetWindowDrawList(), rect.Min, palette().text, label, style, width);
  Node& node =
      add_node(ImGui::GetID(label.data(), label.data() + label.size()), Role::heading, label, rect);
  node.level = level;
}

void text(std::string_view label, const TextStyle& style, std::optional<ImU32> color, float width) {
  const float height = text_height(label, style, width);
  const float used = width > 0 ? width : text_width(label, style);
  const ImRect rect = take_place(ImVec2(used, height), 0);
  draw_text(ImGui::GetWindowDrawList(), rect.Min, color.value_or(palette().text), label, style,
            width);
  // Two equal lines of text on one screen are told apart by where they start.
  const NodeId id = ImGui::GetID(label.data(), label.data() + label.size()) ^
                    (static_cast<NodeId>(ImGui::GetCursorPosY()) * 2654435761U);
  add_node(id, Role::text, label, rect);
}

void notice(Tone tone, std::string_view title, std::string_view body, float width) {
  const ToneColors colors = tone_colors(tone);
  const float inset = scaled(12);
  const float text_x = inset + scaled(16) + scaled(10);
  const float room = width - text_x - inset;
  const float title_height = title.empty() ? 0 : text_height(title, kBodyStrong, room);
  const float body_height = body.empty() ? 0 : text_height(body, kBody, room);
  const ImRect rect = take_place(ImVec2(width, title_height + body_height + 2 * scaled(10)), 0);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddRectFilled(rect.Min, rect.Max, colors.soft, scaled(kCardRadius));
  draw->AddRect(rect.Min, rect.Max, colors.line, scaled(kCardRadius));
  const Icon icon = tone == Tone::ok     ? Icon::check
                    : tone == Tone::warn ? Icon::warning
                    : tone == Tone::bad  ? Icon::error
                                         : Icon::info;
  draw_icon(draw, icon, ImVec2(rect.Min.x + inset + scaled(8), rect.Min.y + scaled(20)),
            colors.text);
  const ImVec2 at(rect.Min.x + text_x, rect.Min.y + scaled(10));
  if (!title.empty()) draw_text(draw, at, colors.text, title, kBodyStrong, room);
  if (!body.empty())
    draw_text(draw, ImVec2(at.x, at.y + title_height), palette().text2, body, kBody, room);
  std::string spoken(title);
  if (!title.empty() && !body.empty()) spoken += title.ends_with('.') ? " " : ". ";
  spoken += body;
  add_node(ImGui::GetID(spoken.data(), spoken.data() + spoken.size()), Role::text, spoken, rect);
}

void badge(std::string_view label, Tone tone, Icon icon) {
  const ToneColors colors = tone_colors(tone);
  const float icon_room = icon == Icon::none ? 0 : scaled(20);
  const ImVec2 size(text_width(label, kCaptionStrong) + icon_room + scaled(16), scaled(26));
  const ImRect rect = take_place(size, 0);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddRectFilled(rect.Min, rect.Max, colors.soft, scaled(kRadius));
  draw->AddRect(rect.Min, rect.Max, colors.line, scaled(kRadius));
  if (icon != Icon::none)
    draw_icon(draw, icon, ImVec2(rect.Min.x + scaled(16), rect.GetCenter().y), colors.text, 14);
  draw_centered_text(draw, rect, rect.Min.x + scaled(8) + icon_room, colors.text, label,
                     kCaptionStrong);
  add_node(ImGui::GetID(label.data(), label.data() + label.size()) ^
               (static_cast<NodeId>(ImGui::GetCursorPosY()) * 2654435761U),
           Role::text, label, rect);
}

void space(float pixels) { ImGui::Dummy(ImVec2(1, scaled(pixels))); }

void same_line(float gap) { ImGui::SameLine(0, scaled(gap)); }

void row_or_below(float next, float width) {
  const float left = ImGui::GetCursorScreenPos().x;
  if (last_rect().Max.x + scaled(8) + next <= left + width + 0.5F) {
    same_line(8);
  } else {
    space(8);
  }
}

ImRect last_rect() { return {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()}; }

float control_height() { return scaled(context().touch ? kTouchHeight : kControlHeight); }

float field_height() { return scaled(context().touch ? kTouchHeight : kFieldHeight); }

TextStyle field_style() { return context().touch ? TextStyle{16, 23, Weight::regular} : kBody; }

int field_lines(std::string_view value, float width) {
  const float room = width - scaled(kFieldInset) - kFieldPaddingRight;
  return static_cast<int>(wrap_lines(value, field_style(), room).size());
}

namespace {

constexpr float kButtonPadding = 28;  // on both sides together

float icon_room_of(const ButtonOptions& options) {
  return options.icon == Icon::none ? 0 : scaled(24);
}

}  // namespace

float button_width(std::string_view label, const ButtonOptions& options) {
  if (options.icon_only) return control_height();
  const float wanted =
      text_width(label, kBodyMedium) + icon_room_of(options) + scaled(kButtonPadding);
  return options.most_width > 0 ? std::min(wanted, options.most_width) : wanted;
}

bool button(const char* key, std::string_view label, const ButtonOptions& options) {
  const NodeId id = ImGui::GetID(key);
  const float width = options.width > 0 ? options.width : button_width(label, options);
  const float icon_room = icon_room_of(options);
  // Half a pixel of room, lest a width that was added up wraps what it was made for.
  const float label_room = width - icon_room - scaled(kButtonPadding) + 0.5F;
  const float more_lines =
      options.icon_only ? 0
                        : text_height(label, kBodyMedium, label_room) - scaled(kBodyMedium.line);
  const ImRect rect = take_place(ImVec2(width, control_height() + more_lines), id);
  bool hovered = false;
  bool held = false;
  if (options.enabled) ImGui::ButtonBehavior(rect, id, &hovered, &held);
  const ButtonColors colors =
      button_colors(options.kind, options.enabled, hovered, held, options.chosen);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddRectFilled(rect.Min, rect.Max, colors.fill, scaled(kRadius));
  draw->AddRect(rect.Min, rect.Max, colors.line, scaled(kRadius));
  if (options.icon_only) {
    draw_icon(draw, options.icon, rect.GetCenter(), colors.label);
  } else {
    const float content =
        std::min(text_width(label, kBodyMedium), std::max(label_room, 0.0F)) + icon_room;
    const float x = std::round(rect.GetCenter().x - content / 2);
    if (options.icon != Icon::none)
      draw_icon(draw, options.icon, ImVec2(x + scaled(8), rect.GetCenter().y), colors.label);
    const float text_top = rect.GetCenter().y - (scaled(kBodyMedium.line) + more_lines) / 2;
    draw_text(draw, ImVec2(x + icon_room, std::round(text_top)), colors.label, label, kBodyMedium,
              more_lines > 0 ? label_room : 0);
  }
  focus_ring(draw, id, rect, scaled(kRadius));
  Node& node = add_node(id, Role::button, label, rect);
  node.disabled = !options.enabled;
  node.shortcut = options.shortcut;
  node.description = options.description;
  node.language = options.language;
  node.tip = options.icon_only;
  node.selected = options.chosen;
  if (options.first && ImGui::IsWindowAppearing()) request_focus(id);
  return take_activation(id) && options.enabled;
}

std::optional<std::string> text_field(const char* key, std::string_view label,
                                      std::string_view value, const FieldOptions& options) {
  const FieldFrame frame = draw_field(key, label, value, options);
  auto committed = take_text(frame.id, TextEvent::Kind::commit);
  if (committed && *committed == value) return std::nullopt;
  return committed;
}

std::optional<Draft> draft_field(const char* key, std::string_view label, std::string_view value,
                                 const FieldOptions& options) {
  const FieldFrame frame = draw_field(key, label, value, options);
  auto typed = take_text(frame.id, TextEvent::Kind::input);
  if (auto committed = take_text(frame.id, TextEvent::Kind::commit))
    return Draft{std::move(*committed), true};
  if (!typed) return std::nullopt;
  return Draft{std::move(*typed), false};
}

bool live_field(const char* key, std::string_view label, std::string& value,
                const FieldOptions& options) {
  const FieldFrame frame = draw_field(key, label, value, options);
  auto typed = take_text(frame.id, TextEvent::Kind::input);
  if (auto committed = take_text(frame.id, TextEvent::Kind::commit)) typed = std::move(committed);
  if (!typed || *typed == value) return false;
  value.swap(*typed);
  return true;
}

bool secret_field(const char* key, std::string_view label, SecretText& value,
                  const FieldOptions& options, const SecretOptions& secret) {
  std::string dots;
  if (!secret.shown) {
    // A dot a letter, so that the length shows that something is there and nothing else.
    const std::string_view bytes = value.view();
    const auto letters = std::count_if(bytes.begin(), bytes.end(), [](char unit) {
      return (static_cast<unsigned char>(unit) & 0xC0U) != 0x80U;
    });
    for (std::ptrdiff_t i = 0; i < letters; ++i) dots += "•";
  }
  FieldOptions look = options;
  // What is shown is drawn by the browser: a placeholder would stand behind it.
  if (!value.empty()) look.placeholder = {};
  const FieldFrame frame = draw_field(key, label, dots, look, &secret);
  context().secrets.emplace_back(frame.id, &value);
  auto typed = take_secret(frame.id);
  if (!typed || typed->view() == value.view()) return false;
  value = std::move(*typed);
  return true;
}

std::optional<int> select(const char* key, std::string_view label,
                          std::span<const std::string_view> options, int current,
                          const FieldOptions& field) {
  const Palette& colors = palette();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const NodeId id = ImGui::GetID(key);
  const float width = field.width > 0 ? field.width : available_width();
  ImGui::BeginGroup();
  if (field.show_label) {
    draw_text(draw, ImGui::GetCursorScreenPos(), colors.text2, label, kCaptionStrong);
    ImGui::Dummy(ImVec2(width, scaled(kCaption.line) + scaled(4)));
  }
  const float height = field.show_label || context().touch ? field_height() : scaled(30);
  const ImRect rect = take_place(ImVec2(width, height), id);
  const TextStyle style = field_style();
  const std::string_view shown = current >= 0 && current < static_cast<int>(options.size())
                                     ? options[static_cast<std::size_t>(current)]
                                     : std::string_view{};
  draw->AddRectFilled(rect.Min, rect.Max,
                      field.enabled ? colors.surface : colors.disabled_background, scaled(kRadius));
  const bool invalid = !field.problem.empty();
  draw->AddRect(rect.Min, rect.Max, invalid ? colors.bad : colors.line_input, scaled(kRadius), 0,
                invalid ? 2.0F : 1.0F);
  draw_text_elided(
      draw,
      ImVec2(rect.Min.x + scaled(10), std::round(rect.GetCenter().y - scaled(style.line) / 2)),
      field.enabled ? colors.text : colors.disabled_text, shown, style, width - scaled(36));
  draw_icon(draw, Icon::down, ImVec2(rect.Max.x - scaled(15), rect.GetCenter().y), colors.text2,
            12);
  focus_ring(draw, id, rect, scaled(kRadius));
  Node& node = add_node(id, Role::combobox, label, rect);
  node.value = std::to_string(current);
  node.disabled = !field.enabled;
  const bool help_below = !field.help.empty() && field.show_problem;
  if (help_below) {
    node.described_by = part_of("below", id);
  } else {
    node.description = field.help;
  }
  if (!field.problem.empty()) node.description = field.problem;
  node.invalid = !field.problem.empty();
  node.font_size = scaled(style.size);
  for (const std::string_view option : options) {
    if (!node.options.empty()) node.options += '\n';
    node.options += option;
  }
  if (help_below) draw_below(id, field.help, colors.text3, width);
  ImGui::EndGroup();
  const auto chosen = take_text(id, TextEvent::Kind::commit);
  if (!chosen) return std::nullopt;
  const int index = std::atoi(chosen->c_str());
  if (index < 0 || index >= static_cast<int>(options.size()) || index == current)
    return std::nullopt;
  return index;
}

bool checkbox(const char* key, std::string_view label, bool checked, bool enabled) {
  const Palette& colors = palette();
  const NodeId id = ImGui::GetID(key);
  const bool touch = context().touch;
  const float box = check_size();
  const TextStyle style = kBody;
  // A label longer than the line goes on below.
  float room = available_width();
  if (!open_cards.empty())
    room = open_cards.back().position.x + open_cards.back().width - scaled(kCardInset) -
           ImGui::GetCursorScreenPos().x;
  const float label_width =
      std::min(text_width(label, style), std::max(room - box - scaled(10), scaled(80)));
  const float label_height = text_height(label, style, label_width + 1);
  const float height = std::max(scaled(touch ? kTouchHeight : 28), label_height + scaled(8));
  const ImRect rect = take_place(ImVec2(box + scaled(10) + label_width, height), id);
  bool hovered = false;
  bool held = false;
  if (enabled) ImGui::ButtonBehavior(rect, id, &hovered, &held);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const ImVec2 from(rect.Min.x, std::round(rect.GetCenter().y - box / 2));
  const ImRect square(from, ImVec2(from.x + box, from.y + box));
  draw_check(square, checked, hovered);
  draw_text(draw,
            ImVec2(square.Max.x + scaled(10), std::round(rect.GetCenter().y - label_height / 2)),
            enabled ? colors.text : colors.disabled_text, label, style, label_width + 1);
  focus_ring(draw, id, rect, 4);
  Node& node = add_node(id, Role::checkbox, label, rect);
  node.selected = checked;
  node.disabled = !enabled;
  return take_activation(id) && enabled;
}

bool check_box(const char* key, std::string_view label, bool checked, const ImRect& place) {
  const NodeId id = ImGui::GetID(key);
  ImGui::ItemAdd(place, id);
  bool hovered = false;
  bool held = false;
  ImGui::ButtonBehavior(place, id, &hovered, &held);
  const float half = check_size() / 2;
  const ImVec2 from(std::round(place.GetCenter().x - half), std::round(place.GetCenter().y - half));
  const ImRect square(from, ImVec2(from.x + 2 * half, from.y + 2 * half));
  draw_check(square, checked, hovered);
  focus_ring(ImGui::GetWindowDrawList(), id, square, 4);
  add_node(id, Role::checkbox, label, place).selected = checked;
  return take_activation(id);
}

}  // namespace sokenh::ui
