// The frame around every screen: top bar, navigation, notices, and the dialogs above them.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "wasm/app/app.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/overview_screen.h"
#include "wasm/screens/screens.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr float kTopBar = 56;
constexpr float kNavigation = 216;
constexpr float kNavigationNarrow = 60;
constexpr float kBottomBar = 64;
constexpr float kDetails = 332;
constexpr float kLeastGrid = 620;  // beside the details; narrower, they stand below

struct Layout {
  float width, height;
  bool phone;   // navigation below, cards instead of the grid
  bool narrow;  // navigation of icons
  float navigation;
};

Layout measure() {
  const ImVec2 size = ImGui::GetMainViewport()->Size;
  const bool phone = size.x < scaled(700) || context().compact;
  const bool narrow = !phone && size.x < scaled(1100);
  return {size.x, size.y, phone, narrow,
          phone ? 0 : scaled(narrow ? kNavigationNarrow : kNavigation)};
}

// With the keyboard up, what is typed into needs the room more.
float bottom_bar(const Layout& layout) {
  return layout.phone && !context().keyboard ? scaled(kBottomBar) : 0;
}

ImGuiWindowFlags panel_flags() {
  return ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus;
}

ImGuiWindowFlags scrolled_panel_flags() {
  return ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoCollapse |
         ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
         ImGuiWindowFlags_NoBringToFrontOnFocus;
}

void begin_panel(const char* name, const ImRect& rect, ImU32 fill, ImVec2 padding,
                 ImGuiWindowFlags flags) {
  ImGui::SetNextWindowPos(rect.Min);
  ImGui::SetNextWindowSize(rect.GetSize());
  ImGui::PushStyleColor(ImGuiCol_WindowBg, fill);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, padding);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::Begin(name, nullptr, flags);
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor();
}

// What belongs together in the navigation; each but the first with a heading.
enum class Group { start, declare, keep, send };
std::string_view group_label(Group group) {
  switch (group) {
    case Group::start:
      break;
    case Group::declare:
      return tr(Msg::navigation_declare);
    case Group::keep:
      return tr(Msg::navigation_keep);
    case Group::send:
      return tr(Msg::navigation_send);
  }
  return {};
}

struct Destination {
  const char* key;
  Screen screen;
  Msg label;
  Icon icon;
  Group group;
  bool at_hand = false;  // on a phone: below, and not behind «Thêm»
};
constexpr std::array<Destination, 12> kDestinations{
    {{"overview", Screen::overview, Msg::overview_title, Icon::overview, Group::start, true},
     {"unit", Screen::unit, Msg::unit_title, Icon::unit, Group::declare},
     {"channels", Screen::channels, Msg::channels_title, Icon::list, Group::declare, true},
     {"accounts", Screen::accounts, Msg::accounts_title, Icon::person, Group::declare},
     {"machines", Screen::machines, Msg::machines_title, Icon::machine, Group::declare},
     {"self_check", Screen::self_check, Msg::self_check_title, Icon::check_box, Group::keep, true},
     {"password", Screen::password, Msg::password_title, Icon::key, Group::keep},
     {"pages", Screen::pages, Msg::pages_title, Icon::globe, Group::keep},
     {"logs", Screen::logs, Msg::logs_title, Icon::calendar, Group::keep},
     {"duty", Screen::duty, Msg::duty_title, Icon::clock, Group::keep},
     {"documents", Screen::documents, Msg::documents_title, Icon::file, Group::send},
     {"sign", Screen::sign, Msg::sign_title, Icon::pen, Group::send, true}}};
constexpr int kTools = 6;
constexpr float kToolsInset = 6;  // of their icons in a row

// How the destinations and the tools stand in the navigation at the side: as calm as its height
// allows. A lower window has the entries closer, then the tools as icons alone, then behind «Thêm»;
// what still does not fit scrolls.
struct NavigationLayout {
  enum class Tools { labelled, icons, behind_more };
  float entry = 0, heading = 0;
  Tools tools = Tools::labelled;
  int tools_a_row = 1;
  float height = 0;  // of all of it
};

NavigationLayout lay_out_navigation(float room, float width, bool narrow) {
  NavigationLayout layout;
  layout.heading = scaled(narrow ? 9 : 26);
  const bool touch = context().touch;
  const float roomy = scaled(touch ? kTouchHeight : 38);
  const float close = touch ? roomy : scaled(32);
  const float row = control_height() + scaled(4);
  const float headings = 3 * layout.heading + scaled(20);
  const auto count = static_cast<float>(kDestinations.size());
  const auto fits = [&](float entry, float tools) {
    layout.entry = entry;
    layout.height = headings + count * (entry + scaled(2)) + tools;
    return layout.height <= room;
  };
  layout.tools_a_row = 1;
  if (fits(roomy, kTools * row) || (narrow && fits(close, kTools * row))) return layout;
  if (!narrow) {
    layout.tools = NavigationLayout::Tools::icons;
    layout.tools_a_row =
        std::max(1, static_cast<int>((width - scaled(2 * kToolsInset)) / control_height()));
    const float rows =
        std::ceil(static_cast<float>(kTools) / static_cast<float>(layout.tools_a_row));
    if (fits(roomy, rows * row)) return layout;
    // As far apart as there is room for, to a limit.
    const float spare = (room - headings - rows * row) / count - scaled(2);
    if (fits(std::max(close, std::floor(spare)), rows * row)) return layout;
  }
  layout.tools = NavigationLayout::Tools::behind_more;
  fits(close, row);
  return layout;
}

