#include "core/exchange/machine_import.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include "core/exchange/heading_match.h"
#include "core/exchange/table_rows.h"
#include "core/inventory/declaration.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

using Columns = std::vector<std::optional<MachineField>>;

// Columns that are recognised so as to be left out: a netmask beside an address would make a
// network of one machine.
constexpr int kIgnored = -1;
constexpr int kOutside = 100;  // a second column of addresses

constexpr int target(MachineField field) { return static_cast<int>(field); }

constexpr HeadingPhrase kPhrases[] = {
    {"stt", kIgnored},
    {"tt", kIgnored},
    {"so tt", kIgnored},
    {"so thu tu", kIgnored},
    {"mac", kIgnored},
    {"dia chi mac", kIgnored},
    {"mac address", kIgnored},
    {"subnet mask", kIgnored},
    {"netmask", kIgnored},
    {"mat na mang", kIgnored},
    {"gateway", kIgnored},
    {"default gateway", kIgnored},
    {"dns", kIgnored},

    {"ten may", target(MachineField::name)},
    {"ten may tinh", target(MachineField::name)},
    {"ten thiet bi", target(MachineField::name)},
    {"may tinh", target(MachineField::name)},
    {"may", target(MachineField::name)},
    {"thiet bi", target(MachineField::name)},
    {"ten may chu", target(MachineField::name)},
    {"ten may tram", target(MachineField::name)},
    {"hostname", target(MachineField::name)},
    {"host name", target(MachineField::name)},
    {"computer name", target(MachineField::name)},
    {"ma may", target(MachineField::name)},

    {"loai", target(MachineField::kind)},
    {"loai may", target(MachineField::kind)},
    {"loai thiet bi", target(MachineField::kind)},
    {"loai may tinh", target(MachineField::kind)},
    {"chung loai", target(MachineField::kind)},

    {"nguoi su dung", target(MachineField::owner)},
    {"nguoi dung", target(MachineField::owner)},
    {"nguoi quan ly", target(MachineField::owner)},
    {"can bo su dung", target(MachineField::owner)},
    {"can bo phu trach", target(MachineField::owner)},
    {"nguoi phu trach", target(MachineField::owner)},
    {"phu trach", target(MachineField::owner)},
    {"ho va ten", target(MachineField::owner)},
    {"ho ten", target(MachineField::owner)},
    {"ho va ten nguoi su dung", target(MachineField::owner)},
    {"chu so huu", target(MachineField::owner)},

    {"vi tri", target(MachineField::place)},
    {"vi tri dat", target(MachineField::place)},
    {"vi tri lap dat", target(MachineField::place)},
    {"noi dat", target(MachineField::place)},
    {"noi dat may", target(MachineField::place)},
    {"noi su dung", target(MachineField::place)},
    {"phong", target(MachineField::place)},
    {"phong ban", target(MachineField::place)},
    {"bo phan", target(MachineField::place)},
    {"don vi", target(MachineField::place)},
    {"dia diem", target(MachineField::place)},

    {"ip", target(MachineField::addresses)},
    {"dia chi ip", target(MachineField::addresses)},
    {"dai ip", target(MachineField::addresses)},
    {"dai dia chi ip", target(MachineField::addresses)},
    {"ip may", target(MachineField::addresses)},
    {"ip noi bo", target(MachineField::addresses)},
    {"dia chi ip noi bo", target(MachineField::addresses)},
    {"ip lan", target(MachineField::addresses)},
    {"ip address", target(MachineField::addresses)},
    {"ip private", target(MachineField::addresses)},
    {"dia chi mang", target(MachineField::addresses)},

    {"ip cong cong", kOutside},
    {"dia chi ip cong cong", kOutside},
    {"ip public", kOutside},
    {"dia chi ip public", kOutside},
    {"public ip", kOutside},
    {"ip wan", kOutside},
    {"ip ngoai", kOutside},
    {"ip tinh", kOutside},
    {"ipv6", kOutside},
    {"dia chi ipv6", kOutside},

    {"ghi chu", target(MachineField::note)},
    {"note", target(MachineField::note)},
};

Columns fields_of_heading(const TableRow& row, std::size_t width) {
  Columns columns;
  for (const auto& found : heading_targets(row, width, kPhrases)) {
    columns.push_back(!found || *found == kIgnored ? std::nullopt
                      : *found == kOutside         ? std::optional(MachineField::addresses)
                                           : std::optional(static_cast<MachineField>(*found)));
  }
  return columns;
}

bool holds_any(std::string_view folded, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [folded](std::string_view word) {
    return folded.find(word) != std::string_view::npos;
  });
}

