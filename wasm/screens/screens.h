// The screens, one function each; every screen's code is in the file of its name.
#pragma once

namespace sokenh {

class App;

void draw_shell(App& app);  // shell.cpp: top bar, navigation, the current screen, dialogs

// Each fills the current window's content region. Never within draw_shell(): a browser makes code
// of a whole function when it is first called, and each visit would have that of every screen made.
[[gnu::noinline]] void draw_overview_screen(App& app);
[[gnu::noinline]] void draw_unit_screen(App& app);
[[gnu::noinline]] void draw_channels_screen(App& app, bool details_shown);
void draw_channel_details(App& app);  // the side panel of the channels screen
[[gnu::noinline]] void draw_accounts_screen(App& app);
[[gnu::noinline]] void draw_machines_screen(App& app);
[[gnu::noinline]] void draw_self_check_screen(App& app);
[[gnu::noinline]] void draw_password_screen(App& app);
[[gnu::noinline]] void draw_logs_screen(App& app);
[[gnu::noinline]] void draw_pages_screen(App& app);
[[gnu::noinline]] void draw_duty_screen(App& app);
[[gnu::noinline]] void draw_documents_screen(App& app);
[[gnu::noinline]] void draw_sign_screen(App& app);

void draw_shortcuts_dialog(App& app);  // shortcuts_dialog.cpp

// What was told while the current dialog was open, at its top.
void draw_dialog_notices(App& app, float width);  // shell.cpp

}  // namespace sokenh
