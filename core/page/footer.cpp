#include "core/page/footer.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "core/page/folded_text.h"
#include "core/text/ascii.h"
#include "core/text/email.h"
#include "core/text/fold.h"
#include "core/text/telephone.h"
#include "core/text/utf8.h"

namespace sokenh::page {
namespace {

constexpr std::array<FooterItem, kFooterItems> kItems{
    FooterItem::unit_name, FooterItem::governing_body, FooterItem::address,
    FooterItem::email,     FooterItem::telephone,      FooterItem::responsible};
constexpr std::array<std::string_view, kFooterItems> kItemKeys{
    "unit_name", "governing_body", "address", "email", "telephone", "responsible"};
constexpr std::array<std::string_view, 4> kStateKeys{"found", "elsewhere", "unreadable", "missing"};
constexpr std::array<std::string_view, 4> kDoubtKeys{"none", "differs", "not_a_person",
                                                     "in_picture_text"};

// Where a page does not say which part is its footer: its last lines.
constexpr std::size_t kFewestLastLines = 12;
constexpr std::size_t kMostLastLines = 40;
constexpr std::size_t kMaxItemBytes = 300;  // of what is shown

// Labels, folded, the longer of two that begin alike first.
constexpr std::array kResponsibleLabels{std::string_view("chiu trach nhiem ve noi dung"),
                                        std::string_view("chiu trach nhiem noi dung"),
                                        std::string_view("chiu trach nhiem chinh"),
                                        std::string_view("chiu trach nhiem xuat ban"),
                                        std::string_view("nguoi chiu trach nhiem"),
                                        std::string_view("chiu trach nhiem"),
                                        std::string_view("phu trach noi dung"),
                                        std::string_view("quan ly noi dung"),
                                        std::string_view("truong ban bien tap"),
                                        std::string_view("tong bien tap"),
                                        std::string_view("responsible for the content"),
                                        std::string_view("responsible for content"),
                                        std::string_view("person in charge"),
                                        std::string_view("content manager"),
                                        std::string_view("editor-in-chief"),
                                        std::string_view("editor in chief")};
constexpr std::array kBodyLabels{
    std::string_view("co quan chu quan"), std::string_view("don vi chu quan"),
    std::string_view("cap chu quan"),     std::string_view("co quan quan ly"),
    std::string_view("don vi quan ly"),   std::string_view("chu quan"),
    std::string_view("truc thuoc"),       std::string_view("governing body"),
    std::string_view("supervised by"),    std::string_view("managed by")};
constexpr std::array kNameLabels{std::string_view("ten don vi"), std::string_view("ten co quan"),
                                 std::string_view("ten truong")};
// What stands before the unit's name in a line of its own.
constexpr std::array kUnitLabels{std::string_view("ban quyen thuoc ve"),
                                 std::string_view("ban quyen thuoc"),
                                 std::string_view("ban quyen"),
                                 std::string_view("copyright"),
                                 std::string_view("trang thong tin dien tu"),
                                 std::string_view("cong thong tin dien tu"),
                                 std::string_view("trang tin dien tu"),
                                 std::string_view("website"),
                                 std::string_view("don vi"),
                                 std::string_view("co quan")};
constexpr std::array kAddressLabels{std::string_view("dia chi lien he"),
                                    std::string_view("dia chi"),
                                    std::string_view("tru so chinh"),
                                    std::string_view("tru so"),
                                    std::string_view("dia diem"),
                                    std::string_view("address"),
                                    std::string_view("d/c"),
                                    std::string_view("dc")};

// How an office's name begins, folded, and how high the office stands: a unit's governing body
// stands higher than it does. Of two that fit the longer one counts.
struct OfficeWord {
  std::string_view word;
  int rank;
};
constexpr std::array kOffices{OfficeWord{"truong tieu hoc", 1},
                              OfficeWord{"truong th", 1},
                              OfficeWord{"truong thcs", 1},
                              OfficeWord{"truong thpt", 1},
                              OfficeWord{"truong trung hoc", 1},
                              OfficeWord{"truong mam non", 1},
                              OfficeWord{"truong mau giao", 1},
                              OfficeWord{"truong mn", 1},
                              OfficeWord{"truong pho thong", 1},
                              OfficeWord{"truong ptdt", 1},
                              OfficeWord{"truong dai hoc", 1},
                              OfficeWord{"truong cao dang", 1},
                              OfficeWord{"truong day nghe", 1},
                              OfficeWord{"truong chinh tri", 1},
                              OfficeWord{"truong lien cap", 1},
                              OfficeWord{"trung tam", 1},
                              OfficeWord{"tram y te", 1},
                              OfficeWord{"nha thieu nhi", 1},
                              OfficeWord{"thpt", 1},
                              OfficeWord{"thcs", 1},
                              OfficeWord{"mam non", 1},
                              OfficeWord{"tieu hoc", 1},
                              OfficeWord{"ubnd xa", 2},
                              OfficeWord{"ubnd phuong", 2},
                              OfficeWord{"ubnd thi tran", 2},
                              OfficeWord{"uy ban nhan dan xa", 2},
                              OfficeWord{"uy ban nhan dan phuong", 2},
                              OfficeWord{"uy ban nhan dan thi tran", 2},
                              OfficeWord{"phong gd", 3},
                              OfficeWord{"phong gd&dt", 3},
                              OfficeWord{"phong gddt", 3},
                              OfficeWord{"phong giao duc", 3},
                              OfficeWord{"phong tu phap", 3},
                              OfficeWord{"phong noi vu", 3},
                              OfficeWord{"phong van hoa", 3},
                              OfficeWord{"phong y te", 3},
                              OfficeWord{"phong kinh te", 3},
                              OfficeWord{"phong tai chinh", 3},
                              OfficeWord{"chi cuc", 3},
                              OfficeWord{"van phong hdnd", 3},
                              OfficeWord{"van phong ubnd", 3},
                              OfficeWord{"division of", 3},
                              OfficeWord{"ubnd", 4},
                              OfficeWord{"uy ban nhan dan", 4},
                              OfficeWord{"people's committee", 4},
                              OfficeWord{"ubnd tinh", 5},
                              OfficeWord{"uy ban nhan dan tinh", 5},
                              OfficeWord{"so gd", 5},
                              OfficeWord{"so gd&dt", 5},
                              OfficeWord{"so gddt", 5},
                              OfficeWord{"so giao duc", 5},
                              OfficeWord{"so tu phap", 5},
                              OfficeWord{"so noi vu", 5},
                              OfficeWord{"so y te", 5},
                              OfficeWord{"so thong tin", 5},
                              OfficeWord{"so khoa hoc", 5},
                              OfficeWord{"so van hoa", 5},
                              OfficeWord{"so tai chinh", 5},
                              OfficeWord{"so nong nghiep", 5},
                              OfficeWord{"so ke hoach", 5},
                              OfficeWord{"so lao dong", 5},
                              OfficeWord{"so xay dung", 5},
                              OfficeWord{"so giao thong", 5},
                              OfficeWord{"so cong thuong", 5},
                              OfficeWord{"so tai nguyen", 5},
                              OfficeWord{"department of", 5},
                              OfficeWord{"bo giao duc", 6},
                              OfficeWord{"bo gd", 6},
                              OfficeWord{"bo tu phap", 6},
                              OfficeWord{"bo noi vu", 6},
                              OfficeWord{"bo y te", 6},
                              OfficeWord{"ministry of", 6}};

constexpr std::array<std::string_view, 24> kAddressWords{
    "duong",  "pho",     "so nha",   "thon",  "xom",   "to dan pho", "ap",   "khu",
    "phuong", "xa",      "thi tran", "quan",  "huyen", "thanh pho",  "tp",   "tinh",
    "km",     "quoc lo", "ngo",      "ngach", "hem",   "street",     "ward", "district"};

// Letters and digits alone, folded, one space between words: for comparing names.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text::fold(text)) {
    if (is_word_byte(c)) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

// One line of the page.
struct Line {
  const Block* block = nullptr;
  FoldedText text;
  bool at_foot = false;
};

// Without what stands around labels and values.
std::string_view strip(std::string_view text) {
  constexpr std::string_view kAround = " \t:.-–—|•,;·*/";
  text = text::trim(text);
  for (bool again = true; again && !text.empty();) {
    again = false;
    const text::DecodedCodePoint first = text::decode_code_point(text, 0);
    if (kAround.find(text.substr(0, first.bytes)) != std::string_view::npos) {
      text.remove_prefix(first.bytes);
      again = true;
    }
  }
  constexpr std::array<std::string_view, 9> ends{" ", ",", ";", "|", "-", "–", "—", "•", "\t"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view end : ends) {
      if (!text.ends_with(end)) continue;
      text.remove_suffix(end.size());
      again = true;
    }
  }
  return text;
}

struct Labelled {
  std::string value;
  const Line* line = nullptr;
};

int office_rank(std::string_view folded) {
  std::size_t longest = 0;
  int rank = 0;
  // English puts the name first.
  for (const std::string_view word :
       {"primary school", "secondary school", "high school", "kindergarten"}) {
    if (has_words(folded.substr(0, 100), word)) rank = 1;
  }
  for (const OfficeWord& each : kOffices) {
    if (each.word.size() <= longest || !begins_with_words(folded, each.word)) continue;
    longest = each.word.size();
    rank = each.rank;
  }
  return rank;
}

// Letters that tell a family name from an office: «Trương Thị Lan», «Trường Tiểu học».
bool looks_like_office(std::string_view value) {
  const std::string lowered = text::lower(text::trim(value));
  constexpr std::array<std::string_view, 12> starts{
      "trường ", "ban ", "phòng ",    "sở ",        "ubnd",    "ủy ban",
      "uỷ ban",  "tổ ",  "văn phòng", "nhà trường", "bộ phận", "hội đồng"};
  if (std::any_of(starts.begin(), starts.end(),
                  [&](std::string_view start) { return lowered.starts_with(start); }))
    return true;
  const std::string folded = text::fold(value);
  constexpr std::array<std::string_view, 9> plain_starts{
      "truong tieu hoc", "truong thcs",   "truong thpt",  "truong mam non", "truong trung hoc",
      "ban bien tap",    "ban giam hieu", "ban quan tri", "to bien tap"};
  return std::any_of(plain_starts.begin(), plain_starts.end(),
                     [&](std::string_view start) { return folded.starts_with(start); });
}

// Titles before a name: «Ông», «Cô giáo», «ThS.», «Hiệu trưởng».
std::string_view without_titles(std::string_view value) {
  constexpr std::array<std::string_view, 22> titles{"ong",
                                                    "ba",
                                                    "thay giao",
                                                    "co giao",
                                                    "thay",
                                                    "co",
                                                    "dong chi",
                                                    "d/c",
                                                    "ths",
                                                    "ts",
                                                    "thac si",
                                                    "tien si",
                                                    "pho hieu truong",
                                                    "hieu truong",
                                                    "giam doc",
                                                    "chu tich",
                                                    "truong phong",
                                                    "pho chu tich",
                                                    "nha giao",
                                                    "mr",
                                                    "mrs",
                                                    "ms"};
  for (bool again = true; again;) {
    again = false;
    value = strip(value);
    const FoldedText folded(value.substr(0, std::min<std::size_t>(value.size(), 200)));
    for (const std::string_view title : titles) {
      if (!begins_with_words(folded.folded(), title)) continue;
      const std::string_view rest = strip(folded.source_from(title.size()));
      if (rest.empty()) continue;
      value = rest;
      again = true;
      break;
    }
  }
  return value;
}

// A person's name at the start: two to six words that begin with capital letters.
std::optional<std::string> person_name(std::string_view value) {
  if (looks_like_office(value)) return std::nullopt;
  value = without_titles(value);
  if (looks_like_office(value)) return std::nullopt;
  std::size_t words = 0, end = 0;
  for (std::size_t at = 0; at < value.size() && words < 6;) {
    const std::size_t start = at;
    while (at < value.size()) {
      const text::DecodedCodePoint next = text::decode_code_point(value, at);
      if (!text::is_word_character(next.code_point) ||
          (next.code_point >= '0' && next.code_point <= '9'))
        break;
      at += next.bytes;
    }
    if (at == start) break;
    const char32_t first = text::decode_code_point(value, start).code_point;
    if (text::lower(first) == first) break;  // «Lan quản trị»: the name has ended
    ++words;
    end = at;
    if (at >= value.size() || value[at] != ' ') break;
    ++at;
  }
  if (words < 2) return std::nullopt;
  return std::string(value.substr(0, end));
}

class FooterReader {
 public:
  FooterReader(const PageOutline& page, const Unit& unit)
      : page_(page), unit_(unit), own_numbers_(text::find_telephones(unit.telephone).found) {
    for (const Block& block : page.blocks) {
      if (block.hidden == Hidden::no && block.region != Region::head)
        lines_.push_back({&block, FoldedText(block.text), false});
    }
    mark_foot();
  }

