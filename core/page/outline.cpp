#include "core/page/outline.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/base/digest.h"
#include "core/page/inline_style.h"
#include "core/page/markup.h"
#include "core/text/address.h"
#include "core/text/ascii.h"
#include "core/text/compose.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace sokenh::page {
namespace {

constexpr std::size_t kPathElements = 4;
constexpr std::size_t kExcerptBytes = 120;
constexpr std::size_t kIconPixels = 80;

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 14> kVoid{"area",  "base", "br",    "col",   "embed",
                                                 "hr",    "img",  "input", "link",  "meta",
                                                 "param", "wbr",  "frame", "source"};
// What starts a line of its own.
constexpr std::array<std::string_view, 45> kBlockElements{
    "address", "article", "aside",  "blockquote", "body",    "button", "caption",  "center",
    "dd",      "details", "dialog", "div",        "dl",      "dt",     "fieldset", "figcaption",
    "figure",  "footer",  "form",   "h1",         "h2",      "h3",     "h4",       "h5",
    "h6",      "header",  "hr",     "html",       "legend",  "li",     "main",     "nav",
    "ol",      "option",  "p",      "pre",        "section", "select", "summary",  "table",
    "tbody",   "td",      "tfoot",  "th",         "thead"};
constexpr std::array<std::string_view, 5> kMoreBlocks{"tr", "ul", "marquee", "iframe", "video"};
// No end tag of anything else closes these.
constexpr std::array<std::string_view, 4> kScopes{"table", "td", "th", "template"};
constexpr std::array<std::string_view, 9> kTableParts{"table", "tbody", "thead",   "tfoot",   "tr",
                                                      "td",    "th",    "caption", "template"};

bool is_block_element(std::string_view name) {
  return contains(kBlockElements, name) || contains(kMoreBlocks, name);
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), text::ascii_lower);
  return out;
}

// --- where in the page an element stands

// Words of a class or an id that say «footer» of a part of the page, not of a card or a window.
bool names_footer(std::string_view word) {
  constexpr std::array<std::string_view, 10> parts{"card",  "modal", "entry",   "post",   "comment",
                                                   "panel", "table", "article", "dialog", "popup"};
  constexpr std::array<std::string_view, 6> names{"footer",     "foot",       "chantrang",
                                                  "chan-trang", "chan_trang", "bottom"};
  if (contains(names, word)) return true;
  if (word.find("footer") == std::string_view::npos) return false;
  return std::none_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return word.find(part) != std::string_view::npos;
  });
}

std::optional<Region> region_of(const HtmlTag& tag) {
  if (tag.name == "footer") return Region::footer;
  if (tag.name == "header") return Region::top;
  if (tag.name == "nav") return Region::navigation;
  if (tag.name == "main" || tag.name == "article") return Region::main;
  if (tag.name == "aside") return Region::side;
  const std::string role = lower(tag.value("role"));
  if (role == "contentinfo") return Region::footer;
  if (role == "banner") return Region::top;
  if (role == "navigation") return Region::navigation;
  if (role == "main") return Region::main;
  if (role == "complementary") return Region::side;
  const std::string words = lower(tag.value("id") + " " + tag.value("class"));
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string_view word = std::string_view(words).substr(at, end - at);
    if (names_footer(word)) return Region::footer;
    if (word == "header" || word == "banner") return Region::top;
    if (word == "nav" || word == "navbar" || word == "menu") return Region::navigation;
    if (word == "sidebar") return Region::side;
    if (word == "content" || word == "main" || word == "main-content") return Region::main;
    at = end + 1;
  }
  return std::nullopt;
}

std::string described(const HtmlTag& tag) {
  std::string out = tag.name;
  const std::string id = tag.value("id");
  const std::string words = tag.value("class");
  if (!id.empty() && id.size() <= 40) {
    out += "#" + id;
  } else if (!words.empty()) {
    const std::string_view first = std::string_view(words).substr(0, words.find(' '));
    if (first.size() <= 40) out.append(".").append(first);
  }
  return out;
}

