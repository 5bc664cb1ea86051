// Files under tests/data/, by their path below it: test_data("jcs/input/arrays.json").
#pragma once

#include <string>
#include <string_view>

namespace sokenh {

// The bytes of the file. A missing file ends the test run: a test without its data proves nothing.
[[nodiscard]] std::string test_data(std::string_view path);

}  // namespace sokenh
