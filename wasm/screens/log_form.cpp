#include "wasm/screens/log_form.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "core/inventory/backup_book.h"
#include "core/inventory/written_moment.h"
#include "core/text/fold.h"
#include "wasm/app/app.h"
#include "wasm/screens/channel_details.h"
#include "wasm/screens/entry_screen.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/log_labels.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr std::size_t kMostChoices = 30;
constexpr float kLeastField = 120;  // a day fits
constexpr int kMostLines = 8;

// Of several sentences, mostly.
bool is_long(LogField field) {
  switch (field) {
    case LogField::topic:
    case LogField::found:
    case LogField::cause:
    case LogField::damage:
    case LogField::measures:
    case LogField::note:
      return true;
    default:
      return false;
  }
}

// What other entries have there is likely to be written again.
bool recurs(LogField field) {
  return field == LogField::machine || field == LogField::system || field == LogField::person ||
         field == LogField::reported_to || field == LogField::place;
}

// A time in the wall clock's words: "2026-11-21T14:32:05+07:00" is «14:32 21/11/2026».
std::string written_now(const App& app) {
  return app.now().substr(11, 5) + " " + vietnamese_date(app.today());
}

class LogForm {
 public:
  LogForm(App& app, const LogEntry& entry, const LogEntryStatus& status, float width)
      : app_(app),
        entry_(entry),
        width_(width),
        editable_(!app.read_only && !is_sealed_backup(entry)) {
    // Copies: what is done here changes the workspace that they belong to.
    for (const Finding* finding : status.findings) findings_.push_back(*finding);
    if (status.due != nullptr) due_ = *status.due;
  }

  void draw() {
    for (const LogFieldUse& use : log_fields(entry_.kind)) {
      if (wanted(use)) draw_field(use);
    }
  }

 private:
  const std::string& written(LogField field) const { return log_text(entry_, field); }

  // A field that another choice makes superfluous stands there only with what was written in it.
  bool wanted(const LogFieldUse& use) const {
    if (log_field_is_given(use.field)) return has_finding(use.field);
    if (!written(use.field).empty() || has_finding(use.field)) return true;
    if (app_.wanted_place && app_.wanted_place->log_field == use.field) return true;
    if (!use.when_keys.empty()) return log_field_applies(entry_, use);
    const bool after_result = use.field == LogField::handled || use.field == LogField::level ||
                              use.field == LogField::due || use.field == LogField::measures;
    return !(after_result && written(LogField::result) == "nothing");
  }

  bool has_finding(LogField field) const {
    return std::any_of(findings_.begin(), findings_.end(),
                       [&](const Finding& finding) { return finding.log_field == field; });
  }

  const Finding* worst_of(LogField field) const {
    const Finding* worst = nullptr;
    for (const Finding& finding : findings_) {
      if (finding.log_field == field && (worst == nullptr || finding.severity < worst->severity))
        worst = &finding;
    }
    return worst;
  }

  void set(LogField field, std::string_view text) {
    app_.taken(app_.workspace.set_log_field(entry_.id, field, text));
  }

  // What a day or a time is taken for, where it is written otherwise; or that it cannot be read.
  void read(LogField field) {
    reading_.clear();
    unread_.clear();
    const LogFieldType type = log_field_type(field);
    const std::string& text = written(field);
    if (text.empty() || (type != LogFieldType::date && type != LogFieldType::moment)) return;
    const DateReading day = read_partial_date(text);
    const MomentReading time = read_moment(text);
    const bool is_date = type == LogFieldType::date;
    const bool known =
        is_date ? day.problem == DateProblem::none : time.problem == MomentProblem::none;
    if (known) {
      const std::string shown = is_date ? vietnamese_text(day.value) : vietnamese_text(time);
      if (shown != text) reading_ = tr(Msg::log_reads_as, {shown});
    } else {
      unread_ = finding_sentence(
          {.code = is_date ? FindingCode::date_unreadable : FindingCode::log_time_unreadable,
           .evidence = text},
          0);
    }
  }

