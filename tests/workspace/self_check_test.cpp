// The workspace's answers, accounts, reviews, states and packs: taken, refused, undone.
#include <doctest/doctest.h>

#include "core/inventory/declaration.h"
#include "core/workspace/workspace.h"

using namespace sokenh;

namespace {

Account on(std::string system) { return {.system = std::move(system)}; }

std::string pack_json(const std::string& issued) {
  return R"({"format": "sokenh.pack", "version": 1, "id": "AL26",
    "title": {"vi": "V", "en": "E"}, "short_name": {"vi": "V", "en": "E"}, "issuer": "UBND",
    "number": "1", "issued": ")" +
         issued + R"(", "in_force": true,
    "recipient": {"name": "", "telephone": "", "email": ""}, "contacts": [], "password": {},
    "requirements": []})";
}

// Undone, everything is as before; redone, as after.
void check_undo(Workspace& workspace, const Declaration& before, const PackSet& packs_before) {
  const Declaration after = workspace.declaration();
  const PackSet packs_after = workspace.packs();
  const auto same = [](Declaration a, const Declaration& b) {
    a.next_id = b.next_id;
    a.next_account_id = b.next_account_id;
    return a == b;
  };
  workspace.undo();
  CHECK(same(workspace.declaration(), before));
  CHECK(workspace.packs() == packs_before);
  workspace.redo();
  CHECK(same(workspace.declaration(), after));
  CHECK(workspace.packs() == packs_after);
}

}  // namespace

TEST_CASE("Workspace: answers are kept by their keys' order, a blank one goes") {
  Workspace workspace;
  CHECK(workspace.set_answer({.question = "b", .answer = Answer::yes}));
  CHECK(workspace.set_answer({.question = "a", .answer = Answer::no, .note = " e\u0301\r\n"}));
  CHECK(workspace.set_answer({.question = "c", .note = "x"}));
  const Declaration three = workspace.declaration();
  REQUIRE(three.answers.size() == 3);
  CHECK(three.answers[0].question == "a");
  CHECK(three.answers[0].note == " \u00E9\n");
  CHECK(find_answer(three, "c")->note == "x");
  CHECK(find_answer(three, "d") == nullptr);
  CHECK(workspace.undo_kind() == CommandKind::edit_answer);

  CHECK(workspace.set_answer({.question = "b"}));
  CHECK(workspace.declaration().answers.size() == 2);
  check_undo(workspace, three, {});

  const std::uint64_t revision = workspace.revision();
  CHECK(workspace.set_answer({.question = "b"}));
  CHECK(workspace.revision() == revision);
  CHECK_FALSE(workspace.set_answer({.question = "ế", .answer = Answer::yes}));
  CHECK_FALSE(workspace.set_answer({.question = "", .answer = Answer::yes}));
  CHECK_FALSE(workspace.set_answer({.question = "a", .note = std::string(kMaxTextBytes + 1, 'a')}));
  CHECK(workspace.revision() == revision);
}

TEST_CASE("Workspace: accounts are inserted, edited and removed like channels") {
  Workspace workspace;
  CHECK(workspace.set_no_accounts(true));
  const Declaration none = workspace.declaration();
  const auto ids = workspace.insert_accounts(9, {on("QOffice"), on("Thư"), on("Một cửa")});
  REQUIRE(ids.size() == 3);
  CHECK_FALSE(workspace.declaration().no_accounts);
  check_undo(workspace, none, {});
  CHECK_FALSE(workspace.set_no_accounts(true));

  const Declaration three = workspace.declaration();
  CHECK(workspace.set_account_field(ids[1], AccountField::in_use, "no"));
  CHECK(workspace.undo_kind() == CommandKind::edit_account);
  check_undo(workspace, three, {});
  CHECK_FALSE(workspace.set_account_field(ids[1], AccountField::in_use, "maybe"));
  CHECK_FALSE(workspace.set_account_field(77, AccountField::holder, "a"));
  CHECK_FALSE(workspace.set_account_field(ids[1], AccountField::holder,
                                          std::string(kMaxTextBytes + 1, 'a')));

  // Several at once are one command, and all or none.
  std::vector<Account> accounts = workspace.declaration().accounts;
  for (Account& account : accounts) account.password_changed = "21/11/2026";
  const Declaration before = workspace.declaration();
  CHECK(workspace.edit_accounts(accounts));
  CHECK(workspace.declaration().accounts == accounts);
  check_undo(workspace, before, {});
  accounts[2].id = 99;
  accounts[0].holder = "Mai";
  CHECK_FALSE(workspace.edit_accounts(accounts));

  const Declaration edited = workspace.declaration();
  const AccountId gone[] = {ids[0], ids[2], 99};
  workspace.remove_accounts(gone);
  REQUIRE(workspace.declaration().accounts.size() == 1);
  CHECK(workspace.declaration().accounts[0].system == "Thư");
  check_undo(workspace, edited, {});
  // Ids are given once.
  CHECK(workspace.insert_accounts(0, {on("x")}, CommandKind::import_accounts)[0] > ids[2]);
  CHECK(workspace.undo_kind() == CommandKind::import_accounts);
  CHECK(workspace.insert_accounts(0, std::vector<Account>(kMaxAccounts)).empty());
}