// --- addresses

// A browser that saves a page whole puts its files beside it and names them from there:
// «Trang chủ_files/jquery.js.tải xuống». The folder's name is chance.
std::string source_address(std::string address) {
  for (const std::string_view mark : {"_files/", "_tệp/"}) {
    const std::size_t at = address.find(mark);
    if (at == std::string::npos || address.find("://") != std::string::npos) continue;
    address = address.substr(at + mark.size());
    for (const std::string_view end : {".download", ".tải xuống", ".t%E1%BA%A3i%20xu%E1%BB%91ng"}) {
      if (std::string_view(address).ends_with(end)) address.resize(address.size() - end.size());
    }
  }
  return address;
}

std::string file_name_of(std::string_view address) {
  if (address.starts_with("data:")) return {};
  address = address.substr(0, address.find_first_of("?#"));
  const std::size_t slash = address.find_last_of('/');
  return std::string(slash == std::string_view::npos ? address : address.substr(slash + 1));
}

// --- scripts

// Ways of writing a script that are there so that nobody reads it, or that lead visitors away.
bool hides_something(std::string_view script) {
  constexpr std::array<std::string_view, 12> marks{
      "eval(",           "atob(",         "unescape(",         "fromCharCode",
      "document.write(", "location.href", "location.replace",  "location.assign",
      "window.location", "top.location",  "document.location", "\\x68\\x74\\x74\\x70"};
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
    return script.find(mark) != std::string_view::npos;
  });
}

// Numbers of eight digits and more are times and keys that differ with each visit.
std::string without_long_numbers(std::string_view script) {
  std::string out;
  out.reserve(script.size());
  for (std::size_t at = 0; at < script.size();) {
    std::size_t end = at;
    while (end < script.size() && text::is_ascii_digit(script[end])) ++end;
    if (end - at >= 8) {
      out.push_back('0');
      at = end;
    } else if (end > at) {
      out.append(script.substr(at, end - at));
      at = end;
    } else {
      const char c = script[at++];
      if (!is_html_space(c) || (!out.empty() && !is_html_space(out.back())))
        out.push_back(is_html_space(c) ? ' ' : c);
    }
  }
  return out;
}

std::string cut(std::string text, std::size_t limit) {
  if (text.size() <= limit) return text;
  std::size_t end = limit;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  text.resize(end);
  return text;
}

// --- the pass

struct Element {
  std::string name;
  std::string path;  // its own part
  Region region = Region::unknown;
  Hidden hidden = Hidden::no;            // what its descendants cannot take back
  bool invisible = false, tiny = false;  // what they can
  std::optional<Colour> colour, ground;
};

class OutlineReader {
 public:
  explicit OutlineReader(const PageFile& file) : file_(file), markup_(file.html) {
    outline_.container = file.container;
    outline_.encoding = file.encoding;
    outline_.address = file.address;
    stack_.push_back({});
  }

  Result<PageOutline> read() {
    HtmlToken token;
    while (!failure_ && markup_.next(token)) {
      line_ = token.line;
      switch (token.kind) {
        case HtmlTokenKind::text:
          add_text(token.text);
          break;
        case HtmlTokenKind::raw_text:
          take_raw_text(token.text);
          break;
        case HtmlTokenKind::tag:
          if (token.tag.closing) {
            close(token.tag.name);
          } else {
            open(token.tag);
          }
          break;
        case HtmlTokenKind::comment:
          break;
      }
    }
    flush();
    if (failure_) return *failure_;
    return std::move(outline_);
  }

 private:
  const Element& top() const { return stack_.back(); }

  Hidden hidden_here() const {
    const Element& here = top();
    if (here.hidden != Hidden::no) return here.hidden;
    if (here.invisible) return Hidden::visibility;
    if (here.tiny) return Hidden::tiny;
    if (here.colour && here.ground && *here.colour == *here.ground) return Hidden::same_colour;
    return Hidden::no;
  }

