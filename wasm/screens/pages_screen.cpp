// Trang web: saved pages of the unit's websites, looked at for TN17-1.1, TN17-1.2 and DL-5.3.
#include <algorithm>
#include <string>

#include "core/base/digest.h"
#include "core/inventory/page_check.h"
#include "core/inventory/partial_date.h"
#include "core/page/baseline.h"
#include "core/text/address.h"
#include "wasm/app/app.h"
#include "wasm/screens/entry_screen.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/log_labels.h"
#include "wasm/screens/page_labels.h"
#include "wasm/screens/screens.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

namespace {

constexpr std::size_t kShownChanges = 100;
constexpr std::size_t kShownHints = 50;
constexpr std::size_t kFoundLines = 5;  // of what is suspicious, in the log

bool later(const LogEntry& a, const LogEntry* b) {
  if (b == nullptr) return true;
  const DateReading first = log_day(a);
  const DateReading second = log_day(*b);
  if (first.problem != DateProblem::none) return false;
  return second.problem != DateProblem::none || second.value.date <= first.value.date;
}

// A line with an icon before it: what was found, or is missing.
void draw_line(Icon icon, ImU32 color, std::string_view label, const TextStyle& style,
               float width) {
  const float indent = scaled(26);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  draw_icon(ImGui::GetWindowDrawList(), icon,
            ImVec2(at.x + scaled(9), at.y + scaled(style.line / 2)), color);
  ImGui::SetCursorScreenPos(ImVec2(at.x + indent, at.y));
  ui::text(label, style, {}, width - indent);
  ImGui::SetCursorScreenPos(ImVec2(at.x, ImGui::GetCursorScreenPos().y));
}

void draw_below(std::string_view label, ImU32 color, float width) {
  if (label.empty()) return;
  const float indent = scaled(26);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos(ImVec2(at.x + indent, at.y));
  ui::text(label, kCaption, color, width - indent);
  ImGui::SetCursorScreenPos(ImVec2(at.x, ImGui::GetCursorScreenPos().y));
}

std::string joined(std::string_view first, std::string_view second) {
  if (second.empty()) return std::string(first);
  if (first.empty()) return std::string(second);
  return std::string(first) + " · " + std::string(second);
}

std::string lacking_items(const page::FooterScan& footer) {
  std::string out;
  for (const page::FooterItem item : page::footer_items()) {
    if (footer.of(item).state == page::ItemState::found) continue;
    if (!out.empty()) out += ", ";
    out += footer_item_label(item);
  }
  return out;
}

std::string found_items(const page::FooterScan& footer) {
  std::string out;
  for (const page::FooterItem item : page::footer_items()) {
    const page::ItemReading& reading = footer.of(item);
    if (reading.state != page::ItemState::found) continue;
    if (!out.empty()) out += '\n';
    out += std::string(footer_item_label(item)) + ": " + reading.text + " (" +
           page_place(reading.region, reading.line) + ")";
  }
  return out;
}

std::string found_changes(const page::Comparison& comparison) {
  std::string out;
  const std::size_t shown = std::min(comparison.suspicious, kFoundLines);
  for (std::size_t i = 0; i < shown; ++i) {
    const page::Change& change = comparison.changes[i];
    if (!out.empty()) out += '\n';
    out += std::string(change_label(change.kind)) + ": " + change_text(change);
  }
  if (comparison.suspicious > shown)
    out += '\n' + tr(Msg::pages_more, {std::to_string(comparison.suspicious - shown)});
  return out;
}

}  // namespace

// --- what is known