TEST_CASE("Workspace: reviews, and a channel's states with their history") {
  Workspace workspace;
  const Declaration empty = workspace.declaration();
  CHECK(workspace.set_account_reviews({{"20/11/2026", "Mai", 12, 3, ""}}));
  check_undo(workspace, empty, {});
  CHECK_FALSE(workspace.set_account_reviews({{"", "", 1, 2, ""}}));
  CHECK_FALSE(workspace.set_account_reviews(std::vector<AccountReview>(kMaxAccountReviews + 1)));

  const ChannelId row = workspace.insert(0, {Channel{.name = "Zalo", .state = "Hoạt động"}})[0];
  const Declaration active = workspace.declaration();
  CHECK(workspace.change_state(row, "Đóng", "20/11/2026", "không còn người quản trị"));
  const Channel& channel = workspace.declaration().channels[0];
  CHECK(channel.state == "Đóng");
  REQUIRE(channel.state_changes.size() == 1);
  CHECK(channel.state_changes[0] == StateChange{"20/11/2026", "Đóng", "không còn người quản trị"});
  check_undo(workspace, active, {});
  const std::uint64_t revision = workspace.revision();
  CHECK(workspace.change_state(row, "Đóng", "21/11/2026", ""));
  CHECK(workspace.revision() == revision);  // no change, no record
  CHECK_FALSE(workspace.change_state(99, "Đóng", "", ""));
  CHECK(workspace.set_state_changes(row, {}));
  CHECK(workspace.undo_kind() == CommandKind::edit_state_changes);
  CHECK_FALSE(workspace.set_state_changes(row, std::vector<StateChange>(kMaxStateChanges + 1)));
}

TEST_CASE("Workspace: a pack opened is followed, undone together, and can be taken away") {
  Workspace workspace;
  workspace.set_packs({"HP23"});
  const Declaration before = workspace.declaration();
  const auto id = workspace.open_pack(pack_json("2026-10"), true);
  REQUIRE(id);
  CHECK(workspace.declaration().packs == std::vector<std::string>{"HP23", "AL26"});
  CHECK(workspace.followed_packs().size() == 2);
  CHECK(workspace.undo_kind() == CommandKind::open_pack);
  check_undo(workspace, before, {});
  CHECK(workspace.open_pack(pack_json("2026-09"), true).error().code ==
        ErrorCode::pack_older_issue);

  const PackSet opened = workspace.packs();
  const Declaration followed = workspace.declaration();
  CHECK(workspace.close_pack("AL26"));
  CHECK(workspace.declaration().packs == std::vector<std::string>{"HP23"});
  CHECK(workspace.undo_kind() == CommandKind::close_pack);
  check_undo(workspace, followed, opened);
  CHECK_FALSE(workspace.close_pack("HP23"));
  REQUIRE(workspace.open_pack(pack_json("2026-10"), false));
  CHECK(workspace.declaration().packs == std::vector<std::string>{"HP23"});

  Workspace loaded(workspace.declaration());
  loaded.restore_packs(opened);
  CHECK(loaded.packs().find("AL26") != nullptr);
  CHECK_FALSE(loaded.can_undo());
}
