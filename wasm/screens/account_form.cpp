#include "wasm/screens/account_form.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "core/text/fold.h"
#include "wasm/app/app.h"
#include "wasm/screens/channel_details.h"
#include "wasm/screens/channel_marks.h"
#include "wasm/screens/entry_screen.h"
#include "wasm/screens/labels.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr std::size_t kMostChoices = 30;
constexpr float kLeastField = 120;  // a date fits

class AccountForm {
 public:
  AccountForm(App& app, const Account& account, const AccountStatus& status, float width)
      : app_(app), account_(account), width_(width) {
    // Copies: what is done here changes the workspace that they belong to.
    for (const Finding* finding : status.findings) findings_.push_back(*finding);
    due_ = due_label(app, status);
    due_tone_ = due_tone(app, status);
    due_clause_ = due_clause(app, status);
  }

  void draw() {
    draw_text_field(AccountField::user_name);
    draw_text_field(AccountField::holder);
    draw_text_field(AccountField::position);
    draw_text_field(AccountField::system, Msg::account_usual_systems, systems());
    draw_date_field(AccountField::password_changed, Msg::account_changed_today);
    draw_due();
    draw_answer(AccountField::in_use);
    if (account_.in_use == Answer::no || !account_.unused_reason.empty() ||
        !account_.removal_requested.empty()) {
      const auto reasons = usual_unused_reasons();
      draw_text_field(AccountField::unused_reason, Msg::account_usual_reasons,
                      {reasons.begin(), reasons.end()});
      draw_date_field(AccountField::removal_requested, Msg::account_requested_today);
    }
    if (account_.in_use != Answer::no) {
      draw_answer(AccountField::default_replaced);
      draw_answer(AccountField::password_strong);
    }
  }

 private:
  // The dispatches' systems, then those that the unit has written already.
  std::vector<std::string_view> systems() const {
    const auto usual = usual_systems();
    std::vector<std::string_view> all(usual.begin(), usual.end());
    for (const Account& account : app_.workspace.declaration().accounts) {
      if (all.size() >= kMostChoices) break;
      const bool one_line = account.system.find('\n') == std::string::npos;
      if (!text::is_blank(account.system) && one_line &&
          std::find(all.begin(), all.end(), account.system) == all.end())
        all.emplace_back(account.system);
    }
    return all;
  }

  void set(AccountField field, std::string_view text) {
    app_.taken(app_.workspace.set_account_field(account_.id, field, text));
  }

  const Finding* worst_of(AccountField field) const {
    const Finding* worst = nullptr;
    for (const Finding& finding : findings_) {
      if (finding.account_field == field &&
          (worst == nullptr || finding.severity < worst->severity))
        worst = &finding;
    }
    return worst;
  }

  FieldOptions options_of(AccountField field, float width) {
    const Finding* worst = worst_of(field);
    said_ = worst != nullptr ? finding_sentence(*worst, 0) : "";
    const bool error = worst != nullptr && worst->severity == Severity::error;
    return {.width = width,
            .help = error ? std::string_view{} : std::string_view(said_),
            .problem = error ? std::string_view(said_) : std::string_view{},
            .enabled = !app_.read_only,
            .show_problem = false};
  }

  const char* key_of(AccountField field) {
    const char* key = account_field_key(field).data();
    if (app_.arrives_at(account_place(account_.id, field))) request_focus(ImGui::GetID(key));
    return key;
  }

  void draw_findings(AccountField field) {
    ImGui::PushID(account_field_key(field).data());
    int index = 0;
    bool open = false;
    for (const Finding& finding : findings_) {
      if (finding.account_field != field) continue;
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

  // Beside the field, or below it where there is no room: what is mostly written there, or what
  // sets it.
  template <typename Beside>
  void draw_field_with(AccountField field, float beside_width, Beside beside) {
    const float gap = beside_width > 0 ? scaled(8) : 0;
    const bool stacked = width_ - beside_width - gap < scaled(kLeastField);
    const char* key = key_of(field);
    const ImVec2 top = ImGui::GetCursorScreenPos();
    const auto typed =
        text_field(key, account_field_label(field), account_text(account_, field),
                   options_of(field, stacked ? width_ : width_ - beside_width - gap));
    const ImVec2 below = ImGui::GetCursorScreenPos();
    if (stacked) {
      beside(ImVec2(top.x, below.y + gap), control_height());
    } else if (beside_width > 0) {
      beside(ImVec2(top.x + width_ - beside_width, below.y - field_height()), field_height());
      ImGui::SetCursorScreenPos(below);
    }
    if (typed) set(field, *typed);
    draw_findings(field);
  }

  void draw_text_field(AccountField field) {
    draw_field_with(field, 0, [](ImVec2, float) {});
  }

  void draw_text_field(AccountField field, Msg label, std::vector<std::string_view> choices) {
    choices.insert(choices.begin(), tr(Msg::account_choose));
    draw_field_with(field, usual_width(), [&](ImVec2 at, float height) {
      const float own = context().touch ? field_height() : scaled(30);
      ImGui::SetCursorScreenPos(ImVec2(at.x, at.y + std::round((height - own) / 2)));
      ImGui::PushID(account_field_key(field).data());
      const auto chosen =
          select("usual", tr(label), choices, 0,
                 {.width = usual_width(), .enabled = !app_.read_only, .show_label = false});
      ImGui::PopID();
      if (chosen) set(field, choices[static_cast<std::size_t>(*chosen)]);
    });
  }

  void draw_date_field(AccountField field, Msg label) {
    const float wide = button_width(tr(label));
    draw_field_with(field, wide, [&](ImVec2 at, float height) {
      ImGui::SetCursorScreenPos(ImVec2(at.x, at.y + std::round((height - control_height()) / 2)));
      ImGui::PushID(account_field_key(field).data());
      if (button("today", tr(label), {.enabled = !app_.read_only}))
        set(field, vietnamese_date(app_.today()));
      ImGui::PopID();
    });
  }

  void draw_due() {
    if (due_.empty()) return;
    ImGui::SetCursorScreenPos(
        ImVec2(ImGui::GetCursorScreenPos().x, ImGui::GetCursorScreenPos().y - scaled(4)));
    ui::text(due_, kBodyMedium, tone_colors(due_tone_).text, width_);
    if (!due_clause_.empty()) ui::text(due_clause_, kCaption, palette().text3, width_);
    space(12);
  }

  void draw_answer(AccountField field) {
    const char* key = key_of(field);
    const auto labels = answer_labels();
    const auto chosen =
        select(key, account_field_label(field), labels,
               static_cast<int>(account_answer(account_, field)), options_of(field, width_));
    if (chosen) set(field, answer_key(static_cast<Answer>(*chosen)));
    draw_findings(field);
  }

  App& app_;
  const Account& account_;
  float width_;
  std::vector<Finding> findings_;
  std::string due_, due_clause_, said_;
  Tone due_tone_ = Tone::neutral;
};

}  // namespace

void draw_account_form(App& app, const Account& account, const AccountStatus& status, float width) {
  // The same fields wherever the account is shown: what is being typed survives a change of layout.
  ImGui::PushOverrideID(ImHashStr("account", 0, account.id));
  AccountForm(app, account, status, width).draw();
  ImGui::PopID();
}

}  // namespace sokenh
