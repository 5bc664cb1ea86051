#include <private/ed25519_ref10.h>

/*
 * libsodium multiplies the base point by means of a table of 256 of its multiples: 30 KB of numbers
 * that do not compress, a tenth of the page's first load. This takes the multiplication of any
 * point, which is as constant in time; a signature takes a fraction of a millisecond longer.
 */
void ge25519_scalarmult_base(ge25519_p3* h, const unsigned char* a) {
  /* -B, RFC 8032 section 5.1: y = 4/5, the sign bit of x set. It is negated while it is read. */
  static const unsigned char negated_base[32] = {
      0x58, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66,
      0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66,
      0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0xe6,
  };
  ge25519_p3 base;
  /* Succeeds for this point. */
  (void)ge25519_frombytes_negate_vartime(&base, negated_base);
  ge25519_scalarmult(h, a, &base);
}
