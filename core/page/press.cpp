#include "core/page/press.h"

#include <algorithm>
#include <array>

#include "core/page/folded_text.h"
#include "core/text/address.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace sokenh::page {
namespace {

struct PressSite {
  std::string_view host;
  std::string_view names;
};
constexpr std::array kSites{
#define PRESS_SITE(host, names) PressSite{host, names},
#include "core/page/press_sites.def"
#undef PRESS_SITE
};

constexpr std::size_t kShownBytes = 200;
// What follows «Theo» or «Nguồn» to be taken for its object.
constexpr std::size_t kSourceBytes = 80;

struct PressName {
  std::string folded;
  std::string name;
};
const std::vector<PressName>& press_names() {
  static const std::vector<PressName> made = [] {
    std::vector<PressName> all;
    for (const PressSite& site : kSites) {
      all.push_back({std::string(site.host), std::string(site.host)});
      for (std::size_t at = 0; at < site.names.size();) {
        const std::size_t end = std::min(site.names.find('|', at), site.names.size());
        const std::string_view name = site.names.substr(at, end - at);
        all.push_back({text::fold(name), std::string(name)});
        at = end + 1;
      }
    }
    return all;
  }();
  return made;
}

// The newspaper that is named from `at` on, after «báo», «trang», «báo điện tử»; "" when none is. A
// name is written with a capital letter: «theo Lao Động», not «theo lao động hợp đồng».
std::string press_at(const FoldedText& text, std::size_t at) {
  const std::string_view whole = text.folded();
  std::string_view folded = whole.substr(at, kSourceBytes);
  for (bool again = true; again;) {
    again = false;
    while (!folded.empty() && !is_word_byte(folded.front())) folded.remove_prefix(1);
    for (const std::string_view lead :
         {"bao dien tu", "bao", "trang tin", "trang", "tap chi", "thong tin tu", "tin tu", "tin",
          "thong tan xa viet nam", "http", "https", "www"}) {
      if (!begins_with_words(folded, lead)) continue;
      folded.remove_prefix(lead.size());
      again = true;
      break;
    }
  }
  if (folded.empty()) return {};
  const std::string_view written =
      text.source_from(static_cast<std::size_t>(folded.data() - whole.data()));
  const char32_t first = text::decode_code_point(written, 0).code_point;
  for (const PressName& each : press_names()) {
    if (!begins_with_words(folded, each.folded)) continue;
    if (text::lower(first) != first || text::upper(first) == first ||
        each.name.find('.') != std::string::npos)
      return each.name;
  }
  return {};
}

class PressReader {
 public:
  explicit PressReader(const PageOutline& page) : page_(page) {}

  PressHints read() {
    for (const Block& block : page_.blocks) {
      if (block.region != Region::head) read_block(block);
    }
    for (const Link& link : page_.links) read_link(link);
    return std::move(out_);
  }

 private:
  void add(PressHint&& hint) {
    ++out_.total;
    if (out_.hints.size() < kMaxPressHints) out_.hints.push_back(std::move(hint));
  }

  void read_block(const Block& block) {
    const FoldedText text(block.text);
    const std::string_view folded = text.folded();
    const auto shown_from = [&](std::size_t at) {
      return shortened(text.source_from(at), kShownBytes);
    };
    for (const std::string_view lead :
         {"theo", "nguon tin", "nguon", "trich", "dan theo", "trich tu"}) {
      for (std::size_t at = find_words(folded, lead); at != std::string_view::npos;
           at = find_words(folded, lead, at + lead.size())) {
        const std::string_view after = folded.substr(at + lead.size(), kSourceBytes);
        const std::string press = press_at(text, at + lead.size());
        if (!press.empty()) {
          add({PressHintKind::source_line, press, shown_from(at), block.region, block.line});
          return;
        }
        // «theo báo Hải Phòng»: a newspaper that is not in the list; «theo báo cáo» is none.
        if (lead == "theo" && after.starts_with(" bao ") && !after.starts_with(" bao cao") &&
            names_paper(text.source_from(at))) {
          add({PressHintKind::source_line, {}, shown_from(at), block.region, block.line});
          return;
        }
      }
    }
    for (const std::string_view line :
         {"nguon: internet", "nguon: suu tam", "nguon: tong hop", "(tong hop)", "(suu tam)",
          "nguon internet", "theo tong hop", "tong hop tu internet"}) {
      const std::size_t at = folded.find(line);
      if (at == std::string_view::npos) continue;
      add({PressHintKind::collected, {}, shown_from(at), block.region, block.line});
      return;
    }
  }

  // «báo», not «bảo» or «bào».
  static bool names_paper(std::string_view text) {
    const std::string lowered = text::lower(text.substr(0, std::min<std::size_t>(text.size(), 40)));
    return lowered.find(" báo ") != std::string::npos || lowered.find(" bao ") != std::string::npos;
  }

  void read_link(const Link& link) {
    const std::string host = host_of(link.address);
    if (host.empty()) return;
    for (const PressSite& site : kSites) {
      if (!text::is_under(host, site.host)) continue;
      // The front page of a newspaper in a list of links is no article.
      const std::size_t start = link.address.find("//");
      const std::size_t path =
          start == std::string::npos ? start : link.address.find('/', start + 2);
      if (path == std::string::npos || path + 1 >= link.address.size()) return;
      const std::string shown = link.text.empty() ? link.address : link.text + " – " + link.address;
      const std::string_view name = site.names.substr(0, site.names.find('|'));
      add({PressHintKind::press_link, std::string(name), shortened(shown, kShownBytes), link.region,
           link.line});
      return;
    }
  }

  const PageOutline& page_;
  PressHints out_;
};

}  // namespace

std::string_view press_hint_kind_key(PressHintKind kind) {
  constexpr std::array<std::string_view, 3> keys{"source_line", "collected", "press_link"};
  return keys[static_cast<std::size_t>(kind)];
}

PressHints find_press_hints(const PageOutline& page) { return PressReader(page).read(); }

}  // namespace sokenh::page
