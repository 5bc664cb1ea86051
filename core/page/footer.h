// The foot of a unit's website (TN17-1.2): does it show the unit's name, its governing body, the
// address, an e-mail, a telephone and who is responsible for the content?
//
// Looked for in the parts of the page that say they are its footer, and in its last lines; what
// stands only elsewhere is said to stand there. A clerk decides: the scan says what it took for the
// item and where, so that it can be seen to be wrong.
//
// What cannot be read is not «missing»: a footer that is a picture, a page in frames.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/inventory/unit.h"
#include "core/page/outline.h"

namespace sokenh::page {

enum class FooterItem : std::uint8_t {
  unit_name,
  governing_body,
  address,
  email,
  telephone,
  responsible
};
inline constexpr std::size_t kFooterItems = 6;
std::span<const FooterItem> footer_items();
std::string_view footer_item_key(FooterItem item);  // "governing_body"

enum class ItemState : std::uint8_t {
  found,       // at the foot of the page
  elsewhere,   // on the page, not at its foot
  unreadable,  // perhaps in a picture or a frame
  missing
};
std::string_view item_state_key(ItemState state);

// What makes a found item doubtful.
enum class ItemDoubt : std::uint8_t {
  none,
  differs,         // not what the unit's own data say
  not_a_person,    // «Chịu trách nhiệm nội dung: Ban biên tập»
  in_picture_text  // only in the text that stands for a picture
};
std::string_view item_doubt_key(ItemDoubt doubt);

struct ItemReading {
  ItemState state = ItemState::missing;
  ItemDoubt doubt = ItemDoubt::none;
  std::string text;      // what was taken for it; of an unreadable one the picture's name
  std::string expected;  // of one that differs: what the unit's data say
  std::size_t line = 0;
  Region region = Region::unknown;
  std::string path;
};

struct FooterScan {
  std::array<ItemReading, kFooterItems> items;

  const ItemReading& of(FooterItem item) const { return items[static_cast<std::size_t>(item)]; }
  std::size_t found() const;
  bool complete() const { return found() == kFooterItems; }
};

// `unit`: what is known of the unit; its fields may be empty.
FooterScan scan_footer(const PageOutline& page, const Unit& unit);

}  // namespace sokenh::page
