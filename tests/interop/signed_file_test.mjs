// @ts-check
// A signed file is nothing of our own making: other people's programs verify it, and it verifies
// what they make.

import assert from 'node:assert/strict';
import { createHash, createPublicKey } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import canonicalize from 'canonicalize';
import {
  calculateJwkThumbprint,
  EmbeddedJWK,
  errors,
  exportJWK,
  flattenedVerify,
  GeneralSign,
  generalVerify,
  generateKeyPair,
} from 'jose';
import { base64url, from_base64url, header_of } from './jws.mjs';
import { declaration, people, signed_by_both, sokenh_json, work_folder } from './sokenh.mjs';

suite('A file signed by preparer and head', () => {
  const folder = work_folder({ after });
  /** @type {ReturnType<typeof signed_by_both>} */
  let made;
  /** @type {import('./jws.mjs').SignedFile} */
  let file;
  /** @type {any[]} */
  let headers;
  before(() => {
    made = signed_by_both(folder, declaration('dai-loc.json'));
    file = JSON.parse(made.text);
    headers = file.signatures.map((each) =>
      JSON.parse(from_base64url(each.protected).toString('utf8')),
    );
  });

  test('verifies with its own program', () => {
    const { status, results } = sokenh_json(['verify', made.path]);
    assert.equal(status, 0);
    assert.equal(results[0].unit, 'Trường Tiểu học Đại Lộc');
    assert.deepEqual(
      results[0].signatures.map((/** @type {any} */ each) => [
        each.role,
        each.state,
        each.name,
        each.title,
      ]),
      [
        ['preparer', 'valid', people.preparer.name, people.preparer.title],
        ['head', 'valid', people.head.name, people.head.title],
      ],
    );
  });

  test('verifies with jose, each signature on its own, and the payload comes back', async () => {
    assert.equal(file.signatures.length, 2);
    for (const signature of file.signatures) {
      const verified = await flattenedVerify({ payload: file.payload, ...signature }, EmbeddedJWK, {
        algorithms: ['EdDSA'],
      });
      assert.deepEqual(Buffer.from(verified.payload), from_base64url(file.payload));
    }
    await generalVerify(file, EmbeddedJWK);
  });

  test('fails in jose once a byte of the payload is changed', async () => {
    const bytes = from_base64url(file.payload);
    bytes[bytes.indexOf('Đại Lộc')] ^= 1;
    for (const signature of file.signatures) {
      await assert.rejects(
        flattenedVerify({ payload: base64url(bytes), ...signature }, EmbeddedJWK),
        errors.JWSSignatureVerificationFailed,
      );
    }
  });

  test('verifies with openssl, from the public keys in its headers', () => {
    file.signatures.forEach((signature, i) => {
      // RFC 8410 section 4: SubjectPublicKeyInfo of Ed25519 is this prefix and the key.
      const spki = Buffer.concat([
        Buffer.from('302a300506032b6570032100', 'hex'),
        from_base64url(headers[i].jwk.x),
      ]);
      const paths = ['key.der', 'input', 'signature'].map((name) => join(folder, `${i}.${name}`));
      writeFileSync(paths[0], spki);
      writeFileSync(paths[1], `${signature.protected}.${file.payload}`);
      writeFileSync(paths[2], from_base64url(signature.signature));
      const openssl = () =>
        spawnSync('openssl', [
          ...['pkeyutl', '-verify', '-rawin', '-pubin', '-keyform', 'DER', '-inkey', paths[0]],
          ...['-in', paths[1], '-sigfile', paths[2]],
        ]);
      const good = openssl();
      assert.equal(good.status, 0, String(good.stderr));
      assert.match(String(good.stdout), /Verified Successfully/);
      writeFileSync(paths[1], `${signature.protected}.${file.payload.slice(0, -1)}`);
      assert.notEqual(openssl().status, 0);
    });
  });

  test('RFC 8785: payload and headers are what another canonicalizer writes', () => {
    const texts = [file.payload, ...file.signatures.map((each) => each.protected)];
    for (const text of texts) {
      const bytes = from_base64url(text).toString('utf8');
      assert.equal(bytes, canonicalize(JSON.parse(bytes)));
    }
    assert.equal(made.text, canonicalize(file));
  });

  test('holds what the declaration said, and only readings of it added', () => {
    const payload = JSON.parse(from_base64url(file.payload).toString('utf8'));
    for (const channel of payload.channels) {
      delete channel.created_date;
      delete channel.state_value;
    }
    assert.deepEqual(
      payload,
      JSON.parse(readFileSync(declaration('dai-loc.json'), 'utf8')),
    );
  });

  test('RFC 7638: kid is the thumbprint that jose computes, and the fingerprint its beginning', async () => {
    const { results } = sokenh_json(['verify', made.path]);
    for (const [i, header] of headers.entries()) {
      const thumbprint = await calculateJwkThumbprint(header.jwk);
      assert.equal(header.kid, thumbprint);
      assert.equal(results[0].signatures[i].key_id, thumbprint);
      const digits = from_base64url(thumbprint).subarray(0, 16).toString('hex').toUpperCase();
      assert.equal(results[0].signatures[i].fingerprint, digits.match(/.{4}/g)?.join(' '));
      assert.doesNotThrow(() => createPublicKey({ key: header.jwk, format: 'jwk' }));
    }
  });

  test('is named by the SHA-256 of its payload', () => {
    const { results } = sokenh_json(['verify', made.path]);
    const digest = createHash('sha256').update(from_base64url(file.payload)).digest('hex');
    assert.equal(results[0].sha256, digest);
  });

  test('shows no private key, and its key files keep theirs sealed', () => {
    for (const header of headers) assert.deepEqual(Object.keys(header.jwk), ['crv', 'kty', 'x']);
    for (const role of /** @type {const} */ (['preparer', 'head'])) {
      const text = readFileSync(made.keys[role], 'utf8');
      const key = JSON.parse(text);
      assert.deepEqual(Object.keys(key.public), ['crv', 'kty', 'x']);
      assert.equal(key.name, people[role].name);
      assert.ok(!text.includes(people[role].passphrase));
      // 32 bytes of seed and 16 of authentication.
      assert.equal(from_base64url(key.sealed.ciphertext).length, 48);
      const { checksum, ...rest } = key;
      const digest = createHash('sha256').update(canonicalize(rest) ?? '').digest();
      assert.equal(checksum, digest.toString('base64url'));
    }
  });
});