  template <class Item>
  bool has_room(const std::vector<Item>& items, std::size_t limit, std::string_view what) {
    if (items.size() < limit) return true;
    failure_ = Error{ErrorCode::page_too_many_parts, std::string(what), std::to_string(limit)};
    return false;
  }

  // --- texts

  std::string path_here() const {
    std::string path;
    const std::size_t first = stack_.size() > kPathElements ? stack_.size() - kPathElements : 1;
    for (std::size_t i = first; i < stack_.size(); ++i) {
      if (!path.empty()) path += " > ";
      path += stack_[i].path;
    }
    return path;
  }

  void add_block(std::string text, bool is_alternative, std::size_t line, Region region,
                 Hidden hidden, std::string path) {
    if (!has_room(outline_.blocks, kMaxBlocks, "blocks")) return;
    outline_.blocks.push_back(
        {std::move(text), region, hidden, is_alternative, line, std::move(path)});
  }

  void flush() {
    const std::string clean = text::clean(text_);
    const std::string_view whole = text::trim(clean);
    for (std::size_t at = 0; at < whole.size() && !failure_;) {
      const std::string part =
          cut(std::string(whole.substr(at, kMaxBlockBytes + 4)), kMaxBlockBytes);
      at += part.size();
      if (!text::is_blank(part))
        add_block(part, false, text_line_, text_region_, text_hidden_, text_path_);
    }
    text_.clear();
    space_ = false;
  }

  // A text that is hidden in another way than what stands before it is a block of its own.
  void add_text(std::string_view html) {
    const std::string decoded = decode_html(html, html.size() * 2 + 8);
    for (std::size_t at = 0; at < decoded.size();) {
      const text::DecodedCodePoint next = text::decode_code_point(decoded, at);
      if (text::is_space(next.code_point)) {
        space_ = true;
      } else {
        begin_text();
        text_.append(decoded, at, next.bytes);
      }
      at += next.bytes;
    }
    if (open_link_) {
      std::string& text = outline_.links[*open_link_].text;
      if (text.size() < kMaxLinkTextBytes) text += decoded.substr(0, 2 * kMaxLinkTextBytes);
    }
  }

  void begin_text() {
    const Hidden hidden = hidden_here();
    if (!text_.empty() && hidden != text_hidden_) flush();
    if (text_.empty()) {
      text_line_ = line_;
      text_region_ = top().region;
      text_hidden_ = hidden;
      text_path_ = path_here();
    } else if (space_) {
      text_.push_back(' ');
    }
    space_ = false;
  }

  // --- elements

  void open(const HtmlTag& tag) {
    if (is_block_element(tag.name) || tag.name == "br") flush();
    imply_ends(tag.name);
    take(tag);
    if (contains(kVoid, tag.name) || (tag.self_closing && svg_depth_ > 0)) return;
    if (stack_.size() >= kMaxDepth) {
      ++beyond_;
      return;
    }
    if (tag.name == "svg") ++svg_depth_;
    push(tag);
  }

  void push(const HtmlTag& tag) {
    Element element = top();
    element.name = tag.name;
    element.path = described(tag);
    if (const std::optional<Region> region = region_of(tag)) {
      // What stands in the footer is the footer, navigation and address included.
      if (element.region != Region::footer || *region == Region::main) element.region = *region;
    }
    if (tag.name == "head") element.region = Region::head;
    if (tag.name == "body") element.region = Region::unknown;
    const InlineStyle style = read_inline_style(tag);
    if (element.hidden == Hidden::no) element.hidden = style.hidden;
    if (tag.has("hidden") || tag.name == "template" || tag.name == "noscript" ||
        tag.name == "noframes") {
      if (element.hidden == Hidden::no) element.hidden = Hidden::attribute;
    }
    if (style.invisible) element.invisible = *style.invisible;
    if (style.tiny) element.tiny = *style.tiny;
    if (style.colour) element.colour = style.colour;
    if (style.ground) element.ground = style.ground;
    stack_.push_back(std::move(element));
  }

