#include "core/exchange/account_import.h"

#include <algorithm>
#include <array>
#include <span>

#include "core/exchange/heading_match.h"
#include "core/exchange/table_rows.h"
#include "core/inventory/declaration.h"
#include "core/inventory/partial_date.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

using Columns = std::vector<std::optional<AccountField>>;

// Columns that are recognised so as to be left out.
constexpr int kIgnored = -1;

constexpr int target(AccountField field) { return static_cast<int>(field); }

// A heading of a column of passwords must be longer than «mật khẩu» to be anything else.
constexpr HeadingPhrase kPhrases[] = {
    {"stt", kIgnored},
    {"tt", kIgnored},
    {"so tt", kIgnored},
    {"so thu tu", kIgnored},
    {"ghi chu", kIgnored},
    {"mat khau", kIgnored},
    {"password", kIgnored},
    {"pass", kIgnored},

    {"he thong", target(AccountField::system)},
    {"ten he thong", target(AccountField::system)},
    {"phan mem", target(AccountField::system)},
    {"ten phan mem", target(AccountField::system)},
    {"ung dung", target(AccountField::system)},
    {"he thong thong tin", target(AccountField::system)},

    {"tai khoan", target(AccountField::user_name)},
    {"ten tai khoan", target(AccountField::user_name)},
    {"ten dang nhap", target(AccountField::user_name)},
    {"ten truy cap", target(AccountField::user_name)},
    {"user", target(AccountField::user_name)},
    {"username", target(AccountField::user_name)},
    {"user name", target(AccountField::user_name)},
    {"dia chi thu dien tu", target(AccountField::user_name)},
    {"thu dien tu", target(AccountField::user_name)},
    {"email", target(AccountField::user_name)},
    {"e mail", target(AccountField::user_name)},

    {"ho va ten", target(AccountField::holder)},
    {"ho ten", target(AccountField::holder)},
    {"nguoi su dung", target(AccountField::holder)},
    {"nguoi dung", target(AccountField::holder)},
    {"can bo su dung", target(AccountField::holder)},
    {"chu tai khoan", target(AccountField::holder)},
    {"ho va ten nguoi su dung", target(AccountField::holder)},

    {"chuc vu", target(AccountField::position)},
    {"chuc danh", target(AccountField::position)},
    {"bo phan", target(AccountField::position)},
    {"don vi", target(AccountField::position)},
    {"phong ban", target(AccountField::position)},
    {"chuc vu bo phan", target(AccountField::position)},

    {"ngay doi mat khau", target(AccountField::password_changed)},
    {"doi mat khau", target(AccountField::password_changed)},
    {"ngay doi mat khau gan nhat", target(AccountField::password_changed)},
    {"lan doi mat khau gan nhat", target(AccountField::password_changed)},
    {"thoi gian doi mat khau", target(AccountField::password_changed)},

    {"trang thai", target(AccountField::in_use)},
    {"tinh trang", target(AccountField::in_use)},
    {"tinh trang su dung", target(AccountField::in_use)},
    {"con su dung", target(AccountField::in_use)},
    {"dang su dung", target(AccountField::in_use)},

    {"ly do", target(AccountField::unused_reason)},
    {"ly do khong su dung", target(AccountField::unused_reason)},
    {"ly do khong con su dung", target(AccountField::unused_reason)},
    {"ly do xoa", target(AccountField::unused_reason)},

    {"ngay de nghi xoa", target(AccountField::removal_requested)},
    {"de nghi xoa", target(AccountField::removal_requested)},

    {"da doi mat khau mac dinh", target(AccountField::default_replaced)},
    {"da thay mat khau mac dinh", target(AccountField::default_replaced)},
    {"mat khau mac dinh da thay", target(AccountField::default_replaced)},

    {"mat khau manh", target(AccountField::password_strong)},
    {"mat khau du manh", target(AccountField::password_strong)},
};

Columns fields_of_heading(const TableRow& row, std::size_t width) {
  Columns columns;
  for (const auto& found : heading_targets(row, width, kPhrases)) {
    columns.push_back(found && *found != kIgnored ? std::optional(static_cast<AccountField>(*found))
                                                  : std::nullopt);
  }
  return columns;
}

// «Mật khẩu», «Mật khẩu ban đầu», but not what is known of passwords: «Ngày đổi mật khẩu».
std::vector<bool> password_columns(const TableRow& heading, const Columns& columns) {
  std::vector<bool> passwords(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i]) continue;
    const std::string words = " " + heading_words(cell_at(heading, i)) + " ";
    for (const std::string_view word : {" mat khau ", " password ", " pass ", " mk "})
      passwords[i] = passwords[i] || words.find(word) != std::string::npos;
  }
  return passwords;
}

bool holds_any(std::string_view folded, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [folded](std::string_view word) {
    return folded.find(word) != std::string_view::npos;
  });
}

