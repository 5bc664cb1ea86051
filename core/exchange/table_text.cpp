#include "core/exchange/table_text.h"

#include <algorithm>

#include "core/exchange/table.h"
#include "core/text/compose.h"
#include "core/text/utf8.h"

namespace sokenh {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}

Result<std::string_view> check_table_text(std::string_view text) {
  if (text.size() > kMaxTableBytes) {
    return Error{ErrorCode::table_too_large, "",
                 "> " + std::to_string(kMaxTableBytes >> 20U) + " MB"};
  }
  for (std::size_t i = 0; i < text.size();) {
    const text::DecodedCodePoint decoded = text::decode_code_point(text, i);
    if (!decoded.well_formed) return Error{ErrorCode::table_not_utf8, "byte " + std::to_string(i)};
    i += decoded.bytes;
  }
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return text;
}

std::string clean_cell(std::string_view raw) {
  const auto is_plain = [](char c) { return c >= ' ' && c <= '~'; };
  if (std::all_of(raw.begin(), raw.end(), is_plain)) return std::string(raw);
  std::string spaced;
  spaced.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '\v') {
      spaced.push_back('\n');
    } else if (raw.substr(i, 2) == "\xC2\xA0") {
      spaced.push_back(' ');
      ++i;
    } else if (raw.substr(i, 3) == kByteOrderMark) {  // left inside where files were put together
      i += 2;
    } else {
      spaced.push_back(raw[i]);
    }
  }
  return text::clean(spaced);
}

Error too_many_rows() {
  return {ErrorCode::table_too_many_rows, "", std::to_string(kMaxTableRows)};
}

Error too_many_columns(std::size_t row_number) {
  return {ErrorCode::table_too_many_columns, std::to_string(row_number),
          std::to_string(kMaxTableColumns)};
}

}  // namespace sokenh
