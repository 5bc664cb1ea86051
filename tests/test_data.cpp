#include "tests/test_data.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace sokenh {

std::string test_data(std::string_view path) {
  const std::string full_path = SOKENH_TEST_DATA_DIR "/" + std::string(path);
  std::ifstream file(full_path, std::ios::binary);
  if (!file) {
    std::fprintf(stderr, "test data not found: %s\n", full_path.c_str());
    std::exit(EXIT_FAILURE);
  }
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace sokenh
