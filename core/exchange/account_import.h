// Turning a pasted or opened list of accounts into accounts, as core/exchange/channel_import.h does
// for channels: a guess, a preview, changed by the person, then imported.
//
// A column of passwords is never taken, whatever the list holds.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/exchange/table.h"
#include "core/exchange/table_import.h"
#include "core/inventory/account.h"

namespace sokenh {

struct AccountImportPlan {
  std::optional<std::size_t>
      header_row;  // of the table, 0-based; rows above `first_row` are titles
  std::size_t first_row = 0;
  // For each column of the table where it goes, a field at most once; nullopt is «ignore».
  std::vector<std::optional<AccountField>> columns;
  std::vector<bool> passwords;  // the columns headed as passwords: ignored, and never to be shown
  // For lists of one system, which have no column for it; cells that name one win.
  std::string system;
};

AccountImportPlan plan_account_import(const Table& table);

// A column's field chosen by the person; taking the field away from where it was. A column headed
// as passwords stays ignored.
void assign_column(AccountImportPlan& plan, std::size_t table_column,
                   std::optional<AccountField> field);

struct AccountImport : ImportedRows {
  std::vector<Account> accounts;   // ids not given yet
  std::size_t unread_answers = 0;  // cells of yes and no that say neither: left unanswered
};

// A reason in the column of use («Nghỉ hưu») answers it with no, and is kept as the reason.
AccountImport import_accounts(const Table& table, const AccountImportPlan& plan);

}  // namespace sokenh