  FooterScan scan() {
    find_email();
    find_telephone();
    find_responsible();
    find_address();
    find_offices();
    for (const FooterItem item : kItems) finish(item);
    return std::move(scan_);
  }

 private:
  ItemReading& of(FooterItem item) { return scan_.items[static_cast<std::size_t>(item)]; }

  void mark_foot() {
    const std::size_t last = std::clamp(lines_.size() / 3, kFewestLastLines, kMostLastLines);
    const std::size_t first = lines_.size() - std::min(lines_.size(), last);
    foot_line_ = first < lines_.size() ? lines_[first].block->line : 0;
    const auto is_top = [](const Line& line) {
      return line.block->region == Region::top || line.block->region == Region::navigation;
    };
    // Of a page that ends in its navigation the marks are worth nothing: an end tag is missing.
    const bool all_top = !lines_.empty() && is_top(lines_.back());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Region region = lines_[i].block->region;
      const bool is_head = !all_top && is_top(lines_[i]);
      lines_[i].at_foot = region == Region::footer || (i >= first && !is_head);
    }
  }

  // The best reading wins, of equal ones the first.
  void take(FooterItem item, const Line& line, std::string_view value,
            ItemDoubt doubt = ItemDoubt::none) {
    ItemReading& reading = of(item);
    const ItemState state = line.at_foot ? ItemState::found : ItemState::elsewhere;
    // How good a reading is: where it stands, then what is doubtful in it.
    const auto rank = [](ItemState where, Region region, ItemDoubt what) {
      return std::tuple(where, region != Region::footer, what != ItemDoubt::none);
    };
    if (reading.state != ItemState::missing &&
        rank(state, line.block->region, doubt) >=
            rank(reading.state, reading.region, reading.doubt))
      return;
    if (doubt == ItemDoubt::none && line.block->is_alternative) doubt = ItemDoubt::in_picture_text;
    reading = {.state = state,
               .doubt = doubt,
               .text = shortened(value, kMaxItemBytes),
               .expected = {},
               .line = line.block->line,
               .region = line.block->region,
               .path = line.block->path};
  }