  void pop_to(std::size_t size) {
    while (stack_.size() > size) {
      if (top().name == "svg") --svg_depth_;
      if (top().name == "form") open_form_.reset();
      stack_.pop_back();
    }
  }

  // End tags that HTML lets writers leave out (13.1.2.4), where they change what belongs together.
  void imply_ends(std::string_view name) {
    if (name == "li") {
      end_open("li", {"ul", "ol"});
    } else if (name == "dt" || name == "dd") {
      end_open("dt", {"dl", ""});
      end_open("dd", {"dl", ""});
    } else if (name == "option") {
      end_open("option", {"select", ""});
    } else if (name == "tr") {
      end_open("tr", {"table", ""});
    } else if (name == "td" || name == "th") {
      end_open("td", {"tr", "table"});
      end_open("th", {"tr", "table"});
    } else if (name == "tbody" || name == "thead" || name == "tfoot") {
      end_open("tbody", {"table", ""});
      end_open("thead", {"table", ""});
    } else if (is_block_element(name) && name != "button") {
      end_open("p", {"td", "th"});
    } else if (name == "a") {
      end_link();
      end_open("a", {"td", "div"});
    }
  }

  void end_open(std::string_view name, const std::array<std::string_view, 2>& stops) {
    for (std::size_t i = stack_.size(); i-- > 1;) {
      if (stack_[i].name == name) {
        pop_to(i);
        return;
      }
      if (contains(stops, stack_[i].name) || stack_[i].name == "table") return;
    }
  }

  void close(const std::string& name) {
    if (is_block_element(name)) flush();
    if (name == "a") end_link();
    if (name == "p" || name == "br") flush();
    if (beyond_ > 0) {
      --beyond_;
      return;
    }
    const bool is_table_part = contains(kTableParts, name);
    const bool is_block = is_block_element(name);
    for (std::size_t i = stack_.size(); i-- > 1;) {
      if (stack_[i].name == name) {
        pop_to(i);
        return;
      }
      if (!is_table_part && contains(kScopes, stack_[i].name)) return;
      // «<b><div>…</b>»: a letter style ends, the block does not.
      if (!is_block && is_block_element(stack_[i].name)) return;
    }
  }

  // --- what single elements are

  void take(const HtmlTag& tag) {
    const std::string& name = tag.name;
    if (name == "a" || name == "area") {
      take_link(tag);
    } else if (name == "img" || (name == "input" && lower(tag.value("type")) == "image")) {
      take_image(tag);
    } else if (name == "script") {
      take_script(tag);
    } else if (name == "iframe" || name == "frame" || name == "embed") {
      add_source(SourceKind::frame, tag.value("src"), tag);
      if (name == "frame") outline_.is_frameset = true;
    } else if (name == "object") {
      add_source(SourceKind::frame, tag.value("data"), tag);
    } else if (name == "frameset") {
      outline_.is_frameset = true;
    } else if (name == "link") {
      if (lower(tag.value("rel")).find("stylesheet") != std::string::npos)
        add_source(SourceKind::style, tag.value("href"), tag);
    } else if (name == "base") {
      if (tag.has("href")) add_source(SourceKind::base, tag.value("href"), tag);
    } else if (name == "meta") {
      take_meta(tag);
    } else if (name == "form") {
      take_form(tag);
    } else if (name == "input" || name == "select" || name == "textarea") {
      take_field(tag);
    }
    take_handlers(tag);
    raw_element_ = name;
  }

