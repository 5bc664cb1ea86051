#include "core/page/markup.h"

#include <algorithm>
#include <array>

#include "core/exchange/html_text.h"
#include "core/text/ascii.h"
#include "core/text/compose.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace sokenh::page {
namespace {

// Elements whose content is text to the tokenizer. noscript is none: what it holds is read, as
// hidden text.
constexpr std::array<std::string_view, 8> kRawText{"script", "style",   "title",    "textarea",
                                                   "iframe", "noembed", "noframes", "xmp"};

std::string lower_name(std::string_view text) {
  std::string out(text.substr(0, kMaxElementNameBytes));
  std::transform(out.begin(), out.end(), out.begin(), text::ascii_lower);
  return out;
}

bool ends_name(char c) { return is_html_space(c) || c == '>' || c == '/'; }

}  // namespace

bool is_html_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

std::string decode_html(std::string_view text, std::size_t limit) {
  std::string out;
  out.reserve(std::min(text.size(), limit));
  for (std::size_t at = 0; at < text.size() && out.size() < limit;) {
    const std::size_t taken =
        text[at] == '&' ? decode_character_reference(text.substr(at, 40), out) : 0;
    if (taken > 0) {
      at += taken;
      continue;
    }
    const text::DecodedCodePoint decoded = text::decode_code_point(text, at);
    text::append_code_point(out, decoded.code_point);
    at += decoded.bytes;
  }
  return out;
}

bool HtmlTag::has(std::string_view attribute) const {
  return std::any_of(attributes.begin(), attributes.end(),
                     [&](const HtmlAttribute& each) { return each.name == attribute; });
}

std::string HtmlTag::value(std::string_view attribute) const {
  for (const HtmlAttribute& each : attributes) {
    if (each.name == attribute)
      return std::string(text::trim(text::clean(decode_html(each.value, kMaxAttributeBytes))));
  }
  return {};
}

void HtmlMarkup::count_lines(std::size_t end) {
  line_ +=
      static_cast<std::size_t>(std::count(html_.begin() + static_cast<std::ptrdiff_t>(counted_),
                                          html_.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
  counted_ = end;
}

bool HtmlMarkup::next(HtmlToken& token) {
  token.text = {};
  if (position_ >= html_.size()) return false;
  count_lines(position_);
  token.line = line_;
  if (!raw_element_.empty()) {
    read_raw_text(token);
    return true;
  }
  const std::size_t start = position_;
  std::size_t at = start;
  // Up to the next '<' that begins something: «a < b» is text.
  for (;; ++at) {
    at = html_.find('<', at);
    if (at == std::string_view::npos) {
      at = html_.size();
      break;
    }
    const char next = at + 1 < html_.size() ? html_[at + 1] : '\0';
    if (text::is_ascii_letter(next) || next == '!' || next == '?' || next == '/') break;
  }
  if (at > start) {
    token.kind = HtmlTokenKind::text;
    token.text = html_.substr(start, at - start);
    position_ = at;
    return true;
  }
  const std::string_view rest = html_.substr(start, 4);
  const char next = html_[start + 1];
  if (rest == "<!--") {
    token.kind = HtmlTokenKind::comment;
    // «<!-->» and «<!--->» are whole comments, «--!>» ends one too.
    std::size_t end = start + 2;
    std::size_t after = html_.size();
    while ((end = html_.find("--", end)) != std::string_view::npos) {
      if (html_.substr(end + 2, 1) == ">") after = end + 3;
      if (html_.substr(end + 2, 2) == "!>") after = end + 4;
      if (after != html_.size() || end + 3 >= html_.size()) break;
      ++end;
    }
    position_ = after;
    token.text = html_.substr(start, after - start);
    return true;
  }
  const bool is_tag = text::is_ascii_letter(next) ||
                      (next == '/' && rest.size() > 2 && text::is_ascii_letter(rest[2]));
  if (is_tag) {
    read_tag(token);
    return true;
  }
  token.kind = HtmlTokenKind::comment;  // a doctype, «<?xml …>», «</>»
  const std::size_t end = html_.find('>', start);
  position_ = end == std::string_view::npos ? html_.size() : end + 1;
  token.text = html_.substr(start, position_ - start);
  return true;
}

void HtmlMarkup::read_tag(HtmlToken& token) {
  token.kind = HtmlTokenKind::tag;
  HtmlTag& tag = token.tag;
  std::size_t at = position_ + 1;
  tag.closing = html_[at] == '/';
  at += tag.closing ? 1 : 0;
  const std::size_t name_start = at;
  while (at < html_.size() && !ends_name(html_[at])) ++at;
  tag.name = lower_name(html_.substr(name_start, at - name_start));
  tag.self_closing = false;
  tag.attributes.clear();
  read_attributes(tag, at);
  // One that the end of the file cuts off is no tag.
  if (at >= html_.size()) token.kind = HtmlTokenKind::comment;
  position_ = std::min(at + 1, html_.size());
  if (token.kind == HtmlTokenKind::tag && !tag.closing &&
      std::find(kRawText.begin(), kRawText.end(), tag.name) != kRawText.end()) {
    raw_element_ = tag.name;
  }
}

void HtmlMarkup::read_attributes(HtmlTag& tag, std::size_t& at) const {
  while (at < html_.size() && html_[at] != '>') {
    if (is_html_space(html_[at]) || html_[at] == '/') {
      tag.self_closing = html_[at] == '/' && html_.substr(at + 1, 1) == ">";
      ++at;
      continue;
    }
    const std::size_t start = at++;
    while (at < html_.size() && html_[at] != '=' && !ends_name(html_[at])) ++at;
    HtmlAttribute attribute;
    const std::string_view name = html_.substr(start, at - start);
    while (at < html_.size() && is_html_space(html_[at])) ++at;
    if (at < html_.size() && html_[at] == '=') {
      ++at;
      while (at < html_.size() && is_html_space(html_[at])) ++at;
      if (at < html_.size() && (html_[at] == '"' || html_[at] == '\'')) {
        const std::size_t close = std::min(html_.find(html_[at], at + 1), html_.size());
        attribute.value = html_.substr(at + 1, close - at - 1);
        at = std::min(close + 1, html_.size());
      } else {
        const std::size_t value_start = at;
        while (at < html_.size() && !is_html_space(html_[at]) && html_[at] != '>') ++at;
        attribute.value = html_.substr(value_start, at - value_start);
      }
    }
    if (tag.attributes.size() >= kMaxTagAttributes) continue;
    attribute.name = lower_name(name);
    tag.attributes.push_back(std::move(attribute));
  }
}

void HtmlMarkup::read_raw_text(HtmlToken& token) {
  token.kind = HtmlTokenKind::raw_text;
  const std::size_t start = position_;
  std::size_t at = start;
  while ((at = html_.find("</", at)) != std::string_view::npos) {
    const std::string_view name = html_.substr(at + 2, raw_element_.size());
    const char after = at + 2 + name.size() < html_.size() ? html_[at + 2 + name.size()] : '\0';
    if (lower_name(name) == raw_element_ && ends_name(after)) break;
    at += 2;
  }
  position_ = std::min(at, html_.size());
  token.text = html_.substr(start, position_ - start);
  raw_element_.clear();
}

}  // namespace sokenh::page
