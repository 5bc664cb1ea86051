// Tài khoản: the accounts on shared systems, what is to be done about them, and their reviews.
#include <algorithm>
#include <array>
#include <string>

#include "wasm/app/app.h"
#include "wasm/screens/account_form.h"
#include "wasm/screens/accounts_view.h"
#include "wasm/screens/entry_screen.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/screens.h"
#include "wasm/screens/table_preview.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

const Account* find_account(const App& app, AccountId id) {
  for (const Account& account : app.workspace.declaration().accounts) {
    if (account.id == id) return &account;
  }
  return nullptr;
}

}  // namespace

const Account* AccountsView::chosen(const App& app) const {
  return find_account(app, list.chosen());
}

bool AccountsView::form_beside(const App& app) const {
  return app.screen == Screen::accounts && !on_phone(app) && !reviews_open_ &&
         chosen(app) != nullptr;
}

bool AccountsView::covers_list(const App& app) const {
  return app.screen == Screen::accounts &&
         (reviews_open_ || (on_phone(app) && form_open_ && chosen(app) != nullptr));
}

bool AccountsView::close(App& app) {
  if (!covers_list(app)) return false;
  reviews_last_ = reviews_open_;
  if (!reviews_open_) list.choose(list.chosen(), true);
  reviews_open_ = false;
  form_open_ = false;
  context().wants_frame = true;
  return true;
}

void AccountsView::reopen(const App& app) {
  if (covers_list(app)) return;
  reviews_open_ = reviews_last_;
  form_open_ = !reviews_last_;
  context().wants_frame = true;
}

bool AccountsView::dialog_open() const {
  return import_dialog.is_open() || reviews_.is_open() || batch_.is_open();
}

bool AccountsView::leave_dialog() {
  if (import_dialog.is_open()) {
    import_dialog.close();
  } else if (reviews_.is_open()) {
    reviews_.close();
  } else if (batch_.is_open()) {
    batch_.close();
  } else {
    return false;
  }
  context().wants_frame = true;
  return true;
}

void AccountsView::draw_dialogs(App& app) {
  import_dialog.draw(app);
  reviews_.draw_dialog(app);
  batch_.draw_dialog(app);
}

bool AccountsView::handle_key(App& app, const KeyPress& key) {
  return app.screen == Screen::accounts && !app.dialog_open() && list.handle_key(key);
}

bool AccountsView::handle_paste(App& app, NodeId id, std::string_view text, std::string_view html) {
  if (import_dialog.handle_paste(app, text, html)) return true;
  if (app.screen != Screen::accounts || id != 0 || app.read_only || app.dialog_open()) return false;
  import_dialog.open_empty();
  return import_dialog.handle_paste(app, text, html);
}

// Where a task or a finding leads: the account's form, the reviews, or the list.
void AccountsView::arrive(App& app) {
  if (!app.wanted_place) return;
  const Place wanted = *app.wanted_place;
  if (wanted.kind == PlaceKind::account && find_account(app, wanted.account) != nullptr) {
    reviews_open_ = false;
    form_open_ = true;
    list.show_all();
    list.choose(wanted.account, !wanted.account_field && !on_phone(app));
  } else if (wanted.kind == PlaceKind::account_reviews) {
    reviews_open_ = true;
  } else if (wanted.kind == PlaceKind::accounts) {
    reviews_open_ = false;
    form_open_ = false;
  }
}

void AccountsView::add(App& app) {
  const auto ids = app.workspace.insert_accounts(app.workspace.declaration().accounts.size(),
                                                 std::vector<Account>(1));
  if (ids.empty()) return;
  app.go_to(account_place(ids.front(), AccountField::user_name));
}

void AccountsView::duplicate(App& app, const Account& account) {
  const auto& accounts = app.workspace.declaration().accounts;
  const auto at = std::find_if(accounts.begin(), accounts.end(),
                               [&](const Account& one) { return one.id == account.id; });
  Account copy = account;
  const auto ids = app.workspace.insert_accounts(
      static_cast<std::size_t>(at - accounts.begin()) + 1, {std::move(copy)});
  if (!ids.empty()) app.go_to(account_place(ids.front(), AccountField::user_name));
}

void AccountsView::remove(App& app, const Account& account) {
  const std::string title = account_title(account);
  const AccountId ids[] = {account.id};
  app.workspace.remove_accounts(ids);
  form_open_ = false;
  app.tell(tr(Msg::account_removed, {title}));
}

void AccountsView::draw_add(App& app) {
  if (app.arrives_at({.kind = PlaceKind::accounts})) request_focus(ImGui::GetID("add"));
  if (button("add", tr(Msg::account_add),
             {.kind = ButtonKind::primary, .icon = Icon::add, .enabled = !app.read_only}))
    add(app);
}

void AccountsView::draw_title(App& app, float width) {
  const auto& accounts = app.workspace.declaration().accounts;
  std::string count;
  if (!accounts.empty()) {
    const auto unused = std::count_if(accounts.begin(), accounts.end(), [](const Account& account) {
      return account.in_use == Answer::no;
    });
    count = tr(Msg::accounts_count, {std::to_string(accounts.size()), std::to_string(unused)});
  }
  draw_counted_title(tr(Msg::accounts_title), count, width);
}

