// Document: an official paper as data: what is written where, and nothing about how it looks. The
// printed page and the word processor's file are both made of this one (web/documents/), so that
// they cannot differ; their looks are those of Nghị định 30/2020, Phụ lục I.
//
// What is on the paper is Vietnamese whatever language the screen speaks.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/date.h"

namespace sokenh {

enum class DocumentKind {
  channel_form,
  removal_request,
  account_review,
  self_check,
  log,              // one kind of log
  incident_report,  // one incident
  duty_roster       // one roster
};
inline constexpr DocumentKind kDocumentKinds[] = {DocumentKind::channel_form,
                                                  DocumentKind::removal_request,
                                                  DocumentKind::account_review,
                                                  DocumentKind::self_check,
                                                  DocumentKind::log,
                                                  DocumentKind::incident_report,
                                                  DocumentKind::duty_roster};
// Those made of the whole declaration.
inline constexpr DocumentKind kUnitDocumentKinds[] = {
    DocumentKind::channel_form, DocumentKind::removal_request, DocumentKind::account_review,
    DocumentKind::self_check};
std::string_view document_kind_key(DocumentKind kind);  // "removal-request"
std::optional<DocumentKind> parse_document_kind_key(std::string_view key);

// On top of the first page; beside it stand quốc hiệu and tiêu ngữ, which are the same everywhere.
struct Letterhead {
  std::string parent;    // capitals; may be empty
  std::string unit;      // capitals
  std::string number;    // «Số: …/…»; empty for what is no document of its own
  std::string subject;   // «V/v …», of a letter
  std::string dateline;  // «An Lão, ngày 05 tháng 12 năm 2023», «…» for what is not known
};

enum class ParagraphStyle {
  addressee,  // «Kính gửi: …»
  title,      // capitals: what kind of paper it is
  subject,    // of a paper with a title, below it
  remark,     // italics, below a title
  section,    // heads what follows
  body,
  item  // of a list
};

struct Paragraph {
  ParagraphStyle style = ParagraphStyle::body;
  std::string text;  // \n between lines
};

struct PaperColumn {
  std::string heading;
  int width = 0;  // per cent of the table
  bool centred = false;
};

// Its headings stand on every page.
struct PaperTable {
  std::vector<PaperColumn> columns;
  std::vector<std::vector<std::string>> rows;  // as many cells as columns; \n between lines
  std::string statement;                       // instead of rows
};

struct SignatureBlock {
  std::string heading;  // capitals: «XÁC NHẬN CỦA LÃNH ĐẠO ĐƠN VỊ»; may be empty
  std::string title;    // capitals: «HIỆU TRƯỞNG»; may be empty
  std::string name;     // may be empty: written by hand
};

// The end of a paper: who signs, and beside it either another signer or who gets the paper.
struct Closing {
  std::vector<std::string> recipients;  // «Nơi nhận»
  std::optional<SignatureBlock> left;
  SignatureBlock right;
};

using Block = std::variant<Letterhead, Paragraph, PaperTable, Closing>;

// What ties the paper to the signed file: the same hash and fingerprints can be read off both.
struct Proof {
  std::string payload_sha256;        // 64 hexadecimal digits
  std::string preparer_fingerprint;  // empty when that role has not signed
  std::string head_fingerprint;
};

struct Document {
  DocumentKind kind = DocumentKind::channel_form;
  std::string name;  // as people call it: «Biểu thống kê kênh»
  bool landscape = false;
  std::vector<Block> blocks;
  std::optional<Proof> proof;
  // Why this is a draft, as a sentence; empty when everybody has signed what is written here.
  std::string draft_reason;
};

// Nghị định 30/2020, Phụ lục I, II.4: «ngày 05 tháng 02 năm 2024», a 0 before days under 10 and
// before months 1 and 2.
std::string official_date(const Date& date);

// What the QR code of a signed paper holds: the hash alone on the first line, then, one a line, the
// roles that have signed with their keys' fingerprints.
std::string qr_text(const Proof& proof);

// Everything the writers need, fixed words included.
nlohmann::json to_json(const Document& document);

}  // namespace sokenh
