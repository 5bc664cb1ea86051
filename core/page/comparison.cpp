#include "core/page/comparison.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "core/page/bad_words.h"
#include "core/page/folded_text.h"
#include "core/text/address.h"

namespace sokenh::page {
namespace {

constexpr std::size_t kShownBytes = 400;

std::string bad_words_of(std::string_view text, std::string_view address) {
  std::vector<BadWord> found = find_bad_words(text);
  const std::vector<BadWord> in_address = find_bad_words_in_address(address);
  found.insert(found.end(), in_address.begin(), in_address.end());
  std::string words;
  std::set<std::string_view> known;
  for (const BadWord& each : found) {
    if (!known.insert(each.word).second) continue;
    if (!words.empty()) words += ", ";
    words += each.word;
  }
  return words;
}

// Versions («?v=12») do not make it another script.
std::string_view without_query(std::string_view address) {
  return address.substr(0, address.find_first_of("?#"));
}

std::string source_key(const Source& source) {
  std::string key(source_kind_key(source.kind));
  key += ' ';
  key += source.digest.empty() ? std::string(without_query(source.address)) : source.digest;
  return key;
}

std::string form_key(const Form& form) {
  std::string key(without_query(form.action));
  for (const std::string& field : form.fields) key += '\n' + field;
  return key;
}

std::string block_key(const Block& block) {
  return (block.hidden == Hidden::no ? "+" : "-") + block.text;
}

std::string link_key(const Link& link) {
  return (link.hidden == Hidden::no ? "+" : "-") + link.address;
}

// How often each of the baseline's keys may still be met.
class Bag {
 public:
  template <class Item, class Key>
  Bag(const std::vector<Item>& items, Key key) {
    for (std::size_t i = 0; i < items.size(); ++i) places_[key(items[i])].push_back(i);
  }
  // The place of the next one with this key.
  std::optional<std::size_t> take(const std::string& key) {
    const auto found = places_.find(key);
    if (found == places_.end() || found->second.size() == taken_[key]) return std::nullopt;
    return found->second[taken_[key]++];
  }
  bool knows(const std::string& key) const { return places_.contains(key); }

 private:
  std::map<std::string, std::vector<std::size_t>> places_;
  std::map<std::string, std::size_t> taken_;
};

class PageComparison {
 public:
  PageComparison(const PageOutline& before, const PageOutline& now) : before_(before), now_(now) {
    for (const Link& link : before.links) know(link.address);
    for (const Source& source : before.sources) {
      know(source.address);
      if (source.kind == SourceKind::frame) frame_hosts_.insert(host_of(source.address));
    }
    for (const Form& form : before.forms) know(form.action);
  }

  Comparison run() {
    out_.other_container = before_.container != now_.container;
    compare_sources();
    compare_forms();
    compare_links();
    compare_texts();
    std::stable_sort(out_.changes.begin(), out_.changes.end(),
                     [](const Change& a, const Change& b) { return a.kind < b.kind; });
    out_.suspicious = static_cast<std::size_t>(
        std::count_if(out_.changes.begin(), out_.changes.end(),
                      [](const Change& change) { return is_suspicious(change.kind); }));
    return std::move(out_);
  }

 private:
  void know(std::string_view address) {
    const std::string host = host_of(address);
    if (!host.empty()) hosts_.insert(host);
  }

  // Neither the page's own nor one that the baseline had something of.
  bool is_new_host(std::string_view address) const {
    const std::string host = host_of(address);
    if (host.empty() || is_own_host(host, now_.address) || is_own_host(host, before_.address))
      return false;
    for (std::string_view each = host; !each.empty();) {
      if (hosts_.contains(each)) return false;
      const std::size_t dot = each.find('.');
      if (dot == std::string_view::npos || each.find('.', dot + 1) == std::string_view::npos) break;
      each.remove_prefix(dot + 1);
    }
    return true;
  }

  void add(Change&& change) {
    change.text = shortened(change.text, kShownBytes);
    change.before = shortened(change.before, kShownBytes);
    change.address = shortened(change.address, kShownBytes);
    out_.changes.push_back(std::move(change));
  }

  // --- scripts, frames, redirects

  void compare_sources() {
    Bag known(before_.sources, source_key);
    std::set<std::string> met;
    for (const Source& source : now_.sources) {
      const std::string key = source_key(source);
      // The same script twice is one script.
      if (!met.insert(key).second || known.knows(key)) continue;
      add({.kind = kind_of_new(source),
           .text = source.excerpt,
           .before = {},
           .address = source.address,
           .words = bad_words_of(source.excerpt, source.address),
           .hidden = source.hidden,
           .region = Region::unknown,
           .line = source.line});
    }
    std::set<std::string> gone;
    for (const Source& source : before_.sources) {
      const std::string key = source_key(source);
      if (met.contains(key) || !gone.insert(key).second) continue;
      add({.kind = ChangeKind::other_removed,
           .text = source.excerpt,
           .before = {},
           .address = source.address,
           .words = {}});
    }
  }

