// Widgets: what screens are made of. Each draws itself with ImGui, emits its semantic node and
// reports what the person did since the last frame.
//
// Keys name a widget within the ID scope ImGui::PushID opened; labels can change with the language
// without losing focus. Layout is ImGui's: a widget takes the cursor's place and moves the cursor
// below itself.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "wasm/ui/context.h"
#include "wasm/ui/icons.h"
#include "wasm/ui/text.h"

namespace sokenh::ui {

enum class Tone { neutral, accent, ok, warn, bad };

struct ToneColors {
  ImU32 text, soft, line;
};
ToneColors tone_colors(Tone tone);

// --- containers
// Children of the node until end_group. The rectangle is only for those who look at the tree.
NodeId begin_group(const char* key, Role role, std::string_view name);
void end_group();

// A white card as wide as `width`, its content inset; the background is drawn when it ends and its
// size is known.
void begin_card(const char* key, std::string_view name, float width, Role role = Role::region);
void end_card();

// A label and what it stands for, beside it at `indent`; inside a group of Role::properties.
void property(std::string_view label, std::string_view value, float indent, float width);

// A modal dialog in the middle of the window; everything else is out of reach meanwhile. Returns
// true when Escape or the close button asked to leave. Always followed by end_dialog.
bool begin_dialog(const char* key, std::string_view title, float width);
void end_dialog();

// --- text
void heading(int level, std::string_view label, const TextStyle& style, float width = 0);
void text(std::string_view label, const TextStyle& style = kBody, std::optional<ImU32> color = {},
          float width = 0);
// Icon and text in a tinted block, as findings and notices are shown.
void notice(Tone tone, std::string_view title, std::string_view body, float width);
void badge(std::string_view label, Tone tone, Icon icon = Icon::none);
void space(float pixels);
void same_line(float gap);
// Beside the widget just drawn if as much is left of a line that is `width` long, else below it.
void row_or_below(float next, float width);
// The widget just drawn, as a rectangle.
ImRect last_rect();

// --- sizes, greater where a finger has to hit
float control_height();
float field_height();
// Of text in fields. On phones 16 pixels: below that iOS zooms into a field that gets the focus.
TextStyle field_style();
int field_lines(std::string_view value, float width);  // that a field needs to show it whole

// --- actions
enum class ButtonKind { primary, secondary, quiet, danger };
struct ButtonOptions {
  ButtonKind kind = ButtonKind::secondary;
  Icon icon = Icon::none;
  bool enabled = true;
  bool icon_only = false;             // the label is only spoken (and shown as a tip on hover)
  float width = 0;                    // 0: as wide as the label
  float most_width = 0;               // 0: any; a longer label goes on in the next line
  bool chosen = false;                // of several, the one that holds now
  bool first = false;                 // has the focus when its dialog opens
  std::string_view shortcut = {};     // as aria-keyshortcuts
  std::string_view description = {};  // why it is disabled, or what it does
  std::string_view language = {};     // of the label, where it is not the page's
};
float button_width(std::string_view label, const ButtonOptions& options = {});
bool button(const char* key, std::string_view label, const ButtonOptions& options = {});

// --- fields
struct FieldOptions {
  float width = 0;  // 0: what is left of the line
  std::string_view help = {};
  std::string_view problem = {};  // shown below in red, and spoken
  std::string_view placeholder = {};
  std::string_view input_mode = {};  // "tel", "email", "search"
  bool required = false;
  bool enabled = true;
  bool show_label = true;
  bool search = false;
  int lines = 1;
  bool multiline = false;    // Enter starts a line, even while one is enough
  float below_width = 0;     // of help and problem, where they have more room than the field
  bool show_problem = true;  // false: problem and help are only spoken, the caller shows them
};
// The text after Enter or leaving the field, once; nothing while it is being typed.
std::optional<std::string> text_field(const char* key, std::string_view label,
                                      std::string_view value, const FieldOptions& options = {});
// The same, and also every state on the way there: for texts that are kept while being typed.
struct Draft {
  std::string text;
  bool finished = false;
};
std::optional<Draft> draft_field(const char* key, std::string_view label, std::string_view value,
                                 const FieldOptions& options = {});
// Every change at once, for searches.
bool live_field(const char* key, std::string_view label, std::string& value,
                const FieldOptions& options = {});

struct SecretOptions {
  bool shown = false;  // in clear
  bool large = false;  // to be read off the screen
  // Grows when the caller has changed the text: the browser's field then takes the caller's.
  int revision = 0;
};
// Every change of a text that is kept by the caller alone and never mirrored. The browser draws its
// letters, also without the focus when they are shown: what is drawn here are dots, so that no run
// of letters is left behind. Says when Caps Lock is on. Read-only when not `enabled`.
bool secret_field(const char* key, std::string_view label, SecretText& value,
                  const FieldOptions& options = {}, const SecretOptions& secret = {});

// The index chosen, once.
std::optional<int> select(const char* key, std::string_view label,
                          std::span<const std::string_view> options, int current,
                          const FieldOptions& field = {});
// True when toggled.
bool checkbox(const char* key, std::string_view label, bool checked, bool enabled = true);
// The box alone, in the middle of the place; the label is only spoken.
bool check_box(const char* key, std::string_view label, bool checked, const ImRect& place);

// --- lower level, for widgets of their own kind (the grid)
void focus_ring(ImDrawList* draw, NodeId id, const ImRect& rect, float radius);
Rect to_rect(const ImRect& rect);
Rect visible_part(const ImRect& rect);
// Adds the node of the widget, and scrolls it into view when focus has just come to it.
Node& add_node(NodeId id, Role role, std::string_view name, const ImRect& rect);

}  // namespace sokenh::ui
