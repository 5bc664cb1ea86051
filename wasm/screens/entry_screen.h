// What the screens draw alike that show entries, one of which may be open: accounts, logs,
// machines, duty rosters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sokenh {

class App;

inline constexpr float kLeastTable = 220;

// What the panel has below the cursor, however far it is scrolled.
float height_left();
bool on_phone(const App& app);

void draw_history_tools(App& app);  // undo, redo

// Of the choice of usual texts beside a field, as wide as «Chọn sẵn…».
float usual_width();

// The button that leads back from what is open; gets the focus when asked, once. True when pressed.
bool draw_back(std::string_view label, bool& wants_focus);

// The screen's title and, beside it where there is room, how many there are; "" for none.
void draw_counted_title(std::string_view title, const std::string& count, float width);

// Which of the entries are shown: a choice of filters, the first of which is «all», and a search.
struct EntryFilter {
  std::string_view filter_label, search_label;
  std::span<const std::string_view> filters;
};
// The filter as it is now, or as it was chosen.
int draw_entry_filter(const EntryFilter& filter, int chosen, std::string& search, float width);

// What an open entry consists of, in the width there is.
using DrawOpen = std::function<void(float width)>;
// The panel beside the list. True when it is to be hidden.
struct EntryPanel {
  const char* key;
  std::string_view name, title, hide_label;
};
bool draw_entry_panel(const EntryPanel& panel, const DrawOpen& draw);
// On a phone, instead of the list. True when it is left.
bool draw_open_entry(App& app, std::uint32_t id, std::string_view title, bool& wants_focus,
                     const DrawOpen& draw);

// Of those shown, the one that takes the place of `id` when it is removed; 0: none.
template <class Entry>
std::uint32_t next_in_place_of(std::uint32_t id, std::span<const std::size_t> shown,
                               const std::vector<Entry>& entries) {
  for (std::size_t i = 0; i < shown.size(); ++i) {
    if (entries[shown[i]].id != id) continue;
    if (i + 1 < shown.size()) return entries[shown[i + 1]].id;
    return i > 0 ? entries[shown[i - 1]].id : 0;
  }
  return 0;
}

}  // namespace sokenh