  FieldOptions options_of(const LogFieldUse& use, float width) {
    const Finding* worst = worst_of(use.field);
    read(use.field);
    said_ = worst != nullptr ? finding_sentence(*worst, 0) : reading_;
    const bool error = worst != nullptr && worst->severity == Severity::error;
    const bool unread = worst == nullptr && !unread_.empty();
    return {.width = width,
            .help = error || unread ? std::string_view{} : std::string_view(said_),
            .problem = error    ? std::string_view(said_)
                       : unread ? std::string_view(unread_)
                                : std::string_view{},
            .input_mode = log_field_type(use.field) == LogFieldType::number
                              ? std::string_view("numeric")
                              : std::string_view{},
            .required = log_field_required(entry_, use),
            .enabled = editable_,
            .lines = is_long(use.field)
                         ? std::clamp(field_lines(written(use.field), width), 1, kMostLines)
                         : 1,
            .multiline = is_long(use.field),
            .show_problem = worst == nullptr};
  }

  const char* key_of(LogField field) {
    const char* key = log_field_key(field).data();
    if (app_.arrives_at(log_place(entry_, field))) request_focus(ImGui::GetID(key));
    return key;
  }

  void draw_findings(LogField field) {
    ImGui::PushID(log_field_key(field).data());
    int index = 0;
    for (const Finding& finding : findings_) {
      if (finding.log_field != field) continue;
      if (index == 0) {
        space(8);
        begin_group("findings", Role::list, tr(Msg::details_findings));
      }
      draw_finding(app_, finding, width_, index++);
    }
    if (index > 0) end_group();
    ImGui::PopID();
    space(index > 0 ? 4 : 12);
  }

  // When it is to be done again, or to be done at all.
  void draw_due(LogField field) {
    if (!due_ || due_->place.log_field != field) return;
    const bool past = due_->date < app_.today();
    space(4);
    ui::text(log_due_label(&*due_, app_.today()), kBodyMedium,
             tone_colors(past ? Tone::bad : Tone::neutral).text, width_);
    const RequirementResult& asked = app_.evaluation().requirements[due_->requirement];
    const std::string clause =
        clause_reference(asked.pack, asked.requirement, app_.workspace.packs());
    if (!clause.empty()) ui::text(clause, kCaption, palette().text3, width_);
  }

  // Those of other entries, and of the unit the people.
  std::vector<std::string> usual(LogField field) const {
    std::vector<std::string> all;
    std::set<std::string> known;
    const auto add = [&](const std::string& text) {
      if (text::is_blank(text) || text.find('\n') != std::string::npos ||
          all.size() >= kMostChoices || !known.insert(text::fold(text)).second)
        return;
      all.push_back(text);
    };
    const Declaration& declaration = app_.workspace.declaration();
    if (field == LogField::person) {
      add(declaration.unit.preparer_name);
      add(declaration.unit.head_name);
    }
    // The unit's own list first; what is no computer has no antivirus, but can be infected.
    if (log_field_type(field) == LogFieldType::machine) {
      for (const Machine& machine : declaration.machines) {
        if (machine.kind != kDeviceKind || entry_.kind == LogKind::botnet_check) add(machine.name);
      }
    }
    // Machines and programs are the same in every log; the latest first.
    for (auto entry = declaration.log.rbegin(); entry != declaration.log.rend(); ++entry) {
      if (all.size() >= kMostChoices) break;
      add(log_text(*entry, field));
    }
    std::erase(all, written(field));
    return all;
  }

  // Beside the field, or below it where there is no room: what sets it.
  template <typename Beside>
  void draw_text_field(const LogFieldUse& use, float beside_width, Beside beside) {
    const float gap = beside_width > 0 ? scaled(8) : 0;
    const bool stacked = beside_width > 0 && width_ - beside_width - gap < scaled(kLeastField);
    const char* key = key_of(use.field);
    const ImVec2 top = ImGui::GetCursorScreenPos();
    const FieldOptions options =
        options_of(use, stacked || beside_width == 0 ? width_ : width_ - beside_width - gap);
    const auto typed =
        text_field(key, log_field_label(entry_.kind, use.field), written(use.field), options);
    const ImVec2 below = ImGui::GetCursorScreenPos();
    if (beside_width > 0) {
      ImGui::PushID(key);
      if (stacked) {
        beside(ImVec2(top.x, below.y + gap), control_height());
      } else {
        // Below the label.
        beside(ImVec2(top.x + width_ - beside_width, top.y + scaled(kCaption.line + 4)),
               field_height());
        ImGui::SetCursorScreenPos(below);
      }
      ImGui::PopID();
    }
    if (typed) set(use.field, *typed);
  }

