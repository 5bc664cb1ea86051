#include "wasm/app/signing_session.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "core/base/json.h"
#include "core/signing/canonical_json.h"
#include "wasm/app/app.h"
#include "wasm/app/report_email.h"
#include "wasm/screens/labels.h"
#include "wasm/screens/screens.h"
#include "wasm/screens/signature_labels.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

using namespace ui;
using SignerRole = signing::Role;
using signing::SignatureState;

const std::string& SigningSession::payload(App& app) {
  if (payload_revision_ != app.workspace.revision()) {
    const Result<std::string> canonical =
        signing::canonical_json(to_json(app.workspace.declaration()));
    payload_ = canonical ? *canonical : std::string{};
    payload_revision_ = app.workspace.revision();
  }
  return payload_;
}

const signing::SignedFile* SigningSession::current(App& app) {
  return file_ && file_->payload() == payload(app) ? &*file_ : nullptr;
}

const signing::Verification* SigningSession::verification(App& app) {
  if (current(app) == nullptr) return nullptr;
  if (!verification_) verification_ = signing::verify(*file_);
  return &*verification_;
}

bool SigningSession::signed_by(App& app, SignerRole role) {
  const signing::Verification* known = verification(app);
  if (known == nullptr) return false;
  return std::any_of(known->checks.begin(), known->checks.end(),
                     [&](const signing::SignatureCheck& check) {
                       return check.signer.role == role && check.state == SignatureState::valid;
                     });
}

bool SigningSession::complete(App& app) {
  const signing::Verification* known = verification(app);
  return known != nullptr && known->all_valid;
}

bool SigningSession::outdated(App& app) { return file_ && current(app) == nullptr; }

void SigningSession::adopt(signing::SignedFile file) {
  file_ = std::move(file);
  verification_.reset();
  ++revision_;
}

void SigningSession::drop() {
  file_.reset();
  verification_.reset();
  ++revision_;
}

void SigningSession::load_keys(std::string_view json) {
  if (json.empty()) return;
  keys_.clear();
  unread_keys_.clear();
  const Result<nlohmann::json> parsed = parse_json(json);
  if (!parsed || !parsed->is_array()) {
    unread_keys_.emplace_back(json);
    return;
  }
  for (const nlohmann::json& entry : *parsed) {
    if (!entry.is_string()) continue;
    const std::string file = entry.get<std::string>();
    if (Result<signing::KeyFileInfo> info = signing::read_key_file(file)) {
      keys_.push_back({file, std::move(*info)});
    } else {
      unread_keys_.push_back(file);
    }
  }
}

void SigningSession::store_keys() const {
  nlohmann::json list = nlohmann::json::array();
  for (const StoredKey& key : keys_) list.push_back(key.file);
  for (const std::string& file : unread_keys_) list.push_back(file);
  push_effect("saveKeys", {{"text", list.dump()}});
}

Status SigningSession::add_key_file(std::string_view bytes) {
  Result<signing::KeyFileInfo> info = signing::read_key_file(bytes);
  if (!info) return info.error();
  const auto same = std::find_if(keys_.begin(), keys_.end(), [&](const StoredKey& key) {
    return key.info.public_key == info->public_key;
  });
  if (same != keys_.end()) {
    chosen_key_ = static_cast<std::size_t>(same - keys_.begin());
    return ok();
  }
  keys_.push_back({std::string(bytes), std::move(*info)});
  chosen_key_ = keys_.size() - 1;
  store_keys();
  return ok();
}

std::string SigningSession::file_name(const App& app, std::string_view note) const {
  return report_file_name(app.workspace.declaration(), note);
}

std::string SigningSession::email_subject(const App& app) const {
  return report_email_subject(app.workspace.declaration());
}

std::string SigningSession::email_body(App& app) {
  const signing::Verification* known = verification(app);
  return report_email_body(app.workspace.declaration(), report_pack(app.workspace.followed_packs()),
                           known != nullptr ? known->payload_sha256 : std::string_view{});
}

Result<std::string> SigningSession::email(App& app) {
  return write_report_email(app.workspace.declaration(),
                            report_pack(app.workspace.followed_packs()), current(app));
}

void SigningSession::open_sign_dialog(App& app, SignerRole role) {
  close_dialog();
  role_ = role;
  const Unit& unit = app.workspace.declaration().unit;
  key_name_ = role == SignerRole::preparer ? unit.preparer_name : unit.head_name;
  key_title_ = role == SignerRole::preparer ? unit.preparer_title : unit.head_title;
  const auto fitting = std::find_if(keys_.begin(), keys_.end(), [&](const StoredKey& key) {
    return key.info.owner.role == role;
  });
  mode_ = fitting == keys_.end() ? Mode::make_key : Mode::choose_key;
  if (fitting != keys_.end()) chosen_key_ = static_cast<std::size_t>(fitting - keys_.begin());
}

void SigningSession::key_added(App& app) {
  if (mode_ != Mode::closed && keys_[chosen_key_].info.owner.role == role_) {
    mode_ = Mode::choose_key;
    problem_.clear();
  } else if (mode_ != Mode::closed) {
    fail(tr(Msg::key_other_role, {role_label(keys_[chosen_key_].info.owner.role)}));
  } else {
    app.go_to(Screen::sign);
  }
}

void SigningSession::close_dialog() {
  mode_ = Mode::closed;
  passphrase_ = {};
  passphrase_again_ = {};
  problem_.clear();
}

bool SigningSession::leave_dialog() {
  if (mode_ == Mode::closed) return false;
  close_dialog();
  context().wants_frame = true;
  return true;
}

void SigningSession::fail(std::string problem) {
  announce(problem);
  problem_ = std::move(problem);
}