// What the navigation says of a screen: a number to correct, a tick, or a word.
struct Mark {
  std::string label;
  Tone tone = Tone::neutral;
  bool tick = false;
  std::string spoken;  // instead of the label
};

Mark tick() { return {.tone = Tone::ok, .tick = true}; }

// What is wrong with the whole, as that there are no channels, is counted for no screen.
template <typename Counted>
Mark count_findings(App& app, Counted counted) {
  int errors = 0;
  int warnings = 0;
  for (const Finding& finding : app.evaluation().findings) {
    if (!counted(finding)) continue;
    if (finding.severity == Severity::error) ++errors;
    if (finding.severity == Severity::warning) ++warnings;
  }
  if (errors > 0) return {.label = std::to_string(errors), .tone = Tone::bad};
  if (warnings > 0) return {.label = std::to_string(warnings), .tone = Tone::warn};
  return tick();
}

Mark self_check_mark(App& app) {
  const auto& asked = app.questions();
  const auto answered = std::count_if(asked.begin(), asked.end(), [&](const AskedQuestion& one) {
    const QuestionAnswer* answer = find_answer(app.workspace.declaration(), one.key);
    return answer != nullptr && answer->answer != Answer::unanswered;
  });
  const std::string label = std::to_string(answered) + "/" + std::to_string(asked.size());
  if (asked.empty()) return {};
  if (answered < static_cast<std::ptrdiff_t>(asked.size()))
    return {.label = label, .spoken = tr(Msg::navigation_answered, {label})};
  return count_findings(app, [](const Finding& finding) { return !finding.question.empty(); });
}

Mark destination_mark(App& app, Screen screen) {
  const Declaration& declaration = app.workspace.declaration();
  switch (screen) {
    case Screen::unit:
      return count_findings(app,
                            [](const Finding& finding) { return finding.unit_field.has_value(); });
    case Screen::channels:
      if (declaration.channels.empty() && !declaration.no_channels) return {};
      return count_findings(app, [](const Finding& finding) { return finding.row != 0; });
    case Screen::accounts:
      if (declaration.accounts.empty() && !declaration.no_accounts) return {};
      return count_findings(app, [](const Finding& finding) { return finding.account != 0; });
    case Screen::machines:
      if (declaration.machines.empty() && !declaration.no_machines) return {};
      return count_findings(app, [](const Finding& finding) { return finding.machine != 0; });
    case Screen::self_check:
      return self_check_mark(app);
    case Screen::logs:
      if (declaration.log.empty() && declaration.nothing_logged.empty()) return {};
      return count_findings(app, [](const Finding& finding) { return finding.log.has_value(); });
    case Screen::duty:
      if (declaration.rosters.empty()) return {};
      return count_findings(app, [](const Finding& finding) { return finding.duty.roster != 0; });
    case Screen::sign:
      return app.signing.complete(app)
                 ? Mark{.label = std::string(tr(Msg::sign_mark_signed)), .tone = Tone::ok}
                 : Mark{.label = std::string(tr(Msg::sign_mark_unsigned))};
    case Screen::overview:
    case Screen::password:
    case Screen::pages:
    case Screen::documents:
      return {};
  }
  return {};
}

// On a phone the channels' name is cut short, for five to stand side by side.
std::string_view short_label(const Destination& destination) {
  return tr(destination.screen == Screen::channels ? Msg::navigation_channels : destination.label);
}

// Of the labels at the bottom of a phone: as large as leaves them apart.
TextStyle bottom_style() {
  constexpr float kApart = 8;
  float labels = text_width(tr(Msg::tools_more), kCaptionStrong);
  int count = 1;
  for (const Destination& destination : kDestinations) {
    if (!destination.at_hand) continue;
    labels += text_width(short_label(destination), kCaptionStrong);
    ++count;
  }
  const float gaps = static_cast<float>(count) * kApart;
  const float share = (ImGui::GetMainViewport()->Size.x - gaps) / labels;
  TextStyle style = kCaptionStrong;
  style.size *= std::min(share, 1.0F);
  return style;
}

