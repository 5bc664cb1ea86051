#include "core/workspace/workspace.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/stable_order.h"
#include "core/inventory/backup_book.h"
#include "core/inventory/channel_state.h"
#include "core/inventory/partial_date.h"
#include "core/text/collate.h"
#include "core/text/compose.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

template <class... Visitors>
struct Overloaded : Visitors... {
  using Visitors::operator()...;
};
template <class... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

void clean_texts(StateChange& change) {
  for (std::string* text : {&change.date, &change.state, &change.reason})
    *text = text::clean(*text);
}

void clean_texts(Channel& channel) {
  for (int i = 1; i < kColumnCount; ++i) {
    const auto column = static_cast<Column>(i);
    set_column_text(channel, column, text::clean(column_text(channel, column)));
  }
  for (const Attribute attribute : attributes()) {
    if (attribute_is_answer(attribute)) continue;
    set_attribute_text(channel.security, attribute,
                       text::clean(attribute_text(channel.security, attribute)));
  }
  for (PageRole& role : channel.security.page_roles) role.account = text::clean(role.account);
  for (StateChange& change : channel.state_changes) clean_texts(change);
}

void clean_texts(Account& account) {
  for (const AccountField field : account_fields()) {
    if (!account_field_is_answer(field))
      set_account_text(account, field, text::clean(account_text(account, field)));
  }
}

void clean_texts(QuestionAnswer& answer) {
  for (std::string* text : {&answer.note, &answer.date, &answer.responsible, &answer.document})
    *text = text::clean(*text);
}

void clean_texts(AccountReview& review) {
  for (std::string* text : {&review.date, &review.reviewer, &review.note})
    *text = text::clean(*text);
}

void clean_texts(LogEntry& entry) {
  LogEntry clean{.id = entry.id, .kind = entry.kind};
  for (const LogText& each : entry.texts) set_log_text(clean, each.field, text::clean(each.text));
  entry = std::move(clean);
}

// A draft again.
void unseal(LogEntry& backup) {
  set_log_text(backup, LogField::serial, "");
  set_log_text(backup, LogField::seal, "");
}

void clean_texts(Machine& machine) {
  for (const MachineField field : machine_fields())
    set_machine_text(machine, field, text::clean(machine_text(machine, field)));
}

void clean_texts(Roster& roster) {
  const auto clean = [](auto& item, const auto& fields) {
    for (const auto field : fields) field_text(item, field) = text::clean(field_text(item, field));
  };
  clean(roster, roster_fields());
  for (DutyPost& post : roster.posts) clean(post, post_fields());
  for (DutyPerson& person : roster.people) clean(person, person_fields());
  for (DutyShift& shift : roster.shifts) clean(shift, shift_fields());
}

// Puts each item at its place, the places ascending and counted with the items in.
template <class Item>
void put_back(std::vector<Item>& list, const std::vector<std::pair<std::size_t, Item>>& items) {
  std::vector<Item> merged;
  merged.reserve(list.size() + items.size());
  auto kept = list.begin();
  for (const auto& [place, item] : items) {
    while (merged.size() < place) merged.push_back(std::move(*kept++));
    merged.push_back(item);
  }
  merged.insert(merged.end(), std::make_move_iterator(kept), std::make_move_iterator(list.end()));
  list = std::move(merged);
}

template <class Item>
void take_out(std::vector<Item>& list, const std::vector<std::pair<std::size_t, Item>>& items) {
  auto next = items.begin();
  std::size_t place = 0;
  const auto is_removed = [&](const Item&) {
    const bool removed = next != items.end() && next->first == place++;
    if (removed) ++next;
    return removed;
  };
  list.erase(std::remove_if(list.begin(), list.end(), is_removed), list.end());
}

// Items with their places in the list.
template <class Item, class Id>
std::vector<std::pair<std::size_t, Item>> placed(const std::vector<Item>& list,
                                                 std::span<const Id> ids) {
  const std::set<Id> chosen(ids.begin(), ids.end());
  std::vector<std::pair<std::size_t, Item>> items;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (chosen.contains(list[i].id)) items.emplace_back(i, list[i]);
  }
  return items;
}

// Ids that are missing or repeated are given anew, from the next one on.
template <class Item, class Id>
void complete_ids(std::vector<Item>& list, Id& next_id) {
  for (const Item& item : list) next_id = std::max(next_id, item.id + 1);
  std::set<Id> given;
  for (Item& item : list) {
    if (item.id == 0 || !given.insert(item.id).second) item.id = next_id++;
  }
}

std::vector<std::string> clean_packs(std::vector<std::string> packs) {
  std::vector<std::string> kept;
  for (std::string& pack : packs) {
    pack = text::clean(pack);
    if (!pack.empty() && std::find(kept.begin(), kept.end(), pack) == kept.end())
      kept.push_back(std::move(pack));
  }
  return kept;
}

// Ascending, each once, without those that can not be empty or have one of the entries.
std::vector<LogKind> still_empty(std::vector<LogKind> kinds, const std::vector<LogEntry>& entries) {
  std::sort(kinds.begin(), kinds.end());
  kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
  std::erase_if(kinds, [&entries](LogKind kind) {
    return !log_may_be_empty(kind) ||
           std::any_of(entries.begin(), entries.end(),
                       [kind](const LogEntry& entry) { return entry.kind == kind; });
  });
  return kinds;
}

