#include "wasm/screens/machine_form.h"

#include <string>
#include <vector>

#include "wasm/app/app.h"
#include "wasm/screens/channel_details.h"
#include "wasm/screens/labels.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

class MachineForm {
 public:
  MachineForm(App& app, const Machine& machine, const MachineStatus& status, float width)
      : app_(app), machine_(machine), width_(width) {
    // Copies: what is done here changes the workspace that they belong to.
    for (const Finding* finding : status.findings) findings_.push_back(*finding);
  }

  void draw() {
    draw_text_field(MachineField::name, {});
    draw_kind();
    draw_addresses();
    draw_text_field(MachineField::owner, {});
    draw_text_field(MachineField::place, {});
    draw_text_field(MachineField::note, {});
  }

 private:
  void set(MachineField field, std::string_view text) {
    app_.taken(app_.workspace.set_machine_field(machine_.id, field, text));
  }

  const Finding* worst_of(MachineField field) const {
    const Finding* worst = nullptr;
    for (const Finding& finding : findings_) {
      if (finding.machine_field == field &&
          (worst == nullptr || finding.severity < worst->severity))
        worst = &finding;
    }
    return worst;
  }

  const char* key_of(MachineField field) {
    const char* key = machine_field_key(field).data();
    if (app_.arrives_at(machine_place(machine_.id, field))) request_focus(ImGui::GetID(key));
    return key;
  }

  void draw_findings(MachineField field) {
    ImGui::PushID(machine_field_key(field).data());
    int index = 0;
    bool open = false;
    for (const Finding& finding : findings_) {
      if (finding.machine_field != field) continue;
      if (!open) {
        space(8);
        begin_group("findings", Role::list, tr(Msg::details_findings));
        open = true;
      }
      draw_finding(app_, finding, width_, index++);
    }
    if (open) end_group();
    ImGui::PopID();
    space(open ? 4 : 12);
  }

  void draw_text_field(MachineField field, const FieldOptions& wanted) {
    const char* key = key_of(field);
    const Finding* worst = worst_of(field);
    const std::string said = worst != nullptr ? finding_sentence(*worst, 0) : "";
    const bool error = worst != nullptr && worst->severity == Severity::error;
    FieldOptions options = wanted;
    options.width = width_;
    options.help = error ? std::string_view{} : std::string_view(said);
    options.problem = error ? std::string_view(said) : std::string_view{};
    options.enabled = !app_.read_only;
    options.show_problem = false;
    if (const auto typed =
            text_field(key, machine_field_label(field), machine_text(machine_, field), options))
      set(field, *typed);
    if (field != MachineField::addresses) draw_findings(field);
  }

  void draw_kind() {
    const char* key = key_of(MachineField::kind);
    std::vector<std::string_view> labels{machine_kind_label({})};
    int current = 0;
    for (const std::string_view kind : machine_kind_keys()) {
      if (machine_.kind == kind) current = static_cast<int>(labels.size());
      labels.push_back(machine_kind_label(kind));
    }
    const auto chosen = select(key, machine_field_label(MachineField::kind), labels, current,
                               {.width = width_, .enabled = !app_.read_only});
    if (chosen)
      set(MachineField::kind, *chosen == 0
                                  ? std::string_view{}
                                  : machine_kind_keys()[static_cast<std::size_t>(*chosen - 1)]);
    space(12);
  }

  void draw_addresses() {
    const MachineField field = MachineField::addresses;
    draw_text_field(field, {.lines = 2, .multiline = true});
    space(4);
    const std::string ranges = machine_ranges_label(machine_);
    if (!ranges.empty()) {
      ui::text(tr(Msg::machine_addresses_read, {ranges}), kBodyMedium, palette().text2, width_);
      space(2);
    }
    ui::text(tr(Msg::machine_addresses_help), kCaption, palette().text3, width_);
    draw_findings(field);
  }

  App& app_;
  const Machine& machine_;
  float width_;
  std::vector<Finding> findings_;
};

}  // namespace

void draw_machine_form(App& app, const Machine& machine, const MachineStatus& status, float width) {
  // The same fields wherever the machine is shown: what is being typed survives a change of layout.
  ImGui::PushOverrideID(ImHashStr("machine", 0, machine.id));
  MachineForm(app, machine, status, width).draw();
  ImGui::PopID();
}

}  // namespace sokenh