void SigningSession::make_key(App& app) {
  problem_.clear();
  if (passphrase_.view() != passphrase_again_.view()) {
    fail(std::string(tr(Msg::key_passphrases_differ)));
    return;
  }
  std::array<std::uint8_t, signing::kSeedBytes> seed;
  randombytes_buf(seed.data(), seed.size());
  const signing::SigningKey key(seed);
  sodium_memzero(seed.data(), seed.size());
  std::array<std::uint8_t, signing::kSealRandomBytes> random;
  randombytes_buf(random.data(), random.size());
  const signing::Signer owner{role_, key_name_, key_title_, app.now()};
  const Result<std::string> sealed = signing::seal_key(key, owner, passphrase_.view(), random);
  if (!sealed) {
    fail(error_message(sealed.error(), context().language));
    return;
  }
  if (const Status added = add_key_file(*sealed); !added) {
    fail(error_message(added.error(), context().language));
    return;
  }
  const std::string name =
      safe_file_name(message(Msg::key_file_name, Language::vietnamese, {key_name_}));
  push_effect("download", {{"name", name}, {"type", "application/json"}, {"text", *sealed}});
  sign(app, keys_[chosen_key_]);
}

void SigningSession::sign(App& app, const StoredKey& stored) {
  problem_.clear();
  const Result<signing::SigningKey> key = signing::open_key_file(stored.file, passphrase_.view());
  if (!key) {
    fail(error_message(key.error(), context().language));
    return;
  }
  const signing::Signer signer{role_, stored.info.owner.name, stored.info.owner.title, app.now()};
  const signing::SignedFile* before = current(app);
  Result<signing::SignedFile> made =
      before != nullptr
          ? signing::add_signature(*before, payload(app), signer, *key)
          : signing::sign_payload(payload(app), signing::Content::declaration, signer, *key);
  if (!made) {
    fail(error_message(made.error(), context().language));
    return;
  }
  adopt(std::move(*made));
  close_dialog();
  app.tell(tr(Msg::sign_done, {role_label(role_), signer.name}));
}

void SigningSession::draw_choose_key(App& app, float width) {
  std::vector<std::string> names;
  std::vector<std::size_t> indices;
  int chosen = -1;
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    if (keys_[i].info.owner.role != role_) continue;
    if (i == chosen_key_) chosen = static_cast<int>(indices.size());
    indices.push_back(i);
    names.push_back(keys_[i].info.owner.name + " · " +
                    signing::fingerprint(keys_[i].info.public_key).substr(0, 9));
  }
  const std::vector<std::string_view> labels(names.begin(), names.end());
  if (const auto index = select("key", tr(Msg::key_choose), labels, chosen, {.width = width})) {
    chosen_key_ = indices[static_cast<std::size_t>(*index)];
    chosen = *index;
  }
  space(14);
  secret_field("passphrase", tr(Msg::key_passphrase), passphrase_,
               {.width = width, .problem = problem_, .required = true});
  space(16);
  if (button("sign", tr(Msg::sign_now),
             {.kind = ButtonKind::primary,
              .icon = Icon::pen,
              .enabled = chosen >= 0 && !passphrase_.empty()})) {
    sign(app, keys_[chosen_key_]);
    return;
  }
  row_or_below(button_width(tr(Msg::key_make), {.icon = Icon::key}), width);
  if (button("make", tr(Msg::key_make), {.icon = Icon::key})) {
    mode_ = Mode::make_key;
    problem_.clear();
    passphrase_ = {};
    context().wants_frame = true;
  }
}

void SigningSession::draw_make_key(App& app, float width) {
  text(tr(Msg::key_make_how), kBody, palette().text2, width);
  space(14);
  if (const auto typed =
          text_field("name", tr(Msg::key_name), key_name_, {.width = width, .required = true}))
    key_name_ = *typed;
  space(14);
  if (const auto typed = text_field("title", tr(Msg::key_title), key_title_, {.width = width}))
    key_title_ = *typed;
  space(14);
  secret_field("passphrase", tr(Msg::key_passphrase), passphrase_,
               {.width = width, .help = tr(Msg::key_passphrase_help), .required = true});
  space(14);
  secret_field("again", tr(Msg::key_passphrase_again), passphrase_again_,
               {.width = width, .problem = problem_, .required = true});
  space(16);
  const bool filled = !key_name_.empty() && !passphrase_.empty() && !passphrase_again_.empty();
  if (button("make", tr(Msg::key_make_and_sign),
             {.kind = ButtonKind::primary, .icon = Icon::key, .enabled = filled})) {
    make_key(app);
    return;
  }
}

void SigningSession::draw_dialogs(App& app) {
  if (mode_ == Mode::closed) return;
  const bool leave = begin_dialog(mode_ == Mode::make_key ? "make-key" : "sign",
                                  tr(Msg::sign_dialog_title, {role_label(role_)}), 520);
  const float width = ImGui::GetContentRegionAvail().x;
  draw_dialog_notices(app, width);
  if (mode_ == Mode::choose_key) {
    draw_choose_key(app, width);
  } else {
    draw_make_key(app, width);
  }
  bool done = leave;
  if (mode_ != Mode::closed) {
    const float after = last_rect().Max.x + scaled(8);
    const float right = ImGui::GetCursorScreenPos().x + width;
    if (after + button_width(tr(Msg::key_open_file), {.icon = Icon::open}) <= right) {
      same_line(8);
    } else {
      space(8);
    }
    if (button("file", tr(Msg::key_open_file), {.icon = Icon::open})) {
      push_effect("chooseFile", {{"purpose", "key"}, {"accept", ".json"}});
    }
    space(12);
    text(tr(Msg::key_not_legal), kCaption, palette().text3, width);
  }
  end_dialog();
  if (done) close_dialog();
}

}  // namespace sokenh
