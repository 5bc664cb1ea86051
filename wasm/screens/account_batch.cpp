#include "wasm/screens/account_batch.h"

#include <functional>
#include <vector>

#include "core/inventory/partial_date.h"
#include "core/text/fold.h"
#include "wasm/app/app.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/screens.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

std::vector<Account> picked_accounts(const App& app) {
  std::vector<Account> picked;
  for (const Account& account : app.workspace.declaration().accounts) {
    if (app.accounts.list.picked.contains(account.id)) picked.push_back(account);
  }
  return picked;
}

void change_picked(App& app, const std::function<void(Account&)>& change) {
  std::vector<Account> accounts = picked_accounts(app);
  for (Account& account : accounts) change(account);
  const std::string count = std::to_string(accounts.size());
  if (!app.taken(app.workspace.edit_accounts(std::move(accounts)))) return;
  app.accounts.list.picked.clear();
  app.tell(tr(Msg::accounts_changed, {count}));
}

void remove_picked(App& app) {
  std::vector<AccountId> ids;
  for (const Account& account : picked_accounts(app)) ids.push_back(account.id);
  app.workspace.remove_accounts(ids);
  app.accounts.list.picked.clear();
  app.tell(tr(Msg::accounts_removed, {std::to_string(ids.size())}));
}

}  // namespace

void AccountBatch::draw_bar(App& app, float width) {
  const float left = ImGui::GetCursorScreenPos().x;
  begin_group("batch", Role::group, tr(Msg::accounts_batch));
  ui::text(tr(Msg::accounts_picked, {std::to_string(app.accounts.list.picked.size())}),
           kBodyStrong);
  space(6);
  float x = left;
  const auto tool = [&](const char* key, Msg label, ButtonKind kind = ButtonKind::secondary) {
    const ButtonOptions options{.kind = kind, .enabled = !app.read_only};
    const float needed = button_width(tr(label), options);
    if (x > left && x + scaled(8) + needed <= left + width) {
      same_line(8);
    } else if (x > left) {
      space(8);
      x = left;
    }
    x += needed + scaled(8);
    return button(key, tr(label), options);
  };
  if (tool("changed", Msg::accounts_batch_changed)) {
    change_picked(
        app, [&](Account& account) { account.password_changed = vietnamese_date(app.today()); });
  }
  const bool out_of_use = tool("unused", Msg::accounts_batch_unused);
  const bool removal = tool("removal", Msg::accounts_batch_removal);
  if (out_of_use || removal) {
    *this = AccountBatch{};
    step_ = out_of_use ? Step::out_of_use : Step::removal;
    date_ = vietnamese_date(app.today());
    context().wants_frame = true;
  }
  if (tool("remove", Msg::accounts_batch_remove, ButtonKind::danger)) remove_picked(app);
  if (tool("none", Msg::accounts_batch_none, ButtonKind::quiet)) app.accounts.list.picked.clear();
  end_group();
  space(10);
}

void AccountBatch::change(App& app) {
  change_picked(app, [&](Account& account) {
    account.in_use = Answer::no;
    if (step_ == Step::out_of_use) account.unused_reason = reason_;
    if (step_ == Step::removal) account.removal_requested = date_;
  });
}

void AccountBatch::draw_reason(float width) {
  const auto usual = usual_unused_reasons();
  std::vector<std::string_view> choices{tr(Msg::account_choose)};
  choices.insert(choices.end(), usual.begin(), usual.end());
  if (const auto chosen =
          select("usual", tr(Msg::account_usual_reasons), choices, 0, {.width = width}))
    reason_ = choices[static_cast<std::size_t>(*chosen)];
  space(12);
  const bool wrong = refused_ && text::is_blank(reason_);
  live_field("reason", account_field_label(AccountField::unused_reason), reason_,
             {.width = width,
              .problem = wrong ? tr(Msg::accounts_reason_wanted) : std::string_view{},
              .required = true});
}

void AccountBatch::draw_dialog(App& app) {
  if (!is_open()) return;
  const bool removal = step_ == Step::removal;
  const bool leave = begin_dialog(
      "account-batch",
      tr(removal ? Msg::accounts_batch_removal_title : Msg::accounts_batch_unused_title,
         {std::to_string(app.accounts.list.picked.size())}),
      460);
  const float width = ImGui::GetContentRegionAvail().x;
  draw_dialog_notices(app, width);
  const bool date_read = read_partial_date(date_).problem == DateProblem::none;
  if (removal) {
    ui::text(tr(Msg::accounts_batch_removal_how), kBody, palette().text2, width);
    space(12);
    live_field("date", account_field_label(AccountField::removal_requested), date_,
               {.width = width,
                .problem = refused_ && !date_read ? tr(Msg::review_date_wrong) : std::string_view{},
                .required = true});
  } else {
    draw_reason(width);
  }
  space(16);
  const bool keep = button("confirm", tr(Msg::accounts_batch_confirm),
                           {.kind = ButtonKind::primary, .icon = Icon::check});
  same_line(8);
  const bool cancelled = button("cancel", tr(Msg::cancel));
  end_dialog();
  if (keep) {
    refused_ = true;
    context().wants_frame = true;
    if (removal ? date_read : !text::is_blank(reason_)) {
      change(app);
      close();
    }
  } else if (leave || cancelled) {
    close();
  }
}

}  // namespace sokenh
