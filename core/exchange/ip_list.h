// IpList: a list of addresses that somebody published (HP24-3.3: the monthly list of botnet
// addresses), and which ranges of one's own are in it.
//
// Lists come as text, CSV, text copied out of a PDF or a letter, so anything may stand around the
// addresses: page numbers, dates, ports, URLs, version numbers. Addresses are found in it, also
// «defanged» ones (192.0.2[.]1, 192[.]0[.]2[.]1, 2001:db8[:]:1, hxxp://…), prefixes and ranges.
// What looks like an address and cannot be read is counted and named by its line, never passed over
// in silence.
//
// The text comes in pieces of any size, as UTF-8; what is found does not depend on where they are
// cut. Time is linear in it; memory holds what was found and one line. A line longer than
// kMaxIpLineBytes is read in several pieces.
//
// An IPv6 address without any digit («dead::beef») is taken for words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/network/ip_address.h"

namespace sokenh {

inline constexpr std::size_t kMaxIpListBytes = 256U << 20U;
inline constexpr std::size_t kMaxIpListEntries = 5'000'000;
inline constexpr std::size_t kMaxIpLineBytes = 64U << 10U;
inline constexpr std::size_t kShownUnreadable = 20;

struct UnreadableIp {
  std::uint32_t line = 0;  // from 1
  IpProblem problem = IpProblem::not_an_address;
  std::string text;  // as it stands there, shortened
};

// One of the unit's own ranges that has addresses in common with the list.
struct IpMatch {
  std::size_t own = 0;  // index of the range asked about
  IpRange listed;
  std::uint32_t line = 0;
};
struct IpMatches {
  std::vector<IpMatch> found;  // by own range, then by address; at most as many as asked for
  std::size_t total = 0;
};

class IpList {
 public:
  std::size_t entries() const { return entries_; }  // as often as they stand there
  std::size_t lines() const { return lines_; }
  std::size_t unreadable() const { return unreadable_; }
  std::span<const UnreadableIp> first_unreadable() const { return first_unreadable_; }
  std::size_t distinct() const { return v4_.size() + v6_.size(); }  // ranges in no other range

  IpMatches match(std::span<const IpRange> own, std::size_t limit) const;

 private:
  friend class IpListReader;

  // Sorted; none lies in another, so both ends ascend.
  struct V4 {
    std::uint32_t first, last, line;
  };
  struct V6 {
    IpAddress first, last;
    std::uint32_t line;
  };
  std::vector<V4> v4_;
  std::vector<V6> v6_;
  std::size_t entries_ = 0, lines_ = 0, unreadable_ = 0;
  std::vector<UnreadableIp> first_unreadable_;
};

class IpListReader {
 public:
  // Fails when the list passes the limits above; nothing more is taken then.
  Status add(std::string_view bytes);
  // What was read, once all was added.
  Result<IpList> end() &&;

 private:
  void take(std::string_view text);
  void read_line(std::string_view line);

  IpList list_;
  std::string open_line_;  // what came of a line that has not ended
  std::size_t bytes_ = 0;
  std::uint32_t line_ = 1;
  std::optional<Error> failure_;
};

// All of it at once.
Result<IpList> read_ip_list(std::string_view text);

}  // namespace sokenh
