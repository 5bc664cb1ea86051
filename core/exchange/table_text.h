// What the table parsers share: checking the text before it is cut into cells, and cleaning a
// cell's.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace sokenh {

// `text` without its byte order mark, its size and UTF-8 checked.
Result<std::string_view> check_table_text(std::string_view text);

// text::clean, and no-break spaces as spaces, VT (Word's line break in plain text) as \n.
std::string clean_cell(std::string_view raw);

Error too_many_rows();
Error too_many_columns(std::size_t row_number);  // 1-based

}  // namespace sokenh