  void take_link(const HtmlTag& tag) {
    end_link();
    if (!tag.has("href") || !has_room(outline_.links, kMaxLinks, "links")) return;
    Hidden hidden = hidden_here();
    if (hidden == Hidden::no) {
      const InlineStyle style = read_inline_style(tag);
      hidden = style.hidden;
      if (hidden == Hidden::no && style.invisible.value_or(false)) hidden = Hidden::visibility;
      if (hidden == Hidden::no && style.tiny.value_or(false)) hidden = Hidden::tiny;
      const auto ground = style.ground ? style.ground : top().ground;
      if (hidden == Hidden::no && style.colour && ground && *style.colour == *ground)
        hidden = Hidden::same_colour;
      if (hidden == Hidden::no && tag.has("hidden")) hidden = Hidden::attribute;
    }
    Link link{
        .address = tag.value("href"), .region = top().region, .hidden = hidden, .line = line_};
    // Cloudflare writes addresses so that robots do not read them; visitors do.
    const std::string coded = tag.value("data-cfemail");
    constexpr std::string_view kProtected = "/cdn-cgi/l/email-protection#";
    const std::size_t at = link.address.find(kProtected);
    std::string mail = decode_protected_email(
        at == std::string::npos ? coded : link.address.substr(at + kProtected.size()));
    if (!mail.empty()) link.address = "mailto:" + mail;
    if (tag.name == "a") open_link_ = outline_.links.size();
    outline_.links.push_back(std::move(link));
  }

  void end_link() {
    if (!open_link_) return;
    std::string& text = outline_.links[*open_link_].text;
    std::string clean = text::clean(text);
    std::replace(clean.begin(), clean.end(), '\n', ' ');
    text = cut(std::string(text::trim(clean)), kMaxLinkTextBytes);
    open_link_.reset();
  }

  // Hexadecimal; the first byte is the key of the others.
  static std::string decode_protected_email(std::string_view coded) {
    const auto byte_at = [&](std::size_t at) {
      unsigned value = 0;
      const auto [end, error] =
          std::from_chars(coded.data() + at, coded.data() + at + 2, value, 16);
      return error == std::errc{} && end == coded.data() + at + 2 ? static_cast<int>(value) : -1;
    };
    if (coded.size() < 8 || coded.size() > 400 || coded.size() % 2 != 0) return {};
    const int key = byte_at(0);
    std::string out;
    for (std::size_t at = 2; at < coded.size(); at += 2) {
      const int value = byte_at(at);
      if (key < 0 || value < 0) return {};
      out.push_back(static_cast<char>(value ^ key));
    }
    return text::is_email_address(out) ? out : std::string{};
  }

  void take_image(const HtmlTag& tag) {
    if (!has_room(outline_.images, kMaxImages, "images")) return;
    Image image{.name = file_name_of(tag.value("src")),
                .alternative = tag.value("alt"),
                .region = top().region,
                .line = line_};
    for (const std::string_view side : {"width", "height"}) {
      const std::string written = tag.value(side);
      std::size_t pixels = 0;
      const auto [end, error] =
          std::from_chars(written.data(), written.data() + written.size(), pixels);
      if (error == std::errc{} && pixels < kIconPixels && !written.ends_with('%'))
        image.small = true;
    }
    if (open_link_) {
      std::string& text = outline_.links[*open_link_].text;
      if (text.size() < kMaxLinkTextBytes) text += " " + image.alternative;
    }
    const std::string clean = text::clean(image.alternative);
    if (!text::is_blank(clean))
      add_block(cut(clean, kMaxBlockBytes), true, line_, top().region, hidden_here(), path_here());
    outline_.images.push_back(std::move(image));
  }

  void add_source(SourceKind kind, std::string address, const HtmlTag& tag) {
    if (!has_room(outline_.sources, kMaxSources, "scripts")) return;
    constexpr std::string_view kPart = "cid:";
    if (std::string_view(address).starts_with(kPart)) {
      const auto part = file_.parts.find(std::string_view(address).substr(kPart.size()));
      address = part == file_.parts.end() || part->second.starts_with("cid:") ? std::string("cid:")
                                                                              : part->second;
    }
    Hidden hidden = hidden_here();
    if (hidden == Hidden::no) {
      hidden = tag.has("hidden") ? Hidden::attribute : read_inline_style(tag).hidden;
      const auto is_nothing = [&](std::string_view side) {
        const std::string written = tag.value(side);
        return written == "0" || written == "1" || written == "0px" || written == "1px";
      };
      if (hidden == Hidden::no && (is_nothing("width") || is_nothing("height")))
        hidden = Hidden::tiny;
    }
    outline_.sources.push_back({.kind = kind,
                                .address = source_address(std::move(address)),
                                .hidden = hidden,
                                .line = line_});
  }