// As the editor keeps it: texts clean, ids unique, «no channels» only without channels.
Declaration prepared(Declaration declaration) {
  for (const UnitField field : unit_fields()) {
    if (field == UnitField::kind) continue;
    set_unit_field(declaration.unit, field, text::clean(unit_field_text(declaration.unit, field)));
  }
  declaration.packs = clean_packs(std::move(declaration.packs));
  for (Channel& channel : declaration.channels) clean_texts(channel);
  complete_ids(declaration.channels, declaration.next_id);
  if (!declaration.channels.empty()) declaration.no_channels = false;
  for (Account& account : declaration.accounts) clean_texts(account);
  complete_ids(declaration.accounts, declaration.next_account_id);
  if (!declaration.accounts.empty()) declaration.no_accounts = false;
  for (AccountReview& review : declaration.account_reviews) clean_texts(review);
  for (QuestionAnswer& answer : declaration.answers) clean_texts(answer);
  for (LogEntry& entry : declaration.log) clean_texts(entry);
  complete_ids(declaration.log, declaration.next_log_id);
  declaration.nothing_logged = still_empty(declaration.nothing_logged, declaration.log);
  for (Machine& machine : declaration.machines) clean_texts(machine);
  complete_ids(declaration.machines, declaration.next_machine_id);
  if (!declaration.machines.empty()) declaration.no_machines = false;
  for (Roster& roster : declaration.rosters) clean_texts(roster);
  complete_ids(declaration.rosters, declaration.next_roster_id);
  return declaration;
}

bool fits_limits(const Declaration& declaration) {
  for (const UnitField field : unit_fields()) {
    if (unit_field_text(declaration.unit, field).size() > kMaxTextBytes) return false;
  }
  const auto pack_fits = [](const std::string& pack) { return pack.size() <= kMaxTextBytes; };
  const auto all_fit = [](const auto& list) {
    return std::all_of(list.begin(), list.end(),
                       [](const auto& item) { return sokenh::fits_limits(item); });
  };
  return declaration.packs.size() <= kMaxPacks && declaration.channels.size() <= kMaxChannels &&
         declaration.next_id <= kMaxChannelId + 1 && declaration.accounts.size() <= kMaxAccounts &&
         declaration.next_account_id <= kMaxChannelId + 1 &&
         declaration.account_reviews.size() <= kMaxAccountReviews &&
         declaration.answers.size() <= kMaxAnswers && all_fit(declaration.accounts) &&
         all_fit(declaration.account_reviews) && all_fit(declaration.answers) &&
         declaration.log.size() <= kMaxLogEntries && declaration.next_log_id <= kMaxChannelId + 1 &&
         all_fit(declaration.log) && declaration.machines.size() <= kMaxMachines &&
         declaration.next_machine_id <= kMaxChannelId + 1 && all_fit(declaration.machines) &&
         declaration.rosters.size() <= kMaxRosters &&
         declaration.next_roster_id <= kMaxChannelId + 1 && all_fit(declaration.rosters) &&
         std::all_of(declaration.packs.begin(), declaration.packs.end(), pack_fits) &&
         all_fit(declaration.channels);
}

// What a row is sorted by. Groups keep their order whichever way the sorting goes: what has a
// value, what has only text where a value is wanted, blank cells.
struct SortKey {
  int group = 0;
  long value = 0;
  std::string text;
};

SortKey sort_key(const Channel& channel, Column column) {
  const std::string& cell = column_text(channel, column);
  if (text::is_blank(cell)) return {2, 0, {}};
  if (column == Column::created) {
    const DateReading reading = read_partial_date(cell);
    if (reading.problem != DateProblem::none) return {1, 0, text::collation_key(cell)};
    // A year before its months, a month before its days.
    return {0,
            days_from_civil(reading.value.date) * 4 + static_cast<long>(reading.value.precision),
            {}};
  }
  if (column == Column::state) {
    const ChannelState state = read_state(cell).state;
    if (state == ChannelState::unknown) return {1, 0, text::collation_key(cell)};
    return {0, static_cast<long>(state), {}};
  }
  return {0, 0, text::collation_key(text::trim(cell))};
}

}  // namespace

Workspace::Workspace(Declaration declaration) : declaration_(prepared(std::move(declaration))) {}

Channel* Workspace::find(ChannelId row) {
  for (Channel& channel : declaration_.channels) {
    if (channel.id == row) return &channel;
  }
  return nullptr;
}

bool Workspace::exists(ChannelId row) { return row != 0 && find(row) != nullptr; }

bool Workspace::set_unit_field(UnitField field, std::string_view text) {
  const std::string cleaned = text::clean(text);
  if (cleaned.size() > kMaxTextBytes) return false;
  Unit after = declaration_.unit;
  sokenh::set_unit_field(after, field, cleaned);
  if (unit_field_text(after, field) != cleaned) return false;  // no such kind
  if (after != declaration_.unit) {
    execute({CommandKind::edit_unit, ReplaceUnit{declaration_.unit, std::move(after)}, 0});
  }
  return true;
}

bool Workspace::replace_channel(CommandKind kind, Channel after) {
  const Channel* before = find(after.id);
  if (before == nullptr || !sokenh::fits_limits(after)) return false;
  if (after != *before) {
    const ChannelId row = after.id;
    execute({kind, ReplaceChannels{{*before}, {std::move(after)}}, row});
  }
  return true;
}

