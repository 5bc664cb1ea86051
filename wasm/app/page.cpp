#include "wasm/app/page.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/json.h"
#include "wasm/api/api.h"
#include "wasm/app/freed_memory.h"
#include "wasm/app/ip_check.h"
#include "wasm/screens/screens.h"
#include "wasm/ui/context.h"
#include "wasm/ui/text.h"
#include "wasm/ui/theme.h"

#ifdef __EMSCRIPTEN__
#include "wasm/app/renderer_gl.h"
#endif

namespace sokenh {

using namespace ui;

namespace {

// A change can take a few frames to settle (a dialog measures itself, a scroll moves what is
// visible).
constexpr int kSettleFrames = 4;
constexpr int kMaxInputFrames = 32;

// Wide enough that every screen shows its table as a table, also when a phone prints.
constexpr float kPaperWidth = 1280;

std::string effects_as_json(const std::vector<Effect>& effects) {
  nlohmann::json list = nlohmann::json::array();
  for (const Effect& effect : effects) {
    nlohmann::json& entry = list.emplace_back(nlohmann::json{{"kind", effect.kind}});
    for (const auto& [name, value] : effect.details) entry[name] = value;
  }
  return list.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

void Page::start() {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  io.Fonts->TexDesiredFormat = ImTextureFormat_Alpha8;  // the rasterizer wants one byte a texel
}

bool Page::draw_with_webgl() {
#ifdef __EMSCRIPTEN__
  if (!start_webgl()) return false;
  uses_webgl_ = true;
  ImFontAtlas* atlas = ImGui::GetIO().Fonts;
  atlas->TexDesiredFormat = ImTextureFormat_RGBA32;  // it knows only colours
  ImFontAtlasBuildClear(atlas);
  rasterizer_.release_textures(ImGui::GetPlatformIO().Textures);
  framebuffer_ = {};
#endif
  return uses_webgl_;
}

void Page::add_font(int weight, std::span<const std::uint8_t> bytes) {
  if (weight < 0 || weight > 2) return;
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;  // it makes a copy, which it owns
  context().fonts[weight] = ImGui::GetIO().Fonts->AddFontFromMemoryTTF(
      const_cast<std::uint8_t*>(bytes.data()), static_cast<int>(bytes.size()),
      kBody.size * kLinePerEm, &config);
}

void Page::resize(float width, float height, float pixel_ratio) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(std::max(width, 1.0F), std::max(height, 1.0F));
  io.DisplayFramebufferScale = ImVec2(pixel_ratio, pixel_ratio);
  pixel_ratio_ = pixel_ratio;
  // The keyboard on the screen must not cover what is typed into.
  if (context().keyboard && context().focused != 0) context().focus_moved = true;
}

void Page::apply_style() {
  const Palette& colors = palette();
  ImGuiStyle& style = ImGui::GetStyle();
  style.ItemSpacing = ImVec2(0, 0);
  style.WindowRounding = 0;
  // A finger drags the content itself; the bar only shows where one is.
  style.ScrollbarSize = context().touch ? 5 : 12;
  style.ScrollbarRounding = 6;
  style.WindowBorderSize = 0;
  style.WindowMinSize = ImVec2(1, 1);
  style.AntiAliasedLinesUseTex = false;  // lines of 1 and 2 pixels stay crisp in both renderers
  ImVec4* table = style.Colors;
  const auto set = [&](ImGuiCol index, ImU32 color) {
    table[index] = ImGui::ColorConvertU32ToFloat4(color);
  };
  set(ImGuiCol_ScrollbarBg, IM_COL32_BLACK_TRANS);
  set(ImGuiCol_ScrollbarGrab, colors.mute);
  set(ImGuiCol_ScrollbarGrabHovered, colors.line_button);
  set(ImGuiCol_ScrollbarGrabActive, colors.line_input);
  set(ImGuiCol_Border, colors.line);
  set(ImGuiCol_ChildBg, IM_COL32_BLACK_TRANS);
  set(ImGuiCol_Text, colors.text);
}

void Page::build_frame() {
  ImGuiIO& io = ImGui::GetIO();
  io.DeltaTime = 1.0F / 60;  // nothing animates: the value only has to be positive
  apply_style();
#ifdef __EMSCRIPTEN__
  if (uses_webgl_) begin_webgl_frame();
#endif
  ImGui::NewFrame();
  Context& shared = context();
  shared.semantics.begin_frame();
  shared.secrets.clear();
  shared.wants_frame = false;
  // Drawn as the browser is about to have it: it will not ask for another frame then.
  if (shared.focus_request != 0 && shared.focused != shared.focus_request) {
    shared.focused = shared.focus_request;
    shared.focus_moved = true;
  }
  draw_shell(app_);
  // Focus that nobody took: its widget is gone.
  shared.focus_moved = false;
  ImGui::EndFrame();
}

int Page::frame(std::string_view now, double time) {
  Context& shared = context();
  app_.set_now(now);
  int flags = 0;
  if (ImGui::GetIO().DisplaySize.x <= 1 || shared.fonts[2] == nullptr) return 0;

  const bool gliding = touch_.advance(time);

  // ImGui spreads many input events over several frames; all are run, only the last is shown.
  ImGuiContext& imgui = *ImGui::GetCurrentContext();
  int frames = 0;
  bool tree_changed = false;
  do {
    build_frame();
    tree_changed = shared.semantics.changed_since_last_frame() || tree_changed;
    ++frames;
  } while (!imgui.InputEventsQueue.empty() && frames < kMaxInputFrames);
  // What a scroll bar moves is drawn there a frame later.
  if (ImGui::IsMouseDown(ImGuiMouseButton_Left)) shared.wants_frame = true;
  for (int i = 0; i < kSettleFrames && shared.wants_frame; ++i) {
    build_frame();
    tree_changed = shared.semantics.changed_since_last_frame() || tree_changed;
  }
  // What nobody consumed belongs to something that is no longer there.
  shared.activations.clear();
  shared.text_events.clear();
  shared.secret_events.clear();
  shared.menu_request = 0;
  save_if_changed();
  if (std::string place = app_.place(); place != told_place_) {
    told_place_ = std::move(place);
    push_effect("place", {{"place", told_place_}});
  }

  const std::string_view dropped_for = app_.logs.takes_backups(app_)     ? "backup"
                                       : app_.machines.takes_lists(app_) ? "ipLists"
                                                                         : "any";
  if (dropped_for != told_drop_) {
    told_drop_ = dropped_for;
    push_effect("dropPurpose", {{"purpose", told_drop_}});
  }

  ImGui::Render();
  present();
  if (pixels_[5] > pixels_[3] && pixels_[6] > pixels_[4]) flags |= SK_FRAME_PIXELS;
  if (shared.focus_request != 0) {
    push_effect("focus", {{"id", std::to_string(shared.focus_request)}});
    shared.focus_request = 0;
  }
  if (tree_changed || tree_is_for_paper_) {
    tree_is_for_paper_ = false;
    semantics_json_ = shared.semantics.to_json();
    flags |= SK_FRAME_SEMANTICS;
  }
  if (!shared.effects.empty()) {
    effects_json_ = effects_as_json(shared.effects);
    shared.effects.clear();
    flags |= SK_FRAME_EFFECTS;
  }
  guard_secrets();
  if (shared.wants_frame || gliding) flags |= SK_FRAME_AGAIN;
  return flags;
}

void Page::paper() {
  Context& shared = context();
  if (shared.fonts[2] == nullptr) return;
  ImGuiIO& io = ImGui::GetIO();
  const ImVec2 size = io.DisplaySize;
  std::vector<std::pair<ImGuiID, ImVec2>> scrolled;
  for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows)
    scrolled.emplace_back(window->ID, window->Scroll);

