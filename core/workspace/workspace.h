// Workspace: the declaration being edited, as a sequence of commands that can all be undone.
//
// Every change goes through one of the methods below and becomes one command, whatever it touched;
// undo and redo have no limit. `revision` grows with every change, undo and redo included, so
// whoever shows or stores the declaration knows when to do so. A change that changes nothing makes
// no command.
//
// What comes in is composed and freed of control characters (text::clean), so the declaration
// always is. What would pass the format's limits (core/inventory/declaration.h) is refused whole,
// never cut: a clerk sees that the text was not taken rather than losing its end. Ids are given out
// once, also across undo.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/inventory/declaration.h"
#include "core/page/baseline.h"
#include "core/policy/pack_set.h"

namespace sokenh {

// What a command did, for the undo button's label.
enum class CommandKind {
  edit_unit,
  edit_cell,
  edit_cells,
  edit_attribute,
  edit_page_roles,
  insert,
  duplicate,
  remove,
  move,
  sort,
  import,
  set_packs,
  set_no_channels,
  replace_all,
  edit_answer,
  insert_accounts,
  edit_account,
  remove_accounts,
  import_accounts,
  edit_account_reviews,
  set_no_accounts,
  change_state,
  edit_state_changes,
  open_pack,
  close_pack,
  insert_log_entries,
  edit_log_entries,
  remove_log_entries,
  import_log,
  set_nothing_logged,
  seal_backups,
  insert_machines,
  edit_machine,
  remove_machines,
  import_machines,
  set_no_machines,
  record_list_check,
  keep_baseline,
  drop_baseline,
  insert_roster,
  edit_roster,
  plan_roster,
  import_roster,
  remove_roster
};

struct CellText {
  ChannelId row = 0;
  Column column = Column::name;
  std::string text;
};

class Workspace {
 public:
  Workspace() = default;
  explicit Workspace(Declaration declaration);

  const Declaration& declaration() const { return declaration_; }
  std::uint64_t revision() const { return revision_; }
  // The packs there are for this document: not part of the declaration, which names the followed
  // ones by id, but edited and undone with it.
  const PackSet& packs() const { return packs_; }
  // Copies of the unit's pages to compare with: likewise beside the declaration.
  const page::Baselines& baselines() const { return baselines_; }
  std::vector<const Pack*> followed_packs() const { return packs_.followed(declaration_); }

  // The setters return false when the text is not taken: too long, no such row, or (kind,
  // attributes that are answers) not one of the keys.
  bool set_unit_field(UnitField field, std::string_view text);
  bool set_cell(ChannelId row, Column column, std::string_view text);
  // One command for all; none of them is changed when one text is not taken.
  bool set_cells(std::span<const CellText> cells);
  bool set_attribute(ChannelId row, Attribute attribute, std::string_view text);
  bool set_page_roles(ChannelId row, std::vector<PageRole> roles);
  // Inserts before position (0-based; past the end appends). Ids are given here; returns them, none
  // when the channels or their texts would be too many or too long. Takes back «no channels», in
  // the same command.
  std::vector<ChannelId> insert(std::size_t position, std::vector<Channel> channels,
                                CommandKind kind = CommandKind::insert);
  ChannelId duplicate(
      ChannelId row);  // the copy, right below; 0 if there is no such row or no room
  void remove(std::span<const ChannelId> rows);
  void move(ChannelId row, std::size_t position);
  // Stable sort by a column, in Vietnamese order for text, by value for dates and states; blank
  // cells last.
  void sort(Column column, bool descending);
  bool set_packs(std::vector<std::string> packs);  // empty and repeated ids are left out
  bool set_no_channels(bool none);                 // refused while there are channels
  // Opening a file or importing over everything: one command, undoable like any other. False when
  // it does not keep the limits. Rows without an id, or with one given before in it, get a new one.
  bool replace_all(Declaration declaration);

  // Writes the state, and a record of the change where it differs from what was written: one
  // command.
  bool change_state(ChannelId row, std::string_view state, std::string_view date,
                    std::string_view reason);
  bool set_state_changes(ChannelId row, std::vector<StateChange> changes);

