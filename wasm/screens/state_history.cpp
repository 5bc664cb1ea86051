#include "wasm/screens/state_history.h"

#include <algorithm>
#include <vector>

#include "core/inventory/channel_state.h"
#include "core/inventory/declaration.h"
#include "core/inventory/partial_date.h"
#include "wasm/app/app.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/screens.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr ChannelState kStates[] = {ChannelState::active, ChannelState::closed,
                                    ChannelState::locked, ChannelState::deleted};

const Channel* find_channel(const App& app, ChannelId row) {
  for (const Channel& channel : app.workspace.declaration().channels) {
    if (channel.id == row) return &channel;
  }
  return nullptr;
}

bool has_date(const StateChange& change) {
  return read_partial_date(change.date).problem == DateProblem::none;
}

}  // namespace

void StateDialog::open_change(const App& app, ChannelId row, std::string_view state) {
  *this = StateDialog{};
  row_ = row;
  changes_state_ = true;
  draft_ = {vietnamese_date(app.today()), std::string(state), {}};
  context().wants_frame = true;
}

void StateDialog::open_record(const App& app, const Channel& channel,
                              std::optional<std::size_t> index) {
  *this = StateDialog{};
  row_ = channel.id;
  index_ = index;
  draft_ = index ? channel.state_changes[*index]
                 : StateChange{vietnamese_date(app.today()), channel.state, {}};
  context().wants_frame = true;
}

bool StateDialog::save(App& app, const Channel& channel) {
  refused_ = true;
  if (!has_date(draft_)) return false;
  if (changes_state_) {
    return app.taken(
        app.workspace.change_state(channel.id, draft_.state, draft_.date, draft_.reason));
  }
  std::vector<StateChange> changes = channel.state_changes;
  if (index_ && *index_ < changes.size()) {
    changes[*index_] = draft_;
  } else {
    changes.push_back(draft_);
  }
  return app.taken(app.workspace.set_state_changes(channel.id, std::move(changes)));
}

void StateDialog::draw_fields(float width) {
  if (!changes_state_) {
    std::vector<std::string_view> labels;
    for (const ChannelState state : kStates) labels.push_back(state_label(state));
    const auto now =
        std::find(std::begin(kStates), std::end(kStates), read_state(draft_.state).state);
    int current = static_cast<int>(now - std::begin(kStates));
    // What is written but none of the four stays to be seen.
    std::string written = draft_.state;
    std::replace(written.begin(), written.end(), '\n', ' ');
    if (now == std::end(kStates))
      labels.push_back(written.empty() ? tr(Msg::state_unset) : std::string_view(written));
    const auto chosen = select("state", tr(Msg::column_state), labels, current, {.width = width});
    if (chosen && *chosen < static_cast<int>(std::size(kStates)))
      draft_.state = state_label(kStates[*chosen]);
    space(12);
  }
  live_field(
      "date", tr(Msg::state_date), draft_.date,
      {.width = width,
       .problem = refused_ && !has_date(draft_) ? tr(Msg::review_date_wrong) : std::string_view{},
       .required = true});
  space(12);
  live_field("reason", tr(Msg::state_reason), draft_.reason,
             {.width = width, .help = tr(Msg::state_reason_help), .lines = 2});
}

void StateDialog::draw(App& app) {
  if (!is_open()) return;
  const Channel* found = find_channel(app, row_);
  if (found == nullptr) {
    close();
    return;
  }
  const Channel channel = *found;  // a copy: saving changes it
  const bool leave = begin_dialog(
      "state-change", tr(changes_state_ ? Msg::state_change_title : Msg::state_record_title), 460);
  const float width = ImGui::GetContentRegionAvail().x;
  draw_dialog_notices(app, width);
  text(channel_title(channel), kBodyStrong, {}, width);
  if (changes_state_)
    text(tr(Msg::state_from_to, {channel.state, draft_.state}), kBody, palette().text2, width);
  space(12);
  draw_fields(width);
  space(16);
  const bool keep = button("confirm", tr(changes_state_ ? Msg::state_change : Msg::review_save),
                           {.kind = ButtonKind::primary, .icon = Icon::check});
  same_line(8);
  const bool cancelled = button("cancel", tr(Msg::cancel));
  end_dialog();
  if (keep) {
    context().wants_frame = true;
    if (save(app, channel)) close();
  } else if (leave || cancelled) {
    close();
  }
}

void draw_state_history(App& app, const Channel& channel, float width) {
  if (channel.state.empty() && channel.state_changes.empty()) return;
  ImGui::PushOverrideID(ImHashStr("state-history", 0, channel.id));
  if (!channel.state_changes.empty()) {
    text(tr(Msg::state_history), kCaptionStrong, palette().text2, width);
    space(4);
    begin_group("changes", Role::list, tr(Msg::state_history));
    for (std::size_t i = 0; i < channel.state_changes.size(); ++i) {
      const StateChange& change = channel.state_changes[i];
      ImGui::PushID(static_cast<int>(i));
      begin_group("change", Role::listitem, "");
      const ImVec2 top = ImGui::GetCursorScreenPos();
      const float tools = 2 * control_height();
      const float room = width - tools - scaled(8);
      text(tr(Msg::state_changed, {change.date, change.state}), kBody, {}, room);
      if (!change.reason.empty()) text(change.reason, kCaption, palette().text2, room);
      const float bottom = std::max(ImGui::GetCursorScreenPos().y, top.y + control_height());
      const auto tool = [&](const char* key, Msg label, Icon icon) {
        return button(key, tr(label, {change.date}),
                      {.kind = ButtonKind::quiet,
                       .icon = icon,
                       .enabled = !app.read_only,
                       .icon_only = true});
      };
      ImGui::SetCursorScreenPos(ImVec2(top.x + width - tools, top.y));
      const bool edit = tool("edit", Msg::state_record_edit, Icon::pen);
      same_line(0);
      const bool remove = tool("remove", Msg::state_record_remove, Icon::trash);
      end_group();
      ImGui::PopID();
      ImGui::SetCursorScreenPos(ImVec2(top.x, bottom));
      ImGui::Dummy(ImVec2(width, scaled(2)));
      if (edit) app.state_dialog.open_record(app, channel, i);
      if (remove) {
        std::vector<StateChange> left = channel.state_changes;
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
        app.workspace.set_state_changes(channel.id, std::move(left));
      }
    }
    end_group();
    space(4);
  }
  if (button("add", tr(Msg::state_record_add),
             {.kind = ButtonKind::quiet,
              .icon = Icon::add,
              .enabled = !app.read_only && channel.state_changes.size() < kMaxStateChanges}))
    app.state_dialog.open_record(app, channel, std::nullopt);
  ImGui::PopID();
}

}  // namespace sokenh
