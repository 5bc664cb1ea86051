// Recognising the form's column headings: «SĐT» is «Thông tin liên hệ».
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "core/exchange/table.h"
#include "core/inventory/channel.h"

namespace sokenh {

std::optional<Column> read_heading(std::string_view cell);

// As in core/exchange/heading_match.h.
bool is_heading_row(const TableRow& row);
std::vector<std::optional<Column>> heading_columns(const TableRow& row, std::size_t width);

}  // namespace sokenh
