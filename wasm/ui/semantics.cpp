#include "wasm/ui/semantics.h"

#include <cmath>
#include <cstdlib>

namespace sokenh::ui {
namespace {

// Writes the tree's JSON as it goes along: with a DOM in between it took longer than painting.
class NodeWriter {
 public:
  explicit NodeWriter(std::string& out) : out_(out) {}

  void number(std::string_view name, float value) {
    if (value == 0) return;
    begin(name);
    append(value);
  }
  void number(std::string_view name, int value) { number_of(name, value); }
  void number(std::string_view name, NodeId value) { number_of(name, value); }
  void flag(std::string_view name, bool value) {
    if (!value) return;
    begin(name);
    out_ += "true";
  }
  void text(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    begin(name);
    out_ += '"';
    for (const char unit : value) append(unit);
    out_ += '"';
  }
  // Half pixels are enough for a transparent element, and keep the text short.
  void rect(std::string_view name, const Rect& value) {
    begin(name);
    char separator = '[';
    for (const float part : {value.x, value.y, value.width, value.height}) {
      out_ += separator;
      append(std::round(part * 2) / 2);
      separator = ',';
    }
    out_ += ']';
  }
  void end() { out_ += '}'; }

 private:
  void begin(std::string_view name) {
    out_ += first_ ? '{' : ',';
    first_ = false;
    out_ += '"';
    out_ += name;
    out_ += "\":";
  }
  template <class Integer>
  void number_of(std::string_view name, Integer value) {
    if (value == 0) return;
    begin(name);
    out_ += std::to_string(value);
  }
  // Lengths on a screen: hundredths of a pixel are beyond what anyone sees.
  void append(float value) {
    const long hundredths = std::lround(value * 100);
    if (hundredths < 0) out_ += '-';
    const long size = std::labs(hundredths);
    out_ += std::to_string(size / 100);
    if (size % 100 == 0) return;
    out_ += size % 100 < 10 ? ".0" : ".";
    out_ += std::to_string(size % 100);
  }
  void append(char unit) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    const auto code = static_cast<unsigned char>(unit);
    if (unit == '"' || unit == '\\') {
      out_ += '\\';
      out_ += unit;
    } else if (code < 0x20) {
      out_ += "\\u00";
      out_ += kDigits[code >> 4U];
      out_ += kDigits[code & 15U];
    } else {
      out_ += unit;
    }
  }

  std::string& out_;
  bool first_ = true;
};

void write_node(const Node& node, std::string& out) {
  NodeWriter writer(out);
  writer.number("id", node.id);
  writer.text("role", role_key(node.role));
  writer.rect("rect", node.rect);
  if (node.clip != node.rect) writer.rect("clip", node.clip);
  writer.number("parent", node.parent);
  writer.number("describedBy", node.described_by);
  writer.text("name", node.name);
  writer.text("value", node.value);
  writer.text("description", node.description);
  writer.text("options", node.options);
  writer.text("hint", node.hint);
  writer.text("shortcut", node.shortcut);
  writer.text("language", node.language);
  writer.number("fontSize", node.font_size);
  writer.number("insetLeft", node.inset_left);
  writer.number("insetTop", node.inset_top);
  writer.number("level", node.level);
  writer.number("rowIndex", node.row_index);
  writer.number("columnIndex", node.column_index);
  writer.number("rowCount", node.row_count);
  writer.number("columnCount", node.column_count);
  writer.number("position", node.position);
  writer.number("setSize", node.set_size);
  writer.flag("disabled", node.disabled);
  writer.flag("multiline", node.multiline);
  writer.flag("secret", node.secret);
  writer.flag("revealed", node.revealed);
  writer.number("secretRevision", node.secret_revision);
  writer.flag("invalid", node.invalid);
  writer.flag("required", node.required);
  writer.flag("readOnly", node.read_only);
  writer.flag("tip", node.tip);
  writer.flag("selected", node.selected);
  writer.flag("cellEditor", node.cell_editor);
  writer.flag("editing", node.editing);
  writer.flag("modal", node.modal);
  writer.end();
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
  std::string tree;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const Node& node = nodes_[i];
    const bool announcement = node.role == Role::status || node.role == Role::alert;
    if (i < first && !(announcement && node.parent == 0)) continue;
    tree += tree.empty() ? '[' : ',';
    write_node(node, tree);
  }
  return tree.empty() ? "[]" : tree + ']';
}

}  // namespace sokenh::ui
