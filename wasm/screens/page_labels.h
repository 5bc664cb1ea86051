// What is said of a saved web page: the six items of its foot, hints of passed-on news, changes.
#pragma once

#include <string>
#include <string_view>

#include "core/page/comparison.h"
#include "core/page/footer.h"
#include "core/page/press.h"

namespace sokenh {

std::string_view footer_item_label(page::FooterItem item);
std::string_view item_state_label(page::ItemState state);
// What to do about it, or what is doubtful in what was found; "" when nothing is.
std::string item_advice(const page::ItemReading& reading);
// «cuối trang, dòng 214»; "" for what is nowhere.
std::string page_place(page::Region region, std::size_t line);
std::string_view press_hint_label(page::PressHintKind kind);
std::string_view change_label(page::ChangeKind kind);
// What it is, in one line: the text, the address, what it was before, how it is hidden.
std::string change_text(const page::Change& change);

}  // namespace sokenh
