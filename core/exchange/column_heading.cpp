#include "core/exchange/column_heading.h"

#include "core/exchange/heading_match.h"

namespace sokenh {
namespace {

template <Column column>
constexpr int kColumn = static_cast<int>(column);

// Words as heading_words() gives them. An address («Đường dẫn») is the channel's name when no other
// column is, else its identifier. The official headings, then what offices write instead.
constexpr HeadingPhrase kPhrases[] = {
    {"stt", kColumn<Column::ordinal>},
    {"tt", kColumn<Column::ordinal>},
    {"so tt", kColumn<Column::ordinal>},
    {"so thu tu", kColumn<Column::ordinal>},
    {"thu tu", kColumn<Column::ordinal>},
    {"no", kColumn<Column::ordinal>},

    {"ten kenh cung cap thong tin tren moi truong mang", kColumn<Column::name>},
    {"ten kenh", kColumn<Column::name>},
    {"kenh cung cap thong tin", kColumn<Column::name>},
    {"kenh thong tin", kColumn<Column::name>},
    {"kenh", kColumn<Column::name>},
    {"ten trang", kColumn<Column::name>},
    {"ten cong", kColumn<Column::name>},
    {"ten tai khoan", kColumn<Column::name>},
    {"ten nhom", kColumn<Column::name>},
    {"trang cong thong tin dien tu", kColumn<Column::name>},
    {"ten", kColumn<Column::name>},
    {"duong dan", kColumn<Column::name>, true},
    {"duong link", kColumn<Column::name>, true},
    {"link", kColumn<Column::name>, true},
    {"url", kColumn<Column::name>, true},
    {"dia chi", kColumn<Column::name>, true},

    {"id", kColumn<Column::identifier>},
    {"ma id", kColumn<Column::identifier>},
    {"so id", kColumn<Column::identifier>},
    {"ma kenh", kColumn<Column::identifier>},
    {"ma so", kColumn<Column::identifier>},
    {"ma dinh danh", kColumn<Column::identifier>},
    {"dinh danh", kColumn<Column::identifier>},

    {"thoi gian tao lap", kColumn<Column::created>},
    {"thoi gian", kColumn<Column::created>},
    {"thoi diem", kColumn<Column::created>},
    {"ngay tao", kColumn<Column::created>},
    {"ngay lap", kColumn<Column::created>},
    {"ngay thanh lap", kColumn<Column::created>},
    {"ngay khoi tao", kColumn<Column::created>},
    {"nam tao", kColumn<Column::created>},
    {"nam lap", kColumn<Column::created>},
    {"nam thanh lap", kColumn<Column::created>},
    {"tao lap", kColumn<Column::created>},

    {"don vi quan ly", kColumn<Column::managing_unit>},
    {"don vi chu quan", kColumn<Column::managing_unit>},
    {"co quan quan ly", kColumn<Column::managing_unit>},
    {"co quan chu quan", kColumn<Column::managing_unit>},
    {"bo phan quan ly", kColumn<Column::managing_unit>},
    {"don vi", kColumn<Column::managing_unit>},
    {"co quan", kColumn<Column::managing_unit>},

    {"quan tri vien", kColumn<Column::administrators>},
    {"nguoi quan tri", kColumn<Column::administrators>},
    {"can bo quan tri", kColumn<Column::administrators>},
    {"quan tri", kColumn<Column::administrators>},
    {"admin", kColumn<Column::administrators>},
    {"nguoi quan ly", kColumn<Column::administrators>},
    {"nguoi phu trach", kColumn<Column::administrators>},
    {"can bo phu trach", kColumn<Column::administrators>},
    {"phu trach", kColumn<Column::administrators>},
    {"ho ten", kColumn<Column::administrators>},
    {"ho va ten", kColumn<Column::administrators>},

    {"thong tin lien he", kColumn<Column::contact>},
    {"lien he", kColumn<Column::contact>},
    {"dia chi lien he", kColumn<Column::contact>},
    {"sdt", kColumn<Column::contact>},
    {"so dt", kColumn<Column::contact>},
    {"so dien thoai", kColumn<Column::contact>},
    {"dien thoai", kColumn<Column::contact>},
    {"dt", kColumn<Column::contact>},
    {"email", kColumn<Column::contact>},
    {"e mail", kColumn<Column::contact>},
    {"dia chi email", kColumn<Column::contact>},
    {"dia chi thu dien tu", kColumn<Column::contact>},
    {"thu dien tu", kColumn<Column::contact>},

    {"trang thai", kColumn<Column::state>},
    {"tinh trang", kColumn<Column::state>},
    {"hien trang", kColumn<Column::state>},
};

std::optional<Column> to_column(std::optional<int> target) {
  if (!target) return std::nullopt;
  return static_cast<Column>(*target);
}

}  // namespace

std::optional<Column> read_heading(std::string_view cell) {
  const auto match = match_heading(cell, kPhrases);
  return match ? to_column(match->target) : std::nullopt;
}

bool is_heading_row(const TableRow& row) { return is_heading_row(row, kPhrases); }

std::vector<std::optional<Column>> heading_columns(const TableRow& row, std::size_t width) {
  std::vector<std::optional<Column>> columns;
  for (const auto& target : heading_targets(row, width, kPhrases, kColumn<Column::identifier>))
    columns.push_back(to_column(target));
  return columns;
}

}  // namespace sokenh