  // A phone's cards become the table meanwhile; nothing of that is to remain.
  const ChannelGrid grid = app_.grid;
  const ChannelCards cards = app_.cards;
  const std::optional<bool> details_open = app_.details_open;
  const std::vector<TextEvent> typed = shared.text_events;
  const std::size_t effects = shared.effects.size();
  const NodeId focus_request = shared.focus_request;

  io.DisplaySize.x = std::max(size.x, scaled(kPaperWidth));
  shared.whole = true;
  for (int i = 0; i < kSettleFrames; ++i) build_frame();
  semantics_json_ = shared.semantics.to_json();
  tree_is_for_paper_ = true;

  shared.whole = false;
  io.DisplaySize = size;
  app_.grid = grid;
  app_.cards = cards;
  app_.details_open = details_open;
  shared.text_events = typed;
  shared.effects.erase(shared.effects.begin() + static_cast<std::ptrdiff_t>(effects),
                       shared.effects.end());
  shared.focus_request = focus_request;
  for (int i = 0; i < kSettleFrames; ++i) build_frame();
  for (const auto& [id, scroll] : scrolled) {
    if (ImGuiWindow* window = ImGui::FindWindowByID(id)) window->Scroll = scroll;
  }
}

void Page::present() {
  ImDrawData& data = *ImGui::GetDrawData();
  pixels_ = {};
#ifdef __EMSCRIPTEN__
  if (uses_webgl_) {
    sokenh::draw_with_webgl(data, palette().background);
    return;
  }
#endif
  framebuffer_.resize(static_cast<int>(data.DisplaySize.x * pixel_ratio_),
                      static_cast<int>(data.DisplaySize.y * pixel_ratio_));
  const PixelRect changed = rasterizer_.render(data, framebuffer_, palette().background);
  pixels_ = {
      static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(framebuffer_.pixels().data())),
      static_cast<std::uint32_t>(framebuffer_.width()),
      static_cast<std::uint32_t>(framebuffer_.height()),
      static_cast<std::uint32_t>(changed.left),
      static_cast<std::uint32_t>(changed.top),
      static_cast<std::uint32_t>(changed.right),
      static_cast<std::uint32_t>(changed.bottom)};
}