  // What stands behind a label in its line, or, when nothing does, in the next.
  template <std::size_t N>
  std::vector<Labelled> labelled(const std::array<std::string_view, N>& labels) const {
    std::vector<Labelled> out;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      if (line.block->text.size() > 1000) continue;  // an article, not a label
      for (const std::string_view label : labels) {
        const std::size_t at = find_words(line.text.folded(), label);
        if (at == std::string_view::npos) continue;
        std::string_view value = strip(line.text.source_from(at + label.size()));
        if (value.empty() && i + 1 < lines_.size() && lines_[i + 1].block->text.size() <= 500)
          value = strip(lines_[i + 1].block->text);
        if (!value.empty()) out.push_back({std::string(value), &line});
        break;
      }
    }
    return out;
  }

  // --- e-mail, telephone

  void find_email() {
    for (const Line& line : lines_) {
      const std::string readable = without_disguise(line.block->text);
      for (const text::FoundEmail& found : text::find_emails(readable)) {
        take(FooterItem::email, line, found.address, doubt_of_email(found.address));
      }
    }
    for (const Link& link : page_.links) {
      if (link.hidden != Hidden::no || !link.address.starts_with("mailto:")) continue;
      const std::vector<text::FoundEmail> found = text::find_emails(link.address.substr(7));
      if (found.empty()) continue;
      const Block block = block_of(link);
      take(FooterItem::email, {&block, FoldedText({}), is_foot(link)}, found.front().address,
           doubt_of_email(found.front().address));
    }
  }

  ItemDoubt doubt_of_email(std::string_view address) const {
    if (text::is_blank(unit_.email)) return ItemDoubt::none;
    return text::fold(address) == text::fold(unit_.email) ? ItemDoubt::none : ItemDoubt::differs;
  }

  // «lan(at)truong.edu.vn», «lan [at] truong [dot] edu.vn»: written so for robots, not for people.
  static std::string without_disguise(std::string_view written) {
    std::string out(written);
    constexpr std::array<std::pair<std::string_view, std::string_view>, 10> forms{{{" (at) ", "@"},
                                                                                   {" [at] ", "@"},
                                                                                   {"(at)", "@"},
                                                                                   {"[at]", "@"},
                                                                                   {" @ ", "@"},
                                                                                   {" [dot] ", "."},
                                                                                   {" (dot) ", "."},
                                                                                   {"[dot]", "."},
                                                                                   {"(dot)", "."},
                                                                                   {"(a)", "@"}}};
    for (const auto& [from, to] : forms) {
      if (out.find(from) == std::string::npos) continue;
      std::string next;
      for (std::size_t at = 0; at < out.size();) {
        const std::size_t found = std::min(out.find(from, at), out.size());
        next.append(out, at, found - at);
        if (found < out.size()) next += to;
        at = found + from.size();
      }
      out = std::move(next);
    }
    return out;
  }

  void find_telephone() {
    for (const Line& line : lines_) {
      const std::string_view whole = line.block->text;
      std::size_t before = 0;
      for (const text::FoundTelephone& found : text::find_telephones(whole).found) {
        const std::string label = text::fold(whole.substr(before, found.begin - before));
        before = found.end;
        if (is_fax(label)) continue;
        // «+84…», «(0225)…» begin before the first digit.
        const bool signed_number =
            found.begin > 0 && (whole[found.begin - 1] == '+' || whole[found.begin - 1] == '(');
        const std::size_t begin = found.begin - (signed_number ? 1 : 0);
        take(FooterItem::telephone, line, whole.substr(begin, found.end - begin),
             doubt_of_telephone(found.telephone));
      }
    }
    for (const Link& link : page_.links) {
      if (link.hidden != Hidden::no || !link.address.starts_with("tel:")) continue;
      const auto number = text::read_telephone(link.address.substr(4));
      if (!number) continue;
      const Block block = block_of(link);
      take(FooterItem::telephone, {&block, FoldedText({}), is_foot(link)}, number->digits,
           doubt_of_telephone(*number));
    }
  }

  static bool is_fax(std::string_view label) {
    if (!has_words(label, "fax")) return false;
    for (const std::string_view word : {"dien thoai", "dt", "tel", "phone", "hotline"}) {
      if (has_words(label, word)) return false;
    }
    return true;
  }

  ItemDoubt doubt_of_telephone(const text::Telephone& number) const {
    if (own_numbers_.empty()) return ItemDoubt::none;
    return std::any_of(own_numbers_.begin(), own_numbers_.end(),
                       [&](const auto& each) { return each.telephone.digits == number.digits; })
               ? ItemDoubt::none
               : ItemDoubt::differs;
  }

  Block block_of(const Link& link) const {
    return {.text = link.text,
            .region = link.region,
            .hidden = Hidden::no,
            .is_alternative = false,
            .line = link.line,
            .path = "a"};
  }

  bool is_foot(const Link& link) const {
    return link.region == Region::footer || link.line >= foot_line_;
  }

  // --- the person, the address

  void find_responsible() {
    for (const Labelled& each : labelled(kResponsibleLabels)) {
      if (const auto name = person_name(each.value)) {
        take(FooterItem::responsible, *each.line, *name);
      } else {
        take(FooterItem::responsible, *each.line, each.value, ItemDoubt::not_a_person);
      }
    }
  }

  void find_address() {
    for (const Labelled& each : labelled(kAddressLabels)) {
      const std::string folded = text::fold(each.value);
      // «Địa chỉ email», «địa chỉ IP», «địa chỉ website».
      bool of_something_else = false;
      for (const std::string_view word : {"email", "e-mail", "ip", "website", "web", "mail"})
        of_something_else = of_something_else || begins_with_words(folded, word);
      if (of_something_else || !is_address(folded, 1)) continue;
      take(FooterItem::address, *each.line, first_part(each.value));
    }
    if (of(FooterItem::address).state == ItemState::found) return;
    for (const Line& line : lines_) {
      if (line.at_foot && line.block->text.size() <= 300 && is_address(line.text.folded(), 2) &&
          line.block->text.find(',') != std::string::npos) {
        take(FooterItem::address, line, line.block->text);
      }
    }
  }

  // At least so many words that addresses are made of, or a number and a comma.
  static bool is_address(std::string_view folded, int wanted) {
    int words = 0;
    for (const std::string_view word : kAddressWords) words += has_words(folded, word) ? 1 : 0;
    const bool any_letter = std::any_of(folded.begin(), folded.end(), text::is_ascii_letter);
    return words >= wanted || (wanted == 1 && any_letter && folded.size() >= 8 &&
                               folded.find(',') != std::string_view::npos &&
                               folded.find('@') == std::string_view::npos);
  }

  // Up to the next label in the same line: «Số 5 … - Điện thoại: 0225…», or the end of a sentence.
  static std::string_view first_part(std::string_view value) {
    const FoldedText text(value);
    std::size_t end = text.folded().find(". ");
    for (const std::string_view word :
         {"so dien thoai", "dien thoai", "dt", "sdt", "tel", "phone", "email", "e-mail", "hotline",
          "fax", "website", "dia chi", "chiu trach nhiem", "truc thuoc", "co quan chu quan",
          "don vi chu quan", "ban quyen"})
      end = std::min(end, find_label(text.folded(), word));
    return end == std::string_view::npos || end < 6 ? value : strip(text.source_until(end));
  }

  // «GD&ĐT» holds no «ĐT».
  static std::size_t find_label(std::string_view folded, std::string_view word) {
    std::size_t at = find_words(folded, word, 1);
    while (at != std::string_view::npos && folded[at - 1] == '&')
      at = find_words(folded, word, at + 1);
    return at;
  }

  // --- the unit and the body above it

  void find_offices() {
    const std::string own = plain(unit_.name);
    const std::string parent = plain(unit_.parent);
    for (const Labelled& each : labelled(kNameLabels))
      take(FooterItem::unit_name, *each.line, first_part(each.value), doubt_of(each.value, own));
    for (const Labelled& each : labelled(kBodyLabels)) {
      if (office_rank(text::fold(each.value)) > 0 || (!parent.empty() && holds(each.value, parent)))
        take(FooterItem::governing_body, *each.line, first_part(each.value),
             doubt_of(each.value, parent));
    }
    struct Office {
      const Line* line;
      int rank;
      std::string_view text;
    };
    std::vector<Office> offices;
    for (const Line& line : lines_) {
      const std::string& text = line.block->text;
      if (text.size() > 400) continue;
      const std::string flat = plain(text);
      if (!own.empty() && has_words(flat, own)) take(FooterItem::unit_name, line, text);
      if (!parent.empty() && has_words(flat, parent)) take(FooterItem::governing_body, line, text);
      const std::string_view shown = first_part(office_part(text));
      const int rank = office_rank(text::fold(shown));
      // «Trung tâm» alone names nothing.
      if (rank > 0 && line.at_foot && std::count(shown.begin(), shown.end(), ' ') >= 2)
        offices.push_back({&line, rank, shown});
    }
    // By their ranks: the lowest is the unit, the next higher one stands above it.
    const Office* unit = nullptr;
    for (const Office& office : offices) {
      if (unit == nullptr || office.rank < unit->rank ||
          (office.rank == unit->rank && office.line->block->region == Region::footer &&
           unit->line->block->region != Region::footer))
        unit = &office;
    }
    if (unit == nullptr) return;
    if (of(FooterItem::unit_name).state != ItemState::found)
      take(FooterItem::unit_name, *unit->line, unit->text, doubt_of(unit->text, own));
    const Office* body = nullptr;
    for (const Office& office : offices) {
      if (office.rank > unit->rank && (body == nullptr || office.rank < body->rank)) body = &office;
    }
    if (body != nullptr && of(FooterItem::governing_body).state != ItemState::found)
      take(FooterItem::governing_body, *body->line, body->text, doubt_of(body->text, parent));
  }

  // «© 2024 Trường …», «Bản quyền thuộc về Trường …», «Website: Trường…»: from the office on.
  static std::string_view office_part(std::string_view line) {
    std::string_view shown = without_year(line);
    const FoldedText text(shown);
    if (office_rank(text.folded()) > 0) return shown;
    for (const std::string_view label : kUnitLabels) {
      const std::size_t at = find_words(text.folded(), label);
      if (at == std::string_view::npos) continue;
      const std::string_view rest = without_year(text.source_from(at + label.size()));
      if (office_rank(text::fold(rest)) > 0) return rest;
    }
    return shown;
  }

  // «© 2024 – 2026 Trường …», «(c) by Trường …».
  static std::string_view without_year(std::string_view text) {
    for (bool again = true; again;) {
      again = false;
      text = strip(text);
      for (const std::string_view lead : {"©", "(c)", "(C)", "by ", "&copy;"}) {
        if (!text.starts_with(lead)) continue;
        text.remove_prefix(lead.size());
        again = true;
      }
      while (!text.empty() && text::is_ascii_digit(text.front())) {
        text.remove_prefix(1);
        again = true;
      }
    }
    return text;
  }

  static bool holds(std::string_view text, std::string_view wanted) {
    const std::string flat = plain(text);
    return has_words(flat, wanted) || (flat.size() >= 8 && has_words(wanted, flat));
  }

  static ItemDoubt doubt_of(std::string_view value, std::string_view expected) {
    return expected.empty() || holds(value, expected) ? ItemDoubt::none : ItemDoubt::differs;
  }

  // --- what is not there

  void finish(FooterItem item) {
    ItemReading& reading = of(item);
    if (reading.doubt == ItemDoubt::differs) {
      reading.expected = item == FooterItem::email            ? unit_.email
                         : item == FooterItem::telephone      ? unit_.telephone
                         : item == FooterItem::governing_body ? unit_.parent
                                                              : unit_.name;
    }
    if (item == FooterItem::responsible && reading.doubt == ItemDoubt::not_a_person) {
      // An office is named, not a person: the item is not there.
      reading.state = ItemState::missing;
    }
    if (reading.state != ItemState::missing || reading.doubt == ItemDoubt::not_a_person) return;
    if (page_.is_frameset) {
      reading.state = ItemState::unreadable;
      return;
    }
    if (const Image* image = footer_picture()) {
      reading.state = ItemState::unreadable;
      reading.text = shortened(image->name, kMaxItemBytes);
      reading.line = image->line;
      reading.region = image->region;
    }
  }

  // A picture at the foot that says nothing in words and may hold the text.
  const Image* footer_picture() const {
    const std::size_t foot_line = [&] {
      for (const Line& line : lines_) {
        if (line.at_foot) return line.block->line;
      }
      return std::size_t{0};
    }();
    const Image* picture = nullptr;
    for (const Image& image : page_.images) {
      if (image.small || (image.region != Region::footer && image.line < foot_line)) continue;
      const std::string name = text::fold(image.name);
      constexpr std::array<std::string_view, 14> badges{
          "logo", "icon", "facebook",     "zalo",    "youtube", "tinnhiem",  "tin-nhiem",
          "ncsc", "dmca", "bocongthuong", "counter", "thongke", "banner-lk", "arrow"};
      if (std::any_of(badges.begin(), badges.end(), [&](std::string_view badge) {
            return name.find(badge) != std::string::npos;
          }))
        continue;
      if (image.region == Region::footer) return &image;
      picture = &image;
    }
    return picture;
  }

  const PageOutline& page_;
  const Unit& unit_;
  std::vector<text::FoundTelephone> own_numbers_;
  std::vector<Line> lines_;
  std::size_t foot_line_ = 0;  // of the HTML: from here on it is the end of the page
  FooterScan scan_;
};

}  // namespace

std::span<const FooterItem> footer_items() { return kItems; }
std::string_view footer_item_key(FooterItem item) {
  return kItemKeys[static_cast<std::size_t>(item)];
}
std::string_view item_state_key(ItemState state) {
  return kStateKeys[static_cast<std::size_t>(state)];
}
std::string_view item_doubt_key(ItemDoubt doubt) {
  return kDoubtKeys[static_cast<std::size_t>(doubt)];
}

std::size_t FooterScan::found() const {
  return static_cast<std::size_t>(std::count_if(
      items.begin(), items.end(), [](const auto& item) { return item.state == ItemState::found; }));
}

FooterScan scan_footer(const PageOutline& page, const Unit& unit) {
  return FooterReader(page, unit).scan();
}

}  // namespace sokenh::page
