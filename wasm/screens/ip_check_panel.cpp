#include "wasm/screens/ip_check_panel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "core/text/fold.h"
#include "wasm/app/app.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/log_labels.h"
#include "wasm/screens/machine_status.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr std::size_t kMostShown = 200;

std::string size_label(std::uint64_t bytes) {
  constexpr std::uint64_t kilo = 1024;
  if (bytes < kilo * kilo)
    return tr(Msg::ip_check_kilobytes, {std::to_string((bytes + kilo - 1) / kilo)});
  return tr(Msg::ip_check_megabytes, {std::to_string((bytes + kilo * kilo - 1) / (kilo * kilo))});
}

// «1.000.000»: as numbers are written in Vietnamese, and understood in English.
std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, '.');
  return digits;
}

// How far it has come, as a bar; the share is said by the text beside it.
void draw_bar(float share, float width) {
  const Palette& colors = palette();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = scaled(6);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddRectFilled(at, ImVec2(at.x + width, at.y + height), colors.sunken, height / 2);
  draw->AddRectFilled(
      at, ImVec2(at.x + std::max(height, width * std::clamp(share, 0.0F, 1.0F)), at.y + height),
      colors.accent, height / 2);
  ImGui::Dummy(ImVec2(width, height));
}

const Machine* machine_of(const App& app, MachineId id) {
  for (const Machine& machine : app.workspace.declaration().machines) {
    if (machine.id == id) return &machine;
  }
  return nullptr;
}

}  // namespace

bool IpCheckPanel::handle_paste(NodeId id, std::string_view text) {
  if ((id != 0 && id != paste_field_) || text::is_blank(text)) return false;
  check.paste(text);
  return true;
}

// Where lists come from.
void IpCheckPanel::draw_choosing(App& app, float width) {
  begin_card("lists", tr(Msg::ip_check_lists), width);
  const float inner = ImGui::CalcItemWidth();
  heading(2, tr(Msg::ip_check_lists), kCardTitle, inner);
  space(4);
  ui::text(tr(Msg::ip_check_how), kBody, palette().text2, inner);
  space(12);
  const bool first = check.lists().empty();
  if (button("choose", tr(Msg::ip_check_choose),
             {.kind = first ? ButtonKind::primary : ButtonKind::secondary, .icon = Icon::open}))
    check.choose();
  space(12);
  paste_field_ = ImGui::GetID("paste-list");
  // What is pasted is taken at once, what is typed when it is done.
  const auto typed = text_field("paste-list", tr(Msg::ip_check_paste), {},
                                {.width = inner,
                                 .placeholder = tr(Msg::ip_check_paste_hint),
                                 .lines = first ? 5 : 2,
                                 .multiline = true});
  if (typed && !text::is_blank(*typed)) check.paste(*typed);
  std::vector<std::uint32_t> ids;
  for (const CheckedList& list : check.lists()) ids.push_back(list.id);
  if (!ids.empty()) {
    space(14);
    begin_group("given", Role::list, tr(Msg::ip_check_lists));
    for (const std::uint32_t id : ids) {
      CheckedList* list = check.find(id);
      if (list == nullptr) continue;
      ImGui::PushID(static_cast<int>(id));
      begin_group("list", Role::listitem, list->name);
      draw_list(app, *list, inner);
      end_group();
      ImGui::PopID();
    }
    end_group();
  }
  end_card();
}

void IpCheckPanel::draw_list(App& app, CheckedList& list, float width) {
  const Palette& colors = palette();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddLine(at, ImVec2(at.x + width, at.y), colors.line);
  space(10);
  const ImVec2 top = ImGui::GetCursorScreenPos();
  const float gone_width = control_height();
  heading(3, list.name, kBodyStrong, width - gone_width - scaled(8));
  const float below = ImGui::GetCursorScreenPos().y;
  ImGui::SetCursorScreenPos(ImVec2(top.x + width - gone_width, top.y - scaled(6)));
  const bool reading = list.state == CheckedList::State::reading;
  const bool gone =
      button("remove", tr(reading ? Msg::ip_check_cancel : Msg::ip_check_remove, {list.name}),
             {.kind = ButtonKind::quiet, .icon = Icon::close, .icon_only = true});
  ImGui::SetCursorScreenPos(ImVec2(top.x, below));
  if (list.state == CheckedList::State::failed) {
    space(6);
    notice(Tone::bad, tr(Msg::ip_check_not_read), list.problem, width);
  } else if (reading) {
    const std::uint64_t all = std::max<std::uint64_t>(list.bytes, 1);
    const auto percent = std::min<std::uint64_t>(100, list.done * 100 / all);
    space(2);
    ui::text(tr(Msg::ip_check_reading, {std::to_string(percent), size_label(list.bytes)}), kCaption,
             colors.text2, width);
    space(4);
    draw_bar(static_cast<float>(percent) / 100, width);
  } else {
    space(2);
    ui::text(tr(Msg::ip_check_read,
                {grouped(list.entries), grouped(list.lines), size_label(list.bytes)}),
             kBody, colors.text2, width);
    space(2);
    ui::text(tr(Msg::ip_check_digest, {list.sha256}), kCaption, colors.text3, width);
    draw_unreadable(list, width);
    draw_about(app, list, width);
  }
  space(12);
  if (gone) check.remove(list.id);
}

