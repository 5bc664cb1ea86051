// The e-mail that hands a declaration in: what it is called, says and carries. The page and the
// command line send the same one.
//
// Subject and body are Vietnamese whatever language the screen speaks: they go to a Vietnamese
// office. The recipient is that of the dispatch whose form is handed in (report_pack).
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/inventory/declaration.h"
#include "core/policy/pack.h"
#include "core/signing/signed_file.h"

namespace sokenh {

// `name` without what some system refuses in file names: no path, no character that Windows
// refuses.
std::string safe_file_name(std::string_view name);

// «Thống kê kênh - Trường Tiểu học Đại Lộc.json»; `note` is added in brackets.
std::string report_file_name(const Declaration& declaration, std::string_view note = {});
// Of the packs followed, the one the report is for: the first with a form, else the first; nullptr
// when none is.
const Pack* report_pack(std::span<const Pack* const> followed);
std::string report_email_subject(const Declaration& declaration);
// `payload_sha256`: of the signed file, empty while there is none.
std::string report_email_body(const Declaration& declaration, const Pack* pack,
                              std::string_view payload_sha256);

// The draft (core/exchange/email_draft.h) with `file` attached, if there is one.
Result<std::string> write_report_email(const Declaration& declaration, const Pack* pack,
                                       const signing::SignedFile* file);

}  // namespace sokenh
