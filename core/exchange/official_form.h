// The official form a dispatch wants back, as a document: what is written where, and nothing about
// how it looks. Print, spreadsheet and word-processor files are all made from this one, so that
// they cannot differ. What is on the paper is Vietnamese whatever language the screen speaks.
//
// Title, subtitle, column headings and signature headings are the pack's, letter for letter. Above
// them stand the lines that Nghị định 30/2020 (Phụ lục I) puts on top of a unit's own paper.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/inventory/declaration.h"
#include "core/policy/pack.h"

namespace sokenh {

struct SignatureBlock {
  std::string heading;  // «XÁC NHẬN CỦA LÃNH ĐẠO ĐƠN VỊ»
  std::string title;    // «HIỆU TRƯỞNG», may be empty
  std::string name;     // may be empty: written by hand
};

// What ties the paper to the signed file: the same hash and fingerprints can be read off both.
struct FormProof {
  std::string payload_sha256;        // 64 hexadecimal digits
  std::string preparer_fingerprint;  // empty when that role has not signed
  std::string head_fingerprint;
};

struct FormDocument {
  std::string parent;    // capitals; may be empty
  std::string unit;      // capitals
  std::string dateline;  // «An Lão, ngày 05 tháng 12 năm 2023», «…» for what is not known
  std::string title;
  std::string subtitle;
  std::vector<std::string> headings;
  std::vector<std::vector<std::string>> rows;  // as many cells as headings; \n between lines
  std::string statement;  // instead of rows, when the unit declares that it has no channel
  SignatureBlock left;    // the head
  SignatureBlock right;   // the preparer
  std::optional<FormProof> proof;
  bool is_draft = true;  // not signed by both
};

// `date` is the day the paper is dated. A state in one of its many spellings is written as the
// form's own word; everything else as the unit wrote it.
FormDocument make_form_document(const Declaration& declaration, const Form& form,
                                const std::optional<Date>& date,
                                const std::optional<FormProof>& proof);

// One HTML file with everything in it, for printing: A4 landscape, the heading row on every page,
// page numbers from the second page on, «BẢN NHÁP» across every page of a draft. Needs no script
// and forbids itself any connection.
std::string write_form_html(const FormDocument& document);

// For the writers of XLSX and DOCX.
nlohmann::json to_json(const FormDocument& document);

}  // namespace sokenh