void IpCheckPanel::draw_unreadable(const CheckedList& list, float width) {
  if (list.unreadable == 0) return;
  std::string lines;
  for (const UnreadableInList& each : list.first_unreadable) {
    if (!lines.empty()) lines += "\n";
    lines +=
        tr(Msg::ip_check_unreadable_line, {std::to_string(each.line), each.text, each.problem});
  }
  if (list.unreadable > list.first_unreadable.size()) lines += "\n…";
  space(8);
  notice(Tone::warn, tr(Msg::ip_check_unreadable, {grouped(list.unreadable)}), lines, width);
}

// What is remembered of the list.
void IpCheckPanel::draw_about(App& app, CheckedList& list, float width) {
  space(10);
  const bool narrow = width < scaled(560);
  const float gap = scaled(10);
  const float one = narrow ? width : std::floor((width - 2 * gap) / 3);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  float bottom = at.y;
  int index = 0;
  const auto field = [&](const char* key, LogField what, std::string& text) {
    if (!narrow)
      ImGui::SetCursorScreenPos(ImVec2(at.x + static_cast<float>(index) * (one + gap), at.y));
    if (const auto typed = text_field(key, log_field_label(LogKind::botnet_check, what), text,
                                      {.width = one, .enabled = !app.read_only}))
      text = *typed;
    if (narrow) space(8);
    bottom = std::max(bottom, ImGui::GetCursorScreenPos().y);
    ++index;
  };
  field("reference", LogField::reference, list.reference);
  field("day", LogField::list_date, list.day);
  field("sender", LogField::sender, list.sender);
  ImGui::SetCursorScreenPos(ImVec2(at.x, bottom));
  ImGui::Dummy(ImVec2(1, 1));
}

// --- what was found

void IpCheckPanel::draw_found(App& app, const CheckedList& list, float width) {
  const Palette& colors = palette();
  const std::size_t shown =
      context().whole ? list.found.size() : std::min(list.found.size(), kMostShown);
  begin_group("found", Role::list, tr(Msg::ip_check_found_title, {list.name}));
  for (std::size_t i = 0; i < shown; ++i) {
    const FoundInList& each = list.found[i];
    const Machine* machine = machine_of(app, each.machine);
    if (machine == nullptr) continue;
    ImGui::PushID(static_cast<int>(i));
    begin_group("match", Role::listitem, "");
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddLine(at, ImVec2(at.x + width, at.y), colors.line);
    space(8);
    std::string who = machine_title(*machine);
    for (const std::string* part : {&machine->owner, &machine->place}) {
      if (!text::is_blank(*part)) who += " · " + *part;
    }
    const ImVec2 line = ImGui::GetCursorScreenPos();
    draw_icon(ImGui::GetWindowDrawList(), Icon::error,
              ImVec2(line.x + scaled(9), line.y + scaled(kBodyStrong.line) / 2), colors.bad, 16);
    ImGui::SetCursorScreenPos(ImVec2(line.x + scaled(26), line.y));
    ui::text(who, kBodyStrong, colors.text, width - scaled(26));
    ImGui::SetCursorScreenPos(ImVec2(line.x + scaled(26), ImGui::GetCursorScreenPos().y));
    ui::text(tr(Msg::ip_check_match, {each.own, each.listed, std::to_string(each.line)}), kBody,
             colors.text2, width - scaled(26));
    ImGui::SetCursorScreenPos(ImVec2(line.x, ImGui::GetCursorScreenPos().y));
    space(8);
    end_group();
    ImGui::PopID();
  }
  end_group();
  if (list.total > shown)
    ui::text(tr(Msg::ip_check_more, {grouped(list.total - shown)}), kCaption, colors.text2, width);
}

