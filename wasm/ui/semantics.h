// Semantics: what is on the screen, as a tree that the browser mirrors into real elements.
//
// Each widget that draws also says what it is: role, name, value, state, rectangle.
// web/semantics.js keeps one positioned, transparent native element a node, so that keyboards,
// screen readers, dictation, in-page search, printing and tests see an ordinary page. Activation
// comes back from those elements (a DOM click), never from hit-testing on the canvas: mouse, touch,
// keyboard and assistive technology take one path.
//
// Invariants: ids are stable while a thing stays on the screen; the order of nodes is the reading
// and Tab order.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sokenh::ui {

enum class Role : std::uint8_t {
  banner,
  navigation,
  main,
  complementary,
  contentinfo,
  group,
  region,
  heading,
  text,
  button,
  link,
  textbox,
  searchbox,
  combobox,
  checkbox,
  grid,
  row,
  columnheader,
  gridcell,
  dialog,
  alertdialog,
  list,
  listitem,
  status,
  alert,
  image,
  table,
  cell,
  properties,  // terms, each followed by its definition
  term,
  definition
};
std::string_view role_key(Role role);

using NodeId = std::uint32_t;  // 0: none

struct Rect {
  float x = 0, y = 0, width = 0, height = 0;
  friend bool operator==(const Rect&, const Rect&) = default;
};

struct Node {
  NodeId id = 0;
  NodeId parent = 0;
  NodeId described_by = 0;  // the node below a field that helps, or says what is wrong with it
  Role role = Role::text;
  std::string name;
  std::string value;        // of fields; never a secret
  std::string description;  // help or problem, read after the name
  std::string options;      // combobox: one a line
  std::string hint;         // placeholder, or autocomplete/inputmode hint of a field
  std::string shortcut;     // aria-keyshortcuts
  std::string language;     // of the name, where it is not the page's
  Rect rect;
  Rect clip;             // what of rect is visible
  float font_size = 0;   // fields: CSS pixels
  float inset_left = 0;  // fields: where the text starts, from rect.x
  float inset_top = 0;
  int level = 0;      // heading
  int row_index = 0;  // grids: 1-based, as aria-rowindex
  int column_index = 0;
  int row_count = 0;
  int column_count = 0;
  int position =
      0;  // listitem: 1-based place in the whole list, of which only a part is in the tree
  int set_size = 0;
  bool disabled = false;
  bool multiline = false;
  bool secret = false;
  bool revealed = false;  // secret: the browser draws its text in clear, focused or not
  // secret: grows when the module has changed it itself; the browser then asks for the text.
  int secret_revision = 0;
  bool invalid = false;
  bool required = false;
  bool read_only = false;
  bool tip = false;          // the name is only spoken: shown as a tip on hover
  bool selected = false;     // aria-selected, aria-current (navigation, steps) or checked
  bool cell_editor = false;  // a grid's field: hidden until typed into
  bool editing = false;      // cell_editor: being edited
  bool modal = false;

  friend bool operator==(const Node&, const Node&) = default;
};

// The tree of one frame.
class Semantics {
 public:
  void begin_frame();
  // Adds a node under the open parent; returns its index for `node()` until the next add.
  Node& add(Node node);
  Node& last() { return nodes_.back(); }
  void open(NodeId id);  // following nodes are its children
  void close();

  // Only what belongs to an open modal dialog is mirrored while there is one.
  bool changed_since_last_frame();
  // What is no longer shown is not kept to be compared with, either.
  void forget_last_frame() { std::vector<Node>().swap(previous_); }
  std::string to_json() const;

  const std::vector<Node>& nodes() const { return nodes_; }

 private:
  std::vector<Node> nodes_;
  std::vector<Node> previous_;
  std::vector<NodeId> open_;
};

}  // namespace sokenh::ui