void Page::save_if_changed() {
  if (app_.read_only) return;
  if (stored_revision_ == app_.workspace.revision() && stored_signing_ == app_.signing.revision())
    return;
  stored_revision_ = app_.workspace.revision();
  stored_signing_ = app_.signing.revision();
  if (app_.save_state != SaveState::unavailable) app_.save_state = SaveState::saving;
  push_effect("save", {{"text", app_.stored_document()}});
}

void Page::pointer(float x, float y, bool pressed) {
  ImGuiIO& io = ImGui::GetIO();
  if (x < 0) {
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    return;
  }
  io.AddMousePosEvent(x, y);
  io.AddMouseButtonEvent(0, pressed);
}

void Page::wheel(float delta_x, float delta_y) {
  // ImGui scrolls five lines of its current font a step.
  const float step = 5 * ImGui::GetFontSize();
  if (step > 0) ImGui::GetIO().AddMouseWheelEvent(-delta_x / step, -delta_y / step);
}

bool Page::touch(int phase, float x, float y, double time) {
  switch (phase) {
    case 0:
      return touch_.press(ImVec2(x, y), time);
    case 1:
      return touch_.move(ImVec2(x, y), time);
    case 2:
      touch_.release(time, !context().reduced_motion);
      return false;
    default:
      touch_.cancel();
      return false;
  }
}

bool Page::focus(NodeId id, bool visible) {
  Context& shared = context();
  if (shared.focused == id && shared.focus_visible == visible) return false;
  shared.focus_moved = shared.focused != id;
  shared.focused = id;
  shared.focus_visible = visible;
  return true;
}

void Page::activate(NodeId id, bool shift) {
  context().activations.push_back(id);
  context().activated_with_shift = shift;
}

void Page::text(NodeId id, int kind, std::string_view value) {
  const auto& nodes = context().semantics.nodes();
  const bool secret = std::any_of(nodes.begin(), nodes.end(),
                                  [&](const Node& node) { return node.id == id && node.secret; });
  if (secret) {
    context().secret_events.push_back({id, SecretText(value)});
    return;
  }
  context().text_events.push_back({id, static_cast<TextEvent::Kind>(kind), std::string(value)});
}

// Called when a frame has left nothing to be freed. Leaving the screen, or the dialog, gives up
// what was typed there.
void Page::guard_secrets() {
  Context& shared = context();
  if (app_.screen != Screen::password) {
    app_.password_rotation.order_anew();
    if (app_.password.holds_any()) app_.password.forget();
  }
  const bool shown = !shared.secrets.empty();
  if (shown == guards_secrets_) return;
  guards_secrets_ = shown;
  if (!shown) {
    shared.semantics.forget_last_frame();
    overwrite_unused_stack();
  }
  overwrite_freed_memory(shown);
}

std::string_view Page::secret(NodeId id) const {
  for (const auto& [field, text] : context().secrets) {
    if (field == id) return text->view();
  }
  return {};
}

// As browsers do it with what is longer than its window. True when there is something to scroll.
bool Page::scroll_by_key(Action action, NodeId id, bool typing) {
  const auto& nodes = context().semantics.nodes();
  const bool several_lines = std::any_of(nodes.begin(), nodes.end(), [&](const Node& node) {
    return node.id == id && node.multiline;
  });
  const bool page = action == Action::page_up || action == Action::page_down;
  // In a field the arrows, and in one of several lines all of these, belong to the text.
  if (typing && (several_lines || !page)) return false;
  ImGuiWindow* panel = ImGui::FindWindowByID(context().scroll_panel);
  if (panel == nullptr || panel->ScrollMax.y <= 0) return false;
  const float step = std::floor(page ? panel->InnerRect.GetHeight() * 0.875F : scaled(40));
  const bool up = action == Action::up || action == Action::page_up;
  // The key before may not have been drawn yet.
  const float from = panel->ScrollTarget.y < FLT_MAX ? panel->ScrollTarget.y : panel->Scroll.y;
  const float to = action == Action::first_row  ? 0
                   : action == Action::last_row ? panel->ScrollMax.y
                                                : from + (up ? -step : step);
  ImGui::SetScrollY(panel, std::clamp(to, 0.0F, panel->ScrollMax.y));
  return true;
}