  ChangeKind kind_of_new(const Source& source) const {
    switch (source.kind) {
      case SourceKind::script:
        return ChangeKind::script;
      case SourceKind::inline_script:
        return ChangeKind::inline_script;
      case SourceKind::handler:
        return source.hides ? ChangeKind::inline_script : ChangeKind::other_added;
      case SourceKind::style:
        return is_new_host(source.address) ? ChangeKind::style : ChangeKind::other_added;
      case SourceKind::frame:
        return source.hidden == Hidden::no && frame_hosts_.contains(host_of(source.address)) &&
                       !host_of(source.address).empty()
                   ? ChangeKind::other_added
                   : ChangeKind::frame;
      case SourceKind::redirect:
      case SourceKind::base:
        return ChangeKind::redirect;
    }
    return ChangeKind::other_added;
  }

  // --- forms

  void compare_forms() {
    Bag known(before_.forms, form_key);
    std::vector<bool> met(before_.forms.size(), false);
    std::vector<const Form*> fresh;
    for (const Form& form : now_.forms) {
      if (const auto place = known.take(form_key(form))) {
        met[*place] = true;
      } else {
        fresh.push_back(&form);
      }
    }
    // The fields are the same and it sends elsewhere, or the other way round.
    for (const Form* form : fresh) {
      const Form* same = nullptr;
      for (std::size_t i = 0; i < before_.forms.size() && same == nullptr; ++i) {
        const Form& old = before_.forms[i];
        if (met[i] || (old.fields != form->fields &&
                       without_query(old.action) != without_query(form->action)))
          continue;
        same = &old;
        met[i] = true;
      }
      add_form(*form, same);
    }
    for (std::size_t i = 0; i < before_.forms.size(); ++i) {
      if (!met[i])
        add({.kind = ChangeKind::other_removed,
             .text = fields_of(before_.forms[i]),
             .before = {},
             .address = before_.forms[i].action,
             .words = {}});
    }
  }

  static std::string fields_of(const Form& form) {
    std::string fields;
    for (const std::string& field : form.fields) {
      if (!fields.empty()) fields += ", ";
      fields += field;
    }
    return fields;
  }

  void add_form(const Form& form, const Form* before) {
    Change change{.kind = ChangeKind::form,
                  .text = fields_of(form),
                  .before = {},
                  .address = form.action,
                  .words = {},
                  .line = form.line};
    const bool sends_elsewhere =
        before != nullptr && without_query(before->action) != without_query(form.action);
    if (form.asks_password && (before == nullptr || !before->asks_password)) {
      change.kind = ChangeKind::password_asked;
    } else if (sends_elsewhere || (before == nullptr && is_new_host(form.action))) {
      change.kind = ChangeKind::form_target;
    }
    if (sends_elsewhere) change.before = before->action;
    add(std::move(change));
  }

  // --- links

  void compare_links() {
    const Bag known(before_.links, link_key);
    std::set<std::string> met;
    for (const Link& link : now_.links) {
      std::string key = link_key(link);
      const bool is_known = known.knows(key);
      if (!met.insert(std::move(key)).second || is_known) continue;
      Change change{.kind = ChangeKind::link_added,
                    .text = link.text,
                    .before = {},
                    .address = link.address,
                    .words = bad_words_of(link.text, link.address),
                    .hidden = link.hidden,
                    .region = link.region,
                    .line = link.line};
      if (!change.words.empty()) {
        change.kind = ChangeKind::bad_words;
      } else if (link.hidden != Hidden::no && !host_of(link.address).empty() &&
                 is_new_host(link.address)) {
        change.kind = ChangeKind::hidden_link;
      } else if (is_new_host(link.address)) {
        change.kind = ChangeKind::outside_link;
      }
      if (change.kind != ChangeKind::link_added) told_.insert(link.text);
      add(std::move(change));
    }
    std::set<std::string> gone;
    for (const Link& link : before_.links) {
      std::string key = link_key(link);
      if (met.contains(key) || !gone.insert(std::move(key)).second) continue;
      add({.kind = ChangeKind::link_removed,
           .text = link.text,
           .before = {},
           .address = link.address,
           .words = {},
           .hidden = link.hidden});
    }
  }

  // --- texts