for (const algorithm of ['EdDSA', 'Ed25519']) {
  test(`A file signed by jose with alg ${algorithm} verifies`, async () => {
    const folder = work_folder({ after });
    const payload = canonicalize(JSON.parse(readFileSync(declaration('dai-loc.json'), 'utf8')));
    const general = new GeneralSign(new TextEncoder().encode(payload));
    for (const role of /** @type {const} */ (['head', 'preparer'])) {
      const { privateKey, publicKey } = await generateKeyPair('Ed25519');
      const { crv = '', kty = '', x = '' } = await exportJWK(publicKey);
      const jwk = { crv, kty, x };
      const kid = await calculateJwkThumbprint(jwk);
      const key = { jwk, kid, private_key: /** @type {any} */ (undefined) };
      general
        .addSignature(privateKey)
        .setProtectedHeader({ ...header_of(key, role), alg: algorithm });
    }
    const path = join(folder, 'jose.json');
    writeFileSync(path, JSON.stringify(await general.sign(), null, 2));
    const { status, results } = sokenh_json(['verify', path]);
    assert.equal(status, 0, JSON.stringify(results, null, 2));
    // In the order of the roles, whatever the file's.
    assert.deepEqual(
      results[0].signatures.map((/** @type {any} */ each) => each.role),
      ['preparer', 'head'],
    );
  });
}