// An entry of the navigation that is the current one or not; true when it is chosen.
// `name` is what it is called, `label` what there is room for.
bool draw_entry(const char* key, std::string_view name, std::string_view label, Icon icon,
                const Mark& mark, bool selected, const ImRect& rect, bool labelled, bool bottom) {
  const Palette& colors = palette();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const NodeId id = ImGui::GetID(key);
  ImGui::ItemAdd(rect, id);
  bool hovered = false;
  bool held = false;
  ImGui::ButtonBehavior(rect, id, &hovered, &held);
  if (selected && !bottom) {
    draw->AddRectFilled(rect.Min, rect.Max, colors.accent_soft, scaled(kRadius));
    draw->AddRectFilled(ImVec2(rect.Min.x, rect.GetCenter().y - scaled(10)),
                        ImVec2(rect.Min.x + 3, rect.GetCenter().y + scaled(10)), colors.accent_text,
                        2);
  } else if (hovered) {
    draw->AddRectFilled(rect.Min, rect.Max, colors.hover, scaled(kRadius));
  }
  const ImU32 ink = selected ? colors.accent_text : colors.text2;
  if (bottom) {
    if (selected)
      draw->AddRectFilled(ImVec2(rect.GetCenter().x - scaled(23), rect.Min.y),
                          ImVec2(rect.GetCenter().x + scaled(23), rect.Min.y + 3),
                          colors.accent_text);
    draw_icon(draw, icon, ImVec2(rect.GetCenter().x, rect.Min.y + scaled(24)), ink, 20);
    const TextStyle style = bottom_style();
    const float label_width = text_width(label, style);
    draw_text(draw, ImVec2(rect.GetCenter().x - label_width / 2, rect.Min.y + scaled(38)), ink,
              label, style);
  } else {
    draw_icon(draw, icon, ImVec2(rect.Min.x + scaled(labelled ? 20 : 22), rect.GetCenter().y), ink);
    if (labelled) {
      draw_text(draw, ImVec2(rect.Min.x + scaled(38), rect.GetCenter().y - scaled(10)), ink, label,
                selected ? kBodyStrong : kBodyMedium);
      const float width = text_width(mark.label, kCaptionStrong) + scaled(12);
      const ImVec2 from(rect.Max.x - scaled(8) - width, rect.GetCenter().y - scaled(11));
      const bool fits =
          rect.Min.x + scaled(38) + text_width(label, kBodyStrong) + scaled(6) <= from.x;
      if (mark.tick || (!fits && mark.tone == Tone::ok))
        draw_icon(draw, Icon::check, ImVec2(rect.Max.x - scaled(18), rect.GetCenter().y),
                  colors.ok);
      if (!mark.label.empty() && fits) {
        const ToneColors tone = tone_colors(mark.tone);
        draw->AddRectFilled(from, ImVec2(from.x + width, from.y + scaled(22)), tone.soft,
                            scaled(kRadius));
        draw_text(draw, ImVec2(from.x + scaled(6), from.y + scaled(2)), tone.text, mark.label,
                  kCaptionStrong);
      }
    }
  }
  focus_ring(draw, id,
             ImRect(ImVec2(rect.Min.x + 2, rect.Min.y + 2), ImVec2(rect.Max.x - 2, rect.Max.y - 2)),
             scaled(kRadius));
  Node& node = add_node(id, Role::button, name, rect);
  node.selected = selected;
  node.description = mark.tick ? std::string(tr(Msg::navigation_nothing_to_correct))
                     : mark.tone == Tone::bad || mark.tone == Tone::warn
                         ? tr(Msg::navigation_to_correct, {mark.label})
                     : mark.spoken.empty() ? mark.label
                                           : mark.spoken;
  return take_activation(id);
}

// True when it is chosen, also when it is what is shown.
bool draw_destination(App& app, const Destination& destination, const ImRect& rect, bool labelled,
                      bool bottom) {
  const std::string_view name = tr(destination.label);
  const bool chosen = draw_entry(destination.key, name, bottom ? short_label(destination) : name,
                                 destination.icon, destination_mark(app, destination.screen),
                                 app.screen == destination.screen, rect, labelled, bottom);
  if (chosen) {
    app.go_to(destination.screen);
    // All of them, not the one that was open.
    if (app.screen == Screen::logs) app.logs.go_to_place(app, {});
    if (app.screen == Screen::machines) app.machines.close_check();
    if (app.screen == Screen::duty) app.duty.go_to_place(app, {});
  }
  return chosen;
}

// The button to the other language is written in that language.
std::string_view language_of(Msg label) {
  if (label != Msg::switch_language) return {};
  return context().language == Language::vietnamese ? "en" : "vi";
}

// Files and display: each drawn by `tool(key, label, icon)`, true when used.
template <typename Tool>
void draw_tools(App& app, Tool tool) {
  if (tool("open", Msg::open_file, Icon::open)) {
    push_effect("chooseFile", {{"purpose", "any"},
                               {"accept", ".json,.xlsx,.csv,.tsv,.txt,.html,.htm,.mht,.mhtml"}});
  }
  if (tool("draft", Msg::save_draft, Icon::download)) {
    push_effect("download", {{"name", app.signing.file_name(app, "bản nháp")},
                             {"type", "application/json"},
                             {"text", app.draft_document()}});
  }
  if (tool("language", Msg::switch_language, Icon::language)) {
    context().language =
        context().language == Language::vietnamese ? Language::english : Language::vietnamese;
    push_effect("setting", {{"name", "language"},
                            {"value", context().language == Language::vietnamese ? "vi" : "en"}});
  }
  const Theme theme = context().theme;
  const bool dark = theme.dark;
  if (tool("theme", dark ? Msg::theme_light : Msg::theme_dark, Icon::theme)) {
    set_theme({.dark = !dark, .contrast = theme.contrast, .forced = theme.forced});
    push_effect("setting", {{"name", "theme"}, {"value", dark ? "light" : "dark"}});
  }
  if (tool("text-size", Msg::text_size, Icon::text_size)) app.text_size_open = true;
  if (tool("shortcuts", Msg::shortcuts_title, Icon::keyboard)) app.shortcuts_open = true;
}

