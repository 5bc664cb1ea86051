// Tổng quan: its parts, and what it keeps between frames.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace sokenh {

class App;
struct Pack;

struct OverviewState {
  static constexpr std::size_t kFirstTasks = 8;
  std::size_t tasks_shown = kFirstTasks;
  std::string contacts_of;  // the dispatch whose contacts are shown in a dialog, by id; or empty
};

void draw_due_strip(App& app, float width);       // due_strip.cpp: the coming days
void draw_task_list(App& app, float width);       // task_list.cpp: a card
void draw_followed_packs(App& app, float width);  // followed_packs.cpp: a card
void draw_contacts_dialog(App& app);              // contacts_dialog.cpp
// One button for each followed dispatch that names contacts, and that is `wanted`; whether there is
// any (contacts_dialog.cpp).
bool draw_contact_buttons(App& app, float width,
                          const std::function<bool(const Pack&)>& wanted = {});

}  // namespace sokenh