// Nothing yet: what to do next, and the way to say that there is nothing to list.
void AccountsView::draw_empty(App& app, float width) {
  begin_card("empty", tr(Msg::accounts_empty_title), std::min(width, scaled(640)));
  const float inner = ImGui::CalcItemWidth();
  heading(2, tr(Msg::accounts_empty_title), kCardTitle);
  space(6);
  text(tr(Msg::accounts_empty_how), kBody, palette().text2, inner);
  space(16);
  draw_add(app);
  const ButtonOptions paste{.icon = Icon::paste, .enabled = !app.read_only};
  row_or_below(button_width(tr(Msg::accounts_paste), paste), inner);
  if (button("paste", tr(Msg::accounts_paste), paste)) import_dialog.open_empty();
  space(8);
  draw_history_tools(app);
  space(16);
  const bool none = app.workspace.declaration().no_accounts;
  if (checkbox("none", tr(Msg::accounts_none), none, !app.read_only))
    app.workspace.set_no_accounts(!none);
  space(2);
  text(tr(Msg::accounts_none_help), kCaption, palette().text3, inner);
  end_card();
}

void AccountsView::draw_tools(App& app, float width) {
  draw_add(app);
  same_line(8);
  const bool narrow = width < scaled(520);
  if (button("paste", tr(Msg::accounts_paste),
             {.icon = Icon::paste, .enabled = !app.read_only, .icon_only = narrow}))
    import_dialog.open_empty();
  same_line(8);
  const std::size_t count = app.workspace.declaration().account_reviews.size();
  if (button("reviews", tr(Msg::reviews_open, {std::to_string(count)}),
             {.icon = Icon::file, .icon_only = narrow})) {
    reviews_open_ = true;
    focus_back_ = true;
    context().wants_frame = true;
  }
  row_or_below(2 * control_height() + scaled(2), width);
  draw_history_tools(app);
  space(8);
  draw_filters(app, width);
}

void AccountsView::draw_filters(App& app, float width) {
  const std::array<std::string_view, 5> filters{
      tr(Msg::accounts_filter_all), tr(Msg::accounts_filter_due),
      tr(Msg::accounts_filter_to_correct), tr(Msg::accounts_filter_unused),
      tr(Msg::accounts_filter_incomplete)};
  list.filter = static_cast<AccountFilter>(
      draw_entry_filter({tr(Msg::accounts_filter), tr(Msg::accounts_search), filters},
                        static_cast<int>(list.filter), list.search, width));
  const std::size_t shown = list.matching(app).size();
  if (shown != announced_) {
    announced_ = shown;
    const bool all = list.search.empty() && list.filter == AccountFilter::all;
    if (!all)
      announce(
          tr(Msg::accounts_shown,
             {std::to_string(shown), std::to_string(app.workspace.declaration().accounts.size())}));
  }
}

// --- the account that is open

void AccountsView::draw_fields(App& app, const Account& account, float width) {
  draw_account_form(app, account, list.statuses.of(app, account.id), width);
  // Led to the account as a whole, or to a field that it does not show now.
  if (app.wanted_place && app.wanted_place->account == account.id) app.wanted_place.reset();
}

void AccountsView::draw_form_tools(App& app, const Account& account, float width) {
  const bool copy = button("duplicate", tr(Msg::account_duplicate),
                           {.icon = Icon::copy, .enabled = !app.read_only, .width = width});
  space(8);
  const bool gone = button(
      "delete", tr(Msg::account_delete),
      {.kind = ButtonKind::danger, .icon = Icon::trash, .enabled = !app.read_only, .width = width});
  space(20);
  if (copy) duplicate(app, account);
  if (gone) remove(app, account);
}

void AccountsView::draw_form(App& app) {
  const Account* found = chosen(app);
  if (found == nullptr) return;
  const Account account = *found;  // a copy: the form changes the workspace while it is drawn
  const bool hide = draw_entry_panel(
      {"account", tr(Msg::account_details), account_title(account), tr(Msg::account_details_hide)},
      [&](float width) {
        draw_fields(app, account, width);
        space(4);
        draw_form_tools(app, account, width);
      });
  if (hide) list.choose(0, false);
}

// On a phone, instead of the list.
void AccountsView::draw_open(App& app) {
  const Account account = *chosen(app);
  const bool leave =
      draw_open_entry(app, account.id, account_title(account), focus_back_, [&](float width) {
        draw_fields(app, account, width);
        space(8);
        draw_form_tools(app, account, width);
      });
  if (leave) close(app);
}

void AccountsView::draw_reviews(App& app) {
  const float width = std::min(ImGui::GetContentRegionAvail().x, scaled(720));
  const bool leave = draw_back(tr(Msg::accounts_back), focus_back_);
  same_line(8);
  draw_history_tools(app);
  space(8);
  heading(1, tr(Msg::reviews_title), kPageTitle, width);
  space(4);
  text(tr(Msg::reviews_how), kBody, palette().text2, width);
  space(14);
  reviews_.draw_list(app, width);
  space(20);
  if (leave) close(app);
}

void AccountsView::draw(App& app) {
  arrive(app);
  std::erase_if(list.picked, [&](AccountId id) { return find_account(app, id) == nullptr; });
  if (reviews_open_) {
    draw_reviews(app);
    return;
  }
  if (covers_list(app)) {
    draw_open(app);
    return;
  }
  const float width = ImGui::GetContentRegionAvail().x;
  draw_title(app, width);
  space(12);
  if (app.workspace.declaration().accounts.empty()) {
    draw_empty(app, width);
    return;
  }
  draw_tools(app, width);
  space(12);
  if (!list.picked.empty()) batch_.draw_bar(app, width);
  if (list.matching(app).empty()) {
    text(tr(Msg::accounts_none_match), kBody, palette().text2, width);
  } else if (on_phone(app)) {
    list.draw_cards(app, width);
  } else {
    list.draw_table(app, width, std::max(height_left(), scaled(kLeastTable)));
  }
  if (list.take_opened() != 0) {
    form_open_ = true;
    focus_back_ = on_phone(app);
    if (on_phone(app)) ImGui::SetScrollY(0);
  }
}

void draw_accounts_screen(App& app) { app.accounts.draw(app); }

}  // namespace sokenh