void PagesView::look_up(App& app) {
  if (revision_ == app.workspace.revision()) return;
  revision_ = app.workspace.revision();
  sites_.clear();
  const Declaration& declaration = app.workspace.declaration();
  for (const Channel& channel : declaration.channels) {
    const ChannelReading reading = read_channel(channel);
    if (reading.kind != ChannelKind::website) continue;
    sites_.push_back({.channel = channel.id,
                      .title = channel_title(channel),
                      .page = page_of_channel(channel, reading),
                      .keys = page_keys(channel, reading)});
  }
  for (const LogEntry& entry : declaration.log) {
    if (entry.kind != LogKind::page_check) continue;
    const std::vector<std::string> keys = page_keys(log_text(entry, LogField::page));
    for (Site& site : sites_) {
      const bool is_of = std::any_of(keys.begin(), keys.end(), [&site](const std::string& key) {
        return std::find(site.keys.begin(), site.keys.end(), key) != site.keys.end();
      });
      if (!is_of) continue;
      if (later(entry, site.last)) site.last = &entry;
      if (!log_text(entry, LogField::result).empty() && later(entry, site.compared))
        site.compared = &entry;
    }
  }
}

const Site* PagesView::find_site(ChannelId channel) const {
  const auto found = std::find_if(sites_.begin(), sites_.end(),
                                  [channel](const Site& site) { return site.channel == channel; });
  return found == sites_.end() ? nullptr : &*found;
}

// The page's own address where it is one of the site's, so that the check counts for the site.
std::string PagesView::page_of(const PageScan& scan) const {
  const Site* site = find_site(scan.site);
  if (site == nullptr) return scan.outline.address.empty() ? scan.file : scan.outline.address;
  if (scan.outline.address.empty()) return site->page;
  for (const std::string& key : page_keys(scan.outline.address)) {
    if (std::find(site->keys.begin(), site->keys.end(), key) != site->keys.end())
      return scan.outline.address;
  }
  return site->page;
}

std::string PagesView::baseline_key(const PageScan& scan) const {
  const std::string page = page_of(scan);
  std::string address = sokenh::text::normalise_address(page);
  return address.empty() ? page : address;
}

void PagesView::compare(const App& app) {
  scan_->comparison.reset();
  const page::Baseline* baseline = app.workspace.baselines().find(baseline_key(*scan_));
  if (baseline != nullptr)
    scan_->comparison = page::compare_pages(baseline->outline, scan_->outline);
}

void PagesView::open(App& app, std::string_view name, std::string_view bytes) {
  Result<page::PageOutline> outline = page::read_page(bytes);
  if (!outline) {
    app.tell(joined(name, error_message(outline.error(), context().language)),
             Notice::Kind::problem);
    return;
  }
  look_up(app);
  PageScan scan{.file = std::string(name),
                .digest = hex(sha256(bytes)),
                .outline = std::move(*outline),
                .site = wanted_site_};
  wanted_site_ = 0;
  for (const std::string& key : page_keys(scan.outline.address)) {
    for (const Site& site : sites_) {
      if (!scan.outline.address.empty() &&
          std::find(site.keys.begin(), site.keys.end(), key) != site.keys.end())
        scan.site = site.channel;
    }
  }
  if (scan.site == 0 && sites_.size() == 1) scan.site = sites_.front().channel;
  scan.footer = page::scan_footer(scan.outline, app.workspace.declaration().unit);
  scan.hints = page::find_press_hints(scan.outline);
  scan.suspicious = page::find_suspicious(scan.outline);
  scan_ = std::move(scan);
  compare(app);
  app.go_to(Screen::pages);
  focus_scan_ = true;
  announce(tr(Msg::pages_found, {std::to_string(scan_->footer.found())}));
  context().wants_frame = true;
}

bool PagesView::handle_paste(App& app, NodeId id, std::string_view pasted, std::string_view html) {
  if (app.screen != Screen::pages || id != 0 || app.dialog_open()) return false;
  // The source of a page, else what was selected on one.
  const std::size_t start = pasted.find_first_not_of(" \t\r\n");
  const bool is_source = start != std::string_view::npos && pasted[start] == '<';
  const std::string_view bytes = is_source ? pasted : html;
  if (bytes.empty()) return false;
  open(app, tr(Msg::pages_pasted), bytes);
  return true;
}

bool PagesView::covers_list(const App& app) const {
  return app.screen == Screen::pages && scan_.has_value();
}