  void draw_time_field(const LogFieldUse& use) {
    const bool is_date = log_field_type(use.field) == LogFieldType::date;
    const std::string_view label = tr(is_date ? Msg::log_today : Msg::log_now);
    draw_text_field(use, editable_ ? button_width(label) : 0, [&](ImVec2 at, float height) {
      ImGui::SetCursorScreenPos(ImVec2(at.x, at.y + std::round((height - control_height()) / 2)));
      if (button("now", label,
                 {.enabled = editable_, .description = log_field_label(entry_.kind, use.field)}))
        set(use.field, is_date ? vietnamese_date(app_.today()) : written_now(app_));
    });
  }

  void draw_recurring_field(const LogFieldUse& use) {
    const std::vector<std::string> all = editable_ ? usual(use.field) : std::vector<std::string>{};
    draw_text_field(use, all.empty() ? 0 : usual_width(), [&](ImVec2 at, float height) {
      std::vector<std::string_view> choices{tr(Msg::account_choose)};
      choices.insert(choices.end(), all.begin(), all.end());
      const float own = context().touch ? field_height() : scaled(30);
      ImGui::SetCursorScreenPos(ImVec2(at.x, at.y + std::round((height - own) / 2)));
      const auto chosen =
          select("usual", tr(Msg::log_usual, {log_field_label(entry_.kind, use.field)}), choices, 0,
                 {.width = usual_width(), .enabled = editable_, .show_label = false});
      if (chosen && *chosen > 0) set(use.field, choices[static_cast<std::size_t>(*chosen)]);
    });
  }

  void draw_choice(const LogFieldUse& use) {
    const char* key = key_of(use.field);
    std::vector<std::string_view> labels{tr(Msg::log_choice_none)};
    int current = 0;
    for (const std::string_view choice : log_choices(use.field)) {
      if (written(use.field) == choice) current = static_cast<int>(labels.size());
      labels.push_back(log_choice_label(use.field, choice));
    }
    const auto chosen = select(key, log_field_label(entry_.kind, use.field), labels, current,
                               options_of(use, width_));
    if (!chosen) return;
    set(use.field, *chosen == 0 ? std::string_view{}
                                : log_choices(use.field)[static_cast<std::size_t>(*chosen - 1)]);
  }

  void draw_field(const LogFieldUse& use) {
    // What the program gives has no field of its own, only what is wrong with it.
    if (log_field_is_given(use.field)) {
      draw_findings(use.field);
      return;
    }
    switch (log_field_type(use.field)) {
      case LogFieldType::date:
      case LogFieldType::moment:
        draw_time_field(use);
        break;
      case LogFieldType::choice:
        draw_choice(use);
        break;
      case LogFieldType::text:
      case LogFieldType::machine:
      case LogFieldType::number:
        if (recurs(use.field)) {
          draw_recurring_field(use);
        } else {
          draw_text_field(use, 0, [](ImVec2, float) {});
        }
        break;
    }
    draw_due(use.field);
    draw_findings(use.field);
  }

  App& app_;
  const LogEntry& entry_;
  float width_;
  bool editable_;
  std::vector<Finding> findings_;
  std::optional<DueDate> due_;
  std::string said_, reading_, unread_;
};

}  // namespace

void draw_log_form(App& app, const LogEntry& entry, const LogEntryStatus& status, float width) {
  // The same fields wherever the entry is shown: what is being typed survives a change of layout.
  ImGui::PushOverrideID(ImHashStr("log-entry", 0, entry.id));
  LogForm(app, entry, status, width).draw();
  ImGui::PopID();
}

}  // namespace sokenh
