// One account with all its fields: beside the list, or instead of it on a phone.
#pragma once

#include "core/inventory/account.h"
#include "wasm/screens/account_status.h"

namespace sokenh {

class App;

void draw_account_form(App& app, const Account& account, const AccountStatus& status, float width);

}  // namespace sokenh
