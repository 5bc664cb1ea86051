// The accounts as a list: rows of a table, or cards on a phone; which of them is chosen, which are
// picked to be changed together, and what search and filter leave.
#pragma once

#include <imgui_internal.h>

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "wasm/screens/account_status.h"
#include "wasm/ui/row_list.h"

namespace sokenh {

class App;

enum class AccountFilter { all, due, to_correct, unused, incomplete };

class AccountList {
 public:
  // Into the current window: a table of that size with rows that scroll, or the cards at the
  // cursor.
  void draw_table(App& app, float width, float height);
  void draw_cards(App& app, float width);

  // Arrows between the rows. True when it was used.
  bool handle_key(const ui::KeyPress& key) { return rows_.handle_key(key); }

  void choose(AccountId account, bool with_focus);
  AccountId chosen() const { return chosen_; }
  // The account the person opened since the last call; 0: none.
  AccountId take_opened() { return std::exchange(opened_, AccountId{0}); }

  // By position. `all` when nothing is searched or filtered.
  std::vector<std::size_t> matching(App& app);
  void show_all();  // neither search nor filter

  AccountStatuses statuses;
  std::set<AccountId> picked;  // of those that are there
  std::string search;
  AccountFilter filter = AccountFilter::all;

 private:
  void place_rows(App& app, float plain, float gap);
  void draw_header(float width);
  void draw_row(App& app, const ui::RowPlace& place, const ImRect& rect);
  void draw_card(App& app, const ui::RowPlace& place, const ImRect& rect);
  void draw_pick(const Account& account, const ImRect& rect);
  void end_item(const Account& account, ui::NodeId id, const ImRect& rect,
                std::string_view description);

  AccountId chosen_ = 0;
  AccountId opened_ = 0;
  ui::RowList rows_;
};

}  // namespace sokenh