// The dispatch's order: off the net first, then clean, then report.
void IpCheckPanel::draw_what_to_do(App& app, float width) {
  space(8);
  heading(3, tr(Msg::ip_check_what_to_do), kBodyStrong, width);
  space(4);
  begin_group("steps", Role::list, tr(Msg::ip_check_what_to_do));
  int index = 0;
  for (const Msg step :
       {Msg::ip_check_step_isolate, Msg::ip_check_step_router, Msg::ip_check_step_scan,
        Msg::ip_check_step_passwords, Msg::ip_check_step_report, Msg::ip_check_step_write}) {
    ImGui::PushID(index++);
    begin_group("step", Role::listitem, "");
    ui::text(std::to_string(index) + ". " + std::string(tr(step)), kBody, palette().text, width);
    space(3);
    end_group();
    ImGui::PopID();
  }
  end_group();
  space(8);
  // Whom to call: one click away (HP24-5).
  draw_contact_buttons(app, width);
}

void IpCheckPanel::draw_result(App& app, float width) {
  if (check.lists().empty()) return;
  space(16);
  begin_card("result", tr(Msg::ip_check_result), width);
  const float inner = ImGui::CalcItemWidth();
  heading(2, tr(Msg::ip_check_result), kCardTitle, inner);
  space(8);
  if (check.reading()) {
    ui::text(tr(Msg::ip_check_wait), kBody, palette().text2, inner);
    end_card();
    return;
  }
  const bool nothing_asked = check.own(app).count == 0;
  bool any_ready = false;
  for (const CheckedList& list : check.lists()) {
    if (list.state != CheckedList::State::ready || nothing_asked) continue;
    any_ready = true;
    ImGui::PushID(static_cast<int>(list.id));
    if (list.total == 0) {
      notice(Tone::ok, tr(Msg::ip_check_none_in, {list.name}),
             tr(Msg::ip_check_none_in_body, {grouped(check.own(app).count)}), inner);
      space(8);
    } else {
      notice(Tone::bad, tr(Msg::ip_check_found_in, {list.name}),
             tr(Msg::ip_check_found, {grouped(list.total)}), inner);
      space(8);
      draw_found(app, list, inner);
    }
    ImGui::PopID();
  }
  if (check.found() > 0 && any_ready) draw_what_to_do(app, inner);
  if (any_ready) {
    space(14);
    draw_record(app, inner);
  } else {
    ui::text(tr(nothing_asked ? Msg::ip_check_nothing_asked : Msg::ip_check_nothing_read), kBody,
             palette().text2, inner);
  }
  end_card();
}

void IpCheckPanel::draw_record(App& app, float width) {
  const bool blank_name =
      std::any_of(check.lists().begin(), check.lists().end(), [](const CheckedList& list) {
        return list.state == CheckedList::State::ready && text::is_blank(list.reference);
      });
  const bool possible = check.all_ready() && !blank_name && !app.read_only && !check.recorded();
  const std::string_view why = check.recorded()     ? tr(Msg::ip_check_recorded_already)
                               : !check.all_ready() ? tr(Msg::ip_check_record_not_read)
                               : blank_name         ? tr(Msg::ip_check_record_no_name)
                                                    : tr(Msg::ip_check_record_how);
  const bool write = button(
      "record", tr(Msg::ip_check_record),
      {.kind = ButtonKind::primary, .icon = Icon::check, .enabled = possible, .description = why});
  const std::string_view to_log = tr(Msg::ip_check_open_log);
  row_or_below(button_width(to_log, {.icon = Icon::calendar}), width);
  const bool go = button("log", to_log, {.icon = Icon::calendar});
  space(4);
  ui::text(why, kCaption, palette().text3, width);
  if (write) {
    const std::size_t count = check.entries(app).size();
    if (check.record(app)) {
      app.tell(tr(Msg::ip_check_recorded, {std::to_string(count)}));
    } else {
      app.tell(tr(Msg::log_full, {std::to_string(kMaxLogEntries)}), Notice::Kind::problem);
    }
  }
  if (go) app.go_to(log_place(LogKind::botnet_check));
}

void IpCheckPanel::draw(App& app, float width) {
  check.follow(app);
  const float room = std::min(width, scaled(860));
  heading(1, tr(Msg::ip_check_title), kPageTitle, room);
  space(4);
  ui::text(tr(Msg::ip_check_subtitle), kBody, palette().text2, room);
  space(14);
  if (check.own(app).count == 0) {
    notice(Tone::warn, tr(Msg::ip_check_no_machines), tr(Msg::ip_check_no_machines_body), room);
    space(8);
    if (button("machines", tr(Msg::ip_check_to_machines), {.icon = Icon::machine}))
      app.go_to(Place{.kind = PlaceKind::machines});
    space(14);
  }
  draw_choosing(app, room);
  draw_result(app, room);
  space(20);
}

}  // namespace sokenh