bool PagesView::close(App& app) {
  if (!covers_list(app)) return false;
  scan_.reset();
  focus_list_ = true;
  context().wants_frame = true;
  return true;
}

void PagesView::choose_file(ChannelId site) {
  wanted_site_ = site;
  push_effect("chooseFile", {{"purpose", "page"}, {"accept", ".html,.htm,.xhtml,.mht,.mhtml"}});
}

// --- what is done

void PagesView::record(App& app) {
  LogEntry entry{.kind = LogKind::page_check};
  const auto set = [&entry](LogField field, std::string_view written) {
    if (!written.empty()) set_log_text(entry, field, written);
  };
  set(LogField::date, vietnamese_date(app.today()));
  set(LogField::page, page_of(*scan_));
  set(LogField::footer, scan_->footer.complete() ? "complete" : "incomplete");
  set(LogField::lacking, lacking_items(scan_->footer));
  set(LogField::items, found_items(scan_->footer));
  set(LogField::hints, std::to_string(scan_->hints.total));
  if (scan_->comparison) {
    set(LogField::result, scan_->comparison->suspicious > 0 ? "found" : "nothing");
    set(LogField::found, found_changes(*scan_->comparison));
  }
  set(LogField::document, scan_->file);
  set(LogField::digest, scan_->digest);
  set(LogField::person, app.workspace.declaration().unit.preparer_name);
  if (!app.taken(!app.workspace.insert_log_entries({std::move(entry)}).empty())) return;
  scan_->recorded = true;
  app.tell(std::string(tr(Msg::pages_recorded)));
}

void PagesView::take_baseline(App& app) {
  page::Baseline baseline{.page = baseline_key(*scan_),
                          .date = iso_date(app.today()),
                          .file = scan_->file,
                          .digest = scan_->digest,
                          .outline = scan_->outline};
  scan_->confirming = false;
  const Status kept = app.workspace.keep_baseline(std::move(baseline));
  if (!kept) {
    app.tell(error_message(kept.error(), context().language), Notice::Kind::problem);
    return;
  }
  app.tell(std::string(tr(Msg::pages_baseline_taken)));
}

// --- the list

void PagesView::draw_how_to(float width) {
  begin_card("how-to", tr(Msg::pages_how_to), width);
  const float inner = ImGui::CalcItemWidth();
  heading(2, tr(Msg::pages_how_to), kCardTitle, inner);
  space(6);
  for (const Msg step : {Msg::pages_step_open, Msg::pages_step_save, Msg::pages_step_give}) {
    ui::text(tr(step), kBody, palette().text2, inner);
    space(2);
  }
  end_card();
}

// The copies that pages of the site are compared with.
void PagesView::draw_baselines(App& app, const Site& site, float width) {
  std::vector<const page::Baseline*> kept;
  for (const auto& each : app.workspace.baselines().all()) {
    for (const std::string& key : page_keys(each->page)) {
      if (std::find(site.keys.begin(), site.keys.end(), key) == site.keys.end()) continue;
      kept.push_back(each.get());
      break;
    }
  }
  if (kept.empty()) {
    space(2);
    ui::text(tr(Msg::pages_no_baseline), kCaption, palette().text2, width);
  }
  for (const page::Baseline* baseline : kept) {
    const std::optional<Date> taken = parse_iso_date(baseline->date);
    const std::string page = baseline->page;  // the baseline may go with the button
    ImGui::PushID(page.c_str());
    space(4);
    ui::text(tr(Msg::pages_baseline_of,
                {page, taken ? vietnamese_date(*taken) : std::string_view(baseline->date)}),
             kCaption, palette().text2, width);
    space(2);
    if (button("drop", tr(Msg::pages_drop_baseline),
               {.kind = ButtonKind::quiet,
                .icon = Icon::trash,
                .enabled = !app.read_only,
                .description = page}) &&
        app.workspace.drop_baseline(page))
      app.tell(std::string(tr(Msg::pages_baseline_dropped)));
    ImGui::PopID();
  }
}