bool Workspace::set_cell(ChannelId row, Column column, std::string_view text) {
  const Channel* channel = find(row);
  if (channel == nullptr || column == Column::ordinal) return false;
  Channel after = *channel;
  set_column_text(after, column, text::clean(text));
  return replace_channel(CommandKind::edit_cell, std::move(after));
}

bool Workspace::set_cells(std::span<const CellText> cells) {
  std::map<ChannelId, Channel> changed;
  for (const CellText& cell : cells) {
    if (cell.column == Column::ordinal) return false;
    auto found = changed.find(cell.row);
    if (found == changed.end()) {
      const Channel* channel = find(cell.row);
      if (channel == nullptr) return false;
      found = changed.emplace(cell.row, *channel).first;
    }
    set_column_text(found->second, cell.column, text::clean(cell.text));
  }
  ReplaceChannels change;
  for (auto& [row, after] : changed) {
    if (!sokenh::fits_limits(after)) return false;
    const Channel& before = *find(row);
    if (after == before) continue;
    change.before.push_back(before);
    change.after.push_back(std::move(after));
  }
  if (!change.after.empty()) {
    const auto kind = cells.size() == 1 ? CommandKind::edit_cell : CommandKind::edit_cells;
    execute({kind, std::move(change), cells.front().row});
  }
  return true;
}

bool Workspace::set_attribute(ChannelId row, Attribute attribute, std::string_view text) {
  const Channel* channel = find(row);
  if (channel == nullptr) return false;
  Channel after = *channel;
  if (!set_attribute_text(after.security, attribute, text::clean(text))) return false;
  return replace_channel(CommandKind::edit_attribute, std::move(after));
}

bool Workspace::set_page_roles(ChannelId row, std::vector<PageRole> roles) {
  const Channel* channel = find(row);
  if (channel == nullptr) return false;
  Channel after = *channel;
  after.security.page_roles = std::move(roles);
  for (PageRole& role : after.security.page_roles) role.account = text::clean(role.account);
  return replace_channel(CommandKind::edit_page_roles, std::move(after));
}

std::vector<ChannelId> Workspace::insert(std::size_t position, std::vector<Channel> channels,
                                         CommandKind kind) {
  const std::size_t room = kMaxChannels - std::min(kMaxChannels, declaration_.channels.size());
  const std::size_t free_ids = kMaxChannelId + 1 - declaration_.next_id;
  if (channels.empty() || channels.size() > room || channels.size() > free_ids) return {};
  std::vector<ChannelId> ids;
  for (Channel& channel : channels) {
    clean_texts(channel);
    if (!sokenh::fits_limits(channel)) return {};
  }
  for (Channel& channel : channels) {
    channel.id = declaration_.next_id++;
    ids.push_back(channel.id);
  }
  position = std::min(position, declaration_.channels.size());
  execute(
      {kind, InsertChannels{position, std::move(channels), declaration_.no_channels}, ids.front()});
  return ids;
}

ChannelId Workspace::duplicate(ChannelId row) {
  const Channel* channel = find(row);
  if (channel == nullptr) return 0;
  const auto position = static_cast<std::size_t>(channel - declaration_.channels.data());
  const std::vector<ChannelId> ids = insert(position + 1, {*channel}, CommandKind::duplicate);
  return ids.empty() ? 0 : ids.front();
}

void Workspace::remove(std::span<const ChannelId> rows) {
  RemoveChannels change{placed(declaration_.channels, rows)};
  if (change.channels.empty()) return;
  const ChannelId first = change.channels.front().second.id;
  execute({CommandKind::remove, std::move(change), first});
}

std::vector<ChannelId> Workspace::order() const {
  std::vector<ChannelId> ids;
  ids.reserve(declaration_.channels.size());
  for (const Channel& channel : declaration_.channels) ids.push_back(channel.id);
  return ids;
}

void Workspace::move(ChannelId row, std::size_t position) {
  std::vector<ChannelId> before = order();
  const auto from = std::find(before.begin(), before.end(), row);
  if (from == before.end()) return;
  std::vector<ChannelId> after = before;
  after.erase(after.begin() + (from - before.begin()));
  position = std::min(position, after.size());
  after.insert(after.begin() + static_cast<std::ptrdiff_t>(position), row);
  if (after != before)
    execute({CommandKind::move, ReorderChannels{std::move(before), std::move(after)}, row});
}

void Workspace::sort(Column column, bool descending) {
  std::vector<ChannelId> before = order();
  std::vector<ChannelId> after = before;
  if (column == Column::ordinal) {
    if (descending) std::reverse(after.begin(), after.end());
  } else {
    std::vector<SortKey> keys;
    keys.reserve(before.size());
    for (const Channel& channel : declaration_.channels) keys.push_back(sort_key(channel, column));
    const auto order = stable_order(keys.size(), [&](std::size_t left, std::size_t right) {
      const SortKey& a = keys[left];
      const SortKey& b = keys[right];
      if (a.group != b.group) return a.group < b.group;
      const SortKey& low = descending ? b : a;
      const SortKey& high = descending ? a : b;
      return low.value != high.value ? low.value < high.value : low.text < high.text;
    });
    std::transform(order.begin(), order.end(), after.begin(),
                   [&before](std::size_t index) { return before[index]; });
  }
  if (after != before)
    execute({CommandKind::sort, ReorderChannels{std::move(before), std::move(after)}, 0});
}

