#include "wasm/app/page_command.h"

#include <nlohmann/json.hpp>
#include <span>

#include "core/page/comparison.h"
#include "core/page/footer.h"
#include "core/page/press.h"
#include "wasm/screens/page_labels.h"

namespace sokenh {
namespace {

using nlohmann::json;

constexpr std::size_t kShownChanges = 500;

json item_json(page::FooterItem item, const page::ItemReading& reading) {
  return {{"item", page::footer_item_key(item)},
          {"label", footer_item_label(item)},
          {"state", page::item_state_key(reading.state)},
          {"state_label", item_state_label(reading.state)},
          {"text", reading.text},
          {"line", reading.line},
          {"place", page_place(reading.region, reading.line)},
          {"path", reading.path},
          {"doubt", page::item_doubt_key(reading.doubt)},
          {"expected", reading.expected},
          {"advice", item_advice(reading)}};
}

json hint_json(const page::PressHint& hint) {
  return {{"kind", page::press_hint_kind_key(hint.kind)},
          {"label", press_hint_label(hint.kind)},
          {"press", hint.press},
          {"text", hint.text},
          {"line", hint.line},
          {"place", page_place(hint.region, hint.line)}};
}

json changes_json(std::span<const page::Change> changes) {
  json list = json::array();
  for (const page::Change& change : changes.first(std::min(changes.size(), kShownChanges))) {
    list.push_back({{"kind", page::change_kind_key(change.kind)},
                    {"label", change_label(change.kind)},
                    {"suspicious", page::is_suspicious(change.kind)},
                    {"text", change.text},
                    {"before", change.before},
                    {"address", change.address},
                    {"words", change.words},
                    {"hidden", page::hidden_key(change.hidden)},
                    {"line", change.line},
                    {"place", page_place(change.region, change.line)},
                    {"message", change_text(change)}});
  }
  return list;
}

}  // namespace

json scan_page(const page::PageOutline& page, const page::PageOutline* baseline, const Unit& unit,
               std::string_view sha256) {
  const page::FooterScan footer = page::scan_footer(page, unit);
  const page::PressHints hints = page::find_press_hints(page);
  const std::vector<page::Change> suspicious = page::find_suspicious(page);
  json items = json::array();
  for (const page::FooterItem item : page::footer_items())
    items.push_back(item_json(item, footer.of(item)));
  json shown_hints = json::array();
  for (const page::PressHint& hint : hints.hints) shown_hints.push_back(hint_json(hint));
  json out = {{"ok", footer.complete() && suspicious.empty()},
              {"container", page::container_key(page.container)},
              {"encoding", page.encoding},
              {"address", page.address},
              {"title", page.title},
              {"sha256", sha256},
              {"found", footer.found()},
              {"complete", footer.complete()},
              {"items", std::move(items)},
              {"hints", std::move(shown_hints)},
              {"hints_total", hints.total},
              {"suspicious", changes_json(suspicious)}};
  if (baseline == nullptr) return out;
  const page::Comparison comparison = page::compare_pages(*baseline, page);
  out["ok"] = footer.complete() && comparison.suspicious == 0;
  out["changes"] = changes_json(comparison.changes);
  out["changes_suspicious"] = comparison.suspicious;
  out["changes_total"] = comparison.changes.size();
  out["other_container"] = comparison.other_container;
  return out;
}

}  // namespace sokenh