bool Page::key(NodeId id, std::string_view key, int modifiers) {
  const KeyPress press{id, std::string(key), (modifiers & 1) != 0, (modifiers & 2) != 0,
                       (modifiers & 4) != 0};
  if (app_.grid.owns(id) && app_.grid.handle_key(app_, press)) return true;
  if (app_.cards.handle_key(app_, press) || app_.accounts.handle_key(app_, press) ||
      app_.machines.handle_key(app_, press) || app_.logs.handle_key(app_, press))
    return true;
  const bool typing = (modifiers & 8) != 0 && !(app_.grid.owns(id) && !app_.grid.editing());
  const auto& nodes = context().semantics.nodes();
  // A text's; a choice has none.
  const bool has_own_undo =
      typing && std::none_of(nodes.begin(), nodes.end(), [&](const Node& node) {
        return node.id == id && node.role == Role::combobox;
      });
  const Action action = shortcut_action(Scope::page, press);
  switch (action) {
    case Action::leave:
      return app_.leave_dialog() || app_.cards.close(app_) || app_.accounts.close(app_) ||
             app_.machines.close(app_) || app_.logs.close(app_) || app_.pages.close(app_) ||
             app_.duty.close(app_);
    case Action::show_shortcuts:
      // A bare «?» belongs to the field it is typed into, and begins a cell anew.
      if (((modifiers & 8) != 0 && !press.control) || app_.dialog_open()) return false;
      app_.shortcuts_open = true;
      return true;
    case Action::next_part:
    case Action::previous_part:
      push_effect("goToPart", {{"direction", action == Action::next_part ? "next" : "previous"}});
      return true;
    case Action::undo:
      if (has_own_undo) return false;
      app_.undo();
      return true;
    case Action::redo:
      if (has_own_undo) return false;
      app_.redo();
      return true;
    case Action::up:
    case Action::down:
    case Action::page_up:
    case Action::page_down:
    case Action::first_row:
    case Action::last_row:
      return scroll_by_key(action, id, typing);
    default:
      return false;
  }
}

bool Page::paste(NodeId id, std::string_view text, std::string_view html) {
  if (app_.import_dialog.handle_paste(app_, text, html)) return true;
  if (app_.accounts.handle_paste(app_, id, text, html)) return true;
  if (app_.machines.handle_paste(app_, id, text, html)) return true;
  if (app_.logs.handle_paste(app_, id, text, html)) return true;
  if (app_.duty.handle_paste(app_, id, text, html)) return true;
  if (app_.pages.handle_paste(app_, id, text, html)) return true;
  if (app_.grid.owns(id)) return app_.grid.handle_paste(app_, text, html);
  // A table pasted while nothing is being typed is meant for the list of channels.
  if (id != 0 || app_.screen != Screen::channels) return false;
  return app_.grid.handle_paste(app_, text, html);
}

bool Page::copy(NodeId id, bool cut) {
  if (!app_.grid.owns(id)) return false;
  const std::optional<Table> table = app_.grid.copy(app_, cut);
  if (!table) return false;
  const bool one_cell = table->rows.size() == 1 && table->rows.front().size() == 1;
  const nlohmann::json content = {
      {"text", one_cell ? table->rows.front().front() : write_tsv(*table)},
      {"html", write_html_table(*table)}};
  clipboard_json_ = content.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return true;
}

void Page::file(std::string_view purpose, std::string_view name, std::string_view bytes) {
  app_.open_file(purpose, name, bytes);
}

void Page::context_restored() {
#ifdef __EMSCRIPTEN__
  if (uses_webgl_) restore_webgl();
#endif
}

