// BackupBook: the log of backups (TN17-1.3, TN17-2.2) as a book whose entries cannot be changed
// without its being seen.
//
// An entry is first a draft, as entries of other logs always are. Written to the book it gets the
// next number (`serial`, from 1) and a seal, and is not edited any more. What is to be said later
// of an entry is an entry of its own that refers to its number: a correction stands in its place, a
// withdrawal annuls it, a restore test tells whether it could be used.
//
//   seal = SHA-256( seal of the entry before, LF, the entry ), 64 small hexadecimal digits
//
// Before the first one the seal is 64 zeros. «The entry» is the canonical JSON (RFC 8785) of its
// kind and of its fields as written, `serial` included, without `seal`, `id` and what is derived:
//   {"act":"backup","at":"08:30 20/11/2026",…,"kind":"backup","serial":"1"}
// The numbers say the order; the order within the declaration has no meaning.
//
// So an entry changed, put in, left out or moved shows, and where. Two things do not: entries
// missing at the end (an older signed file shows those: compare()), and a book written anew from a
// place on by somebody with a program like this, as there is no secret in it.
//
// All functions take time linear in the log, or n log n where it has to be sorted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/inventory/log.h"

namespace sokenh {

inline constexpr std::string_view kFirstSeal =
    "0000000000000000000000000000000000000000000000000000000000000000";

// Of the entry with its serial, as it is or would be written to the book.
std::string backup_seal(std::string_view seal_before, const LogEntry& entry);
// Neither number nor seal: not written to the book yet.
bool is_backup_draft(const LogEntry& entry);
// Whether the entry is in the book, or pretends to be: then it is not edited.
bool is_sealed_backup(const LogEntry& entry);

enum class BookProblem : std::uint8_t {
  unreadable,  // the number or the seal is none
  repeated,    // its number is there twice: one of the two was put in
  missing,     // entries before it are not there
  broken,      // its seal does not follow from the one before: changed, or put in, or moved
  referring    // it refers to an entry that is not there, or is later, or cannot be referred to
};
struct BookFault {
  BookProblem problem = BookProblem::unreadable;
  LogEntryId entry = 0;
  std::uint64_t serial = 0;                    // of the entry; 0 where it cannot be read
  std::uint64_t first_missing = 0, until = 0;  // missing: numbers
};

// What an entry of the book is now.
struct BackupStanding {
  std::uint64_t serial = 0;       // 0: a draft, or unreadable
  std::uint64_t replaced_by = 0;  // by the correction or the withdrawal of that number
  bool withdrawn = false;
  const LogEntry* tested = nullptr;  // the latest restore test of it

  bool in_force() const { return serial != 0 && replaced_by == 0; }
};

struct BackupBook {
  std::vector<const LogEntry*> entries;  // by number, those that have a readable one
  std::vector<BookFault> faults;         // by number
  std::size_t drafts = 0;
  std::uint64_t last_serial = 0;
  std::string last_seal{kFirstSeal};
  std::unordered_map<LogEntryId, BackupStanding> standings;  // of all the kind's entries

  bool whole() const { return faults.empty(); }
  const LogEntry* with_serial(std::uint64_t serial) const;  // nullptr: there is none
};
// The log must outlive the book.
BackupBook read_backup_book(std::span<const LogEntry> log);

// How an older or newer state of the same book (a signed file's) stands to this one.
enum class BookComparison : std::uint8_t {
  none,       // one of them has no sealed entry, and the other has
  same,       // or both are without
  continued,  // `now` goes on where `then` ends
  cut,        // `now` lacks the last entries of `then`
  differing   // they part before the end of both
};
struct BookDifference {
  BookComparison comparison = BookComparison::none;
  std::uint64_t serial = 0;  // the first that is missing or differs
};
BookDifference compare(const BackupBook& then, const BackupBook& now);

// Whether the entry can be written to the book: a backup with all that it must have.
bool can_be_sealed(const LogEntry& entry);
// Numbers and seals these drafts after the book's last entry, in the order given.
void seal_backups(const BackupBook& book, std::span<LogEntry> drafts);

// «ABCD1234…» and « abcd 1234 …» are the same digest: small, without blanks.
std::string plain_digest(std::string_view written);

// What the book knows of a file.
struct KnownBackup {
  const LogEntry* entry = nullptr;   // in force, of the file's digest
  const LogEntry* newest = nullptr;  // of the same data set; the same one if none is newer
  std::size_t newer = 0;             // backups of that data set after it
};
struct FileInBook {
  std::vector<KnownBackup> backups;        // the latest first
  std::vector<const LogEntry*> same_name;  // likewise: the name, but another digest
};
FileInBook find_file(const BackupBook& book, std::string_view digest, std::string_view name);

}  // namespace sokenh
