// SignedFile: a declaration (or a pack) and the signatures of those who answer for it, as JWS in
// its General JSON Serialization (RFC 7515 section 7.2.1), which stock libraries verify too:
//   {"payload":…,"signatures":[{"protected":…,"signature":…},…]}
//
// Invariants of a SignedFile, kept by there being two ways to make one (sign_payload and
// read_signed_file):
// - the payload is canonical JSON (RFC 8785), byte for byte as signed; it is never written anew;
// - base64url is canonical, so decoding and encoding gives the received text back;
// - each role signs at most once; every protected header is of our kind and readable;
// - there is nothing unsigned in it: no unprotected header, no other member.
// It does not say that a signature is good: verify() does, of each. Stock libraries take a file
// with one good and one forged signature; here every signature present, and every role required,
// must be good.
//
// Protected header, canonical JSON when written by us: alg "EdDSA" (read also "Ed25519", RFC 9864),
// typ, cty, kid (RFC 7638), jwk (public key), role, name, title, signed_at. Other members are
// signed data that we do not know; they are kept and ignored, unless named in "crit".
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/signing/key.h"
#include "core/signing/signer.h"

namespace sokenh::signing {

inline constexpr std::string_view kSignedFileMediaType = "application/jose+json";
// `typ`: a signature made for anything else is not one of ours, whatever its key.
inline constexpr std::string_view kSignatureType = "vnd.sokenh.signature+json";

// What is signed: `cty`.
enum class Content { declaration, pack };
inline constexpr std::array<std::string_view, 2> kContentTypes = {"vnd.sokenh.declaration+json",
                                                                  "vnd.sokenh.pack+json"};

struct Signature {
  std::string protected_header;  // base64url, as received: this is what is signed
  SignatureBytes bytes;
  // What the header says.
  Signer signer;  // time: "signed_at"
  std::string key_id;
  PublicKey public_key;
};

class SignedFile {
 public:
  const std::string& payload() const { return payload_; }
  Content content() const { return content_; }
  const std::vector<Signature>& signatures() const { return signatures_; }

 private:
  friend Result<SignedFile> sign_payload(std::string_view, Content, const Signer&,
                                         const SigningKey&);
  friend Result<SignedFile> add_signature(const SignedFile&, std::string_view, const Signer&,
                                          const SigningKey&);
  friend Result<SignedFile> read_signed_file(std::string_view);
  SignedFile() = default;

  std::string payload_;
  Content content_ = Content::declaration;
  std::vector<Signature> signatures_;
};

// The first signature. The payload must be canonical JSON already.
Result<SignedFile> sign_payload(std::string_view payload, Content content, const Signer& signer,
                                const SigningKey& key);

// One more signature; the others stay as they are. `payload_seen` is what the signer has before
// them: it must be what the file holds. Refused: a role or key that has signed, or a signature
// there that is not good (nobody should countersign a forgery).
Result<SignedFile> add_signature(const SignedFile& file, std::string_view payload_seen,
                                 const Signer& signer, const SigningKey& key);

std::string write_signed_file(const SignedFile& file);
Result<SignedFile> read_signed_file(std::string_view bytes);

enum class SignatureState {
  valid,
  missing,        // a required role that has not signed
  bad_signature,  // payload or header were changed after signing, or it is a forgery
  wrong_key_id,   // `kid` is not the thumbprint of the key beside it
  repeated_key,   // the same key signed for another role too
};
std::string_view signature_state_name(SignatureState state);  // "bad_signature"

struct SignatureCheck {
  SignatureState state = SignatureState::missing;
  Signer signer;  // of a missing one only the role
  // Of the key that made the signature, computed from it, not what the header claims.
  std::string key_id;
  std::string fingerprint;
};

struct Verification {
  // The required roles in their order, then other signatures present.
  std::vector<SignatureCheck> checks;
  bool all_valid = false;
  std::string payload_sha256;  // 64 hexadecimal digits, as printed on the form and in its QR code
};

// Whose keys they are is not asked here: that is for the roster of known fingerprints.
Verification verify(const SignedFile& file, std::span<const Role> required = kAllRoles);

// The day, as the signers' clocks had it, on which the last of them signed; nullopt unless all
// have.
std::optional<Date> day_signed_by_all(const Verification& verification);

}  // namespace sokenh::signing
