// PageOutline: what a saved page shows and what it makes a browser do, without its looks.
//
// Texts as a visitor reads them (one block, one line), each with where it stands; links, scripts,
// frames, forms, pictures. What is hidden from visitors is read too, and marked: hiding links and
// texts is what those who break into sites do. Hidden is decided by what stands at the elements
// themselves (attributes and inline styles); a style sheet's rules are not followed.
//
// Built in one pass over the markup, without recursion. Elements deeper than kMaxDepth count as
// their ancestor at that depth. Whatever passes the other limits is an error, never cut.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/page/page_file.h"

namespace sokenh::page {

inline constexpr std::size_t kMaxDepth = 200;
inline constexpr std::size_t kMaxBlocks = 20'000;
inline constexpr std::size_t kMaxBlockBytes = 4000;  // longer texts are several blocks
inline constexpr std::size_t kMaxLinks = 20'000;
inline constexpr std::size_t kMaxSources = 5000;
inline constexpr std::size_t kMaxForms = 500;
inline constexpr std::size_t kMaxFormFields = 200;  // of one form; further ones are passed over
inline constexpr std::size_t kMaxImages = 10'000;
inline constexpr std::size_t kMaxLinkTextBytes = 300;  // cut

enum class Region : std::uint8_t { head, top, navigation, main, side, footer, unknown };
std::string_view region_key(Region region);
std::optional<Region> parse_region_key(std::string_view key);

// Why a visitor does not see it; the outermost reason.
enum class Hidden : std::uint8_t {
  no,
  attribute,    // hidden, template, noscript, noframes
  display,      // display: none
  visibility,   // visibility: hidden, opacity: 0
  tiny,         // letters of less than three pixels, a box of at most one
  same_colour,  // as the ground it stands on; transparent
  off_screen    // moved out of the window
};
std::string_view hidden_key(Hidden hidden);
std::optional<Hidden> parse_hidden_key(std::string_view key);

struct Block {
  std::string text;
  Region region = Region::unknown;
  Hidden hidden = Hidden::no;
  bool is_alternative = false;  // the text that stands for a picture
  std::size_t line = 0;         // of the HTML, from 1
  std::string path;             // «div.footer > table > td», the innermost four
};

struct Link {
  std::string address;  // as written, references decoded
  std::string text;     // what is clicked on, "" when nothing is
  Region region = Region::unknown;
  Hidden hidden = Hidden::no;
  std::size_t line = 0;
};

// What makes a browser load or run something, or go elsewhere.
enum class SourceKind : std::uint8_t {
  script,
  inline_script,
  handler,
  style,
  frame,
  redirect,
  base
};
std::string_view source_kind_key(SourceKind kind);
std::optional<SourceKind> parse_source_kind_key(std::string_view key);

struct Source {
  SourceKind kind = SourceKind::script;
  std::string address;  // of a script, a style sheet, a frame, a redirect or a base
  std::string
      digest;  // of a script in the page: SHA-256, 16 hexadecimal digits, long numbers aside
  std::string excerpt;  // of such a script: its first letters
  bool hides =
      false;  // such a script writes or goes elsewhere in a way that is meant not to be read
  Hidden hidden = Hidden::no;
  std::size_t line = 0;
};

struct Form {
  std::string action;
  std::vector<std::string> fields;  // «text q», «password pass»: type and name
  bool asks_password = false;
  std::size_t line = 0;
};

struct Image {
  std::string name;  // of its file
  std::string alternative;
  Region region = Region::unknown;
  bool small = false;  // an icon, a counter: said to be less than 80 pixels
  std::size_t line = 0;
};

struct PageOutline {
  Container container = Container::html;
  std::string encoding;
  std::string address;  // "" where the file does not say
  std::string title;
  std::vector<Block> blocks;
  std::vector<Link> links;
  std::vector<Source> sources;
  std::vector<Form> forms;
  std::vector<Image> images;
  bool is_frameset = false;
};

// page_too_many_parts with the place "blocks", "links"… and the limit.
Result<PageOutline> read_outline(const PageFile& file);
// open_page_file() and read_outline().
Result<PageOutline> read_page(std::string_view bytes);

// The host of an absolute address, in lower case without «www.»; "" of one that is relative, or no
// web address.
std::string host_of(std::string_view address);
// The same site, or a part of it: «truong.edu.vn», «cdn.truong.edu.vn».
bool is_own_host(std::string_view host, std::string_view page_address);

}  // namespace sokenh::page