// A dialog, and it stays while sizes are tried: what is behind it moves with each.
void draw_text_size_dialog(App& app) {
  if (!app.text_size_open) return;
  const bool leave = begin_dialog("text-size", tr(Msg::text_size), 360);
  const float width = ImGui::GetContentRegionAvail().x;
  text(tr(Msg::text_size_help), kBody, palette().text2, width);
  space(14);
  for (const int percent : {100, 115, 130, 150}) {
    const std::string size = std::to_string(percent);
    const float scale = static_cast<float>(percent) / 100;
    const bool now = std::abs(context().text_scale - scale) < 0.01F;
    if (button(size.c_str(), tr(Msg::text_size_percent, {size}),
               {.icon = now ? Icon::check : Icon::none,
                .width = width,
                .chosen = now,
                .first = now})) {
      context().text_scale = scale;
      context().wants_frame = true;
      push_effect("setting", {{"name", "text-size"}, {"value", size}});
    }
    space(8);
  }
  space(6);
  if (button("done", tr(Msg::close), {.kind = ButtonKind::quiet}) || leave)
    app.text_size_open = false;
  end_dialog();
}

// The screens for which there is no room below. True when one is chosen.
bool draw_other_screens(App& app) {
  bool chosen = false;
  bool first = true;
  Group shown = Group::start;
  const float width = ImGui::GetContentRegionAvail().x;
  begin_group("screens", Role::navigation, tr(Msg::navigation_title));
  for (const Destination& destination : kDestinations) {
    if (destination.at_hand) continue;
    if (destination.group != shown) {
      if (!first) space(8);
      shown = destination.group;
      heading(2, group_label(shown), kBodyStrong);
      space(4);
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImRect rect(at, ImVec2(at.x + width, at.y + control_height()));
    ImGui::Dummy(rect.GetSize());
    space(4);
    if (first && ImGui::IsWindowAppearing()) request_focus(ImGui::GetID(destination.key));
    first = false;
    chosen = draw_destination(app, destination, rect, true, false) || chosen;
  }
  end_group();
  return chosen;
}

// On a phone: the screens that are not below, and the tools; elsewhere the tools for which the
// window is too low.
void draw_tools_dialog(App& app) {
  if (!app.tools_open) return;
  const bool leave = begin_dialog("tools", tr(Msg::tools_more), 360);
  const float width = ImGui::GetContentRegionAvail().x;
  bool used = false;
  const bool phone = measure().phone;
  if (phone) {
    used = draw_other_screens(app);
    space(12);
  }
  heading(2, tr(Msg::tools_title), kBodyStrong);
  space(8);
  draw_tools(app, [&](const char* key, Msg label, Icon icon) {
    const bool now = button(key, tr(label),
                            {.icon = icon,
                             .width = width,
                             .first = icon == Icon::open && !phone,
                             .language = language_of(label)});
    space(10);
    used = used || now;
    return now;
  });
  space(6);
  if (button("done", tr(Msg::close), {.kind = ButtonKind::quiet}) || leave || used)
    app.tools_open = false;
  end_dialog();
}

// Below on a phone: as wide as their labels ask for, so that none touches its neighbour's.
void draw_bottom_bar(App& app, const ImRect& rect) {
  ImGui::GetWindowDrawList()->AddLine(rect.Min, ImVec2(rect.Max.x, rect.Min.y), palette().line);
  begin_group("nav", Role::navigation, tr(Msg::navigation_title));
  const std::string_view more = tr(Msg::tools_more);
  const TextStyle style = bottom_style();
  float labels = text_width(more, style);
  int count = 1;
  bool elsewhere = true;
  for (const Destination& destination : kDestinations) {
    if (!destination.at_hand) continue;
    labels += text_width(short_label(destination), style);
    ++count;
    elsewhere = elsewhere && app.screen != destination.screen;
  }
  const float share = (rect.GetWidth() - labels) / static_cast<float>(count);
  float x = rect.Min.x;
  for (const Destination& destination : kDestinations) {
    if (!destination.at_hand) continue;
    const float width = text_width(short_label(destination), style) + share;
    draw_destination(app, destination, ImRect(ImVec2(x, rect.Min.y), ImVec2(x + width, rect.Max.y)),
                     true, true);
    x += width;
  }
  const ImRect last(ImVec2(x, rect.Min.y), rect.Max);
  if (draw_entry("more", more, more, Icon::more, {}, elsewhere, last, true, true))
    app.tools_open = true;
  end_group();
}

// The heading of a group; where there is no room for words, a line.
void draw_group_heading(Group group, const ImRect& rect, bool labelled) {
  ImDrawList* draw = ImGui::GetWindowDrawList();
  if (!labelled) {
    const float y = std::floor(rect.GetCenter().y);
    draw->AddLine(ImVec2(rect.Min.x + scaled(16), y), ImVec2(rect.Max.x - scaled(16), y),
                  palette().line);
    return;
  }
  draw_text(draw, ImVec2(rect.Min.x + scaled(20), rect.Max.y - scaled(kCaptionStrong.line)),
            palette().text3, group_label(group), kCaptionStrong);
}

// The destinations by group, and the tools.
void draw_navigation_list(App& app, const Layout& layout, const NavigationLayout& placed) {
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const float right = origin.x + layout.navigation;
  const bool labelled = !layout.narrow;
  float y = origin.y + scaled(8);
  begin_group("nav", Role::navigation, tr(Msg::navigation_title));
  std::optional<Group> group;
  for (const Destination& destination : kDestinations) {
    if (group != destination.group) {
      if (group) {
        end_group();
        draw_group_heading(
            destination.group,
            ImRect(ImVec2(origin.x, y), ImVec2(right, y + placed.heading - scaled(2))), labelled);
        y += placed.heading;
      }
      group = destination.group;
      ImGui::PushID(static_cast<int>(*group));
      begin_group("group", Role::group, group_label(*group));
      ImGui::PopID();
    }
    draw_destination(
        app, destination,
        ImRect(ImVec2(origin.x + scaled(8), y), ImVec2(right - scaled(8), y + placed.entry)),
        labelled, false);
    y += placed.entry + scaled(2);
  }
  end_group();
  end_group();
  y += scaled(4);
  ImGui::GetWindowDrawList()->AddLine(ImVec2(origin.x + scaled(16), y),
                                      ImVec2(right - scaled(16), y), palette().line);
  y += scaled(8);

  begin_group("tools", Role::region, tr(Msg::tools_title));
  const bool icons = layout.narrow || placed.tools == NavigationLayout::Tools::icons;
  const float first = layout.narrow ? origin.x + (layout.navigation - control_height()) / 2
                                    : origin.x + scaled(icons ? kToolsInset : 8);
  if (placed.tools == NavigationLayout::Tools::behind_more) {
    ImGui::SetCursorScreenPos(ImVec2(first, y));
    if (button("more", tr(Msg::tools_more),
               {.kind = ButtonKind::quiet, .icon = Icon::more, .icon_only = layout.narrow}))
      app.tools_open = true;
    y += control_height() + scaled(4);
  } else {
    int index = 0;
    draw_tools(app, [&](const char* key, Msg label, Icon icon) {
      const int column = index % placed.tools_a_row;
      const bool row_ends = ++index % placed.tools_a_row == 0 || index == kTools;
      ImGui::SetCursorScreenPos(ImVec2(first + static_cast<float>(column) * control_height(), y));
      if (row_ends) y += control_height() + scaled(4);
      return button(key, tr(label),
                    {.kind = ButtonKind::quiet,
                     .icon = icon,
                     .icon_only = icons,
                     .language = language_of(label)});
    });
  }
  end_group();
  ImGui::SetCursorScreenPos(ImVec2(origin.x, y));
  ImGui::Dummy(ImVec2(1, 1));
}

void draw_navigation(App& app, const Layout& layout) {
  if (layout.phone && bottom_bar(layout) == 0) return;
  const Palette& colors = palette();
  const ImRect rect = layout.phone ? ImRect(ImVec2(0, layout.height - scaled(kBottomBar)),
                                            ImVec2(layout.width, layout.height))
                                   : ImRect(ImVec2(0, 0), ImVec2(layout.navigation, layout.height));
  begin_panel("navigation", rect, colors.surface, ImVec2(0, 0), panel_flags());
  ImDrawList* draw = ImGui::GetWindowDrawList();
  if (layout.phone) {
    draw_bottom_bar(app, rect);
    ImGui::End();
    return;
  }
  draw->AddLine(ImVec2(rect.Max.x - 0.5F, 0), ImVec2(rect.Max.x - 0.5F, layout.height),
                colors.line);
  // The mark: a white list on the accent.
  const ImVec2 mark(scaled(16), scaled(14));
  draw->AddRectFilled(mark, ImVec2(mark.x + scaled(28), mark.y + scaled(28)), colors.accent,
                      scaled(kRadius));
  draw_icon(draw, Icon::brand, ImVec2(mark.x + scaled(14), mark.y + scaled(14)), colors.on_accent);
  if (!layout.narrow)
    draw_text(draw, ImVec2(scaled(54), scaled(16)), colors.text, tr(Msg::product), kBrand);
  draw->AddLine(ImVec2(0, scaled(kTopBar) - 0.5F), ImVec2(rect.Max.x, scaled(kTopBar) - 0.5F),
                colors.line);

  const float top = scaled(kTopBar);
  const float privacy = layout.narrow ? 0 : scaled(56);
  const NavigationLayout placed = lay_out_navigation(layout.height - top - scaled(10) - privacy,
                                                     rect.GetWidth(), layout.narrow);
  const bool private_fits =
      !layout.narrow && top + placed.height + scaled(10) + privacy <= layout.height;
  const float bottom_of_list = layout.height - (private_fits ? privacy : 0);
  ImGui::SetCursorScreenPos(ImVec2(0, top));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::BeginChild("list", ImVec2(rect.GetWidth() - 1, bottom_of_list - top), ImGuiChildFlags_None,
                    ImGuiWindowFlags_NoScrollbar);
  ImGui::PopStyleVar();
  draw_navigation_list(app, layout, placed);
  ImGui::EndChild();

  if (private_fits) {
    const float bottom = layout.height - scaled(56);
    draw->AddLine(ImVec2(0, bottom), ImVec2(rect.Max.x, bottom), colors.line);
    draw_icon(draw, Icon::shield, ImVec2(scaled(20), bottom + scaled(28)), colors.text2);
    const float room = rect.Max.x - scaled(36);
    const float height = text_height(tr(Msg::data_stays), kCaption, room);
    ImGui::SetCursorScreenPos(ImVec2(scaled(34), bottom + std::round((scaled(56) - height) / 2)));
    begin_group("privacy", Role::contentinfo, "");
    text(tr(Msg::data_stays), kCaption, colors.text2, room);
    end_group();
  }
  ImGui::End();
}

std::string save_label(const App& app) {
  switch (app.save_state) {
    case SaveState::saving:
      return std::string(tr(Msg::saving));
    case SaveState::saved:
      return app.saved_at.empty() ? std::string(tr(Msg::saved_here))
                                  : tr(Msg::saved_at, {app.saved_at});
    case SaveState::unavailable:
      return std::string(tr(Msg::save_unavailable));
    case SaveState::failed:
      return std::string(tr(Msg::save_failed));
  }
  return {};
}

// The next last day among the dispatches followed, or, when all have passed, the first.
std::optional<Date> next_deadline(const std::vector<const Pack*>& packs, const Date& today) {
  std::optional<Date> next;
  for (const Pack* pack : packs) {
    if (!pack->deadline) continue;
    const Date last = last_day_on_time(*pack->deadline);
    const bool nearer = next && last >= today && (*next < today || last < *next);
    if (!next || nearer) next = last;
  }
  return next;
}

void draw_top_bar(App& app, const Layout& layout) {
  const Palette& colors = palette();
  begin_panel("topbar", ImRect(ImVec2(layout.navigation, 0), ImVec2(layout.width, scaled(kTopBar))),
              colors.surface, ImVec2(0, 0), panel_flags());
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddLine(ImVec2(layout.navigation, scaled(kTopBar) - 0.5F),
                ImVec2(layout.width, scaled(kTopBar) - 0.5F), colors.line);
  begin_group("banner", Role::banner, "");

  const bool saved = app.save_state == SaveState::saved || app.save_state == SaveState::saving;
  const std::string save_text = save_label(app);
  const float right = layout.width - scaled(layout.phone ? 16 : 24);
  float x = layout.navigation + scaled(layout.phone ? 16 : 24);
  // What was saved can be shortened on a narrow phone; what was not is never cut.
  std::string_view save_shown = save_text;
  const float save_room = right - x - scaled(24);
  const bool shortened =
      app.save_state == SaveState::saved &&
      text_width(save_text, kCaption) + text_width(tr(Msg::unit_title), kCaption) + scaled(12) >
          save_room;
  if (shortened) save_shown = tr(Msg::saved_announced);
  const float save_width = text_width(save_shown, kCaption) + scaled(24);
  const float save_x = right - save_width;
  // On a phone the unit's name has the second line to itself.
  const float save_line = scaled(layout.phone ? 9 : 19);
  const float unit_room = layout.phone ? right - x : std::min(scaled(300), (save_x - x) * 0.5F);

  const Unit& unit = app.workspace.declaration().unit;
  const std::string_view unit_name =
      unit.name.empty() ? tr(Msg::unit_unnamed) : std::string_view(unit.name);
  if (!layout.phone || x + text_width(tr(Msg::unit_title), kCaption) <= save_x)
    draw_text(draw, ImVec2(x, scaled(9)), colors.text3, tr(Msg::unit_title), kCaption);
  draw_text_elided(draw, ImVec2(x, scaled(26)), colors.text, unit_name, kBodyStrong, unit_room);
  begin_group("about", Role::properties, "");
  add_node(ImGui::GetID("unit"), Role::term, tr(Msg::unit_title),
           ImRect(ImVec2(x, scaled(9)), ImVec2(std::min(x + unit_room, save_x), scaled(26))));
  add_node(ImGui::GetID("unit-name"), Role::definition, unit_name,
           ImRect(ImVec2(x, scaled(26)), ImVec2(x + unit_room, scaled(46))));
  end_group();
  x += std::min(unit_room, std::max(text_width(unit_name, kBodyStrong), scaled(60))) + scaled(20);

  const auto packs = app.workspace.followed_packs();
  if (!layout.phone && !packs.empty()) {
    const std::string followed = packs.size() == 1
                                     ? std::string(pack_short_name(*packs.front()))
                                     : tr(Msg::packs_followed, {std::to_string(packs.size())});
    const float pack_width =
        std::max(text_width(followed, kBodyStrong), text_width(tr(Msg::pack_followed), kCaption));
    if (x + pack_width < save_x - scaled(20)) {
      draw->AddLine(ImVec2(x, scaled(12)), ImVec2(x, scaled(44)), colors.line);
      x += scaled(20);
      draw_text(draw, ImVec2(x, scaled(9)), colors.text3, tr(Msg::pack_followed), kCaption);
      draw_text(draw, ImVec2(x, scaled(26)), colors.text, followed, kBodyStrong);
      begin_group("followed", Role::properties, "");
      add_node(ImGui::GetID("pack"), Role::term, tr(Msg::pack_followed),
               ImRect(ImVec2(x, scaled(9)), ImVec2(x + pack_width, scaled(26))));
      add_node(ImGui::GetID("pack-name"), Role::definition, followed,
               ImRect(ImVec2(x, scaled(26)), ImVec2(x + pack_width, scaled(46))));
      end_group();
      x += pack_width + scaled(20);
    }
    if (const std::optional<Date> day = next_deadline(packs, app.today())) {
      const Date last = *day;
      const long left = days_between(app.today(), last);
      const std::string label =
          left < 0 ? tr(Msg::deadline_passed, {vietnamese_date(last)})
                   : tr(Msg::deadline_days_left, {std::to_string(left), vietnamese_date(last)});
      if (x + text_width(label, kCaptionStrong) + scaled(40) < save_x - scaled(16)) {
        ImGui::SetCursorScreenPos(ImVec2(x, scaled(15)));
        badge(label, Tone::warn, Icon::calendar);
      }
    }
  }
  const ImU32 ink = saved ? colors.text2 : colors.bad;
  draw_icon(draw, saved ? Icon::check : Icon::warning,
            ImVec2(save_x + scaled(8), save_line + scaled(9)), saved ? colors.ok : colors.bad);
  draw_text(draw, ImVec2(save_x + scaled(24), save_line), ink, save_shown, kCaption);
  add_node(ImGui::GetID("saved"), Role::text, save_text,
           ImRect(ImVec2(save_x, save_line), ImVec2(right, save_line + scaled(18))));
  end_group();
  ImGui::End();
}

// What was told, in a dialog or on the screen.
void draw_told(App& app, float width, bool in_dialog) {
  for (std::size_t i = 0; i < app.notices.size(); ++i) {
    if (app.notices[i].in_dialog != in_dialog) continue;
    ImGui::PushID(static_cast<int>(i));
    const bool problem = app.notices[i].kind == Notice::Kind::problem;
    const float close_width = control_height() + scaled(8);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    notice(problem ? Tone::bad : Tone::accent, {}, app.notices[i].text, width - close_width);
    const float bottom = ImGui::GetCursorScreenPos().y;
    const float middle = (at.y + bottom) / 2;
    ImGui::SetCursorScreenPos(
        ImVec2(at.x + width - control_height(), std::round(middle - control_height() / 2)));
    const bool closed = button("dismiss", tr(Msg::notice_dismiss),
                               {.kind = ButtonKind::quiet, .icon = Icon::close, .icon_only = true});
    ImGui::PopID();
    ImGui::SetCursorScreenPos(ImVec2(at.x, bottom));
    space(14);
    if (closed) {
      app.notices.erase(app.notices.begin() + static_cast<std::ptrdiff_t>(i));
      break;
    }
  }
}

// Things the person must know, above the screen until dealt with.
void draw_notices(App& app, float width) {
  if (app.read_only) {
    notice(Tone::warn, tr(Msg::read_only_title), tr(Msg::read_only_body), width);
    space(8);
    if (button("take-over", tr(Msg::read_only_take_over))) push_effect("takeOver");
    space(12);
  }
  if (app.save_state == SaveState::unavailable) {
    notice(Tone::warn, tr(Msg::save_unavailable), tr(Msg::save_unavailable_body), width);
    space(12);
  }
  if (app.save_state == SaveState::failed) {
    notice(Tone::bad, tr(Msg::save_failed), tr(Msg::save_failed_body), width);
    space(12);
  }
  if (!app.quarantined.empty()) {
    notice(Tone::bad, tr(Msg::store_unreadable_title), tr(Msg::store_unreadable_body), width);
    space(8);
    if (button("quarantine", tr(Msg::store_unreadable_download), {.icon = Icon::download})) {
      push_effect("download", {{"name", "so-kenh-khong-doc-duoc.txt"},
                               {"type", "text/plain"},
                               {"text", app.quarantined}});
    }
    same_line(8);
    if (button("quarantine-close", tr(Msg::close))) app.quarantined.clear();
    space(12);
  }
  draw_told(app, width, false);
}

// Not within its caller, as the screens (screens.h).
[[gnu::noinline]] void draw_details(App& app, const ImRect& rect) {
  begin_panel("details", rect, palette().surface, ImVec2(scaled(20), scaled(18)),
              scrolled_panel_flags());
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddLine(rect.Min, ImVec2(rect.Min.x, rect.Max.y), palette().line);
  draw->AddLine(rect.Min, ImVec2(rect.Max.x, rect.Min.y), palette().line);
  if (app.screen == Screen::accounts) {
    app.accounts.draw_form(app);
  } else if (app.screen == Screen::machines) {
    app.machines.draw_form(app);
  } else if (app.screen == Screen::logs) {
    app.logs.draw_form(app);
  } else {
    draw_channel_details(app);
  }
  ImGui::End();
}

void draw_main(App& app, const Layout& layout) {
  const bool listed =
      app.screen == Screen::channels && !app.workspace.declaration().channels.empty();
  const bool grid = listed && !layout.phone;
  const bool open_card = listed && layout.phone && app.cards.is_open();
  ImRect rect(ImVec2(layout.navigation, scaled(kTopBar)),
              ImVec2(layout.width, layout.height - bottom_bar(layout)));
  // The details of the active channel or account: beside the list where there is room, else below.
  const bool beside = rect.GetWidth() >= scaled(kDetails + kLeastGrid);
  const bool details = (grid && app.details_open.value_or(beside)) ||
                       app.accounts.form_beside(app) || app.machines.form_beside(app) ||
                       app.logs.form_beside(app);
  ImRect details_rect = rect;
  if (details && beside) {
    details_rect.Min.x = rect.Max.x - scaled(kDetails);
    rect.Max.x = details_rect.Min.x;
  } else if (details) {
    details_rect.Min.y = rect.Max.y - std::min(scaled(300), rect.GetHeight() * 0.42F);
    rect.Max.y = details_rect.Min.y;
  }
  const ImVec2 padding(scaled(layout.phone ? 16 : 24), scaled(open_card      ? 8
                                                              : layout.phone ? 16
                                                                             : 20));
  // Each screen keeps its own scroll position.
  const std::string name = open_card                ? "main-channel"
                           : listed && layout.phone ? "main-cards"
                                                    : "main-" + std::string(screen_key(app.screen));
  const bool fixed = grid || open_card;  // what is in it scrolls by itself
  begin_panel(name.c_str(), rect, grid ? palette().surface : palette().background, padding,
              fixed ? panel_flags() | ImGuiWindowFlags_NoScrollWithMouse : scrolled_panel_flags());
  context().scroll_panel = ImGui::GetCurrentWindow()->ID;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, padding);
  begin_group("main", Role::main, "");
  draw_notices(app, ImGui::GetContentRegionAvail().x);
  switch (app.screen) {
    case Screen::overview:
      draw_overview_screen(app);
      break;
    case Screen::unit:
      draw_unit_screen(app);
      break;
    case Screen::channels:
      draw_channels_screen(app, details);
      break;
    case Screen::accounts:
      draw_accounts_screen(app);
      break;
    case Screen::machines:
      draw_machines_screen(app);
      break;
    case Screen::self_check:
      draw_self_check_screen(app);
      break;
    case Screen::password:
      draw_password_screen(app);
      break;
    case Screen::pages:
      draw_pages_screen(app);
      break;
    case Screen::logs:
      draw_logs_screen(app);
      break;
    case Screen::duty:
      draw_duty_screen(app);
      break;
    case Screen::documents:
      draw_documents_screen(app);
      break;
    case Screen::sign:
      draw_sign_screen(app);
      break;
  }
  end_group();
  ImGui::PopStyleVar();
  ImGui::End();
  if (details) draw_details(app, details_rect);
}

