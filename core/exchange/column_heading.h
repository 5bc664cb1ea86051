// Recognising the form's column headings, as offices reword them: «SĐT» is «Thông tin liên hệ».
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/table.h"
#include "core/inventory/channel.h"

namespace sokenh {

struct HeadingMatch {
  Column column = Column::name;
  int strength = 0;  // higher is surer; compare only
  // «Đường dẫn», «Link»: the channel's name when no other column is, else its identifier.
  bool is_address = false;
};

inline constexpr int kExactHeading = 1000;  // strength from which the whole cell is a known heading

// The cell's words: folded, what is in brackets left out, punctuation as spaces.
std::string heading_words(std::string_view cell);

std::optional<HeadingMatch> read_heading(std::string_view cell);

// True when the row can only be a row of headings: several different ones, and few cells that are
// none.
bool is_heading_row(const TableRow& row);

// Where each of the row's cells goes, a Column at most once; `width` columns.
std::vector<std::optional<Column>> heading_columns(const TableRow& row, std::size_t width);

}  // namespace sokenh
