#include "wasm/ui/semantics.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace sokenh::ui {
namespace {

nlohmann::json rect_json(const Rect& rect) {
  // Half pixels are enough for a transparent element, and keep the text short.
  const auto half = [](float value) { return std::round(value * 2) / 2; };
  return {half(rect.x), half(rect.y), half(rect.width), half(rect.height)};
}

template <class T>
void put(nlohmann::json& json, const char* key, const T& value) {
  if (value != T{}) json[key] = value;
}

nlohmann::json node_json(const Node& node) {
  nlohmann::json json = {
      {"id", node.id}, {"role", role_key(node.role)}, {"rect", rect_json(node.rect)}};
  if (node.clip != node.rect) json["clip"] = rect_json(node.clip);
  put(json, "parent", node.parent);
  put(json, "describedBy", node.described_by);
  put(json, "name", node.name);
  put(json, "value", node.value);
  put(json, "description", node.description);
  put(json, "options", node.options);
  put(json, "hint", node.hint);
  put(json, "shortcut", node.shortcut);
  put(json, "language", node.language);
  put(json, "fontSize", node.font_size);
  put(json, "insetLeft", node.inset_left);
  put(json, "insetTop", node.inset_top);
  put(json, "level", node.level);
  put(json, "rowIndex", node.row_index);
  put(json, "columnIndex", node.column_index);
  put(json, "rowCount", node.row_count);
  put(json, "columnCount", node.column_count);
  put(json, "position", node.position);
  put(json, "setSize", node.set_size);
  put(json, "revision", node.revision);
  put(json, "disabled", node.disabled);
  put(json, "multiline", node.multiline);
  put(json, "secret", node.secret);
  put(json, "invalid", node.invalid);
  put(json, "required", node.required);
  put(json, "readOnly", node.read_only);
  put(json, "tip", node.tip);
  put(json, "selected", node.selected);
  put(json, "expanded", node.expanded);
  put(json, "cellEditor", node.cell_editor);
  put(json, "editing", node.editing);
  put(json, "modal", node.modal);
  return json;
}

}  // namespace

std::string_view role_key(Role role) {
  static constexpr std::string_view kKeys[] = {
      "banner",    "navigation", "main",        "complementary", "contentinfo", "group",
      "region",    "heading",    "text",        "button",        "link",        "textbox",
      "searchbox", "combobox",   "checkbox",    "grid",          "row",         "columnheader",
      "gridcell",  "dialog",     "alertdialog", "list",          "listitem",    "status",
      "alert",     "image",      "table",       "cell",          "properties",  "term",
      "definition"};
  return kKeys[static_cast<std::size_t>(role)];
}

void Semantics::begin_frame() {
  previous_.swap(nodes_);
  nodes_.clear();
  open_.clear();
}

Node& Semantics::add(Node node) {
  node.parent = open_.empty() ? 0 : open_.back();
  nodes_.push_back(std::move(node));
  return nodes_.back();
}

void Semantics::open(NodeId id) { open_.push_back(id); }

void Semantics::close() { open_.pop_back(); }

bool Semantics::changed_since_last_frame() { return nodes_ != previous_; }

std::string Semantics::to_json() const {
  // Behind a modal dialog nothing can be reached, by anyone.
  std::size_t first = 0;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    if (nodes_[i].modal) first = i;
  }
  nlohmann::json tree = nlohmann::json::array();
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const Node& node = nodes_[i];
    const bool announcement = node.role == Role::status || node.role == Role::alert;
    if (i >= first || (announcement && node.parent == 0)) tree.push_back(node_json(node));
  }
  return tree.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace sokenh::ui