// What a cell under «Tình trạng», «Còn sử dụng», «Mật khẩu mạnh» says.
struct Use {
  Answer answer = Answer::unanswered;
  bool is_reason = false;  // «nghỉ hưu»: no, and why
};
Use read_use(std::string_view cell) {
  const std::string folded = text::fold(cell);
  if (folded.empty()) return {};
  constexpr std::string_view reasons[] = {"nghi huu",        "nghi viec",     "thoi viec",
                                          "chuyen cong tac", "chuyen truong", "chuyen don vi",
                                          "tinh gian"};
  if (holds_any(folded, reasons)) return {Answer::no, true};
  constexpr std::string_view none[] = {"khong ap dung", "n/a"};
  if (holds_any(folded, none)) return {Answer::not_applicable};
  constexpr std::string_view denials[] = {"khong", "chua",    "ngung",
                                          "het",   "da khoa", "dung su dung"};
  if (holds_any(folded, denials) || folded == "no" || folded == "0" || folded == "ko")
    return {Answer::no};
  constexpr std::string_view affirmations[] = {"dang su dung", "dang dung", "con su dung",
                                               "hoat dong",    "da doi",    "da thay"};
  if (holds_any(folded, affirmations) || folded == "co" || folded == "con" || folded == "x" ||
      folded == "yes" || folded == "1" || folded == "manh" || folded == "dang")
    return {Answer::yes};
  return {};
}

bool looks_like_user_name(std::string_view cell) {
  return cell.find(' ') == std::string_view::npos && cell.size() >= 3 &&
         std::all_of(cell.begin(), cell.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool names_a_system(std::string_view cell) {
  const std::string folded = text::fold(cell);
  const auto systems = usual_systems();
  return std::any_of(systems.begin(), systems.end(), [&folded](std::string_view system) {
    return folded.find(text::fold(system)) != std::string::npos;
  });
}

// Without a heading: each field to the free column whose cells mostly look like it. A column of
// passwords looks like one of user names, so only the first such column is taken.
Columns guess_columns(const Table& table, std::size_t width) {
  Columns columns(width);
  const auto take = [&](AccountField field, bool (*looks)(std::string_view)) {
    take_column(table, field, looks, columns);
  };
  take(AccountField::password_changed, [](std::string_view cell) {
    return cell.size() >= 6 && read_partial_date(cell).problem == DateProblem::none;
  });
  take(AccountField::system, names_a_system);
  take(AccountField::in_use,
       [](std::string_view cell) { return read_use(cell).answer != Answer::unanswered; });
  take(AccountField::user_name,
       [](std::string_view cell) { return looks_like_user_name(cell) && !read_ordinal(cell); });
  take(AccountField::holder,
       [](std::string_view cell) { return !read_ordinal(cell) && !looks_like_user_name(cell); });
  take(AccountField::position,
       [](std::string_view cell) { return !read_ordinal(cell) && !looks_like_user_name(cell); });
  return columns;
}

class Importer {
 public:
  Importer(const Table& table, const AccountImportPlan& plan) : table_(table), plan_(plan) {}

  AccountImport run() && {
    import_rows(table_, plan_.first_row, kPhrases, result_,
                [this](std::size_t index) { add_account(index); });
    return std::move(result_);
  }

 private:
  void add_account(std::size_t index) {
    const TableRow& row = table_.rows[index];
    Account account;
    for (std::size_t i = 0; i < plan_.columns.size(); ++i) {
      if (plan_.columns[i]) put(account, *plan_.columns[i], text::trim(cell_at(row, i)));
    }
    if (is_blank(account)) {
      skip_row(row, result_);
      return;
    }
    if (account.system.empty()) account.system = plan_.system;
    if (result_.accounts.size() == kMaxAccounts) {
      ++result_.skipped_over_limit;
      return;
    }
    result_.accounts.push_back(std::move(account));
    result_.source_rows.push_back(index);
  }

  void put(Account& account, AccountField field, std::string_view cell) {
    if (cell.empty()) return;
    if (account_field_is_answer(field)) {
      const Use use = read_use(cell);
      if (use.answer == Answer::unanswered) ++result_.unread_answers;
      set_account_text(account, field, answer_key(use.answer));
      if (field == AccountField::in_use && use.is_reason && account.unused_reason.empty())
        account.unused_reason = limited(cell);
      return;
    }
    set_account_text(account, field, limited(cell));
  }

  std::string_view limited(std::string_view cell) {
    if (cell.size() > kMaxTextBytes) ++result_.cut_cells;
    return cut_text(cell);
  }

  const Table& table_;
  const AccountImportPlan& plan_;
  AccountImport result_;
};

}  // namespace

AccountImportPlan plan_account_import(const Table& table) {
  AccountImportPlan plan;
  const std::size_t width = table_width(table);
  plan.header_row = find_heading_row(table, kPhrases);
  if (plan.header_row) {
    plan.columns = fields_of_heading(table.rows[*plan.header_row], width);
    plan.passwords = password_columns(table.rows[*plan.header_row], plan.columns);
    plan.first_row = *plan.header_row + 1;
  } else {
    plan.columns = guess_columns(table, width);
    plan.passwords.resize(width);
  }
  return plan;
}

void assign_column(AccountImportPlan& plan, std::size_t table_column,
                   std::optional<AccountField> field) {
  if (table_column >= plan.columns.size() || plan.passwords[table_column]) return;
  if (field) {
    std::replace(plan.columns.begin(), plan.columns.end(), field, std::optional<AccountField>());
  }
  plan.columns[table_column] = field;
}

AccountImport import_accounts(const Table& table, const AccountImportPlan& plan) {
  return Importer(table, plan).run();
}

}  // namespace sokenh
