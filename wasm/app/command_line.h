// The command line's work, on the same module: a JSON request in, a JSON answer out (web/cli.mjs reads the arguments
// and the files, and prints).
//
// Requests: {"command":"check"|"verify"|"sign"|"keygen", …}. Answers: {"ok":true,…} with what was found, or
// {"error":{"code","place","detail","message"}}. Exit codes are the caller's: 0 good, 1 found something, 2 wrong usage,
// 3 unreadable input.
#pragma once

#include <string>
#include <string_view>

namespace sokenh {

std::string run_command(std::string_view request_json);

}  // namespace sokenh
