#include "wasm/screens/open_dialog.h"

#include <nlohmann/json.hpp>

#include "core/base/json.h"
#include "core/inventory/backup_book.h"
#include "wasm/app/app.h"
#include "wasm/screens/screens.h"
#include "wasm/screens/signature_labels.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;

void OpenDialog::read_declaration(std::string_view json) {
  const Result<nlohmann::json> parsed = parse_json(json);
  if (!parsed) {
    error_ = parsed.error();
    return;
  }
  Result<Declaration> declaration = declaration_from_json(*parsed);
  if (declaration) {
    declaration_ = std::move(*declaration);
  } else {
    error_ = declaration.error();
  }
}

void OpenDialog::open_signed(std::string_view name, std::string_view bytes) {
  close();
  open_ = true;
  name_ = name;
  Result<signing::SignedFile> file = signing::read_signed_file(bytes);
  if (!file) {
    error_ = file.error();
    return;
  }
  if (file->content() != signing::Content::declaration) {
    error_ = Error{ErrorCode::signed_file_wrong_kind, "/payload"};
    return;
  }
  verification_ = signing::verify(*file);
  read_declaration(file->payload());
  file_ = std::move(*file);
}

void OpenDialog::open_draft(std::string_view name, std::string_view bytes) {
  close();
  open_ = true;
  name_ = name;
  read_declaration(bytes);
}

void OpenDialog::draw_signatures(float width) {
  bool broken = false;
  bool missing = false;
  for (const auto& check : verification_->checks) {
    missing = missing || check.state == signing::SignatureState::missing;
    broken = broken || (check.state != signing::SignatureState::valid &&
                        check.state != signing::SignatureState::missing);
  }
  if (broken) {
    notice(Tone::bad, tr(Msg::open_forged_title), tr(Msg::open_forged_body), width);
  } else if (missing) {
    notice(Tone::warn, tr(Msg::open_incomplete_title), tr(Msg::open_incomplete_body), width);
  } else {
    notice(Tone::ok, tr(Msg::open_valid_title), tr(Msg::open_valid_body), width);
  }
  space(16);
  for (const auto& check : verification_->checks) {
    draw_signature(check, width);
    space(8);
  }
  text(tr(Msg::open_digest, {verification_->payload_sha256}), kCaption, palette().text3, width);
}

// How the file's book of backups stands to the one that is open here.
void OpenDialog::draw_backups(App& app, float width) const {
  const BackupBook then = read_backup_book(declaration_->log);
  const BookDifference difference = compare(then, app.logs.backups.book(app));
  const std::string serial = std::to_string(difference.serial);
  switch (difference.comparison) {
    case BookComparison::none:
    case BookComparison::same:
      return;
    case BookComparison::continued:
      notice(Tone::warn, tr(Msg::open_book_older_title), tr(Msg::open_book_older, {serial}), width);
      break;
    case BookComparison::cut:
      notice(Tone::warn, tr(Msg::open_book_cut_title), tr(Msg::open_book_cut, {serial}), width);
      break;
    case BookComparison::differing:
      notice(Tone::bad, tr(Msg::open_book_differs_title), tr(Msg::open_book_differs, {serial}),
             width);
      break;
  }
  space(12);
}

void OpenDialog::draw(App& app) {
  if (!open_) return;
  bool leave = begin_dialog("open", tr(Msg::open_title), 620);
  const float width = ImGui::GetContentRegionAvail().x;
  draw_dialog_notices(app, width);
  text(name_, kBodyMedium, palette().text2, width);
  space(12);
  if (declaration_) {
    const std::string count = std::to_string(declaration_->channels.size());
    text(declaration_->unit.name.empty() ? tr(Msg::unit_unnamed)
                                         : std::string_view(declaration_->unit.name),
         kBodyStrong, {}, width);
    text(declaration_->no_channels ? std::string(tr(Msg::open_no_channels))
                                   : tr(Msg::open_channel_count, {count}),
         kBody, palette().text2, width);
    space(12);
  }
  if (declaration_) draw_backups(app, width);
  if (verification_) draw_signatures(width);
  if (error_) {
    notice(Tone::bad, tr(Msg::open_failed_title), error_message(*error_, context().language),
           width);
  } else if (!verification_) {
    notice(Tone::accent, tr(Msg::open_draft_title), tr(Msg::open_draft_body), width);
  }
  space(16);
  if (declaration_ && !app.read_only) {
    bool sound = verification_.has_value();
    if (verification_) {
      for (const auto& check : verification_->checks) {
        sound = sound && (check.state == signing::SignatureState::valid ||
                          check.state == signing::SignatureState::missing);
      }
    }
    const Msg label = sound || !verification_ ? Msg::open_take_over : Msg::open_take_over_unsigned;
    if (button("take", tr(label),
               {.kind = sound || !verification_ ? ButtonKind::primary : ButtonKind::danger,
                .icon = Icon::open})) {
      app.taken(app.workspace.replace_all(std::move(*declaration_)));
      if (sound) app.signing.adopt(std::move(*file_));
      app.go_to(sound ? Screen::sign : Screen::channels);
      app.tell(tr(Msg::open_done, {name_}));
      end_dialog();
      close();
      return;
    }
    row_or_below(button_width(tr(Msg::close)), width);
  }
  if (button("cancel", tr(Msg::close))) leave = true;
  end_dialog();
  if (leave) close();
}

}  // namespace sokenh
