// How long a list of addresses takes: ip_list_bench LIST OWN ROUNDS prints, one line a round, the
// milliseconds of reading LIST and of looking for the ranges of OWN (one a line) in it, then what
// was found. Driven by ip_list_bench.mjs, which compares.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string_view>

#include "core/exchange/ip_list.h"

namespace {

std::string file_text(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int main(int count, char** parameters) {
  using namespace sokenh;
  using Clock = std::chrono::steady_clock;
  using Milliseconds = std::chrono::duration<double, std::milli>;
  if (count != 4) return 2;
  const std::string text = file_text(parameters[1]);
  const std::string own_text = file_text(parameters[2]);
  constexpr std::size_t piece = 1U << 20U;  // as a worker hands them over
  for (int round = std::atoi(parameters[3]); round > 0; --round) {
    const Clock::time_point begin = Clock::now();
    IpListReader reader;
    for (std::size_t at = 0; at < text.size(); at += piece) {
      if (!reader.add(std::string_view(text).substr(at, piece))) return 3;
    }
    const Result<IpList> list = std::move(reader).end();
    if (!list) return 3;
    const Clock::time_point read = Clock::now();
    std::vector<IpRange> own;
    for (const WrittenIpRange& each : read_ip_ranges(own_text)) {
      if (each.reading.problem != IpProblem::none) return 3;
      own.push_back(each.reading.range);
    }
    const IpMatches matches = list->match(own, 10'000);
    const Clock::time_point matched = Clock::now();
    std::printf("%.3f %.3f %zu %zu %zu\n", Milliseconds(read - begin).count(),
                Milliseconds(matched - read).count(), list->entries(), own.size(), matches.total);
  }
  return 0;
}