  void add_code(SourceKind kind, std::string_view code) {
    if (!has_room(outline_.sources, kMaxSources, "scripts")) return;
    const std::string plain = without_long_numbers(code);
    if (text::is_blank(plain)) return;
    Source source{.kind = kind, .line = line_};
    const auto digest = sha256(plain);
    source.digest = hex(std::span(digest).first(8));
    source.excerpt = cut(std::string(text::trim(text::clean(plain.substr(0, 400)))), kExcerptBytes);
    source.hides = hides_something(plain);
    outline_.sources.push_back(std::move(source));
  }

  void take_script(const HtmlTag& tag) {
    script_is_code_ = false;
    if (tag.has("src")) {
      add_source(SourceKind::script, tag.value("src"), tag);
      return;
    }
    const std::string type = lower(tag.value("type"));
    script_is_code_ = type.empty() || type.find("javascript") != std::string::npos ||
                      type.find("ecmascript") != std::string::npos || type == "module";
  }

  void take_handlers(const HtmlTag& tag) {
    for (const HtmlAttribute& each : tag.attributes) {
      if (each.name.size() > 2 && each.name.starts_with("on") && !failure_)
        add_code(SourceKind::handler, decode_html(each.value, kMaxAttributeBytes));
    }
  }

  void take_meta(const HtmlTag& tag) {
    const std::string name = lower(tag.value("name"));
    if (name == "description" || name == "keywords") {
      const std::string content = tag.value("content");
      if (!content.empty())
        add_block(content, false, line_, Region::head, Hidden::no, "meta." + name);
    }
    if (lower(tag.value("http-equiv")) != "refresh") return;
    const std::string content = tag.value("content");
    const std::size_t at = lower(content).find("url=");
    if (at == std::string::npos) return;  // only loads itself again
    std::string address = content.substr(at + 4);
    std::erase_if(address, [](char c) { return c == '\'' || c == '"'; });
    add_source(SourceKind::redirect, std::string(text::trim(address)), tag);
  }

  void take_form(const HtmlTag& tag) {
    if (!has_room(outline_.forms, kMaxForms, "forms")) return;
    open_form_ = outline_.forms.size();
    outline_.forms.push_back({.action = tag.value("action"), .line = line_});
  }

  // Fields outside a form are a form of their own: scripts send them.
  void take_field(const HtmlTag& tag) {
    std::optional<std::size_t>& place = open_form_ ? open_form_ : loose_form_;
    if (!place) {
      if (!has_room(outline_.forms, kMaxForms, "forms")) return;
      place = outline_.forms.size();
      outline_.forms.push_back({.line = line_});
    }
    Form& form = outline_.forms[*place];
    std::string type = tag.name == "input" ? lower(tag.value("type")) : tag.name;
    if (type.empty()) type = "text";
    if (type == "password") form.asks_password = true;
    if (type == "submit" || type == "button" || type == "image" || type == "reset") return;
    if (form.fields.size() < kMaxFormFields) form.fields.push_back(type + " " + tag.value("name"));
  }

  void take_raw_text(std::string_view html) {
    if (raw_element_ == "script" && script_is_code_) {
      add_code(SourceKind::inline_script, html);
    } else if (raw_element_ == "title" && outline_.title.empty() && svg_depth_ == 0) {
      std::string title = text::clean(decode_html(html, kMaxBlockBytes));
      std::replace(title.begin(), title.end(), '\n', ' ');
      outline_.title = text::trim(title);
      if (!outline_.title.empty())
        add_block(outline_.title, false, line_, Region::head, Hidden::no, "title");
    } else if (raw_element_ == "noframes") {
      // Shown by no browser of today; where the page is frames, all the text that is there.
      outline_.is_frameset = outline_.is_frameset || !text::is_blank(html);
    }
  }

