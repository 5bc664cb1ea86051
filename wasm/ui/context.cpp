#include "wasm/ui/context.h"

#include <algorithm>

namespace sokenh::ui {

Context& context() {
  static Context instance;
  return instance;
}

std::string_view tr(Msg msg) { return message(msg, context().language); }

std::string tr(Msg msg, std::initializer_list<std::string_view> arguments) {
  return message(msg, context().language, arguments);
}

bool take_activation(NodeId id) {
  auto& activations = context().activations;
  const auto found = std::find(activations.begin(), activations.end(), id);
  if (found == activations.end()) return false;
  activations.erase(found);
  context().wants_frame = true;
  return true;
}

bool take_menu_request(NodeId id) {
  if (id == 0 || context().menu_request != id) return false;
  context().menu_request = 0;
  context().wants_frame = true;
  return true;
}

std::optional<std::string> take_text(NodeId id, TextEvent::Kind kind) {
  auto& events = context().text_events;
  std::optional<std::string> value;
  std::erase_if(events, [&](TextEvent& event) {
    if (event.id != id || event.kind != kind) return false;
    value = std::move(event.value);
    return true;
  });
  if (value) context().wants_frame = true;
  return value;
}

std::optional<SecretText> take_secret(NodeId id) {
  std::optional<SecretText> value;
  std::erase_if(context().secret_events, [&](SecretEvent& event) {
    if (event.id != id) return false;
    value = std::move(event.value);
    return true;
  });
  if (value) context().wants_frame = true;
  return value;
}

bool asks_for_menu(const KeyPress& key) {
  return key.key == "ContextMenu" || (key.key == "F10" && key.shift);
}

void request_focus(NodeId id) {
  context().focus_request = id;
  context().wants_frame = true;
}

void announce(std::string text) { push_effect("announce", {{"text", std::move(text)}}); }

void set_theme(const Theme& theme) {
  Context& shared = context();
  shared.theme = theme;
  shared.palette = theme.forced ? &shared.system_palette : &palette_of(theme);
  shared.wants_frame = true;
}

void push_effect(std::string_view kind, std::vector<std::pair<std::string, std::string>> details) {
  context().effects.push_back({std::string(kind), std::move(details)});
}

}  // namespace sokenh::ui