  // The entry of its question; a blank one is taken out.
  bool set_answer(QuestionAnswer answer);

  // As for channels.
  bool set_account_field(AccountId id, AccountField field, std::string_view text);
  std::vector<AccountId> insert_accounts(std::size_t position, std::vector<Account> accounts,
                                         CommandKind kind = CommandKind::insert_accounts);
  // Each takes the place of the one with its id: one command. False when one is not there or too
  // long.
  bool edit_accounts(std::vector<Account> accounts);
  void remove_accounts(std::span<const AccountId> accounts);
  bool set_no_accounts(bool none);  // refused while there are accounts
  bool set_account_reviews(std::vector<AccountReview> reviews);

  // Adds after all others. Ids are given here; returns them, none when the entries or their texts
  // would be too many or too long. Takes back «nothing to log» of their kinds, in the same command.
  // A backup is a draft at first, whatever number and seal it comes with.
  std::vector<LogEntryId> insert_log_entries(std::vector<LogEntry> entries,
                                             CommandKind kind = CommandKind::insert_log_entries);
  bool set_log_field(LogEntryId id, LogField field, std::string_view text);
  // Each takes the place of the one with its id: one command. False when one is not there, is of
  // another kind, too long, or a backup that is written to its book.
  bool edit_log_entries(std::vector<LogEntry> entries);
  // Backups that are written to their book stay.
  void remove_log_entries(std::span<const LogEntryId> entries);
  // Writes these drafts of backups to the book (core/inventory/backup_book.h), in the order given,
  // as one command; only undo takes them out again. False when one of them is not ready for it.
  bool seal_backups(std::span<const LogEntryId> drafts);
  // Refused while there are entries of the kind, and for kinds that cannot be empty.
  bool set_nothing_logged(LogKind kind, bool nothing);

  // As for accounts; added after all others.
  std::vector<MachineId> insert_machines(std::vector<Machine> machines,
                                         CommandKind kind = CommandKind::insert_machines);
  bool set_machine_field(MachineId id, MachineField field, std::string_view text);
  bool edit_machines(std::vector<Machine> machines);
  void remove_machines(std::span<const MachineId> machines);
  bool set_no_machines(bool none);  // refused while there are machines

  // Added after all others; its id is given here, those of its parts are the caller's. 0 when it
  // does not keep the limits. A roster is edited as a whole: one command, whatever changed in it.
  RosterId insert_roster(Roster roster);
  bool edit_roster(Roster roster, CommandKind kind = CommandKind::edit_roster);
  void remove_roster(RosterId id);

  // Opens a pack (core/policy/pack_set.h) and, if asked, follows it: one command.
  Result<std::string> open_pack(std::string_view json_text, bool follow);
  // Takes an opened pack away and no longer follows it. False when there is none with the id.
  bool close_pack(std::string_view id);
  // What was stored beside the declaration: not a command, for a document just loaded.
  void restore_packs(PackSet packs);

  // Keeps a copy of a page to compare later ones with, or lets go of it: one command each.
  Status keep_baseline(page::Baseline baseline);
  bool drop_baseline(std::string_view page);
  void restore_baselines(page::Baselines baselines);  // as restore_packs()

  bool can_undo() const;
  bool can_redo() const;
  CommandKind undo_kind() const;  // of the command that undo would take back
  CommandKind redo_kind() const;
  // The row the change was about, so that the screen can go there; 0 if none, or if it is no longer
  // there.
  ChannelId undo();
  ChannelId redo();

