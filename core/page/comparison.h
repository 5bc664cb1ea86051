// What changed between two saved copies of a page (DL-5.3): the suspicious first.
//
// The earlier copy is the baseline, looked at by a person when it was taken. What is new and could
// be a break-in (a redirect, words of gambling, a script from elsewhere, a frame, a password field,
// hidden links) comes before what changes on any living page. One thing is one change: a hidden
// link to a gambling site is not listed as a text, a link and a host.
//
// Texts are compared as a bag of lines, so that news which only moved down is no change; a line
// that went and one that came in the same place are shown as one change. Time is n log n in the
// size of both copies, whatever they hold.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/page/outline.h"

namespace sokenh::page {

// In the order in which they are shown; up to `outside_link` suspicious, then ordinary.
enum class ChangeKind : std::uint8_t {
  redirect,        // the page leads elsewhere by itself, or its addresses are read from elsewhere
  bad_words,       // of gambling and the like, in a text or a link
  script,          // a script file that was not loaded before
  frame,           // another page shown inside, from a host that had none here, or unseen
  password_asked,  // a form asks for a password that did not
  form_target,     // a form sends elsewhere
  hidden_link,
  hidden_text,
  inline_script,  // a script inside the page
  style,          // a style sheet from a new host
  outside_link,   // a link to a host that had none here
  form,           // a new form
  text_changed,
  text_added,
  text_removed,
  link_added,
  link_removed,
  other_added,   // frames and styles from known hosts, what is done at a click
  other_removed  // scripts, frames, forms that are gone
};
inline constexpr std::size_t kChangeKinds = static_cast<std::size_t>(ChangeKind::other_removed) + 1;
std::string_view change_kind_key(ChangeKind kind);
bool is_suspicious(ChangeKind kind);

struct Change {
  ChangeKind kind = ChangeKind::text_added;
  std::string text;     // as it stands there now (of what is gone: as it stood)
  std::string before;   // of a changed text, a form that sends elsewhere
  std::string address;  // of a link, a script, a frame, a form
  std::string words;    // the bad words in it: «nhà cái, tài xỉu»
  Hidden hidden = Hidden::no;
  Region region = Region::unknown;
  std::size_t line = 0;  // in the newer copy; 0 for what is gone
};

struct Comparison {
  std::vector<Change> changes;   // by kind, then in the page's order
  std::size_t suspicious = 0;    // how many of them are
  bool other_container = false;  // one is .html, the other .mht: scripts are kept in one only
};
Comparison compare_pages(const PageOutline& baseline, const PageOutline& now);

// What is suspicious in one copy by itself: bad words, hidden links elsewhere, unseen frames, a
// redirect elsewhere. Before it becomes a baseline.
std::vector<Change> find_suspicious(const PageOutline& page);

}  // namespace sokenh::page