  void compare_texts() {
    Bag known(before_.blocks, block_key);
    // Where each line of the baseline stands now, and the lines that came, by the line before them.
    std::vector<std::optional<std::size_t>> place(before_.blocks.size());
    std::vector<std::pair<std::size_t, const Block*>> fresh;
    std::size_t anchor = 0;
    for (std::size_t i = 0; i < now_.blocks.size(); ++i) {
      const Block& block = now_.blocks[i];
      if (const auto old = known.take(block_key(block))) {
        place[*old] = i;
        anchor = i + 1;
      } else {
        fresh.emplace_back(anchor, &block);
      }
    }
    std::multimap<std::size_t, const Block*> gone;
    anchor = 0;
    for (std::size_t i = 0; i < before_.blocks.size(); ++i) {
      if (place[i]) {
        anchor = *place[i] + 1;
      } else {
        gone.emplace(anchor, &before_.blocks[i]);
      }
    }
    for (const auto& [where, block] : fresh) add_text(*block, take_gone(gone, where, *block));
    for (const auto& [where, block] : gone) {
      add({.kind = ChangeKind::text_removed,
           .text = block->text,
           .before = {},
           .address = {},
           .words = {},
           .hidden = block->hidden,
           .region = block->region});
    }
  }

  static const Block* take_gone(std::multimap<std::size_t, const Block*>& gone, std::size_t where,
                                const Block& block) {
    const auto found = gone.lower_bound(where);
    if (found == gone.end() || found->first != where || found->second->hidden != block.hidden)
      return nullptr;
    const Block* old = found->second;
    gone.erase(found);
    return old;
  }

  void add_text(const Block& block, const Block* before) {
    Change change{.kind = before == nullptr ? ChangeKind::text_added : ChangeKind::text_changed,
                  .text = block.text,
                  .before = before == nullptr ? std::string{} : before->text,
                  .address = {},
                  .words = bad_words_of(block.text, {}),
                  .hidden = block.hidden,
                  .region = block.region,
                  .line = block.line};
    // Words that stood there before are not new.
    if (before != nullptr && !change.words.empty() &&
        bad_words_of(before->text, {}) == change.words)
      change.words.clear();
    // A link that was told of is not told of again for its text.
    if (told_.contains(block.text)) return;
    if (!change.words.empty()) {
      change.kind = ChangeKind::bad_words;
    } else if (block.hidden != Hidden::no && block.hidden != Hidden::attribute) {
      change.kind = ChangeKind::hidden_text;
    }
    add(std::move(change));
  }

  const PageOutline& before_;
  const PageOutline& now_;
  std::set<std::string, std::less<>> hosts_, frame_hosts_;
  std::set<std::string, std::less<>> told_;  // texts of links that are in the list
  Comparison out_;
};

constexpr std::array<std::string_view, kChangeKinds> kKeys{
    "redirect",     "bad_words",    "script",       "frame",         "password_asked",
    "form_target",  "hidden_link",  "hidden_text",  "inline_script", "style",
    "outside_link", "form",         "text_changed", "text_added",    "text_removed",
    "link_added",   "link_removed", "other_added",  "other_removed"};

}  // namespace

std::string_view change_kind_key(ChangeKind kind) { return kKeys[static_cast<std::size_t>(kind)]; }

bool is_suspicious(ChangeKind kind) { return kind <= ChangeKind::form; }

Comparison compare_pages(const PageOutline& baseline, const PageOutline& now) {
  return PageComparison(baseline, now).run();
}

std::vector<Change> find_suspicious(const PageOutline& page) {
  // Against itself without what a page must not have by itself: only such things are new then.
  PageOutline plain = page;
  const auto is_elsewhere = [&](std::string_view address) {
    const std::string host = host_of(address);
    return !host.empty() && !page.address.empty() && !is_own_host(host, page.address);
  };
  std::erase_if(plain.blocks,
                [](const Block& block) { return !bad_words_of(block.text, {}).empty(); });
  std::erase_if(plain.links, [&](const Link& link) {
    return !bad_words_of(link.text, link.address).empty() ||
           (link.hidden != Hidden::no && link.hidden != Hidden::attribute &&
            is_elsewhere(link.address));
  });
  std::erase_if(plain.sources, [&](const Source& source) {
    return (source.kind == SourceKind::redirect && is_elsewhere(source.address)) ||
           (source.kind == SourceKind::frame && source.hidden != Hidden::no &&
            source.hidden != Hidden::attribute && is_elsewhere(source.address));
  });
  std::vector<Change> changes = compare_pages(plain, page).changes;
  std::erase_if(changes, [](const Change& change) { return !is_suspicious(change.kind); });
  return changes;
}

}  // namespace sokenh::page