// Not within its caller, as the screens (screens.h).
[[gnu::noinline]] void draw_dialogs(App& app) {
  app.import_dialog.draw(app);
  app.open_dialog.draw(app);
  app.signing.draw_dialogs(app);
  app.channel_menu.draw(app);
  draw_contacts_dialog(app);
  app.state_dialog.draw(app);
  app.accounts.draw_dialogs(app);
  app.machines.import_dialog.draw(app);
  app.logs.import_dialog.draw(app);
  app.duty.dialog.draw(app);
  app.duty.import_dialog.draw(app);
  draw_tools_dialog(app);
  draw_shortcuts_dialog(app);
  draw_text_size_dialog(app);
}

}  // namespace

void draw_dialog_notices(App& app, float width) { draw_told(app, width, true); }

void draw_shell(App& app) {
  const Layout layout = measure();
  context().touch = context().coarse_pointer || layout.phone;
  app.cards.set_shown(app, layout.phone);
  if (!app.dialog_open()) {
    for (Notice& told : app.notices) told.in_dialog = false;
  }
  // Reading order: where am I, where can I go, what is here.
  draw_top_bar(app, layout);
  draw_navigation(app, layout);
  draw_main(app, layout);
  if (app.dialog_open()) draw_dialogs(app);
}

}  // namespace sokenh
