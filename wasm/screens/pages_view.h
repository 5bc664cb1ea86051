// Trang web: the unit's websites and the saved page that is being looked at.
//
// A page is read when it is opened and never shown or run: what is kept of it is what the scan
// found (core/page). Nothing is stored before the person writes it into the log or takes it as a
// baseline.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/inventory/log.h"
#include "core/page/comparison.h"
#include "core/page/footer.h"
#include "core/page/outline.h"
#include "core/page/press.h"
#include "wasm/ui/context.h"

namespace sokenh {

class App;

// A website of the list, with what is known of its checks.
struct Site {
  ChannelId channel = 0;
  std::string title;
  std::string page;                    // as an entry of the log names it
  std::vector<std::string> keys;       // page_keys()
  const LogEntry* last = nullptr;      // the latest check, by its day
  const LogEntry* compared = nullptr;  // the latest that was compared with a baseline
};

// A saved page that was opened.
struct PageScan {
  std::string file, digest;
  page::PageOutline outline;
  page::FooterScan footer;
  page::PressHints hints;
  std::optional<page::Comparison> comparison;  // where there is a baseline
  std::vector<page::Change> suspicious;        // by itself
  ChannelId site = 0;                          // 0: not known which
  bool recorded = false;
  bool confirming = false;  // it is suspicious and was to become the baseline
};

class PagesView {
 public:
  void draw(App& app);
  // A file that was chosen or dropped, or a page's source that was pasted.
  void open(App& app, std::string_view name, std::string_view bytes);
  bool handle_paste(App& app, ui::NodeId id, std::string_view pasted, std::string_view html);
  bool covers_list(const App& app) const;  // by what was found in a page
  bool close(App& app);

 private:
  void look_up(App& app);
  const Site* find_site(ChannelId channel) const;
  std::string page_of(const PageScan& scan) const;
  std::string baseline_key(const PageScan& scan) const;
  void compare(const App& app);
  void record(App& app);
  void take_baseline(App& app);
  void choose_file(ChannelId site);

  void draw_list(App& app, float width);
  void draw_how_to(float width);
  void draw_baselines(App& app, const Site& site, float width);
  void draw_site(App& app, const Site& site, float width);
  void draw_scan(App& app, float width);
  void draw_about(App& app, float width);
  void draw_actions(App& app, float width);
  void draw_items(float width);
  void draw_changes(float width);
  void draw_hints(float width);

  std::vector<Site> sites_;
  std::optional<std::uint64_t> revision_;  // of the workspace that sites_ are of
  ChannelId wanted_site_ = 0;              // for which a file is being chosen
  std::optional<PageScan> scan_;
  bool focus_scan_ = false, focus_list_ = false;
};

}  // namespace sokenh