  const PageFile& file_;
  HtmlMarkup markup_;
  PageOutline outline_;
  std::optional<Error> failure_;
  std::vector<Element> stack_;
  std::size_t beyond_ = 0;  // open elements deeper than the stack goes
  std::size_t svg_depth_ = 0;
  std::size_t line_ = 1;
  std::string raw_element_;  // opened last
  bool script_is_code_ = false;
  std::optional<std::size_t> open_form_, loose_form_;  // indices; fields in no form
  std::optional<std::size_t> open_link_;               // index

  // The text that has begun, and where.
  std::string text_;
  bool space_ = false;
  std::size_t text_line_ = 1;
  Region text_region_ = Region::unknown;
  Hidden text_hidden_ = Hidden::no;
  std::string text_path_;
};

constexpr std::array<std::string_view, 7> kRegionKeys{"head", "top",    "navigation", "main",
                                                      "side", "footer", "unknown"};
constexpr std::array<std::string_view, 7> kHiddenKeys{
    "no", "attribute", "display", "visibility", "tiny", "same_colour", "off_screen"};
constexpr std::array<std::string_view, 7> kSourceKeys{"script", "inline_script", "handler", "style",
                                                      "frame",  "redirect",      "base"};

template <class Value, std::size_t N>
std::optional<Value> parse_key(const std::array<std::string_view, N>& keys, std::string_view key) {
  const auto found = std::find(keys.begin(), keys.end(), key);
  if (found == keys.end()) return std::nullopt;
  return static_cast<Value>(found - keys.begin());
}

}  // namespace

std::string_view region_key(Region region) { return kRegionKeys[static_cast<std::size_t>(region)]; }
std::optional<Region> parse_region_key(std::string_view key) {
  return parse_key<Region>(kRegionKeys, key);
}
std::string_view hidden_key(Hidden hidden) { return kHiddenKeys[static_cast<std::size_t>(hidden)]; }
std::optional<Hidden> parse_hidden_key(std::string_view key) {
  return parse_key<Hidden>(kHiddenKeys, key);
}
std::string_view source_kind_key(SourceKind kind) {
  return kSourceKeys[static_cast<std::size_t>(kind)];
}
std::optional<SourceKind> parse_source_kind_key(std::string_view key) {
  return parse_key<SourceKind>(kSourceKeys, key);
}

Result<PageOutline> read_outline(const PageFile& file) { return OutlineReader(file).read(); }

Result<PageOutline> read_page(std::string_view bytes) {
  const Result<PageFile> file = open_page_file(bytes);
  if (!file) return file.error();
  return read_outline(*file);
}

std::string host_of(std::string_view address) {
  std::string clean;
  for (const char c : address.substr(0, 2000)) {
    if (!is_html_space(c)) clean.push_back(text::ascii_lower(c == '\\' ? '/' : c));
  }
  std::string_view rest = clean;
  if (const std::size_t scheme = rest.find(':');
      scheme != std::string_view::npos && scheme < rest.find('/')) {
    const std::string_view name = rest.substr(0, scheme);
    if (name != "http" && name != "https" && name != "ftp" && name != "ws" && name != "wss")
      return {};
    rest.remove_prefix(scheme + 1);
  }
  if (!rest.starts_with("//")) return {};
  while (rest.starts_with('/')) rest.remove_prefix(1);
  std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
  if (const std::size_t at = host.rfind('@'); at != std::string_view::npos)
    host.remove_prefix(at + 1);
  if (const std::size_t port = host.rfind(':');
      port != std::string_view::npos && !host.ends_with(']'))
    host = host.substr(0, port);
  if (host.starts_with("www.")) host.remove_prefix(4);
  while (host.ends_with('.')) host.remove_suffix(1);
  return std::string(host);
}

bool is_own_host(std::string_view host, std::string_view page_address) {
  const std::string own = host_of(page_address);
  return host.empty() || (!own.empty() && text::is_under(host, own));
}

}  // namespace sokenh::page
