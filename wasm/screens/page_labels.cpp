#include "wasm/screens/page_labels.h"

#include <array>

#include "wasm/ui/context.h"

namespace sokenh {

using namespace ui;
using namespace page;

std::string_view footer_item_label(FooterItem item) {
  constexpr std::array<Msg, kFooterItems> labels{
      Msg::page_item_unit_name, Msg::page_item_governing_body, Msg::page_item_address,
      Msg::page_item_email,     Msg::page_item_telephone,      Msg::page_item_responsible};
  return tr(labels[static_cast<std::size_t>(item)]);
}

std::string_view item_state_label(ItemState state) {
  constexpr std::array<Msg, 4> labels{Msg::page_state_found, Msg::page_state_elsewhere,
                                      Msg::page_state_unreadable, Msg::page_state_missing};
  return tr(labels[static_cast<std::size_t>(state)]);
}

std::string item_advice(const ItemReading& reading) {
  switch (reading.doubt) {
    case ItemDoubt::differs:
      return tr(Msg::page_doubt_differs, {reading.expected});
    case ItemDoubt::not_a_person:
      return tr(Msg::page_doubt_not_a_person, {reading.text});
    case ItemDoubt::in_picture_text:
      return std::string(tr(Msg::page_doubt_in_picture_text));
    case ItemDoubt::none:
      break;
  }
  switch (reading.state) {
    case ItemState::found:
      return {};
    case ItemState::elsewhere:
      return std::string(tr(Msg::page_advice_elsewhere));
    case ItemState::unreadable:
      return reading.line == 0 ? std::string(tr(Msg::page_advice_unreadable_frame))
                               : tr(Msg::page_advice_unreadable_image,
                                    {reading.text, std::to_string(reading.line)});
    case ItemState::missing:
      return std::string(tr(Msg::page_advice_missing));
  }
  return {};
}

std::string page_place(Region region, std::size_t line) {
  if (line == 0) return {};
  constexpr std::array<Msg, 7> regions{Msg::page_region_head,       Msg::page_region_top,
                                       Msg::page_region_navigation, Msg::page_region_main,
                                       Msg::page_region_side,       Msg::page_region_footer,
                                       Msg::page_region_unknown};
  return tr(Msg::page_place, {tr(regions[static_cast<std::size_t>(region)]), std::to_string(line)});
}

std::string_view press_hint_label(PressHintKind kind) {
  constexpr std::array<Msg, 3> labels{Msg::page_hint_source_line, Msg::page_hint_collected,
                                      Msg::page_hint_press_link};
  return tr(labels[static_cast<std::size_t>(kind)]);
}

std::string_view change_label(ChangeKind kind) {
  constexpr std::array<Msg, kChangeKinds> labels{
      Msg::page_change_redirect,       Msg::page_change_bad_words,
      Msg::page_change_script,         Msg::page_change_frame,
      Msg::page_change_password_asked, Msg::page_change_form_target,
      Msg::page_change_hidden_link,    Msg::page_change_hidden_text,
      Msg::page_change_inline_script,  Msg::page_change_style,
      Msg::page_change_outside_link,   Msg::page_change_form,
      Msg::page_change_text_changed,   Msg::page_change_text_added,
      Msg::page_change_text_removed,   Msg::page_change_link_added,
      Msg::page_change_link_removed,   Msg::page_change_other_added,
      Msg::page_change_other_removed};
  return tr(labels[static_cast<std::size_t>(kind)]);
}

std::string change_text(const Change& change) {
  std::string out;
  const auto add = [&out](std::string_view text) {
    if (text.empty()) return;
    if (!out.empty()) out += " · ";
    out += text;
  };
  add(change.text);
  if (change.address != change.text) add(change.address);
  if (!change.before.empty()) add(tr(Msg::page_change_before, {change.before}));
  if (!change.words.empty()) add(tr(Msg::page_change_words, {change.words}));
  constexpr std::array<Msg, 6> hidden{Msg::page_hidden_attribute,   Msg::page_hidden_display,
                                      Msg::page_hidden_visibility,  Msg::page_hidden_tiny,
                                      Msg::page_hidden_same_colour, Msg::page_hidden_off_screen};
  if (change.hidden != Hidden::no) add(tr(hidden[static_cast<std::size_t>(change.hidden) - 1]));
  return out;
}

}  // namespace sokenh