// The key of the kind that a cell names; "" when it names none.
std::string_view read_kind(std::string_view cell) {
  const std::string folded = text::fold(cell);
  constexpr std::string_view servers[] = {"may chu", "server"};
  constexpr std::string_view devices[] = {"router",     "modem",       "camera",      "may in",
                                          "switch",     "wifi",        "wi-fi",       "printer",
                                          "dinh tuyen", "chuyen mach", "thiet bi",    "dau ghi",
                                          "firewall",   "tuong lua",   "access point"};
  constexpr std::string_view workstations[] = {"may tram", "may tinh", "may ban", "xach tay",
                                               "laptop",   "desktop",  "pc",      "de ban"};
  if (holds_any(folded, servers)) return "server";
  if (holds_any(folded, devices)) return kDeviceKind;
  if (holds_any(folded, workstations)) return "workstation";
  return {};
}

bool has_address(std::string_view cell) {
  const auto ranges = read_ip_ranges(cell);
  return std::any_of(ranges.begin(), ranges.end(), [](const WrittenIpRange& each) {
    return each.reading.problem != IpProblem::not_an_address;
  });
}

// Without a heading: each field to the free column whose cells mostly look like it.
Columns guess_columns(const Table& table, std::size_t width) {
  Columns columns(width);
  const auto take = [&](MachineField field, bool (*looks)(std::string_view)) {
    take_column(table, field, looks, columns);
  };
  const auto is_text = [](std::string_view cell) { return !read_ordinal(cell); };
  take(MachineField::addresses, has_address);
  take(MachineField::addresses, has_address);
  take(MachineField::name, is_text);
  take(MachineField::kind, [](std::string_view cell) { return !read_kind(cell).empty(); });
  take(MachineField::owner, is_text);
  take(MachineField::place, is_text);
  take(MachineField::note, is_text);
  return columns;
}

class Importer {
 public:
  Importer(const Table& table, const MachineImportPlan& plan) : table_(table), plan_(plan) {}

  MachineImport run() && {
    import_rows(table_, plan_.first_row, kPhrases, result_,
                [this](std::size_t index) { add_machine(index); });
    return std::move(result_);
  }

 private:
  void add_machine(std::size_t index) {
    const TableRow& row = table_.rows[index];
    Machine machine;
    for (std::size_t i = 0; i < plan_.columns.size(); ++i) {
      if (plan_.columns[i]) put(machine, *plan_.columns[i], text::trim(cell_at(row, i)));
    }
    if (is_blank(machine)) {
      skip_row(row, result_);
      return;
    }
    if (result_.machines.size() == kMaxMachines) {
      ++result_.skipped_over_limit;
      return;
    }
    for (const OwnRange& own : own_ranges(std::span(&machine, 1)))
      result_.unread_addresses += own.reading.problem == IpProblem::none ? 0 : 1;
    result_.machines.push_back(std::move(machine));
    result_.source_rows.push_back(index);
  }

  void put(Machine& machine, MachineField field, std::string_view cell) {
    if (cell.empty()) return;
    if (field == MachineField::kind) {
      const std::string_view kind = read_kind(cell);
      if (kind.empty()) ++result_.unread_kinds;
      set_machine_text(machine, field, kind);
      return;
    }
    std::string text = machine_text(machine, field);
    if (!text.empty()) text += ", ";
    text += cell;
    if (text.size() > kMaxTextBytes) ++result_.cut_cells;
    set_machine_text(machine, field, cut_text(text));
  }

  const Table& table_;
  const MachineImportPlan& plan_;
  MachineImport result_;
};

}  // namespace

MachineImportPlan plan_machine_import(const Table& table) {
  MachineImportPlan plan;
  const std::size_t width = table_width(table);
  plan.header_row = find_heading_row(table, kPhrases);
  if (plan.header_row) {
    plan.columns = fields_of_heading(table.rows[*plan.header_row], width);
    plan.first_row = *plan.header_row + 1;
  } else {
    plan.columns = guess_columns(table, width);
  }
  return plan;
}

void assign_column(MachineImportPlan& plan, std::size_t table_column,
                   std::optional<MachineField> field) {
  if (table_column >= plan.columns.size()) return;
  if (field && field != MachineField::addresses) {
    std::replace(plan.columns.begin(), plan.columns.end(), field, std::optional<MachineField>());
  }
  plan.columns[table_column] = field;
}

MachineImport import_machines(const Table& table, const MachineImportPlan& plan) {
  return Importer(table, plan).run();
}

}  // namespace sokenh
