// Context: what the widgets share during a frame, and what the browser told since the last one.
//
// There is one per page. Input is consumed by the widget it belongs to in the next frame; what the
// browser has to do (move focus, save, download, …) is queued as effects and drained after the
// frame.
#pragma once

#include <imgui.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/password/secret_text.h"
#include "wasm/ui/messages.h"
#include "wasm/ui/semantics.h"
#include "wasm/ui/theme.h"

namespace sokenh::ui {

using password::SecretText;

struct TextEvent {
  enum class Kind {
    input,   // the field's value changed while editing
    commit,  // Enter, or focus left
    cancel   // Escape
  };
  NodeId id;
  Kind kind;
  std::string value;
};

// What a secret field holds now; which kind of event it was makes no difference.
struct SecretEvent {
  NodeId id;
  SecretText value;
};

struct KeyPress {
  NodeId id;        // the focused node
  std::string key;  // DOM KeyboardEvent.key
  bool control = false, shift = false, alt = false;
};

// Something the browser has to do after the frame; web/ has one handler a kind. Plain text, not
// JSON, so that the widgets and screens, which cause most of them, need no JSON library.
struct Effect {
  std::string kind;
  std::vector<std::pair<std::string, std::string>> details;
};

struct Context {
  Semantics semantics;
  const Palette* palette = &light_palette();
  Theme theme;
  Palette system_palette = light_palette();  // of the browser's forced colours
  Language language = Language::vietnamese;
  float text_scale = 1;
  // How the page is held, as the browser tells.
  bool coarse_pointer = false;  // a finger is the first pointer
  bool compact = false;         // a phone held sideways: wide, but too low for the desktop's layout
  bool keyboard = false;        // the on-screen keyboard is up; the page is what it leaves
  bool reduced_motion = false;
  bool touch = false;  // of this frame: controls are as high as a finger
  ImFont* fonts[3] = {};

  NodeId focused = 0;
  bool focus_visible = false;
  bool focus_moved = false;  // since the last frame, by the browser: bring it into view
  ImGuiID scroll_panel = 0;  // what the keys for scrolling move: the dialog on top, or the screen
  std::vector<NodeId> activations;
  bool activated_with_shift = false;  // the last of them: with the Shift key held
  std::vector<TextEvent> text_events;
  std::vector<SecretEvent> secret_events;
  bool caps_lock = false;  // as the last key in a secret field said
  // Of the fields of this frame, for the browser, which draws them.
  std::vector<std::pair<NodeId, const SecretText*>> secrets;
  NodeId menu_request = 0;  // what was pressed long, or asked for its menu by a key

  // The tree is for paper: what lists leave out because it is scrolled out of view is in it.
  bool whole = false;

  NodeId focus_request = 0;
  bool wants_frame = false;  // something changed while drawing: draw again
  std::vector<Effect> effects;
};

Context& context();

inline const Palette& palette() { return *context().palette; }

std::string_view tr(Msg msg);
std::string tr(Msg msg, std::initializer_list<std::string_view> arguments);

// Consumes the activation (DOM click) of a node.
bool take_activation(NodeId id);
// Consumes the request for the menu of a node.
bool take_menu_request(NodeId id);
// Consumes the last event of the kind for a node.
std::optional<std::string> take_text(NodeId id, TextEvent::Kind kind);
// The same for a secret field; those before the last are overwritten.
std::optional<SecretText> take_secret(NodeId id);

// The key for the context menu, or the other one for it.
bool asks_for_menu(const KeyPress& key);

void request_focus(NodeId id);
// Spoken by screen readers, politely and once; what is drawn does not change.
void announce(std::string text);
void set_theme(const Theme& theme);
void push_effect(std::string_view kind,
                 std::vector<std::pair<std::string, std::string>> details = {});

}  // namespace sokenh::ui