 private:
  // See workspace.cpp: a command holds the values before and after, not a copy of the document, so
  // that a long day's editing of a large inventory stays small.
  struct ReplaceUnit {
    Unit before, after;
  };
  struct ReplaceChannels {
    std::vector<Channel> before, after;
  };
  struct InsertChannels {
    std::size_t position;
    std::vector<Channel> channels;
    bool no_channels_before;
  };
  struct RemoveChannels {
    std::vector<std::pair<std::size_t, Channel>> channels;
  };  // by position, ascending
  struct ReorderChannels {
    std::vector<ChannelId> before, after;
  };
  struct ReplaceSettings {
    std::vector<std::string> packs_before, packs_after;
    bool no_channels_before, no_channels_after;
  };
  struct ReplaceDeclaration {
    Declaration before, after;
  };
  struct ReplaceAnswer {
    QuestionAnswer before, after;  // of one question; blank: no entry
  };
  struct ReplaceAccounts {
    std::vector<Account> before, after;
  };
  struct InsertAccounts {
    std::size_t position;
    std::vector<Account> accounts;
    bool no_accounts_before;
  };
  struct RemoveAccounts {
    std::vector<std::pair<std::size_t, Account>> accounts;  // by position, ascending
  };
  struct SetNoAccounts {
    bool after;
  };
  struct ReplaceReviews {
    std::vector<AccountReview> before, after;
  };
  struct ReplacePacks {
    PackSet before, after;
    std::vector<std::string> followed_before, followed_after;
  };
  struct InsertLogEntries {
    std::vector<LogEntry> entries;  // the last of the log
    std::vector<LogKind> nothing_before, nothing_after;
  };
  struct ReplaceLogEntries {
    std::vector<LogEntry> before, after;
  };
  struct RemoveLogEntries {
    std::vector<std::pair<std::size_t, LogEntry>> entries;  // by position, ascending
  };
  struct ReplaceNothingLogged {
    std::vector<LogKind> before, after;
  };
  struct InsertMachines {
    std::vector<Machine> machines;  // the last of the list
    bool no_machines_before;
  };
  struct ReplaceMachines {
    std::vector<Machine> before, after;
  };
  struct RemoveMachines {
    std::vector<std::pair<std::size_t, Machine>> machines;  // by position, ascending
  };
  struct SetNoMachines {
    bool after;
  };
  struct ReplaceBaselines {
    page::Baselines before, after;
  };
  struct InsertRoster {
    Roster roster;  // the last of the list
  };
  struct ReplaceRoster {
    Roster before, after;
  };
  struct RemoveRoster {
    std::vector<std::pair<std::size_t, Roster>> roster;  // by position; one
  };
  using Change =
      std::variant<ReplaceUnit, ReplaceChannels, InsertChannels, RemoveChannels, ReorderChannels,
                   ReplaceSettings, ReplaceDeclaration, ReplaceAnswer, ReplaceAccounts,
                   InsertAccounts, RemoveAccounts, SetNoAccounts, ReplaceReviews, ReplacePacks,
                   InsertLogEntries, ReplaceLogEntries, RemoveLogEntries, ReplaceNothingLogged,
                   InsertMachines, ReplaceMachines, RemoveMachines, SetNoMachines, ReplaceBaselines,
                   InsertRoster, ReplaceRoster, RemoveRoster>;
  struct Command {
    CommandKind kind;
    Change change;
    ChannelId row;
  };

  Channel* find(ChannelId row);
  bool exists(ChannelId row);
  bool replace_channel(CommandKind kind, Channel after);
  void execute(Command command);
  void apply(const Change& change);
  void revert(const Change& change);
  void reorder(const std::vector<ChannelId>& order);
  std::vector<ChannelId> order() const;
  Account* find_account(AccountId id);
  void put_accounts(const std::vector<Account>& accounts);
  void put_answer(const QuestionAnswer& answer);
  LogEntry* find_log_entry(LogEntryId id);
  void put_log_entries(const std::vector<LogEntry>& entries);
  Machine* find_machine(MachineId id);
  void put_machines(const std::vector<Machine>& machines);
  Roster* find_roster(RosterId id);
  void put_packs(const PackSet& packs, const std::vector<std::string>& followed);

  Declaration declaration_;
  PackSet packs_;
  page::Baselines baselines_;
  std::vector<Command> done_;
  std::vector<Command> undone_;
  std::uint64_t revision_ = 0;
};

}  // namespace sokenh