bool Workspace::set_packs(std::vector<std::string> packs) {
  packs = clean_packs(std::move(packs));
  const auto too_long = [](const std::string& pack) { return pack.size() > kMaxTextBytes; };
  if (packs.size() > kMaxPacks || std::any_of(packs.begin(), packs.end(), too_long)) return false;
  if (packs != declaration_.packs) {
    execute({CommandKind::set_packs,
             ReplaceSettings{declaration_.packs, std::move(packs), declaration_.no_channels,
                             declaration_.no_channels},
             0});
  }
  return true;
}

bool Workspace::set_no_channels(bool none) {
  if (none && !declaration_.channels.empty()) return false;
  if (none != declaration_.no_channels) {
    execute(
        {CommandKind::set_no_channels,
         ReplaceSettings{declaration_.packs, declaration_.packs, declaration_.no_channels, none},
         0});
  }
  return true;
}

bool Workspace::replace_all(Declaration declaration) {
  declaration = prepared(std::move(declaration));
  if (!fits_limits(declaration)) return false;
  // Another file's ids start over; the next one must also be above all that were given here.
  declaration.next_id = std::max(declaration.next_id, declaration_.next_id);
  declaration.next_account_id = std::max(declaration.next_account_id, declaration_.next_account_id);
  declaration.next_log_id = std::max(declaration.next_log_id, declaration_.next_log_id);
  declaration.next_machine_id = std::max(declaration.next_machine_id, declaration_.next_machine_id);
  declaration.next_roster_id = std::max(declaration.next_roster_id, declaration_.next_roster_id);
  Declaration before = declaration_;
  before.next_id = declaration.next_id;
  before.next_account_id = declaration.next_account_id;
  before.next_log_id = declaration.next_log_id;
  before.next_machine_id = declaration.next_machine_id;
  before.next_roster_id = declaration.next_roster_id;
  if (before != declaration) {
    execute({CommandKind::replace_all,
             ReplaceDeclaration{std::move(before), std::move(declaration)}, 0});
  }
  return true;
}

bool Workspace::set_state_changes(ChannelId row, std::vector<StateChange> changes) {
  const Channel* channel = find(row);
  if (channel == nullptr) return false;
  Channel after = *channel;
  after.state_changes = std::move(changes);
  for (StateChange& change : after.state_changes) clean_texts(change);
  return replace_channel(CommandKind::edit_state_changes, std::move(after));
}

bool Workspace::change_state(ChannelId row, std::string_view state, std::string_view date,
                             std::string_view reason) {
  const Channel* channel = find(row);
  if (channel == nullptr) return false;
  Channel after = *channel;
  StateChange change{std::string(date), std::string(state), std::string(reason)};
  clean_texts(change);
  if (change.state == after.state) return true;
  after.state = change.state;
  after.state_changes.push_back(std::move(change));
  return replace_channel(CommandKind::change_state, std::move(after));
}

bool Workspace::set_answer(QuestionAnswer answer) {
  clean_texts(answer);
  if (!sokenh::fits_limits(answer)) return false;
  const QuestionAnswer* old = find_answer(declaration_, answer.question);
  QuestionAnswer before = old != nullptr ? *old : QuestionAnswer{.question = answer.question};
  const bool is_new = old == nullptr && !is_blank(answer);
  if (is_new && declaration_.answers.size() == kMaxAnswers) return false;
  if (answer != before) {
    execute({CommandKind::edit_answer, ReplaceAnswer{std::move(before), std::move(answer)}, 0});
  }
  return true;
}

void Workspace::put_answer(const QuestionAnswer& answer) {
  std::vector<QuestionAnswer>& answers = declaration_.answers;
  const auto place = std::lower_bound(
      answers.begin(), answers.end(), answer.question,
      [](const QuestionAnswer& each, const std::string& key) { return each.question < key; });
  const bool exists = place != answers.end() && place->question == answer.question;
  if (is_blank(answer)) {
    if (exists) answers.erase(place);
  } else if (exists) {
    *place = answer;
  } else {
    answers.insert(place, answer);
  }
}

Account* Workspace::find_account(AccountId id) {
  for (Account& account : declaration_.accounts) {
    if (account.id == id) return &account;
  }
  return nullptr;
}

bool Workspace::set_account_field(AccountId id, AccountField field, std::string_view text) {
  const Account* account = find_account(id);
  if (account == nullptr) return false;
  Account after = *account;
  return set_account_text(after, field, text) && edit_accounts({std::move(after)});
}

bool Workspace::edit_accounts(std::vector<Account> accounts) {
  std::vector<Account> before;
  for (Account& account : accounts) {
    clean_texts(account);
    const Account* now = find_account(account.id);
    if (now == nullptr || !sokenh::fits_limits(account)) return false;
    before.push_back(*now);
  }
  if (before != accounts) {
    execute(
        {CommandKind::edit_account, ReplaceAccounts{std::move(before), std::move(accounts)}, 0});
  }
  return true;
}

void Workspace::put_accounts(const std::vector<Account>& accounts) {
  for (const Account& account : accounts) *find_account(account.id) = account;
}

