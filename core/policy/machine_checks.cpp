#include "core/policy/machine_checks.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "core/policy/log_checks.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

// More of one machine say no more: it is prose, or a table in a cell.
constexpr std::size_t kMaxUnreadable = 5;

Finding of_machine(const Machine& machine, FindingCode code, Severity severity,
                   std::string evidence) {
  Finding finding{.code = code, .severity = severity};
  finding.machine = machine.id;
  finding.machine_field = MachineField::addresses;
  finding.evidence = std::move(evidence);
  return finding;
}

std::string machine_name(const Machine& machine) {
  const std::string_view name = text::trim(machine.name);
  return std::string(name.empty() ? text::trim(machine.addresses) : name);
}

class MachineCheck {
 public:
  MachineCheck(const Facts& facts, Report& report)
      : machines_(facts.declaration->machines), report_(report), ranges_(own_ranges(machines_)) {}

  bool run() {
    check_readings();
    check_shared();
    check_local();
    return in_order_;
  }

 private:
  void add(Finding&& finding) {
    in_order_ = in_order_ && finding.severity == Severity::advice;
    report_.add(std::move(finding));
  }

  void check_readings() {
    for (std::size_t begin = 0; begin < ranges_.size();) {
      std::size_t end = begin;
      while (end < ranges_.size() && ranges_[end].machine == ranges_[begin].machine) ++end;
      check_readings(begin, end);
      begin = end;
    }
  }

  // Of one machine.
  void check_readings(std::size_t begin, std::size_t end) {
    const Machine& machine = machines_[ranges_[begin].machine];
    std::size_t unreadable = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const OwnRange& own = ranges_[i];
      if (own.reading.problem != IpProblem::none) {
        // Words: all of them are one thing to correct.
        const bool words = own.reading.problem == IpProblem::not_an_address &&
                           own.written.find_first_of("0123456789") == std::string::npos;
        if (++unreadable > kMaxUnreadable) continue;
        Finding finding = of_machine(machine, FindingCode::machine_address_unreadable,
                                     Severity::error, words ? machine.addresses : own.written);
        finding.ip_problem = own.reading.problem;
        add(std::move(finding));
      } else if (own.reading.host_bits) {
        add(of_machine(machine, FindingCode::machine_address_is_network, Severity::advice,
                       own.written));
      }
    }
  }

  // Two machines cannot have one address; a network that holds a machine's address is no mistake.
  void check_shared() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < ranges_.size(); ++i) {
      if (ranges_[i].reading.problem == IpProblem::none) order.push_back(i);
    }
    const auto range_of = [this](std::size_t i) -> const IpRange& {
      return ranges_[i].reading.range;
    };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const IpRange& left = range_of(a);
      const IpRange& right = range_of(b);
      if (left.first != right.first) return left.first < right.first;
      return left.last != right.last ? left.last < right.last : a < b;
    });
    for (std::size_t i = 1; i < order.size(); ++i) {
      std::size_t earlier = order[i - 1];
      std::size_t later = order[i];
      if (ranges_[earlier].machine == ranges_[later].machine ||
          range_of(earlier) != range_of(later))
        continue;
      if (ranges_[later].machine < ranges_[earlier].machine) std::swap(earlier, later);
      Finding finding =
          of_machine(machines_[ranges_[later].machine], FindingCode::machine_addresses_shared,
                     Severity::warning, ip_range_text(range_of(later)));
      finding.suggestion = machine_name(machines_[ranges_[earlier].machine]);
      add(std::move(finding));
    }
    check_overlaps(order, range_of);
  }

  // Ranges that cut into one another without one holding the other: one of the ends is wrong.
  template <typename RangeOf>
  void check_overlaps(const std::vector<std::size_t>& order, RangeOf range_of) {
    std::vector<std::size_t> open;  // each holds the next
    for (const std::size_t each : order) {
      const IpRange& range = range_of(each);
      while (!open.empty() && range_of(open.back()).last < range.first) open.pop_back();
      while (!open.empty() && range_of(open.back()).last < range.last) {
        const std::size_t other = open.back();
        open.pop_back();
        const bool cuts =
            range_of(other).first != range.first && ranges_[other].machine != ranges_[each].machine;
        if (!cuts) continue;
        const std::size_t later = ranges_[other].machine < ranges_[each].machine ? each : other;
        Finding finding =
            of_machine(machines_[ranges_[later].machine], FindingCode::machine_addresses_shared,
                       Severity::warning, ip_range_text({range.first, range_of(other).last}));
        finding.suggestion = machine_name(machines_[ranges_[later == each ? other : each].machine]);
        add(std::move(finding));
      }
      open.push_back(each);
    }
  }

  // Lists that are published name addresses as the internet sees them.
  void check_local() {
    bool any = false;
    for (const OwnRange& own : ranges_) {
      if (own.reading.problem != IpProblem::none) continue;
      if (!is_local(own.reading.range)) return;
      any = true;
    }
    if (any) report_.add({.code = FindingCode::machines_all_local, .severity = Severity::advice});
  }

  std::span<const Machine> machines_;
  Report& report_;
  std::vector<OwnRange> ranges_;
  bool in_order_ = true;
};

}  // namespace

bool check_machines(const Facts& facts, Report& report) {
  return facts.declaration->machines.empty() || MachineCheck(facts, report).run();
}

Mark check_machines_in_order(const Facts& facts, Report& report) {
  const Declaration& declaration = *facts.declaration;
  if (declaration.no_machines) return Mark::not_applicable;
  const std::vector<Machine>& machines = declaration.machines;
  if (std::all_of(machines.begin(), machines.end(),
                  [](const Machine& machine) { return is_blank(machine); })) {
    report.ask({.kind = PlaceKind::machines});
    return Mark::unanswered;
  }
  Mark mark = check_machines(facts, report) ? Mark::met : Mark::to_do;
  for (const Machine& machine : machines) {
    if (is_blank(machine)) continue;
    for (const MachineField field : {MachineField::name, MachineField::addresses}) {
      if (!text::is_blank(machine_text(machine, field))) continue;
      report.ask(machine_place(machine.id, field));
      mark = std::max(mark, Mark::unanswered);
    }
  }
  return std::max(mark, check_log(facts, report));
}

}  // namespace sokenh