void PagesView::draw_site(App& app, const Site& site, float width) {
  ImGui::PushID(static_cast<int>(site.channel));
  begin_card("site", site.title, width);
  const float inner = ImGui::CalcItemWidth();
  heading(2, site.title, kCardTitle, inner);
  if (site.page != site.title) {
    space(2);
    ui::text(site.page, kCaption, palette().text2, inner);
  }
  space(8);
  if (site.last == nullptr) {
    badge(tr(Msg::pages_never), Tone::neutral, Icon::info);
  } else {
    const std::string& footer = log_text(*site.last, LogField::footer);
    const bool complete = footer == "complete";
    if (!footer.empty())
      badge(joined(tr(Msg::log_field_footer), log_choice_label(LogField::footer, footer)),
            complete ? Tone::ok : Tone::warn, complete ? Icon::check : Icon::warning);
    if (site.compared != nullptr) {
      const bool open = log_text(*site.compared, LogField::result) == "found" &&
                        log_text(*site.compared, LogField::handled).empty();
      const std::string_view label = tr(open ? Msg::pages_changes_open : Msg::pages_changes_none);
      space(6);
      badge(label, open ? Tone::bad : Tone::ok, open ? Icon::warning : Icon::check);
    }
    space(6);
    ui::text(tr(Msg::pages_last, {log_text(*site.last, LogField::date)}), kCaption, palette().text2,
             inner);
  }
  draw_baselines(app, site, inner);
  space(12);
  Place here = log_place(LogKind::page_check);
  here.row = site.channel;
  if (app.arrives_at(here)) request_focus(ImGui::GetID("check"));
  if (button("check", tr(Msg::pages_check),
             {.kind = ButtonKind::primary,
              .icon = Icon::file,
              .width = std::min(inner, button_width(tr(Msg::pages_check), {.icon = Icon::file})),
              .description = site.title}))
    choose_file(site.channel);
  end_card();
  ImGui::PopID();
}

void PagesView::draw_list(App& app, float width) {
  heading(1, tr(Msg::pages_title), kPageTitle);
  space(2);
  ui::text(tr(Msg::pages_subtitle), kBody, palette().text2, width);
  space(12);
  if (focus_list_ || app.arrives_at(log_place(LogKind::page_check))) {
    focus_list_ = false;
    request_focus(ImGui::GetID("open"));
  }
  if (button("open", tr(Msg::pages_open), {.icon = Icon::file})) choose_file(0);
  row_or_below(button_width(tr(Msg::pages_log)), width);
  if (button("log", tr(Msg::pages_log), {.kind = ButtonKind::quiet, .icon = Icon::calendar})) {
    app.go_to(Screen::logs);
    app.logs.show(LogKind::page_check, 0);
  }
  space(14);
  draw_how_to(width);
  space(14);
  if (sites_.empty()) {
    notice(Tone::neutral, tr(Msg::pages_no_site), tr(Msg::pages_no_site_body), width);
    space(10);
    if (button("channels", tr(Msg::pages_to_channels), {.icon = Icon::right}))
      app.go_to(Screen::channels);
  }
  for (const Site& site : sites_) {
    draw_site(app, site, width);
    space(14);
  }
  space(6);
}

// --- one page

void PagesView::draw_about(App& app, float width) {
  begin_card("about", tr(Msg::pages_file), width);
  const float inner = ImGui::CalcItemWidth();
  const float indent = std::min(scaled(170), inner * 0.4F);
  begin_group("facts", Role::properties, tr(Msg::pages_file));
  property(tr(Msg::pages_file), scan_->file, indent, inner);
  property(
      tr(Msg::pages_recognised),
      tr(scan_->outline.container == page::Container::mht ? Msg::pages_is_mht : Msg::pages_is_html,
         {scan_->outline.encoding}),
      indent, inner);
  if (!scan_->outline.address.empty())
    property(tr(Msg::pages_address), scan_->outline.address, indent, inner);
  property("SHA-256", scan_->digest, indent, inner);
  end_group();
  if (sites_.size() > 1 || (sites_.size() == 1 && scan_->site == 0)) {
    space(10);
    std::vector<std::string_view> labels{tr(Msg::pages_other_site)};
    int current = 0;
    for (const Site& site : sites_) {
      if (site.channel == scan_->site) current = static_cast<int>(labels.size());
      labels.emplace_back(site.title);
    }
    const auto chosen = select("of", tr(Msg::pages_of_site), labels, current,
                               {.width = std::min(inner, scaled(460))});
    if (chosen) {
      scan_->site = *chosen == 0 ? 0 : sites_[static_cast<std::size_t>(*chosen - 1)].channel;
      compare(app);
    }
  }
  end_card();
}

