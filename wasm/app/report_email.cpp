#include "wasm/app/report_email.h"

#include <sodium.h>

#include <array>
#include <nlohmann/json.hpp>

#include "core/base/digest.h"
#include "core/exchange/email_draft.h"
#include "wasm/ui/messages.h"

namespace sokenh {

using namespace ui;

const Pack* report_pack(std::span<const Pack* const> followed) {
  for (const Pack* pack : followed) {
    if (pack->form) return pack;
  }
  return followed.empty() ? nullptr : followed.front();
}

std::string safe_file_name(std::string_view name) {
  std::string safe;
  for (const char unit : name) {
    const bool refused = static_cast<unsigned char>(unit) < 0x20 ||
                         std::string_view("\\/:*?\"<>|").find(unit) != std::string_view::npos;
    safe += refused ? '-' : unit;
  }
  return safe;
}

std::string report_file_name(const Declaration& declaration, std::string_view note) {
  std::string name = "Thống kê kênh";
  if (!declaration.unit.name.empty()) name += " - " + declaration.unit.name;
  if (!note.empty()) name += " (" + std::string(note) + ")";
  return safe_file_name(name + ".json");
}

std::string report_email_subject(const Declaration& declaration) {
  return message(Msg::email_subject, Language::vietnamese, {declaration.unit.name});
}

std::string report_email_body(const Declaration& declaration, const Pack* pack,
                              std::string_view payload_sha256) {
  const Unit& unit = declaration.unit;
  const std::string count = std::to_string(declaration.channels.size());
  const std::string office = pack != nullptr ? pack->recipient.name : std::string{};
  const std::string title = pack != nullptr ? pack->title_vi : std::string{};
  const Msg body = declaration.no_channels ? Msg::email_body_no_channels : Msg::email_body;
  return message(body, Language::vietnamese,
                 {office, title, unit.name, count, unit.preparer_name, unit.head_name,
                  payload_sha256, report_file_name(declaration), unit.telephone, unit.email});
}

Result<std::string> write_report_email(const Declaration& declaration, const Pack* pack,
                                       const signing::SignedFile* file) {
  EmailDraft draft;
  if (pack != nullptr) {
    draft.to_name = pack->recipient.name;
    draft.to_address = pack->recipient.email;
  }
  draft.subject = report_email_subject(declaration);
  std::string digest;
  if (file != nullptr) {
    digest = hex(sha256(file->payload()));
    draft.attachments.push_back(
        {report_file_name(declaration), "application/json", signing::write_signed_file(*file)});
  }
  draft.body = report_email_body(declaration, pack, digest);
  std::array<char, 16> seed{};
  randombytes_buf(seed.data(), seed.size());
  return write_email_draft(draft, {seed.data(), seed.size()});
}

}  // namespace sokenh