void Page::event(std::string_view json) {
  const Result<nlohmann::json> parsed = parse_json(json);
  if (!parsed || !parsed->is_object()) return;
  const nlohmann::json& event = *parsed;
  const std::string kind = event.value("kind", "");
  const std::string text = event.value("text", "");
  if (kind == "document") {
    if (const Status loaded = app_.load_document(text); !loaded) {
      app_.quarantined = text;
      push_effect("quarantine",
                  {{"text", text}, {"reason", std::string(error_code_name(loaded.error().code))}});
    }
    stored_revision_ = app_.workspace.revision();
    stored_signing_ = app_.signing.revision();
  } else if (kind == "keys") {
    app_.signing.load_keys(text);
  } else if (kind == "saved") {
    if (app_.save_state != SaveState::saved) announce(std::string(tr(Msg::saved_announced)));
    app_.save_state = SaveState::saved;
    app_.saved_at = app_.clock_text();
  } else if (kind == "saveFailed") {
    app_.save_state = SaveState::failed;
    announce(std::string(tr(Msg::save_failed)));
  } else if (kind == "storageUnavailable") {
    app_.save_state = SaveState::unavailable;
  } else if (kind == "quarantined") {
    app_.quarantined = text;
  } else if (kind == "readOnly") {
    app_.read_only = event.value("value", false);
  } else if (kind == "language") {
    context().language = text == "en" ? Language::english : Language::vietnamese;
  } else if (kind == "theme") {
    const auto color = [&](const char* name) {
      const auto hex = static_cast<unsigned>(event.value(name, 0));
      return IM_COL32((hex >> 16U) & 0xFFU, (hex >> 8U) & 0xFFU, hex & 0xFFU, 0xFF);
    };
    const Theme theme{.dark = text == "dark",
                      .contrast = event.value("contrast", false),
                      .forced = event.value("forced", false)};
    if (theme.forced) {
      context().system_palette =
          system_palette({color("Canvas"), color("CanvasText"), color("LinkText"),
                          color("GrayText"), color("Highlight"), color("HighlightText")});
    }
    set_theme(theme);
    framebuffer_.invalidate();
  } else if (kind == "textScale") {
    context().text_scale = std::clamp(event.value("value", 1.0F), 1.0F, 1.5F);
  } else if (kind == "touch") {
    context().coarse_pointer = event.value("value", false);
  } else if (kind == "compact") {
    context().compact = event.value("value", false);
  } else if (kind == "keyboard") {
    context().keyboard = event.value("value", false);
  } else if (kind == "capsLock") {
    context().caps_lock = event.value("value", false);
    if (context().caps_lock) announce(std::string(tr(Msg::secret_caps_lock)));
  } else if (kind == "reducedMotion") {
    context().reduced_motion = event.value("value", false);
  } else if (kind == "place") {
    app_.go_to_place(text);
  } else if (kind == "menu") {
    context().menu_request = event.value("value", NodeId{0});
  } else if (kind == "sharesFiles") {
    app_.shares_files = event.value("value", false);
  } else if (kind == "secretCopied") {
    app_.password.clipboard_until = text;
    app_.password.clipboard_waits = false;
    app_.tell(tr(Msg::password_copied, {text}));
  } else if (kind == "secretWaits") {
    app_.password.clipboard_waits = true;
  } else if (kind == "secretCleared") {
    app_.password.clipboard_until.clear();
    app_.password.clipboard_waits = false;
    app_.tell(std::string(tr(Msg::password_clipboard_cleared)));
  } else if (kind == "wordListFailed") {
    app_.password.words_failed();
  } else if (kind == "copied") {
    app_.tell(std::string(tr(event.value("value", false) ? Msg::copied : Msg::copy_failed)));
  } else if (kind == "documentDownloaded") {
    app_.tell(tr(Msg::document_downloaded, {text}));
  } else if (kind == "documentFailed") {
    app_.tell(std::string(tr(Msg::document_failed)), Notice::Kind::problem);
  } else if (kind == "task" && text == "backup") {
    TaskEvent task{.state = event.value("state", ""),
                   .name = event.value("name", ""),
                   .value = event.value("value", 0.0),
                   .code = event.value("code", "")};
    if (const auto result = event.find("result"); result != event.end() && result->is_object())
      task.sha256 = result->value("sha256", "");
    app_.logs.backups.hear(app_, task);
  } else if (kind == "sheetFailed") {
    app_.tell(event.value("name", "") + ": " + file_problem_label(text), Notice::Kind::problem);
  } else if (kind.starts_with("ipList")) {
    app_.machines.handle_list_event(app_, json);
  } else if (kind == "fileTooLarge") {
    app_.tell(tr(Msg::file_too_large, {text, std::to_string(event.value("value", 0))}),
              Notice::Kind::problem);
  }
}

}  // namespace sokenh
