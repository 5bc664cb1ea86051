#include "wasm/screens/account_reviews.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "core/inventory/declaration.h"
#include "core/inventory/partial_date.h"
#include "wasm/app/app.h"
#include "wasm/screens/screens.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

std::optional<std::uint32_t> read_count(std::string_view typed) {
  std::uint32_t count = 0;
  const char* end = typed.data() + typed.size();
  const auto read = std::from_chars(typed.data(), end, count);
  if (typed.empty() || read.ec != std::errc{} || read.ptr != end || count > kMaxReviewedAccounts)
    return std::nullopt;
  return count;
}

std::string review_title(const AccountReview& review) {
  return tr(Msg::review_title,
            {review.date, std::to_string(review.reviewed), std::to_string(review.unused)});
}

}  // namespace

void AccountReviews::open_new(const App& app) {
  const Declaration& declaration = app.workspace.declaration();
  const auto& accounts = declaration.accounts;
  *this = AccountReviews{};
  open_ = true;
  draft_.date = vietnamese_date(app.today());
  draft_.reviewer = declaration.unit.preparer_name;
  reviewed_ = std::to_string(accounts.size());
  unused_ =
      std::to_string(std::count_if(accounts.begin(), accounts.end(), [](const Account& account) {
        return account.in_use == Answer::no;
      }));
}

void AccountReviews::open(const App& app, std::size_t index) {
  *this = AccountReviews{};
  open_ = true;
  index_ = index;
  draft_ = app.workspace.declaration().account_reviews[index];
  reviewed_ = std::to_string(draft_.reviewed);
  unused_ = std::to_string(draft_.unused);
}

bool AccountReviews::save(App& app) {
  refused_ = true;
  const auto reviewed = read_count(reviewed_);
  const auto unused = read_count(unused_);
  if (!reviewed || !unused || *unused > *reviewed ||
      read_partial_date(draft_.date).problem != DateProblem::none)
    return false;
  draft_.reviewed = *reviewed;
  draft_.unused = *unused;
  std::vector<AccountReview> reviews = app.workspace.declaration().account_reviews;
  if (index_ && *index_ < reviews.size()) {
    reviews[*index_] = draft_;
  } else {
    reviews.push_back(draft_);
  }
  return app.taken(app.workspace.set_account_reviews(std::move(reviews)));
}

void AccountReviews::draw_dialog(App& app) {
  if (!open_) return;
  const bool leave = begin_dialog("review", tr(index_ ? Msg::review_edit : Msg::review_new), 480);
  const float width = ImGui::GetContentRegionAvail().x;
  draw_dialog_notices(app, width);
  const auto problem = [this](bool wrong, Msg sentence) {
    return refused_ && wrong ? tr(sentence) : std::string_view{};
  };
  const auto reviewed = read_count(reviewed_);
  const auto unused = read_count(unused_);
  live_field("date", tr(Msg::review_date), draft_.date,
             {.width = width,
              .problem = problem(read_partial_date(draft_.date).problem != DateProblem::none,
                                 Msg::review_date_wrong),
              .required = true});
  space(12);
  live_field("reviewer", tr(Msg::review_reviewer), draft_.reviewer, {.width = width});
  space(12);
  live_field("reviewed", tr(Msg::review_reviewed), reviewed_,
             {.width = width,
              .help = tr(Msg::review_counted),
              .problem = problem(!reviewed, Msg::review_count_wrong),
              .input_mode = "numeric",
              .required = true});
  space(12);
  live_field(
      "unused", tr(Msg::review_unused), unused_,
      {.width = width,
       .problem = problem(!unused || (reviewed && *unused > *reviewed), Msg::review_unused_wrong),
       .input_mode = "numeric",
       .required = true});
  space(12);
  live_field("note", tr(Msg::review_note), draft_.note, {.width = width, .lines = 3});
  space(16);
  const bool keep =
      button("save", tr(Msg::review_save), {.kind = ButtonKind::primary, .icon = Icon::check});
  same_line(8);
  const bool cancelled = button("cancel", tr(Msg::cancel));
  end_dialog();
  if (keep) {
    context().wants_frame = true;
    if (save(app)) {
      close();
      app.tell(std::string(tr(Msg::review_saved)));
    }
  } else if (leave || cancelled) {
    close();
  }
}

void AccountReviews::draw_list(App& app, float width) {
  // A copy: a removal changes the workspace while they are drawn.
  const std::vector<AccountReview> reviews = app.workspace.declaration().account_reviews;
  if (app.arrives_at({.kind = PlaceKind::account_reviews})) request_focus(ImGui::GetID("new"));
  if (button("new", tr(Msg::review_new),
             {.kind = ButtonKind::primary, .icon = Icon::pen, .enabled = !app.read_only}))
    open_new(app);
  space(12);
  if (reviews.empty()) {
    text(tr(Msg::reviews_none), kBody, palette().text2, width);
    return;
  }
  begin_group("reviews", Role::list, tr(Msg::reviews_title));
  // The newest first.
  for (std::size_t i = reviews.size(); i-- > 0;) {
    const AccountReview& review = reviews[i];
    ImGui::PushID(static_cast<int>(i));
    begin_group("review", Role::listitem, "");
    const ImVec2 top = ImGui::GetCursorScreenPos();
    const float tools = 2 * control_height() + scaled(4);
    text(review_title(review), kBodyStrong, {}, width - tools - scaled(8));
    if (!review.reviewer.empty())
      text(tr(Msg::review_by, {review.reviewer}), kBody, palette().text2,
           width - tools - scaled(8));
    if (!review.note.empty()) text(review.note, kBody, palette().text2, width - tools - scaled(8));
    const float bottom = std::max(ImGui::GetCursorScreenPos().y, top.y + control_height());
    ImGui::SetCursorScreenPos(ImVec2(top.x + width - tools, top.y));
    const bool edit = button("edit", tr(Msg::review_edit_one, {review.date}),
                             {.kind = ButtonKind::quiet,
                              .icon = Icon::pen,
                              .enabled = !app.read_only,
                              .icon_only = true});
    same_line(4);
    const bool remove = button("remove", tr(Msg::review_remove_one, {review.date}),
                               {.kind = ButtonKind::quiet,
                                .icon = Icon::trash,
                                .enabled = !app.read_only,
                                .icon_only = true});
    end_group();
    ImGui::PopID();
    ImGui::SetCursorScreenPos(ImVec2(top.x, bottom));
    space(10);
    if (edit) open(app, i);
    if (remove) {
      std::vector<AccountReview> left = reviews;
      left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
      app.workspace.set_account_reviews(std::move(left));
      app.tell(std::string(tr(Msg::review_removed)));
    }
  }
  end_group();
}

}  // namespace sokenh
