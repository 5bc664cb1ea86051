// SigningSession: the keys kept in this browser, and the signatures on the declaration as it is
// now.
//
// A signature belongs to the bytes it was made for. When the declaration changes, the signed file
// stays in memory but counts no more; undoing the change makes it count again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/password/secret_text.h"
#include "core/signing/key_file.h"
#include "core/signing/signed_file.h"

namespace sokenh {

class App;

struct StoredKey {
  std::string file;  // the sealed key file, as text
  signing::KeyFileInfo info;
};

class SigningSession {
 public:
  // Grows when the signed file changes, so that it is stored.
  std::uint64_t revision() const { return revision_; }

  // The canonical bytes of the declaration as it is now: what would be signed.
  const std::string& payload(App& app);
  // The signed file, if it is of the declaration as it is now.
  const signing::SignedFile* current(App& app);
  const signing::Verification* verification(App& app);
  bool signed_by(App& app, signing::Role role);
  bool complete(App& app);  // every role has signed, and all is valid
  // There is a signed file, but the declaration has been changed since.
  bool outdated(App& app);

  void adopt(signing::SignedFile file);
  void drop();
  const std::optional<signing::SignedFile>& file() const { return file_; }

  const std::vector<StoredKey>& keys() const { return keys_; }
  void load_keys(std::string_view json);
  Status add_key_file(std::string_view bytes);

  // wasm/app/report_email.h, of the declaration as it is now
  std::string file_name(const App& app, std::string_view note = {}) const;
  std::string email_subject(const App& app) const;
  std::string email_body(App& app);
  Result<std::string> email(App& app);

  void open_sign_dialog(App& app, signing::Role role);
  // A key file was opened: the dialog, if it is waiting for one, goes on with it.
  void key_added(App& app);
  void draw_dialogs(App& app);
  bool dialog_open() const { return mode_ != Mode::closed; }
  bool leave_dialog();

 private:
  enum class Mode { closed, choose_key, make_key };

  void draw_choose_key(App& app, float width);
  void draw_make_key(App& app, float width);
  void make_key(App& app);
  void sign(App& app, const StoredKey& stored);
  void close_dialog();
  void store_keys() const;

  std::vector<StoredKey> keys_;
  std::vector<std::string> unread_keys_;  // as found: a newer version may have written them
  std::optional<signing::SignedFile> file_;
  std::optional<signing::Verification> verification_;
  std::uint64_t revision_ = 0;
  std::string payload_;
  std::optional<std::uint64_t> payload_revision_;

  Mode mode_ = Mode::closed;
  signing::Role role_ = signing::Role::preparer;
  std::string key_name_;
  std::string key_title_;
  std::size_t chosen_key_ = 0;
  password::SecretText passphrase_;        // wiped when the dialog closes
  password::SecretText passphrase_again_;  // likewise
  void fail(std::string problem);          // shown at the passphrase, and spoken

  std::string problem_;
};

}  // namespace sokenh