std::vector<AccountId> Workspace::insert_accounts(std::size_t position,
                                                  std::vector<Account> accounts, CommandKind kind) {
  const std::size_t room = kMaxAccounts - std::min(kMaxAccounts, declaration_.accounts.size());
  const std::size_t free_ids = kMaxChannelId + 1 - declaration_.next_account_id;
  if (accounts.empty() || accounts.size() > room || accounts.size() > free_ids) return {};
  for (Account& account : accounts) {
    clean_texts(account);
    if (!sokenh::fits_limits(account)) return {};
  }
  std::vector<AccountId> ids;
  for (Account& account : accounts) {
    account.id = declaration_.next_account_id++;
    ids.push_back(account.id);
  }
  position = std::min(position, declaration_.accounts.size());
  execute({kind, InsertAccounts{position, std::move(accounts), declaration_.no_accounts}, 0});
  return ids;
}

void Workspace::remove_accounts(std::span<const AccountId> accounts) {
  RemoveAccounts change{placed(declaration_.accounts, accounts)};
  if (!change.accounts.empty()) execute({CommandKind::remove_accounts, std::move(change), 0});
}

bool Workspace::set_no_accounts(bool none) {
  if (none && !declaration_.accounts.empty()) return false;
  if (none != declaration_.no_accounts) {
    execute({CommandKind::set_no_accounts, SetNoAccounts{none}, 0});
  }
  return true;
}

bool Workspace::set_account_reviews(std::vector<AccountReview> reviews) {
  for (AccountReview& review : reviews) {
    clean_texts(review);
    if (!sokenh::fits_limits(review)) return false;
  }
  if (reviews.size() > kMaxAccountReviews) return false;
  if (reviews != declaration_.account_reviews) {
    execute({CommandKind::edit_account_reviews,
             ReplaceReviews{declaration_.account_reviews, std::move(reviews)}, 0});
  }
  return true;
}

LogEntry* Workspace::find_log_entry(LogEntryId id) {
  for (LogEntry& entry : declaration_.log) {
    if (entry.id == id) return &entry;
  }
  return nullptr;
}

std::vector<LogEntryId> Workspace::insert_log_entries(std::vector<LogEntry> entries,
                                                      CommandKind kind) {
  const std::size_t room = kMaxLogEntries - std::min(kMaxLogEntries, declaration_.log.size());
  const std::size_t free_ids = kMaxChannelId + 1 - declaration_.next_log_id;
  if (entries.empty() || entries.size() > room || entries.size() > free_ids) return {};
  for (LogEntry& entry : entries) {
    clean_texts(entry);
    if (entry.kind == LogKind::backup) unseal(entry);
    if (!sokenh::fits_limits(entry)) return {};
  }
  std::vector<LogEntryId> ids;
  for (LogEntry& entry : entries) {
    entry.id = declaration_.next_log_id++;
    ids.push_back(entry.id);
  }
  std::vector<LogKind> nothing = still_empty(declaration_.nothing_logged, entries);
  execute({kind,
           InsertLogEntries{std::move(entries), declaration_.nothing_logged, std::move(nothing)},
           0});
  return ids;
}

bool Workspace::set_log_field(LogEntryId id, LogField field, std::string_view text) {
  const LogEntry* entry = find_log_entry(id);
  if (entry == nullptr) return false;
  LogEntry after = *entry;
  return set_log_text(after, field, text) && edit_log_entries({std::move(after)});
}

bool Workspace::edit_log_entries(std::vector<LogEntry> entries) {
  std::vector<LogEntry> before;
  for (LogEntry& entry : entries) {
    clean_texts(entry);
    const LogEntry* now = find_log_entry(entry.id);
    if (now == nullptr || now->kind != entry.kind || !sokenh::fits_limits(entry)) return false;
    // What was sealed stays, and only seal_backups() seals.
    if ((is_sealed_backup(*now) || is_sealed_backup(entry)) && *now != entry) return false;
    before.push_back(*now);
  }
  if (before != entries) {
    execute({CommandKind::edit_log_entries,
             ReplaceLogEntries{std::move(before), std::move(entries)}, 0});
  }
  return true;
}

void Workspace::put_log_entries(const std::vector<LogEntry>& entries) {
  for (const LogEntry& entry : entries) *find_log_entry(entry.id) = entry;
}

bool Workspace::seal_backups(std::span<const LogEntryId> drafts) {
  const BackupBook book = read_backup_book(declaration_.log);
  if (drafts.size() > kMaxLogNumber - book.last_serial) return false;
  ReplaceLogEntries change;
  for (const LogEntryId id : drafts) {
    const LogEntry* entry = find_log_entry(id);
    if (entry == nullptr || !can_be_sealed(*entry)) return false;
    change.before.push_back(*entry);
  }
  change.after = change.before;
  sokenh::seal_backups(book, change.after);
  if (!drafts.empty()) execute({CommandKind::seal_backups, std::move(change), 0});
  return true;
}

void Workspace::remove_log_entries(std::span<const LogEntryId> entries) {
  RemoveLogEntries change{placed(declaration_.log, entries)};
  std::erase_if(change.entries, [](const auto& each) { return is_sealed_backup(each.second); });
  if (!change.entries.empty()) execute({CommandKind::remove_log_entries, std::move(change), 0});
}

