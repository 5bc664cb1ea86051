// Mật khẩu: its parts, each a card in a file of its own.
#pragma once

#include <string>

#include "core/policy/pack.h"

namespace sokenh {

class App;

void draw_password_check(App& app, float width);     // password_check.cpp
void draw_password_maker(App& app, float width);     // password_maker.cpp
void draw_password_compare(App& app, float width);   // password_compare.cpp
void draw_password_rotation(App& app, float width);  // password_rotation.cpp
// What to heed when setting one, with the dispatches' clauses and no password: for paper.
void draw_password_guide(App& app, float width);  // password_guide.cpp

// While the word list is on its way, or did not come; true when it is here.
bool draw_word_list_state(App& app, float width);  // password_check.cpp
std::string clause_of(const Pack* pack, const Requirement* requirement);

}  // namespace sokenh
