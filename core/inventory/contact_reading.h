// ContactReading: what can be made of the seventh column, «Thông tin liên hệ».
#pragma once

#include <string>
#include <string_view>

namespace sokenh {

struct ContactReading {
  std::string doubtful;      // the part that is no contact, or that looks mistyped; "" when none
  std::string without_zero;  // the first number whose leading zero is missing; "" when none
  std::string with_zeros;    // then the whole text with each such zero put back
};

// Telephone numbers, e-mail and web addresses in any order, whatever stands between them.
ContactReading read_contact(std::string_view cell);

}  // namespace sokenh
