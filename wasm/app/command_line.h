// The command line's work, on the same module as the page: web/cli.mjs reads the arguments and the
// files, and prints what comes back.
//
// Request, JSON: {"command", "language", "now", …}. The contents of files are passed beside it,
// byte for byte: as JSON text, damaged UTF-8 or a byte order mark would be mended on the way and
// pass for good.
//   check   "today"        {"ok","unit","channels","accounts","findings":[…],"packs":[…],
//                          "unknown_packs":[…],"requirements":[…]}
//   verify                 {"ok","unit","channels","sha256","signatures":[…]}
//   sign    "passphrase"   {"ok","output","signer":{…},"signatures":[…],"complete"}
//   keygen  "role", "name", "title", "passphrase"
//                          {"ok","output","fingerprint","key_id"}
//   email                  {"ok","output"}, or what verify answers when a signature is not good
//   form    "today", "document"
//                          {"ok","document":{…}} as web/documents/ writes it
//   calendar "today"       {"ok","output"}
//   words                  {"ok"}: the file is the dictionary of passwords, kept for
//   password "today", "brief"
//                          what wasm/app/password_command.h says; the file, which may be empty, is
//                          a declaration, the key the passwords, one a line
//   check-ip               {"ok","unit","machines","ranges","unreadable":[…],"lists":[…],
//                          "matches":[…],"total"}; the lists are given beside it
//   hash                   {"ok","sha256","bytes"}: of the file that was given in pieces; with a
//        "name", "today"   declaration as the file, also {"whole","backups":[…],"same_name":[…]}:
//                          which backups of its book the file is, the latest first
//   scan-page "unit"       what wasm/app/page_command.h says; the file is a saved page, the key an
//                          earlier copy of it or empty, "unit" a declaration's text
//   match-ip               {"ok","sha256","bytes","entries",…,"matches":[{"own","line","listed"}…],
//                          "total"}: one list given beside it, and hashed; `file`: ranges, one a
//                          line, which "own" counts from 0
// check, email, form, calendar and password also take "packs", texts of packs that are followed
// beside those the declaration names.
// Or {"error":{"input","code","place","detail","message"}}, input being "file", "key", "pack",
// "list", "log", "baseline", "unit" or "request",
// with "pack", "list": which of them, for that input.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/digest.h"
#include "core/exchange/ip_list.h"

namespace sokenh {

// Lists of addresses, given in pieces before the command that asks for them.
class IpLists {
 public:
  void add(bool begins, std::string_view bytes);
  // Of each list what was read, in the order given.
  std::vector<Result<IpList>> end() &&;

 private:
  std::vector<IpListReader> readers_;
};

// A file of any size, given likewise.
struct HashedFile {
  Sha256 digest;
  std::uint64_t bytes = 0;

  void add(std::string_view piece);
};

struct CommandPieces {
  IpLists lists;
  HashedFile hashed;
};

// `file`: what the command is about; `key`: the key file to sign with, or other secrets.
std::string run_command(std::string_view request_json, std::string_view file, std::string_view key,
                        CommandPieces pieces = {});

}  // namespace sokenh