bool Workspace::set_nothing_logged(LogKind kind, bool nothing) {
  std::vector<LogKind> after = declaration_.nothing_logged;
  std::erase(after, kind);
  if (nothing) after.push_back(kind);
  after = still_empty(std::move(after), declaration_.log);
  if (nothing && std::find(after.begin(), after.end(), kind) == after.end()) return false;
  if (after != declaration_.nothing_logged) {
    execute({CommandKind::set_nothing_logged,
             ReplaceNothingLogged{declaration_.nothing_logged, std::move(after)}, 0});
  }
  return true;
}

Machine* Workspace::find_machine(MachineId id) {
  for (Machine& machine : declaration_.machines) {
    if (machine.id == id) return &machine;
  }
  return nullptr;
}

std::vector<MachineId> Workspace::insert_machines(std::vector<Machine> machines, CommandKind kind) {
  const std::size_t room = kMaxMachines - std::min(kMaxMachines, declaration_.machines.size());
  const std::size_t free_ids = kMaxChannelId + 1 - declaration_.next_machine_id;
  if (machines.empty() || machines.size() > room || machines.size() > free_ids) return {};
  for (Machine& machine : machines) {
    clean_texts(machine);
    if (!sokenh::fits_limits(machine)) return {};
  }
  std::vector<MachineId> ids;
  for (Machine& machine : machines) {
    machine.id = declaration_.next_machine_id++;
    ids.push_back(machine.id);
  }
  execute({kind, InsertMachines{std::move(machines), declaration_.no_machines}, 0});
  return ids;
}

bool Workspace::set_machine_field(MachineId id, MachineField field, std::string_view text) {
  const Machine* machine = find_machine(id);
  if (machine == nullptr) return false;
  Machine after = *machine;
  if (!set_machine_text(after, field, text)) return false;
  return edit_machines({std::move(after)});
}

bool Workspace::edit_machines(std::vector<Machine> machines) {
  std::vector<Machine> before;
  for (Machine& machine : machines) {
    clean_texts(machine);
    const Machine* now = find_machine(machine.id);
    if (now == nullptr || !sokenh::fits_limits(machine)) return false;
    before.push_back(*now);
  }
  if (before != machines) {
    execute(
        {CommandKind::edit_machine, ReplaceMachines{std::move(before), std::move(machines)}, 0});
  }
  return true;
}

void Workspace::put_machines(const std::vector<Machine>& machines) {
  for (const Machine& machine : machines) *find_machine(machine.id) = machine;
}

void Workspace::remove_machines(std::span<const MachineId> machines) {
  RemoveMachines change{placed(declaration_.machines, machines)};
  if (!change.machines.empty()) execute({CommandKind::remove_machines, std::move(change), 0});
}

bool Workspace::set_no_machines(bool none) {
  if (none && !declaration_.machines.empty()) return false;
  if (none != declaration_.no_machines)
    execute({CommandKind::set_no_machines, SetNoMachines{none}, 0});
  return true;
}

Roster* Workspace::find_roster(RosterId id) {
  for (Roster& roster : declaration_.rosters) {
    if (roster.id == id) return &roster;
  }
  return nullptr;
}

RosterId Workspace::insert_roster(Roster roster) {
  clean_texts(roster);
  if (declaration_.rosters.size() >= kMaxRosters || declaration_.next_roster_id > kMaxChannelId ||
      !sokenh::fits_limits(roster))
    return 0;
  roster.id = declaration_.next_roster_id++;
  const RosterId id = roster.id;
  execute({CommandKind::insert_roster, InsertRoster{std::move(roster)}, 0});
  return id;
}

bool Workspace::edit_roster(Roster roster, CommandKind kind) {
  clean_texts(roster);
  const Roster* before = find_roster(roster.id);
  if (before == nullptr || !sokenh::fits_limits(roster)) return false;
  if (*before != roster) execute({kind, ReplaceRoster{*before, std::move(roster)}, 0});
  return true;
}

void Workspace::remove_roster(RosterId id) {
  const std::vector<RosterId> one{id};
  RemoveRoster change{placed(declaration_.rosters, std::span<const RosterId>(one))};
  if (!change.roster.empty()) execute({CommandKind::remove_roster, std::move(change), 0});
}

Result<std::string> Workspace::open_pack(std::string_view json_text, bool follow) {
  PackSet after = packs_;
  Result<std::string> id = after.open(json_text);
  if (!id) return id;
  std::vector<std::string> followed = declaration_.packs;
  const bool is_followed = std::find(followed.begin(), followed.end(), *id) != followed.end();
  if (follow && !is_followed && followed.size() == kMaxPacks)
    return Error{ErrorCode::pack_too_many, "", std::to_string(kMaxPacks)};
  if (follow && !is_followed) followed.push_back(*id);
  execute({CommandKind::open_pack,
           ReplacePacks{packs_, std::move(after), declaration_.packs, std::move(followed)}, 0});
  return id;
}

bool Workspace::close_pack(std::string_view id) {
  PackSet after = packs_;
  if (!after.close(id)) return false;
  std::vector<std::string> followed = declaration_.packs;
  std::erase(followed, id);
  execute({CommandKind::close_pack,
           ReplacePacks{packs_, std::move(after), declaration_.packs, std::move(followed)}, 0});
  return true;
}

