#include "core/text/compose.h"

#include <algorithm>
#include <vector>

#include "core/base/stable_order.h"
#include "core/text/latin_tables.h"
#include "core/text/utf8.h"

namespace sokenh::text {
namespace {

std::uint32_t pair_key(char32_t base, char32_t mark) {
  return (static_cast<std::uint32_t>(base) << 16U) | static_cast<std::uint32_t>(mark);
}

struct PairEntry {
  std::uint32_t key;
  char16_t composed;
};

const std::vector<PairEntry>& pairs() {
  static const std::vector<PairEntry> sorted = [] {
    std::vector<PairEntry> entries;
    entries.reserve(kLatinCompositions.size());
    for (const LatinComposition& entry : kLatinCompositions) {
      entries.push_back({pair_key(entry.base, entry.mark), entry.composed});
    }
    std::sort(entries.begin(), entries.end(),
              [](const PairEntry& a, const PairEntry& b) { return a.key < b.key; });
    return entries;
  }();
  return sorted;
}

void append_decomposed(std::u32string& out, char32_t code_point) {
  if (code_point < 0xC0) {  // most of any text
    out.push_back(code_point);
    return;
  }
  switch (code_point) {  // canonical singletons of this range
    case 0x0340:
      code_point = 0x0300;
      break;
    case 0x0341:
      code_point = 0x0301;
      break;
    case 0x0343:
      code_point = 0x0313;
      break;
    case 0x0344:
      out.push_back(0x0308);
      code_point = 0x0301;
      break;
    case 0x212A:
      code_point = 'K';
      break;
    case 0x212B:
      code_point = 0x00C5;
      break;
    default:
      break;
  }
  char32_t marks[4];
  std::size_t mark_count = 0;
  for (const LatinComposition* entry = find_composition(code_point); entry != nullptr;
       entry = find_composition(code_point)) {
    marks[mark_count++] = entry->mark;
    code_point = entry->base;
  }
  out.push_back(code_point);
  while (mark_count > 0) out.push_back(marks[--mark_count]);
}

// Most of what comes in is already composed: nothing to do without a mark or a singleton.
bool may_need_work(std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size();) {
    const DecodedCodePoint decoded = decode_code_point(utf8, i);
    if (!decoded.well_formed) return true;
    const char32_t c = decoded.code_point;
    if ((c >= 0x300 && c < 0x370) || c == 0x212A || c == 0x212B) return true;
    i += decoded.bytes;
  }
  return false;
}

bool is_forbidden_control(char32_t c) {
  if (c < 0x20) return c != '\n' && c != '\t';
  return (c >= 0x7F && c < 0xA0) ||  // DEL, C1
         (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);  // embeddings, overrides, isolates
}

}  // namespace

char32_t compose_pair(char32_t base, char32_t mark) {
  if (base > 0xFFFF || mark > 0xFFFF) return 0;
  const std::uint32_t key = pair_key(base, mark);
  const auto found =
      std::lower_bound(pairs().begin(), pairs().end(), key,
                       [](const PairEntry& entry, std::uint32_t k) { return entry.key < k; });
  return found != pairs().end() && found->key == key ? found->composed : 0;
}

std::u32string decompose(std::string_view utf8) {
  std::u32string out;
  out.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const DecodedCodePoint decoded = decode_code_point(utf8, i);
    append_decomposed(out, decoded.code_point);
    i += decoded.bytes;
  }
  // Canonical order: marks by class, stable, and not in quadratic time however long a run of marks.
  for (std::size_t i = 0; i < out.size();) {
    if (combining_class(out[i]) == 0) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < out.size() && combining_class(out[end]) != 0) ++end;
    if (end - i > 1) {
      const std::u32string marks = out.substr(i, end - i);
      const auto order = stable_order(marks.size(), [&marks](std::size_t a, std::size_t b) {
        return combining_class(marks[a]) < combining_class(marks[b]);
      });
      std::transform(order.begin(), order.end(), out.begin() + static_cast<std::ptrdiff_t>(i),
                     [&marks](std::size_t index) { return marks[index]; });
    }
    i = end;
  }
  return out;
}

std::string compose(std::string_view utf8) {
  if (!may_need_work(utf8)) return std::string(utf8);
  const std::u32string apart = decompose(utf8);
  std::u32string together;
  together.reserve(apart.size());
  // Unicode Standard Annex 15: a mark joins the last starter unless a mark of its own or a higher
  // class stands between them.
  std::size_t starter = 0;
  bool has_starter = false;
  int last_class = 0;
  for (const char32_t code_point : apart) {
    const int mark_class = combining_class(code_point);
    if (mark_class != 0 && has_starter && last_class < mark_class) {
      if (const char32_t composed = compose_pair(together[starter], code_point)) {
        together[starter] = composed;
        continue;
      }
    }
    if (mark_class == 0) {
      starter = together.size();
      has_starter = true;
    }
    last_class = mark_class;
    together.push_back(code_point);
  }
  return to_utf8(together);
}

bool has_forbidden_controls(std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size();) {
    const DecodedCodePoint decoded = decode_code_point(utf8, i);
    if (is_forbidden_control(decoded.code_point)) return true;
    i += decoded.bytes;
  }
  return false;
}

std::string clean(std::string_view utf8) {
  std::string composed = compose(utf8);
  if (!has_forbidden_controls(composed)) return composed;
  std::string out;
  out.reserve(composed.size());
  for (std::size_t i = 0; i < composed.size();) {
    const DecodedCodePoint decoded = decode_code_point(composed, i);
    i += decoded.bytes;
    if (decoded.code_point == '\r') {
      const bool before_line_feed = i < composed.size() && composed[i] == '\n';
      if (!before_line_feed) out.push_back('\n');
    } else if (!is_forbidden_control(decoded.code_point)) {
      append_code_point(out, decoded.code_point);
    }
  }
  // A character left out may have kept a letter and its mark apart.
  return compose(out);
}

}  // namespace sokenh::text