void PagesView::draw_actions(App& app, float width) {
  if (scan_->confirming) {
    const std::size_t count = scan_->comparison && scan_->comparison->suspicious > 0
                                  ? scan_->comparison->suspicious
                                  : scan_->suspicious.size();
    notice(Tone::warn, tr(Msg::pages_confirm), tr(Msg::pages_confirm_body, {std::to_string(count)}),
           width);
    space(8);
    if (button("anyway", tr(Msg::pages_confirm_yes),
               {.kind = ButtonKind::danger, .enabled = !app.read_only}))
      take_baseline(app);
    row_or_below(button_width(tr(Msg::cancel)), width);
    if (button("not", tr(Msg::cancel))) scan_->confirming = false;
    return;
  }
  if (button("record", tr(scan_->recorded ? Msg::pages_recorded_already : Msg::pages_record),
             {.kind = ButtonKind::primary,
              .icon = Icon::check,
              .enabled = !app.read_only && !scan_->recorded}))
    record(app);
  row_or_below(button_width(tr(Msg::pages_take_baseline)), width);
  if (button("baseline", tr(Msg::pages_take_baseline),
             {.enabled = !app.read_only, .description = tr(Msg::pages_take_baseline_help)})) {
    const bool suspicious =
        !scan_->suspicious.empty() || (scan_->comparison && scan_->comparison->suspicious > 0);
    if (suspicious) {
      scan_->confirming = true;
      request_focus(ImGui::GetID("anyway"));
      context().wants_frame = true;
    } else {
      take_baseline(app);
    }
  }
}

void PagesView::draw_items(float width) {
  const std::string title = tr(Msg::pages_items, {std::to_string(scan_->footer.found())});
  begin_card("items", title, width);
  const float inner = ImGui::CalcItemWidth();
  heading(2, title, kCardTitle, inner);
  space(8);
  begin_group("list", Role::list, title);
  for (const page::FooterItem item : page::footer_items()) {
    const page::ItemReading& reading = scan_->footer.of(item);
    const bool found = reading.state == page::ItemState::found;
    ImGui::PushID(page::footer_item_key(item).data());
    begin_group("item", Role::listitem, "");
    draw_line(found ? Icon::check : Icon::warning, tone_colors(found ? Tone::ok : Tone::warn).text,
              std::string(footer_item_label(item)) + ": " +
                  (found ? reading.text : std::string(item_state_label(reading.state))),
              kBodyMedium, inner);
    draw_below(page_place(reading.region, reading.line), palette().text2, inner);
    draw_below(item_advice(reading), tone_colors(Tone::warn).text, inner);
    end_group();
    space(8);
    ImGui::PopID();
  }
  end_group();
  end_card();
}

