// @ts-check
// Signed files made by hand, with Node's own Ed25519: for forgeries, and for files that a careful
// program of somebody else could have written.

import { createHash, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';

/** @param {string | Uint8Array} bytes */
export const base64url = (bytes) => Buffer.from(bytes).toString('base64url');
/** @param {string} text */
export const from_base64url = (text) => Buffer.from(text, 'base64url');

/**
 * @typedef {{payload: string, signatures: {protected: string, signature: string}[]}} SignedFile
 * @typedef {{private_key: import('node:crypto').KeyObject, jwk: {crv: string, kty: string, x: string}, kid: string}} Key
 */

/** @returns {Key} */
export function new_key() {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return { private_key: privateKey, ...key_of(from_base64url(x)) };
}

/** @param {Uint8Array} public_key */
export function key_of(public_key) {
  const jwk = { crv: 'Ed25519', kty: 'OKP', x: base64url(public_key) };
  // RFC 7638: these members, in this order.
  const kid = createHash('sha256').update(JSON.stringify(jwk)).digest('base64url');
  return { jwk, kid };
}

/** With the private part. @param {Key} key */
export const private_jwk = (key) => key.private_key.export({ format: 'jwk' });

const names = { preparer: 'Nguyễn Thị Lan', head: 'Trần Văn Đức' };

/** The header that Sổ Kênh writes. @param {Key} key @param {'preparer' | 'head'} role */
export function header_of(key, role) {
  return {
    alg: 'EdDSA',
    cty: 'vnd.sokenh.declaration+json',
    jwk: key.jwk,
    kid: key.kid,
    name: names[role],
    role,
    signed_at: '2023-11-24T14:26:00+07:00',
    title: '',
    typ: 'vnd.sokenh.signature+json',
  };
}

/**
 * @param {string} payload the bytes, not yet encoded
 * @param {Key} key
 * @param {object | string} header as an object, or its JSON text
 */
export function signature_over(payload, key, header) {
  const header_text = typeof header === 'string' ? header : JSON.stringify(header);
  const encoded = base64url(header_text);
  const input = Buffer.from(`${encoded}.${base64url(payload)}`);
  return { protected: encoded, signature: sign(null, input, key.private_key).toString('base64url') };
}

/** @param {string} payload @param {{protected: string, signature: string}[]} signatures */
export function signed_file(payload, signatures) {
  return { payload: base64url(payload), signatures };
}