void Workspace::restore_packs(PackSet packs) {
  packs_ = std::move(packs);
  ++revision_;
}

Status Workspace::keep_baseline(page::Baseline baseline) {
  page::Baselines after = baselines_;
  Status kept = after.keep(std::move(baseline));
  if (!kept) return kept;
  execute({CommandKind::keep_baseline, ReplaceBaselines{baselines_, std::move(after)}, 0});
  return ok();
}

bool Workspace::drop_baseline(std::string_view page) {
  page::Baselines after = baselines_;
  if (!after.drop(page)) return false;
  execute({CommandKind::drop_baseline, ReplaceBaselines{baselines_, std::move(after)}, 0});
  return true;
}

void Workspace::restore_baselines(page::Baselines baselines) {
  baselines_ = std::move(baselines);
  ++revision_;
}

void Workspace::put_packs(const PackSet& packs, const std::vector<std::string>& followed) {
  packs_ = packs;
  declaration_.packs = followed;
}

bool Workspace::can_undo() const { return !done_.empty(); }
bool Workspace::can_redo() const { return !undone_.empty(); }
CommandKind Workspace::undo_kind() const {
  return done_.empty() ? CommandKind::edit_unit : done_.back().kind;
}
CommandKind Workspace::redo_kind() const {
  return undone_.empty() ? CommandKind::edit_unit : undone_.back().kind;
}

ChannelId Workspace::undo() {
  if (done_.empty()) return 0;
  undone_.push_back(std::move(done_.back()));
  done_.pop_back();
  revert(undone_.back().change);
  ++revision_;
  const ChannelId row = undone_.back().row;
  return exists(row) ? row : 0;
}

ChannelId Workspace::redo() {
  if (undone_.empty()) return 0;
  done_.push_back(std::move(undone_.back()));
  undone_.pop_back();
  apply(done_.back().change);
  ++revision_;
  const ChannelId row = done_.back().row;
  return exists(row) ? row : 0;
}

void Workspace::execute(Command command) {
  apply(command.change);
  done_.push_back(std::move(command));
  undone_.clear();
  ++revision_;
}

void Workspace::reorder(const std::vector<ChannelId>& order) {
  std::map<ChannelId, std::size_t> places;
  for (std::size_t i = 0; i < declaration_.channels.size(); ++i)
    places[declaration_.channels[i].id] = i;
  std::vector<Channel> ordered;
  ordered.reserve(order.size());
  for (const ChannelId id : order) ordered.push_back(std::move(declaration_.channels[places[id]]));
  declaration_.channels = std::move(ordered);
}

void Workspace::apply(const Change& change) {
  std::vector<Channel>& channels = declaration_.channels;
  std::vector<Account>& accounts = declaration_.accounts;
  std::vector<LogEntry>& log = declaration_.log;
  std::visit(Overloaded{
                 [this](const ReplaceUnit& c) { declaration_.unit = c.after; },
                 [this](const ReplaceChannels& c) {
                   for (const Channel& after : c.after) *find(after.id) = after;
                 },
                 [&, this](const InsertChannels& c) {
                   channels.insert(channels.begin() + static_cast<std::ptrdiff_t>(c.position),
                                   c.channels.begin(), c.channels.end());
                   declaration_.no_channels = false;
                 },
                 [&](const RemoveChannels& c) { take_out(channels, c.channels); },
                 [this](const ReorderChannels& c) { reorder(c.after); },
                 [this](const ReplaceSettings& c) {
                   declaration_.packs = c.packs_after;
                   declaration_.no_channels = c.no_channels_after;
                 },
                 [this](const ReplaceDeclaration& c) {
                   const ChannelId next_id = std::max(declaration_.next_id, c.after.next_id);
                   const AccountId next_account_id =
                       std::max(declaration_.next_account_id, c.after.next_account_id);
                   const LogEntryId next_log_id =
                       std::max(declaration_.next_log_id, c.after.next_log_id);
                   const MachineId next_machine_id =
                       std::max(declaration_.next_machine_id, c.after.next_machine_id);
                   const RosterId next_roster_id =
                       std::max(declaration_.next_roster_id, c.after.next_roster_id);
                   declaration_ = c.after;
                   declaration_.next_roster_id = next_roster_id;
                   declaration_.next_machine_id = next_machine_id;
                   declaration_.next_id = next_id;
                   declaration_.next_account_id = next_account_id;
                   declaration_.next_log_id = next_log_id;
                 },
                 [this](const ReplaceAnswer& c) { put_answer(c.after); },
                 [this](const ReplaceAccounts& c) { put_accounts(c.after); },
                 [&, this](const InsertAccounts& c) {
                   accounts.insert(accounts.begin() + static_cast<std::ptrdiff_t>(c.position),
                                   c.accounts.begin(), c.accounts.end());
                   declaration_.no_accounts = false;
                 },
                 [&](const RemoveAccounts& c) { take_out(accounts, c.accounts); },
                 [this](const SetNoAccounts& c) { declaration_.no_accounts = c.after; },
                 [this](const ReplaceReviews& c) { declaration_.account_reviews = c.after; },
                 [this](const ReplacePacks& c) { put_packs(c.after, c.followed_after); },
                 [this](const ReplaceBaselines& c) { baselines_ = c.after; },
                 [&, this](const InsertLogEntries& c) {
                   log.insert(log.end(), c.entries.begin(), c.entries.end());
                   declaration_.nothing_logged = c.nothing_after;
                 },
                 [this](const ReplaceLogEntries& c) { put_log_entries(c.after); },
                 [&](const RemoveLogEntries& c) { take_out(log, c.entries); },
                 [this](const ReplaceNothingLogged& c) { declaration_.nothing_logged = c.after; },
                 [this](const InsertMachines& c) {
                   std::vector<Machine>& machines = declaration_.machines;
                   machines.insert(machines.end(), c.machines.begin(), c.machines.end());
                   declaration_.no_machines = false;
                 },
                 [this](const ReplaceMachines& c) { put_machines(c.after); },
                 [this](const RemoveMachines& c) { take_out(declaration_.machines, c.machines); },
                 [this](const SetNoMachines& c) { declaration_.no_machines = c.after; },
                 [this](const InsertRoster& c) { declaration_.rosters.push_back(c.roster); },
                 [this](const ReplaceRoster& c) { *find_roster(c.after.id) = c.after; },
                 [this](const RemoveRoster& c) { take_out(declaration_.rosters, c.roster); },
             },
             change);
}