void PagesView::draw_changes(float width) {
  const bool compared = scan_->comparison.has_value();
  const std::vector<page::Change>& changes =
      compared ? scan_->comparison->changes : scan_->suspicious;
  const std::size_t suspicious = compared ? scan_->comparison->suspicious : changes.size();
  const std::string_view title =
      tr(compared ? Msg::pages_changes_title : Msg::pages_suspicious_title);
  begin_card("changes", title, width);
  const float inner = ImGui::CalcItemWidth();
  heading(2, title, kCardTitle, inner);
  space(6);
  if (!compared) {
    ui::text(tr(Msg::pages_not_compared), kBody, palette().text2, inner);
    space(6);
  } else if (scan_->comparison->other_container) {
    ui::text(tr(Msg::pages_other_container), kBody, tone_colors(Tone::warn).text, inner);
    space(6);
  }
  if (changes.empty()) {
    badge(tr(compared ? Msg::pages_no_change : Msg::pages_nothing_suspicious), Tone::ok,
          Icon::check);
  } else {
    badge(tr(Msg::pages_change_count,
             {std::to_string(suspicious), std::to_string(changes.size() - suspicious)}),
          suspicious > 0 ? Tone::bad : Tone::neutral, suspicious > 0 ? Icon::warning : Icon::info);
  }
  space(10);
  begin_group("list", Role::list, title);
  for (std::size_t i = 0; i < std::min(changes.size(), kShownChanges); ++i) {
    const page::Change& change = changes[i];
    const bool bad = page::is_suspicious(change.kind);
    ImGui::PushID(static_cast<int>(i));
    begin_group("change", Role::listitem, "");
    draw_line(bad ? Icon::warning : Icon::info, bad ? tone_colors(Tone::bad).text : palette().text3,
              change_label(change.kind), kBodyMedium, inner);
    draw_below(change_text(change), palette().text, inner);
    draw_below(page_place(change.region, change.line), palette().text2, inner);
    end_group();
    space(8);
    ImGui::PopID();
  }
  end_group();
  if (changes.size() > kShownChanges)
    ui::text(tr(Msg::pages_more, {std::to_string(changes.size() - kShownChanges)}), kCaption,
             palette().text2, inner);
  end_card();
}

void PagesView::draw_hints(float width) {
  const page::PressHints& hints = scan_->hints;
  begin_card("hints", tr(Msg::pages_hints_title), width);
  const float inner = ImGui::CalcItemWidth();
  heading(2, tr(Msg::pages_hints_title), kCardTitle, inner);
  space(6);
  if (hints.hints.empty()) {
    badge(tr(Msg::pages_no_hints), Tone::ok, Icon::check);
  } else {
    ui::text(tr(Msg::pages_hints_help), kBody, palette().text2, inner);
    space(8);
  }
  begin_group("list", Role::list, tr(Msg::pages_hints_title));
  for (std::size_t i = 0; i < std::min(hints.hints.size(), kShownHints); ++i) {
    const page::PressHint& hint = hints.hints[i];
    ImGui::PushID(static_cast<int>(i));
    begin_group("hint", Role::listitem, "");
    draw_line(Icon::info, palette().text3, joined(press_hint_label(hint.kind), hint.press),
              kBodyMedium, inner);
    draw_below(hint.text, palette().text, inner);
    draw_below(page_place(hint.region, hint.line), palette().text2, inner);
    end_group();
    space(8);
    ImGui::PopID();
  }
  end_group();
  if (hints.total > kShownHints)
    ui::text(tr(Msg::pages_more, {std::to_string(hints.total - kShownHints)}), kCaption,
             palette().text2, inner);
  end_card();
}

void PagesView::draw_scan(App& app, float width) {
  if (focus_scan_) ImGui::SetScrollY(0);
  if (draw_back(tr(Msg::pages_back), focus_scan_)) {
    close(app);
    return;
  }
  space(8);
  heading(1, scan_->outline.title.empty() ? scan_->file : scan_->outline.title, kPageTitle, width);
  space(12);
  draw_actions(app, width);
  space(14);
  draw_items(width);
  space(14);
  draw_changes(width);
  space(14);
  draw_hints(width);
  space(14);
  draw_about(app, width);
  space(20);
}

void PagesView::draw(App& app) {
  look_up(app);
  const float width = std::min(ImGui::GetContentRegionAvail().x, scaled(920));
  if (scan_) {
    draw_scan(app, width);
  } else {
    draw_list(app, width);
  }
}

void draw_pages_screen(App& app) { app.pages.draw(app); }

}  // namespace sokenh
