// The documents that the dispatches ask of a unit, made from what it entered.
//
// Each follows from the packs followed, none of which is known here by name: the form is that of
// the first pack that has one, the request to delete accounts goes to the recipient of the first
// pack that has accounts reviewed.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/exchange/document.h"
#include "core/inventory/declaration.h"
#include "core/policy/evaluate.h"
#include "core/policy/pack.h"
#include "core/policy/place.h"
#include "core/signing/signed_file.h"

namespace sokenh {

// Of signatures that are good, some of them perhaps missing; nullopt when one is not.
std::optional<Proof> proof_of(const signing::Verification& verification);

// Why there is no proof.
enum class NoProof { not_signed, changed_since, not_valid };

struct DocumentSource {
  const Declaration& declaration;
  std::span<const Pack* const> packs;  // those followed
  const Evaluation& evaluation;        // of both
  std::optional<Date> date;            // the day the paper is dated
  std::optional<Proof> proof;          // of signatures on this very declaration
  NoProof no_proof = NoProof::not_signed;
  LogKind log = LogKind::patch;  // of DocumentKind::log
  LogEntryId incident = 0;       // of the incident report; 0: the latest
  RosterId roster = 0;           // of DocumentKind::duty_roster; 0: the next one, else the last
};

// Why what is made now is a draft; `none` when everybody has signed it.
enum class DraftCause {
  none,
  not_signed,
  preparer_missing,
  head_missing,
  changed_since,
  not_valid
};
DraftCause draft_cause(const DocumentSource& source);

// nullopt when there is nothing to make it of: the first of its gaps says why.
std::optional<Document> make_document(DocumentKind kind, const DocumentSource& source);

// What a document lacks.
enum class DocumentGap {
  no_pack,            // no dispatch that is followed asks for it
  nothing_to_remove,  // no account is out of use
  unit_name,
  unit_parent,
  place,
  head_name,
  head_title,
  preparer_name,
  channels,
  accounts,
  account_use,    // accounts of which it is not known whether they are used
  unused_reason,  // accounts out of use without the reason
  review,
  answers,         // requirements not answered
  log_entries,     // the log is empty, and not said to be
  incident,        // no incident is logged
  incident_parts,  // fields of the incident that its report wants
  roster,          // there is none
  shifts,          // it has none
  open_posts,      // posts with gaps
  telephones       // people on duty without one
};
struct MissingPart {
  DocumentGap gap;
  Place place;    // where it is entered
  int count = 1;  // of accounts, requirements, fields, posts, people
};
bool prevents_document(DocumentGap gap);  // without it there is no document; else it has «…» there
std::vector<MissingPart> missing_parts(DocumentKind kind, const DocumentSource& source);

}  // namespace sokenh