void Workspace::revert(const Change& change) {
  std::vector<Channel>& channels = declaration_.channels;
  std::vector<Account>& accounts = declaration_.accounts;
  std::vector<LogEntry>& log = declaration_.log;
  std::visit(Overloaded{
                 [this](const ReplaceUnit& c) { declaration_.unit = c.before; },
                 [this](const ReplaceChannels& c) {
                   for (const Channel& before : c.before) *find(before.id) = before;
                 },
                 [&, this](const InsertChannels& c) {
                   const auto first = channels.begin() + static_cast<std::ptrdiff_t>(c.position);
                   channels.erase(first, first + static_cast<std::ptrdiff_t>(c.channels.size()));
                   declaration_.no_channels = c.no_channels_before;
                 },
                 [&](const RemoveChannels& c) { put_back(channels, c.channels); },
                 [this](const ReorderChannels& c) { reorder(c.before); },
                 [this](const ReplaceSettings& c) {
                   declaration_.packs = c.packs_before;
                   declaration_.no_channels = c.no_channels_before;
                 },
                 [this](const ReplaceDeclaration& c) {
                   const ChannelId next_id = std::max(declaration_.next_id, c.before.next_id);
                   const AccountId next_account_id =
                       std::max(declaration_.next_account_id, c.before.next_account_id);
                   const LogEntryId next_log_id =
                       std::max(declaration_.next_log_id, c.before.next_log_id);
                   const MachineId next_machine_id =
                       std::max(declaration_.next_machine_id, c.before.next_machine_id);
                   const RosterId next_roster_id =
                       std::max(declaration_.next_roster_id, c.before.next_roster_id);
                   declaration_ = c.before;
                   declaration_.next_roster_id = next_roster_id;
                   declaration_.next_machine_id = next_machine_id;
                   declaration_.next_id = next_id;
                   declaration_.next_account_id = next_account_id;
                   declaration_.next_log_id = next_log_id;
                 },
                 [this](const ReplaceAnswer& c) { put_answer(c.before); },
                 [this](const ReplaceAccounts& c) { put_accounts(c.before); },
                 [&, this](const InsertAccounts& c) {
                   const auto first = accounts.begin() + static_cast<std::ptrdiff_t>(c.position);
                   accounts.erase(first, first + static_cast<std::ptrdiff_t>(c.accounts.size()));
                   declaration_.no_accounts = c.no_accounts_before;
                 },
                 [&](const RemoveAccounts& c) { put_back(accounts, c.accounts); },
                 [this](const SetNoAccounts& c) { declaration_.no_accounts = !c.after; },
                 [this](const ReplaceReviews& c) { declaration_.account_reviews = c.before; },
                 [this](const ReplacePacks& c) { put_packs(c.before, c.followed_before); },
                 [this](const ReplaceBaselines& c) { baselines_ = c.before; },
                 [&, this](const InsertLogEntries& c) {
                   log.resize(log.size() - c.entries.size());
                   declaration_.nothing_logged = c.nothing_before;
                 },
                 [this](const ReplaceLogEntries& c) { put_log_entries(c.before); },
                 [&](const RemoveLogEntries& c) { put_back(log, c.entries); },
                 [this](const ReplaceNothingLogged& c) { declaration_.nothing_logged = c.before; },
                 [this](const InsertMachines& c) {
                   std::vector<Machine>& machines = declaration_.machines;
                   machines.resize(machines.size() - c.machines.size());
                   declaration_.no_machines = c.no_machines_before;
                 },
                 [this](const ReplaceMachines& c) { put_machines(c.before); },
                 [this](const RemoveMachines& c) { put_back(declaration_.machines, c.machines); },
                 [this](const SetNoMachines& c) { declaration_.no_machines = !c.after; },
                 [this](const InsertRoster&) { declaration_.rosters.pop_back(); },
                 [this](const ReplaceRoster& c) { *find_roster(c.before.id) = c.before; },
                 [this](const RemoveRoster& c) { put_back(declaration_.rosters, c.roster); },
             },
             change);
}

}  // namespace sokenh
